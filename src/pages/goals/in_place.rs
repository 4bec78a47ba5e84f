//! The field in the place of a goal: Enter or leaving it takes what was typed, Escape does not.

use leptos::html;
use leptos::prelude::*;

use crate::ui::id::fresh_id;
use crate::ui::key::{Key, is_composing, pressed_key};
use crate::ui::{after_paint, type_into};

/// What is left to do once a field was left.
pub(super) type After = Box<dyn FnOnce()>;

/// The field, with what is understood or wrong below it.
#[component]
pub(super) fn InPlace(
    /// What it is, for screen readers.
    label: String,
    /// What is typed.
    draft: RwSignal<String>,
    /// What is understood, or why nothing is.
    #[prop(into)]
    told: Signal<String>,
    /// Whether nothing is.
    #[prop(into)]
    is_wrong: Signal<bool>,
    /// What tests know it by.
    test_id: &'static str,
    /// Runs on Enter.
    #[prop(into)]
    on_enter: Callback<()>,
    /// Runs on Escape.
    #[prop(into)]
    on_escape: Callback<()>,
    /// Runs when it is left. The table is drawn anew by what is done then, so the tap that took the
    /// focus is answered first.
    on_leave: Callback<(), Option<After>>,
) -> impl IntoView {
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            type_into(&input, &draft.read_untracked(), true);
        }
    });
    let press = move |event: leptos::ev::KeyboardEvent| match pressed_key(&event) {
        Some(Key::Enter) => {
            // The button that takes the focus would take this very key as a press.
            event.prevent_default();
            on_enter.run(());
        }
        Some(Key::Escape) => {
            event.stop_propagation();
            on_escape.run(());
        }
        _ => {}
    };
    let leave = move |_| {
        // Chromium says that a field is left while it is taken from the page, when nobody is there.
        if let Some(after) = on_leave.try_run(()).flatten() {
            after_paint(after);
        }
    };
    let hint = fresh_id();
    let described_by = hint.clone();
    view! {
        <span class="quota-edit">
            <input
                class="input quota-edit__input"
                type="text"
                autocomplete="off"
                aria-label=label
                aria-describedby=described_by
                aria-invalid=move || is_wrong.get().then_some("true")
                data-testid=test_id
                node_ref=input
                prop:value=draft
                on:input=move |event| {
                    if !is_composing(&event) {
                        draft.set(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| draft.set(event_target_value(&event))
                on:keydown=press
                on:blur=leave
            />
            <output
                class="quota-edit__told"
                id=hint
                data-state=move || is_wrong.get().then_some("wrong")
            >
                {told}
            </output>
        </span>
    }
}
