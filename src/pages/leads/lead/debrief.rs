//! What was said of a lead's losses; at hand to be added to and corrected.

use leptos::prelude::*;

use crate::domain::id::LeadId;
use crate::i18n::Lang;
use crate::pages::leads::desk::Desk;
use crate::present::loss::{LOSS_TABLES, LossNote, loss_notes};
use crate::ui::{Button, Icon};

/// The debriefs of a lead; nothing where it never was lost.
#[component]
pub(super) fn DebriefView(desk: Desk, id: LeadId) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let notes = Memo::new(move |_| {
        let (lang, today) = (lang.get(), app.today().get());
        app.view(&LOSS_TABLES, |it| loss_notes(it, lang, today, id))
    });
    let label = move || match notes.read().as_ref().is_some_and(|it| !it.is_empty()) {
        true => lang.get().debrief_edit(),
        false => lang.get().debrief_write(),
    };
    view! {
        <Show when=move || notes.read().is_some()>
            <section class="section" data-testid="debrief">
                <div class="section__head">
                    <h3 class="section__title">{move || lang.get().debrief_title()}</h3>
                    <Button
                        icon=Icon::Edit
                        label
                        on_press=move || desk.lost.set(Some(id))
                        attr:data-testid="debrief-edit"
                    />
                </div>
                {move || {
                    let (notes, lang) = (notes.get().unwrap_or_default(), lang.get());
                    notes.into_iter().map(|it| note(lang, it)).collect_view()
                }}
            </section>
        </Show>
    }
}

fn note(lang: Lang, note: LossNote) -> impl IntoView {
    let LossNote { heading, lost_to, needed, lesson } = note;
    let facts = [
        (lang.debrief_lost_to(), lost_to),
        (lang.debrief_needed(), needed),
        (lang.debrief_lesson(), lesson),
    ];
    let fact = |(term, said): (&'static str, String)| {
        view! { <dt>{term}</dt> <dd>{said}</dd> }
    };
    let facts = facts.into_iter().filter(|(_, said)| !said.is_empty());
    view! {
        <div data-testid="debrief-note">
            <p class="section__note">{heading}</p>
            <dl class="facts">{facts.map(fact).collect_view()}</dl>
        </div>
    }
}
