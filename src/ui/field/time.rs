//! A time of day, picked with the browser's own clock.

use super::{FieldFrame, described_by, invalid};
use crate::ui::id::fresh_id;
use leptos::prelude::*;

/// A time of day as `HH:MM`, or none.
#[component]
pub fn TimeField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The time as `HH:MM`; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Tells the time as `HH:MM`, empty when it is taken away.
    #[prop(into)]
    on_change: Callback<String>,
    /// What is wrong with the time.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id();
    let described_by = described_by(&id, None);
    view! {
        <FieldFrame id=id.clone() label hint=None error>
            <input
                class="input"
                type="time"
                aria-describedby=described_by
                aria-invalid=invalid(error)
                id=id
                prop:value=value
                on:change=move |event| on_change.run(event_target_value(&event))
            />
        </FieldFrame>
    }
}
