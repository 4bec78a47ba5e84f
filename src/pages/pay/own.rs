//! Somebody's own statements, as they look at them themselves.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::PersonId;
use crate::present::pay::TABLES;
use crate::present::pay::own::{OwnRow, own};
use crate::runtime::route::Route;
use crate::ui::{EmptyPicture, EmptyState};

/// A row a statement.
#[component]
pub(super) fn Own(desk: Desk, person: PersonId) -> impl IntoView {
    let Desk { app, lang } = desk;
    let rows = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| own(it, lang.get(), (person, today)))
    });
    let row = |row: OwnRow| {
        let href = Route::Pay(row.address).href();
        view! {
            <li class="list__row" data-testid="pay-own-row">
                <a class="pay__link" href=href>{row.name}</a>
                <span class="figures">{row.note}</span>
            </li>
        }
    };
    let empty = move || {
        view! { <EmptyState picture=EmptyPicture::Table sentence=move || lang.get().pay_own_none() /> }
    };
    view! {
        <div class="content" data-testid="pay-own">
            <p class="section__note">{move || lang.get().pay_own_note()}</p>
            <Show when=move || !rows.read().is_empty() fallback=empty>
                <ul class="list">{move || rows.get().into_iter().map(row).collect_view()}</ul>
            </Show>
        </div>
    }
}
