//! The rules of delivery: its tasks, what the team can do, and what deals bring.

use crate::domain::calendar::Day;
use crate::domain::changes::Changes;
use crate::domain::delivery::{
    DeliveryRules, DeliveryTask, Effort, ProductEffort, WeekCapacity, monday,
};
use crate::domain::id::{DeliveryTaskId, ProductId};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save_task(
    workspace: &Workspace,
    id: DeliveryTaskId,
    task: &DeliveryTask,
) -> Result<Changes, Rejection> {
    check_task(task)?;
    let mut changes = Changes::new(label("delivery-task", "saved", &task.name));
    changes.put(workspace, id, task);
    Ok(changes)
}

/// What a task must be, whoever enters it.
fn check_task(task: &DeliveryTask) -> Result<(), Rejection> {
    if task.name.trim().is_empty() {
        return Err(Rejection::NameMissing);
    }
    match (task.first, task.last) {
        (Some(first), Some(last)) if last < first => Err(Rejection::DaysReversed(first, last)),
        _ => not_negative(task.effort.minutes),
    }
}

pub(super) fn delete_task(workspace: &Workspace, id: DeliveryTaskId) -> Result<Changes, Rejection> {
    let task = workspace.delivery_tasks.get(id).ok_or(Rejection::DeliveryTaskGone)?;
    let mut changes = Changes::new(label("delivery-task", "deleted", &task.name));
    changes.remove::<DeliveryTask>(workspace, id);
    Ok(changes)
}

/// Takes tasks over from a file, as one step.
pub(super) fn take_tasks(
    workspace: &Workspace,
    file: &str,
    tasks: &[(DeliveryTaskId, DeliveryTask)],
) -> Result<Changes, Rejection> {
    tasks.iter().try_for_each(|(_, task)| check_task(task))?;
    let mut changes = Changes::new(Label::Imported(file.to_owned()));
    for (id, task) in tasks {
        changes.put(workspace, *id, task);
    }
    Ok(changes)
}

/// Changes the rules, and what deals on products bring; none means that the amount says it.
pub(super) fn save_rules(
    workspace: &Workspace,
    rules: &DeliveryRules,
    products: &[(ProductId, Option<Effort>)],
) -> Result<Changes, Rejection> {
    not_negative(rules.capacity.minutes)?;
    not_negative(rules.lead_days())?;
    if rules.weeks() < 1 {
        return Err(Rejection::WeeksTooFew(rules.weeks()));
    }
    if rules.per_day.is_some_and(|it| it.minor <= 0) {
        return Err(Rejection::AmountNegative);
    }
    let mut changes = Changes::new(label("delivery-rules", "saved", ""));
    changes.put(workspace, DeliveryRules::ID, rules);
    for (product, effort) in products {
        let id = ProductEffort::id_of(*product);
        match effort {
            None => changes.remove::<ProductEffort>(workspace, id),
            Some(effort) => {
                not_negative(effort.minutes)?;
                let product = Some(*product);
                changes.put(workspace, id, &ProductEffort { product, effort: *effort });
            }
        }
    }
    Ok(changes)
}

/// Says what the team can do in the week of a day; none means as usual.
pub(super) fn set_week(
    workspace: &Workspace,
    day: Day,
    capacity: Option<Effort>,
) -> Result<Changes, Rejection> {
    let monday = monday(day);
    let deed = if capacity.is_some() { "saved" } else { "deleted" };
    let mut changes = Changes::new(label("week-capacity", deed, &monday.to_string()));
    let id = WeekCapacity::id_of(monday);
    match capacity {
        None => changes.remove::<WeekCapacity>(workspace, id),
        Some(capacity) => {
            not_negative(capacity.minutes)?;
            changes.put(workspace, id, &WeekCapacity { monday: Some(monday), capacity });
        }
    }
    Ok(changes)
}

fn not_negative(number: i64) -> Result<(), Rejection> {
    if number < 0 { Err(Rejection::NumberNegative(number)) } else { Ok(()) }
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PlanChanged(noun.to_owned(), deed.to_owned(), name.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::day;

    fn task(name: &str, first: &str, last: &str) -> DeliveryTask {
        let (first, last) = (first.parse().ok(), last.parse().ok());
        DeliveryTask { name: name.to_owned(), first, last, ..DeliveryTask::default() }
    }

    #[track_caller]
    fn check(task: &DeliveryTask, expect: Result<(), Rejection>) {
        let workspace = Workspace::default();
        let tasks = [(DeliveryTaskId::drawn(1), task.clone())];
        assert_eq!(save_task(&workspace, tasks[0].0, task).map(|_| ()), expect);
        assert_eq!(take_tasks(&workspace, "tasks.csv", &tasks).map(|_| ()), expect);
    }

    #[test]
    fn a_task_has_a_name_and_days_in_their_order() {
        check(&task("Fit", "2026-12-01", "2026-12-04"), Ok(()));
        check(&task("Fit", "", ""), Ok(()));
        check(&task(" ", "", ""), Err(Rejection::NameMissing));
        let (first, last) = (day("2026-12-04"), day("2026-12-01"));
        let reversed = Err(Rejection::DaysReversed(first, last));
        check(&task("Fit", "2026-12-04", "2026-12-01"), reversed);
    }

    #[test]
    fn rules_are_within_bounds() {
        let workspace = Workspace::default();
        let rules = |lead_days, weeks| DeliveryRules {
            lead_days: Some(lead_days),
            weeks: Some(weeks),
            ..DeliveryRules::default()
        };
        let saved = |rules| save_rules(&workspace, &rules, &[]).map(|_| ());
        assert_eq!(saved(rules(0, 1)), Ok(()));
        assert_eq!(saved(rules(-1, 1)), Err(Rejection::NumberNegative(-1)));
        assert_eq!(saved(rules(0, 0)), Err(Rejection::WeeksTooFew(0)));
    }
}
