//! The journal in memory: the document, the typed workspace it adds up to, undo and redo.
//!
//! A change goes `prepare` → (the caller stores the entry) → `commit`, so nothing is shown that is
//! not stored. Undo is a transaction like any other: it writes back what stood before, but only
//! where nobody has written since.

use std::borrow::Cow;

mod undo;

pub use undo::{Direction, NothingToUndo};
use undo::{FieldChange, Step};

use crate::domain::arrange;
use crate::domain::changes::{Changes, EXISTS};
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::value::Value;
use crate::domain::workspace::{Table, Workspace};
use crate::journal::document::{Document, Place, place_of};
use crate::journal::entry::{Entry, Merge};
use crate::journal::snapshot::{self, SnapshotError};
use crate::journal::stamp::{Clock, Writer};
use crate::journal::transaction::{FieldWrite, Name, RecordWrites, Transaction};
use crate::journal::vault::Loaded;

/// The journal in memory.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    document: Document,
    workspace: Workspace,
    clock: Clock,
    writer: Writer,
    next_seq: u64,
    undo: Vec<Step>,
    redo: Vec<Step>,
}

/// A transaction on its way into the state.
#[derive(Clone, Debug, Default)]
pub struct Commit {
    next: usize,
    changes: Vec<FieldChange>,
    touched: Vec<Place>,
}

impl Commit {
    /// The records it has touched.
    pub fn into_touched(self) -> Vec<Place> {
        self.touched
    }
}

impl Ledger {
    /// A ledger of a document and of entries that came after it. Steps of the writer's own device
    /// can be undone.
    ///
    /// # Errors
    /// A [`SnapshotError`] where an entry carries a document that cannot be read.
    pub fn new(
        writer: Writer,
        document: Document,
        mut entries: Vec<Entry>,
    ) -> Result<Ledger, SnapshotError> {
        let mut ledger = Ledger { writer, document, ..Ledger::default() };
        ledger.document.latest().into_iter().for_each(|stamp| ledger.clock.see(stamp));
        for (name, id, fields) in ledger.document.records() {
            show(&mut ledger.workspace, name, id, fields);
        }
        arrange::by_key(&mut entries, Entry::stamp);
        for entry in &entries {
            match entry.stamp().writer.device == writer.device {
                true => ledger.commit(entry)?,
                false => ledger.receive(entry)?,
            };
        }
        Ok(ledger)
    }

    /// The team's data as it stands.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// The journal's state.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Who writes.
    pub fn writer(&self) -> Writer {
        self.writer
    }

    /// The entry that makes some changes at `now` milliseconds since 1970. Nothing happens yet.
    pub fn prepare(&mut self, changes: Changes, now: u64) -> Entry {
        let mut records: Vec<RecordWrites> = Vec::new();
        for write in changes.writes {
            let field = self.field_write(write.table.name(), write.id, write.field, write.value);
            match records.last_mut() {
                Some(last) if last.table == write.table.name() && last.id == write.id => {
                    last.fields.push(field);
                }
                _ => records.push(RecordWrites {
                    table: Cow::Borrowed(write.table.name()),
                    id: write.id,
                    fields: vec![field],
                }),
            }
        }
        records.iter_mut().for_each(|record| self.clear_leftovers(record));
        self.entry(changes.label, records, now)
    }

    /// The entry that merges another document in, with what a restored backup changes.
    pub fn prepare_merge(&mut self, document: &Document, label: Label, now: u64) -> Entry {
        document.latest().into_iter().for_each(|stamp| self.clock.see(stamp));
        let stamp = self.clock.next(now, self.writer);
        let document = snapshot::encode(document);
        Entry::Merge(Merge { stamp, seq: self.next_seq, label, document })
    }

    /// The entry that takes every record back to how it stands in another document.
    pub fn prepare_return(&mut self, to: &Document, label: Label, now: u64) -> Entry {
        let mut records = Vec::new();
        let mut places: Vec<Place> =
            self.document.places().map(|(table, id)| (table.into(), id)).collect();
        places.extend(to.places().map(|(table, id)| (table.into(), id)));
        arrange::naturally(&mut places);
        places.dedup();
        for (table, id) in places {
            records.extend(self.return_record(&table, id, to));
        }
        self.entry(label, records, now)
    }

