//! One number for a whole state, the same for equal states however they came about.

use std::collections::BTreeMap;

use super::document::Document;
use crate::domain::arrange;
use crate::domain::value::Value;

/// FNV-1a (64 bits) over every existing record as a JSON line: table, id, and its fields that are
/// not null, all in order of their names. Records of other versions count like all others.
pub fn digest(document: &Document) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for line in lines(document) {
        for byte in line.bytes().chain([b'\n']) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    hash
}

/// How many records each table holds.
pub fn counts(document: &Document) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for (table, id) in document.places() {
        if document.exists(table, id) {
            *counts.entry(table.to_owned()).or_default() += 1;
        }
    }
    counts
}

fn lines(document: &Document) -> Vec<String> {
    let existing = document.places().filter(|(table, id)| document.exists(table, *id));
    let line = |(table, id)| {
        let fields = document.fields(table, id).filter(|(_, value)| **value != Value::Null);
        let fields: BTreeMap<&str, &Value> = fields.collect();
        serde_json::to_string(&(table, id.to_string(), fields)).unwrap_or_default()
    };
    let mut lines: Vec<String> = existing.map(line).collect();
    arrange::naturally(&mut lines);
    lines
}
