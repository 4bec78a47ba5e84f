//! The minutes of a meeting: what was done, remarks, ratings, files, and a backup right after it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::attendance::Attendance;
use super::home::civil_day;
use super::lines::{Facts, Groups, Times};
use super::nav::MeetingNav;
use super::quietly;
use super::ratings::Ratings;
use crate::domain::command::Command;
use crate::domain::face::Matter;
use crate::domain::id::MeetingId;
use crate::domain::meeting::MeetingCommand;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::BackupSection;
use crate::present::format;
use crate::present::meeting::minutes::{
    MINUTES_TABLES, Minutes, Part, Reader, action_events, html, markdown,
};
use crate::runtime::app::{App, use_app};
use crate::runtime::past::{self, Past};
use crate::runtime::platform::clock;
use crate::runtime::platform::files::{self, Saved};
use crate::runtime::platform::shell;
use crate::runtime::route::{MeetingPlace, Route};
use crate::ui::{
    AreaField, Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Icon, Notice, TimeField,
    Tone,
};

/// The name of what is to do right after a meeting.
const CLOSING: &str = "minutes-closing";

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub app: App,
    pub lang: Signal<Lang>,
    pub id: MeetingId,
    pub minutes: Memo<Option<Minutes>>,
}

/// The minutes that the address names.
#[component]
pub(super) fn MinutesPage() -> impl IntoView {
    let app = use_app();
    let route = app.route();
    let id = Memo::new(move |_| match &*route.read() {
        Route::Meeting(MeetingPlace::Minutes(id)) => Some(*id),
        _ => None,
    });
    view! {
        <div class="content minutes" data-testid="minutes-page">
            <MeetingNav />
            {move || id.get().map(|id| view! { <Of id /> })}
        </div>
    }
}

#[component]
fn Of(id: MeetingId) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let ended = Memo::new(move |_| app.view(&[Table::Meetings], |it| it.meetings.get(id)?.ended));
    // What was done in the meeting does not change once it has ended; while it runs, it grows.
    let past = LocalResource::new(move || {
        if ended.get().is_none() {
            app.track(Table::ALL);
        }
        past::read(app)
    });
    let minutes = Memo::new(move |_| {
        let past = past.read();
        let done = past.as_ref()?.during(id);
        let (lang, face) = (lang.get(), app.face().get());
        app.view(&MINUTES_TABLES, |it| {
            let begun = it.meetings.get(id)?.begun?;
            let ahead = clock::minutes_ahead(begun.max(0).unsigned_abs());
            Minutes::new(it, Reader { face, lang, ahead }, id, &done)
        })
    });
    let archived =
        move || past.read().as_ref().is_some_and(|it: &std::sync::Arc<Past>| it.archived);
    let desk = Desk { app, lang, id, minutes };
    let is_there = Memo::new(move |_| app.view(&[Table::Meetings], |it| it.meetings.has(id)));
    let is_fresh =
        Memo::new(move |_| ended.get().is_some_and(|it| civil_day(it) == app.today().get()));
    let gone = move || {
        let sentence = move || lang.get().meeting_gone();
        view! { <EmptyState picture=EmptyPicture::List sentence /> }
    };
    view! {
        <Show when=move || is_there.get() fallback=gone>
            <Headline desk is_fresh />
            <Show when=archived>
                <Notice
                    tone=Tone::Warn
                    words=Signal::derive(move || lang.get().minutes_archived().to_owned())
                />
            </Show>
            <Groups desk part=Part::Outcome />
            <p class="section__note" data-testid="minutes-private">
                {move || minutes.read().as_ref().and_then(|it| it.private_words(lang.get()))}
            </p>
            <Facts desk />
            <Show when=move || is_fresh.get()>
                <div class="columns" id=CLOSING>
                    <Ratings app id />
                    <BackupSection />
                </div>
            </Show>
            <Groups desk part=Part::Course />
            <Times desk />
            <Remarks desk />
        </Show>
    }
}

