//! Words of pay: plans, their summary, their check.

use super::{Lang, texts};
use crate::domain::commission::kept::PayRefused;
use crate::domain::commission::line::Kind;
use crate::domain::workspace::Table;

texts! {
    pay_title: "Pay", "提成";
    pay_plan: "Commission plan", "提成方案";
    pay_deals: "Pay details of deals", "商机的提成信息";
    pay_slips: "Statements", "提成明细";
    pay_true_ups: "Corrections of statements", "提成更正";
    pay_disputes: "Questions about statements", "提成异议";

    did_pay_plan_saved(name: &str): "Saved the commission plan {name}", "保存提成方案“{name}”";
    did_pay_plan_published(name: &str): "Published the commission plan {name}", "发布提成方案“{name}”";
    did_pay_plan_deleted(name: &str): "Deleted the commission plan {name}", "删除提成方案“{name}”";
    did_pay_deal(name: &str): "Changed the pay details of {name}", "修改“{name}”的提成信息";
    did_pay_closed(name: &str, period: &str): "Closed {period} of the plan {name}", "结算方案“{name}”的 {period}";
    did_pay_true_up(name: &str): "Corrected a statement of {name}", "更正{name}的提成明细";
    did_pay_signed(name: &str): "{name} signed a statement", "{name}签收了提成明细";
    did_pay_asked(name: &str): "Noted a question about the statement of {name}", "记录{name}的提成异议";
    did_pay_answered(name: &str): "Answered a question of {name}", "答复{name}的提成异议";

    pay_plan_gone: "This plan has been deleted. Choose another.", "该方案已被删除，请另选一个。";
    pay_seam(part: &str, tier: &str): "Part {part}: tier {tier} does not begin where the one before ends. Close the gap or the overlap, then publish.", "第 {part} 项的第 {tier} 档与前一档没有衔接，请消除空档或重叠后再发布。";
    pay_nobody: "Choose whom the plan pays, then publish.", "请先选择适用人员，再发布方案。";
    pay_not_published: "Only a published plan pays. Publish it first.", "只有已发布的方案才能结算，请先发布。";
    pay_plan_used(count: &str): "Statements closed by this plan: {count}. It stays, so that they can be explained.", "已有 {count} 份明细按该方案结算，方案需保留以供查证。";
    pay_closed_already: "This period is closed already.", "该周期已结算。";
    pay_slip_gone: "This is not there any more. Open the statement again.", "该内容已不存在，请重新打开明细。";
    pay_nothing_to_correct: "The statement agrees with what was paid; there is nothing to correct.", "明细与已付金额一致，无需更正。";
    pay_true_up_reason_missing: "Enter why it is corrected.", "请填写更正原因。";
    pay_says_nothing: "Write a sentence.", "请填写内容。";
    pay_shares: "The shares have to add up to 100 %.", "份额之和必须为 100%。";
    pay_credited_twice(name: &str): "{name} stands there twice. Give each person one share.", "{name}重复出现，请每人只填一次份额。";
    pay_not_ended: "A period is closed once it has ended.", "周期结束后才能结算。";

    pay_frozen: "Statements were closed by this plan, so it stays as it is: it can get another name, pay further people, and end after the last closed period. Make a new version for what changes.", "已有明细按该方案结算，方案不能再改：可改名称、增加人员，或在最后结算周期之后终止。如需调整，请新建版本。";
    pay_not_a_version(day: &str): "A new version keeps the currency and begins on the first day of a period, not before {day}. Change its first day.", "新版本须沿用原币种，并从某个周期的第一天开始，且不早于 {day}，请修改起始日期。";
    pay_followed(day: &str): "A new version of this plan pays from {day} on. Look at that one.", "自 {day} 起由该方案的新版本结算，请查看新版本。";
    pay_paid_twice(others: &str): "Some people would be paid twice for the same, by {others} as well. Choose a way out under Paid twice, then publish.", "部分人员会被“{others}”重复计提，请先在“重复计提”中选择处理方式，再发布。";
    pay_beside_reason_missing: "Enter why both plans are meant to pay.", "请填写两份方案叠加的原因。";
    pay_cannot_end(other: &str): "{other} cannot end on the day before: it is closed beyond that day, ends earlier, or another version follows it. Begin this plan later, or end that one by hand.", "“{other}”无法在前一天终止：该日之后已有结算、其已更早终止，或已有新版本。请推迟本方案的生效日期，或手动终止该方案。";
    pay_cannot_cut(other: &str): "{other} cannot be cut to the days: statements that are closed would change by it. End it as it is, or begin this plan with a period.", "“{other}”无法按天数折算，否则已结算的明细会改变。请按原样终止，或让本方案从某个周期的第一天起生效。";
    pay_signature_missing: "Sign in the field with a finger or a pen, or type your name.", "请用手指或触控笔在签字区签字，或输入姓名。";
    pay_not_the_signer(name: &str): "The statement is for {name}. Type this name to agree.", "该明细属于{name}，请输入该姓名以确认。";

    pay_kind_converted: "Converted", "折算";
    pay_kind_threshold: "Threshold not reached", "未达门槛";
    pay_kind_commission: "Commission", "提成";
    pay_kind_override: "Team override", "团队提成";
    pay_kind_catch_up: "Earlier deals at the new tier", "前期商机按新档补差";
    pay_kind_bonus: "Bonus", "奖金";
    pay_kind_spiff: "Extra reward", "专项奖励";
    pay_kind_pool: "Share of the team pool", "团队奖金池份额";
    pay_kind_cap: "Cap", "封顶扣减";
    pay_kind_floor: "Raised to the floor", "保底补足";
    pay_kind_holdback: "Kept back", "暂扣";
    pay_kind_release: "Released", "返还";
    pay_kind_clawback: "Taken back: cancelled", "取消追回";
    pay_kind_draw: "Advance", "预支";
    pay_kind_recovery: "Advance recovered", "扣回预支";
    pay_kind_carried: "Carried to the next period", "结转下期";
    pay_kind_salary: "Salary", "底薪";
    pay_kind_guarantee: "Raised to the guarantee", "保障补足";
    pay_kind_true_up: "Correction", "更正";
}

