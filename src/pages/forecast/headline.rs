//! Will we make it, and what the answer is made of.

use leptos::prelude::*;

use super::Desk;
use crate::i18n::Lang;
use crate::present::forecast::certificate::Figure as ForecastFigure;
use crate::present::forecast::{ForecastView, words};
use crate::present::format;
use crate::present::goals::Phase;
use crate::ui::{Figure, FigureSize};

/// The one figure of the page and its sentences.
#[component]
pub(super) fn Headline(desk: Desk) -> impl IntoView {
    let Desk { view, opened, .. } = desk;
    let label = desk.part(|lang, view| words::headline(lang, view).0);
    let value = desk.part(|lang, view| words::headline(lang, view).1);
    let of =
        desk.part(|lang, view| view.quota.map(|it| lang.forecast_of(&words::amount(lang, it))));
    let sentences = desk.part(words::sentences);
    let explain = move |()| {
        let lands = view.read().as_ref().is_some_and(|it| it.landed.is_some());
        let figure = if lands { ForecastFigure::Landing } else { ForecastFigure::Won };
        opened.set(Some(figure));
    };
    let line = |words: String| view! { <p class="headline__sentence">{words}</p> };
    view! {
        <section class="headline" data-testid="forecast-headline">
            <p class="headline__note">{label}</p>
            <p class="goals__headline-figure">
                <Figure
                    value
                    label
                    size=FigureSize::Headline
                    on_explain=explain
                    attr:data-testid="forecast-lands"
                />
                <span class="headline__of">{of}</span>
            </p>
            <div data-testid="forecast-sentence">
                {move || sentences.get().into_iter().map(line).collect_view()}
            </div>
        </section>
    }
}

/// What a figure is called, its value, and what to say of it.
type Words = [String; 3];

/// What is won, what open leads bring, what new ones do, and the chance; nothing of it once the
/// period is over.
#[component]
pub(super) fn Parts(desk: Desk) -> impl IntoView {
    let Desk { lang, view, opened, .. } = desk;
    let is_over = move || view.read().as_ref().is_none_or(|it| it.phase == Phase::Over);
    let lines = Memo::new(move |_| {
        let view = view.read();
        view.as_ref().map(|view| lines(lang.get(), view)).unwrap_or_default()
    });
    let notes = desk.part(words::notes);
    let figures = move || lines.read().iter().map(|it| it.0).collect::<Vec<_>>();
    // A row stays while its words change: what is found out later takes no figure from under a finger.
    let row = move |figure: ForecastFigure| {
        let words = Memo::new(move |_| {
            let lines = lines.read();
            let found = lines.iter().find(|it| it.0 == figure);
            found.map(|it| it.1.clone()).unwrap_or_default()
        });
        let [name, value, note] =
            [0, 1, 2].map(|at| Signal::derive(move || words.read()[at].clone()));
        view! {
            <li class="list__row">
                <span class="list__main">
                    <span class="list__name">{name}</span>
                    <span class="list__note">{note}</span>
                </span>
                <span class="list__figure">
                    <Figure value label=name on_explain=move || opened.set(Some(figure)) />
                </span>
            </li>
        }
    };
    let note = |words: String| view! { <p class="section__note">{words}</p> };
    view! {
        <section class="section" hidden=is_over data-testid="forecast-parts">
            <div class="section__head">
                <h3 class="section__title">{move || lang.get().forecast_parts()}</h3>
            </div>
            <ul class="list">
                <For each=figures key=|it| *it children=row />
            </ul>
            <div class="goals__notes">{move || notes.get().into_iter().map(note).collect_view()}</div>
        </section>
    }
}

fn lines(lang: Lang, view: &ForecastView) -> Vec<(ForecastFigure, Words)> {
    let outlook = &view.outlook;
    let mean = |minor: f64| words::about(lang, view.money(minor.round() as i64));
    let count = |n: usize| format::count(lang, n as u64);
    let fresh = match outlook.fresh.len() {
        0 => lang.forecast_fresh_none().to_owned(),
        n => lang.forecast_fresh_note(&count(n)),
    };
    let mut lines = vec![
        (
            ForecastFigure::Won,
            [
                lang.forecast_won().to_owned(),
                words::amount(lang, view.money(outlook.won)),
                String::new(),
            ],
        ),
        (
            ForecastFigure::Open,
            [
                lang.forecast_from_open().to_owned(),
                mean(outlook.open_mean()),
                lang.forecast_open_note(&count(outlook.open.len())),
            ],
        ),
        (
            ForecastFigure::Fresh,
            [lang.forecast_from_fresh().to_owned(), mean(outlook.fresh_mean()), fresh],
        ),
    ];
    let chance = view.landed.as_ref().and_then(|it| it.chance);
    lines.extend(chance.map(|it| {
        let name = lang.forecast_chance_name().to_owned();
        (ForecastFigure::Chance, [name, words::chance(lang, it), String::new()])
    }));
    lines
}
