//! A goal for an indicator, changed in its place: a tap opens the field, Enter or leaving it
//! saves, Escape does not.

use leptos::html;
use leptos::prelude::*;

use super::measured::MeasuredDesk;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::indicator::Unit;
use crate::domain::indicator::goal::Target;
use crate::present::indicators::goals::{MeasuredRow, editable_target, parse_target};
use crate::ui::id::fresh_id;
use crate::ui::key::{Key, is_composing, pressed_key};

/// The goal of a bearer, and the field to change it.
#[component]
pub(super) fn TargetCell(
    desk: MeasuredDesk,
    bearer: Bearer,
    row: Memo<Option<MeasuredRow>>,
) -> impl IntoView {
    let MeasuredDesk { lang, editing, .. } = desk;
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
                    on:click=move |_| editing.set(Some(bearer))
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
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        if let Some(input) = input.get() {
            let _ = input.focus();
            input.select();
        }
    });
    let save = move || {
        let Ok(target) = typed.get_untracked() else { return };
        editing.set(None);
        if target != before {
            let (period, measure) = (period.get_untracked(), measure.get_untracked());
            app.act(Command::SetIndicatorGoals(period, measure, vec![(bearer, target)]));
        }
    };
    let press = move |event: leptos::ev::KeyboardEvent| match pressed_key(&event) {
        Some(Key::Enter) => {
            event.prevent_default();
            save();
        }
        Some(Key::Escape) => {
            event.stop_propagation();
            editing.set(None);
        }
        _ => {}
    };
    let leave = move |_| {
        if editing.try_get_untracked().flatten() == Some(bearer) {
            save();
            editing.set(None);
        }
    };
    let name = row.read_untracked().as_ref().map(|it| it.name.clone()).unwrap_or_default();
    let hint = fresh_id();
    let described_by = hint.clone();
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
        <span class="quota-edit">
            <input
                class="input quota-edit__input"
                type="text"
                autocomplete="off"
                aria-label=lang.get_untracked().measured_goal_of(&name)
                aria-describedby=described_by
                aria-invalid=move || typed.get().is_err().then_some("true")
                data-testid="target-input"
                node_ref=input
                prop:value=draft
                on:input=move |event| {
                    if !is_composing(&event) {
                        draft.set(event_target_value(&event));
                    }
                }
                on:compositionend=move |event| draft.set(event_target_value(&event))
                on:keydown=press
                on:blur=leave
            />
            <output
                class="quota-edit__told"
                id=hint
                data-state=move || typed.get().is_err().then_some("wrong")
            >
                {told}
            </output>
        </span>
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
