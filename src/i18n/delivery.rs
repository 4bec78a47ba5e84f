//! Words of delivery: what was sold against what the team can do.

use super::{Lang, texts};
use crate::domain::delivery::TaskState;

texts! {
    delivery_title: "Sell against deliver", "销售与交付";
    more_delivery: "What was promised each week, and what the team can do", "每周承诺的工作量与交付能力";
    delivery_weeks(n: &str): "The next {n} weeks", "未来 {n} 周";
    delivery_over_weeks(n: &str): "Weeks with too much: {n}", "{n} 周超出能力";
    delivery_all_fits: "All of it can be done", "都能交付";
    delivery_no_capacity: "How much can be done?", "交付能力待填写";
    delivery_no_capacity_words: "Say how many person-days the delivery team does in a week, and the line shows where sales promise more.", "填写交付团队每周能完成多少人天，就能看到哪几周承诺过多。";
    delivery_week_over(week: &str, promised: &str, there: &str): "Week of {week}: {promised} days promised, {there} there.", "{week}当周：承诺 {promised} 人天，能做 {there} 人天。";
    delivery_fits_words(week: &str, promised: &str, there: &str): "The fullest week is that of {week}: {promised} days promised, {there} there.", "最满的是{week}当周：承诺 {promised} 人天，能做 {there} 人天。";
    delivery_nothing_promised: "Nothing is promised in these weeks.", "这几周还没有承诺的工作。";
    delivery_mend: "What would mend it: the work for these deals begins in another week.", "解决办法：以下商机的交付改到别的周开始。";
    delivery_mend_deal(name: &str, days: &str): "{name} ({days} days)", "{name}（{days} 人天）";
    delivery_beyond(days: &str): "Running projects alone are {days} days too much.", "仅在手项目就超出 {days} 人天。";
    delivery_behind: "What it is made of", "构成明细";
    delivery_over_title: "Where it is too much", "超出能力的周";
    delivery_chart(n: &str): "Person-days promised in each of {n} weeks", "{n} 周内每周承诺的人天";
    delivery_firm: "Running projects", "在手项目";
    delivery_likely: "What may close, by its odds", "可能成交（按赢率折算）";
    delivery_over: "More than can be done", "超出能力";
    delivery_capacity: "What the team can do", "交付能力";
    delivery_week: "Week of", "周";
    delivery_week_of(week: &str): "Week of {week}", "{week}当周";
    delivery_formula_firm: "The work of every task that is not done and of every won deal that is no project yet, spread over its working days to the minute: the parts that fall into this week, added.", "每个未完成任务和尚未立项的赢单，其工作量按工作日分摊到分钟；落在本周的部分相加。";
    delivery_formula_likely: "The work of every open deal × its odds, spread over its weeks: the parts that fall into this week, added.", "每条进行中线索的工作量 × 赢率，分摊到交付各周；落在本周的部分相加。";
    delivery_formula_promised: "What running projects bring to this week + what may close brings by its odds.", "在手项目本周工作量 + 可能成交的线索按赢率折算的本周工作量。";
    delivery_promised: "Promised", "承诺合计";
    delivery_none_said: "Not said", "未填写";
    delivery_undated(n: &str): "Open deals without a closing date, left out: {n}.", "没有预计成交日期的进行中线索未计入：{n} 条。";
    delivery_unsized(n: &str): "Deals of which nobody has said how much work they bring, left out: {n}.", "无法估算工作量的线索未计入：{n} 条。";
    delivery_partly(n: &str): "Deals with a product of which nobody has said how much work it brings; their other products count: {n}.", "部分产品无法估算工作量的线索：{n} 条，其余产品已计入。";
    delivery_vague(n: &str): "Tasks without days or without effort, left out: {n}.", "缺少日期或工作量的任务未计入：{n} 项。";
    delivery_how(lead: &str, weeks: &str): "A deal's work begins {lead} days after it closes and takes {weeks} weeks; an open one counts by the odds of its stage, a won one in full until tasks of a project with its name or its customer's are entered. Tasks that are overdue count in the running week.", "线索成交 {lead} 天后开始交付，持续 {weeks} 周；进行中的按所在阶段的赢率折算，已赢单的全部计入，直到录入与线索或客户同名的项目任务；逾期未完成的任务计入本周。";

    delivery_rules: "Delivery rules", "交付规则";
    delivery_rules_edit: "Change capacity and rules", "修改能力与规则";
    delivery_capacity_week: "Person-days in a usual week", "平常每周人天";
    delivery_lead_days: "Days from closing to the beginning of the work", "成交到开工的天数";
    delivery_duration: "Weeks that the work takes", "交付持续周数";
    delivery_per_day: "Amount of a deal that brings one person-day", "多少成交额对应 1 人天";
    delivery_products: "Person-days of a deal, by product", "按产品填写每单人天";
    delivery_products_note: "Left empty, the amount of the deal says it.", "不填则按成交额估算。";
    delivery_number_wrong: "Enter a number such as 12 or 2.5.", "请填写数字，如 12 或 2.5。";
    delivery_exceptions: "Weeks that are not as usual", "例外的周";
    delivery_exception_day: "A day of the week", "该周的任意一天";
    delivery_exception_days: "Person-days in it", "该周人天";
    delivery_exception_add: "Set this week", "设定这一周";
    delivery_exception_remove(week: &str): "The week of {week} is as usual", "{week}当周恢复平常";
    delivery_days(days: &str): "{days} person-days", "{days} 人天";

    delivery_tasks: "Delivery tasks", "交付任务";
    delivery_tasks_none: "No tasks yet. Add one, or bring in a table from Worktile or PingCode.", "还没有任务。可以添加，或从 Worktile、PingCode 导入。";
    delivery_task_add: "Add a task", "添加任务";
    delivery_task_new: "New task", "新任务";
    delivery_task_name: "Task", "任务";
    delivery_task_project: "Project", "项目";
    delivery_task_first: "First day", "开始日期";
    delivery_task_when: "From – to", "起止日期";
    delivery_task_last: "Last day", "结束日期";
    delivery_task_effort: "Person-days", "人天";
    delivery_task_assignee: "Who does it", "负责人";
    delivery_task_state: "State", "状态";
    delivery_task_planned: "Planned", "未开始";
    delivery_task_running: "Running", "进行中";
    delivery_task_done: "Done", "已完成";
    delivery_task_delete: "Delete this task", "删除任务";
    delivery_show_all(n: &str): "Show all {n}", "显示全部 {n} 项";
    delivery_done_tasks(n: &str): "Done: {n}", "已完成 {n} 项";

    delivery_import: "Bring tasks in", "导入任务";
    delivery_import_hint: "A table of tasks from Worktile or PingCode, as CSV or XLSX. Nothing changes before you have seen what it brings.", "Worktile 或 PingCode 导出的任务表（CSV 或 XLSX）。确认之前不会有任何改动。";
    delivery_import_choose: "Tap to choose a file", "点按选择文件";
    delivery_import_take(n: &str): "Take over {n}", "导入 {n} 项";
    delivery_import_nothing: "The file changes nothing.", "该文件不会带来任何变化。";
    delivery_import_from(file: &str, system: &str): "{file}, from {system}", "{file}，来自 {system}";
    delivery_system_table: "a table of tasks", "任务表格";
    delivery_import_rows: "Rows", "行";
    delivery_import_new: "New", "新增";
    delivery_import_changed: "Changed", "更新";
    delivery_import_same: "As before", "不变";
    delivery_import_left: "Left out", "未导入";
    delivery_import_problem(row: u32, column: &str, what: &str): "Row {row}, {column}: {what}", "第 {row} 行，{column}：{what}";
    delivery_import_problem_row(row: u32, what: &str): "Row {row}: {what}", "第 {row} 行：{what}";
    delivery_problem_name: "the task has no name.", "任务没有名称。";
    delivery_problem_date(cell: &str): "“{cell}” is no date. Write it as 2026-12-07.", "“{cell}”不是日期，请写成 2026-12-07。";
    delivery_problem_effort(cell: &str): "“{cell}” is no effort. Write hours as 12.5, or days as 2d.", "“{cell}”不是工作量，请写成小时数 12.5，或天数 2d。";
    delivery_problem_reversed: "the work ends before it begins.", "结束日期早于开始日期。";
    delivery_problem_twice(row: u32): "row {row} has the same key.", "与第 {row} 行编号相同。";
    delivery_problem_broken: "a quotation mark is not closed.", "引号没有闭合。";
    delivery_import_columns(names: &str): "Columns that nothing is taken from: {names}.", "以下列未导入：{names}。";
    delivery_import_states(names: &str): "States that are not known, taken as not begun: {names}.", "以下状态无法识别，按未开始处理：{names}。";
    delivery_file_spreadsheet: "Workbooks cannot be read in this browser. Save the sheet as CSV and choose that file.", "此浏览器无法读取工作簿，请另存为 CSV 后再选择。";
    delivery_file_damaged: "This file is no workbook, or it is damaged. Open it in a spreadsheet, save it as .xlsx or CSV, and choose that file.", "该文件不是工作簿，或者已经损坏。请用表格软件打开，另存为 .xlsx 或 CSV 后再选择。";
    delivery_file_locked: "The workbook is protected by a password. Save it without one and choose that file.", "该工作簿有密码保护。请去掉密码另存后再选择。";
    delivery_file_too_large: "The workbook is larger than 64 MB. Export fewer tasks at a time.", "该工作簿超过 64 MB。请分批导出。";
    delivery_file_empty: "The file is empty.", "文件是空的。";
    delivery_file_no_header: "No row of the file names the columns of a task table. It needs a column such as 标题 or Title, and one more that is known.", "没有找到任务表的表头，至少需要“标题”列和另一个可识别的列。";
    delivery_file_unreadable: "The file could not be read. Choose it again.", "无法读取该文件，请重新选择。";
    delivery_export: "Hand tasks out", "导出任务";
    delivery_export_for(system: &str): "Table for {system}", "{system} 表格";
    delivery_exported(n: &str, file: &str): "{n} tasks are in {file}.", "已将 {n} 项任务导出到 {file}。";
    delivery_not_exported: "The file could not be handed out. Try again.", "文件未能导出，请重试。";

    did_delivery_task_saved(name: &str): "Saved task {name}", "保存任务{name}";
    did_delivery_task_deleted(name: &str): "Deleted task {name}", "删除任务{name}";
    did_delivery_rules: "Changed the delivery rules", "修改交付规则";
    did_week_capacity(day: &str): "Changed what can be done in the week of {day}", "修改{day}当周的交付能力";
    delivery_task_gone: "This task has been deleted already.", "该任务已被删除。";
    delivery_weeks_too_few: "The work takes at least one week. Enter 1 or more.", "至少为 1 周，请填写 1 或更大的数。";
}

impl Lang {
    /// How far a task is.
    pub const fn task_state_words(self, state: TaskState) -> &'static str {
        match state {
            TaskState::Planned => self.delivery_task_planned(),
            TaskState::Running => self.delivery_task_running(),
            TaskState::Done => self.delivery_task_done(),
        }
    }
}
