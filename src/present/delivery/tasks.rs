//! Delivery tasks as a table.

use super::days;
use crate::domain::arrange;
use crate::domain::delivery::{Effort, TaskState};
use crate::domain::id::DeliveryTaskId;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;

/// A task in a row.
#[derive(Clone, Debug, PartialEq)]
pub struct TaskRow {
    /// The task.
    pub id: DeliveryTaskId,
    /// What is to be done.
    pub name: String,
    /// The project.
    pub project: String,
    /// The days of work.
    pub when: String,
    /// How much work.
    pub effort: String,
    /// Who does it.
    pub assignee: String,
    /// How far it is.
    pub state: String,
}

/// All tasks.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TasksView {
    /// Those that are not done, in the order in which they begin.
    pub open: Vec<TaskRow>,
    /// How many are done.
    pub done: usize,
}

impl TasksView {
    /// The tasks as they stand.
    pub fn new(workspace: &Workspace, lang: Lang) -> TasksView {
        let is_open = |state| state != TaskState::Done;
        let tasks = workspace.delivery_tasks.iter();
        let mut open: Vec<_> = tasks.filter(|(_, it)| is_open(it.state)).collect();
        arrange::by_cached_key(&mut open, |(id, it)| {
            (it.first.or(it.last), it.project.clone(), *id)
        });
        let done = workspace.delivery_tasks.len() - open.len();
        let day = |it: Option<_>| it.map_or("–".to_owned(), |it| format::day_short(lang, it));
        let open = open.into_iter().map(|(id, it)| TaskRow {
            id,
            name: it.name.clone(),
            project: it.project.clone(),
            when: match (it.first, it.last) {
                (None, None) => String::new(),
                (first, last) => [day(first), day(last)].join(" – "),
            },
            effort: match it.effort {
                Effort::NONE => String::new(),
                effort => days(lang, effort),
            },
            assignee: it.assignee.clone(),
            state: lang.task_state_words(it.state).to_owned(),
        });
        TasksView { open: open.collect(), done }
    }
}
