//! A question over the page, which waits for its answer.
//!
//! Keep a dialog mounted and change `open`: the browser then gives the focus back to whoever had
//! it. Closing is the caller's decision; Escape and the cross only ask for it.

use super::button::IconButton;
use super::focus::{after_paint, focused_element, give_back_to};
use super::icon::Icon;
use super::id::fresh_id;
use super::lang::use_lang;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{HtmlDialogElement, HtmlElement};

/// Marks a dialog that is on its way out.
const LEAVING: &str = "data-leaving";
/// What may have the focus.
const FIRST: &str = ":is(input, select, textarea, button):not(:disabled), a[href], [tabindex='0']";

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
    let dialog = NodeRef::<html::Dialog>::new();
    let title_id = fresh_id();
    let labelled_by = title_id.clone();
    follow(dialog, open);
    let body = move || {
        let (children, actions) = (children.clone(), actions.clone());
        open.get().then(move || {
            view! {
                <div class="dialog__body">{children()}</div>
                <div class="dialog__actions">{actions.run()}</div>
                <div class="dialog__close">
                    <IconButton icon=Icon::Close label=move || lang.get().close() on_press=on_close />
                </div>
            }
        })
    };
    view! {
        <dialog
            class="dialog"
            popover="manual"
            aria-labelledby=labelled_by
            node_ref=dialog
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_close.run(());
            }
            on:close=move |_| {
                // The word of an earlier closing may come after it was opened again.
                let is_closed = dialog.get_untracked().is_none_or(|it| !it.open() && !is_shown(&it));
                if is_closed && open.try_get_untracked() == Some(true) {
                    on_close.run(());
                }
            }
        >
            <h2 class="dialog__title" id=title_id>{title}</h2>
            {body}
        </dialog>
    }
}

/// Opens and closes the element as `open` says.
///
/// That a dialog is modal takes the rest of the page out of reach, and browsers work out the style
/// of all of it for that, which what was asked for should not wait for. So a dialog is shown first,
/// and becomes modal once it was painted; it is hidden first, and the page comes back into reach
/// once that was painted.
fn follow(dialog: NodeRef<html::Dialog>, open: Signal<bool>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    let settle = move || {
        let Some(element) = dialog.try_get_untracked().flatten() else { return };
        match (open.try_get_untracked(), element.open()) {
            (Some(true), false) => make_modal(&element),
            (Some(false), true) => {
                element.close();
                let _ = element.remove_attribute(LEAVING);
                if let Some(opener) = opener.try_update_value(Option::take).flatten() {
                    give_back_to(opener);
                }
            }
            _ => {}
        }
    };
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        match (open.get(), element.open()) {
            (true, false) => {
                opener.set_value(focused_element());
                match element.show_popover() {
                    Ok(()) => focus_first(&element),
                    Err(_) => make_modal(&element),
                }
            }
            (true, true) => drop(element.remove_attribute(LEAVING)),
            (false, true) => drop(element.set_attribute(LEAVING, "")),
            // It may be shown, and not modal yet.
            (false, false) => return drop(element.hide_popover()),
        }
        after_paint(settle);
    });
}

/// Whether it is shown over the page, and not modal yet.
fn is_shown(element: &HtmlDialogElement) -> bool {
    element.matches(":popover-open").unwrap_or(false)
}

/// Where modal dialogs are missing it opens in place.
fn make_modal(element: &HtmlDialogElement) {
    let _ = element.hide_popover();
    if element.show_modal().is_err() {
        element.set_open(true);
    }
}

/// What is typed at once goes to the first field.
fn focus_first(element: &HtmlDialogElement) {
    let first = element.query_selector(FIRST).ok().flatten();
    if let Some(first) = first.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = first.focus();
    }
}
