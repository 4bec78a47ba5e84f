//! Rates of exchange: stated by the manager with their day.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::rates::Rate;
use crate::pages::common::Refused;
use crate::present::pipelines::whole;
use crate::present::rates::{RATE_TABLES, RateLine, missing_rates, parse_millionths, rate_lines};
use crate::present::settings::currencies;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, Choice, DateField, Form, FormActions, Icon, IconButton, SelectField, TextField,
};

/// A rate as filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    currency: String,
    day: String,
    units: String,
    worth: String,
}

impl Draft {
    /// For how many units; none where that is no number above zero.
    fn units(&self) -> Option<Option<i64>> {
        whole(&self.units).filter(|it| it.is_none_or(|it| 0 < it))
    }
}

/// The rates, and the form of another.
#[component]
pub(super) fn RatesSection(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    let lines = Memo::new(move |_| {
        app.view(&RATE_TABLES, |it| rate_lines(it, lang.get(), app.today().get()))
    });
    let missing =
        Memo::new(move |_| app.view(&RATE_TABLES, |it| missing_rates(it, app.today().get())));
    let begin = move || {
        let currency = missing.read_untracked().first().cloned().unwrap_or_default();
        let day = app.today().get_untracked().to_string();
        form.show(Draft { currency, day, units: "1".to_owned(), worth: String::new() });
    };
    let none = move || {
        let is_empty = lines.read().is_empty() && !form.is_open().get();
        is_empty.then(|| view! { <p class="section__note">{lang.get().rates_none()}</p> })
    };
    let warned = move || {
        let missing = missing.get();
        (!missing.is_empty()).then(|| lang.get().rates_missing(&missing.join(", ")))
    };
    view! {
        <section class="section" data-testid="settings-rates">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().rates_title()}</h2>
                <Show when=move || !form.is_open().get()>
                    <Button
                        icon=Icon::Plus
                        label=move || lang.get().rate_add()
                        on_press=begin
                        attr:data-testid="rate-add"
                    />
                </Show>
            </div>
            <p class="section__note">{move || lang.get().rates_note()}</p>
            <p class="section__note" data-testid="rates-missing">{warned}</p>
            {none}
            <ul class="list">
                {move || lines.get().into_iter().map(|line| rate_row(desk, line)).collect_view()}
            </ul>
            <Show when=move || form.is_open().get()>
                <RateForm desk form />
            </Show>
        </section>
    }
}

fn rate_row(desk: Desk, line: RateLine) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let RateLine { id, words, note } = line;
    let name = words.clone();
    view! {
        <li class="list__row" data-testid="rate-row">
            <span class="list__main">
                <span class="list__name">{words}</span>
                <span class="list__note">{note}</span>
            </span>
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().rate_remove(&name)
                on_press=move || app.act(Command::DeleteRate(id))
            />
        </li>
    }
}

#[component]
fn RateForm(desk: Desk, form: Form<Draft, Refusal>) -> impl IntoView {
    let Desk { app, lang, settings } = desk;
    let draft = form.draft;
    let home = move || settings.read().currency();
    let choices = move || {
        let offered = currencies(lang.get(), home()).into_iter();
        let offered = offered.filter(|(code, _)| code != home().code());
        let none = Choice::new("", lang.get().rate_currency());
        [none].into_iter().chain(offered.map(|(code, label)| Choice::new(code, label))).collect()
    };
    let worth = move || parse_millionths(&draft.read().worth);
    let save = move || {
        let (draft, units, millionths) =
            (draft.get_untracked(), untrack(move || draft.read().units()), untrack(worth));
        let (Some(units), Some(millionths)) = (units, millionths) else { return };
        let (currency, day) = (draft.currency.parse().ok(), draft.day.parse().ok());
        let units = units.filter(|it| *it != 1);
        let rate = Rate { currency, home: Some(untrack(home)), day, units, millionths };
        form.settle(app.act_here(Command::SaveRate(rate)));
    };
    let wrong_worth = move || {
        let is_wrong = !draft.read().worth.trim().is_empty() && worth().is_none();
        is_wrong.then(|| lang.get().rate_worth_bad().to_owned())
    };
    let wrong_units =
        move || draft.read().units().is_none().then(|| lang.get().rate_units_bad().to_owned());
    let (currency, set_currency) = form.text(|it| &mut it.currency);
    let (day, set_day) = form.text(|it| &mut it.day);
    let (units, set_units) = form.text(|it| &mut it.units);
    let (text, set_text) = form.text(|it| &mut it.worth);
    view! {
        <div class="form" data-testid="rate-form">
            <div class="form__row">
                <SelectField label=move || lang.get().rate_currency() choices=Signal::derive(choices) value=currency on_change=set_currency attr:data-testid="rate-currency" />
                <DateField label=move || lang.get().rate_day() value=day on_change=set_day />
            </div>
            <div class="form__row">
                <TextField label=move || lang.get().rate_units() value=units on_input=set_units on_enter=save error=Signal::derive(wrong_units) attr:data-testid="rate-units" />
                <TextField
                    label=move || lang.get().rate_worth_in(home().code())
                    hint=Signal::derive(move || lang.get().rate_worth_hint().to_owned())
                    value=text
                    on_input=set_text
                    on_enter=save
                    error=Signal::derive(wrong_worth)
                    attr:data-testid="rate-worth"
                />
            </div>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="rate-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}
