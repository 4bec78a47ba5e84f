//! The clock of the turn in a draft: it ticks while the page stands, and stands still after a
//! reload, where it was.
//!
//! Where it was is kept when the page goes out of sight, when it is paused, and every few seconds
//! in between, so that a page that dies loses no more than those.

use std::time::Duration;

use leptos::prelude::*;

use super::platform::clock;
use super::preferences;
use crate::domain::draft::clock::{Left, TurnClock};
use crate::domain::id::DraftId;

/// Between two looks at the time.
const TICK: Duration = Duration::from_millis(250);
/// After so many milliseconds of running it is kept how far the clock is.
const KEPT_EVERY: u64 = 10_000;

/// A turn of a draft.
type Turn = (DraftId, i64);

/// The clock of the turn that is shown.
#[derive(Clone, Copy)]
pub struct TurnTimer {
    /// The turn that was followed last; the outer one is none before the first.
    turn: StoredValue<Option<Option<Turn>>>,
    clock: RwSignal<TurnClock>,
    now: RwSignal<u64>,
    kept: StoredValue<u64>,
}

impl TurnTimer {
    /// Ticks for as long as the calling component lives.
    pub fn new() -> TurnTimer {
        let timer = TurnTimer {
            turn: StoredValue::new(None),
            clock: RwSignal::new(TurnClock::paused(0)),
            now: RwSignal::new(clock::now()),
            kept: StoredValue::new(0),
        };
        let interval = set_interval_with_handle(move || timer.tick(), TICK).ok();
        let leaving = ["pagehide", "visibilitychange"]
            .map(|event| window_event_listener_untyped(event, move |_| timer.keep()));
        on_cleanup(move || {
            timer.keep();
            interval.inspect(|it| it.clear());
            leaving.into_iter().for_each(WindowListenerHandle::remove);
        });
        timer
    }

    /// Follows the draft to a turn, or to none. The clock of a turn that has just come begins; that
    /// of the turn that the page was opened at stands still where it was.
    pub fn follow(self, turn: Option<Turn>) {
        let Some(before) = self.turn.try_get_value().filter(|it| *it != Some(turn)) else { return };
        self.turn.set_value(Some(turn));
        let now = clock::now();
        let spent = || match (turn, preferences::turn_spent()) {
            (Some(turn), Some((kept, spent))) if kept == name(turn) => spent,
            _ => 0,
        };
        self.now.set(now);
        self.clock.set(match before {
            None => TurnClock::paused(spent()),
            Some(_) => TurnClock::begun(now),
        });
        self.keep();
    }

    /// Pauses, or goes on.
    pub fn turn_over(self) {
        let now = clock::now();
        self.now.set(now);
        self.clock.update(|it| *it = it.turned(now));
        self.keep();
    }

    /// Whether it stands still.
    pub fn is_paused(self) -> bool {
        self.clock.read().is_paused()
    }

    /// What is left of so many seconds.
    pub fn left(self, seconds: u64) -> Left {
        self.clock.read().left(self.now.get(), seconds)
    }

    fn tick(self) {
        let Some(clock) = self.clock.try_get_untracked().filter(|it| !it.is_paused()) else {
            return;
        };
        let now = clock::now();
        self.now.set(now);
        if self.kept.get_value().saturating_add(KEPT_EVERY) <= clock.spent(now) {
            self.keep();
        }
    }

    fn keep(self) {
        let turn = self.turn.try_get_value().flatten().flatten();
        let clock = self.clock.try_get_untracked();
        if let (Some(turn), Some(clock)) = (turn, clock) {
            let spent = clock.spent(clock::now());
            self.kept.set_value(spent);
            preferences::keep_turn_spent(&name(turn), spent);
        }
    }
}

impl Default for TurnTimer {
    fn default() -> TurnTimer {
        TurnTimer::new()
    }
}

fn name((draft, number): Turn) -> String {
    format!("{draft}/{number}")
}
