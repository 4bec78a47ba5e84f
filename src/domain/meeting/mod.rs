//! Meetings: the kinds there are with what is on their agendas, the one that runs, what was raised,
//! decided and agreed, announcements, and what is asked of other departments.
//!
//! A meeting is kept as the times of its events (begun, went on to a section, stood still, ended)
//! and never as a clock that runs, so that a tablet that dies in the middle shows the same minute
//! when it is back. Moments are milliseconds since 1970.

pub mod agenda;
pub mod clock;
mod command;
mod office;
mod point;

pub use agenda::{MeetingKind, Section, Stake, Topic};
pub use command::{MeetingCommand, MeetingRefused};
pub use office::{
    Announcement, Office, ReadMark, Request, RequestState, current_news, requests, unread_by,
};
pub use point::{Lack, MeetingPoint, PointSort, Source, lacking, lacks, next_place, open_points};

use std::fmt;
use std::str::FromStr;

use super::arrange;
use super::codes::NotACode;
use super::id::{MeetingId, MeetingMarkId, MeetingPlanId, PersonId};
use super::workspace::Workspace;

record! {
    /// The agenda of a kind of meeting, where the team has changed it.
    pub struct MeetingPlan(MeetingPlanId) {
        /// Its sections with their usual minutes.
        sections: Vec<Section>,
    }
}

record! {
    /// A meeting.
    pub struct Meeting(MeetingId) {
        /// What kind of meeting it is.
        kind: Option<MeetingKind>,
        /// What was on its agenda, with the minutes that it began with.
        sections: Vec<Section>,
        /// When it was begun.
        begun: Option<i64>,
        /// When it was ended; none while it runs.
        ended: Option<i64>,
        /// Who was there.
        people: Vec<PersonId>,
        /// How good those who were there found it.
        ratings: Vec<Rating>,
        /// What was added to the minutes by hand.
        remarks: String,
    }
}

record! {
    /// An event of a meeting's clock.
    pub struct MeetingMark(MeetingMarkId) {
        /// Of which meeting.
        meeting: Option<MeetingId>,
        /// Its number, from 0.
        number: i64,
        /// When.
        at: Option<i64>,
        /// What happened.
        turn: Option<Turn>,
    }
}

/// What can happen to a meeting's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The section of this place begins, from 0.
    Section(usize),
    /// The clock stands still.
    Pause,
    /// The clock goes on.
    Resume,
}

/// What somebody found of a meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rating {
    /// Who.
    pub person: PersonId,
    /// From 1, a waste of time, to 10.
    pub score: i64,
}

/// The best that a meeting can be rated.
pub const BEST: i64 = 10;

impl fmt::Display for Turn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Turn::Section(place) => place.fmt(f),
            Turn::Pause => f.write_str("pause"),
            Turn::Resume => f.write_str("resume"),
        }
    }
}

impl FromStr for Turn {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Turn, NotACode> {
        match text {
            "pause" => Ok(Turn::Pause),
            "resume" => Ok(Turn::Resume),
            place => place.parse().map(Turn::Section).map_err(|_| NotACode),
        }
    }
}

impl fmt::Display for Rating {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.person, self.score)
    }
}

impl FromStr for Rating {
    type Err = NotACode;

    fn from_str(text: &str) -> Result<Rating, NotACode> {
        let (person, score) = text.split_once(' ').ok_or(NotACode)?;
        let person = person.parse().map_err(|_| NotACode)?;
        Ok(Rating { person, score: score.parse().map_err(|_| NotACode)? })
    }
}

super::value::text_scalar!(Turn, Rating);

impl MeetingPlan {
    /// The id of the plan of a kind: one for each.
    pub fn id_of(kind: MeetingKind) -> MeetingPlanId {
        MeetingPlanId::of_key(&format!("meeting-plan/{kind}"))
    }
}

impl MeetingMark {
    /// The id of an event: one for each number, so that two tabs cannot both take it.
    pub fn id_of(meeting: MeetingId, number: i64) -> MeetingMarkId {
        MeetingMarkId::of_key(&format!("meeting-mark/{meeting}/{number}"))
    }
}

impl Meeting {
    /// The mean of the ratings in tenths of a point, halves away from zero; none without any.
    pub fn rating_tenths(&self) -> Option<i64> {
        let sum: i64 = self.ratings.iter().map(|it| it.score).sum();
        let count = i64::try_from(self.ratings.len()).ok().filter(|it| 0 < *it)?;
        Some(super::money::share(sum, 10, count))
    }
}

/// The usual sections of a kind of meeting: what the team has made of them, or else the usual ones.
pub fn plan_of(workspace: &Workspace, kind: MeetingKind) -> Vec<Section> {
    let kept = workspace.meeting_plans.get(MeetingPlan::id_of(kind));
    kept.map(|it| it.sections.clone()).filter(|it| !it.is_empty()).unwrap_or_else(|| kind.usual())
}

/// The meeting that runs; where two tablets have begun one each, the earlier.
pub fn running(workspace: &Workspace) -> Option<(MeetingId, &Meeting)> {
    let meetings = workspace.meetings.iter().filter(|(_, it)| it.ended.is_none());
    meetings.min_by_key(|(id, it)| (it.begun, *id))
}

/// The meetings that have ended, the latest first.
pub fn ended(workspace: &Workspace) -> Vec<(MeetingId, &Meeting)> {
    let mut ended: Vec<_> =
        workspace.meetings.iter().filter(|(_, it)| it.ended.is_some()).collect();
    arrange::by_key(&mut ended, |(id, it)| (std::cmp::Reverse(it.begun), *id));
    ended
}

/// The events of a meeting's clock in their order.
pub fn marks(workspace: &Workspace, meeting: MeetingId) -> Vec<&MeetingMark> {
    let of = |it: &&MeetingMark| it.meeting == Some(meeting);
    let mut marks: Vec<&MeetingMark> = workspace.meeting_marks.values().filter(of).collect();
    arrange::by_key(&mut marks, |it| it.number);
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn events_and_ratings_are_read_back() {
        for turn in [Turn::Section(0), Turn::Section(12), Turn::Pause, Turn::Resume] {
            assert_eq!(turn.to_string().parse(), Ok(turn));
        }
        let rating = Rating { person: PersonId::drawn(7), score: 9 };
        assert_eq!(rating.to_string().parse(), Ok(rating));
        assert_eq!("dance".parse::<Turn>(), Err(NotACode));
    }

    // By hand: (8 + 9 + 10 + 10) ÷ 4 = 9.25, in tenths 92.5, which is 93 rounded.
    #[test]
    fn ratings_have_a_mean_in_tenths() {
        let rate = |score| Rating { person: PersonId::drawn(score as u64), score };
        let of = |scores: &[i64]| Meeting {
            ratings: scores.iter().map(|it| rate(*it)).collect(),
            ..Meeting::default()
        };
        assert_eq!(of(&[8, 9, 10, 10]).rating_tenths(), Some(93));
        assert_eq!(of(&[]).rating_tenths(), None);
    }
}
