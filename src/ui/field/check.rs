//! Yes or no.

use crate::ui::id::{fresh_id, part_id};
use leptos::prelude::*;

/// A box to tick, with its words beside it.
#[component]
pub fn CheckField(
    /// What is ticked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is ticked.
    #[prop(into)]
    checked: Signal<bool>,
    /// Tells whether it is ticked now.
    #[prop(into)]
    on_change: Callback<bool>,
    /// A sentence that helps to decide.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// Whether it cannot be changed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
) -> impl IntoView {
    let id = fresh_id();
    let label_for = id.clone();
    let hint_id = part_id(&id, "hint");
    let described_by = hint.map(|_| hint_id.clone());
    view! {
        <div class="check">
            <label class="check__label" for=label_for>
                <input
                    type="checkbox"
                    class="check__box"
                    aria-describedby=described_by
                    id=id
                    prop:checked=checked
                    prop:disabled=disabled
                    on:change=move |event| on_change.run(event_target_checked(&event))
                />
                <span>{label}</span>
            </label>
            {hint.map(|hint| view! { <p class="field__hint" id=hint_id>{hint}</p> })}
        </div>
    }
}
