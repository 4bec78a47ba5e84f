//! Why a lead was lost: asked once, right when it is, and never insisted on.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::lead::Lead;
use crate::present::lead::frequent_loss_reasons;
use crate::ui::{Button, ButtonKind, Dialog, TextField};

/// Asks why a lead was lost.
#[component]
pub(super) fn LossDialog(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let reason = RwSignal::new(String::new());
    let close = move || {
        desk.lost.set(None);
        reason.set(String::new());
    };
    let save = move || {
        let id = desk.lost.get_untracked();
        let loss_reason = reason.get_untracked().trim().to_owned();
        let lead = id.and_then(|id| app.peek(|it| it.leads.get(id).cloned()));
        close();
        if let (Some(id), Some(lead), false) = (id, lead, loss_reason.is_empty()) {
            app.act(Command::EditLead(id, Box::new(Lead { loss_reason, ..lead })));
        }
    };
    let actions = move || {
        view! {
            <span data-testid="loss-skip">
                <Button label=move || lang.get().lead_skip() on_press=close />
            </span>
            <span data-testid="loss-save">
                <Button kind=ButtonKind::Primary label=move || lang.get().save() on_press=save />
            </span>
        }
    };
    let chip = move |text: String| {
        let own = text.clone();
        view! {
            <button type="button" class="chip" on:click=move |_| reason.set(own.clone())>
                {text}
            </button>
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || desk.lost.with(Option::is_some))
            title=move || lang.get().lead_why_lost()
            on_close=close
            actions
        >
            <TextField
                label=move || lang.get().lead_loss_reason()
                hint=Signal::derive(move || lang.get().lead_why_lost_hint().to_owned())
                value=reason
                on_input=move |text| reason.set(text)
                on_enter=Callback::new(move |()| save())
            />
            <div class="toolbar">
                {app.peek(frequent_loss_reasons).into_iter().map(chip).collect_view()}
            </div>
        </Dialog>
    }
}
