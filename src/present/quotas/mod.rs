//! The quota grid as it is shown: rows and columns that are unfolded, every cell short and exact.

pub mod block;
pub mod cell;
pub mod certified;
pub mod progress;
mod range;
#[cfg(test)]
mod tests;
pub mod words;

use std::collections::BTreeMap;

pub use range::Range;
use words::Digits;

use super::goals::Tally;
use super::name_order::NameOrder;
use super::{filter, format};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period};
use crate::domain::goal::Bearer;
use crate::domain::id::TeamId;
use crate::domain::money::{Currency, Money, Sums, share};
use crate::domain::quota::{
    Cell, Edit, Kept, QuotaGrid, Refused, Row, Split, edit_all, kept_by, names,
};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that a grid is read from.
pub const TABLES: [Table; 11] = [
    Table::Absences,
    Table::Rates,
    Table::Goals,
    Table::QuotaYears,
    Table::QuotaLocks,
    Table::PartQuotas,
    Table::People,
    Table::Teams,
    Table::Products,
    Table::Customers,
    Table::Settings,
];

/// The tables that what was won is read from.
pub const WON_TABLES: [Table; 10] = [
    Table::Goals,
    Table::QuotaYears,
    Table::Rates,
    Table::Leads,
    Table::Stages,
    Table::People,
    Table::Teams,
    Table::Products,
    Table::Customers,
    Table::Settings,
];

/// A year's quotas now and before the last change.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// The quotas now.
    pub now: Kept,
    /// As they were before the last change since the year was opened.
    pub before: Option<QuotaGrid>,
    /// How many changes there were since then.
    pub number: u32,
}

impl Turn {
    /// The next turn after an earlier one; the same while nothing changed.
    pub fn next(now: Option<Kept>, earlier: Option<&Turn>) -> Option<Turn> {
        let now = now?;
        let same_year = |it: &&Turn| it.now.grid.whole() == now.grid.whole();
        Some(match earlier.filter(same_year) {
            None => Turn { now, before: None, number: 0 },
            Some(earlier) if earlier.now == now => earlier.clone(),
            Some(earlier) => {
                Turn { now, before: Some(earlier.now.grid.clone()), number: earlier.number + 1 }
            }
        })
    }
}

/// What is folded away and what is unfolded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folds {
    /// Teams whose people are folded away.
    pub teams: Vec<TeamId>,
    /// Quarters whose months are shown.
    pub quarters: Vec<Period>,
}

/// A column that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GridColumn {
    /// The period.
    pub period: Period,
    /// Its head: short, because the year stands above.
    pub head: String,
    /// For a quarter: whether its months are shown.
    pub is_open: Option<bool>,
}

/// A row that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GridRow {
    /// Whose row it is; none is the head of people without a team.
    pub row: Option<Row>,
    /// The name.
    pub name: String,
    /// For a team: whether its people are shown.
    pub is_open: Option<bool>,
    /// The growth of the year against what was won the year before; none where nothing was.
    pub growth: Option<String>,
    /// Its cells, one a column.
    pub cells: Vec<GridCell>,
}

/// A cell that is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GridCell {
    /// The cell.
    pub cell: Cell,
    /// Its amount.
    pub amount: Money,
    /// The amount in short, without the sign of the currency; a dash for nothing.
    pub short: String,
    /// The amount to the last digit.
    pub exact: String,
    /// Whether it is locked.
    pub is_locked: bool,
    /// Whether the last change moved it.
    pub is_moved: bool,
}

/// The grid as it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct GridView {
    /// The company's year.
    pub whole: Cell,
    /// What the company is split by.
    pub split: Split,
    /// The currency of all amounts.
    pub currency: Currency,
    /// Whether there is nobody to plan for.
    pub has_nobody: bool,
    /// Whether every amount is nothing.
    pub is_empty: bool,
    /// Columns, the year first.
    pub columns: Vec<GridColumn>,
    /// Rows, the company first.
    pub rows: Vec<GridRow>,
}

