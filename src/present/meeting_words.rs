//! What was done in meetings, and why something was refused there, in words.

use crate::domain::meeting::{MeetingKind, MeetingRefused, PointSort, Topic};
use crate::i18n::Lang;

/// What was done in or for a meeting.
pub fn done(lang: Lang, deed: &str, what: &str) -> String {
    let kind = || what.parse::<MeetingKind>().map_or(what, |it| lang.meeting_kind(it));
    // Labels of before do not say of what sort it was that was settled.
    let deed = match PointSort::of_deed(deed) {
        Some((_, done)) if !done.is_empty() => done,
        _ => deed,
    };
    match deed {
        "begun" => lang.did_meeting_begun(kind()),
        "section" => lang.did_meeting_section(section(lang, what)),
        "paused" => lang.did_meeting_paused().to_owned(),
        "resumed" => lang.did_meeting_resumed().to_owned(),
        "ended" => lang.did_meeting_ended(kind()),
        "corrected" => lang.did_meeting_corrected().to_owned(),
        "present" => lang.did_meeting_present(what),
        "absent" => lang.did_meeting_absent(what),
        "rated" => lang.did_meeting_rated(what),
        "remarks" => lang.did_meeting_remarks().to_owned(),
        "plan" => lang.did_meeting_plan(kind()),
        "issue" => lang.did_point_issue(what),
        "decision" => lang.did_point_decision(what),
        "action" => lang.did_point_action(what),
        "changed" => lang.did_point_changed(what),
        "settled" => lang.did_point_settled(what),
        "reopened" => lang.did_point_reopened(what),
        "dropped" => lang.did_point_deleted(what),
        "announced" => lang.did_announced(what),
        "unannounced" => lang.did_unannounced(what),
        "read" => lang.did_read(what),
        "unread" => lang.did_unread(what),
        "requested" => lang.did_requested(what),
        "request-promised" => lang.did_request_promised(what),
        "request-done" => lang.did_request_done(what),
        "request-deleted" => lang.did_request_deleted(what),
        "branch" => lang.did_branch_kept(what),
        _ => lang.did_other_change().to_owned(),
    }
}

/// A section by the code that a label has of it.
fn section(lang: Lang, code: &str) -> &str {
    match code.strip_prefix("own/") {
        Some(name) => name,
        None => code.parse::<Topic>().map_or(code, |it| lang.meeting_topic(it)),
    }
}

/// Why something for a meeting was refused.
pub fn refused(lang: Lang, why: MeetingRefused) -> String {
    match why {
        MeetingRefused::Running => lang.meeting_is_running().to_owned(),
        MeetingRefused::Gone => lang.meeting_is_gone().to_owned(),
        MeetingRefused::WithoutSections => lang.meeting_without_sections().to_owned(),
        MeetingRefused::MinutesOutOfRange(minutes) => lang.meeting_minutes_out(minutes),
        MeetingRefused::MarkTaken => lang.meeting_mark_taken().to_owned(),
        MeetingRefused::RatingOutOfRange(score) => lang.meeting_rating_out(score),
        MeetingRefused::EndOutOfRange => lang.meeting_end_out().to_owned(),
        MeetingRefused::Empty => lang.meeting_note_empty().to_owned(),
        MeetingRefused::NoteGone => lang.meeting_note_gone().to_owned(),
    }
}
