//! On what a goal hangs.

use super::*;
use crate::domain::goal::Goal;
use crate::domain::id::ObjectiveId;
use crate::domain::objective::Objective;
use crate::present::for_tests::*;

const QUARTER: Period = Period::Quarter(2026, 4);
const EXPORTS: ObjectiveId = ObjectiveId::drawn(1);

/// A small team with an objective; goals of the quarter, each with the objective it names.
fn board(goals: &[(Bearer, Option<ObjectiveId>)]) -> Workspace {
    let mut board = team();
    put(&mut board, EXPORTS, &Objective { name: "Exports".to_owned(), ..Objective::default() });
    for (bearer, objective) in goals {
        let (period, quota) = (Some(QUARTER), Some(yuan_of(100)));
        let goal =
            Goal { bearer: Some(*bearer), period, quota, objective: *objective, ..Goal::default() };
        put(&mut board, Goal::id_of(*bearer, QUARTER), &goal);
    }
    board
}

/// How relevant Ann's goal is, among such goals.
#[track_caller]
fn check(goals: &[(Bearer, Option<ObjectiveId>)], expect: Grade) {
    let (board, today) = (board(goals), day("2026-11-25"));
    let view = GoalsView::new(&board, QUARTER, today).expect("a view");
    let marks = of_amount(&board, Lang::En, &view, Bearer::Person(ANN), None, today);
    let relevant = marks.expect("a goal").into_iter().find(|it| it.letter == "R");
    assert_eq!(relevant.map(|it| it.grade), Some(expect), "{goals:?}");
}

#[test]
fn a_goal_is_relevant_where_it_or_one_above_it_serves_an_objective() {
    let (ann, north) = (Bearer::Person(ANN), Bearer::Team(NORTH));
    check(&[(ann, Some(EXPORTS))], Grade::Yes);
    check(&[(ann, None), (north, Some(EXPORTS))], Grade::Yes);
    check(&[(ann, None), (Bearer::Company, Some(EXPORTS))], Grade::Yes);
    check(&[(ann, None), (Bearer::Company, None)], Grade::Partly);
    check(&[(ann, None)], Grade::No);
}
