//! A small surface that opens beside its button and closes on a tap elsewhere, on
//! Escape, or on the device's back gesture.
//!
//! The button and the popover stand together in an element of class `popover-anchor`.

use super::close_request::close_on_request;
use super::focus::give_focus_back;
use super::key::{Key, pressed_key};
use leptos::html;
use leptos::prelude::*;

/// A small surface with choices.
#[component]
pub fn Popover(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// Its name, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Runs when it wants to close.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it shows; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let surface = NodeRef::<html::Div>::new();
    give_focus_back(open);
    focus_when_shown(surface);
    close_on_request(open, on_close);
    let press = move |event| {
        if pressed_key(&event) == Some(Key::Escape) {
            event.prevent_default();
            event.stop_propagation();
            on_close.run(());
        }
    };
    view! {
        <Show when=move || open.get()>
            <Scrim on_close />
            <div
                class="popover"
                role="dialog"
                aria-label=label
                tabindex="-1"
                node_ref=surface
                on:keydown=press
            >
                {children()}
            </div>
        </Show>
    }
}

/// What lies under an open surface: a tap on it closes the surface. It is a button because iOS
/// gives no click to anything else, and hidden from keys and screen readers, which have Escape.
#[component]
pub(super) fn Scrim(
    /// Runs on a tap.
    on_close: Callback<()>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="scrim"
            tabindex="-1"
            aria-hidden="true"
            on:click=move |_| on_close.run(())
        ></button>
    }
}

fn focus_when_shown(surface: NodeRef<html::Div>) {
    Effect::new(move |_| {
        if let Some(surface) = surface.get() {
            let _ = surface.focus();
        }
    });
}
