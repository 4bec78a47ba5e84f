//! What can be done to a grid, and why it is refused.

use std::collections::BTreeMap;

use super::kept::Kept;
use super::past::YearBefore;
use super::presence::{has_others, less_where_away};
use super::way::{Way, Ways};
use super::{Cell, LARGEST, NotSet, Rest};
use crate::domain::calendar::{Day, Period};
use crate::domain::money::{Currency, Money, share};
use crate::domain::workspace::Workspace;

/// One thing done to a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// A cell is to be this much, in minor units, and the rest makes up for it or stays.
    Set(Cell, i64, Rest),
    /// A cell keeps its amount from now on.
    Lock(Cell),
    /// A cell may move again.
    Unlock(Cell),
    /// A cell's amount is spread anew over what is in it, by one way or several together.
    Respread(Cell, Ways),
    /// Everyone gets in each month what was won in it a year before, changed by so many
    /// thousandths.
    Grow(i64),
}

/// A cell by the name of its row; the company's is empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Whose cell it is.
    pub name: String,
    /// In which period.
    pub period: Period,
}

impl Named {
    /// A cell with the name that its bearer has now.
    pub fn of(workspace: &Workspace, cell: Cell) -> Named {
        Named { name: cell.row.name(workspace), period: cell.period }
    }
}

/// An edit that cannot be: of which cell, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The cell.
    pub cell: Named,
    /// Why.
    pub why: Why,
}

/// Why an edit cannot be. Nothing has moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nobody is in the cell, so there is nothing to set.
    NobodyInIt,
    /// An amount below zero.
    AmountNegative,
    /// More than a cell can hold: what it can.
    AmountTooLarge(Money),
    /// The cell itself is locked at its amount.
    Locked(Money),
    /// The locked cells within it alone are this much.
    LockedExceed(Money),
    /// Another cell, which stays what it is, leaves no more than this.
    Leaves(Named, Money),
    /// Another cell, locked or to be kept, could not keep its amount.
    InTheWay(Named),
    /// The way has nothing to go by.
    NothingToGoBy(Way),
    /// Each of several ways has something to go by, but nobody and no month has it by all of them.
    NothingTogether,
    /// The year is planned in this currency.
    OtherCurrency(Currency),
    /// Nobody else is in the cell who could take over what somebody absent does not carry.
    NobodyElse,
    /// Some of what was won the year before is in this currency, whose rate is not stated.
    RateMissing(Currency),
    /// Goals of the year are set in this currency, too, and would be lost.
    GoalsIn(Currency),
    /// The cell is locked, and the person's months in it would leave it or come to it.
    LockOfTeam(String),
}

/// Does edits, all or none of them. Cells of one width that follow each other and leave the rest
/// alone are set at once, so that it is the outcome that must fit the locks.
///
/// # Errors
/// [`Refused`] where one cannot be; the grid is then what it was.
pub fn edit_all(
    workspace: &Workspace,
    kept: &mut Kept,
    edits: &[Edit],
    today: Day,
) -> Result<(), Refused> {
    let whole = kept.grid.whole();
    if let Some(currency) = kept.foreign {
        let cell = Named::of(workspace, whole);
        return Err(Refused { cell, why: Why::GoalsIn(currency) });
    }
    let mut after = kept.clone();
    for group in edits.chunk_by(|one, other| is_set(one).is_some() && is_set(one) == is_set(other))
    {
        match group {
            [one] => edit(workspace, &mut after, *one, today)?,
            many => set_many(workspace, &mut after, many, today)?,
        }
    }
    *kept = after;
    Ok(())
}

/// The width of a cell that is set while the rest stays.
fn is_set(edit: &Edit) -> Option<(u8, u8)> {
    match edit {
        Edit::Set(cell, _, Rest::Stays) => Some(cell.width()),
        _ => None,
    }
}

