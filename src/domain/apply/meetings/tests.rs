//! Meetings: what is taken, what is refused, and what time it is when the clock is set back.

use super::*;
use crate::domain::apply::apply;
use crate::domain::command::Command;
use crate::domain::for_tests::{day, put, take};
use crate::domain::meeting::clock::times;
use crate::domain::meeting::{PointSort, RequestState, open_points, unread_by};
use crate::domain::people::Person;

const MEETING: MeetingId = MeetingId::drawn(1);
const ANN: PersonId = PersonId::drawn(1);
const POINT: MeetingPointId = MeetingPointId::drawn(1);

fn team() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    workspace
}

fn give(workspace: &mut Workspace, command: MeetingCommand) -> Result<Label, Rejection> {
    let ctx = Context { today: day("2026-11-29") };
    let changes = apply(workspace, &Command::Meeting(command), &ctx)?;
    take(workspace, &changes);
    Ok(changes.label)
}

fn begin(id: MeetingId, at: i64) -> MeetingCommand {
    let kind = MeetingKind::Training;
    MeetingCommand::Begin(id, kind, kind.usual(), vec![ANN, ANN], at)
}

fn begun() -> Workspace {
    let mut workspace = team();
    give(&mut workspace, begin(MEETING, 1_000)).expect("a meeting");
    workspace
}

#[track_caller]
fn check(workspace: &mut Workspace, command: MeetingCommand, expect: MeetingRefused) {
    assert_eq!(give(workspace, command), Err(Rejection::Meeting(expect)));
}

#[test]
fn one_meeting_runs_at_a_time_and_the_next_after_its_end() {
    let mut workspace = begun();
    check(&mut workspace, begin(MeetingId::drawn(2), 2_000), MeetingRefused::Running);
    give(&mut workspace, MeetingCommand::End(MEETING, 3_000)).expect("an end");
    check(&mut workspace, MeetingCommand::End(MEETING, 4_000), MeetingRefused::Gone);
    give(&mut workspace, begin(MeetingId::drawn(2), 5_000)).expect("the next");
    assert_eq!(running(&workspace).map(|(id, _)| id), Some(MeetingId::drawn(2)));
    assert_eq!(workspace.meetings.get(MEETING).map(|it| it.people.clone()), Some(vec![ANN]));
}

#[test]
fn an_agenda_has_sections_of_sensible_length() {
    let with = |sections: Vec<Section>| {
        MeetingCommand::Begin(MEETING, MeetingKind::Retro, sections, Vec::new(), 0)
    };
    check(&mut team(), with(Vec::new()), MeetingRefused::WithoutSections);
    let long = vec![Section::usual(Topic::Goals, 601)];
    check(&mut team(), with(long), MeetingRefused::MinutesOutOfRange(601));
    let nameless = give(&mut team(), with(vec![Section::usual(Topic::Own, 5)]));
    assert_eq!(nameless, Err(Rejection::NameMissing));
}

#[test]
fn two_tabs_cannot_both_go_on_to_the_next_section() {
    let mut workspace = begun();
    let next = MeetingCommand::Mark(MEETING, 0, Turn::Section(1), 60_000);
    let done = give(&mut workspace, next.clone()).expect("a section");
    assert_eq!(done, Label::MeetingChanged("section".to_owned(), "learning".to_owned()));
    check(&mut workspace, next, MeetingRefused::MarkTaken);
}

#[test]
fn a_clock_set_back_gives_no_negative_times() {
    let mut workspace = begun();
    for (number, at) in [(0, 61_000), (1, 5_000)] {
        let turn = Turn::Section(number as usize + 1);
        give(&mut workspace, MeetingCommand::Mark(MEETING, number, turn, at)).expect("a mark");
    }
    give(&mut workspace, MeetingCommand::End(MEETING, 2_000)).expect("an end");
    let meeting = workspace.meetings.get(MEETING).expect("the meeting");
    assert_eq!(meeting.ended, Some(61_000));
    let found = times(meeting, &marks(&workspace, MEETING), 0);
    assert_eq!(found.sections.iter().map(|it| it.spent).collect::<Vec<_>>(), [60, 0, 0, 0]);
}

#[test]
fn a_plan_is_kept_and_the_usual_one_comes_back() {
    let mut workspace = team();
    let own = vec![Section::usual(Topic::Lessons, 12)];
    let save = |sections| MeetingCommand::SavePlan(MeetingKind::Retro, sections);
    give(&mut workspace, save(own.clone())).expect("a plan");
    assert_eq!(crate::domain::meeting::plan_of(&workspace, MeetingKind::Retro), own);
    give(&mut workspace, save(Vec::new())).expect("the usual one");
    assert!(workspace.meeting_plans.is_empty());
}

#[test]
fn ratings_are_from_one_to_ten_and_go_with_who_was_not_there() {
    let mut workspace = begun();
    let rate = |score| MeetingCommand::Rate(MEETING, ANN, Some(score));
    check(&mut workspace, rate(0), MeetingRefused::RatingOutOfRange(0));
    check(&mut workspace, rate(11), MeetingRefused::RatingOutOfRange(11));
    for score in [3, 10] {
        give(&mut workspace, rate(score)).expect("a rating");
    }
    let tenths = |it: &Workspace| it.meetings.get(MEETING).and_then(Meeting::rating_tenths);
    assert_eq!(tenths(&workspace), Some(100));
    give(&mut workspace, MeetingCommand::SetPresent(MEETING, ANN, false)).expect("absent");
    assert_eq!(tenths(&workspace), None);
}

