//! The ways of spreading a cell anew, one alone or several together.
//!
//! Two ways go together where they decide different things: who carries how much, how the months
//! go, on which days somebody is there, how joiners begin. Their weights are multiplied. Where none
//! of several decides who carries how much, everybody keeps the share of the cell; a joiner has
//! that of the others on average.

use std::fmt;
use std::str::FromStr;

use super::past::{YearBefore, seasons};
use super::{Cell, Kept, QuotaGrid, Split, Weights};
use crate::domain::money::share;
use crate::domain::workspace::Workspace;

/// A way of spreading an amount over people and months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// The same for every person and month.
    Equal,
    /// As each won it in each month of the year before.
    LastYear,
    /// Over the months as past years went; each person keeps the share.
    Season,
    /// By the working days on which each person is there.
    WorkingDays,
    /// Less where somebody is away or has left, in the months that are not over; the others take it
    /// over.
    Presence,
    /// The same for every person and month, but joiners grow into it.
    Ramp,
    /// By how many leads each person can work on.
    Capacity,
}

/// What a way decides, as bits: who carries how much, how the months go, the days, the joiners.
const PEOPLE: u8 = 1;
const MONTHS_GO: u8 = 2;
const DAYS: u8 = 4;
const JOINERS: u8 = 8;
const ALL: u8 = PEOPLE | MONTHS_GO | DAYS | JOINERS;

impl Way {
    /// Every way, in the order in which they are offered.
    pub const ALL: [Way; 7] = [
        Way::Equal,
        Way::LastYear,
        Way::Season,
        Way::WorkingDays,
        Way::Presence,
        Way::Ramp,
        Way::Capacity,
    ];

    /// The ways that a split knows: those that go by people only where people are its rows.
    pub fn of(split: Split) -> impl Iterator<Item = Way> {
        let by_people = |it: &Way| matches!(it, Way::Presence | Way::Ramp | Way::Capacity);
        Way::ALL.into_iter().filter(move |it| split == Split::People || !by_people(it))
    }

    /// The name in labels and choices.
    pub const fn as_str(self) -> &'static str {
        match self {
            Way::Equal => "equal",
            Way::LastYear => "last-year",
            Way::Season => "season",
            Way::WorkingDays => "working-days",
            Way::Presence => "presence",
            Way::Ramp => "ramp",
            Way::Capacity => "capacity",
        }
    }

    /// The way of a name.
    pub fn named(name: &str) -> Option<Way> {
        Way::ALL.into_iter().find(|it| it.as_str() == name)
    }

    const fn decides(self) -> u8 {
        match self {
            Way::Equal | Way::Presence => ALL,
            Way::LastYear => PEOPLE | MONTHS_GO,
            Way::Season => MONTHS_GO,
            Way::WorkingDays => DAYS,
            Way::Ramp => JOINERS,
            Way::Capacity => PEOPLE,
        }
    }

    /// Its weights for a cell, where it is the only way; `None` where there is nothing to go by.
    fn alone(self, workspace: &Workspace, kept: &Kept, cell: Cell) -> Option<Weights> {
        let grid = &kept.grid;
        let people = grid.seats().len();
        let weights = match self {
            Way::Equal => Weights::equal(people),
            Way::Season => self.part(workspace, kept)?.times(&shares(grid, cell)),
            Way::Presence => Weights::presence(workspace, grid),
            Way::Ramp => Weights::ramp(workspace, grid, &workspace.settings().ramp_shares()),
            Way::LastYear | Way::WorkingDays | Way::Capacity => self.part(workspace, kept)?,
        };
        grid.weighs_something(cell, &weights).then_some(weights)
    }

    /// Its weights as a part of several: what it decides, and nothing else.
    fn part(self, workspace: &Workspace, kept: &Kept) -> Option<Weights> {
        let grid = &kept.grid;
        let people = grid.seats().len();
        Some(match self {
            Way::LastYear => YearBefore::of(workspace, kept).weights(),
            Way::Season => Weights::by_season(&seasons(workspace, kept), people),
            Way::WorkingDays => Weights::working_days(workspace, grid),
            Way::Ramp => Weights::growing(workspace, grid, &workspace.settings().ramp_shares()),
            Way::Capacity => Weights::capacity(workspace, grid)?,
            Way::Equal | Way::Presence => Weights::equal(people),
        })
    }
}

