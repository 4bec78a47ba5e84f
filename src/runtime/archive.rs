//! Old history into a file, and out of the storage once the file is in somebody's hands.

use leptos::prelude::*;

use super::app::App;
use super::clashes::moment;
use super::platform::files::{self, Saved};
use super::platform::{clock, locks, next_frame};
use super::refusal::Refusal;
use super::{backup, compact};
use crate::i18n::Lang;
pub use crate::journal::archive::Archived;
use crate::journal::archive::{self, Outgoing};
use crate::journal::vault::NotStored;
use crate::present::archive::holds;
use crate::transfer;

/// An archive that has been made and read back, ready to be handed out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prepared {
    /// The name for the file.
    pub name: String,
    /// What it holds, as it was read back.
    pub archived: Archived,
    /// What would be freed, in UTF-16 units.
    pub characters: usize,
    text: String,
}

/// Makes an archive of the changes made before a moment; `None` where there are none that may go.
///
/// # Errors
/// [`Refusal::Unreadable`] where it does not read back as it was written;
/// [`Refusal::NotOnThisFace`] on another face than the manager's.
pub async fn prepare(app: App, before: u64) -> Result<Option<Prepared>, Refusal> {
    app.check_may_take_data()?;
    // History may go when both snapshots hold it, and each run writes one of them.
    for _ in 0..2 {
        compact::run(app).await;
    }
    let going = app.core.with_value(|core| archive::outgoing(&core.vault(), Some(before)));
    let Outgoing { lines, characters, .. } = going.map_err(NotStored::from)?;
    if lines.is_empty() {
        return Ok(None);
    }
    next_frame().await;
    let made = clock::now();
    let text = transfer::archive::write(made, &lines);
    let again = transfer::archive::read(&text).map_err(|_| Refusal::Unreadable)?;
    if again.history.len() != lines.len() {
        return Err(Refusal::Unreadable);
    }
    let archived = Archived::of(made, &again.history);
    let name = format!("huddle-archive-{}.json", backup::day_of(made));
    Ok(Some(Prepared { name, archived, characters, text }))
}

/// Hands an archive out.
pub async fn save(prepared: &Prepared) -> Saved {
    files::save(&prepared.name, transfer::backup::MIME, &prepared.text).await
}

/// Removes the changes that are in an archive; says how many bytes that freed.
///
/// # Errors
/// The [`Refusal`]; what is still here stays in use.
pub async fn remove(app: App, archived: Archived) -> Result<usize, Refusal> {
    let before = app.size().bytes;
    let act = move || app.core.with_value(|core| archive::remove(&core.vault(), &archived));
    locks::in_turn(compact::LOCK, act).await.ok_or(Refusal::Busy)??;
    app.free_room().await;
    Ok(before.saturating_sub(app.size().bytes))
}

/// The archives whose changes are not here.
pub fn archives(app: App) -> Vec<Archived> {
    app.core.with_value(|core| archive::marks(&core.vault())).unwrap_or_default()
}

/// What an archive holds, in words.
pub fn held(lang: Lang, archived: &Archived) -> String {
    holds(lang, archived.entries, moment(archived.first), moment(archived.last))
}
