//! Words of how leads are set up: pipelines and stages, the pool, rates of exchange.

use super::texts;

texts! {
    settings_leads: "Selling", "销售";
    pipelines_title: "Pipelines", "销售流程";
    pipelines_note: "The ways you sell, each with its stages.", "销售流程及其阶段";
    pipelines_set_up: "Set up", "设置流程";
    pipelines_none: "There is no pipeline yet. Add one to get a board.", "还没有销售流程，新增一个即可使用看板。";
    pipelines_intro: "Each pipeline is a board, its stages the columns. The clock of a lead starts anew when it changes its stage, and by nothing else.", "每个销售流程对应一块看板，阶段即看板的列。停留天数只在线索更换阶段时重新计算。";
    pipeline_add: "Add a pipeline", "新增流程";
    pipeline_new: "New pipeline", "新增销售流程";
    pipeline_name: "Name", "名称";
    pipeline_rename: "Rename", "改名";
    pipeline_rename_what(name: &str): "Rename {name}", "为{name}改名";
    pipeline_delete: "Delete this pipeline", "删除该流程";
    pipeline_delete_ask(name: &str): "Delete pipeline {name}?", "删除销售流程{name}？";
    pipeline_to_board: "To its board", "查看看板";
    pipeline_begin_hint: "It begins with the stages below; all of them can be changed.", "将先建立以下阶段，之后都可修改。";
    pipeline_counts(stages: &str, leads: &str): "Stages: {stages} · leads: {leads}", "{stages} 个阶段 · {leads} 条线索";
    stage_begin_open: "New", "新线索";
    stage_begin_talks: "In talks", "洽谈中";
    stage_add: "Add a stage", "新增阶段";
    stage_new: "New stage", "新增阶段";
    stage_edit_what(name: &str): "Stage {name}", "阶段：{name}";
    stage_name: "Name", "名称";
    stage_outcome: "What it means", "阶段含义";
    stage_open: "Open", "进行中";
    stage_odds: "Odds in percent", "赢率（%）";
    stage_odds_hint: "How likely a lead here is to be won; empty means not said.", "线索在此阶段的成交可能性，可不填。";
    stage_rotting: "Stale after days", "停滞天数";
    stage_rotting_hint: "Days without a change of stage. Empty means 30, 0 means never.", "未更换阶段的天数。不填为 30 天，0 表示不提醒。";
    stage_not_a_number: "Write a whole number, or leave it empty.", "请填写整数，或留空。";
    stage_turn(count: &str): "Leads in it: {count}. If it becomes won or lost they close; if it becomes open they have no close date.", "其中有 {count} 条线索。改为赢单或输单后将结单；改为进行中后结单日期清空。";
    stage_odds_is(odds: &str): "{odds} odds", "赢率 {odds}";
    stage_stale_after(days: &str): "stale after {days} days", "{days} 天视为停滞";
    stage_stale_never: "never stale", "不提醒停滞";
    stage_leads(count: &str): "Leads: {count}", "{count} 条线索";
    stage_delete: "Delete", "删除";
    stage_delete_ask(name: &str): "Delete stage {name}?", "删除阶段{name}？";
    heir_leads(count: &str): "Leads in it: {count}. They go to the stage you choose and keep their days. One undo brings all of it back.", "其中有 {count} 条线索，将移到所选阶段，停留天数不变。可一步撤销。";
    heir_none: "No lead is in it. One undo brings it back.", "其中没有线索。可一步撤销。";
    heir_stage: "Where the leads go", "线索移到";
    heir_choose: "Choose a stage", "请选择阶段";
    heir_delete_and_move(count: &str): "Delete and move {count}", "删除并移走 {count} 条";
    heir_no_pipeline: "The leads need another pipeline to go to. Add one first.", "线索需要移到其他销售流程，请先新增一个。";
    move_up(name: &str): "Move {name} up", "上移{name}";
    move_down(name: &str): "Move {name} down", "下移{name}";

    pool_rules: "Rules of the pool", "线索池规则";
    pool_limit: "Claimed leads a person may hold", "每人可领取数量";
    pool_days: "Due back after days", "收回天数";
    column_claimed_by: "Claimed by", "领取人";
    column_claimed: "Claimed on", "领取日期";
    column_returned: "Why it was returned", "退回原因";
    column_returned_on: "Returned on", "退回日期";

    rates_title: "Rates of exchange", "汇率";
    rate_day: "Day", "日期";
    rate_units: "For how many units", "单位数量";
    rate_worth: "Worth", "折合";
}
