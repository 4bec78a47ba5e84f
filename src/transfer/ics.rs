//! Calendar files: events as RFC 5545 has them, which every calendar reads.
//!
//! An event has a day, and perhaps a time of it, without a zone: nine o'clock is nine o'clock
//! wherever the tablet is. Its UID stays the same, so that a file that is read in again changes
//! events instead of doubling them.

use crate::domain::calendar::Day;

/// How long an event with a time lasts, in minutes.
const LASTS: i64 = 30;
/// A line is at most so many octets long, its end not counted.
const LINE_OCTETS: usize = 75;

/// An event.
#[derive(Clone, Debug, PartialEq)]
pub struct CalendarEvent {
    /// What tells it from every other event, for ever.
    pub uid: String,
    /// The day.
    pub day: Day,
    /// The time of day, in minutes since midnight; none means the whole day.
    pub minute: Option<i64>,
    /// What it is.
    pub summary: String,
    /// More about it.
    pub description: String,
}

/// A calendar of events. `made` is now, in milliseconds since 1970.
pub fn calendar(name: &str, events: &[CalendarEvent], made: u64) -> String {
    let stamp = stamp(made);
    let mut file = String::new();
    line(&mut file, "BEGIN:VCALENDAR");
    line(&mut file, "VERSION:2.0");
    line(&mut file, "PRODID:-//Huddle//Huddle//EN");
    line(&mut file, "CALSCALE:GREGORIAN");
    text(&mut file, "X-WR-CALNAME", name);
    for event in events {
        line(&mut file, "BEGIN:VEVENT");
        text(&mut file, "UID", &event.uid);
        line(&mut file, &format!("DTSTAMP:{stamp}"));
        times(&mut file, event);
        text(&mut file, "SUMMARY", &event.summary);
        if !event.description.is_empty() {
            text(&mut file, "DESCRIPTION", &event.description);
        }
        line(&mut file, "END:VEVENT");
    }
    line(&mut file, "END:VCALENDAR");
    file
}

/// When it begins and ends. A whole day ends with the day after, which is not part of it.
fn times(file: &mut String, event: &CalendarEvent) {
    let Some(minute) = event.minute else {
        line(file, &format!("DTSTART;VALUE=DATE:{}", date(event.day)));
        line(file, &format!("DTEND;VALUE=DATE:{}", date(event.day.next())));
        // Somebody who has something to do all day is still free for other things.
        line(file, "TRANSP:TRANSPARENT");
        return;
    };
    line(file, &format!("DTSTART:{}", moment(event.day, minute)));
    line(file, &format!("DTEND:{}", moment(event.day, minute + LASTS)));
}

fn date(day: Day) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn moment(day: Day, minute: i64) -> String {
    let day = if minute < 24 * 60 { day } else { day.next() };
    format!("{}T{:02}{:02}00", date(day), minute / 60 % 24, minute % 60)
}

fn stamp(millis: u64) -> String {
    let seconds = (millis / 1_000) as i64;
    let day = Day::from_epoch(seconds / 86_400).unwrap_or(Day::EPOCH);
    let second = seconds % 86_400;
    format!("{}T{:02}{:02}{:02}Z", date(day), second / 3_600, second / 60 % 60, second % 60)
}

/// A property with a text: what has a meaning in the format is escaped, line ends become `\n`, and
/// control characters, which the format forbids, are left out.
fn text(file: &mut String, name: &str, text: &str) {
    let mut escaped = format!("{name}:");
    for sign in text.replace("\r\n", "\n").chars() {
        match sign {
            '\\' | ';' | ',' => {
                escaped.push('\\');
                escaped.push(sign);
            }
            '\n' | '\r' => escaped.push_str("\\n"),
            '\t' => escaped.push('\t'),
            sign if sign.is_control() => {}
            sign => escaped.push(sign),
        }
    }
    line(file, &escaped);
}

