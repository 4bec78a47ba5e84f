//! The state that a set of entries adds up to, whatever order they came in, with repeats or gaps.
//!
//! Per field the write with the latest stamp is the value. A write made at the same time by
//! somebody else stays as a conflict until somebody who has seen both writes again. Tables and
//! fields of other versions are kept like all others.

use std::collections::BTreeMap;

use super::entry::Entry;
use super::register::{DotIndex, NameIndex, Register};
use super::sequence::SequenceSet;
use super::snapshot::SnapshotError;
use super::stamp::{Stamp, Writer};
use super::transaction::{FieldWrite, RecordWrites, Transaction};
use crate::domain::arrange;
use crate::domain::changes::EXISTS;
use crate::domain::id::RecordId;
use crate::domain::value::Value;

/// A record's place: its table's name and its id.
pub type Place = (Box<str>, RecordId);

/// The fold of a set of entries.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub(super) names: Vec<Box<str>>,
    name_places: BTreeMap<Box<str>, NameIndex>,
    pub(super) dots: Vec<Dot>,
    dot_places: BTreeMap<Stamp, DotIndex>,
    pub(super) tables: BTreeMap<NameIndex, BTreeMap<RecordId, Vec<Register>>>,
    pub(super) applied: BTreeMap<Writer, SequenceSet>,
}

/// An entry that wrote a field: its stamp, and its number among those of its writer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Dot {
    pub(super) stamp: Stamp,
    pub(super) seq: u64,
}

/// A field that two people wrote at the same time.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The record.
    pub place: Place,
    /// The field.
    pub field: Box<str>,
    /// The value that stands, and when it was written.
    pub kept: (Stamp, Value),
    /// The values that lost.
    pub lost: Vec<(Stamp, Value)>,
}

impl Document {
    /// Whether an entry is in already.
    pub fn has(&self, writer: Writer, seq: u64) -> bool {
        self.applied.get(&writer).is_some_and(|it| it.has(seq))
    }

    /// Whether every entry of another document is in.
    pub fn holds(&self, other: &Document) -> bool {
        other
            .applied
            .iter()
            .all(|(writer, seqs)| self.applied.get(writer).is_some_and(|own| own.holds(seqs)))
    }

    /// Takes a transaction in; gives the records it touches, none where it is in already.
    pub fn apply(&mut self, transaction: &Transaction) -> Vec<Place> {
        if !self.note(transaction.stamp.writer, transaction.seq) {
            return Vec::new();
        }
        self.write_records(transaction, &transaction.writes);
        transaction.writes.iter().map(place_of).collect()
    }

    /// Takes so many more of a transaction's records in, from a place on, and moves the place; says
    /// whether all are in. Nothing else is to be taken in meanwhile.
    pub fn apply_slice(
        &mut self,
        transaction: &Transaction,
        limit: usize,
        next: &mut usize,
    ) -> bool {
        let Transaction { stamp, seq, writes, .. } = transaction;
        if self.has(stamp.writer, *seq) {
            return true;
        }
        let end = next.saturating_add(limit).min(writes.len());
        self.write_records(transaction, writes.get(*next..end).unwrap_or_default());
        *next = end;
        let is_done = end == writes.len();
        if is_done {
            self.note(stamp.writer, *seq);
        }
        is_done
    }

    /// Takes some of a transaction's records in, without noting it as applied.
    pub(super) fn write_records(&mut self, transaction: &Transaction, records: &[RecordWrites]) {
        let dot = self.dot(Dot { stamp: transaction.stamp, seq: transaction.seq });
        for record in records {
            let table = self.name(&record.table);
            for write in &record.fields {
                self.write(table, record.id, dot, write);
            }
        }
    }

    /// Takes entries in, in whatever order they come.
    ///
    /// # Errors
    /// The first that could not be taken.
    pub fn take_all(&mut self, entries: &[Entry]) -> Result<(), SnapshotError> {
        entries.iter().try_for_each(|it| self.take(it).map(drop))
    }

