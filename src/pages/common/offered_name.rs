//! A name that is typed, with the known names that hold what is typed so far.

use leptos::prelude::*;

use crate::ui::TextField;

/// One line of text and chips that complete it.
#[component]
pub fn OfferedName(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// The names to offer.
    #[prop(into)]
    offered: Signal<Vec<String>>,
    /// What is wrong with the name.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// Tells the text whenever it changes.
    #[prop(into)]
    on_input: Callback<String>,
) -> impl IntoView {
    let chip = move |name: String| {
        let own = name.clone();
        view! {
            <li>
                <button type="button" class="chip" on:click=move |_| on_input.run(own.clone())>
                    {name}
                </button>
            </li>
        }
    };
    view! {
        <TextField label value error on_input />
        <ul class="customer-field__offers">
            <For each=move || offered.get() key=Clone::clone children=chip />
        </ul>
    }
}
