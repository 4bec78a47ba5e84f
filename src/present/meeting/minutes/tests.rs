//! Minutes: groups, what was taken back, and files that tell what people wrote as it is.

use super::*;
use crate::domain::id::{MeetingPointId, PersonId};
use crate::domain::meeting::MeetingKind;
use crate::domain::people::Person;
use crate::present::for_tests::*;

const ID: MeetingId = MeetingId::drawn(1);
const READER: Reader = Reader { face: Face::Manager, lang: Lang::En, ahead: 480 };

fn workspace() -> Workspace {
    let mut workspace = team();
    let meeting = Meeting {
        kind: Some(MeetingKind::Training),
        sections: MeetingKind::Training.usual(),
        // 2026-11-29 01:30 UTC, as `date -u -d @1795915800` says.
        begun: Some(1_795_915_800_000),
        ended: Some(1_795_915_800_000 + 50 * 60_000),
        people: vec![BOB, ANN, PersonId::drawn(99)],
        remarks: "A <b>good\nmeeting".to_owned(),
        ..Meeting::default()
    };
    put(&mut workspace, ID, &meeting);
    let action = MeetingPoint {
        sort: Some(PointSort::Action),
        text: "Call *Acme*".to_owned(),
        meeting: Some(ID),
        owner: Some(ANN),
        due: Some(day("2026-12-04")),
        ..MeetingPoint::default()
    };
    put(&mut workspace, MeetingPointId::drawn(1), &action);
    workspace
}

fn met(deed: &str, what: &str) -> Label {
    Label::MeetingChanged(deed.to_owned(), what.to_owned())
}

fn minutes(labels: &[Label]) -> Minutes {
    minutes_on(Face::Manager, labels)
}

fn minutes_on(face: Face, labels: &[Label]) -> Minutes {
    let done = |(place, label): (usize, &Label)| Done {
        millis: 1_795_915_800_000 + place as u64 * 60_000,
        label: label.clone(),
    };
    let done: Vec<Done> = labels.iter().enumerate().map(done).collect();
    Minutes::new(&workspace(), Reader { face, ..READER }, ID, &done).expect("minutes")
}

#[track_caller]
fn check(labels: &[Label], expect: &[(Group, &[&str])]) {
    let found = minutes(labels);
    let found: Vec<(Group, Vec<&str>)> = found
        .groups
        .iter()
        .map(|(group, _, lines)| (*group, lines.iter().map(|it| &*it.words).collect()))
        .collect();
    let expect: Vec<(Group, Vec<&str>)> = expect.iter().map(|it| (it.0, it.1.to_vec())).collect();
    assert_eq!(found, expect);
}

#[test]
fn what_was_agreed_comes_first_and_actions_say_who_and_when() {
    check(
        &[
            met("begun", "training"),
            Label::LeadMoved("Acme".to_owned(), "Won".to_owned()),
            met("action", "Call *Acme*"),
            met("decision", "No discounts"),
        ],
        &[
            (Group::Decisions, &["Decision: No discounts"]),
            (Group::Actions, &["Action: Call *Acme* · Ann · by 4 Dec 2026"]),
            (Group::Moved, &["Moved Acme to Won"]),
            (Group::Course, &["Began: Training"]),
        ],
    );
}

#[test]
fn what_was_taken_back_stands_apart_and_what_was_done_again_does_not() {
    let moved = Label::LeadMoved("Acme".to_owned(), "Won".to_owned());
    let undone = Label::Undone(Box::new(moved.clone()));
    let redone = Label::Redone(Box::new(moved.clone()));
    let lines: &[&str] = &["Moved Acme to Won", "Undone: Moved Acme to Won"];
    check(&[moved.clone(), undone.clone()], &[(Group::Back, lines)]);
    check(
        &[moved, undone, redone],
        &[(Group::Moved, &["Done again: Moved Acme to Won"]), (Group::Back, lines)],
    );
}

