//! Words of meetings: their kinds and sections, the room, what is brought up.

use super::{Lang, texts};
use crate::domain::meeting::{MeetingKind, PointSort, Topic};

texts! {
    meetings_title: "Meetings", "会议";
    meetings_nav: "Pages of meetings", "会议相关页面";
    meetings_start: "Start a meeting", "开始会议";
    meetings_start_note: "Times for each section are suggested from what is at stake today. Open the agenda to see why, or to change it.", "系统按今天的实际情况给出各环节的建议用时，打开议程可查看原因或修改。";
    meetings_start_kind(kind: &str): "Start: {kind}", "开始：{kind}";
    meetings_begin: "Start", "开始";
    meetings_agenda: "Agenda", "议程";
    meetings_agenda_of(kind: &str): "Agenda: {kind}", "{kind}议程";
    meetings_minutes_all(n: &str): "{n} min", "{n} 分钟";
    meetings_last(day: &str): "last on {day}", "上次 {day}";
    meetings_never: "not held yet", "尚未召开";
    meetings_open_actions(n: &str): "open actions: {n}", "待办 {n} 项";
    meetings_running(kind: &str): "{kind} is running", "{kind}进行中";
    meetings_to_room: "To the meeting", "回到会议";
    meetings_earlier: "Earlier meetings", "历次会议";
    meetings_none: "No meeting has been held yet. Its minutes will stand here.", "还没有召开过会议，开过之后纪要会显示在这里。";
    meetings_facts(minutes: &str, people: &str): "{minutes} min · people: {people}", "{minutes} 分钟 · {people} 人";
    meetings_rated(score: &str): "rated {score}", "评分 {score}";
    meetings_carried: "For the next meeting", "带入下次会议";
    meetings_carried_none: "Nothing is open. What is agreed in a meeting stands here until it is done.", "没有未完成的事项。会上确定的事项会显示在这里，直到完成。";
    meetings_add_point: "Add for the next meeting", "添加到下次会议";
    meeting_gone: "This meeting is not there any more.", "该会议已不存在。";

    meeting_usual: "usual time", "常规时长";
    meeting_why_deals(n: &str, sum: &str, late: &str): "{n} deals worth {sum} to close this quarter, {late} of them overdue", "本季度应成交 {n} 条共 {sum}，其中 {late} 条已逾期";
    meeting_why_boards(why: &str, boards: &str): "{why} ({boards})", "{why}（{boards}）";
    meeting_board(name: &str, n: &str): "{name}: {n}", "{name} {n} 条";
    meeting_why_stale(n: &str, sum: &str): "stale deals: {n}, worth {sum}", "停滞线索 {n} 条，共 {sum}";
    meeting_why_promises(n: &str, sum: &str, period: &str): "promises of {period} not kept: {n}, short by {sum}", "{period}未兑现承诺 {n} 份，差额 {sum}";
    meeting_why_goals(gap: &str): "{gap} short of the quarter's goal", "距本季度目标还差 {gap}";
    meeting_why_contacts(n: &str): "words overdue or due today: {n}", "今天应联系或已逾期 {n} 个";
    meeting_why_requests(late: &str, open: &str): "late: {late}, without a promise: {open}", "逾期 {late} 项，未承诺 {open} 项";
    meeting_why_actions(n: &str, late: &str): "open: {n}, overdue: {late}", "未完成 {n} 项，逾期 {late} 项";
    meeting_why_issues(n: &str): "brought up: {n}", "已提出 {n} 项";
    meeting_why_news(n: &str): "not read by everybody: {n}", "尚未全员阅读 {n} 条";
    meeting_formula: "The meeting stays as long as planned. Sections in which something can be counted share their minutes: a third as planned, a third by the money at stake, a third by how much is late, broken or open.", "会议总时长不变。可计量的环节共享其时长：三分之一按常规，三分之一按涉及金额，三分之一按逾期、未兑现或未完成的数量。";
    meeting_section: "Section", "环节";
    meeting_planned: "Planned", "常规";
    meeting_suggested: "Suggested", "建议";
    meeting_section_add: "Add a section", "添加环节";
    meeting_section_name: "Name", "名称";
    meeting_section_remove(name: &str): "Remove {name}", "移除{name}";
    meeting_section_minutes(name: &str): "Minutes for {name}", "{name}的分钟数";
    meeting_plan_change: "Change the agenda", "修改议程";
    meeting_plan_reset: "Back to the usual agenda", "恢复默认议程";

    room_full: "Full screen", "全屏";
    room_leave: "Other pages", "其他页面";
    room_of(n: &str, all: &str): "{n} of {all}", "第 {n} 项，共 {all} 项";
    room_left: "left", "剩余";
    room_over: "over time, borrowed from what comes", "超时，占用后续环节";
    room_over_end: "over time", "超时";
    room_paused: "The clock stands still", "计时已暂停";
    room_pause: "Pause", "暂停";
    room_resume: "Go on", "继续";
    room_next(name: &str): "Next: {name}", "下一项：{name}";
    room_end: "End the meeting", "结束会议";
    room_end_title: "Actions without an owner or a date", "待办缺少负责人或日期";
    room_end_note: "Nobody will do these by themselves. Say who does them and by when, or end the meeting without it; they stay marked in the minutes.", "以下待办尚无负责人或日期，容易无人跟进。请补全；也可直接结束会议，纪要中会保留标记。";
    room_end_stay: "Back to the meeting", "返回会议";
    room_given(n: &str): "{n} min", "{n} 分";
    room_borrowed(n: &str): "−{n} min borrowed", "被占用 {n} 分";
    room_took(n: &str): "took {n} min", "用时 {n} 分";
    room_total(ran: &str, all: &str): "{ran} of {all} min", "已用 {ran} / {all} 分钟";
    room_people(n: &str): "Here: {n}", "到会 {n} 人";
    room_attendance: "Who is here", "到会人员";
    room_open(name: &str): "Open: {name}", "打开：{name}";
    room_points: "Issues, decisions, actions", "议题、决定、待办";
    room_bar: "The meeting that is running", "进行中的会议";
    room_none_running: "No meeting is running.", "当前没有进行中的会议。";

    point_issue: "Issue", "议题";
    point_decision: "Decision", "决定";
    point_action: "Action", "待办";
    point_bring_up: "Bring up in the meeting", "提到会议上";
    point_about(name: &str): "{name}: ", "{name}：";
    point_text: "What", "内容";
    point_owner: "Who", "负责人";
    point_nobody: "Nobody yet", "未指定";
    point_due: "By when", "截止日期";
    point_add: "Add", "添加";
    point_edit(text: &str): "Change: {text}", "修改：{text}";
    point_change: "Change", "修改";
    point_delete: "Delete", "删除";
    point_kind: "For which meeting", "用于哪种会议";
    point_any: "The next of any kind", "下次任意会议";
    point_due_on(day: &str): "by {day}", "{day}前";
    point_late_since(day: &str): "overdue since {day}", "{day} 起逾期";
    point_no_owner: "no owner", "未定负责人";
    point_no_day: "no date", "未定日期";
    point_is_complete: "complete", "已补全";
    point_complete: "Say who and when", "指定负责人和日期";
    point_carried: "carried over", "上次遗留";
    point_source: "Where it comes from", "查看来源";
    point_deal: "The deal it is about", "查看相关线索";
    point_none: "Nothing yet.", "暂无。";

    minutes_decisions: "Decisions", "决定";
    minutes_actions: "Actions", "待办";
    minutes_issues: "Issues", "议题";
    minutes_promises: "Calls and promises", "判断与承诺";
    minutes_moved: "Deals moved", "线索推进";
    minutes_new: "New leads", "新增线索";
    minutes_leads: "Other changes of leads", "线索其他变动";
    minutes_customers: "Customers", "客户";
    minutes_goals: "Goals and plans", "目标与计划";
    minutes_others: "Announcements and requests", "通知与跨部门事项";
    minutes_rest: "Everything else", "其他";
    minutes_course: "How the meeting went", "会议过程";
    minutes_back: "Taken back", "已撤销";
    minutes_private_group: "For the manager alone", "仅管理者可见";
    minutes_private(n: &str): "Private changes, told on the manager's face alone: {n}", "私密更改 {n} 项，仅在管理者视图中显示";
    minutes_people: "Attendance and rating", "到会与评分";
    minutes_present(n: &str, all: &str): "{n} of {all} present", "应到 {all} 人，实到 {n} 人";
    minutes_absent(names: &str): "absent: {names}", "未到：{names}";
    minutes_rated(score: &str, n: &str): "Rated {score} of 10, ratings: {n}", "评分 {score} 分（满分 10），{n} 人评分";
    minutes_sections: "Time by section", "各环节用时";
    minutes_section(name: &str, planned: &str, took: &str): "{name}: {took} min, planned {planned}", "{name}：{took} 分钟（计划 {planned}）";
    minutes_remarks: "Remarks", "备注";
    minutes_remarks_hint: "The minutes are what the journal says and cannot be changed. Remarks can be added.", "纪要来自操作记录，不能修改；可在此添加备注。";
    minutes_remarks_save: "Save remarks", "保存备注";
    minutes_markdown: "Markdown", "Markdown";
    minutes_html: "HTML page", "HTML 网页";
    minutes_calendar: "Actions as calendar", "待办日历";
    minutes_ended: "Ended at", "结束时间";
    minutes_who: "Who was here", "到会人员";
    minutes_print: "Print", "打印";
    minutes_saved(name: &str): "Saved {name}", "已保存 {name}";
    minutes_not_saved: "The file could not be saved. Try again, or print the page.", "文件未能保存，请重试或直接打印。";
    minutes_no_dates: "No open action has a day yet.", "没有带截止日期的待办。";
    minutes_lines(n: &str): "Entries of the journal: {n}", "操作记录 {n} 条";
    minutes_archived: "A part of the history is in an archive file, so these minutes may lack lines.", "部分历史已存入归档文件，纪要可能不完整。";
    minutes_close: "Rate it, make a backup", "评分与备份";
    minutes_rate: "How good was it?", "会议评分";
    minutes_rate_note: "From 1, a waste of time, to 10. Everybody for themselves.", "1 分为浪费时间，10 分为非常好，每人各自评分。";
    minutes_rate_none: "Not rated", "未评分";

    meeting_is_running: "A meeting is running already. Go to it and end it first.", "已有会议正在进行，请先回到该会议并结束。";
    meeting_is_gone: "This meeting has ended or was taken back. Start a new one.", "该会议已结束或已撤销，请重新开始。";
    meeting_without_sections: "The agenda is empty. Add at least one section.", "议程为空，请至少添加一个环节。";
    meeting_minutes_out(n: i64): "A section takes 1 to 600 minutes, not {n}.", "每个环节为 1 至 600 分钟，不能是 {n}。";
    meeting_mark_taken: "Somebody was faster: the meeting has gone on already.", "其他人已先操作，会议已进入下一步。";
    meeting_rating_out(n: i64): "A rating is from 1 to 10, not {n}.", "评分为 1 至 10，不能是 {n}。";
    meeting_end_out: "A meeting ends after the last change of its clock and not later than it was ended. Choose a time in between.", "结束时间须晚于最后一次环节切换，且不晚于原结束时间。";
    meeting_note_empty: "Write down what it is first.", "请先填写内容。";
    meeting_note_gone: "This was deleted meanwhile.", "该内容已被删除。";
}

