//! The sample's delivery team: six tasks, a usual week, and one that is shorter.

use super::{Words, delivery_task_id, major};
use crate::domain::calendar::Day;
use crate::domain::delivery::{
    DeliveryRules, DeliveryTask, Effort, TaskState, WeekCapacity, monday,
};
use crate::domain::id::{DeliveryTaskId, WeekCapacityId};

/// How many tasks there are.
pub(super) const DELIVERIES: usize = 6;
/// In which week from this one each task begins, how many weeks it takes, and its person-days.
const PLAN: [(i64, u64, i64); DELIVERIES] =
    [(-4, 7, 63), (-1, 4, 28), (-1, 6, 42), (2, 4, 40), (4, 5, 50), (6, 4, 56)];
/// Person-days in a usual week, and in the one that is shorter.
const CAPACITY: [i64; 2] = [34, 28];
/// In which week from this one the team can do less.
const SHORTER: u64 = 4;
/// The amount of a deal that brings one person-day, in major units.
const PER_DAY: i64 = 26_000;

pub(super) fn rules(words: &Words) -> DeliveryRules {
    let per_day = Some(major(PER_DAY, words.currency));
    DeliveryRules { capacity: days(CAPACITY[0]), per_day, ..DeliveryRules::default() }
}

pub(super) fn tasks(words: &Words, today: Day) -> Vec<(DeliveryTaskId, DeliveryTask)> {
    let task = |place: usize| {
        let (begins, weeks, effort) = PLAN[place];
        let [name, project, assignee] = words.deliveries[place].map(str::to_owned);
        let ahead = begins.unsigned_abs() * 7;
        let monday = monday(today);
        let first = if begins < 0 { monday.minus(ahead) } else { monday.plus(ahead) };
        let state = if begins < 0 { TaskState::Running } else { TaskState::Planned };
        DeliveryTask {
            name,
            project,
            first: Some(first),
            last: Some(first.plus(weeks * 7 - 3)),
            effort: days(effort),
            assignee,
            state,
            external: String::new(),
        }
    };
    (0..DELIVERIES).map(|place| (delivery_task_id(place), task(place))).collect()
}

/// The week in which the team can do less.
pub(super) fn shorter_week(today: Day) -> (WeekCapacityId, WeekCapacity) {
    let monday = monday(today).plus(SHORTER * 7);
    let week = WeekCapacity { monday: Some(monday), capacity: days(CAPACITY[1]) };
    (WeekCapacity::id_of(monday), week)
}

fn days(number: i64) -> Effort {
    Effort::hundredths(100 * number)
}
