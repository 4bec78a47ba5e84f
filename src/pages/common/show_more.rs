//! The way to what does not stand on the page yet, for it was longer ago.

use leptos::prelude::*;

use crate::present::format;
use crate::runtime::app::use_app;
use crate::ui::Button;

/// Shows more of a list, where there is more of it.
#[component]
pub fn ShowMore(
    /// How many are not shown yet.
    #[prop(into)]
    left: Signal<usize>,
    /// Shows more of them.
    #[prop(into)]
    on_more: Callback<()>,
) -> impl IntoView {
    let lang = use_app().lang();
    let label = move || lang.get().show_more(&format::count(lang.get(), left.get() as u64));
    view! {
        <Show when=move || left.get() != 0>
            <div class="actions actions--start">
                <Button label=label on_press=move || on_more.run(()) attr:data-testid="show-more" />
            </div>
        </Show>
    }
}
