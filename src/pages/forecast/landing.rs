//! Where the period lands, as a picture.

use leptos::prelude::*;

use super::Desk;
use crate::i18n::Lang;
use crate::present::forecast::{ForecastView, words};
use crate::present::format;
use crate::ui::{ChartFrame, Column, SpreadChart, Table};

/// The distribution with the goal; nothing where it cannot be told.
#[component]
pub(super) fn Landing(desk: Desk) -> impl IntoView {
    // The range is told beside the figure above; here stands what the picture is of.
    let sentence = Signal::derive(move || desk.lang.get().forecast_spread_caption().to_owned());
    let spread = Signal::derive(move || {
        let view = desk.view.read();
        let landed = view.as_ref().and_then(|it| it.landed.as_ref());
        landed.map(|it| it.spread.clone()).unwrap_or_default()
    });
    let marks = desk.part(marks);
    let key = Signal::derive(move || {
        let lang = desk.lang.get();
        vec![
            ("within", lang.forecast_within_key().to_owned()),
            ("outside", lang.forecast_outside_key().to_owned()),
        ]
    });
    let lands = Memo::new(move |_| desk.view.read().as_ref().is_some_and(|it| it.landed.is_some()));
    view! {
        <Show when=move || lands.get()>
            <section class="section" data-testid="forecast-landing">
                <ChartFrame sentence table=move || view! { <LandingTable desk /> }>
                    <SpreadChart spread format=move |it| desk.short(it) marks key />
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
fn LandingTable(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("case", lang.forecast_spread_case()),
            Column::figure("amount", lang.forecast_amount()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = desk.part(rows);
    let row = |(name, value): (String, String)| {
        view! { <tr><th scope="row">{name}</th><td class="figures">{value}</td></tr> }
    };
    view! {
        <Table caption=move || lang.get().forecast_spread_caption() columns>
            {move || rows.get().into_iter().map(row).collect_view()}
        </Table>
    }
}

fn rows(lang: Lang, view: &ForecastView) -> Vec<(String, String)> {
    let Some(landed) = &view.landed else { return Vec::new() };
    let row = |name: &str, value: String| (name.to_owned(), value);
    let mut rows = vec![
        row(lang.forecast_won(), words::amount(lang, view.money(view.outlook.won))),
        row(lang.forecast_low(), words::about(lang, landed.low)),
        row(lang.forecast_half(), words::about(lang, landed.likely)),
        row(lang.forecast_high(), words::about(lang, landed.high)),
    ];
    rows.extend(view.quota.map(|it| row(lang.forecast_goal(), words::amount(lang, it))));
    let chance = landed.chance.map(|it| words::chance(lang, it));
    rows.extend(chance.map(|it| row(lang.forecast_chance_name(), it)));
    rows
}
