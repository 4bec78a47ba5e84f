//! The chosen cell: its exact amount, and what can be done to it; below it what the last change
//! moved.

use leptos::prelude::*;

use super::keys::{copy_now, focus_cell};
use super::{Asking, Desk};
use crate::domain::behind::Behind;
use crate::pages::common::CertificateDialog;
use crate::present::format;
use crate::present::goals::TABLES as GOAL_TABLES;
use crate::present::quotas::cell::{self, won};
use crate::present::quotas::{GridCell, WON_TABLES, words};
use crate::ui::{Button, Figure, Icon};

/// What stands between the tools and the grid.
#[component]
pub(super) fn CellBar(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, at, asking, .. } = desk;
    let cell: Memo<Option<GridCell>> =
        Memo::new(move |_| view.read().as_ref()?.cell(at.get()?).cloned());
    let several = move || desk.range.read().as_ref().map(|it| it.cells().len() as u64);
    let name = move || {
        if let Some(count) = several() {
            return lang.get().quotas_several_chosen(&format::count(lang.get(), count));
        }
        let cell = cell.read().as_ref().map(|it| it.cell);
        // The name follows the language; a renamed bearer changes the view, and so the cell.
        let lang = lang.get();
        view.track();
        cell.map(|it| app.peek(|workspace| words::cell(workspace, lang, it))).unwrap_or_default()
    };
    let exact = move || {
        let cell = cell.read();
        cell.as_ref().filter(|_| several().is_none()).map(|it| it.exact.clone()).unwrap_or_default()
    };
    let is_locked = Memo::new(move |_| cell.read().as_ref().is_some_and(|it| it.is_locked));
    let lock = move || {
        let lang = lang.get();
        if is_locked.get() { lang.quotas_unlock() } else { lang.quotas_lock() }
    };
    let with_cell = move |act: fn(Desk, crate::domain::quota::Cell)| {
        if let Some(cell) = at.get_untracked() {
            act(desk, cell);
        }
    };
    view! {
        <div class="quotas__bar" data-testid="quotas-bar">
            <p class="quotas__at">
                <span class="quotas__at-name" data-testid="quotas-at">{name}</span>
                <span class="quotas__at-line">
                    <strong class="quotas__at-amount" data-testid="quotas-exact">{exact}</strong>
                    <WonOfCell desk />
                </span>
            </p>
            <span class="quotas__acts">
                <Button
                    icon=Icon::Edit
                    label=move || lang.get().quotas_change()
                    disabled=Signal::derive(move || is_locked.get() || several().is_some())
                    on_press=move || with_cell(|desk, cell| desk.begin_with_amount(cell))
                    attr:data-testid="quotas-change"
                />
                <Button
                    icon=Icon::Lock
                    label=lock
                    on_press=move || with_cell(|desk, cell| {
                        desk.toggle_locks();
                        focus_cell(cell);
                    })
                    attr:data-testid="quotas-lock"
                />
                <Button
                    icon=Icon::Share
                    label=move || lang.get().quotas_respread()
                    disabled=Signal::derive(move || several().is_some())
                    on_press=move || asking.set(Some(Asking::Respread))
                    attr:data-testid="quotas-respread"
                />
                <Button
                    label=move || lang.get().quotas_several()
                    pressed=desk.several
                    on_press=move || {
                        desk.several.update(|it| *it = !*it);
                        desk.corner.set(None);
                    }
                    attr:data-testid="quotas-several"
                />
                <Show when=move || several().is_some()>
                    <Button
                        label=move || lang.get().quotas_copy()
                        on_press=move || copy_now(desk)
                        attr:data-testid="quotas-copy"
                    />
                    <Button
                        label=move || lang.get().quotas_zero()
                        on_press=move || desk.empty_chosen()
                        attr:data-testid="quotas-empty"
                    />
                </Show>
            </span>
        </div>
        <Told desk />
    }
}

/// What was won of the chosen cell; a tap shows from which leads. Nothing before its period begins.
#[component]
fn WonOfCell(desk: Desk) -> impl IntoView {
    let Desk { app, lang, turn, at, explained, .. } = desk;
    let won = Memo::new(move |_| {
        let (turn, cell, today) = (turn.read(), at.get()?, app.today().get());
        let kept = &turn.as_ref()?.now;
        app.view(&WON_TABLES, |it| won(it, kept, cell, today))
    });
    let value = move || won.get().map(|it| format::money(lang.get(), it)).unwrap_or_default();
    view! {
        <Show when=move || won.read().is_some()>
            <span class="quotas__won" data-testid="quotas-won">
                {move || lang.get().quotas_won()}
                <Figure
                    value
                    label=move || lang.get().goals_won()
                    on_explain=move |()| explained.set(at.get_untracked())
                />
            </span>
        </Show>
    }
}

/// How what was won of the cell that is explained was computed.
#[component]
pub(super) fn WonDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, turn, explained, .. } = desk;
    let found = Memo::new(move |_| {
        let (cell, turn, today) = (explained.get()?, turn.read(), app.today().get());
        let kept = &turn.as_ref()?.now;
        app.track(&WON_TABLES);
        app.view(&GOAL_TABLES, |it| cell::explained(it, lang.get(), kept, cell, today))
    });
    let amount = move |record: Behind| {
        let Behind::Lead(id) = record else { return None };
        let added = found.read().as_ref().and_then(|it| it.1.get(&id).copied());
        added.flatten().map(|it| format::money(lang.get_untracked(), it))
    };
    view! {
        <CertificateDialog
            paper=Memo::new(move |_| found.read().as_ref().map(|it| it.0.clone()))
            others=Memo::new(|_| Vec::new())
            amount=Callback::new(amount)
            on_close=move |()| explained.set(None)
        />
    }
}

/// What the last change moved, or how to begin.
#[component]
fn Told(desk: Desk) -> impl IntoView {
    let Desk { lang, view, turn, .. } = desk;
    let told = move || {
        let moved = turn.read().as_ref().and_then(|it| words::moved(lang.get(), it));
        let is_empty = view.read().as_ref().is_some_and(|it| it.is_empty);
        moved.unwrap_or_else(|| match is_empty {
            true => lang.get().quotas_empty().to_owned(),
            false => lang.get().quotas_hint().to_owned(),
        })
    };
    view! { <p class="quotas__told" role="status" data-testid="quotas-told">{told}</p> }
}
