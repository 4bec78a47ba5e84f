//! Customers of an import that may be there already, as they are offered.

use super::duplicates::reasons;
use crate::domain::id::CustomerId;
use crate::domain::import::Batch;
use crate::domain::import_links::may_be_known;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// A new customer that may be there already.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LinkRow {
    /// The new one, by the id it would have.
    pub new: CustomerId,
    /// The one that is there.
    pub known: CustomerId,
    /// What the new one is called.
    pub name: String,
    /// Which one it may be, and why.
    pub note: String,
}

/// The customers that may be there already, in the order of the files.
pub fn link_rows(workspace: &Workspace, lang: Lang, batch: &Batch) -> Vec<LinkRow> {
    let found = may_be_known(workspace, batch);
    let names: std::collections::BTreeMap<CustomerId, &str> =
        batch.customers.iter().map(|(id, it)| (*id, it.name.as_str())).collect();
    let row = |it: crate::domain::import_links::MayBe| {
        let known = workspace.customers.get(it.known)?.name.clone();
        Some(LinkRow {
            new: it.new,
            known: it.known,
            name: names.get(&it.new).copied().unwrap_or_default().to_owned(),
            note: lang.duplicates_looks_like(&known, &reasons(lang, &it.reasons)),
        })
    };
    found.into_iter().filter_map(row).collect()
}
