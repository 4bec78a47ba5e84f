//! What was done, in words: for toasts, undo, history and minutes.

use super::texts;

texts! {
    lead_added(name: &str): "Added {name}", "新增{name}";
    lead_edited(name: &str): "Changed {name}", "修改{name}";
    lead_moved(name: &str, stage: &str): "Moved {name} to {stage}", "将{name}移到{stage}";
    lead_deleted(name: &str): "Deleted {name}", "删除{name}";
    person_added(name: &str): "Added {name}", "新增成员{name}";
    person_edited(name: &str): "Changed {name}", "修改成员{name}";
    person_deleted(name: &str): "Deleted {name}", "删除成员{name}";
    team_saved(name: &str): "Saved team {name}", "保存团队{name}";
    team_deleted(name: &str): "Deleted team {name}", "删除团队{name}";
    absence_saved(name: &str): "Entered an absence of {name}", "登记{name}的缺勤";
    absence_deleted(name: &str): "Deleted an absence of {name}", "删除{name}的缺勤";
    customer_saved(name: &str): "Saved customer {name}", "保存客户{name}";
    product_saved(name: &str): "Saved product {name}", "保存产品{name}";
    goal_set(period: &str): "Set a goal for {period}", "设定{period}目标";
    goals_set(count: &str, period: &str): "Set {count} goals for {period}", "设定{period}的 {count} 个目标";
    settings_saved: "Changed the settings", "修改设置";
    imported(files: &str): "Imported {files}", "导入{files}";
    sample_opened: "Opened the sample team", "打开示例团队";
    sample_cleared: "Removed the sample team", "移除示例团队";
    started_empty: "Started an empty board", "新建空白看板";
    restored(day: &str): "Restored the backup of {day}", "恢复{day}的备份";
    undone(what: &str): "Undone: {what}", "已撤销：{what}";
    redone(what: &str): "Done again: {what}", "已重做：{what}";
    other_change: "A change by a newer version", "新版本所做的修改";
}
