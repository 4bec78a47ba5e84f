//! The lines of minutes: what was done, who was there, and how long it took. An action that lacks
//! somebody or a day is marked, and is given them here.

use leptos::prelude::*;

use super::minutes::Desk;
use crate::domain::id::MeetingPointId;
use crate::domain::meeting::MeetingPoint;
use crate::pages::common::PointDialog;
use crate::present::meeting::minutes::{Line, Minutes, Part, Told};
use crate::runtime::refusal::Refusal;
use crate::ui::{Badge, Button, Form, Icon, Tone};

/// What was done of a part, group by group.
#[component]
pub(super) fn Groups(desk: Desk, part: Part) -> impl IntoView {
    let Desk { app, lang, minutes, .. } = desk;
    let form = Form::<MeetingPoint, Refusal>::closed();
    let editing = RwSignal::new(None::<MeetingPointId>);
    let edit = move |id: MeetingPointId| {
        if let Some(point) = app.peek(|it| it.meeting_points.get(id).cloned()) {
            editing.set(Some(id));
            form.show(point);
        }
    };
    let line = move |line: Line| {
        let Line { time, words, lacks, action } = line;
        let lacking = action.filter(|_| !lacks.is_empty()).map(|id| {
            view! {
                <Badge label=lacks tone=Tone::Warn icon=Icon::Warn />
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().point_complete()
                    on_press=move || edit(id)
                    attr:data-testid="minutes-complete"
                />
            }
        });
        view! {
            <li class="minutes__line" data-testid="minutes-line">
                <time class="minutes__time">{time}</time>
                <span class="minutes__words">{words} " " {lacking}</span>
            </li>
        }
    };
    let group = move |(group, name, lines): Told| {
        view! {
            <section
                class="section minutes__group"
                data-testid="minutes-group"
                data-group=format!("{group:?}")
            >
                <div class="section__head"><h3 class="section__title">{name}</h3></div>
                <ul class="list">{lines.into_iter().map(line).collect_view()}</ul>
            </section>
        }
    };
    let groups = move || {
        let minutes = minutes.read();
        let groups = minutes.iter().flat_map(|it| it.part(part)).cloned().collect::<Vec<_>>();
        groups.into_iter().map(group).collect_view()
    };
    view! {
        {groups}
        <PointDialog form editing />
    }
}

/// Who was there, and how they found it.
#[component]
pub(super) fn Facts(desk: Desk) -> impl IntoView {
    let Desk { lang, minutes, .. } = desk;
    let fact = move |read: fn(&Minutes) -> &String| {
        move || minutes.read().as_ref().map(read).cloned().unwrap_or_default()
    };
    view! {
        <section class="section" data-testid="minutes-facts">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().minutes_people()}</h3>
            </div>
            <p data-testid="minutes-people">{fact(|it| &it.people)}</p>
            <p data-testid="minutes-rated">{fact(|it| &it.rated)}</p>
        </section>
    }
}

/// How long each section took, against its plan.
#[component]
pub(super) fn Times(desk: Desk) -> impl IntoView {
    let Desk { lang, minutes, .. } = desk;
    let row = move |(name, planned, took): (String, String, String)| {
        view! { <li class="minutes__line">{lang.get().minutes_section(&name, &planned, &took)}</li> }
    };
    view! {
        <section class="section" data-testid="minutes-sections">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().minutes_sections()}</h3>
            </div>
            <ul class="list">
                {move || {
                    let minutes = minutes.read();
                    let rows = minutes.as_ref().map(|it| it.sections.clone()).unwrap_or_default();
                    rows.into_iter().map(row).collect_view()
                }}
            </ul>
        </section>
    }
}
