//! The bar of the meeting that runs: what is talked about, what is left of it, and the ways on and
//! back. It stands on top of every page but the room, and a sealed round while the tablet is in
//! other hands. While the meeting runs the screen stays awake.

use leptos::prelude::*;

use super::{mark, page_of, running};
use crate::domain::meeting::Turn;
use crate::present::meeting::room::clock;
use crate::runtime::app::use_app;
use crate::runtime::platform::events::is_visible;
use crate::runtime::platform::wake::Awake;
use crate::runtime::route::{MeetingPlace, Route};
use crate::runtime::ticking::ticking;
use crate::ui::{Button, ButtonKind, ButtonLink, Icon, bool_word};

/// The bar.
#[component]
pub fn MeetingBar() -> impl IntoView {
    keep_awake();
    let app = use_app();
    let (lang, route) = (app.lang(), app.route());
    let (running, now) = (running(app), ticking());
    let times = Memo::new(move |_| {
        running.read().as_ref().map(|it| it.times(now.get())).unwrap_or_default()
    });
    let clock = Memo::new(move |_| clock(lang.get(), &times.read()));
    let current = Memo::new(move |_| times.read().current);
    let next = Memo::new(move |_| times.read().next());
    let name = move |place| {
        let running = running.read();
        running.as_ref().map(|it| it.section_name(lang.get(), place)).unwrap_or_default()
    };
    // Whoever goes on from a page wants to see that of the next section; the agenda, if it has none.
    let go_on = move || {
        if let Some(next) = next.get_untracked() {
            mark(app, running, Turn::Section(next));
            let topic = running.with_untracked(|it| it.as_ref().and_then(|it| it.topic(next)));
            let page = topic.and_then(|it| untrack(|| page_of(app, it)));
            app.go(page.unwrap_or(Route::Meeting(MeetingPlace::Room)));
        }
    };
    let next_label =
        Signal::derive(move || lang.get().room_next(&next.get().map(name).unwrap_or_default()));
    let is_elsewhere = Memo::new(move |_| {
        let room = Route::Meeting(MeetingPlace::Room);
        running.read().is_some() && *route.read() != room && !app.seals()
    });
    view! {
        <Show when=move || is_elsewhere.get()>
            <section
                class="meeting-bar"
                aria-label=move || lang.get().room_bar()
                data-over=move || bool_word(clock.read().is_over)
                data-testid="meeting-bar"
            >
                <p class="meeting-bar__now">
                    <span class="meeting-bar__name" data-testid="meeting-bar-section">
                        {move || name(current.get())}
                    </span>
                    <span class="meeting-bar__time">{move || clock.read().time.clone()}</span>
                    <span class="meeting-bar__note">{move || clock.read().note.clone()}</span>
                </p>
                <Show when=move || next.get().is_some()>
                    <Button label=next_label on_press=go_on attr:data-testid="meeting-bar-next" />
                </Show>
                <ButtonLink
                    kind=ButtonKind::Primary
                    icon=Icon::Meet
                    label=move || lang.get().meetings_to_room()
                    href=Route::Meeting(MeetingPlace::Room).href()
                    attr:data-testid="meeting-bar-room"
                />
            </section>
        </Show>
    }
}

/// The screen stays awake for as long as the calling component lives. Browsers let go of it when
/// the page goes out of sight.
fn keep_awake() {
    let awake = StoredValue::new_local(Awake::begin());
    let back = window_event_listener_untyped("visibilitychange", move |_| {
        if is_visible() {
            awake.try_with_value(Awake::ask);
        }
    });
    on_cleanup(move || back.remove());
}
