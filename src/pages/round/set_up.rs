//! Who takes part in a new round; without anybody in the team, where to add people.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::PersonId;
use crate::domain::workspace::Table;
use crate::pages::common::Refused;
use crate::present::format;
use crate::present::rounds::{Invited, invited};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, CheckField, EmptyPicture, EmptyState, Icon};

const SHOWN: [Table; 2] = [Table::People, Table::Absences];

/// Everybody who is here today takes part, unless somebody says otherwise.
#[component]
pub(super) fn SetUp(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let people = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&SHOWN, |it| invited(it, today))
    });
    let nobody = move || {
        view! {
            <EmptyState picture=EmptyPicture::Table sentence=move || lang.get().round_nobody()>
                <ButtonLink
                    icon=Icon::Team
                    label=move || lang.get().quotas_to_team()
                    href=Route::Team.href()
                    attr:data-testid="round-to-team"
                />
            </EmptyState>
        }
    };
    view! {
        <Show when=move || !people.read().is_empty() fallback=nobody>
            <Form desk people />
        </Show>
    }
}

#[component]
fn Form(desk: Desk, people: Memo<Vec<Invited>>) -> impl IntoView {
    let Desk { app, lang, period, .. } = desk;
    // What was ticked otherwise than it stands at first.
    let chosen = RwSignal::new(BTreeMap::<PersonId, bool>::new());
    let takes_part =
        move |it: &Invited| chosen.with(|chosen| chosen.get(&it.id).copied().unwrap_or(it.is_here));
    let picked = move || {
        let people = people.read();
        people.iter().filter(|it| takes_part(it)).map(|it| it.id).collect::<Vec<_>>()
    };
    let refusal = RwSignal::new(None::<Refusal>);
    let begin = move || {
        let people = untrack(picked);
        let id = app.draw_id().into();
        let begun = app.give(Command::BeginRound(id, period.get_untracked(), people));
        refusal.set(begun.err());
    };
    let label = move || {
        let lang = lang.get();
        let count = format::count(lang, picked().len() as u64);
        lang.round_start(&count, &format::period(lang, period.get()))
    };
    let row = move |person: Invited| {
        let Invited { id, name, is_here } = person.clone();
        let away = move || (!is_here).then(|| lang.get().round_away());
        view! {
            <li class="round__person" data-testid="round-person">
                <CheckField
                    label=name
                    checked=Signal::derive(move || takes_part(&person))
                    on_change=move |it: bool| chosen.update(|chosen| chosen.extend([(id, it)]))
                />
                <span class="list__note">{away}</span>
            </li>
        }
    };
    view! {
        <section class="section" data-testid="round-set-up">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().round_people()}</h3>
            </div>
            <p class="section__note prose">{move || lang.get().round_intro()}</p>
            <ul class="round__people">{move || people.get().into_iter().map(row).collect_view()}</ul>
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Play
                    label
                    disabled=Signal::derive(move || picked().is_empty())
                    on_press=begin
                    attr:data-testid="round-start"
                />
            </div>
            <Refused name="round-refused" refusal />
        </section>
    }
}
