//! Backups: made, checked, handed out; read back, previewed, restored.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::app::App;
use super::dispatch;
use super::platform::files::{self, Saved};
use super::platform::{clock, next_frame};
use super::preferences;
use super::refusal::Refusal;
use crate::domain::calendar::Day;
use crate::domain::id::RecordId;
use crate::domain::label::Label;
use crate::domain::value::Value;
use crate::domain::workspace::{Table, Workspace};
pub use crate::journal::document::Conflict;
use crate::journal::document::Document;
use crate::journal::history;
use crate::journal::ledger::Ledger;
use crate::transfer::backup;
pub use crate::transfer::backup::{Backup, BackupError};

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
/// [`Refusal::Unreadable`] where it does not.
pub async fn make(app: App) -> Result<Made, Refusal> {
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
pub fn raw(app: App) -> String {
    use crate::journal::port::Storage;
    let entries = app.core.with_value(|core| {
        let keys = core.storage.keys().unwrap_or_default();
        let ours = keys.into_iter().filter(|key| key.starts_with("huddle/"));
        ours.filter_map(|key| Some((key.clone(), core.storage.get(&key).ok()??)))
            .collect::<BTreeMap<String, String>>()
    });
    let entries = serde_json::to_string(&entries).unwrap_or_default();
    format!("{{\"huddle-raw\":1,\"savedAt\":{},\"entries\":{entries}}}", clock::now())
}

/// Reads a file as a backup.
///
/// # Errors
/// A [`BackupError`].
pub fn read(bytes: &[u8]) -> Result<Backup, BackupError> {
    let text = std::str::from_utf8(bytes).map_err(|_| BackupError::Foreign)?;
    backup::read(text)
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
    let known = app.core.with_value(|core| core.ledger.document().holds(&backup.document));
    let conflicts = document.conflicts();
    let after = ledger_of(app, document)?;
    let tables = app.peek(|before| differences(before, after.workspace()));
    Ok(Preview { tables, adds: way == Way::Merge && !known, conflicts })
}

/// Takes a backup back, as one step that can be undone.
///
/// # Errors
/// The [`Refusal`]; then nothing has changed.
pub async fn restore(app: App, backup: &Backup, way: Way) -> Result<Option<Label>, Refusal> {
    let label = Label::Restored(day_of(backup.made).to_string());
    next_frame().await;
    let done = dispatch::write(app, |core| {
        let now = clock::now();
        Ok(Some(match way {
            Way::Return => core.ledger.prepare_return(&backup.document, label, now),
            Way::Merge => {
                let document = core.ledger.document();
                let new =
                    backup.history.iter().filter(|it| !document.has(it.stamp().writer, it.seq()));
                let lines: Vec<String> = new.map(crate::journal::entry::Entry::to_line).collect();
                if !lines.is_empty() {
                    core.vault().add_history(&lines.join("\n"))?;
                }
                core.ledger.prepare_merge(&backup.document, label, now)
            }
        }))
    })?;
    super::compact::run(app).await;
    Ok(done)
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
