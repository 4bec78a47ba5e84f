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

use super::framed::{self, Kind};
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::snapshot::{self, SnapshotError};

const KIND: Kind = Kind { name: "huddle-backup", format: 1, opening: "\"document\":" };
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
    framed::write(&KIND, made, history.len(), &body)
}

/// The backup in a text.
///
/// # Errors
/// A [`BackupError`] where it is none, or not whole.
pub fn read(text: &str) -> Result<Backup, BackupError> {
    let framed = framed::read(text, &KIND)?;
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
mod tests {
    use super::*;
    use crate::journal::envelope;
    use crate::journal::ledger::Ledger;
    use crate::journal::port::{MemoryStorage, Storage};
    use crate::journal::stamp::Writer;
    use crate::journal::vault::{Vault, log_key};
    use crate::transfer::{archive, kept, raw};

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

    #[test]
    fn an_archive_is_read_back_whole_and_any_cut_is_noticed() {
        let (ledger, lines) = ledger();
        let text = archive::write(7, &lines);
        let read = kept::read(&text).expect("an archive");
        let again: Vec<String> = read.history.iter().map(Entry::to_line).collect();
        assert_eq!((read.source, read.made, again), (Source::Archive, 7, lines));
        assert!(ledger.document().holds(&read.document));
        assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
        for cut in text.char_indices().map(|(place, _)| place).step_by(7) {
            assert!(kept::read(&text[..cut]).is_err(), "cut at {cut}");
        }
        assert_eq!(kept::read(&text.replace("线索", "线素")).err(), Some(BackupError::Damaged));
        let newer = text.replace("archive\":1", "archive\":2");
        assert_eq!(kept::read(&newer).err(), Some(BackupError::TooNew));
    }

    /// Raw data of three entries, of which `damaged` are spoilt.
    fn raw_data(damaged: usize) -> String {
        let (_, lines) = ledger();
        let storage = MemoryStorage::default();
        let vault = Vault::new(&storage);
        for (number, line) in lines.iter().enumerate() {
            let entry = Entry::from_line(line).expect("an entry");
            vault.append(&entry).expect("room");
            if number < damaged {
                let key = log_key(entry.stamp().writer, entry.seq());
                storage.set(&key, &envelope::seal("{")).expect("room");
            }
        }
        let keys = storage.keys().expect("keys").into_iter();
        let texts =
            keys.map(|key| (key.clone(), storage.get(&key).expect("a text").expect("a text")));
        raw::write(9, &texts.collect())
    }

    #[test]
    fn of_raw_data_all_that_can_be_read_is_read() {
        let whole = kept::read(&raw_data(0)).expect("raw data");
        assert_eq!((whole.source, whole.made), (Source::Raw { unreadable: 0 }, 9));
        assert_eq!(snapshot::encode(&whole.document), snapshot::encode(ledger().0.document()));

        let rest = kept::read(&raw_data(1)).expect("raw data");
        assert_eq!((rest.source, rest.history.len()), (Source::Raw { unreadable: 1 }, 2));
        let foreign = "{\"huddle-raw\":1,\"savedAt\":1,\"entries\":{\"other/a\":\"b\"}}";
        assert_eq!(kept::read(foreign).err(), Some(BackupError::Foreign));
    }
}
