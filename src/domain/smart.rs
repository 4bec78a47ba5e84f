//! Whether a goal is within reach: against where the period is likely to land, and against what
//! its bearer reached in earlier periods of the same length.
//!
//! The rule. With a forecast: a goal below what is exceeded in nine of ten cases (P10) is too low,
//! one up to the middle (P50) is within reach, one up to what is exceeded in one of ten cases (P90)
//! is a stretch, and one above is out of reach. The history softens both ends: what was reached
//! before is never out of reach, and a goal above the usual period is never too low. Without a
//! forecast the history says it alone, from [`ENOUGH`] periods on: below the worst is too low, up
//! to the usual one within reach, up to a quarter above the best a stretch.

use super::arrange;
use super::exact::Exact;

/// How many earlier periods say something.
pub const ENOUGH: usize = 4;

/// How far a goal lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// It would be reached without trying.
    TooLow,
    /// It is likely to be reached.
    WithinReach,
    /// It can be reached when things go well.
    Stretch,
    /// Nothing says that it can be reached.
    OutOfReach,
    /// There is too little to say.
    CannotTell,
}

/// Where a period is likely to land, in the unit of the goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likely {
    /// In one of ten cases it is less.
    pub low: Exact,
    /// In half of the cases it is less.
    pub middle: Exact,
    /// In one of ten cases it is more.
    pub high: Exact,
}

/// What was reached in earlier periods.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Past {
    /// In how many.
    pub periods: usize,
    /// The least.
    pub worst: Exact,
    /// What half of them exceed.
    pub usual: Exact,
    /// The most.
    pub best: Exact,
}

impl Past {
    /// What earlier periods say; `None` with fewer than [`ENOUGH`].
    pub fn of(reached: &[Exact]) -> Option<Past> {
        let mut reached = reached.to_vec();
        arrange::by(&mut reached, |a, b| a.partial_cmp(b).unwrap_or(std::cmp::Ordering::Equal));
        if reached.len() < ENOUGH {
            return None;
        }
        Some(Past {
            periods: reached.len(),
            worst: reached[0],
            usual: reached[(reached.len() - 1) / 2],
            best: reached[reached.len() - 1],
        })
    }
}

/// How far a goal lies.
pub fn reach(goal: Exact, likely: Option<Likely>, past: Option<Past>) -> Reach {
    let quarter_more = |it: Exact| Exact::new(5, 4).and_then(|more| it.times(more)).unwrap_or(it);
    match (likely, past) {
        (None, None) => Reach::CannotTell,
        (None, Some(past)) => match goal {
            goal if goal < past.worst => Reach::TooLow,
            goal if goal <= past.usual => Reach::WithinReach,
            goal if goal <= quarter_more(past.best) => Reach::Stretch,
            _ => Reach::OutOfReach,
        },
        (Some(likely), past) => match goal {
            goal if goal < likely.low && past.is_none_or(|it| goal <= it.usual) => Reach::TooLow,
            goal if goal <= likely.middle => Reach::WithinReach,
            goal if goal <= likely.high => Reach::Stretch,
            goal if past.is_some_and(|it| goal <= it.best) => Reach::Stretch,
            _ => Reach::OutOfReach,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIKELY: [i128; 3] = [80, 100, 120];

    #[track_caller]
    fn check(goal: i128, likely: Option<[i128; 3]>, past: &[i128], expect: Reach) {
        let likely = likely.map(|it| it.map(Exact::whole));
        let likely = likely.map(|[low, middle, high]| Likely { low, middle, high });
        let past: Vec<Exact> = past.iter().map(|it| Exact::whole(*it)).collect();
        assert_eq!(reach(Exact::whole(goal), likely, Past::of(&past)), expect);
    }

    #[test]
    fn the_forecast_says_how_far_a_goal_lies() {
        check(79, Some(LIKELY), &[], Reach::TooLow);
        check(80, Some(LIKELY), &[], Reach::WithinReach);
        check(100, Some(LIKELY), &[], Reach::WithinReach);
        check(120, Some(LIKELY), &[], Reach::Stretch);
        check(121, Some(LIKELY), &[], Reach::OutOfReach);
    }

    #[test]
    fn what_was_reached_before_is_not_out_of_reach() {
        check(150, Some(LIKELY), &[60, 70, 90, 150], Reach::Stretch);
        check(151, Some(LIKELY), &[60, 70, 90, 150], Reach::OutOfReach);
        check(75, Some(LIKELY), &[60, 70, 90, 150], Reach::WithinReach);
        check(70, Some(LIKELY), &[60, 70, 90, 150], Reach::TooLow);
    }

    #[test]
    fn without_a_forecast_history_says_it_if_there_is_enough() {
        check(59, None, &[60, 70, 90, 150], Reach::TooLow);
        check(70, None, &[60, 70, 90, 150], Reach::WithinReach);
        check(187, None, &[60, 70, 90, 150], Reach::Stretch);
        check(188, None, &[60, 70, 90, 150], Reach::OutOfReach);
        check(100, None, &[60, 70, 90], Reach::CannotTell);
    }
}
