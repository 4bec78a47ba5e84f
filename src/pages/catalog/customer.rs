//! The form of a customer.

use leptos::prelude::*;

use super::Desk;
use super::sheet::FormFoot;
use crate::domain::cadence::classes;
use crate::domain::command::Command;
use crate::domain::customer::Customer;
use crate::domain::id::CustomerId;
use crate::domain::meeting::Source;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::pages::common::{BringUp, Contacts, CustomerHint, OfferedName};
use crate::present::lead::{customer_named, customers_like};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{Form, TextField};

/// A customer as filled in.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    customer: Customer,
    employees: String,
    /// The name of the customer that this one belongs to.
    parent: String,
}

impl Draft {
    fn of(workspace: &Workspace, id: CustomerId) -> Draft {
        let customer = workspace.customers.get(id).cloned().unwrap_or_default();
        let employees = customer.employees.map(|it| it.to_string()).unwrap_or_default();
        let parent = name_of(workspace, customer.parent);
        Draft { customer, employees, parent }
    }

    /// The customer that this one belongs to; an error where none has the name.
    fn parent(&self, workspace: &Workspace) -> Result<Option<CustomerId>, ()> {
        let kept = self.customer.parent;
        match self.parent.trim() {
            same if same == name_of(workspace, kept).trim() => Ok(kept),
            "" => Ok(None),
            name => customer_named(workspace, name).map(Some).ok_or(()),
        }
    }

    /// The number of employees; an error where what is typed is no number.
    fn employees(&self) -> Result<Option<i64>, ()> {
        match self.employees.trim() {
            "" => Ok(None),
            text => text.parse().ok().filter(|it| 0 <= *it).map(Some).ok_or(()),
        }
    }
}

fn name_of(workspace: &Workspace, customer: Option<CustomerId>) -> String {
    workspace.customers.find(customer).map(|it| it.name.clone()).unwrap_or_default()
}

/// The fields of a customer, new or known.
#[component]
pub(super) fn CustomerForm(desk: Desk, id: CustomerId) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let form = Form::<Draft, Refusal>::closed();
    form.show(app.peek(|it| Draft::of(it, id)));
    let tried = RwSignal::new(false);
    let save = move || {
        let draft = form.draft.get_untracked();
        tried.set(true);
        let Ok(employees) = draft.employees() else { return };
        let Ok(parent) = app.peek(|it| draft.parent(it)) else { return };
        let name = draft.customer.name.trim().to_owned();
        let customer = Customer { name, employees, parent, ..draft.customer };
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
            <ParentField app form tried />
            {text(Lang::customers_phone, |draft| &mut draft.customer.phone, "customer-phone")}
            {text(Lang::person_email, |draft| &mut draft.customer.email, "customer-email")}
            {text(Lang::customers_website, |draft| &mut draft.customer.website, "customer-website")}
            <Show when=move || known.get().is_some()>
                <Contacts customer=known />
                <div class="actions actions--start">
                    <BringUp
                        source=Signal::derive(move || known.get().map(Source::Customer))
                        name=Signal::derive(move || form.draft.read().customer.name.clone())
                    />
                </div>
            </Show>
            <CustomerHint
                own=id.into()
                customer=Signal::derive(move || form.draft.read().customer.clone())
                on_open=move |id| chosen.set(Some(id))
            />
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

/// The customer that this one belongs to, offered while its name is typed. That none has the name
/// is said once none is left to offer, or once the person wanted to save.
#[component]
fn ParentField(app: App, form: Form<Draft, Refusal>, tried: RwSignal<bool>) -> impl IntoView {
    let lang = app.lang();
    let (typed, type_text) = form.text(|draft| &mut draft.parent);
    let offered = Memo::new(move |_| app.search(|_, index| customers_like(index, &typed.read())));
    let unknown = move || {
        let nobody = (tried.get() || offered.read().is_empty())
            && app.view(&[Table::Customers], |it| form.draft.read().parent(it).is_err());
        nobody.then(|| lang.get().customers_parent_unknown().to_owned())
    };
    view! {
        <div class="customer-field" data-testid="customer-parent">
            <OfferedName
                label=move || lang.get().field_parent()
                value=typed
                offered
                error=Signal::derive(unknown)
                on_input=type_text
            />
        </div>
    }
}
