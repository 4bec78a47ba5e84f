//! One customer beside the list: figures, fields to change, the way to its leads.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::customer::Customer;
use crate::domain::id::CustomerId;
use crate::i18n::Lang;
use crate::present::filter::LeadFilter;
use crate::present::team::words::{sums, win_rate};
use crate::runtime::app::App;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, ButtonKind, ButtonLink, Icon, IconView, Sheet, TextField};

/// A customer as filled in.
#[derive(Clone, Default, PartialEq)]
pub(super) struct CustomerDraft {
    id: CustomerId,
    customer: Customer,
    employees: String,
}

impl CustomerDraft {
    /// A new customer.
    pub(super) fn blank(app: App) -> CustomerDraft {
        CustomerDraft { id: app.draw_id().into(), ..CustomerDraft::default() }
    }

    /// A customer as it is now.
    pub(super) fn of(app: App, id: CustomerId) -> Option<CustomerDraft> {
        let customer = app.peek(|it| it.customers.get(id).cloned())?;
        let employees = customer.employees.map(|it| it.to_string()).unwrap_or_default();
        Some(CustomerDraft { id, customer, employees })
    }

    /// Which customer it is.
    pub(super) fn id(&self) -> CustomerId {
        self.id
    }

    /// The number of employees; an error where what is typed is no number.
    fn employees(&self) -> Result<Option<i64>, ()> {
        match self.employees.trim() {
            "" => Ok(None),
            text => text.parse().ok().filter(|it| 0 <= *it).map(Some).ok_or(()),
        }
    }
}

/// The sheet with a customer; open while its form is.
#[component]
pub(super) fn CustomerSheet(desk: Desk) -> impl IntoView {
    let Desk { lang, lines, form, .. } = desk;
    let known = Memo::new(move |_| lines.read().contains_key(&form.draft.read().id));
    let title = move || match lines.read().get(&form.draft.read().id) {
        Some(line) => line.name.clone(),
        None => lang.get().customers_new().to_owned(),
    };
    view! {
        <Sheet open=form.is_open() title on_close=move || form.close()>
            <div class="section" data-testid="customer-form">
                <Show when=move || known.get()>
                    <Figures desk />
                </Show>
                <Fields desk />
            </div>
        </Sheet>
    }
}

/// What is open and won with the customer, and the way to its leads.
#[component]
fn Figures(desk: Desk) -> impl IntoView {
    let Desk { lang, home, lines, form, .. } = desk;
    let line = Memo::new(move |_| lines.read().get(&form.draft.read().id).cloned());
    let facts = move || {
        let (line, lang, home) = (line.read(), lang.get(), home.get());
        let figures = &line.as_ref()?.figures;
        let (rate, note) = win_rate(lang, figures.win_rate());
        Some(view! {
            <dt>{lang.catalog_open()}</dt>
            <dd>{sums(lang, &figures.open_value, home)}" · "{lang.catalog_leads(figures.open)}</dd>
            <dt>{lang.catalog_won()}</dt>
            <dd>{sums(lang, &figures.won_value, home)}" · "{lang.catalog_leads(figures.won)}</dd>
            <dt>{lang.catalog_rate()}</dt>
            <dd>{rate}" · "{note}</dd>
        })
    };
    let board = move || {
        let text = line.read().as_ref().map(|it| it.name.clone()).unwrap_or_default();
        let filter = LeadFilter { text, ..LeadFilter::default() };
        Route::Leads(BoardAddress { filter, ..BoardAddress::default() }).href()
    };
    view! {
        <dl class="facts">{facts}</dl>
        <ButtonLink
            kind=ButtonKind::Link
            icon=Icon::Board
            label=move || lang.get().customers_on_board()
            href=Signal::derive(board)
            attr:data-testid="customer-board"
        />
    }
}

#[component]
fn Fields(desk: Desk) -> impl IntoView {
    let Desk { app, lang, form, .. } = desk;
    let save = move || {
        let draft = form.draft.get_untracked();
        let Ok(employees) = draft.employees() else { return };
        let name = draft.customer.name.trim().to_owned();
        let customer = Customer { name, employees, ..draft.customer };
        form.settle(app.give(Command::SaveCustomer(draft.id, Box::new(customer))));
    };
    let text = move |label: fn(Lang) -> &'static str,
                     slot: fn(&mut CustomerDraft) -> &mut String,
                     name: &'static str| {
        let (value, on_input) = form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        view! { <TextField label value on_input on_enter=save attr:data-testid=name /> }
    };
    let (employees, set_employees) = form.text(|draft| &mut draft.employees);
    let not_a_count = move || {
        form.draft.read().employees().is_err().then(|| lang.get().catalog_not_a_count().to_owned())
    };
    let refused = move || {
        let words = form.refusal().read().as_ref()?.words(lang.get());
        Some(view! { <IconView icon=Icon::Warn /> {words} })
    };
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
            {text(Lang::customers_phone, |draft| &mut draft.customer.phone, "customer-phone")}
            {text(Lang::customers_website, |draft| &mut draft.customer.website, "customer-website")}
            <p class="field__error" role="alert" data-testid="form-refused">{refused}</p>
            <div class="actions">
                <Button label=move || lang.get().cancel() on_press=move || form.close() />
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().save()
                    on_press=save
                    attr:data-testid="customer-save"
                />
            </div>
        </div>
    }
}
