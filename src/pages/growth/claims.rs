//! What a person has claimed from the pool, and how long each claim still has: seen by them before
//! a claim falls due back, and given back with a reason.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::LeadId;
use crate::pages::common::ReturnForm;
use crate::present::pool::{OwnClaim, POOL_TABLES, own_claims};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, Form, Icon};

/// The claims, the soonest due first; nothing where there are none.
#[component]
pub(super) fn Claims(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let claims = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        app.view(&POOL_TABLES, |it| own_claims(it, lang, today, id.get()))
    });
    view! {
        <Show when=move || !claims.read().is_empty()>
            <section class="section" data-testid="own-claims">
                <h3 class="section__title">{move || lang.get().pool_own_claims()}</h3>
                <ul class="list">
                    <For each=move || claims.get() key=|it| it.id let:claim>
                        <Claim desk claims id=claim.id />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Claim(desk: Desk, claims: Memo<Vec<OwnClaim>>, id: LeadId) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let form = Form::<String, Refusal>::closed();
    let own = Memo::new(move |_| claims.read().iter().find(|it| it.id == id).cloned());
    let part = move |read: fn(&OwnClaim) -> &str| {
        own.with(|it| it.as_ref().map(|it| read(it).to_owned()).unwrap_or_default())
    };
    let title = move || part(|it| &it.title);
    let is_short = move || own.with(|it| it.as_ref().is_some_and(|it| it.is_short));
    view! {
        <li data-testid="own-claim">
            <div class="list__row">
                <span class="list__main">{title}</span>
                <span class="lead-card__claim" data-short=move || is_short().then_some("")>
                    {move || part(|it| &it.left)}
                </span>
                <Show when=move || !form.is_open().get()>
                    <Button
                        icon=Icon::Pool
                        label=move || lang.get().pool_return()
                        on_press=move || form.show(String::new())
                        attr:aria-label=move || lang.get().pool_return_what(&title())
                        attr:data-testid="own-claim-return"
                    />
                </Show>
            </div>
            <Show when=move || form.is_open().get()>
                <ReturnForm app id form />
            </Show>
        </li>
    }
}
