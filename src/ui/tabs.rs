//! Several views of one thing, one at a time.

use super::button::bool_word;
use super::field::Choice;
use super::id::{fresh_id, part_id};
use super::key::{moved, pressed_key};
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// A row of tabs and the view of the chosen one. Arrows move along the row.
#[component]
pub fn Tabs(
    /// What the tabs show, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    #[prop(into)]
    tabs: Signal<Vec<Choice>>,
    /// The `id` of the chosen tab.
    #[prop(into)]
    selected: Signal<String>,
    /// Tells the `id` of a tab that was tapped.
    #[prop(into)]
    on_select: Callback<String>,
    /// The view of the chosen tab.
    children: Children,
) -> impl IntoView {
    let row = NodeRef::<html::Div>::new();
    let panel = fresh_id();
    let panel_id = panel.clone();
    let press = move |event: KeyboardEvent| {
        let tabs = tabs.read_untracked();
        let current = tabs.iter().position(|tab| tab.id == *selected.read_untracked());
        let next = pressed_key(&event).and_then(|key| moved(key, current.unwrap_or(0), tabs.len()));
        let Some(next) = next else { return };
        let id = tabs[next].id.clone();
        drop(tabs);
        event.prevent_default();
        on_select.run(id);
        if let Some(row) = row.get_untracked() {
            focus_tab(&row, next);
        }
    };
    let tab = move |Choice { id, label }: Choice| {
        let own = id.clone();
        let chosen = Signal::derive(move || *selected.read() == own);
        view! {
            <button
                type="button"
                role="tab"
                class="tabs__tab"
                id=part_id(&panel, &id)
                aria-controls=panel.clone()
                aria-selected=move || bool_word(chosen.get())
                tabindex=move || if chosen.get() { "0" } else { "-1" }
                on:click=move |_| on_select.run(id.clone())
            >
                {label}
            </button>
        }
    };
    let labelled_by = {
        let panel = panel_id.clone();
        move || part_id(&panel, &selected.read())
    };
    view! {
        <div class="tabs">
            <div class="tabs__row" role="tablist" aria-label=label node_ref=row on:keydown=press>
                {move || tabs.get().into_iter().map(tab.clone()).collect_view()}
            </div>
            <div class="tabs__panel" role="tabpanel" id=panel_id aria-labelledby=labelled_by>
                {children()}
            </div>
        </div>
    }
}

fn focus_tab(row: &HtmlElement, place: usize) {
    let tab = u32::try_from(place).ok().and_then(|place| row.children().item(place));
    if let Some(tab) = tab.and_then(|tab| tab.dyn_into::<HtmlElement>().ok()) {
        let _ = tab.focus();
    }
}
