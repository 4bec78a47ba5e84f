//! What holds of changing many leads.

use proptest::prelude::*;

use super::*;
use crate::domain::activity::Activity;
use crate::domain::apply::apply;
use crate::domain::command::Command;
use crate::domain::for_tests::{day, put};
use crate::domain::id::{ActivityId, PersonId, ProductId, StageId};
use crate::domain::lead::Priority;
use crate::domain::people::Person;
use crate::domain::pipeline::Stage;
use crate::domain::workspace::{Table, Workspace};

const TODAY: &str = "2026-11-25";

fn ctx() -> Context {
    Context { today: day(TODAY) }
}

fn stage(id: u64) -> StageId {
    StageId::drawn(id)
}

/// Stages 1 (open), 2 (won), 3 (lost); the person 1; leads 1 and 2 open, 3 won, 4 lost.
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, outcome) in [(1, Outcome::Open), (2, Outcome::Won), (3, Outcome::Lost)] {
        put(
            &mut workspace,
            stage(id),
            &Stage { name: format!("S{id}"), outcome, ..Stage::default() },
        );
    }
    put(
        &mut workspace,
        PersonId::drawn(1),
        &Person { name: "Ann".to_owned(), ..Person::default() },
    );
    for (id, at) in [(1, 1), (2, 1), (3, 2), (4, 3)] {
        let lead = Lead {
            name: format!("L{id}"),
            stage: Some(stage(at)),
            closes: Some(day("2026-10-01")),
            owner: (id == 1).then_some(PersonId::drawn(1)),
            loss_reason: if id == 4 { "Price".to_owned() } else { String::new() },
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(id), &lead);
    }
    workspace
}

fn all() -> Vec<LeadId> {
    (1..=4).map(LeadId::drawn).collect()
}

#[track_caller]
fn check(edit: LeadEdit, changed: usize, alike: usize, closed: usize) {
    let expect = Reach { changed, alike, closed, lines: 0 };
    assert_eq!(reach(&workspace(), &all(), &[edit], &ctx()), Ok(expect));
}

#[test]
fn it_says_how_many_change_and_how_many_are_so_already() {
    check(LeadEdit::Owner(Some(PersonId::drawn(1))), 3, 1, 0);
    check(LeadEdit::Owner(None), 1, 3, 0);
    check(LeadEdit::Stage(stage(3), "Late".to_owned()), 3, 1, 0);
    check(LeadEdit::Priority(Priority::Normal), 0, 4, 0);
    check(LeadEdit::Priority(Priority::High), 4, 0, 0);
    check(LeadEdit::Source(" ".to_owned()), 0, 4, 0);
}

#[test]
fn the_day_on_which_a_lead_closed_is_not_moved() {
    check(LeadEdit::Closes(Some(day("2026-12-24"))), 2, 0, 2);
    check(LeadEdit::Closes(None), 2, 0, 2);
}

fn changed(edits: Vec<LeadEdit>) -> Workspace {
    let mut workspace = workspace();
    let command = Command::ChangeLeads(all(), edits);
    let changes = apply(&workspace, &command, &ctx()).expect("changes");
    for id in all() {
        let written = changes.writes.iter().filter(|it| it.id == id.into());
        let before = workspace.leads.get(id).expect("a lead").clone();
        let mut lead = before;
        written.for_each(|it| crate::domain::Record::load(&mut lead, it.field, &it.value));
        put(&mut workspace, id, &lead);
    }
    workspace
}

#[test]
fn a_lead_that_gets_another_owner_is_nobodys_claim() {
    let mut workspace = workspace();
    let (ann, today) = (Some(PersonId::drawn(1)), Some(day(TODAY)));
    let claimed = Lead { owner: ann, claimed_by: ann, claimed: today, ..Lead::default() };
    put(&mut workspace, LeadId::drawn(1), &claimed);
    let given = |owner| {
        let edits = [LeadEdit::Owner(owner)];
        let lead = edited(&workspace, &claimed, &edits, &ctx()).expect("a lead").into_owned();
        (lead.claimed_by, lead.claimed)
    };
    assert_eq!((given(None), given(ann)), ((None, None), (ann, today)));
}

#[track_caller]
fn check_reasons(reason: &str, expect: [&str; 4]) {
    let workspace = changed(vec![LeadEdit::Stage(stage(3), reason.to_owned())]);
    let reasons: Vec<&str> = workspace.leads.values().map(|it| it.loss_reason.as_str()).collect();
    assert_eq!(reasons, expect);
}

#[test]
fn one_reason_is_given_to_all_that_are_lost_by_it() {
    check_reasons("Late ", ["Late", "Late", "Late", "Price"]);
    check_reasons("", ["", "", "", "Price"]);
}

