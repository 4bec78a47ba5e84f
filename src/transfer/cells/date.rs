//! Dates as exports write them.
//!
//! Time and zone are dropped: the civil date that stands in the cell is the day. Only the order
//! of day and month can be in question; one number above 12 in a column settles it for all rows.
//! Years of two digits are 2000 to 2069 and 1970 to 1999 (POSIX `strptime`, "%y"). A number of
//! five digits is a serial date of the spreadsheet's 1900 system, in which 45631 is 2024-12-05; one
//! of ten digits counts the seconds since 1970 in UTC, one of thirteen the milliseconds.

use super::month::month;
use crate::domain::calendar::Day;
use crate::transfer::text::folded;

/// The order of the numbers of a date whose year is not in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

impl DateOrder {
    /// The code in remembered mappings.
    pub const fn code(self) -> &'static str {
        match self {
            DateOrder::DayFirst => "dmy",
            DateOrder::MonthFirst => "mdy",
        }
    }

    /// The order of a stored code.
    pub fn of_code(code: &str) -> Option<DateOrder> {
        [DateOrder::DayFirst, DateOrder::MonthFirst].into_iter().find(|it| it.code() == code)
    }
}

/// What a column shows about the order of its dates.
#[derive(Clone, Debug, Default)]
pub struct DateEvidence {
    day_first: usize,
    month_first: usize,
    either: Option<String>,
    month: Option<String>,
    dotted: bool,
}

impl DateEvidence {
    /// Takes one more cell of the column into account.
    pub fn add(&mut self, cell: &str) {
        let (first, second) = match read(cell) {
            Some(Written::Numbers(first, second, _)) => (first, second),
            Some(_) => return,
            None => {
                let is_first = self.month.is_none() && month(cell).is_some();
                self.month = self.month.take().or(is_first.then(|| cell.trim().to_owned()));
                return;
            }
        };
        match (first, second) {
            (13..=31, 1..=12) => self.day_first += 1,
            (1..=12, 13..=31) => self.month_first += 1,
            (1..=12, 1..=12) if first != second && self.either.is_none() => {
                self.dotted = cell.contains(['.', '-']);
                self.either = Some(cell.trim().to_owned());
            }
            _ => {}
        }
    }

    /// The order that the column settles; `None` where it settles none.
    pub fn settled(&self) -> Option<DateOrder> {
        match (self.day_first, self.month_first) {
            (0, 0) => None,
            (day, month) if month < day => Some(DateOrder::DayFirst),
            _ => Some(DateOrder::MonthFirst),
        }
    }

    /// A cell that can be read both ways, where nothing in the column settles which.
    pub fn undecided(&self) -> Option<&str> {
        self.either.as_deref().filter(|_| self.settled().is_none())
    }

    /// A cell that says a month and no day.
    pub fn month(&self) -> Option<&str> {
        self.month.as_deref()
    }

    /// The order to read by until somebody decides: what the column settles, else day first
    /// between dots and hyphens and month first between slashes.
    pub fn usual(&self) -> DateOrder {
        let usual = if self.dotted { DateOrder::DayFirst } else { DateOrder::MonthFirst };
        self.settled().unwrap_or(usual)
    }
}

/// The day a cell says; `None` where it says none that exists from 1900 to 2199.
pub fn parse(cell: &str, order: DateOrder) -> Option<Day> {
    let (year, month, day) = match read(cell)? {
        Written::Day(year, month, day) => (year, month, day),
        Written::Serial(days) => return Day::from_epoch(i64::from(days) - SERIAL_OF_EPOCH),
        Written::Numbers(first, second, year) => match order {
            DateOrder::DayFirst => (year, second, first),
            DateOrder::MonthFirst => (year, first, second),
        },
    };
    Day::new(i32::try_from(year).ok()?, month, day).filter(|it| (1900..2200).contains(&it.year()))
}

/// The serial number of 1970-01-01 in the 1900 date system of spreadsheets.
const SERIAL_OF_EPOCH: i64 = 25_569;

/// A date as written.
enum Written {
    /// Year, month and day, told apart.
    Day(u32, u32, u32),
    /// Two numbers and a year: the order of the two is the column's matter.
    Numbers(u32, u32, u32),
    /// A serial number of days.
    Serial(u32),
}

fn read(cell: &str) -> Option<Written> {
    let text = folded(cell);
    let text = after_weekday(text.trim());
    if let Some(counted) = counted(text) {
        return Some(counted);
    }
    let (numbers, month, rest) = parts(text)?;
    if let (Some(month), [year @ 1000..=9999, day] | [day, year]) = (month, &numbers[..]) {
        return is_time(rest).then_some(Written::Day(full_year(*year), month, *day));
    }
    match numbers[..] {
        _ if month.is_some() => None,
        [whole] => undivided(whole, rest),
        [year @ 1000..=9999, month, day] if is_time(rest) => Some(Written::Day(year, month, day)),
        [year @ 32..=99, month, day] if is_time(rest) => {
            Some(Written::Day(full_year(year), month, day))
        }
        [first, second, year] if is_time(rest) => {
            Some(Written::Numbers(first, second, full_year(year)))
        }
        _ => None,
    }
}

