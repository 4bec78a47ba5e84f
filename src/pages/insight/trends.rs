//! Month by month or week by week, and which stand out.

use leptos::prelude::*;

use super::table::Figures;
use super::{Desk, notes};
use crate::pages::common::GrainField;
use crate::present::chart;
use crate::present::insight::{Figure as InsightFigure, Series, short, trends};
use crate::ui::{
    Button, ButtonKind, ChartFrame, Choice, EmptyPicture, EmptyState, SegmentedField, SeriesChart,
};

/// The months as a line and as a table.
#[component]
pub(super) fn Trends(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let found = desk.found(trends);
    let sentence = Signal::derive(move || found.read().sentence.clone());
    let series: Signal<chart::Series> = Signal::derive(move || found.read().chart.clone());
    let dates = Signal::derive(move || found.read().dates.clone());
    let table = Signal::derive(move || found.read().table.clone());
    let format = move |value: f64| short(lang.get(), found.read().unit, value);
    let choices = move || {
        let lang = lang.get();
        let one = |it: &Series| Choice::new(it.as_str(), it.words(lang));
        Series::ALL.iter().map(one).collect::<Vec<_>>()
    };
    let shown = move || desk.address.read().series.as_str().to_owned();
    let key = move || {
        let (lang, found) = (lang.get(), found.read());
        let mut key = vec![("actual", lang.insight_key_was().to_owned())];
        if !found.chart.expected.is_empty() {
            key.push(("band", lang.insight_key_usual().to_owned()));
        }
        if !found.chart.marked.is_empty() {
            key.push(("odd", lang.insight_key_odd().to_owned()));
        }
        key
    };
    let any = Memo::new(move |_| !found.read().table.rows.is_empty());
    let empty = move || view! { <EmptyState picture=EmptyPicture::List sentence /> };
    let odd = move |(words, figure): (String, InsightFigure)| {
        let open = move || desk.opened.set(Some(figure.clone()));
        view! { <li><Button kind=ButtonKind::Link label=words on_press=move |()| open() /></li> }
    };
    view! {
        <section class="section" data-testid="insight-trends">
            <div class="insight__choices">
                <SegmentedField
                    label=move || lang.get().insight_show()
                    choices=Signal::derive(choices)
                    value=Signal::derive(shown)
                    on_change=move |id: String| desk.choose(|it| it.series = Series::named(&id))
                />
                <GrainField
                    grain=Signal::derive(move || desk.address.read().grain)
                    on_change=move |grain| desk.choose(|it| it.grain = grain)
                />
            </div>
            <Show when=move || any.get() fallback=empty>
                <ChartFrame sentence table=move || view! { <Figures desk table /> }>
                    <SeriesChart series format dates key=Signal::derive(key) />
                </ChartFrame>
                <ul class="insight__odd" data-testid="insight-odd">
                    {move || found.get().unusual.into_iter().map(odd).collect_view()}
                </ul>
                {notes(Signal::derive(move || found.read().notes.clone()))}
            </Show>
        </section>
    }
}
