//! Holidays, and weekend days that are worked: a list of stretches, each entered by hand.

use leptos::prelude::*;

use super::Desk;
use crate::domain::calendar::Day;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::settings::{DayList, NotEntered, Stretch, stretches, with_days, without_days};
use crate::ui::{Button, DateField, Icon, IconButton, IconView};

/// A list of days with the fields to add more.
#[component]
pub(super) fn Days(desk: Desk, list: DayList) -> impl IntoView {
    let Desk { lang, settings, .. } = desk;
    let adding = RwSignal::new(false);
    let found = Memo::new(move |_| stretches(&settings.read(), list));
    let words = move |off: fn(Lang) -> &'static str, worked: fn(Lang) -> &'static str| {
        move || match list {
            DayList::Off => off(lang.get()),
            DayList::Worked => worked(lang.get()),
        }
    };
    let name = match list {
        DayList::Off => "settings-days-off",
        DayList::Worked => "settings-days-worked",
    };
    view! {
        <div class="settings__days" data-testid=name>
            <div class="settings__days-head">
                <h3>{words(Lang::settings_days_off, Lang::settings_days_worked)}</h3>
                <Show when=move || !adding.get()>
                    <Button
                        icon=Icon::Plus
                        label=words(Lang::settings_add_days_off, Lang::settings_add_days_worked)
                        on_press=move || adding.set(true)
                        attr:data-testid=[name, "-add"].concat()
                    />
                </Show>
            </div>
            <Show when=move || found.read().is_empty() && !adding.get()>
                <p class="section__note">
                    {words(Lang::settings_days_off_none, Lang::settings_days_worked_none)}
                </p>
            </Show>
            <ul class="list">
                <For
                    each=move || found.get()
                    key=|stretch| *stretch
                    children=move |stretch| view! { <StretchRow desk list stretch /> }
                />
            </ul>
            <Show when=move || adding.get()>
                <AddDays desk list adding />
            </Show>
        </div>
    }
}

fn stretch_words(lang: Lang, stretch: Stretch) -> String {
    match stretch.first == stretch.last {
        true => format::day(lang, stretch.first),
        false => {
            let last = format::day(lang, stretch.last);
            lang.absence_days(&format::day(lang, stretch.first), &last)
        }
    }
}

#[component]
fn StretchRow(desk: Desk, list: DayList, stretch: Stretch) -> impl IntoView {
    let lang = desk.lang;
    let days = move || stretch_words(lang.get(), stretch);
    let count = move || match list {
        DayList::Off => lang.get().settings_weekdays(stretch.days),
        DayList::Worked => String::new(),
    };
    let remove = move || {
        desk.change(|settings| *settings = without_days(settings, list, stretch));
    };
    view! {
        <li class="list__row">
            <span class="list__main">
                <span class="list__name">{days}</span>
                <span class="list__note">{count}</span>
            </span>
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().settings_remove_days(&days())
                on_press=remove
            />
        </li>
    }
}

#[component]
fn AddDays(desk: Desk, list: DayList, adding: RwSignal<bool>) -> impl IntoView {
    let Desk { lang, settings, .. } = desk;
    let (first, last) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<fn(Lang) -> &'static str>);
    let add = move || {
        let days = (first.read_untracked().parse::<Day>(), last.read_untracked().parse::<Day>());
        let entered = match days {
            (Ok(first), Ok(last)) => with_days(&settings.read_untracked(), list, first, last),
            (Ok(day), Err(_)) => with_days(&settings.read_untracked(), list, day, day),
            (Err(_), _) => return wrong.set(Some(Lang::settings_days_missing)),
        };
        match entered {
            Ok(entered) => {
                adding.set(false);
                desk.change(|settings| *settings = entered);
            }
            Err(why) => wrong.set(Some(reason(list, why))),
        }
    };
    let told = move || {
        let words = wrong.get()?(lang.get());
        Some(view! { <IconView icon=Icon::Warn /> {words} })
    };
    view! {
        <div class="form__row">
            <DateField
                label=move || lang.get().settings_first_day()
                value=first
                on_change=move |day| first.set(day)
                attr:data-testid="days-first"
            />
            <DateField
                label=move || lang.get().settings_last_day()
                value=last
                earliest=first
                on_change=move |day| last.set(day)
                attr:data-testid="days-last"
            />
        </div>
        <p class="field__error" role="alert" data-testid="days-wrong">{told}</p>
        <div class="actions">
            <Button label=move || lang.get().cancel() on_press=move || adding.set(false) />
            <Button label=move || lang.get().save() on_press=add attr:data-testid="days-save" />
        </div>
    }
}

/// Why days were not entered, in words.
fn reason(list: DayList, why: NotEntered) -> fn(Lang) -> &'static str {
    match (why, list) {
        (NotEntered::Reversed, _) => Lang::settings_days_reversed,
        (NotEntered::TooLong, _) => Lang::settings_days_too_long,
        (NotEntered::Nothing, DayList::Off) => Lang::settings_days_off_nothing,
        (NotEntered::Nothing, DayList::Worked) => Lang::settings_days_worked_nothing,
    }
}
