//! The browser's local storage as the journal's storage.
//!
//! `gloo_storage` panics where local storage is denied, so every use is behind a probe.

use gloo_storage::Storage as _;
use wasm_bindgen::JsCast;

use crate::journal::port::{Fault, Storage};

/// The local storage of this origin.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct BrowserStorage;

fn area() -> Result<web_sys::Storage, Fault> {
    match web_sys::window().map(|window| window.local_storage()) {
        Some(Ok(Some(_))) => Ok(gloo_storage::LocalStorage::raw()),
        _ => Err(Fault::Denied),
    }
}

fn denied<E>(_: E) -> Fault {
    Fault::Denied
}

impl Storage for BrowserStorage {
    fn keys(&self) -> Result<Vec<String>, Fault> {
        let area = area()?;
        let count = area.length().map_err(denied)?;
        (0..count).filter_map(|place| area.key(place).map_err(denied).transpose()).collect()
    }

    fn get(&self, key: &str) -> Result<Option<String>, Fault> {
        area()?.get_item(key).map_err(denied)
    }

    fn set(&self, key: &str, text: &str) -> Result<(), Fault> {
        area()?.set_item(key, text).map_err(|error| {
            let name = error.dyn_into::<web_sys::DomException>().map(|it| it.name());
            match name.as_deref() {
                Ok("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => Fault::Full,
                _ => Fault::Denied,
            }
        })
    }

    fn remove(&self, key: &str) -> Result<(), Fault> {
        area()?.remove_item(key).map_err(denied)
    }
}
