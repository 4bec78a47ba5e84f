//! The draft of a lead's form: what was typed, and how it becomes a lead.
//!
//! A draft is not a lead. Only the fields in which it differs from what the form began with are
//! taken over, so that a change made elsewhere meanwhile is not written back.

use super::{LeadField, QuickLead};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, LeadId, PersonId, ProductId};
use crate::domain::lead::{Lead, Priority};
use crate::domain::money::{Currency, Money};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::filter::{folded, is_folded_to};
use crate::present::format;
use crate::present::matching::{Index, Rank};
use crate::present::name_order::NameOrder;

/// How many customers are offered while a name is being typed.
const OFFERED_CUSTOMERS: usize = 8;

/// What was typed into the form.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "the fields are those of a lead")]
pub struct LeadDraft {
    pub customer: String,
    pub name: String,
    pub amount: String,
    pub currency: Currency,
    pub owner: Option<PersonId>,
    pub product: Option<ProductId>,
    /// Whether its products are told line by line, so that they are not chosen here.
    pub has_lines: bool,
    /// Whether its amount follows these lines.
    pub follows_lines: bool,
    pub closes: Option<Day>,
    pub odds: String,
    pub source: String,
    pub next_step: String,
    pub next_step_on: Option<Day>,
    pub contacts: String,
    pub needs: String,
    pub complexity: Option<i64>,
    pub priority: Priority,
    pub language: String,
    pub loss_reason: String,
    pub note: String,
}

/// What is wrong with a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// There is neither a customer nor a name.
    Unnamed,
    /// The text is not an amount.
    AmountUnclear,
    /// The amount is below zero.
    AmountNegative,
    /// The text is not a percentage from 0 to 100.
    OddsUnclear,
}

impl Fault {
    /// What is wrong and what to do.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Fault::Unnamed => lang.lead_unnamed(),
            Fault::AmountUnclear => lang.lead_amount_unclear(),
            Fault::AmountNegative => lang.amount_negative(),
            Fault::OddsUnclear => lang.lead_odds_unclear(),
        }
    }
}

/// A lead that can be saved.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedLead {
    /// The lead.
    pub lead: Lead,
    /// The name of its customer, where that is a new one.
    pub new_customer: Option<String>,
}

impl CheckedLead {
    /// The command that saves it; `customer` is the id for a new customer.
    pub fn command(self, workspace: &Workspace, id: LeadId, customer: CustomerId) -> Command {
        let lead = Box::new(self.lead);
        match self.new_customer {
            Some(name) => {
                let newcomer = Box::new(Customer { name, ..Customer::default() });
                Command::SaveLeadOfNewCustomer(id, lead, customer, newcomer)
            }
            None if workspace.leads.has(id) => Command::EditLead(id, lead),
            None => Command::AddLead(id, lead),
        }
    }
}

impl LeadDraft {
    /// Nothing typed yet.
    pub fn blank(currency: Currency) -> LeadDraft {
        let text = String::new;
        LeadDraft {
            customer: text(),
            name: text(),
            amount: text(),
            currency,
            owner: None,
            product: None,
            has_lines: false,
            follows_lines: false,
            closes: None,
            odds: text(),
            source: text(),
            next_step: text(),
            next_step_on: None,
            contacts: text(),
            needs: text(),
            complexity: None,
            priority: Priority::Normal,
            language: text(),
            loss_reason: text(),
            note: text(),
        }
    }

    /// Takes what was typed in one line.
    pub fn take_quick(&mut self, quick: &QuickLead) {
        self.customer.clone_from(&quick.customer);
        if let Some(amount) = quick.amount {
            self.amount = format::editable(amount);
            self.currency = amount.currency;
        }
    }

    /// The form of a lead as it is now.
    pub fn of(workspace: &Workspace, lead: &Lead) -> LeadDraft {
        let currency = lead.amount.map(|it| it.currency);
        LeadDraft {
            customer: workspace
                .customers
                .find(lead.customer)
                .map(|it| it.name.clone())
                .unwrap_or_default(),
            name: lead.name.clone(),
            amount: lead.amount.map(format::editable).unwrap_or_default(),
            currency: currency.unwrap_or_else(|| workspace.settings().currency()),
            owner: lead.owner,
            product: lead.product,
            has_lines: !lead.lines.is_empty(),
            follows_lines: lead.follows_lines,
            closes: lead.closes,
            odds: lead.probability.map(|it| it.to_string()).unwrap_or_default(),
            source: lead.source.clone(),
            next_step: lead.next_step.clone(),
            next_step_on: lead.next_step_on,
            contacts: lead.contacts.clone(),
            needs: lead.needs.clone(),
            complexity: lead.complexity,
            priority: lead.priority,
            language: lead.language.clone(),
            loss_reason: lead.loss_reason.clone(),
            note: lead.note.clone(),
        }
    }

    /// What the amount was understood to be; empty where it is not one.
    pub fn understood(&self, lang: Lang) -> String {
        let minor = format::parse_money(&self.amount, self.currency);
        let amount = minor.map(|minor| format::money(lang, Money::new(minor, self.currency)));
        amount.filter(|text| *text != self.amount).unwrap_or_default()
    }

