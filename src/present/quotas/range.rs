//! A block of cells that is chosen: what is in it, and how a spreadsheet takes it.

use std::cmp::Reverse;

use super::super::format;
use super::GridView;
use crate::domain::arrange;
use crate::domain::calendar::Period;
use crate::domain::quota::{Cell, Edit, Rest, Row};

/// The cells between two corners, as they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Range {
    rows: Vec<Row>,
    periods: Vec<Period>,
}

impl Range {
    /// Its periods, where it reaches into a row.
    pub fn in_row(&self, row: Row) -> Option<&[Period]> {
        self.rows.contains(&row).then_some(self.periods.as_slice())
    }

    /// Its cells, row by row.
    pub fn cells(&self) -> Vec<Cell> {
        let of_row = |row: &Row| {
            let row = *row;
            self.periods.iter().map(move |period| Cell { row, period: *period })
        };
        self.rows.iter().flat_map(of_row).collect()
    }

    /// What empties all of it: wholes before their parts, which then are nothing already.
    pub fn emptied(&self, rest: Rest) -> Vec<Edit> {
        let mut cells = self.cells();
        arrange::by_key(&mut cells, |cell| Reverse(cell.width()));
        cells.into_iter().map(|cell| Edit::Set(cell, 0, rest)).collect()
    }
}

impl GridView {
    /// The cells between two corners; none where one of them is not shown.
    pub fn between(&self, one: Cell, other: Cell) -> Option<Range> {
        let rows: Vec<Row> = self.rows.iter().filter_map(|it| it.row).collect();
        let periods: Vec<Period> = self.columns.iter().map(|it| it.period).collect();
        Some(Range {
            rows: part(&rows, &one.row, &other.row)?,
            periods: part(&periods, &one.period, &other.period)?,
        })
    }

    /// The cell at the far end of what is shown from another, where a step of rows and columns
    /// leads on and on.
    pub fn farthest(&self, from: Cell, rows: isize, columns: isize) -> Cell {
        let next = |cell: &Cell| self.beside(*cell, rows, columns).filter(|it| it != cell);
        std::iter::successors(Some(from), next).last().unwrap_or(from)
    }

    /// The last cell that is shown; the whole stands first.
    pub fn last(&self) -> Cell {
        self.farthest(self.farthest(self.whole, 1, 0), 0, 1)
    }

    /// What locks every cell of a range, or unlocks them where all are locked.
    pub fn locking(&self, range: &Range) -> Vec<Edit> {
        let is_locked = |cell: &Cell| self.cell(*cell).is_some_and(|it| it.is_locked);
        let (locked, free): (Vec<Cell>, Vec<Cell>) = range.cells().into_iter().partition(is_locked);
        match free.is_empty() {
            true => locked.into_iter().map(Edit::Unlock).collect(),
            false => free.into_iter().map(Edit::Lock).collect(),
        }
    }

    /// A range as spreadsheets paste it: a line for each row, tabs between amounts in major units.
    pub fn tab_separated(&self, range: &Range) -> String {
        let amount = |row: Row, period: Period| {
            let cell = self.cell(Cell { row, period });
            cell.map(|it| format::editable(it.amount)).unwrap_or_default()
        };
        let line = |row: &Row| {
            let amounts: Vec<String> =
                range.periods.iter().map(|period| amount(*row, *period)).collect();
            amounts.join("\t")
        };
        range.rows.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

/// What stands from one of two to the other, whichever comes first.
fn part<T: PartialEq + Copy>(all: &[T], one: &T, other: &T) -> Option<Vec<T>> {
    let place = |of: &T| all.iter().position(|it| it == of);
    let (one, other) = (place(one)?, place(other)?);
    Some(all[one.min(other)..=one.max(other)].to_vec())
}
