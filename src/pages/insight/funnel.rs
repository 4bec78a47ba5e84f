//! How leads go from stage to stage, and what that brings a day.

use leptos::prelude::*;

use super::table::Figures;
use super::{Desk, notes};
use crate::present::insight::{Figure as InsightFigure, FunnelBar, FunnelView, funnel};
use crate::ui::{
    ChartFrame, EmptyPicture, EmptyState, Figure, FigureSize, PortionBars, PortionRow,
};

/// The stages as bars and as a table, once the history is read.
#[component]
pub(super) fn Funnel(desk: Desk) -> impl IntoView {
    let lang = desk.lang;
    let found = Memo::new(move |_| {
        let told = desk.told.get()?;
        Some(desk.ask(&|scope| funnel(scope, &told.recorded)))
    });
    let shown = Memo::new(move |_| found.get().unwrap_or_default());
    let sentence = Signal::derive(move || shown.read().sentence.clone());
    let bars = Signal::derive(move || shown.read().bars.iter().map(row).collect::<Vec<_>>());
    let table = Signal::derive(move || shown.read().table.clone());
    let key = Signal::derive(move || {
        let lang = lang.get();
        [lang.insight_key_on(), lang.insight_key_open(), lang.insight_key_lost()].map(str::to_owned)
    });
    let archived = Memo::new(move |_| desk.told.read().as_ref().is_some_and(|it| it.archived));
    let wait = move || view! { <p role="status">{move || lang.get().insight_read_history()}</p> };
    let any = Memo::new(move |_| {
        shown.read().bars.iter().any(|it| it.portions.0.iter().any(|it| *it != 0.0))
    });
    let empty = move || view! { <EmptyState picture=EmptyPicture::List sentence /> };
    view! {
        <Show when=move || found.read().is_some() fallback=wait>
            <Show when=move || any.get() fallback=empty>
                <section class="section" data-testid="insight-funnel">
                    <ChartFrame sentence table=move || view! { <Figures desk table /> }>
                        <PortionBars rows=bars key />
                    </ChartFrame>
                </section>
                <Velocity desk shown />
                {notes(Signal::derive(move || shown.read().notes.clone()))}
                <Show when=move || archived.get()>
                    <p class="section__note" data-testid="funnel-archived">
                        {move || lang.get().archive_stages_lack()}
                    </p>
                </Show>
            </Show>
        </Show>
    }
}

fn row(it: &FunnelBar) -> PortionRow {
    PortionRow { name: it.name.clone(), shown: it.shown.clone(), portions: it.portions }
}

/// What is won a day at this pace; nothing where too little is known.
#[component]
fn Velocity(desk: Desk, shown: Memo<FunnelView>) -> impl IntoView {
    let Desk { lang, opened, .. } = desk;
    let part = move |read: fn(&(String, String)) -> &String| {
        Signal::derive(move || {
            shown.read().velocity.as_ref().map(read).cloned().unwrap_or_default()
        })
    };
    let known = Memo::new(move |_| shown.read().velocity.is_some());
    let explain = move |()| opened.set(Some(InsightFigure::Velocity));
    view! {
        <Show when=move || known.get()>
            <section class="section headline" data-testid="insight-velocity">
                <p class="headline__note">{move || lang.get().insight_velocity()}</p>
                <p>
                    <Figure
                        value=part(|it| &it.0)
                        label=move || lang.get().insight_velocity()
                        size=FigureSize::Headline
                        on_explain=explain
                    />
                </p>
                <p class="section__note">{part(|it| &it.1)}</p>
            </section>
        </Show>
    }
}
