//! The first walk over a file: in which form each column is written, and which names it uses.

use super::super::alias;
use super::super::field::{Field, Kind};
use super::super::report::{Caution, DateChoice};
use super::super::source::{Column, Source, clean};
use super::layout::{Form, Layout, View};
use super::stages::StageSeen;
use super::tables::{TextTable, sorted_by};
use crate::domain::id::RecordId;
use crate::domain::money::Currency;
use crate::transfer::cells::amount::{self, AmountEvidence, AmountReading};
use crate::transfer::cells::choice;
use crate::transfer::cells::date::{self, DateEvidence, DateOrder};
use crate::transfer::cells::is_blank;
use crate::transfer::cells::odds::OddsEvidence;
use crate::transfer::csv::table::Row;
use crate::transfer::text::{bracketed, header_key, loose_key};

/// A record that rows refer to.
#[derive(Debug, Default)]
pub(super) struct Seen {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) rows: usize,
    pub(super) target: Option<RecordId>,
}

/// The records of one kind that rows refer to, by key where they give one, else by name.
#[derive(Debug, Default)]
pub(super) struct References {
    by_id: TextTable<Seen>,
    by_name: TextTable<Seen>,
}

impl References {
    fn add(&mut self, id: &str, name: &str) {
        let (table, key) = match (id, name) {
            ("", "") => return,
            ("", name) => (&mut self.by_name, name),
            (id, _) => (&mut self.by_id, id),
        };
        let seen = table.get_or(key, || Seen { id: id.to_owned(), ..Seen::default() });
        seen.rows += 1;
        if better_spelling(name, &seen.name) {
            name.clone_into(&mut seen.name);
        }
    }

    /// What a row refers to.
    pub(super) fn target(&self, id: &str, name: &str) -> Option<RecordId> {
        let seen = if id.is_empty() { self.by_name.get(name) } else { self.by_id.get(id) };
        seen?.target
    }

    /// Everything that rows refer to, in an order that does not depend on that of the rows: of
    /// near names the best spelling first.
    pub(super) fn in_order(&mut self) -> Vec<&mut Seen> {
        let mut all: Vec<&mut Seen> = self.by_id.items_mut().iter_mut().collect();
        all.extend(self.by_name.items_mut());
        sorted_by(all, |it| {
            let length = u32::MAX - it.name.len() as u32;
            format!("{}\0{length:010}\0{}\0{}", loose_key(&it.name), it.name, it.id)
        })
    }
}

/// Of two spellings of a name the longer one, which has the spaces; then the first by letters,
/// so that the order of rows does not matter.
fn better_spelling(name: &str, than: &str) -> bool {
    (than.len(), name) < (name.len(), than)
}

#[derive(Debug)]
enum Evidence {
    Text,
    Date(DateEvidence),
    Amount {
        figures: AmountEvidence,
        unnamed: usize,
    },
    Odds {
        figures: OddsEvidence,
        sample: String,
    },
    /// Whether any cell says one of the few things that it could.
    Choice {
        field: Field,
        is_read: bool,
        sample: String,
    },
}

/// What a walk over a file's rows shows.
#[derive(Debug)]
pub(super) struct Survey {
    kind: Option<Kind>,
    layout: Layout,
    evidence: Vec<Evidence>,
    usual: Currency,
    pub(super) currencies: Vec<Currency>,
    pub(super) people: References,
    pub(super) customers: References,
    pub(super) products: References,
    pub(super) stages: TextTable<StageSeen>,
    short_rows: Vec<u32>,
}

impl Survey {
    /// Begins a walk; `usual` is the board's currency.
    pub(super) fn new(source: &Source, usual: Currency) -> Survey {
        let columns = source.columns.iter().map(|it| (it.header.as_str(), it.field));
        let evidence = source.columns.iter().map(|it| match it.field {
            Some(field) if field.is_date() => Evidence::Date(DateEvidence::default()),
            Some(field) if field.is_amount() => {
                Evidence::Amount { figures: AmountEvidence::default(), unnamed: 0 }
            }
            Some(Field::Probability) => {
                Evidence::Odds { figures: OddsEvidence::default(), sample: String::new() }
            }
            Some(field) if field.is_choice() => {
                Evidence::Choice { field, is_read: false, sample: String::new() }
            }
            _ => Evidence::Text,
        });
        Survey {
            kind: source.kind,
            evidence: evidence.collect(),
            layout: Layout::new(columns),
            usual,
            currencies: Vec::new(),
            people: References::default(),
            customers: References::default(),
            products: References::default(),
            stages: TextTable::default(),
            short_rows: Vec::new(),
        }
    }

    /// Takes a row into account.
    pub(super) fn add(&mut self, row: Row<'_>) {
        if row.len() < self.evidence.len() {
            self.short_rows.push(row.number);
        }
        let view = View { row, layout: &self.layout };
        let named = view.currency(self.usual);
        note(&mut self.currencies, named);
        for (column, evidence) in self.evidence.iter_mut().enumerate() {
            let cell = clean(row.cell(column));
            match evidence {
                Evidence::Text => {}
                _ if is_blank(cell) => {}
                Evidence::Date(evidence) => evidence.add(cell),
                Evidence::Amount { figures, unnamed } => {
                    figures.add(cell);
                    let marked = amount::currency_of(cell, self.usual);
                    note(&mut self.currencies, marked);
                    *unnamed += usize::from(marked.or(named).is_none());
                }
                Evidence::Choice { field, is_read, sample } => {
                    *is_read = *is_read || is_one_of(*field, cell);
                    if sample.is_empty() {
                        cell.clone_into(sample);
                    }
                }
                Evidence::Odds { figures, sample } => {
                    figures.add(cell);
                    if sample.is_empty() {
                        cell.clone_into(sample);
                    }
                }
            }
        }
        self.add_references(row);
    }