impl Lang {
    /// What a kind of meeting is called.
    pub const fn meeting_kind(self, kind: MeetingKind) -> &'static str {
        match kind {
            MeetingKind::Standup => self.kind_standup(),
            MeetingKind::Pipeline => self.kind_pipeline(),
            MeetingKind::Monthly => self.kind_monthly(),
            MeetingKind::Kickoff => self.kind_kickoff(),
            MeetingKind::Retro => self.kind_retro(),
            MeetingKind::Training => self.kind_training(),
        }
    }

    /// What a topic is called.
    pub const fn meeting_topic(self, topic: Topic) -> &'static str {
        match topic {
            Topic::Opening => self.topic_opening(),
            Topic::News => self.topic_news(),
            Topic::Goals => self.topic_goals(),
            Topic::Forecast => self.topic_forecast(),
            Topic::Deals => self.topic_deals(),
            Topic::Stale => self.topic_stale(),
            Topic::Promises => self.topic_promises(),
            Topic::Contacts => self.topic_contacts(),
            Topic::Requests => self.topic_requests(),
            Topic::Handout => self.topic_handout(),
            Topic::Lessons => self.topic_lessons(),
            Topic::Learning => self.topic_learning(),
            Topic::Actions => self.topic_actions(),
            Topic::Issues => self.topic_issues(),
            Topic::Closing => self.topic_closing(),
            Topic::Own => self.topic_own(),
            Topic::Contests => self.topic_contests(),
            Topic::Praise => self.topic_praise(),
        }
    }

    /// What something that was brought up is.
    pub const fn point_sort(self, sort: PointSort) -> &'static str {
        match sort {
            PointSort::Issue => self.point_issue(),
            PointSort::Decision => self.point_decision(),
            PointSort::Action => self.point_action(),
        }
    }
}

