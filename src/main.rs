//! Starts the page, and tells the loader (`public/boot.js`) when it stands or why it stopped.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// The app has mounted: the static shell may go.
    #[wasm_bindgen(js_namespace = ["window", "huddle"])]
    fn ready();

    /// The app cannot go on: the recovery page takes over.
    #[wasm_bindgen(js_namespace = ["window", "huddle"])]
    fn fail(kind: &str, detail: &str);
}

fn main() {
    std::panic::set_hook(Box::new(|panic| fail("panic", &panic.to_string())));
    huddle::app::start();
    ready();
}
