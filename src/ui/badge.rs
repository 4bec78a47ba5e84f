//! A word of state with its own shape: late, won, locked, a draft.

use super::icon::{Icon, IconView};
use super::tone::Tone;
use leptos::prelude::*;

/// A small word that says a state by word, shape and colour.
#[component]
pub fn Badge(
    /// The word.
    #[prop(into)]
    label: Signal<String>,
    /// What it means.
    #[prop(optional, into)]
    tone: Signal<Tone>,
    /// The shape before the word.
    #[prop(optional)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <span class="badge" data-tone=move || tone.get().as_str()>
            {icon.map(|icon| view! { <IconView icon /> })}
            {label}
        </span>
    }
}
