//! One tab at a time.

use std::cell::Cell;
use std::future::Future;
use std::rc::Rc;

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
    if has_locks() {
        locked(name, &[("ifAvailable", JsValue::TRUE)], act).await;
    }
}

/// Runs `act` as soon as no other tab holds the lock; at once where the browser has no locks.
pub async fn in_turn<T: 'static>(name: &str, act: impl FnOnce() -> T + 'static) -> Option<T> {
    if !has_locks() {
        return Some(act());
    }
    let done = Rc::new(Cell::new(None));
    let given = done.clone();
    locked(name, &[], move || async move { given.set(Some(act())) }).await;
    done.take()
}

fn has_locks() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let locks = js_sys::Reflect::get(&window.navigator(), &"locks".into());
    locks.is_ok_and(|it| it.is_object())
}

async fn locked<F: Future<Output = ()> + 'static>(
    name: &str,
    options: &[(&str, JsValue)],
    act: impl FnOnce() -> F + 'static,
) {
    let given = js_sys::Object::new();
    for (option, value) in options {
        drop(js_sys::Reflect::set(&given, &(*option).into(), value));
    }
    let act = Closure::once_into_js(move |lock: JsValue| {
        let act = (!lock.is_null()).then_some(act);
        future_to_promise(async move {
            if let Some(act) = act {
                act().await;
            }
            Ok(JsValue::UNDEFINED)
        })
    });
    if let Ok(done) = request(name, &given, &act) {
        drop(JsFuture::from(done).await);
    }
}
