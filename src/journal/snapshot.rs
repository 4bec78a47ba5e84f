//! The stored form of a document.
//!
//! JSON: `{"format":1,"tables":[[name,[row…]]…],"names":[…],"dots":[[stamp,seq]…],
//! "applied":[[writer,[[first,last]…]]…],"rest":[[table,id,name,[[dot,value]…],[stamp…]]…]}`.
//! A row is `[id, shape, value…]`; a shape lists `[name, dot]` for each value and is written out
//! where it first occurs, afterwards by its number. Records of one import share a shape, so ten
//! thousand of them stay small.
//!
//! A document may be written in slices while it goes on changing: what is written then belongs to
//! entries that are not noted as applied, and taking those in again changes nothing.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, SeqAccess, Visitor};

use super::document::{Document, Dot};
use super::entry_set::{EntrySet, StoredSet};
use super::envelope::FORMAT;
use super::register::{DotIndex, NameIndex, Register, Rest};
use super::sequence::SequenceSet;
use super::stamp::Writer;
use crate::domain::id::RecordId;
use crate::domain::value::Value;

/// Why a stored document could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SnapshotError {
    /// A newer version wrote it.
    TooNew,
    /// It is not a document, or not whole.
    Damaged,
}

/// The whole stored form at once.
pub fn encode(document: &Document) -> String {
    let mut text = String::new();
    let mut writer = SnapshotWriter::new(document);
    while !writer.step(document, usize::MAX, &mut |piece| text.push_str(piece)) {}
    text
}

type Shape = Vec<(NameIndex, DotIndex)>;

/// Writes a document in slices.
pub struct SnapshotWriter {
    applied: BTreeMap<Writer, SequenceSet>,
    at: Option<(NameIndex, RecordId)>,
    shapes: BTreeMap<Shape, usize>,
    dots: BTreeMap<DotIndex, usize>,
    dot_order: Vec<DotIndex>,
    rest: Vec<String>,
}

impl SnapshotWriter {
    /// Begins: what is applied now is what the stored form will claim to hold.
    pub fn new(document: &Document) -> SnapshotWriter {
        SnapshotWriter {
            applied: document.applied.clone(),
            at: None,
            shapes: BTreeMap::new(),
            dots: BTreeMap::new(),
            dot_order: Vec::new(),
            rest: Vec::new(),
        }
    }

    /// Whether the stored form will hold an entry.
    pub fn covers(&self, writer: Writer, seq: u64) -> bool {
        self.applied.get(&writer).is_some_and(|it| it.has(seq))
    }

    /// Whether the stored form will hold every entry that another stored form holds; `None` where
    /// that one cannot be read.
    pub fn covers_all(&self, stored: &str) -> Option<bool> {
        for (writer, ranges) in stored_applied(stored)? {
            let seqs = SequenceSet::of(ranges);
            match self.applied.get(&writer.parse().ok()?) {
                Some(ours) if ours.holds(&seqs) => {}
                _ => return Some(false),
            }
        }
        Some(true)
    }

    /// Writes up to `limit` records to `out`; says whether that was all.
    pub fn step(&mut self, document: &Document, limit: usize, out: &mut dyn FnMut(&str)) -> bool {
        for _ in 0..limit {
            let Some((table, id, registers)) = self.following(document) else {
                self.finish(document, out);
                return true;
            };
            match self.at {
                None => out(&format!("{{\"format\":{FORMAT},\"tables\":[")),
                Some((last, _)) if last != table => out("]],"),
                Some(_) => {}
            }
            match self.at {
                Some((last, _)) if last == table => out(","),
                _ => out(&format!("[{},[", json(&document.names[usize::from(table)]))),
            }
            out(&self.row(table, id, registers));
            self.at = Some((table, id));
        }
        false
    }

