//! A share as a bar, with a mark where it should be by now.

use super::tone::Tone;
use crate::present::chart::percent;
use leptos::prelude::*;

/// A share of a whole. The figure itself stands beside it in words.
#[component]
pub fn Meter(
    /// What the bar says, in words with the figure: "62 % of the goal".
    #[prop(into)]
    label: Signal<String>,
    /// The share, 0 to 1; more than 1 fills the bar.
    #[prop(into)]
    share: Signal<f64>,
    /// What it means.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// Where it should be by now, 0 to 1.
    #[prop(optional, into)]
    mark: Option<Signal<f64>>,
) -> impl IntoView {
    let mark_view = mark.map(|mark| {
        view! { <span class="meter__mark" style:inset-inline-start=move || percent(mark.get())></span> }
    });
    view! {
        <span class="meter" role="img" aria-label=label data-tone=move || tone.get().as_str()>
            <span class="meter__bar" style:inline-size=move || percent(share.get())></span>
            {mark_view}
        </span>
    }
}
