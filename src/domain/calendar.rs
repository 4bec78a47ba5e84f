//! Civil days, months, quarters and years, and the team's working days.
//!
//! A day is a date on the wall calendar, without time or zone. Nothing here knows which day it is
//! today.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::settings::Settings;

/// A civil day of the Gregorian calendar, years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

/// A text that is not a date `YYYY-MM-DD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADay;

impl Day {
    /// 1970-01-01.
    pub const EPOCH: Day = Day(match NaiveDate::from_ymd_opt(1970, 1, 1) {
        Some(date) => date,
        None => NaiveDate::MIN,
    });

    /// The day of a date; `None` where there is no such date.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        if !(1..=9999).contains(&year) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month, day).map(Day)
    }

    /// The day that lies `days` after 1970-01-01.
    pub fn from_epoch(days: i64) -> Option<Day> {
        let date = Day::EPOCH.0.checked_add_signed(chrono::TimeDelta::try_days(days)?)?;
        Day::new(date.year(), date.month(), date.day())
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, 1 to 31.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// How many days this lies after `earlier`; negative where it lies before.
    pub fn days_since(self, earlier: Day) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The day after; the last day of the calendar has none and is its own.
    pub fn next(self) -> Day {
        self.plus(1)
    }

    /// The day `days` later, or the calendar's last day.
    pub fn plus(self, days: u64) -> Day {
        let later = self.0.checked_add_days(Days::new(days));
        later.and_then(|it| Day::new(it.year(), it.month(), it.day())).unwrap_or(self)
    }

    /// The day `days` earlier, or the calendar's first day.
    pub fn minus(self, days: u64) -> Day {
        let earlier = self.0.checked_sub_days(Days::new(days));
        earlier.and_then(|it| Day::new(it.year(), it.month(), it.day())).unwrap_or(self)
    }

    /// The day of the week, Monday = 0 to Sunday = 6.
    pub fn weekday(self) -> u32 {
        self.0.weekday().num_days_from_monday()
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Sat | Weekday::Sun)
    }

    /// The first day of its month.
    pub fn month_start(self) -> Day {
        Day(self.0.with_day(1).unwrap_or(self.0))
    }

    /// The same day `months` later, or that month's last day where it has no such day.
    pub fn plus_months(self, months: u32) -> Day {
        let later = self.0.checked_add_months(Months::new(months));
        later.and_then(|it| Day::new(it.year(), it.month(), it.day())).unwrap_or(self)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Day, NotADay> {
        let parts: Vec<&str> = text.split('-').collect();
        let [year, month, day] = parts[..] else {
            return Err(NotADay);
        };
        if year.len() != 4 || month.len() != 2 || day.len() != 2 {
            return Err(NotADay);
        }
        if !text.bytes().all(|it| it == b'-' || it.is_ascii_digit()) {
            return Err(NotADay);
        }
        let number = |part: &str| part.parse::<u16>().map_err(|_| NotADay);
        let (year, month, day) = (number(year)?, number(month)?, number(day)?);
        Day::new(i32::from(year), u32::from(month), u32::from(day)).ok_or(NotADay)
    }
}

/// A stretch of the fiscal calendar that goals are set for. A year is named by the calendar year
/// in which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A fiscal year.
    Year(i32),
    /// A fiscal quarter, 1 to 4.
    Quarter(i32, u32),
    /// A calendar month, 1 to 12, of a calendar year.
    Month(i32, u32),
}

/// The first and the last day of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub first: Day,
    /// The last day, never before the first.
    pub last: Day,
}

impl Span {
    /// Whether a day lies within.
    pub fn holds(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// All its days.
    pub fn days(self) -> impl Iterator<Item = Day> {
        std::iter::successors(Some(self.first), |day| Some(day.next()))
            .take_while(move |day| *day <= self.last)
    }
}

/// The month in which the fiscal year begins, 1 to 12.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FiscalStart(u32);

impl FiscalStart {
    /// The fiscal start at a month; any number outside 1 to 12 means January.
    pub fn new(month: u32) -> FiscalStart {
        FiscalStart(if (1..=12).contains(&month) { month } else { 1 })
    }

