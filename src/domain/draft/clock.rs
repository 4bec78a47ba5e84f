//! The clock of a turn: how long it has been running, paused or not.
//!
//! What time it is comes in as an argument, in milliseconds. A clock that was set back does not
//! count backwards.

/// How long a turn has been going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TurnClock {
    /// What had gone by when it last stood still, in milliseconds.
    spent: u64,
    /// Since when it has been running; none while it stands still.
    since: Option<u64>,
}

/// What is left of a turn, in whole seconds as people read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// So many seconds are left.
    Seconds(u64),
    /// The time is up, and so many seconds more have gone by.
    Over(u64),
}

impl TurnClock {
    /// Stands still after some milliseconds.
    pub fn paused(spent: u64) -> TurnClock {
        TurnClock { spent, since: None }
    }

    /// Begins now.
    pub fn begun(now: u64) -> TurnClock {
        TurnClock { spent: 0, since: Some(now) }
    }

    /// Whether it stands still.
    pub fn is_paused(self) -> bool {
        self.since.is_none()
    }

    /// The milliseconds gone by.
    pub fn spent(self, now: u64) -> u64 {
        let running = self.since.map_or(0, |since| now.saturating_sub(since));
        self.spent.saturating_add(running)
    }

    /// Stands still from now on, or goes on where it stood still.
    pub fn turned(self, now: u64) -> TurnClock {
        let since = self.is_paused().then_some(now);
        TurnClock { spent: self.spent(now), since }
    }

    /// What is left of so many seconds. The last second lasts until it is over.
    pub fn left(self, now: u64, seconds: u64) -> Left {
        let (limit, spent) = (seconds.saturating_mul(1000), self.spent(now));
        match spent < limit {
            true => Left::Seconds((limit - spent).div_ceil(1000)),
            false => Left::Over((spent - limit) / 1000),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(clock: TurnClock, now: u64, expect: Left) {
        assert_eq!(clock.left(now, 60), expect);
    }

    #[test]
    fn a_running_clock_counts_down_and_then_over() {
        let clock = TurnClock::begun(5_000);
        check(clock, 5_000, Left::Seconds(60));
        check(clock, 5_001, Left::Seconds(60));
        check(clock, 64_999, Left::Seconds(1));
        check(clock, 65_000, Left::Over(0));
        check(clock, 77_500, Left::Over(12));
    }

    #[test]
    fn a_paused_clock_stands_still_and_goes_on_where_it_was() {
        let paused = TurnClock::begun(0).turned(20_000);
        check(paused, 900_000, Left::Seconds(40));
        check(paused.turned(900_000), 910_000, Left::Seconds(30));
        assert_eq!(paused, TurnClock::paused(20_000));
    }

    #[test]
    fn a_clock_set_back_does_not_give_time_back() {
        check(TurnClock::begun(50_000), 10_000, Left::Seconds(60));
        check(TurnClock::paused(7_000).turned(50_000), 0, Left::Seconds(53));
    }
}
