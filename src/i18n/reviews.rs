//! Words of review cycles and of the evidence of a review.

use super::texts;

texts! {
    cycle_begin_title: "Begin a review cycle", "开启一轮评估";
    cycle_who: "For whom", "范围";
    cycle_everybody: "Everybody", "全体成员";
    cycle_period: "Period", "期间";
    cycle_own_days: "Own days", "自选日期";
    cycle_opens(count: &str): "Reviews that are opened: {count}", "将开启 {count} 份评估";
    cycle_left_out(count: &str): "Left out: {count}", "未纳入 {count} 人";
    cycle_begin(count: &str): "Begin reviews: {count}", "开启 {count} 份评估";
    cycle_rule: "Who has a review of these days already, or one that shares days and is not shown to both yet, who has left, and who was in the team for less than half of the days gets none.", "以下人员不纳入：已有该期间的评估，或有日期重叠且尚未公开的评估；已离职；在职天数不足该期间的一半。";
    cycle_has_one(days: &str): "has one already: {days}", "已有评估：{days}";
    cycle_left(day: &str): "has left, last day {day}", "已离职，最后工作日{day}";
    cycle_came_late(day: &str, there: &str, all: &str): "joined on {day}: {there} of {all} days", "{day}入职，在职 {there}/{all} 天";
    cycle_none: "No review has been begun yet. Begin with a period above.", "还没有绩效评估，可在上方选择期间开启。";
    cycle_sentence(all: &str, own: &str, manager: &str, met: &str, closed: &str): "Of {all}: self part {own}, manager's part {manager}, met {met}, closed {closed}", "共 {all} 份：自评 {own}，管理者评价 {manager}，已面谈 {met}，已关闭 {closed}";
    cycle_person: "Person", "成员";
    cycle_self: "Self part", "自评";
    cycle_manager: "Manager's part", "管理者评价";
    cycle_met: "Met", "面谈";
    cycle_closed: "Closed", "关闭";
    cycle_not_yet: "not yet", "未完成";
    review_close: "Close it", "关闭评估";
    review_reopen: "Open it again", "重新打开";
    review_closed_on(day: &str): "Closed on {day}", "{day}已关闭";

    evidence_title: "The whole period", "整个期间的事实";
    evidence_what: "What", "项目";
    evidence_days: "Days", "期间";
    evidence_value: "Figure", "数值";
    evidence_look(name: &str): "Look at {name}", "查看{name}";
    evidence_goal: "Goal", "目标达成";
    evidence_of(won: &str, goal: &str, share: &str): "{won} of {goal} · {share}", "{won} / {goal} · {share}";
    evidence_so_far: "so far", "截至今日";
    evidence_won: "Deals won", "赢单";
    evidence_lost: "Deals lost", "输单";
    evidence_lost_how(name: &str, first: &str, last: &str): "{name}'s leads that were lost and closed from {first} to {last}.", "{name}在{first}至{last}关闭的输单线索。";
    evidence_commit: "Commit", "业绩承诺";
    evidence_committed(commit: &str, won: &str): "committed {commit}, won {won}", "承诺 {commit}，赢单 {won}";
    evidence_kept: "kept", "已兑现";
    evidence_short(by: &str): "not kept: {by}", "未兑现：{by}";
    evidence_meeting_actions: "Actions from meetings", "会议行动项";
    evidence_talk_actions: "Actions from one-to-ones", "一对一行动项";
    evidence_done_of(done: &str, due: &str): "{done} of {due} done", "{due} 项中完成 {done} 项";
    evidence_thanks: "Thanks received", "收到的表扬";
}
