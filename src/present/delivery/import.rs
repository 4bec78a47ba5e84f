//! What a table of tasks would bring, in words.

use crate::i18n::Lang;
use crate::present::format;
use crate::transfer::tasks::{TaskFileRefused, TaskPlan, TaskProblem, TaskReason, TaskSystem};
use crate::transfer::workbook::sheets::Unreadable;

/// What a system is called.
pub fn system(lang: Lang, system: TaskSystem) -> &'static str {
    match system {
        TaskSystem::Worktile => "Worktile",
        TaskSystem::PingCode => "PingCode",
        TaskSystem::Generic => lang.delivery_system_table(),
    }
}

/// Why a file cannot be read.
pub fn refused(lang: Lang, why: TaskFileRefused) -> &'static str {
    match why {
        TaskFileRefused::Workbook(why) => match why {
            Unreadable::Damaged => lang.delivery_file_damaged(),
            Unreadable::Locked => lang.delivery_file_locked(),
            Unreadable::TooLarge => lang.delivery_file_too_large(),
            Unreadable::NotHere => lang.delivery_file_spreadsheet(),
        },
        TaskFileRefused::Empty => lang.delivery_file_empty(),
        TaskFileRefused::NoHeader => lang.delivery_file_no_header(),
    }
}

/// The counts of a plan: rows, new, changed, as before, left out. What goes in comes out.
pub fn counts(lang: Lang, plan: &TaskPlan) -> [(&'static str, String); 5] {
    let count = |n: usize| format::count(lang, n as u64);
    [
        (lang.delivery_import_rows(), count(plan.rows)),
        (lang.delivery_import_new(), count(plan.created)),
        (lang.delivery_import_changed(), count(plan.updated)),
        (lang.delivery_import_same(), count(plan.unchanged)),
        (lang.delivery_import_left(), count(plan.problems.len())),
    ]
}

/// What is wrong with a row.
pub fn problem(lang: Lang, problem: &TaskProblem) -> String {
    let what = match &problem.reason {
        TaskReason::NameMissing => lang.delivery_problem_name().to_owned(),
        TaskReason::NotADate(cell) => lang.delivery_problem_date(cell),
        TaskReason::NotAnEffort(cell) => lang.delivery_problem_effort(cell),
        TaskReason::DaysReversed => lang.delivery_problem_reversed().to_owned(),
        TaskReason::Twice(row) => lang.delivery_problem_twice(*row),
        TaskReason::Broken => lang.delivery_problem_broken().to_owned(),
    };
    match problem.column.as_str() {
        "" => lang.delivery_import_problem_row(problem.row, &what),
        column => lang.delivery_import_problem(problem.row, column, &what),
    }
}

/// What is not taken over as it stands in the file.
pub fn notes(lang: Lang, plan: &TaskPlan) -> Vec<String> {
    let mut notes = Vec::new();
    if !plan.left_out.is_empty() {
        notes.push(lang.delivery_import_columns(&plan.left_out.join(lang.list_comma())));
    }
    if !plan.unknown_states.is_empty() {
        notes.push(lang.delivery_import_states(&plan.unknown_states.join(lang.list_comma())));
    }
    notes
}
