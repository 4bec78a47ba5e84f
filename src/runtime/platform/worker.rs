//! Work off the page's thread.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Worker)]
    type Thread;
    #[wasm_bindgen(constructor, js_class = "Worker", catch)]
    fn new(address: &str) -> Result<Thread, JsValue>;
    #[wasm_bindgen(method, js_name = postMessage, catch)]
    fn send(this: &Thread, message: &JsValue, moved: &js_sys::Array) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn terminate(this: &Thread);
    #[wasm_bindgen(method, setter, js_name = onmessage)]
    fn on_message(this: &Thread, act: &JsValue);
    #[wasm_bindgen(method, setter, js_name = onerror)]
    fn on_error(this: &Thread, act: &JsValue);

    /// Notes a moment where the browser's own tools show it.
    #[wasm_bindgen(js_namespace = performance)]
    fn mark(name: &str);

    #[wasm_bindgen(js_namespace = ["window", "huddle"], js_name = worker, thread_local_v2)]
    static ADDRESS: Option<String>;
}

/// A worker, started and not yet dismissed. It does one piece of work at a time.
#[derive(Clone)]
pub struct Worker(Rc<Hired>);

struct Hired {
    thread: Thread,
    /// It takes messages: its module has started.
    listens: Cell<bool>,
    work: RefCell<Option<Errand>>,
}

/// A piece of work: what it is answered with, and what hears of it.
struct Errand {
    answered: js_sys::Function,
    _hear: Closure<dyn FnMut(JsValue)>,
}

impl Worker {
    /// Starts one; nothing where the browser or the page has none.
    pub fn start() -> Option<Worker> {
        let thread = Thread::new(&ADDRESS.with(Clone::clone)?).ok()?;
        Some(Worker(Rc::new(Hired { thread, listens: Cell::new(false), work: RefCell::new(None) })))
    }

    /// Has the bytes worked on, hears of the share that is done, and gives the bytes of the answer;
    /// nothing where the worker failed or was dismissed.
    pub async fn work(&self, bytes: &[u8], told: impl Fn(f64) + 'static) -> Option<Vec<u8>> {
        let bytes: JsValue = js_sys::Uint8Array::from(bytes).buffer().into();
        let mut answered = None;
        let answer = js_sys::Promise::new(&mut |resolve, _| answered = Some(resolve));
        let answered = answered?;
        if self.0.listens.get() {
            self.0.pass(&bytes);
        }
        let (hired, answer_with) = (Rc::downgrade(&self.0), answered.clone());
        let hear = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let Some(hired) = hired.upgrade() else { return };
            let said = js_sys::Reflect::get(&event, &"data".into()).unwrap_or_default();
            if said == JsValue::TRUE {
                hired.listens.set(true);
                hired.pass(&bytes);
            } else if let Some(share) = said.as_f64() {
                told(share);
            } else {
                // An error has no data: the answer is then none.
                drop(answer_with.call1(&JsValue::NULL, &said));
            }
        });
        self.0.thread.on_message(hear.as_ref());
        self.0.thread.on_error(hear.as_ref());
        self.0.work.replace(Some(Errand { answered, _hear: hear }));
        let answer = JsFuture::from(answer).await.ok()?;
        let answer = answer.dyn_into::<js_sys::ArrayBuffer>().ok()?;
        mark("huddle-worker");
        Some(js_sys::Uint8Array::new(&answer).to_vec())
    }

    /// Ends it at once, whatever it is at.
    pub fn dismiss(&self) {
        self.0.dismiss();
    }
}

impl Hired {
    /// Passes bytes on without copying them.
    fn pass(&self, bytes: &JsValue) {
        drop(self.thread.send(bytes, &js_sys::Array::of1(bytes)));
    }

    fn dismiss(&self) {
        self.thread.terminate();
        self.thread.on_message(&JsValue::NULL);
        self.thread.on_error(&JsValue::NULL);
        if let Some(errand) = self.work.take() {
            drop(errand.answered.call1(&JsValue::NULL, &JsValue::NULL));
        }
    }
}

impl Drop for Hired {
    fn drop(&mut self) {
        self.dismiss();
    }
}
