//! The reasons that are offered when a lead is lost: added, renamed, put in order, taken away.
//! Nothing is changed before it is saved, and then as one step.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::LossReasonId;
use crate::pages::common::Refused;
use crate::present::competition::{Reasons, loss_reasons, losses};
use crate::present::format;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    Button, Choice, Dialog, Form, FormActions, Icon, IconButton, SelectField, TextField,
};

/// The dialog with the reasons.
#[component]
pub(super) fn ReasonsDialog(desk: Desk) -> impl IntoView {
    let Desk { app, lang, editing, .. } = desk;
    let form = Form::<Reasons, Refusal>::closed();
    let begin = move || {
        let lang = lang.get_untracked();
        form.show(app.peek(|it| Reasons::of(loss_reasons(it, lang), losses(it))));
    };
    let close = move || editing.set(false);
    let save = move || match app.give(form.draft.read_untracked().command()) {
        Ok(()) => close(),
        refused => form.settle(refused),
    };
    let actions = move || {
        view! {
            <FormActions name="loss-reasons-save" on_cancel=close on_save=save />
        }
    };
    view! {
        <Dialog open=editing title=move || lang.get().loss_reasons_title() on_close=close actions>
            {begin()}
            <ReasonFields desk form />
        </Dialog>
    }
}

#[component]
fn ReasonFields(desk: Desk, form: Form<Reasons, Refusal>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let draft = form.draft;
    let ids = move || draft.read().ids();
    let gone = move || draft.read().asked();
    view! {
        <div class="form" data-testid="loss-reasons">
            <ul class="list">
                <For each=ids key=|id| *id children=move |id| view! { <ReasonRow desk form id /> } />
            </ul>
            <For
                each=gone
                key=|(name, _)| name.clone()
                children=move |(name, count)| view! { <GoneReason desk form name count /> }
            />
            <Refused refusal=form.refusal() />
            <div class="actions actions--start">
                <Button
                    icon=Icon::Plus
                    label=move || lang.get().loss_reasons_add()
                    on_press=move || draft.update(|it| it.add(app.draw_id().into()))
                    attr:data-testid="loss-reasons-add"
                />
            </div>
        </div>
    }
}

#[component]
fn ReasonRow(desk: Desk, form: Form<Reasons, Refusal>, id: LossReasonId) -> impl IntoView {
    let (lang, draft) = (desk.lang, form.draft);
    let name = Signal::derive(move || draft.read().name(id));
    let is_first = move || draft.read().ids().first() == Some(&id);
    view! {
        <li class="list__row" data-testid="loss-reason-row">
            <span class="list__main">
                <TextField
                    label=move || lang.get().loss_reason_name()
                    value=name
                    on_input=move |text: String| draft.update(|it| it.rename(id, text))
                />
            </span>
            <IconButton
                icon=Icon::Up
                label=move || lang.get().loss_reason_up(&name.read())
                disabled=Signal::derive(is_first)
                on_press=move || draft.update(|it| it.move_up(id))
            />
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().loss_reason_delete(&name.read())
                on_press=move || draft.update(|it| it.remove(id))
            />
        </li>
    }
}

/// What leads say from then on whose reason was taken away.
#[component]
fn GoneReason(desk: Desk, form: Form<Reasons, Refusal>, name: String, count: u64) -> impl IntoView {
    let (lang, draft) = (desk.lang, form.draft);
    let own = StoredValue::new(name);
    let label = move || {
        let count = format::count(lang.get(), count);
        own.with_value(|name| lang.get().loss_reason_gone_ask(name, &count))
    };
    let choices = Signal::derive(move || {
        let keep = Choice::new("", lang.get().loss_reason_keep_words());
        let others = draft.read().names().into_iter().filter(|it| !it.is_empty());
        [keep].into_iter().chain(others.map(|it| Choice::new(it.clone(), it))).collect()
    });
    let value = Signal::derive(move || own.with_value(|name| draft.read().instead_of(name)));
    let choose = move |to: String| {
        draft.update(|it| own.with_value(|name| it.replace(name, to)));
    };
    view! {
        <div data-testid="loss-reason-gone">
            <SelectField label choices value on_change=choose />
        </div>
    }
}
