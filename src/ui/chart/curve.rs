//! One figure over another.

use leptos::prelude::*;

use super::words::{date_words, grid_line};
use crate::present::chart::{Curve, Point, percent, plot_curve};

/// A line with numbered points that should be looked at.
#[component]
pub fn CurveChart(
    /// The figures.
    #[prop(into)]
    curve: Signal<Curve>,
    /// Prints an amount, short.
    #[prop(into)]
    format: Callback<f64, String>,
) -> impl IntoView {
    let plot = Memo::new(move |_| plot_curve(&curve.read()));
    let ticks =
        move || plot.read().ticks.iter().map(|tick| grid_line(*tick, format)).collect_view();
    let across = move || {
        let ticks = plot.read().across.clone().into_iter();
        ticks.map(|it| date_words((it.at / 100.0, format.run(it.value)))).collect_view()
    };
    let mark = |(number, point): (usize, Point)| {
        view! {
            <span
                class="plot__number"
                style:inset-inline-start=percent(point.x / 100.0)
                style:inset-block-start=percent(point.y / 100.0)
            >
                {number.to_string()}
            </span>
        }
    };
    let marks = move || (1..).zip(plot.read().marks.clone()).map(mark).collect_view();
    view! {
        <div class="plot-box">
            <div class="plot">
                <svg class="plot__picture" viewBox="0 0 100 100" preserveAspectRatio="none">
                    <path class="plot__line plot__line--actual" d=move || plot.read().line.clone() />
                </svg>
                <div class="plot__words">{ticks} {marks}</div>
                <div class="plot__dates">{across}</div>
            </div>
        </div>
    }
}
