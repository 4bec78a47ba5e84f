//! Words of the pages that go with meetings: announcements, requests, the contact plan, how it stood.

use super::{Lang, texts};
use crate::domain::meeting::{Office, RequestState};

texts! {
    news_add: "Announce something", "发布通知";
    news_text: "What everybody should know", "通知内容";
    news_until_field: "Until when it matters", "有效期至";
    news_until(day: &str): "until {day}", "有效期至 {day}";
    news_read(n: &str, all: &str): "read by {n} of {all}", "{all} 人中 {n} 人已读";
    news_readers: "Who has read it", "阅读情况";
    news_all_here: "All who are here", "在场人员全部已读";
    news_none: "Nothing is announced. Announce what everybody should know, and see who has read it.", "暂无通知。发布需要全员知悉的事项，并查看谁已阅读。";
    news_over: "Over", "已过期";

    request_add: "Ask for something", "提出需求";
    request_title: "Request", "跨部门需求";
    request_all: "All", "全部";
    request_office: "Department", "部门";
    request_text: "What is asked", "需求内容";
    request_contact: "Who there", "对接人";
    request_who: "Who asks", "提出人";
    request_lead: "For which deal", "相关线索";
    request_customer: "For which customer", "相关客户";
    request_nothing: "None", "无";
    request_promised: "Promised for", "承诺日期";
    request_done: "Done on", "完成日期";
    request_mark_done: "It is done", "标记完成";
    request_none: "Nothing is asked of others. Ask marketing, product, after-sales or partners for what a deal needs.", "暂无跨部门需求。可向市场、产品、售后或合作伙伴提出。";
    request_by(name: &str): "asked by {name}", "{name}提出";
    request_asked(day: &str): "asked on {day}", "{day} 提出";
    request_promised_for(day: &str): "promised for {day}", "承诺 {day}";
    request_late(day: &str, n: &str): "promised for {day}, {n} days late", "承诺 {day}，已逾期 {n} 天";
    request_done_on(day: &str): "done on {day}", "{day} 完成";
    office_marketing: "Marketing", "市场";
    office_product: "Product", "产品";
    office_after_sales: "After-sales", "售后";
    office_partners: "Partners", "合作伙伴";
    request_late_word: "Late", "逾期";
    request_open_word: "Open", "待承诺";
    request_promised_word: "Promised", "已承诺";
    request_done_word: "Done", "已完成";

    contact_today: "Today", "今天";
    contact_days(n: &str): "{n} days", "{n} 天内";
    contact_ahead: "How far ahead", "时间范围";
    contact_sentence(n: &str, late: &str): "Words due: {n}, overdue: {late}.", "应联系 {n} 个，逾期 {late} 个。";
    contact_none: "Nobody is due a word. Give classes of customers a rhythm, and plan next steps.", "近期没有应联系的客户。可为客户等级设置联系频率并安排下一步。";
    contact_nobody: "Nobody yet", "未分配";
    contact_waits(office: &str, what: &str): "waits for {office}: {what}", "等待{office}：{what}";

    rewind_title: "How it stood", "历史回看";
    rewind_of: "See how it stood", "回看当时情况";
    rewind_then: "As it stood", "当时情况";
    rewind_earlier: "One change back", "上一步变动";
    rewind_later: "One change on", "下一步变动";
    rewind_minute: "Minute", "时刻";
    rewind_day: "Day", "日期";
    rewind_now: "Now", "现在";
    rewind_won(won: &str): "Won in the quarter by then: {won}.", "当时本季度已赢单 {won}。";
    rewind_won_of(won: &str, goal: &str): "Won in the quarter by then: {won} of {goal}.", "当时本季度已赢单 {won}，目标 {goal}。";
    rewind_pipeline_absent: "This pipeline was not there at this moment.", "此刻没有这个销售流程。";
    rewind_is_now(what: &str): "now {what}", "现在 {what}";
    rewind_private: "A private change, told on the manager's face alone", "私密更改，仅在管理者视图中显示";
    rewind_archived: "A part of the history is in an archive file, so this moment may lack what was changed by then. Restore the archive on the page of data to see all of it.", "部分历史已存入归档文件，此刻的情况可能不完整。请在“数据”页恢复归档后再回看。";
    rewind_reading: "The history is being read …", "正在读取历史……";

    branch_title: "What if", "假设试算";
    branch_note: "Bring deals to other stages and see what that comes to. Nothing of it is done until you keep it; then it is one step that undo takes back. Until then this tablet keeps what you try.", "把线索改到其他阶段，查看对结果的影响。采用之前不会改动数据，试算内容暂存于本机；采用后作为一步操作，可一次撤销。";
    branch_what: "Figure", "指标";
    branch_now: "Stands", "现状";
    branch_then: "Would be", "假设后";
    branch_due: "Open, due this quarter", "本季度应成交";
    branch_open: "All open", "进行中合计";
    branch_won: "Won this quarter", "本季度已赢单";
    branch_missing: "Missing to the goal", "距目标差额";
    branch_deals: "The largest open deals", "金额最大的线索";
    branch_stage(name: &str): "Stage of {name}", "{name}的阶段";
    branch_tried: "tried", "假设";
    branch_keep(n: &str): "Keep, steps: {n}", "采用（{n} 步）";
    branch_discard: "Discard", "放弃";
    branch_since(when: &str): "You are trying something out since {when}", "自{when}起正在假设试算";
    branch_left_out: "Left out, for it cannot be done as things stand:", "以下内容按当前情况无法执行，已略过：";
    branch_tried_to(deal: &str, stage: &str): "{deal} to {stage}", "{deal}移到{stage}";
    branch_so_already: "It stands so already.", "现状已是如此。";
    branch_deal_gone: "A deleted deal", "已删除的线索";
    branch_stage_gone: "a deleted stage", "已删除的阶段";
    branch_not_stored: "The browser did not store what you try: a reload would lose it. Keep it or write it down first.", "浏览器未能保存试算内容，刷新后会丢失，请先采用或记下。";
    branch_leave_title: "You are trying something out", "假设试算尚未处理";
    branch_leave_note(when: &str, n: &str): "Since {when}, steps that can be kept: {n}. Keep them, discard them, or decide later: this tablet keeps what you try.", "自{when}起，可采用 {n} 步。可以采用、放弃，或以后再定（内容暂存于本机）。";
    branch_leave_stay: "Stay here", "留在此页";
    branch_leave_later: "Decide later", "以后再定";
}

impl Lang {
    /// What a department is called.
    pub const fn office(self, office: Office) -> &'static str {
        match office {
            Office::Marketing => self.office_marketing(),
            Office::Product => self.office_product(),
            Office::AfterSales => self.office_after_sales(),
            Office::Partners => self.office_partners(),
        }
    }

    /// How far something that is asked is.
    pub const fn request_state(self, state: RequestState) -> &'static str {
        match state {
            RequestState::Late => self.request_late_word(),
            RequestState::Open => self.request_open_word(),
            RequestState::Promised => self.request_promised_word(),
            RequestState::Done => self.request_done_word(),
        }
    }
}