// Ann's and Bob's names stand in the workspace of these tests; Cy is the third of its team.
#[test]
fn attendance_is_told_in_numbers_and_the_shorter_list_of_names() {
    let told = |people: Vec<PersonId>| {
        let mut workspace = workspace();
        let meeting = workspace.meetings.get(ID).expect("the meeting").clone();
        put(&mut workspace, ID, &Meeting { people, ..meeting });
        Minutes::new(&workspace, READER, ID, &[]).expect("minutes").people
    };
    assert_eq!(told(vec![CY, BOB, ANN]), "3 of 3 present");
    assert_eq!(told(vec![BOB, ANN, PersonId::drawn(99)]), "2 of 3 present · absent: Cy");
    assert_eq!(told(vec![BOB]), "1 of 3 present · Bob");
    assert_eq!(told(Vec::new()), "0 of 3 present");
}

#[test]
fn those_who_had_left_or_came_later_were_not_absent() {
    let mut workspace = workspace();
    for (id, started, left) in [(1, "", "2026-11-28"), (2, "2026-11-30", ""), (3, "", "2026-11-29")]
    {
        let name = id.to_string();
        let (started, left) = (started.parse().ok(), left.parse().ok());
        put(
            &mut workspace,
            PersonId::drawn(100 + id),
            &Person { name, started, left, ..Person::default() },
        );
    }
    let found = Minutes::new(&workspace, READER, ID, &[]).expect("minutes");
    assert_eq!(found.people, "2 of 4 present · absent: 3, Cy");
}

#[test]
fn an_action_without_somebody_or_a_day_is_marked_in_its_first_line() {
    let mut workspace = workspace();
    let bare = MeetingPoint {
        sort: Some(PointSort::Action),
        text: "Ask <Acme>".to_owned(),
        meeting: Some(ID),
        ..MeetingPoint::default()
    };
    put(&mut workspace, MeetingPointId::drawn(2), &bare);
    let labels = ["action", "action-changed"].map(|it| met(it, "Ask <Acme>"));
    let done = labels.map(|label| Done { millis: 1_795_915_800_000, label });
    let found = Minutes::new(&workspace, READER, ID, &done).expect("minutes");
    let [(Group::Actions, _, lines)] = &found.groups[..] else { panic!("{found:?}") };
    let said: Vec<_> = lines.iter().map(|it| (&*it.words, &*it.lacks)).collect();
    assert_eq!(said, [("Action: Ask <Acme>", "no owner · no date"), ("Changed: Ask <Acme>", "")]);
    assert_eq!(lines[0].action, Some(MeetingPointId::drawn(2)));
    let text = markdown(&found, Lang::En);
    assert!(text.contains("Action: Ask \\<Acme\\> · **no owner · no date**\n"), "{text}");
    let page = html(&found, Lang::En);
    assert!(page.contains("Ask &lt;Acme&gt; · <mark>no owner · no date</mark></li>"), "{page}");
}

/// In files as on the page: what came of the meeting, then who was there, then how it went.
#[test]
fn files_tell_what_was_agreed_before_who_was_there() {
    let labels = [
        met("begun", "training"),
        met("rated", "Ann"),
        met("issue", "Prices"),
        met("action", "Call *Acme*"),
        met("decision", "No discounts"),
        Label::LeadMoved("Acme".to_owned(), "Won".to_owned()),
    ];
    let found = minutes(&labels);
    for (file, head) in [(markdown(&found, Lang::En), "## "), (html(&found, Lang::En), "<h2>")] {
        let heads = [
            "Decisions",
            "Actions",
            "Issues",
            "Deals moved",
            "Attendance and rating",
            "How the meeting went",
            "Time by section",
            "Remarks",
        ];
        let places = heads.map(|it| file.find(&format!("{head}{it}")).expect(it));
        assert!(places.is_sorted(), "{file}");
    }
}

