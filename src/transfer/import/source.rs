//! One file of an import: read into a table, its header found, its columns understood.
//!
//! Knows nothing of the workspace but the remembered meanings of columns that are given to it.

use super::alias;
use super::field::{Field, Kind};
use super::report::{Caution, Reason};
use super::system::{self, System};
use crate::domain::import::ColumnMapping;
use crate::transfer::cells::date::DateOrder;
use crate::transfer::csv::delimiter;
use crate::transfer::csv::reader::Reader;
use crate::transfer::csv::table::{Flaw, Row, Table};
use crate::transfer::csv::write::unguarded;
use crate::transfer::decode::{Decoded, Doubt, Encoding};
use crate::transfer::text::{folded, header_key};

/// A column and what it was taken for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Column {
    pub(super) header: String,
    pub(super) key: String,
    pub(super) field: Option<Field>,
    /// The order of its dates, where somebody chose it.
    pub(super) order: Option<DateOrder>,
}

/// A file of an import.
#[derive(Debug)]
pub(super) struct Source {
    pub(super) name: String,
    /// Which of the files that were added it comes from, from 0.
    pub(super) origin: usize,
    pub(super) encoding: Encoding,
    doubt: Option<Doubt>,
    pub(super) delimiter: char,
    pub(super) system: System,
    pub(super) kind: Option<Kind>,
    pub(super) columns: Vec<Column>,
    /// Lines above the header and below the table.
    left_out: Vec<u32>,
    /// Whether somebody chose what the rows or the columns are.
    pub(super) chosen: bool,
    /// Whether there are more rows than were read.
    is_cut_off: bool,
    table: Table,
    /// The place of the first row below the header, once that is found.
    first: Option<usize>,
    reader: Option<Reader>,
    size: usize,
}

impl Source {
    pub(super) fn new(name: String, origin: usize, decoded: Decoded) -> Source {
        let delimiter = delimiter::of(&decoded);
        Source {
            name,
            origin,
            encoding: decoded.encoding,
            doubt: decoded.doubt,
            delimiter: char::from(delimiter),
            system: System::Generic,
            kind: None,
            columns: Vec::new(),
            left_out: Vec::new(),
            chosen: false,
            is_cut_off: false,
            table: Table::default(),
            first: None,
            size: decoded.text.len(),
            reader: Some(Reader::new(decoded.text, delimiter)),
        }
    }

    /// How many bytes are read, of how many.
    pub(super) fn progress(&self) -> (usize, usize) {
        (self.reader.as_ref().map_or(self.size, Reader::done), self.size)
    }

    /// Reads up to `most` rows; `false` once all are read.
    pub(super) fn read(&mut self, most: usize) -> bool {
        let Some(reader) = &mut self.reader else {
            return false;
        };
        let most = most.min(MOST_ROWS.saturating_sub(self.table.len()));
        if 0 < most && reader.step(&mut self.table, most) {
            return true;
        }
        self.is_cut_off = reader.done() < reader.total();
        self.reader = None;
        false
    }

    /// Whether its header has been found.
    pub(super) fn is_understood(&self) -> bool {
        self.first.is_some()
    }

    /// Finds header and footer and proposes what the columns mean; `remembered` gives what they
    /// meant the last time such a header came.
    pub(super) fn understand(&mut self, remembered: impl Fn(&str) -> Option<ColumnMapping>) {
        self.find_header();
        self.drop_footer();
        let headers: Vec<String> = self.columns.iter().map(|it| it.header.clone()).collect();
        let keys: Vec<String> = self.columns.iter().map(|it| it.key.clone()).collect();
        self.system = system::recognise(&headers, &keys);
        match remembered(&self.header_form()) {
            Some(mapping) => self.recall(&mapping),
            None => {
                let proposed = kind_of(&keys);
                self.take_as(proposed);
            }
        }
    }

    /// The header in normal form, by which its meaning is remembered.
    pub(super) fn header_form(&self) -> String {
        let keys: Vec<&str> = self.columns.iter().map(|it| it.key.as_str()).collect();
        keys.join("|")
    }

    /// Takes the rows for a kind and proposes the columns' meanings anew.
    pub(super) fn take_as(&mut self, kind: Option<Kind>) {
        self.kind = kind;
        let keys: Vec<String> = self.columns.iter().map(|it| it.key.clone()).collect();
        let fields = match kind {
            Some(kind) => propose(&keys, kind),
            None => vec![None; keys.len()],
        };
        for (column, field) in self.columns.iter_mut().zip(fields) {
            column.field = field;
        }
    }

