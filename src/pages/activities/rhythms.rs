//! The rhythms of classes of customers, edited together and saved as one step.

use leptos::prelude::*;

use crate::domain::cadence::Cadence;
use crate::domain::command::Command;
use crate::domain::id::CadenceId;
use crate::i18n::Lang;
use crate::pages::common::Refused;
use crate::present::cadence::{CadenceDraft, cadence_drafts, customers_of, usual};
use crate::runtime::app::use_app;
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, CheckField, Dialog, Form, FormActions, Icon, IconButton, TextField};

type Drafts = Form<Vec<CadenceDraft>, Refusal>;

/// The button that opens the form of rhythms, and the form.
#[component]
pub(super) fn Rhythms() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let form = Drafts::closed();
    let save = move || {
        let drafts = form.draft.get_untracked();
        let cadences: Vec<(CadenceId, Cadence)> =
            drafts.iter().map(|it| (it.id, it.cadence())).collect();
        form.settle(app.act_here(Command::SetCadences(cadences)));
    };
    let close = move || form.close();
    let actions = move || {
        view! {
            <FormActions name="rhythms-save" on_cancel=close on_save=save />
        }
    };
    view! {
        <span data-testid="activities-rhythms">
            <Button
                icon=Icon::Refresh
                label=move || lang.get().activities_rhythms()
                on_press=move || form.show(app.peek(cadence_drafts))
            />
        </span>
        <Dialog
            open=form.is_open()
            title=move || lang.get().activities_rhythms()
            on_close=close
            actions
        >
            <RhythmFields form />
        </Dialog>
    }
}

#[component]
fn RhythmFields(form: Drafts) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let draft = form.draft;
    let ids = move || draft.read().iter().map(|it| it.id).collect::<Vec<_>>();
    let add = move || draft.update(|it| it.push(CadenceDraft::blank(app.draw_id().into())));
    let usual = move || draft.set(usual(|| app.draw_id().into()));
    view! {
        <div class="form" data-testid="rhythms-form">
            <p class="section__note">{move || lang.get().cadence_words()}</p>
            <For each=ids key=|id| *id children=move |id| view! { <RhythmRow form id /> } />
            <div class="actions actions--start">
                <span data-testid="rhythm-add">
                    <Button
                        icon=Icon::Plus
                        label=move || lang.get().cadence_add()
                        on_press=add
                    />
                </span>
                <Show when=move || draft.read().is_empty()>
                    <span data-testid="rhythms-usual">
                        <Button label=move || lang.get().cadence_usual() on_press=usual />
                    </span>
                </Show>
            </div>
            <Refused refusal=form.refusal() />
        </div>
    }
}

#[component]
fn RhythmRow(form: Drafts, id: CadenceId) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let draft = form.draft;
    let own = move || draft.read().iter().find(|it| it.id == id).cloned().unwrap_or_default();
    let change = move |change: &dyn Fn(&mut CadenceDraft)| {
        draft.update(|drafts| drafts.iter_mut().filter(|it| it.id == id).for_each(change));
    };
    let text = move |label: fn(Lang) -> &'static str,
                     slot: fn(&mut CadenceDraft) -> &mut String| {
        let value = Signal::derive(move || slot(&mut own()).clone());
        let label = Signal::derive(move || label(lang.get()).to_owned());
        let on_input = move |text: String| change(&|it| slot(it).clone_from(&text));
        view! { <TextField label value on_input /> }
    };
    let customers = move || app.peek(|it| customers_of(it, lang.get(), &own().class));
    view! {
        <div class="rhythm" data-testid="rhythm">
            {text(Lang::cadence_class, |it| &mut it.class)}
            {text(Lang::cadence_days, |it| &mut it.days)}
            <CheckField
                label=move || lang.get().cadence_paused()
                checked=Signal::derive(move || own().paused)
                on_change=move |paused| change(&|it| it.paused = paused)
            />
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().cadence_remove(&own().class)
                on_press=move || draft.update(|drafts| drafts.retain(|it| it.id != id))
            />
            <p class="field__hint">{customers}</p>
        </div>
    }
}
