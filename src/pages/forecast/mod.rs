//! Will we make it: where a period lands, what that is made of, how the months go on, and how
//! leads of each stage do. Every figure opens how it was computed.
//!
//! The period and whose forecast it is stand in the address. What takes long is worked out after
//! the page has answered.

mod assumed;
mod headline;
mod landing;
mod moved;
mod sheet;
mod stages;
mod trend;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::grain::Grain;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::{BearerField, ForecastNav, PeriodPicker, current_quarter};
use crate::present::chart;
use crate::present::forecast::assumed::Assumed;
use crate::present::forecast::certificate::Figure;
use crate::present::forecast::{ForecastView, TABLES, Trend, Working};
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::past::{self, Past};
use crate::runtime::platform::after_paint;
use crate::runtime::platform::clock::Turn;
use crate::runtime::route::Route;
use assumed::AssumedSection;
use headline::{Headline, Parts};
use landing::Landing;
use moved::MovedSection;
use sheet::FigureSheet;
use stages::Stages;
use trend::TrendSection;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    period: Memo<Period>,
    bearer: Memo<Bearer>,
    /// The history of this tablet; none while it is read.
    past: Memo<Option<Arc<Past>>>,
    /// The forecast; none while it is worked out for the first time.
    view: Memo<Option<Arc<ForecastView>>>,
    /// Whether the trend is by months or weeks.
    grain: RwSignal<Grain>,
    /// The trend by the steps that are looked at.
    trend: Memo<Trend>,
    /// What is assumed beside it; none where nothing is.
    assumed: Memo<Option<Assumed>>,
    /// Which figure is being explained.
    opened: RwSignal<Option<Figure>>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let route = app.route();
        let period = Memo::new(move |_| match &*route.read() {
            Route::Forecast(Some(period), _) => *period,
            _ => current_quarter(app),
        });
        let bearer = Memo::new(move |_| match &*route.read() {
            Route::Forecast(_, bearer) => *bearer,
            _ => Bearer::Company,
        });
        let past = past::followed(app);
        let found = LocalResource::new(move || {
            app.track(&TABLES);
            let asked = (period.get(), bearer.get(), app.today().get());
            let past = past.get();
            async move {
                after_paint().await;
                let (past, (period, bearer, today)) = (past?, asked);
                let mut turn = Turn::begin();
                let mut working = app.peek(|it| Working::begin(it, period, bearer, today))?;
                while !app.peek(|it| working.advance(it, past.passed())) {
                    turn.give_way().await;
                }
                app.peek(|it| working.finish(it)).map(Arc::new)
            }
        });
        let view = Memo::new(move |before: Option<&Option<Arc<ForecastView>>>| {
            found.get().flatten().or_else(|| before.cloned().flatten())
        });
        let grain = RwSignal::new(Grain::Month);
        let trend = trend::followed(app, grain, bearer, view);
        let (lang, opened) = (app.lang(), RwSignal::new(None));
        let assumed = Memo::new(move |_| {
            let view = view.read();
            app.view(&[Table::Assumptions, Table::Products], |it| {
                Assumed::new(it, lang.get(), view.as_ref()?, bearer.get())
            })
        });
        Desk { app, lang, period, bearer, past, view, grain, trend, assumed, opened }
    }

    /// A part of the forecast; its default while there is none.
    fn part<T: Clone + Default + Send + Sync + 'static>(
        self,
        read: impl Fn(Lang, &ForecastView) -> T + Send + Sync + 'static,
    ) -> Signal<T> {
        Signal::derive(move || {
            let lang = self.lang.get();
            self.view.read().as_ref().map(|view| read(lang, view)).unwrap_or_default()
        })
    }

    /// Prints an amount of a chart, in short.
    fn short(self, major: f64) -> String {
        let lang = self.lang.get();
        let view = self.view.read();
        let money = view.as_ref().map(|it| chart::money(major, it.currency));
        money.map(|it| format::money_compact(lang, it)).unwrap_or_default()
    }
}

/// The forecast of the period and bearer in the address.
#[component]
pub fn ForecastPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { app, lang, period, bearer, view, .. } = desk;
    let go = move |period| app.go(Route::Forecast(Some(period), bearer.get_untracked()));
    let choose = move |bearer| {
        app.replace(Route::Forecast(Some(period.get_untracked()), bearer));
    };
    let wait = move || view! { <p role="status">{move || lang.get().forecast_wait()}</p> };
    view! {
        <div class="two-pane" data-testid="forecast-page">
            <div class="two-pane__main">
                <div class="content goals">
                    <ForecastNav />
                    <PeriodPicker period on_change=go>
                        <BearerField bearer on_change=choose />
                    </PeriodPicker>
                    <Show when=move || view.read().is_some() fallback=wait>
                        <Headline desk />
                        <Landing desk />
                        <AssumedSection desk />
                        <Parts desk />
                        <TrendSection desk />
                        <Stages desk />
                        <MovedSection desk />
                    </Show>
                </div>
            </div>
            <FigureSheet desk />
        </div>
    }
}
