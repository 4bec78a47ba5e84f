//! The detail of something: beside the list in landscape, over it in portrait.
//!
//! It stands as the second child of `<div class="two-pane">`, after the list. The page keeps its
//! openness in the address, so back closes it.

use super::button::IconButton;
use super::focus::{arrive_at, give_focus_back};
use super::icon::Icon;
use super::id::fresh_id;
use super::key::{Key, pressed_key};
use super::lang::use_lang;
use leptos::html;
use leptos::prelude::*;

/// A pane with the detail of one thing. Its heading has the focus when it opens.
#[component]
pub fn Sheet(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// What it shows.
    #[prop(into)]
    title: Signal<String>,
    /// Runs when the user wants to close it.
    #[prop(into)]
    on_close: Callback<()>,
    /// The body; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let lang = use_lang();
    let heading = NodeRef::<html::H2>::new();
    let title_id = StoredValue::new(fresh_id());
    give_focus_back(open);
    arrive_at(heading);
    let press = move |event| {
        if pressed_key(&event) == Some(Key::Escape) {
            event.stop_propagation();
            on_close.run(());
        }
    };
    view! {
        <Show when=move || open.get()>
            <aside class="sheet" aria-labelledby=title_id.get_value() on:keydown=press>
                <header class="sheet__head">
                    <h2 class="sheet__title" id=title_id.get_value() tabindex="-1" node_ref=heading>
                        {title}
                    </h2>
                    <IconButton
                        icon=Icon::Close
                        label=move || lang.get().close()
                        slow=true
                        on_press=on_close
                    />
                </header>
                <div class="sheet__body">{children()}</div>
            </aside>
        </Show>
    }
}
