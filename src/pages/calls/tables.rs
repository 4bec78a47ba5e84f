//! Sums by person, and how earlier calls turned out.

use leptos::prelude::*;

use super::Desk;
use crate::domain::call::Caller;
use crate::present::calls::{Column as Sum, Figure as Of, PastRow, SumsRow};
use crate::ui::{Column, Figure, Table};

/// What is won and in each category, person by person.
#[component]
pub(super) fn PeopleTable(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        const IDS: [&str; Sum::ALL.len()] =
            ["won", "commit", "best", "pipeline", "none", "omitted"];
        let sums = IDS.iter().zip(Sum::ALL).map(|(id, it)| Column::figure(id, it.name(lang)));
        let first = std::iter::once(Column::text("person", lang.calls_person()));
        first.chain(sums).map(Column::unsorted).collect::<Vec<_>>()
    });
    let rows = desk.part(|it| it.people.clone());
    let row = move |(who, name, sums): SumsRow| {
        let cells = sums.into_iter().zip(Sum::ALL).map(|(value, column)| {
            let label = [column.name(lang.get()), &name].join(" · ");
            let explain = move || desk.explained.set(Some(Of::Sum(column, who)));
            view! { <td class="figures"><Figure value label on_explain=explain /></td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    view! {
        <Show when=move || !rows.read().is_empty()>
            <section class="section" data-testid="calls-people">
                <Table caption=move || lang.get().calls_people() columns>
                    {move || rows.get().into_iter().map(row).collect_view()}
                </Table>
            </section>
        </Show>
    }
}

/// How calls of each category turned out.
#[component]
pub(super) fn PastTable(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let columns = [
            Column::text("category", lang.calls_category()),
            Column::text("rep", lang.calls_by_rep()),
            Column::text("manager", lang.calls_by_manager()),
        ];
        columns.map(Column::unsorted).to_vec()
    });
    let rows = desk.part(|it| it.past.clone());
    let cell = move |(value, label, figure): (String, String, Option<Of>)| match figure {
        None => value.into_any(),
        Some(_) => {
            let explain = move || desk.explained.set(figure);
            view! { <Figure value label on_explain=explain /> }.into_any()
        }
    };
    let row = move |(category, name, rates): PastRow| {
        let cells = rates.into_iter().zip(Caller::ALL).map(|((rate, note, is_known), caller)| {
            let label = [lang.get().caller(caller), &name].join(" · ");
            let figure = is_known.then_some(Of::Past(caller, category));
            let rate = cell((rate, label, figure));
            view! { <td>{rate} <span class="list__note calls__note">{note}</span></td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{name}</th>{cells}</tr> }
    };
    view! {
        <section class="section" data-testid="calls-past">
            <Table caption=move || lang.get().calls_past() columns>
                {move || rows.get().into_iter().map(row).collect_view()}
            </Table>
            <p class="section__note prose">{move || lang.get().calls_past_how()}</p>
        </section>
    }
}
