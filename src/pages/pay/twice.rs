//! What would be paid twice, and the ways out.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::PayPlanId;
use crate::present::pay::TABLES;
use crate::present::pay::builder::{Edit, PlanDraft};
use crate::present::pay::overlap::{EndOffer, OverlapView, paid_twice};
use crate::ui::{Button, Icon, TextField};

/// Told while the plan is built, so that publishing is no surprise.
#[component]
pub(super) fn PaidTwice(
    desk: Desk,
    id: PayPlanId,
    fields: RwSignal<PlanDraft>,
    edit: Callback<Edit>,
) -> impl IntoView {
    let Desk { app, lang } = desk;
    // What is typed elsewhere in the form overlaps with nothing else.
    let plan = Memo::new(move |_| fields.read().plan.clone());
    let all = Memo::new(move |_| {
        plan.with(|plan| app.view(&TABLES, |it| paid_twice(it, lang.get(), (id, plan))))
    });
    let overlap = move |view: OverlapView| view! { <Overlap desk fields edit view /> };
    view! {
        <Show when=move || !all.read().is_empty()>
            <fieldset class="pay__section" data-testid="pay-twice">
                <legend class="section__title">{move || lang.get().overlap_title()}</legend>
                <p class="section__note prose">{move || lang.get().overlap_note()}</p>
                {move || all.get().into_iter().map(overlap).collect_view()}
                <TextField
                    label=move || lang.get().overlap_reason()
                    value=Signal::derive(move || fields.read().plan.beside_reason.clone())
                    on_input=move |it| fields.update(|draft| draft.plan.beside_reason = it)
                    attr:data-testid="pay-beside-reason"
                />
            </fieldset>
        </Show>
    }
}

#[component]
fn Overlap(
    desk: Desk,
    fields: RwSignal<PlanDraft>,
    edit: Callback<Edit>,
    view: OverlapView,
) -> impl IntoView {
    let lang = desk.lang;
    let OverlapView { other, name, sentence, twice, people, end, begin } = view;
    let leave_out = move || {
        fields.update(|it| it.plan.people.retain(|person| !people.contains(person)));
    };
    let begin = begin.map(|(change, label)| {
        let press = move || edit.run(change.clone());
        view! { <Button label=label on_press=press attr:data-testid="pay-twice-begin" /> }
    });
    let words = lang.get_untracked().overlap_leave_out(&name);
    view! {
        <div class="form" data-testid="pay-overlap">
            <p class="prose">{sentence}</p>
            <ul class="pay__words">
                {twice.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
            </ul>
            {end.map(|offer| view! { <EndOlder desk fields other name offer /> })}
            <div class="actions actions--start">
                {begin}
                <Button label=words on_press=leave_out attr:data-testid="pay-twice-leave" />
            </div>
        </div>
    }
}

/// Ending the older plan is done when this one is published, in one step.
#[component]
fn EndOlder(
    desk: Desk,
    fields: RwSignal<PlanDraft>,
    other: PayPlanId,
    name: String,
    offer: EndOffer,
) -> impl IntoView {
    let lang = desk.lang;
    let EndOffer { label, chosen, lacks } = offer;
    let is_chosen = Memo::new(move |_| fields.read().ends.contains(&other));
    let choose = move || {
        fields.update(|it| match it.ends.iter().position(|it| *it == other) {
            Some(place) => drop(it.ends.remove(place)),
            None => it.ends.push(other),
        });
    };
    let keep = lang.get_untracked().overlap_keep(&name);
    let words = move || if is_chosen.get() { keep.clone() } else { label.clone() };
    view! {
        <p class="section__note" role="status" data-testid="pay-twice-ends">
            {move || is_chosen.get().then(|| chosen.clone())}
        </p>
        {lacks.map(|it| view! { <p class="section__note">{it}</p> })}
        <div class="actions actions--start">
            <Button icon=Icon::Calendar label=words on_press=choose attr:data-testid="pay-twice-end" />
        </div>
    }
}
