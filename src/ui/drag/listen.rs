//! Listening to an element for as long as the listener is kept.

use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use leptos::web_sys::{AddEventListenerOptions, Event, EventTarget};

/// When in the way of an event a listener hears it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// On the way down, before the element it is about.
    Capture,
    /// On the way up.
    Bubble,
}

/// A listener; dropped, it listens no more.
pub(super) struct Listening {
    target: EventTarget,
    name: &'static str,
    phase: Phase,
    act: Closure<dyn FnMut(Event)>,
}

impl Listening {
    /// Calls `act` at each such event, and lets it prevent what the browser would do.
    pub(super) fn new(
        target: &EventTarget,
        name: &'static str,
        phase: Phase,
        act: impl FnMut(Event) + 'static,
    ) -> Listening {
        let act = Closure::<dyn FnMut(Event)>::new(act);
        let options = AddEventListenerOptions::new();
        options.set_passive(false);
        options.set_capture(phase == Phase::Capture);
        drop(target.add_event_listener_with_callback_and_add_event_listener_options(
            name,
            act.as_ref().unchecked_ref(),
            &options,
        ));
        Listening { target: target.clone(), name, phase, act }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        drop(self.target.remove_event_listener_with_callback_and_bool(
            self.name,
            self.act.as_ref().unchecked_ref(),
            self.phase == Phase::Capture,
        ));
    }
}
