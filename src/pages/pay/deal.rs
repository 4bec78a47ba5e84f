//! What pay has to know of a deal: what it leaves, with whom it is shared, whether it is paid, whether
//! it was cancelled.

use leptos::prelude::*;

use super::Desk;
use crate::domain::apply::lead_heading;
use crate::domain::command::Command;
use crate::domain::commission::kept::PayDeed;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::pay::deal::{DealDraft, PartnerDraft, deal_draft};
use crate::present::team::person_choices;
use crate::runtime::refusal::Refusal;
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{
    Button, ButtonKind, ButtonLink, Choice, DateField, Form, Icon, IconButton, MoneyField, Notice,
    SelectField, TextField, Tone,
};

/// The form of a deal.
#[component]
pub(super) fn DealDetails(desk: Desk, lead: LeadId) -> impl IntoView {
    let Desk { app, lang } = desk;
    let form = Form::<DealDraft, Refusal>::closed();
    form.show(app.peek(|it| deal_draft(it, lead)));
    let draft = form.draft;
    let wrong = Signal::derive(move || {
        let is_wrong = draft.read().margin().is_none();
        is_wrong.then(|| lang.get().goals_not_an_amount().to_owned())
    });
    let save = move || {
        if wrong.get_untracked().is_some() {
            return;
        }
        let deal = app.peek(|it| draft.get_untracked().read(it, lead));
        let kept = app.act_here(Command::Pay(Box::new(PayDeed::SetDeal(lead, deal))));
        if kept.is_ok() {
            app.say(Tone::Good, Lang::pay_deal_saved);
        }
        form.settle(kept);
    };
    let (margin, set_margin) = form.text(|it| &mut it.margin.text);
    let currency = draft.with_untracked(|it| it.margin.currency.to_string());
    let (paid, set_paid) = form.text(|it| &mut it.paid);
    let (cancelled, set_cancelled) = form.text(|it| &mut it.cancelled);
    view! {
        <div class="form" data-testid="deal-pay">
            <h3 class="section__title">{move || lang.get().statement_deal_edit()}</h3>
            <div class="form__row">
                <DateField label=move || lang.get().statement_paid() value=paid on_change=set_paid />
                <DateField label=move || lang.get().statement_cancelled() value=cancelled on_change=set_cancelled />
            </div>
            <MoneyField
                label=move || lang.get().statement_margin()
                currency
                value=margin
                error=wrong
                on_input=set_margin
                on_enter=save
            />
            <Partners desk lead draft save=Callback::new(move |()| save()) />
            <Refused name="deal-refused" refusal=form.refusal() />
            <div class="actions actions--start">
                <Button label=move || lang.get().pay_deal_keep() on_press=save attr:data-testid="deal-save" />
            </div>
        </div>
    }
}

/// With whom the deal is shared, a line each, and what its owner keeps.
#[component]
fn Partners(
    desk: Desk,
    lead: LeadId,
    draft: RwSignal<DealDraft>,
    save: Callback<()>,
) -> impl IntoView {
    let Desk { app, lang } = desk;
    let count = Memo::new(move |_| draft.read().partners.len());
    let people = Memo::new(move |_| {
        let nobody = Choice::new("", lang.get().statement_nobody());
        let all = app.view(&[Table::People], person_choices);
        let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(nobody).chain(all).collect::<Vec<_>>()
    });
    let row = move |place: usize| view! { <Partner desk people draft place save /> };
    let add = move || draft.update(|it| it.partners.push(PartnerDraft::default()));
    let keeps = move || {
        let owner = app.view(&[Table::Leads, Table::People], |it| {
            it.people.find(it.leads.get(lead)?.owner).map(|it| it.name.clone())
        });
        let kept = draft.read().kept();
        let told = owner.filter(|_| !kept.is_empty());
        told.map(|owner| lang.get().statement_owner_keeps(&owner, &kept))
    };
    view! {
        <For each=move || 0..count.get() key=|it| *it children=row />
        <p class="section__note" role="status" data-testid="deal-owner-keeps">{keeps}</p>
        <div class="actions actions--start">
            <Button
                kind=ButtonKind::Link
                icon=Icon::Plus
                label=move || lang.get().statement_partner_add()
                on_press=add
                attr:data-testid="deal-partner-add"
            />
        </div>
    }
}

/// Somebody whom the deal is shared with.
#[component]
fn Partner(
    desk: Desk,
    people: Memo<Vec<Choice>>,
    draft: RwSignal<DealDraft>,
    place: usize,
    save: Callback<()>,
) -> impl IntoView {
    let Desk { lang, .. } = desk;
    let own = move |of: fn(&PartnerDraft) -> &String| {
        Signal::derive(move || {
            draft.read().partners.get(place).map(of).cloned().unwrap_or_default()
        })
    };
    let set = move |slot: fn(&mut PartnerDraft) -> &mut String| {
        Callback::new(move |text: String| {
            draft.update(|it| {
                if let Some(it) = it.partners.get_mut(place) {
                    *slot(it) = text;
                }
            });
        })
    };
    let remove = move |()| {
        draft.update(|it| {
            if place < it.partners.len() {
                it.partners.remove(place);
            }
        });
    };
    let is_one_of_several = Memo::new(move |_| 1 < draft.read().partners.len());
    view! {
        <div class="form__row" data-testid="deal-partner">
            <SelectField
                label=move || lang.get().statement_partner()
                choices=people
                value=own(|it| &it.person)
                on_change=set(|it| &mut it.person)
            />
            <TextField
                label=move || lang.get().statement_partner_share()
                value=own(|it| &it.share)
                on_input=set(|it| &mut it.share)
                on_enter=move || save.run(())
            />
            <Show when=move || is_one_of_several.get()>
                <IconButton
                    icon=Icon::Close
                    label=move || lang.get().statement_partner_remove(&(place + 1).to_string())
                    on_press=remove
                />
            </Show>
        </div>
    }
}

/// A page for it, which the page of the lead leads to: also for a deal that no statement shows yet,
/// as one that counts when it is paid.
#[component]
pub(super) fn DealPage(desk: Desk, lead: LeadId) -> impl IntoView {
    let Desk { app, lang } = desk;
    let name = Memo::new(move |_| {
        app.view(&[Table::Leads, Table::Customers], |it| {
            it.leads.get(lead).map(|known| lead_heading(it, known))
        })
    });
    let gone =
        move || view! { <Notice tone=Tone::Warn words=move || lang.get().pay_deal_gone() /> };
    let known = Memo::new(move |_| name.read().is_some());
    view! {
        <div class="content" data-testid="pay-deal">
            <ButtonLink
                kind=ButtonKind::Link
                icon=Icon::Back
                label=move || name.get().unwrap_or_default()
                href=Route::Lead(lead, BoardAddress::default()).href()
                attr:class="button way-back"
            />
            <Show when=move || known.get() fallback=gone>
                <h2 class="section__title">{move || lang.get().pay_deal_title()}</h2>
                <DealDetails desk lead />
            </Show>
        </div>
    }
}
