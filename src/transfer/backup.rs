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

use serde::Deserialize;

use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::envelope::checksum;
use crate::journal::snapshot::{self, SnapshotError};

/// The version of the file's form that this version writes and reads.
pub const FORMAT: u32 = 1;
/// The kind of file.
pub const MIME: &str = "application/json";

/// What a backup holds.
#[derive(Clone, Debug)]
pub struct Backup {
    /// When it was made, in milliseconds since 1970.
    pub made: u64,
    /// The state.
    pub document: Document,
    /// Every entry, oldest first.
    pub history: Vec<Entry>,
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

#[derive(Deserialize)]
struct Head {
    #[serde(rename = "huddle-backup")]
    format: u32,
    made: u64,
    sum: String,
    entries: usize,
}

/// The text of a backup of a document and its history, one entry a line.
pub fn write(made: u64, document: &Document, history: &[String]) -> String {
    let body = body(&snapshot::encode(document), history);
    let sum = checksum(body.as_bytes());
    let entries = history.len();
    format!(
        "{{\"huddle-backup\":{FORMAT},\"made\":{made},\"sum\":\"{sum:08x}\",\"entries\":{entries},\"document\":\n{body}"
    )
}

fn body(document: &str, history: &[String]) -> String {
    format!("{document}\n,\"history\":[\n{}\n]}}\n", history.join("\n,"))
}

/// The backup in a text.
///
/// # Errors
/// A [`BackupError`] where it is none, or not whole.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let (head, body) = text.split_once('\n').ok_or(BackupError::Foreign)?;
    let head = head.trim_start_matches('\u{feff}').trim_end();
    let head = head.strip_suffix(",\"document\":").ok_or(BackupError::Foreign)?;
    let head: Head =
        serde_json::from_str(&format!("{head}}}")).map_err(|_| BackupError::Foreign)?;
    if FORMAT < head.format {
        return Err(BackupError::TooNew);
    }
    let body = body.replace("\r\n", "\n");
    if format!("{:08x}", checksum(body.as_bytes())) != head.sum {
        return Err(BackupError::Damaged);
    }
    let (document, history) = body.split_once("\n,\"history\":[\n").ok_or(BackupError::Damaged)?;
    let document = snapshot::decode(document).map_err(|error| match error {
        SnapshotError::TooNew => BackupError::TooNew,
        SnapshotError::Damaged => BackupError::Damaged,
    })?;
    let lines = history
        .lines()
        .map(|line| line.trim_start_matches(','))
        .filter(|line| line.starts_with('{'));
    let history: Vec<Entry> =
        lines.map(Entry::from_line).collect::<Result<_, _>>().map_err(|_| BackupError::Damaged)?;
    match history.len() == head.entries {
        true => Ok(Backup { made: head.made, document, history }),
        false => Err(BackupError::Damaged),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::ledger::Ledger;
    use crate::journal::stamp::Writer;

    fn ledger() -> (Ledger, Vec<String>) {
        use crate::domain::{apply, command, id, lead};
        let writer = Writer { device: 1, tab: 2 };
        let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
        let context = command::Context { today: crate::domain::calendar::Day::EPOCH };
        let lines = (0..3).map(|number| {
            let lead = lead::Lead { name: format!("线索\n\"{number}\""), ..Default::default() };
            let command = command::Command::AddLead(id::LeadId::drawn(number), Box::new(lead));
            let changes = apply::apply(ledger.workspace(), &command, &context).expect("changes");
            let entry = ledger.prepare(changes, number);
            ledger.commit(&entry).expect("an entry");
            entry.to_line()
        });
        let lines = lines.collect();
        (ledger, lines)
    }

    #[test]
    fn a_backup_is_read_back_whole_and_is_json() {
        let (ledger, lines) = ledger();
        let text = write(5, ledger.document(), &lines);
        let backup = read(&text).expect("a backup");
        let again: Vec<String> = backup.history.iter().map(Entry::to_line).collect();
        assert_eq!((backup.made, again), (5, lines));
        assert_eq!(snapshot::encode(&backup.document), snapshot::encode(ledger.document()));
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
        assert!(read(&text.replace('\n', "\r\n")).is_ok());
    }

    #[test]
    fn any_cut_or_changed_byte_is_noticed() {
        let (ledger, lines) = ledger();
        let text = write(5, ledger.document(), &lines);
        for cut in text.char_indices().map(|(place, _)| place).step_by(7) {
            assert!(read(&text[..cut]).is_err(), "cut at {cut}");
        }
        assert_eq!(read(&text.replace("线索", "线素")).err(), Some(BackupError::Damaged));
        assert_eq!(
            read(&text.replace("backup\":1", "backup\":2")).err(),
            Some(BackupError::TooNew)
        );
        assert_eq!(read("{\"a\":\n1}").err(), Some(BackupError::Foreign));
    }
}
