//! Who should have one lead, and why nobody else: one true sentence for each person.

use leptos::prelude::*;

use super::Desk;
use crate::i18n::Lang;
use crate::present::assign::{AssignRow, TABLES};
use crate::present::assign_parts::{Part, points_words, scale_words};
use crate::present::assign_why::{Candidate, candidates};
use crate::runtime::assigning::Assigning;
use crate::ui::{Avatar, Button, ButtonKind, Icon, Sheet};

/// The sheet with everybody for the lead that is asked about.
#[component]
pub(super) fn WhySheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, work, by_hand, view, asked, .. } = desk;
    let row = Memo::new(move |_| {
        let id = asked.get()?;
        view.read().rows.iter().find(|it| it.id == id).cloned()
    });
    let people = Memo::new(move |_| {
        let (lead, today) = (asked.get(), app.today().get());
        match (&*work.read(), lead) {
            (Assigning::Done(Some(proposal)), Some(lead)) => {
                app.view(&TABLES, |it| candidates(it, lang.get(), proposal, lead, today))
            }
            _ => Vec::new(),
        }
    });
    let title = move || row.read().as_ref().map(|it| it.title.clone()).unwrap_or_default();
    let summary = move || {
        let AssignRow { amount, owner, .. } = row.get()?;
        Some(
            [amount, owner].into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "),
        )
    };
    let is_by_hand = Memo::new(move |_| {
        let id = row.read().as_ref().map(|it| it.id);
        id.is_some_and(|id| by_hand.read().contains_key(&id))
    });
    let reset = move || {
        if let Some(id) = row.read_untracked().as_ref().map(|it| it.id) {
            by_hand.update(|it| {
                it.remove(&id);
            });
        }
    };
    view! {
        <Sheet
            open=Signal::derive(move || row.read().is_some())
            title
            on_close=move || asked.set(None)
        >
            <div class="section" data-testid="assign-why">
                <p class="section__note">{summary}</p>
                <Show when=move || is_by_hand.get()>
                    <Button
                        icon=Icon::Undo
                        label=move || lang.get().assign_as_proposed()
                        on_press=reset
                        attr:data-testid="assign-as-proposed"
                    />
                </Show>
                <h3>{move || lang.get().assign_why()}</h3>
                <p class="assign__note">{move || scale_words(lang.get())}</p>
                <ul class="list">
                    <For each=move || people.get() key=|it| it.clone() let:person>
                        <CandidateRow desk row person />
                    </For>
                </ul>
            </div>
        </Sheet>
    }
}

#[component]
fn CandidateRow(desk: Desk, row: Memo<Option<AssignRow>>, person: Candidate) -> impl IntoView {
    let Desk { lang, by_hand, .. } = desk;
    let Candidate { id, name, points, why, parts, is_proposed } = person;
    let has_it = {
        let name = name.clone();
        move || {
            let row = row.read();
            row.as_ref().is_some_and(|it| it.to.map_or(it.owner == name, |to| to == id))
        }
    };
    let give = move |()| {
        if let Some(lead) = row.read_untracked().as_ref().map(|it| it.id) {
            by_hand.update(|it| {
                it.insert(lead, id);
            });
        }
    };
    let label = {
        let name = name.clone();
        move || lang.get().assign_give(&name)
    };
    // A hard rule holds for what is chosen by hand, too.
    let can_have = points.is_some();
    let points = points.map(|it| points_words(lang.get_untracked(), it));
    view! {
        <li class="list__row assign__candidate" data-testid="assign-candidate">
            <Avatar name=name.clone() />
            <div class="list__main">
                <p><strong>{name}</strong> " " {points}</p>
                <p class="section__note">{why}</p>
                {(!parts.is_empty()).then(|| view! { <Parts lang parts /> })}
                <Show when=move || can_have && !has_it()>
                    <Button
                        kind=if is_proposed { ButtonKind::Quiet } else { ButtonKind::Link }
                        label=label.clone()
                        on_press=give
                    />
                </Show>
            </div>
        </li>
    }
}

/// What somebody's points are made of, for whoever wants to see it.
#[component]
fn Parts(lang: Signal<Lang>, parts: Vec<Part>) -> impl IntoView {
    let part = |Part { name, points, note }: Part| {
        let note = (!note.is_empty()).then(|| view! { <dd class="assign__made-of">{note}</dd> });
        view! { <dt>{name}</dt><dd>{points}</dd>{note} }
    };
    view! {
        <details class="assign__parts" data-testid="assign-parts">
            <summary>{move || lang.get().assign_parts()}</summary>
            <dl>{parts.into_iter().map(part).collect_view()}</dl>
        </details>
    }
}
