//! What the team can do, week by week, and what deals bring it.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::id::ProductId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::{PriceField, Refused};
use crate::present::delivery::{RulesDraft, WeekDraft, days, week, week_exceptions};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, DateField, Form, FormActions, Icon, IconButton, TextField};

/// The rules, and the weeks that are not as usual.
#[component]
pub(super) fn Rules(desk: Desk) -> impl IntoView {
    view! {
        <div class="section" data-testid="delivery-rules-detail">
            <RulesForm desk />
            <Exceptions desk />
        </div>
    }
}

/// A field of a number, and what is wrong with it.
#[derive(Clone, Copy)]
struct Number {
    label: fn(Lang) -> &'static str,
    slot: fn(&mut RulesDraft) -> &mut String,
    fits: fn(&str) -> bool,
    name: &'static str,
}

const CAPACITY: Number = Number {
    label: Lang::delivery_capacity_week,
    slot: |it| &mut it.capacity,
    fits: RulesDraft::is_effort,
    name: "delivery-capacity",
};
const LEAD_DAYS: Number = Number {
    label: Lang::delivery_lead_days,
    slot: |it| &mut it.lead_days,
    fits: RulesDraft::is_count,
    name: "delivery-lead-days",
};
const DURATION: Number = Number {
    label: Lang::delivery_duration,
    slot: |it| &mut it.weeks,
    fits: RulesDraft::is_count,
    name: "delivery-duration",
};

impl Number {
    fn field(
        self,
        lang: Signal<Lang>,
        form: Form<RulesDraft, Refusal>,
        on_enter: Callback<()>,
    ) -> impl IntoView {
        let Number { label, slot, fits, name } = self;
        let (value, on_input) = form.text(slot);
        let wrong =
            move || (!fits(&value.read())).then(|| lang.get().delivery_number_wrong().to_owned());
        view! {
            <TextField
                label=Signal::derive(move || label(lang.get()).to_owned())
                value
                on_input
                on_enter
                error=Signal::derive(wrong)
                attr:data-testid=name
            />
        }
    }
}

#[component]
fn RulesForm(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let form = Form::<RulesDraft, Refusal>::closed();
    form.show(app.peek(RulesDraft::of));
    let draft = form.draft;
    let save = move || {
        let Some(command) = draft.read_untracked().command() else { return };
        match app.give(command) {
            Ok(()) => desk.close(),
            refused => form.settle(refused),
        }
    };
    let enter = Callback::new(move |()| save());
    let products = draft.with_untracked(|it| it.products.clone()).into_iter().enumerate();
    let product = move |(place, (_, name, _)): (usize, (ProductId, String, String))| {
        let text =
            move || draft.read().products.get(place).map(|it| it.2.clone()).unwrap_or_default();
        let wrong = move || {
            (!RulesDraft::is_effort(&text())).then(|| lang.get().delivery_number_wrong().to_owned())
        };
        let set = move |text: String| draft.update(|it| it.products[place].2 = text);
        view! { <TextField label=name value=Signal::derive(text) on_input=set error=Signal::derive(wrong) /> }
    };
    view! {
        <div class="form">
            {CAPACITY.field(lang, form, enter)}
            <div class="form__row">
                {LEAD_DAYS.field(lang, form, enter)}
                {DURATION.field(lang, form, enter)}
            </div>
            <PriceField
                label=move || lang.get().delivery_per_day()
                draft=Signal::derive(move || draft.read().per_day.clone())
                on_input=move |text: String| draft.update(|it| it.per_day.text = text)
                on_enter=move |()| save()
            />
            <h3 class="section__title">{move || lang.get().delivery_products()}</h3>
            <p class="section__note">{move || lang.get().delivery_products_note()}</p>
            <div class="form__row">{products.map(product).collect_view()}</div>
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="delivery-rules-save" on_cancel=move || desk.close() on_save=save />
            </div>
        </div>
    }
}

/// The weeks that are not as usual; each change is a step of its own.
#[component]
fn Exceptions(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let form = Form::<WeekDraft, Refusal>::closed();
    form.show(WeekDraft::default());
    let draft = form.draft;
    let add = move || {
        let Some(command) = draft.read_untracked().command() else { return };
        match app.give(command) {
            Ok(()) => form.show(WeekDraft::default()),
            refused => form.settle(refused),
        }
    };
    let (capacity, set_capacity) = form.text(|it| &mut it.capacity);
    let lines = move || app.view(&[Table::WeekCapacities], week_exceptions);
    let row = move |(monday, effort): (Day, _)| {
        let name = week(lang.get(), monday);
        let label = lang.get().delivery_exception_remove(&name);
        view! {
            <li class="list__row">
                <span class="list__main"><span class="list__name">{name}</span></span>
                <span class="list__figure">{lang.get().delivery_days(&days(lang.get(), effort))}</span>
                <IconButton
                    icon=Icon::Close
                    label
                    on_press=move |()| app.act(Command::SetWeekCapacity(monday, None))
                />
            </li>
        }
    };
    view! {
        <section class="section">
            <h3 class="section__title">{move || lang.get().delivery_exceptions()}</h3>
            <ul class="list">{move || lines().into_iter().map(row).collect_view()}</ul>
            <div class="form__row">
                <DateField
                    label=move || lang.get().delivery_exception_day()
                    value=Signal::derive(move || draft.read().day.map(|it| it.to_string()).unwrap_or_default())
                    on_change=move |day: String| draft.update(|it| it.day = day.parse().ok())
                />
                <TextField
                    label=move || lang.get().delivery_exception_days()
                    value=capacity
                    on_input=set_capacity
                    on_enter=add
                />
            </div>
            <Refused refusal=form.refusal() name="week-refused" />
            <div class="actions actions--start">
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().delivery_exception_add()
                    disabled=Signal::derive(move || draft.read().command().is_none())
                    on_press=add
                />
            </div>
        </section>
    }
}
