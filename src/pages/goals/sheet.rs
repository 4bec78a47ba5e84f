//! How a figure was computed, beside the table.

use leptos::prelude::*;

use super::Desk;
use crate::pages::common::GoalCertificate;
use crate::present::goals::TABLES;
use crate::present::goals::certificate;

/// The certificate of the figure that was tapped.
#[component]
pub(super) fn GoalSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, opened, .. } = desk;
    let paper = Memo::new(move |_| {
        let (bearer, figure) = opened.get()?;
        let view = view.read();
        app.view(&TABLES, |workspace| {
            certificate::certificate(workspace, lang.get(), view.as_ref()?, bearer, figure)
        })
    });
    view! { <GoalCertificate paper on_close=move |()| opened.set(None) /> }
}
