//! The places that the bar has no room for: first what is worked with every day, in the order of the
//! rail; last what is set up.

use leptos::prelude::*;

use crate::domain::goal::Bearer;
use crate::i18n::Lang;
use crate::present::agenda::AgendaTab;
use crate::runtime::app::use_app;
use crate::runtime::route::{InsightAddress, PayAddress, Route};
use crate::ui::{Icon, IconView};

/// A link a place.
#[component]
pub fn MorePage() -> impl IntoView {
    let lang = use_app().lang();
    let place = move |icon: Icon,
                      route: Route,
                      name: fn(Lang) -> &'static str,
                      note: fn(Lang) -> &'static str| {
        view! {
            <li>
                <a class="list__row" href=route.href()>
                    <IconView icon />
                    <span class="list__main">
                        <span class="list__name">{move || name(lang.get())}</span>
                        <span class="list__note">{move || note(lang.get())}</span>
                    </span>
                    <IconView icon=Icon::Forward />
                </a>
            </li>
        }
    };
    view! {
        <div class="content content--narrow" data-testid="more-page">
            <ul class="list">
                {place(Icon::Team, Route::Team, Lang::place_team, Lang::more_team)}
                {place(Icon::Pay, Route::Pay(PayAddress::Plans), Lang::pay_title, Lang::more_pay)}
                {place(Icon::Filter, Route::Insight(InsightAddress::default()), Lang::place_insight, Lang::more_insight)}
                {place(Icon::Phone, Route::Activities(AgendaTab::default(), None), Lang::activities_title, Lang::more_activities)}
                {place(Icon::Chart, Route::Forecast(None, Bearer::Company), Lang::forecast_title, Lang::more_forecast)}
                {place(Icon::Goals, Route::Objectives, Lang::objectives_title, Lang::more_objectives)}
                {place(Icon::Calendar, Route::Delivery(None), Lang::delivery_title, Lang::more_delivery)}
                {place(Icon::Goals, Route::Indicators, Lang::indicators_title, Lang::more_indicators)}
                {place(Icon::Note, Route::Market, Lang::market_title, Lang::more_market)}
                {place(Icon::Person, Route::Customers, Lang::place_customers, Lang::more_customers)}
                {place(Icon::Link, Route::Duplicates(None), Lang::place_duplicates, Lang::more_duplicates)}
                {place(Icon::Eye, Route::Competitors, Lang::place_competitors, Lang::more_competitors)}
                {place(Icon::Table, Route::Products, Lang::place_products, Lang::more_products)}
                {place(Icon::Won, Route::Thanks, Lang::thanks_title, Lang::thanks_more)}
                {place(Icon::Goals, Route::Contests, Lang::contests_title, Lang::contests_more)}
                {place(Icon::Money, Route::Rewards(None), Lang::rewards_title, Lang::rewards_more)}
                {place(Icon::Up, Route::Career, Lang::career_title, Lang::career_more)}
                {place(Icon::Phone, Route::Surveys, Lang::surveys_title, Lang::surveys_more)}
                {place(Icon::Info, Route::Pulse, Lang::pulse_title, Lang::pulse_more)}
                {place(Icon::Eye, Route::Faces, Lang::faces_title, Lang::faces_more)}
                {place(Icon::Pool, Route::Pool, Lang::pool_title, Lang::pool_note)}
                {place(Icon::Board, Route::Pipelines, Lang::pipelines_title, Lang::pipelines_note)}
                {place(Icon::Backup, Route::Data, Lang::place_data, Lang::more_data)}
                {place(Icon::Settings, Route::Settings, Lang::place_settings, Lang::more_settings)}
            </ul>
        </div>
    }
}