    /// The month, 1 to 12.
    pub fn month(self) -> u32 {
        self.0
    }

    /// The fiscal quarter that holds a day.
    pub fn quarter_of(self, day: Day) -> Period {
        let months = (day.month() + 12 - self.0) % 12;
        let year = if day.month() < self.0 { day.year() - 1 } else { day.year() };
        Period::Quarter(year, months / 3 + 1)
    }

    /// The fiscal year that holds a day.
    pub fn year_of(self, day: Day) -> Period {
        let Period::Quarter(year, _) = self.quarter_of(day) else {
            return Period::Year(day.year());
        };
        Period::Year(year)
    }
}

impl Period {
    /// Its first and last day; `None` outside the calendar.
    pub fn span(self, start: FiscalStart) -> Option<Span> {
        let (year, month, months) = match self {
            Period::Year(year) => (year, start.0, 12),
            Period::Quarter(year, quarter) => {
                let months = start.0 - 1 + 3 * (quarter.checked_sub(1)?);
                (year + (months / 12) as i32, months % 12 + 1, 3)
            }
            Period::Month(year, month) => (year, month, 1),
        };
        let first = Day::new(year, month, 1)?;
        Some(Span { first, last: first.plus_months(months).minus(1) })
    }

    /// The period of the same kind just before.
    pub fn previous(self) -> Period {
        match self {
            Period::Year(year) => Period::Year(year - 1),
            Period::Quarter(year, 1) => Period::Quarter(year - 1, 4),
            Period::Quarter(year, quarter) => Period::Quarter(year, quarter - 1),
            Period::Month(year, 1) => Period::Month(year - 1, 12),
            Period::Month(year, month) => Period::Month(year, month - 1),
        }
    }

    /// The period of the same kind just after.
    pub fn next(self) -> Period {
        match self {
            Period::Year(year) => Period::Year(year + 1),
            Period::Quarter(year, 4) => Period::Quarter(year + 1, 1),
            Period::Quarter(year, quarter) => Period::Quarter(year, quarter + 1),
            Period::Month(year, 12) => Period::Month(year + 1, 1),
            Period::Month(year, month) => Period::Month(year, month + 1),
        }
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Period::Year(year) => write!(f, "{year:04}"),
            Period::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Period::Month(year, month) => write!(f, "{year:04}-{month:02}"),
        }
    }
}

/// A text that names no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAPeriod;

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Period, NotAPeriod> {
        let (year, rest) = text.split_once('-').unwrap_or((text, ""));
        let year = year.parse().ok().filter(|it| (1..=9998).contains(it)).ok_or(NotAPeriod)?;
        let within = |part: &str, last: u32| {
            part.parse().ok().filter(|it| (1..=last).contains(it)).ok_or(NotAPeriod)
        };
        match rest.strip_prefix('Q') {
            Some(quarter) => Ok(Period::Quarter(year, within(quarter, 4)?)),
            None if rest.is_empty() => Ok(Period::Year(year)),
            None => Ok(Period::Month(year, within(rest, 12)?)),
        }
    }
}

/// Whether the team works on a day: weekdays but holidays, and weekend days made working days.
pub fn is_working_day(day: Day, settings: &Settings) -> bool {
    let weekday = !day.is_weekend() && !settings.holidays.contains(&day);
    weekday || settings.extra_working_days.contains(&day)
}

/// How many of a span's days are working days.
pub fn working_days(span: Span, settings: &Settings) -> i64 {
    span.days().filter(|day| is_working_day(*day, settings)).count() as i64
}

