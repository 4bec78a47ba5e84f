//! Steps from one amount to another, one a row.

use leptos::prelude::*;

use crate::present::chart::{Step, percent};

/// Bars of which each begins where the one before ended; what grows is told from what shrinks.
#[component]
pub fn StepsChart(
    /// The steps, in their order.
    #[prop(into)]
    steps: Signal<Vec<Step>>,
    /// Prints an amount; a change with its sign.
    #[prop(into)]
    format: Callback<Step, String>,
) -> impl IntoView {
    let row = move |step: Step| {
        let tone = match step.value {
            _ if step.is_whole => "plain",
            value if value < 0.0 => "warn",
            _ => "accent",
        };
        let (start, length) = (percent(step.start / 100.0), percent(step.length / 100.0));
        view! {
            <span class="bars__name">{step.name.clone()}</span>
            <span class="bars__track" data-tone=tone>
                <span class="bars__bar" style:inset-inline-start=start style:inline-size=length></span>
            </span>
            <span class="bars__figure">{format.run(step)}</span>
        }
    };
    view! { <div class="bars">{move || steps.get().into_iter().map(row).collect_view()}</div> }
}
