//! One command's effect, as it is kept for ever: a stamp, a label and the writes.
//!
//! The JSON form is `{"stamp","seq","label":[…],"over":[stamps],"writes":[[table, id,
//! {field: value}, [[over…]…]]…]}`. What a newer version adds beside is kept in `extra`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeMap, Serializer};

use super::stamp::Stamp;
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::value::Value;

/// A name of a table or field; those of this version need no memory of their own.
pub type Name = Cow<'static, str>;

/// One command's effect.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// Its place in the order of all.
    pub stamp: Stamp,
    /// Its number among those of its writer, from 0, without gaps.
    pub seq: u64,
    /// What it did.
    pub label: Label,
    /// The writes, record by record.
    pub writes: Vec<RecordWrites>,
    /// What a newer version added.
    pub extra: Vec<(Box<str>, Value)>,
}

/// The writes of a transaction to one record.
#[derive(Clone, Debug, PartialEq)]
pub struct RecordWrites {
    /// The table.
    pub table: Name,
    /// The record.
    pub id: RecordId,
    /// Its fields, each at most once.
    pub fields: Vec<FieldWrite>,
}

/// One field takes a value.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldWrite {
    /// The field.
    pub field: Name,
    /// Its value.
    pub value: Value,
    /// The writes that this one replaces: what its writer saw there. A write that is missing here
    /// was made at the same time by somebody else.
    pub over: Vec<Stamp>,
}

impl Transaction {
    /// The JSON form, one line.
    pub fn to_line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Serialize for Transaction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let over = self.writes.iter().flat_map(|it| &it.fields).flat_map(|it| &it.over);
        let over: BTreeSet<Stamp> = over.copied().collect();
        let over: Vec<Stamp> = over.into_iter().collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("stamp", &self.stamp.to_string())?;
        map.serialize_entry("seq", &self.seq)?;
        map.serialize_entry("label", &self.label.to_parts())?;
        if !over.is_empty() {
            let texts: Vec<String> = over.iter().map(Stamp::to_string).collect();
            map.serialize_entry("over", &texts)?;
        }
        let writes: Vec<_> = self.writes.iter().map(|record| Row { record, over: &over }).collect();
        map.serialize_entry("writes", &writes)?;
        for (name, value) in &self.extra {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// The stored form of one record's writes.
struct Row<'a> {
    record: &'a RecordWrites,
    over: &'a [Stamp],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let place = |stamp: &Stamp| self.over.binary_search(stamp).unwrap_or(0);
        let fields = Fields(&self.record.fields);
        let (table, id) = (&self.record.table, self.record.id.to_string());
        if self.record.fields.iter().all(|it| it.over.is_empty()) {
            return (table, id, fields).serialize(serializer);
        }
        let over: Vec<Vec<usize>> =
            self.record.fields.iter().map(|it| it.over.iter().map(place).collect()).collect();
        (table, id, fields, over).serialize(serializer)
    }
}

struct Fields<'a>(&'a [FieldWrite]);

impl Serialize for Fields<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|it| (&it.field, &it.value)))
    }
}

impl<'de> Deserialize<'de> for Transaction {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Transaction, D::Error> {
        deserializer.deserialize_map(TransactionVisitor)
    }
}

struct TransactionVisitor;

impl<'de> Visitor<'de> for TransactionVisitor {
    type Value = Transaction;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a transaction")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Transaction, A::Error> {
        let (mut stamp, mut seq) = (None, None);
        let (mut label, mut over, mut rows, mut extra) = (Vec::new(), Vec::new(), None, Vec::new());
        while let Some(key) = map.next_key::<Box<str>>()? {
            match &*key {
                "stamp" => stamp = Some(read_stamp(&map.next_value::<String>()?)?),
                "seq" => seq = Some(map.next_value()?),
                "label" => label = map.next_value::<Vec<String>>()?,
                "over" => {
                    let texts: Vec<String> = map.next_value()?;
                    over = texts.iter().map(|it| read_stamp(it)).collect::<Result<_, _>>()?;
                }
                "writes" => rows = Some(map.next_value::<Vec<StoredRow>>()?),
                _ => extra.push((key, map.next_value()?)),
            }
        }
        let rows = rows.ok_or_else(|| A::Error::missing_field("writes"))?;
        Ok(Transaction {
            stamp: stamp.ok_or_else(|| A::Error::missing_field("stamp"))?,
            seq: seq.ok_or_else(|| A::Error::missing_field("seq"))?,
            label: Label::from_parts(&label),
            writes: rows.into_iter().map(|row| row.resolve(&over)).collect::<Result<_, _>>()?,
            extra,
        })
    }
}

