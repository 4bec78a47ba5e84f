//! Where goals of amounts will land: of everybody and of every part of the company, one after the
//! other and each piece by piece, so that the page stays alive meanwhile.

use std::collections::BTreeMap;

use super::known::Survey;
use super::{Passed, stages};
use crate::domain::calendar::{Day, Span};
use crate::domain::id::StageId;
use crate::domain::landing::Landing;
use crate::domain::money::Money;
use crate::domain::odds::Odds;
use crate::domain::outlook::{self, Question};
use crate::domain::quota::Row;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;

/// Where a goal will land.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lands {
    /// In one of ten cases it is less.
    pub low: Money,
    /// In half of the cases it is less.
    pub likely: Money,
    /// In one of ten cases it is more.
    pub high: Money,
    /// The chance to reach the goal, 0 to 1.
    pub chance: f64,
}

/// Landings on their way. They are given the same workspace and history each time; where these
/// change meanwhile they are begun anew.
pub struct Landings {
    span: Span,
    today: Day,
    /// What all of them go by.
    known: Option<(Rates, BTreeMap<StageId, Odds>)>,
    goals: Vec<(Row, Money)>,
    /// What is worked on: the first of the goals that are left.
    begun: Option<(Survey, outlook::Working)>,
    found: BTreeMap<Row, Lands>,
}

impl Landings {
    /// Begins with the goals of a stretch; each is in the currency that it lands in.
    pub fn begin(span: Span, today: Day, mut goals: Vec<(Row, Money)>) -> Landings {
        goals.reverse();
        Landings { span, today, known: None, goals, begun: None, found: BTreeMap::new() }
    }

    /// Works on by a piece; whether everything is there.
    pub fn advance(&mut self, workspace: &Workspace, passed: &Passed) -> bool {
        let Some(&(row, goal)) = self.goals.last() else { return true };
        let Some((rates, odds)) = &self.known else {
            self.known = Some((Rates::on(workspace, self.today), stages::odds(workspace, passed)));
            return false;
        };
        let question = Question { span: self.span, today: self.today, stages: odds };
        match &mut self.begun {
            None => {
                let survey = Survey::of(workspace, row, goal.currency, rates);
                let working = outlook::Working::begin(&survey.leads, question);
                self.begun = Some((survey, working));
            }
            Some((survey, working)) => {
                if working.advance(&survey.leads, question) {
                    let lands = working.found.landing.as_ref().map(|it| lands(it, goal));
                    self.found.extend(lands.map(|it| (row, it)));
                    self.goals.pop();
                    self.begun = None;
                }
            }
        }
        self.goals.is_empty()
    }

    /// Where they land; who is missing is one of whom that cannot be said.
    pub fn finish(self) -> BTreeMap<Row, Lands> {
        self.found
    }
}

fn lands(landing: &Landing, goal: Money) -> Lands {
    let [low, likely, high] =
        [0.1, 0.5, 0.9].map(|it| Money::new(landing.quantile(it), goal.currency));
    Lands { low, likely, high, chance: landing.chance_of(goal.minor) }
}
