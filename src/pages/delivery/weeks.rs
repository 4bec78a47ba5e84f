//! The weeks as a picture and as a table, where there is anything in them, and those that are too full with what would mend them.

use leptos::prelude::*;

use super::Desk;
use crate::domain::delivery::load::WeekLoad;
use crate::i18n::Lang;
use crate::present::delivery::{OverLine, WEEKS, days, week};
use crate::present::format;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{ChartFrame, Column, LoadChart, Table};

/// The picture with its table.
#[component]
pub(super) fn Weeks(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let load = desk.part(|it| it.chart.clone());
    let sentence = move || lang.get().delivery_chart(&format::count(lang.get(), WEEKS as u64));
    let key = Signal::derive(move || {
        let lang = lang.get();
        vec![
            ("firm", lang.delivery_firm().to_owned()),
            ("likely", lang.delivery_likely().to_owned()),
            ("over", lang.delivery_over().to_owned()),
            ("capacity", lang.delivery_capacity().to_owned()),
        ]
    });
    let notes = desk.part(|it| it.notes.clone());
    let note = |words: String| view! { <p class="section__note">{words}</p> };
    // An empty picture says less than none.
    let is_blank = desk.part(|it| it.is_blank());
    let short = move |it: f64| format::decimal(lang.get(), it.round(), 0);
    view! {
        <section class="section" data-testid="delivery-weeks">
            <Show when=move || !is_blank.get()>
                <ChartFrame
                    sentence=Signal::derive(sentence)
                    table=move || view! { <WeeksTable desk /> }
                >
                    <LoadChart load format=short key />
                </ChartFrame>
            </Show>
            {move || notes.get().into_iter().map(note).collect_view()}
        </section>
    }
}

#[component]
fn WeeksTable(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("week", lang.delivery_week()),
            Column::figure("firm", lang.delivery_firm()),
            Column::figure("likely", lang.delivery_likely()),
            Column::figure("promised", lang.delivery_promised()),
            Column::figure("capacity", lang.delivery_capacity()),
            Column::figure("over", lang.delivery_over()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = desk.part(|it| it.load.weeks.clone());
    let row = move |it: WeekLoad| {
        let cells = cells(lang.get(), &it);
        let cell = |words: String| view! { <td class="figures">{words}</td> };
        view! {
            <tr>
                <th scope="row">{week(lang.get(), it.monday)}</th>
                {cells.map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <Table caption=move || lang.get().delivery_title() columns>
            {move || rows.get().into_iter().map(row).collect_view()}
        </Table>
    }
}

fn cells(lang: Lang, week: &WeekLoad) -> [String; 5] {
    let capacity = week.capacity.map(|it| days(lang, it));
    [
        days(lang, week.firm),
        days(lang, week.likely),
        days(lang, week.promised()),
        capacity.unwrap_or_else(|| lang.delivery_none_said().to_owned()),
        week.excess().map(|it| days(lang, it)).unwrap_or_default(),
    ]
}

/// The weeks that are too full.
#[component]
pub(super) fn Overloads(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let over = desk.part(|it| it.over.clone());
    let deal = |(id, name): (_, String)| {
        let href = Route::Lead(id, BoardAddress::default()).href();
        view! { <li><a href=href>{name}</a></li> }
    };
    let row = move |line: OverLine| {
        let OverLine { sentence, deals, beyond, .. } = line;
        view! {
            <li class="list__row" data-testid="delivery-over">
                <div class="list__main delivery__over">
                    <p class="list__name">{sentence}</p>
                    <p class="list__note" hidden=deals.is_empty()>{move || lang.get().delivery_mend()}</p>
                    <p class="list__note" data-tone="bad" hidden=beyond.is_empty()>{beyond.clone()}</p>
                    <ul class="delivery__deals">{deals.into_iter().map(deal).collect_view()}</ul>
                </div>
            </li>
        }
    };
    view! {
        <Show when=move || !over.read().is_empty()>
            <section class="section">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().delivery_over_title()}</h2>
                </div>
                <ul class="list">{move || over.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
