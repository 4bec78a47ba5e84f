//! A row: whom, what and when, and what can be done about it.

use leptos::prelude::*;

use super::Desk;
use crate::domain::follow_up::Task;
use crate::domain::id::LeadId;
use crate::present::agenda::{AgendaLine, AgendaRow, TABLES, line};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Avatar, Button, Icon, IconButton, IconView};

/// A row of the list, or nothing once it is gone.
#[component]
pub(super) fn Row(desk: Desk, row: AgendaRow) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let line = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        app.view(&TABLES, |it| line(it, lang, today, row))
    });
    move || line.get().map(|line| face(desk, row, line))
}

fn face(desk: Desk, row: AgendaRow, line: AgendaLine) -> impl IntoView {
    let AgendaLine { title, what, when, late, owner, lead } = line;
    let named = title.clone();
    let avatar = (!owner.is_empty()).then(|| view! { <Avatar name=owner /> });
    let tone = late.then_some("warn");
    view! {
        <div class="list__row agenda__row" data-testid="agenda-row">
            <a class="agenda__open" data-testid="agenda-open" href=address(lead)>
                {avatar}
                <span class="list__main">
                    <span class="list__name">{title}</span>
                    <span class="agenda__what">{what}</span>
                    <span class="list__note" data-tone=tone>
                        {late.then(|| view! { <IconView icon=Icon::Clock /> })}
                        {when}
                    </span>
                </span>
            </a>
            <span class="agenda__actions">{actions(desk, row, named)}</span>
        </div>
    }
}

/// The lead it is about; where there is none, the customers.
fn address(lead: Option<LeadId>) -> String {
    match lead {
        Some(lead) => Route::Lead(lead, BoardAddress::default()).href(),
        None => Route::Customers.href(),
    }
}

fn actions(desk: Desk, row: AgendaRow, title: String) -> AnyView {
    let Desk { lang, tasks, activity, .. } = desk;
    match row {
        AgendaRow::Done(id) => view! {
            <span data-testid="agenda-edit">
                <IconButton
                    icon=Icon::Edit
                    label=move || lang.get().contacts_edit_one(&title)
                    on_press=move || activity.edit(id)
                />
            </span>
        }
        .into_any(),
        AgendaRow::Due(due) => due_actions(desk, due.task, move || tasks.postpone(due.task)),
    }
}

fn due_actions(desk: Desk, task: Task, postpone: impl Fn() + Send + Sync + 'static) -> AnyView {
    let Desk { lang, tasks, .. } = desk;
    view! {
        <span data-testid="agenda-done">
            <Button
                icon=Icon::Check
                label=move || lang.get().activities_done_word()
                on_press=move || tasks.finish(task)
            />
        </span>
        <span data-testid="agenda-move">
            <Button
                icon=Icon::Calendar
                label=move || lang.get().activities_move_word()
                on_press=postpone
            />
        </span>
    }
    .into_any()
}
