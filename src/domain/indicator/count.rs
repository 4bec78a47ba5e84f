//! Counting records for formulas, by person: one pass over leads and one over activities, and none
//! where nothing asks for them.

use std::collections::BTreeMap;

use super::{Attribute, Compare, Only, Records, Tally, What};
use crate::domain::activity::Activity;
use crate::domain::behind::Behind;
use crate::domain::calendar::{Day, Span};
use crate::domain::exact::Exact;
use crate::domain::id::{LeadId, PersonId, RecordId};
use crate::domain::insight::outcome_by;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::rates::{Conversion, Rates};
use crate::domain::workspace::Workspace;

/// What is looked at: the days of a period, and the day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scope {
    /// The days.
    pub span: Span,
    /// Today.
    pub today: Day,
}

/// How many years back a formula may look.
pub(super) const FURTHEST: u8 = 3;

impl Scope {
    /// The same days so many years before; while a period runs, those up to today alone.
    pub(super) fn before(self, years: u8) -> Scope {
        if years == 0 {
            return self;
        }
        let Span { first, last } = self.span;
        let last = if self.span.holds(self.today) { self.today } else { last };
        let back = |day: Day| year_before(day, i32::from(years));
        let (first, last) = (back(first), back(last));
        Scope { span: Span { first, last: last.max(first) }, today: back(self.today) }
    }
}

/// The same day so many years before; the last of a month stays the last.
fn year_before(day: Day, years: i32) -> Day {
    let whole = |day: Day| Day::new(day.year() - years, day.month(), day.day());
    let next = day.next();
    match next.day() {
        1 => whole(next).map_or(day, |it| it.minus(1)),
        _ => whole(day).unwrap_or(day),
    }
}

/// A count and a sum.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Cell {
    pub(super) count: i128,
    pub(super) minor: i128,
}

pub(super) type Cells = BTreeMap<Option<PersonId>, Cell>;

/// What was counted, and for whom.
pub(super) type Counted = Vec<(Option<PersonId>, Behind)>;

/// Everything that is counted.
pub(super) struct Count<'a> {
    pub(super) workspace: &'a Workspace,
    /// The rates to the currency of sums.
    pub(super) rates: Rates,
    pub(super) cells: BTreeMap<(u8, Tally), Cells>,
    pub(super) conversion: Conversion,
    /// The records that were counted; none where nobody asks for them.
    pub(super) counted: Option<Counted>,
}

/// A tally with the cells it fills, and its conditions made ready.
struct Counter<'a> {
    tally: &'a Tally,
    texts: Vec<Condition>,
    amounts: Vec<Condition>,
    cells: Cells,
}

/// A condition with its text in small letters, or its number in minor units.
struct Condition {
    attribute: Attribute,
    compare: Compare,
    text: String,
    minor: Option<Exact>,
}

