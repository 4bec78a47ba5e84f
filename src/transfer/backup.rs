//! One file with everything: the state, and every entry of its history.
//!
//! It is JSON, laid out in lines so that it is read without parsing the whole: a head with a
//! checksum over all that follows, the document, then one entry a line.
//!
//! ```text
//! {"huddle-backup":1,"made":1795391999000,"sum":"89abcdef","entries":2,"document":
//! {…}
//! ,"history":[
//! {…}
//! ,{…}
//! ]}
//! ```

use super::framed;
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::snapshot::{self, SnapshotError};

/// The version of the file's form that this version writes and reads.
pub const FORMAT: u32 = 1;
const KIND: &str = "huddle-backup";
/// The kind of file.
pub const MIME: &str = "application/json";

/// What was read from a file that keeps data.
#[derive(Clone, Debug)]
pub struct Backup {
    /// What kind of file it was.
    pub source: Source,
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// The state.
    pub document: Document,
    /// Every entry, oldest first.
    pub history: Vec<Entry>,
}

/// The kinds of files that keep data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Everything as it was at one moment.
    Backup,
    /// History that left the storage; its state is only what that history says.
    Archive,
    /// The stored texts as they were, of which some may not have been readable.
    Raw {
        /// How many were not.
        unreadable: usize,
    },
}

/// Why a file is not a backup that can be restored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackupError {
    /// It is something else.
    Foreign,
    /// A newer version made it.
    TooNew,
    /// It is cut or changed.
    Damaged,
}

/// The text of a backup of a document and its history, one entry a line.
pub fn write(made: u64, document: &Document, history: &[String]) -> String {
    let body = format!("{}\n,\"history\":[\n{}", snapshot::encode(document), framed::list(history));
    framed::write(KIND, "\"document\":", made, history.len(), &body)
}

/// The backup in a text.
///
/// # Errors
/// A [`BackupError`] where it is none, or not whole.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let framed = framed::read(text, KIND, FORMAT, "\"document\":")?;
    let (document, history) =
        framed.body.split_once("\n,\"history\":[\n").ok_or(BackupError::Damaged)?;
    let document = snapshot::decode(document).map_err(|error| match error {
        SnapshotError::TooNew => BackupError::TooNew,
        SnapshotError::Damaged => BackupError::Damaged,
    })?;
    let history = framed.entries(history)?;
    Ok(Backup { source: Source::Backup, made: framed.made, document, history })
}

#[cfg(test)]
mod tests;
