//! How the journal keeps itself in a storage of keys, so that nothing acknowledged is lost.
//!
//! Keys, below `huddle/main/`:
//! - `log/<device>-<tab>/<seq>`: one entry each, written by one tab only and never changed;
//! - `seg/<number>`: sealed history, many entries or one large one;
//! - `snap/a`, `snap/b`: the state in two slots, and `current`, which names the newer;
//! - `archive/<when>`: which entries of the sealed history are in an archive file instead;
//! - `reserve`: room that is given up when the storage is full, so that one more change fits;
//! - `device`: this installation's number.
//!
//! Whatever is written is read back before it counts. Whatever cannot be read is left as it is
//! and reported.

use super::document::Document;
use super::entry::Entry;
use super::entry_set::EntrySet;
use super::envelope::{self, EnvelopeError};
use super::port::{Fault, Storage};
use super::snapshot::{self, SnapshotError, SnapshotWriter};
use super::stamp::Writer;
use crate::domain::arrange;

/// The beginning of every key of the journal.
pub const PREFIX: &str = "huddle/main/";
const LOG: &str = "huddle/main/log/";
const SEGMENT: &str = "huddle/main/seg/";
const ARCHIVE: &str = "huddle/main/archive/";
const CURRENT: &str = "huddle/main/current";
const RESERVE: &str = "huddle/main/reserve";
const DEVICE: &str = "huddle/main/device";
const SLOTS: [&str; 2] = ["huddle/main/snap/a", "huddle/main/snap/b"];
/// Characters held in reserve: more than any single edit needs.
const RESERVE_LENGTH: usize = 32_768;

/// A stored text that could not be used; it is still there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where it is.
    pub key: String,
    /// What is wrong with it.
    pub error: EnvelopeError,
}

/// What was found in the storage.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The state of the newest snapshot that could be read; empty where there is none.
    pub document: Document,
    /// The entries that came after it, in no order.
    pub entries: Vec<Entry>,
    /// What could not be read.
    pub unreadable: Vec<Unreadable>,
}

impl Loaded {
    /// Whether a newer version has written here, so that this one must not.
    pub fn is_too_new(&self) -> bool {
        self.unreadable.iter().any(|it| it.error == EnvelopeError::TooNew)
    }
}

/// Why a change could not be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotStored {
    /// The storage may not be used.
    Denied,
    /// There is no room, the reserve is given up already.
    Full,
    /// What was written did not read back as it was, twice.
    Unsound,
}

impl From<Fault> for NotStored {
    fn from(fault: Fault) -> NotStored {
        match fault {
            Fault::Denied => NotStored::Denied,
            Fault::Full => NotStored::Full,
        }
    }
}

/// How much room there still is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Enough.
    Enough,
    /// The reserve has been given up: this change fitted, the next may not.
    Reserve,
}

/// How much room is taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// UTF-16 units, as Chromium and Firefox count.
    pub characters: usize,
    /// Bytes, as WebKit counts.
    pub bytes: usize,
}

/// The journal's place in a storage.
pub struct Vault<'a> {
    storage: &'a dyn Storage,
}

impl<'a> Vault<'a> {
    /// The journal's place in `storage`.
    pub fn new(storage: &'a dyn Storage) -> Vault<'a> {
        Vault { storage }
    }

    /// This installation's number; `drawn` becomes it at the first start.
    ///
    /// # Errors
    /// [`NotStored`] where it cannot be kept.
    pub fn device(&self, drawn: u32) -> Result<u32, NotStored> {
        let stored = self.storage.get(DEVICE)?.and_then(|it| envelope::open(&it).ok());
        match stored.and_then(|it| it.parse().ok()) {
            Some(device) => Ok(device),
            None => {
                self.write(DEVICE, &envelope::seal(&drawn.to_string()))?;
                Ok(drawn)
            }
        }
    }

    /// Reads everything.
    ///
    /// # Errors
    /// [`Fault::Denied`] where the storage may not be used.
    pub fn load(&self) -> Result<Loaded, Fault> {
        let mut loaded = Loaded::default();
        let mut keys = self.storage.keys()?;
        arrange::naturally(&mut keys);
        let whole = self.load_snapshot(&keys, &mut loaded)?;
        for key in keys.iter().filter(|key| key.starts_with(LOG)) {
            self.load_entries(key, &mut loaded)?;
        }
        if !whole {
            for key in keys.iter().filter(|key| key.starts_with(SEGMENT)) {
                self.load_entries(key, &mut loaded)?;
            }
        }
        let Loaded { document, entries, .. } = &mut loaded;
        entries.retain(|it| !document.has(it.stamp().writer, it.seq()));
        Ok(loaded)
    }

    /// Reads what a document lacks: the snapshot where it holds entries that the document does
    /// not, and log records that are new; `None` where there is nothing.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    pub fn load_unknown(&self, document: &Document) -> Result<Option<Loaded>, Fault> {
        let mut loaded = Loaded::default();
        if !self.snapshots_are_within(&SnapshotWriter::new(document))? {
            let keys = self.storage.keys()?;
            self.load_snapshot(&keys, &mut loaded)?;
        }
        for key in self.log_keys()? {
            let known = written_by(&key).is_some_and(|(writer, seq)| document.has(writer, seq));
            if !known {
                self.load_entries(&key, &mut loaded)?;
            }
        }
        let nothing = loaded.entries.is_empty() && loaded.document.latest().is_none();
        Ok((!nothing).then_some(loaded))
    }

