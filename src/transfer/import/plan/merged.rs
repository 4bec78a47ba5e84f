//! Records that were merged into others: their rows lead to the one that stays and change nothing
//! of it, so that a file imported again does not bring them back.

use super::tables::{IdTable, TextTable};
use crate::domain::duplicates::Alias;
use crate::domain::id::RecordId;
use crate::domain::workspace::Workspace;
use crate::transfer::text::name_key;

/// The records of one kind that are gone, by the key, the name and the id they had.
#[derive(Debug, Default)]
pub(super) struct Merged {
    by_key: TextTable<RecordId>,
    by_name: TextTable<(RecordId, String)>,
    by_id: IdTable<RecordId>,
}

impl Merged {
    /// The customers that were merged into others.
    pub(super) fn customers(workspace: &Workspace) -> Merged {
        let mut merged = Merged::default();
        for (_, alias) in workspace.aliases.iter() {
            if let Some(kept) = alias.customer.filter(|it| workspace.customers.has(*it)) {
                merged.add(alias, kept.into(), &name_key(&alias.name));
            }
        }
        merged
    }

    /// The leads that were merged into others; they are called by name and customer.
    pub(super) fn leads(workspace: &Workspace) -> Merged {
        let mut merged = Merged::default();
        for (_, alias) in workspace.aliases.iter() {
            let Some(kept) = alias.lead else { continue };
            let Some(lead) = workspace.leads.get(kept) else { continue };
            let customer = lead.customer.map_or(String::new(), |it| it.to_string());
            let name = match alias.name.as_str() {
                "" => String::new(),
                name => format!("{}|{customer}", name_key(name)),
            };
            merged.add(alias, kept.into(), &name);
        }
        merged
    }

    fn add(&mut self, alias: &Alias, kept: RecordId, name: &str) {
        if !alias.external.is_empty() {
            self.by_key.get_or(&alias.external, || kept);
        }
        if !name.is_empty() {
            self.by_name.get_or(name, || (kept, alias.external.clone()));
        }
        if let Some(gone) = alias.gone {
            self.by_id.get_or(gone, || kept);
        }
    }

    /// What the record of a key in another system went into.
    pub(super) fn of_key(&self, external: &str) -> Option<RecordId> {
        self.by_key.get(external).copied()
    }

    /// What the record of an id went into.
    pub(super) fn of_id(&self, id: RecordId) -> Option<RecordId> {
        self.by_id.get(id).copied()
    }

    /// What the record of a name went into; one that has a key which this one did not have is
    /// another of the same name.
    pub(super) fn of_name(&self, name: &str, external: &str) -> Option<RecordId> {
        let (kept, known) = self.by_name.get(name)?;
        (external.is_empty() || known == external).then_some(*kept)
    }
}
