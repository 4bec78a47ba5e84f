//! The ways of spreading a quota: each gives every person a weight in every month.
//!
//! Weights of several ways multiply ([`Weights::times`]): capacity by person times season by month
//! times working days of each, and so on. Only their proportions count.

use super::{MONTHS, QuotaGrid, Seat};
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::money::share;
use crate::domain::people::{Absence, days_present};
use crate::domain::workspace::Workspace;

/// A weight for each person in each month, in the order of a grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights(Vec<[i64; MONTHS]>);

/// The share of a full quota that a joiner carries in the first, second … month, in thousandths;
/// in full afterwards.
pub const USUAL_RAMP: [i64; 3] = [250, 500, 750];

/// A full share, in thousandths.
const FULL: i64 = 1000;

/// The largest weight after multiplying; larger ones are all made smaller alike.
const LARGEST_WEIGHT: i128 = 1 << 40;

impl Weights {
    /// Weights a person and month; negative ones count as nothing.
    pub fn new(rows: Vec<[i64; MONTHS]>) -> Weights {
        Weights(rows.into_iter().map(|row| row.map(|it| it.max(0))).collect())
    }

    /// Equal shares for so many people.
    pub fn equal(people: usize) -> Weights {
        Weights(vec![[1; MONTHS]; people])
    }

    /// The proportions that a grid has now.
    pub fn as_it_stands(grid: &QuotaGrid) -> Weights {
        let (rows, _) = grid.amounts.as_chunks::<MONTHS>();
        Weights(rows.to_vec())
    }

    /// One weight a person, the same in every month: capacity, or last year's shares.
    pub fn by_person(weights: &[i64]) -> Weights {
        Weights::new(weights.iter().map(|it| [*it; MONTHS]).collect())
    }

    /// One weight a month, the same for so many people.
    pub fn by_month(weights: [i64; MONTHS], people: usize) -> Weights {
        Weights::new(vec![weights; people])
    }

    /// Season: each month weighs what that month of all past years brought together. The history
    /// is whole years, each from the fiscal year's first month.
    pub fn by_season(years: &[[i64; MONTHS]], people: usize) -> Weights {
        let mut sums = [0_i64; MONTHS];
        for year in years {
            sums.iter_mut().zip(year).for_each(|(sum, it)| *sum = sum.saturating_add((*it).max(0)));
        }
        Weights::by_month(sums, people)
    }

    /// How much of each month a person is there, in thousandths of its working days.
    pub fn presence(workspace: &Workspace, grid: &QuotaGrid) -> Weights {
        let settings = workspace.settings();
        let all = |month: &Period| {
            let span = month.span(settings.fiscal_start());
            span.map_or(0, |it| days_present(it, None, &[], &settings))
        };
        let all = months_row(grid, all);
        let Weights(mut rows) = Weights::working_days(workspace, grid);
        for row in &mut rows {
            row.iter_mut().zip(all).for_each(|(it, all)| *it = share(FULL, *it, all));
        }
        Weights(rows)
    }

    /// How many open leads each person can work on; who has no number weighs as much as the others
    /// on average. `None` where nobody has one.
    pub fn capacity(workspace: &Workspace, grid: &QuotaGrid) -> Option<Weights> {
        let capacity = |seat: &Seat| workspace.people.find(seat.person())?.capacity;
        let stated: Vec<i64> = grid.seats.iter().filter_map(capacity).collect();
        let (sum, count) = (stated.iter().sum::<i64>(), stated.len() as i64);
        // A hundred times as much, so that the average needs no fractions.
        let weight =
            |seat: &Seat| capacity(seat).map_or_else(|| share(100, sum, count), |it| 100 * it);
        let rows: Vec<i64> = grid.seats.iter().map(weight).collect();
        (count != 0).then(|| Weights::by_person(&rows))
    }

    /// Working days on which each person is there: in the team and not away. A leaver or an
    /// absence weighs less by the days missed. A part of the company's has all working days.
    pub fn working_days(workspace: &Workspace, grid: &QuotaGrid) -> Weights {
        let settings = workspace.settings();
        let row = |seat: &Seat| {
            let person = workspace.people.find(seat.person());
            let is_away = |it: &&Absence| seat.person().is_some() && it.person == seat.person();
            let absences = workspace.absences.values().filter(is_away);
            let away: Vec<Span> = absences.filter_map(Absence::span).collect();
            let days = |month: &Period| {
                let span = month.span(settings.fiscal_start());
                span.map_or(0, |it| days_present(it, person, &away, &settings))
            };
            months_row(grid, days)
        };
        Weights(grid.seats.iter().map(row).collect())
    }

