//! Whether the last change is safe: said on screen at all times.

use super::lang::use_lang;
use crate::i18n::Lang;
use leptos::prelude::*;

/// Where the last change is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// Stored.
    Saved,
    /// On its way.
    Saving,
    /// Not stored, and why.
    NotSaved(NotSavedReason),
}

/// Why a change cannot be stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSavedReason {
    /// The browser's storage is full.
    Full,
    /// The browser does not allow storage, as in some private windows.
    Denied,
    /// What is stored cannot be read, so nothing is written over it.
    Damaged,
    /// What is stored comes from a newer version of the product.
    TooNew,
    /// Storage failed in another way.
    Failed,
}

impl SaveState {
    /// The value of the `data-state` attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            SaveState::Saved => "saved",
            SaveState::Saving => "saving",
            SaveState::NotSaved(_) => "not-saved",
        }
    }

    /// The words on the chip.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            SaveState::Saved => lang.saved(),
            SaveState::Saving => lang.saving(),
            SaveState::NotSaved(NotSavedReason::Full) => lang.not_saved_full(),
            SaveState::NotSaved(NotSavedReason::Denied) => lang.not_saved_denied(),
            SaveState::NotSaved(NotSavedReason::Damaged) => lang.not_saved_damaged(),
            SaveState::NotSaved(NotSavedReason::TooNew) => lang.not_saved_too_new(),
            SaveState::NotSaved(NotSavedReason::Failed) => lang.not_saved_failed(),
        }
    }
}

/// A chip that says where the last change is; a tap tells more.
#[component]
pub fn SaveStateChip(
    /// Where the last change is.
    #[prop(into)]
    state: Signal<SaveState>,
    /// Runs on a tap: opens the page about storage and backups.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    view! {
        <button
            type="button"
            class="save-state"
            data-state=move || state.get().as_str()
            on:click=move |_| on_press.run(())
        >
            <span class="save-state__dot" aria-hidden="true"></span>
            <span class="save-state__words" role="status">{move || state.get().words(lang.get())}</span>
        </button>
    }
}
