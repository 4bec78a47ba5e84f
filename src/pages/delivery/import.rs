//! Tasks from a file, after it was shown what it brings; and tasks as a file.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::delivery::DeliveryTask;
use crate::domain::id::DeliveryTaskId;
use crate::i18n::Lang;
use crate::present::delivery::import as words;
use crate::present::format;
use crate::runtime::platform::files::{self, Saved};
use crate::runtime::platform::{picking, text};
use crate::runtime::workbooks;
use crate::transfer::tasks::{TaskFileRefused, TaskPlan, TaskProblem, TaskSystem, export, plan};
use crate::ui::{Button, ButtonKind, Dialog, Icon, IconView, MenuButton, MenuItem, Notice, Tone};

/// What a file input offers to choose.
const ACCEPT: &str = ".csv,.tsv,.txt,text/csv,text/plain,.xls,.xlsx";

/// Problems beyond so many are only counted.
const PROBLEMS_SHOWN: usize = 50;

/// What became of a chosen file.
#[derive(Clone, PartialEq)]
enum Chosen {
    Unreadable,
    Refused(TaskFileRefused),
    Planned(TaskPlan, Vec<(DeliveryTaskId, DeliveryTask)>),
}

impl Chosen {
    fn plan(&self) -> Option<TaskPlan> {
        match self {
            Chosen::Planned(plan, _) => Some(plan.clone()),
            Chosen::Unreadable | Chosen::Refused(_) => None,
        }
    }

    /// How many tasks would be written.
    fn changes(&self) -> usize {
        match self {
            Chosen::Planned(_, tasks) => tasks.len(),
            Chosen::Unreadable | Chosen::Refused(_) => 0,
        }
    }

    fn trouble(&self, lang: Lang) -> Option<&'static str> {
        match self {
            Chosen::Unreadable => Some(lang.delivery_file_unreadable()),
            Chosen::Refused(why) => Some(words::refused(lang, *why)),
            Chosen::Planned(..) => None,
        }
    }
}

/// The button and the way of a file: choose, look, take over.
#[component]
pub(super) fn Import(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let open = RwSignal::new(false);
    let chosen = RwSignal::new(None::<Chosen>);
    let begin = move || {
        chosen.set(None);
        open.set(true);
    };
    let take = move || {
        if let Some(Chosen::Planned(plan, tasks)) = chosen.get_untracked() {
            app.act(Command::TakeDeliveryTasks(plan.file, tasks));
        }
        open.set(false);
    };
    let changes = Memo::new(move |_| chosen.read().as_ref().map_or(0, Chosen::changes));
    let label =
        move || lang.get().delivery_import_take(&format::count(lang.get(), changes.get() as u64));
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || open.set(false) />
            <Button
                kind=ButtonKind::Primary
                label
                disabled=Signal::derive(move || changes.get() == 0)
                on_press=take
                attr:data-testid="delivery-import-take"
            />
        }
    };
    view! {
        <Button
            icon=Icon::Import
            label=move || lang.get().delivery_import()
            on_press=begin
            attr:data-testid="delivery-import"
        />
        <Dialog
            open
            title=move || lang.get().delivery_import()
            on_close=move || open.set(false)
            actions
        >
            <div class="section">
                <Choose desk chosen />
                {move || chosen.read().as_ref().and_then(|it| it.trouble(lang.get())).map(|it| view! { <Notice tone=Tone::Bad words=it attr:data-testid="delivery-import-trouble" /> })}
                {move || chosen.read().as_ref().and_then(Chosen::plan).map(|plan| view! { <Preview desk plan /> })}
            </div>
        </Dialog>
    }
}

#[component]
fn Choose(desk: Desk, chosen: RwSignal<Option<Chosen>>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let read = move |event: leptos::ev::Event| {
        let Some(file) = picking::chosen(&event).into_iter().next() else { return };
        spawn_local(async move {
            let name = file.name();
            let found = match files::read(&file).await {
                None => Chosen::Unreadable,
                Some(bytes) => {
                    let gb18030 = |bytes: &[u8]| text::decode("gb18030", bytes);
                    let opened = workbooks::open(bytes).await;
                    match app.peek(|it| plan(&name, opened, gb18030, it)) {
                        Ok((plan, tasks)) => Chosen::Planned(plan, tasks),
                        Err(why) => Chosen::Refused(why),
                    }
                }
            };
            chosen.set(Some(found));
        });
    };
    view! {
        <label class="drop-file">
            <IconView icon=Icon::Import />
            <span>{move || lang.get().delivery_import_choose()}</span>
            <span class="section__note">{move || lang.get().delivery_import_hint()}</span>
            <input type="file" accept=ACCEPT data-testid="delivery-import-input" on:change=read />
        </label>
    }
}

/// What the file would bring.
#[component]
fn Preview(desk: Desk, plan: TaskPlan) -> impl IntoView {
    let lang = desk.lang.get();
    let from = lang.delivery_import_from(&plan.file, words::system(lang, plan.system));
    let count = |(name, figure): (&'static str, String)| {
        view! {
            <div class="counts__item">
                <span class="counts__figure">{figure}</span>
                <span class="counts__name">{name}</span>
            </div>
        }
    };
    let problem = |it: &TaskProblem| {
        view! { <li class="list__note" data-tone="bad">{words::problem(lang, it)}</li> }
    };
    let nothing = plan.created + plan.updated == 0;
    view! {
        <div class="section" data-testid="delivery-import-plan">
            <p class="section__title">{from}</p>
            <div class="counts">{words::counts(lang, &plan).map(count).collect_view()}</div>
            <p hidden={!nothing}>{lang.delivery_import_nothing()}</p>
            <ul>{plan.problems.iter().take(PROBLEMS_SHOWN).map(problem).collect_view()}</ul>
            {words::notes(lang, &plan).into_iter().map(|it| view! { <p class="section__note">{it}</p> }).collect_view()}
        </div>
    }
}

/// The choice of a system, and the file for it.
#[component]
pub(super) fn Export(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let systems = [TaskSystem::Worktile, TaskSystem::PingCode];
    let items = move || {
        let item = |it: TaskSystem| {
            let name = words::system(lang.get(), it);
            MenuItem::new(it.code(), lang.get().delivery_export_for(name))
        };
        systems.map(item).to_vec()
    };
    let hand_out = move |code: String| {
        if let Some(system) = systems.into_iter().find(|it| it.code() == code) {
            spawn_local(save(desk, system));
        }
    };
    view! {
        <span data-testid="delivery-export">
            <MenuButton
                label=move || lang.get().delivery_export()
                items=Signal::derive(items)
                on_choose=hand_out
            />
        </span>
    }
}

/// The file is made before anything is waited for, because the permission of a tap is short.
async fn save(desk: Desk, system: TaskSystem) {
    let app = desk.app;
    let today = app.today().get_untracked();
    let (text, count) =
        app.peek(|it| (export(system, it.delivery_tasks.iter()), it.delivery_tasks.len()));
    let name = format!("{}-{today}.csv", system.code());
    match files::save(&name, "text/csv", &text).await {
        Saved::Handed => {
            app.say(Tone::Good, move |lang| {
                lang.delivery_exported(&format::count(lang, count as u64), &name)
            });
        }
        Saved::Cancelled => {}
        Saved::Refused => app.say(Tone::Warn, Lang::delivery_not_exported),
    }
}
