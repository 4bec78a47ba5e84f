//! The meeting that runs, as the room and the bar on every page show it.

use super::{clock_words, kind_name, minutes, section_name};
use crate::domain::id::MeetingId;
use crate::domain::meeting::clock::{SectionTime, Times, times};
use crate::domain::meeting::{Meeting, MeetingMark, Section, Topic, marks, running};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// The meeting that runs, with the events of its clock.
#[derive(Clone, Debug, PartialEq)]
pub struct Running {
    /// Which.
    pub id: MeetingId,
    /// The meeting.
    pub meeting: Meeting,
    marks: Vec<MeetingMark>,
}

/// The clock of the section that runs, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct ClockWords {
    /// What is left, or how much it is over.
    pub time: String,
    /// What the time is: left, over, or standing still.
    pub note: String,
    /// Whether it takes longer than it has.
    pub is_over: bool,
    /// Whether it stands still.
    pub is_paused: bool,
}

/// A section of the agenda in the room.
#[derive(Clone, Debug, PartialEq)]
pub struct SectionRow {
    /// Its place.
    pub place: usize,
    /// What it is called.
    pub name: String,
    /// How long it took or has.
    pub time: String,
    /// What others have borrowed from it; empty where they have not.
    pub borrowed: String,
    /// Whether it runs.
    pub is_current: bool,
    /// Whether it is over.
    pub is_over: bool,
}

/// The meeting that runs; none where none does.
pub fn running_now(workspace: &Workspace) -> Option<Running> {
    let (id, meeting) = running(workspace)?;
    let marks = marks(workspace, id).into_iter().cloned().collect();
    Some(Running { id, meeting: meeting.clone(), marks })
}

impl Running {
    /// How it stands at a moment.
    pub fn times(&self, now: i64) -> Times {
        times(&self.meeting, &self.marks.iter().collect::<Vec<_>>(), now)
    }

    /// The number of the next event of its clock.
    pub fn next_mark(&self) -> i64 {
        self.marks.last().map_or(0, |it| it.number + 1)
    }

    /// What it is called.
    pub fn name(&self, lang: Lang) -> &'static str {
        kind_name(lang, self.meeting.kind)
    }

    /// A section of its agenda.
    pub fn section(&self, place: usize) -> Option<&Section> {
        self.meeting.sections.get(place)
    }

    /// What a section is called.
    pub fn section_name(&self, lang: Lang, place: usize) -> String {
        self.section(place).map(|it| section_name(lang, it)).unwrap_or_default()
    }

    /// What a section is about.
    pub fn topic(&self, place: usize) -> Option<Topic> {
        self.section(place).map(|it| it.topic)
    }

    /// Where in the agenda it is, "2 of 10".
    pub fn place(&self, lang: Lang, times: &Times) -> String {
        let (place, all) = (times.current as u64 + 1, times.sections.len() as u64);
        lang.room_of(&format::count(lang, place), &format::count(lang, all))
    }

    /// How much of all its minutes are gone.
    pub fn total(&self, lang: Lang, times: &Times) -> String {
        let count = |seconds| format::count(lang, minutes(seconds));
        lang.room_total(
            &format::count(lang, (times.ran / 60).unsigned_abs()),
            &count(times.planned()),
        )
    }

    /// The agenda as it stands.
    pub fn rows(&self, lang: Lang, times: &Times) -> Vec<SectionRow> {
        let row = |(place, it): (usize, &SectionTime)| {
            let is_current = place == times.current;
            let is_over = it.begun && !is_current;
            let borrowed = if it.begun { 0 } else { minutes(it.borrowed()) };
            let count = |seconds| format::count(lang, minutes(seconds));
            SectionRow {
                place,
                name: self.section_name(lang, place),
                time: match is_over {
                    true => lang.room_took(&count(it.spent)),
                    false => lang.room_given(&count(it.given)),
                },
                borrowed: match borrowed {
                    0 => String::new(),
                    minutes => lang.room_borrowed(&format::count(lang, minutes)),
                },
                is_current,
                is_over,
            }
        };
        times.sections.iter().enumerate().map(row).collect()
    }
}

/// The clock of the section that runs.
pub fn clock(lang: Lang, times: &Times) -> ClockWords {
    let left = times.running().left();
    let is_over = left < 0;
    let note = match (times.paused, is_over, times.next()) {
        (true, ..) => lang.room_paused(),
        (false, true, Some(_)) => lang.room_over(),
        (false, true, None) => lang.room_over_end(),
        (false, false, _) => lang.room_left(),
    };
    ClockWords { time: clock_words(left), note: note.to_owned(), is_over, is_paused: times.paused }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::MeetingKind;
    use crate::present::for_tests::*;

    fn training() -> Running {
        let mut workspace = Workspace::default();
        let kind = MeetingKind::Training;
        let meeting = Meeting {
            kind: Some(kind),
            sections: kind.usual(),
            begun: Some(0),
            ..Meeting::default()
        };
        put(&mut workspace, MeetingId::drawn(1), &meeting);
        running_now(&workspace).expect("a meeting")
    }

    #[track_caller]
    fn check(seconds: i64, time: &str, note: &str) {
        let found = clock(Lang::En, &training().times(seconds * 1_000));
        assert_eq!((&*found.time, &*found.note), (time, note));
    }

    #[test]
    fn the_clock_counts_down_and_says_from_whom_it_borrows() {
        check(0, "3:00", "left");
        check(61, "1:59", "left");
        check(180, "0:00", "left");
        check(395, "3:35", "over time, borrowed from what comes");
    }

    // By hand: 9 of 3 minutes are gone, so 36 of 45 are left for 32 + 5 + 5: 27.4, 4.3 and 4.3.
    #[test]
    fn the_agenda_shows_what_was_borrowed() {
        let (running, at) = (training(), 9 * 60_000);
        let rows = running.rows(Lang::En, &running.times(at));
        let said: Vec<_> = rows.iter().map(|it| (&*it.time, &*it.borrowed)).collect();
        let expect = [
            ("3 min", ""),
            ("27 min", "−5 min borrowed"),
            ("4 min", "−1 min borrowed"),
            ("4 min", "−1 min borrowed"),
        ];
        assert_eq!(said, expect);
        assert_eq!(running.total(Lang::En, &running.times(at)), "9 of 45 min");
    }
}
