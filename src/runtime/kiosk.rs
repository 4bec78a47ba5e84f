//! What the customer who has the tablet is asked about, and the watch over a tablet that nobody
//! touches.
//!
//! Deal and customer are remembered beside the tablet's face, so that a reload asks about the same.

use std::time::Duration;

use leptos::prelude::*;

use super::faces::NotTurned;
use super::platform::clock;
use super::preferences;
use crate::domain::id::{CustomerId, LeadId};

/// Between two looks at the time.
const TICK: Duration = Duration::from_millis(500);

/// The next customer is asked about this.
///
/// # Errors
/// [`NotTurned::NotKept`] where the answers would be taken for those of somebody else.
pub fn about(deal: Option<LeadId>, customer: Option<CustomerId>) -> Result<(), NotTurned> {
    if deal.is_none() && customer.is_none() {
        return forget();
    }
    let text = |it: Option<String>| it.unwrap_or_else(|| "-".to_owned());
    let (deal, customer) = (deal.map(|it| it.to_string()), customer.map(|it| it.to_string()));
    Ok(preferences::keep_asked(Some(&[text(deal), text(customer)].join(" ")))?)
}

/// What the customer is asked about.
pub fn asked() -> (Option<LeadId>, Option<CustomerId>) {
    let kept = preferences::asked().unwrap_or_default();
    let (deal, customer) = kept.split_once(' ').unwrap_or_default();
    (deal.parse().ok(), customer.parse().ok())
}

/// Nobody in particular is asked from now on: the next customer is another.
///
/// # Errors
/// [`NotTurned::NotKept`] where the browser lets nothing go.
pub fn forget() -> Result<(), NotTurned> {
    Ok(preferences::keep_asked(None)?)
}

/// Runs `act` once nobody has touched the page for so long, and again after as long; for as long as
/// the calling component lives.
pub fn when_idle(patience: Signal<Duration>, act: impl Fn() + 'static) {
    let touched = StoredValue::new(clock::now());
    let act = StoredValue::new_local(act);
    let touch = move || _ = touched.try_set_value(clock::now());
    let tick = move || {
        let (Some(last), Some(patience)) = (touched.try_get_value(), patience.try_get_untracked())
        else {
            return;
        };
        let now = clock::now();
        if now < last {
            // The clock was set back.
            return touch();
        }
        let gone = now - last;
        if patience.as_millis() as u64 <= gone {
            touch();
            act.with_value(|act| act());
        }
    };
    let interval = set_interval_with_handle(tick, TICK).ok();
    let events = ["pointerdown", "keydown", "input"]
        .map(|name| window_event_listener_untyped(name, move |_| touch()));
    on_cleanup(move || {
        interval.inspect(|it| it.clear());
        events.into_iter().for_each(WindowListenerHandle::remove);
    });
}
