//! How a figure was computed, beside the page.

use leptos::prelude::*;

use super::Desk;
use crate::domain::behind::Behind;
use crate::domain::workspace::Table;
use crate::pages::common::GoalCertificate;
use crate::present::forecast::TABLES;
use crate::present::forecast::added::{Added, added};
use crate::present::forecast::certificate::certificate;

/// The tables that certificates are read from: those of forecasts, and what is assumed.
const ASSUMED: [Table; TABLES.len() + 1] = {
    let mut tables = [Table::Assumptions; TABLES.len() + 1];
    let mut place = 0;
    while place < TABLES.len() {
        tables[place] = TABLES[place];
        place += 1;
    }
    tables
};

/// The certificate of the figure that was tapped.
#[component]
pub(super) fn FigureSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, past, trend, opened, .. } = desk;
    let paper = Memo::new(move |_| {
        let figure = opened.get()?;
        let (view, past) = (view.get()?, past.get()?);
        let trend = trend.read();
        app.view(&ASSUMED, |it| certificate(it, lang.get(), (&view, &trend), past.passed(), figure))
    });
    let adds = move |record: Behind| -> Option<Added> {
        let Behind::Lead(id) = record else { return None };
        let (figure, view) = (opened.get()?, view.get()?);
        app.view(&ASSUMED, |it| added(it, lang.get(), &view, figure, id))
    };
    view! {
        <GoalCertificate
            paper
            amount=Callback::new(move |it| adds(it).map(|it| it.amount))
            how=Callback::new(move |it| adds(it).map(|it| it.how))
            on_close=move |()| opened.set(None)
        />
    }
}
