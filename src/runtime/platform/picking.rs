//! What a person picks: files from a file input or dropped on the page, text that is pasted.

use wasm_bindgen::prelude::*;

use super::files;

/// A file of the tablet, not read yet.
pub type File = web_sys::File;

/// What an input offers to choose for tables.
pub const TABLES: &str = ".csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values,application/vnd.ms-excel,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,.xls,.xlsx";

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

/// The plain text that is being pasted; empty where there is none.
pub fn pasted(event: &web_sys::Event) -> String {
    let data = js_sys::Reflect::get(event, &"clipboardData".into()).unwrap_or_default();
    let read = js_sys::Reflect::get(&data, &"getData".into()).ok();
    let read = read.and_then(|it| it.dyn_into::<js_sys::Function>().ok());
    let text = read.and_then(|it| it.call1(&data, &"text/plain".into()).ok());
    text.and_then(|it| it.as_string()).unwrap_or_default()
}

/// Gives a text to whoever copies; says whether it was taken.
pub fn give(event: &web_sys::Event, text: &str) -> bool {
    let data = js_sys::Reflect::get(event, &"clipboardData".into()).unwrap_or_default();
    let write = js_sys::Reflect::get(&data, &"setData".into()).ok();
    let write = write.and_then(|it| it.dyn_into::<js_sys::Function>().ok());
    write.is_some_and(|it| it.call2(&data, &"text/plain".into(), &text.into()).is_ok())
}

/// Asks the browser to copy from what has the focus, as its own menu would.
pub fn copy() {
    let document = web_sys::window().and_then(|it| it.document()).map(JsValue::from);
    let document = document.unwrap_or_default();
    let ask = js_sys::Reflect::get(&document, &"execCommand".into()).ok();
    if let Some(ask) = ask.and_then(|it| it.dyn_into::<js_sys::Function>().ok()) {
        drop(ask.call1(&document, &"copy".into()));
    }
}

fn listed(owner: &JsValue, name: &str) -> Vec<File> {
    let list = js_sys::Reflect::get(owner, &name.into()).ok();
    files::list(list.and_then(|it| it.dyn_into().ok()))
}
