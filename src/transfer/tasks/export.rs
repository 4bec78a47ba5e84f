//! Tasks as a table that Worktile or PingCode, and this product itself, can read.

use super::columns::TaskSystem;
use super::guard::guarded;
use crate::domain::delivery::effort::Unit;
use crate::domain::delivery::{DeliveryTask, Effort, TaskState};
use crate::domain::id::DeliveryTaskId;
use crate::transfer::csv::write::write_row;

/// What stands before the id of a task that came from no other system.
pub const OWN_KEY: &str = "huddle:";

const WORKTILE: [&str; 8] =
    ["任务编号", "任务标题", "所属项目", "任务状态", "负责人", "开始时间", "截止时间", "预估工时"];
const PINGCODE: [&str; 9] = [
    "编号",
    "标题",
    "所属项目",
    "状态",
    "负责人",
    "计划开始时间",
    "计划完成时间",
    "预估工时",
    "工作项类型",
];
/// What kind of thing each row is, for PingCode.
const KIND: &str = "任务";

/// The file of these tasks, as UTF-8 with the byte order mark by which spreadsheets know it.
pub fn export<'a>(
    system: TaskSystem,
    tasks: impl Iterator<Item = (DeliveryTaskId, &'a DeliveryTask)>,
) -> String {
    let mut out = String::from("\u{feff}");
    let headers: &[&str] = match system {
        TaskSystem::PingCode => &PINGCODE,
        TaskSystem::Worktile | TaskSystem::Generic => &WORKTILE,
    };
    write_row(&mut out, headers.iter().copied());
    for (id, task) in tasks {
        let texts = [
            key(system, id, task),
            task.name.clone(),
            task.project.clone(),
            state(task.state).to_owned(),
            task.assignee.clone(),
            task.first.map(|it| it.to_string()).unwrap_or_default(),
            task.last.map(|it| it.to_string()).unwrap_or_default(),
            match task.effort {
                Effort::NONE => String::new(),
                effort => effort.number(Unit::Hours),
            },
            KIND.to_owned(),
        ];
        let cells = texts.map(guarded);
        write_row(&mut out, cells.iter().take(headers.len()).map(String::as_str));
    }
    out
}

/// The key as the system knows it; with the name of the system where that is another one, or where
/// the key could be taken for something else.
fn key(system: TaskSystem, id: DeliveryTaskId, task: &DeliveryTask) -> String {
    if task.external.is_empty() {
        return [OWN_KEY, &id.to_string()].concat();
    }
    match task.external.strip_prefix(system.code()).and_then(|it| it.strip_prefix('/')) {
        Some(own) if TaskSystem::of_key(own).is_none() && !own.starts_with(OWN_KEY) => {
            own.to_owned()
        }
        _ => task.external.clone(),
    }
}

const fn state(state: TaskState) -> &'static str {
    match state {
        TaskState::Planned => "未开始",
        TaskState::Running => "进行中",
        TaskState::Done => "已完成",
    }
}