    fn add_references(&mut self, row: Row<'_>) {
        let view = View { row, layout: &self.layout };
        if self.kind.is_some_and(Kind::is_lead) {
            self.people.add(view.id(Field::OwnerId), view.text(Field::Owner));
            self.customers.add(view.id(Field::CustomerId), view.text(Field::Customer));
            self.products.add("", view.text(Field::Product));
            self.stages.get_or(&StageSeen::key(view), || StageSeen::of(view));
        }
    }

    /// How the file is to be read, and what is doubtful about it.
    pub(super) fn layout(
        &mut self,
        source: &Source,
        file: usize,
        usual: Currency,
    ) -> (Layout, Vec<Caution>) {
        let mut layout = std::mem::take(&mut self.layout);
        let mut cautions = Vec::new();
        if !self.short_rows.is_empty() {
            cautions.push(Caution::ShortRows(std::mem::take(&mut self.short_rows)));
        }
        let usual_order = self.order_of_dates(source);
        for (place, evidence) in self.evidence.iter().enumerate() {
            let column = &source.columns[place];
            let (form, caution) = match evidence {
                Evidence::Text => continue,
                Evidence::Date(evidence) => date_form(evidence, column, usual_order, (file, place)),
                Evidence::Amount { figures, unnamed } => {
                    amount_form(*figures, *unnamed, &column.header, usual)
                }
                Evidence::Odds { figures, sample } => match figures.read() {
                    0 => left_out(sample, &column.header),
                    _ => (Form::Odds(*figures), None),
                },
                Evidence::Choice { is_read: true, .. } => (Form::Choice, None),
                Evidence::Choice { sample, .. } => left_out(sample, &column.header),
            };
            layout.forms[place] = form;
            cautions.extend(caution);
            let field = column.field;
            if let (Evidence::Date(evidence), Some(field)) = (evidence, field)
                && let Some(sample) = evidence.month()
            {
                let (column, sample) = (column.header.clone(), sample.to_owned());
                let is_first = field.is_beginning();
                cautions.push(Caution::MonthsAlone { column, sample, is_first });
            }
        }
        (layout, cautions)
    }

    /// The order of dates that the columns of the file settle, where they do not contradict each
    /// other: one program wrote them all.
    fn order_of_dates(&self, source: &Source) -> Option<DateOrder> {
        let order = |(column, evidence): (&Column, &Evidence)| match evidence {
            Evidence::Date(evidence) => evidence.settled().or(column.order),
            _ => None,
        };
        let mut orders = source.columns.iter().zip(&self.evidence).filter_map(order);
        orders.next().filter(|first| orders.all(|it| it == *first))
    }
}

fn date_form(
    evidence: &DateEvidence,
    column: &Column,
    usual: Option<DateOrder>,
    (file, place): (usize, usize),
) -> (Form, Option<Caution>) {
    let own = evidence.settled().or(column.order);
    let taken = own.or(usual).unwrap_or(evidence.usual());
    let open = evidence.undecided().filter(|_| column.order.is_none());
    let choice = open.and_then(|sample| {
        Some(DateChoice {
            file,
            column: place,
            header: column.header.clone(),
            sample: sample.to_owned(),
            day_first: date::parse(sample, DateOrder::DayFirst)?,
            month_first: date::parse(sample, DateOrder::MonthFirst)?,
            taken,
        })
    });
    (Form::Date(taken), choice.map(Caution::DateUndecided))
}

fn amount_form(
    figures: AmountEvidence,
    unnamed: usize,
    header: &str,
    usual: Currency,
) -> (Form, Option<Caution>) {
    let bracketed = bracketed(header);
    let (unit, rest) = amount::unit_of(&bracketed);
    let key = header_key(header);
    let by_key = || amount::currency_named(alias::currency_at_end(&key)?, usual);
    let named = amount::currency_named(rest, usual).or_else(by_key);
    let currency = named.unwrap_or(usual);
    let reading =
        AmountReading { is_fine: figures.is_fine(), sign: figures.sign(), unit, currency };
    let caution = Caution::CurrencyMissing { column: header.to_owned(), currency };
    (Form::Amount(reading), (0 < unnamed && named.is_none()).then_some(caution))
}

/// Whether a cell says one of the few things that a field could say.
fn is_one_of(field: Field, cell: &str) -> bool {
    match field {
        Field::Priority => choice::priority(cell).is_some(),
        Field::Complexity => choice::complexity(cell).is_some(),
        Field::Level => choice::level(cell).is_some(),
        _ => choice::whole(cell).is_some(),
    }
}

/// A column of which no cell can be read is left out: some systems write odds as "high", and
/// priorities as they like.
fn left_out(sample: &str, header: &str) -> (Form, Option<Caution>) {
    let (column, sample) = (header.to_owned(), sample.to_owned());
    let has_cells = !sample.is_empty();
    (Form::LeftOut, has_cells.then_some(Caution::ColumnUnreadable { column, sample }))
}

fn note(currencies: &mut Vec<Currency>, currency: Option<Currency>) {
    if let Some(currency) = currency.filter(|it| !currencies.contains(it)) {
        currencies.push(currency);
    }
}
