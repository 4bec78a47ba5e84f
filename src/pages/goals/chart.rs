//! The pace of the company as a line, with its table.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::domain::money::Money;
use crate::present::chart;
use crate::present::format;
use crate::present::goals::TABLES;
use crate::present::goals::certificate::Figure as Of;
use crate::present::goals::chart::{PaceLine, PaceRow, pace_line};
use crate::present::goals::words::{chart_sentence, whole};
use crate::ui::{ChartFrame, Column, Figure, PaceChart, Table};

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
        let day = format::day(lang, row.day);
        let figure = move |value: String, of: Of| {
            let label = [of.name(lang), &day].join(" · ");
            let explain = move || desk.opened.set(Some((Bearer::Company, of)));
            view! { <Figure value label on_explain=explain /> }.into_any()
        };
        let won = match row.won {
            Some(won) => figure(money(won), Of::WonBy(row.day)),
            None => "–".into_any(),
        };
        view! {
            <tr>
                <th scope="row">{format::day(lang, row.day)}</th>
                <td class="figures">{figure(money(row.expected), Of::ExpectedBy(row.day))}</td>
                <td class="figures">{won}</td>
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