/// The working day that lies so many working days after a day; at the end of the calendar its last
/// day.
pub fn plus_working_days(day: Day, days: i64, settings: &Settings) -> Day {
    let (mut day, mut left) = (day, days);
    while 0 < left && day != day.next() {
        day = day.next();
        if is_working_day(day, settings) {
            left -= 1;
        }
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a date")
    }

    #[track_caller]
    fn check_span(period: &str, start: u32, expect: (&str, &str)) {
        let period: Period = period.parse().expect("a period");
        let span = period.span(FiscalStart::new(start)).expect("a span");
        assert_eq!((span.first.to_string().as_str(), span.last.to_string().as_str()), expect);
        assert_eq!(period.to_string().parse(), Ok(period));
        assert_eq!(period.next().previous(), period);
    }

    #[test]
    fn quarters_follow_the_fiscal_start() {
        check_span("2026-Q4", 1, ("2026-10-01", "2026-12-31"));
        check_span("2026-Q1", 4, ("2026-04-01", "2026-06-30"));
        check_span("2026-Q4", 4, ("2027-01-01", "2027-03-31"));
        check_span("2026-Q2", 11, ("2027-02-01", "2027-04-30"));
    }

    #[test]
    fn months_and_years_end_on_their_last_day() {
        check_span("2024-02", 1, ("2024-02-01", "2024-02-29"));
        check_span("2025-02", 7, ("2025-02-01", "2025-02-28"));
        check_span("2025", 7, ("2025-07-01", "2026-06-30"));
    }

    #[test]
    fn every_day_lies_in_its_own_quarter() {
        for start in 1..=12 {
            let start = FiscalStart::new(start);
            for days in 0..800 {
                let day = day("2024-01-01").plus(days);
                let span = start.quarter_of(day).span(start).expect("a span");
                assert!(span.holds(day), "{day} {start:?}");
            }
        }
    }

    #[test]
    fn only_real_dates_are_days() {
        for text in
            ["2025-02-29", "2025-13-01", "25-01-01", "2025-1-1", "2025/01/01", "", "+025-01-01"]
        {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
        assert_eq!(day("2024-02-29").to_string(), "2024-02-29");
    }

    // State Council notice on 2026 holidays: National Day 1 to 7 October, with work on Saturday
    // 10 October and Sunday 20 September.
    #[test]
    fn holidays_and_made_up_days_change_the_count() {
        let settings = Settings {
            holidays: Span { first: day("2026-10-01"), last: day("2026-10-07") }.days().collect(),
            extra_working_days: vec![day("2026-10-10")],
            ..Settings::default()
        };
        let october = Period::Month(2026, 10).span(FiscalStart::new(1)).expect("a span");
        assert_eq!(working_days(october, &Settings::default()), 22);
        assert_eq!(working_days(october, &settings), 22 - 5 + 1);
    }

    // Excel's WORKDAY gives the same days for the same start, count and list of holidays:
    // WORKDAY(DATE(2026,9,29), 5) = 2026-10-06, and with 1 to 7 October as holidays 2026-10-12;
    // Saturday 10 October worked brings it to that Saturday.
    #[test]
    fn working_days_are_counted_over_weekends_and_holidays() {
        let plain = Settings::default();
        let holidays = Span { first: day("2026-10-01"), last: day("2026-10-07") }.days().collect();
        let golden_week = Settings { holidays, ..Settings::default() };
        let made_up =
            Settings { extra_working_days: vec![day("2026-10-10")], ..golden_week.clone() };
        for (settings, days, expect) in [
            (&plain, 5, "2026-10-06"),
            (&golden_week, 4, "2026-10-12"),
            (&made_up, 4, "2026-10-10"),
            (&plain, 0, "2026-09-29"),
        ] {
            assert_eq!(plus_working_days(day("2026-09-29"), days, settings), day(expect));
        }
        let end = day("9999-12-31");
        assert_eq!(plus_working_days(end, 3, &plain), end);
    }
}
