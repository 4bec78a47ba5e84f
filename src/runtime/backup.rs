//! Backups: made, checked, handed out; read back, previewed, restored.

use std::collections::BTreeMap;
use std::sync::Arc;

use leptos::prelude::*;

use super::app::App;
use super::platform::files::{self, Saved};
use super::platform::{clock, locks, next_frame};
use super::refusal::Refusal;
use super::state::Core;
use super::{compact, dispatch, preferences};
use crate::domain::calendar::Day;
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::value::Value;
use crate::domain::workspace::{Table, Workspace};
pub use crate::journal::document::Conflict;
use crate::journal::document::Document;
use crate::journal::entry::Entry;
use crate::journal::ledger::Ledger;
use crate::journal::vault::NotStored;
use crate::journal::{archive, history};
use crate::transfer;
use crate::transfer::backup;
pub use crate::transfer::backup::{Backup, BackupError, Source};

/// A backup that has been made and checked, ready to be handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The name for the file.
    pub name: String,
    /// Its text.
    pub text: String,
    made: u64,
}

/// Makes a backup and reads it back; the same state must come out.
///
/// # Errors
/// [`Refusal::Unreadable`] where it does not; [`Refusal::NotOnThisFace`] on another face than the
/// manager's.
pub async fn make(app: App) -> Result<Made, Refusal> {
    app.check_may_take_data()?;
    let made = clock::now();
    let lines = app.core.with_value(|core| history::all_lines(&core.vault()));
    let lines = lines.map_err(|_| Refusal::Unreadable)?;
    next_frame().await;
    let text = app.core.with_value(|core| backup::write(made, core.ledger.document(), &lines));
    next_frame().await;
    let again = backup::read(&text).map_err(|_| Refusal::Unreadable)?;
    let restored = ledger_of(app, again.document)?;
    let sound = app.peek(|workspace| workspace == restored.workspace());
    match sound && again.history.len() == lines.len() {
        true => Ok(Made { name: format!("huddle-{}.json", day_of(made)), text, made }),
        false => Err(Refusal::Unreadable),
    }
}

/// Hands a backup out; only then it counts as made.
pub async fn save(app: App, made: &Made) -> Saved {
    let saved = files::save(&made.name, backup::MIME, &made.text).await;
    if saved == Saved::Handed {
        preferences::keep_last_backup(made.made);
        app.backup.set(Some(made.made));
    }
    saved
}

/// Everything stored, as it is, for when it cannot be read.
///
/// # Errors
/// [`Refusal::NotOnThisFace`] on another face than the manager's.
pub fn raw(app: App) -> Result<String, Refusal> {
    use crate::journal::port::Storage;
    app.check_may_take_data()?;
    let entries = app.core.with_value(|core| {
        let keys = core.storage.keys().unwrap_or_default();
        let ours = keys.into_iter().filter(|key| key.starts_with("huddle/"));
        ours.filter_map(|key| Some((key.clone(), core.storage.get(&key).ok()??))).collect()
    });
    Ok(transfer::raw::write(clock::now(), &entries))
}

/// Reads a file that keeps data.
///
/// # Errors
/// A [`BackupError`].
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    let text = std::str::from_utf8(bytes).map_err(|_| BackupError::Foreign)?;
    transfer::kept::read(text)
}

/// How a backup is taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// Field by field into what is here: what either side has is kept, the later word counts.
    Merge,
    /// Everything as it was when the backup was made.
    Return,
}

/// What a restore would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    /// For each table that would change: the table, and how many records would come, change, go.
    pub tables: Vec<(Table, [usize; 3])>,
    /// Whether entries would come that are not here, even where the records stand as they are.
    pub adds: bool,
    /// Fields that both sides have written at the same time.
    pub conflicts: Vec<Conflict>,
}

/// What a restore would change.
///
/// # Errors
/// [`Refusal::Unreadable`].
pub fn preview(app: App, backup: &Backup, way: Way) -> Result<Preview, Refusal> {
    let document = match way {
        Way::Merge => {
            let mut merged = app.core.with_value(|core| core.ledger.document().clone());
            merged.merge(&backup.document);
            merged
        }
        Way::Return => backup.document.clone(),
    };
    let conflicts = document.conflicts();
    let after = ledger_of(app, document)?;
    let tables = app.peek(|before| differences(before, after.workspace()));
    let adds = way == Way::Merge && lacks(app, backup)?;
    Ok(Preview { tables, adds, conflicts })
}