impl GridView {
    /// The grid with its folds.
    pub fn new(
        workspace: &Workspace,
        lang: Lang,
        turn: &Turn,
        folds: &Folds,
        won: &BTreeMap<Row, i64>,
    ) -> GridView {
        let columns = columns(lang, &turn.now.grid, folds);
        let mut scene = Scene { lang, turn, columns: &columns, won, digits: Digits::Whole };
        let whole = turn.now.grid.whole();
        let mut shown = rows(workspace, &scene, folds);
        let amounts = shown.iter().flat_map(|it| &it.cells).map(|it| it.amount.minor);
        scene.digits = Digits::of(turn.now.currency, amounts);
        if scene.digits == Digits::All {
            shown = rows(workspace, &scene, folds);
        }
        GridView {
            whole,
            split: turn.now.grid.split(),
            currency: turn.now.currency,
            has_nobody: turn.now.grid.seats().is_empty(),
            is_empty: turn.now.grid.amount(whole) == 0,
            rows: shown,
            columns,
        }
    }

    /// A row, where it is shown.
    pub fn row(&self, row: Row) -> Option<&GridRow> {
        self.rows.iter().find(|it| it.row == Some(row))
    }

    /// A cell, where it is shown.
    pub fn cell(&self, cell: Cell) -> Option<&GridCell> {
        self.row(cell.row)?.cells.iter().find(|it| it.cell == cell)
    }

    /// The cell so many rows below and columns beside another; none where nothing is shown there.
    pub fn beside(&self, cell: Cell, rows: isize, columns: isize) -> Option<Cell> {
        let shown: Vec<Row> = self.rows.iter().filter_map(|it| it.row).collect();
        let row = shown.iter().position(|it| *it == cell.row)?.checked_add_signed(rows)?;
        let column = self.columns.iter().position(|it| it.period == cell.period)?;
        let column = self.columns.get(column.checked_add_signed(columns)?)?;
        Some(Cell { row: *shown.get(row)?, period: column.period })
    }
}

/// What rows are made from.
struct Scene<'a> {
    lang: Lang,
    turn: &'a Turn,
    columns: &'a [GridColumn],
    won: &'a BTreeMap<Row, i64>,
    digits: Digits,
}

impl Scene<'_> {
    fn row(&self, row: Row, name: String, is_open: Option<bool>) -> GridRow {
        let periods = self.columns.iter().map(|it| it.period);
        let cells = periods.map(|period| self.cell(Cell { row, period })).collect();
        GridRow { row: Some(row), name, is_open, growth: self.growth(row), cells }
    }

    fn cell(&self, cell: Cell) -> GridCell {
        let Kept { grid, currency, .. } = &self.turn.now;
        let amount = Money::new(grid.amount(cell), *currency);
        let before = self.turn.before.as_ref();
        GridCell {
            cell,
            amount,
            short: words::short(self.lang, amount, self.digits),
            exact: format::money(self.lang, amount),
            is_locked: grid.is_locked(cell),
            is_moved: before.is_some_and(|before| before.amount(cell) != amount.minor),
        }
    }

    fn growth(&self, row: Row) -> Option<String> {
        let grid = &self.turn.now.grid;
        let quota = grid.amount(Cell { row, period: grid.whole().period });
        let won = *self.won.get(&row).filter(|it| 0 < **it)?;
        let permille = share(quota.saturating_sub(won), 1000, won);
        (quota != 0).then(|| words::rate(self.lang, permille))
    }
}

fn columns(lang: Lang, grid: &QuotaGrid, folds: &Folds) -> Vec<GridColumn> {
    let year = grid.whole().period;
    let column = |period, is_open| GridColumn { period, head: words::head(lang, period), is_open };
    let mut columns = vec![column(year, None)];
    let Period::Year(number) = year else { return columns };
    for (quarter, months) in (1..).zip(grid.months().chunks(3)) {
        let quarter = Period::Quarter(number, quarter);
        let is_open = folds.quarters.contains(&quarter);
        columns.push(column(quarter, Some(is_open)));
        if is_open {
            columns.extend(months.iter().map(|month| column(*month, None)));
        }
    }
    columns
}

