//! Bars with intervals, one a row, so that names stay readable.

use crate::present::chart::{Bar, BarShape, percent, plot_bars};
use crate::ui::tone::Tone;
use leptos::prelude::*;

/// One row of bars.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    /// Whose figure it is.
    pub name: String,
    /// The figure as shown, with its interval if it has one.
    pub shown: String,
    /// The figure and its interval.
    pub bar: Bar,
    /// What it means; `Accent` for the one the sentence is about.
    pub tone: Tone,
}

/// Bars that begin at zero, with intervals as soft bands and a line at a reference value.
#[component]
pub fn IntervalBars(
    /// The rows, in the order to show.
    #[prop(into)]
    rows: Signal<Vec<BarRow>>,
    /// The value at which a line stands, such as the mean of the team.
    #[prop(optional, into)]
    reference: Signal<Option<f64>>,
) -> impl IntoView {
    let content = move || {
        let rows = rows.get();
        let bars: Vec<Bar> = rows.iter().map(|row| row.bar).collect();
        let plot = plot_bars(&bars, reference.get());
        let line = plot.reference;
        rows.into_iter()
            .zip(plot.bars)
            .map(move |(row, shape)| bar_row(row, shape, line))
            .collect_view()
    };
    view! { <div class="bars">{content}</div> }
}

fn bar_row(row: BarRow, shape: BarShape, line: Option<f64>) -> impl IntoView {
    let band = shape.band.map(|(start, length)| {
        view! { <span class="bars__band" style:inset-inline-start=percent(start / 100.0) style:inline-size=percent(length / 100.0)></span> }
    });
    let line = line.map(|at| view! { <span class="bars__line" style:inset-inline-start=percent(at / 100.0)></span> });
    view! {
        <span class="bars__name">{row.name}</span>
        <span class="bars__track" data-tone=row.tone.as_str()>
            {band}
            <span class="bars__bar" style:inset-inline-start=percent(shape.start / 100.0) style:inline-size=percent(shape.length / 100.0)></span>
            {line}
        </span>
        <span class="bars__figure">{row.shown}</span>
    }
}
