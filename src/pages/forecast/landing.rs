//! Where the period lands, as a picture.

use leptos::prelude::*;

use super::Desk;
use crate::domain::money::Money;
use crate::i18n::Lang;
use crate::present::forecast::assumed::Assumed;
use crate::present::forecast::certificate::Figure as Of;
use crate::present::forecast::{ForecastView, words};
use crate::present::format;
use crate::ui::{ChartFrame, Column, Figure, SpreadChart, Table};

/// The distribution with the goal; nothing where it cannot be told.
#[component]
pub(super) fn Landing(desk: Desk) -> impl IntoView {
    // The range is told beside the figure above; here stands what the picture is of.
    let sentence = Signal::derive(move || desk.lang.get().forecast_spread_caption().to_owned());
    let spread = Signal::derive(move || {
        let view = desk.view.read();
        let landed = view.as_ref().and_then(|it| it.landed.as_ref());
        let spread = landed.map(|it| it.spread.clone()).unwrap_or_default();
        desk.assumed.read().as_ref().map_or(spread.clone(), |it| it.beside(&spread))
    });
    let on = Memo::new(move |_| desk.assumed.get().filter(Assumed::is_on));
    let assumed = Signal::derive(move || {
        let (lang, on) = (desk.lang.get(), on.read());
        let short = on.as_ref().map(|it| format::money_compact(lang, it.with));
        short.map(|it| lang.assumed_mark(&it)).unwrap_or_default()
    });
    let marks = desk.part(marks);
    let key = Signal::derive(move || {
        let lang = desk.lang.get();
        let mut key = vec![
            ("within", lang.forecast_within_key().to_owned()),
            ("outside", lang.forecast_outside_key().to_owned()),
        ];
        if on.read().is_some() {
            key.push(("assumed", lang.assumed_key().to_owned()));
        }
        key
    });
    let lands = Memo::new(move |_| desk.view.read().as_ref().is_some_and(|it| it.landed.is_some()));
    view! {
        <Show when=move || lands.get()>
            <section class="section" data-testid="forecast-landing">
                <ChartFrame sentence table=move || view! { <LandingTable desk on /> }>
                    <SpreadChart spread format=move |it| desk.short(it) marks assumed key />
                </ChartFrame>
            </section>
        </Show>
    }
}

/// The words at the likely amount and at the goal.
fn marks(lang: Lang, view: &ForecastView) -> (String, String) {
    let short = |it| format::money_compact(lang, it);
    let likely = view.landed.as_ref().map(|it| lang.forecast_likely_mark(&short(it.likely)));
    let goal = view.quota.map(|it| lang.forecast_goal_mark(&short(it)));
    (likely.unwrap_or_default(), goal.unwrap_or_default())
}

#[component]
fn LandingTable(desk: Desk, on: Memo<Option<Assumed>>) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("case", lang.forecast_spread_case()),
            Column::figure("amount", lang.forecast_amount()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let plain = desk.part(rows);
    let rows = move || {
        let assumed = on.read().as_ref().map(|it| assumed_rows(lang.get(), it));
        plain.get().into_iter().chain(assumed.into_iter().flatten()).collect::<Vec<_>>()
    };
    let row = move |(name, value, figure): Case| {
        let value = match figure {
            Some(figure) => {
                let (label, explain) = (name.clone(), move || desk.opened.set(Some(figure)));
                view! { <Figure value label on_explain=explain /> }.into_any()
            }
            None => value.into_any(),
        };
        view! { <tr><th scope="row">{name}</th><td class="figures">{value}</td></tr> }
    };
    view! {
        <Table caption=move || lang.get().forecast_spread_caption() columns>
            {move || rows().into_iter().map(row).collect_view()}
        </Table>
    }
}

/// The same with what is assumed and switched on.
fn assumed_rows(lang: Lang, assumed: &Assumed) -> Vec<Case> {
    let (low, high) = assumed.range;
    let cases = [
        (lang.forecast_low(), low),
        (lang.forecast_half(), assumed.with),
        (lang.forecast_high(), high),
    ];
    let row = |(name, amount): (&str, Money)| {
        (lang.assumed_case(name), words::about(lang, amount), Some(Of::Assumed))
    };
    cases.map(row).to_vec()
}

/// What it is, the figure, and how it is computed; a goal is set and not computed.
type Case = (String, String, Option<Of>);

fn rows(lang: Lang, view: &ForecastView) -> Vec<Case> {
    let Some(landed) = &view.landed else { return Vec::new() };
    let row = |name: &str, value: String, figure| (name.to_owned(), value, figure);
    let about = |it| words::about(lang, it);
    let won = words::amount(lang, view.money(view.outlook.won));
    let mut rows = vec![
        row(lang.forecast_won(), won, Some(Of::Won)),
        row(lang.forecast_low(), about(landed.low), Some(Of::Low)),
        row(lang.forecast_half(), about(landed.likely), Some(Of::Landing)),
        row(lang.forecast_high(), about(landed.high), Some(Of::High)),
    ];
    rows.extend(view.quota.map(|it| row(lang.forecast_goal(), words::amount(lang, it), None)));
    let chance = landed.chance.map(|it| words::chance(lang, it));
    rows.extend(chance.map(|it| row(lang.forecast_chance_name(), it, Some(Of::Chance))));
    rows
}
