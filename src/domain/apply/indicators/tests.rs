//! Tests of the rules of indicators.

use crate::domain::apply::apply;
use crate::domain::calendar::Period;
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::{day, take};
use crate::domain::goal::Bearer;
use crate::domain::id::IndicatorId;
use crate::domain::indicator::goal::Target;
use crate::domain::indicator::{Builtin, Indicator, Measure};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

const A: IndicatorId = IndicatorId::drawn(1);
const B: IndicatorId = IndicatorId::drawn(2);
const QUARTER: Period = Period::Quarter(2026, 4);

fn save(id: IndicatorId, name: &str, formula: &str) -> Command {
    let (name, formula) = (name.to_owned(), formula.to_owned());
    Command::SaveIndicator(id, Indicator { name, formula, percent: false })
}

#[track_caller]
fn check(workspace: &mut Workspace, command: &Command, expect: Option<Rejection>) {
    let found = apply(workspace, command, &Context { today: day("2026-11-25") });
    if let Ok(changes) = &found {
        take(workspace, changes);
    }
    assert_eq!(found.err(), expect, "{command:?}");
}

#[test]
fn indicators_need_a_name_and_a_formula_that_holds() {
    let mut workspace = Workspace::default();
    check(&mut workspace, &save(A, " ", "won_count"), Some(Rejection::NameMissing));
    check(&mut workspace, &save(A, "a[b", "won_count"), Some(Rejection::IndicatorNameWithSigns));
    check(&mut workspace, &save(A, "Pulse", "won_count +"), Some(Rejection::FormulaWrong));
    check(&mut workspace, &save(A, "Pulse", "won_count × 2"), None);
    let taken = Some(Rejection::NameTaken("Pulse".to_owned()));
    check(&mut workspace, &save(B, "Pulse", "won_count"), taken);
    let twice = format!("{} × 2", Measure::Own(A));
    check(&mut workspace, &save(B, "Twice", &twice), None);
    let circle = Some(Rejection::IndicatorCircle("Pulse".to_owned()));
    check(&mut workspace, &save(A, "Pulse", &Measure::Own(B).to_string()), circle);
}

#[test]
fn an_indicator_in_use_is_not_deleted() {
    let mut workspace = Workspace::default();
    check(&mut workspace, &save(A, "Pulse", "won_count"), None);
    check(&mut workspace, &save(B, "Twice", &format!("{} × 2", Measure::Own(A))), None);
    let used = Rejection::IndicatorUsed("Pulse".to_owned(), "Twice".to_owned());
    check(&mut workspace, &Command::DeleteIndicator(A), Some(used));
    let set = |target| {
        let goals = vec![(Bearer::Company, target)];
        Command::SetIndicatorGoals(QUARTER, Measure::Own(B), goals)
    };
    check(&mut workspace, &set(Some(Target::Thousandths(5000))), None);
    let goals = Rejection::IndicatorHasGoals("Twice".to_owned(), 1);
    check(&mut workspace, &Command::DeleteIndicator(B), Some(goals));
    check(&mut workspace, &set(None), None);
    check(&mut workspace, &Command::DeleteIndicator(B), None);
    check(&mut workspace, &Command::DeleteIndicator(A), None);
    assert!(workspace.indicators.is_empty() && workspace.indicator_goals.is_empty());
}

#[test]
fn a_goal_is_of_the_kind_of_its_indicator() {
    let mut workspace = Workspace::default();
    let set = |measure, target| {
        Command::SetIndicatorGoals(QUARTER, measure, vec![(Bearer::Company, Some(target))])
    };
    let amount = Measure::Builtin(Builtin::AverageWon);
    let wrong = Some(Rejection::FormulaWrong);
    check(&mut workspace, &set(amount, Target::Thousandths(5)), wrong);
    check(
        &mut workspace,
        &set(Measure::Own(A), Target::Thousandths(5)),
        Some(Rejection::IndicatorGone),
    );
    check(&mut workspace, &set(Measure::Builtin(Builtin::Calls), Target::Thousandths(5)), None);
}
