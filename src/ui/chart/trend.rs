//! A series and how it goes on.

use leptos::prelude::*;

use super::words::{KeyItem, date_words, grid_line, key_item};
use crate::present::chart::{Trend, TrendPlot, percent, plot_trend};

/// What was as a line, what is expected as a dotted one, and the area in which it lies.
#[component]
pub fn TrendChart(
    /// The figures.
    #[prop(into)]
    trend: Signal<Trend>,
    /// Prints an amount, short.
    #[prop(into)]
    format: Callback<f64, String>,
    /// Words under the axis: the position of each, 0 to 1, and what it says.
    #[prop(into)]
    dates: Signal<Vec<(f64, String)>>,
    /// What the lines and the area are.
    #[prop(into)]
    key: Signal<Vec<KeyItem>>,
) -> impl IntoView {
    let plot = Memo::new(move |_| plot_trend(&trend.read()));
    let line = move |part: fn(&TrendPlot) -> &String| move || plot.with(|plot| part(plot).clone());
    let ticks =
        move || plot.read().ticks.iter().map(|tick| grid_line(*tick, format)).collect_view();
    let now = move || percent(plot.read().now / 100.0);
    view! {
        <div class="plot-box">
            <div class="plot">
                <svg class="plot__picture" viewBox="0 0 100 100" preserveAspectRatio="none">
                    <path class="plot__band" d=line(|plot| &plot.band) />
                    <path class="plot__line plot__line--likely" d=line(|plot| &plot.ahead) />
                    <path class="plot__line plot__line--actual" d=line(|plot| &plot.past) />
                </svg>
                <div class="plot__words">
                    {ticks} <span class="plot__today" style:inset-inline-start=now></span>
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
