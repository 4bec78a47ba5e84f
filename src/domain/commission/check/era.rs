//! The times of a plan whose parts do not all hold on the same days.

use crate::domain::calendar::Day;
use crate::domain::commission::plan::Plan;

/// A plan as it pays in one of its times.
#[derive(Clone, Debug)]
pub(super) struct Era {
    /// The first day; none where it is the first time, or the only one.
    pub(super) since: Option<Day>,
    /// The plan with the parts that hold then.
    pub(super) plan: Plan,
}

/// The times of a plan, the first one first; one where its parts have no days of their own.
pub(super) fn eras(plan: &Plan) -> Vec<Era> {
    let parts = plan.components.iter().map(|it| &it.only);
    let mut turns: Vec<Day> =
        parts.flat_map(|it| [it.from, it.until.map(|it| it.plus(1))]).flatten().collect();
    // A day on which the plan itself has not begun, or has ended, changes nothing.
    turns.retain(|it| {
        plan.from.is_none_or(|from| from < *it) && plan.until.is_none_or(|until| *it <= until)
    });
    turns.sort_unstable();
    turns.dedup();
    let era = |since: Option<Day>| {
        let first = since.or(plan.from);
        let mut plan = plan.clone();
        plan.components.retain(|it| {
            // Before the first turn, every part that begins with one has not begun.
            let has_begun = it.only.from.is_none_or(|from| first.is_some_and(|it| from <= it));
            has_begun && it.only.until.is_none_or(|until| first.is_none_or(|it| it <= until))
        });
        Era { since, plan }
    };
    std::iter::once(None).chain(turns.into_iter().map(Some)).map(era).collect()
}
