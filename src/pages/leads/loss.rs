//! Why a lead was lost: asked once, right when it is, a tap or a short line each, and never
//! insisted on.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::id::CompetitorId;
use crate::domain::loss::Debrief;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::competition::{competitor_names, loss_reasons};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Dialog, Form, TextField};

/// What is said of a loss so far.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    said: Debrief,
    competitor: String,
}

/// Asks why a lead was lost, who got it, and what follows from that.
#[component]
pub(super) fn LossDialog(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let form = Form::<Draft, Refusal>::closed();
    let close = move || {
        desk.lost.set(None);
        form.show(Draft::default());
    };
    let save = move || {
        let Draft { said, competitor } = form.draft.get_untracked();
        let id = desk.lost.get_untracked();
        close();
        if let Some(id) = id.filter(|_| !said.is_blank() || !competitor.trim().is_empty()) {
            let named = (CompetitorId::from(app.draw_id()), competitor);
            app.act(Command::SaveDebrief(id, Box::new(said), named));
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
    let line = move |label: fn(Lang) -> &'static str, slot: fn(&mut Draft) -> &mut String| {
        let (value, on_input) = form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        view! { <TextField label value on_input on_enter=Callback::new(move |()| save()) /> }
    };
    let chips = move |words: Vec<String>, slot: fn(&mut Draft) -> &mut String| {
        let chip = move |text: String| {
            let own = text.clone();
            let take = move |_| form.draft.update(|draft| own.clone_into(slot(draft)));
            view! { <button type="button" class="chip" data-testid="loss-chip" on:click=take>{text}</button> }
        };
        view! { <div class="toolbar">{words.into_iter().map(chip).collect_view()}</div> }
    };
    let reasons = move || {
        let reasons = app.view(&[Table::LossReasons], |it| loss_reasons(it, lang.get()));
        chips(reasons.into_iter().map(|(_, it)| it).collect(), |it| &mut it.said.reason)
    };
    let competitors =
        move || chips(app.view(&[Table::Competitors], competitor_names), |it| &mut it.competitor);
    view! {
        <Dialog
            open=Signal::derive(move || desk.lost.with(Option::is_some))
            title=move || lang.get().lead_why_lost()
            on_close=close
            actions
        >
            <p class="section__note">{move || lang.get().debrief_hint()}</p>
            {reasons}
            {line(Lang::lead_loss_reason, |it| &mut it.said.reason)}
            {competitors}
            {line(Lang::debrief_lost_to, |it| &mut it.competitor)}
            {line(Lang::debrief_needed, |it| &mut it.said.needed)}
            {line(Lang::debrief_lesson, |it| &mut it.said.lesson)}
        </Dialog>
    }
}
