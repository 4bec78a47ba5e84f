//! Words of objectives and of the goals that hang on them.

use super::{Lang, texts};
use crate::domain::objective::Scope;

texts! {
    objectives_title: "Objectives", "战略目标";
    more_objectives: "What the sales goals are for", "销售目标为什么而定";
    objectives_lead(hung: &str, all: &str): "Goals that hang on an objective: {hung} of {all}", "{all} 个销售目标中有 {hung} 个挂在战略目标下";
    objectives_add: "Add an objective", "添加战略目标";
    objectives_new: "New objective", "新战略目标";
    objectives_empty: "No objectives yet. Say what the company wants to achieve, then hang the sales goals on it.", "还没有战略目标。先写下公司要达成什么，再把销售目标挂上去。";
    objective_name: "What is to be achieved", "要达成什么";
    objective_scope: "Whose", "层级";
    objective_of_company: "Company", "公司";
    objective_of_project: "Project", "项目";
    objective_period: "Period", "周期";
    objective_owner: "Who answers for it", "负责人";
    objective_nobody: "Nobody yet", "暂无";
    objective_why: "Why", "为什么";
    objective_measure: "How it is measured (optional)", "衡量方式（可不填）";
    objective_measured(by: &str): "Measured by: {by}", "衡量方式：{by}";
    objective_edit(name: &str): "Change {name}", "修改{name}";
    objective_delete: "Delete this objective", "删除战略目标";
    objective_delete_told(n: &str): "Goals that hang on nothing then: {n}. They stay. Undo brings the links back.", "将有 {n} 个销售目标不再挂靠，目标本身保留。可以撤销。";
    objective_goals: "Goals that hang on it", "挂靠的销售目标";
    objective_no_goals: "No goal hangs on it yet.", "还没有销售目标挂靠。";
    objective_below(n: &str): "Goals below that hang through it: {n}", "其下 {n} 个目标随之挂靠";
    objective_hang: "Hang a goal on it", "挂靠一个目标";
    objective_choose_goal: "Choose a goal", "选择目标";
    objective_unhang(name: &str): "Take {name} off", "取消挂靠{name}";
    objectives_hanging: "Hangs on nothing", "尚未挂靠";
    objectives_hanging_note: "Goals of this quarter and this year that nobody has said a reason for.", "本季度和本年度中，还没有说明为什么而定的目标。";
    objectives_all_hang: "Every goal of this quarter and this year hangs on an objective.", "本季度和本年度的目标都已挂靠。";
    objectives_no_goals: "No goals are set for this quarter or this year.", "本季度和本年度还没有设定目标。";
    objective_hang_on: "Hang on", "挂靠到";
    objective_on_nothing: "Nothing", "不挂靠";
    objective_reached(share: &str, won: &str, amount: &str): "{share} · {won} of {amount}", "{share} · {won} / {amount}";
    objective_no_amount: "No amount set", "未设金额";

    did_objective_saved(name: &str): "Saved objective {name}", "保存战略目标{name}";
    did_objective_deleted(name: &str): "Deleted objective {name}", "删除战略目标{name}";
    did_goal_hung(name: &str, period: &str, on: &str): "{name}, {period}, hung on {on}", "将{name}{period}目标挂靠到{on}";
    did_goal_unhung(name: &str, period: &str): "{name}, {period}, hangs on nothing", "取消{name}{period}目标的挂靠";
    objective_gone: "This objective has been deleted already.", "该战略目标已被删除。";
    objective_without_period: "Choose the period it is for.", "请选择周期。";
}

impl Lang {
    /// Whose an objective is.
    pub const fn objective_scope_words(self, scope: Scope) -> &'static str {
        match scope {
            Scope::Company => self.objective_of_company(),
            Scope::Project => self.objective_of_project(),
        }
    }
}
