//! What a person has claimed from the pool, and how long each claim still has: seen by them before
//! a claim falls due back.

use leptos::prelude::*;

use super::Desk;
use crate::present::pool::{OwnClaim, POOL_TABLES, own_claims};

/// The claims, the soonest due first; nothing where there are none.
#[component]
pub(super) fn Claims(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let claims = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        app.view(&POOL_TABLES, |it| own_claims(it, lang, today, id.get()))
    });
    let row = |OwnClaim { title, left, is_short }: OwnClaim| {
        view! {
            <li class="list__row" data-testid="own-claim">
                <span class="list__main">{title}</span>
                <span class="lead-card__claim" data-short=is_short.then_some("")>{left}</span>
            </li>
        }
    };
    view! {
        <Show when=move || !claims.read().is_empty()>
            <section class="section" data-testid="own-claims">
                <h3 class="section__title">{move || lang.get().pool_own_claims()}</h3>
                <ul class="list">{move || claims.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
