//! What an import did or would do: counts, refused rows and warnings, as data.
//!
//! Every row of a file ends as exactly one of created, updated, unchanged and rejected. The
//! words are in `i18n`.

use std::collections::BTreeSet;

use super::field::Kind;
use super::system::System;
use crate::domain::calendar::Day;
use crate::domain::id::RecordId;
use crate::domain::import_links::Settled;
use crate::domain::money::Currency;
use crate::transfer::cells::date::DateOrder;
use crate::transfer::decode::{Doubt, Encoding};

/// The account of an import.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// File by file, in the order they were added.
    pub files: Vec<FileReport>,
    /// What should be looked at.
    pub warnings: Vec<Warning>,
    /// How many records come along that are no row of their own.
    pub along: Along,
    /// What every row did that made or changed a customer or a lead.
    pub parts: Vec<Part>,
}

/// What a row did to the record that it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The record.
    pub id: RecordId,
    /// The file, counted from 0.
    pub file: usize,
    /// What it did.
    pub end: RowEnd,
}

/// What a row that is taken does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowEnd {
    /// It makes a record.
    Created,
    /// It changes one.
    Updated,
    /// It changes nothing.
    Unchanged,
}

impl Report {
    /// The sum of a count over all files.
    pub fn sum(&self, count: impl Fn(&FileReport) -> usize) -> usize {
        self.files.iter().map(count).sum()
    }

    /// File by file how many rows make a record, change one and change nothing, once new records
    /// are added to those that are there: what would have made one changes one then.
    pub fn settled(&self, settled: &Settled) -> Vec<[usize; 3]> {
        let counts = self.files.iter().map(|it| [it.created, it.updated, it.unchanged]);
        let mut counts: Vec<[usize; 3]> = counts.collect();
        for Part { id, file, end } in &self.parts {
            let after = match end {
                _ if settled.same.contains(id) => RowEnd::Unchanged,
                RowEnd::Created if settled.added.contains(id) => RowEnd::Updated,
                end => *end,
            };
            if let Some(counts) = counts.get_mut(*file).filter(|_| after != *end) {
                counts[*end as usize] -= 1;
                counts[after as usize] += 1;
            }
        }
        counts
    }

    /// How many of the customers that come along without a row of their own are made, once some
    /// are added to those that are there.
    pub fn customers_along(&self, settled: &Settled) -> usize {
        let own: BTreeSet<RecordId> = self.parts.iter().map(|it| it.id).collect();
        let added = settled.customers.keys().filter(|it| !own.contains(&RecordId::from(**it)));
        self.along.customers.saturating_sub(added.count())
    }
}

/// The account of one file; `created + updated + unchanged + rejected.len() == rows`.
#[derive(Clone, Debug, PartialEq)]
pub struct FileReport {
    /// The file's name.
    pub name: String,
    /// The system it came from.
    pub system: System,
    /// What its rows are; none while nobody knows.
    pub kind: Option<Kind>,
    /// What it is written in.
    pub encoding: Encoding,
    /// The sign that parts its cells.
    pub delimiter: char,
    /// How many rows it has, without header, titles, footers and blank rows.
    pub rows: usize,
    /// How many rows make a record.
    pub created: usize,
    /// How many rows change one.
    pub updated: usize,
    /// How many rows change nothing.
    pub unchanged: usize,
    /// The rows that are refused.
    pub rejected: Vec<Rejected>,
}

/// A row that is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// The row as a spreadsheet counts it.
    pub row: u32,
    /// The header of the column, where one cell is to blame.
    pub column: String,
    /// What stands in that cell.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// Why a row is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The cell is no date.
    Date,
    /// The cell is no amount.
    Amount,
    /// The amount can be read as thousands and as decimals.
    AmountAmbiguous,
    /// The amount is negative.
    AmountNegative,
    /// The cell is no odds from 0 to 100 %.
    Odds,
    /// The cell names no priority.
    Priority,
    /// The cell says nothing of how hard a lead is.
    Complexity,
    /// The cell says nothing of how much a person has seen.
    Level,
    /// The cell is no whole number from zero on.
    Capacity,
    /// The record has no name.
    NameMissing,
    /// The row has more cells than the header: they may have shifted.
    TooManyCells,
    /// The row has a single cell where the header has several.
    TooFewCells,
    /// A quotation mark is opened and never closed.
    QuoteUnclosed,
    /// The row is too long to be a row.
    TooLong,
    /// Nobody has said yet what the rows of the file are.
    KindUnknown,
    /// A locked quota of a team would change with the person's team.
    TeamLocked,
}

