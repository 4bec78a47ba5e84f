//! The picture of what is promised for each week against what can be done.

use leptos::prelude::*;

use super::words::{KeyItem, grid_line, key_item};
use crate::present::chart::{Load, LoadBar, percent, plot_load};

/// Bars of weeks, firm and likely, with a line at what can be done; what is more is told from the
/// rest by its colour and by how much it is.
#[component]
pub fn LoadChart(
    /// The weeks.
    #[prop(into)]
    load: Signal<Load>,
    /// Prints a value, short.
    #[prop(into)]
    format: Callback<f64, String>,
    /// What the kinds of bars and the line are.
    #[prop(into)]
    key: Signal<Vec<KeyItem>>,
) -> impl IntoView {
    let plot = Memo::new(move |_| plot_load(&load.read()));
    let excess = move |bar: LoadBar| {
        let words = ["+", &format.run(bar.excess?)].concat();
        let (at, top) = (percent(bar.at), percent(bar.top / 100.0));
        Some(view! {
            <span class="plot__excess" style:inset-inline-start=at style:inset-block-start=top>
                {words}
            </span>
        })
    };
    let name = |bar: LoadBar| {
        let at = percent(bar.at);
        view! { <span class="plot__date" style:inset-inline-start=at>{bar.name}</span> }
    };
    view! {
        <div class="plot-box">
            <div class="plot plot--load">
                <svg class="plot__picture" viewBox="0 0 100 100" preserveAspectRatio="none">
                    <path class="plot__bar plot__bar--over" d=move || plot.read().over.clone() />
                    <path class="plot__bar plot__bar--likely" d=move || plot.read().likely.clone() />
                    <path class="plot__bar plot__bar--outside" d=move || plot.read().firm.clone() />
                    <path class="plot__line plot__line--capacity" d=move || plot.read().capacity.clone() />
                </svg>
                <div class="plot__words">
                    {move || {
                        plot.read().ticks.iter().map(|it| grid_line(*it, format)).collect_view()
                    }}
                    {move || plot.read().bars.clone().into_iter().map(excess).collect_view()}
                </div>
                <div class="plot__dates">
                    {move || plot.read().bars.clone().into_iter().map(name).collect_view()}
                </div>
            </div>
            <ul class="plot__key plot__key--always">
                {move || key.get().into_iter().map(key_item).collect_view()}
            </ul>
        </div>
    }
}
