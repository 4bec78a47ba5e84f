//! What a lead being typed may be the same as, with what is offered in its place.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::workspace::Table;
use crate::present::entry_hint::{
    EntryHint, HINT_TABLES, Offer, Typed, entry_hints, known_customers,
};
use crate::runtime::app::use_app;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink};

/// The sentences, where there is something to say.
#[component]
pub(super) fn EntryHints(
    /// What is typed so far.
    #[prop(into)]
    typed: Signal<Typed>,
    /// Takes a customer that is there in place of the one that is typed.
    #[prop(into)]
    on_take: Callback<String>,
    /// Where a lead may be looked at without what is typed being lost.
    #[prop(optional)]
    desk: Option<Desk>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let known = Memo::new(move |_| app.view(&[Table::Customers, Table::Contacts], known_customers));
    let hints = Memo::new(move |_| {
        let typed = typed.read();
        if typed.is_blank() {
            return Vec::new();
        }
        app.view(&HINT_TABLES, |it| entry_hints(it, lang.get(), &known.read(), &typed))
    });
    let line = move |EntryHint { words, offer }: EntryHint| {
        let offer = match (offer, desk) {
            (Offer::Customer(name), _) => {
                let label = lang.get().duplicates_use(&name);
                let take = move || on_take.run(name.clone());
                view! { <Button kind=ButtonKind::Link label on_press=take attr:data-testid="hint-take" /> }
                    .into_any()
            }
            (Offer::Lead(id), Some(desk)) => {
                let href = Signal::derive(move || Route::Lead(id, desk.address.get()).href());
                let label = move || lang.get().duplicates_see();
                view! { <ButtonLink kind=ButtonKind::Link label href attr:data-testid="hint-see" /> }
                    .into_any()
            }
            (Offer::Lead(_), None) => ().into_any(),
        };
        view! { <div class="entry-hint" data-testid="entry-hint"><p>{words}</p> {offer}</div> }
    };
    view! {
        <div class="entry-hints" role="status" data-testid="entry-hints">
            {move || hints.get().into_iter().map(line).collect_view()}
        </div>
    }
}
