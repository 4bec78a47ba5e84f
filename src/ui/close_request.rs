//! The device's own way to close what lies over the page: the back gesture of Android, which would
//! otherwise leave the page behind it.
//!
//! Browsers with such a gesture ask a close watcher first
//! (<https://html.spec.whatwg.org/multipage/interaction.html#close-requests>); in others there is
//! nothing to do.

use leptos::prelude::*;
use leptos::wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type CloseWatcher;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<CloseWatcher, JsValue>;
    #[wasm_bindgen(method, setter)]
    fn set_onclose(this: &CloseWatcher, told: &JsValue);
    #[wasm_bindgen(method)]
    fn destroy(this: &CloseWatcher);
}

/// While `open`, a close request runs `on_close`. What then stays open is asked again.
pub(super) fn close_on_request(open: Signal<bool>, on_close: Callback<()>) {
    let asked = Trigger::new();
    let watched = StoredValue::new_local(None::<Watched>);
    let told = move || {
        on_close.run(());
        asked.notify();
    };
    Effect::new(move |_| {
        asked.track();
        watched.set_value(None);
        if open.get() {
            watched.set_value(Watched::begin(told));
        }
    });
    on_cleanup(move || drop(watched.try_update_value(Option::take)));
}

/// A close watcher; it hears of one request, and of none once this is gone.
struct Watched {
    watcher: CloseWatcher,
    _told: Closure<dyn Fn()>,
}

impl Watched {
    fn begin(told: impl Fn() + 'static) -> Option<Watched> {
        let watcher = CloseWatcher::new().ok()?;
        let told = Closure::<dyn Fn()>::new(told);
        watcher.set_onclose(told.as_ref());
        Some(Watched { watcher, _told: told })
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.watcher.destroy();
    }
}
