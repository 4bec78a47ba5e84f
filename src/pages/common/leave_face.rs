//! The PIN: set on the manager's face, asked for on the way back to it.

use std::time::Duration;

use leptos::prelude::*;

use crate::domain::pin::is_pin;
use crate::i18n::Lang;
use crate::runtime::app::use_app;
use crate::runtime::faces::{NotTurned, has_pin, set_pin, take_back, wait};
use crate::ui::{Button, ButtonKind, Dialog, Icon, IconView};

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
                let _ = take_back(app, "");
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
        (RwSignal::new(String::new()), RwSignal::new(false), RwSignal::new(wait()));
    let counting = set_interval_with_handle(move || _ = waiting.try_set(wait()), SECOND).ok();
    on_cleanup(move || {
        counting.inspect(|it| it.clear());
    });
    let leave = move || {
        let tried = take_back(app, &pin.get_untracked());
        pin.set(String::new());
        match tried {
            Ok(()) => asking.set(false),
            Err(NotTurned::TooSoon(millis)) => waiting.set(millis),
            Err(NotTurned::WrongPin | NotTurned::NoPin) => {
                wrong.set(true);
                waiting.set(wait());
            }
        }
    };
    let told = move || match waiting.get() {
        0 if wrong.get() => Some(lang.get().pin_wrong().to_owned()),
        0 => None,
        millis => Some(lang.get().pin_wait(&millis.div_ceil(1000).to_string())),
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
        </div>
    }
}

/// Sets a PIN, typed twice.
#[component]
pub fn PinForm(
    /// Runs once it is set.
    #[prop(into)]
    on_set: Callback<()>,
) -> impl IntoView {
    let lang = use_app().lang();
    let (pin, again) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new(None::<fn(Lang) -> &'static str>);
    let save = move || {
        let (first, second) = (pin.get_untracked(), again.get_untracked());
        wrong.set(match (is_pin(&first), first == second) {
            (false, _) => Some(Lang::pin_not_digits),
            (true, false) => Some(Lang::pin_not_same),
            (true, true) => None,
        });
        if wrong.get_untracked().is_none() {
            set_pin(Some(&first));
            pin.set(String::new());
            again.set(String::new());
            on_set.run(());
        }
    };
    let told = move || {
        let words = wrong.get()?(lang.get());
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
