//! The way from one figure to the next: a moment in which a person sees that something moved.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;

/// How long a figure is on its way, in milliseconds.
const WAY: f64 = 180.0;

/// How far a figure is on its way since `change` last changed, in thousandths. It has arrived at
/// once where the person wants no motion.
pub fn on_its_way<T: PartialEq + Clone + Send + Sync + 'static>(change: Memo<T>) -> Signal<i64> {
    let way = RwSignal::new(1_000);
    let run = StoredValue::new(0_u32);
    Effect::new(move |before: Option<()>| {
        change.with(|_| ());
        if before.is_some() && wants_motion() {
            let this = run.get_value().wrapping_add(1);
            run.set_value(this);
            way.set(0);
            step(way, (run, this), None);
        }
    });
    way.into()
}

fn step(way: RwSignal<i64>, (run, this): (StoredValue<u32>, u32), began: Option<f64>) {
    let frame = Closure::once_into_js(move |now: f64| {
        if run.try_get_value() != Some(this) {
            return;
        }
        let began = began.unwrap_or(now);
        let share = ((now - began) / WAY).min(1.0);
        way.try_set((1_000.0 * share) as i64);
        if share < 1.0 {
            step(way, (run, this), Some(began));
        }
    });
    drop(window().request_animation_frame(frame.unchecked_ref()));
}

fn wants_motion() -> bool {
    let query = window().match_media("(prefers-reduced-motion: reduce)").ok().flatten();
    !query.is_some_and(|it| it.matches())
}
