//! Finds records by their key in another system or by name, and says how sure that is.

use super::tables::{IdTable, TextTable};
use crate::domain::id::RecordId;
use crate::transfer::text::{loose_key, name_key};

/// The records of one kind, by key and by name.
#[derive(Debug, Default)]
pub(super) struct Directory {
    by_external: TextTable<Vec<RecordId>>,
    by_name: TextTable<Vec<RecordId>>,
    by_loose_name: TextTable<Vec<RecordId>>,
    entries: IdTable<Entry>,
}

#[derive(Debug)]
struct Entry {
    name: String,
    external: String,
}

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    None,
    /// The record.
    One(RecordId),
    /// A record whose name differs in spaces or punctuation only.
    Near(RecordId),
    /// The first of so many records of that name.
    Several(RecordId, usize),
}

impl Directory {
    /// Enters a record; it may be known by several names.
    pub(super) fn add(&mut self, id: RecordId, name: &str, external: &str) {
        enter(&mut self.by_external, external, id);
        enter(&mut self.by_name, &name_key(name), id);
        enter(&mut self.by_loose_name, &loose_key(name), id);
        let entry = || Entry { name: name.to_owned(), external: external.to_owned() };
        self.entries.get_or(id, entry);
    }

    /// Whether a record is entered.
    pub(super) fn has(&self, id: RecordId) -> bool {
        self.entries.has(id)
    }

    /// Whether a record of this key is entered.
    pub(super) fn has_key(&self, external: &str) -> bool {
        self.by_external.get(external).is_some()
    }

    /// The name a record was entered with.
    pub(super) fn name_of(&self, id: RecordId) -> &str {
        self.entries.get(id).map_or("", |entry| &entry.name)
    }

    /// Finds a record by its key or else by its exact name.
    pub(super) fn find_exact(&self, external: &str, name: &str) -> Found {
        match self.by_external.get(external) {
            Some(ids) if !external.is_empty() => Found::One(ids[0]),
            _ => self.fitting(self.by_name.get(&name_key(name)), external),
        }
    }

    /// Finds a record by its key, its exact name or else a near one.
    pub(super) fn find(&self, external: &str, name: &str) -> Found {
        let exact = self.find_exact(external, name);
        if exact != Found::None {
            return exact;
        }
        match self.fitting(self.by_loose_name.get(&loose_key(name)), external) {
            Found::One(id) => Found::Near(id),
            found => found,
        }
    }

    /// Of some records the first that may have the key: one that the same system knows by
    /// another key is somebody else of the same name.
    fn fitting(&self, ids: Option<&Vec<RecordId>>, external: &str) -> Found {
        let system = |key: &str| key.split('/').next().unwrap_or_default().to_owned();
        let (mut first, mut count) = (None, 0);
        for id in ids.into_iter().flatten() {
            let known = self.entries.get(*id).map_or("", |entry| &entry.external);
            if external.is_empty() || known.is_empty() || system(known) != system(external) {
                count += 1;
                first = Some(first.map_or(*id, |first| (*id).min(first)));
            }
        }
        match (first, count) {
            (None, _) => Found::None,
            (Some(id), 1) => Found::One(id),
            (Some(id), count) => Found::Several(id, count),
        }
    }
}

fn enter(table: &mut TextTable<Vec<RecordId>>, key: &str, id: RecordId) {
    if key.is_empty() {
        return;
    }
    let ids = table.get_or(key, Vec::new);
    if !ids.contains(&id) {
        ids.push(id);
    }
}
