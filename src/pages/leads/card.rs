//! A lead's card: a link to the lead that can be lifted, and a small button that moves it.

use leptos::prelude::*;

use super::desk::Desk;
use super::selection::{select_by_space, select_by_tap};
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::present::board::{Card, card};
use crate::present::pool::ClaimLeft;
use crate::runtime::route::Route;
use crate::ui::{Avatar, Drag, TabStop, answer_first, bool_word, busy_word};

const CARD: &[Table] = &[
    Table::Leads,
    Table::Customers,
    Table::People,
    Table::Stages,
    Table::PoolRules,
    Table::Activities,
];

/// The card of a lead, or nothing where it is not there any more.
#[component]
pub(super) fn CardView(desk: Desk, drag: Drag, id: LeadId) -> impl IntoView {
    let (app, stop) = (desk.app, TabStop::of_row());
    let card = Memo::new(move |_| {
        let (lang, today) = (app.lang().get(), app.today().get());
        app.view(CARD, |it| card(it, lang, today, id))
    });
    let thing = id.to_string();
    let own = thing.clone();
    view! {
        <div
            class="lead-slot"
            data-thing=move || (!desk.selection.on.get()).then(|| thing.clone())
            data-left=move || drag.holds(&own).then_some("")
            data-landed=move || (desk.landed.get() == Some(id)).then_some("")
        >
            {move || card.get().map(|card| face(desk, id, card, stop))}
        </div>
    }
}

fn face(desk: Desk, id: LeadId, card: Card, stop: TabStop) -> impl IntoView {
    let selection = desk.selection;
    let Card { title, amount, owner, age, staleness, claim, outcome, next, next_short, next_step } =
        card;
    let menu_title = title.clone();
    let claimed = claim.as_ref().map(|_| "");
    let stale = (1.0 <= staleness).then_some("");
    view! {
        <a
            class="lead-card"
            draggable="false"
            tabindex=move || stop.tabindex()
            data-chosen=move || (selection.on.get() && selection.has(id)).then_some("")
            data-testid="lead-card"
            data-outcome=outcome.to_string()
            aria-describedby=move || (!selection.on.get()).then_some("drag-hint")
            role=move || selection.on.get().then_some("checkbox")
            aria-checked=move || selection.on.get().then(|| bool_word(selection.has(id)))
            on:click=move |event| select_by_tap(selection, id, &event)
            on:keydown=move |event| select_by_space(selection, id, &event)
            aria-current=move || (desk.going.get() == Some(id)).then_some("true")
            href=move || Route::Lead(id, desk.address.get()).href()
        >
            <span class="lead-card__customer">{title}</span>
            <span class="lead-card__amount">{amount}</span>
            <span class="lead-card__foot" data-claimed=claimed>
                {(!owner.is_empty()).then(|| view! { <Avatar name=owner /> })}
                {(!age.is_empty()).then(|| {
                    view! {
                        <span
                            class="lead-card__age"
                            data-stale=stale
                            style:--age=staleness.to_string()
                        >
                            {age}
                        </span>
                    }
                })}
                {claim.map(|ClaimLeft { short, is_short, .. }| {
                    view! {
                        <span class="lead-card__claim" data-short=is_short.then_some("") data-testid="card-claim">
                            {short}
                        </span>
                    }
                })}
                <span class="lead-card__next" data-state=next_step.as_str()>
                    {next_words(next, next_short)}
                </span>
            </span>
        </a>
        <Show when=move || !selection.on.get()>
            {move_button(desk, id, menu_title.clone(), stop)}
        </Show>
    }
}

/// What is next; a mark also in few words, of which the styles show what the card has room for.
fn next_words(next: String, short: Option<&'static str>) -> AnyView {
    match short {
        None => next.into_any(),
        Some(short) => view! {
            <span class="lead-card__long">{next}</span>
            <span class="lead-card__short">{short}</span>
        }
        .into_any(),
    }
}

fn move_button(desk: Desk, id: LeadId, title: String, stop: TabStop) -> impl IntoView {
    let lang = desk.app.lang();
    let (asked, ask) = answer_first(Callback::new(move |()| desk.moving.set(Some(id))));
    view! {
        <button
            type="button"
            class="lead-slot__move"
            tabindex=move || stop.tabindex()
            data-testid="card-move"
            aria-haspopup="dialog"
            aria-label=move || lang.get().leads_move_what(&title)
            aria-busy=move || busy_word(asked)
            on:click=move |_| ask(())
        ></button>
    }
}
