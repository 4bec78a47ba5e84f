//! Why a form was not saved, said where the person is looking.

use leptos::prelude::*;

use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::ui::{Icon, IconView};

/// The sentence of a refusal; nothing while there is none.
#[component]
pub fn Refused(
    /// What tests know it by.
    #[prop(default = "form-refused")]
    name: &'static str,
    /// Why it was not taken.
    #[prop(into)]
    refusal: Signal<Option<Refusal>>,
) -> impl IntoView {
    let lang = use_app().lang();
    let words = move || {
        let words = refusal.read().as_ref()?.words(lang.get());
        Some(view! { <IconView icon=Icon::Warn /> {words} })
    };
    view! { <p class="field__error" role="alert" data-testid=name>{words}</p> }
}
