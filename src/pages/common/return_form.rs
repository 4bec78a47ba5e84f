//! Giving a lead back to the pool: with the reason, for the next to know.

use leptos::prelude::*;

use super::{Offers, Refused};
use crate::domain::command::Command;
use crate::domain::face::Matter;
use crate::domain::id::LeadId;
use crate::domain::pool::reasons;
use crate::runtime::app::App;
use crate::runtime::refusal::Refusal;
use crate::ui::{Form, FormActions, TextField};

/// How many of the reasons given before are offered.
const OFFERED_REASONS: usize = 4;

/// The reason, and giving the lead back. What others have given as reasons before is offered where
/// the face may see their work.
#[component]
pub fn ReturnForm(
    /// The product.
    app: App,
    /// The lead that goes back.
    id: LeadId,
    /// The reason as typed; closed once the lead is back.
    form: Form<String, Refusal>,
) -> impl IntoView {
    let lang = app.lang();
    let give_back = move || {
        let reason = form.draft.get_untracked();
        form.settle(app.act_here(Command::ReturnLead(id, reason)));
    };
    let (reason, set_reason) = form.text(|draft| draft);
    let offered = match app.face().get_untracked().may_see(Matter::Work) {
        true => app.peek(reasons),
        false => Vec::new(),
    };
    let offered = offered.into_iter().take(OFFERED_REASONS).map(|(reason, _)| reason);
    let offered = Signal::stored(offered.collect::<Vec<_>>());
    view! {
        <div class="form" data-testid="return-form">
            <TextField
                label=move || lang.get().pool_reason()
                value=reason
                on_input=set_reason
                on_enter=give_back
                attr:data-testid="return-reason"
            />
            <Offers words=offered on_choose=set_reason />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="return-save" label=move || lang.get().pool_return() on_cancel=move || form.close() on_save=give_back />
            </div>
        </div>
    }
}
