//! New open leads of an import that may be there already under another key.

use std::collections::{BTreeMap, BTreeSet};

use super::{Links, MayBe, meant};
use crate::domain::calendar::Day;
use crate::domain::duplicates::{Alias, Candidates, Distinct, Reason, forms};
use crate::domain::id::{CustomerId, LeadId, RecordId, StageId};
use crate::domain::import::Batch;
use crate::domain::lead::{Lead, Priority};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// The new open leads of a batch that may be there already, in its order, once its customers are
/// added to those chosen: by a name or an amount with the same customer, by a phone or by a mail
/// address. A lead that is there is offered to one new lead alone: a file with three leads of one
/// amount has three leads.
pub fn leads_may_be_known(workspace: &Workspace, batch: &Batch, customers: &Links) -> Vec<MayBe> {
    let new = new_open_leads(workspace, batch, customers);
    if new.is_empty() {
        return Vec::new();
    }
    let known = Known::of(workspace, &new);
    let mut taken: BTreeSet<RecordId> = BTreeSet::new();
    let like = new.into_iter().filter_map(|(id, lead)| {
        let own = RecordId::from(id);
        let free = |it: &RecordId| {
            !taken.contains(it) && !workspace.distincts.has(Distinct::id_of(own, *it))
        };
        let (known, reasons) = known.like(own, &lead, free)?;
        taken.insert(known);
        Some(MayBe { new: own, known, reasons })
    });
    like.collect()
}

/// The leads that the batch would make and that are open, each with the customer it would have.
fn new_open_leads(workspace: &Workspace, batch: &Batch, customers: &Links) -> Vec<(LeadId, Lead)> {
    let stages: BTreeMap<StageId, Outcome> =
        batch.stages.iter().map(|(id, it)| (*id, it.outcome)).collect();
    let is_open = |lead: &Lead| {
        let own = lead.stage.and_then(|it| stages.get(&it).copied());
        own.unwrap_or_else(|| lead.outcome(workspace)) == Outcome::Open
    };
    let new = batch.leads.iter().filter(|(id, it)| !workspace.leads.has(*id) && is_open(it));
    let turned = new.map(|(id, lead)| {
        let known = lead.customer.and_then(|it| meant(workspace, customers, it));
        (*id, Lead { customer: known.or(lead.customer), ..lead.clone() })
    });
    turned.collect()
}

/// The open leads on the board that new ones are compared with.
struct Known<'a> {
    candidates: Candidates,
    by_customer: BTreeMap<CustomerId, Vec<(RecordId, &'a Lead)>>,
}

impl Known<'_> {
    /// Only leads of the customers at hand, or with somebody to talk to where the new ones name
    /// any, are looked at.
    fn of<'a>(workspace: &'a Workspace, new: &[(LeadId, Lead)]) -> Known<'a> {
        let customers: BTreeSet<CustomerId> =
            new.iter().filter_map(|(_, lead)| lead.customer).collect();
        let by_contact = new.iter().any(|(_, lead)| !lead.contacts.is_empty());
        let mut known = Known { candidates: Candidates::default(), by_customer: BTreeMap::new() };
        for (id, lead) in workspace.leads.iter() {
            let of = lead.customer.filter(|it| customers.contains(it));
            let looked_at = of.is_some() || by_contact && !lead.contacts.is_empty();
            if looked_at && lead.outcome(workspace) == Outcome::Open {
                known.candidates.add_lead(id.into(), lead);
                let Some(customer) = of.filter(|_| lead.amount.is_some_and(|it| it.minor != 0))
                else {
                    continue;
                };
                known.by_customer.entry(customer).or_default().push((id.into(), lead));
            }
        }
        known
    }

    /// The surest of those that are free, and why.
    fn like(
        &self,
        own: RecordId,
        lead: &Lead,
        free: impl Fn(&RecordId) -> bool,
    ) -> Option<(RecordId, Vec<Reason>)> {
        let hits = self.candidates.like_lead(own, lead);
        let hit = hits.into_iter().find(|it| free(&it.id)).map(|it| (it.id, it.reasons));
        hit.or_else(|| {
            let others = self.by_customer.get(&lead.customer?)?;
            let core = forms(&lead.name).core;
            let is_like = |(id, it): &&(RecordId, &Lead)| {
                it.amount == lead.amount
                    && lead.product.zip(it.product).is_none_or(|(a, b)| a == b)
                    && are_alike(&core, &forms(&it.name).core)
                    && free(id)
            };
            others.iter().find(is_like).map(|(id, _)| (*id, vec![Reason::SameAmount]))
        })
    }
}

