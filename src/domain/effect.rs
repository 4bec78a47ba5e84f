//! Whether something moved: before against after, told from intervals.
//!
//! - Rates: the difference with Newcombe's interval from two Wilson intervals ("Interval Estimation
//!   for the Difference Between Independent Proportions", 1998, method 10).
//! - Counts over days: the ratio of the two rates, from Wilson's interval of the share of the later
//!   count in both, given both (Przyborowski and Wilenski, "Homogeneity of Results in Testing
//!   Samples from Poisson Series", 1940, is the test of it).
//! - Values, such as amounts and days: how far the later lie above the earlier, with the interval of
//!   the rank sums (see [`super::shift`]).
//!
//! Rates of open leads at two moments share the leads that are open at both, which makes their
//! interval wider than it need be and never narrower: it is called moved too seldom, not too often.
//!
//! It **moved** where the 95 % interval leaves out no change. It **did not** where all of the
//! interval is too small to matter: within ten points of a rate, within a fifth down or a quarter
//! up of a count or of the middle of the earlier values. Else the numbers **cannot tell**, and nobody should pretend that they can.

use super::insight::{Rate, median};
use super::shift::shift_interval;

/// A change of a rate that is too small to matter.
const SMALL: f64 = 0.10;

/// How far a rate of counts may change without mattering: to this and to its inverse.
const SMALL_RATIO: f64 = 1.25;

/// What is said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is higher.
    Rose,
    /// It is lower.
    Fell,
    /// It is the same, as far as matters.
    DidNot,
    /// The numbers are too small to say.
    CannotTell,
}

/// Whether a change is the one that was wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is.
    Better,
    /// It went the other way.
    Worse,
    /// Nothing changed.
    Same,
    /// The numbers are too small to say.
    Unknown,
}

/// The later rate less the earlier, with its interval: the difference, its lower and its upper end,
/// −1 to 1; `None` where one of them has no trial.
pub fn difference(before: (u64, u64), since: (u64, u64)) -> Option<(f64, f64, f64)> {
    let (one, other) = (Rate::new(before.0, before.1)?, Rate::new(since.0, since.1)?);
    let change = other.value() - one.value();
    let down = ((other.value() - other.low).powi(2) + (one.high - one.value()).powi(2)).sqrt();
    let up = ((other.high - other.value()).powi(2) + (one.value() - one.low).powi(2)).sqrt();
    Some((change, change - down, change + up))
}

/// How many times the earlier count a day the later is, with its interval; the upper end may be
/// infinite. `None` where nothing was counted or one of them has no day.
pub fn ratio(before: (u64, u64), since: (u64, u64)) -> Option<(f64, f64, f64)> {
    let share = Rate::new(since.0, before.0 + since.0)?;
    if before.1 == 0 || since.1 == 0 {
        return None;
    }
    let days = before.1 as f64 / since.1 as f64;
    let ratio = |share: f64| days * share / (1.0 - share);
    Some((ratio(share.value()), ratio(share.low), ratio(share.high)))
}

/// What is said of two rates, each its successes and its trials.
pub fn of_rates(before: (u64, u64), since: (u64, u64)) -> Effect {
    match difference(before, since) {
        Some((_, low, high)) => judged(low, high, -SMALL, 0.0, SMALL),
        None => Effect::CannotTell,
    }
}

/// What is said of two counts, each with its days.
pub fn of_counts(before: (u64, u64), since: (u64, u64)) -> Effect {
    match ratio(before, since) {
        Some((_, low, high)) => judged(low, high, SMALL_RATIO.recip(), 1.0, SMALL_RATIO),
        None => Effect::CannotTell,
    }
}

/// What is said of values that stand in their order.
pub fn of_values(before: &[i64], since: &[i64]) -> Effect {
    match (shift_interval(before, since), median(before)) {
        (Some((low, high)), Some(middle)) => {
            let (down, up) = (middle * (SMALL_RATIO.recip() - 1.0), middle * (SMALL_RATIO - 1.0));
            judged(low as f64, high as f64, down, 0.0, up)
        }
        _ => Effect::CannotTell,
    }
}

fn judged(low: f64, high: f64, small_down: f64, none: f64, small_up: f64) -> Effect {
    if none < low {
        Effect::Rose
    } else if high < none {
        Effect::Fell
    } else if small_down <= low && high <= small_up {
        Effect::DidNot
    } else {
        Effect::CannotTell
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Newcombe 1998, "Interval estimation for the difference between independent proportions",
    // Table II, method 10, cases a to d and f: the difference is the first less the second.
    #[test]
    fn differences_agree_with_newcombes_table() {
        for (one, other, low, high) in [
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((0, 10), (0, 20), -0.1611, 0.2775),
        ] {
            let (_, found_low, found_high) = difference(other, one).expect("an interval");
            assert!((found_low - low).abs() < 1e-4 && (found_high - high).abs() < 1e-4, "{one:?}");
        }
    }

    #[test]
    fn a_few_cases_cannot_tell() {
        assert_eq!(of_rates((1, 4), (3, 4)), Effect::CannotTell);
        assert_eq!(of_rates((0, 0), (3, 4)), Effect::CannotTell);
        assert_eq!(of_rates((20, 100), (40, 100)), Effect::Rose);
        assert_eq!(of_rates((40, 100), (20, 100)), Effect::Fell);
        assert_eq!(of_rates((200, 500), (205, 500)), Effect::DidNot);
    }

    #[test]
    fn counts_are_judged_by_the_day() {
        assert_eq!(of_counts((20, 20), (60, 20)), Effect::Rose);
        assert_eq!(of_counts((60, 20), (30, 10)), Effect::CannotTell, "as many a day");
        assert_eq!(of_counts((600, 200), (600, 200)), Effect::DidNot);
        assert_eq!(of_counts((60, 20), (20, 20)), Effect::Fell);
        assert_eq!(of_counts((0, 20), (0, 20)), Effect::CannotTell);
    }

    // By hand: every later value is 40 more, so the interval lies about 40; the same values again
    // differ by 3 at most between neighbours, which is no fifth of 100.
    #[test]
    fn values_are_judged_by_their_ranks() {
        let values = |from: i64, count: i64| (0..count).map(|it| from + it % 7).collect::<Vec<_>>();
        let sorted = |from, count| {
            let mut values = values(from, count);
            values.sort_unstable();
            values
        };
        let of = |from, count| of_values(&sorted(100, 20), &sorted(from, count));
        assert_eq!([of(140, 20), of(60, 20)], [Effect::Rose, Effect::Fell]);
        assert_eq!(of(100, 20), Effect::DidNot);
        assert_eq!([of(140, 1), of(140, 0)], [Effect::CannotTell; 2]);
    }
}
