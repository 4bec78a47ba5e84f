//! Sums that hold, locks that keep, refusals with their reason.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::Index;

use super::*;
use crate::domain::for_tests::{day, put};
use crate::domain::goal::Bearer;
use crate::domain::people::{Absence, Person};
use crate::domain::workspace::Workspace;

const YEAR: i32 = 2026;

fn person(number: u64) -> PersonId {
    PersonId::of_key(&format!("person {number}"))
}

fn team(number: u64) -> TeamId {
    TeamId::of_key(&format!("team {number}"))
}

/// A grid of so many people, two in a team.
fn grid(people: u64) -> QuotaGrid {
    let seat = |it| Seat { row: Row::Person(person(it)), team: Some(team(it / 2)) };
    QuotaGrid::new(Split::People, YEAR, FiscalStart::new(1), (0..people).map(seat).collect())
        .expect("a year")
}

fn cell(bearer: Bearer, period: &str) -> Cell {
    Cell::of(bearer, period.parse().expect("a period"))
}

/// The amounts of all cells.
fn amounts(grid: &QuotaGrid) -> BTreeMap<Cell, i64> {
    grid.cells().into_iter().map(|cell| (cell, grid.amount(cell))).collect()
}

fn company(period: &str) -> Cell {
    cell(Bearer::Company, period)
}

fn of_person(number: u64, period: &str) -> Cell {
    cell(Bearer::Person(person(number)), period)
}

fn of_team(number: u64, period: &str) -> Cell {
    cell(Bearer::Team(team(number)), period)
}

/// A grid of four people in two teams whose months are all 100.
fn even() -> QuotaGrid {
    let mut grid = grid(4);
    grid.fill(&[[100; MONTHS]; 4]);
    grid
}

#[track_caller]
fn check(grid: &QuotaGrid, expect: &[(Cell, i64)]) {
    for (cell, amount) in expect {
        assert_eq!(grid.amount(*cell), *amount, "{cell:?}");
    }
    check_sums(grid);
}

/// Every whole is the sum of its parts, both ways.
#[track_caller]
fn check_sums(grid: &QuotaGrid) {
    let amounts = amounts(grid);
    let sum = |wanted: &dyn Fn(&Cell) -> bool| -> i64 {
        amounts.iter().filter(|(cell, _)| wanted(cell)).map(|(_, amount)| amount).sum()
    };
    for (Cell { row, period }, amount) in &amounts {
        let in_months = |it: &Cell| it.row == *row && matches!(it.period, Period::Month(..));
        let in_quarters = |it: &Cell| it.row == *row && matches!(it.period, Period::Quarter(..));
        let in_teams = |it: &Cell| it.period == *period && matches!(it.row, Row::Team(_));
        if matches!(period, Period::Year(_)) {
            assert_eq!((sum(&in_months), sum(&in_quarters)), (*amount, *amount));
        }
        if *row == Row::Company(Split::People) {
            assert_eq!(sum(&in_teams), *amount);
        }
    }
}

#[test]
fn an_empty_grid_is_spread_equally_to_the_minor_unit() {
    let mut grid = grid(3);
    grid.set(company("2026"), 100, Rest::Stays).expect("room");
    let parts =
        [(of_person(0, "2026"), 34), (of_person(1, "2026"), 33), (of_person(2, "2026"), 33)];
    check(&grid, &parts);
    check(&grid, &[(company("2026"), 100), (company("2026-01"), 9), (company("2026-12"), 6)]);
}

#[test]
fn the_rest_makes_up_for_a_cell_or_stays() {
    let mut grid = even();
    grid.set(of_team(0, "2026-Q1"), 1_020, Rest::MakesUp).expect("room");
    check(&grid, &[(company("2026"), 4_800), (of_team(0, "2026-Q1"), 1_020)]);
    check(&grid, &[(of_person(1, "2026-02"), 170), (of_person(3, "2026-02"), 90)]);
    let before = grid.clone();
    grid.set(of_person(0, "2026-12"), 300, Rest::Stays).expect("room");
    check(&grid, &[(company("2026"), 5_010), (of_person(0, "2026"), 1_530)]);
    assert_eq!(grid.moved_since(&before), 1);
}

#[test]
fn locked_sums_of_rows_and_columns_hold_both() {
    let mut grid = even();
    grid.lock(of_team(0, "2026")).expect("a cell");
    grid.lock(company("2026-01")).expect("a cell");
    grid.set(of_team(0, "2026-01"), 310, Rest::MakesUp).expect("room");
    check(
        &grid,
        &[(of_team(0, "2026"), 2_400), (company("2026-01"), 400), (company("2026"), 4_800)],
    );
    check(&grid, &[(of_team(1, "2026-01"), 90), (of_team(1, "2026"), 2_400)]);
}

