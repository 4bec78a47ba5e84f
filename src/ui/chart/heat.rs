//! A grid whose colours say how much.

use leptos::prelude::*;

use crate::present::chart::{HeatRow, heat_level};

/// Rows of parts, each as strong as it is large; every part also stands there in words.
#[component]
pub fn HeatGrid(
    /// What the columns are.
    #[prop(into)]
    axis: Signal<String>,
    /// Of what the rows say how many.
    #[prop(into)]
    note: Signal<String>,
    /// The heads of the columns.
    #[prop(into)]
    heads: Signal<Vec<String>>,
    /// The rows, in the order to show.
    #[prop(into)]
    rows: Signal<Vec<HeatRow>>,
) -> impl IntoView {
    let head = |words: String| view! { <span class="heat__head">{words}</span> };
    let content = move || {
        let rows = rows.get();
        let parts = rows.iter().flat_map(|it| &it.cells).map(|it| it.1);
        let largest = parts.fold(0.0, f64::max);
        let columns = heads.read().len();
        let cell = move |(words, part): (String, f64)| {
            let level = heat_level(part, largest).to_string();
            view! { <span class="heat__cell" data-level=level>{words}</span> }
        };
        let row = move |row: HeatRow| {
            let missing = (row.cells.len()..columns).map(|_| view! { <span></span> });
            view! {
                <span class="heat__name">{row.name}</span>
                <span class="heat__note">{row.note}</span>
                {row.cells.into_iter().map(cell).collect_view()}
                {missing.collect_view()}
            }
        };
        rows.into_iter().map(row).collect_view()
    };
    view! {
        <div class="heat" style:--columns=move || heads.read().len().to_string()>
            <span class="heat__axis">{axis}</span>
            <span></span>
            <span class="heat__note">{note}</span>
            {move || heads.get().into_iter().map(head).collect_view()}
            {content}
        </div>
    }
}
