//! A word on the page itself, with its sign: what happened, or what is to be known.

use leptos::prelude::*;

use super::icon::{Icon, IconView};
use super::tone::Tone;

/// A notice. Who wants it read out puts it into an element with `role="status"`.
#[component]
pub fn Notice(
    /// Whether it is good or bad news.
    tone: Tone,
    /// What it says.
    #[prop(into)]
    words: Signal<String>,
    /// What can be done about it.
    #[prop(optional_no_strip)]
    action: Option<AnyView>,
) -> impl IntoView {
    let icon = match tone {
        Tone::Good => Icon::Check,
        Tone::Warn | Tone::Bad => Icon::Warn,
        Tone::Plain | Tone::Accent => Icon::Info,
    };
    view! {
        <div class="notice" data-tone=tone.as_str()>
            <IconView icon />
            <p class="notice__words">{words}</p>
            {action}
        </div>
    }
}
