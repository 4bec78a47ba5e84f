//! The quota grid: company, team and person against year, quarter and month; or the company by
//! product, sector, class, region or office instead ([`Split`]).
//!
//! What is kept is the amount of each person or part in each month; every other cell is the sum of
//! those below it, so the whole equals its parts at every moment. Any cell can be set or locked. A
//! change keeps every locked cell at its amount and moves the others in proportion to weights
//! ([`fit`]); where that is impossible it is refused with the reason and nothing moves.

use std::collections::{BTreeMap, BTreeSet};

use super::arrange;
use super::calendar::{FiscalStart, Period};
use super::id::{PersonId, TeamId};

mod differ;
mod edit;
mod fit;
mod kept;
mod parts;
mod past;
mod presence;
mod row;
#[cfg(test)]
mod tests;
mod way;
mod ways;

pub use edit::{Edit, Named, Refused, Why, edit_all};
use fit::{Demand, fit_in_steps};
pub use kept::{Kept, QuotaLock, QuotaYear, kept, may_need_respread, planned, write, year_of};
pub use parts::{Difference, PartQuota, differences, kept_by, names, parts, portions, taken_over};
pub use past::YearBefore;
pub use row::{Row, Split};
pub use way::{NotWays, Way, Ways};
pub use ways::{USUAL_RAMP, Weights};

/// How many months a row has.
pub const MONTHS: usize = 12;

/// The largest amount of a cell, in minor units: sums of a grid stay far inside of whole numbers,
/// and proportions within what floating point tells apart.
pub const LARGEST: i64 = 1_000_000_000_000_000;

/// A person or part of the grid, with the team that a person's amounts count for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The person or part.
    pub row: Row,
    /// The team; none means that only the company's sums hold the person.
    pub team: Option<TeamId>,
}

impl Seat {
    /// The person; none for a part.
    pub fn person(self) -> Option<PersonId> {
        match self.row {
            Row::Person(person) => Some(person),
            Row::Company(_) | Row::Team(_) | Row::Part(..) => None,
        }
    }
}

/// A cell: the amount of a row in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    /// Whose amount it is.
    pub row: Row,
    /// In which period.
    pub period: Period,
}

impl Cell {
    /// A cell of a row or a bearer of goals.
    pub fn of(row: impl Into<Row>, period: Period) -> Cell {
        Cell { row: row.into(), period }
    }

    /// How wide it is: people and parts before teams before the company, and in each months before
    /// quarters before the year.
    pub fn width(self) -> (u8, u8) {
        let row = match self.row {
            Row::Person(_) | Row::Part(..) => 0,
            Row::Team(_) => 1,
            Row::Company(_) => 2,
        };
        let period = match self.period {
            Period::Month(..) => 0,
            Period::Quarter(..) => 1,
            Period::Year(_) => 2,
        };
        (row, period)
    }
}

/// What happens to the cells outside of one that is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// The company's year stays what it is: the others make up for the change.
    MakesUp,
    /// The others stay what they are: the sums above change.
    Stays,
}

/// Why a cell cannot be set. Nothing has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSet {
    /// The grid has no such cell, or nobody is in it.
    NoSuchCell,
    /// The amount is negative.
    AmountNegative,
    /// The amount is more than [`LARGEST`].
    AmountTooLarge,
    /// The cell itself is locked.
    CellLocked,
    /// The locked cells within it alone are more than the amount: their sum.
    LockedExceed(i64),
    /// A whole that stays what it is leaves no more than this for the cell.
    WholeLeaves(Cell, i64),
    /// This cell, locked or to be kept, could not keep its amount.
    InTheWay(Cell),
}

/// Quotas of a fiscal year, in minor units of one currency, spread by steps of so many of these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaGrid {
    split: Split,
    year: i32,
    seats: Vec<Seat>,
    months: Vec<Period>,
    amounts: Vec<i64>,
    /// What amounts were before absences were taken off them.
    full: Vec<Option<i64>>,
    /// Months that count for another team than the person is in now.
    elsewhere: BTreeMap<usize, Option<TeamId>>,
    locks: BTreeSet<Cell>,
    step: i64,
}

impl QuotaGrid {
    /// A grid without amounts; `None` outside the calendar.
    pub fn new(split: Split, year: i32, start: FiscalStart, seats: Vec<Seat>) -> Option<QuotaGrid> {
        let first = Period::Year(year).span(start)?.first;
        let first = Period::Month(first.year(), first.month());
        let months = std::iter::successors(Some(first), |it| Some(it.next())).take(MONTHS);
        Some(QuotaGrid {
            split,
            year,
            amounts: vec![0; seats.len() * MONTHS],
            full: vec![None; seats.len() * MONTHS],
            seats,
            months: months.collect(),
            elsewhere: BTreeMap::new(),
            locks: BTreeSet::new(),
            step: 1,
        })
    }

    /// What the company's amounts are split by.
    pub fn split(&self) -> Split {
        self.split
    }

