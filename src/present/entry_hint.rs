//! What a lead being typed may be the same as, said while it is typed: a customer that is there
//! under another form of the name, or an open lead of the same customer.

use super::duplicates::reasons;
use super::lead::customer_named;
use crate::domain::apply::{lead_about, lead_heading, lead_title};
use crate::domain::customer::Customer;
use crate::domain::duplicates::{Candidates, Distinct, DuplicateKind, leads_like};
use crate::domain::id::{CustomerId, LeadId, RecordId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that hints are read from.
pub const HINT_TABLES: [Table; 5] =
    [Table::Customers, Table::Contacts, Table::Leads, Table::Stages, Table::Distincts];

/// How many open leads of a customer are named.
const NAMED: usize = 3;

/// What is typed of a lead so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The lead, where it is there already.
    pub own: LeadId,
    /// The customer's name.
    pub customer: String,
    /// What it is about.
    pub name: String,
    /// Phone numbers, mail addresses, people.
    pub contacts: String,
}

/// What it may be the same as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryHint {
    /// The sentence.
    pub words: String,
    /// What is offered.
    pub offer: Offer,
}

/// What is offered in place of something new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// This customer, by name.
    Customer(String),
    /// To look at a lead.
    Lead(LeadId),
}

/// Customers in their buckets, to be asked again and again.
pub fn known_customers(workspace: &Workspace) -> Candidates {
    Candidates::of(workspace, DuplicateKind::Customers)
}

impl Typed {
    /// Whether nothing was typed by which a customer could be known.
    pub fn is_blank(&self) -> bool {
        self.customer.trim().is_empty() && self.contacts.trim().is_empty()
    }
}

/// What a lead being typed may be the same as; nothing where nothing was typed of a customer, be it
/// how to reach one.
pub fn entry_hints(
    workspace: &Workspace,
    lang: Lang,
    known: &Candidates,
    typed: &Typed,
) -> Vec<EntryHint> {
    if typed.is_blank() {
        return Vec::new();
    }
    let name = Some(typed.customer.trim()).filter(|it| !it.is_empty());
    let customer = name.and_then(|it| customer_named(workspace, it));
    let like = match customer {
        Some(_) => None,
        None => customer_like(workspace, lang, known, typed),
    };
    like.into_iter().chain(lead_like(workspace, lang, customer, typed)).collect()
}

/// The customer that a new one looks like, by its name or by what is typed of whom to talk to.
fn customer_like(
    workspace: &Workspace,
    lang: Lang,
    known: &Candidates,
    typed: &Typed,
) -> Option<EntryHint> {
    let new = Customer {
        name: typed.customer.trim().to_owned(),
        phone: typed.contacts.clone(),
        email: typed.contacts.clone(),
        ..Customer::default()
    };
    let hit = known.like_customer(RecordId::default(), &new).into_iter().next()?;
    let name = workspace.customers.get(hit.id.into())?.name.clone();
    let words = lang.duplicates_looks_like(&name, &reasons(lang, &hit.reasons));
    Some(EntryHint { words, offer: Offer::Customer(name) })
}

