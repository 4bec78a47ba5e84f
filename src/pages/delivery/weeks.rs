//! The weeks as a picture and as a table, where there is anything in them, and those that are too full with what would mend them.

use leptos::prelude::*;

use super::Desk;
use crate::domain::behind::Behind;
use crate::domain::delivery::load::WeekLoad;
use crate::i18n::Lang;
use crate::pages::common::CertificateDialog;
use crate::present::delivery::certificate::{WeekFigure, certificate};
use crate::present::delivery::{OverLine, TABLES, WEEKS, days, week};
use crate::present::format;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, ChartFrame, Column, Figure, LoadChart, Table};

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
        let figure = |figure| view! { <td class="figures"><WeekCell desk week=it figure /></td> };
        let cell = |words: String| view! { <td class="figures">{words}</td> };
        view! {
            <tr>
                <th scope="row">{week(lang.get(), it.monday)}</th>
                {[WeekFigure::Firm, WeekFigure::Likely, WeekFigure::Promised].map(figure).collect_view()}
                {cells(lang.get(), &it).map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <Table caption=move || lang.get().delivery_title() columns>
            {move || rows.get().into_iter().map(row).collect_view()}
        </Table>
    }
}

/// A figure of a week; a tap shows the tasks and deals that it is made of.
#[component]
fn WeekCell(desk: Desk, week: WeekLoad, figure: WeekFigure) -> impl IntoView {
    let Desk { lang, explained, .. } = desk;
    let effort = match figure {
        WeekFigure::Firm => week.firm,
        WeekFigure::Likely => week.likely,
        WeekFigure::Promised => week.promised(),
    };
    let label = move || match figure {
        WeekFigure::Firm => lang.get().delivery_firm(),
        WeekFigure::Likely => lang.get().delivery_likely(),
        WeekFigure::Promised => lang.get().delivery_promised(),
    };
    view! {
        <Figure
            value=move || days(lang.get(), effort)
            label
            on_explain=move |()| explained.set(Some((week.monday, figure)))
        />
    }
}

/// What the figure that was tapped is made of.
#[component]
pub(super) fn WeekDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, explained, .. } = desk;
    let found = Memo::new(move |_| {
        let (asked, view) = (explained.get()?, view.read());
        app.view(&TABLES, |it| certificate(it, lang.get(), view.as_ref()?, asked))
    });
    let amount = move |record: Behind| {
        let brought = found.read().as_ref().and_then(|it| it.2.get(&record).copied());
        brought.map(|it| lang.get_untracked().delivery_days(&days(lang.get_untracked(), it)))
    };
    view! {
        <CertificateDialog
            paper=Memo::new(move |_| found.read().as_ref().map(|it| it.0.clone()))
            others=Memo::new(move |_| {
                found.read().as_ref().map(|it| it.1.clone()).unwrap_or_default()
            })
            amount=Callback::new(amount)
            on_close=move |()| explained.set(None)
        />
    }
}

fn cells(lang: Lang, week: &WeekLoad) -> [String; 2] {
    let capacity = week.capacity.map(|it| days(lang, it));
    [
        capacity.unwrap_or_else(|| lang.delivery_none_said().to_owned()),
        week.excess().map(|it| days(lang, it)).unwrap_or_default(),
    ]
}

/// The weeks that are too full.
#[component]
pub(super) fn Overloads(desk: Desk) -> impl IntoView {
    let Desk { lang, explained, .. } = desk;
    let over = desk.part(|it| it.over.clone());
    let deal = |(id, name): (_, String)| {
        let href = Route::Lead(id, BoardAddress::default()).href();
        view! { <li><a href=href>{name}</a></li> }
    };
    let row = move |line: OverLine| {
        let OverLine { monday, sentence, deals, beyond } = line;
        let explain = move |()| explained.set(Some((monday, WeekFigure::Promised)));
        view! {
            <li class="list__row" data-testid="delivery-over">
                <div class="list__main delivery__over">
                    <p class="list__name">{sentence}</p>
                    <p class="list__note" hidden=deals.is_empty()>{move || lang.get().delivery_mend()}</p>
                    <p class="list__note" data-tone="bad" hidden=beyond.is_empty()>{beyond.clone()}</p>
                    <ul class="delivery__deals">{deals.into_iter().map(deal).collect_view()}</ul>
                </div>
                <Button
                    label=move || lang.get().delivery_behind()
                    on_press=explain
                    attr:data-testid="delivery-behind"
                />
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
