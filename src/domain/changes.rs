//! The effect of a command as facts: writes of single fields.
//!
//! Writes, not commands, are what the journal keeps, so that an old journal means the same under
//! new rules.

use super::id::RecordId;
use super::label::Label;
use super::value::Value;
use super::workspace::{Kept, Table, Workspace};

/// The field that says whether a record exists: `true` once it is made, `false` once it is
/// deleted. Its other fields outlive a deletion, so that undoing it brings everything back.
pub const EXISTS: &str = "@";

/// One field of one record takes a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Write {
    /// The table.
    pub table: Table,
    /// The record.
    pub id: RecordId,
    /// The field.
    pub field: &'static str,
    /// Its new value.
    pub value: Value,
}

/// Everything one command does.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// What the command did, for undo, history and minutes.
    pub label: Label,
    /// The writes, in the order they were made; none means nothing would change.
    pub writes: Vec<Write>,
}

impl Changes {
    /// No changes yet.
    pub fn new(label: Label) -> Changes {
        Changes { label, writes: Vec::new() }
    }

    /// Makes a record, or writes the fields in which it differs from what is there.
    pub fn put<R: Kept>(&mut self, workspace: &Workspace, id: R::Id, record: &R) {
        let current = R::all(workspace).get(id);
        if current == Some(record) {
            return;
        }
        let blank = R::default();
        let before = current.unwrap_or(&blank).fields();
        if current.is_none() {
            self.write::<R>(id, EXISTS, Value::Bool(true));
        }
        for ((field, value), (_, old)) in record.fields().into_iter().zip(before) {
            if value != old {
                self.write::<R>(id, field, value);
            }
        }
    }

    /// Deletes a record, if it is there.
    pub fn remove<R: Kept>(&mut self, workspace: &Workspace, id: R::Id) {
        if R::all(workspace).has(id) {
            self.write::<R>(id, EXISTS, Value::Bool(false));
        }
    }

    fn write<R: Kept>(&mut self, id: R::Id, field: &'static str, value: Value) {
        self.writes.push(Write { table: R::TABLE, id: id.into(), field, value });
    }
}
