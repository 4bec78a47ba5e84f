//! Words of the fair-quota X-ray.

use super::texts;
use crate::domain::fair::{By, Verdict};

texts! {
    fair_title: "Fair quotas", "目标公平性";
    fair_by: "Measured by", "衡量依据";
    fair_all: "All together", "综合";
    fair_last_year: "A year before", "去年同期";
    fair_quarters: "Last four quarters", "近四季度";
    fair_pipeline: "Open, weighted", "加权商机";
    fair_days: "Days present", "在岗天数";
    fair_too_much: "too much", "偏重";
    fair_level: "level", "相当";
    fair_too_little: "too little", "偏轻";
    fair_unsure: "too few deals to say", "成交太少，难以判断";
    fair_unknown: "nothing to compare", "无从比较";
    fair_headline(much: &str, little: &str): "Carry too much: {much}. Too little: {little}.", "偏重 {much} 人，偏轻 {little} 人。";
    fair_headline_level: "Everyone carries a level part, as far as can be told.", "就现有数据看，各成员目标相当。";
    fair_headline_unset: "No quotas for people yet: this is how the company's quota would be level.", "成员还没有目标，以下为公司目标的均衡分配。";
    fair_headline_unsure(count: &str): "For {count} there are too few deals to say.", "另有 {count} 人成交太少，难以判断。";
    fair_no_history(names: &str): "Too few deals for a history of their own, so measured by what is open and by days alone: {names}.", "成交太少，没有可用历史，仅按商机和在岗天数衡量：{names}。";
    fair_none(period: &str): "No quota for {period} yet. Set one in the grid, then see whether it is fair.", "{period}还没有目标。请先在目标分配表中设定。";
    fair_chart(total: &str): "Each quota as a part of what would be level; 100% is level. The band is how far history may be off. In all {total}.", "各成员目标占均衡目标的比例，100% 为相当；色带表示历史数据的误差范围。合计 {total}。";
    fair_level_quota: "Level quota", "均衡目标";
    fair_change: "Change", "调整";
    fair_take: "Take over", "采用";
    fair_take_one(name: &str, amount: &str): "Take over: set the quota of {name} to {amount}", "采用：将{name}的目标设为 {amount}";
    fair_take_all: "Take all into the grid", "全部采用";
    fair_take_told(count: &str, total: &str): "Changes {count} quotas; together they stay {total}. One undo takes it back.", "将修改 {count} 个目标，合计仍为 {total}，可一步撤销。";
    fair_take_told_one: "One alone changes the team's and the company's sums with it.", "单独采用会同时改变团队和公司合计。";
    fair_how: "A share by each yardstick; together their mean. Level is the whole shared out by it, to the last unit. History with fewer than five deals is left out.", "按每个依据计算占比，综合取平均，再按占比分配合计，精确到最小单位。成交少于五单的历史不计。";
    fair_how_pipeline(rate: &str): "Open leads due by the end of the period, each at the odds of its stage; where none stands, at the team's win rate, {rate}.", "本期末前预计成交的进行中线索，按阶段成功率加权；未设成功率的按团队赢单率 {rate}。";
    fair_whole: "Shared out in all", "分配合计";
    fair_share: "Share of the whole by it", "按此依据的占比";
    fair_share_by(yardstick: &str): "Share: {yardstick}", "占比：{yardstick}";
    fair_few_deals: "Fewer than five deals: this says nothing about the person, so it is left out.", "成交少于五单，不足以说明问题，因此不计。";
    fair_level_formula(whole: &str): "{whole} shared out to the last unit by the mean of the shares below; whoever has none of them counts by days alone.", "{whole} 按以下占比的平均值分配，精确到最小单位；没有任何占比的成员仅按在岗天数计。";
    fair_pipeline_formula(name: &str, last: &str): "Each of {name}'s open leads due by {last}: amount × odds, rounded, then added.", "{name}预计在{last}前成交的每条进行中线索：金额 × 赢率，四舍五入后相加。";
    fair_days_formula(name: &str, first: &str, last: &str): "Working days from {first} to {last} on which {name} is in the team and not away.", "{first}至{last}期间{name}在岗且未缺勤的工作日数。";
    fair_deals(amount: &str, deals: &str): "{amount} in {deals} deals", "{amount}（{deals} 单）";
    fair_with_index(value: &str, index: &str): "{value} · {index}", "{value} · {index}";
}

impl super::Lang {
    /// A yardstick.
    pub const fn fair_yardstick(self, by: By) -> &'static str {
        match by {
            By::All => self.fair_all(),
            By::LastYear => self.fair_last_year(),
            By::Quarters => self.fair_quarters(),
            By::Pipeline => self.fair_pipeline(),
            By::Days => self.fair_days(),
        }
    }

    /// How a quota compares.
    pub const fn fair_verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::TooMuch => self.fair_too_much(),
            Verdict::Level => self.fair_level(),
            Verdict::TooLittle => self.fair_too_little(),
            Verdict::Unsure => self.fair_unsure(),
            Verdict::Unknown => self.fair_unknown(),
        }
    }
}