/// Whether entries of a backup are not here: for an archive, in the history; for all others, in the
/// state, so that history that was archived stays in its file.
fn lacks(app: App, backup: &Backup) -> Result<bool, Refusal> {
    app.core.with_value(|core| {
        let state = core.ledger.document().holds(&backup.document);
        Ok(!state || backup.source == Source::Archive && !missing(core, backup)?.is_empty())
    })
}

/// The entries of a backup that are to join the history, as lines.
fn missing(core: &Core, backup: &Backup) -> Result<Vec<String>, Refusal> {
    let present = match backup.source {
        Source::Archive => Some(history::present(&core.vault()).map_err(NotStored::from)?),
        Source::Backup | Source::Raw { .. } => None,
    };
    let document = core.ledger.document();
    let is_here = |it: &&Entry| match &present {
        Some(present) => present.has(it.stamp().writer, it.seq()),
        None => document.has(it.stamp().writer, it.seq()),
    };
    Ok(backup.history.iter().filter(|it| !is_here(it)).map(Entry::to_line).collect())
}

/// Takes a backup back, as one step that can be undone; where only its history was missing there is
/// no such step.
///
/// # Errors
/// The [`Refusal`]; then nothing has changed.
pub async fn restore(app: App, backup: Arc<Backup>, way: Way) -> Result<Option<Label>, Refusal> {
    app.check_may_take_data()?;
    next_frame().await;
    let act = move || dispatch::write(app, |core| prepare(core, &backup, way));
    let done = locks::in_turn(compact::LOCK, act).await.unwrap_or(Err(Refusal::Busy))?;
    compact::run(app).await;
    Ok(done)
}

fn prepare(core: &mut Core, backup: &Backup, way: Way) -> Result<Option<Entry>, Refusal> {
    let label = Label::Restored(day_of(backup.made).to_string());
    if way == Way::Return {
        return Ok(Some(core.ledger.prepare_return(&backup.document, label, clock::now())));
    }
    let lines = missing(core, backup)?;
    if !lines.is_empty() {
        core.vault().add_history(&lines.join("\n"))?;
        archive::forget_returned(&core.vault()).map_err(NotStored::from)?;
    }
    let known = core.ledger.document().holds(&backup.document);
    Ok((!known).then(|| core.ledger.prepare_merge(&backup.document, label, clock::now())))
}

/// The fields that two people wrote at the same time.
pub fn conflicts(app: App) -> Vec<Conflict> {
    app.core.with_value(|core| core.ledger.document().conflicts())
}

fn ledger_of(app: App, document: Document) -> Result<Ledger, Refusal> {
    let writer = app.core.with_value(|core| core.ledger.writer());
    Ledger::new(writer, document, Vec::new()).map_err(|_| Refusal::Unreadable)
}

/// The civil day of a moment, at this place.
pub fn day_of(millis: u64) -> Day {
    let minutes = (millis / 60_000) as i64 + clock::minutes_ahead(millis);
    Day::from_epoch(minutes.div_euclid(1_440)).unwrap_or(Day::EPOCH)
}

type Fields = Vec<(&'static str, Value)>;

fn differences(before: &Workspace, after: &Workspace) -> Vec<(Table, [usize; 3])> {
    let mut old: BTreeMap<(usize, RecordId), Fields> = BTreeMap::new();
    before.visit(&mut |table, id, fields| drop(old.insert((table as usize, id), fields)));
    let mut counts = [[0; 3]; Table::ALL.len()];
    after.visit(&mut |table, id, fields| match old.remove(&(table as usize, id)) {
        None => counts[table as usize][0] += 1,
        Some(was) if was != fields => counts[table as usize][1] += 1,
        Some(_) => {}
    });
    old.keys().for_each(|(table, _)| counts[*table][2] += 1);
    let tables = Table::ALL.iter().zip(counts);
    tables
        .filter(|(_, counts)| counts.iter().any(|it| *it != 0))
        .map(|(table, counts)| (*table, counts))
        .collect()
}
