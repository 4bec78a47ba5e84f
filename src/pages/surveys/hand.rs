//! Handing the tablet to a customer: about which deal, from whom; and the PIN that takes it back.

use leptos::prelude::*;

use super::survey::Desk;
use crate::domain::face::Face;
use crate::domain::workspace::Table;
use crate::pages::common::PinForm;
use crate::present::surveys::{customers, deals};
use crate::runtime::faces::{NotTurned, has_pin, turn};
use crate::runtime::kiosk;
use crate::ui::{Button, ButtonKind, Choice, Icon, SelectField};

/// Whom it asks about what, and the one tap that turns the tablet.
#[component]
pub(super) fn HandOver(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, view, .. } = desk;
    let (deal, customer) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let needs_pin = RwSignal::new(false);
    let closed = Memo::new(move |_| view.read().as_ref().is_none_or(|it| it.survey.closed));
    let first = move || Choice::new("", lang.get().survey_no_deal());
    let with_first =
        move |all: Vec<Choice>| std::iter::once(first()).chain(all).collect::<Vec<_>>();
    let deal_choices = move || {
        let all = app.view(&[Table::Leads, Table::Customers], deals);
        with_first(all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect())
    };
    let customer_choices = move || {
        let all = app.view(&[Table::Customers], customers);
        with_first(all.into_iter().map(|(id, name)| Choice::new(id.to_string(), name)).collect())
    };
    let hand = move || {
        kiosk::about(deal.get_untracked().parse().ok(), customer.get_untracked().parse().ok());
        if turn(app, Face::Client(id.get_untracked())) == Err(NotTurned::NoPin) {
            needs_pin.set(true);
        }
    };
    view! {
        <section class="section" data-testid="survey-hand">
            <div class="section__head">
                <h2 class="section__title">{move || lang.get().survey_hand()}</h2>
            </div>
            <p class="section__note">{move || lang.get().survey_hand_note()}</p>
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
            <Show when=move || needs_pin.get() && !has_pin()>
                <p class="section__note" role="alert">{move || lang.get().pin_needed()}</p>
                <PinForm on_set=hand />
            </Show>
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
        </section>
    }
}
