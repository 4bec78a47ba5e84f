//! A day, picked with the browser's own calendar.

use super::{FieldFrame, described_by, invalid};
use crate::ui::button::IconButton;
use crate::ui::icon::Icon;
use crate::ui::id::fresh_id;
use crate::ui::lang::use_lang;
use leptos::prelude::*;

/// A day as `YYYY-MM-DD`, or none.
#[component]
pub fn DateField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The day as `YYYY-MM-DD`; empty for none.
    #[prop(into)]
    value: Signal<String>,
    /// Tells the day as `YYYY-MM-DD`, empty when it is taken away.
    #[prop(into)]
    on_change: Callback<String>,
    /// The first day that may be picked, as `YYYY-MM-DD`.
    #[prop(optional, into)]
    earliest: Option<Signal<String>>,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the day.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let lang = use_lang();
    let id = fresh_id();
    let described_by = described_by(&id, hint);
    view! {
        <FieldFrame id=id.clone() label hint error>
            <span class="date">
                <input
                    class="input"
                    type="date"
                    min=move || earliest.map(|earliest| earliest.get())
                    aria-describedby=described_by
                    aria-invalid=invalid(error)
                    id=id
                    prop:value=value
                    on:change=move |event| on_change.run(event_target_value(&event))
                />
                <Show when=move || !value.read().is_empty()>
                    <IconButton
                        icon=Icon::Close
                        label=move || lang.get().clear_date()
                        on_press=move || on_change.run(String::new())
                    />
                </Show>
            </span>
        </FieldFrame>
    }
}
