//! One question in large letters, with answers as large as fingers.

use leptos::prelude::*;

use super::{Desk, Step};
use crate::domain::survey::score::Scale;
use crate::domain::survey::{Answer, Question, QuestionKind};
use crate::ui::{AreaField, Button, ButtonKind, bool_word};

/// A question. A tap on an answer goes on by itself; words are sent with a button.
#[component]
pub(super) fn Asked(desk: Desk, place: usize, question: Question) -> impl IntoView {
    let Desk { lang, questions, step, .. } = desk;
    let words = question.clone();
    let all = questions.with_untracked(Vec::len);
    let progress = (1 < all).then(|| {
        let (place, all) = ((place + 1).to_string(), all.to_string());
        move || lang.get().kiosk_of(&place, &all)
    });
    let kind = question.kind;
    let body = match kind {
        QuestionKind::Scale(scale) => view! { <Steps desk place scale /> }.into_any(),
        QuestionKind::Choice => {
            view! { <Options desk place options=question.options /> }.into_any()
        }
        QuestionKind::Words => view! { <Words desk place /> }.into_any(),
    };
    let is_last = place + 1 == all;
    let onward = move || match (kind, is_last) {
        (QuestionKind::Words, true) => lang.get().kiosk_send(),
        (QuestionKind::Words, false) => lang.get().kiosk_next(),
        _ => lang.get().kiosk_skip(),
    };
    let onward_kind = match kind {
        QuestionKind::Words => ButtonKind::Primary,
        _ => ButtonKind::Quiet,
    };
    view! {
        <p class="kiosk__note" data-testid="kiosk-progress">{progress}</p>
        <h1 class="kiosk__question" data-testid="kiosk-question">
            {move || lang.get().question_words(&words)}
        </h1>
        {body}
        <div class="actions kiosk__ways">
            <Show when=move || place != 0>
                <Button
                    label=move || lang.get().kiosk_back()
                    on_press=move || step.set(Step::Question(place - 1))
                />
            </Show>
            <Button
                kind=onward_kind
                label=onward
                on_press=move || desk.next(place)
                attr:data-testid="kiosk-next"
            />
        </div>
    }
}

/// The steps of a scale, side by side, with words at both ends.
#[component]
fn Steps(desk: Desk, place: usize, scale: Scale) -> impl IntoView {
    let lang = desk.lang;
    let (low, high) = scale.ends();
    let name = move |step: i64| match (scale, step) {
        (Scale::YesNo, 0) => lang.get().answer_no().to_owned(),
        (Scale::YesNo, _) => lang.get().answer_yes().to_owned(),
        (_, step) => step.to_string(),
    };
    let spoken = move |step: i64| match (scale, step) {
        (Scale::YesNo, step) => name(step),
        (_, step) if step == low => format!("{step}, {}", lang.get().scale_ends(scale).0),
        (_, step) if step == high => format!("{step}, {}", lang.get().scale_ends(scale).1),
        (_, step) => name(step),
    };
    let button = move |step: i64| {
        let chosen = move || desk.answer(place) == Answer::Number(step);
        let press = move |_| {
            desk.put(place, Answer::Number(step));
            desk.next(place);
        };
        view! {
            <button
                type="button"
                class="kiosk__step"
                aria-label=move || spoken(step)
                aria-pressed=move || bool_word(chosen())
                data-testid=format!("kiosk-step-{step}")
                on:click=press
            >
                {move || name(step)}
            </button>
        }
    };
    let ends = (scale != Scale::YesNo).then(|| {
        view! {
            <p class="kiosk__ends" aria-hidden="true">
                <span>{move || lang.get().scale_ends(scale).0}</span>
                <span>{move || lang.get().scale_ends(scale).1}</span>
            </p>
        }
    });
    let count = (high - low + 1).to_string();
    view! {
        <div class="kiosk__steps" role="group" data-steps=count>
            {(low..=high).map(button).collect_view()}
        </div>
        {ends}
    }
}

#[component]
fn Options(desk: Desk, place: usize, options: Vec<String>) -> impl IntoView {
    let button = move |(nth, option): (usize, String)| {
        let answer = Answer::Number(nth as i64);
        let chosen = {
            let answer = answer.clone();
            move || desk.answer(place) == answer
        };
        let press = move |_| {
            desk.put(place, answer.clone());
            desk.next(place);
        };
        view! {
            <button
                type="button"
                class="kiosk__option"
                aria-pressed=move || bool_word(chosen())
                on:click=press
            >
                {move || desk.lang.get().survey_said(&option)}
            </button>
        }
    };
    view! {
        <div class="kiosk__options" role="group">
            {options.into_iter().enumerate().map(button).collect_view()}
        </div>
    }
}

#[component]
fn Words(desk: Desk, place: usize) -> impl IntoView {
    let lang = desk.lang;
    let value = Signal::derive(move || match desk.answer(place) {
        Answer::Words(words) => words,
        _ => String::new(),
    });
    view! {
        <div class="kiosk__words" data-testid="kiosk-words">
            <AreaField
                label=move || lang.get().kiosk_your_words()
                value
                on_input=move |words: String| desk.put(place, Answer::Words(words))
                lines=4
            />
        </div>
    }
}
