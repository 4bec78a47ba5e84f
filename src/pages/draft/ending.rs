//! The ways back and out of a draft: finished, everybody gets what they picked; dropped, all stays as it was.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::DraftId;
use crate::present::bulk::leads_in_words;
use crate::present::draft::{Ending, ending};
use crate::ui::{Button, ButtonKind, Dialog, Icon};

/// One turn back, and the two ways out with their questions.
#[component]
pub(super) fn Ways(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, deal, .. } = desk;
    let (finishing, dropping) = (RwSignal::new(false), RwSignal::new(false));
    let is_over = Memo::new(move |_| view.read().on_turn.is_none());
    let none = Signal::derive(move || view.read().picked == 0);
    let back = move || {
        if let Some(id) = deal.read_untracked().as_ref().map(|it| it.id) {
            app.act(Command::StepDraftBack(id));
        }
    };
    let finish = move |kind| {
        view! {
            <Button
                kind
                icon=Icon::Check
                label=move || lang.get().draft_finish()
                disabled=none
                on_press=move || finishing.set(true)
                attr:data-testid="draft-finish"
            />
        }
    };
    view! {
        <Button
            icon=Icon::Undo
            label=move || lang.get().draft_back()
            disabled=Signal::derive(move || !view.read().has_turns)
            on_press=back
            attr:data-testid="draft-back"
        />
        <Button
            label=move || lang.get().draft_drop()
            on_press=move || dropping.set(true)
            attr:data-testid="draft-drop"
        />
        {move || finish(if is_over.get() { ButtonKind::Primary } else { ButtonKind::Quiet })}
        <FinishDialog desk open=finishing />
        <DropDialog desk open=dropping />
    }
}

/// Gives the command for the draft that is shown, and closes.
fn end(desk: Desk, open: RwSignal<bool>, command: fn(DraftId) -> Command) {
    open.set(false);
    if let Some(id) = desk.deal.read_untracked().as_ref().map(|it| it.id) {
        desk.app.act(command(id));
    }
}

#[component]
fn FinishDialog(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let Desk { app, lang, deal, standing, .. } = desk;
    let preview = Memo::new(move |_| {
        standing.track();
        let (deal, today) = (deal.read(), app.today().get());
        match deal.as_ref().filter(|_| open.get()) {
            Some(deal) => app.peek(|it| ending(it, lang.get(), today, deal)),
            None => Ending::default(),
        }
    });
    let sentence = |it: String| view! { <p>{it}</p> };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || open.set(false) />
            <Button
                kind=ButtonKind::Primary
                label=move || lang.get().draft_finish_do(&preview.read().leads)
                on_press=move || end(desk, open, Command::FinishDraft)
                attr:data-testid="draft-finish-do"
            />
        }
    };
    view! {
        <Dialog
            open
            title=move || lang.get().draft_finish_question()
            on_close=move || open.set(false)
            actions
        >
            <div class="form" data-testid="draft-finish-preview">
                {move || preview.get().sentences.into_iter().map(sentence).collect_view()}
            </div>
        </Dialog>
    }
}

#[component]
fn DropDialog(desk: Desk, open: RwSignal<bool>) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let said = move || {
        let lang = lang.get();
        lang.draft_drop_preview(&leads_in_words(lang, view.read().picked))
    };
    let actions = move || {
        view! {
            <Button label=move || lang.get().cancel() on_press=move || open.set(false) />
            <Button
                kind=ButtonKind::Danger
                label=move || lang.get().draft_drop()
                on_press=move || end(desk, open, Command::DropDraft)
                attr:data-testid="draft-drop-do"
            />
        }
    };
    view! {
        <Dialog
            open
            title=move || lang.get().draft_drop_question()
            on_close=move || open.set(false)
            actions
        >
            <p>{said}</p>
        </Dialog>
    }
}