#[test]
fn an_action_is_open_until_it_is_settled() {
    let mut workspace = begun();
    let point = |text: &str| {
        let sort = Some(PointSort::Action);
        Box::new(MeetingPoint { sort, text: text.to_owned(), ..MeetingPoint::default() })
    };
    check(&mut workspace, MeetingCommand::SavePoint(POINT, point("  ")), MeetingRefused::Empty);
    give(&mut workspace, MeetingCommand::SavePoint(POINT, point(" Call "))).expect("an action");
    let changed = give(&mut workspace, MeetingCommand::SavePoint(POINT, point("Call")));
    let told = Label::MeetingChanged("action-changed".to_owned(), "Call".to_owned());
    assert_eq!(changed, Ok(told), "it is told apart from what is brought up");
    let open = |it: &Workspace| open_points(it, PointSort::Action, None).len();
    assert_eq!(open(&workspace), 1);
    give(&mut workspace, MeetingCommand::ClosePoint(POINT, Some(9))).expect("settled");
    let kept = workspace.meeting_points.get(POINT).expect("the action");
    assert_eq!((&*kept.text, kept.closed_in, open(&workspace)), ("Call", Some(MEETING), 0));
    give(&mut workspace, MeetingCommand::ClosePoint(POINT, None)).expect("open again");
    assert_eq!(open(&workspace), 1);
    give(&mut workspace, MeetingCommand::DeletePoint(POINT)).expect("gone");
    check(&mut workspace, MeetingCommand::DeletePoint(POINT), MeetingRefused::NoteGone);
}

// By hand: ids are drawn, so those given here run against the order in which things are said.
#[test]
fn what_is_brought_up_comes_in_the_order_in_which_it_was() {
    let mut workspace = begun();
    let save = |workspace: &mut Workspace, id, text: &str| {
        let point = Box::new(MeetingPoint::issue(text, None));
        give(workspace, MeetingCommand::SavePoint(MeetingPointId::drawn(id), point)).expect(text);
    };
    put(&mut workspace, MeetingPointId::drawn(4), &MeetingPoint::issue("of old", None));
    for (id, text) in [(9, "first"), (3, "second"), (7, "third"), (9, "first, changed")] {
        save(&mut workspace, id, text);
    }
    let open = open_points(&workspace, PointSort::Issue, None);
    let texts: Vec<_> = open.iter().map(|(_, it)| &*it.text).collect();
    assert_eq!(texts, ["of old", "first, changed", "second", "third"]);
}

#[test]
fn what_is_settled_keeps_the_day_of_the_tablet() {
    let mut workspace = begun();
    let point = Box::new(MeetingPoint::issue("Prices", None));
    give(&mut workspace, MeetingCommand::SavePoint(POINT, point)).expect("an issue");
    let on = |it: &Workspace| it.meeting_points.get(POINT).and_then(MeetingPoint::settled_on);
    assert_eq!(on(&workspace), None);
    give(&mut workspace, MeetingCommand::ClosePoint(POINT, Some(9))).expect("settled");
    assert_eq!(on(&workspace), Some(day("2026-11-29")));
    give(&mut workspace, MeetingCommand::ClosePoint(POINT, None)).expect("open again");
    assert_eq!(on(&workspace), None);
}

#[test]
fn announcements_are_read_and_go_with_their_marks() {
    let mut workspace = team();
    let id = AnnouncementId::drawn(1);
    let said = Announcement { text: "Fair in May".to_owned(), ..Announcement::default() };
    give(&mut workspace, MeetingCommand::SaveAnnouncement(id, Box::new(said))).expect("news");
    assert_eq!(workspace.announcements.get(id).and_then(|it| it.day), Some(day("2026-11-29")));
    give(&mut workspace, MeetingCommand::MarkRead(id, ANN, true)).expect("read");
    assert_eq!(unread_by(&workspace, id, day("2026-11-29")), []);
    give(&mut workspace, MeetingCommand::DeleteAnnouncement(id)).expect("gone");
    assert!(workspace.read_marks.is_empty());
}

#[test]
fn labels_of_requests_say_what_changed() {
    let mut workspace = team();
    let id = RequestId::drawn(1);
    let asked = Request { text: "Leaflet".to_owned(), ..Request::default() };
    let promised = Request { promised: Some(day("2026-11-28")), ..asked.clone() };
    let done = Request { done: Some(day("2026-11-29")), ..promised.clone() };
    for (request, deed) in [(asked, "requested"), (promised, "request-promised")] {
        let command = MeetingCommand::SaveRequest(id, Box::new(request));
        let label = Label::MeetingChanged(deed.to_owned(), "Leaflet".to_owned());
        assert_eq!(give(&mut workspace, command), Ok(label));
    }
    let late = workspace.requests.get(id).map(|it| it.state(day("2026-11-29")));
    assert_eq!(late, Some(RequestState::Late));
    let label = give(&mut workspace, MeetingCommand::SaveRequest(id, Box::new(done)));
    assert_eq!(label.map(|it| it.to_parts()[1].clone()), Ok("request-done".to_owned()));
}