/// Sets cells at once; where that does not work, one after the other.
fn set_many(
    workspace: &Workspace,
    kept: &mut Kept,
    edits: &[Edit],
    today: Day,
) -> Result<(), Refused> {
    let mut wanted: BTreeMap<Cell, i64> = BTreeMap::new();
    for it in edits {
        if let Edit::Set(cell, amount, _) = it {
            wanted.insert(*cell, *amount);
        }
    }
    let wanted: Vec<(Cell, i64)> = wanted.into_iter().collect();
    let Err((cell, why)) = kept.grid.set_all(&wanted) else { return Ok(()) };
    let mut one_by_one = kept.clone();
    match edits.iter().try_for_each(|it| edit(workspace, &mut one_by_one, *it, today)) {
        Ok(()) => *kept = one_by_one,
        Err(_) => {
            let why = named(workspace, kept, cell, why);
            return Err(Refused { cell: Named::of(workspace, cell), why });
        }
    }
    Ok(())
}

fn edit(workspace: &Workspace, kept: &mut Kept, edit: Edit, today: Day) -> Result<(), Refused> {
    let (whole, unit) = (kept.grid.whole(), kept.currency.scale());
    let refuse = |cell, why| Err(Refused { cell: Named::of(workspace, cell), why });
    let (cell, done) = match edit {
        Edit::Set(cell, amount, rest) => (cell, kept.grid.set(cell, amount, rest)),
        Edit::Lock(cell) => (cell, kept.grid.lock(cell)),
        Edit::Unlock(cell) => {
            kept.grid.unlock(cell);
            (cell, Ok(()))
        }
        Edit::Respread(cell, ways) if ways == Way::Presence.into() => {
            match has_others(&kept.grid, cell) {
                true => (cell, less_where_away(workspace, &mut kept.grid, cell, today)),
                false => return refuse(cell, Why::NobodyElse),
            }
        }
        Edit::Respread(cell, ways) => match ways.weights(workspace, kept, cell) {
            Ok(weights) => (cell, kept.grid.respread(cell, &weights)),
            Err(Some(way)) => return refuse(cell, Why::NothingToGoBy(way)),
            Err(None) => return refuse(cell, Why::NothingTogether),
        },
        Edit::Grow(growth) => {
            let before = YearBefore::of(workspace, kept);
            if let Some(missing) = before.missing {
                return refuse(whole, Why::RateMissing(missing));
            }
            // A plan is made in whole units.
            let total = share(before.total(), (1000 + growth).max(0), 1000 * unit);
            let total = total.saturating_mul(unit);
            if total == 0 {
                return refuse(whole, Why::NothingToGoBy(Way::LastYear));
            }
            let mut grown = kept.grid.clone();
            let done = grown.set(whole, total, Rest::Stays);
            let weights = before.taken_over(workspace, &kept.grid);
            let done = done.and_then(|()| grown.respread(whole, &weights));
            if done.is_ok() {
                kept.grid = grown;
            }
            (whole, done)
        }
    };
    match done {
        Ok(()) => Ok(()),
        Err(why) => refuse(cell, named(workspace, kept, cell, why)),
    }
}

fn named(workspace: &Workspace, kept: &Kept, cell: Cell, why: NotSet) -> Why {
    let money = |minor| Money::new(minor, kept.currency);
    match why {
        NotSet::NoSuchCell => Why::NobodyInIt,
        NotSet::AmountNegative => Why::AmountNegative,
        NotSet::AmountTooLarge => Why::AmountTooLarge(money(LARGEST)),
        NotSet::CellLocked => Why::Locked(money(kept.grid.amount(cell))),
        NotSet::LockedExceed(sum) => Why::LockedExceed(money(sum)),
        NotSet::WholeLeaves(around, left) => {
            Why::Leaves(Named::of(workspace, around), money(left.max(0)))
        }
        NotSet::InTheWay(other) => Why::InTheWay(Named::of(workspace, other)),
    }
}
