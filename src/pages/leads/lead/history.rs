//! What happened to a lead, read from the journal once the lead itself is on the screen.

use leptos::prelude::*;

use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::pages::leads::desk::Desk;
use crate::present::duplicates::merged_into;
use crate::present::lead::{Change, Event, Past, joined_history};
use crate::runtime::app::App;
use crate::runtime::platform::{clock, next_frame};

/// The changes of a lead, latest first.
#[component]
pub(super) fn HistoryView(desk: Desk, id: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let events = LocalResource::new(move || {
        app.view(&[Table::Leads, Table::Aliases], |_| ());
        let lang = lang.get();
        async move {
            next_frame().await;
            let merged = app.peek(|it| merged_into(it, id)).into_iter();
            let (own, merged): (_, Vec<_>) =
                (past(app, id), merged.map(|(gone, _)| past(app, gone)).collect());
            app.peek(|it| joined_history(it, lang, &own, &merged))
        }
    });
    let shown = move || {
        let events = events.get()?;
        Some(match events.is_empty() {
            true => view! { <p>{lang.get().lead_no_history()}</p> }.into_any(),
            false => {
                let events = events.into_iter().map(|event| event_view(desk, event));
                view! { <ol class="timeline">{events.collect_view()}</ol> }.into_any()
            }
        })
    };
    let merged = move || {
        let merged = app.view(&[Table::Aliases], |it| merged_into(it, id)).into_iter();
        let words = move |name: String| lang.get().duplicates_was(&name);
        let line = move |(_, name)| view! { <p class="section__note">{words(name)}</p> };
        merged.map(line).collect_view()
    };
    view! {
        <section class="section" data-testid="lead-history">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().lead_history()}</h3>
            </div>
            {merged}
            {shown}
        </section>
    }
}

fn past(app: App, id: LeadId) -> Vec<Past> {
    let happenings = app.history(Table::Leads, id.into());
    let past = happenings.into_iter().map(|it| Past {
        millis: it.stamp.millis,
        minutes_ahead: clock::minutes_ahead(it.stamp.millis),
        label: it.label,
        fields: it.fields,
    });
    past.collect()
}

fn event_view(desk: Desk, event: Event) -> impl IntoView {
    let lang = desk.app.lang();
    let Event { when, what, changes } = event;
    let change = move |Change { field, from, to }: Change| {
        view! { <li>{lang.get().lead_changed(field, &from, &to)}</li> }
    };
    view! {
        <li class="timeline__event" data-testid="history-event">
            <div class="timeline__words">
                {what}
                <ul class="lead__changes">{changes.into_iter().map(change).collect_view()}</ul>
            </div>
            <time>{when}</time>
        </li>
    }
}
