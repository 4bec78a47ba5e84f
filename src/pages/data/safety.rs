//! Whether all is saved; and if not: what happened, what is safe, what to do.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::runtime::app::{App, use_app};
use crate::runtime::backup;
use crate::runtime::clashes::moment;
use crate::runtime::platform::{files, shell};
use crate::ui::{Button, Icon, IconView, NotSavedReason, SaveState};

/// The headline of the page.
#[component]
pub fn Safety() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let state = app.save_state();
    let sentence = move || match state.get() {
        SaveState::Saved => lang.get().data_saved(),
        SaveState::Saving => lang.get().data_saving(),
        SaveState::NotSaved(reason) => what_happened(lang.get(), reason).0,
    };
    let note = move || match state.get() {
        SaveState::Saved | SaveState::Saving => lang.get().data_only_here(),
        SaveState::NotSaved(reason) => what_happened(lang.get(), reason).1,
    };
    let icon = move || match state.get() {
        SaveState::Saved => view! { <IconView icon=Icon::Check /> },
        SaveState::Saving => view! { <IconView icon=Icon::Refresh /> },
        SaveState::NotSaved(_) => view! { <IconView icon=Icon::Warn /> },
    };
    view! {
        <div class="headline data__state" data-state=move || state.get().as_str() data-testid="data-state">
            <span class="data__sign">{icon}</span>
            <div role="status"><h2 class="headline__sentence">{sentence}</h2></div>
            <p class="headline__note prose">{note}</p>
            <Show when=move || asks_for_reload(state.get())>
                <Button icon=Icon::Refresh label=move || lang.get().data_reload() on_press=|()| shell::update() />
            </Show>
        </div>
        <Unreadable />
    }
}

/// What happened and what is safe; what to do.
fn what_happened(lang: Lang, reason: NotSavedReason) -> (&'static str, &'static str) {
    match reason {
        NotSavedReason::Full => (lang.data_full(), lang.data_full_do()),
        NotSavedReason::Denied => (lang.data_denied(), lang.data_denied_do()),
        NotSavedReason::Damaged => (lang.data_damaged(), lang.data_unreadable_note()),
        NotSavedReason::TooNew => (lang.data_too_new(), lang.data_too_new_do()),
        NotSavedReason::Failed => (lang.data_failed(), lang.data_failed_do()),
    }
}

fn asks_for_reload(state: SaveState) -> bool {
    let reasons = [NotSavedReason::Denied, NotSavedReason::TooNew, NotSavedReason::Failed];
    matches!(state, SaveState::NotSaved(reason) if reasons.contains(&reason))
}

/// Stored records that cannot be read: which, since when, and everything as it is in a file.
#[component]
fn Unreadable() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let records = app.unreadable();
    let count = records.len();
    if count == 0 {
        return ().into_any();
    }
    let keys = records.into_iter().map(|it| view! { <li>{it.key}</li> }).collect_view();
    let last = move || {
        app.view(Table::ALL, |_| ());
        let words = app.last_change().map(|it| moment(it).words(lang.get()));
        words.map(|it| lang.get().data_last_good(&it))
    };
    view! {
        <div class="notice" data-tone="bad" data-testid="data-unreadable">
            <IconView icon=Icon::Warn />
            <div class="notice__words">
                <p><strong>{move || lang.get().data_unreadable(count)}</strong></p>
                <p>{move || lang.get().data_unreadable_note()}" "{last}</p>
                <ul class="data__keys">{keys}</ul>
            </div>
            <Button icon=Icon::Export label=move || lang.get().data_raw() on_press=move |()| save_raw(app) />
        </div>
    }
    .into_any()
}

/// Hands out everything stored, as it is.
pub(super) fn save_raw(app: App) {
    spawn_local(async move {
        let name = format!("huddle-raw-{}.json", app.today().get_untracked());
        match backup::raw(app) {
            Ok(text) => drop(files::save(&name, "application/json", &text).await),
            Err(refusal) => app.say_refused(&refusal),
        }
    });
}
