//! Long work: how far it is, and a way to stop it.

use super::button::Button;
use super::id::fresh_id;
use super::lang::use_lang;
use leptos::prelude::*;

/// How far a long piece of work is.
#[component]
pub fn Progress(
    /// What is being done and how far it is, such as "Reading rows: 3,400 of 10,000".
    #[prop(into)]
    label: Signal<String>,
    /// The share that is done, 0 to 1.
    #[prop(into)]
    share: Signal<f64>,
    /// Runs when the user wants to stop.
    #[prop(optional, into)]
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let lang = use_lang();
    let id = fresh_id();
    let label_for = id.clone();
    view! {
        <div class="progress">
            <label class="progress__label" for=label_for>{label}</label>
            <progress class="progress__bar" id=id max="1" prop:value=share></progress>
            {on_cancel.map(|on_cancel| view! { <Button label=move || lang.get().stop() on_press=on_cancel /> })}
        </div>
    }
}
