//! What a leaver hands over, who takes what is about none of the leads, and what is decided by hand.

use leptos::prelude::*;

use super::Desk;
use crate::domain::id::PersonId;
use crate::domain::workspace::Table;
use crate::present::agenda::AgendaTab;
use crate::present::handover::{DecidedAt, LeftOver, takers};
use crate::runtime::route::Route;
use crate::ui::{ButtonKind, ButtonLink, Choice, SelectField};

/// The whole book, in a sentence or two.
#[component]
pub(super) fn WholeBook(desk: Desk) -> impl IntoView {
    let Desk { lang, handing, .. } = desk;
    let part = move |read: fn(&super::Handover) -> &String| {
        handing.with(|it| it.as_ref().map(|it| read(it).clone()).unwrap_or_default())
    };
    let asks_rest = move || handing.read().as_ref().is_some_and(|it| it.asks_rest);
    let by_hand = Memo::new(move |_| {
        handing.read().as_ref().map(|it| it.by_hand.clone()).unwrap_or_default()
    });
    view! {
        <div class="notice" data-tone="accent" data-testid="assign-handover">
            <p class="notice__words">
                <strong>{move || part(|it| &it.book)}</strong>
                " "
                {move || part(|it| &it.goes)}
            </p>
        </div>
        <Show when=asks_rest>
            <Rest desk />
        </Show>
        <Show when=move || !by_hand.read().is_empty()>
            <section class="section" data-testid="handover-by-hand">
                <h2 class="section__title">{move || lang.get().handover_by_hand()}</h2>
                <ul class="list">
                    {move || by_hand.get().into_iter().map(|it| left_over(desk, it)).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

/// Who takes what is about none of the leads.
#[component]
fn Rest(desk: Desk) -> impl IntoView {
    let Desk { app, lang, pool, rest, view, .. } = desk;
    let people = Memo::new(move |_| {
        let leaver = pool.get().handing_over().unwrap_or_default();
        app.view(&[Table::People], |it| takers(it, leaver, app.today().get()))
    });
    let choices = move || {
        let none = match view.read().moved {
            0 => lang.get().handover_rest_choose(),
            _ => lang.get().handover_rest_most(),
        };
        let people = people.get().into_iter();
        let people = people.map(|(id, name)| Choice::new(id.to_string(), name));
        std::iter::once(Choice::new("", none)).chain(people).collect()
    };
    view! {
        <SelectField
            label=move || lang.get().handover_rest()
            choices=Signal::derive(choices)
            value=Signal::derive(move || rest.get().map(|it| it.to_string()).unwrap_or_default())
            on_change=move |id: String| rest.set(id.parse::<PersonId>().ok())
            attr:data-testid="handover-rest"
        />
    }
}

fn left_over(desk: Desk, left: LeftOver) -> impl IntoView {
    let Desk { lang, pool, .. } = desk;
    let LeftOver { what, words } = left;
    let leaver = pool.get_untracked().handing_over();
    let (href, label) = match what {
        DecidedAt::FollowUps => {
            let own = Route::Activities(AgendaTab::default(), leaver);
            (own.href(), lang.get_untracked().activities_title().to_owned())
        }
        DecidedAt::Objectives => {
            (Route::Objectives.href(), lang.get_untracked().objectives_title().to_owned())
        }
    };
    view! {
        <li class="list__row" data-testid="handover-left-over">
            <span class="list__main">{words}</span>
            <ButtonLink kind=ButtonKind::Link label href />
        </li>
    }
}
