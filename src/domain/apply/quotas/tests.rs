//! What is stored of the grid, what other pages read of it, and what is refused.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::domain::apply::apply;
use crate::domain::calendar::{FiscalStart, Period};
use crate::domain::changes::{Changes, EXISTS};
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::{day, put};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{AbsenceId, PersonId, TeamId};
use crate::domain::label::Label;
use crate::domain::money::{Currency, Money};
use crate::domain::people::{Absence, Person, Team};
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
    let goal = Goal { bearer: Some(bearer), period: Some(period), quota, ..Goal::default() };
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
    check(&workspace, &[(person(0), QUARTER, 300), (person(0), Period::Month(YEAR, 10), 100)]);
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
    let edits = vec![Edit::Respread(cell(Bearer::Company, QUARTER), Way::Capacity.into())];
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

fn grid_of(workspace: &Workspace) -> Vec<i64> {
    let kept = kept(workspace, YEAR).expect("a year");
    kept.grid.cells().into_iter().map(|it| kept.grid.amount(it)).collect()
}

fn away(workspace: &mut Workspace, id: u64, number: u64, first: &str, last: &str) {
    let Bearer::Person(person) = person(number) else { return };
    let (first, last) = (Some(day(first)), Some(day(last)));
    let absence = Absence { person: Some(person), first, last, ..Absence::default() };
    put(workspace, AbsenceId::drawn(id), &absence);
}

fn less_where_away(workspace: &mut Workspace, bearer: Bearer) -> Result<Label, Rejection> {
    let edit = Edit::Respread(cell(bearer, Period::Year(YEAR)), Way::Presence.into());
    give(workspace, &Command::EditQuotas(YEAR, Split::People, vec![edit]))
}

const OCTOBER: Period = Period::Month(YEAR, 10);
const DECEMBER: Period = Period::Month(YEAR, 12);

// On 23 November. Person 0 is away all December and was half of October.
#[test]
fn the_others_take_over_what_is_missed_in_the_same_month() {
    let mut workspace = team();
    set(&mut workspace, cell(Bearer::Company, Period::Year(YEAR)), 4_800);
    let before = grid_of(&workspace);
    away(&mut workspace, 1, 0, "2026-12-01", "2026-12-31");
    away(&mut workspace, 2, 0, "2026-10-01", "2026-10-15");
    less_where_away(&mut workspace, Bearer::Company).expect("room");
    check(&workspace, &[(person(0), DECEMBER, 0), (person(1), DECEMBER, 200)]);
    check(&workspace, &[(person(2), DECEMBER, 100), (Bearer::Company, DECEMBER, 400)]);
    check(&workspace, &[(person(0), OCTOBER, 100), (person(0), Period::Month(YEAR, 11), 100)]);
    let after = grid_of(&workspace);
    less_where_away(&mut workspace, Bearer::Company).expect("room");
    assert_eq!(grid_of(&workspace), after, "again");
    for id in [1, 2] {
        give(&mut workspace, &Command::DeleteAbsence(AbsenceId::drawn(id))).expect("there");
    }
    less_where_away(&mut workspace, Bearer::Company).expect("room");
    assert_eq!(grid_of(&workspace), before, "as it was before the absences");
}

#[test]
fn nobody_takes_over_from_oneself() {
    let mut workspace = team();
    set(&mut workspace, cell(Bearer::Company, Period::Year(YEAR)), 4_800);
    let Err(Rejection::Quota(refused)) = less_where_away(&mut workspace, person(0)) else {
        panic!("not refused");
    };
    assert_eq!(refused.why, Why::NobodyElse);
}

#[test]
fn parts_below_a_lock_are_changed_at_once() {
    let mut workspace = team();
    set(&mut workspace, cell(Bearer::Company, QUARTER), 1_200);
    let lock = Edit::Lock(cell(Bearer::Company, QUARTER));
    give(&mut workspace, &Command::EditQuotas(YEAR, Split::People, vec![lock])).expect("room");
    let one = |number, amount| Edit::Set(cell(person(number), QUARTER), amount, Rest::Stays);
    let alone = Command::EditQuotas(YEAR, Split::People, vec![one(0, 100)]);
    assert!(give(&mut workspace, &alone).is_err());
    let both = Command::EditQuotas(YEAR, Split::People, vec![one(0, 100), one(1, 500)]);
    give(&mut workspace, &both).expect("the sum stays");
    check(&workspace, &[(person(0), QUARTER, 100), (person(1), QUARTER, 500)]);
    let goals = vec![
        (person(0), Some(Money::new(400, Currency::CNY))),
        (person(1), Some(Money::new(200, Currency::CNY))),
    ];
    give(&mut workspace, &Command::SetGoals(QUARTER, goals)).expect("the sum stays");
    check(&workspace, &[(person(0), QUARTER, 400), (person(1), QUARTER, 200)]);
}

