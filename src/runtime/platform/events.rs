//! Events of the window and the document, listened to for as long as the page lives.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// Calls `act` at each such event of the window.
pub fn on_window(name: &str, act: impl FnMut(web_sys::Event) + 'static) {
    listen(web_sys::window().map(JsCast::unchecked_into), name, act);
}

/// Calls `act` at each such event of the document.
pub fn on_document(name: &str, act: impl FnMut(web_sys::Event) + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    listen(document.map(JsCast::unchecked_into), name, act);
}

fn listen(
    target: Option<web_sys::EventTarget>,
    name: &str,
    act: impl FnMut(web_sys::Event) + 'static,
) {
    let act = Closure::<dyn FnMut(web_sys::Event)>::new(act);
    if let Some(target) = target {
        drop(target.add_event_listener_with_callback(name, act.as_ref().unchecked_ref()));
        act.forget();
    }
}

/// Whether the page can be seen.
pub fn is_visible() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_none_or(|it| it.visibility_state() == web_sys::VisibilityState::Visible)
}

/// Lets the browser ask, at the event before it leaves the page, whether to stay. Older ones ask only
/// where the event is given a text, which none of them shows.
pub fn ask_to_stay(event: &web_sys::Event) {
    event.prevent_default();
    drop(js_sys::Reflect::set(event, &JsValue::from_str("returnValue"), &JsValue::from_str("?")));
}

/// A key of local storage that another tab changed: the key and its new text. A missing key means
/// that everything was removed.
pub fn storage_change(event: &web_sys::Event) -> Option<(Option<String>, Option<String>)> {
    let event = event.dyn_ref::<web_sys::StorageEvent>()?;
    Some((event.key(), event.new_value()))
}
