//! Leads by the month in which they were created.

use leptos::prelude::*;

use super::table::Figures;
use super::{Desk, notes};
use crate::present::insight::{Part, cohorts};
use crate::ui::{ChartFrame, Choice, EmptyPicture, EmptyState, HeatGrid, SegmentedField};

/// The grid, as colours and as a table.
#[component]
pub(super) fn Cohorts(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let found = desk.found(cohorts);
    let sentence = Signal::derive(move || found.read().sentence.clone());
    let heads = Signal::derive(move || found.read().heads.clone());
    let rows = Signal::derive(move || found.read().rows.clone());
    let table = Signal::derive(move || found.read().table.clone());
    let choices = move || {
        let lang = lang.get();
        let one = |it: &Part| Choice::new(it.as_str(), it.words(lang));
        Part::ALL.iter().map(one).collect::<Vec<_>>()
    };
    let any = Memo::new(move |_| !found.read().rows.is_empty());
    let empty = move || view! { <EmptyState picture=EmptyPicture::List sentence /> };
    view! {
        <section class="section" data-testid="insight-cohorts">
            <SegmentedField
                label=move || lang.get().insight_show()
                choices=Signal::derive(choices)
                value=Signal::derive(move || desk.address.read().part.as_str().to_owned())
                on_change=move |id: String| desk.choose(|it| it.part = Part::named(&id))
            />
            <Show when=move || any.get() fallback=empty>
                <ChartFrame sentence table=move || view! { <Figures desk table /> }>
                    <HeatGrid
                        axis=move || lang.get().insight_months_since()
                        note=move || lang.get().insight_leads()
                        heads
                        rows
                    />
                </ChartFrame>
                {notes(Signal::derive(move || found.read().notes.clone()))}
            </Show>
        </section>
    }
}
