//! Turning many log records into one snapshot and sealed history.
//!
//! Only one tab does this at a time; the caller holds the lock. The order makes every crash
//! harmless: history is sealed, then the idle slot is written, then it becomes the current one,
//! and only then are the log records removed that both of them hold.

use super::entry::MERGE;
use super::envelope::{self, Packer};
use super::ledger::Ledger;
use super::port::Fault;
use super::snapshot::SnapshotWriter;
use super::vault::{NotStored, Vault, segment_key, written_by};

/// A segment is filled up to this many characters of entries.
const SEGMENT_LENGTH: usize = 400_000;
/// An entry stored in more bytes than this becomes a segment as it is.
const LARGE_ENTRY: usize = 60_000;
/// Records written in one step of packing; keeps a step within a frame.
const RECORDS_A_STEP: usize = 400;
/// So many log records make a compaction worth while.
pub const WORTHWHILE: usize = 200;

/// A compaction under way.
pub struct Compaction {
    covered: Vec<String>,
    writer: SnapshotWriter,
    packer: Option<Packer>,
}

/// How far a compaction has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// There is more to do.
    Underway,
    /// It is done.
    Done,
}

impl Compaction {
    /// Begins with the state as it is; `None` where the stored snapshot holds entries that the
    /// state lacks, as in a tab that slept while another compacted: it must catch up first. Log
    /// records that cannot be read, or are not in the state yet, stay where they are.
    ///
    /// # Errors
    /// [`Fault::Denied`].
    pub fn new(vault: &Vault<'_>, ledger: &Ledger) -> Result<Option<Compaction>, Fault> {
        let writer = SnapshotWriter::new(ledger.document());
        if !vault.snapshots_are_within(&writer)? {
            return Ok(None);
        }
        let mut covered = vault.log_keys()?;
        covered.retain(|key| written_by(key).is_some_and(|(by, seq)| writer.covers(by, seq)));
        Ok(Some(Compaction { covered, writer, packer: Some(Packer::default()) }))
    }

    /// How many log records it will take up.
    pub fn covered(&self) -> usize {
        self.covered.len()
    }

    /// Does the next part. The state may change between two steps.
    ///
    /// # Errors
    /// [`NotStored`]; then everything is still there as it was.
    pub fn step(&mut self, vault: &Vault<'_>, ledger: &Ledger) -> Result<Progress, NotStored> {
        let Some(packer) = &mut self.packer else { return Ok(Progress::Done) };
        if !self.writer.step(ledger.document(), RECORDS_A_STEP, &mut |piece| packer.push(piece)) {
            return Ok(Progress::Underway);
        }
        let snapshot = self.packer.take().map(Packer::finish).unwrap_or_default();
        let sealed = self.seal_history(vault)?;
        let slot = vault.idle_slot()?;
        vault.write(slot, &snapshot)?;
        vault.point_to(slot)?;
        for key in sealed {
            vault.storage().remove(&key)?;
        }
        Ok(Progress::Done)
    }

    /// Writes the covered entries into segments; gives the keys that are not needed any more: of
    /// these entries, and of segments that new ones replace. A record that cannot be read stays. A
    /// document that was merged in is not sealed: the entries it holds have segments of their own.
    fn seal_history(&self, vault: &Vault<'_>) -> Result<Vec<String>, NotStored> {
        let segments = vault.segment_keys()?;
        let mut number = vault.free_segment(vault.next_segment()?)?;
        let mut sealed = Vec::new();
        let mut lines = String::new();
        if let Some(last) = segments.last()
            && let Some(text) = vault.lines(last)?
            && text.len() < SEGMENT_LENGTH / 2
        {
            lines = text;
            sealed.push(last.clone());
        }
        for key in &self.covered {
            let Some(text) = vault.lines(key)? else { continue };
            sealed.push(key.clone());
            if text.starts_with(MERGE) {
                continue;
            }
            if let Some(sealed) = vault.storage().get(key)?.filter(|it| LARGE_ENTRY < it.len()) {
                vault.write(&segment_key(number), &sealed)?;
                number = vault.free_segment(number + 1)?;
                continue;
            }
            if !lines.is_empty() && SEGMENT_LENGTH < lines.len() + text.len() {
                vault.write(&segment_key(number), &envelope::seal(&lines))?;
                number = vault.free_segment(number + 1)?;
                lines.clear();
            }
            if !lines.is_empty() {
                lines.push('\n');
            }
            lines.push_str(&text);
        }
        if !lines.is_empty() {
            vault.write(&segment_key(number), &envelope::seal(&lines))?;
        }
        Ok(sealed)
    }
}
