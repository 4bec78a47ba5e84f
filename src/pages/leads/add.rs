//! Adding a lead: as few fields as ten seconds allow.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;

use super::desk::Desk;
use super::fields::{DraftAmount, DraftCustomer, DraftDay, DraftOwner, DraftText};
use crate::domain::workspace::Table;
use crate::present::lead::LeadField;
use crate::ui::key::{Key, pressed_key};
use crate::ui::{Dialog, FormActions};

/// The form of a new lead, in the stage it was asked for.
#[component]
pub(super) fn AddDialog(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let form = desk.adding_form;
    let title = move || {
        let name =
            |id| app.view(&[Table::Stages], |it| it.stages.get(id).map(|it| it.name.clone()));
        match desk.adding.get().flatten().and_then(name) {
            Some(stage) => lang.get().leads_add_to(&stage),
            None => lang.get().leads_add().to_owned(),
        }
    };
    let close = move || desk.adding.set(None);
    let save = move || {
        if let Some(lead) = form.save() {
            desk.landed.set(Some(lead));
            close();
        }
    };
    let actions = move || {
        view! {
            <FormActions name="add-save" on_cancel=close on_save=save />
        }
    };
    view! {
        <Dialog open=Signal::derive(move || desk.adding.with(Option::is_some)) title on_close=close actions>
            <div class="form" data-testid="add-form" on:keydown=move |event| save_by_enter(&event, save)>
                <DraftCustomer form />
                <DraftText form field=LeadField::Name at=|draft| &mut draft.name />
                <div class="form__row">
                    <DraftAmount form />
                    <DraftOwner form />
                </div>
                <div class="form__row">
                    <DraftDay form field=LeadField::Closes at=|draft| &mut draft.closes />
                </div>
                <div class="form__row">
                    <DraftText form field=LeadField::NextStep at=|draft| &mut draft.next_step />
                    <DraftDay form field=LeadField::NextStepOn at=|draft| &mut draft.next_step_on />
                </div>
                {move || form.refused.get().map(|why| view! { <p class="field__error" role="alert">{why.words(lang.get())}</p> })}
            </div>
        </Dialog>
    }
}

/// Saves on Enter in a field of one line.
fn save_by_enter(event: &KeyboardEvent, save: impl Fn()) {
    let field = event.target().and_then(|it| it.dyn_into::<Element>().ok());
    let in_line = field.is_some_and(|it| it.matches("input").unwrap_or(false));
    if in_line && pressed_key(event) == Some(Key::Enter) {
        event.prevent_default();
        save();
    }
}
