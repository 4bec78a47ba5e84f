//! The fields of a lead's form. Each shows its part of the draft and writes it.

use leptos::prelude::*;

use super::entry_hints::EntryHints;
use super::form::LeadForm;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::lead::Priority;
use crate::domain::money::Currency;
use crate::domain::workspace::Table;
use crate::pages::common::OfferedName;
use crate::present::board::options;
use crate::present::format;
use crate::present::lead::{LeadDraft, LeadField, customers_like, is_new_customer, owners};
use crate::runtime::app::use_app;
use crate::ui::{AreaField, Choice, DateField, MoneyField, SelectField, TextField};

/// Currencies that are offered beside the team's own.
const CURRENCIES: [Currency; 2] = [Currency::CNY, Currency::USD];

/// Where a text stands in a draft.
pub(super) type TextSlot = fn(&mut LeadDraft) -> &mut String;
/// Where a day stands in a draft.
pub(super) type DaySlot = fn(&mut LeadDraft) -> &mut Option<Day>;

fn text_of(form: LeadForm, at: TextSlot) -> Signal<String> {
    Signal::derive(move || at(&mut form.draft.get()).clone())
}

/// One line of text.
#[component]
pub(super) fn DraftText(form: LeadForm, field: LeadField, at: TextSlot) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <TextField
            label=move || field.words(lang.get())
            value=text_of(form, at)
            error=form.error(field)
            on_input=move |text: String| form.draft.update(|draft| *at(draft) = text)
        />
    }
}

/// Several lines of text.
#[component]
pub(super) fn DraftArea(form: LeadForm, field: LeadField, at: TextSlot) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <AreaField
            label=move || field.words(lang.get())
            value=text_of(form, at)
            error=form.error(field)
            on_input=move |text: String| form.draft.update(|draft| *at(draft) = text)
        />
    }
}

/// A day.
#[component]
pub(super) fn DraftDay(form: LeadForm, field: LeadField, at: DaySlot) -> impl IntoView {
    let lang = use_app().lang();
    let value = move || at(&mut form.draft.get()).map(|day| day.to_string()).unwrap_or_default();
    view! {
        <DateField
            label=move || field.words(lang.get())
            value=Signal::derive(value)
            error=form.error(field)
            on_change=move |text: String| form.draft.update(|draft| *at(draft) = text.parse().ok())
        />
    }
}

/// The customer: a known one, offered while the name is typed, or a new one.
#[component]
pub(super) fn DraftCustomer(form: LeadForm) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let typed = Signal::derive(move || form.draft.with(|draft| draft.customer.clone()));
    let offered = Memo::new(move |_| app.search(|_, index| customers_like(index, &typed.read())));
    let type_text = move |text: String| form.draft.update(|draft| draft.customer = text);
    let known_as = move |name: String| form.draft.update(|draft| draft.customer = name);
    let is_new =
        Memo::new(move |_| app.view(&[Table::Customers], |it| is_new_customer(it, &typed.read())));
    view! {
        <div class="customer-field" data-testid="lead-customer">
            <OfferedName
                label=move || LeadField::Customer.words(lang.get())
                value=typed
                offered
                error=form.error(LeadField::Customer)
                on_input=type_text
            />
            <Show when=move || is_new.get()>
                <p class="field__hint" role="status">{move || lang.get().lead_new_customer()}</p>
            </Show>
            <EntryHints typed=Memo::new(move |_| form.typed()) on_take=known_as />
        </div>
    }
}

/// The amount, as people write it.
#[component]
pub(super) fn DraftAmount(form: LeadForm) -> impl IntoView {
    let lang = use_app().lang();
    let sign = move || form.draft.with(|draft| format::symbol(lang.get(), draft.currency));
    let hint = move || match form.draft.with(|draft| draft.follows_lines) {
        true => lang.get().lead_amount_follows().to_owned(),
        false => lang.get().lead_amount_hint().to_owned(),
    };
    view! {
        <MoneyField
            label=move || LeadField::Amount.words(lang.get())
            currency=Signal::derive(move || sign().trim().to_owned())
            value=text_of(form, |draft| &mut draft.amount)
            understood=Signal::derive(move || form.draft.with(|draft| draft.understood(lang.get())))
            hint=Signal::derive(hint)
            error=form.error(LeadField::Amount)
            on_input=move |text: String| form.draft.update(|draft| draft.amount = text)
        />
    }
}

