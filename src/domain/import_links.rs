//! New customers and leads of an import that may be there already, and how they are added to those.

mod leads;

use std::collections::{BTreeMap, BTreeSet};

pub use leads::leads_may_be_known;

use super::calendar::Day;
use super::customer::Customer;
use super::duplicates::{Alias, Candidates, DuplicateKind, Reason};
use super::id::{CustomerId, RecordId};
use super::import::Batch;
use super::lead::Lead;
use super::workspace::Workspace;

/// Which new record is to be added to which that is there.
pub type Links = BTreeMap<RecordId, RecordId>;

/// What was said of the new records of an import.
#[derive(Clone, Copy, Debug)]
pub struct Choice<'a> {
    /// The customers that are added to others.
    pub customers: &'a Links,
    /// The leads that are added to others.
    pub leads: &'a Links,
}

/// What becomes of the records of an import by a choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settled {
    /// New customers and leads that are added to others.
    pub added: BTreeSet<RecordId>,
    /// The customers among them, by the names they would have had.
    pub customers: BTreeMap<CustomerId, String>,
    /// Leads that do not change after all, because it was their customer alone that was new.
    pub same: BTreeSet<RecordId>,
}

/// A new record that may be there already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MayBe {
    /// The new one, by the id it would have.
    pub new: RecordId,
    /// The one that is there.
    pub known: RecordId,
    /// Why, strongest first.
    pub reasons: Vec<Reason>,
}

/// The new customers of a batch that may be there already, each with the surest, in its order.
pub fn may_be_known(workspace: &Workspace, batch: &Batch) -> Vec<MayBe> {
    let is_new = |id: CustomerId| !workspace.customers.has(id);
    if workspace.customers.is_empty() || !batch.customers.iter().any(|(id, _)| is_new(*id)) {
        return Vec::new();
    }
    let known = Candidates::of(workspace, DuplicateKind::Customers);
    let new = batch.customers.iter().filter(|(id, _)| is_new(*id));
    let like = new.filter_map(|(id, customer)| {
        let hit = known.like_customer((*id).into(), customer).into_iter().next()?;
        Some(MayBe { new: (*id).into(), known: hit.id, reasons: hit.reasons })
    });
    like.collect()
}

/// The customer that a new one is added to.
fn meant(workspace: &Workspace, customers: &Links, id: CustomerId) -> Option<CustomerId> {
    let known = customers.get(&id.into()).map(|it| CustomerId::from(*it));
    known.filter(|it| workspace.customers.has(*it))
}

/// What becomes of the records of a batch by a choice: one pass over it.
pub fn settled(workspace: &Workspace, batch: &Batch, choice: Choice<'_>) -> Settled {
    let is_added = |id: &CustomerId| meant(workspace, choice.customers, *id).is_some();
    let customers = batch.customers.iter().filter(|(id, _)| is_added(id));
    let customers = customers.map(|(id, it)| (*id, it.name.clone())).collect();
    let mut settled = Settled { customers, ..Settled::default() };
    settled.added = settled.customers.keys().map(|it| (*it).into()).collect();
    for (id, lead) in &batch.leads {
        let known = choice.leads.get(&(*id).into());
        if known.is_some_and(|it| workspace.leads.has((*it).into())) {
            settled.added.insert((*id).into());
        } else if let Some(turned) = lead.customer.filter(|it| settled.customers.contains_key(it)) {
            let before = workspace.leads.get(*id);
            let customer = meant(workspace, choice.customers, turned);
            let is_same =
                |before: &Lead| *before == Lead { customer, origin: before.origin, ..lead.clone() };
            settled.same.extend(before.is_some_and(is_same).then_some(RecordId::from(*id)));
        }
    }
    settled
}

/// Adds new customers and leads to those that are there: what these lack is filled in, whatever
/// would have referred to the new one refers to the other, and the other is known under its name
/// and key from now on, so that the file imported again leads there.
pub fn link(workspace: &Workspace, batch: &mut Batch, choice: Choice<'_>, day: Day) {
    let settled = settled(workspace, batch, choice);
    batch.leads.retain(|(id, _)| !settled.same.contains(&(*id).into()));
    link_customers(workspace, batch, choice.customers, day);
    leads::link_leads(workspace, batch, choice.leads, day);
}

