//! One of a few, all of them in sight.

use super::Choice;
use crate::ui::id::fresh_id;
use leptos::prelude::*;

/// One of two to five choices that stand side by side.
#[component]
pub fn SegmentedField(
    /// The words that name the choice, for screen readers only.
    #[prop(into)]
    label: Signal<String>,
    /// What can be chosen.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The `id` of what is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Tells the `id` of what was chosen.
    #[prop(into)]
    on_change: Callback<String>,
) -> impl IntoView {
    let group = fresh_id();
    let segment = move |Choice { id, label }: Choice| {
        let own = id.clone();
        view! {
            <label class="segmented__part">
                <input
                    type="radio"
                    name=group.clone()
                    value=id.clone()
                    prop:checked=move || *value.read() == own
                    on:change=move |_| on_change.run(id.clone())
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="segmented">
            <legend class="unseen">{label}</legend>
            {move || choices.get().into_iter().map(segment.clone()).collect_view()}
        </fieldset>
    }
}
