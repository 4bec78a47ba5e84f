//! The room: the section that runs and its clock, the agenda, and what is brought up, large enough
//! to be read from the other end of the table.

use leptos::prelude::*;

use super::attendance::Attendance;
use super::closing::Closing;
use super::points::PointRow;
use super::requests::StateBadge;
use super::sections::{Now, Sections};
use super::{end, quietly, running};
use crate::domain::calendar::Day;
use crate::domain::id::{MeetingPointId, PersonId};
use crate::domain::meeting::clock::Times;
use crate::domain::meeting::{MeetingCommand, MeetingPoint, PointSort, Topic, lacking};
use crate::i18n::Lang;
use crate::pages::common::{PointDialog, SortField, WhoAndWhen};
use crate::present::format;
use crate::present::meeting::points::{TABLES, room_lines};
use crate::present::meeting::requests::{REQUEST_TABLES, RequestRow, pressing};
use crate::present::meeting::room::Running;
use crate::runtime::app::{App, use_app};
use crate::runtime::platform::shell;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{MeetingPlace, Route};
use crate::runtime::ticking::ticking;
use crate::ui::{
    Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Form, Icon, SaveStateChip, TextField,
};

/// What the parts of the room share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub app: App,
    pub lang: Signal<Lang>,
    pub running: Memo<Option<Running>>,
    pub times: Memo<Times>,
    /// Whether it is asked who is there.
    pub asking: RwSignal<bool>,
}

impl Desk {
    /// What the meeting that runs tells; nothing once it has ended.
    pub(super) fn tell<T: Default>(self, tell: impl FnOnce(&Running) -> T) -> T {
        self.running.read().as_ref().map(tell).unwrap_or_default()
    }
}

/// The meeting that runs, over the whole page.
#[component]
pub(super) fn RoomPage() -> impl IntoView {
    let app = use_app();
    let (running, now) = (running(app), ticking());
    let times = Memo::new(move |_| {
        running.read().as_ref().map(|it| it.times(now.get())).unwrap_or_default()
    });
    let asking = RwSignal::new(false);
    let desk = Desk { app, lang: app.lang(), running, times, asking };
    let runs = Memo::new(move |_| running.read().is_some());
    view! {
        <Show when=move || runs.get() fallback=move || view! { <NoMeeting desk /> }>
            <div class="meeting-room" data-theme=move || room_theme(app) data-testid="room">
                <Head desk />
                <div class="meeting-room__body">
                    <div class="meeting-room__main">
                        <Now desk />
                        <Talk desk />
                    </div>
                    <Sections desk />
                </div>
                <Attendance
                    app
                    asking
                    meeting=Signal::derive(move || running.read().as_ref().map(|it| it.id))
                />
            </div>
        </Show>
    }
}

/// The room is dark by choice, for eyes at the other end of a table; the strongest contrast stays.
fn room_theme(app: App) -> &'static str {
    use crate::runtime::preferences::Theme;
    match app.theme().get() {
        Theme::Contrast => Theme::Contrast.as_str(),
        Theme::Auto | Theme::Light | Theme::Dark => Theme::Dark.as_str(),
    }
}

#[component]
fn NoMeeting(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    view! {
        <div class="content" data-testid="room-none">
            <EmptyState picture=EmptyPicture::List sentence=move || lang.get().room_none_running()>
                <ButtonLink
                    kind=ButtonKind::Primary
                    label=move || lang.get().meetings_start()
                    href=Route::Meeting(MeetingPlace::Home).href()
                />
            </EmptyState>
        </div>
    }
}

/// What runs, how far it is, who is there, and the ways out.
#[component]
fn Head(desk: Desk) -> impl IntoView {
    let Desk { app, lang, running, times, asking } = desk;
    let name = move || desk.tell(|it| it.name(lang.get()));
    let total = move || desk.tell(|it| it.total(lang.get(), &times.read()));
    let people = Signal::derive(move || {
        let count = desk.tell(|it| it.meeting.people.len() as u64);
        lang.get().room_people(&format::count(lang.get(), count))
    });
    let asked = RwSignal::new(Vec::new());
    let finish = move || {
        if let Some(id) = running.with_untracked(|it| it.as_ref().map(|it| it.id)) {
            app.go(Route::Meeting(MeetingPlace::Minutes(id)));
            end(app, id);
        }
    };
    let ask = move || {
        let kind = running.with_untracked(|it| it.as_ref().and_then(|it| it.meeting.kind));
        let open = app.peek(|it| lacking(it, kind).into_iter().map(|it| it.0).collect::<Vec<_>>());
        match open.is_empty() {
            true => finish(),
            false => asked.set(open),
        }
    };
    view! {
        <header class="meeting-room__head">
            <p class="meeting-room__kind">
                {name} <span class="meeting-room__total" data-testid="room-total">{total}</span>
            </p>
            <div class="meeting-room__tools">
                <SaveStateChip state=app.save_state() on_press=move |()| app.go(Route::Data) />
                <Button
                    icon=Icon::Team
                    label=people
                    on_press=move || asking.set(true)
                    attr:data-testid="room-people"
                />
                <Show when=shell::can_fill_screen>
                    <Button
                        icon=Icon::Board
                        label=move || lang.get().room_full()
                        on_press=shell::fill_screen
                    />
                </Show>
                <ButtonLink
                    icon=Icon::Back
                    label=move || lang.get().room_leave()
                    href=Route::Today.href()
                    attr:data-testid="room-leave"
                />
                <Button
                    icon=Icon::Check
                    label=move || lang.get().room_end()
                    on_press=ask
                    attr:data-testid="room-end"
                />
            </div>
        </header>
        <Closing asked on_end=move |()| finish() />
    }
}

