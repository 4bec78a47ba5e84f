//! Files in and out.
//!
//! An installed page on iOS cannot download, it shares instead; the bytes must be ready before the
//! tap, because the permission of a tap lasts a few seconds.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = navigator, js_name = share, catch)]
    fn share(data: &JsValue) -> Result<js_sys::Promise, JsValue>;
    #[wasm_bindgen(js_namespace = navigator, js_name = canShare, catch)]
    fn can_share(data: &JsValue) -> Result<bool, JsValue>;
}

/// What became of a file that was to be saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It was handed to the browser or to the share sheet.
    Handed,
    /// The person closed the share sheet.
    Cancelled,
    /// The browser refused; another tap may help.
    Refused,
}

/// The files of an input or a drop.
pub fn list(files: Option<web_sys::FileList>) -> Vec<web_sys::File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

/// A file's bytes; `None` where it cannot be read.
pub async fn read(file: &web_sys::File) -> Option<Vec<u8>> {
    let buffer = JsFuture::from(file.array_buffer()).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Saves a text as a file: by the share sheet in an installed page on iOS, else as a download.
pub async fn save(name: &str, mime: &str, text: &str) -> Saved {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let bag = web_sys::FilePropertyBag::new();
    bag.set_type(mime);
    let Ok(file) = web_sys::File::new_with_str_sequence_and_options(&parts, name, &bag) else {
        return Saved::Refused;
    };
    match super::shell::is_ios() && super::shell::is_installed() {
        true => share_file(&file).await,
        false => download(&file, name),
    }
}

async fn share_file(file: &web_sys::File) -> Saved {
    let data = js_sys::Object::new();
    drop(js_sys::Reflect::set(&data, &"files".into(), &js_sys::Array::of1(file)));
    if !can_share(&data).unwrap_or(false) {
        return Saved::Refused;
    }
    let Ok(promise) = share(&data) else { return Saved::Refused };
    match JsFuture::from(promise).await {
        Ok(_) => Saved::Handed,
        Err(error) => {
            let name = error.dyn_into::<web_sys::DomException>().map(|it| it.name());
            if name.is_ok_and(|it| it == "AbortError") { Saved::Cancelled } else { Saved::Refused }
        }
    }
}

fn download(file: &web_sys::File, name: &str) -> Saved {
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|it| it.create_element("a").ok());
    let link = link.and_then(|it| it.dyn_into::<web_sys::HtmlAnchorElement>().ok());
    let (Some(link), Ok(url)) = (link, web_sys::Url::create_object_url_with_blob(file)) else {
        return Saved::Refused;
    };
    link.set_href(&url);
    link.set_download(name);
    link.click();
    let forget = Closure::once_into_js(move || drop(web_sys::Url::revoke_object_url(&url)));
    if let Some(window) = web_sys::window() {
        let minute = 60_000;
        drop(
            window.set_timeout_with_callback_and_timeout_and_arguments_0(
                forget.unchecked_ref(),
                minute,
            ),
        );
    }
    Saved::Handed
}