    /// Takes an entry of the log in; gives the records it touches.
    ///
    /// # Errors
    /// A [`SnapshotError`] where it carries a document that cannot be read.
    pub fn take(&mut self, entry: &Entry) -> Result<Vec<Place>, SnapshotError> {
        match entry {
            Entry::Transaction(transaction) => Ok(self.apply(transaction)),
            Entry::Merge(merge) => {
                let other = merge.document()?;
                match self.note(merge.stamp.writer, merge.seq) {
                    true => Ok(self.merge(&other)),
                    false => Ok(Vec::new()),
                }
            }
        }
    }

    /// Notes an entry as taken in; says whether it is new.
    pub(super) fn note(&mut self, writer: Writer, seq: u64) -> bool {
        self.applied.entry(writer).or_default().insert(seq)
    }

    fn write(&mut self, table: NameIndex, id: RecordId, dot: DotIndex, write: &FieldWrite) {
        let field = self.name(&write.field);
        let registers = self.tables.entry(table).or_default().entry(id).or_default();
        let Some(place) = registers.iter().position(|it| it.field == field) else {
            let heads = vec![(dot, write.value.clone())];
            let dots = &self.dots;
            let stamp_of = |dot: DotIndex| dots[dot as usize].stamp;
            registers.extend(Register::of_heads(field, heads, write.over.clone(), stamp_of));
            return;
        };
        let register = &mut registers[place];
        let dots = &self.dots;
        let stamp_of = |dot: DotIndex| dots[dot as usize].stamp;
        let simple = register.rest.is_none() && write.over[..] == [stamp_of(register.dot)];
        if simple {
            (register.dot, register.value) = (dot, write.value.clone());
            return;
        }
        let mut heads: Vec<(DotIndex, Value)> = register
            .heads()
            .filter(|(head, _)| *head != dot && !write.over.contains(&stamp_of(*head)))
            .map(|(head, value)| (head, value.clone()))
            .collect();
        let known: Vec<Stamp> = register.heads().map(|(head, _)| stamp_of(head)).collect();
        let mut replaced = register.replaced().to_vec();
        match replaced.iter().position(|it| *it == stamp_of(dot)) {
            Some(place) => drop(replaced.remove(place)),
            None => heads.push((dot, write.value.clone())),
        }
        for stamp in write.over.iter().filter(|it| !known.contains(it)) {
            if !replaced.contains(stamp) {
                replaced.push(*stamp);
            }
        }
        arrange::naturally(&mut replaced);
        if let Some(merged) = Register::of_heads(field, heads, replaced, stamp_of) {
            *register = merged;
        }
    }

    /// Takes another document in; gives the records that it changes.
    pub fn merge(&mut self, other: &Document) -> Vec<Place> {
        let mut touched = Vec::new();
        for (table, records) in &other.tables {
            let name = other.names[usize::from(*table)].clone();
            let table = self.name(&name);
            for (id, registers) in records {
                let changed = registers.iter().map(|it| self.merge_register(table, *id, other, it));
                if changed.filter(|it| *it).count() != 0 {
                    touched.push((name.clone(), *id));
                }
            }
        }
        for (writer, seqs) in &other.applied {
            self.applied.entry(*writer).or_default().unite(seqs);
        }
        touched
    }

    /// Only these records of it, as they stand. It knows of no entries.
    pub fn only(&self, places: &[Place]) -> Document {
        let mut document = Document::default();
        for (name, id) in places {
            let known = self.known(name).and_then(|table| self.tables.get(&table)?.get(id));
            let table = document.name(name);
            for register in known.into_iter().flatten() {
                document.merge_register(table, *id, self, register);
            }
        }
        document
    }

