//! The quota grid as it is shown: rows and columns that are unfolded, every cell short and exact.

pub mod block;
#[cfg(test)]
mod tests;
pub mod words;

use std::collections::BTreeMap;

use super::goals::Tally;
use super::name_order::NameOrder;
use super::{filter, format};
use crate::domain::arrange;
use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::id::{PersonId, TeamId};
use crate::domain::money::{Currency, Money, share};
use crate::domain::quota::{Cell, Edit, Kept, QuotaGrid, Refused, edit, kept};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that a grid is read from.
pub const TABLES: [Table; 6] = [
    Table::Goals,
    Table::QuotaYears,
    Table::QuotaLocks,
    Table::People,
    Table::Teams,
    Table::Settings,
];

/// The tables that what was won the year before is read from.
pub const WON_TABLES: [Table; 5] =
    [Table::Leads, Table::Stages, Table::People, Table::Teams, Table::Settings];

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
    pub bearer: Option<Bearer>,
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
        won: &BTreeMap<Bearer, i64>,
    ) -> GridView {
        let columns = columns(lang, &turn.now.grid, folds);
        let scene = Scene { lang, turn, columns: &columns, won };
        let whole = turn.now.grid.whole();
        GridView {
            whole,
            currency: turn.now.currency,
            has_nobody: turn.now.grid.seats().is_empty(),
            is_empty: turn.now.grid.amount(whole) == 0,
            rows: rows(workspace, &scene, folds),
            columns,
        }
    }

    /// The row of a bearer.
    pub fn row(&self, bearer: Bearer) -> Option<&GridRow> {
        self.rows.iter().find(|row| row.bearer == Some(bearer))
    }

    /// A cell, where it is shown.
    pub fn cell(&self, cell: Cell) -> Option<&GridCell> {
        self.row(cell.bearer)?.cells.iter().find(|it| it.cell == cell)
    }

    /// The cell so many rows below and columns beside another; none where nothing is shown there.
    pub fn beside(&self, cell: Cell, rows: isize, columns: isize) -> Option<Cell> {
        let bearers: Vec<Bearer> = self.rows.iter().filter_map(|it| it.bearer).collect();
        let row = bearers.iter().position(|it| *it == cell.bearer)?.checked_add_signed(rows)?;
        let column = self.columns.iter().position(|it| it.period == cell.period)?;
        let column = self.columns.get(column.checked_add_signed(columns)?)?;
        Some(Cell { bearer: *bearers.get(row)?, period: column.period })
    }
}

/// What rows are made from.
struct Scene<'a> {
    lang: Lang,
    turn: &'a Turn,
    columns: &'a [GridColumn],
    won: &'a BTreeMap<Bearer, i64>,
}

impl Scene<'_> {
    fn row(&self, bearer: Bearer, name: String, is_open: Option<bool>) -> GridRow {
        let periods = self.columns.iter().map(|it| it.period);
        let cells = periods.map(|period| self.cell(Cell { bearer, period })).collect();
        GridRow { bearer: Some(bearer), name, is_open, growth: self.growth(bearer), cells }
    }

    fn cell(&self, cell: Cell) -> GridCell {
        let Kept { grid, currency, .. } = &self.turn.now;
        let amount = Money::new(grid.amount(cell), *currency);
        let before = self.turn.before.as_ref();
        GridCell {
            cell,
            amount,
            short: words::short(self.lang, amount),
            exact: format::money(self.lang, amount),
            is_locked: grid.is_locked(cell),
            is_moved: before.is_some_and(|before| before.amount(cell) != amount.minor),
        }
    }

    fn growth(&self, bearer: Bearer) -> Option<String> {
        let grid = &self.turn.now.grid;
        let quota = grid.amount(Cell { bearer, period: grid.whole().period });
        let won = *self.won.get(&bearer).filter(|it| 0 < **it)?;
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
    let seats = scene.turn.now.grid.seats();
    let people = |team: Option<TeamId>| {
        let name = |id: PersonId| workspace.people.get(id).map(|it| it.name.clone());
        let seated = seats.iter().filter(|it| it.team == team).map(|it| it.person);
        let mut people: Vec<(PersonId, String)> =
            seated.map(|id| (id, name(id).unwrap_or_default())).collect();
        arrange::by_cached_key(&mut people, |(id, name)| (NameOrder::of(name), *id));
        people.into_iter().map(|(id, name)| scene.row(Bearer::Person(id), name, None))
    };
    let mut teams: Vec<(TeamId, String)> =
        workspace.teams.iter().map(|(id, it)| (id, it.name.clone())).collect();
    teams.retain(|(id, _)| seats.iter().any(|it| it.team == Some(*id)));
    arrange::by_cached_key(&mut teams, |(id, name)| (NameOrder::of(name), *id));
    let company = scene.lang.goals_company().to_owned();
    let mut rows = vec![scene.row(Bearer::Company, company, None)];
    let has_teams = !teams.is_empty();
    for (id, name) in teams {
        let is_open = !folds.teams.contains(&id);
        rows.push(scene.row(Bearer::Team(id), name, Some(is_open)));
        if is_open {
            rows.extend(people(Some(id)));
        }
    }
    let mut others = people(None).peekable();
    if has_teams && others.peek().is_some() {
        let name = scene.lang.goals_no_team().to_owned();
        rows.push(GridRow { bearer: None, name, is_open: None, growth: None, cells: Vec::new() });
    }
    rows.extend(others);
    rows
}

/// What everyone won in the year before one, in the currency of goals.
pub fn won_before(workspace: &Workspace, year: i32) -> BTreeMap<Bearer, i64> {
    let settings = workspace.settings();
    let Some(span) = Period::Year(year - 1).span(settings.fiscal_start()) else {
        return BTreeMap::new();
    };
    let tally = Tally::new(workspace, span);
    let teams = workspace.teams.iter().map(|(id, _)| Bearer::Team(id));
    let people = workspace.people.iter().map(|(id, _)| Bearer::Person(id));
    let bearers = std::iter::once(Bearer::Company).chain(teams).chain(people);
    let won = |bearer| tally.of(bearer).won_value.of(settings.currency()).minor;
    bearers.map(|bearer| (bearer, won(bearer))).collect()
}

/// What edits would come to: the quotas before and after.
///
/// # Errors
/// [`Refused`] where one of them cannot be; none at all outside the calendar.
pub fn looked_ahead(
    workspace: &Workspace,
    year: i32,
    edits: &[Edit],
) -> Option<Result<(Kept, Kept), Refused>> {
    let before = kept(workspace, year)?;
    let mut after = before.clone();
    let done = edits.iter().try_for_each(|it| edit(workspace, &mut after, *it));
    Some(done.map(|()| (before, after)))
}

/// A growth as typed, in thousandths.
pub use super::goals::words::growth_permille;

/// A cell of an address in the page, "person:…/2026-Q4".
pub fn cell_named(text: &str) -> Option<Cell> {
    let (bearer, period) = text.rsplit_once('/')?;
    Some(Cell { bearer: bearer.parse().ok()?, period: period.parse().ok()? })
}

/// The name of a cell in the page.
pub fn cell_name(cell: Cell) -> String {
    format!("{}/{}", cell.bearer, cell.period)
}

/// What a key press begins to type into a cell: a figure, whatever its width.
pub fn typed_figure(key: &str) -> Option<String> {
    let folded = filter::folded(key);
    let mut chars = folded.chars();
    let first = chars.next().filter(|it| it.is_ascii_digit() || *it == '.')?;
    chars.next().is_none().then(|| first.to_string())
}
