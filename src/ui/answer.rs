//! Taps that ask for more than a frame's work: what was tapped says so at once, the work follows.
//!
//! Nothing can come between: what is still asked for is done before another press or key is heard,
//! and before the page goes out of sight; out of sight it is done at once. So it is, but for one
//! frame's look, as if there had been no wait.

use super::keyboard;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{Event, EventTarget, MouseEvent};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

/// Something to do, until it is done.
type Asked = Rc<Cell<Option<Box<dyn FnOnce()>>>>;

thread_local! {
    /// What is asked for and not done yet, in order.
    static ASKED: RefCell<Vec<Asked>> = RefCell::default();
    /// Whether what comes next is listened for.
    static LISTENS: Cell<bool> = const { Cell::new(false) };
}

/// Runs something once what is on the page now has been painted, or before whatever comes next.
pub fn after_paint(work: impl FnOnce() + 'static) {
    if !LISTENS.replace(true) {
        listen_for_what_comes_next();
    }
    let asked: Asked = Rc::new(Cell::new(Some(Box::new(work))));
    ASKED.with_borrow_mut(|queue| queue.push(asked.clone()));
    if document().hidden() {
        return queue_microtask(do_all);
    }
    request_animation_frame(move || {
        set_timeout(
            move || {
                ASKED.with_borrow_mut(|queue| queue.retain(|it| !Rc::ptr_eq(it, &asked)));
                do_it(&asked);
            },
            Duration::ZERO,
        );
    });
}

/// Does now what is asked for until now.
fn do_all() {
    ASKED.take().iter().for_each(do_it);
}

fn do_it(asked: &Asked) {
    if let Some(work) = asked.take() {
        work();
    }
}

/// A press without a pointer is a click alone, a screen reader's or a switch's: it counts no presses.
/// A page that is out of sight is never painted, and may not come back.
fn listen_for_what_comes_next() {
    let (window, document) = (window(), document());
    let whole: [(&EventTarget, &str); 5] = [
        (&window, "pointerdown"),
        (&window, "keydown"),
        (&window, "click"),
        (&window, "pagehide"),
        (&document, "visibilitychange"),
    ];
    let act = Closure::<dyn FnMut(Event)>::new(|event: Event| {
        let clicks = event.dyn_ref::<MouseEvent>().filter(|it| it.type_() == "click");
        if clicks.is_none_or(|it| it.detail() == 0) {
            do_all();
        }
    });
    let act = act.into_js_value();
    for (target, name) in whole {
        let act = act.unchecked_ref();
        drop(target.add_event_listener_with_callback_and_bool(name, act, true));
    }
}

/// `work`, begun once the tap that asks for it has been painted, and whether it is waited for.
pub fn answer_first<T: 'static>(work: Callback<T>) -> (Signal<bool>, impl Fn(T) + Copy) {
    let asked = RwSignal::new(false);
    let ask = move |what: T| {
        do_all();
        asked.set(true);
        after_paint(move || {
            // Drawn anew meanwhile, what was tapped is gone, and what it asked for still stands.
            let _ = asked.try_set(false);
            let _ = work.try_run(what);
        });
    };
    (asked.into(), ask)
}

/// The same for what opens a field to type into: see [`keyboard`].
pub fn answer_first_to_type<T: 'static>(work: Callback<T>) -> (Signal<bool>, impl Fn(T) + Copy) {
    let (asked, ask) = answer_first(work);
    let ask = move |what: T| {
        keyboard::call();
        ask(what);
        after_paint(keyboard::hand_over);
    };
    (asked, ask)
}

/// The value of `aria-busy` for what is waited for.
pub fn busy_word(asked: Signal<bool>) -> Option<&'static str> {
    asked.get().then_some("true")
}