    /// The lead as it shall be: `current` with every field in which the draft differs from
    /// `start`, with which the form began.
    ///
    /// # Errors
    /// What is wrong, field by field.
    pub fn check(
        &self,
        workspace: &Workspace,
        start: &LeadDraft,
        current: &Lead,
    ) -> Result<CheckedLead, Vec<(LeadField, Fault)>> {
        let mut lead = current.clone();
        let mut faults = Vec::new();
        self.take_choices(start, &mut lead);
        self.take_texts(start, &mut lead);
        if (&self.amount, self.currency) != (&start.amount, start.currency) {
            match self.parsed_amount() {
                Ok(amount) => lead.amount = amount,
                Err(fault) => faults.push((LeadField::Amount, fault)),
            }
        }
        if self.odds != start.odds {
            match self.parsed_odds() {
                Ok(odds) => lead.probability = odds,
                Err(fault) => faults.push((LeadField::Odds, fault)),
            }
        }
        let new_customer = self.take_customer(workspace, start, &mut lead);
        if lead.name.is_empty() && lead.customer.is_none() && new_customer.is_none() {
            faults.push((LeadField::Customer, Fault::Unnamed));
        }
        if faults.is_empty() { Ok(CheckedLead { lead, new_customer }) } else { Err(faults) }
    }

    fn take_choices(&self, start: &LeadDraft, lead: &mut Lead) {
        take(&mut lead.owner, self.owner, start.owner);
        take(&mut lead.product, self.product, start.product);
        take(&mut lead.closes, self.closes, start.closes);
        take(&mut lead.complexity, self.complexity, start.complexity);
        take(&mut lead.priority, self.priority, start.priority);
        take(&mut lead.next_step_on, self.next_step_on, start.next_step_on);
    }

    fn take_texts(&self, start: &LeadDraft, lead: &mut Lead) {
        let texts = [
            (&mut lead.name, &self.name, &start.name),
            (&mut lead.source, &self.source, &start.source),
            (&mut lead.next_step, &self.next_step, &start.next_step),
            (&mut lead.contacts, &self.contacts, &start.contacts),
            (&mut lead.needs, &self.needs, &start.needs),
            (&mut lead.language, &self.language, &start.language),
            (&mut lead.loss_reason, &self.loss_reason, &start.loss_reason),
            (&mut lead.note, &self.note, &start.note),
        ];
        for (field, typed, start) in texts {
            if typed != start {
                typed.trim().clone_into(field);
            }
        }
    }

    /// Takes the customer over where it is known, or gives the name of a new one.
    fn take_customer(
        &self,
        workspace: &Workspace,
        start: &LeadDraft,
        lead: &mut Lead,
    ) -> Option<String> {
        if self.customer == start.customer {
            return None;
        }
        let name = self.customer.trim();
        lead.customer = customer_named(workspace, name);
        (lead.customer.is_none() && !name.is_empty()).then(|| name.to_owned())
    }

    fn parsed_amount(&self) -> Result<Option<Money>, Fault> {
        if self.amount.trim().is_empty() {
            return Ok(None);
        }
        match format::parse_money(&self.amount, self.currency) {
            None => Err(Fault::AmountUnclear),
            Some(minor) if minor < 0 => Err(Fault::AmountNegative),
            Some(minor) => Ok(Some(Money::new(minor, self.currency))),
        }
    }

    fn parsed_odds(&self) -> Result<Option<i64>, Fault> {
        let text = folded(self.odds.trim());
        let text = text.trim_end_matches('%').trim_end();
        if text.is_empty() {
            return Ok(None);
        }
        let odds = text.parse().ok().filter(|odds| (0..=100).contains(odds));
        odds.map(Some).ok_or(Fault::OddsUnclear)
    }
}

fn take<T: PartialEq>(field: &mut T, typed: T, start: T) {
    if typed != start {
        *field = typed;
    }
}

/// The customer of a name, whatever its letters' case and width.
pub fn customer_named(workspace: &Workspace, name: &str) -> Option<CustomerId> {
    let wanted = folded(name);
    let mut alike = None;
    for (id, customer) in workspace.customers.iter() {
        if customer.name == name {
            return Some(id);
        }
        if alike.is_none() && is_folded_to(customer.name.trim(), &wanted) {
            alike = Some(id);
        }
    }
    alike
}

/// Whether a typed name would make a new customer.
pub fn is_new_customer(workspace: &Workspace, text: &str) -> bool {
    !text.trim().is_empty() && customer_named(workspace, text.trim()).is_none()
}

/// Customers whose name is meant by what is being typed, the surest first; none once the name is
/// complete.
pub fn customers_like(index: &Index, text: &str) -> Vec<String> {
    let mut found = index.customers(text);
    if found.iter().any(|(rank, _)| *rank == Rank::Exact) {
        return Vec::new();
    }
    arrange::by_cached_key(&mut found, |(rank, name)| (*rank, NameOrder::of(name)));
    found.into_iter().take(OFFERED_CUSTOMERS).map(|(_, name)| name.to_owned()).collect()
}

/// Who can own a lead: everyone in the team today, and whoever owns it now, by name.
pub fn owners(
    workspace: &Workspace,
    today: Day,
    current: Option<PersonId>,
) -> Vec<(PersonId, String)> {
    let people = workspace.people.iter();
    let active = people.filter(|(id, it)| it.is_active(today) || current == Some(*id));
    let mut owners: Vec<(PersonId, String)> =
        active.map(|(id, it)| (id, it.name.clone())).collect();
    arrange::by_cached_key(&mut owners, |it| NameOrder::of(&it.1));
    owners
}
