//! One ballot: three statements from 1 to 5, and better or worse than last time.

use leptos::prelude::*;

use super::{Desk, Stage};
use crate::domain::pulse::{Ballot, PulseQuestion, Trend};
use crate::ui::{Button, ButtonKind, Choice, SegmentedField};

/// A ballot. What is chosen lives on this screen alone.
#[component]
pub(super) fn BallotForm(desk: Desk) -> impl IntoView {
    let Desk { lang, stage, ballots, .. } = desk;
    let (steps, trend) = (RwSignal::new([0_i64; 3]), RwSignal::new(None::<Trend>));
    let whole = move || steps.get().iter().all(|it| *it != 0) && trend.get().is_some();
    let put_in = move || {
        let Some(trend) = trend.get_untracked() else { return };
        let ballot = Ballot { steps: steps.get_untracked(), trend };
        ballots.update(|it| it.get_or_insert_default().add(ballot));
        stage.set(Stage::Thanked);
    };
    let question = move |(place, question): (usize, PulseQuestion)| {
        let choices = move || {
            let name = |it: i64| match it {
                1 => format!("1 {}", lang.get().pulse_low()),
                5 => format!("5 {}", lang.get().pulse_high()),
                it => it.to_string(),
            };
            (1..=5).map(|it: i64| Choice::new(it.to_string(), name(it))).collect::<Vec<_>>()
        };
        view! {
            <div class="growth__criterion" data-testid="pulse-question">
                <p class="field__label">{move || lang.get().pulse_question(question)}</p>
                <SegmentedField
                    label=move || lang.get().pulse_question(question)
                    choices=Signal::derive(choices)
                    value=Signal::derive(move || steps.get()[place].to_string())
                    on_change=move |it: String| steps.update(|all| all[place] = it.parse().unwrap_or(0))
                />
            </div>
        }
    };
    let trends = move || {
        Trend::ALL.map(|it| Choice::new(it.as_str(), lang.get().pulse_trend_answer(it))).to_vec()
    };
    view! {
        <section class="form" data-testid="pulse-ballot">
            {PulseQuestion::ALL.into_iter().enumerate().map(question).collect_view()}
            <div class="growth__criterion" data-testid="pulse-question">
                <p class="field__label">{move || lang.get().pulse_trend()}</p>
                <SegmentedField
                    label=move || lang.get().pulse_trend()
                    choices=Signal::derive(trends)
                    value=Signal::derive(move || trend.get().map_or("", Trend::as_str).to_owned())
                    on_change=move |it: String| trend.set(Trend::named(&it))
                />
            </div>
            <div class="actions actions--start">
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().pulse_put_in()
                    disabled=Signal::derive(move || !whole())
                    on_press=put_in
                    attr:data-testid="pulse-put-in"
                />
            </div>
        </section>
    }
}
