//! Words of competitors, of losses and of why they came.

use super::{Lang, texts};
use crate::domain::competition::RivalResult;

texts! {
    place_competitors: "Competitors", "竞争对手";

    rivals_title: "Competitors on this deal", "本单竞争对手";
    rival_open: "Still there", "仍在竞争";
    rival_out: "Out of it", "已出局";
    rival_won: "Got the deal", "对方拿下";

    debrief_title: "Loss debrief", "丢单复盘";
    debrief_lost_to: "Who got it?", "输给谁？";
    debrief_needed: "What would have won it?", "怎样才能赢下？";
    debrief_lesson: "One lesson", "一条经验";
    debrief_hint: "Everything can be left out.", "每一项都可以不填。";

    loss_reasons_title: "Loss reasons", "丢单原因";
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
