//! The pace of the company as a line, with its table.

use leptos::prelude::*;

use super::Desk;
use crate::domain::money::Money;
use crate::present::chart;
use crate::present::format;
use crate::present::goals::TABLES;
use crate::present::goals::chart::{PaceLine, PaceRow, pace_line};
use crate::present::goals::words::{chart_sentence, whole};
use crate::ui::{ChartFrame, Column, PaceChart, Table};

/// The pace of the company's goal; nothing without a goal.
#[component]
pub(super) fn GoalChart(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let line = Memo::new(move |_| {
        let view = view.read();
        app.view(&TABLES, |it| pace_line(it, lang.get(), view.as_ref()?))
    });
    let sentence = move || {
        view.read().as_ref().and_then(|view| chart_sentence(lang.get(), view)).unwrap_or_default()
    };
    let pace =
        Signal::derive(move || line.read().as_ref().map(|it| it.line.clone()).unwrap_or_default());
    let dates =
        Signal::derive(move || line.read().as_ref().map(|it| it.dates.clone()).unwrap_or_default());
    let short = move |major: f64| {
        let currency = view.read().as_ref().map(|view| view.company.won.currency);
        let money = currency.map(|it| chart::money(major, it));
        money.map(|it| format::money_compact(lang.get(), it)).unwrap_or_default()
    };
    view! {
        <Show when=move || line.read().is_some()>
            <section class="section" data-testid="goals-chart">
                <ChartFrame sentence table=move || view! { <ChartTable desk line /> }>
                    <PaceChart pace format=short dates />
                </ChartFrame>
            </section>
        </Show>
    }
}

#[component]
fn ChartTable(desk: Desk, line: Memo<Option<PaceLine>>) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("day", lang.goals_chart_day()),
            Column::figure("expected", lang.goals_expected()),
            Column::figure("won", lang.goals_won()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let row = move |row: &PaceRow| {
        let lang = lang.get();
        let money = |amount: Money| format::money(lang, whole(amount));
        view! {
            <tr>
                <th scope="row">{format::day(lang, row.day)}</th>
                <td class="figures">{money(row.expected)}</td>
                <td class="figures">{row.won.map_or_else(|| "–".to_owned(), money)}</td>
            </tr>
        }
    };
    let rows = move || line.read().iter().flat_map(|it| &it.table).map(row).collect_view();
    view! {
        <Table caption=move || lang.get().goals_headline(&format::period(lang.get(), desk.period.get())) columns>
            {rows}
        </Table>
    }
}
