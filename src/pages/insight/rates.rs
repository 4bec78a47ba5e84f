//! How often leads are won, group by group.

use leptos::prelude::*;

use super::table::Figures;
use super::{Desk, notes};
use crate::present::insight::{Dimension, RateBar, Verdict, dimensions, rates};
use crate::ui::{
    BarRow, ChartFrame, Choice, EmptyPicture, EmptyState, IntervalBars, SelectField, Tone,
};

/// The rates with their intervals, as bars and as a table.
#[component]
pub(super) fn Rates(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let found = desk.found(rates);
    let sentence = Signal::derive(move || found.read().sentence.clone());
    let bars = Signal::derive(move || found.read().bars.iter().map(bar).collect::<Vec<_>>());
    let usual = Signal::derive(move || found.read().usual);
    let table = Signal::derive(move || found.read().table.clone());
    let offered = desk.found(dimensions);
    let choices = move || {
        let lang = lang.get();
        let one = |it: &Dimension| Choice::new(it.as_str(), it.words(lang));
        offered.read().iter().map(one).collect::<Vec<_>>()
    };
    let by = move || desk.address.read().by.as_str().to_owned();
    let any = Memo::new(move |_| !found.read().bars.is_empty());
    let empty = move || view! { <EmptyState picture=EmptyPicture::List sentence /> };
    view! {
        <section class="section" data-testid="insight-rates">
            <span class="insight__by" data-testid="insight-by">
                <SelectField
                    label=move || lang.get().insight_by()
                    choices=Signal::derive(choices)
                    value=Signal::derive(by)
                    on_change=move |id: String| desk.choose(|it| it.by = Dimension::named(&id))
                />
            </span>
            <Show when=move || any.get() fallback=empty>
                <ChartFrame sentence table=move || view! { <Figures desk table /> }>
                    <IntervalBars rows=bars reference=usual />
                </ChartFrame>
                {notes(Signal::derive(move || found.read().notes.clone()))}
            </Show>
        </section>
    }
}

fn bar(it: &RateBar) -> BarRow {
    let tone = match it.verdict {
        Verdict::Above => Tone::Good,
        Verdict::Below => Tone::Warn,
        Verdict::Alike => Tone::Accent,
        Verdict::TooFew(_) => Tone::Plain,
    };
    BarRow { name: it.name.clone(), shown: it.shown.clone(), bar: it.bar, tone }
}