    /// Merges one field: a head stays where the other side has it too or has not seen it.
    fn merge_register(
        &mut self,
        table: NameIndex,
        id: RecordId,
        other: &Document,
        theirs: &Register,
    ) -> bool {
        let field = self.name(&other.names[usize::from(theirs.field)]);
        let ours = self.register(table, id, field).cloned();
        let mut heads: Vec<(DotIndex, Value)> = Vec::new();
        let mut replaced: Vec<Stamp> = theirs.replaced().to_vec();
        let their_dots: Vec<Dot> = theirs.heads().map(|(it, _)| other.dots[it as usize]).collect();
        let mut our_dots: Vec<Dot> = Vec::new();
        if let Some(ours) = &ours {
            our_dots = ours.heads().map(|(it, _)| self.dots[it as usize]).collect();
            for (head, value) in ours.heads() {
                let dot = self.dots[head as usize];
                let kept = their_dots.contains(&dot) || !other.has(dot.stamp.writer, dot.seq);
                if kept && !theirs.replaced().contains(&dot.stamp) {
                    heads.push((head, value.clone()));
                }
            }
            replaced.extend(ours.replaced());
        }
        for (head, value) in theirs.heads() {
            let dot = other.dots[head as usize];
            let gone = ours.as_ref().is_some_and(|it| it.replaced().contains(&dot.stamp));
            if !our_dots.contains(&dot) && !self.has(dot.stamp.writer, dot.seq) && !gone {
                heads.push((self.dot(dot), value.clone()));
            }
        }
        arrange::naturally(&mut replaced);
        replaced.dedup();
        let dots = &self.dots;
        let merged = Register::of_heads(field, heads, replaced, |dot| dots[dot as usize].stamp);
        let Some(merged) = merged.filter(|it| Some(it) != ours.as_ref()) else { return false };
        let registers = self.tables.entry(table).or_default().entry(id).or_default();
        match registers.iter_mut().find(|it| it.field == field) {
            Some(register) => *register = merged,
            None => registers.push(merged),
        }
        true
    }

    /// The value of a field, with the stamps of all its heads.
    pub fn field(&self, table: &str, id: RecordId, field: &str) -> Option<(&Value, Vec<Stamp>)> {
        let register = self.register(self.known(table)?, id, self.known(field)?)?;
        let stamps = register.heads().map(|(dot, _)| self.dots[dot as usize].stamp).collect();
        Some((&register.value, stamps))
    }

    /// Whether a record exists.
    pub fn exists(&self, table: &str, id: RecordId) -> bool {
        matches!(self.field(table, id, EXISTS), Some((Value::Bool(true), _)))
    }

    /// A record's fields and values, also of one that was deleted.
    pub fn fields(
        &self,
        table: &str,
        id: RecordId,
    ) -> impl Iterator<Item = (&str, &Value)> + Clone {
        let registers = self.known(table).and_then(|table| self.tables.get(&table)?.get(&id));
        named(&self.names, registers.map_or(&[], Vec::as_slice))
    }

    /// Every record that was ever written, with its fields, table by table.
    pub fn records(
        &self,
    ) -> impl Iterator<Item = (&str, RecordId, impl Iterator<Item = (&str, &Value)> + Clone)> {
        let names = &self.names;
        self.tables.iter().flat_map(move |(table, records)| {
            let name = &*names[usize::from(*table)];
            records.iter().map(move |(id, registers)| (name, *id, named(names, registers)))
        })
    }

    /// The place of every record that was ever written, also of those deleted, table by table.
    pub fn places(&self) -> impl Iterator<Item = (&str, RecordId)> {
        self.records().map(|(table, id, _)| (table, id))
    }

    /// Every field that was written by two people at the same time, with different values, in
    /// order of its record and name.
    pub fn conflicts(&self) -> Vec<Conflict> {
        let mut conflicts = Vec::new();
        for (table, records) in &self.tables {
            for (id, registers) in records {
                let place = (self.names[usize::from(*table)].clone(), *id);
                conflicts.extend(registers.iter().filter_map(|it| self.conflict(&place, it)));
            }
        }
        arrange::by(&mut conflicts, |a, b| (&a.place, &a.field).cmp(&(&b.place, &b.field)));
        conflicts
    }

