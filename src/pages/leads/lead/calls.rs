//! What rep and manager say of the deal for the quarter in which it is expected to close, and how
//! each call changed.

use leptos::prelude::*;

use super::past::past;
use crate::domain::call::Caller;
use crate::domain::command::{Command, LeadEdit};
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::pages::common::CallChoice;
use crate::pages::leads::desk::Desk;
use crate::present::calls::{CallEvent, LeadCalls, State, call_history, lead_calls};
use crate::runtime::app::App;
use crate::runtime::platform::after_paint;
use crate::ui::DateField;

const SHOWN: &[Table] =
    &[Table::Calls, Table::Leads, Table::Stages, Table::Customers, Table::People, Table::Settings];

/// The calls of a deal.
#[component]
pub(super) fn CallsView(desk: Desk, id: LeadId) -> impl IntoView {
    let app = desk.app;
    let lang = app.lang();
    let shown = Memo::new(move |_| app.view(SHOWN, |it| lead_calls(it, lang.get(), id)));
    let title = Signal::derive(move || {
        shown.read().as_ref().map(|it| it.title.clone()).unwrap_or_default()
    });
    let state = Memo::new(move |_| shown.read().as_ref().map(|it| it.state));
    let head = move || {
        let period = shown.read().as_ref().map(|it| it.period.clone()).unwrap_or_default();
        match period.is_empty() {
            true => lang.get().calls_title().to_owned(),
            false => lang.get().calls_lead_title(&period),
        }
    };
    let note = move || match state.get()? {
        State::Open => None,
        State::Undated => Some(lang.get().calls_lead_undated()),
        State::Closed => Some(lang.get().calls_lead_closed()),
    };
    let choice = move |caller: Caller| {
        let chosen = move || shown.read().as_ref().and_then(|it| it.calls[caller as usize]);
        view! {
            <CallChoice
                lead=id
                title
                caller
                chosen=Signal::derive(chosen)
                disabled=Signal::derive(move || state.get() != Some(State::Open))
            />
        }
    };
    let enter = move |day: String| {
        if let Ok(day) = day.parse() {
            app.act(Command::ChangeLeads(vec![id], vec![LeadEdit::Closes(Some(day))]));
        }
    };
    view! {
        <section class="section" data-testid="lead-calls">
            <h3 class="section__title">{head}</h3>
            <Show when=move || note().is_some()>
                <p class="section__note">{note}</p>
            </Show>
            <Show when=move || state.get() == Some(State::Undated)>
                <span data-testid="lead-calls-day">
                    <DateField
                        label=move || lang.get().lead_closes()
                        value=Signal::derive(String::new)
                        on_change=enter
                    />
                </span>
            </Show>
            <Show when=move || state.get() != Some(State::Undated)>
                {Caller::ALL.map(choice).into_iter().collect_view()}
            </Show>
            <History app shown />
        </section>
    }
}

/// Each call with its own history; nothing while nobody has called.
#[component]
fn History(app: App, shown: Memo<Option<LeadCalls>>) -> impl IntoView {
    let lang = app.lang();
    let read = LocalResource::new(move || {
        let lang = lang.get();
        let id = shown.read().as_ref().and_then(|it| it.id);
        let known = app.view(&[Table::Calls], |it| id.filter(|id| it.calls.has(*id)));
        async move {
            after_paint().await;
            let past = known.map(|it| past(app, Table::Calls, it)).unwrap_or_default();
            app.peek(|it| call_history(it, lang, &past))
        }
    });
    let events = move || read.get().unwrap_or_default();
    let none = Memo::new(move |_| events().iter().all(Vec::is_empty));
    let event = |CallEvent { when, what }: CallEvent| {
        view! {
            <li class="timeline__event" data-testid="call-event">
                <span class="timeline__words">{what}</span>
                <time>{when}</time>
            </li>
        }
    };
    let list = move |events: Vec<CallEvent>| {
        view! { <ol class="timeline">{events.into_iter().map(event).collect_view()}</ol> }
    };
    let lists = move || {
        let told = events().into_iter().filter(|it| !it.is_empty());
        told.map(list).collect_view()
    };
    view! {
        <Show when=move || !none.get()>
            <details class="call__history" data-testid="call-history">
                <summary>{move || lang.get().calls_history()}</summary>
                {lists}
            </details>
        </Show>
    }
}
