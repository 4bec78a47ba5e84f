//! Other tabs of the same page: what they store is taken in as it happens, and what was missed
//! while this one slept when it wakes.

use leptos::prelude::*;

use super::app::App;
use super::platform::{clock, events};
use super::touched::show_touched;
use super::{faces, preferences};
use crate::i18n::Lang;
use crate::journal::document::Place;
use crate::journal::vault::{PREFIX, entry_of};
use crate::ui::{NotSavedReason, SaveState, Tone};

/// Follows the other tabs, for as long as the page lives.
pub(super) fn follow(app: App) {
    events::on_window("storage", move |event| match events::storage_change(&event) {
        Some((Some(key), _)) if key == preferences::FACE => faces::follow(app),
        Some((Some(key), Some(text))) => receive(app, &key, &text),
        Some((None, _)) => say_cleared(app),
        _ => {}
    });
    events::on_document("visibilitychange", move |_| {
        if events::is_visible() {
            wake(app);
        }
    });
    events::on_window("pageshow", move |_| wake(app));
}

/// A tab that slept, or came back out of the browser's memory, has heard of nothing.
fn wake(app: App) {
    faces::follow(app);
    let today = clock::today();
    if app.today.get_untracked() != today {
        app.today.set(today);
    }
    catch_up(app);
}

fn receive(app: App, key: &str, text: &str) {
    if !key.starts_with(PREFIX) {
        return;
    }
    let Some(entry) = entry_of(key, text) else { return };
    let touched = app.core.try_update_value(|core| core.ledger.receive(&entry));
    show(app, touched.and_then(Result::ok));
}

/// Takes in what is stored and not yet known.
pub(super) fn catch_up(app: App) {
    let touched = app.core.try_update_value(|core| {
        let stored = core.vault().load_unknown(core.ledger.document()).ok()??;
        core.ledger.catch_up(&stored).ok()
    });
    show(app, touched.flatten());
}

fn show(app: App, touched: Option<Vec<Place>>) {
    if let Some(touched) = touched.filter(|it| !it.is_empty()) {
        show_touched(app, &touched);
        app.show_steps();
    }
}

/// Somebody emptied the storage, as in the browser's settings: what is shown is all there is.
fn say_cleared(app: App) {
    app.save.set(SaveState::NotSaved(NotSavedReason::Failed));
    app.say(Tone::Bad, Lang::storage_cleared);
}
