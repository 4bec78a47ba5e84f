//! How often a plan pays, and the periods that come of it.

use std::fmt;
use std::str::FromStr;

use crate::domain::calendar::{Day, FiscalStart, Period, Span};

/// How often a plan pays.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cycle {
    /// Once, for everything.
    #[default]
    Once,
    /// Each month.
    Month,
    /// Each quarter of the plan's year.
    Quarter,
    /// Each year of the plan.
    Year,
}

/// A period in which a plan pays: a stretch of the calendar, or all time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Turn(pub Option<Period>);

/// A text that names no such period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATurn;

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            None => f.write_str("once"),
            Some(period) => period.fmt(f),
        }
    }
}

impl FromStr for Turn {
    type Err = NotATurn;

    fn from_str(text: &str) -> Result<Turn, NotATurn> {
        match text {
            "once" => Ok(Turn(None)),
            _ => text.parse().map(|it| Turn(Some(it))).map_err(|_| NotATurn),
        }
    }
}

impl Cycle {
    /// Every cycle.
    pub const ALL: [Cycle; 4] = [Cycle::Once, Cycle::Month, Cycle::Quarter, Cycle::Year];

    /// The period that holds a day.
    pub fn turn_of(self, day: Day, start: FiscalStart) -> Turn {
        Turn(match self {
            Cycle::Once => None,
            Cycle::Month => Some(Period::Month(day.year(), day.month())),
            Cycle::Quarter => Some(start.quarter_of(day)),
            Cycle::Year => Some(start.year_of(day)),
        })
    }

    /// Whether it has such periods.
    pub fn has(self, turn: Turn) -> bool {
        matches!(
            (self, turn.0),
            (Cycle::Once, None)
                | (Cycle::Month, Some(Period::Month(..)))
                | (Cycle::Quarter, Some(Period::Quarter(..)))
                | (Cycle::Year, Some(Period::Year(_)))
        )
    }

    /// All periods from one to another, each of this cycle.
    pub fn all(self, first: Turn, last: Turn, start: FiscalStart) -> Vec<Turn> {
        let mut turns = vec![first];
        let end = last.0.and_then(|it| it.span(start)).map(|it| it.last);
        let mut next = first.0.map(Period::next);
        while let (Some(period), Some(end)) = (next, end) {
            // A calendar that has ended has no further periods.
            let Some(span) = period.span(start).filter(|it| it.last <= end) else { break };
            turns.push(self.turn_of(span.first, start));
            next = Some(period.next());
        }
        turns
    }

    /// How many of its periods make a year.
    pub fn a_year(self) -> i128 {
        match self {
            Cycle::Once | Cycle::Year => 1,
            Cycle::Quarter => 4,
            Cycle::Month => 12,
        }
    }
}

impl Turn {
    /// Its days; none where it is all time.
    pub fn span(self, start: FiscalStart) -> Option<Span> {
        self.0.and_then(|it| it.span(start))
    }

    /// The year that it lies in; none where it is all time.
    pub fn year(self, start: FiscalStart) -> Option<Period> {
        self.span(start).map(|it| start.year_of(it.first))
    }
}
