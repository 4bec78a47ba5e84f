//! That a customer being typed looks like one that is there, said while it is typed.

use leptos::prelude::*;

use crate::domain::customer::Customer;
use crate::domain::duplicates::{Candidates, DuplicateKind};
use crate::domain::id::{CustomerId, RecordId};
use crate::domain::workspace::Table;
use crate::present::duplicates::{Hint, customer_hint};
use crate::runtime::app::use_app;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink};

const READ: &[Table] = &[Table::Customers, Table::Contacts, Table::Distincts];

/// The sentence, where there is something to say, and the ways to whom it looks like.
#[component]
pub fn CustomerHint(
    /// The record that is being typed; a new one has an id that no other has.
    own: RecordId,
    /// What is typed so far.
    #[prop(into)]
    customer: Signal<Customer>,
    /// Opens the customer that is there in place of a new one.
    #[prop(into)]
    on_open: Callback<RecordId>,
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
    let is_known = move || app.view(&[Table::Customers], |it| it.customers.has(own.into()));
    let said = move |Hint { id, words, .. }: Hint| {
        let way = match is_known() {
            true => {
                let pair = [CustomerId::from(own), CustomerId::from(id)];
                let href = Route::Duplicates(Some(pair)).href();
                let label = move || lang.get().duplicates_compare();
                view! { <ButtonLink kind=ButtonKind::Link label href attr:data-testid="hint-compare" /> }
                    .into_any()
            }
            false => {
                let label = move || lang.get().duplicates_see();
                let open = move || on_open.run(id);
                view! { <Button kind=ButtonKind::Link label slow=true on_press=open attr:data-testid="hint-open" /> }
                    .into_any()
            }
        };
        view! { <div class="entry-hint"><p>{words}</p> {way}</div> }
    };
    view! {
        <div class="entry-hints" role="status" data-testid="duplicate-hint">
            {move || hint.get().map(said)}
        </div>
    }
}
