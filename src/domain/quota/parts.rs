//! The company's quotas by product, sector, class, region or office.
//!
//! Which parts there are, follows from the records: the products, the sectors, classes and places
//! of the customers, the offices of the people; and whatever has a quota already. What is kept is the
//! quota of each part in each month and the locks, in a table of their own, so that a version that
//! knows no such quotas, or not this split, leaves them as they are.
//!
//! The company's total is one figure whichever way it is split. As each split is planned on its
//! own, they can come apart; [`differences`] says where.

use std::collections::BTreeMap;

use super::row::{Row, Split};
use super::{Cell, Edit, Kept, LARGEST, MONTHS, QuotaGrid, QuotaYear, Rest, Seat, kept, year_of};
use crate::domain::cadence::{class_key, classes};
use crate::domain::calendar::Period;
use crate::domain::changes::Changes;
use crate::domain::id::{PartId, PartQuotaId, ProductId, RecordId};
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::workspace::Workspace;

record! {
    /// A quota of a part in a month, and whether a cell of the part or of the company is locked.
    pub struct PartQuota(PartQuotaId) {
        /// What the company is split by.
        split: Option<Split>,
        /// The part: the id of a product, the key of a class, otherwise its name; empty for the
        /// company.
        part: String,
        /// In which period.
        period: Option<Period>,
        /// How much; kept of months of parts alone.
        quota: Option<Money>,
        /// Whether the cell keeps its amount.
        locked: bool,
    }
}

impl PartQuota {
    /// The id of a cell, the same on every tablet.
    pub fn id_of(split: Split, part: &str, period: Period) -> PartQuotaId {
        PartQuotaId::of_key(&format!("part/{split}/{part}/{period}"))
    }

    /// The row; `None` where the record is incomplete.
    fn row(&self) -> Option<Row> {
        let split = self.split?;
        match self.part.as_str() {
            "" => Some(Row::Company(split)),
            part => Some(Row::Part(split, part_id(split, part)?)),
        }
    }
}

/// A product is its own part; others are known by their name.
fn part_id(split: Split, part: &str) -> Option<PartId> {
    match split {
        Split::Product => part.parse().ok(),
        _ => Some(PartId::of_key(&format!("{split}/{part}"))),
    }
}

/// The parts by a split with the texts that they are kept by: those that records name, and those
/// that have a quota in any year. None for people, whose rows are no parts.
pub fn parts(workspace: &Workspace, split: Split) -> BTreeMap<PartId, String> {
    let mut parts = BTreeMap::new();
    let mut add = |text: &str| {
        let text = text.trim();
        if let (false, Some(id)) = (text.is_empty(), part_id(split, text)) {
            parts.entry(id).or_insert_with(|| text.to_owned());
        }
    };
    match split {
        Split::People => return BTreeMap::new(),
        Split::Product => workspace.products.iter().for_each(|(id, _)| add(&id.to_string())),
        Split::Sector => workspace.customers.values().for_each(|it| add(&it.sector)),
        Split::Class => workspace.customers.values().for_each(|it| add(&class_key(&it.class))),
        Split::Region => workspace.customers.values().for_each(|it| add(&it.location)),
        Split::Office => workspace.people.values().for_each(|it| add(&it.region)),
    }
    let own = workspace.part_quotas.values().filter(|it| it.split == Some(split));
    own.filter(|it| it.locked || it.quota.is_some_and(|it| it.minor != 0))
        .for_each(|it| add(&it.part));
    parts
}

/// The parts by a split with what they are called; a product that is gone has no name.
pub fn names(workspace: &Workspace, split: Split) -> BTreeMap<PartId, String> {
    let mut names = parts(workspace, split);
    match split {
        Split::Product => {
            names.iter_mut().for_each(|(id, name)| *name = part_name(workspace, split, *id));
        }
        // A class is one however it is spelled; it is called as it was spelled first.
        Split::Class => {
            for class in classes(workspace) {
                let own = part_id(split, &class_key(&class)).and_then(|it| names.get_mut(&it));
                own.into_iter().for_each(|it| it.clone_from(&class));
            }
        }
        Split::People | Split::Sector | Split::Region | Split::Office => {}
    }
    names
}

/// What a part is called; empty for a product that is gone.
pub(super) fn part_name(workspace: &Workspace, split: Split, id: PartId) -> String {
    match split {
        Split::Product => {
            let product = workspace.products.get(ProductId(RecordId::from(id)));
            product.map(|it| it.name.clone()).unwrap_or_default()
        }
        _ => names(workspace, split).remove(&id).unwrap_or_default(),
    }
}

/// What of a lead's amount counts for which part: all of it for one, but of several products each
/// has its share. No part where the lead does not say.
pub fn portions(
    workspace: &Workspace,
    split: Split,
    lead: &Lead,
) -> Vec<(Option<Row>, Option<Money>)> {
    if split == Split::Product {
        let row = |id: ProductId| Row::Part(split, PartId(id.into()));
        let known = |id: Option<ProductId>| id.filter(|it| workspace.products.has(*it));
        let shares = lead.shares().into_iter();
        return shares.map(|(id, part)| (known(id).map(row), part)).collect();
    }
    let customer = workspace.customers.find(lead.customer);
    let class = customer.filter(|_| split == Split::Class).map(|it| class_key(&it.class));
    let word = match split {
        Split::People | Split::Product => None,
        Split::Sector => customer.map(|it| it.sector.trim()),
        Split::Class => class.as_deref(),
        Split::Region => customer.map(|it| it.location.trim()),
        Split::Office => workspace.people.find(lead.owner).map(|it| it.region.trim()),
    };
    let part = word.filter(|it| !it.is_empty()).and_then(|it| part_id(split, it));
    vec![(part.map(|it| Row::Part(split, it)), lead.amount)]
}

