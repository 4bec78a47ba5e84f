//! The one figure of the page, and its sentence.

use leptos::prelude::*;

use super::Desk;
use crate::domain::goal::Bearer;
use crate::present::format;
use crate::present::goals::certificate::Figure as GoalFigure;
use crate::present::goals::paced::MeterView;
use crate::present::goals::words::{pace_sentence, projection_sentence, uncounted_sentence};
use crate::present::goals::{Quota, words};
use crate::ui::{Button, ButtonKind, Figure, FigureSize, Icon, Meter};

/// What the company won of its quota, and its pace in one sentence.
#[component]
pub(super) fn Headline(desk: Desk) -> impl IntoView {
    let Desk { lang, period, view, editing, .. } = desk;
    let row = desk.row(Bearer::Company);
    let won = move || {
        row.read().as_ref().map(|row| format::money(lang.get(), row.won)).unwrap_or_default()
    };
    let of = move || {
        let amount = |quota| format::money(lang.get(), quota);
        match row.read().as_ref()?.quota {
            Quota::Set(quota) => Some(lang.get().goals_of_quota(&amount(quota))),
            Quota::Summed(quota) => Some(lang.get().goals_of_summed(&amount(quota))),
            Quota::None => None,
        }
    };
    let sentence = move || match (&*view.read(), &*row.read()) {
        (Some(view), Some(row)) => pace_sentence(lang.get(), view, row),
        _ => String::new(),
    };
    let projected = move || projection_sentence(lang.get(), view.read().as_ref()?);
    let note = move || uncounted_sentence(lang.get(), row.read().as_ref()?);
    let no_quota = move || row.read().as_ref().is_some_and(|row| row.quota == Quota::None);
    let label = move || lang.get().goals_headline(&format::period(lang.get(), period.get()));
    view! {
        <section class="headline" data-testid="goals-headline">
            <p class="headline__note">{label}</p>
            <p class="goals__headline-figure">
                <Figure
                    value=won
                    label=label
                    size=FigureSize::Headline
                    on_explain=move || desk.explain(Bearer::Company.into(), GoalFigure::Won)
                    attr:data-testid="goals-headline-won"
                />
                <span class="headline__of">{of}</span>
            </p>
            <Show when=move || !no_quota()>
                <Attainment desk />
            </Show>
            <p class="headline__sentence" data-testid="goals-sentence">{sentence}</p>
            <p class="headline__note" data-testid="goals-projected">{projected}</p>
            {move || note().map(|note| view! { <p class="headline__note">{note}</p> })}
            <Show when=no_quota>
                <Button
                    kind=ButtonKind::Primary
                    icon=Icon::Goals
                    label=move || lang.get().goals_set_company()
                    on_press=move || editing.set(Some(Bearer::Company))
                    attr:data-testid="goals-set-company"
                />
            </Show>
        </section>
    }
}

/// The bar of the company, with a mark where it should be, and the share in figures.
#[component]
fn Attainment(desk: Desk) -> impl IntoView {
    let Desk { lang, view, .. } = desk;
    let meter =
        Memo::new(move |_| words::meter(lang.get(), view.read().as_ref()?, Bearer::Company));
    let part = move |read: fn(&MeterView) -> f64| {
        Signal::derive(move || meter.read().as_ref().map_or(0.0, read))
    };
    let text = move || meter.read().as_ref().map(|it| it.text.clone()).unwrap_or_default();
    let tone =
        Signal::derive(move || super::cells::tone(meter.read().as_ref().map(|it| it.standing)));
    view! {
        <p class="goals__attainment">
            <Meter
                label=move || lang.get().goals_attained(&text())
                share=part(|it| it.share)
                mark=part(|it| it.mark)
                tone
            />
            <Figure
                value=text
                label=move || lang.get().goals_attainment()
                on_explain=move || desk.explain(Bearer::Company.into(), GoalFigure::Attainment)
            />
        </p>
    }
}