fn link_customers(workspace: &Workspace, batch: &mut Batch, links: &Links, day: Day) {
    if links.is_empty() {
        return;
    }
    let meant = |id: CustomerId| meant(workspace, links, id);
    let customers = std::mem::take(&mut batch.customers);
    let (linked, kept): (Vec<_>, Vec<_>) =
        customers.into_iter().partition(|(id, _)| meant(*id).is_some());
    let mut kept: BTreeMap<CustomerId, Customer> = kept.into_iter().collect();
    for (new, customer) in linked {
        let Some(known) = meant(new) else { continue };
        let own = || workspace.customers.get(known).cloned().unwrap_or_default();
        fill(kept.entry(known).or_insert_with(own), &customer, known);
        let alias = Alias {
            customer: Some(known),
            name: customer.name,
            external: customer.external,
            gone: Some(new.into()),
            day: Some(day),
            ..Alias::default()
        };
        batch.aliases.push((Alias::id_of(RecordId::from(new)), alias));
    }
    batch.customers.extend(kept);
    let turn = |customer: &mut Option<CustomerId>| {
        if let Some(known) = customer.and_then(meant) {
            *customer = Some(known);
        }
    };
    batch.customers.iter_mut().for_each(|(id, it)| {
        turn(&mut it.parent);
        it.parent = it.parent.filter(|parent| parent != id);
    });
    batch.leads.iter_mut().for_each(|(_, it)| turn(&mut it.customer));
    batch.contacts.iter_mut().for_each(|(_, it)| turn(&mut it.customer));
    batch.activities.iter_mut().for_each(|(_, it)| turn(&mut it.customer));
}

/// What one lacks the other gives.
fn fill(own: &mut Customer, other: &Customer, id: CustomerId) {
    let texts = [
        (&mut own.sector, &other.sector),
        (&mut own.location, &other.location),
        (&mut own.phone, &other.phone),
        (&mut own.website, &other.website),
        (&mut own.email, &other.email),
        (&mut own.class, &other.class),
    ];
    for (own, other) in texts {
        if own.is_empty() {
            other.clone_into(own);
        }
    }
    own.employees = own.employees.or(other.employees);
    own.parent = own.parent.or(other.parent.filter(|it| *it != id));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::id::LeadId;
    use crate::domain::label::Label;
    use crate::domain::lead::Lead;

    const KNOWN: CustomerId = CustomerId::drawn(1);

    fn customer(name: &str, phone: &str, email: &str) -> Customer {
        let [name, phone, email] = [name, phone, email].map(str::to_owned);
        Customer { name, phone, email, ..Customer::default() }
    }

    /// Acme is there; the batch brings two customers with a lead each.
    fn given() -> (Workspace, Batch) {
        let mut workspace = Workspace::default();
        put(&mut workspace, KNOWN, &customer("Acme Ltd", "", "a@acme.example"));
        let mut batch = Batch::new(Label::Imported("a.csv".to_owned()));
        let external = "zoho/7".to_owned();
        let acme = Customer { external, ..customer("ACME GmbH", "13800138000", "b@else.example") };
        batch.customers = vec![
            (CustomerId::drawn(2), acme),
            (CustomerId::drawn(3), customer("Borealis", "", "")),
        ];
        for id in [2, 3] {
            let customer = Some(CustomerId::drawn(id));
            batch.leads.push((LeadId::drawn(id), Lead { customer, ..Lead::default() }));
        }
        (workspace, batch)
    }

    #[test]
    fn only_new_customers_that_look_like_one_that_is_there_are_offered() {
        let (workspace, batch) = given();
        let found = may_be_known(&workspace, &batch);
        let expect = MayBe {
            new: RecordId::from(CustomerId::drawn(2)),
            known: KNOWN.into(),
            reasons: vec![Reason::SameCore],
        };
        assert_eq!(found, [expect]);
        assert_eq!(may_be_known(&Workspace::default(), &batch), []);
    }

    #[test]
    fn a_linked_customer_fills_in_and_its_leads_go_along() {
        let (workspace, mut batch) = given();
        let customers = Links::from([(CustomerId::drawn(2).into(), KNOWN.into())]);
        let choice = Choice { customers: &customers, leads: &Links::new() };
        link(&workspace, &mut batch, choice, Day::EPOCH);
        let acme = batch.customers.iter().find(|(id, _)| *id == KNOWN).map(|(_, it)| it.clone());
        assert_eq!(acme, Some(customer("Acme Ltd", "13800138000", "a@acme.example")));
        let of = batch.leads.iter().map(|(_, it)| it.customer);
        assert_eq!(of.collect::<Vec<_>>(), [Some(KNOWN), Some(CustomerId::drawn(3))]);
        assert!(!batch.customers.iter().any(|(id, _)| *id == CustomerId::drawn(2)));
        assert_eq!(batch.aliases.len(), 1);
        assert_eq!(batch.aliases[0].1.external, "zoho/7");
    }

    #[test]
    fn without_links_the_batch_is_as_it_was() {
        let (workspace, mut batch) = given();
        let before = batch.clone();
        let none = Links::new();
        let choice = Choice { customers: &none, leads: &none };
        link(&workspace, &mut batch, choice, Day::EPOCH);
        assert_eq!(batch, before);
    }
}
