//! What happened and why: win rates, the funnel, months that stand out, and leads by the month they
//! were created in. Every figure opens how it was computed.
//!
//! The tab and all that is chosen stand in the address. Each tab is worked out only while it is
//! shown.

mod cohorts;
mod filters;
mod funnel;
mod rates;
mod table;
mod trends;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::GoalCertificate;
use crate::present::insight::certificate::certificate;
use crate::present::insight::{Figure, InsightAddress, InsightTab, Recorded, Scope, TABLES};
use crate::runtime::app::{App, use_app};
use crate::runtime::past::{self, Told};
use crate::runtime::platform::after_paint;
use crate::runtime::route::Route;
use crate::ui::{Choice, Tabs};
use filters::Filters;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    address: Memo<InsightAddress>,
    /// What the history tells of leads; none while it is read, or where nothing asks for it.
    told: Memo<Option<Arc<Told>>>,
    /// Which figure is being explained.
    opened: RwSignal<Option<Figure>>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let route = app.route();
        let address = Memo::new(move |before: Option<&InsightAddress>| match &*route.read() {
            Route::Insight(address) => *address,
            _ => before.copied().unwrap_or_default(),
        });
        let asks = Memo::new(move |_| address.read().tab == InsightTab::Funnel);
        let read = LocalResource::new(move || {
            app.track(&[Table::Leads]);
            let asks = asks.get();
            async move {
                after_paint().await;
                if asks { Some(past::read_told(app).await) } else { None }
            }
        });
        let told = Memo::new(move |_| read.get().flatten());
        Desk { app, lang: app.lang(), address, told, opened: RwSignal::new(None) }
    }

    /// What a tab shows, worked out anew when its data or its address change.
    fn found<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(Scope<'_>) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.ask(&read))
    }

    fn ask<T>(self, read: &dyn Fn(Scope<'_>) -> T) -> T {
        let (address, lang, today) = (self.address.get(), self.lang.get(), self.app.today().get());
        self.app
            .view(&TABLES, |workspace| read(Scope { workspace, lang, today, address: &address }))
    }

    /// Shows something else of the page.
    fn choose(self, change: impl Fn(&mut InsightAddress)) {
        let mut address = self.address.get_untracked();
        change(&mut address);
        self.opened.set(None);
        self.app.replace(Route::Insight(address));
    }
}

/// What the address asks for.
#[component]
pub fn InsightPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { lang, address, .. } = desk;
    let tabs = move || {
        let lang = lang.get();
        let tab = |it: &InsightTab| Choice::new(it.as_str(), it.words(lang));
        InsightTab::ALL.iter().map(tab).collect::<Vec<_>>()
    };
    let tab = Memo::new(move |_| address.read().tab);
    let shown = move || match tab.get() {
        InsightTab::Rates => view! { <rates::Rates desk /> }.into_any(),
        InsightTab::Funnel => view! { <funnel::Funnel desk /> }.into_any(),
        InsightTab::Trends => view! { <trends::Trends desk /> }.into_any(),
        InsightTab::Cohorts => view! { <cohorts::Cohorts desk /> }.into_any(),
    };
    view! {
        <div class="two-pane" data-testid="insight-page">
            <div class="two-pane__main">
                <div class="content insight">
                    <Filters desk />
                    <Tabs
                        label=move || lang.get().insight_tabs()
                        tabs=Signal::derive(tabs)
                        selected=Signal::derive(move || tab.get().as_str().to_owned())
                        on_select=move |id: String| desk.choose(|it| it.tab = InsightTab::named(&id))
                    >
                        <div class="insight__tab">{shown}</div>
                    </Tabs>
                </div>
            </div>
            <FigureSheet desk />
        </div>
    }
}

/// How the figure that was tapped was computed.
#[component]
fn FigureSheet(desk: Desk) -> impl IntoView {
    let Desk { told, opened, .. } = desk;
    let paper = Memo::new(move |_| {
        let figure = opened.get()?;
        let told = told.get();
        let nothing = Recorded::new();
        desk.ask(&|scope| {
            certificate(scope, told.as_ref().map_or(&nothing, |it| &it.recorded), &figure)
        })
    });
    view! { <GoalCertificate paper on_close=move |()| opened.set(None) /> }
}

/// What is said below a picture.
fn notes(notes: Signal<Vec<String>>) -> impl IntoView {
    let note = |words: String| view! { <p class="section__note">{words}</p> };
    view! {
        <div class="goals__notes" data-testid="insight-notes">
            {move || notes.get().into_iter().map(note).collect_view()}
        </div>
    }
}
