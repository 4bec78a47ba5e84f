//! What time it is, for what shows a clock.

use std::time::Duration;

use leptos::prelude::*;

use super::platform::clock;

/// Between two looks at the time.
const TICK: Duration = Duration::from_millis(500);

/// The moment in milliseconds since 1970, for as long as the calling component lives.
pub fn ticking() -> Signal<i64> {
    let now = RwSignal::new(moment());
    let interval = set_interval_with_handle(
        move || {
            now.try_set(moment());
        },
        TICK,
    )
    .ok();
    on_cleanup(move || {
        interval.inspect(|it| it.clear());
    });
    now.into()
}

/// Now, in milliseconds since 1970.
pub fn moment() -> i64 {
    i64::try_from(clock::now()).unwrap_or(i64::MAX)
}
