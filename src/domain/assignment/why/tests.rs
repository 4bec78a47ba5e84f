//! What is said is applied to the letter and solved again.

use proptest::prelude::*;

use super::super::solve::solve;
use super::super::solve::tests::{problem, problems};
use super::*;

/// A problem with its capacities and points changed.
fn changed(
    given: &Problem,
    capacity: impl Fn(usize) -> u32,
    points: impl Fn(usize, usize, Points) -> Option<Points>,
) -> Problem {
    let people = 0..given.people();
    let row = |lead| {
        let pair = |person| given.points(lead, person).and_then(|it| points(lead, person, it));
        people.clone().map(pair).collect::<Vec<_>>()
    };
    let capacities: Vec<u32> = people.clone().map(|it| given.capacity(it) + capacity(it)).collect();
    problem(&capacities, &(0..given.leads()).map(row).collect::<Vec<_>>())
}

fn with_place(given: &Problem, person: usize) -> Problem {
    changed(given, |it| u32::from(it == person), |_, _, points| Some(points))
}

fn with_points(given: &Problem, pair: (usize, usize), more: Points) -> Problem {
    let points = |lead, person, it| Some(if (lead, person) == pair { it + more } else { it });
    changed(given, |_| 0, points)
}

/// How much better the best assignment with a pair is than the best without it; nothing where the
/// pair cannot be.
fn lead_of(given: &Problem, pair: (usize, usize)) -> Option<Points> {
    const HELD: Points = 1 << 20;
    let without = changed(given, |_| 0, |lead, person, it| ((lead, person) != pair).then_some(it));
    let held = solve(&with_points(given, pair, HELD));
    (held.owners[pair.0] == Some(pair.1)).then(|| held.total - HELD - solve(&without).total)
}

fn owner(problem: &Problem, lead: usize) -> Option<usize> {
    solve(problem).owners[lead]
}

/// Every pair of a problem with what is said against it.
fn said(problem: &Problem) -> Vec<((usize, usize), WhyNot)> {
    let owners = solve(problem).owners;
    let leads = (0..problem.leads()).flat_map(|lead| {
        let inquiry = Inquiry::new(problem, &owners, lead);
        let people = 0..problem.people();
        people.map(move |person| ((lead, person), inquiry.why_not(person))).collect::<Vec<_>>()
    });
    leads.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// One point beyond the gap turns it, the gap alone is a tie, and less leaves it as it is.
    #[test]
    fn as_many_points_as_are_said_turn_it_and_no_fewer(problem in problems()) {
        for (pair, said) in said(&problem) {
            let WhyNot::Costs { gap, .. } = said else { continue };
            prop_assert!(0 <= gap);
            prop_assert_eq!(owner(&with_points(&problem, pair, gap + 1), pair.0), Some(pair.1));
            prop_assert_eq!(lead_of(&with_points(&problem, pair, gap), pair), Some(0));
            if gap != 0 {
                let less = with_points(&problem, pair, gap - 1);
                prop_assert_ne!(owner(&less, pair.0), Some(pair.1));
            }
        }
    }

    /// One place more does what is said of it; where it does not turn it, as many points more do.
    #[test]
    fn one_more_place_does_what_is_said_of_it(problem in problems()) {
        for (pair, said) in said(&problem) {
            let (WhyNot::Costs { with_one, .. } | WhyNot::NoPlace { with_one }) = said else {
                continue;
            };
            let roomier = with_place(&problem, pair.1);
            match with_one {
                Turn::Turns => {
                    prop_assert_eq!(owner(&roomier, pair.0), Some(pair.1));
                    prop_assert!(lead_of(&roomier, pair).is_some_and(|it| 0 < it));
                }
                Turn::Ties => prop_assert_eq!(lead_of(&roomier, pair), Some(0)),
                Turn::Lacks(points) => {
                    prop_assert!(0 < points);
                    prop_assert_eq!(lead_of(&roomier, pair), Some(-points));
                    let raised = with_points(&roomier, pair, points + 1);
                    prop_assert_eq!(owner(&raised, pair.0), Some(pair.1));
                }
            }
        }
    }

    /// Who is said to have it has it, and no other rule or place is made up.
    #[test]
    fn what_needs_no_points_is_as_it_is_said(problem in problems()) {
        for ((lead, person), said) in said(&problem) {
            prop_assert_eq!(said == WhyNot::Has, owner(&problem, lead) == Some(person));
            prop_assert_eq!(said == WhyNot::Forbidden, problem.points(lead, person).is_none());
            let no_place = problem.capacity(person) == 0 && said != WhyNot::Forbidden;
            prop_assert_eq!(matches!(said, WhyNot::NoPlace { .. }), no_place);
        }
    }
}

#[track_caller]
fn check(capacities: &[u32], points: &[Vec<Option<Points>>], pair: (usize, usize), expect: WhyNot) {
    let problem = problem(capacities, points);
    let owners = solve(&problem).owners;
    assert_eq!(Inquiry::new(&problem, &owners, pair.0).why_not(pair.1), expect);
}

#[test]
fn more_room_helps_where_only_room_was_missing() {
    let points = [vec![Some(9), Some(2)], vec![Some(8), Some(3)]];
    let check = |pair, expect| check(&[1, 1], &points, pair, expect);
    check((1, 0), WhyNot::Costs { gap: 2, with_one: Turn::Turns });
    check((0, 1), WhyNot::Costs { gap: 2, with_one: Turn::Lacks(2) });
    check((0, 0), WhyNot::Has);
}

#[test]
fn a_first_place_goes_to_whom_it_is_worth_most() {
    let points = [vec![Some(5), Some(9)], vec![Some(5), Some(8)], vec![Some(5), Some(9)]];
    let check = |lead, with_one| check(&[3, 0], &points, (lead, 1), WhyNot::NoPlace { with_one });
    check(0, Turn::Ties);
    check(1, Turn::Lacks(1));
    check(2, Turn::Ties);
}

#[test]
fn a_rule_is_a_rule() {
    check(&[1, 1], &[vec![Some(9), None]], (0, 1), WhyNot::Forbidden);
}