#[track_caller]
fn check_refused(grid: &QuotaGrid, cell: Cell, amount: i64, rest: Rest, expect: NotSet) {
    let mut tried = grid.clone();
    assert_eq!(tried.set(cell, amount, rest), Err(expect));
    assert_eq!(&tried, grid);
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let mut grid = even();
    grid.lock(of_person(0, "2026-Q1")).expect("a cell");
    grid.lock(of_person(1, "2026-02")).expect("a cell");
    let team_quarter = of_team(0, "2026-Q1");
    check_refused(&grid, team_quarter, 399, Rest::MakesUp, NotSet::LockedExceed(400));
    check_refused(&grid, team_quarter, -1, Rest::MakesUp, NotSet::AmountNegative);
    check_refused(&grid, team_quarter, LARGEST + 1, Rest::Stays, NotSet::AmountTooLarge);
    check_refused(&grid, of_person(0, "2026-Q1"), 1, Rest::Stays, NotSet::CellLocked);
    check_refused(&grid, company("2027"), 1, Rest::Stays, NotSet::NoSuchCell);
    check_refused(&grid, of_person(9, "2026"), 1, Rest::Stays, NotSet::NoSuchCell);
    let left = NotSet::WholeLeaves(company("2026"), 4_500);
    check_refused(&grid, of_person(1, "2026"), 4_501, Rest::MakesUp, left);
    let left = NotSet::WholeLeaves(of_person(0, "2026-Q1"), 300);
    check_refused(&grid, of_person(0, "2026-01"), 301, Rest::MakesUp, left);
    let in_the_way = NotSet::InTheWay(of_person(0, "2026-Q1"));
    check_refused(&grid, of_person(0, "2026-01"), 99, Rest::Stays, in_the_way);
}

#[test]
fn ways_spread_by_their_weights_and_multiply() {
    let mut grid = even();
    let weights = Weights::by_person(&[1, 2, 0, 1]);
    grid.respread(company("2026"), &weights).expect("room");
    check(
        &grid,
        &[(of_person(1, "2026"), 2_400), (of_person(2, "2026"), 0), (company("2026"), 4_800)],
    );
    let season = Weights::by_season(&[[3, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0], [1; MONTHS]], 4);
    grid.respread(company("2026"), &weights.times(&season)).expect("room");
    check(
        &grid,
        &[(company("2026-01"), 800), (company("2026-03"), 200), (of_person(1, "2026-01"), 400)],
    );
    grid.lock(of_person(2, "2026")).expect("a cell");
    grid.respread(company("2026"), &Weights::equal(4)).expect("room");
    check(&grid, &[(of_person(2, "2026"), 0), (of_person(3, "2026"), 1_600)]);
}

#[test]
fn joiners_ramp_up_and_leavers_hand_over_in_one_step() {
    let mut workspace = Workspace::default();
    let joiner = Person { started: Some(day("2026-02-16")), ..Person::default() };
    let leaver = Person { left: Some(day("2026-03-31")), ..Person::default() };
    put(&mut workspace, person(0), &joiner);
    put(&mut workspace, person(1), &leaver);
    let mut grid = even();
    let ramp = Weights::ramp(&workspace, &grid, &USUAL_RAMP).flat(4);
    assert_eq!(ramp[..6], [0, 25, 50, 75, 100, 100]);
    let days = Weights::working_days(&workspace, &grid);
    grid.respread(company("2026"), &days).expect("room");
    check(
        &grid,
        &[(of_person(1, "2026-Q2"), 0), (of_person(0, "2026-01"), 0), (company("2026"), 4_800)],
    );
}

// January 2026 has 22 weekdays; the week from the 5th is five of them.
#[test]
fn an_absence_weighs_less_by_the_days_missed() {
    let mut workspace = Workspace::default();
    let week = (Some(day("2026-01-05")), Some(day("2026-01-11")));
    let away =
        Absence { person: Some(person(0)), first: week.0, last: week.1, ..Absence::default() };
    put(&mut workspace, crate::domain::id::AbsenceId::of_key("a week"), &away);
    let days = Weights::working_days(&workspace, &grid(2)).flat(2);
    assert_eq!((days[0], days[MONTHS]), (17, 22));
}