/// Whether names do not tell two leads apart: one has none, or says less than the other.
fn are_alike(one: &str, other: &str) -> bool {
    one.contains(other) || other.contains(one)
}

pub(super) fn link_leads(workspace: &Workspace, batch: &mut Batch, links: &Links, day: Day) {
    let meant = |id: LeadId| {
        let known = links.get(&id.into()).map(|it| LeadId::from(*it));
        known.filter(|it| workspace.leads.has(*it))
    };
    if links.is_empty() {
        return;
    }
    let leads = std::mem::take(&mut batch.leads);
    let (linked, kept): (Vec<_>, Vec<_>) =
        leads.into_iter().partition(|(id, _)| meant(*id).is_some());
    let mut kept: BTreeMap<LeadId, Lead> = kept.into_iter().collect();
    for (new, lead) in linked {
        let Some(known) = meant(new) else { continue };
        let own = || workspace.leads.get(known).cloned().unwrap_or_default();
        fill(kept.entry(known).or_insert_with(own), &lead);
        let alias = Alias {
            lead: Some(known),
            name: lead.name,
            external: lead.external,
            gone: Some(new.into()),
            day: Some(day),
            ..Alias::default()
        };
        batch.aliases.push((Alias::id_of(RecordId::from(new)), alias));
    }
    batch.leads.extend(kept);
    for activity in batch.activities.iter_mut().map(|(_, it)| it) {
        activity.lead = activity.lead.map(|it| meant(it).unwrap_or(it));
    }
}

