//! Rewards that are no money: points are given, what was redeemed is handed over, and the catalogue
//! and budgets are kept. On the manager's face alone; a person's own points lie with the person.

mod budget;
mod catalogue;
mod grant;

use leptos::prelude::*;

use self::budget::Budgets;
use self::catalogue::Catalogue;
use self::grant::{Grant, GrantForm};
use crate::domain::command::Command;
use crate::domain::reward::{RedemptionState, RewardDeed};
use crate::i18n::Lang;
use crate::present::growth::GrowthTab;
use crate::present::rewards::{
    BalanceLine, RedemptionLine, RewardsView, TABLES, begun_with, rewards_view,
};
use crate::runtime::app::{App, use_app};
use crate::runtime::refusal::Refusal;
use crate::runtime::route::Route;
use crate::ui::{Avatar, Button, ButtonKind, Form, Icon, IconView};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    view: Memo<RewardsView>,
    grant: Form<Grant, Refusal>,
}

impl Desk {
    /// Does something and says so.
    fn act(self, deed: RewardDeed) {
        self.app.act(Command::Reward(Box::new(deed)));
    }

    /// Does something for a form.
    fn act_here(self, deed: RewardDeed) -> Result<(), Refusal> {
        self.app.act_here(Command::Reward(Box::new(deed)))
    }
}

/// The page.
#[component]
pub fn RewardsPage() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let view = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&TABLES, |it| rewards_view(it, lang.get(), today))
    });
    let desk = Desk { app, lang, view, grant: Form::closed() };
    let grant = desk.grant;
    if let Route::Rewards(Some(occasion)) = app.route().get_untracked() {
        let (to, reason) = app.peek(|it| begun_with(it, lang.get_untracked(), occasion));
        let occasion = Some(occasion);
        grant.show(Grant { to, reason, occasion, ..Grant::default() });
    }
    view! {
        <div class="content thanks" data-testid="rewards-page">
            <div class="toolbar">
                <span class="toolbar__count" data-testid="rewards-headline">
                    {move || view.read().headline.clone()}
                </span>
                <span class="toolbar__rest">
                    <Button
                        kind=ButtonKind::Primary
                        icon=Icon::Plus
                        label=move || lang.get().rewards_give()
                        on_press=move || grant.show(Grant::default())
                        attr:data-testid="points-give"
                    />
                </span>
            </div>
            <Show when=move || grant.is_open().get()>
                <GrantForm desk />
            </Show>
            <Waiting desk />
            <Balances desk />
            <Catalogue desk />
            <Budgets desk />
            <Settled desk />
        </div>
    }
}

/// What waits to be handed over.
#[component]
fn Waiting(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let row = move |line: RedemptionLine| view! { <Redeemed desk line /> };
    let none = move || view.read().waiting.is_empty().then(|| lang.get().rewards_waiting_none());
    view! {
        <section class="section" data-testid="rewards-waiting">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().rewards_waiting()}</h2>
            </div>
            <p class="section__note">{none}</p>
            <ul class="list">
                {move || view.read().waiting.clone().into_iter().map(row).collect_view()}
            </ul>
        </section>
    }
}

/// What was handed over or cancelled.
#[component]
fn Settled(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let row = move |line: RedemptionLine| view! { <Redeemed desk line /> };
    view! {
        <Show when=move || !view.read().settled.is_empty()>
            <section class="section" data-testid="rewards-settled">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().rewards_settled()}</h2>
                </div>
                <ul class="list">
                    {move || view.read().settled.clone().into_iter().map(row).collect_view()}
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn Redeemed(desk: Desk, line: RedemptionLine) -> impl IntoView {
    let lang = desk.lang;
    let RedemptionLine { id, who, what, note, state } = line;
    let buttons = (state == RedemptionState::Asked).then(|| {
        view! {
            <div class="actions">
                <Button
                    icon=Icon::Check
                    label=move || lang.get().rewards_hand_over()
                    on_press=move || desk.act(RewardDeed::HandOver(id))
                    attr:data-testid="redemption-hand-over"
                />
                <Button
                    icon=Icon::Undo
                    label=move || lang.get().rewards_cancel()
                    on_press=move || desk.act(RewardDeed::Cancel(id))
                    attr:data-testid="redemption-cancel"
                />
            </div>
        }
    });
    view! {
        <li class="list__row rewards__row" data-testid="redemption">
            <Avatar name=who.clone() />
            <span class="list__main">
                <span class="list__name">{who}</span>
                <span>{what}</span>
                <span class="list__note">{note}</span>
            </span>
            {buttons}
        </li>
    }
}

/// Who holds how much.
#[component]
fn Balances(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let row = move |line: BalanceLine| {
        let BalanceLine { person, name, note, points } = line;
        view! {
            <li>
                <a
                    class="list__row"
                    href=Route::Growth(person, GrowthTab::Points).href()
                    data-testid="balance"
                >
                    <Avatar name=name.clone() />
                    <span class="list__main">
                        <span class="list__name">{name}</span>
                        <span class="list__note">{note}</span>
                    </span>
                    <span class="list__figure">{points}</span>
                    <IconView icon=Icon::Forward />
                </a>
            </li>
        }
    };
    view! {
        <section class="section" data-testid="rewards-balances">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().rewards_balances()}</h2>
            </div>
            <ul class="list">
                {move || view.read().balances.clone().into_iter().map(row).collect_view()}
            </ul>
            <p class="section__note">{move || lang.get().rewards_balances_note()}</p>
        </section>
    }
}
