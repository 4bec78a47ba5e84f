//! How a figure was computed, beside the page.

use leptos::prelude::*;

use super::Desk;
use crate::pages::common::GoalCertificate;
use crate::present::forecast::TABLES;
use crate::present::forecast::certificate::certificate;

/// The certificate of the figure that was tapped.
#[component]
pub(super) fn FigureSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, past, opened, .. } = desk;
    let paper = Memo::new(move |_| {
        let figure = opened.get()?;
        let (view, past) = (view.get()?, past.get()?);
        app.view(&TABLES, |it| certificate(it, lang.get(), &view, past.passed(), figure))
    });
    view! { <GoalCertificate paper on_close=move |()| opened.set(None) /> }
}
