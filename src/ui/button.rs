//! Buttons, and links that look like them.
//!
//! One page has at most one primary button: the thing to do.

use super::answer::{answer_first, answer_first_to_type, busy_word};
use super::icon::{Icon, IconView};
use leptos::prelude::*;

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum ButtonKind {
    /// The one thing to do on this page.
    Primary,
    /// Everything else.
    #[default]
    Quiet,
    /// Takes something away.
    Danger,
    /// A word in a line of text.
    Link,
}

impl ButtonKind {
    /// The value of the `data-kind` attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            ButtonKind::Primary => "primary",
            ButtonKind::Quiet => "quiet",
            ButtonKind::Danger => "danger",
            ButtonKind::Link => "link",
        }
    }
}

/// A button with a word and perhaps an icon.
#[component]
pub fn Button(
    /// The word on it.
    #[prop(into)]
    label: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// The icon before the word.
    #[prop(optional)]
    icon: Option<Icon>,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// For a button that stays in: whether it is in.
    #[prop(optional, into)]
    pressed: Option<Signal<bool>>,
    /// Whether what it asks for takes more than a frame: it then shows that it was pressed before
    /// the work begins.
    #[prop(optional)]
    slow: bool,
    /// Whether it opens a field to type into, which takes more than a frame too: the keyboard then
    /// comes up with the press.
    #[prop(optional)]
    types: bool,
    /// Runs when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let (busy, press) = pressing(slow, types, on_press);
    view! {
        <button
            type="button"
            class="button"
            data-kind=kind.as_str()
            prop:disabled=disabled
            aria-pressed=move || pressed.map(|pressed| bool_word(pressed.get()))
            aria-busy=busy
            on:click=move |_| press.run(())
        >
            {icon.map(|icon| view! { <IconView icon /> })}
            <span class="button__label">{label}</span>
        </button>
    }
}

/// A button that is an icon alone: undo, redo, close, menu and the like.
#[component]
pub fn IconButton(
    /// Its name, for screen readers and as a tip.
    #[prop(into)]
    label: Signal<String>,
    /// The picture.
    icon: Icon,
    /// Whether it cannot be pressed now.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Whether what it asks for takes more than a frame: it then shows that it was pressed before
    /// the work begins.
    #[prop(optional)]
    slow: bool,
    /// Whether it opens a field to type into, which takes more than a frame too: the keyboard then
    /// comes up with the press.
    #[prop(optional)]
    types: bool,
    /// Runs when it is pressed.
    #[prop(into)]
    on_press: Callback<()>,
) -> impl IntoView {
    let (busy, press) = pressing(slow, types, on_press);
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=label
            title=label
            prop:disabled=disabled
            aria-busy=busy
            on:click=move |_| press.run(())
        >
            <IconView icon />
        </button>
    }
}

/// The name at the head of a row, which opens the row; that takes more than a frame.
#[component]
pub fn RowName(
    /// Runs when it is pressed.
    on_press: Callback<()>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let (asked, ask) = answer_first(on_press);
    view! {
        <button
            type="button"
            class="catalog__name"
            aria-busy=move || busy_word(asked)
            on:click=move |_| ask(())
        >
            {children()}
        </button>
    }
}

/// What `aria-busy` says and what a press does.
fn pressing(
    slow: bool,
    types: bool,
    on_press: Callback<()>,
) -> (Option<impl Fn() -> Option<&'static str> + Send + Clone>, Callback<()>) {
    let (asked, press) = match (slow, types) {
        (_, true) => {
            let (asked, ask) = answer_first_to_type(on_press);
            (asked, Callback::new(ask))
        }
        (true, false) => {
            let (asked, ask) = answer_first(on_press);
            (asked, Callback::new(ask))
        }
        (false, false) => return (None, on_press),
    };
    (Some(move || busy_word(asked)), press)
}

/// A link that looks like a button: it leads to an address and does nothing else.
#[component]
pub fn ButtonLink(
    /// The word on it.
    #[prop(into)]
    label: Signal<String>,
    /// Where it leads.
    #[prop(into)]
    href: Signal<String>,
    /// How much it asks for attention.
    #[prop(optional)]
    kind: ButtonKind,
    /// The icon before the word.
    #[prop(optional)]
    icon: Option<Icon>,
) -> impl IntoView {
    view! {
        <a class="button" data-kind=kind.as_str() href=href>
            {icon.map(|icon| view! { <IconView icon /> })}
            <span class="button__label">{label}</span>
        </a>
    }
}

/// The word that ARIA wants for a truth value.
pub const fn bool_word(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
