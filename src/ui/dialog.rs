//! A question over the page, which waits for its answer.
//!
//! It lies in the browser's top layer, keeps taps and the focus until it closes, and says to screen
//! readers that nothing else counts meanwhile. The browser's own modal dialogs would do the same by
//! working out the style of every element of the page anew, when one opens and again when it
//! closes; on a full board that takes longer than all the rest of the tap.
//!
//! Keep a dialog mounted and change `open`: whoever had the focus gets it back. Closing is the
//! caller's decision; Escape, the cross and the device's back gesture only ask for it.

use super::button::IconButton;
use super::close_request::close_on_request;
use super::focus::give_focus_back;
use super::focus_trap::{first_to_focus, trap_focus};
use super::icon::Icon;
use super::id::fresh_id;
use super::key::{Key, pressed_key};
use super::lang::use_lang;
use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::html;
use leptos::prelude::*;

/// A modal dialog. The first field of its body has the focus when it opens.
#[component]
pub fn Dialog(
    /// Whether it is open.
    #[prop(into)]
    open: Signal<bool>,
    /// What it asks.
    #[prop(into)]
    title: Signal<String>,
    /// Runs when the user wants to leave without an answer.
    #[prop(into)]
    on_close: Callback<()>,
    /// The buttons at the foot, the answer last; made anew each time it opens.
    #[prop(optional, into)]
    actions: ViewFn,
    /// The body; made anew each time it opens.
    children: ChildrenFn,
) -> impl IntoView {
    let lang = use_lang();
    let (layer, panel) = (NodeRef::<html::Dialog>::new(), NodeRef::<html::Div>::new());
    let title_id = fresh_id();
    let labelled_by = title_id.clone();
    give_focus_back(open);
    follow(layer, panel, open);
    trap_focus(panel, open, on_close);
    close_on_request(open, on_close);
    let body = move || {
        let (children, actions) = (children.clone(), actions.clone());
        open.get().then(move || {
            view! {
                <div class="dialog__body">{children()}</div>
                <div class="dialog__actions">{actions.run()}</div>
                <div class="dialog__close">
                    <IconButton
                        icon=Icon::Close
                        label=move || lang.get().close()
                        slow=true
                        on_press=on_close
                    />
                </div>
            }
        })
    };
    // A finger beside the panel would take the focus away from it.
    let stay = move |event: MouseEvent| {
        if event.target() == event.current_target() {
            event.prevent_default();
        }
    };
    let press = move |event: KeyboardEvent| {
        if pressed_key(&event) == Some(Key::Escape) && !event.default_prevented() {
            event.stop_propagation();
            event.prevent_default();
            on_close.run(());
        }
    };
    view! {
        <dialog
            class="dialog"
            popover="manual"
            aria-modal="true"
            aria-labelledby=labelled_by
            data-open=move || open.get().then_some("")
            node_ref=layer
            on:mousedown=stay
            on:keydown=press
        >
            <div class="dialog__panel" tabindex="-1" node_ref=panel>
                <h2 class="dialog__title" id=title_id>{title}</h2>
                {body}
            </div>
        </dialog>
    }
}

/// Brings the layer over everything else as `open` says, and the focus into it. Browsers without
/// popovers make it modal their own way.
fn follow(layer: NodeRef<html::Dialog>, panel: NodeRef<html::Div>, open: Signal<bool>) {
    Effect::new(move |was_open: Option<bool>| {
        let (Some(layer), Some(panel)) = (layer.get(), panel.get()) else { return false };
        let is_open = open.get();
        match (was_open.unwrap_or(false), is_open) {
            (false, true) => {
                if layer.show_popover().is_err() {
                    let _ = layer.show_modal();
                }
                let _ = first_to_focus(&panel).unwrap_or_else(|| panel.into()).focus();
            }
            (true, false) => {
                if layer.hide_popover().is_err() {
                    layer.close();
                }
            }
            (true, true) | (false, false) => {}
        }
        is_open
    });
}
