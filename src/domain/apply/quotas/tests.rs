//! What is stored of the grid, what other pages read of it, and what is refused.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::domain::apply::apply;
use crate::domain::calendar::{FiscalStart, Period};
use crate::domain::changes::{Changes, EXISTS};
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::{day, put};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{PersonId, TeamId};
use crate::domain::label::Label;
use crate::domain::money::{Currency, Money};
use crate::domain::people::{Person, Team};
use crate::domain::quota::{Cell, Edit, Rest, Split, Way, Why, kept, planned, year_of};
use crate::domain::rejection::Rejection;
use crate::domain::value::Value;
use crate::domain::workspace::Workspace;

const YEAR: i32 = 2026;
const QUARTER: Period = Period::Quarter(YEAR, 4);
const TEAM: TeamId = TeamId::drawn(1);

fn person(number: u64) -> Bearer {
    Bearer::Person(PersonId::drawn(number))
}

fn cell(bearer: Bearer, period: Period) -> Cell {
    Cell::of(bearer, period)
}

/// Four people, two of them in a team.
fn team() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, TEAM, &Team { name: "North".to_owned(), ..Team::default() });
    for number in 0..4 {
        let team = (number < 2).then_some(TEAM);
        let person = Person { name: format!("P{number}"), team, ..Person::default() };
        put(&mut workspace, PersonId::drawn(number), &person);
    }
    workspace
}

fn give(workspace: &mut Workspace, command: &Command) -> Result<Label, Rejection> {
    let ctx = Context { today: day("2026-11-23") };
    let changes = apply(workspace, command, &ctx)?;
    take(workspace, &changes);
    Ok(changes.label)
}

/// Takes writes as the ledger does, record by record.
fn take(workspace: &mut Workspace, changes: &Changes) {
    for write in &changes.writes {
        let mut fields = Vec::new();
        workspace.visit(&mut |table, id, now| {
            if (table, id) == (write.table, write.id) {
                fields = now;
            }
        });
        let gone = write.field == EXISTS && write.value == Value::Bool(false);
        fields.retain(|(name, _)| *name != write.field);
        fields.push((write.field, write.value.clone()));
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        let fields: Option<crate::domain::workspace::Fields<'_, '_>> = match gone {
            true => None,
            false => Some(&mut fields),
        };
        workspace.refresh(write.table, write.id, fields);
    }
}

fn set(workspace: &mut Workspace, cell: Cell, amount: i64) {
    let edits = vec![Edit::Set(cell, amount, Rest::Stays)];
    give(workspace, &Command::EditQuotas(YEAR, Split::People, edits)).expect("room");
}

#[track_caller]
fn check(workspace: &Workspace, expect: &[(Bearer, Period, i64)]) {
    let kept = kept(workspace, YEAR).expect("a year");
    for (bearer, period, amount) in expect {
        assert_eq!(kept.grid.amount(cell(*bearer, *period)), *amount, "{bearer} {period}");
    }
}

fn old_goal(workspace: &mut Workspace, bearer: Bearer, period: Period, minor: i64) {
    let quota = Some(Money::new(minor, Currency::CNY));
    let goal = Goal { bearer: Some(bearer), period: Some(period), quota, objective: None };
    put(workspace, Goal::id_of(bearer, period), &goal);
}

#[test]
fn goals_set_one_by_one_are_taken_over_the_narrower_first() {
    let mut workspace = team();
    old_goal(&mut workspace, person(0), QUARTER, 300);
    old_goal(&mut workspace, person(0), Period::Month(YEAR, 12), 200);
    old_goal(&mut workspace, Bearer::Team(TEAM), QUARTER, 500);
    old_goal(&mut workspace, Bearer::Company, QUARTER, 900);
    let year = Period::Year(YEAR);
    check(&workspace, &[(person(0), QUARTER, 300), (person(0), Period::Month(YEAR, 10), 50)]);
    check(&workspace, &[(person(1), QUARTER, 200), (person(2), QUARTER, 200)]);
    check(&workspace, &[(Bearer::Company, QUARTER, 900), (Bearer::Company, year, 900)]);
}

#[test]
fn a_wider_goal_that_its_parts_exceed_gives_way_to_them() {
    let mut workspace = team();
    old_goal(&mut workspace, person(0), QUARTER, 300);
    old_goal(&mut workspace, Bearer::Company, QUARTER, 200);
    check(&workspace, &[(Bearer::Company, QUARTER, 300), (person(1), QUARTER, 0)]);
}

#[test]
fn the_first_edit_makes_months_of_people_the_only_goals() {
    let mut workspace = team();
    old_goal(&mut workspace, Bearer::Company, QUARTER, 1_200);
    assert_eq!(planned(&workspace, QUARTER), None);
    set(&mut workspace, cell(person(0), QUARTER), 600);
    assert_eq!(workspace.goals.len(), 12);
    assert!(workspace.goals.values().all(|it| matches!(it.period, Some(Period::Month(..)))));
    check(&workspace, &[(Bearer::Company, QUARTER, 1_500), (Bearer::Team(TEAM), QUARTER, 900)]);
}

