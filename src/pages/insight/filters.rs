//! Of which time, whose, and in which pipeline.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::workspace::Table;
use crate::pages::common::PrintButton;
use crate::present::forecast::bearers;
use crate::present::format;
use crate::present::insight::{periods, pipelines};
use crate::ui::{Choice, SelectField};

/// The choices that hold for every tab.
#[component]
pub(super) fn Filters(desk: Desk) -> impl IntoView {
    let Desk { app, lang, address, .. } = desk;
    let all_pipelines = Memo::new(move |_| app.view(&[Table::Pipelines], pipelines));
    let pipelines = move || {
        let every = Choice::new("", lang.get().insight_every_pipeline());
        let rest = all_pipelines.get().into_iter();
        let rest = rest.map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(every).chain(rest).collect::<Vec<_>>()
    };
    let pipeline = move || address.read().pipeline.map(|it| it.to_string()).unwrap_or_default();
    view! {
        <div class="toolbar insight__filters" data-testid="insight-filters">
            <PeriodField desk />
            <WhoField desk />
            <Show when=move || 1 < all_pipelines.read().len()>
                <span data-testid="insight-pipeline">
                    <SelectField
                        label=move || lang.get().insight_pipeline()
                        choices=Signal::derive(pipelines)
                        value=Signal::derive(pipeline)
                        on_change=move |id: String| desk.choose(|it| it.pipeline = id.parse().ok())
                    />
                </span>
            </Show>
            <span class="toolbar__rest"><PrintButton /></span>
        </div>
    }
}

/// Of which time; a period that an address names is offered whatever it is.
#[component]
fn PeriodField(desk: Desk) -> impl IntoView {
    let Desk { app, lang, address, .. } = desk;
    let offered = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&[Table::Leads, Table::Settings], |it| periods(it, today))
    });
    let choices = move || {
        let lang = lang.get();
        let every = Choice::new("", lang.insight_all_time());
        let mut periods = offered.get();
        let asked = address.read().period.filter(|it| !periods.contains(it));
        periods.extend(asked);
        let one = |it: Period| Choice::new(it.to_string(), format::period(lang, it));
        std::iter::once(every).chain(periods.into_iter().map(one)).collect::<Vec<_>>()
    };
    let value = move || address.read().period.map(|it| it.to_string()).unwrap_or_default();
    view! {
        <span data-testid="insight-period">
            <SelectField
                label=move || lang.get().insight_period()
                choices=Signal::derive(choices)
                value=Signal::derive(value)
                on_change=move |id: String| desk.choose(|it| it.period = id.parse().ok())
            />
        </span>
    }
}

/// Whose leads.
#[component]
fn WhoField(desk: Desk) -> impl IntoView {
    let Desk { app, lang, address, .. } = desk;
    let choices = move || {
        let lang = lang.get();
        let name = |(bearer, name): (Bearer, String)| match bearer {
            Bearer::Company => Choice::new(bearer.to_string(), lang.goals_company()),
            _ => Choice::new(bearer.to_string(), name),
        };
        let all = app.view(&[Table::Teams, Table::People], bearers);
        all.into_iter().map(name).collect::<Vec<_>>()
    };
    let choose = move |id: String| {
        desk.choose(|it| it.who = id.parse().unwrap_or(Bearer::Company));
    };
    view! {
        <span data-testid="insight-who">
            <SelectField
                label=move || lang.get().insight_who()
                choices=Signal::derive(choices)
                value=Signal::derive(move || address.read().who.to_string())
                on_change=choose
            />
        </span>
    }
}