/// One way or several that go together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Ways(u8);

/// A text that names no ways that go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotWays;

impl Ways {
    /// The ways, in the order in which they are offered.
    pub fn iter(self) -> impl Iterator<Item = Way> {
        Way::ALL.into_iter().filter(move |it| self.has(*it))
    }

    /// Whether a way is among them.
    pub fn has(self, way: Way) -> bool {
        self.0 & Ways::bit(way) != 0
    }

    /// Whether a way goes together with all of them.
    pub fn goes_with(self, way: Way) -> bool {
        self.iter().all(|it| it.decides() & way.decides() == 0)
    }

    /// With one more; the same where it does not go together with them.
    #[must_use]
    pub fn with(self, way: Way) -> Ways {
        if self.goes_with(way) { Ways(self.0 | Ways::bit(way)) } else { self }
    }

    /// Whether one of them decides who carries how much.
    pub fn decide_people(self) -> bool {
        self.iter().any(|it| it.decides() & PEOPLE != 0)
    }

    const fn bit(way: Way) -> u8 {
        1 << way as u8
    }

    /// Their weights for a cell.
    ///
    /// # Errors
    /// The way that has nothing to go by; none where only all of them together have not.
    pub fn weights(
        self,
        workspace: &Workspace,
        kept: &Kept,
        cell: Cell,
    ) -> Result<Weights, Option<Way>> {
        let ways: Vec<Way> = self.iter().collect();
        if let [way] = ways[..] {
            return way.alone(workspace, kept, cell).ok_or(Some(way));
        }
        let grid = &kept.grid;
        let mut weights = match self.decide_people() {
            true => Weights::equal(grid.seats().len()),
            false if self.has(Way::Ramp) => shares_with_joiners(workspace, grid, cell),
            false => shares(grid, cell),
        };
        for way in ways {
            let part = way.part(workspace, kept).filter(|it| grid.weighs_something(cell, it));
            weights = weights.times(&part.ok_or(Some(way))?);
        }
        if grid.weighs_something(cell, &weights) { Ok(weights) } else { Err(None) }
    }
}

impl From<Way> for Ways {
    fn from(way: Way) -> Ways {
        Ways(Ways::bit(way))
    }
}

impl fmt::Display for Ways {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.iter().map(Way::as_str).collect();
        f.write_str(&names.join("+"))
    }
}

impl FromStr for Ways {
    type Err = NotWays;

    fn from_str(text: &str) -> Result<Ways, NotWays> {
        text.split('+').try_fold(Ways::default(), |ways, name| {
            let way = Way::named(name).filter(|it| ways.goes_with(*it));
            way.map(|it| ways.with(it)).ok_or(NotWays)
        })
    }
}

/// What each person has of a cell, the same in every month; alike where nobody has anything.
fn shares(grid: &QuotaGrid, cell: Cell) -> Weights {
    by_person(&own(grid, cell))
}

/// The same, but joiners have what the others have on average.
fn shares_with_joiners(workspace: &Workspace, grid: &QuotaGrid, cell: Cell) -> Weights {
    let joins = Weights::joiners(workspace, grid, &workspace.settings().ramp_shares());
    let mut own = own(grid, cell);
    let others: Vec<i64> =
        own.iter().zip(&joins).filter(|(_, joins)| !**joins).map(|(it, _)| *it).collect();
    let average = share(others.iter().sum(), 1, others.len() as i64);
    for (own, _) in own.iter_mut().zip(&joins).filter(|(_, joins)| **joins) {
        *own = average;
    }
    by_person(&own)
}

fn own(grid: &QuotaGrid, cell: Cell) -> Vec<i64> {
    let own = |row| grid.amount(Cell { row, period: cell.period });
    grid.seats().iter().map(|it| own(it.row)).collect()
}

fn by_person(rows: &[i64]) -> Weights {
    match rows.iter().all(|it| *it == 0) {
        true => Weights::equal(rows.len()),
        false => Weights::by_person(rows),
    }
}

#[cfg(test)]
mod tests;