/// The currency of the amount.
#[component]
pub(super) fn DraftCurrency(form: LeadForm) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choices = move || {
        let home = app.view(&[Table::Settings], |it| it.settings().currency());
        let mut offered = vec![home, form.draft.with(|draft| draft.currency)];
        offered.extend(CURRENCIES);
        arrange::naturally(&mut offered);
        offered.dedup();
        offered.iter().map(|it| Choice::new(it.code(), it.code())).collect::<Vec<_>>()
    };
    let choose = move |code: String| {
        if let Ok(currency) = code.parse() {
            form.draft.update(|draft| draft.currency = currency);
        }
    };
    view! {
        <SelectField
            label=move || lang.get().lead_currency()
            choices=Signal::derive(choices)
            value=Signal::derive(move || form.draft.with(|draft| draft.currency.to_string()))
            on_change=choose
        />
    }
}

/// The owner.
#[component]
pub(super) fn DraftOwner(form: LeadForm) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choices = move || {
        let current = form.draft.with(|draft| draft.owner);
        let today = app.today().get();
        let owners = app.view(&[Table::People], |it| owners(it, today, current));
        let nobody = Choice::new("", lang.get().lead_nobody());
        let people = owners.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(nobody).chain(people).collect::<Vec<_>>()
    };
    let value = move || form.draft.with(|it| it.owner.map(|id| id.to_string()).unwrap_or_default());
    view! {
        <SelectField
            label=move || LeadField::Owner.words(lang.get())
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_change=move |id: String| form.draft.update(|draft| draft.owner = id.parse().ok())
        />
    }
}

/// The product; nothing where products are told line by line.
#[component]
pub(super) fn DraftProduct(form: LeadForm) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let choices = move || {
        let products = app.view(&[Table::Products], |it| options(it).products);
        let none = Choice::new("", lang.get().lead_no_product());
        let products = products.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(none).chain(products).collect::<Vec<_>>()
    };
    let value =
        move || form.draft.with(|it| it.product.map(|id| id.to_string()).unwrap_or_default());
    let choose = move |id: String| form.draft.update(|draft| draft.product = id.parse().ok());
    view! {
        <Show when=move || form.draft.with(|it| !it.has_lines)>
            <SelectField
                label=move || LeadField::Product.words(lang.get())
                choices=Signal::derive(choices)
                value=Signal::derive(value)
                on_change=choose
            />
        </Show>
    }
}

/// How hard it is.
#[component]
pub(super) fn DraftComplexity(form: LeadForm) -> impl IntoView {
    let lang = use_app().lang();
    let choices = move || {
        let lang = lang.get();
        let none = Choice::new("", lang.lead_complexity_unknown());
        let grades = (1..=3).map(|it: i64| Choice::new(it.to_string(), lang.complexity(it)));
        std::iter::once(none).chain(grades).collect::<Vec<_>>()
    };
    let value =
        move || form.draft.with(|it| it.complexity.map(|it| it.to_string()).unwrap_or_default());
    view! {
        <SelectField
            label=move || LeadField::Complexity.words(lang.get())
            choices=Signal::derive(choices)
            value=Signal::derive(value)
            on_change=move |grade: String| form.draft.update(|it| it.complexity = grade.parse().ok())
        />
    }
}

/// How urgent it is.
#[component]
pub(super) fn DraftPriority(form: LeadForm) -> impl IntoView {
    let lang = use_app().lang();
    let choices = move || {
        Priority::ALL.map(|it| Choice::new(it.to_string(), lang.get().priority(it))).to_vec()
    };
    let choose = move |name: String| {
        if let Ok(priority) = name.parse() {
            form.draft.update(|it| it.priority = priority);
        }
    };
    view! {
        <SelectField
            label=move || LeadField::Priority.words(lang.get())
            choices=Signal::derive(choices)
            value=Signal::derive(move || form.draft.with(|it| it.priority.to_string()))
            on_change=choose
        />
    }
}