    /// The people or parts, in the order of the rows.
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// The months of the year, from its first.
    pub fn months(&self) -> &[Period] {
        &self.months
    }

    /// Takes over amounts that are known, a row for each person or part and a month for each column; rows
    /// beyond the grid are left out, and amounts are held between nothing and [`LARGEST`].
    pub fn fill(&mut self, rows: &[[i64; MONTHS]]) {
        for (place, amount) in rows.iter().flatten().enumerate().take(self.amounts.len()) {
            self.amounts[place] = (*amount).clamp(0, LARGEST);
        }
    }

    /// The amount of a cell: the sum of the persons' months in it.
    pub fn amount(&self, cell: Cell) -> i64 {
        self.sum(&self.places(cell))
    }

    /// Every cell that has somebody in it: the company's first, then the teams', then those of
    /// people or parts.
    pub fn cells(&self) -> Vec<Cell> {
        let moved = self.elsewhere.values().copied().flatten();
        let teams: BTreeSet<TeamId> =
            self.seats.iter().filter_map(|it| it.team).chain(moved).collect();
        let leaves = self.seats.iter().map(|it| it.row);
        let rows = teams.into_iter().map(Row::Team).chain(leaves);
        let quarters = (1..=4).map(|it| Period::Quarter(self.year, it));
        let periods: Vec<Period> = std::iter::once(Period::Year(self.year))
            .chain(quarters)
            .chain(self.months.iter().copied())
            .collect();
        std::iter::once(Row::Company(self.split))
            .chain(rows)
            .flat_map(|row| periods.iter().map(move |period| Cell { row, period: *period }))
            .collect()
    }

    /// The company's year.
    pub fn whole(&self) -> Cell {
        Cell { row: Row::Company(self.split), period: Period::Year(self.year) }
    }

    /// Whether a cell itself is locked.
    pub fn is_locked(&self, cell: Cell) -> bool {
        self.locks.contains(&cell)
    }

    /// Locks a cell at the amount that it has.
    ///
    /// # Errors
    /// [`NotSet::NoSuchCell`].
    pub fn lock(&mut self, cell: Cell) -> Result<(), NotSet> {
        self.held(cell)?;
        self.locks.insert(cell);
        Ok(())
    }

    /// Unlocks a cell.
    pub fn unlock(&mut self, cell: Cell) {
        self.locks.remove(&cell);
    }

    /// Sets a cell; those in it and, where they make up for it, those outside keep their
    /// proportions. Cells of nothing take part only where all beside them are nothing.
    ///
    /// # Errors
    /// [`NotSet`] where the amount and the locks cannot both be.
    pub fn set(&mut self, cell: Cell, amount: i64, rest: Rest) -> Result<(), NotSet> {
        let places = self.held(cell)?;
        if amount < 0 {
            return Err(NotSet::AmountNegative);
        }
        if LARGEST < amount {
            return Err(NotSet::AmountTooLarge);
        }
        if self.is_locked(cell) {
            return Err(NotSet::CellLocked);
        }
        let whole = (rest == Rest::MakesUp && cell != self.whole()).then(|| self.whole());
        self.check_room(cell, amount, whole)?;
        let weights = self.amounts.clone();
        self.move_to((cell, Demand { places, amount }), whole, rest, &weights)
    }

    /// Spreads a cell's amount anew over those in it by weights; everything outside stays.
    ///
    /// # Errors
    /// [`NotSet`] where the locks leave nobody of some weight to take what is to be spread.
    pub fn respread(&mut self, cell: Cell, weights: &Weights) -> Result<(), NotSet> {
        let places = self.held(cell)?;
        let amount = self.sum(&places);
        let weights = weights.flat(self.seats.len());
        self.move_to((cell, Demand { places, amount }), None, Rest::Stays, &weights)
    }

    /// Sets several cells at once, none of which shares a month of anybody with another; everything
    /// else stays, and locks are asked for the outcome alone.
    ///
    /// # Errors
    /// The cell that is in the way, and why; the grid is then what it was.
    pub fn set_all(&mut self, wanted: &[(Cell, i64)]) -> Result<(), (Cell, NotSet)> {
        let mut fixed = vec![true; self.amounts.len()];
        let (mut demands, mut named) = (Vec::new(), Vec::new());
        for (cell, amount) in wanted {
            let (cell, amount) = (*cell, *amount);
            let places = self.held(cell).map_err(|why| (cell, why))?;
            let why = match amount {
                amount if amount < 0 => Some(NotSet::AmountNegative),
                amount if LARGEST < amount => Some(NotSet::AmountTooLarge),
                amount if self.is_locked(cell) && amount != self.sum(&places) => {
                    Some(NotSet::CellLocked)
                }
                _ => None,
            };
            if let Some(why) = why {
                return Err((cell, why));
            }
            places.iter().for_each(|place| fixed[*place] = false);
            demands.push(Demand { places, amount });
            named.push(cell);
        }
        let first = named.first().copied().unwrap_or_else(|| self.whole());
        let weights = self.amounts.clone();
        self.meet(demands, named, fixed, None, &weights).map_err(|why| (first, why))
    }

