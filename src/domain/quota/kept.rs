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

use std::collections::{BTreeMap, BTreeSet};

use super::fit::share_out;
use super::{Cell, MONTHS, QuotaGrid, Row, Seat, Split, parts};
use crate::domain::arrange;
use crate::domain::calendar::{Day, FiscalStart, Period, Span};
use crate::domain::changes::Changes;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{PersonId, QuotaLockId, QuotaYearId};
use crate::domain::money::{Currency, Money};
use crate::domain::people::{Absence, Person};
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

impl QuotaGrid {
    /// The grid, spread from now on in whole units of a currency where what is spread is whole.
    pub(super) fn in_units_of(self, currency: Currency) -> QuotaGrid {
        QuotaGrid { step: currency.scale(), ..self }
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
    /// Another currency that goals of the year are set in, which planning would lose.
    pub foreign: Option<Currency>,
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
    let met = currencies(workspace, year);
    let alone = met.iter().next().copied().filter(|_| met.len() == 1);
    let planned = mark.and_then(|it| it.currency);
    let currency = planned.or(alone).unwrap_or_else(|| settings.currency());
    let foreign = met.into_iter().find(|it| *it != currency).filter(|_| mark.is_none());
    let goals = goals_in(workspace, year, currency);
    let grid = QuotaGrid::new(Split::People, year, start, seats(workspace, span, &goals))?;
    let mut grid = grid.in_units_of(currency);
    let mut known = vec![false; grid.amounts.len()];
    let is_month = |cell: &Cell| matches!(cell.period, Period::Month(..));
    let is_truth = |cell: &Cell| matches!(cell.row, Row::Person(_)) && is_month(cell);
    for (cell, amount) in goals.iter().filter(|(cell, _)| is_truth(cell)) {
        for place in grid.places(*cell) {
            grid.amounts[place] = *amount;
            known[place] = true;
        }
    }
    read_beside(workspace, &mut grid, currency);
    if mark.is_none() {
        let mut wider: Vec<(Cell, i64)> = goals.into_iter().filter(|it| !is_truth(&it.0)).collect();
        arrange::by_key(&mut wider, |(cell, _)| (cell.width(), *cell));
        wider.into_iter().for_each(|(cell, amount)| take_over(&mut grid, &mut known, cell, amount));
    }
    for cell in workspace.quota_locks.values().filter_map(QuotaLock::cell) {
        // A lock of somebody who is not in the grid holds nothing.
        let _ = grid.lock(cell);
    }
    Some(Kept { grid, currency, is_planned: mark.is_some(), foreign })
}

/// Reads what stands beside the amounts of people's months: what they were before absences, and
/// which team they count for.
fn read_beside(workspace: &Workspace, grid: &mut QuotaGrid, currency: Currency) {
    let start = workspace.settings().fiscal_start();
    for (row, seat) in grid.seats.clone().into_iter().enumerate() {
        let Some(bearer) = seat.row.bearer() else { continue };
        let person = workspace.people.find(seat.person());
        for (month, period) in grid.months.clone().into_iter().enumerate() {
            let place = row * MONTHS + month;
            let goal = workspace.goals.get(Goal::id_of(bearer, period));
            let full = goal.and_then(|it| it.full).filter(|it| it.currency == currency);
            grid.full[place] = full.map(|it| it.minor.clamp(0, super::LARGEST));
            let last = period.span(start).map(|it| it.last);
            let then = person.zip(last).map(|(it, last)| it.team_on(last));
            let then = then.map(|it| it.filter(|it| workspace.teams.has(*it)));
            if let Some(team) = then.filter(|it| seat.team != *it) {
                grid.elsewhere.insert(place, team);
            }
        }
    }
}

/// The currencies in which quotas of a year are set.
fn currencies(workspace: &Workspace, year: i32) -> BTreeSet<Currency> {
    let start = workspace.settings().fiscal_start();
    let own = workspace
        .goals
        .values()
        .filter(|it| it.period.is_some_and(|period| year_of(period, start) == Some(year)));
    own.filter_map(|it| it.quota).filter(|it| it.minor != 0).map(|it| it.currency).collect()
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

/// Whether somebody with quotas in months to come is away or leaves in one of them, so that others
/// may have to take some over.
pub fn may_need_respread(workspace: &Workspace, id: PersonId, today: Day) -> bool {
    let start = workspace.settings().fiscal_start();
    let Some(person) = workspace.people.get(id) else { return false };
    let own = workspace.goals.values().filter(|it| {
        it.bearer == Some(Bearer::Person(id)) && it.quota.is_some_and(|it| it.minor != 0)
    });
    let months = own.filter_map(|it| it.period).filter(|it| matches!(it, Period::Month(..)));
    let spans = months.filter_map(|it| it.span(start)).filter(|it| today <= it.last);
    let absences = workspace.absences.values().filter(|it| it.person == Some(id));
    let away: Vec<Span> = absences.filter_map(Absence::span).collect();
    let mut spans = spans;
    spans.any(|month| {
        let is_away = away.iter().any(|it| it.first <= month.last && month.first <= it.last);
        is_away || person.left.is_some_and(|it| it < month.last)
    })
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
    let step = if left % grid.step == 0 { grid.step } else { 1 };
    let shares = share_out(left / step, &free, &vec![1; grid.amounts.len()]);
    for (place, share) in free.into_iter().zip(shares) {
        grid.amounts[place] = share * step;
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
    for (place, minor) in grid.amounts.iter().enumerate() {
        let month = grid.months.get(place % MONTHS);
        if let (Some(bearer), Some(month)) = (grid.seats[place / MONTHS].row.bearer(), month) {
            let full = grid.full[place].map(|it| Money::new(it, kept.currency));
            let quota = Money::new(*minor, kept.currency);
            write_month(workspace, (bearer, *month), (quota, full), changes);
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
    (quota, full): (Money, Option<Money>),
    changes: &mut Changes,
) {
    let id = Goal::id_of(bearer, month);
    let known = workspace.goals.get(id).and_then(|it| it.quota);
    if quota.minor == 0 && known.is_some_and(|it| it.currency != quota.currency) {
        // What another tablet set in another currency is not ours to take away.
        return;
    }
    if quota.minor != 0 || full.is_some() || workspace.goals.has(id) {
        let (bearer, period) = (Some(bearer), Some(month));
        let known = workspace.goals.get(id).cloned().unwrap_or_default();
        changes.put(workspace, id, &Goal { bearer, period, quota: Some(quota), full, ..known });
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