impl Lang {
    /// What a line of a statement does.
    pub const fn pay_kind(self, kind: Kind) -> &'static str {
        match kind {
            Kind::Converted => self.pay_kind_converted(),
            Kind::Threshold => self.pay_kind_threshold(),
            Kind::Commission => self.pay_kind_commission(),
            Kind::Override => self.pay_kind_override(),
            Kind::CatchUp => self.pay_kind_catch_up(),
            Kind::Bonus => self.pay_kind_bonus(),
            Kind::Spiff => self.pay_kind_spiff(),
            Kind::Pool => self.pay_kind_pool(),
            Kind::Cap => self.pay_kind_cap(),
            Kind::Floor => self.pay_kind_floor(),
            Kind::Holdback => self.pay_kind_holdback(),
            Kind::Release => self.pay_kind_release(),
            Kind::Clawback => self.pay_kind_clawback(),
            Kind::Draw => self.pay_kind_draw(),
            Kind::Recovery => self.pay_kind_recovery(),
            Kind::Carried => self.pay_kind_carried(),
            Kind::Salary => self.pay_kind_salary(),
            Kind::Guarantee => self.pay_kind_guarantee(),
            Kind::TrueUp => self.pay_kind_true_up(),
        }
    }

    /// What the records of a table of pay are.
    pub const fn pay_table(self, table: Table) -> &'static str {
        match table {
            Table::DealPays => self.pay_deals(),
            Table::PaySlips => self.pay_slips(),
            Table::PayTrueUps => self.pay_true_ups(),
            Table::PayDisputes => self.pay_disputes(),
            _ => self.pay_plan(),
        }
    }

    /// Why something about pay is refused; periods of the calendar are written as they are kept.
    pub fn pay_refused(self, why: &PayRefused) -> String {
        let text = match why {
            PayRefused::PlanGone => self.pay_plan_gone(),
            PayRefused::NobodyAssigned => self.pay_nobody(),
            PayRefused::NotPublished => self.pay_not_published(),
            PayRefused::ClosedAlready => self.pay_closed_already(),
            PayRefused::SlipGone => self.pay_slip_gone(),
            PayRefused::NothingToCorrect => self.pay_nothing_to_correct(),
            PayRefused::ReasonMissing => self.pay_true_up_reason_missing(),
            PayRefused::SaysNothing => self.pay_says_nothing(),
            PayRefused::SharesNotWhole => self.pay_shares(),
            PayRefused::NotEnded => self.pay_not_ended(),
            PayRefused::SignatureMissing => self.pay_signature_missing(),
            PayRefused::NotTheSigner(name) => return self.pay_not_the_signer(name),
            PayRefused::CreditedTwice(name) => return self.pay_credited_twice(name),
            PayRefused::BesideReasonMissing => self.pay_beside_reason_missing(),
            PayRefused::Frozen => self.pay_frozen(),
            PayRefused::NotAVersion(day) => return self.pay_not_a_version(&day.to_string()),
            PayRefused::Followed(day) => return self.pay_followed(&day.to_string()),
            PayRefused::Unreadable(wrong) => return self.format_wrong(wrong),
            PayRefused::Seam(part, tier) => {
                return self.pay_seam(&(part + 1).to_string(), &(tier + 1).to_string());
            }
            PayRefused::PlanUsed(count) => return self.pay_plan_used(&count.to_string()),
            PayRefused::PaidTwice(others) => {
                return self.pay_paid_twice(&others.join(self.list_comma()));
            }
            PayRefused::CannotEnd(other) => return self.pay_cannot_end(other),
            PayRefused::CannotCut(other) => return self.pay_cannot_cut(other),
            PayRefused::CannotPay(why) => return self.cannot_pay(why, |it| it.to_string()),
        };
        text.to_owned()
    }
}
