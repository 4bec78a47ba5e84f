//! Which period is looked at, and the ways to its forecast and to everyone's quota in it.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::domain::quota::{Split, year_of};
use crate::pages::common::PeriodPicker;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonLink, Icon};

/// The tools of the page: the period, its forecast, quick fill.
#[component]
pub(super) fn GoalPeriod(desk: Desk, filling: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    let forecast = move || Route::Forecast(Some(period.get()), Bearer::Company).href();
    let grid = move || {
        let start = app.peek(|it| it.settings().fiscal_start());
        Route::Quotas(year_of(period.get(), start), Split::People).href()
    };
    view! {
        <PeriodPicker period on_change=move |it| app.go(Route::Goals(Some(it)))>
            <ButtonLink
                icon=Icon::Chart
                label=move || lang.get().forecast_open()
                href=Signal::derive(forecast)
                attr:data-testid="goals-forecast"
            />
            <ButtonLink
                icon=Icon::Table
                label=move || lang.get().quotas_title()
                href=Signal::derive(grid)
                attr:data-testid="goals-to-grid"
            />
            <Button
                icon=Icon::Edit
                label=move || lang.get().goals_fill()
                on_press=move || filling.set(true)
                attr:data-testid="goals-fill"
            />
        </PeriodPicker>
    }
}