#[test]
fn a_goal_set_elsewhere_in_a_planned_year_is_a_cell_of_the_grid() {
    let mut workspace = team();
    set(&mut workspace, cell(Bearer::Company, QUARTER), 1_200);
    let quota = Some(Money::new(100, Currency::CNY));
    give(&mut workspace, &Command::SetGoals(QUARTER, vec![(person(3), quota)])).expect("room");
    check(&workspace, &[(person(3), QUARTER, 100), (Bearer::Company, QUARTER, 1_000)]);
    give(&mut workspace, &Command::SetGoals(QUARTER, vec![(person(3), None)])).expect("room");
    check(&workspace, &[(person(3), QUARTER, 0), (Bearer::Company, QUARTER, 900)]);
}

#[test]
fn locks_are_kept_and_refuse_with_cell_and_amount() {
    let mut workspace = team();
    set(&mut workspace, cell(Bearer::Company, QUARTER), 1_200);
    let lock = Command::EditQuotas(YEAR, Split::People, vec![Edit::Lock(cell(person(0), QUARTER))]);
    assert_eq!(
        give(&mut workspace, &lock),
        Ok(Label::QuotaLocked("P0".to_owned(), QUARTER.to_string()))
    );
    let low = Edit::Set(cell(Bearer::Company, QUARTER), 200, Rest::Stays);
    let before = workspace.clone();
    let Err(Rejection::Quota(refused)) =
        give(&mut workspace, &Command::EditQuotas(YEAR, Split::People, vec![low]))
    else {
        panic!("not refused")
    };
    assert_eq!(refused.why, Why::LockedExceed(Money::new(300, Currency::CNY)));
    assert_eq!(workspace, before);
    let unlock = Edit::Unlock(cell(person(0), QUARTER));
    give(&mut workspace, &Command::EditQuotas(YEAR, Split::People, vec![unlock, low]))
        .expect("room");
    assert!(workspace.quota_locks.is_empty());
}

#[test]
fn a_label_says_what_was_done_and_for_how_many() {
    let mut workspace = team();
    let edits = vec![Edit::Set(cell(Bearer::Company, QUARTER), 1_200, Rest::Stays)];
    let done =
        give(&mut workspace, &Command::EditQuotas(YEAR, Split::People, edits)).expect("room");
    assert_eq!(done.to_parts(), ["quota.set", "", "2026-Q4", "CNY1200", "stays", "4"]);
    let edits = vec![Edit::Respread(cell(Bearer::Company, QUARTER), Way::Capacity)];
    let refused = give(&mut workspace, &Command::EditQuotas(YEAR, Split::People, edits));
    assert!(
        matches!(refused, Err(Rejection::Quota(it)) if it.why == Why::NothingToGoBy(Way::Capacity))
    );
}

#[test]
fn months_belong_to_the_fiscal_year_that_holds_them() {
    for (period, start, expect) in [
        (Period::Month(2026, 3), 4, 2025),
        (Period::Month(2026, 4), 4, 2026),
        (Period::Quarter(2026, 4), 4, 2026),
        (Period::Month(2026, 1), 1, 2026),
    ] {
        assert_eq!(year_of(period, FiscalStart::new(start)), Some(expect), "{period}");
    }
}

proptest! {
    /// Whatever two tablets set in the grid or on the page of goals, and in whatever order their
    /// entries meet: what is read for the company is the sum of what is read for the people.
    #[test]
    fn what_pages_read_is_a_whole_of_its_parts(
        edits in prop::collection::vec((any::<bool>(), any::<Index>(), 0_i64..5_000), 1..12),
        other in prop::collection::vec((any::<bool>(), any::<Index>(), 0_i64..5_000), 1..12),
    ) {
        let start = team();
        let cells = kept(&start, YEAR).expect("a year").grid.cells();
        let ctx = Context { today: day("2026-11-23") };
        let mut merged = start.clone();
        for edits in [edits, other] {
            let mut tablet = start.clone();
            for (in_grid, at, amount) in edits {
                let it = cells[at.index(cells.len())];
                let quota = Some(Money::new(amount, Currency::CNY));
                let command = match in_grid {
                    true => Command::EditQuotas(YEAR, Split::People, vec![Edit::Set(it, amount, Rest::Stays)]),
                    false => {
                        let bearer = it.row.bearer().expect("a bearer");
                        Command::SetGoals(it.period, vec![(bearer, quota)])
                    }
                };
                if let Ok(changes) = apply(&tablet, &command, &ctx) {
                    take(&mut tablet, &changes);
                    take(&mut merged, &changes);
                }
            }
        }
        if let Some(kept) = planned(&merged, QUARTER) {
            for period in cells.iter().map(|it| it.period) {
                let people = (0..4).map(|it| kept.grid.amount(cell(person(it), period))).sum::<i64>();
                prop_assert_eq!(kept.grid.amount(cell(Bearer::Company, period)), people);
            }
        }
    }
}
