//! Text in one line or in several.

use super::{FieldFrame, described_by, invalid};
use crate::ui::id::fresh_id;
use crate::ui::key::{accept_by_enter, is_composing};
use leptos::prelude::*;

/// One line of text.
#[component]
pub fn TextField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Tells the text whenever it changes.
    #[prop(into)]
    on_input: Callback<String>,
    /// Runs on Enter, but not on the Enter that accepts a composed word.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the text.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id();
    let described_by = described_by(&id, hint);
    view! {
        <FieldFrame id=id.clone() label hint error>
            <input
                class="input"
                type="text"
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=invalid(error)
                id=id
                prop:value=value
                on:input=move |event| {
                    if !is_composing(&event) {
                        on_input.run(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| on_input.run(event_target_value(&event))
                on:keydown=move |event| accept_by_enter(&event, on_enter)
            />
        </FieldFrame>
    }
}

/// Several lines of text.
#[component]
pub fn AreaField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The text.
    #[prop(into)]
    value: Signal<String>,
    /// Tells the text whenever it changes.
    #[prop(into)]
    on_input: Callback<String>,
    /// How many lines it shows.
    #[prop(default = 3)]
    lines: u32,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the text.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id();
    let described_by = described_by(&id, hint);
    view! {
        <FieldFrame id=id.clone() label hint error>
            <textarea
                class="input input--area"
                rows=lines
                aria-describedby=described_by
                aria-invalid=invalid(error)
                id=id
                prop:value=value
                on:input=move |event| {
                    if !is_composing(&event) {
                        on_input.run(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| on_input.run(event_target_value(&event))
            ></textarea>
        </FieldFrame>
    }
}
