//! A name that is typed, with the known names that hold what is typed so far.

use leptos::prelude::*;

use super::offers::Offers;
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
    view! {
        <TextField label value error on_input />
        <Offers words=offered on_choose=on_input />
    }
}
