//! A person's figures, and how what was won this quarter was computed.

use leptos::prelude::*;

use super::person::Desk;
use crate::domain::goal::Bearer;
use crate::domain::workspace::Table;
use crate::pages::common::GoalCertificate;
use crate::present::format;
use crate::present::goals::certificate::{self, Figure as GoalFigure};
use crate::present::goals::{GoalsView, TABLES};
use crate::present::team::words::{sums, win_rate};
use crate::ui::Figure;

/// Open leads, what they are worth, what was won this quarter, the win rate.
#[component]
pub(super) fn PersonFigures(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, opened, .. } = desk;
    let line = Memo::new(move |_| view.read().as_ref().map(|it| it.line.clone()));
    let home = Memo::new(move |_| app.view(&[Table::Settings], |it| it.settings().currency()));
    let quarter = Memo::new(move |_| {
        let today = app.today().get();
        app.view(&[Table::Settings], |it| it.settings().fiscal_start().quarter_of(today))
    });
    let open = move || format::count(lang.get(), line.read().as_ref().map_or(0, |it| it.open));
    let worth = move || {
        let line = line.read();
        line.as_ref().map(|it| sums(lang.get(), &it.open_value, home.get())).unwrap_or_default()
    };
    let won = move || {
        let line = line.read();
        line.as_ref().map(|it| sums(lang.get(), &it.won, home.get())).unwrap_or_default()
    };
    let won_label = move || lang.get().team_won_in(&format::period(lang.get(), quarter.get()));
    let rate =
        Memo::new(move |_| win_rate(lang.get(), line.read().as_ref().and_then(|it| it.rate)));
    view! {
        <div class="counts" data-testid="person-figures">
            <div class="counts__item">
                <span class="counts__figure">{open}</span>
                <span class="counts__name">{move || lang.get().team_open()}</span>
            </div>
            <div class="counts__item">
                <span class="counts__figure">{worth}</span>
                <span class="counts__name">{move || lang.get().team_open_value()}</span>
            </div>
            <div class="counts__item">
                <span class="counts__figure">
                    <Figure value=won label=won_label on_explain=move || opened.set(true) attr:data-testid="person-won" />
                </span>
                <span class="counts__name">{won_label}</span>
            </div>
            <div class="counts__item person__rate">
                <span class="counts__figure">{move || rate.read().0.clone()}</span>
                <span class="counts__name">{move || lang.get().team_win_rate()} " · " {move || rate.read().1.clone()}</span>
            </div>
        </div>
    }
}

/// The certificate of what the person won this quarter.
#[component]
pub(super) fn WonSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, opened, .. } = desk;
    let paper = Memo::new(move |_| {
        let (today, id) = (app.today().get(), id.get());
        opened.get().then(|| {
            app.view(&TABLES, |it| {
                let quarter = it.settings().fiscal_start().quarter_of(today);
                let goals = GoalsView::new(it, quarter, today)?;
                let bearer = Bearer::Person(id);
                certificate::certificate(it, lang.get(), &goals, bearer, GoalFigure::Won)
            })
        })?
    });
    view! { <GoalCertificate paper on_close=move |()| opened.set(false) /> }
}
