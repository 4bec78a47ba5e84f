//! What is at the head of every page: search, one step back or forth, whether it is saved.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;

use super::parts::{Arrivals, PartSearch};
use crate::domain::label::Label;
use crate::journal::ledger::Direction;
use crate::present::words;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{Icon, IconButton, SaveStateChip};

/// What is at the head of every page: search, undo, redo, whether it is saved.
#[component]
pub(super) fn Status(arrivals: Arrivals) -> impl IntoView {
    let searching = RwSignal::new(false);
    let app = use_app();
    let lang = app.lang();
    view! {
        <span data-testid="search">
            <IconButton icon=Icon::Search label=move || lang.get().search() types=true on_press=move |()| searching.set(true) />
        </span>
        <PartSearch open=searching arrivals />
        <span data-testid="faces" class="head__faces">
            <IconButton icon=Icon::Eye label=move || lang.get().faces_title() on_press=move |()| app.go(Route::Faces) />
        </span>
        <Steps />
        <span data-testid="save-state">
            <SaveStateChip state=app.save_state() on_press=move |()| app.go(Route::Data) />
        </span>
    }
}

/// One step back or forth, where the face may see what it is.
#[component]
pub(super) fn Steps() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let of = move |direction| may_step(app, direction);
    let undo_label = move || match of(Direction::Undo) {
        Some(label) => lang.get().undo_what(&words::label(lang.get(), &label)),
        None => lang.get().nothing_to_undo().to_owned(),
    };
    let redo_label = move || match of(Direction::Redo) {
        Some(label) => lang.get().redo_what(&words::label(lang.get(), &label)),
        None => lang.get().nothing_to_redo().to_owned(),
    };
    view! {
        <span data-testid="undo">
            <IconButton
                icon=Icon::Undo
                label=undo_label
                disabled=Signal::derive(move || of(Direction::Undo).is_none())
                slow=true
                on_press=move |()| app.step(Direction::Undo)
            />
        </span>
        <span data-testid="redo">
            <IconButton
                icon=Icon::Redo
                label=redo_label
                disabled=Signal::derive(move || of(Direction::Redo).is_none())
                slow=true
                on_press=move |()| app.step(Direction::Redo)
            />
        </span>
    }
}

/// The step back or forth, where the face may see what it is: the room takes back what it did to the
/// board, and nothing of what the manager did before.
fn may_step(app: App, direction: Direction) -> Option<Label> {
    let steps = app.steps();
    let steps = steps.read();
    let step = match direction {
        Direction::Undo => &steps.undo,
        Direction::Redo => &steps.redo,
    };
    step.clone().filter(|it| app.may_see(it.matter()))
}

/// Control or Command with Z, and with Shift for redo; not while somebody types.
pub(super) fn undo_by_key(app: App, event: &KeyboardEvent) {
    let typing = event.target().and_then(|it| it.dyn_into::<leptos::web_sys::Element>().ok());
    let typing = typing.is_some_and(|it| it.matches("input, textarea, select").unwrap_or(false));
    if typing || !(event.ctrl_key() || event.meta_key()) || !event.key().eq_ignore_ascii_case("z") {
        return;
    }
    event.prevent_default();
    let direction = if event.shift_key() { Direction::Redo } else { Direction::Undo };
    if untrack(|| may_step(app, direction)).is_some() {
        app.step(direction);
    }
}
