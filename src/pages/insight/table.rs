//! The figures of a tab as a table; a figure that can be explained is a button.

use leptos::prelude::*;

use super::Desk;
use crate::present::insight::{Figure as InsightFigure, RowView, TableView};
use crate::ui::{Column, Figure, Table};

/// Heads have no names of their own: nothing is sorted by them.
const HEAD: &str = "head";

/// A table of a tab.
#[component]
pub(super) fn Figures(desk: Desk, #[prop(into)] table: Signal<TableView>) -> impl IntoView {
    let columns = move || {
        let heads = table.get().heads.into_iter().enumerate();
        let column = |(place, head): (usize, String)| match place {
            0 => Column::text(HEAD, head).unsorted(),
            _ => Column::figure(HEAD, head).unsorted(),
        };
        heads.map(column).collect::<Vec<_>>()
    };
    let rows = move || {
        let rows = table.get().rows.into_iter();
        rows.map(|it| row(desk, it)).collect_view()
    };
    view! {
        <Table caption=move || table.get().caption columns=Signal::derive(columns)>
            {rows}
        </Table>
    }
}

fn row(desk: Desk, row: RowView) -> impl IntoView {
    let name = row.name.clone();
    let cell = move |(value, figure): (String, Option<InsightFigure>)| match figure {
        None => view! { <td class="figures">{value}</td> }.into_any(),
        Some(figure) => {
            let label = name.clone();
            let explain = move |()| desk.opened.set(Some(figure.clone()));
            view! {
                <td class="figures"><Figure value label on_explain=explain /></td>
            }
            .into_any()
        }
    };
    view! {
        <tr>
            <th scope="row">{row.name}</th>
            {row.cells.into_iter().map(cell).collect_view()}
        </tr>
    }
}
