//! Installing the page, keeping its data, looking for new versions: what each browser offers.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use super::{events, shell};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = lookForUpdate, catch)]
    fn shell_look() -> Result<JsValue, JsValue>;
}

thread_local! {
    /// The browser's own offer to install, kept until the person asks for it.
    static OFFER: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// The event of the window that tells that the offer has come or gone.
pub const OFFER_CHANGED: &str = "huddle-install";

/// Where the page runs, as far as installing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Installed.
    Installed,
    /// In a tab of an iPad or iPhone, where only the share sheet installs.
    IosTab,
    /// In a tab whose browser offers to install.
    Offered,
    /// In any other tab.
    Tab,
}

/// Keeps the browser's offer to install, from the start of the page on.
pub fn watch() {
    events::on_window("beforeinstallprompt", |event| {
        event.prevent_default();
        keep(Some(event.into()));
    });
    events::on_window("appinstalled", |_| keep(None));
}

fn keep(offer: Option<JsValue>) {
    OFFER.with(|it| *it.borrow_mut() = offer);
    if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new(OFFER_CHANGED)) {
        drop(window.dispatch_event(&event));
    }
}

/// Where the page runs.
pub fn place() -> Place {
    if shell::is_installed() {
        return Place::Installed;
    }
    match (shell::is_ios(), OFFER.with(|it| it.borrow().is_some())) {
        (true, _) => Place::IosTab,
        (false, true) => Place::Offered,
        (false, false) => Place::Tab,
    }
}

/// Takes the browser's offer: its own question comes up. An offer is good for one question.
pub fn ask() {
    let Some(offer) = OFFER.with(|it| it.borrow_mut().take()) else { return };
    let prompt = js_sys::Reflect::get(&offer, &"prompt".into());
    if let Some(prompt) = prompt.ok().and_then(|it| it.dyn_into::<js_sys::Function>().ok()) {
        drop(prompt.call0(&offer));
    }
    keep(None);
}

/// Whether the browser counts stored text in bytes, as WebKit does, and not in UTF-16 units.
pub fn counts_bytes() -> bool {
    let agent = web_sys::window().and_then(|it| it.navigator().user_agent().ok());
    let agent = agent.unwrap_or_default();
    agent.contains("AppleWebKit") && !agent.contains("Chrom")
}

/// Asks the server for a newer version; says whether one waits then. Without a network, or in a
/// development build, none does.
pub async fn look_for_update() -> bool {
    if let Some(promise) = shell_look().ok().and_then(|it| it.dyn_into::<js_sys::Promise>().ok()) {
        drop(JsFuture::from(promise).await);
    }
    shell::update_waits()
}
