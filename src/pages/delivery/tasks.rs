//! The tasks behind the firm load.

use leptos::prelude::*;

use super::import::{Export, Import};
use super::{Chosen, Desk};
use crate::domain::workspace::Table as Data;
use crate::present::delivery::{TaskRow, TasksView};
use crate::present::format;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, Column, EmptyPicture, EmptyState, Icon, Table};

/// How many tasks are shown at first.
const SHOWN: usize = 50;

/// The table of tasks that are not done.
#[component]
pub(super) fn Tasks(desk: Desk) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let tasks =
        Memo::new(move |_| app.view(&[Data::DeliveryTasks], |it| TasksView::new(it, lang.get())));
    let all = RwSignal::new(false);
    let add = move || chosen.set(Some(Chosen::Task(app.draw_id().into())));
    let empty = move || {
        let sentence = move || lang.get().delivery_tasks_none();
        view! { <EmptyState picture=EmptyPicture::Table sentence /> }
    };
    let done = move || {
        let done = tasks.read().done;
        (done != 0).then(|| lang.get().delivery_done_tasks(&format::count(lang.get(), done as u64)))
    };
    let count = move || format::count(lang.get(), tasks.read().open.len() as u64);
    view! {
        <section class="section" data-testid="delivery-tasks">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().delivery_tasks()}</h2>
                <div class="actions">
                    <Export desk />
                    <Import desk />
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().delivery_task_add()
                        on_press=add
                        attr:data-testid="delivery-task-add"
                    />
                </div>
            </div>
            <Show when=move || !tasks.read().open.is_empty() fallback=empty>
                <TaskTable desk tasks all />
            </Show>
            <Show when=move || !all.get() && SHOWN < tasks.read().open.len()>
                <div class="actions actions--start">
                    <Button
                        label=move || lang.get().delivery_show_all(&count())
                        on_press=move || all.set(true)
                    />
                </div>
            </Show>
            <p class="section__note">{done}</p>
        </section>
    }
}

#[component]
fn TaskTable(desk: Desk, tasks: Memo<TasksView>, all: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("name", lang.delivery_task_name()),
            Column::text("project", lang.delivery_task_project()),
            Column::text("when", lang.delivery_task_when()),
            Column::figure("effort", lang.delivery_task_effort()),
            Column::text("assignee", lang.delivery_task_assignee()),
            Column::text("state", lang.delivery_task_state()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |row: TaskRow| {
        let TaskRow { id, name, project, when, effort, assignee, state } = row;
        let choose = move |_| app.go(Route::Delivery(Some(id)));
        view! {
            <tr data-testid="delivery-task">
                <th scope="row">
                    <button type="button" class="delivery__name" on:click=choose>{name}</button>
                </th>
                <td>{project}</td>
                <td>{when}</td>
                <td class="figures">{effort}</td>
                <td>{assignee}</td>
                <td>{state}</td>
            </tr>
        }
    };
    let shown = move || {
        let most = if all.get() { usize::MAX } else { SHOWN };
        tasks.read().open.iter().take(most).cloned().map(row).collect_view()
    };
    view! { <Table caption=move || lang.get().delivery_tasks() columns>{shown}</Table> }
}
