//! The PIN: set on the manager's face, asked for on the way back to it.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::face::Matter;
use crate::domain::pin::is_pin;
use crate::i18n::Lang;
use crate::present::format;
use crate::runtime::app::use_app;
use crate::runtime::faces::{
    NotTurned, forget_pin, forgotten, forgotten_was_read, has_pin, set_forgotten_pin, set_pin,
    take_back, wait,
};
use crate::runtime::platform::clock;
use crate::ui::{Button, ButtonKind, Dialog, Icon, IconView, Notice, Tone};

/// How often the wait is counted down.
const SECOND: Duration = Duration::from_secs(1);

/// The way back to the manager's face: asks for the PIN where one is set.
#[component]
pub fn LeaveFace(
    /// Whether it is asked.
    asking: RwSignal<bool>,
) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let close = move || asking.set(false);
    let body = move || match has_pin() {
        true => view! { <AskPin asking /> }.into_any(),
        false => {
            let leave = move || {
                close();
                if let Err(why) = take_back(app, "") {
                    app.say(Tone::Bad, move |lang| why.words(lang));
                }
            };
            view! {
                <p>{move || lang.get().face_leave_note()}</p>
                <div class="actions">
                    <Button label=move || lang.get().cancel() on_press=close />
                    <Button
                        kind=ButtonKind::Primary
                        label=move || lang.get().face_leave()
                        on_press=leave
                        attr:data-testid="face-leave-do"
                    />
                </div>
            }
            .into_any()
        }
    };
    view! {
        <Dialog open=asking title=move || lang.get().face_leave_ask() on_close=close>
            {body}
        </Dialog>
    }
}

#[component]
fn AskPin(asking: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let (pin, wrong, waiting) =
        (RwSignal::new(String::new()), RwSignal::new(None::<NotTurned>), RwSignal::new(wait(app)));
    let counting = set_interval_with_handle(move || _ = waiting.try_set(wait(app)), SECOND).ok();
    on_cleanup(move || {
        counting.inspect(|it| it.clear());
    });
    let leave = move || {
        let tried = take_back(app, &pin.get_untracked());
        pin.set(String::new());
        match tried {
            Ok(()) => asking.set(false),
            Err(NotTurned::TooSoon(millis)) => waiting.set(millis),
            Err(why) => {
                wrong.set(Some(why));
                waiting.set(wait(app));
            }
        }
    };
    let told = move || match waiting.get() {
        0 => wrong.get().map(|it| it.words(lang.get())),
        millis => Some(NotTurned::TooSoon(millis).words(lang.get())),
    };
    let told = move || told().map(|words| view! { <IconView icon=Icon::Warn /> {words} });
    view! {
        <div class="form">
            <PinField label=Lang::pin_enter name="pin-enter" value=pin on_enter=leave />
            <p class="field__error" role="alert" data-testid="pin-told">{told}</p>
            <div class="actions">
                <Button label=move || lang.get().cancel() on_press=move || asking.set(false) />
                <Button
                    kind=ButtonKind::Primary
                    label=move || lang.get().face_leave()
                    disabled=Signal::derive(move || waiting.get() != 0)
                    on_press=leave
                    attr:data-testid="pin-leave"
                />
            </div>
            <ForgottenPin asking />
        </div>
    }
}

/// The way out of a forgotten PIN: a day's wait, then a new one.
#[component]
fn ForgottenPin(asking: RwSignal<bool>) -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let left = move || forgotten().filter(|it| it.is_waiting()).map(|it| it.wait(clock::now()));
    let (opened, left_now) = (RwSignal::new(left().is_some()), RwSignal::new(left()));
    let counting = set_interval_with_handle(move || _ = left_now.try_set(left()), SECOND).ok();
    on_cleanup(move || {
        counting.inspect(|it| it.clear());
    });
    let minutes = Memo::new(move |_| left_now.get().map(|it| it.div_ceil(60_000)));
    let begin = move || {
        match forget_pin() {
            Ok(()) => {}
            Err(why) => app.say(Tone::Bad, move |lang| why.words(lang)),
        }
        left_now.set(left());
    };
    let set = move |pin: String| {
        let set = set_forgotten_pin(app, &pin);
        if set.is_ok() {
            asking.set(false);
        }
        set
    };
    let body = move || match minutes.get() {
        None => view! {
            <p class="section__note">{move || lang.get().pin_forgotten_note()}</p>
            <div class="actions actions--start">
                <Button
                    label=move || lang.get().pin_forgotten_begin()
                    on_press=begin
                    attr:data-testid="pin-forgotten-begin"
                />
            </div>
        }
        .into_any(),
        Some(0) => view! {
            <p class="section__note">{move || lang.get().pin_forgotten_now()}</p>
            <NewPin set=Callback::new(set) />
        }
        .into_any(),
        Some(minutes) => {
            let (hours, minutes) = ((minutes / 60).to_string(), (minutes % 60).to_string());
            let words = move || lang.get().pin_forgotten_wait(&hours, &minutes);
            view! { <p class="section__note" data-testid="pin-forgotten-wait">{words}</p> }
                .into_any()
        }
    };
    view! {
        <div class="actions actions--start">
            <Button
                kind=ButtonKind::Link
                label=move || lang.get().pin_forgotten()
                on_press=move || opened.update(|it| *it = !*it)
                attr:data-testid="pin-forgotten"
            />
        </div>
        {move || opened.get().then(body)}
    }
}

