//! The state that a file of a journal adds up to: a backup, the raw keys that the recovery page
//! saves, or entries one a line.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::backup::{self, BackupError};
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::port::{MemoryStorage, Storage};
use crate::journal::vault::{PREFIX, Vault};

/// Why a file cannot be replayed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReplayError {
    /// It is no file of a journal.
    Foreign,
    /// A newer version wrote it.
    TooNew,
    /// It is cut or changed.
    Damaged,
}

#[derive(Deserialize)]
struct Raw {
    #[serde(rename = "huddle-raw")]
    format: u32,
    entries: BTreeMap<String, String>,
}

/// The state that a file adds up to.
///
/// # Errors
/// A [`ReplayError`].
pub fn replay(text: &str) -> Result<Document, ReplayError> {
    match backup::read(text) {
        Ok(backup) => fold(backup.document, &backup.history),
        Err(BackupError::TooNew) => Err(ReplayError::TooNew),
        Err(BackupError::Damaged) => Err(ReplayError::Damaged),
        Err(BackupError::Foreign) => match serde_json::from_str::<Raw>(text) {
            Ok(raw) if raw.format == 1 => stored(raw.entries),
            Ok(_) => Err(ReplayError::TooNew),
            Err(_) => lines(text),
        },
    }
}

fn stored(entries: BTreeMap<String, String>) -> Result<Document, ReplayError> {
    let storage = MemoryStorage::of(entries);
    let loaded = Vault::new(&storage).load().map_err(|_| ReplayError::Damaged)?;
    if loaded.is_too_new() {
        return Err(ReplayError::TooNew);
    }
    let keys = storage.keys().unwrap_or_default();
    match keys.iter().any(|key| key.starts_with(PREFIX)) && loaded.unreadable.is_empty() {
        true => fold(loaded.document, &loaded.entries),
        false => Err(ReplayError::Damaged),
    }
}

fn lines(text: &str) -> Result<Document, ReplayError> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let entries: Vec<Entry> =
        lines.map(Entry::from_line).collect::<Result<_, _>>().map_err(|_| ReplayError::Foreign)?;
    match entries.is_empty() {
        true => Err(ReplayError::Foreign),
        false => fold(Document::default(), &entries),
    }
}

fn fold(mut document: Document, entries: &[Entry]) -> Result<Document, ReplayError> {
    for entry in entries {
        document.take(entry).map_err(|_| ReplayError::Damaged)?;
    }
    Ok(document)
}
