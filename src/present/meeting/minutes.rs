//! The minutes of a meeting: everything that the journal says was done while it ran, entry by entry,
//! grouped for a reader: what was agreed first, then what was changed, then how the meeting itself
//! went with who was there. Only remarks are added by hand.
//!
//! What the room may not see stands in a group of its own, which files never hold and which a face
//! without the right to it does not get; what is left out is counted.

mod attendance;
mod group;
mod text;

pub use attendance::who_was_there;
pub use group::{Group, Part};

pub use text::{html, markdown};

use self::group::{group_of, taken_back};
use super::home::rating_words;
use super::points::lacks_words;
use super::{kind_name, section_name};
use crate::domain::calendar::Day;
use crate::domain::face::Face;
use crate::domain::id::{MeetingId, MeetingPointId};
use crate::domain::label::Label;
use crate::domain::meeting::clock::times;
use crate::domain::meeting::{Meeting, MeetingPoint, PointSort, lacks, marks};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::{format, words};
use crate::transfer::ics::CalendarEvent;

/// The tables that minutes are read from, beside the history.
pub const MINUTES_TABLES: [Table; 4] =
    [Table::Meetings, Table::MeetingMarks, Table::MeetingPoints, Table::People];

/// An entry of the journal: when, in milliseconds since 1970, and what was done.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// When.
    pub millis: u64,
    /// What.
    pub label: Label,
}

/// A line: the time of day, and what was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    /// The time of day.
    pub time: String,
    /// What was done.
    pub words: String,
    /// What the action lacks that the line brought up, in words; empty where nothing is lacking.
    pub lacks: String,
    /// The action that the line brought up, as far as it is still there.
    pub action: Option<MeetingPointId>,
}

/// A section as it was held: what it is called, its planned and its taken minutes.
pub type Held = (String, String, String);

/// What was done of a group, with what the group is called.
pub type Told = (Group, String, Vec<Line>);

/// The minutes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Minutes {
    /// What the meeting was.
    pub title: String,
    /// When it was and how long it took.
    pub when: String,
    /// How many of the team were there, and who was not; empty where there is nobody.
    pub people: String,
    /// How it was rated; empty where nobody did.
    pub rated: String,
    /// How long its sections took.
    pub sections: Vec<Held>,
    /// What was done, group by group.
    pub groups: Vec<Told>,
    /// How many changes the room may not see, whether they are told here or not.
    pub private: usize,
    /// What was added by hand.
    pub remarks: String,
}

/// Who reads minutes and where: on which face, in which language, and how far the place is ahead of
/// universal time, in minutes.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// The face.
    pub face: Face,
    /// The language.
    pub lang: Lang,
    /// The minutes ahead.
    pub ahead: i64,
}

impl Minutes {
    /// The minutes of a meeting from what was done while it ran; none where it is gone.
    pub fn new(
        workspace: &Workspace,
        reader: Reader,
        id: MeetingId,
        done: &[Done],
    ) -> Option<Minutes> {
        let lang = reader.lang;
        let meeting = workspace.meetings.get(id)?;
        let begun = meeting.begun.unwrap_or(0);
        let took = times(meeting, &marks(workspace, id), begun);
        let minutes = |seconds| format::count(lang, super::minutes(seconds));
        let held = |(section, time): (&_, &crate::domain::meeting::clock::SectionTime)| {
            (section_name(lang, section), minutes(time.planned), minutes(time.spent))
        };
        let whole = (meeting.ended.unwrap_or(begun) - begun) / 1_000;
        let when = format::moment(lang, begun.max(0).unsigned_abs(), reader.ahead);
        Some(Minutes {
            title: kind_name(lang, meeting.kind).to_owned(),
            when: [when, lang.meetings_minutes_all(&minutes(whole))].join(" · "),
            people: attendance::words(workspace, reader, meeting),
            rated: meeting.rating_tenths().map(|it| rated(lang, meeting, it)).unwrap_or_default(),
            sections: meeting.sections.iter().zip(&took.sections).map(held).collect(),
            groups: groups(workspace, reader, id, done),
            private: done.iter().filter(|it| is_private(&it.label)).count(),
            remarks: meeting.remarks.clone(),
        })
    }

    /// How many entries of the journal there are, told here or not.
    pub fn count(&self) -> usize {
        self.shared().map(|it| it.2.len()).sum::<usize>() + self.private
    }

    /// The groups that everybody in the room may read.
    pub fn shared(&self) -> impl Iterator<Item = &Told> {
        self.groups.iter().filter(|it| it.0 != Group::Private)
    }

    /// The groups of a part of the minutes, which may be private.
    pub fn part(&self, part: Part) -> impl Iterator<Item = &Told> {
        self.groups.iter().filter(move |it| it.0.part() == part)
    }

    /// What is said of what the room may not see; none where there is nothing of it.
    pub fn private_words(&self, lang: Lang) -> Option<String> {
        (self.private != 0).then(|| lang.minutes_private(&format::count(lang, self.private as u64)))
    }
}

