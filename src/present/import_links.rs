//! Records of an import that may be there already, as they are offered.

use std::collections::BTreeMap;

use super::duplicates::reasons;
use super::format;
use crate::domain::apply::{lead_heading, lead_title};
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, LeadId, RecordId};
use crate::domain::import::Batch;
use crate::domain::import_links::{Links, MayBe, leads_may_be_known, may_be_known};
use crate::domain::lead::Lead;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// A new record that may be there already.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LinkRow {
    /// The new one, by the id it would have.
    pub new: RecordId,
    /// The one that is there.
    pub known: RecordId,
    /// What the new one is called.
    pub name: String,
    /// Which one it may be, and why.
    pub note: String,
}

/// The customers that may be there already, in the order of the files.
pub fn link_rows(workspace: &Workspace, lang: Lang, batch: &Batch) -> Vec<LinkRow> {
    let found = may_be_known(workspace, batch);
    let names: BTreeMap<RecordId, &str> =
        batch.customers.iter().map(|(id, it)| ((*id).into(), it.name.as_str())).collect();
    let row = |it: MayBe| {
        let known = workspace.customers.get(it.known.into())?.name.clone();
        Some(LinkRow {
            new: it.new,
            known: it.known,
            name: names.get(&it.new).copied().unwrap_or_default().to_owned(),
            note: lang.duplicates_looks_like(&known, &reasons(lang, &it.reasons)),
        })
    };
    found.into_iter().filter_map(row).collect()
}

/// The leads that may be there already once customers are added to those chosen.
pub fn lead_link_rows(
    workspace: &Workspace,
    lang: Lang,
    batch: &Batch,
    customers: &Links,
) -> Vec<LinkRow> {
    let found = leads_may_be_known(workspace, batch, customers);
    let leads: BTreeMap<LeadId, &Lead> = batch.leads.iter().map(|(id, it)| (*id, it)).collect();
    let named: BTreeMap<CustomerId, &Customer> =
        batch.customers.iter().map(|(id, it)| (*id, it)).collect();
    let row = |it: MayBe| {
        let known = workspace.leads.get(it.known.into())?;
        let parts = [lead_heading(workspace, known), lead_title(workspace, known)];
        let title = called(lang, parts, known);
        let new = *leads.get(&it.new.into())?;
        let customer = new.customer.and_then(|it| named.get(&it).copied());
        let customer = customer.or_else(|| workspace.customers.find(new.customer));
        let customer = customer.map(|it| it.name.clone()).unwrap_or_default();
        Some(LinkRow {
            new: it.new,
            known: it.known,
            name: called(lang, [customer, new.name.clone()], new),
            note: lang.duplicates_like_lead(&title, &reasons(lang, &it.reasons)),
        })
    };
    found.into_iter().filter_map(row).collect()
}

/// Of what was ticked, what is offered now.
pub fn still_offered(mut ticked: Links, rows: &[LinkRow]) -> Links {
    let offered: Links = rows.iter().map(|it| (it.new, it.known)).collect();
    ticked.retain(|new, known| offered.get(new) == Some(known));
    ticked
}

/// A lead by its customer, its name and its amount, each where there is one.
fn called(lang: Lang, [customer, name]: [String; 2], lead: &Lead) -> String {
    let amount = lead.amount.map(|it| format::money(lang, it)).unwrap_or_default();
    let mut parts = vec![customer, name, amount];
    parts.dedup();
    parts.retain(|it| !it.is_empty());
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn links(pairs: &[(u64, u64)]) -> Links {
        pairs.iter().map(|(new, known)| (RecordId(*new), RecordId(*known))).collect()
    }

    #[track_caller]
    fn check(ticked: &[(u64, u64)], offered: &[(u64, u64)], expect: &[(u64, u64)]) {
        let row = |(new, known)| LinkRow { new, known, name: String::new(), note: String::new() };
        let rows: Vec<LinkRow> = links(offered).into_iter().map(row).collect();
        assert_eq!(still_offered(links(ticked), &rows), links(expect));
    }

    #[test]
    fn what_is_not_offered_any_more_is_not_ticked() {
        check(&[(1, 7), (2, 8)], &[(1, 7), (3, 9)], &[(1, 7)]);
        check(&[(1, 7)], &[(1, 8)], &[]);
    }
}
