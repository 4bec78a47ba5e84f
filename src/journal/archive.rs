//! Archives: sealed history that leaves the storage for a file, on somebody's word.
//!
//! Only history goes. An entry may go when both snapshots hold it: then neither the state nor its
//! second copy rests on it, and one damaged text still loses nothing. The file is written and read
//! back before; what was read back says what may be removed. A mark stays behind that tells which
//! entries the file holds, so that a history can say what it lacks.
//!
//! Crashes are harmless at any point: the mark is written before the first segment goes, and an
//! entry that is in the file and here as well is the same entry.

use serde::{Deserialize, Serialize};

use super::entry::Entry;
use super::entry_set::{EntrySet, StoredSet};
use super::envelope;
use super::history;
use super::port::Fault;
use super::vault::{NotStored, Vault, archive_key};

/// Sealed history that may go.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outgoing {
    /// Its entries, as lines in the order of their stamps; each once.
    pub lines: Vec<String>,
    /// When the first of them was made, in milliseconds since 1970.
    pub first: u64,
    /// When the last was.
    pub last: u64,
    /// What it takes in the storage, in UTF-16 units.
    pub characters: usize,
}

/// What an archive file holds, as it was read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Archived {
    /// When the file was made, in milliseconds since 1970; no two have the same.
    pub made: u64,
    /// When the first of its entries was made.
    pub first: u64,
    /// When the last was.
    pub last: u64,
    /// How many there are.
    pub entries: usize,
    holds: EntrySet,
}

#[derive(Serialize, Deserialize)]
struct StoredMark {
    archive: u64,
    first: u64,
    last: u64,
    entries: usize,
    holds: StoredSet,
}

impl Archived {
    /// What a file made at `made` holds.
    pub fn of(made: u64, entries: &[Entry]) -> Archived {
        let millis = || entries.iter().map(|it| it.stamp().millis);
        Archived {
            made,
            first: millis().min().unwrap_or_default(),
            last: millis().max().unwrap_or_default(),
            entries: entries.len(),
            holds: EntrySet::of(entries.iter().map(|it| (it.stamp().writer, it.seq()))),
        }
    }

    /// The stored form of its mark.
    pub fn to_json(&self) -> String {
        let mark = StoredMark {
            archive: self.made,
            first: self.first,
            last: self.last,
            entries: self.entries,
            holds: self.holds.to_stored(),
        };
        serde_json::to_string(&mark).unwrap_or_default()
    }

    /// The archive of a stored mark; `None` where it is none.
    pub fn of_json(json: &str) -> Option<Archived> {
        let StoredMark { archive, first, last, entries, holds } =
            serde_json::from_str(json).ok()?;
        Some(Archived { made: archive, first, last, entries, holds: EntrySet::of_stored(holds)? })
    }
}

/// The sealed history that may go, of segments whose entries were all made before `before`; all of
/// them where there is no such limit.
///
/// # Errors
/// [`Fault::Denied`].
pub fn outgoing(vault: &Vault<'_>, before: Option<u64>) -> Result<Outgoing, Fault> {
    let snapshots = vault.snapshot_holdings()?;
    let mut going = Outgoing { first: u64::MAX, ..Outgoing::default() };
    let mut lines = std::collections::BTreeMap::new();
    for key in vault.segment_keys()? {
        let Some(text) = vault.lines(&key)? else { continue };
        let Some(entries) = dispensable(&text, &snapshots) else { continue };
        let last = entries.iter().map(|it| it.stamp().millis).max().unwrap_or_default();
        if before.is_some_and(|before| before <= last) {
            continue;
        }
        going.last = going.last.max(last);
        going.characters += vault.storage().get(&key)?.map_or(0, |it| it.encode_utf16().count());
        let stamps = entries.iter().map(Entry::stamp);
        lines.extend(stamps.zip(text.lines().map(str::to_owned)));
    }
    if let Some((stamp, _)) = lines.first_key_value() {
        going.first = stamp.millis;
    }
    going.lines = lines.into_values().collect();
    Ok(if going.lines.is_empty() { Outgoing::default() } else { going })
}

/// Removes the segments whose every entry is in an archive file; says how many went.
///
/// # Errors
/// [`NotStored`]; then what is still there stays in use.
pub fn remove(vault: &Vault<'_>, archived: &Archived) -> Result<usize, NotStored> {
    let snapshots = vault.snapshot_holdings()?;
    let mut going = Vec::new();
    for key in vault.segment_keys()? {
        let Some(text) = vault.lines(&key)? else { continue };
        let in_file = |it: &Entry| archived.holds.has(it.stamp().writer, it.seq());
        if dispensable(&text, &snapshots).is_some_and(|entries| entries.iter().all(in_file)) {
            going.push(key);
        }
    }
    let Some(first) = going.first() else { return Ok(0) };
    let (key, mark) = (archive_key(archived.made), envelope::seal(&archived.to_json()));
    match vault.write(&key, &mark) {
        // There is room for it as soon as something is gone.
        Err(NotStored::Full) => {
            vault.storage().remove(first)?;
            vault.write(&key, &mark)?;
        }
        written => written?,
    }
    going.iter().try_for_each(|key| vault.storage().remove(key))?;
    Ok(going.len())
}

/// The archives that hold something which is not here, oldest first.
///
/// # Errors
/// [`Fault::Denied`].
pub fn marks(vault: &Vault<'_>) -> Result<Vec<Archived>, Fault> {
    let mut marks = Vec::new();
    for key in vault.archive_keys()? {
        marks.extend(vault.lines(&key)?.and_then(|it| Archived::of_json(&it)));
    }
    Ok(marks)
}

/// Forgets the archives whose every entry is here again.
///
/// # Errors
/// [`Fault::Denied`].
pub fn forget_returned(vault: &Vault<'_>) -> Result<(), Fault> {
    let present = history::present(vault)?;
    for archived in marks(vault)? {
        if present.holds(&archived.holds) {
            vault.storage().remove(&archive_key(archived.made))?;
        }
    }
    Ok(())
}

/// The entries of a segment that nothing but the history needs; `None` where it is otherwise, or
/// where a line cannot be read.
fn dispensable(text: &str, snapshots: &[EntrySet]) -> Option<Vec<Entry>> {
    let entries: Vec<Entry> = text.lines().map(Entry::from_line).collect::<Result<_, _>>().ok()?;
    let held = |it: &Entry| snapshots.iter().all(|set| set.has(it.stamp().writer, it.seq()));
    (snapshots.len() == 2 && entries.iter().all(held)).then_some(entries)
}
