//! Budgets: how much may be redeemed in a period, and what is used.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Period;
use crate::domain::reward::{RewardBudget, RewardDeed};
use crate::pages::common::{PriceField, Refused};
use crate::present::price::PriceDraft;
use crate::present::rewards::BudgetLine;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, Choice, Form, FormActions, Icon, Meter, SelectField, TextField, Tone};

/// A budget as it is filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    period: Option<Period>,
    points: String,
    worth: PriceDraft,
}

/// From this part on a budget is nearly used up.
const NEARLY: f64 = 0.9;

#[component]
pub(super) fn Budgets(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    let begin = move || {
        let period = view.read_untracked().periods.first().map(|it| it.0);
        form.show(known(desk, period));
    };
    let none = move || view.read().budgets.is_empty().then(|| lang.get().reward_budget_none());
    view! {
        <section class="section" data-testid="rewards-budgets">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().reward_budget_title()}</h2>
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().reward_budget_set()
                    on_press=begin
                    attr:data-testid="budget-set"
                />
            </div>
            <Show when=move || form.is_open().get()>
                <BudgetForm desk form />
            </Show>
            <p class="section__note">{none}</p>
            <ul class="list">
                {move || view.read().budgets.clone().into_iter().map(row).collect_view()}
            </ul>
        </section>
    }
}

fn row(line: BudgetLine) -> impl IntoView {
    let BudgetLine { title, note, share, .. } = line;
    let tone = if NEARLY <= share { Tone::Warn } else { Tone::Accent };
    let label = note.clone();
    view! {
        <li class="list__row" data-testid="budget">
            <span class="list__main">
                <span class="list__name">{title}</span>
                <span class="list__note">{note}</span>
                <Meter label share=Signal::stored(share) tone=Signal::stored(tone) />
            </span>
        </li>
    }
}

/// The budget of a period as it is now.
fn known(desk: Desk, period: Option<Period>) -> Draft {
    desk.app.peek(|it| {
        let budget = period.and_then(|of| it.reward_budgets.get(RewardBudget::id_of(of)));
        let points = budget.and_then(|it| it.points).map(|it| it.to_string());
        let worth = PriceDraft::of(budget.and_then(|it| it.worth), it.settings().currency());
        Draft { period, points: points.unwrap_or_default(), worth }
    })
}

#[component]
fn BudgetForm(desk: Desk, form: Form<Draft, Refusal>) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let draft = form.draft;
    let wrong = RwSignal::new(false);
    let periods = move || {
        let periods = view.read().periods.clone();
        periods.into_iter().map(|(it, name)| Choice::new(it.to_string(), name)).collect::<Vec<_>>()
    };
    let save = move || {
        let draft = draft.get_untracked();
        let (Some(period), Some(worth)) = (draft.period, draft.worth.read()) else { return };
        let points = match draft.points.trim().replace([',', '，'], "").as_str() {
            "" => Some(None),
            text => text.parse().ok().map(Some),
        };
        wrong.set(points.is_none());
        let Some(points) = points else { return };
        form.settle(desk.act_here(RewardDeed::SetBudget(period, points, worth)));
    };
    let not_a_number = move || wrong.get().then(|| lang.get().reward_number_wrong().to_owned());
    let (points, set_points) = form.text(|it| &mut it.points);
    let (_, set_worth) = form.text(|it| &mut it.worth.text);
    view! {
        <div class="form thanks__form" data-testid="budget-form">
            <SelectField
                label=move || lang.get().reward_budget_period()
                choices=Signal::derive(periods)
                value=Signal::derive(move || {
                    draft.read().period.map(|it| it.to_string()).unwrap_or_default()
                })
                on_change=move |it: String| draft.set(known(desk, it.parse().ok()))
                attr:data-testid="budget-period"
            />
            <div class="form__row">
                <TextField
                    label=move || lang.get().reward_budget_points()
                    value=points
                    on_input=set_points
                    error=Signal::derive(not_a_number)
                    attr:data-testid="budget-points"
                />
                <PriceField
                    label=move || lang.get().reward_budget_worth()
                    draft=Signal::derive(move || draft.read().worth.clone())
                    on_input=set_worth
                    on_enter=save
                />
            </div>
            <p class="section__note">{move || lang.get().reward_budget_note()}</p>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="budget-save" on_cancel=move || form.close() on_save=save />
            </div>
        </div>
    }
}