    fn following<'a>(
        &self,
        document: &'a Document,
    ) -> Option<(NameIndex, RecordId, &'a [Register])> {
        if let Some((table, id)) = self.at {
            let later = (std::ops::Bound::Excluded(id), std::ops::Bound::Unbounded);
            let mut records = document.tables.get(&table)?.range(later);
            if let Some((id, registers)) = records.next() {
                return Some((table, *id, registers));
            }
        }
        let first = self.at.map_or(0, |(table, _)| table + 1);
        let mut tables = document.tables.range(first..).filter(|(_, records)| !records.is_empty());
        let (table, records) = tables.next()?;
        records.first_key_value().map(|(id, registers)| (*table, *id, &registers[..]))
    }

    fn row(&mut self, table: NameIndex, id: RecordId, registers: &[Register]) -> String {
        let shape: Shape = registers.iter().map(|it| (it.field, self.dot(it.dot) as u32)).collect();
        let next = self.shapes.len();
        let mut row = format!("[\"{id}\",");
        match self.shapes.get(&shape) {
            Some(known) => row.push_str(&known.to_string()),
            None => {
                row.push_str(&json(&shape));
                self.shapes.insert(shape, next);
            }
        }
        for register in registers {
            row.push(',');
            row.push_str(&json(&register.value));
            if let Some(rest) = &register.rest {
                self.note_rest(table, id, register.field, rest);
            }
        }
        row.push(']');
        row
    }

    fn note_rest(&mut self, table: NameIndex, id: RecordId, field: NameIndex, rest: &Rest) {
        let others: Vec<(usize, &Value)> =
            rest.others.iter().map(|(dot, value)| (self.dot(*dot), value)).collect();
        let replaced: Vec<String> = rest.replaced.iter().map(|it| it.to_string()).collect();
        self.rest.push(json(&(table, id.to_string(), field, others, replaced)));
    }

    fn dot(&mut self, dot: DotIndex) -> usize {
        let next = self.dots.len();
        *self.dots.entry(dot).or_insert_with(|| {
            self.dot_order.push(dot);
            next
        })
    }

    fn finish(&self, document: &Document, out: &mut dyn FnMut(&str)) {
        match self.at {
            None => out(&format!("{{\"format\":{FORMAT},\"tables\":[")),
            Some(_) => out("]]"),
        }
        let dots: Vec<(String, u64)> = self
            .dot_order
            .iter()
            .map(|it| &document.dots[*it as usize])
            .map(|dot| (dot.stamp.to_string(), dot.seq))
            .collect();
        let applied: Vec<(String, &[(u64, u64)])> =
            self.applied.iter().map(|(writer, seqs)| (writer.to_string(), seqs.ranges())).collect();
        let (names, dots, applied) = (json(&document.names), json(&dots), json(&applied));
        let rest = self.rest.join(",");
        out(&format!(
            "],\"names\":{names},\"dots\":{dots},\"applied\":{applied},\"rest\":[{rest}]}}"
        ));
    }
}

fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// The entries that a stored form holds, without reading the rest of it; `None` where it cannot
/// be read.
pub fn holdings(stored: &str) -> Option<EntrySet> {
    EntrySet::of_stored(stored_applied(stored)?)
}

fn stored_applied(stored: &str) -> Option<StoredSet> {
    let from = stored.rfind(",\"applied\":")? + ",\"applied\":".len();
    let to = stored.rfind(",\"rest\":")?;
    serde_json::from_str(stored.get(from..to)?).ok()
}

#[derive(Deserialize)]
struct Stored {
    tables: Vec<(Box<str>, Vec<StoredRow>)>,
    names: Vec<Box<str>>,
    dots: Vec<(String, u64)>,
    applied: StoredSet,
    rest: Vec<StoredRest>,
}

type StoredRest = (NameIndex, String, NameIndex, Vec<(usize, Value)>, Vec<String>);

struct StoredRow {
    id: RecordId,
    shape: StoredShape,
    values: Vec<Value>,
}

enum StoredShape {
    Known(usize),
    New(Shape),
}

impl<'de> Deserialize<'de> for StoredShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<StoredShape, D::Error> {
        deserializer.deserialize_any(ShapeVisitor)
    }
}

struct ShapeVisitor;

impl<'de> Visitor<'de> for ShapeVisitor {
    type Value = StoredShape;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a shape or its number")
    }

    fn visit_u64<E>(self, number: u64) -> Result<StoredShape, E> {
        Ok(StoredShape::Known(number as usize))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<StoredShape, A::Error> {
        let mut shape = Shape::new();
        while let Some(part) = seq.next_element()? {
            shape.push(part);
        }
        Ok(StoredShape::New(shape))
    }
}

