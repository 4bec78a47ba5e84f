//! How far a person is from the next level, with the figures; promotions and trainings. On the
//! person's own face nothing is judged or written down.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Day;
use crate::domain::career::kept::Judged;
use crate::domain::career::{CareerDeed, CareerFigure, Verdict};
use crate::domain::command::Command;
use crate::domain::id::{CareerCriterionId, CareerLevelId, PersonId};
use crate::domain::reward::{RewardDeed, Training};
use crate::pages::common::{Refused, verdict_look};
use crate::present::address::Look;
use crate::present::agenda::AgendaTab;
use crate::present::career::{
    CareerView, CriterionLine, PromotionLine, TABLES, TrainingLine, career_view,
};
use crate::present::filter::LeadFilter;
use crate::present::growth::GrowthTab;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{
    Badge, Button, ButtonKind, ButtonLink, Choice, DateField, Form, FormActions, Icon, IconButton,
    SelectField, TextField,
};

/// A promotion as it is filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    level: Option<CareerLevelId>,
    on: Option<Day>,
    reason: String,
}

#[component]
pub(super) fn Career(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let view = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        app.view(&TABLES, |it| career_view(it, lang.get(), today, id))
    });
    let sentence = move |words: String| view! { <p class="headline__sentence">{words}</p> };
    view! {
        <section class="headline" data-testid="career-standing">
            {move || view.read().sentences.clone().into_iter().map(sentence).collect_view()}
        </section>
        <Criteria desk view />
        <Promotions desk view />
        <Trainings desk view />
    }
}

/// Where the figures of a criterion are looked at.
fn evidence(figure: CareerFigure, person: PersonId) -> Option<Route> {
    match figure {
        CareerFigure::Attainment => Some(Route::Goals(None)),
        CareerFigure::Wins => {
            let filter = LeadFilter { owner: Some(person), ..LeadFilter::default() };
            Some(Route::Leads(BoardAddress { filter, look: Look::Table, ..Default::default() }))
        }
        CareerFigure::WinRate => Some(Route::Growth(person, GrowthTab::Card)),
        CareerFigure::Words => Some(Route::Activities(AgendaTab::Done, Some(person))),
        CareerFigure::Csat | CareerFigure::Nps => Some(Route::Surveys),
        CareerFigure::Trainings | CareerFigure::Months | CareerFigure::Judged => None,
    }
}

/// What it takes for the next level.
#[component]
fn Criteria(desk: Desk, view: Memo<CareerView>) -> impl IntoView {
    let Desk { lang, id, manages, .. } = desk;
    let row = move |line: CriterionLine| {
        let CriterionLine {
            id: criterion,
            words,
            verdict,
            evidence: figures,
            note,
            judged,
            figure,
        } = line;
        let (tone, icon) = verdict_look(verdict);
        let label = move || lang.get().career_verdict(verdict);
        let way = figure.and_then(|it| evidence(it, id.get())).filter(|_| manages.get());
        let link = way.map(|route| {
            view! {
                <ButtonLink
                    icon=Icon::Link
                    label=move || lang.get().career_evidence()
                    href=route.href()
                />
            }
        });
        let judge = (judged && manages.get()).then(|| view! { <Judge desk criterion verdict /> });
        view! {
            <li class="list__row rewards__row" data-testid="career-criterion">
                <div class="list__main">
                    <span class="list__name">{words}</span>
                    <span>{figures}</span>
                    <span class="list__note">{note}</span>
                    {judge}
                </div>
                <Badge label tone icon />
                {link}
            </li>
        }
    };
    view! {
        <Show when=move || !view.read().criteria.is_empty()>
            <section class="section" data-testid="career-criteria">
                <div class="section__head">
                    <h3 class="section__title">{move || lang.get().career_criteria()}</h3>
                </div>
                <ul class="list">
                    {move || view.read().criteria.clone().into_iter().map(row).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

/// Saying whether a criterion is met.
#[component]
fn Judge(desk: Desk, criterion: CareerCriterionId, verdict: Verdict) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let note = RwSignal::new(String::new());
    let say = move |said: Option<Judged>| {
        let person = id.get_untracked();
        let deed = CareerDeed::Judge(person, criterion, said, note.get_untracked());
        app.act(Command::Career(Box::new(deed)));
    };
    let said = verdict != Verdict::CannotTell;
    view! {
        <div class="growth__line">
            <TextField
                label=move || lang.get().career_judge_note()
                value=note
                on_input=move |it| note.set(it)
                attr:data-testid="judge-note"
            />
            <Button
                icon=Icon::Check
                label=move || lang.get().career_judge_met()
                on_press=move || say(Some(Judged::Met))
                attr:data-testid="judge-met"
            />
            <Button
                icon=Icon::Close
                label=move || lang.get().career_judge_not_met()
                on_press=move || say(Some(Judged::NotMet))
                attr:data-testid="judge-not-met"
            />
            <Show when=move || said>
                <Button
                    icon=Icon::Undo
                    label=move || lang.get().career_judge_back()
                    on_press=move || say(None)
                    attr:data-testid="judge-back"
                />
            </Show>
        </div>
    }
}

#[component]
fn Promotions(desk: Desk, view: Memo<CareerView>) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    let begin = move || {
        let (level, on) = (view.read_untracked().next, Some(app.today().get_untracked()));
        form.show(Draft { level, on, reason: String::new() });
    };
    let row = move |(nth, line): (usize, PromotionLine)| {
        let PromotionLine { id, level, note, reason } = line;
        let delete = (nth == 0 && manages.get()).then(|| {
            let deed = CareerDeed::DeletePromotion(id);
            view! {
                <IconButton
                    icon=Icon::Trash
                    label=move || lang.get().promotion_delete()
                    on_press=move |()| app.act(Command::Career(Box::new(deed.clone())))
                    attr:data-testid="promotion-delete"
                />
            }
        });
        view! {
            <li class="list__row" data-testid="promotion">
                <span class="list__main">
                    <span class="list__name">{level}</span>
                    <span>{reason}</span>
                    <span class="list__note">{note}</span>
                </span>
                {delete}
            </li>
        }
    };
    let rows = move || {
        let lines = view.read().promotions.clone();
        lines.into_iter().enumerate().map(row).collect_view()
    };
    let none = move || view.read().promotions.is_empty().then(|| lang.get().promotion_none());
    let can = move || manages.get() && !form.is_open().get() && !view.read().levels.is_empty();
    view! {
        <section class="section" data-testid="promotions">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().promotion_history()}</h3>
            </div>
            <Show when=can>
                <div class="actions actions--start">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Up
                        label=move || lang.get().promotion_begin()
                        on_press=begin
                        attr:data-testid="promotion-begin"
                    />
                </div>
            </Show>
            <Show when=move || form.is_open().get()>
                <PromotionForm desk view form />
            </Show>
            <p class="section__note">{none}</p>
            <ul class="list">{rows}</ul>
        </section>
    }
}

