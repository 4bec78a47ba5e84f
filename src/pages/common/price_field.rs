//! The field of a price.

use leptos::prelude::*;

use crate::present::format;
use crate::present::price::PriceDraft;
use crate::runtime::app::use_app;
use crate::ui::MoneyField;

/// A price, typed; says what it was understood to be, or that it is none.
#[component]
pub fn PriceField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// What was typed so far.
    #[prop(into)]
    draft: Signal<PriceDraft>,
    /// Tells the text whenever it changes.
    #[prop(into)]
    on_input: Callback<String>,
    /// Runs on Enter.
    #[prop(into)]
    on_enter: Callback<()>,
) -> impl IntoView {
    let lang = use_app().lang();
    let wrong =
        move || draft.read().read().is_none().then(|| lang.get().goals_not_an_amount().to_owned());
    view! {
        <MoneyField
            label
            currency=move || format::symbol(lang.get(), draft.read().currency)
            value=Signal::derive(move || draft.read().text.clone())
            on_input
            on_enter
            understood=Signal::derive(move || draft.read().understood(lang.get()))
            error=Signal::derive(wrong)
        />
    }
}
