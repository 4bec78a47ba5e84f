//! Claimed leads that are due back: ticked, and taken back as one step.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::LeadId;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::pool::{DueRow, POOL_TABLES, due_rows};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, CheckField, Icon, TextField};

/// The leads that are due back, where there are any.
#[component]
pub(super) fn DueBack(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let rows = Memo::new(move |_| {
        app.view(&POOL_TABLES, |it| due_rows(it, lang.get(), app.today().get()))
    });
    let left_out = RwSignal::new(Vec::<LeadId>::new());
    let reason = RwSignal::new(None::<String>);
    let refusal = RwSignal::new(None::<Refusal>);
    let ticked = move || {
        let (rows, left_out) = (rows.read(), left_out.read());
        let ticked = rows.iter().map(|it| it.id).filter(|it| !left_out.contains(it));
        ticked.collect::<Vec<_>>()
    };
    let words = move || reason.get().unwrap_or_else(|| lang.get().pool_no_move().to_owned());
    let take_back = move || {
        let done = app.act_here(Command::ReclaimLeads(untrack(ticked), untrack(words)));
        refusal.set(done.err());
    };
    let label =
        move || lang.get().pool_take_back(&format::count(lang.get(), ticked().len() as u64));
    let row = move |DueRow { id, title, note }: DueRow| {
        let tick = move |ticked: bool| {
            left_out.update(|it| {
                it.retain(|other| *other != id);
                it.extend((!ticked).then_some(id));
            });
        };
        view! {
            <li data-testid="due-row">
                <CheckField
                    label=title
                    hint=Signal::derive(move || note.clone())
                    checked=Signal::derive(move || !left_out.read().contains(&id))
                    on_change=tick
                />
            </li>
        }
    };
    view! {
        <Show when=move || !rows.read().is_empty()>
            <section class="section" data-testid="pool-due">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().pool_due_title()}</h2>
                </div>
                <p class="section__note">{move || lang.get().pool_due_note()}</p>
                <ul class="list">{move || rows.get().into_iter().map(row).collect_view()}</ul>
                <div class="form">
                    <TextField
                        label=move || lang.get().pool_reason()
                        value=Signal::derive(words)
                        on_input=move |text| reason.set(Some(text))
                        attr:data-testid="due-reason"
                    />
                    <Refused refusal />
                    <div class="actions actions--start">
                        <Button
                            icon=Icon::Pool
                            label
                            disabled=Signal::derive(move || ticked().is_empty())
                            on_press=take_back
                            attr:data-testid="due-take-back"
                        />
                    </div>
                </div>
            </section>
        </Show>
    }
}