// January 2026 has 22 weekdays; a week of five is missed, and 17 of 22 are 773 thousandths. Who comes
// on 16 February is there on ten of its 20, who leaves on 31 March on all of it.
#[test]
fn presence_is_a_part_of_the_working_days_of_a_month() {
    let mut workspace = Workspace::default();
    put(
        &mut workspace,
        person(0),
        &Person { started: Some(day("2026-02-16")), ..Person::default() },
    );
    put(&mut workspace, person(1), &Person { left: Some(day("2026-03-31")), ..Person::default() });
    put(&mut workspace, person(2), &Person::default());
    let week = (Some(day("2026-01-05")), Some(day("2026-01-11")));
    let away =
        Absence { person: Some(person(2)), first: week.0, last: week.1, ..Absence::default() };
    put(&mut workspace, crate::domain::id::AbsenceId::of_key("a week"), &away);
    let found = Weights::presence(&workspace, &grid(3)).flat(3);
    assert_eq!(found[..3], [0, 500, 1000]);
    assert_eq!(found[MONTHS + 2..MONTHS + 4], [1000, 0]);
    assert_eq!(found[2 * MONTHS..2 * MONTHS + 2], [773, 1000]);
}

// Two people with 100 and 300 a month: a joiner in July carries a quarter, a half, three quarters
// and all of 200 from then on.
#[test]
fn joiners_grow_into_what_the_others_carry_and_the_others_keep_their_proportions() {
    let mut workspace = Workspace::default();
    put(
        &mut workspace,
        person(2),
        &Person { started: Some(day("2026-07-01")), ..Person::default() },
    );
    let mut grid = grid(3);
    grid.fill(&[[100; MONTHS], [300; MONTHS], [9; MONTHS]]);
    let weights = Weights::ramp(&workspace, &grid, &USUAL_RAMP);
    let flat = weights.flat(3);
    assert_eq!(flat[2 * MONTHS + 5..2 * MONTHS + 10], [0, 50, 100, 150, 200]);
    assert_eq!((flat[0], flat[MONTHS]), (100, 300));
    let shorter = Weights::ramp(&workspace, &grid, &[500]).flat(3);
    assert_eq!(shorter[2 * MONTHS + 5..2 * MONTHS + 9], [0, 100, 200, 200]);
    grid.respread(company("2026"), &weights).expect("room");
    let again = Weights::ramp(&workspace, &grid, &USUAL_RAMP);
    let before = grid.clone();
    grid.respread(company("2026"), &again).expect("room");
    let moved: Vec<i64> =
        grid.amounts.iter().zip(&before.amounts).map(|(a, b)| (a - b).abs()).collect();
    assert!(moved.iter().all(|it| *it <= 2), "{moved:?}");
}

#[derive(Clone, Debug)]
enum Edit {
    Set(Index, i64, Rest),
    Lock(Index),
    Unlock(Index),
    Respread(Index, Vec<i64>),
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let rest = prop_oneof![Just(Rest::MakesUp), Just(Rest::Stays)];
    prop_oneof![
        4 => (any::<Index>(), 0_i64..3_000, rest).prop_map(|(at, amount, rest)| Edit::Set(at, amount, rest)),
        2 => any::<Index>().prop_map(Edit::Lock),
        1 => any::<Index>().prop_map(Edit::Unlock),
        1 => (any::<Index>(), prop::collection::vec(0_i64..9, 5)).prop_map(|(at, weights)| Edit::Respread(at, weights)),
    ]
}

fn edit(grid: &mut QuotaGrid, edit: &Edit) -> Result<(), NotSet> {
    let cells = grid.cells();
    let at = |it: &Index| cells[it.index(cells.len())];
    match edit {
        Edit::Set(cell, amount, rest) => grid.set(at(cell), *amount, *rest),
        Edit::Lock(cell) => grid.lock(at(cell)),
        Edit::Unlock(cell) => {
            grid.unlock(at(cell));
            Ok(())
        }
        Edit::Respread(cell, weights) => grid.respread(at(cell), &Weights::by_person(weights)),
    }
}

