//! Pasting a block from a spreadsheet: what of it can be taken over is told before it is.

use leptos::prelude::*;

use super::keys::focus_cell;
use super::told::Told;
use super::{Asking, Desk};
use crate::present::quotas::block::{Block, block, sentences};
use crate::present::quotas::words;
use crate::ui::{AreaField, Dialog, FormActions};

/// The dialog that takes a block.
#[component]
pub(super) fn PasteDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, at, asking, pasted, turn, view, .. } = desk;
    let open = Signal::derive(move || asking.get() == Some(Asking::Paste));
    let laid: Memo<Option<Block>> = Memo::new(move |_| {
        let cell = at.get().filter(|_| open.get())?;
        let today = app.today().get();
        let (turn, view, text) = (turn.read(), view.read(), pasted.read());
        let (kept, view) = (&turn.as_ref()?.now, view.as_ref()?);
        Some(app.peek(|workspace| block(workspace, kept, view, (cell, &text), today)))
    });
    let close = move || asking.set(None);
    let apply = move || {
        let edits = laid.read_untracked().as_ref().map(|it| it.edits.clone());
        close();
        desk.act(edits.unwrap_or_default());
        at.get_untracked().into_iter().for_each(focus_cell);
    };
    let disabled =
        Signal::derive(move || laid.read().as_ref().is_none_or(|it| it.edits.is_empty()));
    let actions = move || {
        view! {
            <FormActions
                name="paste-apply"
                label=Signal::derive(move || lang.get().quotas_paste_apply().to_owned())
                disabled
                on_cancel=close
                on_save=apply
            />
        }
    };
    let title = move || {
        let (lang, cell) = (lang.get(), at.get());
        let name = cell.map(|it| app.peek(|workspace| words::cell(workspace, lang, it)));
        lang.quotas_paste_title(&name.unwrap_or_default())
    };
    let told = Signal::derive(move || {
        let (laid, lang) = (laid.read(), lang.get());
        let told = laid.as_ref().filter(|_| !pasted.read().trim().is_empty());
        told.map(|it| app.peek(|workspace| sentences(workspace, lang, it))).unwrap_or_default()
    });
    view! {
        <Dialog open title on_close=close actions>
            <AreaField
                label=move || lang.get().quotas_paste_field()
                hint=Signal::derive(move || lang.get().quotas_paste_hint().to_owned())
                value=pasted
                lines=6
                on_input=move |text| pasted.set(text)
                attr:data-testid="paste-field"
            />
            <Told sentences=told />
        </Dialog>
    }
}
