//! What would be paid twice or by nobody, and the ways out; periods of which a plan runs for a part only.

use leptos::prelude::*;

use super::Desk;
use crate::domain::commission::kept::{Ending, LastPeriod, PayPlan};
use crate::domain::id::PayPlanId;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::pay::TABLES;
use crate::present::pay::builder::{Edit, PlanDraft};
use crate::present::pay::gap::{GapView, lost};
use crate::present::pay::overlap::{CutOffer, EndOffer, OverlapView, needs_reason, paid_twice};
use crate::present::pay::part_period::PartsView;
use crate::ui::{Button, Icon, TextField};

/// What is said of a plan beside others, as it is written now; what is typed elsewhere in its form
/// changes nothing of that.
fn told<T: Clone + PartialEq + Send + Sync + 'static>(
    desk: Desk,
    (id, fields): (PayPlanId, RwSignal<PlanDraft>),
    read: fn(&Workspace, Lang, (PayPlanId, &PayPlan)) -> T,
) -> Memo<T> {
    let Desk { app, lang } = desk;
    let plan = Memo::new(move |_| fields.read().plan.clone());
    Memo::new(move |_| plan.with(|plan| app.view(&TABLES, |it| read(it, lang.get(), (id, plan)))))
}

/// Told while the plan is built, so that publishing is no surprise.
#[component]
pub(super) fn PaidTwice(
    desk: Desk,
    id: PayPlanId,
    fields: RwSignal<PlanDraft>,
    edit: Callback<Edit>,
) -> impl IntoView {
    let lang = desk.lang;
    let all = told(desk, (id, fields), paid_twice);
    let draft = Memo::new(move |_| fields.with(|it| (it.plan.clone(), it.ends.clone())));
    let is_asked = Memo::new(move |_| {
        draft.with(|(plan, ends)| desk.app.view(&TABLES, |it| needs_reason(it, (id, plan), ends)))
    });
    let overlap = move |view: OverlapView| view! { <Overlap desk fields edit view /> };
    view! {
        <Show when=move || !all.read().is_empty()>
            <fieldset class="pay__section" data-testid="pay-twice">
                <legend class="section__title">{move || lang.get().overlap_title()}</legend>
                <p class="section__note prose">{move || lang.get().overlap_note()}</p>
                {move || all.get().into_iter().map(overlap).collect_view()}
                <Show when=move || is_asked.get()>
                    <TextField
                        label=move || lang.get().overlap_reason()
                        value=Signal::derive(move || fields.read().plan.beside_reason.clone())
                        on_input=move |it| fields.update(|draft| draft.plan.beside_reason = it)
                        attr:data-testid="pay-beside-reason"
                    />
                </Show>
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
    let OverlapView { other, name, sentence, twice, people, end, ways } = view;
    let leave_out = move || {
        fields.update(|it| it.plan.people.retain(|person| !people.contains(person)));
    };
    let way = |(change, label): (Edit, String)| {
        let press = move || edit.run(change.clone());
        view! { <Button label=label on_press=press attr:data-testid="pay-twice-way" /> }
    };
    let words = lang.get_untracked().overlap_leave_out(&name);
    view! {
        <div class="form" data-testid="pay-overlap">
            <p class="prose">{sentence}</p>
            <ul class="pay__words">
                {twice.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
            </ul>
            {end.map(|offer| view! { <EndOlder desk fields other name offer /> })}
            <div class="actions actions--start">
                {ways.into_iter().map(way).collect_view()}
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
    let EndOffer { label, chosen, notes, last, cut } = offer;
    let is_chosen = Memo::new(move |_| fields.read().ends.iter().any(|it| it.plan == other));
    // What is said of the last period once it is cut stands beside the button that cuts it.
    let is_cut = Memo::new(move |_| is_cut(&fields.read(), other));
    let choose = move || {
        fields.update(|it| match it.ends.iter().position(|it| it.plan == other) {
            Some(place) => drop(it.ends.remove(place)),
            None => it.ends.push(Ending { plan: other, last: LastPeriod::AsWritten }),
        });
    };
    let keep = lang.get_untracked().overlap_keep(&name);
    let words = move || if is_chosen.get() { keep.clone() } else { label.clone() };
    let note =
        |it: String| view! { <p class="section__note prose" data-testid="pay-twice-note">{it}</p> };
    view! {
        <p class="section__note" role="status" data-testid="pay-twice-ends">
            {move || is_chosen.get().then(|| chosen.clone())}
        </p>
        {notes.into_iter().map(note).collect_view()}
        {move || last.clone().filter(|_| !is_cut.get()).map(note)}
        <div class="actions actions--start">
            <Button icon=Icon::Calendar label=words on_press=choose attr:data-testid="pay-twice-end" />
        </div>
        <Show when=move || is_chosen.get()>
            {cut.clone().map(|offer| view! { <CutLast fields other offer /> })}
        </Show>
    }
}

/// Whether the last period of an older plan is cut to the days.
fn is_cut(fields: &PlanDraft, other: PayPlanId) -> bool {
    fields.ends.iter().any(|it| it.plan == other && it.last == LastPeriod::ByDays)
}

/// The last period of the older plan is cut to the days, or left whole.
#[component]
fn CutLast(fields: RwSignal<PlanDraft>, other: PayPlanId, offer: CutOffer) -> impl IntoView {
    let CutOffer { words, label, keep } = offer;
    let is_cut = Memo::new(move |_| is_cut(&fields.read(), other));
    let press = move || {
        fields.update(|it| {
            for ending in it.ends.iter_mut().filter(|it| it.plan == other) {
                ending.last = match ending.last {
                    LastPeriod::AsWritten => LastPeriod::ByDays,
                    LastPeriod::ByDays => LastPeriod::AsWritten,
                };
            }
        });
    };
    let says = move || if is_cut.get() { keep.clone() } else { label.clone() };
    view! {
        <p class="section__note prose" role="status">{move || is_cut.get().then(|| words.clone())}</p>
        <div class="actions actions--start">
            <Button label=says on_press=press attr:data-testid="pay-twice-cut" />
        </div>
    }
}

/// Periods of which the plan runs for a part only.
#[component]
pub(super) fn PartPeriods(
    desk: Desk,
    id: PayPlanId,
    fields: RwSignal<PlanDraft>,
    edit: Callback<Edit>,
) -> impl IntoView {
    let lang = desk.lang;
    let parts = told(desk, (id, fields), PartsView::new);
    let words = |it: String| view! { <p class="section__note prose">{it}</p> };
    let press = move || parts.get_untracked().cut.into_iter().for_each(|it| edit.run(it));
    view! {
        <Show when=move || !parts.read().words.is_empty()>
            <fieldset class="pay__section" data-testid="pay-parts">
                <legend class="section__title">{move || lang.get().part_title()}</legend>
                {move || parts.get().words.into_iter().map(words).collect_view()}
                <Show when=move || parts.read().cut.is_some()>
                    <div class="actions actions--start">
                        <Button
                            label=move || lang.get().part_cut()
                            on_press=press
                            attr:data-testid="pay-parts-cut"
                        />
                    </div>
                </Show>
            </fieldset>
        </Show>
    }
}

/// Deals that are counted by no plan once this one takes the place of another.
#[component]
pub(super) fn Gaps(
    desk: Desk,
    id: PayPlanId,
    fields: RwSignal<PlanDraft>,
    edit: Callback<Edit>,
) -> impl IntoView {
    let lang = desk.lang;
    let all = told(desk, (id, fields), lost);
    let gap = move |view: GapView| {
        let (change, label) = view.way;
        let deal = |it: String| view! { <li>{it}</li> };
        view! {
            <p class="section__note prose">{view.sentence}</p>
            <ul class="section__note prose">{view.deals.into_iter().map(deal).collect_view()}</ul>
            <p class="section__note prose">{view.advice}</p>
            <div class="actions actions--start">
                <Button
                    label=move || label.clone()
                    on_press=move || edit.run(change.clone())
                    attr:data-testid="pay-gap-paid"
                />
            </div>
        }
    };
    view! {
        <Show when=move || !all.read().is_empty()>
            <fieldset class="pay__section" data-testid="pay-gaps">
                <legend class="section__title">{move || lang.get().gap_title()}</legend>
                {move || all.get().into_iter().map(gap).collect_view()}
            </fieldset>
        </Show>
    }
}
