//! Calls of a period: the deals that are due, what rep and manager say of each, and what that adds
//! up to against the goal.
//!
//! The period and whose deals are listed stand in the address.

mod list;
mod tables;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::call::Caller;
use crate::domain::goal::Bearer;
use crate::i18n::Lang;
use crate::pages::common::{
    BearerField, ForecastNav, GoalCertificate, PeriodPicker, current_quarter,
};
use crate::present::calls::{Asked, CallsView, Figure as Of, TABLES, certificate};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{ButtonLink, Choice, Figure, FigureSize, SegmentedField};
use list::List;
use tables::{PastTable, PeopleTable};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    period: Memo<Period>,
    bearer: Memo<Bearer>,
    /// Whose calls are added up.
    caller: RwSignal<Caller>,
    view: Memo<Arc<CallsView>>,
    /// Which figure is being explained.
    explained: RwSignal<Option<Of>>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let (lang, route) = (app.lang(), app.route());
        let period = Memo::new(move |_| match &*route.read() {
            Route::Calls(Some(period), _) => *period,
            _ => current_quarter(app),
        });
        let bearer = Memo::new(move |_| match &*route.read() {
            Route::Calls(_, bearer) => *bearer,
            _ => Bearer::Company,
        });
        let caller = RwSignal::new(Caller::Rep);
        let view = Memo::new(move |_| {
            let (period, bearer) = (period.get(), bearer.get());
            let asked = Asked { period, bearer, today: app.today().get(), caller: caller.get() };
            let view = app.view(&TABLES, |it| CallsView::new(it, lang.get(), asked));
            Arc::new(view.unwrap_or_default())
        });
        Desk { app, lang, period, bearer, caller, view, explained: RwSignal::new(None) }
    }

    /// What is asked of the calls.
    fn asked(self) -> Asked {
        let (period, bearer) = (self.period.get(), self.bearer.get());
        Asked { period, bearer, today: self.app.today().get(), caller: self.caller.get() }
    }

    /// A part of the view.
    fn part<T: Clone + PartialEq + Send + Sync + 'static>(
        self,
        read: fn(&CallsView) -> T,
    ) -> Memo<T> {
        Memo::new(move |_| read(&self.view.read()))
    }
}

/// The calls of the period and bearer in the address.
#[component]
pub fn CallsPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { app, lang, period, bearer, .. } = desk;
    let go = move |period| app.go(Route::Calls(Some(period), bearer.get_untracked()));
    let choose = move |bearer| app.replace(Route::Calls(Some(period.get_untracked()), bearer));
    let notes = desk.part(|it| it.notes.clone());
    let undated = desk.part(|it| it.undated.clone());
    let to_undated = move |address: BoardAddress| {
        view! {
            <ButtonLink
                label=move || lang.get().calls_undated_open()
                href=Route::Leads(address).href()
                attr:data-testid="calls-undated"
            />
        }
    };
    let note = |words: String| view! { <p class="section__note">{words}</p> };
    view! {
        <div class="two-pane" data-testid="calls-page">
            <div class="two-pane__main">
                <div class="content goals">
                    <ForecastNav />
                    <PeriodPicker period on_change=go>
                        <BearerField bearer on_change=choose />
                    </PeriodPicker>
                    <Headline desk />
                    <List desk />
                    <PeopleTable desk />
                    <PastTable desk />
                    <div class="goals__notes" data-testid="calls-notes">
                        {move || notes.get().into_iter().map(note).collect_view()}
                        {move || undated.get().map(to_undated)}
                        <p class="section__note prose">{move || lang.get().calls_quarters()}</p>
                    </div>
                </div>
            </div>
            <FigureSheet desk />
        </div>
    }
}

/// How the figure that was tapped was computed.
#[component]
fn FigureSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, explained, .. } = desk;
    let paper = Memo::new(move |_| {
        let (figure, asked) = (explained.get()?, desk.asked());
        app.view(&TABLES, |it| certificate(it, lang.get(), asked, figure))
    });
    view! { <GoalCertificate paper on_close=move |()| explained.set(None) /> }
}

/// What is won and committed, and by whose calls.
#[component]
fn Headline(desk: Desk) -> impl IntoView {
    let Desk { lang, caller, explained, .. } = desk;
    let [label, figure, of] = [
        desk.part(|it| it.label.clone()),
        desk.part(|it| it.figure.clone()),
        desk.part(|it| it.of.clone()),
    ];
    let sentences = desk.part(|it| it.sentences.clone());
    let sentence = |words: String| view! { <p class="headline__sentence">{words}</p> };
    let choices = Signal::derive(move || {
        let lang = lang.get();
        let names = [lang.calls_by_rep(), lang.calls_by_manager()];
        let choice = |(caller, name): (Caller, &str)| Choice::new(caller.to_string(), name);
        Caller::ALL.into_iter().zip(names).map(choice).collect::<Vec<_>>()
    });
    let choose = move |name: String| {
        if let Ok(chosen) = name.parse() {
            caller.set(chosen);
        }
    };
    view! {
        <section class="headline" data-testid="calls-headline">
            <p class="headline__note">{label}</p>
            <p class="headline__line">
                <Figure
                    value=figure
                    label
                    size=FigureSize::Headline
                    on_explain=move || explained.set(Some(Of::Landing))
                    attr:data-testid="calls-figure"
                />
                <span class="headline__of">{of}</span>
            </p>
            <div data-testid="calls-sentences">
                {move || sentences.get().into_iter().map(sentence).collect_view()}
            </div>
            <span data-testid="calls-caller">
                <SegmentedField
                    label=move || lang.get().calls_view()
                    choices
                    value=Signal::derive(move || caller.get().to_string())
                    on_change=choose
                />
            </span>
        </section>
    }
}
