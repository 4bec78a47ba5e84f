//! Rounds: what is taken, what is refused, and that nothing is told too early.

use super::*;
use crate::domain::apply::apply;
use crate::domain::command::Command;
use crate::domain::for_tests::{day, put, take};
use crate::domain::people::Person;
use crate::domain::round::{first_said, revealed, said};

const ROUND: RoundId = RoundId::drawn(1);
const ANN: PersonId = PersonId::drawn(1);
const BOB: PersonId = PersonId::drawn(2);
const CY: PersonId = PersonId::drawn(3);
const QUARTER: Period = Period::Quarter(2026, 4);

fn team() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name) in [(ANN, "Ann"), (BOB, "Bob"), (CY, "Cy")] {
        put(&mut workspace, id, &Person { name: name.to_owned(), ..Person::default() });
    }
    workspace
}

fn give(workspace: &mut Workspace, command: Command) -> Result<Label, Rejection> {
    let changes = apply(workspace, &command, &Context { today: day("2026-11-25") })?;
    take(workspace, &changes);
    Ok(changes.label)
}

fn begun(id: RoundId) -> Workspace {
    let mut workspace = team();
    begin_in(&mut workspace, id);
    workspace
}

fn begin_in(workspace: &mut Workspace, id: RoundId) {
    give(workspace, Command::BeginRound(id, QUARTER, vec![ANN, BOB, CY])).expect("a round");
}

fn amounts(worst: i64, commit: i64, best: i64) -> Said {
    Said { worst, commit, best }
}

fn seal(workspace: &mut Workspace, who: PersonId, it: Said) -> Result<Label, Rejection> {
    give(workspace, Command::SealPromise(ROUND, who, it))
}

#[track_caller]
fn check(it: Said, expect: Result<(), Rejection>) {
    assert_eq!(seal(&mut begun(ROUND), ANN, it).map(|_| ()), expect);
}

#[test]
fn worst_commit_and_best_are_in_order_and_not_below_zero() {
    check(amounts(0, 0, 0), Ok(()));
    check(amounts(1, 2, 3), Ok(()));
    check(amounts(2, 1, 3), Err(Rejection::PromiseOutOfOrder));
    check(amounts(1, 3, 2), Err(Rejection::PromiseOutOfOrder));
    check(amounts(-1, 2, 3), Err(Rejection::AmountNegative));
}

#[test]
fn nothing_is_told_before_the_reveal() {
    let mut all = begun(ROUND);
    let label = seal(&mut all, ANN, amounts(12_345, 67_890, 98_765)).expect("an answer");
    assert_eq!(label.to_parts(), ["promise.sealed", "Ann"]);
    assert_eq!(said(&all, ROUND), []);
    let told = statuses(&all, ROUND);
    assert_eq!(told, [(ANN, Status::Sealed), (BOB, Status::Waiting), (CY, Status::Waiting)]);
    give(&mut all, Command::SkipInRound(ROUND, BOB)).expect("a skip");
    give(&mut all, Command::RevealRound(ROUND, Seen::default())).expect("a reveal");
    assert_eq!(said(&all, ROUND), [(ANN, amounts(12_345, 67_890, 98_765))]);
}

#[test]
fn a_reveal_needs_an_answer_and_ends_the_round() {
    let mut all = begun(ROUND);
    let reveal = Command::RevealRound(ROUND, Seen::default());
    assert_eq!(give(&mut all, reveal.clone()), Err(Rejection::RoundWithoutAnswers));
    seal(&mut all, ANN, amounts(1, 2, 3)).expect("an answer");
    give(&mut all, reveal).expect("a reveal");
    assert_eq!(seal(&mut all, BOB, amounts(1, 2, 3)), Err(Rejection::RoundGone));
}

#[test]
fn one_round_is_underway_at_a_time_and_somebody_takes_part() {
    let again = Command::BeginRound(RoundId::drawn(2), QUARTER, vec![ANN]);
    assert_eq!(give(&mut begun(ROUND), again), Err(Rejection::RoundRunning));
    let nobody = Command::BeginRound(ROUND, QUARTER, Vec::new());
    assert_eq!(give(&mut team(), nobody), Err(Rejection::RoundWithoutPeople));
}

#[test]
fn a_dropped_round_takes_its_answers_with_it() {
    let mut all = begun(ROUND);
    seal(&mut all, ANN, amounts(1, 2, 3)).expect("an answer");
    let label = give(&mut all, Command::DropRound(ROUND)).expect("a drop");
    assert_eq!(label, Label::RoundDropped("1".to_owned()));
    assert!(all.rounds.is_empty() && all.promises.is_empty());
}

#[test]
fn the_first_round_of_a_period_promises() {
    let mut all = begun(ROUND);
    seal(&mut all, ANN, amounts(1, 2, 3)).expect("an answer");
    give(&mut all, Command::RevealRound(ROUND, Seen::default())).expect("a reveal");
    let second = RoundId::drawn(2);
    begin_in(&mut all, second);
    for (who, commit) in [(ANN, 9), (BOB, 8)] {
        let it = Command::SealPromise(second, who, amounts(1, commit, 9));
        give(&mut all, it).expect("an answer");
    }
    give(&mut all, Command::RevealRound(second, Seen::default())).expect("a reveal");
    let first = first_said(&revealed(&all), &all);
    let commit = |who| first.get(&(who, QUARTER)).map(|(_, _, it)| it.commit);
    assert_eq!([commit(ANN), commit(BOB), commit(CY)], [Some(2), Some(8), None]);
}
