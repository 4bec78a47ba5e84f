//! How a year's quotas are kept, and read back as a grid.
//!
//! The truth is the goal of each person in each month, an ordinary [`Goal`]; a [`QuotaYear`] says
//! that a fiscal year is planned that way and in which currency. In such a year the quotas of
//! quarters, years, teams and the company are sums and nothing else, whatever page shows them, so
//! two tablets that planned apart still merge into wholes that are their parts. Locks are records
//! of their own, one a cell.
//!
//! A year without that mark has goals as they were set one by one. Its grid takes them over, the
//! narrower before the wider: what a person was given stays, and a wider goal is spread over the
//! months below it that have none yet.

use std::collections::BTreeMap;

use super::fit::share_out;
use super::{Cell, MONTHS, QuotaGrid, Row, Seat, Split, parts};
use crate::domain::arrange;
use crate::domain::calendar::{FiscalStart, Period, Span};
use crate::domain::changes::Changes;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{QuotaLockId, QuotaYearId};
use crate::domain::money::{Currency, Money};
use crate::domain::people::Person;
use crate::domain::workspace::Workspace;

record! {
    /// A fiscal year whose quotas are planned by person and month.
    pub struct QuotaYear(QuotaYearId) {
        /// The year, as fiscal years are named.
        year: Option<i64>,
        /// The currency of all its amounts.
        currency: Option<Currency>,
    }
}

record! {
    /// A cell of a grid that keeps its amount.
    pub struct QuotaLock(QuotaLockId) {
        /// Whose cell it is.
        bearer: Option<Bearer>,
        /// In which period.
        period: Option<Period>,
    }
}

impl QuotaYear {
    /// The id of a year, the same on every tablet.
    pub fn id_of(year: i32) -> QuotaYearId {
        QuotaYearId::of_key(&format!("quotas/{year}"))
    }
}

impl QuotaLock {
    /// The id of a cell's lock, the same on every tablet.
    pub fn id_of(bearer: Bearer, period: Period) -> QuotaLockId {
        QuotaLockId::of_key(&format!("lock/{bearer}/{period}"))
    }

    /// The cell; `None` where the record is incomplete.
    pub fn cell(&self) -> Option<Cell> {
        Some(Cell::of(self.bearer?, self.period?))
    }
}

/// A year's quotas as they are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The amounts and locks.
    pub grid: QuotaGrid,
    /// The currency of the amounts.
    pub currency: Currency,
    /// Whether the year is planned by person and month; otherwise goals set one by one were taken
    /// over.
    pub is_planned: bool,
}

/// The fiscal year that holds a period; `None` outside the calendar.
pub fn year_of(period: Period, start: FiscalStart) -> Option<i32> {
    match period {
        Period::Year(year) | Period::Quarter(year, _) => Some(year),
        Period::Month(..) => match start.year_of(period.span(start)?.first) {
            Period::Year(year) => Some(year),
            Period::Quarter(..) | Period::Month(..) => None,
        },
    }
}

/// The quotas of the fiscal year that holds a period, where it is planned by person and month.
pub fn planned(workspace: &Workspace, period: Period) -> Option<Kept> {
    let year = year_of(period, workspace.settings().fiscal_start())?;
    workspace.quota_years.get(QuotaYear::id_of(year))?;
    kept(workspace, year)
}

/// The quotas of a fiscal year; `None` outside the calendar.
pub fn kept(workspace: &Workspace, year: i32) -> Option<Kept> {
    let (settings, start) = (workspace.settings(), workspace.settings().fiscal_start());
    let span = Period::Year(year).span(start)?;
    let mark = workspace.quota_years.get(QuotaYear::id_of(year));
    let currency = mark.and_then(|it| it.currency).unwrap_or_else(|| settings.currency());
    let goals = goals_in(workspace, year, currency);
    let mut grid = QuotaGrid::new(Split::People, year, start, seats(workspace, span, &goals))?;
    let mut known = vec![false; grid.amounts.len()];
    let is_month = |cell: &Cell| matches!(cell.period, Period::Month(..));
    let is_truth = |cell: &Cell| matches!(cell.row, Row::Person(_)) && is_month(cell);
    for (cell, amount) in goals.iter().filter(|(cell, _)| is_truth(cell)) {
        for place in grid.places(*cell) {
            grid.amounts[place] = *amount;
            known[place] = true;
        }
    }
    if mark.is_none() {
        let mut wider: Vec<(Cell, i64)> = goals.into_iter().filter(|it| !is_truth(&it.0)).collect();
        arrange::by_key(&mut wider, |(cell, _)| (cell.width(), *cell));
        wider.into_iter().for_each(|(cell, amount)| take_over(&mut grid, &mut known, cell, amount));
    }
    for cell in workspace.quota_locks.values().filter_map(QuotaLock::cell) {
        // A lock of somebody who is not in the grid holds nothing.
        let _ = grid.lock(cell);
    }
    Some(Kept { grid, currency, is_planned: mark.is_some() })
}

