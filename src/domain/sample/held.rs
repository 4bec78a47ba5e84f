//! Leaving the sample: the meetings that were tried with its people go, with what belongs to them.
//!
//! A meeting goes with all who were there, as a round does. What was brought up or asked goes with
//! its meeting, or with the lead, customer or person that it comes from; else it stays and loses
//! what it says of people who go.

use super::clear::Going;
use crate::domain::changes::Changes;
use crate::domain::id::PersonId;
use crate::domain::meeting::{Meeting, MeetingMark, MeetingPoint, ReadMark, Request, Source};
use crate::domain::survey::SurveyReply;
use crate::domain::workspace::Workspace;

/// Removes what goes.
pub(super) fn remove(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    let stays = |id: &PersonId| workspace.people.has(*id) && !going.has(*id);
    let is_tried = |meeting: &Meeting| !meeting.people.iter().any(stays);
    for (id, meeting) in workspace.meetings.iter() {
        if is_tried(meeting) {
            changes.remove::<Meeting>(workspace, id);
            continue;
        }
        let mut left = meeting.clone();
        left.people.retain(stays);
        left.ratings.retain(|it| stays(&it.person));
        if left != *meeting {
            changes.put(workspace, id, &left);
        }
    }
    let of_tried = |id| workspace.meetings.find(id).is_none_or(is_tried);
    for (id, mark) in workspace.meeting_marks.iter() {
        if of_tried(mark.meeting) {
            changes.remove::<MeetingMark>(workspace, id);
        }
    }
    for (id, mark) in workspace.read_marks.iter() {
        if !mark.person.is_some_and(|it| stays(&it)) {
            changes.remove::<ReadMark>(workspace, id);
        }
    }
    remove_points(workspace, going, &of_tried, changes);
    remove_requests(workspace, going, changes);
}

fn remove_points(
    workspace: &Workspace,
    going: &Going,
    of_tried: &dyn Fn(Option<crate::domain::id::MeetingId>) -> bool,
    changes: &mut Changes,
) {
    let replies = workspace.survey_replies.iter();
    let replies = replies.filter(|(_, it)| it.survey.is_none_or(|it| going.has(it)));
    let heard: Vec<_> = replies.map(|(id, _)| SurveyReply::issue_of(id)).collect();
    let comes_from = |source: &Source| match source {
        Source::Lead(id) => going.has(*id),
        Source::Customer(id) => going.has(*id),
        Source::Person(id) => going.has(*id),
        Source::Page(_) => false,
    };
    for (id, point) in workspace.meeting_points.iter() {
        let goes = heard.contains(&id)
            || point.meeting.is_some() && of_tried(point.meeting)
            || point.source.as_ref().is_some_and(comes_from);
        if goes {
            changes.remove::<MeetingPoint>(workspace, id);
            continue;
        }
        let owner = point.owner.filter(|it| !going.has(*it));
        let closed_in = point.closed_in.filter(|it| !of_tried(Some(*it)));
        if (owner, closed_in) != (point.owner, point.closed_in) {
            changes.put(workspace, id, &MeetingPoint { owner, closed_in, ..point.clone() });
        }
    }
}

fn remove_requests(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    for (id, request) in workspace.requests.iter() {
        let is_for_somebody = request.lead.is_some() || request.customer.is_some();
        if is_for_somebody && going.takes(workspace, request.lead, request.customer) {
            changes.remove::<Request>(workspace, id);
            continue;
        }
        let by = request.by.filter(|it| !going.has(*it));
        let customer = request.customer.filter(|it| !going.has(*it));
        if (by, customer) != (request.by, request.customer) {
            changes.put(workspace, id, &Request { by, customer, ..request.clone() });
        }
    }
}
