//! Feedback, reviews, aims and the pulse by their rules.

use super::*;
use crate::domain::aim::AimFigure;
use crate::domain::for_tests::{day, put, take};
use crate::domain::people::Person;

const ANN: PersonId = PersonId::drawn(1);
const REVIEW: ReviewId = ReviewId::drawn(1);

fn ctx() -> Context {
    Context { today: day("2026-11-25") }
}

fn team() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    workspace
}

fn feedback(impact: &str) -> Feedback {
    Feedback {
        person: Some(ANN),
        situation: "Friday's call".to_owned(),
        behaviour: "Asked before offering".to_owned(),
        impact: impact.to_owned(),
        ..Feedback::default()
    }
}

#[test]
fn feedback_says_what_was_seen_and_what_came_of_it() {
    let id = FeedbackId::drawn(1);
    let incomplete = save_feedback(&team(), id, &feedback(" "), &ctx());
    assert_eq!(incomplete, Err(Rejection::FeedbackIncomplete));
    let told = save_feedback(&team(), id, &feedback("They stayed"), &ctx()).expect("saved");
    assert!(!told.label.to_parts().concat().contains("stayed"), "{:?}", told.label);
}

fn opinion(step: i64) -> Opinion {
    Opinion { steps: vec![step; Criterion::ALL.len()], words: "So".to_owned() }
}

fn sealed(sides: &[Side]) -> Workspace {
    let mut workspace = team();
    let days = Span { first: day("2026-07-01"), last: day("2026-12-31") };
    let begun = begin_review(&workspace, REVIEW, ANN, days).expect("begun");
    take(&mut workspace, &begun);
    for side in sides {
        let changes = seal_review(&workspace, REVIEW, *side, &opinion(4), &ctx()).expect("sealed");
        take(&mut workspace, &changes);
    }
    workspace
}

#[track_caller]
fn check_seen(sides: &[Side], share: bool, expect: [bool; 4]) {
    let mut workspace = sealed(sides);
    if share {
        let changes = share_review(&workspace, REVIEW, "More visits", &ctx()).expect("shared");
        take(&mut workspace, &changes);
    }
    let review = workspace.reviews.get(REVIEW).expect("a review");
    let pairs = [
        (Side::Own, Side::Own),
        (Side::Own, Side::Manager),
        (Side::Manager, Side::Manager),
        (Side::Manager, Side::Own),
    ];
    assert_eq!(pairs.map(|(side, by)| review.seen(side, by).is_some()), expect);
}

#[test]
fn nobody_writes_after_having_read_the_other() {
    check_seen(&[], false, [false; 4]);
    check_seen(&[Side::Own], false, [true, false, false, false]);
    check_seen(&[Side::Manager], false, [false, false, true, false]);
    check_seen(&[Side::Own, Side::Manager], false, [true, true, true, false]);
    check_seen(&[Side::Own, Side::Manager], true, [true; 4]);
}

#[test]
fn a_review_is_sealed_whole_and_once() {
    let begun = sealed(&[Side::Own]);
    let seal = |it: &Workspace, opinion| seal_review(it, REVIEW, Side::Own, &opinion, &ctx());
    let missing = Opinion { steps: vec![4, 4, 0, 4, 4], ..Opinion::default() };
    assert_eq!(seal(&begun, missing), Err(Rejection::OpinionIncomplete));
    assert!(seal(&begun, opinion(2)).is_ok(), "until the other has sealed");
    let both = sealed(&[Side::Own, Side::Manager]);
    assert_eq!(seal(&both, opinion(2)), Err(Rejection::ReviewSealed));
    assert_eq!(share_review(&begun, REVIEW, "", &ctx()), Err(Rejection::ReviewUnfinished));
}

#[test]
fn an_aim_has_a_figure_a_drill_and_days() {
    let aim = Aim {
        person: Some(ANN),
        figure: Some(AimFigure::Visits),
        text: "Two visits a week".to_owned(),
        begun: Some(day("2026-11-02")),
        due: Some(day("2026-12-04")),
        ..Aim::default()
    };
    let save = |aim: Aim| save_aim(&team(), AimId::drawn(1), &aim, &ctx()).map(drop);
    assert_eq!(save(aim.clone()), Ok(()));
    assert_eq!(save(Aim { text: " ".to_owned(), ..aim.clone() }), Err(Rejection::AimIncomplete));
    assert_eq!(save(Aim { figure: None, ..aim.clone() }), Err(Rejection::AimIncomplete));
    let back = save(Aim { due: Some(day("2026-10-01")), ..aim });
    assert!(matches!(back, Err(Rejection::DaysReversed(..))));
}

