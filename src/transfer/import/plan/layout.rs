//! How the cells of a file are read: which column is which field, in which form.

use super::super::field::Field;
use super::super::report::{Reason, Rejected};
use super::super::source::clean;
use crate::domain::calendar::Day;
use crate::domain::money::{Currency, Money};
use crate::transfer::cells::amount::{self, AmountReading};
use crate::transfer::cells::choice;
use crate::transfer::cells::date::{self, DateOrder};
use crate::transfer::cells::is_blank;
use crate::transfer::cells::month::month;
use crate::transfer::cells::odds::{self, OddsEvidence};
use crate::transfer::csv::table::Row;

/// How to read a column.
#[derive(Clone, Copy, Debug)]
pub(super) enum Form {
    /// As text.
    Text,
    /// As dates.
    Date(DateOrder),
    /// As amounts of money.
    Amount(AmountReading),
    /// As odds.
    Odds(OddsEvidence),
    /// As one of a few things.
    Choice,
    /// Not at all.
    LeftOut,
}

/// The columns of a file by field, and how to read each.
#[derive(Debug, Default)]
pub(super) struct Layout {
    columns: Vec<Vec<usize>>,
    pub(super) forms: Vec<Form>,
    headers: Vec<String>,
}

impl Layout {
    /// The layout of columns with these headers and fields, all read as text.
    pub(super) fn new<'a>(columns: impl Iterator<Item = (&'a str, Option<Field>)>) -> Layout {
        let mut layout = Layout::default();
        layout.columns.resize(Field::ALL.len(), Vec::new());
        for (place, (header, field)) in columns.enumerate() {
            layout.headers.push(header.to_owned());
            layout.forms.push(field.map_or(Form::LeftOut, |_| Form::Text));
            if let Some(field) = field {
                layout.columns[field as usize].push(place);
            }
        }
        layout
    }

    /// The columns of a field.
    pub(super) fn columns(&self, field: Field) -> &[usize] {
        &self.columns[field as usize]
    }

    /// The header of a column.
    pub(super) fn header(&self, column: usize) -> &str {
        self.headers.get(column).map_or("", String::as_str)
    }
}

/// A row, read by a layout.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) row: Row<'a>,
    pub(super) layout: &'a Layout,
}

impl<'a> View<'a> {
    /// The text of a field: of its columns the first that is not blank; empty where all are.
    pub(super) fn text(&self, field: Field) -> &'a str {
        self.found(field).map_or("", |(_, cell)| cell)
    }

    /// A key of another system, without what exports put around it.
    pub(super) fn id(&self, field: Field) -> &'a str {
        let text = self.text(field);
        let first = text.split(';').next().unwrap_or_default().trim();
        first.strip_prefix("zcrm_").unwrap_or(first)
    }

    /// The texts of all columns of a field, each once.
    pub(super) fn joined(&self, field: Field, sign: &str) -> String {
        let mut parts: Vec<&str> = Vec::new();
        for cell in self.layout.columns(field).iter().map(|it| clean(self.row.cell(*it))) {
            if !is_blank(cell) && !parts.contains(&cell) {
                parts.push(cell);
            }
        }
        parts.join(sign)
    }

    /// The day of a field; none where it is blank.
    pub(super) fn day(&self, field: Field) -> Result<Option<Day>, Rejected> {
        let Some((column, cell)) = self.found(field) else {
            return Ok(None);
        };
        let Form::Date(order) = self.layout.forms[column] else {
            return Ok(None);
        };
        let of_month = || {
            let (first, last) = month(cell)?;
            Some(if field.is_beginning() { first } else { last })
        };
        let day = date::parse(cell, order).or_else(of_month);
        day.map(Some).ok_or_else(|| self.refused(column, Reason::Date))
    }

    /// The amount of a field; none where it is blank.
    pub(super) fn amount(&self, field: Field) -> Result<Option<Money>, Rejected> {
        let Some((column, cell)) = self.found(field) else {
            return Ok(None);
        };
        let Form::Amount(reading) = self.layout.forms[column] else {
            return Ok(None);
        };
        let named = self.currency(reading.currency);
        if amount::is_ambiguous(cell, named, reading) {
            return Err(self.refused(column, Reason::AmountAmbiguous));
        }
        let money = amount::parse(cell, named, reading)
            .ok_or_else(|| self.refused(column, Reason::Amount))?;
        if money.minor < 0 {
            return Err(self.refused(column, Reason::AmountNegative));
        }
        Ok(Some(money))
    }

    /// The odds of a field in percent; none where it is blank.
    pub(super) fn odds(&self, field: Field) -> Result<Option<i64>, Rejected> {
        let Some((column, cell)) = self.found(field) else {
            return Ok(None);
        };
        let Form::Odds(evidence) = self.layout.forms[column] else {
            return Ok(None);
        };
        odds::parse(cell, evidence).map(Some).ok_or_else(|| self.refused(column, Reason::Odds))
    }

    /// What a field says of a few things, by who reads it; none where it is blank.
    pub(super) fn choice<T>(
        &self,
        field: Field,
        read: fn(&str) -> Option<T>,
        reason: Reason,
    ) -> Result<Option<T>, Rejected> {
        let Some((column, cell)) = self.found(field) else {
            return Ok(None);
        };
        if !matches!(self.layout.forms[column], Form::Choice) {
            return Ok(None);
        }
        read(cell).map(Some).ok_or_else(|| self.refused(column, reason))
    }

    /// The parts of a list, of all columns of a field.
    pub(super) fn list(&self, field: Field) -> Vec<String> {
        choice::list(&self.joined(field, ";"))
    }

    /// The currency that the row names.
    pub(super) fn currency(&self, usual: Currency) -> Option<Currency> {
        amount::currency_named(self.text(Field::Currency), usual)
    }

    /// Whether a field says yes, no, or nothing.
    pub(super) fn yes_or_no(&self, field: Field) -> Option<bool> {
        const YES: [&str; 6] = ["true", "yes", "1", "y", "是", "checked"];
        let text = self.text(field);
        (!text.is_empty()).then(|| YES.iter().any(|it| it.eq_ignore_ascii_case(text)))
    }

    /// The refusal of the row, whole or for one column.
    pub(super) fn refused(&self, column: usize, reason: Reason) -> Rejected {
        Rejected {
            row: self.row.number,
            column: self.layout.header(column).to_owned(),
            value: clean(self.row.cell(column)).chars().take(200).collect(),
            reason,
        }
    }

    /// The refusal of the row for the first of some fields that it has.
    pub(super) fn refused_of(&self, fields: &[Field], reason: Reason) -> Rejected {
        let column = fields.iter().find_map(|it| self.found(*it)).map(|it| it.0);
        self.refused(column.unwrap_or(usize::MAX), reason)
    }

    fn found(&self, field: Field) -> Option<(usize, &'a str)> {
        let columns = self.layout.columns(field).iter();
        let mut cells = columns.map(|column| (*column, clean(self.row.cell(*column))));
        cells.find(|(_, cell)| !is_blank(cell))
    }
}
