//! The frame of the files that keep data: a head of one line with a checksum over all that follows,
//! then a body in lines, so that it is read without parsing the whole; all of it is JSON.

use std::collections::BTreeMap;

use serde_json::Value;

use super::backup::BackupError;
use crate::journal::entry::Entry;
use crate::journal::envelope::checksum;

/// A kind of file.
pub(super) struct Kind {
    /// What its head begins with.
    pub(super) name: &'static str,
    /// The newest form of it that this version reads, and the one that it writes.
    pub(super) format: u64,
    /// What its head ends with, so that the body goes on from there.
    pub(super) opening: &'static str,
}

/// What is in a frame.
pub(super) struct Framed {
    /// When the file was made, in milliseconds since 1970.
    pub(super) made: u64,
    /// What follows the head.
    pub(super) body: String,
    entries: usize,
}

/// A body in its frame.
pub(super) fn write(kind: &Kind, made: u64, entries: usize, body: &str) -> String {
    let Kind { name, format, opening } = kind;
    let sum = checksum(body.as_bytes());
    format!(
        "{{\"{name}\":{format},\"made\":{made},\"sum\":\"{sum:08x}\",\"entries\":{entries},{opening}\n{body}"
    )
}

/// The frame of a file of a kind.
///
/// # Errors
/// A [`BackupError`] where it is of no such kind, newer, or not whole.
pub(super) fn read(text: &str, kind: &Kind) -> Result<Framed, BackupError> {
    let (head, body) = text.split_once('\n').ok_or(BackupError::Foreign)?;
    let head = head.trim_start_matches('\u{feff}').trim_end();
    let head = head.strip_suffix(kind.opening).and_then(|it| it.strip_suffix(','));
    let head = format!("{}}}", head.ok_or(BackupError::Foreign)?);
    let head: BTreeMap<String, Value> =
        serde_json::from_str(&head).map_err(|_| BackupError::Foreign)?;
    let number = |name: &str| head.get(name).and_then(Value::as_u64);
    if kind.format < number(kind.name).ok_or(BackupError::Foreign)? {
        return Err(BackupError::TooNew);
    }
    let made = number("made").ok_or(BackupError::Damaged)?;
    let entries = number("entries").ok_or(BackupError::Damaged)? as usize;
    let body = body.replace("\r\n", "\n");
    let sum = format!("{:08x}", checksum(body.as_bytes()));
    match head.get("sum").and_then(Value::as_str) == Some(&*sum) {
        true => Ok(Framed { made, body, entries }),
        false => Err(BackupError::Damaged),
    }
}

/// Entries as a list of lines, up to the end of the file.
pub(super) fn list(entries: &[String]) -> String {
    format!("{}\n]}}\n", entries.join("\n,"))
}

impl Framed {
    /// The entries of a list; as many as the head says.
    pub(super) fn entries(&self, list: &str) -> Result<Vec<Entry>, BackupError> {
        let lines = list.lines().map(|line| line.trim_start_matches(','));
        let entries: Result<Vec<Entry>, _> =
            lines.filter(|line| line.starts_with('{')).map(Entry::from_line).collect();
        match entries {
            Ok(entries) if entries.len() == self.entries => Ok(entries),
            _ => Err(BackupError::Damaged),
        }
    }
}
