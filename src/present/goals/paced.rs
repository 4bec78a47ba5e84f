//! How far whatever has a goal has come: what the cells of its row show, be it somebody's or that of
//! a part of the company.

use super::words::{Standing, standing};
use super::{GoalRow, GoalsView, Phase};
use crate::domain::money::Money;
use crate::domain::pace::{Pace, Projection};
use crate::domain::quota::Row;
use crate::i18n::Lang;
use crate::present::forecast::lands::Lands;
use crate::present::forecast::words::chance;
use crate::present::format;
use crate::present::quotas::progress::{Line, Progress};

/// How far a row has come.
#[derive(Clone, Debug, PartialEq)]
pub struct Paced {
    /// Where the period lies.
    pub phase: Phase,
    /// What was won.
    pub won: Money,
    /// The pace; none without a quota.
    pub pace: Option<Pace>,
    /// Where it lands at its pace, where that is told beside it.
    pub landing: Option<Projection>,
    /// Where it lands by the forecast, once that is known.
    pub lands: Option<Lands>,
}

/// A row's progress as a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct MeterView {
    /// Won of the quota, from 0; more than 1 where it is exceeded.
    pub share: f64,
    /// Where it should be by now, 0 to 1.
    pub mark: f64,
    /// The share in figures.
    pub text: String,
    /// How the goal stands.
    pub standing: Standing,
}

impl Paced {
    /// Somebody's row.
    pub fn of_row(view: &GoalsView, row: &GoalRow) -> Paced {
        let GoalRow { won, pace, .. } = *row;
        Paced { phase: view.phase, won, pace, landing: None, lands: None }
    }

    /// The line of a part.
    pub fn of_line(progress: &Progress, line: &Line) -> Paced {
        let Line { won, pace, landing, .. } = *line;
        Paced { phase: progress.phase, won, pace, landing, lands: None }
    }

    /// The progress as a bar; `None` without a quota.
    pub fn meter(&self, lang: Lang) -> Option<MeterView> {
        let pace = self.pace?;
        let attained = pace.attainment_permille()?;
        let quota = pace.quota.minor as f64;
        Some(MeterView {
            share: attained as f64 / 1000.0,
            mark: pace.expected.minor as f64 / quota,
            text: format::percent(lang, attained),
            standing: standing(self.phase, &pace),
        })
    }

    /// Where it lands at its pace, in short.
    pub fn landing_words(&self, lang: Lang) -> Option<String> {
        let found = self.landing?;
        let [low, likely, high] = short(lang, [found.low, found.likely, found.high]);
        Some(lang.goals_lands(&likely, &low, &high))
    }

    /// Where it lands by the forecast, and the chance to reach the goal, in short.
    pub fn forecast_words(&self, lang: Lang) -> Option<String> {
        let found = self.lands?;
        let [low, likely, high] = short(lang, [found.low, found.likely, found.high]);
        Some(lang.goals_forecast(&likely, &low, &high, &chance(lang, found.chance)))
    }

    /// Words about as long as the forecast's, which keep its place until it is known; none where there
    /// will be none.
    pub fn place_words(&self, lang: Lang) -> Option<String> {
        let quota = self.pace.filter(|_| self.phase != Phase::Over)?.quota;
        let [low, likely, high] = short(lang, [quota; 3]);
        Some(lang.goals_forecast(&likely, &low, &high, &chance(lang, 0.5)))
    }
}

fn short(lang: Lang, amounts: [Money; 3]) -> [String; 3] {
    amounts.map(|it| format::money_compact(lang, it))
}

/// Everything of whose pace a line can be drawn, with its name: the company first, then everybody
/// with a goal, then parts.
pub fn drawable(lang: Lang, view: &GoalsView, parts: &[&Progress]) -> Vec<(Row, String)> {
    let bearers = view.rows().filter(|it| it.pace.is_some());
    let bearers = bearers.map(|it| (Row::from(it.bearer), super::words::row_name(lang, it)));
    let of_split = |progress: &&Progress| {
        let title = crate::present::quotas::words::progress(lang, progress.split);
        let own = progress.lines.iter().filter(|it| it.pace.is_some());
        let named = |it: &Line| match it.row? {
            row @ Row::Part(..) => Some((row, [title, &it.name].join(" · "))),
            Row::Company(_) | Row::Team(_) | Row::Person(_) => None,
        };
        own.filter_map(named).collect::<Vec<_>>()
    };
    bearers.chain(parts.iter().flat_map(of_split)).collect()
}