/// What is brought up, and while requests are talked about what is late of them.
#[component]
fn Talk(desk: Desk) -> impl IntoView {
    let Desk { app, lang, times, .. } = desk;
    let of_requests = Memo::new(move |_| {
        let current = times.read().current;
        desk.tell(|it| it.topic(current)) == Some(Topic::Requests)
    });
    let rows = Memo::new(move |_| {
        let today = app.today().get();
        match of_requests.get() {
            true => app.view(&REQUEST_TABLES, |it| pressing(it, lang.get(), today)),
            false => Vec::new(),
        }
    });
    let row = move |row: RequestRow| {
        view! {
            <li class="list__row" data-testid="room-request">
                <span class="list__main">
                    <span class="list__name">{row.text}</span>
                    <span class="list__note">{row.note}</span>
                </span>
                <StateBadge lang state=row.state />
            </li>
        }
    };
    let has_rows = Memo::new(move |_| !rows.read().is_empty());
    view! {
        <div class="meeting-room__talk">
            <Show when=move || has_rows.get()>
                <ul class="list">{move || rows.get().into_iter().map(row).collect_view()}</ul>
            </Show>
            <Points desk />
        </div>
    }
}

/// What is brought up: added in a line, settled with a tap.
#[component]
fn Points(desk: Desk) -> impl IntoView {
    let Desk { app, lang, running, .. } = desk;
    let sort = RwSignal::new(PointSort::Issue);
    let form = Form::<MeetingPoint, Refusal>::closed();
    let editing = RwSignal::new(None::<MeetingPointId>);
    let lines = Memo::new(move |_| {
        let Some(of) = running.read().as_ref().map(|it| (it.id, it.meeting.kind)) else {
            return Vec::new();
        };
        let (lang, today, sort) = (lang.get(), app.today().get(), sort.get());
        app.view(&TABLES, |it| room_lines(it, lang, today, of, sort))
    });
    let is_empty = Memo::new(move |_| lines.read().is_empty());
    let none = move || view! { <p class="section__note">{move || lang.get().point_none()}</p> };
    view! {
        <section class="section meeting-room__points" data-testid="room-points">
            <SortField sort on_change=move |it| sort.set(it) />
            <AddPoint desk sort />
            <Show when=move || !is_empty.get() fallback=none>
                <ul class="list">
                    <For
                        each=move || lines.get()
                        key=|line| format!("{line:?}")
                        children=move |line| view! { <PointRow line form editing /> }
                    />
                </ul>
            </Show>
        </section>
        <PointDialog form editing />
    }
}

/// One line for something new; an action has its owner and its day beside it.
#[component]
fn AddPoint(desk: Desk, sort: RwSignal<PointSort>) -> impl IntoView {
    let Desk { app, lang, running, .. } = desk;
    let text = RwSignal::new(String::new());
    let owner = RwSignal::new(None::<PersonId>);
    let due = RwSignal::new(None::<Day>);
    let add = move || {
        let of = running.with_untracked(|it| it.as_ref().map(|it| (it.id, it.meeting.kind)));
        let Some((meeting, kind)) = of else { return };
        let sort = sort.get_untracked();
        let is_action = sort == PointSort::Action;
        let point = MeetingPoint {
            sort: Some(sort),
            text: text.get_untracked(),
            kind,
            meeting: Some(meeting),
            owner: owner.get_untracked().filter(|_| is_action),
            due: due.get_untracked().filter(|_| is_action),
            ..MeetingPoint::default()
        };
        if !point.text.trim().is_empty() {
            text.set(String::new());
            owner.set(None);
            due.set(None);
        }
        quietly(app, MeetingCommand::SavePoint(app.draw_id().into(), Box::new(point)));
    };
    view! {
        <div class="point-add">
            <span class="point-add__text" data-testid="point-text">
                <TextField
                    label=move || lang.get().point_sort(sort.get())
                    value=text
                    on_input=move |it: String| text.set(it)
                    on_enter=add
                />
            </span>
            <Button
                kind=ButtonKind::Quiet
                icon=Icon::Plus
                label=move || lang.get().point_add()
                on_press=add
                attr:data-testid="point-add"
            />
        </div>
        <Show when=move || sort.get() == PointSort::Action>
            <WhoAndWhen
                owner
                on_owner=move |it| owner.set(it)
                due
                on_due=move |it| due.set(it)
            />
        </Show>
    }
}
