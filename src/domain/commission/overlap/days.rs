//! Stretches of days for two plans: cut wherever something of either begins or ends, so that within
//! a stretch nothing changes.

use super::super::Plan;
use super::super::cycle::Turn;
use super::super::plan::CountedOn;
use crate::domain::arrange;
use crate::domain::calendar::Day;

/// Days in a row; none means without end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    /// The first one.
    pub first: Option<Day>,
    /// The last one.
    pub last: Option<Day>,
}

impl Days {
    /// Whether a day is one of them.
    pub fn holds(self, day: Day) -> bool {
        self.first.is_none_or(|it| it <= day) && self.last.is_none_or(|it| day <= it)
    }

    /// Whether all of others are among them.
    pub fn cover(self, other: Days) -> bool {
        self.first.is_none_or(|it| other.first.is_some_and(|other| it <= other))
            && self.last.is_none_or(|it| other.last.is_some_and(|other| other <= it))
    }

    /// A day of them.
    pub(super) fn day(self) -> Day {
        self.first.or(self.last).unwrap_or(Day::EPOCH)
    }

    /// Whether none of them lies after all of others.
    pub(super) fn can_come_before(self, later: Days) -> bool {
        self.first.zip(later.last).is_none_or(|(first, last)| first <= last)
    }

    /// Those that are of both; none where none is.
    pub(super) fn common(self, other: Days) -> Option<Days> {
        let first = self.first.max(other.first);
        let last = match (self.last, other.last) {
            (Some(own), Some(other)) => Some(own.min(other)),
            (own, other) => own.or(other),
        };
        first.zip(last).is_none_or(|(first, last)| first <= last).then_some(Days { first, last })
    }

    /// From the first of both to the last of both.
    pub(super) fn hull(self, other: Days) -> Days {
        let first = self.first.zip(other.first).map(|(own, other)| own.min(other));
        Days { first, last: self.last.zip(other.last).map(|(own, other)| own.max(other)) }
    }
}

/// The same with further ones.
pub(super) fn widened(known: Option<Days>, more: Days) -> Option<Days> {
    Some(known.map_or(more, |it| it.hull(more)))
}

impl Plan {
    /// The days on which it runs.
    pub(super) fn days(&self) -> Days {
        Days { first: self.from, last: self.until }
    }

    /// The days for which it pays what does not go by deals: whole periods, unless it is cut to the
    /// days.
    pub(super) fn days_due(&self) -> Days {
        let span = |day: Option<Day>| {
            let turn: Option<Turn> = day.map(|it| self.cycle.turn_of(it, self.start()));
            turn.filter(|_| !self.prorated).and_then(|it| it.span(self.start()))
        };
        Days {
            first: span(self.from).map(|it| it.first).or(self.from),
            last: span(self.until).map(|it| it.last).or(self.until),
        }
    }
}

/// All days, cut wherever something that goes by days of signing, or of payment, begins or ends.
pub(super) fn stretches(plans: [&Plan; 2], by: CountedOn) -> Vec<Days> {
    let mut begins: Vec<Day> = Vec::new();
    for plan in plans {
        begins.extend(plan.signed_from);
        if plan.counted_on == by {
            let parts = plan.components.iter().map(|it| (it.only.from, it.only.until));
            for (from, until) in parts.chain([(plan.from, plan.until)]) {
                begins.extend(from);
                begins.extend(until.map(Day::next));
            }
        }
    }
    arrange::naturally(&mut begins);
    begins.dedup();
    let firsts = std::iter::once(None).chain(begins.iter().copied().map(Some));
    let lasts = begins.iter().map(|it| Some(it.minus(1))).chain([None]);
    firsts.zip(lasts).map(|(first, last)| Days { first, last }).collect()
}
