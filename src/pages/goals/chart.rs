//! A pace as a line, with its table: the company's, or whoever's is chosen.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::domain::money::Money;
use crate::domain::quota::Row;
use crate::present::chart;
use crate::present::format;
use crate::present::goals::TABLES;
use crate::present::goals::certificate::Figure as Of;
use crate::present::goals::chart::{PaceLine, PaceRow, line_of};
use crate::present::goals::paced::drawable;
use crate::present::goals::words::{chart_sentence, whole};
use crate::present::quotas;
use crate::present::quotas::progress::{self, Progress};
use crate::ui::{ChartFrame, Choice, Column, Figure, PaceChart, SelectField, Table};

/// The pace of a goal; nothing without a goal.
#[component]
pub(super) fn GoalChart(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let offered = Memo::new(move |_| {
        let (view, parts) = (desk.view.read(), desk.parts.read());
        let parts: Vec<&Progress> = parts.iter().map(|(_, it)| it).collect();
        view.as_ref().map(|it| drawable(lang.get(), it, &parts)).unwrap_or_default()
    });
    // Who was chosen may have no goal in another period.
    let shown = Memo::new(move |_| {
        let (chosen, offered) = (desk.whose.get(), offered.read());
        let is_there = offered.iter().any(|(row, _)| *row == chosen);
        let first = offered.first().map(|(row, _)| *row);
        if is_there { Some(chosen) } else { first }
    });
    let line = line(desk, shown);
    let sentence =
        move || line.read().as_ref().map(|it| chart_sentence(lang.get(), it)).unwrap_or_default();
    let pace =
        Signal::derive(move || line.read().as_ref().map(|it| it.line.clone()).unwrap_or_default());
    let dates =
        Signal::derive(move || line.read().as_ref().map(|it| it.dates.clone()).unwrap_or_default());
    let short = move |major: f64| {
        let currency = line.read().as_ref().map(|it| it.pace.quota.currency);
        let money = currency.map(|it| chart::money(major, it));
        money.map(|it| format::money_compact(lang.get(), it)).unwrap_or_default()
    };
    let choices = Signal::derive(move || {
        let offered = offered.read();
        let choice = |(row, name): &(Row, String)| Choice::new(row.to_string(), name.clone());
        offered.iter().map(choice).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || shown.get().map(|it| it.to_string()).unwrap_or_default());
    let change = move |of: String| of.parse::<Row>().into_iter().for_each(|it| desk.whose.set(it));
    // Where it can be nothing but the company's, nobody need be told.
    let company = Row::from(Bearer::Company);
    let names_whose = move || offered.read().iter().any(|(row, _)| *row != company);
    view! {
        <Show when=move || line.read().is_some()>
            <section class="section" data-testid="goals-chart">
                <Show when=names_whose>
                    <div class="goals__whose">
                        <SelectField
                            label=move || lang.get().goals_chart_whose()
                            choices
                            value
                            on_change=change
                            attr:data-testid="goals-whose"
                        />
                    </div>
                </Show>
                <ChartFrame sentence table=move || view! { <ChartTable desk shown line /> }>
                    <PaceChart pace format=short dates />
                </ChartFrame>
            </section>
        </Show>
    }
}

/// The line of whoever's pace is shown.
fn line(desk: Desk, shown: Memo<Option<Row>>) -> Memo<Option<PaceLine>> {
    let Desk { app, lang, view, landings, .. } = desk;
    Memo::new(move |_| {
        let (row, lang) = (shown.get()?, lang.get());
        if let Row::Part(split, _) = row {
            app.track(&quotas::WON_TABLES);
            return desk.of_split(split, |kept, of| {
                app.view(&quotas::TABLES, |it| progress::pace_line(it, lang, kept, of, row))
            });
        }
        let (bearer, view) = (row.bearer()?, view.read());
        let view = view.as_ref()?;
        let landing = match bearer {
            Bearer::Company => view.projection,
            bearer => landings.read().get(&bearer).copied(),
        };
        app.view(&TABLES, |it| line_of(it, lang, view, bearer, landing))
    })
}

#[component]
fn ChartTable(desk: Desk, shown: Memo<Option<Row>>, line: Memo<Option<PaceLine>>) -> impl IntoView {
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
            let explain = move || {
                shown.get_untracked().into_iter().for_each(|it| desk.explain(it, of));
            };
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