/// The open lead that a new one looks like; or else the open leads that the customer has already,
/// where the lead is new.
fn lead_like(
    workspace: &Workspace,
    lang: Lang,
    customer: Option<CustomerId>,
    typed: &Typed,
) -> Option<EntryHint> {
    let new = Lead {
        customer,
        name: typed.name.trim().to_owned(),
        contacts: typed.contacts.clone(),
        ..Lead::default()
    };
    let own: RecordId = typed.own.into();
    let mut hits = leads_like(workspace, own, &new).into_iter();
    if let Some(hit) = hits.find(|it| !workspace.distincts.has(Distinct::id_of(own, it.id))) {
        let id = LeadId::from(hit.id);
        let lead = workspace.leads.get(id)?;
        let mut parts = vec![lead_heading(workspace, lead), lead_about(workspace, lead)];
        parts.retain(|it| !it.is_empty());
        let title = parts.join(" · ");
        let words = lang.duplicates_like_lead(&title, &reasons(lang, &hit.reasons));
        return Some(EntryHint { words, offer: Offer::Lead(id) });
    }
    let customer = customer.filter(|_| !workspace.leads.has(typed.own))?;
    let open: Vec<(LeadId, &Lead)> = workspace
        .leads
        .iter()
        .filter(|(_, it)| it.customer == Some(customer) && it.outcome(workspace) == Outcome::Open)
        .collect();
    let (first, _) = open.first()?;
    let titles = open.iter().take(NAMED).map(|(_, it)| lead_title(workspace, it));
    let more = (NAMED < open.len()).then(|| "…".to_owned());
    let titles = titles.chain(more).collect::<Vec<_>>().join(lang.list_comma());
    let leads = super::bulk::leads_in_words(lang, open.len());
    let words = lang.duplicates_has_open(&leads, &titles);
    Some(EntryHint { words, offer: Offer::Lead(*first) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::{ANN, OPEN, WON, lead, put, team};

    const ACME: CustomerId = CustomerId::drawn(1);

    /// Acme with the open lead "Pumps" of 138 0013 8000 and a won one.
    fn workspace() -> Workspace {
        let mut workspace = team();
        let acme = Customer {
            name: "Acme Ltd.".to_owned(),
            website: "acme.example".to_owned(),
            ..Customer::default()
        };
        put(&mut workspace, ACME, &acme);
        lead(&mut workspace, 1, Some(ANN), OPEN, 1, "");
        lead(&mut workspace, 2, Some(ANN), WON, 1, "");
        for (id, name) in [(1, "Pumps"), (2, "Valves")] {
            let held = workspace.leads.get(LeadId::drawn(id)).cloned().unwrap_or_default();
            let contacts = if id == 1 { "Li 138 0013 8000" } else { "" }.to_owned();
            let held = Lead { customer: Some(ACME), name: name.to_owned(), contacts, ..held };
            put(&mut workspace, LeadId::drawn(id), &held);
        }
        workspace
    }

    #[track_caller]
    fn check(own: u64, [customer, name, contacts]: [&str; 3], expect: &[(&str, Offer)]) {
        let workspace = workspace();
        let typed = Typed {
            own: LeadId::drawn(own),
            customer: customer.to_owned(),
            name: name.to_owned(),
            contacts: contacts.to_owned(),
        };
        let hints = entry_hints(&workspace, Lang::En, &known_customers(&workspace), &typed);
        let said: Vec<_> = hints.iter().map(|it| (it.words.as_str(), it.offer.clone())).collect();
        assert_eq!(said, expect);
    }

    fn acme() -> Offer {
        Offer::Customer("Acme Ltd.".to_owned())
    }

    fn pumps() -> Offer {
        Offer::Lead(LeadId::drawn(1))
    }

    #[test]
    fn a_customer_is_offered_under_another_form_of_its_name_or_its_domain() {
        let core = "Looks like Acme Ltd.: same name but for the legal form or place";
        check(9, ["ACME", "", ""], &[(core, acme())]);
        let domain = "Looks like Acme Ltd.: same web domain";
        check(9, ["Else", "", "wang@acme.example"], &[(domain, acme())]);
        check(9, ["Else", "", ""], &[]);
        check(9, ["", "", "wang@acme.example"], &[(domain, acme())]);
        check(9, ["", "", "wang@else.example"], &[]);
    }

    #[test]
    fn an_open_lead_is_offered_by_its_name_and_by_its_phone() {
        let name = "May be the lead Acme Ltd. · Pumps: same name with the same customer";
        check(9, ["acme ltd.", "pumps", ""], &[(name, pumps())]);
        let phone = "May be the lead Acme Ltd. · Pumps: same phone";
        check(9, ["Else", "Hoses", "+86 13800138000"], &[(phone, pumps())]);
    }

    #[test]
    fn a_customers_open_leads_are_named_where_a_new_one_is_typed() {
        let open = "The customer has 1 lead open already: Pumps";
        check(9, ["Acme Ltd.", "", ""], &[(open, pumps())]);
        check(1, ["Acme Ltd.", "Pumps", ""], &[]);
        check(9, [" ", "Pumps", ""], &[]);
    }
}
