//! Tests of task tables.

use proptest::prelude::*;

use super::*;
use crate::domain::for_tests::{day, put};
use crate::transfer::decode::native_gb18030;
use crate::transfer::workbook::sheets::Unreadable;

fn planned(workspace: &Workspace, text: &str) -> Planned {
    let bytes = text.as_bytes().to_vec();
    plan("tasks.csv", bytes, native_gb18030, workspace).expect("a table of tasks")
}

fn taken(mut workspace: Workspace, text: &str) -> Workspace {
    for (id, task) in planned(&workspace, text).1 {
        put(&mut workspace, id, &task);
    }
    workspace
}

const PINGCODE: &str = "\u{feff}编号,标题,工作项类型,状态,负责人,开始时间,截止时间,预估工时(小时),剩余工时\r\n\
    HB-1,安装产线,任务,进行中,罗岚,2026-12-07 09:00,2026-12-11 18:00,80,40\r\n\
    HB-2,培训,任务,评审中,,2026/12/14,,12.5,\r\n";

#[test]
fn a_table_of_pingcode_is_read() {
    let (plan, tasks) = planned(&Workspace::default(), PINGCODE);
    assert_eq!((plan.system, plan.rows, plan.created), (TaskSystem::PingCode, 2, 2));
    assert_eq!(plan.left_out, ["工作项类型", "剩余工时"]);
    assert_eq!(plan.unknown_states, ["评审中"]);
    let first = DeliveryTask {
        name: "安装产线".to_owned(),
        project: String::new(),
        first: Some(day("2026-12-07")),
        last: Some(day("2026-12-11")),
        effort: Effort { minutes: 4_800 },
        assignee: "罗岚".to_owned(),
        state: TaskState::Running,
        external: "pingcode/HB-1".to_owned(),
    };
    assert_eq!(tasks[0].1, first);
    assert_eq!(tasks[1].1.effort.minutes, 750);
}

#[test]
fn a_table_of_worktile_is_read_in_any_encoding() {
    let text = "任务标题;所属项目;任务状态;负责人;开始时间;截止时间;工作量（人天）\n安装;港湾;已完成;莫怡;2026-12-07;2026-12-11;2.5\n";
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    let (plan, tasks) =
        plan("a.csv", gbk.into_owned(), native_gb18030, &Workspace::default()).expect("tasks");
    assert_eq!((plan.system, plan.created), (TaskSystem::Worktile, 1));
    assert_eq!((tasks[0].1.effort.minutes, tasks[0].1.state), (1_200, TaskState::Done));
    assert_eq!(tasks[0].1.external, "table/港湾/安装");
}

#[test]
fn the_same_file_changes_nothing_the_second_time() {
    let workspace = taken(Workspace::default(), PINGCODE);
    let (plan, tasks) = planned(&workspace, PINGCODE);
    assert_eq!((plan.unchanged, plan.created, plan.updated, tasks.len()), (2, 0, 0, 0));
    let (plan, tasks) = planned(&workspace, &PINGCODE.replace("HB-2,培训", "HB-2,集中培训"));
    assert_eq!((plan.unchanged, plan.updated), (1, 1));
    assert_eq!(tasks[0].1.name, "集中培训");
}

#[test]
fn a_blank_cell_wipes_nothing() {
    let workspace = taken(Workspace::default(), PINGCODE);
    let (plan, _) = planned(&workspace, "编号,标题,迭代,负责人\nHB-1,安装产线,,\n");
    assert_eq!((plan.unchanged, plan.updated), (1, 0));
}

#[track_caller]
fn check_problem(row: &str, column: &str, reason: TaskReason) {
    let text = format!("编号,标题,状态,开始时间,截止时间,预估工时\nA,好的,,,,\n{row}\n");
    let (plan, tasks) = planned(&Workspace::default(), &text);
    assert_eq!(plan.problems, [TaskProblem { row: 3, column: column.to_owned(), reason }]);
    assert_eq!((plan.rows, plan.created, tasks.len()), (2, 1, 1), "count in is count out");
}

