//! A leaver's whole book: the open leads, what is planned about them, and who it all goes to.

use std::collections::{BTreeMap, BTreeSet};

use super::activity::Activity;
use super::id::{ActivityId, CustomerId, LeadId, PersonId};
use super::money::Money;
use super::pipeline::Outcome;
use super::workspace::Workspace;

/// Leads and who shall have them; nobody leaves one where it is.
pub type Heirs = [(LeadId, Option<PersonId>)];

/// What a person has to hand over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WholeBook {
    /// The open leads.
    pub leads: Vec<LeadId>,
    /// Their amounts.
    pub amounts: Vec<Money>,
    /// The customers of these leads.
    pub customers: usize,
    /// What the person has planned, about whatever it is.
    pub plans: usize,
}

/// A person's whole book.
pub fn whole_book(workspace: &Workspace, person: PersonId) -> WholeBook {
    let mut book = WholeBook { plans: plans(workspace, person).count(), ..WholeBook::default() };
    let mut customers = BTreeSet::new();
    for (id, lead) in workspace.leads.iter() {
        if lead.owner == Some(person) && lead.outcome(workspace) == Outcome::Open {
            book.leads.push(id);
            book.amounts.extend(lead.amount);
            customers.extend(lead.customer.filter(|it| workspace.customers.has(*it)));
        }
    }
    WholeBook { customers: customers.len(), ..book }
}

/// Who does what the person has planned once the leads have gone: whoever then works on the lead
/// it is about; or else on a lead of the customer's that was handed over; or else who was given
/// most leads. What is about a lead that stays, stays.
pub fn new_doers(
    workspace: &Workspace,
    person: PersonId,
    heirs: &Heirs,
) -> Vec<(ActivityId, PersonId)> {
    let mut of_lead: BTreeMap<LeadId, PersonId> = BTreeMap::new();
    let mut of_customer: BTreeMap<CustomerId, PersonId> = BTreeMap::new();
    let mut given: BTreeMap<PersonId, usize> = BTreeMap::new();
    for (id, heir) in heirs {
        let Some(heir) = heir.filter(|it| *it != person) else { continue };
        of_lead.insert(*id, heir);
        *given.entry(heir).or_default() += 1;
        if let Some(customer) = workspace.leads.get(*id).and_then(|it| it.customer) {
            of_customer.entry(customer).or_insert(heir);
        }
    }
    let most = given.iter().map(|(heir, leads)| (*leads, std::cmp::Reverse(*heir))).max();
    let most = most.map(|(_, heir)| heir.0);
    let doer = |activity: &Activity| {
        let lead = activity.lead.filter(|it| workspace.leads.has(*it));
        let owner = workspace.leads.find(lead).and_then(|it| it.owner);
        let is_open = |it: LeadId| {
            workspace.leads.get(it).is_some_and(|it| it.outcome(workspace) == Outcome::Open)
        };
        match lead.filter(|it| is_open(*it)) {
            Some(lead) => of_lead.get(&lead).copied().or(owner),
            None => {
                let customer = activity.customer_in(workspace);
                customer.and_then(|it| of_customer.get(&it).copied()).or(most)
            }
        }
    };
    let moved = plans(workspace, person).filter_map(|(id, it)| {
        let doer = doer(it).filter(|it| *it != person && workspace.people.has(*it))?;
        Some((id, doer))
    });
    moved.collect()
}

fn plans(workspace: &Workspace, person: PersonId) -> impl Iterator<Item = (ActivityId, &Activity)> {
    workspace.activities.iter().filter(move |(_, it)| it.planned && it.person == Some(person))
}
