//! The two ways out of a form: leaving it, and the answer.

use super::button::{Button, ButtonKind};
use super::lang::use_lang;
use leptos::prelude::*;

/// Cancel, and the answer after it.
#[component]
pub fn FormActions(
    /// What tests know the answer by.
    #[prop(into)]
    name: String,
    /// What the answer is called; none means to save.
    #[prop(optional, into)]
    label: Option<Signal<String>>,
    /// Whether there is no answer to give yet.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Runs when the user leaves without an answer.
    #[prop(into)]
    on_cancel: Callback<()>,
    /// Runs when the user answers.
    #[prop(into)]
    on_save: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    let save = Signal::derive(move || lang.get().save().to_owned());
    view! {
        <Button label=move || lang.get().cancel() slow=true on_press=on_cancel />
        <Button
            kind=ButtonKind::Primary
            label=label.unwrap_or(save)
            disabled
            slow=true
            on_press=on_save
            attr:data-testid=name
        />
    }
}
