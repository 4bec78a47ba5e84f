//! What stands above the board: which pipeline, which leads of it, how many, and adding one.

use leptos::prelude::*;
use std::time::Duration;

use super::desk::Desk;
use super::display::DisplayButton;
use super::filter::FilterButton;
use super::more::MoreMenu;
use super::views::ViewsMenu;
use crate::domain::id::PipelineId;
use crate::domain::workspace::Table;
use crate::present::board::{FilterChip, chips, options};
use crate::present::filter::LeadFilter;
use crate::present::format;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{
    Button, ButtonKind, Icon, IconView, MenuButton, MenuItem, MenuItemState, SearchField,
};

/// How long nothing is typed before the board follows what was typed.
const TYPED: Duration = Duration::from_millis(160);

const NAMED: &[Table] = &[Table::People, Table::Teams, Table::Products];

/// The tools of the board.
#[component]
pub(super) fn Toolbar(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let count = move || {
        let lang = lang.get();
        let (shown, total) = desk.board.with(|board| (board.shown as u64, board.total as u64));
        let [shown, total] = [shown, total].map(|n| format::count(lang, n));
        if shown == total { lang.leads_all(&total) } else { lang.leads_some(&shown, &total) }
    };
    let any = Memo::new(move |_| desk.app.view(&[Table::Leads], |it| !it.leads.is_empty()));
    let add = move || {
        desk.add_lead(desk.board.with_untracked(|board| board.first_stage()));
    };
    view! {
        <div class="toolbar board-toolbar">
            <PipelineSwitch desk />
            <Show when=move || any.get()>
                <BoardSearch desk />
                <FilterButton desk />
                <DisplayButton desk />
                <ViewsMenu desk />
            </Show>
            <MoreMenu desk />
            <Chips desk />
            <div class="toolbar__rest">
                <Show when=move || any.get()>
                    <span class="toolbar__count" data-testid="lead-count" role="status">{count}</span>
                </Show>
                <Show when=move || !desk.selection.on.get()>
                    <span data-testid="add-lead">
                        <Button
                            kind=ButtonKind::Primary
                            icon=Icon::Plus
                            label=move || lang.get().leads_add()
                            types=true
                            on_press=add
                        />
                    </span>
                </Show>
            </div>
        </div>
    }
}

/// Goes from one pipeline to another, where there are several.
#[component]
fn PipelineSwitch(desk: Desk) -> impl IntoView {
    let app = desk.app;
    let pipelines = Memo::new(move |_| app.view(&[Table::Pipelines], |it| options(it).pipelines));
    let current = move || desk.board.with(|board| board.pipeline);
    let name = move || {
        let pipelines = pipelines.read();
        let here = pipelines.iter().find(|(id, _)| Some(*id) == current());
        here.map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let items = move || {
        let item = |(id, name): &(PipelineId, String)| {
            let mut item = MenuItem::new(id.to_string(), name.clone());
            if Some(*id) == current() {
                item.state = MenuItemState::Current;
            }
            item
        };
        pipelines.read().iter().map(item).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        let address = desk.address.get_untracked();
        app.go(Route::Leads(BoardAddress { pipeline: id.parse().ok(), ..address }));
    };
    view! {
        <Show when=move || 1 < pipelines.read().len()>
            <span data-testid="pipeline-switch">
                <MenuButton
                    label=name
                    icon=Icon::Board
                    items=Signal::derive(items)
                    on_choose=choose
                />
            </span>
        </Show>
    }
}

/// Searches as one types, once a moment has passed without a letter.
#[component]
fn BoardSearch(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let typed = RwSignal::new(None::<String>);
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let shown = move || {
        typed.get().unwrap_or_else(|| desk.address.with(|address| address.filter.text.clone()))
    };
    let apply = move || {
        if let Some(text) = typed.try_update(Option::take).flatten() {
            let filter = desk.address.with_untracked(|address| address.filter.clone());
            desk.narrow(LeadFilter { text, ..filter });
        }
    };
    let stop = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    let type_text = move |text: String| {
        typed.set(Some(text));
        stop();
        timer.set_value(set_timeout_with_handle(apply, TYPED).ok());
    };
    on_cleanup(stop);
    view! {
        <div class="board-search" data-testid="board-search">
            <SearchField
                label=move || lang.get().leads_search()
                value=Signal::derive(shown)
                on_input=type_text
            />
        </div>
    }
}

/// What the board is narrowed to; a tap takes it away.
#[component]
fn Chips(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let shown = Memo::new(move |_| {
        let address = desk.address.read();
        let lang = lang.get();
        desk.app.view(NAMED, |it| chips(it, lang, &address.filter))
    });
    let chip = move |FilterChip { name, without }: FilterChip| {
        let label = name.clone();
        view! {
            <button
                type="button"
                class="chip"
                data-testid="filter-chip"
                aria-label=move || lang.get().leads_without(&label)
                on:click=move |_| desk.narrow(without.clone())
            >
                {name}
                <IconView icon=Icon::Close />
            </button>
        }
    };
    view! {
        {move || shown.get().into_iter().map(chip).collect_view()}
        <Show when=move || 1 < shown.read().len()>
            <span data-testid="clear-filter">
                <Button
                    kind=ButtonKind::Link
                    label=move || lang.get().leads_clear_filter()
                    on_press=move || desk.narrow(LeadFilter::default())
                />
            </span>
        </Show>
    }
}
