//! A slider over whole steps.

use super::FieldFrame;
use crate::ui::id::fresh_id;
use leptos::prelude::*;

/// A slider from 0 to `most`.
#[component]
pub fn RangeField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The last step.
    #[prop(into)]
    most: Signal<i64>,
    /// The step it stands at.
    #[prop(into)]
    value: Signal<i64>,
    /// What the step means, for screen readers.
    #[prop(into)]
    words: Signal<String>,
    /// Tells the step while it is moved.
    #[prop(into)]
    on_input: Callback<i64>,
) -> impl IntoView {
    let id = fresh_id();
    let input = move |event| {
        if let Ok(step) = event_target_value(&event).parse() {
            on_input.run(step);
        }
    };
    view! {
        <FieldFrame id=id.clone() label hint=None error=Signal::derive(|| None)>
            <input
                class="range"
                type="range"
                min="0"
                max=move || most.get()
                aria-valuetext=words
                id=id
                prop:value=move || value.get().to_string()
                on:input=input
            />
        </FieldFrame>
    }
}
