//! What the company is split by, where the total by another split is not the same, and what to do
//! where a split has no rows yet.

use leptos::prelude::*;

use super::Desk;
use crate::domain::quota::{Difference, Split, differences, kept_by, taken_over};
use crate::present::quotas::{TABLES, words};
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonLink, Choice, EmptyPicture, EmptyState, Icon, SelectField};

/// The choice of what the rows are.
#[component]
pub(super) fn SplitField(desk: Desk) -> impl IntoView {
    let Desk { app, lang, year, split, .. } = desk;
    let choices = Signal::derive(move || {
        let lang = lang.get();
        Split::ALL.map(|it| Choice::new(it.as_str(), words::split(lang, it))).to_vec()
    });
    let change = move |name: String| {
        let split: Split = name.parse().unwrap_or_default();
        app.go(Route::Quotas(Some(year.get_untracked()), split));
    };
    view! {
        <span class="quotas__split">
            <SelectField
                label=move || lang.get().quotas_split()
                choices
                value=Signal::derive(move || split.get().as_str().to_owned())
                on_change=change
                attr:data-testid="quotas-split"
            />
        </span>
    }
}

/// The totals by other splits that are not what it is here; each can be taken over.
#[component]
pub(super) fn Differences(desk: Desk) -> impl IntoView {
    let Desk { app, lang, turn, .. } = desk;
    let found = Memo::new(move |_| {
        let turn = turn.read();
        let kept = turn.as_ref().map(|it| &it.now)?;
        Some((kept.grid.split(), app.view(&TABLES, |it| differences(it, kept))))
    });
    let line = move |here: Split, it: Difference| {
        let told = move || words::difference(lang.get(), &it, here);
        let label = move || lang.get().quotas_take_over(words::by(lang.get(), it.by));
        view! {
            <div class="quotas__difference" data-testid=format!("quotas-difference-{}", it.by)>
                <p>{told}</p>
                <Button
                    icon=Icon::Share
                    label
                    on_press=move || take_over(desk, it.by)
                    attr:data-testid=format!("quotas-take-over-{}", it.by)
                />
            </div>
        }
    };
    let lines = move || {
        let (here, found) = found.get()?;
        Some(found.into_iter().map(|it| line(here, it)).collect_view())
    };
    let moved = move || {
        let turn = turn.read();
        let told = turn
            .as_ref()
            .map(|it| app.view(&TABLES, |all| words::moved_people(all, lang.get(), &it.now.grid)));
        told.into_iter().flatten().map(|it| view! { <p>{it}</p> }).collect_view()
    };
    view! { <div role="status">{lines}{moved}</div> }
}

/// Gives the company month by month what it is by another split.
fn take_over(desk: Desk, from: Split) {
    let year = desk.year.get_untracked();
    let edits = desk.turn.with_untracked(|turn| {
        let here = &turn.as_ref()?.now;
        let there = desk.app.peek(|it| kept_by(it, year, from))?;
        Some(taken_over(here, &there))
    });
    desk.act(edits.unwrap_or_default());
}

/// What to do where there is nothing to plan for.
#[component]
pub(super) fn Rowless(desk: Desk) -> impl IntoView {
    let Desk { lang, split, .. } = desk;
    let way = move || {
        let lang = lang.get();
        match split.get() {
            Split::People | Split::Office => (lang.quotas_to_team(), Route::Team),
            Split::Product => (lang.quotas_to_products(), Route::Products),
            Split::Sector | Split::Class | Split::Region => {
                (lang.quotas_to_customers(), Route::Customers)
            }
        }
    };
    view! {
        <EmptyState
            picture=EmptyPicture::Table
            sentence=move || words::about_split(lang.get(), split.get())
        >
            <ButtonLink
                icon=Icon::Forward
                label=move || way().0
                href=Signal::derive(move || way().1.href())
                attr:data-testid="quotas-rowless"
            />
        </EmptyState>
    }
}
