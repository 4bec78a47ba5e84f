//! The criteria of a level: what is measured, from how much on, and what is judged.

use leptos::prelude::*;

use super::{Desk, Draft};
use crate::domain::career::{CareerCriterion, CareerDeed, CareerFigure};
use crate::domain::id::CareerCriterionId;
use crate::pages::common::Refused;
use crate::ui::{Choice, FormActions, Icon, IconButton, SelectField, TextField};

#[component]
pub(super) fn Criteria(desk: Desk, criteria: Vec<(CareerCriterionId, String)>) -> impl IntoView {
    let lang = desk.lang;
    let none = criteria.is_empty();
    let row = move |(id, words): (CareerCriterionId, String)| {
        view! { <Criterion desk id words /> }
    };
    view! {
        <Show when=move || none>
            <p class="section__note">{move || lang.get().career_no_criteria()}</p>
        </Show>
        <ul class="list">{criteria.into_iter().map(row).collect_view()}</ul>
    }
}

#[component]
fn Criterion(desk: Desk, id: CareerCriterionId, words: String) -> impl IntoView {
    let Desk { app, lang, draft: form, .. } = desk;
    let named = StoredValue::new(words.clone());
    let edit = move |()| {
        let known = app.peek(|it| it.career_criteria.get(id).cloned());
        let criterion = known.unwrap_or_default();
        let (at_least, quarters) = (criterion.at_least.to_string(), criterion.quarters.to_string());
        form.show(Draft { id, criterion, at_least, quarters });
    };
    view! {
        <li class="list__row" data-testid="criterion">
            <span class="list__main">
                <span class="list__name">{words}</span>
            </span>
            <IconButton
                icon=Icon::Edit
                label=move || lang.get().career_criterion_edit(&named.read_value())
                on_press=edit
                attr:data-testid="criterion-edit"
            />
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().career_criterion_delete(&named.read_value())
                on_press=move |()| desk.act(CareerDeed::DeleteCriterion(id))
                attr:data-testid="criterion-delete"
            />
        </li>
    }
}

#[component]
pub(super) fn CriterionForm(desk: Desk) -> impl IntoView {
    let Desk { lang, draft: form, .. } = desk;
    let draft = form.draft;
    let figure =
        Memo::new(move |_| draft.read().criterion.figure.unwrap_or(CareerFigure::Attainment));
    let figures = move || {
        let choice = |it: CareerFigure| Choice::new(it.as_str(), lang.get().career_figure_name(it));
        CareerFigure::ALL.iter().copied().map(choice).collect::<Vec<_>>()
    };
    let save = move || {
        let Draft { id, criterion, at_least, quarters } = draft.get_untracked();
        // What is no number lies outside of every range and is refused.
        let number = |text: &str| text.trim().parse::<i64>().unwrap_or(i64::MIN);
        let criterion = CareerCriterion {
            figure: Some(figure.get_untracked()),
            at_least: number(&at_least),
            quarters: number(&quarters),
            ..criterion
        };
        form.settle(desk.act_here(CareerDeed::SaveCriterion(id, Box::new(criterion))));
    };
    let (at_least, set_at_least) = form.text(|it| &mut it.at_least);
    let (quarters, set_quarters) = form.text(|it| &mut it.quarters);
    let (text, set_text) = form.text(|it| &mut it.criterion.text);
    view! {
        <div class="form thanks__form" data-testid="criterion-form">
            <SelectField
                label=move || lang.get().career_figure()
                choices=Signal::derive(figures)
                value=Signal::derive(move || figure.get().as_str().to_owned())
                on_change=move |it: String| {
                    draft.update(|draft| draft.criterion.figure = it.parse().ok());
                }
                attr:data-testid="criterion-figure"
            />
            <Show when=move || figure.get() == CareerFigure::Judged>
                <TextField
                    label=move || lang.get().career_judged_text()
                    value=text
                    on_input=set_text
                    attr:data-testid="criterion-text"
                />
            </Show>
            <div class="form__row">
                <Show when=move || figure.get() != CareerFigure::Judged>
                    <TextField
                        label=move || lang.get().career_at_least()
                        value=at_least
                        on_input=set_at_least
                        attr:data-testid="criterion-least"
                    />
                </Show>
                <Show when=move || figure.get().has_quarters()>
                    <TextField
                        label=move || lang.get().career_quarters()
                        value=quarters
                        on_input=set_quarters
                        attr:data-testid="criterion-quarters"
                    />
                </Show>
            </div>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="criterion-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}