    /// The meaning of the columns, to be remembered.
    pub(super) fn mapping(&self) -> Option<ColumnMapping> {
        let kind = self.kind?;
        let fields = self.columns.iter().map(|column| match (column.field, column.order) {
            (Some(field), Some(order)) => format!("{}@{}", field.code(), order.code()),
            (Some(field), None) => field.code().to_owned(),
            (None, _) => String::new(),
        });
        Some(ColumnMapping {
            header: self.header_form(),
            kind: kind.code().to_owned(),
            fields: fields.collect(),
        })
    }

    /// What is doubtful about the file as a whole.
    pub(super) fn cautions(&self) -> Vec<Caution> {
        let mut cautions: Vec<Caution> = self.doubt.map(Caution::Encoding).into_iter().collect();
        if self.kind.is_none() && 0 < self.len() {
            cautions.push(Caution::KindUnknown);
        }
        if self.is_cut_off {
            cautions.push(Caution::RowsCutOff(self.len()));
        }
        if !self.left_out.is_empty() {
            cautions.push(Caution::LinesLeftOut(self.left_out.clone()));
        }
        cautions
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.table.len() - self.first.unwrap_or(self.table.len())
    }

    /// A row by its place below the header, from 0.
    pub(super) fn row(&self, place: usize) -> Option<Row<'_>> {
        self.table.row(self.first? + place)
    }

    /// All rows below the header.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.len()).filter_map(|place| self.row(place))
    }

    /// What is wrong with the shape of a row.
    pub(super) fn flaw_of(&self, row: Row<'_>) -> Option<Reason> {
        let width = self.columns.len();
        match row.flaw {
            Some(Flaw::QuoteUnclosed) => return Some(Reason::QuoteUnclosed),
            Some(Flaw::TooLong) => return Some(Reason::TooLong),
            None => {}
        }
        if (width..row.len()).any(|column| !clean(row.cell(column)).is_empty()) {
            return Some(Reason::TooManyCells);
        }
        (row.len() == 1 && 2 < width).then_some(Reason::TooFewCells)
    }

    fn recall(&mut self, mapping: &ColumnMapping) {
        self.kind = Kind::of_code(&mapping.kind);
        for (column, code) in self.columns.iter_mut().zip(&mapping.fields) {
            let (field, order) = code.split_once('@').unwrap_or((code, ""));
            column.field = Field::of_code(field);
            column.order = DateOrder::of_code(order);
        }
    }

    /// The header is the row, among the first, that has most headers known by name; where no row
    /// has two, the first row that is as wide as most.
    fn find_header(&mut self) {
        let known = |row: &Row<'_>| {
            row.cells().filter(|cell| alias::find(&header_key(cell)).is_some()).count()
        };
        let counts: Vec<usize> =
            self.table.rows().take(HEADER_ROWS).map(|row| known(&row)).collect();
        let most = counts.iter().copied().max().unwrap_or(0);
        let place = match most {
            0 | 1 => self.first_usual_row(),
            most => counts.iter().position(|count| *count == most).unwrap_or(0),
        };
        let above = self.table.rows().take(place).map(|row| row.number);
        self.left_out = above.collect();
        let header: Vec<String> = self
            .table
            .row(place)
            .map_or(Vec::new(), |row| row.cells().map(|cell| clean(cell).to_owned()).collect());
        let blank_tail = header.iter().rev().take_while(|it| it.is_empty()).count();
        let width = header.len() - blank_tail;
        let column =
            |header: String| Column { key: header_key(&header), header, field: None, order: None };
        self.columns = header.into_iter().take(width).map(column).collect();
        self.first = Some((place + 1).min(self.table.len()));
    }

    fn first_usual_row(&self) -> usize {
        let widths: Vec<usize> = self.table.rows().take(200).map(|row| row.len()).collect();
        let count = |width: usize| widths.iter().filter(|it| **it == width).count();
        let usual = widths.iter().copied().max_by_key(|it| (count(*it), *it)).unwrap_or(0);
        let first = widths.iter().take(HEADER_ROWS).position(|width| usual <= *width);
        first.unwrap_or(0)
    }

    /// Leaves out what reports write below the table: totals, and lines of one cell after a gap.
    fn drop_footer(&mut self) {
        if self.columns.len() < 3 {
            return;
        }
        while 0 < self.len() {
            let last = self.table.len() - 1;
            let (Some(row), before) = (self.table.row(last), last.checked_sub(1)) else {
                return;
            };
            let above = before.and_then(|it| self.table.row(it)).map_or(0, |it| it.number);
            if !is_footer(row, above) {
                return;
            }
            self.left_out.push(row.number);
            self.table.truncate(last);
        }
    }
}

/// The most rows of a file: what fits the browser's storage many times over.
const MOST_ROWS: usize = 200_000;
/// How far down a header may stand.
const HEADER_ROWS: usize = 20;