fn read_stamp<E: serde::de::Error>(text: &str) -> Result<Stamp, E> {
    text.parse().map_err(|_| E::custom("not a stamp"))
}

/// A record's writes as read, before its `over` places are looked up.
struct StoredRow {
    table: Name,
    id: RecordId,
    fields: StoredFields,
    over: Vec<Vec<usize>>,
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
        f.write_str("a table, an id, fields and what they replace")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<StoredRow, A::Error> {
        let short = |place| A::Error::invalid_length(place, &self);
        let table = seq.next_element()?.ok_or_else(|| short(0))?;
        let id: String = seq.next_element()?.ok_or_else(|| short(1))?;
        let id = id.parse().map_err(|_| A::Error::custom("not an id"))?;
        let fields = seq.next_element()?.ok_or_else(|| short(2))?;
        let over = seq.next_element()?.unwrap_or_default();
        Ok(StoredRow { table, id, fields, over })
    }
}

struct StoredFields(Vec<(Box<str>, Value)>);

impl<'de> Deserialize<'de> for StoredFields {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<StoredFields, D::Error> {
        match Value::deserialize(deserializer)? {
            Value::Map(entries) => Ok(StoredFields(entries)),
            _ => Err(D::Error::custom("fields are a map")),
        }
    }
}

impl StoredRow {
    fn resolve<E: serde::de::Error>(self, stamps: &[Stamp]) -> Result<RecordWrites, E> {
        let mut over = self.over.into_iter();
        let fields = self.fields.0.into_iter().map(|(field, value)| {
            let places = over.next().unwrap_or_default().into_iter();
            let over =
                places.map(|it| stamps.get(it).copied().ok_or_else(|| E::custom("no such stamp")));
            let field = Cow::Owned(field.into_string());
            Ok(FieldWrite { field, value, over: over.collect::<Result<_, E>>()? })
        });
        Ok(RecordWrites {
            table: self.table,
            id: self.id,
            fields: fields.collect::<Result<_, E>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str) -> Transaction {
        let transaction: Transaction = serde_json::from_str(json).expect("a transaction");
        assert_eq!(serde_json::to_string(&transaction).expect("json"), json);
        transaction
    }

    const A: &str = "0193f2a7c3e4-00000000-00000001-00000002";
    const B: &str = "0193f2a7c3e5-00000000-00000003-00000004";

    #[test]
    fn a_transaction_is_read_back() {
        check(&format!(
            r#"{{"stamp":"{B}","seq":3,"label":["lead.moved","云图","赢单"],"over":["{A}"],"writes":[["leads","0000000000007",{{"stage":"x","note":null}},[[0],[]]],["dances","0000000000009",{{"@":true}}]]}}"#
        ));
    }

    #[test]
    fn what_a_newer_version_added_is_kept() {
        let read = check(&format!(
            r#"{{"stamp":"{A}","seq":0,"label":["lead.flew"],"writes":[["leads","0000000000007",{{"wings":{{"left":1.5}}}}]],"meeting":"m1"}}"#
        ));
        assert_eq!(read.extra.len(), 1);
    }

    #[test]
    fn a_place_that_names_no_stamp_is_refused() {
        let json = format!(
            r#"{{"stamp":"{A}","seq":0,"label":[],"writes":[["leads","0000000000007",{{"a":1}},[[0]]]]}}"#
        );
        assert!(serde_json::from_str::<Transaction>(&json).is_err());
    }
}
