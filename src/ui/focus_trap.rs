//! Keeps the focus in a panel that lies over the page.

use super::key::{Key, pressed_key};
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, EventTarget, HtmlElement};
use std::sync::atomic::{AtomicU32, Ordering};

/// What can have the focus, as far as a selector says it.
const CONTROLS: &str = "a[href], button, input, select, textarea, summary, [tabindex]";

/// What lies over the page.
const OVER_THE_PAGE: &str = ".dialog[data-open]";

/// How many panels keep the focus now, one over the other.
static PANELS: AtomicU32 = AtomicU32::new(0);

/// While `open`, a focus that goes to the page behind comes back to the panel: to the first thing
/// in it, or to the last where the way went backwards. Where nobody has the focus any more, Tab
/// brings it back too, and Escape runs `on_escape`; of several panels that is the one on top.
pub(super) fn trap_focus(panel: NodeRef<html::Div>, open: Signal<bool>, on_escape: Callback<()>) {
    let listeners = StoredValue::new(None::<[WindowListenerHandle; 2]>);
    let release = move || {
        if let Some(taken) = listeners.try_update_value(Option::take).flatten() {
            PANELS.fetch_sub(1, Ordering::Relaxed);
            taken.into_iter().for_each(WindowListenerHandle::remove);
        }
    };
    Effect::new(move |_| {
        release();
        if open.get() {
            let depth = PANELS.fetch_add(1, Ordering::Relaxed) + 1;
            listeners.set_value(Some(listen(panel, depth, on_escape)));
        }
    });
    on_cleanup(release);
}

fn listen(
    panel: NodeRef<html::Div>,
    depth: u32,
    on_escape: Callback<()>,
) -> [WindowListenerHandle; 2] {
    let goes_back = StoredValue::new(false);
    let keys = window_event_listener(leptos::ev::keydown, move |event: KeyboardEvent| {
        goes_back.set_value(event.shift_key());
        if !nobody_has_the_focus() || depth < PANELS.load(Ordering::Relaxed) {
            return;
        }
        match (pressed_key(&event), event.key().as_str()) {
            (Some(Key::Escape), _) => {
                event.prevent_default();
                on_escape.run(());
            }
            (_, "Tab") => {
                event.prevent_default();
                bring_in(panel, event.shift_key());
            }
            _ => {}
        }
    });
    let moves = window_event_listener(leptos::ev::focusin, move |event: FocusEvent| {
        if !event.target().is_some_and(|it| is_over_the_page(&it)) {
            bring_in(panel, goes_back.get_value());
        }
    });
    [keys, moves]
}

fn bring_in(panel: NodeRef<html::Div>, backwards: bool) {
    let Some(panel) = panel.get_untracked() else { return };
    let found = if backwards { controls(&panel).next_back() } else { first_to_focus(&panel) };
    let _ = found.unwrap_or_else(|| panel.into()).focus();
}

/// The first thing in a panel that can have the focus.
pub(super) fn first_to_focus(panel: &Element) -> Option<HtmlElement> {
    controls(panel).next()
}

/// What in a panel can have the focus and is to be seen, in order.
fn controls(panel: &Element) -> impl DoubleEndedIterator<Item = HtmlElement> {
    let found = panel.query_selector_all(CONTROLS).ok();
    let count = found.as_ref().map_or(0, |it| it.length());
    let element = move |at| found.as_ref()?.item(at)?.dyn_into::<HtmlElement>().ok();
    let can = |it: &HtmlElement| {
        0 <= it.tab_index() && !it.matches(":disabled").unwrap_or(false) && 0 < it.offset_width()
    };
    (0..count).filter_map(element).filter(can)
}

fn is_over_the_page(target: &EventTarget) -> bool {
    let element = target.dyn_ref::<Element>();
    element.is_some_and(|it| it.closest(OVER_THE_PAGE).is_ok_and(|it| it.is_some()))
}

fn nobody_has_the_focus() -> bool {
    let document = document();
    document
        .active_element()
        .is_none_or(|it| document.body().is_some_and(|body| it == *body.as_ref()))
}
