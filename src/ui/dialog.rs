//! A question over the page, which waits for its answer.
//!
//! Keep a dialog mounted and change `open`: the browser then gives the focus back to whoever had
//! it. Closing is the caller's decision; Escape and the cross only ask for it.

use super::button::IconButton;
use super::icon::Icon;
use super::id::fresh_id;
use super::lang::use_lang;
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
            aria-labelledby=labelled_by
            node_ref=dialog
            on:cancel=move |event: leptos::ev::Event| {
                event.prevent_default();
                on_close.run(());
            }
            on:close=move |_| {
                // The word of an earlier closing may come after it was opened again.
                let is_closed = dialog.get_untracked().is_none_or(|it| !it.open());
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

/// Opens and closes the element as `open` says. Where modal dialogs are missing it opens in place.
fn follow(dialog: NodeRef<html::Dialog>, open: Signal<bool>) {
    Effect::new(move |_| {
        let Some(element) = dialog.get() else { return };
        match (open.get(), element.open()) {
            (true, false) => {
                if element.show_modal().is_err() {
                    element.set_open(true);
                }
            }
            (false, true) => element.close(),
            (true, true) | (false, false) => {}
        }
    });
}
