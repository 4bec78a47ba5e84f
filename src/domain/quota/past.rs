//! What was won before the year of a grid, in its currency.
//!
//! Amounts in other currencies are converted by the latest rates where the year is planned in the
//! team's own; others are left out and named.

use super::{Kept, MONTHS, Row, Split, Weights, portions};
use crate::domain::calendar::{FiscalStart, Period, Span};
use crate::domain::money::{Currency, Money, share};
use crate::domain::pipeline::Outcome;
use crate::domain::rates::Rates;
use crate::domain::workspace::Workspace;

/// How many years before say what the season is.
const YEARS: usize = 3;

/// What was won in each month of the year before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearBefore {
    /// All of it, whoever won it.
    whole: [i64; MONTHS],
    /// What the people or parts of the grid won of it, in its order.
    rows: Vec<[i64; MONTHS]>,
    /// A currency of which some was won and whose rate is not known.
    pub missing: Option<Currency>,
}

impl YearBefore {
    /// What was won in the year before a grid's.
    pub fn of(workspace: &Workspace, kept: &Kept) -> YearBefore {
        let (grid, rates) = (&kept.grid, rates(workspace, kept));
        let spans = months_before(workspace, kept, 1);
        let mut found = YearBefore {
            whole: [0; MONTHS],
            rows: vec![[0; MONTHS]; grid.seats.len()],
            missing: None,
        };
        for lead in workspace.leads.values() {
            let (Some(amount), Some(closed)) = (lead.amount, lead.closes) else { continue };
            let month = spans.iter().position(|it| it.is_some_and(|span| span.holds(closed)));
            let Some(month) = month.filter(|_| lead.outcome(workspace) == Outcome::Won) else {
                continue;
            };
            let Some(own) = rates.convert(amount) else {
                found.missing = found.missing.or(Some(amount.currency));
                continue;
            };
            add(&mut found.whole[month], own.minor);
            let won = match (grid.split, lead.owner) {
                (Split::People, owner) => vec![(owner.map(Row::Person), Some(amount))],
                (split, _) => portions(workspace, split, lead),
            };
            for (row, part) in won {
                let row = row.and_then(|row| grid.seats.iter().position(|it| it.row == row));
                if let (Some(row), Some(part)) = (row, part.and_then(|it| rates.convert(it))) {
                    add(&mut found.rows[row][month], part.minor);
                }
            }
        }
        found
    }

    /// All of it.
    pub fn total(&self) -> i64 {
        self.whole.iter().fold(0_i64, |sum, it| sum.saturating_add(*it)).max(0)
    }

    /// What those in the grid won of it.
    pub fn own(&self) -> i64 {
        self.rows.iter().flatten().fold(0, |sum: i64, it| sum.saturating_add(*it))
    }

    /// What each won in each month.
    pub fn weights(self) -> Weights {
        Weights::new(self.rows)
    }

    /// The whole of each month by what each in the grid won in it, or in all of the year where
    /// nobody in it won anything then; the same for everybody where nobody won anything at all.
    /// Who is not there in a month takes nothing of it.
    pub(super) fn taken_over(&self, workspace: &Workspace, grid: &super::QuotaGrid) -> Weights {
        let there = match grid.split {
            Split::People => Weights::presence(workspace, grid).flat(grid.seats.len()),
            _ => vec![1; grid.amounts.len()],
        };
        let years: Vec<i64> = self.rows.iter().map(|row| row.iter().sum::<i64>().max(0)).collect();
        let mut rows = vec![[0_i64; MONTHS]; self.rows.len()];
        for month in 0..MONTHS {
            let own = self.rows.iter().map(|row| row[month].max(0));
            let same = vec![1; rows.len()];
            let tried = [own.collect::<Vec<i64>>(), years.clone(), same];
            let present = |weights: Vec<i64>| -> Vec<i64> {
                let weights = weights.into_iter().enumerate();
                weights
                    .map(|(row, it)| if there[row * MONTHS + month] == 0 { 0 } else { it })
                    .collect()
            };
            let weights = tried.into_iter().map(present).find(|it| it.iter().any(|it| *it != 0));
            let weights = weights.unwrap_or_default();
            let sum = weights.iter().fold(0_i64, |sum, it| sum.saturating_add(*it));
            for (row, weight) in weights.into_iter().enumerate() {
                rows[row][month] = share(self.whole[month].max(0), weight, sum);
            }
        }
        Weights::new(rows)
    }
}

/// What the whole team won in each month of the three years before; a year without anything won is
/// left out.
pub(super) fn seasons(workspace: &Workspace, kept: &Kept) -> Vec<[i64; MONTHS]> {
    let rates = rates(workspace, kept);
    let spans: Vec<Option<Span>> =
        (1..=YEARS).flat_map(|back| months_before(workspace, kept, back as i32)).collect();
    let mut years = vec![[0_i64; MONTHS]; YEARS];
    for lead in workspace.leads.values() {
        let (Some(amount), Some(closed)) = (lead.amount, lead.closes) else { continue };
        let place = spans.iter().position(|it| it.is_some_and(|span| span.holds(closed)));
        let Some(place) = place.filter(|_| lead.outcome(workspace) == Outcome::Won) else {
            continue;
        };
        if let Some(Money { minor, .. }) = rates.convert(amount) {
            add(&mut years[place / MONTHS][place % MONTHS], minor);
        }
    }
    years.into_iter().filter(|year| year.iter().any(|it| *it != 0)).collect()
}

fn rates(workspace: &Workspace, kept: &Kept) -> Rates {
    let rates = Rates::latest(workspace);
    if rates.home() == kept.currency { rates } else { Rates::none(kept.currency) }
}

/// The same months so many years before.
fn months_before(workspace: &Workspace, kept: &Kept, back: i32) -> Vec<Option<Span>> {
    let start: FiscalStart = workspace.settings().fiscal_start();
    let span = |month: &Period| match month {
        Period::Month(year, month) => Period::Month(year - back, *month).span(start),
        Period::Year(_) | Period::Quarter(..) => None,
    };
    kept.grid.months.iter().map(span).collect()
}

fn add(sum: &mut i64, minor: i64) {
    *sum = sum.saturating_add(minor);
}

#[cfg(test)]
mod tests;