/// A date that is one number: days of a spreadsheet, with or without a part of a day, or seconds or
/// milliseconds since 1970.
fn counted(text: &str) -> Option<Written> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |it: &str| !it.is_empty() && it.bytes().all(|digit| digit.is_ascii_digit());
    if !is_number(whole) || !is_number(part) {
        return None;
    }
    let seconds_a_day = match whole.len() {
        5 => return serial(whole.parse().ok()?),
        10 => 86_400,
        13 => 86_400_000,
        _ => return None,
    };
    let days = whole.parse::<i64>().ok()? / seconds_a_day + SERIAL_OF_EPOCH;
    days.try_into().ok().map(Written::Serial)
}

/// A text without the name of a day of the week before it: "Fri Mar 01 2024".
fn after_weekday(text: &str) -> &str {
    const NAMES: [&str; 7] =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at(letters);
    let is_named = 3 <= letters && NAMES.iter().any(|name| name.starts_with(word));
    if is_named { rest.trim_start_matches(['.', ',', ' ']) } else { text }
}

/// A text without the ending of an ordinal number in front: "st March" of "1st March".
fn after_ordinal(rest: &str) -> &str {
    let Some(ending) = rest.get(..2).filter(|it| ["st", "nd", "rd", "th"].contains(it)) else {
        return rest;
    };
    let after = &rest[ending.len()..];
    if after.starts_with(|it: char| it.is_ascii_alphanumeric()) { rest } else { after }
}

/// The numbers in front of a text, up to three, a month written as a word, and what follows.
pub(super) fn parts(text: &str) -> Option<(Vec<u32>, Option<u32>, &str)> {
    let (mut numbers, mut month, mut rest) = (Vec::with_capacity(3), None, text);
    while numbers.len() + usize::from(month.is_some()) < 3 {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        if 0 < digits {
            let number = rest[..digits].parse().ok()?;
            if digits == 4 && number < 1_000 {
                return None;
            }
            numbers.push(number);
            rest = after_ordinal(&rest[digits..]);
        } else {
            let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
            if letters < 3 || month.is_some() {
                break;
            }
            month = Some(month_named(&rest[..letters])?);
            rest = &rest[letters..];
        }
        let Some(after) = after_separator(rest) else {
            break;
        };
        rest = after;
    }
    (!numbers.is_empty()).then_some((numbers, month, rest))
}

/// What follows a sign that parts the numbers of a date; a space only before a month's name or a
/// year, so that a time is not taken for a part of the date.
fn after_separator(rest: &str) -> Option<&str> {
    let after = rest.strip_prefix(['-', '/', '.', '年', '月', ',', ' '])?;
    Some(after.trim_start_matches([' ', ',']))
}

fn month_named(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let place = NAMES
        .iter()
        .position(|name| name.starts_with(word) || word == "sept" && *name == "september")?;
    u32::try_from(place + 1).ok()
}

fn full_year(year: u32) -> u32 {
    match year {
        0..=69 => 2000 + year,
        70..=99 => 1900 + year,
        year => year,
    }
}

/// A number alone: a serial date, or year, month and day without signs between.
fn undivided(whole: u32, rest: &str) -> Option<Written> {
    match whole {
        _ if !is_time(rest) && !is_undivided_time(rest) => None,
        19_000_101..=21_991_231 => {
            Some(Written::Day(whole / 10_000, whole / 100 % 100, whole % 100))
        }
        whole => serial(whole),
    }
}

fn serial(whole: u32) -> Option<Written> {
    (10_000..=109_575).contains(&whole).then_some(Written::Serial(whole))
}

/// Whether what follows a date is nothing, or a time with or without its zone. The day of the week
/// may stand before it: "星期五", "(周五)".
fn is_time(rest: &str) -> bool {
    let rest = rest.trim_start_matches('日').trim();
    let rest = after_chinese_weekday(rest).trim();
    rest.len() <= 48
        && (rest.is_empty() || rest.contains(':') && rest.split_whitespace().all(is_part_of_time))
}

fn after_chinese_weekday(rest: &str) -> &str {
    let open = rest.strip_prefix('(').unwrap_or(rest);
    let named = ["星期", "周"].iter().find_map(|it| open.strip_prefix(it));
    let day = named.and_then(|it| it.strip_prefix(|day| "一二三四五六日天".contains(day)));
    day.map_or(rest, |it| it.strip_prefix(')').unwrap_or(it))
}

