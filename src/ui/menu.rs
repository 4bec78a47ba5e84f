//! A button that opens a menu.

use super::button::bool_word;
use super::close_request::close_on_request;
use super::focus::give_focus_back;
use super::icon::{Icon, IconView};
use super::in_sight::keep_in_sight;
use super::key::{Key, moved, pressed_key};
use super::popover::Scrim;
use super::tone::Tone;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// An entry of a menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuItem {
    /// What is told when it is chosen.
    pub id: String,
    /// The words.
    pub label: String,
    /// The icon before the words.
    pub icon: Option<Icon>,
    /// `Bad` for what takes something away.
    pub tone: Tone,
    /// Whether it can be chosen.
    pub state: MenuItemState,
}

/// Whether an entry can be chosen, or is chosen already.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum MenuItemState {
    /// Can be chosen.
    #[default]
    Ready,
    /// Is chosen now; shown with a tick.
    Current,
    /// Cannot be chosen now.
    Disabled,
}

impl MenuItem {
    /// An entry that can be chosen.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> MenuItem {
        let (id, label) = (id.into(), label.into());
        MenuItem { id, label, icon: None, tone: Tone::Plain, state: MenuItemState::Ready }
    }
}

/// A button with a menu: arrows move, Escape and the device's way back close, Tab leaves.
#[component]
pub fn MenuButton(
    /// The words on the button.
    #[prop(into)]
    label: Signal<String>,
    /// The icon before the words.
    #[prop(optional)]
    icon: Option<Icon>,
    /// What can be chosen.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// Tells the `id` of what was chosen.
    #[prop(into)]
    on_choose: Callback<String>,
) -> impl IntoView {
    let open = RwSignal::new(false);
    give_focus_back(open.into());
    close_on_request(open.into(), Callback::new(move |()| open.set(false)));
    let choose = Callback::new(move |id| {
        open.set(false);
        on_choose.run(id);
    });
    view! {
        <span class="popover-anchor">
            <button
                type="button"
                class="button button--menu"
                data-kind="quiet"
                aria-haspopup="menu"
                aria-expanded=move || bool_word(open.get())
                on:click=move |_| open.set(!open.get_untracked())
            >
                {icon.map(|icon| view! { <IconView icon /> })}
                <span class="button__label">{label}</span>
                <IconView icon=Icon::Down />
            </button>
            <Show when=move || open.get()>
                <Scrim on_close=Callback::new(move |()| open.set(false)) />
                <MenuList label items on_choose=choose on_close=Callback::new(move |()| open.set(false)) />
            </Show>
        </span>
    }
}

#[component]
fn MenuList(
    label: Signal<String>,
    items: Signal<Vec<MenuItem>>,
    on_choose: Callback<String>,
    on_close: Callback<()>,
) -> impl IntoView {
    let list = NodeRef::<html::Div>::new();
    let current = StoredValue::new(0_usize);
    Effect::new(move |_| {
        if let Some(list) = list.get() {
            keep_in_sight(&list);
            focus_item(&list, 0);
        }
    });
    let press = move |event: leptos::ev::KeyboardEvent| {
        let (Some(key), Some(list)) = (pressed_key(&event), list.get_untracked()) else {
            if event.key() == "Tab" {
                on_close.run(());
            }
            return;
        };
        if key == Key::Escape {
            event.prevent_default();
            event.stop_propagation();
            on_close.run(());
        } else if let Some(next) = moved(key, current.get_value(), items.read_untracked().len()) {
            event.prevent_default();
            current.set_value(next);
            focus_item(&list, next);
        }
    };
    view! {
        <div class="popover menu" role="menu" aria-label=label node_ref=list on:keydown=press>
            {move || items.get().into_iter().map(|item| menu_entry(item, on_choose)).collect_view()}
        </div>
    }
}

fn menu_entry(item: MenuItem, on_choose: Callback<String>) -> impl IntoView {
    let MenuItem { id, label, icon, tone, state } = item;
    let choice = id.clone();
    let current = state == MenuItemState::Current;
    let disabled = state == MenuItemState::Disabled;
    let choose = move |_| {
        if !disabled {
            on_choose.run(id.clone());
        }
    };
    view! {
        <button
            type="button"
            class="menu__item"
            role="menuitem"
            tabindex="-1"
            data-tone=tone.as_str()
            data-choice=choice
            aria-disabled=disabled.then_some("true")
            aria-current=current.then_some("true")
            on:click=choose
        >
            {icon.map(|icon| view! { <IconView icon /> })}
            <span class="menu__label">{label}</span>
            {current.then(|| view! { <IconView icon=Icon::Check /> })}
        </button>
    }
}

fn focus_item(list: &HtmlElement, place: usize) {
    let item = u32::try_from(place).ok().and_then(|place| list.children().item(place));
    if let Some(item) = item.and_then(|item| item.dyn_into::<HtmlElement>().ok()) {
        let _ = item.focus();
    }
}
