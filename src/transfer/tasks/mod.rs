//! Task tables of Worktile and PingCode, in and out.
//!
//! A file is read at once: such tables have some hundred rows. The plan is a dry run; what it
//! holds is given to `Command::TakeDeliveryTasks`. A cell that is blank, or a field that the file
//! has no column for, leaves what is there. A row is known again by its key in the other system,
//! so the same file changes nothing the second time. No export of either system lay at hand when
//! this was written: the headers are those that their pages and interfaces use, and tenants
//! rename them, so what was not understood is told.

mod columns;
mod export;
mod guard;

use std::collections::BTreeMap;

use crate::domain::delivery::{DeliveryTask, Effort, TaskState};
use crate::domain::id::DeliveryTaskId;
use crate::domain::workspace::Workspace;
use crate::transfer::cells::date::{self, DateEvidence, DateOrder};
use crate::transfer::csv::delimiter;
use crate::transfer::csv::reader::Reader;
use crate::transfer::csv::table::{Flaw, Row, Table};
use crate::transfer::decode::{Decoded, Gb18030Decoder, decode};
use crate::transfer::workbook::Opened;
use crate::transfer::workbook::sheets::Unreadable;
use columns::{Column, columns, state};
use guard::unguarded;

pub use columns::{TaskField, TaskSystem};
pub use export::{OWN_KEY, export};

/// Why a file cannot be read as tasks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaskFileRefused {
    /// It is a workbook that cannot be read.
    Workbook(Unreadable),
    /// There is nothing in it.
    Empty,
    /// No row of it heads a column of tasks' names and another that is known.
    NoHeader,
}

/// What is wrong with a cell, or with the whole row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskReason {
    /// The task has no name.
    NameMissing,
    /// The cell is no date.
    NotADate(String),
    /// The cell is no effort.
    NotAnEffort(String),
    /// The work ends before it begins.
    DaysReversed,
    /// An earlier row has the same key: which.
    Twice(u32),
    /// A quotation mark is not closed, or the row is too long.
    Broken,
}

/// A row that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskProblem {
    /// The row as a spreadsheet counts.
    pub row: u32,
    /// The header of the column; empty where it is about the whole row.
    pub column: String,
    /// What is wrong.
    pub reason: TaskReason,
}

/// What a file would bring.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct TaskPlan {
    /// The name of the file.
    pub file: String,
    /// The system that it came from.
    pub system: TaskSystem,
    /// How many rows it has below the header.
    pub rows: usize,
    /// How many tasks are new.
    pub created: usize,
    /// How many change.
    pub updated: usize,
    /// How many stay as they are.
    pub unchanged: usize,
    /// The rows that are left out.
    pub problems: Vec<TaskProblem>,
    /// Columns that nothing is taken from.
    pub left_out: Vec<String>,
    /// States that are not known, and are taken as not begun.
    pub unknown_states: Vec<String>,
}

/// A plan with the tasks that are new or change.
pub type Planned = (TaskPlan, Vec<(DeliveryTaskId, DeliveryTask)>);

/// Reads a file, or the first sheet of a workbook, and says what it would bring.
///
/// # Errors
/// [`TaskFileRefused`] where it holds no table of tasks.
pub fn plan(
    file: &str,
    opened: impl Into<Opened>,
    gb18030: Gb18030Decoder,
    workspace: &Workspace,
) -> Result<Planned, TaskFileRefused> {
    let decoded = match opened.into() {
        Opened::Text(bytes) => decode(bytes, gb18030),
        Opened::Sheets(sheets) => {
            let first = sheets.into_iter().next().ok_or(TaskFileRefused::Empty)?;
            Decoded::of_sheet(first.text)
        }
        Opened::Unreadable(why) => return Err(TaskFileRefused::Workbook(why)),
    };
    if decoded.text.trim().is_empty() {
        return Err(TaskFileRefused::Empty);
    }
    let mut table = Table::default();
    let delimiter = delimiter::of(&decoded);
    let mut reader = Reader::new(decoded.text, delimiter);
    while reader.step(&mut table, usize::MAX) {}
    let found = (0..table.len().min(HEADER_WITHIN)).find_map(|place| {
        let (system, columns) = columns(&table.row(place)?)?;
        Some((place, system, columns))
    });
    let (header, system, columns) = found.ok_or(TaskFileRefused::NoHeader)?;
    let mut planner = Planner::new(file, system, columns, workspace);
    let rows: Vec<Row<'_>> = table.rows().skip(header + 1).filter(|it| 0 < it.filled()).collect();
    planner.look_at_dates(&rows);
    rows.into_iter().for_each(|row| planner.take(row));
    Ok((planner.plan, planner.tasks))
}

/// The header is one of so many first rows.
const HEADER_WITHIN: usize = 10;

struct Planner<'a> {
    workspace: &'a Workspace,
    columns: Vec<Column>,
    order: DateOrder,
    /// The record of each key that is known already.
    known: BTreeMap<&'a str, DeliveryTaskId>,
    /// In which row each record was met.
    met: BTreeMap<DeliveryTaskId, u32>,
    plan: TaskPlan,
    tasks: Vec<(DeliveryTaskId, DeliveryTask)>,
}

