//! What the columns of task tables mean, which system they came from, and what states are called.

use crate::domain::delivery::TaskState;
use crate::domain::delivery::effort::Unit;
use crate::transfer::csv::table::Row;
use crate::transfer::text::{bracketed, folded, header_key};

/// A system that exports tasks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskSystem {
    /// Worktile.
    Worktile,
    /// PingCode.
    PingCode,
    /// Any other table.
    #[default]
    Generic,
}

impl TaskSystem {
    const ALL: [TaskSystem; 3] = [TaskSystem::Worktile, TaskSystem::PingCode, TaskSystem::Generic];

    /// The code that stands in keys: it is never renamed.
    pub const fn code(self) -> &'static str {
        match self {
            TaskSystem::Worktile => "worktile",
            TaskSystem::PingCode => "pingcode",
            TaskSystem::Generic => "table",
        }
    }

    /// The system of a key that names its own, such as `pingcode/HB-7`.
    pub fn of_key(key: &str) -> Option<TaskSystem> {
        let code = key.split_once('/')?.0;
        TaskSystem::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskField {
    /// The key in the system.
    Key,
    /// What is to be done.
    Name,
    /// The project.
    Project,
    /// The first day.
    First,
    /// The last day.
    Last,
    /// How much work.
    Effort,
    /// Who does it.
    Assignee,
    /// How far it is.
    State,
}

/// The header keys of each field, the best first: a file may have several.
const ALIASES: [(TaskField, &[&str]); 8] = [
    (
        TaskField::Key,
        &["编号", "任务编号", "工作项编号", "identifier", "taskid", "workitemid", "key", "id"],
    ),
    (
        TaskField::Name,
        &[
            "标题",
            "任务标题",
            "任务名称",
            "工作项标题",
            "名称",
            "title",
            "taskname",
            "task",
            "name",
            "summary",
        ],
    ),
    (TaskField::Project, &["所属项目", "项目", "项目名称", "project", "projectname"]),
    (
        TaskField::First,
        &[
            "计划开始时间",
            "计划开始日期",
            "开始时间",
            "开始日期",
            "startat",
            "startdate",
            "start",
            "plannedstart",
        ],
    ),
    (
        TaskField::Last,
        &[
            "计划完成时间",
            "计划完成日期",
            "计划结束时间",
            "截止时间",
            "截止日期",
            "结束时间",
            "结束日期",
            "endat",
            "duedate",
            "due",
            "enddate",
            "end",
            "plannedend",
        ],
    ),
    (
        TaskField::Effort,
        &[
            "预估工时",
            "预计工时",
            "计划工时",
            "估算工时",
            "预估工作量",
            "工作量",
            "人天",
            "人日",
            "estimatedworkload",
            "estimatedhours",
            "estimate",
            "effort",
            "workload",
            "persondays",
        ],
    ),
    (
        TaskField::Assignee,
        &["负责人", "任务负责人", "执行人", "经办人", "assignee", "assignedto", "owner"],
    ),
    (TaskField::State, &["状态", "任务状态", "工作项状态", "state", "status"]),
];

/// Headers that only one system has.
const FINGERPRINTS: [(TaskSystem, &[&str]); 2] = [
    (
        TaskSystem::PingCode,
        &[
            "工作项类型",
            "工作项编号",
            "工作项标题",
            "工作项状态",
            "所属迭代",
            "迭代",
            "剩余工时",
            "登记工时",
            "父工作项",
            "故事点",
            "workitemtype",
            "iteration",
            "storypoints",
        ],
    ),
    (
        TaskSystem::Worktile,
        &["任务标题", "任务编号", "任务状态", "任务类型", "任务列表", "所属列表", "任务组"],
    ),
];

/// What stands for effort in days unless the header says otherwise.
const IN_DAYS: [&str; 5] = ["工作量", "人天", "人日", "persondays", "effort"];

/// A column of a file.
pub(super) struct Column {
    pub(super) header: String,
    pub(super) field: Option<TaskField>,
    /// What a number alone means in a column of efforts.
    pub(super) unit: Unit,
}

/// The columns that a row heads, where it heads the tasks' names and something else.
pub(super) fn columns(row: &Row<'_>) -> Option<(TaskSystem, Vec<Column>)> {
    let headers: Vec<String> = row.cells().map(|it| it.trim().to_owned()).collect();
    let keys: Vec<String> = headers.iter().map(|it| header_key(it)).collect();
    let mut fields: Vec<Option<TaskField>> = vec![None; headers.len()];
    for (field, aliases) in ALIASES {
        let place = aliases.iter().find_map(|alias| keys.iter().position(|it| it == alias));
        if let Some(place) = place {
            fields[place] = Some(field);
        }
    }
    let known = fields.iter().flatten().count();
    if known < 2 || !fields.contains(&Some(TaskField::Name)) {
        return None;
    }
    let has = |wanted: &&str| keys.iter().any(|it| it == wanted);
    let found = FINGERPRINTS.iter().find(|(_, any)| any.iter().any(has));
    let system = found.map_or(TaskSystem::Generic, |it| it.0);
    let columns = headers.into_iter().zip(keys).zip(fields);
    let columns = columns.map(|((header, key), field)| {
        let unit = unit(&header, &key);
        Column { header, field, unit }
    });
    Some((system, columns.collect()))
}

fn unit(header: &str, key: &str) -> Unit {
    let said = bracketed(header);
    match said.as_str() {
        "人天" | "人日" | "天" | "d" | "day" | "days" | "person-days" => Unit::Days,
        "" if IN_DAYS.contains(&key) => Unit::Days,
        _ => Unit::Hours,
    }
}

const RUNNING: [&str; 12] = [
    "进行中",
    "处理中",
    "开发中",
    "测试中",
    "实施中",
    "已开始",
    "in progress",
    "doing",
    "running",
    "started",
    "active",
    "in_progress",
];
const DONE: [&str; 16] = [
    "已完成",
    "完成",
    "已关闭",
    "关闭",
    "已取消",
    "取消",
    "已解决",
    "已拒绝",
    "已发布",
    "done",
    "closed",
    "completed",
    "complete",
    "resolved",
    "cancelled",
    "canceled",
];
const PLANNED: [&str; 16] = [
    "未开始",
    "待处理",
    "待办",
    "新建",
    "新提交",
    "打开",
    "规划中",
    "已计划",
    "待开始",
    "to do",
    "todo",
    "open",
    "new",
    "planned",
    "not started",
    "pending",
];

/// The state that a word means; `None` for one that is not known.
pub(super) fn state(word: &str) -> Option<TaskState> {
    let word = folded(word);
    let is = |words: &[&str]| words.contains(&word.as_str());
    match () {
        () if is(&RUNNING) => Some(TaskState::Running),
        () if is(&DONE) => Some(TaskState::Done),
        () if is(&PLANNED) => Some(TaskState::Planned),
        () => None,
    }
}