/// A line, folded so that no piece is too long and no character is cut.
fn line(file: &mut String, content: &str) {
    let mut length = 0;
    for sign in content.chars() {
        if LINE_OCTETS < length + sign.len_utf8() {
            file.push_str("\r\n ");
            length = 1;
        }
        file.push(sign);
        length += sign.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use icalendar::{CalendarComponent, Component, DatePerhapsTime};
    use proptest::prelude::*;

    use super::*;

    // 2026-11-23 12:34:56 UTC, as `date -u -d @1795437296` says.
    const MADE: u64 = 1_795_437_296_789;

    fn event(minute: Option<i64>, summary: &str) -> CalendarEvent {
        CalendarEvent {
            uid: "step-1@huddle".to_owned(),
            day: "2026-12-31".parse().expect("a day"),
            minute,
            summary: summary.to_owned(),
            description: String::new(),
        }
    }

    /// The events of a file as the `icalendar` crate reads them.
    fn read(file: &str) -> Vec<icalendar::Event> {
        let calendar: icalendar::Calendar = file.parse().expect("a calendar");
        let events = calendar.components.into_iter().filter_map(|it| match it {
            CalendarComponent::Event(event) => Some(event),
            _ => None,
        });
        events.collect()
    }

    #[track_caller]
    fn check_times(minute: Option<i64>, start: &str, end: &str) {
        let file = calendar("Team", &[event(minute, "Call")], MADE);
        let [event] = &read(&file)[..] else { panic!("one event") };
        let text = |it: Option<DatePerhapsTime>| match it.expect("a time") {
            DatePerhapsTime::Date(date) => date.to_string(),
            DatePerhapsTime::DateTime(icalendar::CalendarDateTime::Floating(at)) => at.to_string(),
            other @ DatePerhapsTime::DateTime(_) => panic!("a time with a zone: {other:?}"),
        };
        let times = (text(event.get_start()), text(event.get_end()));
        assert_eq!(times, (start.to_owned(), end.to_owned()));
        assert_eq!(event.get_timestamp().expect("a stamp").to_string(), "2026-11-23 12:34:56 UTC");
        assert_eq!(event.get_uid(), Some("step-1@huddle"));
    }

    #[test]
    fn another_reader_finds_the_same_times() {
        check_times(None, "2026-12-31", "2027-01-01");
        check_times(Some(9 * 60 + 5), "2026-12-31 09:05:00", "2026-12-31 09:35:00");
        check_times(Some(23 * 60 + 45), "2026-12-31 23:45:00", "2027-01-01 00:15:00");
    }

    #[test]
    fn a_file_is_written_as_the_standard_says() {
        let file = calendar("T", &[event(None, "客户，一; two\nthree")], MADE);
        let expect = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Huddle//Huddle//EN\r\n\
            CALSCALE:GREGORIAN\r\nX-WR-CALNAME:T\r\nBEGIN:VEVENT\r\nUID:step-1@huddle\r\n\
            DTSTAMP:20261123T123456Z\r\nDTSTART;VALUE=DATE:20261231\r\n\
            DTEND;VALUE=DATE:20270101\r\nTRANSP:TRANSPARENT\r\n\
            SUMMARY:客户，一\\; two\\nthree\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        assert_eq!(file, expect);
    }

    /// What a text is once it has been in a file: line ends alike, no control characters.
    fn kept(text: &str) -> String {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        text.chars().filter(|it| !it.is_control() || matches!(it, '\n' | '\t')).collect()
    }

    /// The text of a property by the letter of RFC 5545, 3.1 and 3.3.11: unfold, then unescape.
    fn by_the_letter(file: &str, name: &str) -> String {
        let unfolded = file.replace("\r\n ", "");
        let wanted = format!("{name}:");
        let line = unfolded.split("\r\n").find_map(|it| it.strip_prefix(&wanted)).expect("a line");
        let mut text = String::new();
        let mut signs = line.chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => match signs.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(escaped) => text.push(escaped),
                    None => panic!("nothing is escaped"),
                },
                sign => text.push(sign),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_no_line_is_too_long(text: String) {
            let file = calendar("T", &[event(None, &text)], MADE);
            prop_assert_eq!(by_the_letter(&file, "SUMMARY"), kept(&text));
            prop_assert!(file.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
        }

        #[test]
        fn another_reader_finds_the_same_text(text in "[a-zA-Z0-9客户:\"';,\\\\ \n()，。]{0,120}[a-z客]") {
            let file = calendar("T", &[event(Some(600), &text)], MADE);
            let events = read(&file);
            prop_assert_eq!(events.len(), 1);
            prop_assert_eq!(events[0].get_summary(), Some(text.as_str()));
        }
    }
}
