//! A word that something was done, with the way back, gone by itself after a while.
//!
//! It stays while a finger, a mouse or the keyboard is on it, so that nobody has to hurry.

use super::button::{Button, ButtonKind, IconButton};
use super::icon::Icon;
use super::lang::use_lang;
use super::tone::Tone;
use crate::i18n::Lang;
use leptos::prelude::*;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// How long a toast stands when nobody touches it.
const STANDS_FOR: Duration = Duration::from_secs(8);

/// A sentence that is said in the language of the page, whichever it is while it stands.
#[derive(Clone)]
pub struct Said(Arc<dyn Fn(Lang) -> String + Send + Sync>);

impl Said {
    /// What `words` say in each language.
    pub fn new<T: Into<String>>(words: impl Fn(Lang) -> T + Send + Sync + 'static) -> Said {
        Said(Arc::new(move |lang| words(lang).into()))
    }

    /// The sentence in a language.
    pub fn words(&self, lang: Lang) -> String {
        (self.0)(lang)
    }
}

impl fmt::Debug for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Said").field(&self.words(Lang::En)).finish()
    }
}

impl PartialEq for Said {
    fn eq(&self, other: &Said) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Something that was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Toast {
    /// Tells toasts apart.
    pub id: u64,
    /// What was done, in one sentence.
    pub text: Said,
    /// `Warn` or `Bad` when something went wrong.
    pub tone: Tone,
    /// The way back, such as undo.
    pub action: Option<ToastAction>,
}

/// What can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct ToastAction {
    /// The word on the button.
    pub label: Said,
    /// Told to the page when it is pressed.
    pub id: String,
}

/// The place where toasts appear; there is one on the page.
#[component]
pub fn Toasts(
    /// The toasts that stand, the newest last.
    #[prop(into)]
    toasts: Signal<Vec<Toast>>,
    /// Tells the `id` of a toast whose time is over or that was closed.
    #[prop(into)]
    on_dismiss: Callback<u64>,
    /// Tells the `id` of an action that was pressed.
    #[prop(into)]
    on_action: Callback<String>,
) -> impl IntoView {
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <For
                each=move || toasts.get()
                key=|toast| toast.id
                children=move |toast| view! { <ToastView toast on_dismiss on_action /> }
            />
        </div>
    }
}

#[component]
fn ToastView(
    toast: Toast,
    on_dismiss: Callback<u64>,
    on_action: Callback<String>,
) -> impl IntoView {
    let lang = use_lang();
    let Toast { id, text, tone, action } = toast;
    let dismiss = move || {
        on_dismiss.try_run(id);
    };
    let timer = StoredValue::new(None::<TimeoutHandle>);
    let hold = move || {
        if let Some(handle) = timer.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    let release = move || {
        hold();
        timer.try_update_value(|timer| *timer = set_timeout_with_handle(dismiss, STANDS_FOR).ok());
    };
    release();
    on_cleanup(hold);
    let action_button = action.map(|ToastAction { label, id: action }| {
        let act = move || {
            on_action.run(action.clone());
            dismiss();
        };
        view! { <Button kind=ButtonKind::Link label=move || label.words(lang.get()) on_press=act /> }
    });
    view! {
        <div
            class="toast"
            data-tone=tone.as_str()
            on:pointerenter=move |_| hold()
            on:pointerleave=move |_| release()
            on:focusin=move |_| hold()
            on:focusout=move |_| release()
        >
            <p class="toast__text">{move || text.words(lang.get())}</p>
            {action_button}
            <IconButton icon=Icon::Close label=move || lang.get().close() on_press=dismiss />
        </div>
    }
}
