//! A quota, changed in its place: a tap opens the field, Enter or leaving it saves, Escape does
//! not.

use leptos::html;
use leptos::prelude::*;

use super::Desk;
use super::in_place::{After, InPlace};
use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::goal::Bearer;
use crate::domain::money::{Currency, Money};
use crate::present::format;
use crate::present::format::editable;
use crate::present::goals::words::row_name;
use crate::present::goals::{GoalRow, Quota};
use crate::ui::{answer_first_to_type, busy_word};

/// What has been typed as a quota.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Typed {
    /// An amount; none takes the quota away.
    Quota(Option<Money>),
    /// Something that is no amount.
    Nonsense,
}

/// The quota of a bearer, and the field to change it.
#[component]
pub(super) fn QuotaCell(desk: Desk, bearer: Bearer, row: Memo<Option<GoalRow>>) -> impl IntoView {
    let Desk { lang, editing, .. } = desk;
    let button = NodeRef::<html::Button>::new();
    let by_key = StoredValue::new(false);
    Effect::new(move |_| {
        if let Some(button) = button.get()
            && by_key.try_update_value(std::mem::take) == Some(true)
        {
            let _ = button.focus();
        }
    });
    let open = move || {
        // Who still has the focus when it leaves the page makes the browser lay it out once more.
        if let Some(button) = button.get_untracked() {
            let _ = button.blur();
        }
        editing.set(Some(bearer));
    };
    let (asked, ask) = answer_first_to_type(Callback::new(move |()| open()));
    let is_editing = Memo::new(move |_| editing.get() == Some(bearer));
    let shown = move || match row.read().as_ref().map(|row| row.quota) {
        Some(Quota::Set(quota)) => format::money(lang.get(), quota).into_any(),
        Some(Quota::Summed(quota)) => view! {
            <span class="goals__summed">
                {format::money(lang.get(), quota)}
                <small>{lang.get().goals_sum_of_below()}</small>
            </span>
        }
        .into_any(),
        Some(Quota::None) | None => {
            view! { <span class="goals__unset">{lang.get().goals_set()}</span> }.into_any()
        }
    };
    let name = move || {
        let (row, lang) = (row.read(), lang.get());
        let name = row.as_ref().map(|row| row_name(lang, row)).unwrap_or_default();
        match row.as_ref().and_then(|row| row.quota.amount()) {
            Some(quota) => lang.goals_change_quota(&name, &format::money(lang, quota)),
            None => lang.goals_quota_of(&name),
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
                    data-testid=format!("quota-{bearer}")
                    node_ref=button
                    aria-busy=move || busy_word(asked)
                    on:click=move |_| ask(())
                >
                    {shown}
                </button>
            }
        >
            <QuotaEditor desk bearer row by_key />
        </Show>
    }
}

#[component]
fn QuotaEditor(
    desk: Desk,
    bearer: Bearer,
    row: Memo<Option<GoalRow>>,
    by_key: StoredValue<bool>,
) -> impl IntoView {
    let Desk { app, lang, editing, .. } = desk;
    let before = row.read_untracked().as_ref().and_then(|row| row.quota.set());
    let currency = before.map_or_else(|| app.peek(|it| it.settings().currency()), |it| it.currency);
    let draft = RwSignal::new(before.map(editable).unwrap_or_default());
    let typed = Memo::new(move |_| read(&draft.read(), currency));
    let save = move |period: Period, quota: Option<Money>| {
        let _ = editing.try_set(None);
        if quota != before {
            app.act(Command::SetGoals(period, vec![(bearer, quota)]));
        }
    };
    let enter = move || {
        by_key.set_value(true);
        if let Typed::Quota(quota) = typed.get_untracked() {
            save(desk.period.get_untracked(), quota);
        }
    };
    let give_up = move || {
        by_key.set_value(true);
        editing.set(None);
    };
    let leave = move |()| {
        if editing.try_get_untracked().flatten() != Some(bearer) {
            return None;
        }
        let (period, typed) = (desk.period.get_untracked(), typed.get_untracked());
        let after = move || {
            if editing.try_get_untracked().is_some_and(|it| it != Some(bearer)) {
                return;
            }
            match typed {
                Typed::Quota(quota) => save(period, quota),
                Typed::Nonsense => drop(editing.try_set(None)),
            }
        };
        Some(Box::new(after) as After)
    };
    let name = row.read_untracked().as_ref().map(|row| row_name(lang.get_untracked(), row));
    let told = move || match typed.get() {
        Typed::Quota(Some(quota)) => format::money(lang.get(), quota),
        Typed::Quota(None) => lang.get().goals_quota_hint().to_owned(),
        Typed::Nonsense => lang.get().goals_not_an_amount().to_owned(),
    };
    view! {
        <InPlace
            label=lang.get_untracked().goals_quota_of(&name.unwrap_or_default())
            draft
            told=Signal::derive(told)
            is_wrong=Signal::derive(move || typed.get() == Typed::Nonsense)
            test_id="quota-input"
            on_enter=enter
            on_escape=give_up
            on_leave=Callback::new(leave)
        />
    }
}

fn read(text: &str, currency: Currency) -> Typed {
    if text.trim().is_empty() {
        return Typed::Quota(None);
    }
    match format::parse_money(text, currency) {
        Some(minor) if 0 <= minor => Typed::Quota(Some(Money::new(minor, currency))),
        _ => Typed::Nonsense,
    }
}
