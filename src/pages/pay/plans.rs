//! All plans.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::commission::kept::PayDeed;
use crate::domain::id::PayPlanId;
use crate::present::pay::TABLES;
use crate::present::pay::address::PayAddress;
use crate::present::pay::builder::tiered;
use crate::present::pay::overview::{PlanCard, plans};
use crate::runtime::route::Route;
use crate::ui::{Button, ButtonKind, ButtonLink, EmptyPicture, EmptyState, Icon};

/// A card a plan, and the way to a new one.
#[component]
pub(super) fn Plans(desk: Desk) -> impl IntoView {
    let Desk { app, lang } = desk;
    let all = Memo::new(move |_| app.view(&TABLES, |it| plans(it, lang.get())));
    let card = move |card: PlanCard| view! { <Plan desk card /> };
    let add = move || desk.go(PayAddress::Plan(app.draw_id().into()));
    // A draft that is kept at once, so that it can be taken back like anything else.
    let start = move || {
        let id: PayPlanId = app.draw_id().into();
        let today = app.today().get_untracked();
        let plan = app.peek(|it| tiered(it, lang.get_untracked(), id, today));
        let Some(plan) = plan else { return desk.go(PayAddress::Plan(id)) };
        app.act(Command::Pay(Box::new(PayDeed::SavePlan(id, plan))));
        desk.go(PayAddress::Plan(id));
    };
    let empty = move || {
        view! {
            <EmptyState picture=EmptyPicture::Table sentence=move || lang.get().pay_empty()>
                <Button
                    label=move || lang.get().pay_start_tiered()
                    on_press=start
                    attr:data-testid="pay-start"
                />
            </EmptyState>
        }
    };
    view! {
        <div class="content" data-testid="pay-page">
            <div class="toolbar">
                <p class="section__note">{move || lang.get().pay_private()}</p>
                <span class="toolbar__rest">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().pay_new()
                        on_press=add
                        attr:data-testid="pay-new"
                    />
                </span>
            </div>
            <Show when=move || !all.read().is_empty() fallback=empty>
                {move || all.get().into_iter().map(card).collect_view()}
            </Show>
        </div>
    }
}

#[component]
fn Plan(desk: Desk, card: PlanCard) -> impl IntoView {
    let lang = desk.lang;
    let PlanCard { id, name, facts, words, is_readable } = card;
    let href = move |address: PayAddress| Route::Pay(address).href();
    let links = is_readable.then(|| {
        view! {
            <div class="actions actions--start">
                <ButtonLink
                    icon=Icon::Money
                    label=move || lang.get().pay_statements()
                    href=href(PayAddress::Period(id, None))
                    attr:data-testid="pay-statements"
                />
                <ButtonLink
                    icon=Icon::Refresh
                    label=move || lang.get().pay_replay()
                    href=href(PayAddress::Replay(id))
                    attr:data-testid="pay-replay"
                />
                <ButtonLink
                    icon=Icon::Edit
                    label=move || lang.get().pay_edit()
                    href=href(PayAddress::Plan(id))
                    attr:data-testid="pay-edit"
                />
            </div>
        }
    });
    view! {
        <section class="section" data-testid="pay-plan">
            <h2 class="section__title">{name}</h2>
            <p class="section__note">{facts}</p>
            <ul class="pay__words">
                {words.into_iter().map(|it| view! { <li>{it}</li> }).collect_view()}
            </ul>
            {links}
        </section>
    }
}
