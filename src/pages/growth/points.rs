//! The points of a person: the balance, every line of the ledger, and what they bring. On the
//! person's own face nothing is taken back or handed over.

use leptos::prelude::*;

use super::Desk;
use crate::domain::command::Command;
use crate::domain::id::PointEntryId;
use crate::domain::reward::RewardDeed;
use crate::pages::common::Refused;
use crate::present::rewards::{
    EntryLine, OfferLine, PointsView, RedemptionLine, TABLES, points_view,
};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, Form, FormActions, Icon, Notice, TextField, Tone};

/// What is taken back, and why.
type TakenBack = (Option<PointEntryId>, String);

#[component]
pub(super) fn Points(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let view = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        app.view(&TABLES, |it| points_view(it, lang.get(), today, id))
    });
    let below = move || {
        let words = lang.get().points_below().to_owned();
        view.read().below.then(|| view! { <Notice tone=Tone::Warn words /> })
    };
    view! {
        <section class="headline" data-testid="points-balance">
            <p class="headline__sentence">
                {move || lang.get().points_balance(&view.read().balance)}
            </p>
            {below}
        </section>
        <Offers desk view />
        <Ledger desk view />
        <Redeemed desk view />
    }
}

/// What points bring, and why something is out of reach.
#[component]
fn Offers(desk: Desk, view: Memo<PointsView>) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let row = move |line: OfferLine| {
        let OfferLine { id: item, name, note, points, why_not } = line;
        let can = why_not.is_empty();
        let named = name.clone();
        let redeem = move || {
            let deed = RewardDeed::Redeem(app.draw_id().into(), id.get_untracked(), item);
            app.act(Command::Reward(Box::new(deed)));
        };
        let button = can.then(|| {
            view! {
                <Button
                    icon=Icon::Check
                    label=move || lang.get().points_redeem()
                    on_press=redeem
                    attr:aria-label=move || lang.get().points_redeem_what(&named)
                    attr:data-testid="points-redeem"
                />
            }
        });
        view! {
            <li class="list__row" data-testid="offer">
                <span class="list__main">
                    <span class="list__name">{name}</span>
                    <span class="list__note">{note}</span>
                    <span class="list__note">{why_not}</span>
                </span>
                <span class="list__figure">{points}</span>
                {button}
            </li>
        }
    };
    let none = move || view.read().offers.is_empty().then(|| lang.get().catalogue_nothing());
    view! {
        <section class="section" data-testid="points-offers">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().points_offers()}</h3>
            </div>
            <p class="section__note">{none}</p>
            <ul class="list">
                {move || view.read().offers.clone().into_iter().map(row).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Ledger(desk: Desk, view: Memo<PointsView>) -> impl IntoView {
    let Desk { app, lang, manages, .. } = desk;
    let form = Form::<TakenBack, Refusal>::closed();
    let save = move || {
        let (Some(id), why) = form.draft.get_untracked() else { return };
        form.settle(app.act_here(Command::Reward(Box::new(RewardDeed::Reverse(id, why)))));
    };
    let (why, set_why) = form.text(|it| &mut it.1);
    let row = move |line: EntryLine| {
        let EntryLine { id, points, reason, note, can_go } = line;
        let button = (can_go && manages.get()).then(|| {
            view! {
                <Button
                    icon=Icon::Undo
                    label=move || lang.get().points_take_back()
                    on_press=move || form.show((Some(id), String::new()))
                    attr:data-testid="points-take-back"
                />
            }
        });
        view! {
            <li class="list__row" data-testid="points-line">
                <span class="list__main">
                    <span class="list__name">{reason}</span>
                    <span class="list__note">{note}</span>
                </span>
                <span class="list__figure">{points}</span>
                {button}
            </li>
        }
    };
    let none = move || view.read().lines.is_empty().then(|| lang.get().points_ledger_none());
    view! {
        <section class="section" data-testid="points-ledger">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().points_ledger()}</h3>
            </div>
            <Show when=move || form.is_open().get()>
                <div class="form">
                    <TextField
                        label=move || lang.get().points_take_back_why()
                        value=why
                        on_input=set_why
                        on_enter=save
                        attr:data-testid="points-why"
                    />
                    <Refused refusal=form.refusal() />
                    <div class="actions">
                        <FormActions
                            name="points-back-save"
                            label=Signal::derive(move || lang.get().points_take_back().to_owned())
                            on_cancel=move || form.close()
                            on_save=save
                        />
                    </div>
                </div>
            </Show>
            <p class="section__note">{none}</p>
            <ul class="list">
                {move || view.read().lines.clone().into_iter().map(row).collect_view()}
            </ul>
            <p class="section__note">{move || lang.get().points_ledger_note()}</p>
        </section>
    }
}

#[component]
fn Redeemed(desk: Desk, view: Memo<PointsView>) -> impl IntoView {
    let lang = desk.lang;
    let row = |line: RedemptionLine| {
        view! {
            <li class="list__row">
                <span class="list__main">
                    <span class="list__name">{line.what}</span>
                    <span class="list__note">{line.note}</span>
                </span>
            </li>
        }
    };
    view! {
        <Show when=move || !view.read().redeemed.is_empty()>
            <section class="section" data-testid="points-redeemed">
                <div class="section__head">
                    <h3 class="section__title">{move || lang.get().points_redeemed()}</h3>
                </div>
                <ul class="list">
                    {move || view.read().redeemed.clone().into_iter().map(row).collect_view()}
                </ul>
            </section>
        </Show>
    }
}
