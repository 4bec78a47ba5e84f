//! Words of rewards that are no money: the catalogue, points and their ledger, budgets, trainings.

use super::{Lang, texts};
use crate::domain::reward::{EntryKind, RedemptionState, RewardKind};

texts! {
    rewards_title: "Rewards", "非现金奖励";
    rewards_more: "Points, and what they are redeemed for: gifts, trips, courses, days off", "积分兑换礼品、旅游、培训与休假";
    rewards_headline(points: &str): "Points that people hold: {points}.", "成员持有积分 {points} 分。";
    rewards_headline_waiting(count: &str): "Waiting to be handed over: {count}.", "待发放 {count} 项。";
    rewards_give: "Give points", "发放积分";
    rewards_to: "Who gets points", "发放给";
    rewards_points: "Points each", "每人积分";
    rewards_points_hint: "A whole number, 1 to 1,000,000", "1 到 1,000,000 的整数";
    rewards_reason: "What for", "发放原因";
    rewards_occasion: "Given with", "对应事项";
    rewards_occasion_none: "Nothing of these", "无";
    rewards_give_do: "Give them", "发放";
    rewards_given_to(name: &str): "Give points: {name}", "发放积分：{name}";
    occasion_praise(names: &str, text: &str): "Praise of {names}: {text}", "表扬{names}：{text}";
    occasion_award(award: &str, month: &str): "{award}, {month}", "{month} {award}";
    occasion_contest(name: &str): "First place: {name}", "竞赛第一名：{name}";

    rewards_waiting: "Waiting to be handed over", "待发放";
    rewards_waiting_none: "Nothing waits.", "没有待发放的奖励。";
    rewards_hand_over: "Handed over", "已发放";
    rewards_cancel: "Cancel, points come back", "取消并退回积分";
    rewards_settled: "Handed over and cancelled", "已发放与已取消";
    rewards_asked_on(points: &str, day: &str): "{points} points, asked for on {day}", "{points} 分，{day} 申请";
    rewards_handed_on(points: &str, day: &str): "{points} points, handed over on {day}", "{points} 分，{day} 发放";
    rewards_cancelled_on(points: &str, day: &str): "{points} points, cancelled on {day}", "{points} 分，{day} 取消";
    rewards_somebody: "Somebody who was deleted", "已删除的成员";

    rewards_balances: "Balances", "积分余额";
    rewards_balances_note: "Open a person for every line of their ledger. Balances are on no face but yours and the person's own.", "点开成员可查看全部积分明细。余额仅管理者和本人可见。";
    rewards_balance_none: "No points yet", "暂无积分";
    rewards_balance_last(day: &str): "last line on {day}", "最近变动 {day}";

    catalogue_title: "Catalogue", "奖励目录";
    catalogue_nothing: "Nothing is offered yet.", "目录还是空的。";
    catalogue_start: "Start from four usual rewards", "从四种常用奖励开始";
    catalogue_empty: "Nothing is offered yet. Put in what people would like: a gift, a trip, a course, a day off.", "目录为空。请添加礼品、旅游、培训或休假等奖励。";
    catalogue_add: "Add a reward", "添加奖励";
    catalogue_edit(name: &str): "Change {name}", "修改{name}";
    catalogue_remove(name: &str): "Delete {name}; what was redeemed is kept and offered no more", "删除{name}；已兑换过的保留并停止提供";
    catalogue_again(name: &str): "Offer again: {name}", "重新提供：{name}";
    catalogue_name: "Name", "名称";
    catalogue_kind: "Kind", "类型";
    catalogue_points: "Price in points", "所需积分";
    catalogue_worth: "Worth in money (may stay empty)", "货币价值（可不填）";
    catalogue_stock: "How many in all (empty for any number)", "总数量（留空为不限）";
    catalogue_points_each(points: &str): "{points} points", "{points} 分";
    catalogue_left(left: &str): "left: {left}", "剩余 {left}";
    catalogue_overdrawn: "more given than there are, from two tablets", "两台平板同时兑换，已超出数量";
    catalogue_retired: "Offered no more", "已停止提供";
    catalogue_save: "Save the reward", "保存奖励";
    reward_gift: "Gift", "礼品";
    reward_trip: "Trip", "旅游";
    reward_course: "Course", "培训课程";
    reward_day_off: "Day off", "休假";

    reward_budget_title: "Budget", "奖励预算";
    reward_budget_none: "No budget is set, so only balance and stock limit what is redeemed.", "未设预算，兑换只受余额和数量限制。";
    reward_budget_set: "Set a budget", "设定预算";
    reward_budget_period: "Period", "期间";
    reward_budget_points: "Points (empty for any number)", "积分（留空为不限）";
    reward_budget_worth: "Money (empty for any amount)", "金额（留空为不限）";
    reward_budget_used(used: &str, limit: &str, left: &str): "{used} of {limit} points redeemed, left: {left}", "已兑换 {used} / {limit} 分，剩余 {left} 分";
    reward_budget_spent(used: &str, limit: &str, left: &str): "{used} of {limit}, left: {left}", "已用 {used} / {limit}，剩余 {left}";
    reward_budget_unknown(count: &str): "not counted, because nothing is known of their worth in this currency: {count}", "{count} 项未填该币种价值，未计入";
    reward_budget_note: "A redemption counts on the day it is asked for; a cancelled one does not. Empty both fields to take a budget away.", "按申请日计入，已取消的不计。两项都留空即取消预算。";
    reward_number_wrong: "Enter a whole number, or leave it empty.", "请填写整数，或留空。";

    points_title: "Points", "积分";
    points_balance(points: &str): "Balance: {points} points.", "余额 {points} 分。";
    points_below: "The balance is below zero: two tablets spent the same points. Cancel a redemption or give points with the reason.", "余额为负：两台平板重复使用了积分。请取消一项兑换，或注明原因补发积分。";
    points_ledger: "Ledger", "积分明细";
    points_ledger_none: "No points were given yet.", "还没有积分记录。";
    points_ledger_note: "A line stays as it was written; the balance is the sum of all lines. What was given wrongly is taken back by a line of its own.", "明细一经记录不再修改，余额为各行之和。发错的积分另记一行收回。";
    points_take_back: "Take back", "收回";
    points_take_back_why: "Why it is taken back", "收回原因";
    points_taken_back: "taken back", "已收回";
    points_offers: "What points bring", "可兑换的奖励";
    points_redeem: "Redeem", "兑换";
    points_redeem_what(name: &str): "Redeem: {name}", "兑换：{name}";
    points_redeemed: "Redeemed", "兑换记录";
    entry_grant: "given", "发放";
    entry_redemption: "redeemed", "兑换";
    entry_return: "came back, cancelled", "取消退回";
    entry_reversal: "taken back", "收回";

    noun_reward: "Reward", "奖励";
    noun_reward_budget: "Budget of rewards", "奖励预算";
    noun_points: "Points", "积分";
    noun_points_back: "Points taken back", "收回积分";
    noun_redemption: "Redemption", "兑换";
    noun_redemption_handed: "Handed over", "发放奖励";
    noun_redemption_cancelled: "Redemption cancelled", "取消兑换";
    noun_training: "Training", "培训";

    refused_item_gone: "This reward has been deleted. Choose another.", "该奖励已被删除，请另选一个。";
    refused_item_retired(name: &str): "{name} is offered no more. Choose another, or offer it again in the catalogue.", "{name}已停止提供。请另选一个，或在目录中重新提供。";
    refused_points_range: "Points are a whole number from 1 to 1,000,000. Enter such a number.", "积分须为 1 到 1,000,000 的整数，请重新填写。";
    refused_stock_below(taken: &str): "There cannot be fewer than were redeemed already ({taken}). Enter at least that many, or leave it empty.", "数量不能少于已兑换的 {taken} 份，请填写更大的数或留空。";
    refused_stock_gone(name: &str): "None is left of {name}. Choose another, or raise the number in the catalogue.", "{name}已兑完。请另选一个，或在目录中增加数量。";
    refused_nobody_rewarded: "Choose who gets points.", "请选择发放给谁。";
    refused_no_reason: "Write what it is for.", "请填写原因。";
    refused_rewarded_already(name: &str): "{name} has had points with this already. Take the person out, or choose another reason.", "{name}已因此事获得积分。请取消选择此人，或换一个事项。";
    refused_balance(name: &str, has: &str, needs: &str): "{name} holds {has} points, and {needs} are needed.", "{name}现有 {has} 分，需要 {needs} 分。";
    refused_budget_points(period: &str, left: &str, needs: &str): "The budget of {period} has {left} points left, and {needs} are needed. Raise the budget, or wait for the next period.", "{period}预算剩余 {left} 分，需要 {needs} 分。请提高预算，或等下一期。";
    refused_budget_worth(period: &str, left: &str, needs: &str): "The budget of {period} has {left} left, and {needs} are needed. Raise the budget, or wait for the next period.", "{period}预算剩余 {left}，需要 {needs}。请提高预算，或等下一期。";
    refused_worth_unknown(name: &str, period: &str): "{period} has a budget in money, and {name} says nothing of its worth in that currency. Enter it in the catalogue.", "{period}设有金额预算，而{name}未填该币种的价值。请在目录中填写。";
    refused_budget_negative: "A budget is zero or more. Enter such a number, or leave it empty.", "预算须为零或更大的数，请重新填写或留空。";
    refused_redemption_settled: "This was handed over or cancelled already.", "该兑换已发放或已取消。";
    refused_entry_settled: "This line was taken back already or cannot be. Give points with the reason instead.", "该明细已收回或不能收回。如需更正，请注明原因另发积分。";
    refused_training_unnamed: "Write which training it was.", "请填写培训名称。";
    refused_training_gone: "This training has been deleted, or came with a redemption and stays.", "该培训已被删除，或来自兑换奖励，不能修改。";
}

impl Lang {
    /// What something in the catalogue is.
    pub const fn reward_kind(self, kind: RewardKind) -> &'static str {
        match kind {
            RewardKind::Gift => self.reward_gift(),
            RewardKind::Trip => self.reward_trip(),
            RewardKind::Course => self.reward_course(),
            RewardKind::DayOff => self.reward_day_off(),
        }
    }

    /// What a line of the ledger is.
    pub const fn entry_kind(self, kind: EntryKind) -> &'static str {
        match kind {
            EntryKind::Grant => self.entry_grant(),
            EntryKind::Redemption => self.entry_redemption(),
            EntryKind::Return => self.entry_return(),
            EntryKind::Reversal => self.entry_reversal(),
        }
    }

    /// How far a redemption has come: its points, and the day.
    pub fn redemption_state(self, state: RedemptionState, points: &str, day: &str) -> String {
        match state {
            RedemptionState::Asked => self.rewards_asked_on(points, day),
            RedemptionState::Handed => self.rewards_handed_on(points, day),
            RedemptionState::Cancelled => self.rewards_cancelled_on(points, day),
        }
    }
}
