//! Everything that can be done in and for meetings.

use super::{Announcement, MeetingKind, MeetingPoint, Request, Section, Turn};
use crate::domain::id::*;

/// Something to be done in or for a meeting. Moments are milliseconds since 1970.
#[derive(Clone, Debug, PartialEq)]
pub enum MeetingCommand {
    /// Make these the usual sections of a kind; none takes the usual ones back.
    SavePlan(MeetingKind, Vec<Section>),
    /// Begin a meeting with this agenda and these people, at a moment.
    Begin(MeetingId, MeetingKind, Vec<Section>, Vec<PersonId>, i64),
    /// The event of this number happens to the clock of a meeting, at a moment.
    Mark(MeetingId, i64, Turn, i64),
    /// Somebody is there, or is not.
    SetPresent(MeetingId, PersonId, bool),
    /// Somebody rates a meeting from 1 to 10, or takes it back.
    Rate(MeetingId, PersonId, Option<i64>),
    /// Say something about the minutes of a meeting, in place of what was said.
    SetRemarks(MeetingId, String),
    /// End a meeting, at a moment.
    End(MeetingId, i64),
    /// Say when a meeting ended that somebody forgot to end, at an earlier moment.
    CorrectEnd(MeetingId, i64),
    /// Bring something up in a meeting or for the next, or change it to this.
    SavePoint(MeetingPointId, Box<MeetingPoint>),
    /// Settle something that was brought up, at a moment; none opens it again.
    ClosePoint(MeetingPointId, Option<i64>),
    /// Delete something that was brought up.
    DeletePoint(MeetingPointId),
    /// Announce something, or change it to this.
    SaveAnnouncement(AnnouncementId, Box<Announcement>),
    /// Delete an announcement with its marks.
    DeleteAnnouncement(AnnouncementId),
    /// Somebody has read an announcement, or has not.
    MarkRead(AnnouncementId, PersonId, bool),
    /// Ask something of another department, or change it to this.
    SaveRequest(RequestId, Box<Request>),
    /// Delete something that was asked.
    DeleteRequest(RequestId),
}

/// Why something for a meeting is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingRefused {
    /// Another meeting runs.
    Running,
    /// The meeting has ended or is gone.
    Gone,
    /// A meeting needs something on its agenda.
    WithoutSections,
    /// A section takes 1 to 600 minutes; this is what was given.
    MinutesOutOfRange(i64),
    /// The event has happened already: somebody else was faster.
    MarkTaken,
    /// A rating is from 1 to 10; this is what was given.
    RatingOutOfRange(i64),
    /// A meeting ends after the last event of its clock, and not after it was ended.
    EndOutOfRange,
    /// What was brought up, announced or asked says something.
    Empty,
    /// What was brought up, announced or asked is not there any more.
    NoteGone,
}
