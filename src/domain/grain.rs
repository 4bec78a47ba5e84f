//! Months and weeks as steps of a series.

use super::calendar::Day;
use super::cohorts;
use super::delivery::monday;

/// How long a step of a series is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grain {
    /// A calendar month.
    #[default]
    Month,
    /// A week from its Monday.
    Week,
}

/// The Monday of a week from which weeks are counted: the day 0 of [`Day::EPOCH`] was a Thursday.
const MONDAY_BEFORE_EPOCH: i64 = -3;

impl Grain {
    /// Every grain.
    pub const ALL: [Grain; 2] = [Grain::Month, Grain::Week];

    /// Its name in an address.
    pub const fn as_str(self) -> &'static str {
        match self {
            Grain::Month => "month",
            Grain::Week => "week",
        }
    }

    /// The grain of a name; months for any other.
    pub fn named(name: &str) -> Grain {
        Grain::ALL.into_iter().find(|it| it.as_str() == name).unwrap_or_default()
    }

    /// The step that holds a day, as a number; each step is one more than that before it.
    pub fn number(self, day: Day) -> i64 {
        match self {
            Grain::Month => cohorts::number(day),
            Grain::Week => (monday(day).days_since(Day::EPOCH) - MONDAY_BEFORE_EPOCH).div_euclid(7),
        }
    }

    /// The first day of a step that is a number; `None` outside the calendar.
    pub fn first(self, number: i64) -> Option<Day> {
        match self {
            Grain::Month => cohorts::month(number),
            Grain::Week => Day::from_epoch(MONDAY_BEFORE_EPOCH + number.checked_mul(7)?),
        }
    }

    /// How many steps make a season of a year.
    pub const fn season(self) -> usize {
        match self {
            Grain::Month => 12,
            Grain::Week => 52,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::day;

    // 2026-11-23 is a Monday, as `date -d` says; 2026-11-29 the Sunday after it.
    #[test]
    fn a_step_begins_on_its_first_day() {
        for (grain, of, first) in [
            (Grain::Week, "2026-11-23", "2026-11-23"),
            (Grain::Week, "2026-11-29", "2026-11-23"),
            (Grain::Week, "1969-12-31", "1969-12-29"),
            (Grain::Month, "2026-11-29", "2026-11-01"),
        ] {
            assert_eq!(grain.first(grain.number(day(of))), Some(day(first)), "{of}");
        }
        let next = Grain::Week.number(day("2026-11-30"));
        assert_eq!(next, Grain::Week.number(day("2026-11-29")) + 1);
    }
}
