//! The journal in memory: the document, the typed workspace it adds up to, undo and redo.
//!
//! A change goes `prepare` → (the caller stores the entry) → `commit`, so nothing is shown that is
//! not stored. Undo is a transaction like any other: it writes back what stood before, but only
//! where nobody has written since.

use std::borrow::Cow;

use super::document::{Document, Place};
use super::entry::{Entry, Merge};
use super::snapshot::{self, SnapshotError};
use super::stamp::{Clock, Writer};
use super::transaction::{FieldWrite, Name, RecordWrites, Transaction};
use super::vault::Loaded;
use crate::domain::changes::{Changes, EXISTS};
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::value::Value;
use crate::domain::workspace::{Table, Workspace};

/// How many steps can be undone.
const UNDO_LIMIT: usize = 200;

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

/// What it takes to undo an entry: each field that it changed, before and after.
#[derive(Clone, Debug)]
struct Step {
    label: Label,
    changes: Vec<FieldChange>,
}

#[derive(Clone, Debug)]
struct FieldChange {
    table: Name,
    id: RecordId,
    field: Name,
    before: Value,
    after: Value,
}

/// Why there was nothing to undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NothingToUndo {
    /// Nothing has been done.
    Empty,
    /// Everything that the step changed has been changed again elsewhere since.
    ChangedSince,
}

/// A direction in the history of steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Take the last step back.
    Undo,
    /// Do the step taken back last once more.
    Redo,
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
        let places: Vec<Place> =
            ledger.document.places().map(|(table, id)| (table.into(), id)).collect();
        ledger.refresh(&places);
        entries.sort_by_key(Entry::stamp);
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
        places.sort_unstable();
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
        if self.document.has(entry.stamp().writer, entry.seq()) {
            return Ok(Vec::new());
        }
        let mut changes = match entry {
            Entry::Transaction(transaction) => self.standing(&transaction.writes),
            Entry::Merge(merge) => self.standing(&writes_of(&merge.document()?)),
        };
        let touched = self.receive(entry)?;
        for change in &mut changes {
            change.after = self.value(&change.table, change.id, &change.field);
        }
        changes.retain(|it| it.before != it.after);
        self.remember(Step { label: entry.label().clone(), changes });
        Ok(touched)
    }

    /// Takes an entry of somebody else into the state.
    ///
    /// # Errors
    /// A [`SnapshotError`] where it carries a document that cannot be read.
    pub fn receive(&mut self, entry: &Entry) -> Result<Vec<Place>, SnapshotError> {
        self.clock.see(entry.stamp());
        if entry.stamp().writer == self.writer {
            self.next_seq = self.next_seq.max(entry.seq() + 1);
        }
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

    /// What the next step in a direction would take back or do again.
    pub fn next_step(&self, direction: Direction) -> Option<&Label> {
        let steps = match direction {
            Direction::Undo => &self.undo,
            Direction::Redo => &self.redo,
        };
        steps.last().map(|step| plain(&step.label))
    }

    /// The entry that takes the last step back, or does it again.
    ///
    /// # Errors
    /// [`NothingToUndo`]; a step that can no longer be taken is dropped.
    pub fn prepare_step(&mut self, direction: Direction, now: u64) -> Result<Entry, NothingToUndo> {
        let steps = match direction {
            Direction::Undo => &mut self.undo,
            Direction::Redo => &mut self.redo,
        };
        let step = steps.last().cloned().ok_or(NothingToUndo::Empty)?;
        let writes = self.taken_back(&step);
        if writes.is_empty() {
            match direction {
                Direction::Undo => self.undo.pop(),
                Direction::Redo => self.redo.pop(),
            };
            return Err(NothingToUndo::ChangedSince);
        }
        let label = Box::new(plain(&step.label).clone());
        let label = match direction {
            Direction::Undo => Label::Undone(label),
            Direction::Redo => Label::Redone(label),
        };
        Ok(self.entry(label, writes, now))
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

    /// Writes back what a step changed, wherever it still stands as the step left it.
    fn taken_back(&self, step: &Step) -> Vec<RecordWrites> {
        let mut records: Vec<RecordWrites> = Vec::new();
        for change in &step.changes {
            if self.value(&change.table, change.id, &change.field) != change.after {
                continue;
            }
            let field = change.field.clone();
            let write = self.field_write(&change.table, change.id, field, change.before.clone());
            match records.last_mut() {
                Some(last) if last.table == change.table && last.id == change.id => {
                    last.fields.push(write);
                }
                _ => records.push(RecordWrites {
                    table: change.table.clone(),
                    id: change.id,
                    fields: vec![write],
                }),
            }
        }
        records
    }

    fn return_record(&self, table: &str, id: RecordId, to: &Document) -> Option<RecordWrites> {
        let mut names: Vec<&str> =
            self.document.fields(table, id).map(|(field, _)| field).collect();
        names.extend(to.fields(table, id).map(|(field, _)| field));
        names.sort_unstable();
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

    fn remember(&mut self, step: Step) {
        match step.label {
            Label::Undone(_) => {
                self.undo.pop();
                self.redo.push(step);
            }
            Label::Redone(_) => {
                self.redo.pop();
                self.undo.push(step);
            }
            _ => {
                self.redo.clear();
                self.undo.push(step);
            }
        }
        if UNDO_LIMIT < self.undo.len() {
            self.undo.remove(0);
        }
    }

    fn refresh(&mut self, places: &[Place]) {
        for (name, id) in places {
            let Some(table) = Table::named(name) else { continue };
            match self.document.exists(name, *id) {
                true => {
                    self.workspace.refresh(table, *id, Some(&mut self.document.fields(name, *id)))
                }
                false => self.workspace.refresh(table, *id, None),
            }
        }
    }
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

/// The label of what was first done, below any undoing and redoing of it.
fn plain(label: &Label) -> &Label {
    match label {
        Label::Undone(inner) | Label::Redone(inner) => plain(inner),
        label => label,
    }
}
