//! The currency of goals: one of the usual ones, or any by its code.

use leptos::prelude::*;

use super::Desk;
use crate::domain::money::Currency;
use crate::present::settings::currencies;
use crate::ui::{Button, Choice, SelectField, TextField};

/// The choice that asks for a code; no currency has this code.
const OTHER: &str = "other";

/// The currency, from a list that ends with any other.
#[component]
pub(super) fn CurrencyField(desk: Desk) -> impl IntoView {
    let Desk { lang, settings, .. } = desk;
    let asking = RwSignal::new(false);
    let choices = Signal::derive(move || {
        let offered = currencies(lang.get(), settings.read().currency()).into_iter();
        let offered = offered.map(|(code, label)| Choice::new(code, label));
        let other = Choice::new(OTHER, lang.get().settings_currency_other());
        offered.chain([other]).collect()
    });
    let value = move || match asking.get() {
        true => OTHER.to_owned(),
        false => settings.read().currency().code().to_owned(),
    };
    let take = Callback::new(move |currency: Currency| {
        asking.set(false);
        desk.change(|settings| settings.currency = Some(currency));
    });
    let choose = move |code: String| match code.parse() {
        Ok(currency) => take.run(currency),
        Err(_) => asking.set(true),
    };
    view! {
        <SelectField
            label=move || lang.get().settings_currency()
            hint=Signal::derive(move || lang.get().settings_currency_hint().to_owned())
            choices
            value=Signal::derive(value)
            on_change=choose
            attr:data-testid="settings-currency"
        />
        <Show when=move || asking.get()>
            <CodeField desk on_take=take />
        </Show>
    }
}

#[component]
fn CodeField(desk: Desk, on_take: Callback<Currency>) -> impl IntoView {
    let lang = desk.lang;
    let code = RwSignal::new(String::new());
    let currency = move || code.read().trim().to_ascii_uppercase().parse::<Currency>().ok();
    let wrong = move || {
        let is_wrong = 3 <= code.read().trim().chars().count() && currency().is_none();
        is_wrong.then(|| lang.get().settings_currency_code_bad().to_owned())
    };
    let take = move || {
        if let Some(currency) = untrack(currency) {
            on_take.run(currency);
        }
    };
    view! {
        <div class="form__row settings__code">
            <TextField
                label=move || lang.get().settings_currency_code()
                hint=Signal::derive(move || lang.get().settings_currency_code_hint().to_owned())
                value=code
                on_input=move |text| code.set(text)
                on_enter=take
                error=Signal::derive(wrong)
                attr:data-testid="settings-currency-code"
            />
            <Button
                label=move || lang.get().settings_apply()
                disabled=Signal::derive(move || currency().is_none())
                on_press=take
            />
        </div>
    }
}