/// Goals of a year in a currency, as amounts that a grid can hold.
fn goals_in(workspace: &Workspace, year: i32, currency: Currency) -> BTreeMap<Cell, i64> {
    let start = workspace.settings().fiscal_start();
    let amount = |goal: &Goal| {
        let (cell, quota) = (Cell::of(goal.bearer?, goal.period?), goal.quota?);
        let is_in = quota.currency == currency && year_of(cell.period, start) == Some(year);
        is_in.then(|| (cell, quota.minor.clamp(0, super::LARGEST)))
    };
    workspace.goals.values().filter_map(amount).collect()
}

/// Who is in a year's grid: whoever is in the team on any of its days or has a goal in it.
fn seats(workspace: &Workspace, span: Span, goals: &BTreeMap<Cell, i64>) -> Vec<Seat> {
    let is_there = |person: &Person| {
        person.started.is_none_or(|it| it <= span.last)
            && person.left.is_none_or(|it| span.first <= it)
    };
    let has_goal = |row| goals.keys().any(|cell| cell.row == row);
    let people = workspace.people.iter();
    let seated = people.filter(|(id, it)| is_there(it) || has_goal(Row::Person(*id)));
    let team = |person: &Person| person.team.filter(|it| workspace.teams.has(*it));
    seated.map(|(id, it)| Seat { row: Row::Person(id), team: team(it) }).collect()
}

/// Spreads a goal over the months below it that have none of their own; where those that have are
/// more than the goal, they stay.
fn take_over(grid: &mut QuotaGrid, known: &mut [bool], cell: Cell, amount: i64) {
    let (taken, free): (Vec<usize>, Vec<usize>) =
        grid.places(cell).into_iter().partition(|place| known[*place]);
    let left = amount - grid.sum(&taken);
    if left < 0 {
        return;
    }
    let shares = share_out(left, &free, &vec![1; grid.amounts.len()]);
    for (place, share) in free.into_iter().zip(shares) {
        grid.amounts[place] = share;
        known[place] = true;
    }
}

/// Writes a grid: the mark of the year, the months that differ from what is stored, the locks; and
/// takes away goals of the year that are sums from now on.
pub fn write(workspace: &Workspace, kept: &Kept, changes: &mut Changes) {
    let grid = &kept.grid;
    if grid.split != Split::People {
        return parts::write(workspace, kept, changes);
    }
    let mark = QuotaYear { year: Some(grid.year.into()), currency: Some(kept.currency) };
    changes.put(workspace, QuotaYear::id_of(grid.year), &mark);
    let (rows, _) = grid.amounts.as_chunks::<MONTHS>();
    for (seat, row) in grid.seats.iter().zip(rows) {
        for (month, minor) in grid.months.iter().zip(row) {
            let quota = Money::new(*minor, kept.currency);
            if let Some(bearer) = seat.row.bearer() {
                write_month(workspace, (bearer, *month), quota, changes);
            }
        }
    }
    remove_sums(workspace, grid.year, changes);
    for cell in &grid.locks {
        let Some(bearer) = cell.row.bearer() else { continue };
        let lock = QuotaLock { bearer: Some(bearer), period: Some(cell.period) };
        changes.put(workspace, QuotaLock::id_of(bearer, cell.period), &lock);
    }
    for (id, lock) in workspace.quota_locks.iter() {
        let is_of_grid = |cell: &Cell| !grid.places(*cell).is_empty();
        if lock.cell().is_some_and(|cell| is_of_grid(&cell) && !grid.is_locked(cell)) {
            changes.remove::<QuotaLock>(workspace, id);
        }
    }
}

/// A month of nothing is stored only where there was something.
fn write_month(
    workspace: &Workspace,
    (bearer, month): (Bearer, Period),
    quota: Money,
    changes: &mut Changes,
) {
    let id = Goal::id_of(bearer, month);
    if quota.minor != 0 || workspace.goals.has(id) {
        let (bearer, period) = (Some(bearer), Some(month));
        let known = workspace.goals.get(id).cloned().unwrap_or_default();
        changes.put(workspace, id, &Goal { bearer, period, quota: Some(quota), ..known });
    }
}

fn remove_sums(workspace: &Workspace, year: i32, changes: &mut Changes) {
    let start = workspace.settings().fiscal_start();
    for (id, goal) in workspace.goals.iter() {
        let (Some(bearer), Some(period)) = (goal.bearer, goal.period) else { continue };
        let is_sum = Cell::of(bearer, period).width() != (0, 0);
        if !is_sum || year_of(period, start) != Some(year) {
            continue;
        }
        match goal.objective {
            Some(_) => changes.put(workspace, id, &Goal { quota: None, ..goal.clone() }),
            None => changes.remove::<Goal>(workspace, id),
        }
    }
}
