//! The rules of meetings: how one begins, goes on and ends, what is brought up, announced and asked.

use super::Context;
use crate::domain::changes::Changes;
use crate::domain::id::*;
use crate::domain::label::Label;
use crate::domain::meeting::{
    Announcement, BEST, Meeting, MeetingCommand, MeetingKind, MeetingMark, MeetingPlan,
    MeetingPoint, MeetingRefused, Rating, ReadMark, Request, Section, Topic, Turn, marks,
    next_place, running,
};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// A section takes no longer than this, in minutes.
const LONGEST: i64 = 600;

type Changed = Result<Changes, Rejection>;

pub(super) fn apply(workspace: &Workspace, command: &MeetingCommand, ctx: &Context) -> Changed {
    match command {
        MeetingCommand::SavePlan(kind, sections) => save_plan(workspace, *kind, sections),
        MeetingCommand::Begin(id, kind, sections, people, at) => {
            begin(workspace, (*id, *kind), sections, people, *at)
        }
        MeetingCommand::Mark(id, number, turn, at) => mark(workspace, *id, *number, *turn, *at),
        MeetingCommand::SetPresent(id, person, there) => {
            set_present(workspace, *id, *person, *there)
        }
        MeetingCommand::Rate(id, person, score) => rate(workspace, *id, *person, *score),
        MeetingCommand::SetRemarks(id, text) => set_remarks(workspace, *id, text),
        MeetingCommand::End(id, at) => end(workspace, *id, *at),
        MeetingCommand::CorrectEnd(id, at) => correct_end(workspace, *id, *at),
        MeetingCommand::SavePoint(id, point) => save_point(workspace, *id, point),
        MeetingCommand::ClosePoint(id, at) => close_point(workspace, *id, *at, ctx),
        MeetingCommand::DeletePoint(id) => delete_point(workspace, *id),
        MeetingCommand::SaveAnnouncement(id, it) => announce(workspace, *id, it, ctx),
        MeetingCommand::DeleteAnnouncement(id) => delete_announcement(workspace, *id),
        MeetingCommand::MarkRead(id, person, read) => {
            mark_read(workspace, *id, *person, *read, ctx)
        }
        MeetingCommand::SaveRequest(id, request) => save_request(workspace, *id, request, ctx),
        MeetingCommand::DeleteRequest(id) => delete_request(workspace, *id),
    }
}

fn label(deed: &str, what: impl ToString) -> Changes {
    Changes::new(Label::MeetingChanged(deed.to_owned(), what.to_string()))
}

fn refused(why: MeetingRefused) -> Rejection {
    Rejection::Meeting(why)
}

fn check_sections(sections: &[Section]) -> Result<(), Rejection> {
    let out = sections.iter().map(|it| it.minutes).find(|it| !(1..=LONGEST).contains(it));
    match out {
        Some(minutes) => Err(refused(MeetingRefused::MinutesOutOfRange(minutes))),
        None if sections.iter().any(|it| it.topic == Topic::Own && it.name.trim().is_empty()) => {
            Err(Rejection::NameMissing)
        }
        None => Ok(()),
    }
}

fn save_plan(workspace: &Workspace, kind: MeetingKind, sections: &[Section]) -> Changed {
    check_sections(sections)?;
    let mut changes = label("plan", kind);
    let id = MeetingPlan::id_of(kind);
    match sections.is_empty() || sections == kind.usual() {
        true => changes.remove::<MeetingPlan>(workspace, id),
        false => changes.put(workspace, id, &MeetingPlan { sections: sections.to_vec() }),
    }
    Ok(changes)
}

fn begin(
    workspace: &Workspace,
    (id, kind): (MeetingId, MeetingKind),
    sections: &[Section],
    people: &[PersonId],
    at: i64,
) -> Changed {
    if running(workspace).is_some() {
        return Err(refused(MeetingRefused::Running));
    }
    if sections.is_empty() {
        return Err(refused(MeetingRefused::WithoutSections));
    }
    check_sections(sections)?;
    let mut there: Vec<PersonId> = Vec::new();
    for person in people.iter().filter(|it| workspace.people.has(**it)) {
        if !there.contains(person) {
            there.push(*person);
        }
    }
    let meeting = Meeting {
        kind: Some(kind),
        sections: sections.to_vec(),
        begun: Some(at),
        people: there,
        ..Meeting::default()
    };
    let mut changes = label("begun", kind);
    changes.put(workspace, id, &meeting);
    Ok(changes)
}