/// A cell without the white space and zero bytes around it, without its guard, and without the
/// quotation marks of writers that put a space before them.
pub(super) fn clean(cell: &str) -> &str {
    let cell = unguarded(cell.trim_matches(|it: char| it.is_whitespace() || it == '\0'));
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.filter(|inner| !inner.contains('"')).unwrap_or(cell)
}

/// What a row of sums is called.
const SUMS: [&str; 9] =
    ["total", "totals", "grand total", "subtotal", "sum", "合计", "总计", "共计", "小计"];

fn is_footer(row: Row<'_>, above: u32) -> bool {
    const WORDS: [&str; 10] = [
        "grand total",
        "total",
        "copyright",
        "confidential",
        "©",
        "generated by",
        "合计",
        "总计",
        "共计",
        "数据来源",
    ];
    let first = row.cells().map(clean).find(|cell| !cell.is_empty()).unwrap_or_default();
    let first = folded(first);
    // "Totals: 30 records", but not "TotalEnergies".
    let ends = |rest: &str| {
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        !rest.starts_with(|it: char| it.is_ascii_alphanumeric())
    };
    let is_word = WORDS.iter().any(|word| first.strip_prefix(word).is_some_and(ends));
    let is_sum = SUMS.contains(&first.trim_end_matches([':', ' ']));
    let is_apart = above + 1 < row.number;
    match row.filled() {
        1 => is_word || is_apart,
        filled => is_word && 2 * filled <= row.len().max(2) || is_sum && filled < row.len(),
    }
}

/// The kind of rows that the headers speak for: a record's own name, owner or key counts four
/// times, any other column once.
fn kind_of(keys: &[String]) -> Option<Kind> {
    let mut seen: Vec<Field> = Vec::new();
    let mut votes = [0_usize; Kind::ALL.len()];
    for (aliases, _) in keys.iter().filter_map(|key| alias::find(key)) {
        let Some(kind) = aliases.kind else {
            continue;
        };
        let is_own =
            matches!(aliases.field, Field::Name | Field::Owner | Field::OwnerId | Field::Id);
        if !is_own && seen.contains(&aliases.field) {
            continue;
        }
        seen.push(aliases.field);
        votes[kind as usize] += if is_own { 4 } else { 1 };
    }
    let most = votes.iter().copied().max().unwrap_or(0);
    if 0 < most {
        return Kind::ALL.into_iter().find(|kind| votes[*kind as usize] == most);
    }
    let has = |field: Field| {
        keys.iter().filter_map(|key| alias::find(key)).any(|(aliases, _)| aliases.field == field)
    };
    let alone = [
        (Field::Customer, Kind::Customers),
        (Field::Product, Kind::Products),
        (Field::Owner, Kind::People),
        (Field::Name, Kind::Leads),
    ];
    alone.into_iter().find(|(field, _)| has(*field)).map(|(_, kind)| kind)
}

/// What a column may mean, and how strongly its header says so: less is stronger.
#[derive(Clone, Copy)]
struct Meant {
    field: Field,
    rank: (bool, usize, usize),
}

/// What each column means for rows of a kind. In a list of a kind, the name that others call it
/// by is its own name. The key of another kind's record is no key of its rows: a deal names the lead
/// it came from. Of several columns of one meaning the alias that stands first counts.
fn propose(keys: &[String], kind: Kind) -> Vec<Option<Field>> {
    let meant = |(column, key): (usize, &String)| {
        let (aliases, place) = alias::find(key)?;
        let field = own(aliases.field, kind);
        let is_foreign = field == Field::Id && aliases.kind.is_some_and(|it| it != kind);
        let rank = (aliases.kind != Some(kind), place, column);
        (field.belongs_to(kind) && !is_foreign).then_some(Meant { field, rank })
    };
    let meant: Vec<Option<Meant>> = keys.iter().enumerate().map(meant).collect();
    let is_first = |it: &Meant| {
        let mut others = meant.iter().flatten().filter(|other| other.field == it.field);
        others.all(|other| it.rank <= other.rank)
    };
    let counts = |it: &Meant| it.field.is_joined() || is_first(it);
    meant.iter().map(|it| it.filter(counts).map(|it| it.field)).collect()
}

fn own(field: Field, kind: Kind) -> Field {
    match (kind, field) {
        (Kind::Customers, Field::Customer) => Field::Name,
        (Kind::Customers, Field::CustomerId) => Field::Id,
        (Kind::Products, Field::Product) => Field::Name,
        (Kind::People, Field::Owner) => Field::Name,
        (Kind::People, Field::OwnerId) => Field::Id,
        (Kind::People, Field::Language) => Field::Languages,
        (Kind::Deals | Kind::Leads, Field::Languages) => Field::Language,
        (_, field) => field,
    }
}
