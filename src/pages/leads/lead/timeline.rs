//! What happened with a lead, activities and changes in one, day by day. The changes are read from
//! the journal once the lead itself is on the screen.

use leptos::prelude::*;

use super::past::past;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::pages::leads::desk::Desk;
use crate::present::duplicates::merged_into;
use crate::present::lead::{
    ActivityItem, Change, Event, TimelineDay, TimelineItem, TimelineKind, joined_history, timeline,
};
use crate::runtime::archive;
use crate::runtime::platform::after_paint;
use crate::ui::{Badge, Choice, Icon, IconButton, SegmentedField, Tone};

/// The timeline of a lead, the newest first.
#[component]
pub(super) fn TimelineView(desk: Desk, id: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let kind = RwSignal::new(TimelineKind::All);
    let events = LocalResource::new(move || {
        app.view(&[Table::Leads, Table::Aliases], |_| ());
        let lang = lang.get();
        async move {
            after_paint().await;
            let merged = app.peek(|it| merged_into(it, id)).into_iter();
            let merged: Vec<_> = merged.map(|(gone, _)| past(app, Table::Leads, gone)).collect();
            let own = past(app, Table::Leads, id);
            app.peek(|it| joined_history(it, lang, &own, &merged))
        }
    });
    let days = move || {
        let (lang, today) = (lang.get(), app.today().get());
        let events = events.get()?;
        let read = (events.as_slice(), kind.get());
        Some(
            app.view(&[Table::Activities, Table::People], |it| timeline(it, lang, today, id, read)),
        )
    };
    let shown = move || {
        let days = days()?;
        Some(match days.is_empty() {
            true => view! { <p class="section__note">{lang.get().timeline_none()}</p> }.into_any(),
            false => days.into_iter().map(|it| day_view(desk, it)).collect_view().into_any(),
        })
    };
    let merged = move || {
        let merged = app.view(&[Table::Aliases], |it| merged_into(it, id)).into_iter();
        let words = move |name: String| lang.get().duplicates_was(&name);
        let line = move |(_, name)| view! { <p class="section__note">{words(name)}</p> };
        merged.map(line).collect_view()
    };
    let archived = move || {
        let lang = lang.get();
        events.get()?;
        let held = archive::archives(app).into_iter().map(|it| archive::held(lang, &it));
        let line = move |held: String| {
            view! { <p class="section__note" data-testid="lead-archived">{lang.archive_elsewhere(&held)}</p> }
        };
        Some(held.map(line).collect_view())
    };
    view! {
        <section class="section" data-testid="lead-history">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().timeline_title()}</h3>
                <KindField desk kind />
            </div>
            {merged}
            {shown}
            {archived}
        </section>
    }
}

#[component]
fn KindField(desk: Desk, kind: RwSignal<TimelineKind>) -> impl IntoView {
    let lang = desk.app.lang();
    let choices = move || {
        let choice = |it: TimelineKind| Choice::new(it.as_str(), it.words(lang.get()));
        TimelineKind::ALL.map(choice).to_vec()
    };
    let choose = move |id: String| {
        let chosen = TimelineKind::ALL.into_iter().find(|it| it.as_str() == id);
        kind.set(chosen.unwrap_or_default());
    };
    view! {
        <span data-testid="timeline-kind">
            <SegmentedField
                label=move || lang.get().timeline_title()
                choices=Signal::derive(choices)
                value=Signal::derive(move || kind.get().as_str().to_owned())
                on_change=choose
            />
        </span>
    }
}

fn day_view(desk: Desk, TimelineDay { day, items }: TimelineDay) -> impl IntoView {
    let items = items.into_iter().map(|item| match item {
        TimelineItem::Activity(item) => activity_view(desk, item).into_any(),
        TimelineItem::Change(time, event) => event_view(desk, time, event).into_any(),
    });
    view! {
        <div class="timeline__day" data-testid="timeline-day">
            <h4 class="timeline__date">{day}</h4>
            <ol class="timeline">{items.collect_view()}</ol>
        </div>
    }
}

fn activity_view(desk: Desk, item: ActivityItem) -> impl IntoView {
    let lang = desk.app.lang();
    let ActivityItem { id, kind, head, time, text, outcome, planned, late } = item;
    let tone = if late { Tone::Warn } else { Tone::Accent };
    let icon = if late { Icon::Clock } else { Icon::Calendar };
    let badge = planned
        .then(|| view! { <Badge label=lang.get_untracked().activity_planned() tone icon /> });
    let edit = move || lang.get().contacts_edit_one(lang.get().activity_kind(kind));
    view! {
        <li class="timeline__event" data-testid="timeline-activity" data-kind=kind.to_string()>
            <div class="timeline__words">
                <span class="timeline__head">{head} {badge}</span>
                {(!text.is_empty()).then(|| view! { <p>{text}</p> })}
                {(!outcome.is_empty()).then(|| view! { <p class="lead__changes">"→ "{outcome}</p> })}
            </div>
            <time>{time}</time>
            <span data-testid="timeline-edit">
                <IconButton
                    icon=Icon::Edit
                    label=edit
                    on_press=move || desk.activity.edit(id)
                />
            </span>
        </li>
    }
}

fn event_view(desk: Desk, time: String, event: Event) -> impl IntoView {
    let lang = desk.app.lang();
    let Event { what, changes, .. } = event;
    let change = move |Change { field, from, to }: Change| {
        view! { <li>{lang.get().lead_changed(field, &from, &to)}</li> }
    };
    view! {
        <li class="timeline__event" data-testid="history-event">
            <div class="timeline__words">
                {what}
                <ul class="lead__changes">{changes.into_iter().map(change).collect_view()}</ul>
            </div>
            <time>{time}</time>
        </li>
    }
}
