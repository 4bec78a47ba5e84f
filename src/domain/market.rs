//! The market book: what was heard of the market, and what is assumed of it.
//!
//! An assumption has a name and says what it adds to the forecast of its period. It never becomes
//! part of the forecast: it stands beside it, on or off.

use std::fmt;
use std::str::FromStr;

use super::calendar::{Day, Period};
use super::id::{AssumptionId, CompetitorId, MarketNoteId, ProductId, TeamId};
use super::money::{Money, share};
use super::value::{Field, Value};

record! {
    /// Something that was heard of the market.
    pub struct MarketNote(MarketNoteId) {
        /// What it is about.
        kind: NoteKind,
        /// What was heard.
        text: String,
        /// The day on which it was so.
        day: Option<Day>,
        /// Where it comes from.
        source: String,
        /// How sure it is.
        confidence: Confidence,
        /// The customers it is about, in the manager's own words.
        segment: String,
        /// The competitor it is about.
        competitor: Option<CompetitorId>,
        /// The product it is about.
        product: Option<ProductId>,
    }
}

record! {
    /// Something that is assumed of a period.
    pub struct Assumption(AssumptionId) {
        /// What is assumed.
        name: String,
        /// The period whose forecast it is about.
        period: Option<Period>,
        /// By how many thousandths it changes what is still expected.
        permille: Option<i64>,
        /// What it adds, where it is an amount.
        amount: Option<Money>,
        /// The product that it is about; none means all.
        product: Option<ProductId>,
        /// The team that it is about; none means all.
        team: Option<TeamId>,
        /// The note that it comes from.
        note: Option<MarketNoteId>,
        /// Whether it is looked at.
        on: bool,
    }
}

/// After so many days a note is stale.
pub const STALE_DAYS: i64 = 90;

impl MarketNote {
    /// Whether it is too old to be trusted; one without a day is.
    pub fn is_stale(&self, today: Day) -> bool {
        self.day.is_none_or(|it| STALE_DAYS < today.days_since(it))
    }
}

impl Assumption {
    /// What it adds, in minor units, where so much is still expected of what it is about.
    pub fn adds(&self, expected: i64) -> i64 {
        let part = self.permille.map_or(0, |it| share(expected, it, 1000));
        part.saturating_add(self.amount.map_or(0, |it| it.minor))
    }
}

/// Declares an enum of plain words that is stored as text, its first as nothing.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $($(#[$word_doc:meta])* $word:ident = $code:literal),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$word_doc])* $word,)+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[$name] = &[$($name::$word,)+];
        }

        impl Default for $name {
            fn default() -> $name {
                $name::ALL[0]
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(match self {
                    $($name::$word => $code,)+
                })
            }
        }

        impl FromStr for $name {
            type Err = NotAWord;

            fn from_str(text: &str) -> Result<$name, NotAWord> {
                $name::ALL.iter().copied().find(|it| it.to_string() == text).ok_or(NotAWord)
            }
        }

        impl Field for $name {
            fn to_value(&self) -> Value {
                if *self == $name::default() { Value::Null } else { Value::text(self.to_string()) }
            }

            fn from_value(value: &Value) -> Option<$name> {
                value.as_text()?.parse().ok()
            }
        }
    };
}

/// A text that is none of the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAWord;

words! {
    /// What a note is about.
    NoteKind:
    /// How large the market is.
    Size = "size",
    /// Where it is going.
    Trend = "trend",
    /// What customers want that they did not want before.
    Demand = "demand",
    /// What a competitor did.
    Competitor = "competitor",
}

words! {
    /// How sure something is.
    Confidence:
    /// Somebody said so.
    Low = "low",
    /// Several say so.
    Medium = "medium",
    /// It is known.
    High = "high",
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::day;
    use crate::domain::money::Currency;

    #[track_caller]
    fn check(permille: Option<i64>, amount: Option<i64>, expected: i64, expect: i64) {
        let amount = amount.map(|it| Money::new(it, Currency::CNY));
        let assumption = Assumption { permille, amount, ..Assumption::default() };
        assert_eq!(assumption.adds(expected), expect);
    }

    #[test]
    fn an_assumption_adds_a_part_or_an_amount() {
        check(Some(-150), None, 1_000_001, -150_000);
        check(Some(50), None, 10, 1);
        check(None, Some(-300), 1_000, -300);
        check(None, None, 1_000, 0);
    }

    #[test]
    fn a_note_is_stale_after_ninety_days() {
        let stale = |it: &str| {
            MarketNote { day: it.parse().ok(), ..MarketNote::default() }.is_stale(day("2026-11-25"))
        };
        assert_eq!(["2026-08-27", "2026-08-26", ""].map(stale), [false, true, true]);
    }

    #[test]
    fn words_are_read_back() {
        assert!(NoteKind::ALL.iter().all(|it| it.to_string().parse() == Ok(*it)));
        assert!(Confidence::ALL.iter().all(|it| it.to_string().parse() == Ok(*it)));
    }
}
