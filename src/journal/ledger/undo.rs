//! Undo and redo: what each step changed, and how it is taken back.
//!
//! A step is taken back where the fields still hold what it left there; what somebody has changed
//! since stays as it is.

use super::Ledger;
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::value::Value;
use crate::journal::entry::Entry;
use crate::journal::transaction::{Name, RecordWrites};

/// How many steps can be undone.
const UNDO_LIMIT: usize = 200;

/// What it takes to undo an entry: each field that it changed, before and after.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) label: Label,
    pub(super) changes: Vec<FieldChange>,
}

#[derive(Clone, Debug)]
pub(super) struct FieldChange {
    pub(super) table: Name,
    pub(super) id: RecordId,
    pub(super) field: Name,
    pub(super) before: Value,
    pub(super) after: Value,
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

    pub(super) fn remember(&mut self, step: Step) {
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
}

/// The label of what was first done, below any undoing and redoing of it.
fn plain(label: &Label) -> &Label {
    match label {
        Label::Undone(inner) | Label::Redone(inner) => plain(inner),
        label => label,
    }
}