#[test]
fn what_is_settled_or_deleted_stands_with_its_sort() {
    check(
        &[
            met("issue", "Prices"),
            met("settled", "Prices"),
            met("settled", "Call *Acme*"),
            met("decision-dropped", "No discounts"),
            met("action-dropped", "Call Bob"),
            met("issue-settled", "Holidays"),
            Label::QuotasBy(
                "product".to_owned(),
                Box::new(Label::QuotasEdited("2".to_owned(), "2026".to_owned())),
            ),
        ],
        &[
            (Group::Decisions, &["Deleted: No discounts"]),
            (Group::Actions, &["Settled: Call *Acme*", "Deleted: Call Bob"]),
            (Group::Issues, &["Issue: Prices", "Settled: Prices", "Settled: Holidays"]),
            (Group::Goals, &["Quotas by product: Changed 2 cells of the quota grid of 2026"]),
        ],
    );
}

#[test]
fn the_room_and_files_are_not_told_what_is_private() {
    let plans =
        |noun: &str| Label::PlanChanged(noun.to_owned(), "saved".to_owned(), "Zed".to_owned());
    let people =
        |noun: &str| Label::PeopleChanged(noun.to_owned(), "saved".to_owned(), "Zed".to_owned());
    let private = ["talk", "feedback", "review", "coaching", "plan"].map(people).to_vec();
    let pay =
        ["pay-plan", "pay-deal", "pay-slip", "pay-true-up", "pay-dispute"].map(plans).to_vec();
    let undone = vec![Label::Undone(Box::new(people("review")))];
    let labels = [private, pay, undone, vec![plans("objective")]].concat();
    let of = |face| {
        let found = minutes_on(face, &labels);
        let groups = found.groups.iter().map(|it| (it.0, it.2.len())).collect::<Vec<_>>();
        (groups, found.private, found.count())
    };
    assert_eq!(of(Face::Room), (vec![(Group::Goals, 1)], 11, 12));
    assert_eq!(of(Face::Manager), (vec![(Group::Goals, 1), (Group::Private, 11)], 11, 12));
    let found = minutes_on(Face::Manager, &labels);
    for file in [markdown(&found, Lang::En), html(&found, Lang::En)] {
        assert_eq!(file.matches("Zed").count(), 1, "{file}");
        assert!(file.contains("Private changes, told on the manager's face alone: 11"), "{file}");
    }
}

#[test]
fn facts_are_told_in_the_time_of_the_place() {
    let found = minutes(&[met("begun", "training")]);
    assert_eq!(found.when, "29 Nov 2026 09:30 · 50 min");
    assert_eq!(found.groups[0].2[0].time, "09:30");
    assert_eq!(found.sections[0], ("Welcome".to_owned(), "3".to_owned(), "50".to_owned()));
}

#[test]
fn files_tell_what_people_wrote_as_it_is() {
    let found = minutes(&[met("action", "Call *Acme*")]);
    let text = markdown(&found, Lang::En);
    assert!(text.contains("- 09:30 Action: Call \\*Acme\\* · Ann · by 4 Dec 2026\n"), "{text}");
    assert!(text.contains("A \\<b\\>good  \nmeeting"), "{text}");
    let page = html(&found, Lang::Zh);
    assert!(page.contains("<p>A &lt;b&gt;good<br>meeting</p>"), "{page}");
    assert!(page.starts_with("<!doctype html>\n<html lang=\"zh-CN\">"), "{page}");
}

#[test]
fn actions_are_events_that_another_reader_finds() {
    use icalendar::{CalendarComponent, Component};
    let events = action_events(&workspace(), Lang::En, ID);
    let file = crate::transfer::ics::calendar("T", &events, 0);
    let calendar: icalendar::Calendar = file.parse().expect("a calendar");
    let [CalendarComponent::Event(event)] = &calendar.components[..] else { panic!("one event") };
    assert_eq!(event.get_summary(), Some("Call *Acme*"));
    assert_eq!(event.get_uid(), Some(&*format!("action-{}@huddle", MeetingPointId::drawn(1))));
    let Some(icalendar::DatePerhapsTime::Date(date)) = event.get_start() else { panic!("a day") };
    assert_eq!(date.to_string(), "2026-12-04");
}
