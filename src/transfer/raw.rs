//! The stored texts as they are, as the data page and the recovery page save them where something
//! cannot be read: what can be read of them is read, what cannot is counted.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::backup::{Backup, BackupError, Source};
use crate::journal::entry::Entry;
use crate::journal::history;
use crate::journal::port::{MemoryStorage, Storage};
use crate::journal::vault::{PREFIX, Vault};

const FORMAT: u32 = 1;

#[derive(Deserialize)]
struct Raw {
    #[serde(rename = "huddle-raw")]
    format: u32,
    #[serde(rename = "savedAt")]
    saved_at: Option<u64>,
    entries: BTreeMap<String, String>,
}

/// The stored texts of some keys, as a file.
pub fn write(saved_at: u64, entries: &BTreeMap<String, String>) -> String {
    let entries = serde_json::to_string(entries).unwrap_or_default();
    format!("{{\"huddle-raw\":{FORMAT},\"savedAt\":{saved_at},\"entries\":{entries}}}")
}

/// What can be read of the stored texts in a file.
///
/// # Errors
/// A [`BackupError`] where they are none of this application, or of a newer version.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let raw: Raw = serde_json::from_str(text).map_err(|_| BackupError::Foreign)?;
    let ours = raw.entries.keys().any(|key| key.starts_with(PREFIX));
    let storage = MemoryStorage::of(raw.entries);
    let storage: &dyn Storage = &storage;
    let vault = Vault::new(storage);
    let loaded = vault.load().map_err(|_| BackupError::Damaged)?;
    if FORMAT < raw.format || loaded.is_too_new() {
        return Err(BackupError::TooNew);
    }
    if !ours {
        return Err(BackupError::Foreign);
    }
    let mut document = loaded.document;
    let untaken = loaded.entries.iter().filter(|it| document.take(it).is_err()).count();
    let lines = history::all_lines(&vault).map_err(|_| BackupError::Damaged)?;
    let history: Vec<Entry> = lines.iter().filter_map(|it| Entry::from_line(it).ok()).collect();
    let made = raw.saved_at.or(document.latest().map(|it| it.millis)).unwrap_or_default();
    let source = Source::Raw { unreadable: loaded.unreadable.len() + untaken };
    Ok(Backup { source, made, document, history })
}
