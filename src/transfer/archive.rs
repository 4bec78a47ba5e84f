//! A file of history that left the storage: entries, one a line, and a head with their checksum.
//!
//! ```text
//! {"huddle-archive":1,"made":1795391999000,"sum":"89abcdef","entries":2,"history":[
//! {…}
//! ,{…}
//! ]}
//! ```

use super::backup::{Backup, BackupError, Source};
use super::framed::{self, Kind};
use crate::journal::document::Document;

const KIND: Kind = Kind { name: "huddle-archive", format: 1, opening: "\"history\":[" };

/// The text of an archive of some entries, one a line.
pub fn write(made: u64, history: &[String]) -> String {
    framed::write(&KIND, made, history.len(), &framed::list(history))
}

/// The archive in a text.
///
/// # Errors
/// A [`BackupError`] where it is none, or not whole.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let framed = framed::read(text, &KIND)?;
    let history = framed.entries(&framed.body)?;
    let mut document = Document::default();
    document.take_all(&history).map_err(|_| BackupError::Damaged)?;
    Ok(Backup { source: Source::Archive, made: framed.made, document, history })
}
