//! The last step: what was imported, where to see it, and the way back.

use leptos::prelude::*;

use crate::present::format;
use crate::runtime::app::use_app;
use crate::runtime::importing::Importing;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, ButtonKind, ButtonLink, Icon, IconView, Notice, Tone};

/// What came of the import.
#[component]
pub fn DoneStep(flow: Importing) -> impl IntoView {
    let lang = use_app().lang();
    let check = Memo::new(move |_| flow.check());
    let title = move || match check.read().changing() as u64 {
        1 => lang.get().import_done_one().to_owned(),
        rows => lang.get().import_done(&format::count(lang.get(), rows)),
    };
    let undone = move || {
        let words = lang.get().import_undone().to_owned();
        view! { <Notice tone=Tone::Plain words attr:data-testid="import-undone" /> }
    };
    let result = move || {
        view! {
            <div class="headline" data-testid="import-done">
                <span class="import__tick"><IconView icon=Icon::Check /></span>
                <h2 class="headline__figure">{title}</h2>
                <p class="headline__note">{move || check.read().sum.clone()}</p>
                <p class="headline__note">{move || lang.get().import_done_note()}</p>
            </div>
            <Ways />
        }
    };
    view! {
        <Show when=move || !flow.undone.get() fallback=undone>{result}</Show>
        <div class="toolbar">
            <Show when=move || !flow.undone.get()>
                <span data-testid="import-undo">
                    <Button icon=Icon::Undo label=move || lang.get().import_undo() on_press=move |()| flow.undo() />
                </span>
            </Show>
            <span data-testid="import-again">
                <Button icon=Icon::Plus label=move || lang.get().import_again() on_press=move |()| flow.clear() />
            </span>
        </div>
    }
}

/// Where to go and see.
#[component]
fn Ways() -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <div class="toolbar">
            <ButtonLink
                kind=ButtonKind::Primary
                icon=Icon::Board
                label=move || lang.get().import_to_board()
                href=Route::Leads(BoardAddress::default()).href()
            />
            <ButtonLink icon=Icon::Team label=move || lang.get().import_to_people() href=Route::Team.href() />
            <ButtonLink icon=Icon::Link label=move || lang.get().import_to_customers() href=Route::Customers.href() />
        </div>
    }
}
