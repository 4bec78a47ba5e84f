//! That a customer being typed looks like one that is there, said while it is typed.

use leptos::prelude::*;

use crate::domain::customer::Customer;
use crate::domain::duplicates::{Candidates, DuplicateKind};
use crate::domain::id::RecordId;
use crate::domain::workspace::Table;
use crate::present::duplicates::customer_hint;
use crate::runtime::app::use_app;

const READ: &[Table] = &[Table::Customers, Table::Contacts, Table::Distincts];

/// The sentence, where there is something to say.
#[component]
pub fn CustomerHint(
    /// The record that is being typed; a new one has an id that no other has.
    own: RecordId,
    /// What is typed so far.
    #[prop(into)]
    customer: Signal<Customer>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let known =
        Memo::new(move |_| app.view(READ, |it| Candidates::of(it, DuplicateKind::Customers)));
    let hint = Memo::new(move |_| {
        let customer = customer.read();
        let is_blank = customer.name.is_empty();
        let typed = Some((own, &*customer)).filter(|_| !is_blank)?;
        app.view(READ, |it| customer_hint(it, lang.get(), &known.read(), typed))
    });
    let words = move || hint.read().as_ref().map(|it| it.words.clone());
    view! { <p class="field__hint" role="status" data-testid="duplicate-hint">{words}</p> }
}
