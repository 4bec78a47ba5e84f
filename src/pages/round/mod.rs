//! The sealed round: the tablet goes round, everybody answers on a screen of their own, and all is
//! revealed together. A round that is underway stands before everything else, also after the tab
//! was closed.
//!
//! What somebody types lives in their screen alone and goes with it.

mod answer;
mod hand;
mod result;
mod set_up;

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::id::{PersonId, RoundId};
use crate::i18n::Lang;
use crate::pages::common::{ForecastNav, PeriodPicker, SaidCertificate, current_quarter};
use crate::present::rounds::{ROUND_TABLES, RangeOf, RangePart, Underway, certificate, underway};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use answer::Answer;
use hand::Hand;
use result::Results;
use set_up::SetUp;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    period: Memo<Period>,
    /// The round that is underway.
    round: Memo<Option<Underway>>,
    /// Who has the tablet and answers; none while it changes hands.
    answering: RwSignal<Option<PersonId>>,
    /// The figure that is being explained, and of which round.
    explained: RwSignal<Option<(RoundId, (RangeOf, RangePart))>>,
}

/// The round that is underway, or those of the period and a new one.
#[component]
pub fn RoundPage() -> impl IntoView {
    let app = use_app();
    let route = app.route();
    let period = Memo::new(move |_| match &*route.read() {
        Route::Round(Some(period)) => *period,
        _ => current_quarter(app),
    });
    let round = Memo::new(move |_| app.view(&ROUND_TABLES, underway));
    let (answering, explained) = (RwSignal::new(None), RwSignal::new(None));
    let desk = Desk { app, lang: app.lang(), period, round, answering, explained };
    let paper = Memo::new(move |_| {
        let (id, of) = explained.get()?;
        app.view(&ROUND_TABLES, |it| certificate(it, desk.lang.get(), id, of))
    });
    let is_underway = Memo::new(move |_| round.read().is_some());
    let go = move |period| app.go(Route::Round(Some(period)));
    view! {
        <div class="two-pane" data-testid="round-page">
            <div class="two-pane__main">
                <div class="content goals">
                    <Show
                        when=move || is_underway.get()
                        fallback=move || {
                            view! {
                                <ForecastNav />
                                <PeriodPicker period on_change=go>
                                    <span></span>
                                </PeriodPicker>
                                <Results desk />
                                <SetUp desk />
                            }
                        }
                    >
                        <Running desk />
                    </Show>
                </div>
            </div>
            <SaidCertificate paper on_close=move |()| explained.set(None) />
        </div>
    }
}

/// A screen for whoever has the tablet, or for its way to the next.
#[component]
fn Running(desk: Desk) -> impl IntoView {
    let person = Memo::new(move |_| {
        let round = desk.round.read();
        desk.answering.get().filter(|id| round.as_ref().is_some_and(|it| it.seat(*id).is_some()))
    });
    move || match person.get() {
        Some(person) => view! { <Answer desk person /> }.into_any(),
        None => view! { <Hand desk /> }.into_any(),
    }
}
