//! Words of indicators: the list, the form with its preview, and goals for them.

use super::texts;

texts! {
    indicators_title: "Indicators", "指标";
    indicators_new: "New indicator", "新建指标";
    indicators_name: "Name", "名称";
    indicators_formula: "Formula", "公式";
    indicators_formula_hint: "Names, numbers, + − × ÷ and brackets.", "可用指标名称、数字、+ − × ÷ 和括号。";
    indicators_caption(period: &str): "What can be measured and set as a goal, each with its formula; the figures are those of the company in {period}. Tap one for its people.", "可衡量、可设为目标的指标及其公式；数字为全公司{period}的数值，点开可看各成员。";
    indicators_own: "Your own", "自定义";
    indicators_builtin: "Built in", "内置";
    indicators_own_none: "None yet. An indicator of your own is a formula over those below, such as Won amount ÷ Won count.", "还没有。可用下面的指标写公式，例如 赢单金额 ÷ 赢单数。";
    indicators_no_value: "no value", "无数值";
    indicators_no_value_why: "No value where a formula divides by zero.", "公式除数为零时没有数值。";
    indicators_adds_up: "Adds up over the period, so a goal for it has a pace.", "随时间累加，目标可按进度跟踪。";
    indicators_level: "A rate or a level: a goal for it is reached or not, without a pace.", "比率或水平类指标：目标只看是否达到，不按进度。";
    indicators_constant: "The same in every period.", "每期数值相同。";
    indicators_percent: "Show in percent", "以百分比显示";
    indicators_insert: "Tap to put in", "点按插入";
    indicators_preview(period: &str): "As it would be in {period}", "{period}预览";
    indicators_goals: "Goals for it", "为此设目标";
    indicators_goals_set(count: &str): "Goals set: {count}", "已设 {count} 个目标";
    indicators_delete: "Delete this indicator", "删除该指标";
    indicators_rate_between(value: &str, low: &str, high: &str): "{value} ({low} to {high})", "{value}（{low} 至 {high}）";
    indicators_rate_too_few(value: &str, low: &str, high: &str): "{value}, too few to tell ({low} to {high})", "{value}，数量太少，尚难判断（{low} 至 {high}）";
    certificate_of_indicator(first: &str, last: &str, formula: &str): "From {first} to {last}: {formula}.", "{first}至{last}：{formula}。";
    certificate_year_before(part: &str, years: u8): "{part}, years before: {years}", "{part}（{years} 年前）";
    certificate_same_days: "While the period runs, a year before is counted up to the same day.", "本期进行中时，往年只统计到同一天。";
    indicators_broken: "Uses an indicator that is gone. Open it and mend the formula.", "引用的指标已不存在，请打开修改公式。";
    indicators_taken(name: &str): "“{name}” is the name of a built-in indicator. Choose another.", "“{name}”是内置指标的名称，请换一个。";

    more_indicators: "What is measured, with formulas of your own", "衡量什么，可自定义公式";

    measured_choose: "Indicator", "指标";
    measured_more: "Goals for other indicators", "其他指标的目标";
    measured_more_none: "Goals can be set for counts, rates and indicators of your own, too.", "赢单数、赢单率等指标和自定义指标也可以设目标。";
    measured_add: "Set a goal for another indicator", "为其他指标设目标";
    measured_actual: "Reached", "已完成";
    measured_of(target: &str): "of {target}", "/ 目标 {target}";
    measured_formula(formula: &str): "= {formula}", "= {formula}";
    measured_none(period: &str): "No goal for {period} yet.", "{period}还没有目标。";
    measured_behind(gap: &str, needed: &str): "Behind pace by {gap}: needs {needed} each working day.", "落后进度 {gap}，之后每个工作日需完成 {needed}。";
    measured_ahead(gap: &str, needed: &str): "Ahead of pace by {gap}: needs {needed} each working day.", "领先进度 {gap}，之后每个工作日需完成 {needed}。";
    measured_reached: "Reached.", "已达成。";
    measured_short(gap: &str): "{gap} short of the goal.", "距目标还差 {gap}。";
    measured_hint: "Tap a goal to change it.", "点目标可修改。";
    measured_goal: "Goal", "目标";
    measured_goal_of(name: &str): "Goal of {name}", "{name}的目标";
    measured_set_goal_of(name: &str): "Set the goal of {name}", "设定{name}的目标";
    measured_change_goal_of(name: &str, target: &str): "Goal of {name}: {target}. Change", "{name}的目标：{target}，修改";
    measured_not_a_number: "Enter a number, such as 12 or 35.5.", "请填写数字，例如 12 或 35.5。";
    measured_formula_expected(goal: &str, gone: i64, days: i64): "Goal × working days gone ÷ working days of the period: {goal} × {gone} ÷ {days}.", "目标 × 已过工作日 ÷ 本期工作日：{goal} × {gone} ÷ {days}。";
    measured_formula_gap(actual: &str, expected: &str): "Reached − expected by today: {actual} − {expected}.", "已完成 − 按进度应完成：{actual} − {expected}。";
    measured_formula_gap_rate(actual: &str, goal: &str): "Reached − goal: {actual} − {goal}.", "已完成 − 目标：{actual} − {goal}。";
    measured_formula_needed(goal: &str, actual: &str, left: i64): "(Goal − reached) ÷ working days left: ({goal} − {actual}) ÷ {left}. Zero once the goal is reached.", "（目标 − 已完成）÷ 剩余工作日：（{goal} − {actual}）÷ {left}。达成后为零。";
    measured_formula_attainment(actual: &str, goal: &str): "Reached ÷ goal: {actual} ÷ {goal}.", "已完成 ÷ 目标：{actual} ÷ {goal}。";
    measured_reached_by(formula: &str): "Reached = {formula}", "已完成 = {formula}";
    measured_points(points: &str): "{points} points", "{points} 个百分点";
}
