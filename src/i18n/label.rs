//! What was done, in words: for toasts, undo, history and minutes.

use super::texts;

texts! {
    did_lead_added(name: &str): "Added {name}", "新增{name}";
    did_lead_edited(name: &str): "Changed {name}", "修改{name}";
    did_lead_moved(name: &str, stage: &str): "Moved {name} to {stage}", "将{name}移到{stage}";
    did_lead_deleted(name: &str): "Deleted {name}", "删除{name}";
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
