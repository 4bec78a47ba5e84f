//! Activities are checked, finished and brought to another day as one step each.

use super::*;
use crate::domain::activity::ActivityKind;
use crate::domain::apply::apply;
use crate::domain::command::Command;
use crate::domain::customer::Customer;
use crate::domain::for_tests::{day, put};
use crate::domain::id::CustomerId;
use crate::domain::value::Value;
use crate::domain::workspace::Table;

const ACME: CustomerId = CustomerId::drawn(1);
const DEAL: LeadId = LeadId::drawn(2);
const CALL: ActivityId = ActivityId::drawn(3);
const NEW: ActivityId = ActivityId::drawn(4);

/// A deal with Acme whose next step is a demo on 20 November, and a call planned for the 18th.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, ACME, &Customer { name: "Acme".to_owned(), ..Customer::default() });
    let deal = Lead {
        customer: Some(ACME),
        next_step: "Demo".to_owned(),
        next_step_on: Some(day("2026-11-20")),
        ..Lead::default()
    };
    put(&mut workspace, DEAL, &deal);
    let on = Some(day("2026-11-18"));
    let call =
        Activity { lead: Some(DEAL), on, planned: true, minute: Some(600), ..Activity::default() };
    put(&mut workspace, CALL, &call);
    workspace
}

fn given(command: &Command) -> Result<Changes, Rejection> {
    apply(&workspace(), command, &Context { today: day("2026-11-23") })
}

/// What a command writes: field and value, in order.
#[track_caller]
fn check(command: &Command, expect: &[(Table, &str, Value)]) {
    let changes = given(command).expect("accepted");
    let writes: Vec<_> =
        changes.writes.into_iter().map(|it| (it.table, it.field, it.value)).collect();
    assert_eq!(writes, expect);
}

#[track_caller]
fn check_refused(activity: Activity, expect: Rejection) {
    assert_eq!(given(&Command::SaveActivity(NEW, Box::new(activity))), Err(expect));
}

#[test]
fn an_activity_needs_a_subject_a_day_and_a_time_of_that_day() {
    let good = Activity { lead: Some(DEAL), on: Some(day("2026-11-23")), ..Activity::default() };
    check_refused(Activity { lead: None, ..good.clone() }, Rejection::ActivityOfNothing);
    check_refused(Activity { on: None, ..good.clone() }, Rejection::ActivityWithoutDay);
    check_refused(Activity { minute: Some(1440), ..good.clone() }, Rejection::TimeOutOfRange(1440));
    let ahead = day("2026-11-24");
    check_refused(Activity { on: Some(ahead), ..good.clone() }, Rejection::DoneAhead(ahead));
    let planned = Activity { on: Some(ahead), planned: true, ..good };
    assert!(given(&Command::SaveActivity(NEW, Box::new(planned))).is_ok());
}

#[test]
fn a_plan_for_a_day_that_has_passed_is_taken() {
    let on = Some(day("2026-11-02"));
    let late = Activity { lead: Some(DEAL), on, planned: true, ..Activity::default() };
    assert!(given(&Command::SaveActivity(NEW, Box::new(late))).is_ok());
}

#[test]
fn a_step_that_is_done_is_logged_and_the_next_one_planned_in_one_step() {
    let finish = Finish {
        kind: Some(ActivityKind::Meeting),
        outcome: " liked it ".to_owned(),
        next_step: "Quote".to_owned(),
        next_step_on: Some(day("2026-11-30")),
    };
    check(
        &Command::FinishTask(Task::NextStep(DEAL), NEW, Box::new(finish)),
        &[
            (Table::Activities, "@", Value::Bool(true)),
            (Table::Activities, "lead", Value::text(DEAL.to_string())),
            (Table::Activities, "customer", Value::text(ACME.to_string())),
            (Table::Activities, "kind", Value::text("meeting")),
            (Table::Activities, "on", Value::text("2026-11-23")),
            (Table::Activities, "text", Value::text("Demo")),
            (Table::Activities, "outcome", Value::text("liked it")),
            (Table::Leads, "next_step", Value::text("Quote")),
            (Table::Leads, "next_step_on", Value::text("2026-11-30")),
        ],
    );
}

#[test]
fn a_planned_call_that_is_done_leaves_the_next_step_alone() {
    check(
        &Command::FinishTask(Task::Planned(CALL), NEW, Box::default()),
        &[
            (Table::Activities, "customer", Value::text(ACME.to_string())),
            (Table::Activities, "on", Value::text("2026-11-23")),
            (Table::Activities, "minute", Value::Null),
            (Table::Activities, "planned", Value::Null),
        ],
    );
}

#[test]
fn what_is_due_is_brought_to_another_day_where_it_stands() {
    let on = day("2026-12-01");
    let moved = Value::text("2026-12-01");
    check(
        &Command::PostponeTask(Task::NextStep(DEAL), NEW, on),
        &[(Table::Leads, "next_step_on", moved.clone())],
    );
    check(
        &Command::PostponeTask(Task::Planned(CALL), NEW, on),
        &[
            (Table::Activities, "customer", Value::text(ACME.to_string())),
            (Table::Activities, "on", moved),
        ],
    );
}

#[test]
fn plans_go_with_their_lead() {
    let changes = given(&Command::DeleteLead(DEAL)).expect("accepted");
    let gone: Vec<Table> = changes.writes.iter().map(|it| it.table).collect();
    assert_eq!(gone, [Table::Leads, Table::Activities]);
}

#[test]
fn what_is_gone_is_not_done() {
    let command = Command::FinishTask(Task::Planned(NEW), CALL, Box::default());
    assert_eq!(given(&command), Err(Rejection::TaskGone));
}
