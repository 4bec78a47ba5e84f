//! The two buttons that move something up and down in its order.

use leptos::prelude::*;

use crate::present::pipelines::Shift;
use crate::runtime::app::use_app;
use crate::ui::{Icon, IconButton};

/// Moves up and down; the first goes no further up, the last no further down.
#[component]
pub fn MoveButtons(
    /// What tests know them by, before `-up` and `-down`.
    kind: &'static str,
    /// What is moved.
    #[prop(into)]
    name: Signal<String>,
    /// Whether it is the first and whether it is the last.
    #[prop(into)]
    ends: Signal<(bool, bool)>,
    /// Moves it.
    #[prop(into)]
    on_move: Callback<Shift>,
) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <IconButton
            icon=Icon::Up
            label=move || lang.get().move_up(&name.read())
            disabled=Signal::derive(move || ends.get().0)
            on_press=move || on_move.run(Shift::Up)
            attr:data-testid=format!("{kind}-up")
        />
        <IconButton
            icon=Icon::Down
            label=move || lang.get().move_down(&name.read())
            disabled=Signal::derive(move || ends.get().1)
            on_press=move || on_move.run(Shift::Down)
            attr:data-testid=format!("{kind}-down")
        />
    }
}
