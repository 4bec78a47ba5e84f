//! What is worth a word and has had none, and who waits longest. On the manager's face alone.

use leptos::prelude::*;

use super::Desk;
use crate::domain::thanks::Praise;
use crate::domain::workspace::Table;
use crate::present::thanks::{FactLine, TABLES, WaitingLine, unsaid_view};
use crate::ui::{Avatar, Button, Icon};

#[component]
pub(super) fn Unsaid(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.track(&[Table::Feedbacks]);
        app.view(&TABLES, |it| unsaid_view(it, lang.get(), today))
    });
    let fact = move |line: FactLine| view! { <Fact desk line /> };
    let waits = move |line: WaitingLine| view! { <Waits desk line /> };
    let none = move || view.read().facts.is_empty().then(|| lang.get().thanks_facts_none());
    view! {
        <section class="section" data-testid="thanks-facts">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().thanks_facts()}</h2>
            </div>
            <p class="section__note">{move || lang.get().thanks_facts_note()}</p>
            <p>{none}</p>
            <ul class="list">{move || view.read().facts.clone().into_iter().map(fact).collect_view()}</ul>
        </section>
        <section class="section" data-testid="thanks-waiting">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().thanks_waiting()}</h2>
            </div>
            <p>{move || view.read().headline.clone()}</p>
            <p class="section__note">{move || lang.get().thanks_waiting_note()}</p>
            <ul class="list">
                {move || view.read().waiting.clone().into_iter().map(waits).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Fact(desk: Desk, line: FactLine) -> impl IntoView {
    let FactLine { name, words, note, draft } = line;
    view! {
        <li class="list__row" data-testid="thanks-fact">
            <Avatar name=name.clone() />
            <span class="list__main">
                <span class="list__name">{name.clone()}</span>
                <span>{words}</span>
                <span class="list__note">{note}</span>
            </span>
            <Begin desk name draft />
        </li>
    }
}

#[component]
fn Waits(desk: Desk, line: WaitingLine) -> impl IntoView {
    let WaitingLine { person, name, note } = line;
    let draft = Praise { to: vec![person], ..Praise::default() };
    view! {
        <li class="list__row" data-testid="thanks-waits">
            <Avatar name=name.clone() />
            <span class="list__main">
                <span class="list__name">{name.clone()}</span>
                <span class="list__note">{note}</span>
            </span>
            <Begin desk name draft />
        </li>
    }
}

/// Opens the form, which stands at the head of the page, with what is known.
#[component]
fn Begin(desk: Desk, name: String, draft: Praise) -> impl IntoView {
    let Desk { lang, form, .. } = desk;
    let begin = move || {
        form.show(draft.clone());
        request_animation_frame(|| {
            let form = document().query_selector("[data-testid=praise-form]").ok().flatten();
            if let Some(form) = form {
                form.scroll_into_view();
            }
        });
    };
    view! {
        <Button
            icon=Icon::Won
            label=move || lang.get().thanks_for_this()
            on_press=begin
            attr:aria-label=move || lang.get().thanks_for_whom(&name)
            attr:data-testid="thanks-begin"
        />
    }
}
