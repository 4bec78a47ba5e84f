//! A goal for an indicator, changed in its place: a tap opens the field, Enter or leaving it
//! saves, Escape does not.

use leptos::prelude::*;

use super::in_place::{After, InPlace};
use super::measured::MeasuredDesk;
use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::indicator::goal::Target;
use crate::domain::indicator::{Measure, Unit};
use crate::present::indicators::goals::{MeasuredRow, editable_target, parse_target};
use crate::ui::{answer_first_to_type, busy_word};

/// The goal of a bearer, and the field to change it.
#[component]
pub(super) fn TargetCell(
    desk: MeasuredDesk,
    bearer: Bearer,
    row: Memo<Option<MeasuredRow>>,
) -> impl IntoView {
    let MeasuredDesk { lang, editing, .. } = desk;
    let open = move |()| editing.set(Some(bearer));
    let (asked, ask) = answer_first_to_type(Callback::new(open));
    let is_editing = Memo::new(move |_| editing.get() == Some(bearer));
    let shown = move || {
        let row = row.read();
        let Some(row) = row.as_ref().filter(|it| !it.target_words.is_empty()) else {
            return view! { <span class="goals__unset">{lang.get().goals_set()}</span> }.into_any();
        };
        let text = row.target_words.clone();
        match row.is_summed {
            false => text.into_any(),
            true => view! {
                <span class="goals__summed">
                    {text}
                    <small>{lang.get().goals_sum_of_below()}</small>
                </span>
            }
            .into_any(),
        }
    };
    let name = move || {
        let (row, lang) = (row.read(), lang.get());
        let Some(row) = row.as_ref() else { return String::new() };
        match (row.target_words.is_empty(), row.is_summed) {
            (true, _) => lang.measured_set_goal_of(&row.name),
            (false, false) => lang.measured_change_goal_of(&row.name, &row.target_words),
            (false, true) => {
                let target = [row.target_words.as_str(), lang.goals_sum_of_below()].join(" ");
                lang.measured_change_goal_of(&row.name, &target)
            }
        }
    };
    view! {
        <Show
            when=move || is_editing.get()
            fallback=move || view! {
                <button
                    type="button"
                    class="goals__quota"
                    aria-label=name
                    data-testid=format!("target-{bearer}")
                    aria-busy=move || busy_word(asked)
                    on:click=move |_| ask(())
                >
                    {shown}
                </button>
            }
        >
            <TargetEditor desk bearer row />
        </Show>
    }
}

#[component]
fn TargetEditor(
    desk: MeasuredDesk,
    bearer: Bearer,
    row: Memo<Option<MeasuredRow>>,
) -> impl IntoView {
    let MeasuredDesk { app, lang, period, measure, view, editing, .. } = desk;
    let shown = view.read_untracked().as_ref().map(|it| it.shown);
    let before = row.read_untracked().as_ref().and_then(|it| it.target);
    let text = before.zip(shown).map(|(it, shown)| editable_target(it, shown));
    let draft = RwSignal::new(text.unwrap_or_default());
    let typed = Memo::new(move |_| read(&draft.read(), shown));
    let save = move |(period, measure): (Period, Measure), target: Option<Target>| {
        let _ = editing.try_set(None);
        if target != before {
            app.act(Command::SetIndicatorGoals(period, measure, vec![(bearer, target)]));
        }
    };
    let of = move || (period.get_untracked(), measure.get_untracked());
    let enter = move || {
        if let Ok(target) = typed.get_untracked() {
            save(of(), target);
        }
    };
    let leave = move |()| {
        if editing.try_get_untracked().flatten() != Some(bearer) {
            return None;
        }
        let (of, typed) = (of(), typed.get_untracked());
        let after = move || {
            if editing.try_get_untracked().is_some_and(|it| it != Some(bearer)) {
                return;
            }
            match typed {
                Ok(target) => save(of, target),
                Err(()) => drop(editing.try_set(None)),
            }
        };
        Some(Box::new(after) as After)
    };
    let name = row.read_untracked().as_ref().map(|it| it.name.clone()).unwrap_or_default();
    let told = move || match (typed.get(), shown) {
        (Ok(Some(it)), Some(shown)) => {
            it.exact().map(|it| shown.value(lang.get(), it)).unwrap_or_default()
        }
        (Ok(_), _) => lang.get().goals_quota_hint().to_owned(),
        (Err(()), Some(shown)) if shown.unit == Unit::Money => {
            lang.get().goals_not_an_amount().to_owned()
        }
        (Err(()), _) => lang.get().measured_not_a_number().to_owned(),
    };
    view! {
        <InPlace
            label=lang.get_untracked().measured_goal_of(&name)
            draft
            told=Signal::derive(told)
            is_wrong=Signal::derive(move || typed.get().is_err())
            test_id="target-input"
            on_enter=enter
            on_escape=move || editing.set(None)
            on_leave=Callback::new(leave)
        />
    }
}

/// What has been typed: a goal, nothing to take it away, or something that is none.
fn read(
    text: &str,
    shown: Option<crate::present::indicators::words::Shown>,
) -> Result<Option<Target>, ()> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    shown.and_then(|it| parse_target(text, it)).map(Some).ok_or(())
}