    /// Whether somebody's month in a cell has a weight.
    pub fn weighs_something(&self, cell: Cell, weights: &Weights) -> bool {
        let weights = weights.flat(self.seats.len());
        self.places(cell).into_iter().any(|place| weights[place] != 0)
    }

    /// Meets the demand of a cell, all locks, and the amount of what else is kept.
    fn move_to(
        &mut self,
        (cell, demand): (Cell, Demand),
        kept: Option<Cell>,
        rest: Rest,
        weights: &[i64],
    ) -> Result<(), NotSet> {
        let mut fixed = vec![rest == Rest::Stays; self.amounts.len()];
        demand.places.iter().for_each(|place| fixed[*place] = false);
        self.meet(vec![demand], vec![cell], fixed, kept, weights)
    }

    /// Meets some demands, each of a cell, and all locks; fixed places stay.
    fn meet(
        &mut self,
        mut demands: Vec<Demand>,
        mut named: Vec<Cell>,
        mut fixed: Vec<bool>,
        kept: Option<Cell>,
        weights: &[i64],
    ) -> Result<(), NotSet> {
        for lock in kept.into_iter().chain(self.locks.iter().copied()) {
            match self.places(lock)[..] {
                [place] => fixed[place] = true,
                _ => {
                    let places = self.places(lock);
                    demands.push(Demand { amount: self.sum(&places), places });
                    named.push(lock);
                }
            }
        }
        let fitted = fit_in_steps(self.step, &self.amounts, weights, &fixed, &demands);
        let fitted = fitted.map_err(|unmet| NotSet::InTheWay(named[unmet]))?;
        for (place, (before, after)) in self.amounts.iter().zip(&fitted).enumerate() {
            if before != after {
                self.full[place] = None;
            }
        }
        self.amounts = fitted;
        Ok(())
    }

    /// Refuses with a figure what is plainly impossible: locked cells within that exceed the
    /// amount, and wholes around that leave less.
    fn check_room(&self, cell: Cell, amount: i64, whole: Option<Cell>) -> Result<(), NotSet> {
        let within = self.places(cell);
        let locked = self.locked_among(&within);
        if amount < locked {
            return Err(NotSet::LockedExceed(locked));
        }
        let around = whole.into_iter().chain(self.locks.iter().copied());
        for around in around {
            let places = self.places(around);
            if !within.iter().all(|place| places.contains(place)) {
                continue;
            }
            let beside: Vec<usize> = places.into_iter().filter(|it| !within.contains(it)).collect();
            let left = self.amount(around) - self.locked_among(&beside);
            if left < amount {
                return Err(NotSet::WholeLeaves(around, left));
            }
        }
        Ok(())
    }

    /// What locked cells among these places hold at least: locks that do not overlap, the widest
    /// first.
    fn locked_among(&self, places: &[usize]) -> i64 {
        let locks = self.locks.iter().map(|it| self.places(*it));
        let mut locks: Vec<_> =
            locks.filter(|lock| lock.iter().all(|it| places.contains(it))).collect();
        arrange::by_key(&mut locks, |it| std::cmp::Reverse(it.len()));
        let mut taken = BTreeSet::new();
        let mut sum = 0;
        for lock in locks {
            if lock.iter().all(|it| !taken.contains(it)) {
                sum += self.sum(&lock);
                taken.extend(lock);
            }
        }
        sum
    }

    fn held(&self, cell: Cell) -> Result<Vec<usize>, NotSet> {
        let places = self.places(cell);
        if places.is_empty() { Err(NotSet::NoSuchCell) } else { Ok(places) }
    }

    /// The places of the persons' months in a cell.
    fn places(&self, cell: Cell) -> Vec<usize> {
        let months = match cell.period {
            Period::Year(year) if year == self.year => 0..MONTHS,
            Period::Quarter(year, quarter @ 1..=4) if year == self.year => {
                let first = 3 * (quarter as usize - 1);
                first..first + 3
            }
            month => match self.months.iter().position(|it| *it == month) {
                Some(place) => place..place + 1,
                None => 0..0,
            },
        };
        let is_in = |place: &usize| {
            let seat = &self.seats[place / MONTHS];
            match cell.row {
                Row::Company(split) => split == self.split,
                Row::Team(team) => {
                    self.elsewhere.get(place).map_or(seat.team, |it| *it) == Some(team)
                }
                leaf => seat.row == leaf,
            }
        };
        let rows = 0..self.seats.len();
        let places = rows.flat_map(|row| months.clone().map(move |it| row * MONTHS + it));
        places.filter(is_in).collect()
    }

    fn sum(&self, places: &[usize]) -> i64 {
        places.iter().map(|place| self.amounts[*place]).sum()
    }
}
