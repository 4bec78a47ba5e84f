//! Words that several charts write in the same way.

use leptos::prelude::*;

use crate::present::chart::{Tick, percent};

/// A line of the key under a plot: the kind of its mark, and what it says.
pub type KeyItem = (&'static str, String);

/// A line of the key.
pub(super) fn key_item((kind, words): KeyItem) -> impl IntoView {
    view! { <li data-kind=kind>{words}</li> }
}

/// A line across the plot with its amount.
pub(super) fn grid_line(tick: Tick, format: Callback<f64, String>) -> impl IntoView {
    view! {
        <span class="plot__grid" style:inset-block-start=percent(tick.at / 100.0)>
            <span class="plot__tick">{format.run(tick.value)}</span>
        </span>
    }
}

/// Words under the axis.
pub(super) fn date_words((at, words): (f64, String)) -> impl IntoView {
    view! { <span class="plot__date" style:inset-inline-start=percent(at)>{words}</span> }
}
