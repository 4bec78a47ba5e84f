//! The form of an assumption.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::id::AssumptionId;
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::market::{AssumptionDraft, product_choices};
use crate::present::objectives::objective_periods;
use crate::present::team::team_choices;
use crate::runtime::refusal::Refusal;
use crate::ui::{Choice, Form, FormActions, SegmentedField, SelectField, TextField};

/// What is assumed, what it does, and to what.
#[component]
pub(super) fn AssumptionForm(desk: Desk, id: AssumptionId) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let form = Form::<AssumptionDraft, Refusal>::closed();
    let today = app.today().get_untracked();
    form.show(app.peek(|it| AssumptionDraft::of(it, id, today)));
    let draft = form.draft;
    let read = move || draft.with(|draft| app.peek(|it| draft.read(it)));
    let save = move || {
        let Some(assumption) = untrack(read) else { return };
        match app.give(Command::SaveAssumption(id, Box::new(assumption))) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
    };
    let wrong = move || {
        let typed = !draft.read().effect.trim().is_empty();
        (typed && read().is_none()).then(|| lang.get().assumption_wrong().to_owned())
    };
    let (name, set_name) = form.text(|it| &mut it.assumption.name);
    let (effect, set_effect) = form.text(|it| &mut it.effect);
    let ways = move || {
        let lang = lang.get();
        vec![
            Choice::new("part", lang.assumption_as_percent()),
            Choice::new("amount", lang.assumption_as_amount()),
        ]
    };
    let way = move || if draft.read().is_amount { "amount" } else { "part" };
    let effect_label = move || match draft.read().is_amount {
        true => lang.get().assumption_amount(),
        false => lang.get().assumption_percent(),
    };
    view! {
        <div class="form">
            <TextField
                label=move || lang.get().assumption_name()
                value=name
                on_input=set_name
                on_enter=save
                attr:data-testid="assumption-name"
            />
            <SegmentedField
                label=move || lang.get().assumption_as()
                choices=Signal::derive(ways)
                value=Signal::derive(move || way().to_owned())
                on_change=move |it: String| draft.update(|d| d.is_amount = it == "amount")
            />
            <TextField
                label=Signal::derive(move || effect_label().to_owned())
                value=effect
                on_input=set_effect
                on_enter=save
                error=Signal::derive(wrong)
                attr:data-testid="assumption-effect"
            />
            <About desk form />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="assumption-save" on_cancel=move || chosen.set(None) on_save=save />
            </div>
        </div>
    }
}

/// A choice of one out of several, or of none, by id.
fn choices(first: &str, all: Vec<(String, String)>) -> Vec<Choice> {
    let all = all.into_iter().map(|(id, name)| Choice::new(id, name));
    std::iter::once(Choice::new("", first)).chain(all).collect()
}

/// The period, the team and the product that it is about, and the note that it comes from.
#[component]
fn About(desk: Desk, form: Form<AssumptionDraft, Refusal>) -> impl IntoView {
    let Desk { app, lang, view, .. } = desk;
    let draft = form.draft;
    let periods = move || {
        let (today, own) = (app.today().get(), draft.read().assumption.period);
        let all = app.view(&[Table::Settings], |it| objective_periods(it, today, own));
        let name = |it: &Period| Choice::new(it.to_string(), format::period(lang.get(), *it));
        all.iter().map(name).collect::<Vec<_>>()
    };
    let teams = move || {
        let all = app.view(&[Table::Teams], team_choices);
        choices(
            lang.get().assumption_all(),
            all.into_iter().map(|(id, it)| (id.to_string(), it)).collect(),
        )
    };
    let products = move || {
        let all = app.view(&[Table::Products], product_choices);
        choices(
            lang.get().assumption_all(),
            all.into_iter().map(|(id, it)| (id.to_string(), it)).collect(),
        )
    };
    let notes = move || {
        let all = view.read().notes.iter().map(|it| (it.id.to_string(), it.text.clone())).collect();
        choices(lang.get().market_nothing_chosen(), all)
    };
    let text = |it: Option<String>| it.unwrap_or_default();
    view! {
        <SelectField
            label=move || lang.get().objective_period()
            choices=Signal::derive(periods)
            value=Signal::derive(move || text(draft.read().assumption.period.map(|it| it.to_string())))
            on_change=move |it: String| draft.update(|d| d.assumption.period = it.parse().ok())
        />
        <div class="form__row">
            <SelectField
                label=move || lang.get().assumption_team()
                choices=Signal::derive(teams)
                value=Signal::derive(move || text(draft.read().assumption.team.map(|it| it.to_string())))
                on_change=move |it: String| draft.update(|d| d.assumption.team = it.parse().ok())
            />
            <SelectField
                label=move || lang.get().market_note_product()
                choices=Signal::derive(products)
                value=Signal::derive(move || text(draft.read().assumption.product.map(|it| it.to_string())))
                on_change=move |it: String| draft.update(|d| d.assumption.product = it.parse().ok())
            />
        </div>
        <SelectField
            label=move || lang.get().assumption_note()
            choices=Signal::derive(notes)
            value=Signal::derive(move || text(draft.read().assumption.note.map(|it| it.to_string())))
            on_change=move |it: String| draft.update(|d| d.assumption.note = it.parse().ok())
        />
    }
}
