//! What came of earlier rounds: counts of many, the direction of few.

use leptos::prelude::*;

use super::Desk;
use crate::domain::pulse::PulseQuestion;
use crate::present::pulse::{PULSE_TABLES, PulseRound, pulse_rounds};
use crate::ui::Meter;

/// Every round, the latest first.
#[component]
pub(super) fn Rounds(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let rounds = Memo::new(move |_| {
        let lang = lang.get();
        app.view(&PULSE_TABLES, |it| pulse_rounds(it, lang))
    });
    let question = move |(question, counts): (PulseQuestion, Vec<i64>)| {
        let all: i64 = counts.iter().sum();
        let hidden = counts.is_empty().then(|| lang.get().pulse_hidden());
        let bar = move |(step, count): (usize, i64)| {
            let share = count as f64 / all.max(1) as f64;
            let (step, count) = ((step + 1).to_string(), count.to_string());
            let label = [step.clone(), count.clone()].join(": ");
            view! {
                <li class="survey-bar">
                    <span class="survey-bar__answer">{step}</span>
                    <Meter label share=Signal::stored(share) />
                    <span class="list__figure">{count}</span>
                </li>
            }
        };
        view! {
            <p class="field__label">{lang.get().pulse_question(question)}</p>
            <p class="section__note">{hidden}</p>
            <ul class="survey-bars">
                {counts.into_iter().enumerate().rev().map(bar).collect_view()}
            </ul>
        }
    };
    let round = move |it: PulseRound| {
        let body = match it.questions {
            None => {
                view! { <p class="section__note">{lang.get().pulse_only_trend()}</p> }.into_any()
            }
            Some(questions) => questions.into_iter().map(question).collect_view().into_any(),
        };
        view! {
            <section class="section" data-testid="pulse-round">
                <div class="section__head"><h2 class="section__title">{it.day}</h2></div>
                <p class="headline__sentence">{it.direction}</p>
                {body}
            </section>
        }
    };
    let none = move || rounds.read().is_empty().then(|| lang.get().pulse_none());
    view! {
        <p class="section__note">{none}</p>
        {move || rounds.get().into_iter().map(round).collect_view()}
    }
}
