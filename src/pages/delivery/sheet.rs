//! What stands beside the page: a task, or the rules.

use leptos::prelude::*;

use super::rules::Rules;
use super::{Chosen, Desk};
use crate::domain::command::Command;
use crate::domain::delivery::TaskState;
use crate::domain::id::DeliveryTaskId;
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::delivery::TaskDraft;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, ButtonKind, Choice, DateField, Form, FormActions, Icon, SegmentedField, Sheet,
    TextField,
};

/// The sheet; open while something is chosen.
#[component]
pub(super) fn DeliverySheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let name = move |id| {
        app.view(&[Table::DeliveryTasks], |it| it.delivery_tasks.get(id).map(|it| it.name.clone()))
    };
    let title = move || match chosen.get() {
        Some(Chosen::Task(id)) => {
            name(id).unwrap_or_else(|| lang.get().delivery_task_new().to_owned())
        }
        Some(Chosen::Rules) => lang.get().delivery_rules().to_owned(),
        None => String::new(),
    };
    let body = move || {
        Some(match chosen.get()? {
            Chosen::Task(id) => view! { <Task desk id /> }.into_any(),
            Chosen::Rules => view! { <Rules desk /> }.into_any(),
        })
    };
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title
            on_close=move || desk.close()
        >
            {body}
        </Sheet>
    }
}

#[component]
fn Task(desk: Desk, id: DeliveryTaskId) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let is_known = move || app.view(&[Table::DeliveryTasks], |it| it.delivery_tasks.has(id));
    let delete = move || {
        desk.close();
        app.act(Command::DeleteDeliveryTask(id));
    };
    view! {
        <div class="section" data-testid="delivery-task-detail">
            <TaskForm desk id />
            <Show when=is_known>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().delivery_task_delete()
                        on_press=delete
                    />
                </div>
            </Show>
        </div>
    }
}

#[component]
fn TaskForm(desk: Desk, id: DeliveryTaskId) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let form = Form::<TaskDraft, Refusal>::closed();
    form.show(app.peek(|it| TaskDraft::of(it, id)));
    let save = move || {
        let Some(command) = form.draft.read_untracked().command(id) else { return };
        match app.give(command) {
            Ok(()) => desk.close(),
            refused => form.settle(refused),
        }
    };
    let wrong = move || {
        let is_wrong = form.draft.read().read().is_none();
        is_wrong.then(|| lang.get().delivery_number_wrong().to_owned())
    };
    let (name, set_name) = form.text(|it| &mut it.task.name);
    let (project, set_project) = form.text(|it| &mut it.task.project);
    let (effort, set_effort) = form.text(|it| &mut it.effort);
    let (assignee, set_assignee) = form.text(|it| &mut it.task.assignee);
    view! {
        <div class="form">
            <TextField
                label=move || lang.get().delivery_task_name()
                value=name
                on_input=set_name
                on_enter=save
                attr:data-testid="delivery-task-name"
            />
            <TextField label=move || lang.get().delivery_task_project() value=project on_input=set_project on_enter=save />
            <TaskDays desk form />
            <TextField
                label=move || lang.get().delivery_task_effort()
                value=effort
                on_input=set_effort
                on_enter=save
                error=Signal::derive(wrong)
                attr:data-testid="delivery-task-effort"
            />
            <TextField label=move || lang.get().delivery_task_assignee() value=assignee on_input=set_assignee on_enter=save />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="delivery-task-save" on_cancel=move || desk.close() on_save=save />
            </div>
        </div>
    }
}

/// The days of work, and how far it is.
#[component]
fn TaskDays(desk: Desk, form: Form<TaskDraft, Refusal>) -> impl IntoView {
    let (lang, draft) = (desk.lang, form.draft);
    let states = move || {
        let name = |it: TaskState| Choice::new(it.to_string(), lang.get().task_state_words(it));
        TaskState::ALL.map(name).to_vec()
    };
    let text = |day: Option<crate::domain::calendar::Day>| day.map(|it| it.to_string());
    view! {
        <div class="form__row">
            <DateField
                label=move || lang.get().delivery_task_first()
                value=Signal::derive(move || text(draft.read().task.first).unwrap_or_default())
                on_change=move |day: String| draft.update(|it| it.task.first = day.parse().ok())
            />
            <DateField
                label=move || lang.get().delivery_task_last()
                value=Signal::derive(move || text(draft.read().task.last).unwrap_or_default())
                on_change=move |day: String| draft.update(|it| it.task.last = day.parse().ok())
            />
        </div>
        <SegmentedField
            label=move || lang.get().delivery_task_state()
            choices=Signal::derive(states)
            value=Signal::derive(move || draft.read().task.state.to_string())
            on_change=move |it: String| draft.update(|d| d.task.state = it.parse().unwrap_or_default())
        />
    }
}
