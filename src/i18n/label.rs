//! What was done, in words: for toasts, undo, history and minutes.

use super::texts;

texts! {
    did_lead_added(name: &str): "Added {name}", "新增{name}";
    did_lead_edited(name: &str): "Changed {name}", "修改{name}";
    did_lead_moved(name: &str, stage: &str): "Moved {name} to {stage}", "将{name}移到{stage}";
    did_lead_deleted(name: &str): "Deleted {name}", "删除{name}";
    did_pipeline_added(name: &str): "Added pipeline {name}", "新增销售流程{name}";
    did_pipeline_renamed(name: &str): "Renamed a pipeline to {name}", "将销售流程改名为{name}";
    did_pipelines_arranged: "Changed the order of the pipelines", "调整销售流程顺序";
    did_pipeline_deleted(name: &str, moved: &str): "Deleted pipeline {name}, leads moved: {moved}", "删除销售流程{name}，移走 {moved} 条线索";
    did_stage_saved(name: &str): "Saved stage {name}", "保存阶段{name}";
    did_stage_turned(name: &str, count: &str): "Changed what {name} means, leads in it: {count}", "修改阶段{name}的结果，涉及 {count} 条线索";
    did_stages_arranged(name: &str): "Changed the order of the stages of {name}", "调整{name}的阶段顺序";
    did_stage_deleted(name: &str, moved: &str): "Deleted stage {name}, leads moved: {moved}", "删除阶段{name}，移走 {moved} 条线索";
    did_lead_claimed(name: &str, person: &str): "{person} claimed {name}", "{person}领取{name}";
    did_lead_returned(name: &str, reason: &str): "Returned {name} to the pool: {reason}", "将{name}退回线索池：{reason}";
    did_leads_reclaimed(count: &str): "Leads taken back into the pool: {count}", "收回 {count} 条线索到线索池";
    did_pool_rules: "Changed the rules of the pool", "修改线索池规则";
    did_rate_saved(code: &str): "Stated a rate for {code}", "填写{code}汇率";
    did_rate_deleted(code: &str): "Deleted a rate for {code}", "删除{code}汇率";
    did_leads_assigned(count: &str): "Assigned leads: {count}", "分配 {count} 条线索";
    did_assignment_rules: "Changed the rules of assignment", "修改分配规则";
    did_person_added(name: &str): "Added {name}", "新增成员{name}";
    did_person_edited(name: &str): "Changed {name}", "修改成员{name}";
    did_person_deleted(name: &str): "Deleted {name}", "删除成员{name}";
    did_team_saved(name: &str): "Saved team {name}", "保存团队{name}";
    did_team_deleted(name: &str): "Deleted team {name}", "删除团队{name}";
    did_absence_saved(name: &str): "Entered an absence of {name}", "登记{name}的缺勤";
    did_absence_deleted(name: &str): "Deleted an absence of {name}", "删除{name}的缺勤";
    did_customer_saved(name: &str): "Saved customer {name}", "保存客户{name}";
    did_product_saved(name: &str): "Saved product {name}", "保存产品{name}";
    did_customers_merged(name: &str, other: &str): "Merged {name} into {other}", "将{name}合并到{other}";
    did_leads_merged(name: &str, other: &str): "Merged {name} into {other}", "将线索{name}合并到{other}";
    did_marked_distinct(name: &str, other: &str): "{name} and {other} are not the same", "标记{name}与{other}不是同一个";
    did_competitor_saved(name: &str): "Saved competitor {name}", "保存竞争对手{name}";
    did_competitor_deleted(name: &str): "Deleted competitor {name}", "删除竞争对手{name}";
    did_rival_saved(name: &str, other: &str): "{name} on {other} saved", "保存{other}的竞争对手{name}";
    did_rival_deleted(name: &str, other: &str): "Took {name} off {other}", "从{other}移除竞争对手{name}";
    did_loss_debriefed(name: &str): "Kept why {name} was lost", "记录{name}的丢单复盘";
    did_loss_reasons: "Changed the loss reasons", "修改丢单原因";
    did_goal_set(period: &str): "Set a goal for {period}", "设定{period}目标";
    did_goals_set(count: &str, period: &str): "Set {count} goals for {period}", "设定{period}的 {count} 个目标";
    did_settings_saved: "Changed the settings", "修改设置";
    did_imported(files: &str): "Imported {files}", "导入{files}";
    did_sample_opened: "Opened the sample team", "打开示例团队";
    did_sample_cleared: "Removed the sample team", "移除示例团队";
    did_started_empty: "Started an empty board", "新建空白看板";
    did_restored(day: &str): "Restored the backup of {day}", "恢复{day}的备份";
    did_undone(what: &str): "Undone: {what}", "已撤销：{what}";
    did_redone(what: &str): "Done again: {what}", "已重做：{what}";
    did_other_change: "A change by a newer version", "新版本所做的修改";
}