fn rows(workspace: &Workspace, scene: &Scene<'_>, folds: &Folds) -> Vec<GridRow> {
    let grid = &scene.turn.now.grid;
    let (seats, split) = (grid.seats(), grid.split());
    let names = names(workspace, split);
    let name = |row: Row| match row {
        Row::Part(_, id) => names.get(&id).cloned().unwrap_or_default(),
        Row::Company(_) | Row::Team(_) | Row::Person(_) => row.name(workspace),
    };
    let people = |team: Option<TeamId>| {
        let seated = seats.iter().filter(|it| it.team == team).map(|it| it.row);
        let mut people: Vec<(Row, String)> = seated.map(|row| (row, name(row))).collect();
        arrange::by_cached_key(&mut people, |(row, name)| (NameOrder::of(name), *row));
        people.into_iter().map(|(row, name)| scene.row(row, name, None))
    };
    let mut teams: Vec<(TeamId, String)> =
        workspace.teams.iter().map(|(id, it)| (id, it.name.clone())).collect();
    let moved: Vec<TeamId> = grid.moved_people().into_iter().filter_map(|(_, team)| team).collect();
    teams.retain(|(id, _)| seats.iter().any(|it| it.team == Some(*id)) || moved.contains(id));
    arrange::by_cached_key(&mut teams, |(id, name)| (NameOrder::of(name), *id));
    let company = scene.lang.goals_company().to_owned();
    let mut rows = vec![scene.row(Row::Company(split), company, None)];
    let has_teams = !teams.is_empty();
    for (id, name) in teams {
        let is_open = !folds.teams.contains(&id);
        rows.push(scene.row(Row::Team(id), name, Some(is_open)));
        if is_open {
            rows.extend(people(Some(id)));
        }
    }
    let mut others = people(None).peekable();
    if has_teams && others.peek().is_some() {
        let name = scene.lang.goals_no_team().to_owned();
        rows.push(GridRow { row: None, name, is_open: None, growth: None, cells: Vec::new() });
    }
    rows.extend(others);
    rows
}

/// What everyone won, or what was won of each part, in the year before one, in the currency that
/// the year is planned in; other currencies are converted where their rates are known.
pub fn won_before(workspace: &Workspace, year: i32, split: Split) -> BTreeMap<Row, i64> {
    let settings = workspace.settings();
    let span = Period::Year(year - 1).span(settings.fiscal_start());
    let (Some(span), Some(kept)) = (span, kept_by(workspace, year, split)) else {
        return BTreeMap::new();
    };
    let (rates, currency) = (progress::rates(workspace, &kept), kept.currency);
    if split != Split::People {
        let won = progress::won_by(workspace, span, split, &rates);
        let sum = |sums: &Sums| sums.of(currency).minor;
        let whole = (Row::Company(split), sum(&won.whole.sums));
        let parts = won.parts.iter().filter_map(|(row, it)| Some(((*row)?, sum(&it.sums))));
        return parts.chain([whole]).collect();
    }
    let tally = Tally::new(workspace, span, &rates);
    let teams = workspace.teams.iter().map(|(id, _)| Bearer::Team(id));
    let people = workspace.people.iter().map(|(id, _)| Bearer::Person(id));
    let bearers = std::iter::once(Bearer::Company).chain(teams).chain(people);
    let won = |bearer| tally.of(bearer, currency).won_value.of(currency).minor;
    bearers.map(|bearer| (bearer.into(), won(bearer))).collect()
}

/// What edits would come to: the quotas before and after.
///
/// # Errors
/// [`Refused`] where one of them cannot be; none at all outside the calendar.
pub fn looked_ahead(
    workspace: &Workspace,
    year: i32,
    split: Split,
    edits: &[Edit],
    today: Day,
) -> Option<Result<(Kept, Kept), Refused>> {
    let before = kept_by(workspace, year, split)?;
    let mut after = before.clone();
    let done = edit_all(workspace, &mut after, edits, today);
    Some(done.map(|()| (before, after)))
}

/// A growth as typed, in thousandths.
pub use super::goals::words::growth_permille;

/// A cell of an address in the page, "person:…/2026-Q4".
pub fn cell_named(text: &str) -> Option<Cell> {
    let (row, period) = text.rsplit_once('/')?;
    Some(Cell { row: row.parse().ok()?, period: period.parse().ok()? })
}

/// The name of a cell in the page.
pub fn cell_name(cell: Cell) -> String {
    format!("{}/{}", cell.row, cell.period)
}

/// What a key press begins to type into a cell: a figure, whatever its width.
pub fn typed_figure(key: &str) -> Option<String> {
    let folded = filter::folded(key);
    let mut chars = folded.chars();
    let first = chars.next().filter(|it| it.is_ascii_digit() || *it == '.')?;
    chars.next().is_none().then(|| first.to_string())
}
