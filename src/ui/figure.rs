//! A number that can say where it comes from.

use super::answer::{answer_first, busy_word};
use super::lang::use_lang;
use leptos::prelude::*;

/// How large a figure stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum FigureSize {
    /// In a line or a table.
    #[default]
    Inline,
    /// The one figure of the page.
    Headline,
    /// For the room, from three metres.
    Room,
}

impl FigureSize {
    /// The value of the `data-size` attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            FigureSize::Inline => "inline",
            FigureSize::Headline => "headline",
            FigureSize::Room => "room",
        }
    }
}

/// A number; a tap asks how it is computed.
#[component]
pub fn Figure(
    /// The number as shown.
    #[prop(into)]
    value: Signal<String>,
    /// What it is the number of, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// How large it stands.
    #[prop(optional)]
    size: FigureSize,
    /// Runs on a tap: opens the sheet with its formula and its records.
    #[prop(into)]
    on_explain: Callback<()>,
) -> impl IntoView {
    let lang = use_lang();
    let (asked, ask) = answer_first(on_explain);
    let name = move || lang.get().how_computed(&label.read(), &value.read());
    view! {
        <button
            type="button"
            class="figure"
            data-size=size.as_str()
            aria-label=name
            aria-busy=move || busy_word(asked)
            on:click=move |_| ask(())
        >
            {value}
        </button>
    }
}
