//! Work, in whole minutes; a person-day has eight hours.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use crate::domain::money::share;
use crate::domain::value::{Field, Value};

/// An amount of work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Effort {
    /// In minutes.
    pub minutes: i64,
}

/// How a number without a unit is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Person-days.
    Days,
    /// Hours.
    Hours,
}

impl Unit {
    const fn minutes(self) -> i64 {
        match self {
            Unit::Days => Effort::DAY.minutes,
            Unit::Hours => 60,
        }
    }
}

/// What stands behind a number, as both languages and other systems write it.
const UNITS: [(&str, Unit); 14] = [
    ("person-days", Unit::Days),
    ("person-day", Unit::Days),
    ("man-days", Unit::Days),
    ("days", Unit::Days),
    ("day", Unit::Days),
    ("人天", Unit::Days),
    ("人日", Unit::Days),
    ("天", Unit::Days),
    ("d", Unit::Days),
    ("hours", Unit::Hours),
    ("hour", Unit::Hours),
    ("小时", Unit::Hours),
    ("工时", Unit::Hours),
    ("h", Unit::Hours),
];

/// The longest number that is read, before its point.
const DIGITS: usize = 7;

impl Effort {
    /// No work.
    pub const NONE: Effort = Effort { minutes: 0 };
    /// A person-day.
    pub const DAY: Effort = Effort { minutes: 480 };

    /// So many hundredths of a person-day, to the nearest minute.
    pub fn hundredths(number: i64) -> Effort {
        Effort { minutes: share(number, Effort::DAY.minutes, 100) }
    }

    /// The effort that a text means; a number alone is in `unit`. `None` for anything else, and
    /// for less than nothing.
    pub fn parse(text: &str, unit: Unit) -> Option<Effort> {
        let text = text.trim().to_lowercase();
        let (number, unit) = UNITS
            .iter()
            .find_map(|(word, unit)| Some((text.strip_suffix(word)?.trim_end(), *unit)))
            .unwrap_or((&text, unit));
        let number = number.replace(',', "");
        let (whole, part) = number.split_once('.').unwrap_or((&number, ""));
        let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
        if whole.is_empty() && part.is_empty() || !is_number(whole) || !is_number(part) {
            return None;
        }
        if DIGITS < whole.len() {
            return None;
        }
        let part = &part[..part.len().min(DIGITS)];
        let scale = 10_i64.pow(part.len() as u32);
        let digits = |it: &str| if it.is_empty() { Some(0) } else { it.parse::<i64>().ok() };
        let number = digits(whole)?.checked_mul(scale)?.checked_add(digits(part)?)?;
        Some(Effort { minutes: share(number, unit.minutes(), scale) })
    }

    /// The number in a unit with at most two decimals, which is read back as the same minutes
    /// where the unit is hours.
    pub fn number(self, unit: Unit) -> String {
        let hundredths = share(self.minutes, 100, unit.minutes());
        let (whole, part) = (hundredths / 100, hundredths % 100);
        match part {
            0 => whole.to_string(),
            part if part % 10 == 0 => format!("{whole}.{}", part / 10),
            part => format!("{whole}.{part:02}"),
        }
    }

    /// Part of it: so many thousandths, to the nearest minute.
    pub fn permille(self, part: i64) -> Effort {
        Effort { minutes: share(self.minutes, part, 1000) }
    }
}

impl Add for Effort {
    type Output = Effort;

    fn add(self, other: Effort) -> Effort {
        Effort { minutes: self.minutes.saturating_add(other.minutes) }
    }
}

impl Sub for Effort {
    type Output = Effort;

    fn sub(self, other: Effort) -> Effort {
        Effort { minutes: self.minutes.saturating_sub(other.minutes) }
    }
}

impl Sum for Effort {
    fn sum<I: Iterator<Item = Effort>>(efforts: I) -> Effort {
        efforts.fold(Effort::NONE, Add::add)
    }
}

impl fmt::Display for Effort {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number(Unit::Days))
    }
}

impl Field for Effort {
    fn to_value(&self) -> Value {
        self.minutes.to_value()
    }

    fn from_value(value: &Value) -> Option<Effort> {
        <i64 as Field>::from_value(value).map(|minutes| Effort { minutes })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, unit: Unit, expect: Option<i64>) {
        assert_eq!(Effort::parse(text, unit).map(|it| it.minutes), expect, "{text}");
    }

    #[test]
    fn days_and_hours_are_read_with_their_unit_or_without() {
        check("3", Unit::Days, Some(1_440));
        check("3", Unit::Hours, Some(180));
        check("2.5 人天", Unit::Hours, Some(1_200));
        check("40h", Unit::Days, Some(2_400));
        check("40 小时", Unit::Days, Some(2_400));
        check("1,000 days", Unit::Hours, Some(480_000));
        check(".5", Unit::Days, Some(240));
        check("0", Unit::Days, Some(0));
    }

    #[test]
    fn other_texts_are_no_effort() {
        for text in ["", " ", ".", "-1", "much", "1.2.3", "12345678", "天", "１２"] {
            check(text, Unit::Days, None);
        }
    }

    proptest! {
        #[test]
        fn hours_are_read_back_to_the_minute(minutes in 0_i64..100_000_000) {
            let effort = Effort { minutes };
            prop_assert_eq!(Effort::parse(&effort.number(Unit::Hours), Unit::Hours), Some(effort));
        }
    }
}
