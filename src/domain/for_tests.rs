//! What tests of the rules begin with.

use std::collections::BTreeMap;

use super::calendar::Day;
use super::changes::{Changes, EXISTS};
use super::id::RecordId;
use super::value::Value;
use super::workspace::{Kept, Table, Workspace};

/// Puts a record into a workspace.
pub(crate) fn put<R: Kept>(workspace: &mut Workspace, id: R::Id, record: &R) {
    let fields = record.fields();
    let mut fields = fields.iter().map(|(name, value)| (*name, value));
    workspace.refresh(R::TABLE, id.into(), Some(&mut fields));
}

/// Takes changes into a workspace.
pub(crate) fn take(workspace: &mut Workspace, changes: &Changes) {
    let mut records: BTreeMap<(&str, RecordId), BTreeMap<&str, Value>> = BTreeMap::new();
    for write in &changes.writes {
        records.entry((write.table.name(), write.id)).or_default();
    }
    workspace.visit(&mut |table, id, fields| {
        if let Some(record) = records.get_mut(&(table.name(), id)) {
            record.extend(fields);
        }
    });
    for write in &changes.writes {
        let record = records.entry((write.table.name(), write.id)).or_default();
        record.insert(write.field, write.value.clone());
    }
    for ((table, id), fields) in &records {
        let gone = fields.get(EXISTS) == Some(&Value::Bool(false));
        let mut fields = fields.iter().map(|(field, value)| (*field, value));
        let table = Table::named(table).expect("a table");
        workspace.refresh(table, *id, if gone { None } else { Some(&mut fields) });
    }
}

/// A day as it is written.
#[track_caller]
pub(crate) fn day(text: &str) -> Day {
    text.parse().expect("a day")
}
