//! Archives of old history in words.

use super::data::Moment;
use crate::i18n::Lang;

/// How old changes are that go to an archive.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Age {
    /// More than a year.
    #[default]
    Year,
    /// More than ninety days.
    Quarter,
    /// Of any age.
    Any,
}

const DAY: u64 = 86_400_000;

impl Age {
    /// All of them, the longest first.
    pub const ALL: [Age; 3] = [Age::Year, Age::Quarter, Age::Any];

    /// Its name for machines.
    pub const fn as_str(self) -> &'static str {
        match self {
            Age::Year => "year",
            Age::Quarter => "quarter",
            Age::Any => "any",
        }
    }

    /// Its name for people.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            Age::Year => lang.archive_year(),
            Age::Quarter => lang.archive_quarter(),
            Age::Any => lang.archive_any(),
        }
    }

    /// The moment before which such changes were made, in milliseconds since 1970.
    pub const fn before(self, now: u64) -> u64 {
        match self {
            Age::Year => now.saturating_sub(365 * DAY),
            Age::Quarter => now.saturating_sub(90 * DAY),
            Age::Any => u64::MAX,
        }
    }
}

/// How many changes an archive holds and of which days: "120 changes, 3 Jan 2026 – 2 Mar 2026".
pub fn holds(lang: Lang, changes: usize, first: Moment, last: Moment) -> String {
    let (from, to) = (first.day_words(lang), last.day_words(lang));
    let days = if from == to { from } else { format!("{from} – {to}") };
    match changes {
        1 => lang.archive_holds_one(&days),
        _ => lang.archive_holds(changes, &days),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(changes: usize, days: [u64; 2], en: &str, zh: &str) {
        let [first, last] = days.map(|it| Moment { millis: it * DAY, ahead: 480 });
        assert_eq!(holds(Lang::En, changes, first, last), en);
        assert_eq!(holds(Lang::Zh, changes, first, last), zh);
    }

    #[test]
    fn an_archive_says_how_many_changes_of_which_days_it_holds() {
        check(
            120,
            [20_454, 20_456],
            "120 changes, 1 Jan 2026 – 3 Jan 2026",
            "120 项更改，2026年1月1日 – 2026年1月3日",
        );
        check(1, [20_454, 20_454], "1 change, 1 Jan 2026", "1 项更改，2026年1月1日");
    }

    #[test]
    fn only_what_is_older_goes() {
        let now = 20_454 * DAY;
        assert_eq!(Age::Year.before(now), 20_089 * DAY);
        assert_eq!(Age::Quarter.before(now), 20_364 * DAY);
        assert_eq!(Age::Year.before(0), 0);
    }
}
