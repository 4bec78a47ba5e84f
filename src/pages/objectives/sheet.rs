//! One objective: its form, and the goals that are hung on it.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::ObjectiveId;
use crate::domain::objective::{Objective, Scope};
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::objectives::{
    GoalLine, ObjectiveDraft, TABLES, goals_to_hang, objective_draft, objective_periods,
};
use crate::present::team::person_choices;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Button, ButtonKind, Choice, Form, FormActions, Icon, IconButton, SegmentedField,
    SelectField, Sheet, TextField,
};

/// The sheet; open while an objective is chosen.
#[component]
pub(super) fn ObjectiveSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let title = move || {
        let id = chosen.get()?;
        app.view(&[Table::Objectives], |it| it.objectives.get(id).map(|it| it.name.clone()))
    };
    let title = move || title().unwrap_or_else(|| lang.get().objectives_new().to_owned());
    let body = move || chosen.get().map(|id| view! { <Detail desk id /> });
    view! {
        <Sheet
            open=Signal::derive(move || chosen.read().is_some())
            title
            on_close=move || chosen.set(None)
        >
            {body}
        </Sheet>
    }
}

#[component]
fn Detail(desk: Desk, id: ObjectiveId) -> impl IntoView {
    let Desk { app, lang, view, chosen, .. } = desk;
    let is_known = move || app.view(&[Table::Objectives], |it| it.objectives.has(id));
    let goals = move || {
        let view = view.read();
        let card = view.objectives.iter().find(|it| it.id == id);
        card.map(|it| it.goals.clone()).unwrap_or_default()
    };
    let row = move |line: GoalLine| view! { <HungGoal desk line /> };
    let told = move || {
        let loose: usize = goals().iter().map(|it| 1 + it.below).sum();
        lang.get().objective_delete_told(&format::count(lang.get(), loose as u64))
    };
    let delete = move || {
        chosen.set(None);
        app.act(Command::DeleteObjective(id));
    };
    view! {
        <div class="section" data-testid="objective-detail">
            <ObjectiveForm desk id />
            <Show when=is_known>
                <h3 class="section__title">{move || lang.get().objective_goals()}</h3>
                <ul class="list">{move || goals().into_iter().map(row).collect_view()}</ul>
                <HangMore desk id />
                <p class="section__note">{told}</p>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Danger
                        icon=Icon::Trash
                        label=move || lang.get().objective_delete()
                        on_press=delete
                        attr:data-testid="objective-delete"
                    />
                </div>
            </Show>
        </div>
    }
}

#[component]
fn HungGoal(desk: Desk, line: GoalLine) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let GoalLine { bearer, period, name, reached, .. } = line;
    let takes_off = lang.get().objective_unhang(&name);
    view! {
        <li class="list__row">
            <span class="list__main">
                <span class="list__name">{name}</span>
                <span class="list__note">{reached}</span>
            </span>
            <IconButton
                icon=Icon::Close
                label=takes_off
                on_press=move |()| app.act(Command::HangGoal(bearer, period, None))
                attr:data-testid="objective-unhang"
            />
        </li>
    }
}

/// The choice of a further goal.
#[component]
fn HangMore(desk: Desk, id: ObjectiveId) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let free = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| goals_to_hang(it, lang.get(), today, id))
    });
    let choices = move || {
        let first = Choice::new("", lang.get().objective_choose_goal());
        let all = free.get().into_iter().enumerate();
        let all = all.map(|(place, it)| Choice::new(place.to_string(), it.name));
        std::iter::once(first).chain(all).collect::<Vec<_>>()
    };
    let hang = move |place: String| {
        let place: Option<usize> = place.parse().ok();
        let line = place.and_then(|it| free.get_untracked().get(it).cloned());
        if let Some(GoalLine { bearer, period, .. }) = line {
            app.act(Command::HangGoal(bearer, period, Some(id)));
        }
    };
    view! {
        <span data-testid="objective-hang">
            <SelectField
                label=move || lang.get().objective_hang()
                choices=Signal::derive(choices)
                value=""
                on_change=hang
            />
        </span>
    }
}

#[component]
fn ObjectiveForm(desk: Desk, id: ObjectiveId) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let form = Form::<ObjectiveDraft, Refusal>::closed();
    let today = app.today().get_untracked();
    form.show(app.peek(|it| objective_draft(it, id, today)));
    let save = move || {
        let ObjectiveDraft { objective } = form.draft.get_untracked();
        let name = objective.name.trim().to_owned();
        let objective = Objective { name, ..objective };
        match app.give(Command::SaveObjective(id, Box::new(objective))) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
    };
    let (name, set_name) = form.text(|it| &mut it.objective.name);
    let (why, set_why) = form.text(|it| &mut it.objective.why);
    let (measure, set_measure) = form.text(|it| &mut it.objective.measure);
    view! {
        <div class="form">
            <TextField
                label=move || lang.get().objective_name()
                value=name
                on_input=set_name
                on_enter=save
                attr:data-testid="objective-name"
            />
            <AreaField label=move || lang.get().objective_why() value=why on_input=set_why lines=2 />
            <Choices desk form />
            <TextField
                label=move || lang.get().objective_measure()
                value=measure
                on_input=set_measure
                on_enter=save
            />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="objective-save" on_cancel=move || chosen.set(None) on_save=save />
            </div>
        </div>
    }
}

/// Whose it is, for when, and who answers for it.
#[component]
fn Choices(desk: Desk, form: Form<ObjectiveDraft, Refusal>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let draft = form.draft;
    let scopes = move || {
        let name = |it: Scope| Choice::new(it.to_string(), lang.get().objective_scope_words(it));
        Scope::ALL.map(name).to_vec()
    };
    let periods = move || {
        let (today, own) = (app.today().get(), draft.read().objective.period);
        let all = app.view(&[Table::Settings], |it| objective_periods(it, today, own));
        let name = |it: &_| Choice::new(format!("{it}"), format::period(lang.get(), *it));
        all.iter().map(name).collect::<Vec<_>>()
    };
    let people = move || {
        let nobody = Choice::new("", lang.get().objective_nobody());
        let all = app.view(&[Table::People], person_choices);
        let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(nobody).chain(all).collect::<Vec<_>>()
    };
    let text = |it: Option<String>| it.unwrap_or_default();
    view! {
        <SegmentedField
            label=move || lang.get().objective_scope()
            choices=Signal::derive(scopes)
            value=Signal::derive(move || draft.read().objective.scope.to_string())
            on_change=move |it: String| draft.update(|d| d.objective.scope = it.parse().unwrap_or_default())
        />
        <div class="form__row">
            <SelectField
                label=move || lang.get().objective_period()
                choices=Signal::derive(periods)
                value=Signal::derive(move || text(draft.read().objective.period.map(|it| it.to_string())))
                on_change=move |it: String| draft.update(|d| d.objective.period = it.parse().ok())
            />
            <SelectField
                label=move || lang.get().objective_owner()
                choices=Signal::derive(people)
                value=Signal::derive(move || text(draft.read().objective.owner.map(|it| it.to_string())))
                on_change=move |it: String| draft.update(|d| d.objective.owner = it.parse().ok())
            />
        </div>
    }
}
