//! What can be done to a grid, and why it is refused.

use super::kept::Kept;
use super::{Cell, LARGEST, NotSet, QuotaGrid, Rest, Split, USUAL_RAMP, Weights};
use crate::domain::calendar::Period;
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
    /// A cell's amount is spread anew over what is in it.
    Respread(Cell, Way),
    /// Everyone gets in each month what was won in it a year before, changed by so many
    /// thousandths.
    Grow(i64),
}

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
    /// As it stands, less where somebody is away or has left.
    Presence,
    /// The same for every person and month, but joiners grow into it.
    Ramp,
    /// By how many leads each person can work on.
    Capacity,
}

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

    /// Its weights for a cell; `None` where there is nothing to go by.
    pub fn weights(self, workspace: &Workspace, grid: &QuotaGrid, cell: Cell) -> Option<Weights> {
        let people = grid.seats().len();
        let weights = match self {
            Way::Equal => Weights::equal(people),
            Way::LastYear => Weights::last_year(workspace, grid),
            Way::Season => {
                let season = Weights::by_season(&Weights::seasons(workspace, grid), people);
                season.times(&shares(grid, cell))
            }
            Way::WorkingDays => Weights::working_days(workspace, grid),
            Way::Presence => Weights::as_it_stands(grid).times(&Weights::presence(workspace, grid)),
            Way::Ramp => Weights::ramp(workspace, grid, &USUAL_RAMP),
            Way::Capacity => Weights::capacity(workspace, grid)?,
        };
        grid.weighs_something(cell, &weights).then_some(weights)
    }
}

/// What each person has of a cell, the same in every month; alike where nobody has anything.
fn shares(grid: &QuotaGrid, cell: Cell) -> Weights {
    let own = |row| grid.amount(Cell { row, period: cell.period });
    let rows: Vec<i64> = grid.seats().iter().map(|it| own(it.row)).collect();
    match rows.iter().all(|it| *it == 0) {
        true => Weights::equal(rows.len()),
        false => Weights::by_person(&rows),
    }
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
    /// The year is planned in this currency.
    OtherCurrency(Currency),
}

/// Does an edit.
///
/// # Errors
/// [`Refused`] where it cannot be; the grid is then what it was.
pub fn edit(workspace: &Workspace, kept: &mut Kept, edit: Edit) -> Result<(), Refused> {
    let whole = kept.grid.whole();
    let refuse = |cell, why| Err(Refused { cell: Named::of(workspace, cell), why });
    let (cell, done) = match edit {
        Edit::Set(cell, amount, rest) => (cell, kept.grid.set(cell, amount, rest)),
        Edit::Lock(cell) => (cell, kept.grid.lock(cell)),
        Edit::Unlock(cell) => {
            kept.grid.unlock(cell);
            (cell, Ok(()))
        }
        Edit::Respread(cell, way) => match way.weights(workspace, &kept.grid, cell) {
            Some(weights) => (cell, kept.grid.respread(cell, &weights)),
            None => return refuse(cell, Why::NothingToGoBy(way)),
        },
        Edit::Grow(growth) => {
            let weights = Weights::last_year(workspace, &kept.grid);
            let total = share(weights.total(), (1000 + growth).max(0), 1000);
            if total == 0 {
                return refuse(whole, Why::NothingToGoBy(Way::LastYear));
            }
            let mut grown = kept.grid.clone();
            let done = grown.set(whole, total, Rest::Stays);
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
