//! The choice between months and weeks.

use leptos::prelude::*;

use crate::domain::grain::Grain;
use crate::present::forecast::words;
use crate::runtime::app::use_app;
use crate::ui::{Choice, SegmentedField};

/// Months or weeks.
#[component]
pub fn GrainField(
    /// What is shown now.
    #[prop(into)]
    grain: Signal<Grain>,
    /// Runs with what is chosen.
    #[prop(into)]
    on_change: Callback<Grain>,
) -> impl IntoView {
    let lang = use_app().lang();
    let choices = move || {
        let lang = lang.get();
        Grain::ALL.map(|it| Choice::new(it.as_str(), words::grain(lang, it))).to_vec()
    };
    view! {
        <span data-testid="grain">
            <SegmentedField
                label=move || lang.get().insight_each()
                choices=Signal::derive(choices)
                value=Signal::derive(move || grain.get().as_str().to_owned())
                on_change=move |id: String| on_change.run(Grain::named(&id))
            />
        </span>
    }
}
