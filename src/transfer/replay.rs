//! The state that a file of a journal adds up to: one that keeps data, or entries one a line.

use super::backup::{Backup, BackupError, Source};
use super::kept;
use crate::journal::document::Document;
use crate::journal::entry::Entry;

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

/// The state that a file adds up to.
///
/// # Errors
/// A [`ReplayError`].
pub fn replay(text: &str) -> Result<Document, ReplayError> {
    match kept::read(text) {
        Ok(Backup { source: Source::Raw { unreadable }, .. }) if unreadable != 0 => {
            Err(ReplayError::Damaged)
        }
        Ok(kept) => fold(kept.document, &kept.history),
        Err(BackupError::TooNew) => Err(ReplayError::TooNew),
        Err(BackupError::Damaged) => Err(ReplayError::Damaged),
        Err(BackupError::Foreign) => lines(text),
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
    document.take_all(entries).map_err(|_| ReplayError::Damaged)?;
    Ok(document)
}