/// A word of a time: figures with their signs, or the zone as "EST" or "America/New_York".
fn is_part_of_time(word: &str) -> bool {
    let is_sign = |letter: char| {
        letter.is_ascii_digit() || ":.,+-/tzapmgutc".contains(letter) || "上午下午".contains(letter)
    };
    let zone = word.trim_matches(['(', ')']);
    let is_zone = zone.bytes().all(|it| it.is_ascii_alphabetic() || b"/_".contains(&it))
        && (zone.contains('/') || zone.len() <= 5 && zone.ends_with('t'));
    word.chars().all(is_sign) || is_zone
}

/// Whether what follows is a time in the basic form of ISO 8601, "t101500z".
fn is_undivided_time(rest: &str) -> bool {
    let Some(time) = rest.strip_prefix('t') else { return false };
    let digits = time.bytes().take_while(u8::is_ascii_digit).count();
    let zone = &time[digits..];
    matches!(digits, 4 | 6) && zone.chars().all(|it| it.is_ascii_digit() || "z+-:.".contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expect: &str) {
        let mut evidence = DateEvidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        for cell in cells {
            let day = parse(cell, evidence.usual()).map(|it| it.to_string());
            assert_eq!(day.as_deref().unwrap_or("none"), expect, "{cell}");
        }
    }

    #[test]
    fn a_day_is_read_in_every_form_it_is_written() {
        check(
            &[
                "2026-05-03",
                "2026/5/3",
                "2026.05.03",
                "20260503",
                "2026年5月3日",
                "2026年5月3日 10:20",
                "2026-05-03 10:00:00",
                "2026-05-03T23:59:59.999+00:00",
                "2026-05-03T10:00Z",
                " 2026-05-03 上午 10:00 ",
                "3 May 2026",
                "May 3, 2026",
                "03-May-26",
                "3 May, 2026 10:15 PM",
                "２０２６年５月３日",
                "46145",
                "46145.0",
                "46145.98765432109",
            ],
            "2026-05-03",
        );
    }

    // Weekdays and zones as `date`, Outlook and Chinese Excel write them; ISO 8601, basic form; what
    // `date -u -d 2026-05-03T12:00 +%s` prints, and the same in milliseconds, as HubSpot keeps it.
    #[test]
    fn days_of_the_week_zones_and_counted_seconds_are_read() {
        check(
            &[
                "Sun May 03 2026",
                "Sunday, May 3, 2026",
                "Sun, 3 May 2026 10:00:00 GMT",
                "3rd May 2026",
                "May 3rd, 2026",
                "2026年5月3日 星期日",
                "2026年5月3日（周日） 10:20",
                "2026-05-03 10:00:00 CEST",
                "2026-05-03T10:00:00 America/New_York",
                "20260503T101500Z",
                "1777809600",
                "1777809600000",
            ],
            "2026-05-03",
        );
    }

    // The serial date of Pipedrive's import sample.
    #[test]
    fn serial_dates_count_from_1900() {
        check(&["45631.0", "45631"], "2024-12-05");
    }

    #[test]
    fn one_number_above_twelve_settles_a_column() {
        let orders = |cells: &[&str]| {
            let mut evidence = DateEvidence::default();
            cells.iter().for_each(|cell| evidence.add(cell));
            (evidence.settled(), evidence.undecided().map(str::to_owned))
        };
        assert_eq!(orders(&["3/4/2026", "10/20/2016"]), (Some(DateOrder::MonthFirst), None));
        assert_eq!(orders(&["3/4/2026", "20.10.16"]), (Some(DateOrder::DayFirst), None));
        assert_eq!(orders(&["4/4/2026", "3/4/2026"]), (None, Some("3/4/2026".to_owned())));
        assert_eq!(orders(&["2026-03-04", "4/4/2026"]), (None, None));
    }

    #[test]
    fn two_readings_are_both_open_until_decided() {
        let day = |order| parse("3/4/26 10:00", order).map(|it| it.to_string());
        assert_eq!(day(DateOrder::DayFirst).as_deref(), Some("2026-04-03"));
        assert_eq!(day(DateOrder::MonthFirst).as_deref(), Some("2026-03-04"));
    }

    #[test]
    fn what_is_no_day_is_refused() {
        check(
            &[
                "2026-02-30",
                "2026-13-01",
                "31/31/2026",
                "hello",
                "2026-05",
                "2026年5月",
                "1 2",
                "-5",
                "0001-01-01",
                "3 May",
                "May",
                "2026-05-03 or so",
                "2026-05-03 10:00 perhaps",
                "Sun",
                "someday 3 May 2026",
                "99999999999999",
                "",
            ],
            "none",
        );
    }
}
