//! When who is due a word.

use super::*;
use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::cadence::Cadence;
use crate::domain::customer::Customer;
use crate::domain::for_tests::{day, put};
use crate::domain::pipeline::Stage;
use crate::domain::settings::Settings;

const ACME: CustomerId = CustomerId::drawn(1);
const DEAL: LeadId = LeadId::drawn(2);
const CALL: ActivityId = ActivityId::drawn(3);
const LOST: StageId = StageId::drawn(4);

/// Acme of class A, due every five working days, with a deal that came on Friday 30 October.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, ACME, &Customer { class: "a ".to_owned(), ..Customer::default() });
    let cadence = Cadence { class: "A".to_owned(), days: Some(5), paused: false };
    put(&mut workspace, CadenceId::drawn(9), &cadence);
    put(&mut workspace, DEAL, &deal());
    put(&mut workspace, LOST, &Stage { outcome: Outcome::Lost, ..Stage::default() });
    workspace
}

fn deal() -> Lead {
    Lead { customer: Some(ACME), created: Some(day("2026-10-30")), ..Lead::default() }
}

fn activity(kind: ActivityKind, on: &str, planned: bool) -> Activity {
    let (kind, on) = (Some(kind), Some(day(on)));
    Activity { lead: Some(DEAL), kind, on, planned, ..Activity::default() }
}

#[track_caller]
fn check(workspace: &Workspace, expect: &[(&str, Task)]) {
    let due = follow_ups(workspace, day("2026-11-23"));
    let due: Vec<(String, Task)> = due.iter().map(|it| (it.due.to_string(), it.task)).collect();
    let expect: Vec<(String, Task)> =
        expect.iter().map(|(day, task)| ((*day).to_owned(), *task)).collect();
    assert_eq!(due, expect);
}

#[test]
fn a_rhythm_counts_working_days_from_the_last_word() {
    let mut workspace = workspace();
    check(&workspace, &[("2026-11-06", Task::Rhythm(ACME))]);
    put(&mut workspace, CALL, &activity(ActivityKind::Call, "2026-11-13", false));
    check(&workspace, &[("2026-11-20", Task::Rhythm(ACME))]);
    let holidays = vec![day("2026-11-16")];
    put(&mut workspace, Settings::ID, &Settings { holidays, ..Settings::default() });
    check(&workspace, &[("2026-11-23", Task::Rhythm(ACME))]);
}

#[test]
fn a_note_and_a_word_ahead_are_no_word() {
    let mut workspace = workspace();
    put(&mut workspace, CALL, &activity(ActivityKind::Note, "2026-11-13", false));
    check(&workspace, &[("2026-11-06", Task::Rhythm(ACME))]);
    put(&mut workspace, CALL, &activity(ActivityKind::Call, "2026-12-24", false));
    check(&workspace, &[("2026-11-06", Task::Rhythm(ACME))]);
}

#[test]
fn what_is_planned_comes_before_the_rhythm() {
    let mut workspace = workspace();
    put(&mut workspace, CALL, &activity(ActivityKind::Call, "2026-11-30", true));
    check(&workspace, &[("2026-11-30", Task::Planned(CALL))]);
    put(&mut workspace, DEAL, &Lead { next_step_on: Some(day("2026-11-24")), ..deal() });
    check(&workspace, &[("2026-11-24", Task::NextStep(DEAL)), ("2026-11-30", Task::Planned(CALL))]);
}

#[test]
fn a_closed_lead_has_no_next_step_but_its_customer_a_rhythm() {
    let mut workspace = workspace();
    let closed = Lead { next_step_on: Some(day("2026-11-24")), stage: Some(LOST), ..deal() };
    put(&mut workspace, DEAL, &closed);
    check(&workspace, &[("2026-11-06", Task::Rhythm(ACME))]);
}

#[test]
fn a_paused_rhythm_and_a_class_without_one_are_due_nothing() {
    let mut workspace = workspace();
    let cadence = Cadence { class: "A".to_owned(), days: Some(5), paused: true };
    put(&mut workspace, CadenceId::drawn(9), &cadence);
    check(&workspace, &[]);
    put(&mut workspace, CadenceId::drawn(9), &Cadence { paused: false, ..cadence });
    put(&mut workspace, ACME, &Customer { class: "B".to_owned(), ..Customer::default() });
    check(&workspace, &[]);
}

#[test]
fn a_customer_nobody_knows_anything_of_is_due_today() {
    let mut workspace = workspace();
    put(&mut workspace, DEAL, &Lead { created: None, ..deal() });
    check(&workspace, &[("2026-11-23", Task::Rhythm(ACME))]);
}
