//! Words of activities, contacts, rhythms and of who is due a word.

use super::{Lang, texts};
use crate::domain::activity::ActivityKind;

texts! {
    activity_call: "Call", "电话";
    activity_visit: "Visit", "拜访";
    activity_message: "Message", "消息";
    activity_meeting: "Meeting", "会议";
    activity_quote: "Quote", "报价";
    activity_note: "Note", "备忘";

    activity_kind_label: "Kind", "类型";
    activity_day: "Day", "日期";
    activity_time: "Time", "时间";
    activity_person: "Person", "成员";
    activity_text: "What about", "内容";
    activity_outcome: "What came of it", "结果";
    activity_state: "Done or planned", "状态";
    activity_done: "Done", "已完成";
    activity_planned: "Planned", "计划";
    activity_day_passed: "This day has passed; the plan will stand as overdue.", "这一天已过去，保存后将显示为逾期。";
    activity_log: "Log an activity", "记录跟进";
    activity_edit: "Change the activity", "修改跟进";
    activity_delete: "Delete", "删除";
    activity_log_now: "Or log what was done today", "或记录今天的跟进";

    customers_class: "Class", "客户级别";
    customers_class_hint: "A, B, C or your own word; it sets how often a word is due.", "可填 A、B、C 或自定义，决定多久跟进一次。";

    contacts_title: "Contacts", "联系人";
    contacts_none: "No contact yet.", "还没有联系人。";
    contacts_add: "Add a contact", "添加联系人";
    contacts_edit: "Change the contact", "修改联系人";
    contacts_edit_one(name: &str): "Change {name}", "修改{name}";
    contacts_no_customer: "Choose a customer first; contacts belong to the customer.", "请先选择客户，联系人归属于客户。";
    contact_name: "Name", "姓名";
    contact_role: "Role", "职务";
    contact_phone: "Phone", "电话";
    contact_email: "Mail", "邮箱";

    activities_title: "Follow-ups", "跟进";
    more_activities: "Who is due a word, and what was done", "谁该跟进，做过什么";
    activities_overdue: "Overdue", "逾期";
    activities_today: "Today", "今天";
    activities_week: "This week", "本周";
    activities_done: "Done", "已完成";
    activities_tab(name: &str, n: &str): "{name} {n}", "{name} {n}";
    activities_none_overdue: "Nothing is overdue.", "没有逾期的跟进。";
    activities_none_today: "Nothing is due today.", "今天没有待跟进的客户。";
    activities_none_week: "Nothing else is due this week.", "本周没有其他待跟进的客户。";
    activities_none_done: "Nothing has been done yet. Log the first activity on a lead.", "还没有跟进记录，可在线索页记录第一条。";
    activities_list: "Which follow-ups", "查看哪些跟进";
    activities_done_word: "Done", "完成";
    activities_move_word: "Move", "改期";
    activities_done_what(title: &str): "Done: {title}", "完成：{title}";
    activities_move_what(title: &str): "Move {title} to another day", "将{title}改期";
    activities_move_day: "New day", "新日期";
    activities_next: "What is next", "下一步安排";
    activities_today_day: "Today", "今天";
    activities_tomorrow: "Tomorrow", "明天";
    activities_in_week: "In a week", "一周后";
    activities_calendar: "Calendar file", "导出日历";
    activities_saved(n: &str, name: &str): "{n} entries in {name}", "{name}，共 {n} 项";
    activities_not_saved: "The browser did not take the file. Try once more.", "浏览器未能保存文件，请再试一次。";
    activities_nothing_planned: "There is nothing planned to put into a calendar.", "没有可导出的计划。";
    activities_rhythms: "Rhythms", "跟进周期";
    activities_rhythm_class(class: &str, days: &str): "class {class}, every {days} working days", "{class} 级客户，每 {days} 个工作日";
    activities_never: "No word yet", "尚未跟进";
    activities_last(day: &str): "Last word {day}", "上次跟进 {day}";
    activities_ago(n: &str): "{n} days overdue", "逾期 {n} 天";
    activities_ago_one: "1 day overdue", "逾期 1 天";
    activities_next_step: "Next step", "下一步";

    cadence_class: "Class", "客户级别";
    cadence_days: "Working days", "工作日";
    cadence_paused: "Paused", "暂停";
    cadence_add: "Add a class", "添加级别";
    cadence_remove(class: &str): "Remove {class}", "移除{class}";
    cadence_usual: "Begin with A 7, B 14, C 30", "使用 A 7、B 14、C 30";
    cadence_words: "A customer of a class is due a word so many working days after the last one. Weekends and holidays do not count; whatever is planned comes first.", "距上次跟进超过这么多工作日，就该跟进该级别的客户。周末和节假日不计；已有计划的以计划为准。";
    cadence_customers(n: &str): "{n} customers", "{n} 个客户";

    timeline_title: "What happened", "动态";
    timeline_all: "All", "全部";
    timeline_activities: "Activities", "跟进";
    timeline_changes: "Changes", "变更";
    timeline_none: "Nothing here yet.", "暂无内容。";
    timeline_day_today: "Today", "今天";
    timeline_by(kind: &str, person: &str): "{kind} · {person}", "{kind} · {person}";
    lead_days_since(days: &str): "last activity {days} days ago", "距上次跟进 {days} 天";
    lead_active_today: "last activity today", "今天已跟进";
    lead_no_activity: "no activity yet", "尚无跟进";

    lead_class(class: &str): "class {class}", "{class} 级客户";
    lead_tags: "Tags", "标签";
    lead_tag_add: "Add a tag", "添加标签";
    lead_tag_remove(tag: &str): "Remove the tag {tag}", "移除标签：{tag}";
    lead_links: "Links", "链接";
    lead_link_add: "Add a link", "添加链接";
    lead_link_title: "Title", "标题";
    lead_link_url: "Address", "地址";
    lead_link_remove(title: &str): "Remove the link {title}", "移除链接：{title}";
    lead_link_refused: "This address is refused. Only web pages (https://…) and mail addresses (mailto:…) can be linked.", "该地址不能使用，仅支持网页（https://…）和邮箱（mailto:…）。";
    lead_links_note: "Huddle keeps no files. Put them where your team stores them and link them here.", "Huddle 不存放文件，请存放在团队网盘后在此添加链接。";
    lead_link_opens: "opens in a new tab", "在新标签页打开";

    quick_add_hint: "Customer, amount", "客户，金额";
    quick_add_to(stage: &str): "Quick entry in {stage}: customer, amount; Enter adds it", "在“{stage}”快速新增：客户，金额；按回车添加";
    quick_understood(customer: &str, amount: &str): "{customer} · {amount}", "{customer} · {amount}";
    quick_more: "All fields", "全部字段";
    quick_done: "Close", "收起";
    quick_new_customer: "new customer", "新客户";
}

impl Lang {
    /// What an activity is.
    pub const fn activity_kind(self, kind: ActivityKind) -> &'static str {
        match kind {
            ActivityKind::Call => self.activity_call(),
            ActivityKind::Visit => self.activity_visit(),
            ActivityKind::Message => self.activity_message(),
            ActivityKind::Meeting => self.activity_meeting(),
            ActivityKind::Quote => self.activity_quote(),
            ActivityKind::Note => self.activity_note(),
        }
    }
}
