//! Tests of what is shown of delivery.

use super::*;
use crate::domain::behind::Behind;
use crate::domain::command::Command;
use crate::domain::delivery::DeliveryTask;
use crate::domain::id::DeliveryTaskId;
use crate::present::for_tests::{day, put, team};

fn workspace(capacity: i64) -> Workspace {
    let mut workspace = team();
    let capacity = Effort::hundredths(100 * capacity);
    put(&mut workspace, DeliveryRules::ID, &DeliveryRules { capacity, ..DeliveryRules::default() });
    let (first, last) = (Some(day("2026-12-07")), Some(day("2026-12-11")));
    let effort = Effort::hundredths(3_800);
    let task = DeliveryTask { first, last, effort, ..DeliveryTask::default() };
    put(&mut workspace, DeliveryTaskId::drawn(1), &task);
    workspace
}

fn told(capacity: i64, lang: Lang) -> DeliveryView {
    DeliveryView::new(&workspace(capacity), lang, day("2026-11-25"), &Passed::default())
}

#[test]
fn the_week_that_is_too_full_is_told_in_a_sentence() {
    let view = told(30, Lang::En);
    assert_eq!(view.sentence, "Week of 7 Dec: 38 days promised, 30 there.");
    assert_eq!(view.over[0].beyond, "Running projects alone are 8 days too much.");
    assert_eq!(told(30, Lang::Zh).sentence, "12月7日当周：承诺 38 人天，能做 30 人天。");
}

#[test]
fn a_week_names_the_tasks_that_it_is_made_of() {
    use super::certificate::{WeekFigure, certificate};
    let (board, view) = (workspace(30), told(30, Lang::En));
    let asked = (day("2026-12-07"), WeekFigure::Promised);
    let found = certificate(&board, Lang::En, &view, asked).expect("a certificate");
    let (paper, others, brought) = found;
    let task = Behind::Task(DeliveryTaskId::drawn(1));
    assert_eq!((&*paper.value, paper.leads.len(), &*others), ("38 person-days", 0, &[task][..]));
    assert_eq!(paper.title, "Promised · Week of 7 Dec");
    assert_eq!(brought.get(&task), Some(&Effort::hundredths(3_800)));
}

#[test]
fn what_fits_and_what_nobody_has_said_are_told_apart() {
    assert!(!told(40, Lang::En).is_over);
    assert_eq!(told(0, Lang::En).headline, Lang::En.delivery_no_capacity());
}

#[test]
fn an_effort_that_was_not_touched_stays_to_the_minute() {
    let mut workspace = workspace(30);
    let task = DeliveryTask { effort: Effort { minutes: 61 }, ..DeliveryTask::default() };
    let id = DeliveryTaskId::drawn(2);
    put(&mut workspace, id, &task);
    let mut draft = TaskDraft::of(&workspace, id);
    let saved = |it: &TaskDraft| match it.command(id) {
        Some(Command::SaveDeliveryTask(_, task)) => Some(task.effort.minutes),
        _ => None,
    };
    assert_eq!(saved(&draft), Some(61));
    draft.effort = "2h".to_owned();
    assert_eq!(saved(&draft), Some(120));
    draft.effort = "much".to_owned();
    assert_eq!(saved(&draft), None);
}

#[test]
fn rules_are_read_back_as_they_are_shown() {
    let workspace = workspace(30);
    let Some(Command::SaveDeliveryRules(rules, _)) = RulesDraft::of(&workspace).command() else {
        panic!("the rules can be read");
    };
    assert_eq!(rules.capacity, Effort::hundredths(3_000));
    assert_eq!((rules.lead_days, rules.weeks), (Some(14), Some(4)));
}
