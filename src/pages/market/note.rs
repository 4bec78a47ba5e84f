//! The form of a note.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::MarketNoteId;
use crate::domain::market::{Confidence, MarketNote, NoteKind};
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::competition::competitor_choices;
use crate::present::market::product_choices;
use crate::runtime::refusal::Refusal;
use crate::ui::{
    AreaField, Choice, DateField, Form, FormActions, SegmentedField, SelectField, TextField,
};

/// What was heard, when, where, how sure, and of whom.
#[component]
pub(super) fn NoteForm(desk: Desk, id: MarketNoteId) -> impl IntoView {
    let Desk { app, lang, chosen, .. } = desk;
    let form = Form::<MarketNote, Refusal>::closed();
    let new = MarketNote { day: Some(app.today().get_untracked()), ..MarketNote::default() };
    form.show(app.peek(|it| it.market_notes.get(id).cloned()).unwrap_or(new));
    let draft = form.draft;
    let save = move || match app.give(Command::SaveMarketNote(id, Box::new(draft.get_untracked())))
    {
        Ok(()) => chosen.set(None),
        refused => form.settle(refused),
    };
    let kinds = move || {
        let name = |it: &NoteKind| Choice::new(it.to_string(), lang.get().note_kind_words(*it));
        NoteKind::ALL.iter().map(name).collect::<Vec<_>>()
    };
    let (text, set_text) = form.text(|it| &mut it.text);
    let (source, set_source) = form.text(|it| &mut it.source);
    view! {
        <div class="form">
            <SelectField
                label=move || lang.get().market_note_kind()
                choices=Signal::derive(kinds)
                value=Signal::derive(move || draft.read().kind.to_string())
                on_change=move |it: String| draft.update(|d| d.kind = it.parse().unwrap_or_default())
            />
            <AreaField
                label=move || lang.get().market_note_text()
                value=text
                on_input=set_text
                lines=3
                attr:data-testid="market-note-text"
            />
            <DateField
                label=move || lang.get().market_note_day()
                value=Signal::derive(move || draft.read().day.map(|it| it.to_string()).unwrap_or_default())
                on_change=move |day: String| draft.update(|it| it.day = day.parse().ok())
            />
            <TextField label=move || lang.get().market_note_source() value=source on_input=set_source on_enter=save />
            <About desk form />
            <Refused refusal=form.refusal() />
            <div class="actions">
                <FormActions name="market-note-save" on_cancel=move || chosen.set(None) on_save=save />
            </div>
        </div>
    }
}

/// How sure it is, and whom and what it is about.
#[component]
fn About(desk: Desk, form: Form<MarketNote, Refusal>) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let draft = form.draft;
    let sure = move || {
        let name = |it: &Confidence| Choice::new(it.to_string(), lang.get().confidence_words(*it));
        Confidence::ALL.iter().map(name).collect::<Vec<_>>()
    };
    let none = move || Choice::new("", lang.get().market_nothing_chosen());
    let competitors = move || {
        let all = app.view(&[Table::Competitors], competitor_choices);
        let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(none()).chain(all).collect::<Vec<_>>()
    };
    let products = move || {
        let all = app.view(&[Table::Products], product_choices);
        let all = all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(none()).chain(all).collect::<Vec<_>>()
    };
    let (segment, set_segment) = form.text(|it| &mut it.segment);
    view! {
        <SegmentedField
            label=move || lang.get().market_note_confidence()
            choices=Signal::derive(sure)
            value=Signal::derive(move || draft.read().confidence.to_string())
            on_change=move |it: String| draft.update(|d| d.confidence = it.parse().unwrap_or_default())
        />
        <TextField label=move || lang.get().market_note_segment() value=segment on_input=set_segment />
        <div class="form__row">
            <SelectField
                label=move || lang.get().market_note_competitor()
                choices=Signal::derive(competitors)
                value=Signal::derive(move || draft.read().competitor.map(|it| it.to_string()).unwrap_or_default())
                on_change=move |it: String| draft.update(|d| d.competitor = it.parse().ok())
            />
            <SelectField
                label=move || lang.get().market_note_product()
                choices=Signal::derive(products)
                value=Signal::derive(move || draft.read().product.map(|it| it.to_string()).unwrap_or_default())
                on_change=move |it: String| draft.update(|d| d.product = it.parse().ok())
            />
        </div>
    }
}
