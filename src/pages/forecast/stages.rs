//! How leads of each stage do.

use leptos::prelude::*;

use super::Desk;
use crate::i18n::Lang;
use crate::present::chart::Bar;
use crate::present::forecast::certificate::Figure as ForecastFigure;
use crate::present::forecast::{ForecastView, StageRow, words};
use crate::present::format;
use crate::ui::{BarRow, ChartFrame, Column, Figure, IntervalBars, Table, Tone};

/// The odds of each stage with their intervals.
#[component]
pub(super) fn Stages(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let sentence = desk.part(|lang, view| words::stages_sentence(lang, view.outlook.closed));
    let bars = desk.part(bars);
    let usual = desk.part(|_, view| view.outlook.closed.map(|it| it.value()));
    let archived = Memo::new(move |_| desk.past.read().as_ref().is_some_and(|it| it.archived));
    // Before anything has closed, odds would be a guess that looks like a figure.
    let none = move || view! { <p class="section__note">{sentence}</p> };
    view! {
        <section class="section" data-testid="forecast-stages">
            <Show when=move || usual.get().is_some() fallback=none>
                <ChartFrame sentence table=move || view! { <StageTable desk /> }>
                    <IntervalBars rows=bars reference=usual />
                </ChartFrame>
                <p class="section__note">{move || lang.get().forecast_stages_note()}</p>
                <Show when=move || archived.get()>
                    <p class="section__note" data-testid="stages-archived">
                        {move || lang.get().archive_stages_lack()}
                    </p>
                </Show>
            </Show>
        </section>
    }
}

fn bars(lang: Lang, view: &ForecastView) -> Vec<BarRow> {
    let bar = |row: &StageRow| BarRow {
        name: row.name.clone(),
        shown: words::stage_shown(lang, row),
        bar: Bar { value: row.value, interval: row.rate.map(|it| (it.low, it.high)) },
        tone: if row.rate.is_some() { Tone::Accent } else { Tone::Plain },
    };
    view.stages.iter().map(bar).collect()
}

#[component]
fn StageTable(desk: Desk) -> impl IntoView {
    let Desk { lang, opened, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("stage", lang.forecast_stage()),
            Column::figure("odds", lang.forecast_stage_odds()),
            Column::figure("interval", lang.forecast_stage_interval()),
            Column::figure("cases", lang.forecast_stage_cases()),
            Column::figure("typed", lang.forecast_stage_typed()),
            Column::figure("open", lang.forecast_stage_open()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = desk.part(|_, view| view.stages.clone());
    let row = move |row: StageRow| {
        let lang = lang.get();
        let count = |n: u64| format::count(lang, n);
        let typed =
            row.typed.map_or_else(|| "–".to_owned(), |it| words::share(lang, it as f64 / 100.0));
        let (id, name) = (row.id, row.name.clone());
        let cases = count(row.rate.map_or(0, |it| it.trials));
        let odds = move |value: String, what: &str| {
            let (label, explain) =
                ([what, &name].join(" · "), move || opened.set(Some(ForecastFigure::Stage(id))));
            view! { <Figure value label on_explain=explain /> }
        };
        view! {
            <tr>
                <th scope="row">{row.name.clone()}</th>
                <td class="figures">
                    {odds(words::share(lang, row.value), lang.forecast_stage_odds())}
                </td>
                <td class="figures">{odds(words::interval(lang, row.rate), lang.forecast_stage_interval())}</td>
                <td class="figures">{odds(cases, lang.forecast_stage_cases())}</td>
                <td class="figures">{typed}</td>
                <td class="figures">
                    <Figure
                        value=count(row.open as u64)
                        label=[lang.forecast_stage_open(), &row.name].join(" · ")
                        on_explain=move || opened.set(Some(ForecastFigure::StageOpen(id)))
                    />
                </td>
            </tr>
        }
    };
    view! {
        <Table caption=move || lang.get().forecast_stages_caption() columns>
            {move || rows.get().into_iter().map(row).collect_view()}
        </Table>
    }
}