    /// Takes a prepared entry, or one of this device's own, into the state, with a step to undo.
    ///
    /// # Errors
    /// A [`SnapshotError`] where it carries a document that cannot be read.
    pub fn commit(&mut self, entry: &Entry) -> Result<Vec<Place>, SnapshotError> {
        let merge = match entry {
            Entry::Merge(merge) => merge,
            Entry::Transaction(transaction) => {
                let mut commit = Commit::default();
                while !self.commit_slice(transaction, usize::MAX, &mut commit) {}
                return Ok(commit.touched);
            }
        };
        if self.document.has(merge.stamp.writer, merge.seq) {
            return Ok(Vec::new());
        }
        let mut changes = self.standing(&writes_of(&merge.document()?));
        let touched = self.receive(entry)?;
        self.settle(&mut changes);
        self.remember(Step { label: merge.label.clone(), changes });
        Ok(touched)
    }

    /// Takes up to `limit` more records of a transaction into the state; says whether it is whole.
    /// Nothing else may be committed in between.
    pub fn commit_slice(
        &mut self,
        transaction: &Transaction,
        limit: usize,
        commit: &mut Commit,
    ) -> bool {
        let writer = transaction.stamp.writer;
        if self.document.has(writer, transaction.seq) {
            return true;
        }
        let end = commit.next.saturating_add(limit).min(transaction.writes.len());
        let records = &transaction.writes[commit.next..end];
        let mut changes = self.standing(records);
        self.document.write_records(transaction, records);
        let places: Vec<Place> = records.iter().map(place_of).collect();
        self.refresh(&places);
        self.settle(&mut changes);
        commit.next = end;
        commit.changes.append(&mut changes);
        commit.touched.extend(places);
        if end < transaction.writes.len() {
            return false;
        }
        self.clock.see(transaction.stamp);
        self.count(writer, transaction.seq);
        self.document.note(writer, transaction.seq);
        let changes = std::mem::take(&mut commit.changes);
        self.remember(Step { label: transaction.label.clone(), changes });
        true
    }

    /// Notes what changed fields hold now, and forgets those that hold what they held before.
    fn settle(&self, changes: &mut Vec<FieldChange>) {
        for change in changes.iter_mut() {
            change.after = self.value(&change.table, change.id, &change.field);
        }
        changes.retain(|it| it.before != it.after);
    }

    fn count(&mut self, writer: Writer, seq: u64) {
        if writer == self.writer {
            self.next_seq = self.next_seq.max(seq + 1);
        }
    }

    /// Takes an entry of somebody else into the state.
    ///
    /// # Errors
    /// A [`SnapshotError`] where it carries a document that cannot be read.
    pub fn receive(&mut self, entry: &Entry) -> Result<Vec<Place>, SnapshotError> {
        self.clock.see(entry.stamp());
        self.count(entry.stamp().writer, entry.seq());
        let touched = self.document.take(entry)?;
        self.refresh(&touched);
        Ok(touched)
    }

    /// Takes in what another tab has stored meanwhile; gives the records that it changes.
    ///
    /// # Errors
    /// A [`SnapshotError`] where an entry carries a document that cannot be read.
    pub fn catch_up(&mut self, stored: &Loaded) -> Result<Vec<Place>, SnapshotError> {
        let mut touched = self.document.merge(&stored.document);
        self.document.latest().into_iter().for_each(|stamp| self.clock.see(stamp));
        self.refresh(&touched);
        for entry in &stored.entries {
            touched.extend(self.receive(entry)?);
        }
        Ok(touched)
    }

    fn entry(&mut self, label: Label, writes: Vec<RecordWrites>, now: u64) -> Entry {
        let stamp = self.clock.next(now, self.writer);
        Entry::Transaction(Transaction {
            stamp,
            seq: self.next_seq,
            label,
            writes,
            extra: Vec::new(),
        })
    }

    fn field_write(
        &self,
        table: &str,
        id: RecordId,
        field: impl Into<Name>,
        value: Value,
    ) -> FieldWrite {
        let field = field.into();
        let over = self.document.field(table, id, &field).map(|(_, over)| over).unwrap_or_default();
        FieldWrite { field, value, over }
    }

    /// A record made anew under an old id must not wake up with the fields of its former life.
    fn clear_leftovers(&self, record: &mut RecordWrites) {
        let made =
            record.fields.iter().any(|it| it.field == EXISTS && it.value == Value::Bool(true));
        if !made || self.document.exists(&record.table, record.id) {
            return;
        }
        let leftovers: Vec<String> = self
            .document
            .fields(&record.table, record.id)
            .filter(|(field, value)| {
                **value != Value::Null && record.fields.iter().all(|it| it.field != *field)
            })
            .map(|(field, _)| field.to_owned())
            .collect();
        for field in leftovers {
            record.fields.push(self.field_write(&record.table, record.id, field, Value::Null));
        }
    }

