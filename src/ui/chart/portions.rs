//! Wholes in three portions, one a row.

use leptos::prelude::*;

use super::words::{KeyItem, key_item};
use crate::present::chart::{Portions, percent, plot_portions};

/// A row of portions.
#[derive(Clone, Debug, PartialEq)]
pub struct PortionRow {
    /// What it is about.
    pub name: String,
    /// The figures in words.
    pub shown: String,
    /// The portions.
    pub portions: Portions,
}

/// The kinds of the portions, as the styles know them.
const KINDS: [&str; 3] = ["done", "waits", "gone"];

/// Bars in portions, the same kinds in each row.
#[component]
pub fn PortionBars(
    /// The rows, in the order to show.
    #[prop(into)]
    rows: Signal<Vec<PortionRow>>,
    /// What the portions are.
    #[prop(into)]
    key: Signal<[String; 3]>,
) -> impl IntoView {
    let bars = move || {
        let rows = rows.get();
        let shapes = plot_portions(&rows.iter().map(|it| it.portions).collect::<Vec<_>>());
        rows.into_iter().zip(shapes).map(portion_row).collect_view()
    };
    let key = move || {
        let items = KINDS.into_iter().zip(key.get());
        items.map(|(kind, words): KeyItem| key_item((kind, words))).collect_view()
    };
    view! {
        <div class="bars">{bars}</div>
        <ul class="plot__key plot__key--always">{key}</ul>
    }
}

fn portion_row((row, shapes): (PortionRow, [(f64, f64); 3])) -> impl IntoView {
    let part = |(kind, (start, length)): (&'static str, (f64, f64))| {
        view! {
            <span
                class="bars__bar bars__portion"
                data-kind=kind
                style:inset-inline-start=percent(start / 100.0)
                style:inline-size=percent(length / 100.0)
            ></span>
        }
    };
    view! {
        <span class="bars__name">{row.name}</span>
        <span class="bars__track">{KINDS.into_iter().zip(shapes).map(part).collect_view()}</span>
        <span class="bars__figure">{row.shown}</span>
    }
}