/// What one lacks the other gives; its stage and whatever it has stay.
fn fill(own: &mut Lead, other: &Lead) {
    if own.next_step.is_empty() && own.next_step_on.is_none() {
        other.next_step.clone_into(&mut own.next_step);
        own.next_step_on = other.next_step_on;
    }
    let texts = [
        (&mut own.name, &other.name),
        (&mut own.source, &other.source),
        (&mut own.contacts, &other.contacts),
        (&mut own.needs, &other.needs),
        (&mut own.language, &other.language),
        (&mut own.note, &other.note),
    ];
    for (own, other) in texts {
        if own.is_empty() {
            other.clone_into(own);
        }
    }
    own.customer = own.customer.or(other.customer);
    own.owner = own.owner.or(other.owner);
    own.amount = own.amount.or(other.amount);
    own.product = own.product.or(other.product);
    own.created = own.created.or(other.created);
    own.closes = own.closes.or(other.closes);
    own.probability = own.probability.or(other.probability);
    own.complexity = own.complexity.or(other.complexity);
    if own.priority == Priority::Normal {
        own.priority = other.priority;
    }
    for tag in &other.tags {
        if !own.tags.contains(tag) {
            own.tags.push(tag.clone());
        }
    }
    for link in &other.links {
        if !own.links.contains(link) {
            own.links.push(link.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Choice, link, settled};
    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::label::Label;
    use crate::domain::money::Money;

    const ACME: CustomerId = CustomerId::drawn(1);
    const NEW: CustomerId = CustomerId::drawn(2);
    const PUMPS: LeadId = LeadId::drawn(1);
    const FIRST: LeadId = LeadId::drawn(8);
    const SECOND: LeadId = LeadId::drawn(9);

    /// A lead as `name|contacts|amount` of a customer.
    fn lead(customer: CustomerId, text: &str) -> Lead {
        let mut parts = text.split('|').map(str::to_owned);
        let mut next = || parts.next().unwrap_or_default();
        let (name, contacts, amount) = (next(), next(), next().parse().ok());
        let amount = amount.map(|it| Money::new(it, "USD".parse().expect("a currency")));
        Lead { customer: Some(customer), name, contacts, amount, ..Lead::default() }
    }

    fn given(known: &str, new: [&str; 2], customer: CustomerId) -> (Workspace, Batch) {
        let mut workspace = Workspace::default();
        put(&mut workspace, ACME, &crate::domain::customer::Customer::default());
        put(&mut workspace, PUMPS, &lead(ACME, known));
        let mut batch = Batch::new(Label::Imported("a.csv".to_owned()));
        batch.customers = vec![(NEW, crate::domain::customer::Customer::default())];
        let new = [(FIRST, new[0]), (SECOND, new[1])].map(|(id, it)| (id, lead(customer, it)));
        batch.leads = new.to_vec();
        (workspace, batch)
    }

    #[track_caller]
    fn check(known: &str, new: [&str; 2], customer: CustomerId, expect: Option<(LeadId, Reason)>) {
        let (workspace, batch) = given(known, new, customer);
        let customers = Links::from([(NEW.into(), ACME.into())]);
        let found = leads_may_be_known(&workspace, &batch, &customers);
        let found: Vec<_> = found.into_iter().map(|it| (it.new.into(), it.reasons[0])).collect();
        assert_eq!(found, expect.into_iter().collect::<Vec<_>>(), "{known} {new:?}");
    }

    #[test]
    fn new_leads_are_found_by_name_amount_phone_and_mail() {
        check("Pumps", ["pumps", "Hoses"], ACME, Some((FIRST, Reason::SameDeal)));
        check("Pumps", ["Hoses", "ＰＵＭＰＳ"], NEW, Some((SECOND, Reason::SameDeal)));
        check(
            "Pumps||500",
            ["Pumps 2027||500", "Hoses||500"],
            ACME,
            Some((FIRST, Reason::SameAmount)),
        );
        check("||500", ["||500", "||500"], ACME, Some((FIRST, Reason::SameAmount)));
        let else_where = CustomerId::drawn(3);
        let phone = ["Valves|+86 13800138000", "Hoses"];
        check("Pumps|138 0013 8000", phone, else_where, Some((FIRST, Reason::SamePhone)));
        let mail = ["Hoses", "Valves|Li@abc.com"];
        check("Pumps|li@abc.com", mail, else_where, Some((SECOND, Reason::SameMail)));
    }

    #[test]
    fn other_names_other_amounts_and_other_customers_are_no_match() {
        check("Pumps||500", ["Hoses||500", "Pumps plus||600"], ACME, None);
        check("Pumps||500", ["Pumps||500", "||500"], CustomerId::drawn(3), None);
        check("Pumps", ["Pump service", "||"], ACME, None);
    }

    #[test]
    fn a_linked_lead_fills_in_what_is_missing_and_leaves_its_key() {
        let (workspace, mut batch) = given("Pumps||500", ["Pumps 2027|Li|900", "Hoses"], NEW);
        batch.leads[0].1.external = "zoho/deal/7".to_owned();
        let customers = Links::from([(NEW.into(), ACME.into())]);
        let leads = Links::from([(FIRST.into(), PUMPS.into())]);
        link(&workspace, &mut batch, Choice { customers: &customers, leads: &leads }, Day::EPOCH);
        let expect = [(PUMPS, lead(ACME, "Pumps|Li|500")), (SECOND, lead(ACME, "Hoses"))];
        assert_eq!(batch.leads, expect);
        let lead = batch.aliases.iter().find(|(_, it)| it.lead.is_some());
        assert_eq!(lead.map(|(_, it)| it.external.as_str()), Some("zoho/deal/7"));
    }

    #[test]
    fn a_lead_whose_customer_alone_was_new_does_not_change() {
        let (workspace, mut batch) = given("Pumps||500", ["Hoses", "Valves"], NEW);
        batch.leads.push((PUMPS, lead(NEW, "Pumps||500")));
        let customers = Links::from([(NEW.into(), ACME.into())]);
        let choice = Choice { customers: &customers, leads: &Links::new() };
        let same = settled(&workspace, &batch, choice).same;
        assert_eq!(same.into_iter().collect::<Vec<_>>(), [RecordId::from(PUMPS)]);
        link(&workspace, &mut batch, choice, Day::EPOCH);
        assert!(!batch.leads.iter().any(|(id, _)| *id == PUMPS));
    }
}
