//! What a person picks: files from a file input or dropped on the page, text that is pasted or copied.

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
    listed(&part(event, "dataTransfer"), "files")
}

/// The plain text that is being pasted; empty where there is none.
pub fn pasted(event: &web_sys::Event) -> String {
    let (data, kind) = (part(event, "clipboardData"), JsValue::from("text/plain"));
    let text = method(&data, "getData").and_then(|it| it.call1(&data, &kind).ok());
    text.and_then(|it| it.as_string()).unwrap_or_default()
}

/// Gives a text to whoever copies; says whether it was taken.
pub fn give(event: &web_sys::Event, text: &str) -> bool {
    let (data, kind) = (part(event, "clipboardData"), JsValue::from("text/plain"));
    method(&data, "setData").is_some_and(|it| it.call2(&data, &kind, &text.into()).is_ok())
}

/// Asks the browser to copy from what has the focus, as its own menu would.
pub fn copy() {
    let document = part(&js_sys::global(), "document");
    if let Some(ask) = method(&document, "execCommand") {
        drop(ask.call1(&document, &"copy".into()));
    }
}

/// What an object has below a name; undefined where it has nothing.
fn part(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &name.into()).unwrap_or_default()
}

fn method(of: &JsValue, name: &str) -> Option<js_sys::Function> {
    part(of, name).dyn_into().ok()
}

fn listed(owner: &JsValue, name: &str) -> Vec<File> {
    files::list(part(owner, name).dyn_into().ok())
}
