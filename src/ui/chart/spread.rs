//! The picture of a distribution.

use leptos::prelude::*;

use super::words::{KeyItem, key_item};
use crate::present::chart::{Spread, percent, plot_spread};

/// Beyond this share of the width the words of a mark stand left of it.
const RIGHT_SIDE: f64 = 60.0;

/// How likely each amount is: what lies between low and high is told from the rest, and lines
/// stand at the likely amount and at the goal. What is assumed beside it is a range of its own.
#[component]
pub fn SpreadChart(
    /// The figures.
    #[prop(into)]
    spread: Signal<Spread>,
    /// Prints an amount, short.
    #[prop(into)]
    format: Callback<f64, String>,
    /// The words at the likely amount and at the goal.
    #[prop(into)]
    marks: Signal<(String, String)>,
    /// The words at what is likely with what is assumed; needed where the spread has that.
    #[prop(optional, into)]
    assumed: Signal<String>,
    /// What the two kinds of bars are.
    #[prop(into)]
    key: Signal<Vec<KeyItem>>,
) -> impl IntoView {
    let plot = Memo::new(move |_| plot_spread(&spread.read()));
    let tick = move |tick: crate::present::chart::Tick| {
        let at = percent(tick.at / 100.0);
        view! { <span class="plot__date" style:inset-inline-start=at>{format.run(tick.value)}</span> }
    };
    let lines = move || {
        let (plot, (likely, goal)) = (plot.read(), marks.get());
        let goal = plot.goal.map(|at| mark("goal", at, goal));
        let assumed = plot.assumed.map(|it| range(it, assumed.get()));
        view! { {mark("likely", plot.likely, likely)} {goal} {assumed} }
    };
    view! {
        <div class="plot-box">
            <div class="plot plot--spread">
                <svg class="plot__picture" viewBox="0 0 100 100" preserveAspectRatio="none">
                    <path class="plot__bar plot__bar--outside" d=move || plot.read().outside.clone() />
                    <path class="plot__bar" d=move || plot.read().within.clone() />
                </svg>
                <div class="plot__words">{lines}</div>
                <div class="plot__dates">
                    {move || plot.read().ticks.iter().copied().map(tick).collect_view()}
                </div>
            </div>
            <ul class="plot__key plot__key--always">
                {move || key.get().into_iter().map(key_item).collect_view()}
            </ul>
        </div>
    }
}

/// From low to high, with a line where it is likely.
fn range([low, likely, high]: [f64; 3], words: String) -> impl IntoView {
    view! {
        <span
            class="plot__range"
            data-testid="plot-assumed"
            style:inset-inline-start=percent(low / 100.0)
            style:inline-size=percent((high - low) / 100.0)
        ></span>
        {mark("assumed", likely, words)}
    }
}

fn mark(kind: &'static str, at: f64, words: String) -> impl IntoView {
    let side = if RIGHT_SIDE < at { "left" } else { "right" };
    view! {
        <span
            class="plot__mark"
            data-kind=kind
            data-side=side
            style:inset-inline-start=percent(at / 100.0)
        >
            <span class="plot__mark-words">{words}</span>
        </span>
    }
}
