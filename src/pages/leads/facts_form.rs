//! The form of a lead's facts, with its two ways out.

use leptos::prelude::*;

use super::desk::Desk;
use super::fields::{
    DraftAmount, DraftArea, DraftComplexity, DraftCurrency, DraftCustomer, DraftDay, DraftOwner,
    DraftPriority, DraftProduct, DraftText,
};
use crate::present::lead::LeadField;
use crate::ui::FormActions;

/// Every field of a lead but its stage and its next step.
#[component]
pub(super) fn FactsForm(desk: Desk) -> impl IntoView {
    let form = desk.form;
    view! {
        <div class="form" data-testid="lead-form">
            <DraftCustomer form />
            <DraftText form field=LeadField::Name at=|draft| &mut draft.name />
            <div class="form__row lead__money">
                <DraftAmount form />
                <DraftCurrency form />
            </div>
            <div class="form__row">
                <DraftOwner form />
                <DraftPriority form />
            </div>
            <div class="form__row">
                <DraftDay form field=LeadField::Closes at=|draft| &mut draft.closes />
                <DraftText form field=LeadField::Odds at=|draft| &mut draft.odds />
            </div>
            <div class="form__row">
                <DraftProduct form />
                <DraftText form field=LeadField::Source at=|draft| &mut draft.source />
            </div>
            <DraftArea form field=LeadField::Contacts at=|draft| &mut draft.contacts />
            <DraftArea form field=LeadField::Needs at=|draft| &mut draft.needs />
            <div class="form__row">
                <DraftComplexity form />
                <DraftText form field=LeadField::Language at=|draft| &mut draft.language />
            </div>
            <DraftText form field=LeadField::LossReason at=|draft| &mut draft.loss_reason />
            <DraftArea form field=LeadField::Note at=|draft| &mut draft.note />
            <LeadFormFoot desk />
        </div>
    }
}

/// Save and Cancel of the form that is open.
#[component]
pub(super) fn LeadFormFoot(desk: Desk) -> impl IntoView {
    let save = move || {
        if desk.form.save().is_some() {
            desk.editing.set(None);
        }
    };
    let lang = desk.app.lang();
    let refused = move || {
        let why = desk.form.refused.get()?;
        Some(view! { <p class="field__error" role="alert">{why.words(lang.get())}</p> })
    };
    view! {
        {refused}
        <div class="actions lead__actions">
            <FormActions name="form-save" on_cancel=move || desk.editing.set(None) on_save=save />
        </div>
    }
}
