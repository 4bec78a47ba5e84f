//! Pace: what is won of a goal, against what should be by today.
//!
//! The formulas, all in minor units of the goal's currency:
//! - expected by a day = quota × working days of the period up to and with that day ÷ working
//!   days of the period;
//! - gap = won − expected;
//! - needed a day = (quota − won) ÷ working days of the period after that day, rounded up.

use super::calendar::{Day, Span, working_days};
use super::money::{Money, share};
use super::settings::Settings;

/// How far a goal has come by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// What is to be won.
    pub quota: Money,
    /// What has been won.
    pub won: Money,
    /// What should have been won by the day.
    pub expected: Money,
    /// Working days of the period up to and with the day.
    pub days_gone: i64,
    /// Working days of the period.
    pub days: i64,
}

impl Pace {
    /// The pace of a goal over a span by `today`.
    pub fn new(quota: Money, won_minor: i64, span: Span, today: Day, settings: &Settings) -> Pace {
        let days = working_days(span, settings);
        let days_gone = match today {
            today if today < span.first => 0,
            today if span.last < today => days,
            today => working_days(Span { first: span.first, last: today }, settings),
        };
        let expected = share(quota.minor, days_gone, days);
        let money = |minor| Money::new(minor, quota.currency);
        Pace { quota, won: money(won_minor), expected: money(expected), days_gone, days }
    }

    /// How much more was won than expected; negative where it is less.
    pub fn gap(self) -> Money {
        Money::new(self.won.minor - self.expected.minor, self.quota.currency)
    }

    /// What is left to be won; zero once the goal is reached.
    pub fn left(self) -> Money {
        Money::new((self.quota.minor - self.won.minor).max(0), self.quota.currency)
    }

    /// What must be won on each working day after today; `None` where none is left.
    pub fn needed_a_day(self) -> Option<Money> {
        let days_left = self.days - self.days_gone;
        if days_left <= 0 {
            return None;
        }
        let minor = (self.left().minor + days_left - 1) / days_left;
        Some(Money::new(minor, self.quota.currency))
    }

    /// Attainment: won as thousandths of the quota; `None` for a quota of zero.
    pub fn attainment_permille(self) -> Option<i64> {
        (self.quota.minor != 0).then(|| share(1000, self.won.minor, self.quota.minor))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{FiscalStart, Period};
    use crate::domain::money::Currency;

    #[track_caller]
    fn check(today: &str, won: i64, expect: (i64, i64, Option<i64>)) {
        let span = Period::Quarter(2026, 4).span(FiscalStart::new(1)).expect("a span");
        let quota = Money::new(6_600_000, Currency::CNY);
        let pace = Pace::new(quota, won, span, today.parse().expect("a day"), &Settings::default());
        let needed = pace.needed_a_day().map(|it| it.minor);
        assert_eq!((pace.expected.minor, pace.gap().minor, needed), expect);
    }

    // The fourth quarter of 2026 has 66 weekdays (22 + 21 + 23), so each is worth 100,000.
    #[test]
    fn a_quota_is_spread_over_working_days() {
        check("2026-09-30", 0, (0, 0, Some(100_000)));
        check("2026-10-01", 100_000, (100_000, 0, Some(100_000)));
        check("2026-10-04", 0, (200_000, -200_000, Some(103_125)));
        check("2026-12-31", 6_600_000, (6_600_000, 0, None));
        check("2027-02-01", 7_000_000, (6_600_000, 400_000, None));
        check("2026-12-30", 7_000_000, (6_500_000, 500_000, Some(0)));
    }
}