impl<'de> Deserialize<'de> for StoredRow {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<StoredRow, D::Error> {
        deserializer.deserialize_seq(RowVisitor)
    }
}

struct RowVisitor;

impl<'de> Visitor<'de> for RowVisitor {
    type Value = StoredRow;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an id, a shape and values")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<StoredRow, A::Error> {
        let short = |place| A::Error::invalid_length(place, &self);
        let id: String = seq.next_element()?.ok_or_else(|| short(0))?;
        let shape = seq.next_element()?.ok_or_else(|| short(1))?;
        let mut values = Vec::new();
        while let Some(value) = seq.next_element()? {
            values.push(value);
        }
        let id = id.parse().map_err(|_| A::Error::custom("not an id"))?;
        Ok(StoredRow { id, shape, values })
    }
}

/// The document of a stored form.
///
/// # Errors
/// [`SnapshotError::TooNew`] where its format is newer than this version's, else
/// [`SnapshotError::Damaged`].
pub fn decode(text: &str) -> Result<Document, SnapshotError> {
    let version = text.strip_prefix("{\"format\":").ok_or(SnapshotError::Damaged)?;
    let digits = version.find(',').and_then(|end| version.get(..end));
    match digits.and_then(|it| it.parse::<u32>().ok()) {
        Some(FORMAT) => {}
        Some(_) => return Err(SnapshotError::TooNew),
        None => return Err(SnapshotError::Damaged),
    }
    let stored: Stored = serde_json::from_str(text).map_err(|_| SnapshotError::Damaged)?;
    restore(stored).ok_or(SnapshotError::Damaged)
}

fn restore(stored: Stored) -> Option<Document> {
    let mut document = Document::default();
    for name in &stored.names {
        document.name(name);
    }
    for (stamp, seq) in &stored.dots {
        document.dot(Dot { stamp: stamp.parse().ok()?, seq: *seq });
    }
    if document.names.len() != stored.names.len() || document.dots.len() != stored.dots.len() {
        return None;
    }
    let mut shapes: Vec<Shape> = Vec::new();
    for (name, rows) in stored.tables {
        let table = document.name(&name);
        for row in rows {
            let registers = registers_of(row.shape, row.values, &mut shapes, &document)?;
            document.tables.entry(table).or_default().insert(row.id, registers);
        }
    }
    for rest in stored.rest {
        restore_rest(&mut document, rest)?;
    }
    for (writer, ranges) in stored.applied {
        document.applied.insert(writer.parse().ok()?, SequenceSet::of(ranges));
    }
    Some(document)
}

fn registers_of(
    shape: StoredShape,
    values: Vec<Value>,
    shapes: &mut Vec<Shape>,
    document: &Document,
) -> Option<Vec<Register>> {
    let place = match shape {
        StoredShape::Known(place) => place,
        StoredShape::New(shape) => {
            let known = |(name, dot): &(NameIndex, DotIndex)| {
                usize::from(*name) < document.names.len() && (*dot as usize) < document.dots.len()
            };
            if !shape.iter().all(known) {
                return None;
            }
            shapes.push(shape);
            shapes.len() - 1
        }
    };
    let shape = shapes.get(place).filter(|it| it.len() == values.len())?;
    let registers = shape.iter().zip(values);
    Some(
        registers
            .map(|((field, dot), value)| Register { field: *field, dot: *dot, value, rest: None })
            .collect(),
    )
}

fn restore_rest(document: &mut Document, rest: StoredRest) -> Option<()> {
    let (table, id, field, others, replaced) = rest;
    let dots = document.dots.len();
    let registers = document.tables.get_mut(&table)?.get_mut(&id.parse().ok()?)?;
    let register = registers.iter_mut().find(|it| it.field == field)?;
    let others =
        others.into_iter().map(|(dot, value)| (dot < dots).then_some((dot as DotIndex, value)));
    let rest = Rest {
        others: others.collect::<Option<_>>()?,
        replaced: replaced.iter().map(|it| it.parse().ok()).collect::<Option<_>>()?,
    };
    register.rest = Some(Box::new(rest));
    Some(())
}
