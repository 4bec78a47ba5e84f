//! The worker: takes an assignment's numbers, or a workbook, as bytes, works on them off the page's
//! thread, and gives its progress and then the answer.
//!
//! It shares the rules with the page file by file and not as a library, so that it holds nothing
//! but them: compiling it takes seconds, fetching it some tens of kilobytes.

#![allow(dead_code, reason = "the page uses the other half of the shared files")]

#[path = "../../src/domain/assignment/job.rs"]
mod job;
#[path = "../../src/transfer/workbook/read.rs"]
mod read;
#[path = "../../src/transfer/workbook/sheets.rs"]
mod sheets;
#[path = "../../src/domain/assignment/solve.rs"]
mod solve;
#[path = "../../src/domain/assignment/weigh.rs"]
mod weigh;
#[path = "../../src/domain/assignment/wire.rs"]
mod wire;

use js_sys::{Array, ArrayBuffer, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Sends to the page; what is listed moves over and is not copied.
    #[wasm_bindgen(js_namespace = self, js_name = postMessage)]
    fn post(message: &JsValue, moved: &Array);

    #[wasm_bindgen(js_namespace = self, js_name = addEventListener)]
    fn listen(kind: &str, act: &JsValue);
}

/// Leads between two words of progress.
const LEADS_A_WORD: usize = 100;

fn main() {
    let act = Closure::<dyn Fn(JsValue)>::new(|event: JsValue| {
        let data = js_sys::Reflect::get(&event, &"data".into());
        if let Some(bytes) = data.ok().and_then(|it| it.dyn_into::<ArrayBuffer>().ok()) {
            work(&Uint8Array::new(&bytes).to_vec());
        }
    });
    listen("message", &act.into_js_value());
    // The page may send from now on.
    post(&JsValue::TRUE, &Array::new());
}

/// Gives the shares that are done, 0 to 1, and then the answer; `null` for bytes that are none of
/// this build's.
fn work(bytes: &[u8]) {
    // An assignment begins with a weight, and none is as large as a workbook's first letters.
    if sheets::is_workbook(bytes) {
        return answer(&sheets::to_bytes(&read::read(bytes)));
    }
    let Some(scales) = wire::scales(bytes) else { return post(&JsValue::NULL, &Array::new()) };
    let mut job = job::Job::new(scales);
    while job.step(LEADS_A_WORD) {
        post(&job.done().into(), &Array::new());
    }
    answer(&wire::of_answer(&job.finish().2));
}

fn answer(bytes: &[u8]) {
    let answer = Uint8Array::from(bytes).buffer();
    post(&answer, &Array::of1(&answer));
}