    /// The ramp of joiners: the month of a person's first day has the first share of the ramp, the
    /// next month the second; months before weigh nothing, those after the ramp count in full. A
    /// full share is what the others carry on average in that month; they keep their proportions.
    pub fn ramp(workspace: &Workspace, grid: &QuotaGrid, ramp: &[i64]) -> Weights {
        let Weights(shares) = Weights::growing(workspace, grid, ramp);
        let Weights(stands) = Weights::as_it_stands(grid);
        let others: Vec<&[i64; MONTHS]> =
            shares.iter().zip(&stands).filter(|(it, _)| !is_joiner(it)).map(|(_, it)| it).collect();
        let sum = |month: usize| others.iter().map(|row| row[month]).sum::<i64>();
        let sums: [i64; MONTHS] = std::array::from_fn(sum);
        if sums.iter().all(|it| *it == 0) {
            return Weights::new(shares);
        }
        let count = others.len() as i64;
        let full = |month: usize, part: i64| share(sums[month], part, count * FULL);
        let row = |(part, stands): (&[i64; MONTHS], &[i64; MONTHS])| match is_joiner(part) {
            true => std::array::from_fn(|month| full(month, part[month])),
            false => *stands,
        };
        Weights::new(shares.iter().zip(&stands).map(row).collect())
    }

    /// The part of a full share that each person carries in each month, in thousandths: all of it,
    /// but for joiners.
    pub fn growing(workspace: &Workspace, grid: &QuotaGrid, ramp: &[i64]) -> Weights {
        let started = |seat: &Seat| workspace.people.find(seat.person()).and_then(|it| it.started);
        let shares = |seat: &Seat| {
            let started = started(seat);
            months_row(grid, |month| ramp_share(*month, started, ramp))
        };
        Weights(grid.seats.iter().map(shares).collect())
    }

    /// Who joins in the year of a grid, and so carries less than a full share for a while.
    pub fn joiners(workspace: &Workspace, grid: &QuotaGrid, ramp: &[i64]) -> Vec<bool> {
        Weights::growing(workspace, grid, ramp).0.iter().map(is_joiner).collect()
    }

    /// Both together: the products of the weights.
    #[must_use]
    pub fn times(&self, other: &Weights) -> Weights {
        let pairs = self.0.iter().zip(&other.0);
        let product = |at: usize, one: &[i64; MONTHS], other: &[i64; MONTHS]| {
            i128::from(one[at]) * i128::from(other[at])
        };
        let rows = pairs.map(|(one, other)| std::array::from_fn(|at| product(at, one, other)));
        let rows: Vec<[i128; MONTHS]> = rows.collect();
        let largest = rows.iter().flatten().copied().max().unwrap_or(0);
        let smaller = (largest / LARGEST_WEIGHT).max(1);
        Weights(rows.into_iter().map(|row| row.map(|it| (it / smaller) as i64)).collect())
    }

    /// The weights of so many people as a row of rows; people without any weigh nothing.
    pub(super) fn flat(&self, people: usize) -> Vec<i64> {
        let mut flat: Vec<i64> = self.0.iter().flatten().copied().collect();
        flat.resize(people * MONTHS, 0);
        flat
    }
}

fn is_joiner(shares: &[i64; MONTHS]) -> bool {
    shares.iter().any(|it| *it != FULL)
}

fn months_row(grid: &QuotaGrid, weight: impl Fn(&Period) -> i64) -> [i64; MONTHS] {
    std::array::from_fn(|at| grid.months.get(at).map_or(0, &weight))
}

fn ramp_share(month: Period, started: Option<Day>, ramp: &[i64]) -> i64 {
    let (Period::Month(year, month), Some(started)) = (month, started) else { return FULL };
    let number = |year: i32, month: u32| i64::from(year) * 12 + i64::from(month);
    let since = number(year, month) - number(started.year(), started.month());
    match usize::try_from(since) {
        Ok(since) => ramp.get(since).copied().unwrap_or(FULL),
        Err(_) => 0,
    }
}