texts! {
    kind_standup: "Morning stand-up", "晨会";
    kind_pipeline: "Weekly pipeline review", "周例会";
    kind_monthly: "Monthly review", "月度复盘";
    kind_kickoff: "Quarterly kick-off", "季度启动会";
    kind_retro: "Retrospective", "总结会";
    kind_training: "Training", "培训";
    topic_opening: "Welcome", "开场";
    topic_news: "Announcements", "通知";
    topic_goals: "Goals", "目标进度";
    topic_forecast: "Forecast round", "预测报数";
    topic_deals: "Deals to close", "本季度成交";
    topic_stale: "Stale deals", "停滞线索";
    topic_promises: "Promises", "承诺兑现";
    topic_contacts: "Customers due a word", "客户联系";
    topic_requests: "Requests to others", "跨部门事项";
    topic_handout: "Hand out leads", "线索分配";
    topic_lessons: "What we learned", "经验总结";
    topic_learning: "Learning", "学习";
    topic_actions: "Open actions", "待办跟进";
    topic_issues: "Issues", "问题讨论";
    topic_closing: "Wrap up", "收尾";
    topic_contests: "How contests stand", "竞赛排行";
    topic_praise: "Praise and awards", "表扬与奖项";
    topic_own: "Own section", "自定环节";

    did_meeting_begun(kind: &str): "Began: {kind}", "开始{kind}";
    did_meeting_section(name: &str): "Went on to: {name}", "进入环节：{name}";
    did_meeting_paused: "Paused the meeting", "暂停会议";
    did_meeting_resumed: "Went on with the meeting", "继续会议";
    did_meeting_ended(kind: &str): "Ended: {kind}", "结束{kind}";
    did_meeting_corrected: "Corrected when the meeting ended", "更正会议结束时间";
    did_meeting_present(name: &str): "{name} is here", "{name}到会";
    did_meeting_absent(name: &str): "{name} is not here", "{name}未到会";
    did_meeting_rated(name: &str): "{name} rated the meeting", "{name}为会议评分";
    did_meeting_remarks: "Remarked on the minutes", "修改纪要备注";
    did_meeting_plan(kind: &str): "Changed the agenda: {kind}", "修改{kind}议程";
    did_point_issue(text: &str): "Issue: {text}", "议题：{text}";
    did_point_decision(text: &str): "Decision: {text}", "决定：{text}";
    did_point_action(text: &str): "Action: {text}", "待办：{text}";
    did_point_changed(text: &str): "Changed: {text}", "修改：{text}";
    did_point_settled(text: &str): "Settled: {text}", "完成：{text}";
    did_point_reopened(text: &str): "Open again: {text}", "重新打开：{text}";
    did_point_deleted(text: &str): "Deleted: {text}", "删除：{text}";
    did_announced(text: &str): "Announced: {text}", "发布通知：{text}";
    did_unannounced(text: &str): "Deleted the announcement: {text}", "删除通知：{text}";
    did_read(name: &str): "{name} has read it", "{name}已读";
    did_unread(name: &str): "{name} has not read it", "{name}未读";
    did_requested(text: &str): "Asked: {text}", "提出需求：{text}";
    did_request_promised(text: &str): "Promised: {text}", "对方承诺：{text}";
    did_request_done(text: &str): "Done by others: {text}", "对方完成：{text}";
    did_request_deleted(text: &str): "Deleted the request: {text}", "删除需求：{text}";
    did_branch_kept(count: &str): "Kept what was tried, steps: {count}", "采用试算方案，共 {count} 步";
}
