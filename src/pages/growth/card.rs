//! The scorecard.

use leptos::prelude::*;

use super::Desk;
use crate::domain::aim::AimFigure;
use crate::domain::scorecard::{Trait, Verdict};
use crate::pages::common::FoundCertificate;
use crate::present::format;
use crate::present::growth::certificate::certificate;
use crate::present::growth::{CardView, Compared, GrowthTab, TABLES, TraitLine, card};
use crate::present::team::GoalLine;
use crate::runtime::route::Route;
use crate::ui::{Badge, Button, Column, Figure, Icon, Table, Tone};

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
    let explained = RwSignal::new(None);
    let row = move |line: TraitLine| {
        let TraitLine { of, name, own, others, verdict } = line;
        // The history that stands behind records is the manager's.
        let own = match manages.get_untracked() {
            true => {
                let explain = move |()| explained.set(Some(of));
                view! { <Figure value=move || own.clone() label=move || name on_explain=explain /> }
                    .into_any()
            }
            false => own.into_any(),
        };
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
    let notes = move || view.read().as_ref().map(|it| it.notes.clone()).unwrap_or_default();
    let note = |words: String| view! { <p class="section__note">{words}</p> };
    view! {
        <section class="section" data-testid="card-figures">
            <Table caption=move || lang.get().growth_card() columns>
                {move || lines().into_iter().map(row).collect_view()}
            </Table>
            <p class="section__note">{move || view.read().as_ref().map(|it| it.how)}</p>
            {move || notes().into_iter().map(note).collect_view()}
        </section>
        <Show when=move || manages.get()>
            <Explained desk explained />
        </Show>
    }
}

/// How the figure that was tapped was read.
#[component]
fn Explained(desk: Desk, explained: RwSignal<Option<Trait>>) -> impl IntoView {
    let Desk { app, lang, id, .. } = desk;
    let found = Memo::new(move |_| {
        let (of, today) = (explained.get()?, app.today().get());
        app.view(&TABLES, |it| certificate(it, lang.get(), today, (id.get(), of)))
    });
    view! {
        <FoundCertificate found on_close=move |()| explained.set(None) />
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
