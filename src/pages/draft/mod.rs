//! The draft: people take turns at picking leads, on the tablet in front of everybody.

mod ending;
mod offers;
mod running;
mod set_up;
mod shares;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::command::Command;
use crate::domain::draft::clock::Left;
use crate::domain::draft::{Offer, Standing, Took};
use crate::domain::id::DraftId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::assign::TABLES;
use crate::present::draft::{Deal, DraftView, OfferRow, deal, deal_tables, draft_view, offer_row};
use crate::runtime::app::{App, use_app};
use crate::runtime::turn_timer::TurnTimer;
use running::Running;
use set_up::SetUp;

/// What the parts of the page share while a draft is underway.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    deal: Memo<Option<Deal>>,
    standing: Memo<Option<Arc<Standing>>>,
    view: Memo<DraftView>,
    /// The leads that are left, as they suit whoever is on turn.
    offers: Memo<Vec<Offer>>,
    timer: TurnTimer,
}

impl Desk {
    fn new(app: App) -> Desk {
        let lang = app.lang();
        let deal = Memo::new(move |_| {
            let today = app.today().get();
            app.view(&deal_tables(), |it| deal(it, today))
        });
        let standing = Memo::new(move |_| {
            let deal = deal.read();
            let deal = deal.as_ref()?;
            Some(app.view(&[Table::DraftTurns], |it| Arc::new(deal.standing(it))))
        });
        let view = Memo::new(move |_| {
            let (deal, standing, today) = (deal.read(), standing.get(), app.today().get());
            let Some((deal, standing)) = deal.as_ref().zip(standing) else {
                return DraftView::default();
            };
            app.view(&TABLES, |it| draft_view(it, lang.get(), today, deal, &standing))
        });
        let offers = Memo::new(move |_| {
            let (deal, standing) = (deal.read(), standing.get());
            let on_turn = deal.as_ref().zip(standing).and_then(|(deal, standing)| {
                let person = standing.turn()?.person;
                Some(standing.offers(&deal.survey, person))
            });
            on_turn.unwrap_or_default()
        });
        Desk { app, lang, deal, standing, view, offers, timer: TurnTimer::new() }
    }

    /// The turn that is shown, in which draft.
    fn turn(self) -> Option<(DraftId, i64)> {
        let id = self.deal.read().as_ref()?.id;
        Some((id, self.view.read().on_turn.as_ref()?.number))
    }

    /// Takes the turn that is shown.
    fn take(self, took: Took) {
        if let Some((id, number)) = untrack(|| self.turn()) {
            self.app.act(Command::TakeTurn(id, number, took));
        }
    }

    /// One of the leads that are left.
    fn row(self, offer: &Offer) -> Option<OfferRow> {
        let (deal, lang, today) = (self.deal.read(), self.lang.get(), self.app.today().get());
        let survey = &deal.as_ref()?.survey;
        // Names may change while what the rules look at stays.
        self.app.view(&TABLES, |it| Some(offer_row(it, lang, today, survey, offer)))
    }

    /// What fits best, where anything is allowed.
    fn best(self) -> Option<OfferRow> {
        let best = self.offers.read().first().copied().filter(|it| it.fit.is_ok())?;
        self.row(&best)
    }

    /// Whether the time of the turn is up.
    fn is_over(self) -> bool {
        let seconds = self.view.read().seconds;
        seconds.is_some_and(|it| matches!(self.timer.left(it), Left::Over(_)))
    }
}

/// The draft that is underway, or what is agreed before one.
#[component]
pub fn DraftPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let is_running = Memo::new(move |_| desk.deal.read().is_some());
    let turn = Memo::new(move |_| desk.turn());
    Effect::new(move |_| desk.timer.follow(turn.get()));
    view! {
        <Show when=move || is_running.get() fallback=move || view! { <SetUp desk /> }>
            <Running desk />
        </Show>
    }
}
