//! Words of competitors, of losses and of why they came.

use super::{Lang, texts};
use crate::domain::competition::RivalResult;

texts! {
    place_competitors: "Competitors", "竞争对手";
    more_competitors: "Who else sells, and why deals are lost", "竞争对手与丢单原因";
    competitors_add: "Add a competitor", "添加竞争对手";
    competitors_new: "New competitor", "新竞争对手";
    competitors_empty: "No competitors yet. Add one, or name one on a deal.", "还没有竞争对手。可以在这里添加，也可以在线索上填写。";
    competitor_name: "Competitor", "竞争对手";
    competitor_strengths: "Strengths", "优势";
    competitor_weaknesses: "Weaknesses", "劣势";
    competitor_note: "Notes", "备注";
    competitor_seen_on: "Last confirmed on", "最近确认日期";
    competitors_won: "We won", "我方赢单";
    competitors_lost: "We lost", "我方输单";
    competitors_lost_to: "Of these to them", "其中输给对方";
    competitors_open: "Open", "进行中";
    competitors_rate: "Our win rate", "我方赢率";
    competitors_rate_how: "Own wins among closed deals on which they stood, with the 95 % interval (Wilson). Where the interval is wider than 30 points only the counts are shown, and nobody is ranked.", "有该对手的已关闭线索中我方的赢率，附 95% 置信区间（Wilson）。区间宽于 30 个百分点时只显示次数，不排名。";
    competitor_delete: "Delete this competitor", "删除竞争对手";
    competitor_delete_told(n: &str): "Deals it is taken off: {n}. Undo brings all of it back.", "将从 {n} 条线索上移除。可以撤销。";
    competitor_deals: "Deals", "相关线索";

    rivals_title: "Competitors on this deal", "本单竞争对手";
    rivals_none: "Nobody named yet.", "还没有填写。";
    rivals_add: "Add", "添加";
    rival_price: "Their price", "对方报价";
    rival_offers: "What they offer", "对方方案与优势";
    rival_result: "Where they are", "对方状态";
    rival_remove: "Take off this deal", "从本单移除";
    rival_open: "Still there", "仍在竞争";
    rival_out: "Out of it", "已出局";
    rival_won: "Got the deal", "对方拿下";

    debrief_title: "Loss debrief", "丢单复盘";
    debrief_write: "Write it down", "填写";
    debrief_edit: "Correct it", "修改";
    debrief_lost_to: "Who got it?", "输给谁？";
    debrief_needed: "What would have won it?", "怎样才能赢下？";
    debrief_lesson: "One lesson", "一条经验";
    debrief_hint: "Everything can be left out.", "每一项都可以不填。";

    loss_reasons_title: "Loss reasons", "丢单原因";
    loss_reasons_edit: "Edit the reasons", "编辑原因";
    loss_reasons_add: "Add a reason", "添加原因";
    loss_reason_name: "Reason", "原因";
    loss_reason_up(name: &str): "Move {name} up", "上移{name}";
    loss_reason_delete(name: &str): "Delete {name}", "删除{name}";
    loss_reason_leads(n: &str): "{n} lost", "{n} 条丢单";
    loss_reason_unsaid: "No reason given", "未填写原因";
    loss_reason_gone_ask(name: &str, n: &str): "“{name}” stands on {n} lost leads. They keep it, or get another reason:", "“{name}”已用于 {n} 条丢单线索。可以保留原文，或改为：";
    loss_reason_keep_words: "Leave it on the leads", "线索上保留原文";
    loss_reason_none_lost: "Nothing has been lost yet.", "还没有丢单。";
    loss_default_price: "Price", "价格";
    loss_default_features: "Something was missing", "功能不满足";
    loss_default_relationship: "Relationship", "客户关系";
    loss_default_timing: "Timing", "时机不对";
    loss_default_budget: "No budget", "没有预算";
    loss_default_decision: "No decision", "客户未决策";
    loss_default_service: "Service or delivery", "服务或交付";
}

impl Lang {
    /// What became of a competitor on a deal.
    pub const fn rival_result_words(self, result: RivalResult) -> &'static str {
        match result {
            RivalResult::Open => self.rival_open(),
            RivalResult::Out => self.rival_out(),
            RivalResult::Won => self.rival_won(),
        }
    }

    /// The reasons that are offered until the manager has set others.
    pub const fn default_loss_reasons(self) -> [&'static str; 7] {
        [
            self.loss_default_price(),
            self.loss_default_features(),
            self.loss_default_relationship(),
            self.loss_default_timing(),
            self.loss_default_budget(),
            self.loss_default_decision(),
            self.loss_default_service(),
        ]
    }
}
