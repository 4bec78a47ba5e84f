//! The page around the app: its shell, its address, its language and theme, new versions.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = ready, catch)]
    fn shell_ready() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = fail, catch)]
    fn shell_fail(kind: &str, detail: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = update, catch)]
    fn shell_update() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = updateWaiting, catch)]
    fn shell_update_waiting() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = theme, catch)]
    fn shell_theme() -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = build, thread_local_v2)]
    static BUILD: Option<String>;
}

/// The app stands: the static shell goes.
pub fn ready() {
    drop(shell_ready());
}

/// The app cannot go on: the recovery page comes.
pub fn fail(kind: &str, detail: &str) {
    drop(shell_fail(kind, detail));
}

/// The person wants the new version now.
pub fn update() {
    drop(shell_update());
}

/// Whether a new version waits.
pub fn update_waits() -> bool {
    shell_update_waiting().is_ok_and(|it| it.is_truthy())
}

/// The language that the browser prefers.
pub fn browser_language() -> String {
    web_sys::window().and_then(|it| it.navigator().language()).unwrap_or_default()
}

/// Asks the browser to print the page.
pub fn print() {
    if let Some(window) = web_sys::window() {
        drop(window.print());
    }
}

fn root() -> Option<web_sys::Element> {
    web_sys::window()?.document()?.document_element()
}

/// Says which language the page is in.
pub fn set_page_language(tag: &str) {
    if let Some(root) = root() {
        drop(root.set_attribute("lang", tag));
    }
}

/// Takes the stored theme on; `auto` follows the tablet.
pub fn set_page_theme(theme: &str) {
    if shell_theme().is_err()
        && let Some(root) = root()
    {
        drop(root.set_attribute("data-theme", theme));
    }
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// The part of the address after `#`, with it.
pub fn hash() -> String {
    web_sys::window().and_then(|it| it.location().hash().ok()).unwrap_or_default()
}

/// Goes to an address, with a step back.
pub fn push_hash(hash: &str) {
    if let Some(window) = web_sys::window() {
        drop(window.location().set_hash(hash));
    }
}

/// Changes the address, without a step back.
pub fn replace_hash(hash: &str) {
    if let Some(history) = web_sys::window().and_then(|it| it.history().ok()) {
        drop(history.replace_state_with_url(&JsValue::NULL, "", Some(hash)));
    }
}

/// Whether the page runs as an installed app.
pub fn is_installed() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let standalone = js_sys::Reflect::get(&window.navigator(), &"standalone".into());
    let query = window.match_media("(display-mode: standalone)").ok().flatten();
    standalone.is_ok_and(|it| it.is_truthy()) || query.is_some_and(|it| it.matches())
}

/// Whether it is an iPad or an iPhone, where only the share sheet installs.
pub fn is_ios() -> bool {
    let Some(navigator) = web_sys::window().map(|it| it.navigator()) else { return false };
    let agent = navigator.user_agent().unwrap_or_default();
    let touch_mac = agent.contains("Macintosh") && 1 < navigator.max_touch_points();
    agent.contains("iPhone") || agent.contains("iPad") || touch_mac
}

/// Whether the page can fill the screen.
pub fn can_fill_screen() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    document.is_some_and(|it| it.fullscreen_enabled())
}

/// Fills the screen with the page, or gives it back. Works only from a tap.
pub fn fill_screen() {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    match document.fullscreen_element() {
        Some(_) => document.exit_fullscreen(),
        None => root().into_iter().for_each(|it| drop(it.request_fullscreen())),
    }
}

/// The build's own mark; nothing in a development build.
pub fn build() -> String {
    BUILD.with(Clone::clone).unwrap_or_default()
}

/// Whether the browser has promised to keep the data when room runs short.
pub async fn is_kept() -> bool {
    match web_sys::window().and_then(|it| it.navigator().storage().persisted().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok_and(|it| it.is_truthy()),
        None => false,
    }
}

/// Asks the browser to keep the data; says whether it promises.
pub async fn ask_to_keep() -> bool {
    match web_sys::window().and_then(|it| it.navigator().storage().persist().ok()) {
        Some(promise) => JsFuture::from(promise).await.is_ok_and(|it| it.is_truthy()),
        None => false,
    }
}
