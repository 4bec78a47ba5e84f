//! The menu of a card. "Move to…": the stages of a lead's pipeline, one tap away; and what was
//! done with it, logged by one tap. The way to move a lead without
//! dragging, from its card, from its page and by keys.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::activity::ActivityKind;
use crate::domain::command::Command;
use crate::domain::id::{LeadId, StageId};
use crate::domain::pipeline::{Outcome, ordered_stages};
use crate::domain::workspace::Table;
use crate::pages::common::Kinds;
use crate::present::activity::ActivityDraft;
use crate::present::board::{LaneOf, card};
use crate::ui::{Dialog, Icon, IconView, answer_first, busy_word};

/// Asks where a lead goes.
#[component]
pub(super) fn MoveDialog(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let title = move || {
        let (lang, today) = (lang.get(), app.today().get());
        let card = |id| app.view(&[Table::Leads, Table::Customers], |it| card(it, lang, today, id));
        desk.moving.get().and_then(card).map_or(String::new(), |it| lang.leads_move_what(&it.title))
    };
    view! {
        <Dialog
            open=Signal::derive(move || desk.moving.with(Option::is_some))
            title=title
            on_close=move || desk.moving.set(None)
        >
            {move || {
                desk.moving.get().map(|lead| view! { <Stages desk lead /> <LaneChoices desk lead /> })
            }}
        </Dialog>
    }
}

/// Logs at once that something was done today; its words can be added on the lead's page.
#[component]
fn LogNow(desk: Desk, lead: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let log = move |kind: ActivityKind| {
        desk.moving.set(None);
        let today = app.today().get_untracked();
        let draft = app.peek(|it| ActivityDraft::of_lead(it, today, lead, kind));
        if let Ok(activity) = draft.activity() {
            app.act(Command::SaveActivity(app.draw_id().into(), Box::new(activity)));
        }
    };
    view! {
        <section class="section move-log" data-testid="card-log">
            <h3 class="section__title">{move || lang.get().activity_log_now()}</h3>
            <Kinds chosen=None on_choose=log />
        </section>
    }
}

#[component]
fn Stages(desk: Desk, lead: LeadId) -> impl IntoView {
    let app = desk.app;
    let current = app.peek(|it| it.leads.get(lead).and_then(|it| it.stage));
    let stages = app.peek(|it| {
        let pipeline = it.stages.find(current).and_then(|stage| stage.pipeline);
        let pipeline = pipeline.or(desk.board.with_untracked(|board| board.pipeline));
        let stages = pipeline.map(|id| ordered_stages(it, id)).unwrap_or_default();
        stages.into_iter().map(|(id, it)| (id, it.name.clone(), it.outcome)).collect::<Vec<_>>()
    });
    let choice = move |(stage, name, outcome): (StageId, String, Outcome)| {
        let here = current == Some(stage);
        let (asked, go) = answer_first(Callback::new(move |()| {
            desk.moving.set(None);
            desk.move_lead(lead, stage);
        }));
        let icon = match outcome {
            Outcome::Open => None,
            Outcome::Won => Some(Icon::Won),
            Outcome::Lost => Some(Icon::Lost),
        };
        view! {
            <button
                type="button"
                class="menu__item"
                data-testid="move-choice"
                aria-current=here.then_some("true")
                aria-busy=move || busy_word(asked)
                on:click=move |_| go(())
            >
                <span class="menu__label">{name}</span>
                {icon.map(|icon| view! { <IconView icon /> })}
                {here.then(|| view! { <IconView icon=Icon::Check /> })}
            </button>
        }
    };
    view! {
        <div class="move-choices">{stages.into_iter().map(choice).collect_view()}</div>
        <LogNow desk lead />
    }
}

/// The lanes of the board, where it is cut into some; the stage stays.
#[component]
fn LaneChoices(desk: Desk, lead: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let lanes = desk.lanes.with_untracked(|lanes| {
        let has = |lane: &crate::present::board::Lane| {
            lane.cells.iter().any(|cell| cell.leads.contains(&lead))
        };
        lanes.iter().map(|lane| (lane.of.clone(), has(lane))).collect::<Vec<_>>()
    });
    let choice = move |(of, here): (LaneOf, bool)| {
        let name = app.peek(|it| of.name(it, lang.get_untracked()));
        let go = move |_| {
            desk.moving.set(None);
            desk.move_across(lead, None, &of);
        };
        view! {
            <button
                type="button"
                class="menu__item"
                data-testid="lane-choice"
                aria-current=here.then_some("true")
                on:click=go
            >
                <span class="menu__label">{name}</span>
                {here.then(|| view! { <IconView icon=Icon::Check /> })}
            </button>
        }
    };
    (!lanes.is_empty()).then(|| {
        view! {
            <h3 class="section__title">{move || lang.get().leads_to_lane()}</h3>
            <div class="move-choices">{lanes.into_iter().map(choice).collect_view()}</div>
        }
    })
}
