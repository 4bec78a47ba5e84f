//! What is assumed, beside the forecast: each by name with what it adds, and its switch.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::i18n::Lang;
use crate::present::forecast::assumed::AssumedRow;
use crate::present::forecast::certificate::Figure as Of;
use crate::present::forecast::words;
use crate::runtime::route::Route;
use crate::ui::{ButtonLink, CheckField, Figure, Icon};

/// The forecast alone and with what is switched on; nothing where nothing is assumed.
#[component]
pub(super) fn AssumedSection(desk: Desk) -> impl IntoView {
    let Desk { lang, assumed, opened, .. } = desk;
    let rows = move || assumed.read().as_ref().map(|it| it.rows.clone()).unwrap_or_default();
    let row = move |row: AssumedRow| view! { <Row desk row /> };
    let line = move |name: &'static str, value: String, note: String, of: Of| {
        let test = if of == Of::Assumed { "assumed-with" } else { "assumed-plain" };
        view! {
            <li class="list__row" data-testid=test>
                <span class="list__main">
                    <span class="list__name">{name}</span>
                    <span class="list__note">{note}</span>
                </span>
                <span class="list__figure">
                    <Figure value label=name on_explain=move || opened.set(Some(of)) />
                </span>
            </li>
        }
    };
    let plain = move || {
        let lang = lang.get();
        let figure = words::about(lang, assumed.read().as_ref()?.plain);
        Some(line(lang.assumed_plain(), figure, String::new(), Of::Landing))
    };
    let with = move || {
        let (lang, assumed) = (lang.get(), assumed.read());
        let it = assumed.as_ref()?;
        let about = |it| words::about(lang, it);
        let mut note = lang.assumed_range(&about(it.range.0), &about(it.range.1));
        if let Some((plain, with)) = it.chance {
            let (plain, with) = (words::chance(lang, plain), words::chance(lang, with));
            note = [note, lang.assumed_chance(&with, &plain)].join(lang.list_comma());
        }
        Some(line(lang.assumed_with(), about(it.with), note, Of::Assumed))
    };
    view! {
        <section class="section" data-testid="forecast-assumed">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().assumed_title()}</h3>
                <ButtonLink
                    icon=Icon::Note
                    label=move || lang.get().assumed_link()
                    href=Route::Market.href()
                />
            </div>
            <ul class="list">
                {plain}
                {move || rows().into_iter().map(row).collect_view()}
                {with}
            </ul>
            <p class="section__note">{move || note(lang.get(), assumed.read().is_some())}</p>
        </section>
    }
}

fn note(lang: Lang, is_assumed: bool) -> &'static str {
    if is_assumed { lang.assumed_how() } else { lang.market_assumptions_none() }
}

#[component]
fn Row(desk: Desk, row: AssumedRow) -> impl IntoView {
    let Desk { app, lang, opened, .. } = desk;
    let lang = lang.get();
    let AssumedRow { id, name, effect, adds, on } = row;
    let label = name.clone();
    let is_added = on && adds.is_some();
    let value = match adds {
        None => lang.assumed_other_currency().to_owned(),
        Some(_) if !on => lang.assumed_off().to_owned(),
        Some(adds) if 0 < adds.minor => ["+", &words::about(lang, adds)].concat(),
        Some(adds) => words::about(lang, adds),
    };
    let figure = match is_added {
        false => value.into_any(),
        true => {
            let explain = move || opened.set(Some(Of::Assumption(id)));
            view! { <Figure value label on_explain=explain /> }.into_any()
        }
    };
    view! {
        <li class="list__row" data-testid="assumed-row">
            <span class="list__main">
                <CheckField
                    label=name
                    checked=on
                    on_change=move |on: bool| app.act(Command::SwitchAssumption(id, on))
                />
                <span class="list__note">{effect}</span>
            </span>
            <span class="list__figure">{figure}</span>
        </li>
    }
}
