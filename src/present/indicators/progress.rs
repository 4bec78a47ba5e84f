//! How a figure of a goal for an indicator was computed: the goal and what there is, and the records
//! behind that.

use super::certificate::{Asked, certificate as of_value};
use super::goals::MeasuredView;
use crate::domain::behind::Behind;
use crate::domain::calendar::{Day, Period};
use crate::domain::goal::Bearer;
use crate::domain::indicator::Measure;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::goals::certificate::Certificate;

/// A figure of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalFigure {
    /// What there should be by today.
    Expected,
    /// What is more or less than there should be.
    Gap,
    /// What is needed on each working day left.
    Needed,
    /// How much of the goal is reached.
    Attainment,
}

/// How a figure of somebody's goal was computed, with the records that are no leads; `None` where
/// there is no such figure.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    (measure, bearer, figure): (Measure, Bearer, GoalFigure),
    period: Period,
    today: Day,
) -> Option<(Certificate, Vec<Behind>)> {
    let view = MeasuredView::new(workspace, lang, (period, measure), today)?;
    let row = view.row(bearer)?;
    let (progress, goal, actual) = (row.progress?, &row.target_words, &row.actual);
    let (days, gone) = progress.days;
    let is_paced = progress.expected.is_some();
    let (name, value, formula) = match figure {
        GoalFigure::Expected => (
            lang.goals_expected_by_now(),
            &row.expected,
            lang.measured_formula_expected(goal, gone, days),
        ),
        GoalFigure::Gap if is_paced => {
            (lang.goals_gap(), &row.gap, lang.measured_formula_gap(actual, &row.expected))
        }
        GoalFigure::Gap => {
            (lang.goals_gap(), &row.gap, lang.measured_formula_gap_rate(actual, goal))
        }
        GoalFigure::Needed => (
            lang.goals_needed(),
            &row.needed,
            lang.measured_formula_needed(goal, actual, days - gone),
        ),
        GoalFigure::Attainment => (
            lang.goals_attainment(),
            &format::percent(lang, row.permille?),
            lang.measured_formula_attainment(actual, goal),
        ),
    };
    if value.is_empty() {
        return None;
    }
    let asked = Asked::kept(workspace, measure, bearer)?;
    let (paper, others) = of_value(workspace, lang, &asked, period, today)?;
    let goal_name =
        if row.is_summed { lang.certificate_quota_summed() } else { lang.measured_goal() };
    let mut inputs = vec![
        (goal_name.to_owned(), goal.clone()),
        (lang.measured_actual().to_owned(), actual.clone()),
    ];
    if is_paced {
        let count = |n: i64| format::count(lang, n.unsigned_abs());
        inputs.push((lang.certificate_days().to_owned(), count(days)));
        inputs.push((lang.certificate_days_gone().to_owned(), count(gone)));
    }
    // What is reached has a formula of its own; here it is one of what goes in.
    let mut notes = vec![lang.measured_reached_by(&view.formula)];
    notes.extend(paper.notes);
    let paper = Certificate {
        title: [name, &paper.title].join(" · "),
        value: value.clone(),
        formula,
        inputs: inputs.into_iter().chain(paper.inputs).collect(),
        notes,
        leads: paper.leads,
    };
    Some((paper, others))
}
