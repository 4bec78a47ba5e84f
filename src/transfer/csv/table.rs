//! A table of cells, kept in one text: cheap to fill row by row and to walk over twice.

/// What is wrong with the shape of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// A quotation mark is opened and never closed; the row was read up to the end of its line.
    QuoteUnclosed,
    /// The row is longer than can be a row; its cells are left out.
    TooLong,
}

/// The rows of a file, in order.
#[derive(Clone, Debug, Default)]
pub struct Table {
    text: String,
    ends: Vec<u32>,
    rows: Vec<Mark>,
}

#[derive(Clone, Copy, Debug)]
struct Mark {
    number: u32,
    last: u32,
    flaw: Option<Flaw>,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// Its number as a spreadsheet counts: the first row of the file is 1.
    pub number: u32,
    /// What is wrong with its shape.
    pub flaw: Option<Flaw>,
    text: &'a str,
    ends: &'a [u32],
    start: u32,
}

impl Table {
    /// Adds a row whose cells end at `ends` of `cells`.
    pub(super) fn push(&mut self, number: u32, cells: &str, ends: &[usize], flaw: Option<Flaw>) {
        let base = self.text.len();
        self.text.push_str(cells);
        self.ends.extend(ends.iter().map(|end| (base + end) as u32));
        self.rows.push(Mark { number, last: self.ends.len() as u32, flaw });
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Leaves out the rows from `len` on.
    pub fn truncate(&mut self, len: usize) {
        self.rows.truncate(len);
    }

    /// The row at a place, counted from 0.
    pub fn row(&self, place: usize) -> Option<Row<'_>> {
        let mark = self.rows.get(place)?;
        let first = match place {
            0 => 0,
            _ => self.rows[place - 1].last as usize,
        };
        let start = if first == 0 { 0 } else { self.ends[first - 1] };
        let ends = &self.ends[first..mark.last as usize];
        Some(Row { number: mark.number, flaw: mark.flaw, text: &self.text, ends, start })
    }

    /// All rows.
    pub fn rows(&self) -> impl DoubleEndedIterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|place| self.row(place))
    }
}

impl<'a> Row<'a> {
    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The cell of a column, counted from 0; empty where the row is too short.
    pub fn cell(&self, column: usize) -> &'a str {
        let Some(end) = self.ends.get(column) else {
            return "";
        };
        let start = if column == 0 { self.start } else { self.ends[column - 1] };
        self.text.get(start as usize..*end as usize).unwrap_or_default()
    }

    /// All its cells.
    pub fn cells(self) -> impl Iterator<Item = &'a str> {
        (0..self.len()).map(move |column| self.cell(column))
    }

    /// How many of its cells hold more than white space.
    pub fn filled(self) -> usize {
        self.cells().filter(|cell| !cell.trim().is_empty()).count()
    }
}