fn underway(workspace: &Workspace, id: MeetingId) -> Result<&Meeting, Rejection> {
    let meeting = workspace.meetings.get(id).filter(|it| it.ended.is_none());
    meeting.ok_or(refused(MeetingRefused::Gone))
}

/// An event happens at the moment of the one before at the earliest, whatever the tablet's clock
/// says.
fn latest(workspace: &Workspace, id: MeetingId, meeting: &Meeting) -> i64 {
    let last = marks(workspace, id).last().and_then(|it| it.at);
    last.or(meeting.begun).unwrap_or(i64::MIN)
}

fn mark(workspace: &Workspace, id: MeetingId, number: i64, turn: Turn, at: i64) -> Changed {
    let meeting = underway(workspace, id)?;
    let known = marks(workspace, id);
    if known.last().map_or(0, |it| it.number + 1) != number {
        return Err(refused(MeetingRefused::MarkTaken));
    }
    let mut changes = match turn {
        Turn::Pause => label("paused", ""),
        Turn::Resume => label("resumed", ""),
        Turn::Section(place) => {
            let section = meeting.sections.get(place).ok_or(refused(MeetingRefused::Gone))?;
            label("section", section_code(section))
        }
    };
    let at = Some(at.max(latest(workspace, id, meeting)));
    let mark = MeetingMark { meeting: Some(id), number, at, turn: Some(turn) };
    changes.put(workspace, MeetingMark::id_of(id, number), &mark);
    Ok(changes)
}

/// A section in a label: its topic, or "own/" and what the team calls it.
fn section_code(section: &Section) -> String {
    match section.name.is_empty() {
        true => section.topic.to_string(),
        false => format!("own/{}", section.name),
    }
}

fn name_of(workspace: &Workspace, person: PersonId) -> Result<String, Rejection> {
    workspace.people.get(person).map(|it| it.name.clone()).ok_or(Rejection::PersonGone)
}

fn set_present(workspace: &Workspace, id: MeetingId, person: PersonId, there: bool) -> Changed {
    let meeting = workspace.meetings.get(id).ok_or(refused(MeetingRefused::Gone))?;
    let mut changes = label(if there { "present" } else { "absent" }, name_of(workspace, person)?);
    let mut meeting = meeting.clone();
    match there {
        true if meeting.people.contains(&person) => {}
        true => meeting.people.push(person),
        false => {
            meeting.people.retain(|it| *it != person);
            meeting.ratings.retain(|it| it.person != person);
        }
    }
    changes.put(workspace, id, &meeting);
    Ok(changes)
}

fn rate(workspace: &Workspace, id: MeetingId, person: PersonId, score: Option<i64>) -> Changed {
    let meeting = workspace.meetings.get(id).ok_or(refused(MeetingRefused::Gone))?;
    if let Some(score) = score.filter(|it| !(1..=BEST).contains(it)) {
        return Err(refused(MeetingRefused::RatingOutOfRange(score)));
    }
    let mut changes = label("rated", name_of(workspace, person)?);
    let mut meeting = meeting.clone();
    meeting.ratings.retain(|it| it.person != person);
    meeting.ratings.extend(score.map(|score| Rating { person, score }));
    changes.put(workspace, id, &meeting);
    Ok(changes)
}

fn set_remarks(workspace: &Workspace, id: MeetingId, text: &str) -> Changed {
    let meeting = workspace.meetings.get(id).ok_or(refused(MeetingRefused::Gone))?;
    let mut changes = label("remarks", "");
    changes.put(workspace, id, &Meeting { remarks: text.trim().to_owned(), ..meeting.clone() });
    Ok(changes)
}

fn end(workspace: &Workspace, id: MeetingId, at: i64) -> Changed {
    let meeting = underway(workspace, id)?;
    let mut changes = label("ended", meeting.kind.map(|it| it.to_string()).unwrap_or_default());
    let ended = Some(at.max(latest(workspace, id, meeting)));
    changes.put(workspace, id, &Meeting { ended, ..meeting.clone() });
    Ok(changes)
}

fn correct_end(workspace: &Workspace, id: MeetingId, at: i64) -> Changed {
    let meeting = workspace.meetings.get(id).ok_or(refused(MeetingRefused::Gone))?;
    let ended = meeting.ended.ok_or(refused(MeetingRefused::Gone))?;
    if !(latest(workspace, id, meeting)..=ended).contains(&at) {
        return Err(refused(MeetingRefused::EndOutOfRange));
    }
    let mut changes = label("corrected", "");
    changes.put(workspace, id, &Meeting { ended: Some(at), ..meeting.clone() });
    Ok(changes)
}

