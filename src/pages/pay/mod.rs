//! Pay: plans and their builder, what a period pays, statements, what if, replay.
//!
//! Pay is private. Everything of it is in this folder and in `present::pay`, in a part of the page
//! of its own, so that a face for others leaves it out as a whole.

mod builder;
mod check;
mod deal;
mod fields;
mod own;
mod period;
mod plans;
mod replay;
mod sign;
mod statement;
mod twice;
mod what_if;

use leptos::prelude::*;

use crate::domain::face::Face;
use crate::i18n::Lang;
use crate::present::pay::address::PayAddress;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use crate::ui::{ButtonKind, ButtonLink, Icon, focus_page, show_beginning};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
}

impl Desk {
    fn go(self, address: PayAddress) {
        self.app.go(Route::Pay(address));
    }
}

/// The page of the address.
#[component]
pub fn PayPage() -> impl IntoView {
    let app = use_app();
    let desk = Desk { app, lang: app.lang() };
    let route = app.route();
    let address = Memo::new(move |_| match &*route.read() {
        Route::Pay(address) => *address,
        _ => PayAddress::Plans,
    });
    Effect::new(move |before: Option<()>| {
        address.track();
        if before.is_some() {
            show_beginning();
            // The builder begins at its own heading.
            if !matches!(address.get_untracked(), PayAddress::Plan(_)) {
                focus_page();
            }
        }
    });
    move || match address.get() {
        PayAddress::Plans => view! { <plans::Plans desk /> }.into_any(),
        PayAddress::Plan(id) => view! { <builder::Builder desk id /> }.into_any(),
        PayAddress::Period(id, period) => view! { <period::PeriodPay desk id period /> }.into_any(),
        PayAddress::Statement(plan, person, period) => {
            let about = crate::present::pay::statement::About { plan, person, period };
            view! { <statement::Statement desk about /> }.into_any()
        }
        PayAddress::WhatIf(plan, person, period) => {
            view! { <what_if::WhatIf desk plan person period /> }.into_any()
        }
        PayAddress::Deal(lead) => view! { <deal::DealPage desk lead /> }.into_any(),
        PayAddress::Own(person) => view! { <own::Own desk person /> }.into_any(),
        PayAddress::Replay(id) => view! { <replay::Replay desk id /> }.into_any(),
    }
}

/// The way back from a plan and all that is told of it.
#[component]
fn WayBack(desk: Desk) -> impl IntoView {
    let Desk { app, lang } = desk;
    // Somebody who looks at their own pay goes back to that.
    let own = move || match app.face().get() {
        Face::Rep(person) => Some(person),
        _ => None,
    };
    let label = move || match own() {
        Some(_) => lang.get().pay_own_all(),
        None => lang.get().pay_all(),
    };
    let href = move || Route::Pay(own().map_or(PayAddress::Plans, PayAddress::Own)).href();
    view! {
        <ButtonLink
            kind=ButtonKind::Link
            icon=Icon::Back
            label
            href=Signal::derive(href)
            attr:class="button way-back"
        />
    }
}
