//! The screen stays awake while somebody looks at it and does not touch it, where the browser can
//! do that.

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["navigator", "wakeLock"], js_name = request, catch)]
    fn request(kind: &str) -> Result<js_sys::Promise, JsValue>;

    /// What the browser gives for a screen that stays awake.
    type Sentinel;
    #[wasm_bindgen(method, catch)]
    fn release(this: &Sentinel) -> Result<js_sys::Promise, JsValue>;
}

/// Keeps the screen awake for as long as it lives. The browser lets go whenever the page goes out
/// of sight, so it has to be asked again when the page is back.
#[derive(Default)]
pub struct Awake(Rc<RefCell<Held>>);

#[derive(Default)]
struct Held {
    sentinel: Option<Sentinel>,
    over: bool,
}

impl Awake {
    /// Asks for it now.
    pub fn begin() -> Awake {
        let awake = Awake::default();
        awake.ask();
        awake
    }

    /// Asks for it again. Where it is refused, as on an empty battery, the screen goes dark.
    pub fn ask(&self) {
        let Ok(promise) = request("screen") else { return };
        let held = self.0.clone();
        spawn_local(async move {
            let Ok(sentinel) = JsFuture::from(promise).await else { return };
            let sentinel: Sentinel = sentinel.unchecked_into();
            let before = match held.try_borrow_mut() {
                Ok(mut held) if !held.over => held.sentinel.replace(sentinel),
                _ => Some(sentinel),
            };
            before.into_iter().for_each(|it| drop(it.release()));
        });
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        if let Ok(mut held) = self.0.try_borrow_mut() {
            held.over = true;
            held.sentinel.take().into_iter().for_each(|it| drop(it.release()));
        }
    }
}
