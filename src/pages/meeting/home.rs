//! The home of meetings: start one, what is open for the next, what was held.

use leptos::prelude::*;

use super::agenda::AgendaSheet;
use super::nav::MeetingNav;
use super::points::PointRow;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::id::MeetingPointId;
use crate::domain::meeting::{MeetingCommand, MeetingKind, MeetingPoint, Section};
use crate::pages::common::{PointDialog, ShowMore};
use crate::present::meeting::TABLES;
use crate::present::meeting::home::{HELD, HeldRow, KindRow, MeetingsView, who_is_here};
use crate::present::meeting::stakes;
use crate::runtime::app::{App, use_app};
use crate::runtime::backup::day_of;
use crate::runtime::route::{MeetingPlace, Route};
use crate::runtime::ticking::moment;
use crate::ui::{Button, ButtonKind, ButtonLink, Form, Icon, IconView};

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub app: App,
    pub lang: Signal<crate::i18n::Lang>,
    pub view: Memo<MeetingsView>,
    /// The kind whose agenda stands in the sheet.
    pub chosen: RwSignal<Option<MeetingKind>>,
    /// How many of the meetings that were held are shown.
    shown: RwSignal<usize>,
}

/// The civil day of a moment at this place.
pub(super) fn civil_day(moment: i64) -> Day {
    day_of(moment.max(0).unsigned_abs())
}

/// Starts a meeting with everybody who is here, and goes to the room.
pub(super) fn start(app: App, kind: MeetingKind, sections: Vec<Section>) {
    let today = app.today().get_untracked();
    let people = app.peek(|it| who_is_here(it, today));
    let begin = MeetingCommand::Begin(app.draw_id().into(), kind, sections, people, moment());
    match app.give(Command::Meeting(begin)) {
        Ok(()) => app.go(Route::Meeting(MeetingPlace::Room)),
        Err(refusal) => app.say_refused(&refusal),
    }
}

/// The agenda that is suggested now.
pub(super) fn suggested(app: App, kind: MeetingKind) -> Vec<Section> {
    let (lang, today) = (app.lang().get_untracked(), app.today().get_untracked());
    let found = app.peek(|it| stakes::agenda(it, lang, today, kind));
    found.into_iter().map(|it| it.section).collect()
}

/// What can be started, what is open, what was held.
#[component]
pub(super) fn HomePage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let shown = RwSignal::new(HELD);
    let view = Memo::new(move |_| {
        let (today, shown) = (app.today().get(), shown.get());
        app.view(&TABLES, |it| MeetingsView::new(it, lang.get(), today, shown, civil_day))
    });
    let desk = Desk { app, lang, view, chosen: RwSignal::new(None), shown };
    let runs = Memo::new(move |_| view.read().running.is_some());
    view! {
        <div class="two-pane" data-testid="meetings-page">
            <div class="two-pane__main">
                <div class="content">
                    <MeetingNav />
                    <Show when=move || runs.get() fallback=move || view! { <Kinds desk /> }>
                        <Runs desk />
                    </Show>
                    <Carried desk />
                    <Held desk />
                </div>
            </div>
            <AgendaSheet desk />
        </div>
    }
}

/// One runs: the way back to it stands before everything else.
#[component]
fn Runs(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let words = move || {
        let view = view.read();
        lang.get().meetings_running(view.running.as_deref().unwrap_or_default())
    };
    view! {
        <section class="headline" data-testid="meetings-running">
            <p class="headline__sentence">{words}</p>
            <ButtonLink
                kind=ButtonKind::Primary
                icon=Icon::Meet
                label=move || lang.get().meetings_to_room()
                href=Route::Meeting(MeetingPlace::Room).href()
            />
        </section>
    }
}

#[component]
fn Kinds(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, chosen, .. } = desk;
    let row = move |row: KindRow| {
        let KindRow { kind, name, note, is_next } = row;
        let look = if is_next { ButtonKind::Primary } else { ButtonKind::Quiet };
        let named = name.clone();
        let is_chosen = move || (chosen.get() == Some(kind)).then_some("true");
        view! {
            <li class="list__row meeting-kind" aria-current=is_chosen data-testid="meeting-kind" data-kind=kind.as_str()>
                <span class="list__main">
                    <span class="list__name">{name}</span>
                    <span class="list__note">{note}</span>
                </span>
                <Button
                    icon=Icon::Note
                    label=move || lang.get().meetings_agenda()
                    on_press=move || chosen.set(Some(kind))
                    attr:data-testid="meeting-agenda"
                />
                <Button
                    kind=look
                    icon=Icon::Play
                    label=move || lang.get().meetings_begin()
                    on_press=move || start(app, kind, suggested(app, kind))
                    attr:data-testid="meeting-start"
                    attr:aria-label=move || lang.get().meetings_start_kind(&named)
                />
            </li>
        }
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().meetings_start()}</h2>
            </div>
            <p class="section__note">{move || lang.get().meetings_start_note()}</p>
            <ul class="list">{move || view.read().kinds.clone().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

/// Issues and actions that wait for the next meeting.
#[component]
fn Carried(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let form = Form::<MeetingPoint, crate::runtime::refusal::Refusal>::closed();
    let editing = RwSignal::new(None::<MeetingPointId>);
    let add = move || {
        editing.set(Some(app.draw_id().into()));
        form.show(MeetingPoint::issue("", None));
    };
    let is_empty = Memo::new(move |_| view.read().open.is_empty());
    let none = move || {
        view! { <p class="section__note">{move || lang.get().meetings_carried_none()}</p> }
    };
    view! {
        <section class="section" data-testid="meetings-open">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().meetings_carried()}</h2>
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().meetings_add_point()
                    on_press=add
                    attr:data-testid="point-new"
                />
            </div>
            <Show when=move || !is_empty.get() fallback=none>
                <ul class="list">
                    <For
                        each=move || view.read().open.clone()
                        key=|line| format!("{line:?}")
                        children=move |line| view! { <PointRow line form editing /> }
                    />
                </ul>
            </Show>
        </section>
        <PointDialog form editing />
    }
}

#[component]
fn Held(desk: Desk) -> impl IntoView {
    let Desk { lang, view, shown, .. } = desk;
    let row = |row: HeldRow| {
        view! {
            <li>
                <a
                    class="list__row"
                    href=Route::Meeting(MeetingPlace::Minutes(row.id)).href()
                    data-testid="meeting-held"
                >
                    <span class="list__main">
                        <span class="list__name">{row.title}</span>
                        <span class="list__note">{row.note}</span>
                    </span>
                    <IconView icon=Icon::Forward />
                </a>
            </li>
        }
    };
    let is_empty = Memo::new(move |_| view.read().held.is_empty());
    let none = move || view! { <p class="section__note">{move || lang.get().meetings_none()}</p> };
    view! {
        <section class="section">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().meetings_earlier()}</h2>
            </div>
            <Show when=move || !is_empty.get() fallback=none>
                <ul class="list">{move || view.read().held.clone().into_iter().map(row).collect_view()}</ul>
                <ShowMore
                    left=Signal::derive(move || view.read().more)
                    on_more=move || shown.update(|it| *it += HELD)
                />
            </Show>
        </section>
    }
}
