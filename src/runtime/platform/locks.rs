//! One tab at a time.

use std::future::Future;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, future_to_promise};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "locks"], js_name = request, catch)]
    fn request(name: &str, options: &JsValue, act: &JsValue) -> Result<js_sys::Promise, JsValue>;
}

/// Runs `act` while no other tab holds the lock; does nothing where one does, or where the
/// browser has no locks.
pub async fn alone<F: Future<Output = ()> + 'static>(
    name: &str,
    act: impl FnOnce() -> F + 'static,
) {
    let Some(window) = web_sys::window() else { return };
    let has_locks = js_sys::Reflect::get(&window.navigator(), &"locks".into());
    if !has_locks.is_ok_and(|it| it.is_object()) {
        return;
    }
    let options = js_sys::Object::new();
    drop(js_sys::Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE));
    let act = Closure::once_into_js(move |lock: JsValue| {
        let act = (!lock.is_null()).then_some(act);
        future_to_promise(async move {
            if let Some(act) = act {
                act().await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    if let Ok(done) = request(name, &options, &act) {
        drop(JsFuture::from(done).await);
    }
}
