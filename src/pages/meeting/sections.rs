//! The section that runs with its clock, and the agenda with what was borrowed.

use leptos::prelude::*;

use super::room::Desk;
use super::{mark, ways_of};
use crate::domain::meeting::Turn;
use crate::present::meeting::room::{SectionRow, clock};
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, Icon, IconView, bool_word};

/// The section that runs, its clock, and what can happen to it.
#[component]
pub(super) fn Now(desk: Desk) -> impl IntoView {
    let Desk { app, lang, running, times, .. } = desk;
    let current = Memo::new(move |_| times.read().current);
    let clock = Memo::new(move |_| clock(lang.get(), &times.read()));
    let place = move || desk.tell(|it| it.place(lang.get(), &times.read()));
    let name = move || desk.tell(|it| it.section_name(lang.get(), current.get()));
    let next = Memo::new(move |_| times.read().next());
    let next_label = Signal::derive(move || {
        let name = next.get().map(|it| desk.tell(|running| running.section_name(lang.get(), it)));
        lang.get().room_next(&name.unwrap_or_default())
    });
    let go_on = move || {
        if let Some(next) = next.get_untracked() {
            mark(app, running, Turn::Section(next));
        }
    };
    let paused = Memo::new(move |_| clock.read().is_paused);
    let pause = move || {
        mark(app, running, if paused.get_untracked() { Turn::Resume } else { Turn::Pause });
    };
    let pause_label = move || match paused.get() {
        true => lang.get().room_resume(),
        false => lang.get().room_pause(),
    };
    let ways = Memo::new(move |_| {
        let topic = desk.tell(|it| it.topic(current.get()));
        topic.map(|it| ways_of(app, it)).unwrap_or_default()
    });
    let tool = move |(name, route): (String, Route)| {
        let label = move || lang.get().room_open(&name);
        view! { <ButtonLink icon=Icon::Forward label href=route.href() attr:data-testid="room-tool" /> }
    };
    let tools = move || ways.get().into_iter().map(tool).collect_view();
    view! {
        <section
            class="meeting-now"
            data-over=move || bool_word(clock.read().is_over)
            data-paused=move || bool_word(paused.get())
            data-testid="room-now"
        >
            <p class="meeting-now__place">{place}</p>
            <h1 class="meeting-now__name" data-testid="room-section">{name}</h1>
            <p class="meeting-now__clock">
                <span class="meeting-now__time" role="timer" data-testid="room-time">
                    {move || clock.read().time.clone()}
                </span>
                <span class="meeting-now__note" data-testid="room-note">
                    {move || clock.read().note.clone()}
                </span>
            </p>
            <div class="meeting-now__ways">
                <Show when=move || next.get().is_some()>
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Forward
                        label=next_label
                        on_press=go_on
                        attr:data-testid="room-next"
                    />
                </Show>
                <span data-testid="room-pause">
                    <Button
                        icon=Icon::Pause
                        label=pause_label
                        on_press=pause
                    />
                </span>
                {tools}
            </div>
        </section>
    }
}

/// The agenda; a tap goes to a section.
#[component]
pub(super) fn Sections(desk: Desk) -> impl IntoView {
    let Desk { app, lang, running, times, .. } = desk;
    let rows = Memo::new(move |_| desk.tell(|it| it.rows(lang.get(), &times.read())));
    let row = move |row: SectionRow| {
        let SectionRow { place, name, time, borrowed, is_current, is_over } = row;
        let borrowed = (!borrowed.is_empty())
            .then(|| view! { <span class="meeting-agenda__borrowed">{borrowed}</span> });
        let done = is_over.then(|| view! { <IconView icon=Icon::Check /> });
        let go = move |_| mark(app, running, Turn::Section(place));
        view! {
            <li>
                <button
                    type="button"
                    class="meeting-agenda__row"
                    aria-current=is_current.then_some("step")
                    data-over=bool_word(is_over)
                    data-testid="room-row"
                    disabled=is_current
                    on:click=go
                >
                    <span class="meeting-agenda__name">{done} {name}</span>
                    <span class="meeting-agenda__time">{time} {borrowed}</span>
                </button>
            </li>
        }
    };
    view! {
        <nav class="meeting-agenda" aria-label=move || lang.get().meetings_agenda() data-testid="room-agenda">
            <ol class="meeting-agenda__rows">
                <For
                    each=move || rows.get()
                    key=|it| format!("{it:?}")
                    children=row
                />
            </ol>
        </nav>
    }
}
