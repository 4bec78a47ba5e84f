//! How good those who were there found a meeting: a tap each.

use leptos::prelude::*;

use super::quietly;
use crate::domain::id::{MeetingId, PersonId};
use crate::domain::meeting::{BEST, MeetingCommand};
use crate::domain::workspace::Table;
use crate::present::meeting::minutes::who_was_there;
use crate::runtime::app::App;
use crate::ui::{Choice, SegmentedField};

/// Everybody who was there rates the meeting.
#[component]
pub(super) fn Ratings(app: App, id: MeetingId) -> impl IntoView {
    let lang = app.lang();
    let people =
        Memo::new(move |_| app.view(&[Table::Meetings, Table::People], |it| who_was_there(it, id)));
    let row = move |(person, name)| view! { <Row app id person name /> };
    view! {
        <section class="section" data-testid="minutes-ratings">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().minutes_rate()}</h3>
            </div>
            <p class="section__note">{move || lang.get().minutes_rate_note()}</p>
            <ul class="minutes__ratings">
                {move || people.get().into_iter().map(row).collect_view()}
            </ul>
        </section>
    }
}

/// Somebody's rating; the name is read out with the choice, and stands there for the eye.
#[component]
fn Row(app: App, id: MeetingId, person: PersonId, name: String) -> impl IntoView {
    let lang = app.lang();
    let score = Memo::new(move |_| {
        app.view(&[Table::Meetings], |it| {
            let ratings = &it.meetings.get(id)?.ratings;
            ratings.iter().find(|it| it.person == person).map(|it| it.score)
        })
    });
    let choices = Signal::derive(move || {
        let scores = (1..=BEST).map(|it| Choice::new(it.to_string(), it.to_string()));
        scores.chain([Choice::new("", lang.get().minutes_rate_none())]).collect::<Vec<_>>()
    });
    let rate = move |it: String| quietly(app, MeetingCommand::Rate(id, person, it.parse().ok()));
    view! {
        <li class="minutes__rating" data-testid="minutes-rate">
            <span class="minutes__rater" aria-hidden="true">{name.clone()}</span>
            <SegmentedField
                label=name
                choices
                value=Signal::derive(move || {
                    score.get().map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=rate
            />
        </li>
    }
}