#[test]
fn what_is_wrong_is_told_by_row_and_column() {
    check_problem("B,,,,,", "标题", TaskReason::NameMissing);
    check_problem("B,b,,soon,,", "开始时间", TaskReason::NotADate("soon".to_owned()));
    check_problem("B,b,,,,much", "预估工时", TaskReason::NotAnEffort("much".to_owned()));
    check_problem("B,b,,2026-12-02,2026-12-01,", "截止时间", TaskReason::DaysReversed);
    check_problem("A,b,,,,", "编号", TaskReason::Twice(2));
}

#[track_caller]
fn check_refused(bytes: &[u8], expect: TaskFileRefused) {
    let refused = plan("a.csv", bytes.to_vec(), native_gb18030, &Workspace::default());
    assert_eq!(refused.map(|_| ()), Err(expect));
}

#[test]
fn what_is_no_table_of_tasks_is_refused() {
    check_refused(b"PK\x03\x04rest", TaskFileRefused::Workbook(Unreadable::NotHere));
    check_refused(b" \n", TaskFileRefused::Empty);
    check_refused(b"Deal Name,Amount\nA,1\n", TaskFileRefused::NoHeader);
}

fn any_text() -> impl Strategy<Value = String> {
    let signs = "[a-zA-Z0-9=+@'\",;|\\-线任务 \\n]{0,12}";
    signs.prop_map(|it| it.trim().to_owned())
}

fn any_task() -> impl Strategy<Value = (DeliveryTaskId, DeliveryTask)> {
    let dates = (0_u64..3_000, 0_u64..300, any::<bool>(), any::<bool>());
    let states = prop::sample::select(TaskState::ALL.to_vec());
    let keys = prop::option::of(("(worktile|pingcode|table)", "[a-zA-Z0-9/:=-]{1,8}"));
    let texts = (any_text(), any_text(), any_text());
    (any::<u64>(), texts, dates, 0_i64..10_000_000, states, keys).prop_map(
        |(drawn, (name, project, assignee), (first, length, begins, ends), minutes, state, key)| {
            let first = day("2024-01-01").plus(first);
            let external = key.map(|(system, key)| format!("{system}/{key}")).unwrap_or_default();
            let id = match external.is_empty() {
                true => DeliveryTaskId::drawn(drawn),
                false => DeliveryTaskId::of_key(&["delivery/", &external].concat()),
            };
            let task = DeliveryTask {
                name: ["x", &name].concat(),
                project,
                first: begins.then_some(first),
                last: ends.then_some(first.plus(length)),
                effort: Effort { minutes },
                assignee,
                state,
                external,
            };
            (id, task)
        },
    )
}

proptest! {
    /// What is written is read back as it was, into an empty board, and changes nothing on its own.
    #[test]
    fn an_exported_table_is_read_back_identically(
        tasks in prop::collection::btree_map(any::<u8>(), any_task(), 1..12),
        to_pingcode: bool,
    ) {
        let mut workspace = Workspace::default();
        for (id, task) in tasks.values() {
            put(&mut workspace, *id, task);
        }
        let system = if to_pingcode { TaskSystem::PingCode } else { TaskSystem::Worktile };
        let text = export(system, workspace.delivery_tasks.iter());
        let (plan, _) = planned(&workspace, &text);
        prop_assert_eq!((plan.unchanged, plan.problems), (workspace.delivery_tasks.len(), vec![]));
        let read = taken(Workspace::default(), &text);
        prop_assert_eq!(read.delivery_tasks, workspace.delivery_tasks);
    }

    /// No cell of a file begins with what a spreadsheet takes for a formula.
    #[test]
    fn no_cell_is_a_formula(tasks in prop::collection::vec(any_task(), 1..6)) {
        let tasks: Vec<_> = tasks.iter().map(|(id, task)| (*id, task)).collect();
        let text = export(TaskSystem::PingCode, tasks.into_iter());
        let mut table = Table::default();
        let mut reader = Reader::new(text, b',');
        while reader.step(&mut table, usize::MAX) {}
        let hazard = |it: &str| it.starts_with(['=', '+', '-', '@', '\t', '\r']);
        prop_assert!(table.rows().all(|row| row.cells().all(|it| !hazard(it))));
    }
}
