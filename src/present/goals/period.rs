//! Which period is looked at: its kind, and the way between kinds.

use crate::domain::calendar::{Day, FiscalStart, Period};

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A fiscal year.
    Year,
    /// A fiscal quarter.
    Quarter,
    /// A month.
    Month,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 3] = [Kind::Year, Kind::Quarter, Kind::Month];

    /// The name in the page.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Year => "year",
            Kind::Quarter => "quarter",
            Kind::Month => "month",
        }
    }

    /// The kind of a name.
    pub fn named(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|it| it.as_str() == name)
    }

    /// The kind of a period.
    pub const fn of(period: Period) -> Kind {
        match period {
            Period::Year(_) => Kind::Year,
            Period::Quarter(..) => Kind::Quarter,
            Period::Month(..) => Kind::Month,
        }
    }

    /// The period of this kind that holds a day.
    pub fn holding(self, day: Day, start: FiscalStart) -> Period {
        match self {
            Kind::Year => start.year_of(day),
            Kind::Quarter => start.quarter_of(day),
            Kind::Month => Period::Month(day.year(), day.month()),
        }
    }

    /// The period of this kind that belongs to another: the one of today where that lies in it,
    /// or else its first.
    pub fn within(self, period: Period, today: Day, start: FiscalStart) -> Period {
        let day = match period.span(start) {
            Some(span) if !span.holds(today) => span.first,
            _ => today,
        };
        self.holding(day, start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::day;

    #[track_caller]
    fn check(period: &str, kind: Kind, expect: &str) {
        let period: Period = period.parse().expect("a period");
        let found = kind.within(period, day("2026-11-23"), FiscalStart::new(4));
        assert_eq!(found.to_string(), expect);
        assert_eq!((Kind::of(found), Kind::named(kind.as_str())), (kind, Some(kind)));
    }

    #[test]
    fn another_kind_stays_at_today_or_at_the_beginning() {
        check("2026", Kind::Quarter, "2026-Q3");
        check("2025", Kind::Quarter, "2025-Q1");
        check("2025", Kind::Month, "2025-04");
        check("2026-02", Kind::Year, "2025");
        check("2026-Q3", Kind::Month, "2026-11");
    }
}