/// The quotas of a fiscal year by a split; `None` outside the calendar.
pub fn kept_by(workspace: &Workspace, year: i32, split: Split) -> Option<Kept> {
    if split == Split::People {
        return kept(workspace, year);
    }
    let start = workspace.settings().fiscal_start();
    let is_own = |it: &&PartQuota| {
        let of_year = it.period.and_then(|it| year_of(it, start)) == Some(year);
        it.split == Some(split) && of_year
    };
    let own: Vec<&PartQuota> = workspace.part_quotas.values().filter(is_own).collect();
    let currency = currency(workspace, year, &own);
    let seat = |id| Seat { row: Row::Part(split, id), team: None };
    let seats = parts(workspace, split).into_keys().map(seat).collect();
    let mut grid = QuotaGrid::new(split, year, start, seats)?.in_units_of(currency);
    for it in own {
        let (Some(row), Some(period)) = (it.row(), it.period) else { continue };
        let cell = Cell { row, period };
        let quota = it.quota.filter(|it| it.currency == currency);
        if let (Some(quota), [place]) = (quota, &grid.places(cell)[..]) {
            grid.amounts[*place] = quota.minor.clamp(0, LARGEST);
        }
        if it.locked {
            // A lock of a part that is not in the grid holds nothing.
            let _ = grid.lock(cell);
        }
    }
    Some(Kept { grid, currency, is_planned: true, foreign: None })
}

/// The currency in which a year is planned already; otherwise that of the grid of people.
fn currency(workspace: &Workspace, year: i32, own: &[&PartQuota]) -> Currency {
    let people = || workspace.quota_years.get(QuotaYear::id_of(year))?.currency;
    let known = own.iter().find_map(|it| it.quota.filter(|it| it.minor != 0));
    let known = known.map(|it| it.currency).or_else(people);
    known.unwrap_or_else(|| workspace.settings().currency())
}

/// Writes a grid of parts: the months that differ from what is stored, and the locks.
pub(super) fn write(workspace: &Workspace, kept: &Kept, changes: &mut Changes) {
    let grid = &kept.grid;
    let texts = parts(workspace, grid.split);
    for cell in grid.cells() {
        let text = match cell.row {
            Row::Part(_, id) => texts.get(&id).map(String::as_str),
            _ => Some(""),
        };
        let Some(part) = text else { continue };
        let id = PartQuota::id_of(grid.split, part, cell.period);
        let minor = grid.amount(cell);
        let is_truth = cell.width() == (0, 0);
        let is_known = workspace.part_quotas.has(id);
        let quota =
            (is_truth && (minor != 0 || is_known)).then(|| Money::new(minor, kept.currency));
        let locked = grid.is_locked(cell);
        if locked || quota.is_some() {
            let (split, period) = (Some(grid.split), Some(cell.period));
            let cell = PartQuota { split, part: part.to_owned(), period, quota, locked };
            changes.put(workspace, id, &cell);
        } else if is_known {
            changes.remove::<PartQuota>(workspace, id);
        }
    }
}

/// Where the company's total by another split is not what it is by this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The other split.
    pub by: Split,
    /// The widest period in which they differ: the year, otherwise a quarter, otherwise a month.
    pub period: Period,
    /// The total by this split.
    pub here: Money,
    /// The total by the other.
    pub there: Money,
}

/// The other splits in which something is planned for the year of a grid, and whose totals are not
/// those of the grid. Years that are planned in different currencies are not compared.
pub fn differences(workspace: &Workspace, kept: &Kept) -> Vec<Difference> {
    let grid = &kept.grid;
    let others = Split::ALL.into_iter().filter(|it| *it != grid.split);
    let others = others.filter_map(|it| kept_by(workspace, grid.year, it));
    let mut found = Vec::new();
    for other in others.filter(|it| it.currency == kept.currency) {
        let total =
            |grid: &QuotaGrid, period| grid.amount(Cell { row: Row::Company(grid.split), period });
        let differs = |period: &Period| total(grid, *period) != total(&other.grid, *period);
        let quarters = (1..=4).map(|it| Period::Quarter(grid.year, it));
        let year = std::iter::once(Period::Year(grid.year));
        let mut periods = year.chain(quarters).chain(grid.months.iter().copied());
        let is_empty = other.grid.amount(other.grid.whole()) == 0;
        if let (false, Some(period)) = (is_empty, periods.find(differs)) {
            let money = |minor| Money::new(minor, kept.currency);
            let (here, there) = (total(grid, period), total(&other.grid, period));
            let by = other.grid.split;
            found.push(Difference { by, period, here: money(here), there: money(there) });
        }
    }
    found
}

/// The edits that give the company, as it is split here, month by month what it is by another
/// split. What is to be less comes first, so that locks around are not in the way.
pub fn taken_over(here: &Kept, there: &Kept) -> Vec<Edit> {
    let cell = |kept: &Kept, month| Cell { row: Row::Company(kept.grid.split), period: month };
    let months = here.grid.months.iter().take(MONTHS);
    let amounts = months.map(|it| {
        (cell(here, *it), here.grid.amount(cell(here, *it)), there.grid.amount(cell(there, *it)))
    });
    let mut changed: Vec<_> = amounts.filter(|(_, now, then)| now != then).collect();
    crate::domain::arrange::by_key(&mut changed, |(_, now, then)| *then - *now);
    changed.into_iter().map(|(cell, _, then)| Edit::Set(cell, then, Rest::Stays)).collect()
}

#[cfg(test)]
mod tests;