#[component]
fn PromotionForm(desk: Desk, view: Memo<CareerView>, form: Form<Draft, Refusal>) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let draft = form.draft;
    let save = move || {
        let Draft { level, on, reason } = draft.get_untracked();
        // No level is one that is not there, which is refused.
        let level = level.unwrap_or_default();
        let on = on.unwrap_or(app.today().get_untracked());
        let new = app.draw_id().into();
        let deed = CareerDeed::Promote(new, id.get_untracked(), level, on, reason);
        form.settle(app.act_here(Command::Career(Box::new(deed))));
    };
    let levels = move || {
        let mut choices = vec![Choice::new("", lang.get().promotion_level_choose())];
        choices.extend(view.read().levels.iter().map(|(id, it)| Choice::new(id.to_string(), it)));
        choices
    };
    let (reason, set_reason) = form.text(|it| &mut it.reason);
    view! {
        <div class="form" data-testid="promotion-form">
            <div class="form__row">
                <SelectField
                    label=move || lang.get().promotion_level()
                    choices=Signal::derive(levels)
                    value=Signal::derive(move || {
                        draft.read().level.map(|it| it.to_string()).unwrap_or_default()
                    })
                    on_change=move |it: String| draft.update(|draft| draft.level = it.parse().ok())
                    attr:data-testid="promotion-level"
                />
                <DateField
                    label=move || lang.get().promotion_on()
                    value=Signal::derive(move || {
                        draft.read().on.map(|it| it.to_string()).unwrap_or_default()
                    })
                    on_change=move |it: String| draft.update(|draft| draft.on = it.parse().ok())
                />
            </div>
            <TextField
                label=move || lang.get().promotion_reason()
                value=reason
                on_input=set_reason
                on_enter=save
                attr:data-testid="promotion-reason"
            />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions
                    name="promotion-save"
                    label=Signal::derive(move || lang.get().promotion_save().to_owned())
                    on_cancel=move || form.close()
                    on_save=save
                />
            </div>
        </div>
    }
}

#[component]
fn Trainings(desk: Desk, view: Memo<CareerView>) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let row = move |line: TrainingLine| {
        let TrainingLine { id, name, note, by_hand } = line;
        let named = StoredValue::new(name.clone());
        let delete = (by_hand && manages.get()).then(|| {
            let deed = RewardDeed::DeleteTraining(id);
            view! {
                <IconButton
                    icon=Icon::Trash
                    label=move || lang.get().training_delete(&named.read_value())
                    on_press=move |()| app.act(Command::Reward(Box::new(deed.clone())))
                />
            }
        });
        view! {
            <li class="list__row" data-testid="training">
                <span class="list__main">
                    <span class="list__name">{name}</span>
                    <span class="list__note">{note}</span>
                </span>
                {delete}
            </li>
        }
    };
    let none = move || view.read().trainings.is_empty().then(|| lang.get().training_none());
    view! {
        <section class="section" data-testid="trainings">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().training_title()}</h3>
            </div>
            <p class="section__note">{none}</p>
            <ul class="list">
                {move || view.read().trainings.clone().into_iter().map(row).collect_view()}
            </ul>
            <Show when=move || manages.get()>
                <NewTraining desk />
            </Show>
        </section>
    }
}

#[component]
fn NewTraining(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let form = Form::<Training, Refusal>::closed();
    let draft = form.draft;
    let add = move || {
        let training = Training { person: Some(id.get_untracked()), ..draft.get_untracked() };
        let deed = RewardDeed::SaveTraining(app.draw_id().into(), Box::new(training));
        match app.act_here(Command::Reward(Box::new(deed))) {
            Ok(()) => form.show(Training::default()),
            refused => form.settle(refused),
        }
    };
    let (name, set_name) = form.text(|it| &mut it.name);
    view! {
        <div class="growth__line">
            <TextField
                label=move || lang.get().training_name()
                value=name
                on_input=set_name
                on_enter=add
                attr:data-testid="training-name"
            />
            <DateField
                label=move || lang.get().training_on()
                value=Signal::derive(move || {
                    draft.read().on.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=move |it: String| draft.update(|draft| draft.on = it.parse().ok())
            />
            <Button
                icon=Icon::Plus
                label=move || lang.get().training_add()
                on_press=add
                attr:data-testid="training-add"
            />
        </div>
        <Refused refusal=form.refusal() />
    }
}
