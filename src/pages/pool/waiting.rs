//! The leads that wait, each claimed with one press; where a rule forbids it, the row says so before
//! and the press tells what would change it. Only the rows in sight are built.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::LeadId;
use crate::present::claim::deciding;
use crate::present::pool::{CLAIM_TABLES, POOL_TABLES, PoolRow, obstacles, pool_row};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::WindowedList;

/// The height of a lead in the list, in pixels.
const ROW_HEIGHT: u32 = 64;

/// The leads that wait.
#[component]
pub(super) fn Waiting(desk: Desk, ids: Memo<Vec<LeadId>>) -> impl IntoView {
    let lang = desk.lang;
    let height = move || {
        let count = ids.read().len() as u32;
        ["min(", &(count * ROW_HEIGHT).to_string(), "px, 60vh)"].concat()
    };
    let row = move |id: LeadId| view! { <Row desk id /> }.into_any();
    view! {
        <div style:block-size=height>
            <WindowedList label=move || lang.get().pool_title() ids row_height=ROW_HEIGHT row />
        </div>
    }
}

#[component]
fn Row(desk: Desk, id: LeadId) -> impl IntoView {
    let Desk { app, lang, claimant, .. } = desk;
    let shown = Memo::new(move |_| {
        app.view(&POOL_TABLES, |it| pool_row(it, lang.get(), app.today().get(), id))
    });
    let part = move |read: fn(&PoolRow) -> &String| {
        shown.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    };
    let reason = Memo::new(move |_| {
        let claimant = claimant.read();
        let Some(claimant) = claimant.as_ref() else { return String::new() };
        let why = app.view(&CLAIM_TABLES, |it| obstacles(it, claimant, id));
        deciding(lang.get(), &claimant.name, &why)
    });
    let can = Memo::new(move |_| reason.read().is_empty());
    // What somebody has said of a lead is for those who see the team's work.
    let note = move || match (can.get(), desk.sees_others()) {
        (false, _) => reason.get(),
        (true, true) => part(|it| &it.told),
        (true, false) => part(|it| &it.note),
    };
    let inside = view! {
        <span class="list__main">
            <span class="list__name">{move || part(|it| &it.title)}</span>
            <span class="list__note pool__note" data-testid="pool-note">{note}</span>
        </span>
        <span class="list__figure">{move || part(|it| &it.amount)}</span>
    };
    let lead = match desk.sees_others() {
        true => {
            let href = Route::Lead(id, BoardAddress::default()).href();
            view! { <a class="list__row" href=href>{inside}</a> }.into_any()
        }
        false => view! { <div class="list__row">{inside}</div> }.into_any(),
    };
    let words = move || match can.get() {
        true => lang.get().pool_claim(),
        false => lang.get().pool_why_not(),
    };
    let name = move || (!can.get()).then(|| lang.get().pool_why_not_of(&part(|it| &it.title)));
    let press = move |_| match can.get_untracked() {
        true => desk.claim(id),
        false => desk.asked.set(Some(id)),
    };
    view! {
        <div
            class="set-up__row pool__row"
            data-barred=move || (!can.get()).then_some("true")
            data-testid="pool-row"
        >
            {lead}
            <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label=name
                on:click=press
                data-testid="pool-claim"
            >
                <span class="button__label">{words}</span>
            </button>
        </div>
    }
}
