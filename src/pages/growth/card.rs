//! The scorecard.

use leptos::prelude::*;

use super::Desk;
use crate::domain::aim::AimFigure;
use crate::domain::scorecard::Verdict;
use crate::present::format;
use crate::present::growth::{CardView, Compared, GrowthTab, TABLES, TraitLine, card};
use crate::present::team::GoalLine;
use crate::runtime::route::Route;
use crate::ui::{Badge, Button, Column, Icon, Table, Tone};

/// Figures of a person, beside those of the others where the manager looks on.
#[component]
pub(super) fn Card(desk: Desk) -> impl IntoView {
    let Desk { app, lang, id, manages, .. } = desk;
    let view = Memo::new(move |_| {
        let (id, today) = (id.get(), app.today().get());
        let compared = if manages.get() { Compared::WithOthers } else { Compared::Alone };
        app.view(&TABLES, |it| card(it, lang.get(), today, id, compared))
    });
    let sentence = move |words: String| view! { <p class="headline__sentence">{words}</p> };
    let sentences = move || view.read().as_ref().map(|it| it.sentences.clone()).unwrap_or_default();
    let work_on = move || {
        let (figure, name) = view.read().as_ref()?.work_on?;
        Some(view! { <WorkOn desk figure name /> })
    };
    view! {
        <section class="headline" data-testid="card-headline">
            {move || sentences().into_iter().map(sentence).collect_view()}
            {work_on}
        </section>
        <Figures desk view />
        <div class="columns">
            <Goals desk view />
            <InHand desk view />
        </div>
    }
}

/// The way from a weakness to coaching.
#[component]
fn WorkOn(desk: Desk, figure: AimFigure, name: &'static str) -> impl IntoView {
    let Desk { app, lang, id, work_on, .. } = desk;
    let go = move || {
        work_on.set(Some(figure));
        app.go(Route::Growth(id.get_untracked(), GrowthTab::Aims));
    };
    view! {
        <Button
            icon=Icon::Goals
            label=move || lang.get().card_work_on(name)
            on_press=go
            attr:data-testid="card-work-on"
        />
    }
}

#[component]
fn Figures(desk: Desk, view: Memo<Option<CardView>>) -> impl IntoView {
    let Desk { lang, manages, .. } = desk;
    let columns = Signal::derive(move || {
        let lang = lang.get();
        let mut columns = vec![
            Column::text("figure", lang.card_figure()),
            Column::figure("own", lang.card_own()),
        ];
        if manages.get() {
            columns.push(Column::figure("others", lang.card_others()));
            columns.push(Column::text("verdict", lang.card_verdict()));
        }
        columns.into_iter().map(Column::unsorted).collect()
    });
    let row = |line: TraitLine| {
        let TraitLine { name, own, others, verdict } = line;
        let more = verdict.map(|(verdict, words)| {
            let (tone, icon) = look(verdict);
            view! {
                <td class="figures">{others}</td>
                <td><Badge label=words tone icon /></td>
            }
        });
        view! {
            <tr data-testid="card-line">
                <th scope="row">{name}</th>
                <td class="figures">{own}</td>
                {more}
            </tr>
        }
    };
    let lines = move || view.read().as_ref().map(|it| it.lines.clone()).unwrap_or_default();
    view! {
        <section class="section" data-testid="card-figures">
            <Table caption=move || lang.get().growth_card() columns>
                {move || lines().into_iter().map(row).collect_view()}
            </Table>
            <p class="section__note">{move || view.read().as_ref().map(|it| it.how)}</p>
        </section>
    }
}

/// The colour and the shape of a verdict; the word beside it says the same.
fn look(verdict: Verdict) -> (Tone, Icon) {
    match verdict {
        Verdict::Strength => (Tone::Good, Icon::Up),
        Verdict::Weakness => (Tone::Bad, Icon::Down),
        Verdict::Alike => (Tone::Plain, Icon::Check),
        Verdict::TooFew => (Tone::Plain, Icon::Info),
    }
}

#[component]
fn Goals(desk: Desk, view: Memo<Option<CardView>>) -> impl IntoView {
    let lang = desk.lang;
    let goals = move || view.read().as_ref().map(|it| it.goals.clone()).unwrap_or_default();
    let none = move || goals().is_empty().then(|| lang.get().card_no_goals());
    let row = move |line: GoalLine| {
        view! {
            <li class="list__row">
                <span class="list__main">
                    <span class="list__name">{format::period(lang.get(), line.period)}</span>
                    <span class="list__note">{line.sentence}</span>
                </span>
            </li>
        }
    };
    view! {
        <section class="section">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().card_goals()}</h3>
            </div>
            <p class="section__note">{none}</p>
            <ul class="list">{move || goals().into_iter().map(row).collect_view()}</ul>
        </section>
    }
}

#[component]
fn InHand(desk: Desk, view: Memo<Option<CardView>>) -> impl IntoView {
    let lang = desk.lang;
    let pipeline = move || view.read().as_ref().map(|it| it.pipeline.clone());
    let activities = move || view.read().as_ref().map(|it| it.activities.clone());
    view! {
        <section class="section">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().card_pipeline()}</h3>
            </div>
            <p>{pipeline}</p>
            <p>{activities}</p>
        </section>
    }
}
