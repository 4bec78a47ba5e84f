//! What moved between the ends of two days, from the history of this tablet.

use std::sync::Arc;

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Day;
use crate::domain::goal::Bearer;
use crate::domain::rates::Rates;
use crate::domain::workspace::Table;
use crate::pages::common::MovedSteps;
use crate::present::forecast::compared::Compared;
use crate::present::format;
use crate::runtime::app::App;
use crate::runtime::past::Past;
use crate::runtime::platform::{after_paint, clock};
use crate::runtime::route::Route;
use crate::ui::{ButtonLink, DateField};

/// How many days back is looked at first: to the last weekly meeting.
const DAYS_BACK: u64 = 7;

/// What is told of two days.
#[derive(Clone, Debug, PartialEq)]
enum Told {
    Moved(Arc<Compared>, Option<u64>),
    Archived,
    WrongOrder,
    NoLeads,
}

async fn tell(app: App, past: &Past, bearer: Bearer, (from, to): (Day, Day)) -> Told {
    if to <= from {
        return Told::WrongOrder;
    }
    if past.archived {
        return Told::Archived;
    }
    let (Some(before), Some(after)) = (past.by(from).await, past.by(to).await) else {
        return Told::NoLeads;
    };
    // At today's rates on both sides: what a rate did is no movement of a lead.
    let rates = app.peek(|it| Rates::on(it, app.today().get_untracked()));
    let states = (before.workspace, after.workspace);
    let compared = Compared::new(states, bearer, rates, past.pushes().clone());
    Told::Moved(Arc::new(compared), before.begins)
}

/// The steps from what was open to what is, with the days to choose.
#[component]
pub(super) fn MovedSection(desk: Desk) -> impl IntoView {
    let Desk { app, lang, past, bearer, .. } = desk;
    let today = app.today().get_untracked();
    let days = RwSignal::new((today.minus(DAYS_BACK), today));
    let told = LocalResource::new(move || {
        let (past, bearer, days) = (past.get(), bearer.get(), days.get());
        app.track(&[Table::Rates, Table::Settings]);
        async move {
            after_paint().await;
            Some(tell(app, &*past?, bearer, days).await)
        }
    });
    let told = Memo::new(move |before: Option<&Option<Told>>| {
        told.get().flatten().or_else(|| before.cloned().flatten())
    });
    let compared = Memo::new(move |_| match &*told.read() {
        Some(Told::Moved(compared, _)) => Some(Arc::clone(compared)),
        _ => None,
    });
    view! {
        <section class="section" data-testid="forecast-moved">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().moved_title()}</h3>
                <ButtonLink label=move || lang.get().compare_open() href=Route::Compare.href() />
            </div>
            <div class="toolbar">
                <DateField
                    label=move || lang.get().moved_from()
                    value=Signal::derive(move || days.get().0.to_string())
                    on_change=move |it: String| set(days, &it, |days, day| days.0 = day)
                />
                <DateField
                    label=move || lang.get().moved_to()
                    value=Signal::derive(move || days.get().1.to_string())
                    on_change=move |it: String| set(days, &it, |days, day| days.1 = day)
                />
            </div>
            <Notes desk told />
            <MovedSteps compared nothing=move || lang.get().moved_nothing() linked=true />
        </section>
    }
}

/// Takes a day; what is none changes nothing.
fn set(days: RwSignal<(Day, Day)>, text: &str, put: fn(&mut (Day, Day), Day)) {
    match text.parse() {
        Ok(day) => days.update(|days| put(days, day)),
        Err(_) => days.update(|_| ()),
    }
}

/// Why nothing is told, or since when it can be.
#[component]
fn Notes(desk: Desk, told: Memo<Option<Told>>) -> impl IntoView {
    let words = move || {
        let lang = desk.lang.get();
        match &*told.read() {
            None => Some(lang.forecast_wait().to_owned()),
            Some(Told::Archived) => Some(lang.moved_archived().to_owned()),
            Some(Told::WrongOrder) => Some(lang.moved_order().to_owned()),
            Some(Told::NoLeads) => Some(lang.moved_no_leads().to_owned()),
            Some(Told::Moved(_, Some(begins))) => {
                let moment = format::moment(lang, *begins, clock::minutes_ahead(*begins));
                Some(lang.moved_begins(&moment))
            }
            Some(Told::Moved(_, None)) => None,
        }
    };
    let line = |words: String| view! { <p class="section__note" role="status">{words}</p> };
    move || words().map(line)
}
