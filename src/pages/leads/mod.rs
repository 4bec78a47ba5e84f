//! The board of leads, one lead beside it, and the sheet that explains a column's sum.
//!
//! Which board, which leads of it and which lead is open stand in the address, so back works and a
//! board can be sent as a link; a saved view is such an address by name. What is moved, added or changed goes through [`Desk`].

mod add;
mod board;
mod bulk;
mod card;
mod certificate;
mod column;
mod desk;
mod display;
mod drop;
mod entry_hints;
mod facts_form;
mod fields;
mod filter;
mod form;
mod lanes;
mod lead;
mod loss;
mod more;
mod moving;
mod notice;
mod quick;
mod selection;
mod table;
mod table_keys;
mod toolbar;
mod views;

use leptos::prelude::*;

use add::AddDialog;
use board::BoardArea;
use bulk::{BulkDeleteDialog, BulkDialog, SelectionBar};
use certificate::CertificateSheet;
use desk::{Desk, Leaving};
use lead::LeadSheet;
use loss::LossDialog;
use moving::MoveDialog;
use notice::GoneNotice;
use toolbar::Toolbar;

use crate::pages::common::{ActivityDialog, TaskDialogs};
use crate::ui::{Button, ButtonKind, Dialog};

/// The board of leads.
#[component]
pub fn LeadsPage() -> impl IntoView {
    let desk = Desk::new();
    view! {
        <div class="leads two-pane" data-testid="leads-page">
            <div class="two-pane__main">
                <div class="board-page">
                    <Toolbar desk />
                    <Show when=move || desk.selection.on.get()>
                        <SelectionBar desk />
                    </Show>
                    <GoneNotice desk />
                    <BoardArea desk />
                </div>
            </div>
            <LeadSheet desk />
            <CertificateSheet desk />
        </div>
        <AddDialog desk />
        <MoveDialog desk />
        <LossDialog desk />
        <TaskDialogs forms=desk.tasks />
        <ActivityDialog form=desk.activity />
        <BulkDialog desk />
        <BulkDeleteDialog desk />
        <LeaveDialog desk />
        <p class="unseen" role="status" aria-live="assertive" data-testid="board-news">
            {move || desk.news.get()}
        </p>
    }
}

/// Asks before something typed is thrown away.
#[component]
fn LeaveDialog(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let stay = move || desk.leaving.set(None);
    let leave = move || {
        if let Some(Leaving(go)) = desk.leaving.try_update(Option::take).flatten() {
            desk.editing.set(None);
            go.run(());
        }
    };
    let actions = move || {
        view! {
            <span data-testid="leave-anyway">
                <Button
                    kind=ButtonKind::Danger
                    label=move || lang.get().lead_discard()
                    on_press=leave
                />
            </span>
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().lead_keep_editing()
                on_press=stay
            />
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || desk.leaving.with(Option::is_some))
            title=move || lang.get().lead_discard_title()
            on_close=stay
            actions
        >
            <p>{move || lang.get().lead_discard_words()}</p>
        </Dialog>
    }
}