    /// Reads the newest snapshot; says whether it is the one that `current` names, or whether
    /// the sealed history is needed to make up for it.
    fn load_snapshot(&self, keys: &[String], loaded: &mut Loaded) -> Result<bool, Fault> {
        let named = self.read(CURRENT)?.and_then(Result::ok);
        let first = usize::from(named.as_deref() == Some(SLOTS[1]));
        let mut whole = named.is_some() || !keys.iter().any(|key| key.starts_with(SEGMENT));
        for slot in [SLOTS[first], SLOTS[1 - first]] {
            let error = match self.read(slot)? {
                None => continue,
                Some(Err(error)) => error,
                Some(Ok(text)) => match snapshot::decode(&text) {
                    Ok(document) => {
                        loaded.document = document;
                        return Ok(whole && named.as_deref().is_none_or(|it| it == slot));
                    }
                    Err(SnapshotError::TooNew) => EnvelopeError::TooNew,
                    Err(SnapshotError::Damaged) => EnvelopeError::Damaged,
                },
            };
            whole = false;
            loaded.unreadable.push(Unreadable { key: slot.to_owned(), error });
        }
        Ok(whole && named.is_none())
    }

    fn load_entries(&self, key: &str, loaded: &mut Loaded) -> Result<(), Fault> {
        let unreadable = |error| Unreadable { key: key.to_owned(), error };
        match self.read(key)? {
            None => {}
            Some(Err(error)) => loaded.unreadable.push(unreadable(error)),
            Some(Ok(text)) => {
                for line in text.lines() {
                    match Entry::from_line(line) {
                        Ok(entry) => loaded.entries.push(entry),
                        Err(_) => loaded.unreadable.push(unreadable(EnvelopeError::Damaged)),
                    }
                }
            }
        }
        Ok(())
    }

    /// The text under a key, opened; read once more where it does not open at once.
    fn read(&self, key: &str) -> Result<Option<Result<String, EnvelopeError>>, Fault> {
        let Some(stored) = self.storage.get(key)? else {
            return Ok(self.storage.get(key)?.map(|it| envelope::open(&it)));
        };
        match envelope::open(&stored) {
            Ok(text) => Ok(Some(Ok(text))),
            Err(_) => Ok(self.storage.get(key)?.map(|it| envelope::open(&it))),
        }
    }

    /// Stores an entry. Once this has succeeded the entry is kept.
    ///
    /// # Errors
    /// [`NotStored`]; then nothing of the entry remains.
    pub fn append(&self, entry: &Entry) -> Result<Room, NotStored> {
        let sealed = envelope::seal(&entry.to_line());
        self.append_sealed(entry.stamp().writer, entry.seq(), &sealed)
    }

    /// Stores an entry that is sealed already.
    ///
    /// # Errors
    /// [`NotStored`]; then nothing of the entry remains.
    pub fn append_sealed(&self, writer: Writer, seq: u64, sealed: &str) -> Result<Room, NotStored> {
        let key = log_key(writer, seq);
        match self.write(&key, sealed) {
            Ok(()) => Ok(Room::Enough),
            Err(NotStored::Full) if self.storage.get(RESERVE)?.is_some() => {
                self.storage.remove(RESERVE)?;
                self.write(&key, sealed)?;
                Ok(Room::Reserve)
            }
            Err(error) => Err(error),
        }
    }

    /// Adds lines of history that this installation has not had; no effect on the state.
    ///
    /// # Errors
    /// [`NotStored`]; then nothing of them remains.
    pub fn add_history(&self, lines: &str) -> Result<(), NotStored> {
        let number = self.free_segment(self.next_segment()?)?;
        self.write(&segment_key(number), &envelope::seal(lines))
    }

