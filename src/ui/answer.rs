//! Taps that ask for more than a frame's work: what was tapped says so at once, the work follows.
//!
//! Not for what brings up a keyboard: iOS shows none for a field that has the focus later than the
//! tap. Nor for an answer that is saved: whoever leaves within that frame would lose it.

use leptos::prelude::*;
use std::time::Duration;

/// Runs something once what is on the page now has been painted.
pub(super) fn after_paint(work: impl FnOnce() + 'static) {
    request_animation_frame(move || set_timeout(work, Duration::ZERO));
}

/// `work`, begun once the tap that asks for it has been painted, and whether it is waited for. A
/// second tap meanwhile asks for nothing more.
pub fn answer_first<T: 'static>(work: Callback<T>) -> (Signal<bool>, impl Fn(T) + Copy) {
    let asked = RwSignal::new(false);
    let ask = move |what: T| {
        if asked.get_untracked() {
            return;
        }
        asked.set(true);
        // What was tapped may have left the page by then, and its work with it.
        after_paint(move || {
            if asked.try_set(false).is_none() {
                work.run(what);
            }
        });
    };
    (asked.into(), ask)
}

/// The value of `aria-busy` for what is waited for.
pub fn busy_word(asked: Signal<bool>) -> Option<&'static str> {
    asked.get().then_some("true")
}
