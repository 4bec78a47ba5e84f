//! An amount of money, typed in major units as text.
//!
//! `1,234.50`, `12万` and `1.2亿` are all amounts; reading them is the caller's work, who says
//! what was understood or what is wrong while the text is being typed.

use super::{FieldFrame, described_by, invalid};
use crate::ui::id::fresh_id;
use crate::ui::key::{accept_by_enter, is_composing};
use leptos::prelude::*;

/// An amount of money.
#[component]
pub fn MoneyField(
    /// The words that name the field.
    #[prop(into)]
    label: Signal<String>,
    /// The currency as shown before the amount, such as `¥` or `USD`.
    #[prop(into)]
    currency: Signal<String>,
    /// The amount as typed.
    #[prop(into)]
    value: Signal<String>,
    /// Tells the text whenever it changes.
    #[prop(into)]
    on_input: Callback<String>,
    /// Runs on Enter.
    #[prop(optional, into)]
    on_enter: Option<Callback<()>>,
    /// What the text was understood to mean, such as `¥120,000`; empty for nothing.
    #[prop(optional, into)]
    understood: Signal<String>,
    /// A sentence that helps to fill it in.
    #[prop(optional, into)]
    hint: Option<Signal<String>>,
    /// What is wrong with the amount.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
) -> impl IntoView {
    let id = fresh_id();
    let described_by = described_by(&id, hint);
    view! {
        <FieldFrame id=id.clone() label hint error>
            <span class="money">
                <span class="money__currency" aria-hidden="true">{currency}</span>
                <input
                    class="input money__amount"
                    type="text"
                    inputmode="text"
                    autocomplete="off"
                    aria-describedby=described_by
                    aria-invalid=invalid(error)
                    id=id
                    prop:value=value
                    on:input=move |event| {
                        if !is_composing(&event) {
                            on_input.run(event_target_value(&event));
                        }
                    }
                    on:compositionend=move |event| on_input.run(event_target_value(&event))
                    on:keydown=move |event| accept_by_enter(&event, on_enter)
                />
                <output class="money__understood">{understood}</output>
            </span>
        </FieldFrame>
    }
}
