//! Texts that are offered: a tap takes one over.

use leptos::prelude::*;

/// Texts to choose from, in a row.
#[component]
pub fn Offers(
    /// The texts.
    #[prop(into)]
    words: Signal<Vec<String>>,
    /// Tells which one was tapped.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let chip = move |text: String| {
        let own = text.clone();
        let choose = move |_| on_choose.run(own.clone());
        // In an element of its own, so that WebKit's driver sees the button.
        view! {
            <button type="button" class="chip" data-testid="chip" on:click=choose>
                <span>{text}</span>
            </button>
        }
    };
    view! { <div class="chips">{move || words.get().into_iter().map(chip).collect_view()}</div> }
}
