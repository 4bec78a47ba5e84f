//! Time, chance, and letting the browser breathe.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::domain::calendar::Day;

/// Milliseconds since 1970.
pub fn now() -> u64 {
    js_sys::Date::now().max(0.0) as u64
}

/// Milliseconds since the page was opened, by a clock that nobody can set. It may stand still while the
/// tablet sleeps.
pub fn since_opened() -> u64 {
    let performance = web_sys::window().and_then(|window| window.performance());
    performance.map_or(0.0, |it| it.now()).max(0.0) as u64
}

/// By how many minutes this place is ahead of universal time at a moment.
pub fn minutes_ahead(millis: u64) -> i64 {
    let date = js_sys::Date::new(&JsValue::from_f64(millis as f64));
    -(date.get_timezone_offset() as i64)
}

/// The civil day at this place.
pub fn today() -> Day {
    let now = now();
    let minutes = (now / 60_000) as i64 + minutes_ahead(now);
    Day::from_epoch(minutes.div_euclid(1_440)).unwrap_or(Day::EPOCH)
}

/// 64 random bits.
pub fn random_bits() -> u64 {
    let mut bytes = [0_u8; 8];
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    let drawn = crypto.map(|it| it.get_random_values_with_u8_array(&mut bytes).is_ok());
    match drawn {
        Some(true) => u64::from_le_bytes(bytes),
        _ => (js_sys::Math::random() * 9e15) as u64 ^ now() << 11,
    }
}

/// Waits until the browser has had a turn to paint and to take input.
pub async fn next_frame() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            drop(window.set_timeout_with_callback(&resolve));
        }
    });
    drop(JsFuture::from(promise).await);
}

/// Waits until what is on the page now has been painted. A page that is out of sight is not
/// painted, and waits until it is seen again.
pub async fn after_paint() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            drop(window.request_animation_frame(&resolve));
        }
    });
    drop(JsFuture::from(promise).await);
    next_frame().await;
}

/// How long a piece of long work may hold the page before the browser has a turn, in milliseconds.
const TURN: u64 = 20;

/// A stretch of long work between two turns of the browser. What a turn of the browser costs does
/// not depend on the work, so the work goes on until its own turn is over.
#[derive(Clone, Copy, Debug)]
pub struct Turn(u64);

impl Turn {
    /// Begins now.
    pub fn begin() -> Turn {
        Turn(now())
    }

    /// Whether the browser should have its turn now. A clock set back ends the turn as well.
    pub fn is_over(self) -> bool {
        !(self.0..self.0 + TURN).contains(&now())
    }

    /// Gives the browser its turn where it is time for that.
    pub async fn give_way(&mut self) {
        if self.is_over() {
            next_frame().await;
            *self = Turn::begin();
        }
    }
}
