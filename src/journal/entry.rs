//! What a log record holds: a transaction, or a whole document taken in from a backup.

use serde::{Deserialize, Serialize};

use super::snapshot::{self, SnapshotError};
use super::stamp::Stamp;
use super::transaction::Transaction;
use crate::domain::label::Label;

/// How the line of a merge begins.
pub(super) const MERGE: &str = "{\"merge\"";

/// One record of the log.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// One command's effect.
    Transaction(Transaction),
    /// A document merged in.
    Merge(Merge),
}

/// A document merged in from a backup.
#[derive(Clone, Debug, PartialEq)]
pub struct Merge {
    /// When it was merged.
    pub stamp: Stamp,
    /// Its number among the entries of its writer.
    pub seq: u64,
    /// What it did.
    pub label: Label,
    /// The document, in the stored form of [`snapshot`].
    pub document: String,
}

#[derive(Serialize, Deserialize)]
struct StoredMerge {
    merge: String,
    seq: u64,
    label: Vec<String>,
    document: String,
}

/// A record that is not an entry this version can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnEntry;

impl Entry {
    /// Its stamp.
    pub fn stamp(&self) -> Stamp {
        match self {
            Entry::Transaction(it) => it.stamp,
            Entry::Merge(it) => it.stamp,
        }
    }

    /// Its number among the entries of its writer.
    pub fn seq(&self) -> u64 {
        match self {
            Entry::Transaction(it) => it.seq,
            Entry::Merge(it) => it.seq,
        }
    }

    /// What it did.
    pub fn label(&self) -> &Label {
        match self {
            Entry::Transaction(it) => &it.label,
            Entry::Merge(it) => &it.label,
        }
    }

    /// The JSON form, one line.
    pub fn to_line(&self) -> String {
        let json = match self {
            Entry::Transaction(transaction) => return transaction.to_line(),
            Entry::Merge(merge) => serde_json::to_string(&StoredMerge {
                merge: merge.stamp.to_string(),
                seq: merge.seq,
                label: merge.label.to_parts(),
                document: merge.document.clone(),
            }),
        };
        json.unwrap_or_default()
    }

    /// The entry of a line.
    ///
    /// # Errors
    /// [`NotAnEntry`] where the line is something else.
    pub fn from_line(line: &str) -> Result<Entry, NotAnEntry> {
        if !line.starts_with(MERGE) {
            return serde_json::from_str(line).map(Entry::Transaction).map_err(|_| NotAnEntry);
        }
        let stored: StoredMerge = serde_json::from_str(line).map_err(|_| NotAnEntry)?;
        Ok(Entry::Merge(Merge {
            stamp: stored.merge.parse().map_err(|_| NotAnEntry)?,
            seq: stored.seq,
            label: Label::from_parts(&stored.label),
            document: stored.document,
        }))
    }
}

impl Merge {
    /// The document.
    ///
    /// # Errors
    /// A [`SnapshotError`] where it cannot be read.
    pub fn document(&self) -> Result<super::document::Document, SnapshotError> {
        snapshot::decode(&self.document)
    }
}