    fn conflict(&self, place: &Place, register: &Register) -> Option<Conflict> {
        let stamp_of = |dot: DotIndex| self.dots[dot as usize].stamp;
        let others = &register.rest.as_ref()?.others;
        let lost: Vec<_> = others
            .iter()
            .filter(|(_, value)| *value != register.value)
            .map(|(dot, value)| (stamp_of(*dot), value.clone()))
            .collect();
        if lost.is_empty() {
            return None;
        }
        Some(Conflict {
            place: place.clone(),
            field: self.names[usize::from(register.field)].clone(),
            kept: (stamp_of(register.dot), register.value.clone()),
            lost,
        })
    }

    /// The latest stamp in it.
    pub fn latest(&self) -> Option<Stamp> {
        self.dot_places.last_key_value().map(|(stamp, _)| *stamp)
    }

    fn register(&self, table: NameIndex, id: RecordId, field: NameIndex) -> Option<&Register> {
        self.tables.get(&table)?.get(&id)?.iter().find(|it| it.field == field)
    }

    fn known(&self, name: &str) -> Option<NameIndex> {
        self.name_places.get(name).copied()
    }

    pub(super) fn name(&mut self, name: &str) -> NameIndex {
        if let Some(place) = self.known(name) {
            return place;
        }
        let place = self.names.len() as NameIndex;
        self.names.push(name.into());
        self.name_places.insert(name.into(), place);
        place
    }

    pub(super) fn dot(&mut self, dot: Dot) -> DotIndex {
        if let Some(place) = self.dot_places.get(&dot.stamp) {
            return *place;
        }
        let place = self.dots.len() as DotIndex;
        self.dots.push(dot);
        self.dot_places.insert(dot.stamp, place);
        place
    }
}

/// Registers as fields and values.
fn named<'a>(
    names: &'a [Box<str>],
    registers: &'a [Register],
) -> impl Iterator<Item = (&'a str, &'a Value)> + Clone {
    registers.iter().map(|it| (&*names[usize::from(it.field)], &it.value))
}

pub(super) fn place_of(record: &RecordWrites) -> Place {
    (record.table.as_ref().into(), record.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::changes::Changes;
    use crate::domain::id::LeadId;
    use crate::domain::label::Label;
    use crate::domain::lead::Lead;
    use crate::domain::workspace::Workspace;
    use crate::journal::ledger::{Ledger, show_slice};
    use crate::journal::stamp::Writer;

    #[test]
    fn what_is_taken_in_and_shown_in_slices_is_the_whole() {
        let mut changes = Changes::new(Label::LeadEdited(String::new()));
        for number in 0..7 {
            let lead = Lead { name: number.to_string(), ..Lead::default() };
            changes.put(&Workspace::default(), LeadId::drawn(number), &lead);
        }
        let Entry::Transaction(done) = Ledger::default().prepare(changes, 10) else {
            panic!("a transaction");
        };
        for limit in [1, 2, 7, 100] {
            let (mut sliced, mut next) = (Document::default(), 0);
            while !sliced.apply_slice(&done, limit, &mut next) {}
            assert!(sliced.apply_slice(&done, limit, &mut 0), "it is in already");
            let (mut shown, mut next) = (Workspace::default(), 0);
            while !show_slice(&sliced, &mut shown, limit, &mut next) {}
            let mut whole = Document::default();
            whole.apply(&done);
            assert!(sliced.holds(&whole) && whole.holds(&sliced), "{limit}");
            let ledger = Ledger::new(Writer::default(), whole, Vec::new()).expect("a ledger");
            let names =
                |it: &Workspace| it.leads.values().map(|it| it.name.clone()).collect::<Vec<_>>();
            assert_eq!((names(&shown), names(&shown).len()), (names(ledger.workspace()), 7));
        }
    }
}