/// What came of a PIN that was said to be forgotten, until the manager has read it.
#[component]
pub fn PinNews() -> impl IntoView {
    let app = use_app();
    let lang = app.lang();
    let read = RwSignal::new(false);
    let words = move || {
        let told = forgotten().filter(|_| !read.get() && app.may_see(Matter::Data))?;
        let (anew, at) = told.ended?;
        let when = |millis| format::moment(lang.get(), millis, clock::minutes_ahead(millis));
        Some(match anew {
            true => lang.get().pin_forgotten_new(&when(told.asked), &when(at)),
            false => lang.get().pin_forgotten_old(&when(told.asked)),
        })
    };
    let understood = move || {
        forgotten_was_read();
        read.set(true);
    };
    let notice = move |words: String| {
        let action = view! {
            <Button
                label=move || lang.get().pin_forgotten_read()
                on_press=understood
                attr:data-testid="pin-news-read"
            />
        };
        view! {
            <div data-testid="pin-news">
                <Notice tone=Tone::Warn words action=Some(action.into_any()) />
            </div>
        }
    };
    move || words().map(notice)
}

/// Sets a PIN, typed twice.
#[component]
pub fn PinForm(
    /// Runs once it is set.
    #[prop(into)]
    on_set: Callback<()>,
) -> impl IntoView {
    let app = use_app();
    let set = move |pin: String| {
        let set = set_pin(app, Some(&pin));
        if set.is_ok() {
            on_set.run(());
        }
        set
    };
    view! { <NewPin set=Callback::new(set) /> }
}

/// A new PIN, typed twice; what `set` refuses is said here.
#[component]
fn NewPin(set: Callback<String, Result<(), NotTurned>>) -> impl IntoView {
    let lang = use_app().lang();
    let (pin, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<Wrong>);
    let save = move || {
        let (first, second) = (pin.get_untracked(), again.get_untracked());
        let checked = match (is_pin(&first), first == second) {
            (false, _) => Some(Wrong::NotDigits),
            (true, false) => Some(Wrong::NotSame),
            (true, true) => set.run(first).err().map(Wrong::Refused),
        };
        // The form may have gone with the PIN that it has set.
        if checked.is_none() {
            pin.try_set(String::new());
            again.try_set(String::new());
        }
        wrong.try_set(checked);
    };
    let told = move || {
        let words = match wrong.get()? {
            Wrong::NotDigits => lang.get().pin_not_digits().to_owned(),
            Wrong::NotSame => lang.get().pin_not_same().to_owned(),
            Wrong::Refused(why) => why.words(lang.get()),
        };
        Some(view! { <IconView icon=Icon::Warn /> {words} })
    };
    view! {
        <div class="form" data-testid="pin-form">
            <div class="form__row">
                <PinField label=Lang::pin_new name="pin-new" value=pin on_enter=save />
                <PinField label=Lang::pin_again name="pin-again" value=again on_enter=save />
            </div>
            <p class="field__error" role="alert">{told}</p>
            <div class="actions actions--start">
                <Button
                    icon=Icon::Lock
                    label=move || lang.get().pin_save()
                    on_press=save
                    attr:data-testid="pin-save"
                />
            </div>
        </div>
    }
}

/// What is wrong with a new PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wrong {
    NotDigits,
    NotSame,
    Refused(NotTurned),
}

/// Digits that nobody can read over a shoulder.
#[component]
fn PinField(
    label: fn(Lang) -> &'static str,
    name: &'static str,
    value: RwSignal<String>,
    #[prop(into)] on_enter: Callback<()>,
) -> impl IntoView {
    let lang = use_app().lang();
    view! {
        <div class="field">
            <label class="field__label" for=name>{move || label(lang.get())}</label>
            <input
                class="input"
                type="password"
                inputmode="numeric"
                autocomplete="off"
                maxlength="8"
                id=name
                data-testid=name
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        on_enter.run(());
                    }
                }
            />
        </div>
    }
}
