//! A person's figures, and how each was computed.

use leptos::prelude::*;

use super::person::Desk;
use crate::domain::goal::Bearer;
use crate::domain::id::PersonId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::GoalCertificate;
use crate::present::format;
use crate::present::goals::certificate::{self, Certificate as Paper, Figure as GoalFigure};
use crate::present::goals::{GoalsView, TABLES};
use crate::present::insight::{
    self, Figure as InsightFigure, InsightAddress, Measure, Recorded, Scope,
};
use crate::present::team::words::{sums, win_rate, won as won_words};
use crate::runtime::app::App;
use crate::ui::Figure;

/// A figure of a person.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Explained {
    /// What was won this quarter.
    Won,
    /// One that the insight page has, too.
    Told(InsightFigure),
}

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
        line.as_ref().map(|it| won_words(lang.get(), &it.won, home.get())).unwrap_or_default()
    };
    let won_label = move || lang.get().team_won_in(&format::period(lang.get(), quarter.get()));
    let rate =
        Memo::new(move |_| win_rate(lang.get(), line.read().as_ref().and_then(|it| it.rate)));
    let explain = move |figure: InsightFigure| {
        Callback::new(move |()| opened.set(Some(Explained::Told(figure.clone()))))
    };
    view! {
        <div class="counts" data-testid="person-figures">
            <div class="counts__item">
                <span class="counts__figure">
                    <Figure value=open label=move || lang.get().team_open() on_explain=explain(InsightFigure::Open) />
                </span>
                <span class="counts__name">{move || lang.get().team_open()}</span>
            </div>
            <div class="counts__item">
                <span class="counts__figure">
                    <Figure value=worth label=move || lang.get().team_open_value() on_explain=explain(InsightFigure::OpenValue) />
                </span>
                <span class="counts__name">{move || lang.get().team_open_value()}</span>
            </div>
            <div class="counts__item">
                <span class="counts__figure">
                    <Figure value=won label=won_label on_explain=move || opened.set(Some(Explained::Won)) attr:data-testid="person-won" />
                </span>
                <span class="counts__name">{won_label}</span>
            </div>
            <div class="counts__item person__rate">
                <span class="counts__figure">
                    <Figure
                        value=move || rate.read().0.clone()
                        label=move || lang.get().team_win_rate()
                        on_explain=explain(InsightFigure::Group(None, Measure::Rate))
                        attr:data-testid="person-rate"
                    />
                </span>
                <span class="counts__name">{move || lang.get().team_win_rate()} " · " {move || rate.read().1.clone()}</span>
            </div>
        </div>
    }
}

/// How a figure of a person was computed; `None` where there is none.
pub(super) fn paper(app: App, lang: Lang, id: PersonId, figure: &Explained) -> Option<Paper> {
    let (today, bearer) = (app.today().get(), Bearer::Person(id));
    match figure {
        Explained::Won => app.view(&TABLES, |it| {
            let quarter = it.settings().fiscal_start().quarter_of(today);
            let goals = GoalsView::new(it, quarter, today)?;
            certificate::certificate(it, lang, &goals, bearer, GoalFigure::Won)
        }),
        Explained::Told(figure) => app.view(&insight::TABLES, |workspace| {
            let address = InsightAddress { who: bearer, ..InsightAddress::default() };
            let scope = Scope { workspace, lang, today, address: &address };
            insight::certificate::certificate(scope, &Recorded::new(), figure)
        }),
    }
}

/// How the figure that was tapped was computed.
#[component]
pub(super) fn FigureSheet(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, opened, .. } = desk;
    let paper = Memo::new(move |_| paper(app, lang.get(), id.get(), &opened.get()?));
    view! { <GoalCertificate paper on_close=move |()| opened.set(None) /> }
}
