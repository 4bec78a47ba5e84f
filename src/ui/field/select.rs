//! One of several, picked with the browser's own list.

use super::{Choice, FieldFrame, described_by, invalid};
use crate::ui::icon::{Icon, IconView};
use crate::ui::id::fresh_id;
use leptos::prelude::*;

/// One of several choices, from a list that opens.
#[component]
pub fn SelectField(
    /// The words that name the field.
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
    /// A sentence that helps to choose.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the choice.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id();
    let described_by = described_by(&id, hint);
    let options = move || {
        let option = |Choice { id, label }: Choice| {
            let own = id.clone();
            let selected = move || *value.read() == own;
            view! { <option value=id prop:selected=selected>{label}</option> }
        };
        choices.get().into_iter().map(option).collect_view()
    };
    view! {
        <FieldFrame id=id.clone() label hint error>
            <span class="select">
                <select
                    class="input select__box"
                    aria-describedby=described_by
                    aria-invalid=invalid(error)
                    id=id
                    on:change=move |event| on_change.run(event_target_value(&event))
                >
                    {options}
                </select>
                <IconView icon=Icon::Down />
            </span>
        </FieldFrame>
    }
}
