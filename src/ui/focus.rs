//! Where the keyboard is, before and after something opens over the page.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use std::time::Duration;

/// Remembers who had the focus when `open` became true and gives it back when it becomes false.
pub(super) fn give_focus_back(open: Signal<bool>) {
    let opener = StoredValue::new_local(None::<HtmlElement>);
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        match (was_open.unwrap_or(false), is_open) {
            (false, true) => opener.set_value(focused_element()),
            (true, false) => {
                if let Some(element) = opener.try_update_value(Option::take).flatten() {
                    let _ = element.focus();
                }
            }
            (true, true) | (false, false) => {}
        }
        is_open
    });
}

/// Gives an element the focus once what is on the page now has been painted: focus asks for a
/// layout at once, and what was asked for should not wait for a second one.
pub(super) fn focus_after_paint(element: HtmlElement) {
    request_animation_frame(move || {
        set_timeout(move || drop(element.focus()), Duration::ZERO);
    });
}

fn focused_element() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}
