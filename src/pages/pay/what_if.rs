//! What if: tick open deals, drag their amounts, watch the payout.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::{Desk, WayBack};
use crate::domain::calendar::Period;
use crate::domain::id::{LeadId, PayPlanId, PersonId};
use crate::domain::money::Money;
use crate::pages::common::ShowMore;
use crate::present::pay::TABLES;
use crate::present::pay::what_if::{Case, Cause, Offer, Ticked, WhatIfView, offers};
use crate::ui::{CheckField, Meter, Notice, Tone};

/// How many deals stand there at first.
const SHOWN: usize = 30;

/// Nothing here changes a record.
#[component]
pub(super) fn WhatIf(
    desk: Desk,
    plan: PayPlanId,
    person: PersonId,
    period: Period,
) -> impl IntoView {
    let Desk { app, lang } = desk;
    let (ticked, shown) = (RwSignal::new(BTreeMap::<LeadId, Money>::new()), RwSignal::new(SHOWN));
    let all = Memo::new(move |_| app.view(&TABLES, |it| offers(it, lang.get(), plan, person)));
    let view = Memo::new(move |_| {
        let case = Case { plan, person, period, today: app.today().get() };
        let ticked: Ticked = ticked.get().into_iter().collect();
        app.view(&TABLES, |it| WhatIfView::new(it, lang.get(), case, &ticked))
    });
    let part = move |get: fn(&WhatIfView) -> String| move || view.read().as_ref().map(get);
    let error = move || view.get().and_then(|it| it.error);
    let causes = Memo::new(move |_| view.get().map(|it| it.causes).unwrap_or_default());
    let next = Signal::derive(move || view.get().and_then(|it| it.next).unwrap_or_default());
    let along = Signal::derive(move || view.get().and_then(|it| it.along).unwrap_or_default());
    let has_next = Memo::new(move |_| view.get().is_some_and(|it| it.next.is_some()));
    let row = move |offer: Offer| view! { <OfferRow desk offer ticked /> };
    let cause = |it: Cause| view! { <dt>{it.words}</dt><dd class="figures">{it.amount}</dd> };
    let left = move || all.read().len().saturating_sub(shown.get());
    let none = move || {
        all.read()
            .is_empty()
            .then(|| view! { <p class="section__note">{lang.get().what_if_none()}</p> })
    };
    view! {
        <div class="content" data-testid="pay-what-if">
            <WayBack desk />
            <section class="headline">
                <p class="headline__note">{part(|it| it.title.clone())}</p>
                <p class="headline__line">
                    <span class="headline__figure" data-testid="what-if-then">{part(|it| it.then.clone())}</span>
                    <span class="headline__of" data-testid="what-if-change">{part(|it| it.change.clone())}</span>
                </p>
                <p class="headline__sentence">
                    {move || lang.get().what_if_now()} " " <span data-testid="what-if-now">{part(|it| it.now.clone())}</span>
                </p>
            </section>
            <Show when=move || !causes.read().is_empty()>
                <section class="section" data-testid="what-if-causes">
                    <h2 class="section__title">{move || lang.get().what_if_because()}</h2>
                    <dl class="facts">{move || causes.get().into_iter().map(cause).collect_view()}</dl>
                </section>
            </Show>
            {move || error().map(|it| view! { <Notice tone=Tone::Warn words=it /> })}
            <Show when=move || has_next.get()>
                <div class="pay__along">
                    <p class="section__note">{next}</p>
                    <Meter label=next share=along />
                </div>
            </Show>
            <section class="section">
                <h2 class="section__title">{move || lang.get().what_if_pick()}</h2>
                {none}
                <ul class="list">
                    {move || all.get().into_iter().take(shown.get()).map(row).collect_view()}
                </ul>
                <ShowMore left=Signal::derive(left) on_more=move || shown.update(|it| *it += SHOWN) />
            </section>
        </div>
    }
}

#[component]
fn OfferRow(desk: Desk, offer: Offer, ticked: RwSignal<BTreeMap<LeadId, Money>>) -> impl IntoView {
    let lang = desk.lang;
    let Offer { lead, name, amount, worth } = offer;
    let Money { minor, currency } = worth;
    let is_ticked = Signal::derive(move || ticked.read().contains_key(&lead));
    let tick = move |on: bool| {
        ticked.update(|all| {
            all.retain(|it, _| *it != lead);
            all.extend(on.then_some((lead, worth)));
        });
    };
    let now = move || ticked.read().get(&lead).copied().unwrap_or(worth);
    let drag = move |event: leptos::ev::Event| {
        if let Ok(number) = event_target_value(&event).parse::<i64>() {
            ticked.update(|all| all.extend([(lead, Money::new(number, currency))]));
        }
    };
    // The slider goes by whole units; what is ticked and not dragged keeps its last digit.
    let scale = currency.scale();
    let most = minor.saturating_mul(3).max(1_000 * scale) / scale * scale;
    let step = (most / scale / 300).max(1) * scale;
    let slider_name = {
        let name = name.clone();
        move || lang.get().what_if_amount(&name)
    };
    let words = {
        let name = name.clone();
        move || lang.get().what_if_tick(&name)
    };
    view! {
        <li class="pay__offer" data-testid="what-if-offer">
            <CheckField label=words checked=is_ticked on_change=tick />
            <input
                type="range"
                class="pay__slider"
                min="0"
                max=most.to_string()
                step=step.to_string()
                aria-label=slider_name
                prop:value=move || now().minor.to_string()
                on:input=drag
            />
            <span class="figures pay__offered">
                {move || match is_ticked.get() && now() != worth {
                    true => crate::present::pay::what_if::amount(lang.get(), now(), &amount),
                    false => amount.clone(),
                }}
            </span>
        </li>
    }
}
