//! Where one is on a way of several steps.

use leptos::prelude::*;

/// The steps of a way, with the one in hand marked. Steps are not buttons: the page has its own
/// back and next.
#[component]
pub fn Steps(
    /// What the way leads to, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// The names of the steps.
    #[prop(into)]
    steps: Signal<Vec<String>>,
    /// The step in hand, from 0.
    #[prop(into)]
    current: Signal<usize>,
) -> impl IntoView {
    let step = move |(place, name): (usize, String)| {
        let state = move || match place.cmp(&current.get()) {
            std::cmp::Ordering::Less => "done",
            std::cmp::Ordering::Equal => "current",
            std::cmp::Ordering::Greater => "ahead",
        };
        let here = move || (place == current.get()).then_some("step");
        view! { <li class="steps__step" data-state=state aria-current=here>{name}</li> }
    };
    view! {
        <ol class="steps" aria-label=label>
            {move || steps.get().into_iter().enumerate().map(step).collect_view()}
        </ol>
    }
}