fn moved(workspace: &mut Workspace, number: u64, team: Option<TeamId>) -> Result<Label, Rejection> {
    let id = PersonId::drawn(number);
    let person = workspace.people.get(id).cloned().unwrap_or_default();
    give(workspace, &Command::SavePerson(id, Box::new(Person { team, ..person })))
}

const SOUTH: TeamId = TeamId::drawn(2);

fn two_teams() -> Workspace {
    let mut workspace = team();
    put(&mut workspace, SOUTH, &Team { name: "South".to_owned(), ..Team::default() });
    set(&mut workspace, cell(Bearer::Company, Period::Year(YEAR)), 4_800);
    workspace
}

#[test]
fn months_that_are_over_stay_with_the_team_of_then() {
    let mut workspace = two_teams();
    moved(&mut workspace, 0, Some(SOUTH)).expect("no lock");
    let (north, south) = (Bearer::Team(TEAM), Bearer::Team(SOUTH));
    check(&workspace, &[(north, OCTOBER, 200), (south, OCTOBER, 0)]);
    check(&workspace, &[(north, DECEMBER, 100), (south, DECEMBER, 100)]);
    let year = Period::Year(YEAR);
    check(&workspace, &[(north, year, 2_200), (south, year, 200), (Bearer::Company, year, 4_800)]);
}

#[test]
fn a_locked_team_keeps_its_amount_when_somebody_would_move() {
    let mut workspace = two_teams();
    let lock = Edit::Lock(cell(Bearer::Team(TEAM), Period::Year(YEAR)));
    give(&mut workspace, &Command::EditQuotas(YEAR, Split::People, vec![lock])).expect("room");
    let Err(Rejection::Quota(refused)) = moved(&mut workspace, 0, None) else {
        panic!("not refused");
    };
    assert_eq!(refused.why, Why::LockOfTeam("P0".to_owned()));
}

proptest! {
    /// Whoever is deleted or moves to whichever team: the company keeps its totals, teams keep those
    /// of months that are over, and what is locked keeps its amount.
    #[test]
    fn no_total_changes_when_people_move_or_go(
        locks in prop::collection::vec(any::<Index>(), 0..4),
        deeds in prop::collection::vec((0_u64..4, 0_u8..4), 1..12),
    ) {
        let mut workspace = two_teams();
        let cells = kept(&workspace, YEAR).expect("a year").grid.cells();
        let locks: Vec<Cell> = locks.iter().map(|it| cells[it.index(cells.len())]).collect();
        let edits = locks.iter().map(|it| Edit::Lock(*it)).collect();
        give(&mut workspace, &Command::EditQuotas(YEAR, Split::People, edits)).expect("room");
        let is_kept = |it: &&Cell| {
            let is_over = matches!(it.period, Period::Month(_, month) if month < 11);
            it.row == Bearer::Company.into() || is_over || locks.contains(it)
        };
        let kept_cells: Vec<Cell> = cells.iter().filter(is_kept).copied().collect();
        let amounts = |workspace: &Workspace| -> Vec<i64> {
            let kept = kept(workspace, YEAR).expect("a year");
            kept_cells.iter().map(|it| kept.grid.amount(*it)).collect()
        };
        let before = amounts(&workspace);
        for (number, deed) in deeds {
            let done = match deed {
                0 => give(&mut workspace, &Command::DeletePerson(PersonId::drawn(number))),
                1 => moved(&mut workspace, number, Some(TEAM)),
                2 => moved(&mut workspace, number, Some(SOUTH)),
                _ => moved(&mut workspace, number, None),
            };
            prop_assert!(deed != 0 || done.is_err());
            prop_assert_eq!(amounts(&workspace), before.clone());
        }
    }

    /// Less where somebody is away: months keep their sums, those that are over stay, and doing it
    /// again changes nothing.
    #[test]
    fn absences_are_taken_off_once(
        absences in prop::collection::vec((0_u64..4, 0_u64..360, 1_u64..60), 0..8),
        total in 0_i64..1_000_000,
    ) {
        let mut workspace = team();
        set(&mut workspace, cell(Bearer::Company, Period::Year(YEAR)), total);
        let before = kept(&workspace, YEAR).expect("a year").grid;
        for (id, (number, first, days)) in (1..).zip(absences) {
            let first = day("2026-01-01").plus(first);
            let (first, last) = (first.to_string(), first.plus(days).to_string());
            away(&mut workspace, id, number, &first, &last);
        }
        less_where_away(&mut workspace, Bearer::Company).expect("room");
        let once = kept(&workspace, YEAR).expect("a year").grid;
        for month in 1..=12 {
            let period = Period::Month(YEAR, month);
            for it in before.cells().into_iter().filter(|it| it.period == period) {
                let is_company = it.row == Bearer::Company.into();
                if is_company || month < 11 {
                    prop_assert_eq!(before.amount(it), once.amount(it));
                }
            }
        }
        less_where_away(&mut workspace, Bearer::Company).expect("room");
        prop_assert_eq!(kept(&workspace, YEAR).expect("a year").grid, once);
    }
}
