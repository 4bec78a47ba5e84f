//! The form of a customer.

use leptos::prelude::*;

use super::Desk;
use super::sheet::FormFoot;
use crate::domain::cadence::classes;
use crate::domain::command::Command;
use crate::domain::customer::Customer;
use crate::domain::id::CustomerId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::{Contacts, CustomerHint};
use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::ui::{Form, TextField};

/// A customer as filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    customer: Customer,
    employees: String,
}

impl Draft {
    fn of(customer: Customer) -> Draft {
        let employees = customer.employees.map(|it| it.to_string()).unwrap_or_default();
        Draft { customer, employees }
    }

    /// The number of employees; an error where what is typed is no number.
    fn employees(&self) -> Result<Option<i64>, ()> {
        match self.employees.trim() {
            "" => Ok(None),
            text => text.parse().ok().filter(|it| 0 <= *it).map(Some).ok_or(()),
        }
    }
}

/// The fields of a customer, new or known.
#[component]
pub(super) fn CustomerForm(desk: Desk, id: CustomerId) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    form.show(Draft::of(app.peek(|it| it.customers.get(id).cloned()).unwrap_or_default()));
    let save = move || {
        let draft = form.draft.get_untracked();
        let Ok(employees) = draft.employees() else { return };
        let name = draft.customer.name.trim().to_owned();
        let customer = Customer { name, employees, ..draft.customer };
        match app.give(Command::SaveCustomer(id, Box::new(customer))) {
            Ok(()) => chosen.set(None),
            refused => form.settle(refused),
        }
    };
    let text = move |label: fn(Lang) -> &'static str,
                     slot: fn(&mut Draft) -> &mut String,
                     name: &'static str| {
        let (value, on_input) = form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        view! { <TextField label value on_input on_enter=save attr:data-testid=name /> }
    };
    let (employees, set_employees) = form.text(|draft| &mut draft.employees);
    let not_a_count = move || {
        form.draft.read().employees().is_err().then(|| lang.get().catalog_not_a_count().to_owned())
    };
    // Contacts belong to a customer that is there already.
    let known = move || app.view(&[Table::Customers], |it| it.customers.has(id)).then_some(id);
    let known = Signal::derive(known);
    view! {
        <div class="form">
            {text(Lang::customers_name, |draft| &mut draft.customer.name, "customer-name")}
            {text(Lang::customers_sector, |draft| &mut draft.customer.sector, "customer-sector")}
            {text(Lang::customers_location, |draft| &mut draft.customer.location, "customer-location")}
            <TextField
                label=move || lang.get().customers_employees()
                value=employees
                on_input=set_employees
                on_enter=save
                error=Signal::derive(not_a_count)
            />
            <ClassField form />
            {text(Lang::customers_phone, |draft| &mut draft.customer.phone, "customer-phone")}
            {text(Lang::person_email, |draft| &mut draft.customer.email, "customer-email")}
            {text(Lang::customers_website, |draft| &mut draft.customer.website, "customer-website")}
            <CustomerHint
                own=id.into()
                customer=Signal::derive(move || form.draft.read().customer.clone())
            />
            <Show when=move || known.get().is_some()>
                <Contacts customer=known />
            </Show>
            <FormFoot desk form on_save=move |()| save() />
        </div>
    }
}

/// The class: typed, or one of those there are.
#[component]
fn ClassField(form: Form<Draft, Refusal>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let (class, set_class) = form.text(|draft| &mut draft.customer.class);
    let offer = move |name: String| {
        let own = name.clone();
        let pressed = move || if *class.read() == own { "true" } else { "false" };
        let own = name.clone();
        view! {
            <button
                type="button"
                class="chip chip--choice"
                aria-pressed=pressed
                on:click=move |_| set_class.run(own.clone())
            >
                {name}
            </button>
        }
    };
    let offers = move || app.view(&[Table::Cadences, Table::Customers], classes);
    view! {
        <div class="customer-field" data-testid="customer-class">
            <TextField
                label=move || lang.get().customers_class()
                value=class
                on_input=set_class
                hint=Signal::derive(move || lang.get().customers_class_hint().to_owned())
            />
            <div class="chips">{move || offers().into_iter().map(offer).collect_view()}</div>
        </div>
    }
}
