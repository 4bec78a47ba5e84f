//! How the headline was computed.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::pages::common::GoalCertificate;
use crate::present::goals::certificate::{self, Figure};
use crate::present::today::TABLES;

/// The certificate of what was won this quarter.
#[component]
pub(super) fn PaceSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, opened } = desk;
    let paper = Memo::new(move |_| {
        let view = view.read();
        let goals = view.goals.as_ref().filter(|_| opened.get())?;
        app.view(&TABLES, |it| {
            certificate::certificate(it, lang.get(), goals, Bearer::Company, Figure::Won)
        })
    });
    view! { <GoalCertificate paper on_close=move |()| opened.set(false) /> }
}
