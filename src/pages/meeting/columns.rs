//! The board as it stood: each column whole in count and sum, beside how it stands now, with as many
//! cards as are asked for.

use leptos::prelude::*;

use super::rewind::Desk;
use crate::domain::id::{LeadId, StageId};
use crate::pages::common::ShowMore;
use crate::present::meeting::rewound::ColumnThen;

/// The columns; that the history is read before.
#[component]
pub(super) fn Columns(desk: Desk) -> impl IntoView {
    let Desk { lang, then, .. } = desk;
    let is_read = Memo::new(move |_| then.read().is_some());
    let stages = move || {
        let then = then.read();
        then.iter().flat_map(|it| &it.columns).map(|it| it.stage).collect::<Vec<_>>()
    };
    let was_there = Memo::new(move |_| !stages().is_empty());
    let absent = move || {
        view! {
            <p class="section__note" data-testid="rewind-absent">
                {move || lang.get().rewind_pipeline_absent()}
            </p>
        }
    };
    let reading = move || view! { <p role="status">{move || lang.get().rewind_reading()}</p> };
    view! {
        <Show when=move || is_read.get() fallback=reading>
            <Show when=move || was_there.get() fallback=absent>
                <div
                    class="rewind__board"
                    role="region"
                    tabindex="0"
                    aria-label=move || lang.get().rewind_then()
                    data-testid="rewind-board"
                >
                    <For
                        each=stages
                        key=|it| *it
                        children=move |stage| view! { <OneColumn desk stage /> }
                    />
                </div>
            </Show>
        </Show>
    }
}

#[component]
fn OneColumn(desk: Desk, stage: Option<StageId>) -> impl IntoView {
    let Desk { lang, then, now, shown, .. } = desk;
    let column = Memo::new(move |_| {
        let then = then.read();
        let found = then.iter().flat_map(|it| &it.columns).find(|it| it.stage == stage);
        found.cloned().unwrap_or_default()
    });
    let part = move |read: fn(&ColumnThen) -> String| move || read(&column.read());
    let cards = move || column.read().cards.clone();
    let card = |(_, title, note): (LeadId, String, String)| {
        view! {
            <li class="rewind__card">
                <span class="list__name">{title}</span>
                <span class="list__note">{note}</span>
            </li>
        }
    };
    view! {
        <section class="rewind__column" data-testid="rewind-column">
            <h2 class="section__title">{part(|it| it.name.clone())}</h2>
            <p class="rewind__sum">{part(|it| [&*it.count, &*it.sum].join(" · "))}</p>
            <p class="list__note">
                {move || lang.get().rewind_is_now(&now.read().stage_words(stage))}
            </p>
            <ul class="rewind__cards">
                <For each=cards key=Clone::clone children=card />
            </ul>
            <ShowMore
                left=Signal::derive(move || column.read().more)
                on_more=move || shown.update(|it| it.show_more(stage))
            />
        </section>
    }
}