fn rated(lang: Lang, meeting: &Meeting, tenths: i64) -> String {
    let count = format::count(lang, meeting.ratings.len() as u64);
    lang.minutes_rated(&rating_words(lang, tenths), &count)
}

fn groups(workspace: &Workspace, reader: Reader, id: MeetingId, done: &[Done]) -> Vec<Told> {
    let back = taken_back(done);
    let mut lines: Vec<(Group, Line)> = Vec::new();
    for (place, it) in done.iter().enumerate() {
        if !reader.face.may_see(it.label.matter()) {
            continue;
        }
        let group = match (is_private(&it.label), back[place]) {
            (true, _) => Group::Private,
            (false, true) => Group::Back,
            (false, false) => group_of(&it.label, &|text| sort_of(workspace, &done[..place], text)),
        };
        let action = first_of_action(done, &back, place);
        let action = action.and_then(|text| action_of(workspace, id, text));
        lines.push((group, line(workspace, reader, it, action)));
    }
    let mut groups: Vec<Told> = Vec::new();
    for group in Group::ALL {
        let own: Vec<Line> =
            lines.iter().filter(|it| it.0 == group).map(|it| it.1.clone()).collect();
        if !own.is_empty() {
            groups.push((group, group.words(reader.lang).to_owned(), own));
        }
    }
    groups
}

/// Whether the room may not see what a label tells of.
fn is_private(label: &Label) -> bool {
    !Face::Room.may_see(label.matter())
}

/// What a text was when it was brought up: earlier in the meeting, or as it is known otherwise.
fn sort_of(workspace: &Workspace, before: &[Done], text: &str) -> Option<PointSort> {
    let said = before.iter().rev().find_map(|it| match &it.label {
        Label::MeetingChanged(deed, what) if what == text => deed.parse().ok(),
        _ => None,
    });
    let known = || workspace.meeting_points.values().find(|it| it.text == text);
    said.or_else(|| known().map(MeetingPoint::sort))
}

/// An entry in a line, with who does it by when where it tells of an action of this meeting.
fn line(
    workspace: &Workspace,
    reader: Reader,
    done: &Done,
    action: Option<(MeetingPointId, &MeetingPoint)>,
) -> Line {
    let lang = reader.lang;
    let time = format::time_of_day((done.millis / 60_000) as i64 + reader.ahead);
    let words = words::label(lang, &done.label);
    let Some((id, point)) = action else { return Line { time, words, ..Line::default() } };
    let owner = workspace.people.find(point.owner).map(|it| it.name.clone());
    let due = point.due.map(|it| lang.point_due_on(&format::day(lang, it)));
    let parts = [Some(words), owner, due];
    Line {
        time,
        words: parts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        lacks: lacks_words(lang, &lacks(workspace, point)),
        action: Some(id),
    }
}

/// The text of the action that an entry brings up, or changes where no line before tells of it. What
/// was taken back tells of nothing.
fn first_of_action<'a>(done: &'a [Done], back: &[bool], place: usize) -> Option<&'a str> {
    let text = (!back[place]).then(|| action_text(&done[place].label)).flatten()?;
    let mut before = (0..place).filter(|it| !back[*it]);
    before.all(|it| action_text(&done[it].label) != Some(text)).then_some(text)
}

fn action_text(label: &Label) -> Option<&str> {
    match label {
        Label::Redone(again) => action_text(again),
        Label::MeetingChanged(deed, text) => match PointSort::of_deed(deed)? {
            (PointSort::Action, "" | "changed") => Some(text),
            _ => None,
        },
        _ => None,
    }
}

fn action_of<'a>(
    workspace: &'a Workspace,
    id: MeetingId,
    text: &str,
) -> Option<(MeetingPointId, &'a MeetingPoint)> {
    let is_it = |(_, it): &(MeetingPointId, &MeetingPoint)| {
        it.meeting == Some(id) && it.sort() == PointSort::Action && it.text == text
    };
    workspace.meeting_points.iter().find(is_it)
}

/// The open actions of a meeting that have a day, for a calendar.
pub fn action_events(workspace: &Workspace, lang: Lang, id: MeetingId) -> Vec<CalendarEvent> {
    let of = |it: &MeetingPoint| {
        it.meeting == Some(id) && it.sort() == PointSort::Action && it.is_open()
    };
    let event = |(point_id, point): (_, &MeetingPoint)| {
        let day: Day = point.due.filter(|_| of(point))?;
        let owner = workspace.people.find(point.owner).map(|it| it.name.clone());
        let meeting = workspace.meetings.get(id).map(|it| kind_name(lang, it.kind).to_owned());
        let more: Vec<String> = [owner, meeting].into_iter().flatten().collect();
        Some(CalendarEvent {
            uid: format!("action-{point_id}@huddle"),
            day,
            minute: None,
            summary: point.text.clone(),
            description: more.join("\n"),
        })
    };
    workspace.meeting_points.iter().filter_map(event).collect()
}

#[cfg(test)]
mod tests;
