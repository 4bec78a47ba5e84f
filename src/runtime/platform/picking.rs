//! Files that a person picks: from a file input, or dropped on the page.

use wasm_bindgen::prelude::*;

use super::files;

/// A file of the tablet, not read yet.
pub type File = web_sys::File;

/// The files chosen in an input. The input forgets them, so that the same can be chosen again.
pub fn chosen(event: &web_sys::Event) -> Vec<File> {
    let Some(input) = event.target() else { return Vec::new() };
    let chosen = listed(&input, "files");
    drop(js_sys::Reflect::set(&input, &"value".into(), &"".into()));
    chosen
}

/// The files dropped on the page.
pub fn dropped(event: &web_sys::Event) -> Vec<File> {
    let transfer = js_sys::Reflect::get(event, &"dataTransfer".into());
    transfer.map_or(Vec::new(), |it| listed(&it, "files"))
}

fn listed(owner: &JsValue, name: &str) -> Vec<File> {
    let list = js_sys::Reflect::get(owner, &name.into()).ok();
    files::list(list.and_then(|it| it.dyn_into().ok()))
}
