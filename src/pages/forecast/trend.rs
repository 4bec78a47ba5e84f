//! How the months or weeks go on.

use leptos::prelude::*;

use super::Desk;
use crate::domain::grain::Grain;
use crate::i18n::Lang;
use crate::pages::common::GrainField;
use crate::present::chart;
use crate::present::forecast::trend::{Making, dates, line};
use crate::present::forecast::{Trend, words};
use crate::runtime::platform::after_paint;
use crate::runtime::platform::clock::Turn;
use crate::ui::{ChartFrame, Column, Table, TrendChart};

/// The trend by the steps that are looked at; the last one while another is worked out.
fn shown(desk: Desk, grain: Signal<Grain>) -> Memo<Trend> {
    let Desk { app, bearer, view, .. } = desk;
    let weekly = LocalResource::new(move || {
        let (grain, bearer, today) = (grain.get(), bearer.get(), app.today().get());
        let view = view.get().filter(|_| grain == Grain::Week);
        async move {
            let view = view?;
            after_paint().await;
            let mut making = app.peek(|it| Making::weekly(it, &view, bearer, today));
            let mut turn = Turn::begin();
            loop {
                if let Some(found) = making.advance() {
                    return Some(found);
                }
                turn.give_way().await;
            }
        }
    });
    Memo::new(move |before: Option<&Trend>| match grain.get() {
        Grain::Month => view.read().as_ref().map(|it| it.trend.clone()).unwrap_or_default(),
        Grain::Week => weekly.get().flatten().or_else(|| before.cloned()).unwrap_or_default(),
    })
}

/// What was won month by month or week by week, and what is expected.
#[component]
pub(super) fn TrendSection(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let grain = RwSignal::new(Grain::Month);
    let shown = shown(desk, grain.into());
    let sentence = Signal::derive(move || words::trend_sentence(lang.get(), &shown.read()));
    let note = Signal::derive(move || words::trend_notes(lang.get(), &shown.read()));
    let trend: Signal<chart::Trend> = Signal::derive(move || line(&shown.read()));
    let dates = Signal::derive(move || dates(lang.get(), &shown.read()));
    let key = Signal::derive(move || {
        let lang = desk.lang.get();
        vec![
            ("actual", lang.forecast_past_key().to_owned()),
            ("landing", lang.forecast_ahead_key().to_owned()),
            ("band", lang.forecast_band_key().to_owned()),
        ]
    });
    let any = Memo::new(move |_| !shown.read().ahead.is_empty());
    let none = move || view! { <p class="section__note">{sentence}</p> };
    view! {
        <section class="section" data-testid="forecast-trend">
            <GrainField grain on_change=move |it| grain.set(it) />
            <Show when=move || any.get() fallback=none>
                <ChartFrame sentence table=move || view! { <TrendTable lang shown /> }>
                    <TrendChart trend format=move |it| desk.short(it) dates key />
                </ChartFrame>
                <p class="section__note" data-testid="forecast-error">{note}</p>
            </Show>
        </section>
    }
}

#[component]
fn TrendTable(lang: Signal<Lang>, shown: Memo<Trend>) -> impl IntoView {
    let is_weekly = Memo::new(move |_| shown.read().grain == Grain::Week);
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            match is_weekly.get() {
                true => Column::text("week", lang.delivery_week()),
                false => Column::text("month", lang.forecast_month()),
            },
            Column::figure("won", lang.forecast_trend_won()),
            Column::figure("likely", lang.forecast_trend_likely()),
            Column::figure("interval", lang.forecast_trend_interval()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = move || rows(lang.get(), &shown.read());
    let caption = move || match is_weekly.get() {
        true => lang.get().forecast_weeks_caption(),
        false => lang.get().forecast_trend_caption(),
    };
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
        <Table caption columns>
            {move || rows().into_iter().map(row).collect_view()}
        </Table>
    }
}

fn rows(lang: Lang, trend: &Trend) -> Vec<[String; 4]> {
    let money = |it| words::amount(lang, it);
    let none = || "–".to_owned();
    let name = |first| words::short_step(lang, trend.grain, first);
    let past = trend.past.iter();
    let about = |it| words::about(lang, it);
    let past = past.map(|it| [name(it.first), money(it.won), none(), none()]);
    let ahead = trend.ahead.iter().map(|it| {
        let between = lang.forecast_between(&about(it.low), &about(it.high));
        [name(it.first), none(), about(it.likely), between]
    });
    past.chain(ahead).collect()
}
