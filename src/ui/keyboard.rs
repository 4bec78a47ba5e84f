//! The keyboard of a touched screen, called by the tap for a field that is yet to be built.
//!
//! iOS brings it up for what gets the focus within the tap, and keeps it when the focus goes on
//! from field to field. So the tap gives the focus to a field that nobody sees, until the one that
//! is typed into has it.

use super::answer::after_paint;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;
use std::cell::RefCell;

/// The field that nobody sees, and who had the focus before.
#[derive(Clone)]
struct Call {
    field: HtmlElement,
    caller: Option<HtmlElement>,
}

thread_local! {
    static CALL: RefCell<Option<Call>> = const { RefCell::new(None) };
}

/// Calls the keyboard, where there is one on the screen.
pub(super) fn call() {
    let is_touched = window().match_media("(pointer: coarse)").ok().flatten();
    if !is_touched.is_some_and(|it| it.matches()) {
        return;
    }
    hand_over_now();
    let caller = focused_element();
    let Some(field) = field() else { return };
    let _ = field.focus();
    CALL.set(Some(Call { field, caller }));
}

/// Who has the focus, or had it when the keyboard was called.
pub(super) fn focused_element() -> Option<HtmlElement> {
    let focused: HtmlElement = document().active_element()?.dyn_into().ok()?;
    match CALL.with_borrow(Clone::clone) {
        Some(call) if call.field == focused => call.caller,
        _ => Some(focused),
    }
}

/// Takes the unseen field away, once what was asked for has been drawn. Where nothing took the
/// focus from it, who had it before gets it back.
pub(super) fn hand_over() {
    after_paint(hand_over_now);
}

fn hand_over_now() {
    let Some(Call { field, caller }) = CALL.take() else { return };
    let has_it = document().active_element().is_some_and(|it| it == *field.as_ref());
    if has_it && let Some(caller) = caller {
        let _ = caller.focus();
    }
    field.remove();
}

fn field() -> Option<HtmlElement> {
    let field: HtmlElement = document().create_element("input").ok()?.dyn_into().ok()?;
    for (name, value) in [("class", "unseen"), ("tabindex", "-1"), ("aria-hidden", "true")] {
        field.set_attribute(name, value).ok()?;
    }
    // At its very beginning, so that nothing scrolls.
    document().body()?.prepend_with_node_1(&field).ok()?;
    Some(field)
}