    /// The fields that writes are about to change, as they stand. Of a record that is about to be
    /// made for the first time no more than its existence needs to be taken back.
    fn standing(&self, writes: &[RecordWrites]) -> Vec<FieldChange> {
        writes.iter().flat_map(|record| self.standing_record(record)).collect()
    }

    fn standing_record(&self, record: &RecordWrites) -> Vec<FieldChange> {
        let first = self.document.fields(&record.table, record.id).next().is_none();
        let made = first && makes(record);
        let fields = record.fields.iter().filter(|it| !made || it.field == EXISTS);
        let change = |write: &FieldWrite| FieldChange {
            table: record.table.clone(),
            id: record.id,
            field: write.field.clone(),
            before: self.value(&record.table, record.id, &write.field),
            after: Value::Null,
        };
        fields.map(change).collect()
    }

    fn value(&self, table: &str, id: RecordId, field: &str) -> Value {
        self.document.field(table, id, field).map_or(Value::Null, |(value, _)| value.clone())
    }

    fn return_record(&self, table: &str, id: RecordId, to: &Document) -> Option<RecordWrites> {
        let mut names: Vec<&str> =
            self.document.fields(table, id).map(|(field, _)| field).collect();
        names.extend(to.fields(table, id).map(|(field, _)| field));
        arrange::naturally(&mut names);
        names.dedup();
        let fields = names.into_iter().filter_map(|field| {
            let target = to.field(table, id, field).map_or(Value::Null, |(value, _)| value.clone());
            let current = self
                .document
                .field(table, id, field)
                .map_or(Value::Null, |(value, _)| value.clone());
            (target != current).then(|| self.field_write(table, id, field.to_owned(), target))
        });
        let fields: Vec<FieldWrite> = fields.collect();
        (!fields.is_empty()).then(|| RecordWrites {
            table: Cow::Owned(table.to_owned()),
            id,
            fields,
        })
    }

    /// The same data, with a document of these records alone: for going to and fro over entries that
    /// touch no others.
    pub fn narrowed(self, places: &[Place]) -> Ledger {
        let document = self.document.only(places);
        Ledger { document, workspace: self.workspace, ..Ledger::default() }
    }

    /// Takes these records back to how they stand in a document that holds all of them.
    pub fn take_back(&mut self, to: &Document, places: &[Place]) {
        self.document = to.clone();
        self.refresh(places);
    }

    fn refresh(&mut self, places: &[Place]) {
        for (name, id) in places {
            show(&mut self.workspace, name, *id, self.document.fields(name, *id));
        }
    }
}

/// Shows so many more of a document's records in a workspace, from a place on, and moves the place;
/// says whether all are shown.
pub fn show_slice(
    document: &Document,
    workspace: &mut Workspace,
    limit: usize,
    next: &mut usize,
) -> bool {
    let mut shown = 0;
    for (name, id, fields) in document.records().skip(*next).take(limit) {
        show(workspace, name, id, fields);
        shown += 1;
    }
    *next += shown;
    shown < limit
}

fn show<'a>(
    workspace: &mut Workspace,
    name: &str,
    id: RecordId,
    mut fields: impl Iterator<Item = (&'a str, &'a Value)> + Clone,
) {
    let Some(table) = Table::named(name) else { return };
    let exists = fields.clone().any(|it| it == (EXISTS, &Value::Bool(true)));
    workspace.refresh(table, id, if exists { Some(&mut fields) } else { None });
}

fn makes(record: &RecordWrites) -> bool {
    record.fields.iter().any(|it| it.field == EXISTS && it.value == Value::Bool(true))
}

/// A document's fields as if they were about to be written.
fn writes_of(document: &Document) -> Vec<RecordWrites> {
    let records = document.places().map(|(table, id)| {
        let fields = document.fields(table, id).map(|(field, value)| FieldWrite {
            field: Cow::Owned(field.to_owned()),
            value: value.clone(),
            over: Vec::new(),
        });
        RecordWrites { table: Cow::Owned(table.to_owned()), id, fields: fields.collect() }
    });
    records.collect()
}
