//! Why a lead may not be claimed and what would change that; the manager may give it all the same.

use leptos::prelude::*;

use super::Desk;
use crate::domain::assignment::reason::Whys;
use crate::domain::command::Command;
use crate::pages::common::Refused;
use crate::present::claim::forbidden;
use crate::present::pool::{CLAIM_TABLES, POOL_TABLES, obstacles, pool_row};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, Dialog};

/// The answer, over the page.
#[component]
pub(super) fn WhyNot(desk: Desk) -> impl IntoView {
    let Desk { app, lang, person, claimant, asked, .. } = desk;
    let refusal = RwSignal::new(None::<Refusal>);
    let title = move || {
        let row = asked.get().and_then(|id| {
            app.view(&POOL_TABLES, |it| pool_row(it, lang.get(), app.today().get(), id))
        });
        row.map(|it| it.title).unwrap_or_default()
    };
    let name = move || claimant.read().as_ref().map(|it| it.name.clone()).unwrap_or_default();
    let words = move || {
        let (claimant, id) = (claimant.get()?, asked.get()?);
        let why = app.view(&CLAIM_TABLES, |it| obstacles(it, &claimant, id));
        Some(forbidden(lang.get(), &claimant.name, &why))
    };
    let close = move || {
        refusal.set(None);
        asked.set(None);
    };
    let give = move |()| {
        let (Some(id), Some(person)) = (asked.get_untracked(), person.get_untracked()) else {
            return;
        };
        match app.act_here(Command::AssignLeads(vec![(id, Some(person))], Whys::new())) {
            Ok(()) => close(),
            Err(it) => refusal.set(Some(it)),
        }
    };
    let gives = desk.face.is_manager();
    let actions = move || {
        gives.then(|| {
            view! {
                <Button
                    label=move || lang.get().pool_give(&name())
                    on_press=give
                    attr:data-testid="pool-give"
                />
            }
        })
    };
    view! {
        <Dialog
            open=Signal::derive(move || asked.read().is_some())
            title=Signal::derive(title)
            on_close=move |()| close()
            actions
        >
            <div class="form" data-testid="pool-why">
                <p data-testid="pool-why-words">{words}</p>
                <Show when=move || gives>
                    <p class="field__hint">{move || lang.get().pool_give_note()}</p>
                </Show>
                <Refused refusal />
            </div>
        </Dialog>
    }
}
