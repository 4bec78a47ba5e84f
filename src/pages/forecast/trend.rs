//! How the months or weeks go on.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Day;
use crate::domain::goal::Bearer;
use crate::domain::grain::Grain;
use crate::i18n::Lang;
use crate::pages::common::GrainField;
use crate::present::chart;
use crate::present::forecast::certificate::Figure as Of;
use crate::present::forecast::trend::{Making, dates, line};
use crate::present::forecast::{ForecastView, Trend, words};
use crate::runtime::app::App;
use crate::runtime::platform::after_paint;
use crate::runtime::platform::clock::Turn;
use crate::ui::{ChartFrame, Column, Figure, Table, TrendChart};

/// The trend by the steps that are looked at; the last one while another is worked out.
pub(super) fn followed(
    app: App,
    grain: RwSignal<Grain>,
    bearer: Memo<Bearer>,
    view: Memo<Option<Arc<ForecastView>>>,
) -> Memo<Trend> {
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
    let Desk { lang, grain, trend: shown, opened, .. } = desk;
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
    let choose = move |it| {
        // What is explained is of the other steps.
        opened.set(None);
        grain.set(it);
    };
    let any = Memo::new(move |_| !shown.read().ahead.is_empty());
    let none = move || view! { <p class="section__note">{sentence}</p> };
    view! {
        <section class="section" data-testid="forecast-trend">
            <GrainField grain on_change=choose />
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
    let Desk { lang, trend: shown, opened, .. } = desk;
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
    let none = || view! { <td class="figures">"–"</td> }.into_any();
    let cell = move |value: String, label: &str, figure: Of| {
        let (label, explain) = (label.to_owned(), move || opened.set(Some(figure)));
        view! { <td class="figures"><Figure value label on_explain=explain /></td> }.into_any()
    };
    let row = move |row: Row| {
        let cells = match row.cells {
            Cells::Past(won) => [cell(won, &row.name, Of::Past(row.first)), none(), none()],
            Cells::Ahead(likely, interval) => {
                let ahead = Of::Ahead(row.first);
                [none(), cell(likely, &row.name, ahead), cell(interval, &row.name, ahead)]
            }
        };
        view! { <tr><th scope="row">{row.name}</th>{cells.into_iter().collect_view()}</tr> }
    };
    view! {
        <Table caption columns>
            {move || rows().into_iter().map(row).collect_view()}
        </Table>
    }
}

/// A month or week: its name, and its figures.
struct Row {
    first: Day,
    name: String,
    cells: Cells,
}

/// What was won, or what is expected and between which amounts.
enum Cells {
    Past(String),
    Ahead(String, String),
}

fn rows(lang: Lang, trend: &Trend) -> Vec<Row> {
    let about = |it| words::about(lang, it);
    let row = |first, cells| {
        let name = words::short_step(lang, trend.grain, first);
        Row { first, name, cells }
    };
    let past = trend.past.iter();
    let past = past.map(|it| row(it.first, Cells::Past(words::amount(lang, it.won))));
    let ahead = trend.ahead.iter().map(|it| {
        let between = lang.forecast_between(&about(it.low), &about(it.high));
        row(it.first, Cells::Ahead(about(it.likely), between))
    });
    past.chain(ahead).collect()
}