/// Four open leads of Ann, each with the day of its next step.
fn open_leads(workspace: &mut Workspace, steps: [&str; 4]) {
    use crate::domain::id::LeadId;
    use crate::domain::lead::Lead;
    for (nth, step) in steps.into_iter().enumerate() {
        let lead = Lead { owner: Some(ANN), next_step_on: step.parse().ok(), ..Lead::default() };
        put(workspace, LeadId::drawn(nth as u64), &lead);
    }
}

fn next_steps(figure: AimFigure) -> Aim {
    Aim {
        person: Some(ANN),
        figure: Some(figure),
        text: "A next step before the phone is down".to_owned(),
        begun: Some(day("2026-11-25")),
        due: Some(day("2026-12-22")),
        ..Aim::default()
    }
}

/// What is kept of how leads stood after an act.
#[track_caller]
fn check_stood(workspace: &mut Workspace, done: Result<Changes, Rejection>, expect: [&str; 2]) {
    take(workspace, &done.expect("allowed"));
    let aim = workspace.aims.get(AimId::drawn(1)).expect("an aim");
    let stood = [aim.stood_before, aim.stood_since];
    assert_eq!(stood.map(|it| it.map(|it| it.to_string()).unwrap_or_default()), expect);
}

#[test]
fn how_leads_stand_is_kept_at_both_ends_and_a_correction_changes_the_figure_alone() {
    let (mut workspace, id) = (team(), AimId::drawn(1));
    let later = Context { today: day("2026-12-01") };
    open_leads(&mut workspace, ["2026-11-25", "2026-12-01", "2026-11-24", ""]);
    let aim = next_steps(AimFigure::NextSteps);
    let saved = save_aim(&workspace, id, &aim, &ctx());
    check_stood(&mut workspace, saved, ["2026-11-25:2:4", ""]);
    open_leads(&mut workspace, ["2026-12-01", "2026-12-02", "2026-12-03", ""]);
    let told = Aim { text: "First the next step".to_owned(), ..aim.clone() };
    let corrected = save_aim(&workspace, id, &told, &later);
    check_stood(&mut workspace, corrected, ["2026-11-25:2:4", ""]);
    let ended = end_aim(&workspace, id, Some(later.today), "It helped", &later);
    check_stood(&mut workspace, ended, ["2026-11-25:2:4", "2026-12-01:3:4"]);
    let resumed = end_aim(&workspace, id, None, "", &later);
    check_stood(&mut workspace, resumed, ["2026-11-25:2:4", ""]);
    let other = save_aim(&workspace, id, &next_steps(AimFigure::Fresh), &later);
    check_stood(&mut workspace, other, ["2026-12-01:0:4", ""]);
    let counted = save_aim(&workspace, id, &next_steps(AimFigure::Visits), &later);
    check_stood(&mut workspace, counted, ["", ""]);
}

#[test]
fn counts_of_few_are_refused_whoever_gives_them() {
    let few = Pulse { ballots: 4, energy: vec![1, 0, 0, 0, 3], ..Pulse::default() };
    let alike = Pulse { ballots: 5, energy: vec![5, 0, 0, 0, 0], ..Pulse::default() };
    for pulse in [few, alike, Pulse::default()] {
        let kept = keep_pulse(&team(), PulseId::drawn(1), &pulse);
        assert_eq!(kept, Err(Rejection::PulseTooFew), "{pulse:?}");
    }
}

#[test]
fn what_lies_with_a_person_goes_with_them() {
    let mut workspace = sealed(&[Side::Own]);
    put(&mut workspace, FeedbackId::drawn(1), &feedback("They stayed"));
    let mut changes = Changes::new(Label::SettingsSaved);
    remove_all_of(&workspace, &|it| it == ANN, &mut changes);
    take(&mut workspace, &changes);
    assert_eq!((workspace.reviews.len(), workspace.feedbacks.len()), (0, 0));
}
