//! A series with what is usual for it.

use leptos::prelude::*;

use super::words::{KeyItem, date_words, grid_line, key_item};
use crate::present::chart::{Point, Series, SeriesPlot, percent, plot_series};

/// What was as a line, what is usual as a thin one in its area, and a point where a step stands out.
#[component]
pub fn SeriesChart(
    /// The figures.
    #[prop(into)]
    series: Signal<Series>,
    /// Prints a value, short.
    #[prop(into)]
    format: Callback<f64, String>,
    /// Words under the axis: the position of each, 0 to 1, and what it says.
    #[prop(into)]
    dates: Signal<Vec<(f64, String)>>,
    /// What the lines, the area and the points are.
    #[prop(into)]
    key: Signal<Vec<KeyItem>>,
) -> impl IntoView {
    let plot = Memo::new(move |_| plot_series(&series.read()));
    let line = move |part: fn(&SeriesPlot) -> &String| move || plot.with(|plot| part(plot).clone());
    let ticks =
        move || plot.read().ticks.iter().map(|tick| grid_line(*tick, format)).collect_view();
    let mark = |point: Point| {
        view! {
            <span
                class="plot__point"
                data-kind="odd"
                style:inset-inline-start=percent(point.x / 100.0)
                style:inset-block-start=percent(point.y / 100.0)
            ></span>
        }
    };
    view! {
        <div class="plot-box">
            <div class="plot">
                <svg class="plot__picture" viewBox="0 0 100 100" preserveAspectRatio="none">
                    <path class="plot__band" d=line(|plot| &plot.band) />
                    <path class="plot__line plot__line--expected" d=line(|plot| &plot.expected) />
                    <path class="plot__line plot__line--actual" d=line(|plot| &plot.line) />
                </svg>
                <div class="plot__words">
                    {ticks} {move || plot.read().marks.iter().copied().map(mark).collect_view()}
                </div>
                <div class="plot__dates">
                    {move || dates.get().into_iter().map(date_words).collect_view()}
                </div>
            </div>
            <ul class="plot__key plot__key--always">
                {move || key.get().into_iter().map(key_item).collect_view()}
            </ul>
        </div>
    }
}
