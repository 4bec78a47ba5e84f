//! Handing the tablet to a customer: about which deal, from whom; and the PIN that takes it back.

use leptos::prelude::*;

use super::survey::Desk;
use crate::domain::face::Face;
use crate::domain::workspace::Table;
use crate::pages::common::PinForm;
use crate::present::surveys::{DEAL_TABLES, customers, deals};
use crate::runtime::faces::{NotTurned, has_pin, turn};
use crate::runtime::kiosk;
use crate::ui::{Button, ButtonKind, Choice, Icon, SearchField, SelectField};

/// Whom it asks about what, and the one tap that turns the tablet.
#[component]
pub(super) fn HandOver(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, view, .. } = desk;
    let (deal, customer) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let typed = RwSignal::new(String::new());
    let refused = RwSignal::new(None::<NotTurned>);
    let needs_pin = move || refused.get() == Some(NotTurned::NoPin) && !has_pin();
    let closed = Memo::new(move |_| view.read().as_ref().is_none_or(|it| it.survey.closed));
    let first = move || Choice::new("", lang.get().survey_no_deal());
    let with_first =
        move |all: Vec<Choice>| std::iter::once(first()).chain(all).collect::<Vec<_>>();
    let deal_choices = move || {
        let (today, typed) = (app.today().get(), typed.get());
        let chosen = deal.get().parse().ok();
        let lang = lang.get();
        let all = app.view(&DEAL_TABLES, |it| deals(it, lang, today, &typed, chosen));
        with_first(all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect())
    };
    let customer_choices = move || {
        let all = app.view(&[Table::Customers], customers);
        with_first(all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect())
    };
    let hand = move || {
        let (deal, customer) = (deal.get_untracked().parse(), customer.get_untracked().parse());
        let turned = kiosk::about(deal.ok(), customer.ok())
            .and_then(|()| turn(app, Face::Client(id.get_untracked())));
        refused.try_set(turned.err());
    };
    let told = move || {
        let why = refused.get().filter(|it| *it != NotTurned::NoPin || !has_pin())?;
        Some(why.words(lang.get()))
    };
    view! {
        <section class="section" data-testid="survey-hand">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().survey_hand()}</h2>
            </div>
            <p class="section__note">{move || lang.get().survey_hand_note()}</p>
            <SearchField
                label=move || lang.get().survey_find_deal()
                value=typed
                on_input=move |it| typed.set(it)
                attr:data-testid="survey-find-deal"
            />
            <div class="form__row">
                <SelectField
                    label=move || lang.get().survey_for_deal()
                    choices=Signal::derive(deal_choices)
                    value=deal
                    on_change=move |it| deal.set(it)
                    attr:data-testid="survey-deal"
                />
                <Show when=move || deal.read().is_empty()>
                    <SelectField
                        label=move || lang.get().survey_for_customer()
                        choices=Signal::derive(customer_choices)
                        value=customer
                        on_change=move |it| customer.set(it)
                    />
                </Show>
            </div>
            <p class="section__note" role="alert" data-testid="survey-refused">{told}</p>
            // Setting the PIN hands it over at once.
            <Show
                when=needs_pin
                fallback=move || {
                    view! {
                        <div class="actions actions--start">
                            <Button
                                kind=ButtonKind::Primary
                                icon=Icon::Person
                                label=move || lang.get().survey_hand()
                                disabled=closed
                                on_press=hand
                                attr:data-testid="survey-turn"
                            />
                        </div>
                    }
                }
            >
                <PinForm on_set=hand />
            </Show>
        </section>
    }
}