impl Count<'_> {
    /// Counts for so many years back.
    pub(super) fn year<'t>(&mut self, years: u8, tallies: Vec<&'t Tally>, scope: Scope) {
        if tallies.is_empty() {
            return;
        }
        let scale = Exact::whole(self.rates.home().scale().into());
        let ready = |only: &Only| Condition {
            attribute: only.attribute,
            compare: only.compare,
            text: only.value.to_lowercase(),
            minor: only.number().and_then(|it| it.exact()?.times(scale)),
        };
        let counter = |tally: &'t Tally| {
            let ready = tally.only.iter().map(ready);
            let (amounts, texts) = ready.partition(|it| it.attribute == Attribute::Amount);
            Counter { tally, texts, amounts, cells: Cells::new() }
        };
        let mut counters: Vec<Counter<'t>> = tallies.into_iter().map(counter).collect();
        self.leads(&mut counters, scope);
        self.activities(&mut counters, scope);
        for Counter { tally, cells, .. } in counters {
            self.cells.insert((years, tally.clone()), cells);
        }
    }

    fn leads(&mut self, counters: &mut [Counter<'_>], scope: Scope) {
        if !counters.iter().any(|it| it.tally.records.are_leads()) {
            return;
        }
        let asks_first = counters.iter().any(|it| it.tally.records == Records::FirstWon);
        let first = if asks_first { first_won(self.workspace) } else { BTreeMap::new() };
        let workspace = self.workspace;
        for (id, lead) in workspace.leads.iter() {
            let outcome = lead.outcome(self.workspace);
            let closed = lead.closes.is_some_and(|it| scope.span.holds(it));
            for counter in counters.iter_mut() {
                let belongs = match counter.tally.records {
                    Records::New => lead.created.is_some_and(|it| scope.span.holds(it)),
                    Records::Won => closed && outcome == Outcome::Won,
                    Records::Lost => closed && outcome == Outcome::Lost,
                    Records::Open => is_open(lead, outcome, scope),
                    Records::FirstWon => {
                        let customer = lead.customer.map(RecordId::from);
                        let is_first = customer.and_then(|it| first.get(&it));
                        closed && outcome == Outcome::Won && is_first.map(|it| it.1) == Some(id)
                    }
                    Records::Done(_) => false,
                };
                if belongs && self.meets((id, lead), counter) {
                    self.take(counter, (id, lead));
                }
            }
        }
    }

    fn take(&mut self, counter: &mut Counter<'_>, (id, lead): (LeadId, &Lead)) {
        let owner = lead.owner.filter(|it| self.workspace.people.has(*it));
        let cell = counter.cells.entry(owner).or_default();
        cell.count += 1;
        if counter.tally.what == What::Sum
            && let Some(amount) = lead.amount
        {
            cell.minor += self.home(id, amount).map_or(0, |it| i128::from(it.minor));
        }
        self.keep(owner, Behind::Lead(id));
    }

    /// An amount in the currency of sums.
    fn home(&mut self, id: LeadId, amount: Money) -> Option<Money> {
        self.conversion.take(&self.rates, self.rates.home(), (id, amount))
    }

    fn keep(&mut self, person: Option<PersonId>, record: Behind) {
        if let Some(counted) = &mut self.counted {
            counted.push((person, record));
        }
    }

    fn activities(&mut self, counters: &mut [Counter<'_>], scope: Scope) {
        if counters.iter().all(|it| it.tally.records.are_leads()) {
            return;
        }
        let workspace = self.workspace;
        let done = workspace.activities.iter().filter(|(_, it)| !it.planned);
        let nothing = Lead::default();
        for (id, activity) in done.filter(|(_, it)| it.on.is_some_and(|day| scope.span.holds(day)))
        {
            for counter in counters.iter_mut() {
                let Records::Done(kind) = counter.tally.records else { continue };
                let fits = kind.map_or(activity.kind().is_word(), |it| activity.kind() == it);
                if fits && self.meets_activity(activity, &nothing, counter) {
                    let person = activity.person.filter(|it| self.workspace.people.has(*it));
                    counter.cells.entry(person).or_default().count += 1;
                    self.keep(person, Behind::Activity(id));
                }
            }
        }
    }

    fn meets_activity(
        &mut self,
        activity: &Activity,
        nothing: &Lead,
        counter: &Counter<'_>,
    ) -> bool {
        if counter.tally.only.is_empty() {
            return true;
        }
        let lead = activity.lead.and_then(|id| Some((id, self.workspace.leads.get(id)?)));
        match lead {
            Some(lead) => self.meets(lead, counter),
            None => {
                let customer = Lead { customer: activity.customer, ..nothing.clone() };
                self.meets((LeadId::default(), &customer), counter)
            }
        }
    }

    fn meets(&mut self, (id, lead): (LeadId, &Lead), counter: &Counter<'_>) -> bool {
        let texts = &counter.texts;
        texts.iter().all(|it| self.meets_text(lead, it) == (it.compare == Compare::Is))
            && counter.amounts.iter().all(|it| self.meets_amount((id, lead), it))
    }

    fn meets_amount(&mut self, (id, lead): (LeadId, &Lead), only: &Condition) -> bool {
        let amount = lead.amount.and_then(|it| self.home(id, it));
        let (Some(amount), Some(minor)) = (amount, only.minor) else { return false };
        let amount = Exact::whole(amount.minor.into());
        match only.compare {
            Compare::Is => amount == minor,
            Compare::IsNot => amount != minor,
            Compare::Above => minor < amount,
            Compare::AtLeast => minor <= amount,
            Compare::Below => amount < minor,
            Compare::AtMost => amount <= minor,
        }
    }

    fn meets_text(&self, lead: &Lead, only: &Condition) -> bool {
        let same = |text: &str| text.trim().to_lowercase() == only.text;
        let customer = || self.workspace.customers.find(lead.customer);
        match only.attribute {
            Attribute::Source => same(&lead.source),
            Attribute::Product => {
                let named = |id| self.workspace.products.get(id).is_some_and(|it| same(&it.name));
                lead.products().into_iter().any(named)
            }
            Attribute::Customer => customer().is_some_and(|it| same(&it.name)),
            Attribute::Industry => customer().is_some_and(|it| same(&it.sector)),
            Attribute::Class => customer().is_some_and(|it| same(&it.class)),
            Attribute::Location => customer().is_some_and(|it| same(&it.location)),
            Attribute::Tag => lead.tags.iter().any(|it| same(it)),
            Attribute::Amount => false,
        }
    }
}

/// Whether a lead was open at the end of a span, or is today while the span runs.
fn is_open(lead: &Lead, outcome: Outcome, scope: Scope) -> bool {
    if scope.today <= scope.span.last {
        return outcome == Outcome::Open;
    }
    outcome_by(lead, outcome, scope.span.last) == Some(Outcome::Open)
}

/// The first lead won with each customer; of several on one day that with the smallest id.
fn first_won(workspace: &Workspace) -> BTreeMap<RecordId, (Day, LeadId)> {
    let mut first = BTreeMap::new();
    for (id, lead) in workspace.leads.iter() {
        let (Some(customer), Some(closes)) = (lead.customer, lead.closes) else { continue };
        if lead.outcome(workspace) == Outcome::Won {
            let known = first.entry(RecordId::from(customer)).or_insert((closes, id));
            *known = (closes, id).min(*known);
        }
    }
    first
}
