//! How the months go on.

use leptos::prelude::*;

use super::Desk;
use crate::i18n::Lang;
use crate::present::chart;
use crate::present::forecast::trend::{dates, line};
use crate::present::forecast::{ForecastView, words};
use crate::ui::{ChartFrame, Column, Table, TrendChart};

/// What was won month by month, and what is expected.
#[component]
pub(super) fn TrendSection(desk: Desk) -> impl IntoView {
    let sentence = desk.part(|lang, view| words::trend_sentence(lang, &view.trend));
    let note = desk.part(|lang, view| words::trend_notes(lang, &view.trend));
    let trend: Signal<chart::Trend> = desk.part(|_, view| line(&view.trend));
    let dates = desk.part(|lang, view| dates(lang, &view.trend));
    let key = Signal::derive(move || {
        let lang = desk.lang.get();
        vec![
            ("actual", lang.forecast_past_key().to_owned()),
            ("landing", lang.forecast_ahead_key().to_owned()),
            ("band", lang.forecast_band_key().to_owned()),
        ]
    });
    let any =
        Memo::new(move |_| desk.view.read().as_ref().is_some_and(|it| !it.trend.ahead.is_empty()));
    let none = move || view! { <p class="section__note">{sentence}</p> };
    view! {
        <section class="section" data-testid="forecast-trend">
            <Show when=move || any.get() fallback=none>
                <ChartFrame sentence table=move || view! { <TrendTable desk /> }>
                    <TrendChart trend format=move |it| desk.short(it) dates key />
                </ChartFrame>
                <p class="section__note" data-testid="forecast-error">{note}</p>
            </Show>
        </section>
    }
}

#[component]
fn TrendTable(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("month", lang.forecast_month()),
            Column::figure("won", lang.forecast_trend_won()),
            Column::figure("likely", lang.forecast_trend_likely()),
            Column::figure("interval", lang.forecast_trend_interval()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = desk.part(rows);
    let row = |[month, won, likely, interval]: [String; 4]| {
        view! {
            <tr>
                <th scope="row">{month}</th>
                <td class="figures">{won}</td>
                <td class="figures">{likely}</td>
                <td class="figures">{interval}</td>
            </tr>
        }
    };
    view! {
        <Table caption=move || lang.get().forecast_trend_caption() columns>
            {move || rows.get().into_iter().map(row).collect_view()}
        </Table>
    }
}

fn rows(lang: Lang, view: &ForecastView) -> Vec<[String; 4]> {
    let money = |it| words::amount(lang, it);
    let none = || "–".to_owned();
    let past = view.trend.past.iter();
    let about = |it| words::about(lang, it);
    let past = past.map(|it| [words::month(lang, it.first), money(it.won), none(), none()]);
    let ahead = view.trend.ahead.iter().map(|it| {
        let between = lang.forecast_between(&about(it.low), &about(it.high));
        [words::month(lang, it.first), none(), about(it.likely), between]
    });
    past.chain(ahead).collect()
}
