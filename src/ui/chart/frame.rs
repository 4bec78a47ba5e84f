//! What stands around every chart.

use crate::ui::button::Button;
use crate::ui::button::ButtonKind;
use crate::ui::lang::use_lang;
use leptos::prelude::*;

/// A chart under the sentence that it proves, with a button that shows its table instead. On
/// paper both are shown.
#[component]
pub fn ChartFrame(
    /// The sentence that the chart proves.
    #[prop(into)]
    sentence: Signal<String>,
    /// The same figures as a table.
    #[prop(into)]
    table: ViewFn,
    /// The picture.
    children: Children,
) -> impl IntoView {
    let lang = use_lang();
    let as_table = RwSignal::new(false);
    let turn =
        move || if as_table.get() { lang.get().show_chart() } else { lang.get().show_table() };
    view! {
        <figure class="chart" data-view=move || if as_table.get() { "table" } else { "chart" }>
            <figcaption class="chart__head">
                <span class="chart__sentence">{sentence}</span>
                <Button
                    kind=ButtonKind::Link
                    label=turn
                    on_press=move || as_table.set(!as_table.get_untracked())
                />
            </figcaption>
            <div class="chart__picture" aria-hidden="true">{children()}</div>
            <div class="chart__table">{table.run()}</div>
        </figure>
    }
}