proptest! {
    /// Whatever is edited and locked: sums hold, locks keep, what was set is there, nothing is
    /// below zero, and what is refused changes nothing.
    #[test]
    fn sums_and_locks_hold_after_every_edit(
        edits in prop::collection::vec(any_edit(), 1..40),
        step in prop::sample::select(vec![1_i64, 10, 100]),
    ) {
        let mut grid = QuotaGrid { step, ..grid(5) };
        grid.set(company("2026"), 12_345, Rest::Stays).expect("room");
        for it in &edits {
            let before = grid.clone();
            let done = edit(&mut grid, it);
            check_sums(&grid);
            prop_assert!(grid.amounts.iter().all(|it| 0 <= *it));
            for lock in &before.locks {
                prop_assert_eq!(before.amount(*lock), grid.amount(*lock));
            }
            match (it, done) {
                (_, Err(_)) => prop_assert_eq!(&before, &grid),
                (Edit::Set(cell, amount, rest), Ok(())) => {
                    let cells = grid.cells();
                    let cell = cells[cell.index(cells.len())];
                    prop_assert_eq!(grid.amount(cell), *amount);
                    if *rest == Rest::MakesUp && cell != grid.whole() {
                        prop_assert_eq!(before.amount(grid.whole()), grid.amount(grid.whole()));
                    }
                }
                (_, Ok(())) => prop_assert_eq!(before.amount(grid.whole()), grid.amount(grid.whole())),
            }
        }
    }

    /// A plan of whole units stays one, whatever whole units are set, locked and spread anew.
    #[test]
    fn whole_units_stay_whole_units(
        total in 0_i64..5_000,
        edits in prop::collection::vec(any_edit(), 1..40),
    ) {
        let mut grid = QuotaGrid { step: 100, ..grid(5) };
        grid.set(company("2026"), total * 100, Rest::Stays).expect("room");
        for it in edits {
            let it = match it {
                Edit::Set(cell, amount, rest) => Edit::Set(cell, amount * 100, rest),
                other => other,
            };
            // What is refused changes nothing.
            let _ = edit(&mut grid, &it);
            prop_assert!(grid.amounts.iter().all(|it| it % 100 == 0), "{it:?}");
        }
    }

    /// What is possible is done: where other amounts would keep all locks and the whole, any cell
    /// can be set to what it is there.
    #[test]
    fn no_possible_edit_is_refused(
        locks in prop::collection::vec(any::<Index>(), 0..12),
        moves in prop::collection::vec((0_usize..4, 0_usize..4, 0_usize..12, 0_usize..12, 1_i64..90), 1..60),
        cell in any::<Index>(),
        step in prop::sample::select(vec![1_i64, 10]),
    ) {
        let mut grid = QuotaGrid { step, ..even() };
        let cells = grid.cells();
        locks.iter().for_each(|it| grid.locks.extend([cells[it.index(cells.len())]]));
        let mut other = grid.clone();
        for (row, to, from, month, amount) in moves {
            let mut tried = other.clone();
            tried.amounts[row * MONTHS + from] -= amount;
            tried.amounts[row * MONTHS + month] += amount;
            tried.amounts[to * MONTHS + month] -= amount;
            tried.amounts[to * MONTHS + from] += amount;
            let keeps = |lock: &Cell| tried.amount(*lock) == grid.amount(*lock);
            if grid.locks.iter().all(keeps) && tried.amounts.iter().all(|it| 0 <= *it) {
                other = tried;
            }
        }
        let cell = cells[cell.index(cells.len())];
        if !grid.is_locked(cell) {
            prop_assert_eq!(grid.set(cell, other.amount(cell), Rest::MakesUp), Ok(()));
        }
    }

    /// A block of months that keeps every lock is set at once, whatever moves in it.
    #[test]
    fn a_block_that_keeps_the_locks_is_set(
        locks in prop::collection::vec(any::<Index>(), 0..12),
        moves in prop::collection::vec((0_usize..4, 0_usize..4, 0_usize..12, 0_usize..12, 1_i64..90), 1..60),
        step in prop::sample::select(vec![1_i64, 10]),
    ) {
        let mut grid = QuotaGrid { step, ..even() };
        let cells = grid.cells();
        locks.iter().for_each(|it| grid.locks.extend([cells[it.index(cells.len())]]));
        let mut other = grid.clone();
        for (row, to, from, month, amount) in moves {
            let mut tried = other.clone();
            tried.amounts[row * MONTHS + from] -= amount;
            tried.amounts[row * MONTHS + month] += amount;
            tried.amounts[to * MONTHS + month] -= amount;
            tried.amounts[to * MONTHS + from] += amount;
            let keeps = |lock: &Cell| tried.amount(*lock) == grid.amount(*lock);
            if grid.locks.iter().all(keeps) && tried.amounts.iter().all(|it| 0 <= *it) {
                other = tried;
            }
        }
        let months = cells.into_iter().filter(|it| it.width() == (0, 0));
        let wanted: Vec<(Cell, i64)> = months.map(|it| (it, other.amount(it))).collect();
        prop_assert_eq!(grid.set_all(&wanted), Ok(()));
        prop_assert_eq!(&grid.amounts, &other.amounts);
    }
}
