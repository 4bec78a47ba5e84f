//! Words of the home page: how the quarter stands, what is late, who is away.

use super::texts;

texts! {
    today_set_goal: "Set a goal", "设定目标";
    today_all_goals: "All goals", "查看全部目标";
    today_won_so_far(period: &str): "Won so far in {period}", "{period}至今赢单";
    today_late: "What is late", "需要跟进";
    today_late_why: "Each lead stands under its most urgent reason, the largest first.", "每条线索只列在最紧急的原因下，金额大的在前。";
    today_nothing_late: "Nothing is late. Every open lead has a next step.", "没有逾期的线索，每条进行中的线索都有下一步。";
    today_step_overdue: "Next step overdue", "下一步已逾期";
    today_close_passed: "Past the expected close", "已过预计成交日";
    today_stale: "Too long in one stage", "在同一阶段停留过久";
    today_without_step: "No next step with a day", "下一步没有日期";
    today_count(n: &str, worth: &str): "{n} · {worth}", "{n} 条 · {worth}";
    today_count_alone(n: &str): "{n}", "{n} 条";
    today_all_on_board: "All on the board", "在看板中查看全部";
    today_should_have_closed(day: &str): "expected {day}", "预计 {day}成交";
    today_days_in_stage(days: &str): "{days} days in this stage", "已停留 {days} 天";
    today_no_step: "no next step", "没有下一步";
    today_due: "Due a word", "待跟进客户";
    today_all_due: "Work them off", "逐一跟进";
    overdue_actions: "Overdue actions", "逾期行动项";
    overdue_own: "You promised and it is overdue", "您的逾期行动项";
    overdue_of_meeting: "from a meeting", "来自会议";
    overdue_of_talk: "from a one-to-one", "来自一对一";
    overdue_by_manager(name: &str): "you, for {name}", "由您负责（与{name}约定）";
    overdue_all: "All actions", "查看全部行动项";
    overdue_more(count: &str): "and {count} more", "另有 {count} 项";
    today_away: "Away today", "今日不在";
    today_nobody_away: "Everyone is here.", "全员在岗。";
    today_until(day: &str): "until {day}", "至 {day}";
    today_no_leads: "Your team stands. Now bring in the leads.", "团队已就绪，接下来导入或添加线索。";
    today_import: "Import a file", "导入文件";
    today_open_board: "Open the board", "打开看板";
    today_backup_never: "There is no backup yet. The data lives on this tablet alone.", "还没有备份，数据只存在本机。";
    today_backup_old(day: &str): "The last backup is of {day}, and there are changes since.", "上次备份是 {day}，之后有改动。";
    today_backup_now: "Make a backup", "立即备份";
}
