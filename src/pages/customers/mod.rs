//! Customers: a list that is searched and sorted, each with what is open and won, and one customer
//! beside it to be changed.

mod form;
mod table;

use leptos::prelude::*;
use std::collections::BTreeMap;

use crate::domain::id::CustomerId;
use crate::domain::money::Currency;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::catalog::{CUSTOMER_TABLES, Direction, Line, SortKey, customers, found};
use crate::present::format;
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, ButtonKind, EmptyPicture, EmptyState, Form, Icon, SearchField, SortOrder, SortedBy,
};
use form::{CustomerDraft, CustomerSheet};
use table::CustomerTable;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    home: Memo<Currency>,
    lines: Memo<BTreeMap<CustomerId, Line>>,
    ids: Memo<Vec<CustomerId>>,
    text: RwSignal<String>,
    sorted: RwSignal<SortedBy>,
    form: Form<CustomerDraft, Refusal>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let text = RwSignal::new(String::new());
        let by_name = SortedBy { column: table::NAME, order: SortOrder::Ascending };
        let sorted = RwSignal::new(by_name);
        let home = Memo::new(move |_| app.view(&[Table::Settings], |it| it.settings().currency()));
        let lines = Memo::new(move |_| app.view(&CUSTOMER_TABLES, customers));
        let ids =
            Memo::new(move |_| found(&lines.read(), &text.read(), order(sorted.get()), home.get()));
        Desk { app, lang: app.lang(), home, lines, ids, text, sorted, form: Form::closed() }
    }
}

/// What a tap on a head means: names from A, figures from the most.
fn order(sorted: SortedBy) -> (SortKey, Direction) {
    let key = match sorted.column {
        table::OPEN => SortKey::Open,
        table::WON => SortKey::Won,
        _ => SortKey::Name,
    };
    let direction = match (key, sorted.order) {
        (SortKey::Name, SortOrder::Ascending) => Direction::Usual,
        (SortKey::Open | SortKey::Won, SortOrder::Descending) => Direction::Usual,
        _ => Direction::Reversed,
    };
    (key, direction)
}

/// All customers.
#[component]
pub fn CustomersPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let Desk { app, lang, lines, ids, text, form, .. } = desk;
    let any = Memo::new(move |_| !lines.read().is_empty());
    let add = move || form.show(CustomerDraft::blank(app));
    let count = move || {
        let count = |n: usize| format::count(lang.get(), n as u64);
        lang.get().customers_count(&count(ids.read().len()), &count(lines.read().len()))
    };
    let empty = move || {
        view! {
            <EmptyState picture=EmptyPicture::List sentence=move || lang.get().customers_empty() />
        }
    };
    view! {
        <div class="two-pane" data-testid="customers-page">
            <div class="two-pane__main list-page">
                <div class="toolbar">
                    <SearchField
                        label=move || lang.get().customers_search()
                        value=text
                        on_input=move |typed| text.set(typed)
                    />
                    <span class="toolbar__count" role="status" data-testid="customers-count">{count}</span>
                    <span class="toolbar__rest">
                        <Button
                            kind=ButtonKind::Primary
                            icon=Icon::Plus
                            label=move || lang.get().customers_add()
                            on_press=add
                            attr:data-testid="customer-add"
                        />
                    </span>
                </div>
                <Show when=move || any.get() fallback=empty>
                    <CustomerTable desk />
                </Show>
            </div>
            <CustomerSheet desk />
        </div>
    }
}