impl<'a> Planner<'a> {
    fn new(
        file: &str,
        system: TaskSystem,
        columns: Vec<Column>,
        workspace: &'a Workspace,
    ) -> Planner<'a> {
        let tasks = workspace.delivery_tasks.iter().filter(|(_, it)| !it.external.is_empty());
        let known = tasks.map(|(id, it)| (it.external.as_str(), id)).collect();
        let unused = columns.iter().filter(|it| it.field.is_none());
        let left_out = unused.map(|it| it.header.clone()).filter(|it| !it.is_empty()).collect();
        let plan = TaskPlan { file: file.to_owned(), system, left_out, ..TaskPlan::default() };
        let order = DateOrder::DayFirst;
        Planner { workspace, columns, order, known, met: BTreeMap::new(), plan, tasks: Vec::new() }
    }

    /// One order holds for all dates of a file.
    fn look_at_dates(&mut self, rows: &[Row<'_>]) {
        let mut evidence = DateEvidence::default();
        for row in rows {
            for field in [TaskField::First, TaskField::Last] {
                evidence.add(self.cell(row, field));
            }
        }
        self.order = evidence.usual();
    }

    fn column(&self, field: TaskField) -> Option<usize> {
        self.columns.iter().position(|it| it.field == Some(field))
    }

    fn cell<'b>(&self, row: &Row<'b>, field: TaskField) -> &'b str {
        self.column(field).map_or("", |it| unguarded(row.cell(it).trim()))
    }

    fn take(&mut self, row: Row<'_>) {
        self.plan.rows += 1;
        match self.read(&row) {
            Err((field, reason)) => {
                let column = field.and_then(|it| self.column(it));
                let column = column.map(|it| self.columns[it].header.clone());
                let column = column.unwrap_or_default();
                self.plan.problems.push(TaskProblem { row: row.number, column, reason });
            }
            Ok((id, task)) => {
                self.met.insert(id, row.number);
                match self.workspace.delivery_tasks.get(id) {
                    Some(known) if *known == task => return self.plan.unchanged += 1,
                    Some(_) => self.plan.updated += 1,
                    None => self.plan.created += 1,
                }
                self.tasks.push((id, task));
            }
        }
    }

    fn read(
        &mut self,
        row: &Row<'_>,
    ) -> Result<(DeliveryTaskId, DeliveryTask), (Option<TaskField>, TaskReason)> {
        if matches!(row.flaw, Some(Flaw::QuoteUnclosed | Flaw::TooLong)) {
            return Err((None, TaskReason::Broken));
        }
        let (id, external) = self.identity(row);
        let mut task = self.workspace.delivery_tasks.get(id).cloned().unwrap_or_default();
        if task.external.is_empty() {
            task.external = external;
        }
        self.fill(row, &mut task)?;
        if task.name.is_empty() {
            return Err((Some(TaskField::Name), TaskReason::NameMissing));
        }
        if task.first.zip(task.last).is_some_and(|(first, last)| last < first) {
            return Err((Some(TaskField::Last), TaskReason::DaysReversed));
        }
        match self.met.get(&id) {
            Some(earlier) => Err((Some(TaskField::Key), TaskReason::Twice(*earlier))),
            None => Ok((id, task)),
        }
    }

    /// Which record a row is, and the key by which it is known again. Without a key a task is
    /// known by its project and name.
    fn identity(&self, row: &Row<'_>) -> (DeliveryTaskId, String) {
        let key = self.cell(row, TaskField::Key);
        if let Some(id) = key.strip_prefix(OWN_KEY).and_then(|it| it.parse().ok()) {
            return (id, String::new());
        }
        let external = match key {
            "" => {
                let parts = [TaskField::Project, TaskField::Name].map(|it| self.cell(row, it));
                [TaskSystem::Generic.code(), "/", parts[0], "/", parts[1]].concat()
            }
            key if TaskSystem::of_key(key).is_some() => key.to_owned(),
            key => [self.plan.system.code(), "/", key].concat(),
        };
        let known = self.known.get(external.as_str()).copied();
        let id =
            known.unwrap_or_else(|| DeliveryTaskId::of_key(&["delivery/", &external].concat()));
        (id, external)
    }

    fn fill(
        &mut self,
        row: &Row<'_>,
        task: &mut DeliveryTask,
    ) -> Result<(), (Option<TaskField>, TaskReason)> {
        for (place, column) in self.columns.iter().enumerate() {
            let (Some(field), cell) = (column.field, unguarded(row.cell(place).trim())) else {
                continue;
            };
            if cell.is_empty() {
                continue;
            }
            let day = || {
                let day = date::parse(cell, self.order);
                day.ok_or_else(|| (Some(field), TaskReason::NotADate(cell.to_owned())))
            };
            match field {
                TaskField::Key => {}
                TaskField::Name => task.name = cell.to_owned(),
                TaskField::Project => task.project = cell.to_owned(),
                TaskField::Assignee => task.assignee = cell.to_owned(),
                TaskField::First => task.first = Some(day()?),
                TaskField::Last => task.last = Some(day()?),
                TaskField::Effort => {
                    let effort = Effort::parse(cell, column.unit);
                    let reason = || (Some(field), TaskReason::NotAnEffort(cell.to_owned()));
                    task.effort = effort.ok_or_else(reason)?;
                }
                TaskField::State => match state(cell) {
                    Some(state) => task.state = state,
                    None => {
                        task.state = TaskState::Planned;
                        if !self.plan.unknown_states.iter().any(|it| it == cell) {
                            self.plan.unknown_states.push(cell.to_owned());
                        }
                    }
                },
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
