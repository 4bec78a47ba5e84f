//! Meetings as they are shown: what can be started, what the room shows, what was said.

pub mod address;
pub mod contacts;
pub mod home;
pub mod minutes;
pub mod news;
pub mod points;
pub mod requests;
pub mod rewound;
pub mod room;
pub mod stakes;
pub mod to_close;

use crate::domain::meeting::{MeetingKind, Section};
use crate::domain::workspace::Table;
use crate::i18n::Lang;

/// The tables that what is at stake is read from, and everything about meetings.
pub const TABLES: [Table; 25] = [
    Table::Meetings,
    Table::MeetingMarks,
    Table::MeetingPlans,
    Table::MeetingPoints,
    Table::Announcements,
    Table::ReadMarks,
    Table::Requests,
    Table::People,
    Table::Teams,
    Table::Absences,
    Table::Leads,
    Table::Stages,
    Table::Customers,
    Table::Goals,
    Table::QuotaYears,
    Table::QuotaLocks,
    Table::Settings,
    Table::Rates,
    Table::Rounds,
    Table::Promises,
    Table::Activities,
    Table::Contacts,
    Table::Cadences,
    Table::Imports,
    Table::SurveyReplies,
];

/// The tables that the meeting which runs is read from.
pub const RUNNING_TABLES: [Table; 2] = [Table::Meetings, Table::MeetingMarks];

/// What a section is called.
pub fn section_name(lang: Lang, section: &Section) -> String {
    match section.name.is_empty() {
        true => lang.meeting_topic(section.topic).to_owned(),
        false => section.name.clone(),
    }
}

/// What a meeting is called.
pub fn kind_name(lang: Lang, kind: Option<MeetingKind>) -> &'static str {
    kind.map_or(lang.meetings_title(), |it| lang.meeting_kind(it))
}

/// Seconds as a clock shows them, "4:05", and "1:02:03" from an hour on.
pub fn clock_words(seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    let (hours, minutes, rest) = (seconds / 3_600, seconds / 60 % 60, seconds % 60);
    match hours {
        0 => format!("{minutes}:{rest:02}"),
        _ => format!("{hours}:{minutes:02}:{rest:02}"),
    }
}

/// Seconds in whole minutes, to the nearest.
pub fn minutes(seconds: i64) -> u64 {
    crate::domain::money::share(seconds, 1, 60).unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    // 3723 seconds, as `date -u -d @3723 +%T` says, are 01:02:03.
    #[test]
    fn seconds_are_shown_as_clocks_do() {
        assert_eq!([0, 65, 599, 3_723].map(clock_words), ["0:00", "1:05", "9:59", "1:02:03"]);
        assert_eq!([29, 30, 90, 150].map(minutes), [0, 1, 2, 3]);
    }
}
