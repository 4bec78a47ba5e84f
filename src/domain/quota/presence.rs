//! Quotas less where somebody is away: in each month that is not over, the others take over what
//! the absent do not carry.
//!
//! Who carries how much goes by the plan without absences, which is kept beside the amounts until
//! they are changed otherwise. So doing it again changes nothing, and where an absence is taken
//! back the amounts are again what they were.

use super::{Cell, Demand, MONTHS, NotSet, QuotaGrid, Rest, Weights};
use crate::domain::calendar::Day;
use crate::domain::workspace::Workspace;

/// A month's weights stay below this, so that those of a thousand people can be added up.
const LARGEST_WEIGHT: i128 = 1 << 50;

/// How much of a month somebody is there, in thousandths of its working days.
const ALL_OF_IT: i64 = 1000;

/// Spreads each month of a cell over the people in it by the plan without absences and by how much
/// of the month they are there. Months that are over stay, and every month keeps its sum.
///
/// # Errors
/// [`NotSet`] where locks do not allow it; the grid is then what it was.
pub(super) fn less_where_away(
    workspace: &Workspace,
    grid: &mut QuotaGrid,
    cell: Cell,
    today: Day,
) -> Result<(), NotSet> {
    let start = workspace.settings().fiscal_start();
    let there = Weights::presence(workspace, grid).flat(grid.seats.len());
    let mut done = grid.clone();
    for month in grid.months.clone() {
        let is_over = month.span(start).is_none_or(|it| it.last < today);
        let all = done.places(Cell { row: cell.row, period: month });
        let within = done.places(cell);
        let places: Vec<usize> = all.into_iter().filter(|it| within.contains(it)).collect();
        if is_over || places.len() < 2 {
            continue;
        }
        done = one_month(done, Cell { row: cell.row, period: month }, places, &there)?;
    }
    *grid = done;
    Ok(())
}

/// Whether anybody beside one person is in a month of the cell.
pub(super) fn has_others(grid: &QuotaGrid, cell: Cell) -> bool {
    let rows = grid.places(cell).into_iter().map(|place| place / MONTHS);
    rows.collect::<std::collections::BTreeSet<usize>>().len() > 1
}

fn one_month(
    mut grid: QuotaGrid,
    month: Cell,
    places: Vec<usize>,
    there: &[i64],
) -> Result<QuotaGrid, NotSet> {
    let full = |place: usize| grid.full[place].unwrap_or(grid.amounts[place]);
    let plan: Vec<(usize, i64)> = places.iter().map(|place| (*place, full(*place))).collect();
    let everybody = plan.iter().all(|(place, _)| there[*place] == ALL_OF_IT);
    let touched = places.iter().any(|it| grid.full[*it].is_some());
    if everybody && !touched {
        return Ok(grid);
    }
    let part = |place: usize| if everybody { 1 } else { i128::from(there[place]) };
    let exact: Vec<i128> = plan.iter().map(|(at, it)| i128::from(*it) * part(*at)).collect();
    if exact.iter().all(|it| *it == 0) {
        // Nobody is there who had anything, so nobody can take it over.
        return Ok(grid);
    }
    let smaller = exact.iter().max().map_or(1, |it| (it / LARGEST_WEIGHT).max(1));
    let mut weights = vec![0_i64; grid.amounts.len()];
    for ((place, _), weight) in plan.iter().zip(&exact) {
        weights[*place] = (weight / smaller) as i64;
    }
    let amount = grid.sum(&places);
    grid.move_to((month, Demand { places, amount }), None, Rest::Stays, &weights)?;
    for (place, full) in plan {
        grid.full[place] = (grid.amounts[place] != full).then_some(full);
    }
    Ok(grid)
}