#[test]
fn a_lead_that_comes_to_a_stage_closes_or_opens_as_if_it_came_alone() {
    let closes = |to| {
        let workspace = changed(vec![LeadEdit::Stage(stage(to), String::new())]);
        workspace.leads.values().map(|it| it.closes).collect::<Vec<_>>()
    };
    let (then, now) = (Some(day("2026-10-01")), Some(day(TODAY)));
    assert_eq!(closes(1), [then, then, None, None]);
    assert_eq!(closes(2), [now, now, then, now]);
}

#[track_caller]
fn check_label(ids: &[u64], edits: &[LeadEdit], expect: Label) {
    let ids: Vec<LeadId> = ids.iter().copied().map(LeadId::drawn).collect();
    let changes = change_leads(&workspace(), &ids, edits, &ctx()).expect("changes");
    assert_eq!(changes.label, expect);
}

#[test]
fn a_single_lead_is_called_by_its_name() {
    let (name, high) = (|| "L1".to_owned(), LeadEdit::Priority(Priority::High));
    let won = LeadEdit::Stage(stage(2), String::new());
    check_label(&[1], &[won, high.clone()], Label::LeadMoved(name(), "S2".to_owned()));
    check_label(&[1], std::slice::from_ref(&high), Label::LeadEdited(name()));
    check_label(&[1, 2], &[high], Label::LeadsChanged("2".to_owned()));
}

#[track_caller]
fn check_refused(ids: &[u64], edit: LeadEdit, expect: Rejection) {
    let ids = ids.iter().copied().map(LeadId::drawn).collect();
    let command = Command::ChangeLeads(ids, vec![edit]);
    assert_eq!(apply(&workspace(), &command, &ctx()), Err(expect));
}

#[test]
fn what_is_gone_refuses_the_whole_change() {
    check_refused(&[1, 9], LeadEdit::Owner(None), Rejection::LeadGone);
    check_refused(&[1], LeadEdit::Owner(Some(PersonId::drawn(9))), Rejection::PersonGone);
    check_refused(&[1], LeadEdit::Stage(stage(9), String::new()), Rejection::StageGone);
    check_refused(&[1], LeadEdit::Product(Some(ProductId::drawn(9))), Rejection::ProductGone);
    let delete = Command::DeleteLeads(vec![LeadId::drawn(1), LeadId::drawn(9)]);
    assert_eq!(apply(&workspace(), &delete, &ctx()), Err(Rejection::LeadGone));
}

#[test]
fn what_was_planned_for_deleted_leads_goes_with_them() {
    let mut workspace = workspace();
    for (id, planned) in [(1, true), (2, false), (3, true)] {
        let lead = Some(LeadId::drawn(id));
        let activity = Activity { lead, planned, ..Activity::default() };
        put(&mut workspace, ActivityId::drawn(id), &activity);
    }
    let ids: Vec<LeadId> = (1..=2).map(LeadId::drawn).collect();
    let changes = delete_leads(&workspace, &ids).expect("changes");
    let gone: Vec<_> = changes.writes.iter().map(|it| (it.table, it.id.0)).collect();
    assert_eq!(gone, [(Table::Leads, 1), (Table::Leads, 2), (Table::Activities, 1)]);
}

fn edits() -> impl Strategy<Value = Vec<LeadEdit>> {
    let edit = prop_oneof![
        prop_oneof![Just(None), Just(Some(PersonId::drawn(1)))].prop_map(LeadEdit::Owner),
        (1_u64..4, "[ab]?").prop_map(|(id, why)| LeadEdit::Stage(stage(id), why)),
        (0_usize..3).prop_map(|it| LeadEdit::Priority(Priority::ALL[it])),
        prop_oneof![Just(None), Just(Some(day(TODAY)))].prop_map(LeadEdit::Closes),
        "[ab ]{0,2}".prop_map(LeadEdit::Source),
    ];
    proptest::collection::vec(edit, 1..4)
}

proptest! {
    /// The number that is promised is the number of leads that are written.
    #[test]
    fn as_many_change_as_was_said(edits in edits()) {
        let said = reach(&workspace(), &all(), &edits, &ctx()).expect("a reach");
        let changes = change_leads(&workspace(), &all(), &edits, &ctx()).expect("changes");
        let mut written: Vec<_> = changes.writes.iter().map(|it| it.id).collect();
        written.dedup();
        prop_assert_eq!(written.len(), said.changed);
        prop_assert_eq!(said.changed + said.alike + said.closed + said.lines, all().len());
    }
}
