//! What pay has to know of a deal: with whom it is shared, whether it is paid, whether cancelled.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::commission::kept::PayDeed;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::pay::deal::{DealDraft, deal_draft};
use crate::present::team::person_choices;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, Choice, DateField, Form, SelectField, TextField};

/// The form of a deal.
#[component]
pub(super) fn DealDetails(desk: Desk, lead: LeadId) -> impl IntoView {
    let Desk { app, lang } = desk;
    let form = Form::<DealDraft, Refusal>::closed();
    form.show(app.peek(|it| deal_draft(it, lead)));
    let draft = form.draft;
    let people = move || {
        let nobody = Choice::new("", lang.get().statement_nobody());
        let all = app.view(&[Table::People], person_choices);
        let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(nobody).chain(all).collect::<Vec<_>>()
    };
    let save = move || {
        let deal = app.peek(|it| draft.get_untracked().read(it, lead));
        form.settle(app.act_here(Command::Pay(Box::new(PayDeed::SetDeal(lead, deal)))));
    };
    let (share, set_share) = form.text(|it| &mut it.share);
    let (paid, set_paid) = form.text(|it| &mut it.paid);
    let (cancelled, set_cancelled) = form.text(|it| &mut it.cancelled);
    let (partner, set_partner) = form.text(|it| &mut it.partner);
    view! {
        <div class="form" data-testid="deal-pay">
            <h3 class="section__title">{move || lang.get().statement_deal_edit()}</h3>
            <div class="form__row">
                <DateField label=move || lang.get().statement_paid() value=paid on_change=set_paid />
                <DateField label=move || lang.get().statement_cancelled() value=cancelled on_change=set_cancelled />
            </div>
            <div class="form__row">
                <SelectField
                    label=move || lang.get().statement_partner()
                    choices=Signal::derive(people)
                    value=partner
                    on_change=set_partner
                />
                <TextField
                    label=move || lang.get().statement_partner_share()
                    value=share
                    on_input=set_share
                    on_enter=save
                />
            </div>
            <Refused name="deal-refused" refusal=form.refusal() />
            <div class="actions actions--start">
                <Button label=move || lang.get().statement_keep() on_press=save attr:data-testid="deal-save" />
            </div>
        </div>
    }
}
