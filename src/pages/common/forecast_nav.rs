//! The ways between the pages of the forecast; each keeps the period that is looked at.

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::i18n::Lang;
use crate::runtime::app::use_app;
use crate::runtime::route::Route;

/// A link to each page.
#[component]
pub fn ForecastNav() -> impl IntoView {
    let app = use_app();
    let (lang, route) = (app.lang(), app.route());
    let links = move || {
        let shown = route.get();
        let link = |(to, name): Way| {
            let current = shown.is_on_page_of(&to).then_some("page");
            view! {
                <a class="tabs__tab" href=to.href() aria-current=current>
                    {move || name(lang.get())}
                </a>
            }
        };
        pages(&shown).map(link).collect_view()
    };
    view! {
        <nav class="tabs__row" aria-label=move || lang.get().calls_nav() data-testid="forecast-nav">
            {links}
        </nav>
    }
}

/// Where it leads, and its name.
type Way = (Route, fn(Lang) -> &'static str);

fn pages(shown: &Route) -> [Way; 4] {
    let (period, bearer): (Option<Period>, Bearer) = match shown {
        Route::Forecast(period, bearer) | Route::Calls(period, bearer) => (*period, *bearer),
        Route::Round(period) => (*period, Bearer::Company),
        _ => (None, Bearer::Company),
    };
    [
        (Route::Forecast(period, bearer), Lang::forecast_title),
        (Route::Calls(period, bearer), Lang::calls_title),
        (Route::Round(period), Lang::round_title),
        (Route::Promises, Lang::promises_title),
    ]
}