impl Reason {
    /// A stable word for it.
    pub const fn code(self) -> &'static str {
        match self {
            Reason::Date => "date",
            Reason::Amount => "amount",
            Reason::AmountAmbiguous => "amount-ambiguous",
            Reason::AmountNegative => "amount-negative",
            Reason::Odds => "odds",
            Reason::Priority => "priority",
            Reason::Complexity => "complexity",
            Reason::Level => "level",
            Reason::Capacity => "capacity",
            Reason::NameMissing => "name-missing",
            Reason::TooManyCells => "too-many-cells",
            Reason::TooFewCells => "too-few-cells",
            Reason::QuoteUnclosed => "quote-unclosed",
            Reason::TooLong => "too-long",
            Reason::KindUnknown => "kind-unknown",
            Reason::TeamLocked => "team-locked",
        }
    }
}

/// Something about a file that should be looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// The file's name.
    pub file: String,
    /// What it is.
    pub caution: Caution,
}

/// What a name in a column stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Noun {
    /// A person of the sales team.
    Person,
    /// A customer.
    Customer,
    /// A product.
    Product,
}

/// What should be looked at.
#[derive(Clone, Debug, PartialEq)]
pub enum Caution {
    /// The text is doubtful.
    Encoding(Doubt),
    /// Nothing tells what the rows are.
    KindUnknown,
    /// A date of the column can be read in two ways, and none of its cells settles which.
    DateUndecided(DateChoice),
    /// Cells of the column say a month and no day; the first or the last day of it was taken.
    MonthsAlone {
        /// The column's header.
        column: String,
        /// One of its cells.
        sample: String,
        /// Whether it was the first day.
        is_first: bool,
    },
    /// Amounts of the column name no currency; this one was taken.
    CurrencyMissing {
        /// The column's header.
        column: String,
        /// The currency taken.
        currency: Currency,
    },
    /// No cell of the column could be read as what its header says; the column is left out.
    ColumnUnreadable {
        /// The column's header.
        column: String,
        /// One of its cells.
        sample: String,
    },
    /// Rows with fewer cells than the header; the missing ones were taken as blank.
    ShortRows(Vec<u32>),
    /// The file is longer than can be taken; so many rows were read.
    RowsCutOff(usize),
    /// Lines above the header or below the table that are no rows.
    LinesLeftOut(Vec<u32>),
    /// Rows whose key stood in an earlier row already, which they update: row, earlier row.
    RepeatedKeys(Vec<(u32, u32)>),
    /// Rows of the same name and customer as an earlier one, without keys; all are kept.
    SameNames(Vec<u32>),
    /// A name was taken for one that differs in spaces or punctuation only.
    NearName {
        /// What it stands for.
        noun: Noun,
        /// The name as written.
        written: String,
        /// The name it was taken for.
        taken: String,
        /// How many rows have it.
        rows: usize,
    },
    /// Several records have the name; the first was taken.
    AmbiguousName {
        /// What it stands for.
        noun: Noun,
        /// The name.
        name: String,
        /// How many records have it.
        records: usize,
    },
    /// Names that no list has; records were made for them.
    NamesAdded {
        /// What they stand for.
        noun: Noun,
        /// The names.
        names: Vec<String>,
    },
}

/// A column whose dates can be read in two ways.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateChoice {
    /// The file, counted from 0.
    pub file: usize,
    /// The column, counted from 0.
    pub column: usize,
    /// The column's header.
    pub header: String,
    /// A cell that can be read both ways.
    pub sample: String,
    /// The day it is if the day stands first.
    pub day_first: Day,
    /// The day it is if the month stands first.
    pub month_first: Day,
    /// The order taken until somebody chooses.
    pub taken: DateOrder,
}

/// Records that an import makes besides the rows' own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Along {
    /// People.
    pub people: usize,
    /// Teams.
    pub teams: usize,
    /// Customers.
    pub customers: usize,
    /// Products.
    pub products: usize,
    /// Pipelines.
    pub pipelines: usize,
    /// Stages.
    pub stages: usize,
}
