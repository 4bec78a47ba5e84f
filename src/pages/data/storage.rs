//! How much room there is, whether the browser keeps the data, and the data as it is.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::archive::ArchivePanel;
use super::safety::save_raw;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::data::{Counting, Room, RoomState, room, size};
use crate::runtime::app::{App, use_app};
use crate::runtime::platform::{install, shell};
use crate::ui::{Button, ButtonKind, Icon, Meter, SaveState, Tone};

/// Where making room is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Making {
    Idle,
    Working,
    Made(usize),
}

/// Room, and whether it is kept.
#[component]
pub fn StorageSection() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let making = RwSignal::new(Making::Idle);
    let room = Memo::new(move |_| {
        making.track();
        used(app)
    });
    let tone = move || match room.read().state {
        RoomState::Enough => Tone::Accent,
        RoomState::Short => Tone::Warn,
        RoomState::Full => Tone::Bad,
    };
    let words = Signal::derive(move || room.read().words.clone());
    let offered = move || {
        room.read().state != RoomState::Enough || app.save_state().get() != SaveState::Saved
    };
    view! {
        <section class="section" data-testid="data-storage">
            <div class="section__head"><h2 class="section__title">{move || lang.get().data_storage()}</h2></div>
            <p class="figures" data-testid="data-room">{words}</p>
            <Meter label=words share=Signal::derive(move || room.read().share) tone=Signal::derive(tone) />
            <Show when=offered>
                <p class="section__note">{move || lang.get().data_room_note()}</p>
            </Show>
            <div class="toolbar">
                <Show when=offered>
                    <span data-testid="data-make-room">
                        <Button
                            label=move || lang.get().data_make_room()
                            disabled=Signal::derive(move || making.get() == Making::Working)
                            on_press=move |()| spawn_local(make_room(app, making))
                        />
                    </span>
                </Show>
                <span data-testid="data-raw">
                    <Button kind=ButtonKind::Link icon=Icon::Export label=move || lang.get().data_raw() on_press=move |()| save_raw(app) />
                </span>
            </div>
            <p class="section__note" role="status">{move || made(lang.get(), making.get())}</p>
            <ArchivePanel />
            <Kept />
        </section>
    }
}

fn used(app: App) -> Room {
    let stored = app.view(Table::ALL, |_| app.size());
    let counting = match install::counts_bytes() {
        true => Counting::Bytes,
        false => Counting::Units,
    };
    room(app.lang().get(), stored.characters, stored.bytes, counting)
}

async fn make_room(app: App, making: RwSignal<Making>) {
    making.set(Making::Working);
    let before = app.size().bytes;
    app.free_room().await;
    making.try_set(Making::Made(before.saturating_sub(app.size().bytes)));
}

fn made(lang: Lang, making: Making) -> String {
    match making {
        Making::Idle => String::new(),
        Making::Working => lang.data_making_room().to_owned(),
        Making::Made(0) => lang.data_no_room().to_owned(),
        Making::Made(bytes) => lang.data_made_room(&size(lang, bytes)),
    }
}

/// Whether the browser has promised to keep the data, and a way to ask for it.
#[component]
fn Kept() -> impl IntoView {
    let lang = use_app().lang();
    let kept = RwSignal::new(None::<bool>);
    let asked = RwSignal::new(false);
    spawn_local(async move {
        kept.try_set(Some(shell::is_kept().await));
    });
    let ask = move |()| {
        spawn_local(async move {
            let promised = shell::ask_to_keep().await;
            kept.try_set(Some(promised));
            asked.try_set(true);
        });
    };
    let words = move || match (kept.get(), asked.get()) {
        (None, _) => String::new(),
        (Some(true), _) => [lang.get().data_kept(), lang.get().data_keep_limits()].join(" "),
        (Some(false), false) => lang.get().data_not_kept().to_owned(),
        (Some(false), true) => lang.get().data_keep_refused().to_owned(),
    };
    view! {
        <div class="data__kept" data-testid="data-kept">
            <p class="section__note" role="status">{words}</p>
            <Show when=move || kept.get() == Some(false) && !asked.get()>
                <span data-testid="data-ask-keep">
                    <Button icon=Icon::Lock label=move || lang.get().data_ask_keep() on_press=ask />
                </span>
            </Show>
        </div>
    }
}