    /// How many characters the journal's keys and texts take, and how many bytes a browser counts
    /// for them that stores texts with any wide character at two bytes each.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    pub fn size(&self) -> Result<Size, Fault> {
        let mut size = Size::default();
        for key in self.storage.keys()? {
            let text = self.storage.get(&key)?.unwrap_or_default();
            let length = text.encode_utf16().count();
            let wide = text.chars().any(|it| 0xff < it as u32);
            size.characters += key.len() + length;
            size.bytes += key.len() + if wide { 2 * length } else { length };
        }
        Ok(size)
    }

    /// Fills the reserve, if it is not there; says whether it is there now.
    pub fn fill_reserve(&self) -> bool {
        match self.storage.get(RESERVE) {
            Ok(Some(_)) => true,
            Ok(None) => self.storage.set(RESERVE, &"○".repeat(RESERVE_LENGTH)).is_ok(),
            Err(_) => false,
        }
    }

    /// Writes a text and reads it back, once more where it does not read back as it was.
    pub(super) fn write(&self, key: &str, text: &str) -> Result<(), NotStored> {
        for _ in 0..2 {
            self.storage.set(key, text)?;
            if self.storage.get(key)?.as_deref() == Some(text) {
                return Ok(());
            }
        }
        self.storage.remove(key)?;
        Err(NotStored::Unsound)
    }

    pub(super) fn storage(&self) -> &dyn Storage {
        self.storage
    }

    /// The keys of the log, sorted.
    pub(super) fn log_keys(&self) -> Result<Vec<String>, Fault> {
        self.keys_below(LOG)
    }

    /// The keys of the sealed history, oldest first.
    pub(super) fn segment_keys(&self) -> Result<Vec<String>, Fault> {
        self.keys_below(SEGMENT)
    }

    /// The keys of the marks of archives, oldest first.
    pub(super) fn archive_keys(&self) -> Result<Vec<String>, Fault> {
        self.keys_below(ARCHIVE)
    }

    /// The number behind that of the last segment.
    pub(super) fn next_segment(&self) -> Result<u64, Fault> {
        Ok(self.segment_keys()?.last().map_or(0, |key| segment_number(key)) + 1)
    }

    /// The first number from `number` on whose segment is not there, so that none is written over
    /// even where the list of keys was short.
    pub(super) fn free_segment(&self, mut number: u64) -> Result<u64, Fault> {
        while self.storage.get(&segment_key(number))?.is_some() {
            number += 1;
        }
        Ok(number)
    }

    /// The entries that each of the two snapshots holds; fewer than two where one is not there or
    /// cannot be read.
    pub(super) fn snapshot_holdings(&self) -> Result<Vec<EntrySet>, Fault> {
        let mut holdings = Vec::new();
        for slot in SLOTS {
            let text = self.read(slot)?.and_then(Result::ok);
            holdings.extend(text.and_then(|it| snapshot::holdings(&it)));
        }
        Ok(holdings)
    }

    fn keys_below(&self, prefix: &str) -> Result<Vec<String>, Fault> {
        let mut keys = self.storage.keys()?;
        keys.retain(|key| key.starts_with(prefix));
        arrange::naturally(&mut keys);
        Ok(keys)
    }

    /// Whether a snapshot about to be written holds all that the current one holds.
    pub(super) fn snapshots_are_within(&self, writer: &SnapshotWriter) -> Result<bool, Fault> {
        let Some(slot) = self.read(CURRENT)?.and_then(Result::ok) else { return Ok(true) };
        let text = self.read(&slot)?.and_then(Result::ok);
        Ok(text.is_none_or(|it| writer.covers_all(&it).unwrap_or(true)))
    }

    /// The slot that a new snapshot goes into: the one that is not current.
    pub(super) fn idle_slot(&self) -> Result<&'static str, Fault> {
        let named = self.read(CURRENT)?.and_then(Result::ok);
        Ok(SLOTS[usize::from(named.as_deref() == Some(SLOTS[0]))])
    }

    /// Makes a slot the current one.
    pub(super) fn point_to(&self, slot: &str) -> Result<(), NotStored> {
        self.write(CURRENT, &envelope::seal(slot))
    }

    /// The lines of a stored text of entries; none where it cannot be read.
    pub(super) fn lines(&self, key: &str) -> Result<Option<String>, Fault> {
        Ok(self.read(key)?.and_then(Result::ok))
    }
}

/// The key of a writer's entry.
pub fn log_key(writer: Writer, seq: u64) -> String {
    format!("{LOG}{writer}/{seq:08}")
}

/// The writer and number of the entry under a key of the log.
pub(super) fn written_by(key: &str) -> Option<(Writer, u64)> {
    let (writer, seq) = key.strip_prefix(LOG)?.split_once('/')?;
    Some((writer.parse().ok()?, seq.parse().ok()?))
}

/// The entry in a text that another tab stored under `key`; `None` where it is none.
pub fn entry_of(key: &str, stored: &str) -> Option<Entry> {
    if !key.starts_with(LOG) {
        return None;
    }
    Entry::from_line(&envelope::open(stored).ok()?).ok()
}

/// The key of a segment of the sealed history.
pub(super) fn segment_key(number: u64) -> String {
    format!("{SEGMENT}{number:08}")
}

/// The key of the mark of an archive.
pub(super) fn archive_key(made: u64) -> String {
    format!("{ARCHIVE}{made:016}")
}

/// The number of a segment.
pub(super) fn segment_number(key: &str) -> u64 {
    key.strip_prefix(SEGMENT).and_then(|it| it.parse().ok()).unwrap_or(0)
}