#[component]
fn Headline(desk: Desk, is_fresh: Memo<bool>) -> impl IntoView {
    let Desk { app, lang, id, minutes } = desk;
    let asking = RwSignal::new(false);
    let part = move |read: fn(&Minutes) -> &String| {
        move || minutes.read().as_ref().map(read).cloned().unwrap_or_default()
    };
    let count = move || {
        let count = minutes.read().as_ref()?.count() as u64;
        Some(lang.get().minutes_lines(&format::count(lang.get(), count)))
    };
    let file =
        move |write: fn(&Minutes, Lang) -> String, kind: &'static str, mime: &'static str| {
            let lang = lang.get_untracked();
            let text = minutes.with_untracked(|it| it.as_ref().map(|it| write(it, lang)));
            if let Some(text) = text {
                spawn_local(save(app, kind, mime, text));
            }
        };
    let calendar = move || {
        let lang = lang.get_untracked();
        let events = app.peek(|it| action_events(it, lang, id));
        if events.is_empty() {
            return app.say(Tone::Plain, Lang::minutes_no_dates);
        }
        let text = crate::transfer::ics::calendar(lang.minutes_actions(), &events, clock::now());
        spawn_local(save(app, "ics", "text/calendar", text));
    };
    view! {
        <section class="headline" data-testid="minutes-head">
            <h2 class="minutes__title">{part(|it| &it.title)}</h2>
            <p class="headline__note">{part(|it| &it.when)}</p>
            <p class="headline__note" data-testid="minutes-count">{count}</p>
            <div class="actions actions--start">
                <Show when=move || is_fresh.get()>
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Backup
                        label=move || lang.get().minutes_close()
                        on_press=to_closing
                        attr:data-testid="minutes-close"
                    />
                </Show>
                <Button
                    icon=Icon::Export
                    label=move || lang.get().minutes_markdown()
                    on_press=move || file(markdown, "md", "text/markdown")
                    attr:data-testid="minutes-markdown"
                />
                <Button
                    icon=Icon::Export
                    label=move || lang.get().minutes_html()
                    on_press=move || file(html, "html", "text/html")
                    attr:data-testid="minutes-html"
                />
                <Button
                    icon=Icon::Calendar
                    label=move || lang.get().minutes_calendar()
                    on_press=calendar
                    attr:data-testid="minutes-calendar"
                />
                <ButtonLink
                    icon=Icon::Undo
                    label=move || lang.get().rewind_of()
                    href=Signal::derive(move || rewind(app, id))
                    attr:data-testid="minutes-rewind"
                />
                <Button
                    icon=Icon::Team
                    label=move || lang.get().minutes_who()
                    on_press=move || asking.set(true)
                    attr:data-testid="minutes-who"
                />
                <Button
                    icon=Icon::Print
                    label=move || lang.get().minutes_print()
                    on_press=shell::print
                />
            </div>
        </section>
        <Show when=move || app.may_see(Matter::Data)>
            <Ended desk />
        </Show>
        <Attendance app asking meeting=Signal::stored(Some(id)) />
    }
}

/// When it ended, for whoever forgot to end it in time.
#[component]
fn Ended(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let span = move || {
        app.view(&[Table::Meetings], |it| {
            let meeting = it.meetings.get(id)?;
            Some((meeting.begun?, meeting.ended?))
        })
    };
    let value = move || {
        let millis = span().map(|it| it.1.max(0).unsigned_abs())?;
        Some(format::time_of_day((millis / 60_000) as i64 + clock::minutes_ahead(millis)))
    };
    // The time is that of the day on which it began, or of the night after.
    let set = move |text: String| {
        let minutes = text.split_once(':').and_then(|(hours, minutes)| {
            Some(hours.parse::<i64>().ok()? * 60 + minutes.parse::<i64>().ok()?)
        });
        let Some((minutes, (begun, ended))) = minutes.zip(untrack(span)) else { return };
        let day = civil_day(begun);
        let of = |day| past::midnight(day) as i64 + (minutes + 1) * 60_000 - 1;
        let at = Some(of(day)).filter(|it| begun <= *it).unwrap_or_else(|| of(day.next()));
        // Its own minute is the end as it is.
        let at = if at / 60_000 == ended / 60_000 { ended } else { at };
        quietly(app, MeetingCommand::CorrectEnd(id, at));
    };
    view! {
        <Show when=move || span().is_some()>
            <div class="rewind__day">
                <TimeField
                    label=move || lang.get().minutes_ended()
                    value=Signal::derive(move || value().unwrap_or_default())
                    on_change=set
                    attr:data-testid="minutes-ended"
                />
            </div>
        </Show>
    }
}

/// The address of how it stood when a meeting began.
fn rewind(app: App, id: MeetingId) -> String {
    let begun = app.view(&[Table::Meetings], |it| it.meetings.get(id)?.begun);
    Route::Meeting(MeetingPlace::Rewind(begun)).href()
}

/// The file is made before anything is waited for, because the permission of a tap is short.
async fn save(app: App, kind: &'static str, mime: &'static str, text: String) {
    let name = format!("huddle-{}.{kind}", app.today().get_untracked());
    match files::save(&name, mime, &text).await {
        Saved::Handed => app.say(Tone::Good, move |lang| lang.minutes_saved(&name)),
        Saved::Cancelled => {}
        Saved::Refused => app.say(Tone::Warn, Lang::minutes_not_saved),
    }
}

/// Shows what is left to do right after a meeting: rate it, and keep a backup.
fn to_closing() {
    if let Some(closing) = document().get_element_by_id(CLOSING) {
        closing.scroll_into_view();
    }
}

/// What is added by hand.
#[component]
fn Remarks(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let known = Memo::new(move |_| {
        let remarks = app.view(&[Table::Meetings], |it| Some(it.meetings.get(id)?.remarks.clone()));
        remarks.unwrap_or_default()
    });
    let typed = RwSignal::new(None::<String>);
    let value = Signal::derive(move || typed.get().unwrap_or_else(|| known.get()));
    let save = move || {
        let text = value.get_untracked();
        match app.act_here(Command::Meeting(MeetingCommand::SetRemarks(id, text))) {
            Ok(()) => typed.set(None),
            Err(refusal) => app.say_refused(&refusal),
        }
    };
    view! {
        <section class="section minutes__remarks">
            <AreaField
                label=move || lang.get().minutes_remarks()
                value
                on_input=move |it: String| typed.set(Some(it))
                lines=3
                hint=Signal::derive(move || lang.get().minutes_remarks_hint().to_owned())
                attr:data-testid="minutes-remarks"
            />
            <div class="actions actions--start">
                <Button
                    label=move || lang.get().minutes_remarks_save()
                    disabled=Signal::derive(move || value.get() == known.get())
                    on_press=save
                    attr:data-testid="minutes-remarks-save"
                />
            </div>
        </section>
    }
}
