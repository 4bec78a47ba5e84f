//! A search box: what is typed is told at once, a cross empties it.

use crate::ui::button::IconButton;
use crate::ui::icon::{Icon, IconView};
use crate::ui::key::{Key, accept_by_enter, is_composing, pressed_key};
use crate::ui::lang::use_lang;
use leptos::html;
use leptos::prelude::*;

/// A search box. Its label is for screen readers; the box shows it where nothing is typed.
#[component]
pub fn SearchField(
    /// What is searched.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Tells what is typed; nothing when it is emptied by the cross or by Escape.
    #[prop(into)]
    on_input: Callback<String>,
    /// Runs on Enter, but not on the Enter that accepts a composed word.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
) -> impl IntoView {
    let lang = use_lang();
    let box_ref = NodeRef::<html::Input>::new();
    let empty = move || {
        on_input.run(String::new());
        if let Some(input) = box_ref.get_untracked() {
            let _ = input.focus();
        }
    };
    let press = move |event| match pressed_key(&event) {
        Some(Key::Escape) if !value.read_untracked().is_empty() => {
            event.prevent_default();
            event.stop_propagation();
            on_input.run(String::new());
        }
        _ => accept_by_enter(&event, on_enter),
    };
    view! {
        <div class="search">
            <IconView icon=Icon::Search />
            <input
                class="search__box"
                type="text"
                enterkeyhint="search"
                autocomplete="off"
                aria-label=label
                placeholder=label
                node_ref=box_ref
                prop:value=value
                on:input=move |event| {
                    if !is_composing(&event) {
                        on_input.run(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| on_input.run(event_target_value(&event))
                on:keydown=press
            />
            <Show when=move || !value.read().is_empty()>
                <IconButton icon=Icon::Close label=move || lang.get().clear_search() on_press=empty />
            </Show>
        </div>
    }
}