fn save_point(workspace: &Workspace, id: MeetingPointId, point: &MeetingPoint) -> Changed {
    let text = said(&point.text)?;
    let (deed, place) = match workspace.meeting_points.get(id) {
        Some(known) => (point.sort().deed("changed"), known.place),
        None => (point.sort().to_string(), Some(next_place(workspace))),
    };
    let mut changes = label(&deed, &text);
    changes.put(workspace, id, &MeetingPoint { text, place, ..point.clone() });
    Ok(changes)
}

/// Something has to be said; what is around it goes.
fn said(text: &str) -> Result<String, Rejection> {
    match text.trim() {
        "" => Err(refused(MeetingRefused::Empty)),
        text => Ok(text.to_owned()),
    }
}

fn close_point(
    workspace: &Workspace,
    id: MeetingPointId,
    at: Option<i64>,
    ctx: &Context,
) -> Changed {
    let point = workspace.meeting_points.get(id).ok_or(refused(MeetingRefused::NoteGone))?;
    let deed = point.sort().deed(if at.is_some() { "settled" } else { "reopened" });
    let mut changes = label(&deed, &point.text);
    let closed_in = at.and(running(workspace).map(|(id, _)| id));
    let closed_on = at.map(|_| ctx.today);
    let settled = MeetingPoint { closed: at, closed_in, closed_on, ..point.clone() };
    changes.put(workspace, id, &settled);
    Ok(changes)
}

fn delete_point(workspace: &Workspace, id: MeetingPointId) -> Changed {
    let point = workspace.meeting_points.get(id).ok_or(refused(MeetingRefused::NoteGone))?;
    let mut changes = label(&point.sort().deed("dropped"), &point.text);
    changes.remove::<MeetingPoint>(workspace, id);
    Ok(changes)
}

fn announce(
    workspace: &Workspace,
    id: AnnouncementId,
    announcement: &Announcement,
    ctx: &Context,
) -> Changed {
    let text = said(&announcement.text)?;
    let mut changes = label("announced", &text);
    let day = announcement.day.or(Some(ctx.today));
    changes.put(workspace, id, &Announcement { text, day, ..announcement.clone() });
    Ok(changes)
}

fn delete_announcement(workspace: &Workspace, id: AnnouncementId) -> Changed {
    let known = workspace.announcements.get(id).ok_or(refused(MeetingRefused::NoteGone))?;
    let mut changes = label("unannounced", &known.text);
    for (mark, _) in workspace.read_marks.iter().filter(|(_, it)| it.announcement == Some(id)) {
        changes.remove::<ReadMark>(workspace, mark);
    }
    changes.remove::<Announcement>(workspace, id);
    Ok(changes)
}

fn mark_read(
    workspace: &Workspace,
    id: AnnouncementId,
    person: PersonId,
    read: bool,
    ctx: &Context,
) -> Changed {
    if !workspace.announcements.has(id) {
        return Err(refused(MeetingRefused::NoteGone));
    }
    let mut changes = label(if read { "read" } else { "unread" }, name_of(workspace, person)?);
    let mark = ReadMark { announcement: Some(id), person: Some(person), day: Some(ctx.today) };
    match read {
        true => changes.put(workspace, ReadMark::id_of(id, person), &mark),
        false => changes.remove::<ReadMark>(workspace, ReadMark::id_of(id, person)),
    }
    Ok(changes)
}

fn save_request(workspace: &Workspace, id: RequestId, request: &Request, ctx: &Context) -> Changed {
    let text = said(&request.text)?;
    let before = workspace.requests.get(id);
    let deed = match (before.and_then(|it| it.done), request.done) {
        (None, Some(_)) => "request-done",
        _ if before.is_some_and(|it| it.promised != request.promised) => "request-promised",
        _ => "requested",
    };
    let mut changes = label(deed, &text);
    let asked = request.asked.or(Some(ctx.today));
    changes.put(workspace, id, &Request { text, asked, ..request.clone() });
    Ok(changes)
}

fn delete_request(workspace: &Workspace, id: RequestId) -> Changed {
    let known = workspace.requests.get(id).ok_or(refused(MeetingRefused::NoteGone))?;
    let mut changes = label("request-deleted", &known.text);
    changes.remove::<Request>(workspace, id);
    Ok(changes)
}

#[cfg(test)]
mod tests;
