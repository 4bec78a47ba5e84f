//! Sums by person, and how earlier calls turned out.

use leptos::prelude::*;

use super::Desk;
use crate::present::calls::{GROUPS, PastRow, SUMS};
use crate::ui::{Column, Table};

/// What is won and in each category, person by person.
#[component]
pub(super) fn PeopleTable(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        const IDS: [&str; GROUPS.len()] = ["commit", "best", "pipeline", "none", "omitted"];
        let name = |it: Option<_>| it.map_or(lang.category_none(), |it| lang.category(it));
        let groups = IDS.iter().zip(GROUPS).map(|(id, it)| Column::figure(id, name(it)));
        let first =
            [Column::text("person", lang.calls_person()), Column::figure("won", lang.calls_won())];
        first.into_iter().chain(groups).map(Column::unsorted).collect::<Vec<_>>()
    });
    let rows = desk.part(|it| it.people.clone());
    let cell = |it: String| view! { <td class="figures">{it}</td> };
    let row = move |(name, sums): (String, [String; SUMS])| {
        view! { <tr><th scope="row">{name}</th>{sums.map(cell).into_iter().collect_view()}</tr> }
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
    let cell = |(rate, note): (String, String)| {
        view! { <td>{rate} <span class="list__note calls__note">{note}</span></td> }
    };
    let row = move |(name, rates): PastRow| {
        view! { <tr><th scope="row">{name}</th>{rates.map(cell).into_iter().collect_view()}</tr> }
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
