//! The best that somebody has reached before: in the stretches of as many days that lie one behind the
//! other before the first day of a contest.

use std::collections::BTreeMap;

use super::{Contest, Events, events};
use crate::domain::calendar::{Day, Span};
use crate::domain::goal::Bearer;
use crate::domain::id::PersonId;
use crate::domain::workspace::Workspace;

/// So many stretches before a contest are looked at.
const STRETCHES: i64 = 12;

/// The best of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Best {
    /// The figure.
    pub score: i64,
    /// The days.
    pub days: Span,
}

/// What each person of a contest has reached at best before it, in as many days as it has; whoever had
/// nothing then has no best. Of several alike it is the latest.
pub fn own_bests(workspace: &Workspace, contest: &Contest, today: Day) -> BTreeMap<PersonId, Best> {
    let Some(days) = contest.days() else { return BTreeMap::new() };
    let length = days.last.days_since(days.first) + 1;
    let first = days.first.minus((length * STRETCHES).unsigned_abs());
    let before = Span { first, last: days.first.minus(1) };
    let events: Events = events(workspace, contest, before, today);
    let mut reached: BTreeMap<(PersonId, i64), i64> = BTreeMap::new();
    for (person, day, score) in
        events.iter().filter(|it| contest.sides.contains(&Bearer::Person(it.0)))
    {
        let stretch = day.days_since(first) / length;
        let sum = reached.entry((*person, stretch)).or_default();
        *sum = sum.saturating_add(*score);
    }
    let mut bests: BTreeMap<PersonId, Best> = BTreeMap::new();
    for ((person, stretch), score) in reached {
        let first = first.plus((stretch * length).unsigned_abs());
        let days = Span { first, last: first.plus((length - 1).unsigned_abs()) };
        let is_best = bests.get(&person).is_none_or(|it| it.score <= score);
        if is_best && 0 < score {
            bests.insert(person, Best { score, days });
        }
    }
    bests
}
