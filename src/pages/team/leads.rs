//! A person's largest open leads, and the way to all of them.

use leptos::prelude::*;

use super::person::Desk;
use crate::domain::assignment::pool::Pool;
use crate::present::filter::LeadFilter;
use crate::present::handover::{handover_tables, waits_for};
use crate::present::team::OpenLine;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{ButtonKind, ButtonLink, Icon};

/// The largest open leads.
#[component]
pub(super) fn OpenLeads(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, view, .. } = desk;
    let board = move || {
        let filter = LeadFilter { owner: Some(id.get()), ..LeadFilter::default() };
        BoardAddress { filter, ..BoardAddress::default() }
    };
    let leads =
        Memo::new(move |_| view.read().as_ref().map(|it| it.leads.clone()).unwrap_or_default());
    let waits = Memo::new(move |_| {
        app.view(&handover_tables(), |it| waits_for(it, id.get(), app.today().get()))
    });
    let row = move |OpenLine { id, title, note, amount }: OpenLine| {
        view! {
            <li>
                <a class="list__row" href=Route::Lead(id, board()).href()>
                    <span class="list__main">
                        <span class="list__name">{title}</span>
                        <span class="list__note">{note}</span>
                    </span>
                    <span class="list__figure">{amount}</span>
                </a>
            </li>
        }
    };
    view! {
        <section class="section" data-testid="person-leads">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().person_open_leads()}</h3>
                <ButtonLink
                    kind=ButtonKind::Link
                    icon=Icon::Board
                    label=move || lang.get().person_on_board()
                    href=Signal::derive(move || Route::Leads(board()).href())
                    attr:data-testid="person-board"
                />
                <Show when=move || waits.get()>
                    <ButtonLink
                        kind=ButtonKind::Link
                        icon=Icon::Team
                        label=move || lang.get().assign_hand_over()
                        href=Signal::derive(move || Route::Assign(Some(Pool::Of(id.get()))).href())
                        attr:data-testid="person-hand-over"
                    />
                </Show>
            </div>
            <Show when=move || leads.read().is_empty()>
                <p class="section__note">{move || lang.get().person_no_open_leads()}</p>
            </Show>
            <ul class="list">{move || leads.get().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}
