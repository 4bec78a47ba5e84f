//! What came of earlier rounds: counts of many, the direction of few.

use leptos::prelude::*;

use super::Desk;
use crate::domain::pulse::{PulseQuestion, pulses};
use crate::domain::workspace::Table;
use crate::present::format;
use crate::ui::Meter;

/// A round as it is shown.
#[derive(Clone, PartialEq)]
struct Shown {
    day: String,
    direction: &'static str,
    only_trend: bool,
    questions: Vec<(PulseQuestion, Vec<i64>)>,
}

/// Every round, the latest first.
#[component]
pub(super) fn Rounds(desk: Desk) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let rounds = Memo::new(move |_| {
        let lang = lang.get();
        app.view(&[Table::Pulses], |it| {
            let shown = |pulse: &crate::domain::pulse::Pulse| {
                let day = pulse.on.map(|it| format::day(lang, it)).unwrap_or_default();
                let counts = |it: PulseQuestion| (it, pulse.counts(it).to_vec());
                Shown {
                    day: lang.pulse_day(&day, &format::count(lang, pulse.ballots as u64)),
                    direction: pulse.trend.map_or("", |it| lang.pulse_direction(it)),
                    only_trend: pulse.ballots < crate::domain::pulse::FEWEST,
                    questions: PulseQuestion::ALL.map(counts).to_vec(),
                }
            };
            pulses(it).into_iter().map(|(_, it)| shown(it)).collect::<Vec<_>>()
        })
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
    let round = move |it: Shown| {
        let body = match it.only_trend {
            true => {
                view! { <p class="section__note">{lang.get().pulse_only_trend()}</p> }.into_any()
            }
            false => it.questions.into_iter().map(question).collect_view().into_any(),
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
