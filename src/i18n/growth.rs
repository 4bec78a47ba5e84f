//! Words of a person's scorecard, one-to-ones, feedback, reviews and coaching.

use super::{Lang, texts};
use crate::domain::aim::AimFigure;
use crate::domain::effect::Effect;
use crate::domain::review::{Criterion, Side};
use crate::domain::scorecard::Trait;
use crate::domain::talk::PointKind;

texts! {
    today_aim_due(name: &str): "Look what came of it: {name}", "查看辅导效果：{name}";
    care_title: "Due for a talk", "该沟通的成员";
    care_none: "Everybody was talked with and heard feedback of late.", "近期均已沟通并给过反馈。";
    care_note: "A one-to-one is due on the day that was agreed, or four weeks after the last; feedback after eight weeks of silence.", "一对一按约定日期，未约定则距上次四周；反馈间隔满八周时提示。";
    care_feedback_never: "no feedback yet", "尚无反馈";
    care_feedback_weeks(weeks: &str): "no feedback for {weeks} weeks", "{weeks} 周未反馈";
    growth_print: "Print", "打印";
    growth_card: "Scorecard", "绩效看板";
    growth_talks: "One-to-ones", "一对一";
    growth_feedback: "Feedback", "反馈";
    growth_reviews: "Reviews", "绩效评估";
    growth_aims: "Coaching", "辅导与改进";
    growth_open: "Scorecard and talks", "绩效与一对一";
    growth_parts: "Parts", "栏目";
    growth_to_person: "To the person", "返回成员页";
    growth_hand(name: &str): "Turn it to {name}", "转给{name}看";

    card_strong(names: &str): "Better than the others: {names}.", "明显强于团队：{names}。";
    card_weak(names: &str): "Weaker than the others: {names}.", "明显弱于团队：{names}。";
    card_alike: "No figure differs from the others beyond chance.", "各项与团队其他人无显著差异。";
    card_how: "The last 12 months beside everybody else's. A figure is called strong or weak only where chance alone would do it less than once in twenty, with all figures of the person judged together (Fisher, Mann and Whitney, Przyborowski and Wilenski; Holm). Intervals hold 95 %.", "统计近 12 个月，与团队其他人对比。仅当差异由偶然造成的概率低于 5%（各项合并校正，Fisher、Mann–Whitney、Przyborowski–Wilenski 检验，Holm 校正）时，才判为强项或弱项。区间为 95%。";
    card_own_how: "Your last 12 months. Intervals hold 95 %.", "统计您近 12 个月的数据。区间为 95%。";
    card_figure: "Figure", "指标";
    card_own: "Own", "本人";
    card_others: "Others", "其他人";
    card_verdict: "Verdict", "判断";
    card_strength: "Strength", "强项";
    card_weakness: "Weakness", "弱项";
    card_same: "Like the others", "与他人相当";
    card_too_few: "Too few to say", "样本太少";
    card_goals: "Goals", "目标";
    card_no_goals: "No goal is set for this person.", "尚未设定目标。";
    card_pipeline: "In hand", "进行中";
    card_pipeline_line(open: &str, worth: &str): "Open leads: {open}, worth {worth}", "{open} 条线索，金额 {worth}";
    card_activities_line(now: &str, before: &str): "Words with customers in the last four weeks: {now}; in the four before: {before}", "近四周跟进 {now} 次，前四周 {before} 次";
    card_work_on(name: &str): "Work on: {name}", "针对“{name}”辅导";
    trait_win_rate: "Win rate", "赢率";
    trait_days_to_win: "Days to a win", "成交天数";
    trait_deal_size: "Size of a won deal", "赢单金额";
    trait_activities: "Words with customers a working day", "每工作日跟进次数";
    trait_next_steps: "Open leads with a next step in time", "有有效下一步的线索";
    trait_fresh: "Open leads touched within four weeks", "四周内有动作的线索";
    trait_win_rate_how(first: &str, last: &str): "Won ÷ (won + lost), over the leads that closed from {first} to {last}, with its 95 % interval (Wilson).", "赢单 ÷（赢单 + 输单），统计{first}至{last}关闭的线索，附 95% 置信区间（Wilson）。";
    trait_days_to_win_how(first: &str, last: &str): "The middle of the days from creation to the win, over the leads won from {first} to {last}.", "{first}至{last}赢单线索从创建到赢单天数的中位数。";
    trait_deal_size_how(first: &str, last: &str): "The middle of the amounts of the leads won from {first} to {last}.", "{first}至{last}赢单金额的中位数。";
    trait_activities_how(first: &str, last: &str): "Words with customers from {first} to {last} ÷ working days on which the person was there.", "{first}至{last}的跟进次数 ÷ 在岗工作日。";
    trait_next_steps_how(last: &str): "Open leads whose next step is not overdue on {last} ÷ all open leads.", "截至{last}下一步未逾期的进行中线索 ÷ 全部进行中线索。";
    trait_fresh_how(last: &str): "Open leads with an activity, or created, within the four weeks up to {last} ÷ all open leads.", "截至{last}四周内有动作或新建的进行中线索 ÷ 全部进行中线索。";
    trait_as_it_should: "As they should be", "符合要求";
    trait_all: "In all", "合计";
    reading_of(hits: &str, trials: &str): "{hits} of {trials}", "{trials} 中 {hits}";
    reading_of_between(hits: &str, trials: &str, low: &str, high: &str): "{hits} of {trials} ({low}–{high})", "{trials} 中 {hits}（{low}–{high}）";
    reading_between(value: &str, low: &str, high: &str): "{value} ({low}–{high})", "{value}（{low}–{high}）";
    reading_days(days: &str): "{days} days", "{days} 天";

    talk_points: "To talk about", "待谈要点";
    talk_add: "Add", "添加";
    talk_point_text: "What about", "内容";
    talk_kind: "Kind", "类型";
    talk_kind_shared: "For both", "共享要点";
    talk_kind_private: "My own note", "私人备注";
    talk_kind_action: "To do", "行动项";
    talk_private_note: "Only you see it, on the manager's face alone.", "仅在管理者视图中可见。";
    talk_who: "Who does it", "负责人";
    talk_who_manager: "I do", "我来做";
    talk_due: "By", "截止日期";
    talk_due_on(day: &str): "by {day}", "{day}前";
    talk_carried(count: &str): "carried over: {count}", "已顺延 {count} 次";
    talk_by_manager: "the manager", "管理者";
    talk_done: "Done", "完成";
    talk_reopen: "Open again", "重新打开";
    talk_delete: "Delete this point", "删除这一要点";
    talk_correct: "Correct this point", "更正这一要点";
    talk_none: "Nothing is waiting to be talked about.", "暂无待谈要点。";
    talk_hold: "We have talked", "记录本次沟通";
    talk_next: "Next talk", "下次沟通";
    talk_last(day: &str): "Last talk {day}", "上次沟通：{day}";
    talk_last_next(day: &str, next: &str): "Last talk {day}, next {next}", "上次沟通：{day}，下次：{next}";
    talk_never: "No talk has been held yet.", "还没有沟通记录。";
    talk_held_note: "What is still open is carried over to the next.", "未完成的要点会顺延到下次。";
    talk_finished: "Done before", "已完成";
    talk_all: "Talks held", "沟通记录";

    feedback_add: "Give feedback", "给出反馈";
    feedback_tone: "What it is", "类型";
    feedback_positive: "Praise", "肯定";
    feedback_constructive: "To change", "建议改进";
    feedback_situation: "Situation: when and where", "情境：何时何地";
    feedback_behaviour: "Behaviour: what they did", "行为：做了什么";
    feedback_impact: "Impact: what came of it", "影响：带来什么结果";
    feedback_value: "A value of the team", "对应的团队价值观";
    feedback_on: "Day", "日期";
    feedback_none: "No feedback has been given yet.", "还没有反馈记录。";
    feedback_delete: "Delete this feedback", "删除这条反馈";
    feedback_correct: "Correct this feedback", "更正这条反馈";
    feedback_balance(positive: &str, constructive: &str): "In the last 12 months: praise {positive}, to change {constructive}.", "近 12 个月：肯定 {positive} 次，建议改进 {constructive} 次。";
    feedback_only_praise: "Nothing to change was ever named. Honest wishes help, too.", "只有肯定，没有建议。适当的建议同样有帮助。";
    feedback_only_change: "Nothing was praised. Say what went well, too.", "只有建议，没有肯定。也请说出做得好的地方。";
    feedback_silent(weeks: &str): "The last word was {weeks} weeks ago.", "距上次反馈已有 {weeks} 周。";
    feedback_months: "Month by month", "按月分布";

    review_begin: "Begin a review", "开始评估";
    review_first: "First day", "开始日期";
    review_last: "Last day", "结束日期";
    review_days(first: &str, last: &str): "{first} to {last}", "{first} 至 {last}";
    review_none: "No review has been begun yet.", "还没有绩效评估。";
    review_own: "Own view", "自评";
    review_manager: "Manager's view", "管理者评价";
    review_results: "Results against goals", "目标达成";
    review_customers: "Service to customers", "客户服务";
    review_discipline: "Care of leads and records", "线索与记录管理";
    review_team: "Teamwork and values", "协作与价值观";
    review_growth: "Learning", "学习成长";
    review_words: "In words", "文字说明";
    review_seal: "Done", "提交";
    review_change: "Change", "修改";
    review_sealed_on(day: &str): "Done on {day}", "{day}已提交";
    review_waiting: "Not done yet", "未提交";
    review_hidden: "It is shown once both are done.", "双方都提交后才显示。";
    review_hidden_shared: "It is shown in your talk about it.", "将在面谈时公开。";
    review_evidence: "What happened in these months", "各月实际情况";
    review_evidence_note: "Every month counts alike, the first as much as the last.", "各月同等看待，避免只看近期。";
    review_month: "Month", "月份";
    review_won: "Won", "赢单金额";
    review_closed: "Won and lost", "赢单/输单";
    review_words_count: "Words with customers", "跟进";
    review_praise: "Praise / to change", "肯定/建议";
    review_agreed: "What we agreed on", "共同约定";
    review_share: "Show it to both", "向双方公开";
    review_shared(day: &str): "Shown on {day}", "{day}已公开";
    review_delete: "Delete this review", "删除该评估";
    review_apart(names: &str): "You see it differently: {names}. Begin the talk there.", "双方看法不同：{names}。面谈可从这里开始。";
    review_alike: "Both see it much alike.", "双方看法基本一致。";

    aim_coach: "Coach a figure", "开始辅导";
    aim_plan: "Improvement plan", "制定改进计划";
    aim_kind_coaching: "Coaching", "辅导";
    aim_kind_plan: "Improvement plan", "改进计划";
    aim_figure: "The figure", "指标";
    aim_drill: "The drill: one thing to do differently", "做法：只改一件事";
    aim_change: "What has to change", "需要改进什么";
    aim_help: "What help there is", "提供的支持";
    aim_begun: "From", "开始日期";
    aim_due: "To", "结束日期";
    aim_none: "Nothing is worked on yet.", "还没有辅导或改进计划。";
    aim_before: "Before", "之前";
    aim_since: "Since", "之后";
    aim_rose: "It moved up.", "有提升。";
    aim_fell: "It moved down.", "有下降。";
    aim_shorter: "It got shorter.", "有缩短。";
    aim_longer: "It got longer.", "有延长。";
    aim_did_not: "It did not move.", "没有变化。";
    aim_cannot_tell: "The numbers cannot tell yet.", "数据还不足以判断。";
    aim_how: "As many days before as since. Moved: the 95 % interval of the change leaves out none (rates: Newcombe; counts: their ratio; amounts and days: Mann and Whitney). Did not: all of the interval is within ten points, or a fifth to a quarter. Else the numbers cannot tell. Shares of open leads are those of the day on which the work was written down and of today, or of its end.", "前后取相同天数。变化的 95% 区间不含零为“有变化”（比例用 Newcombe 法，次数用比值，金额与天数用 Mann–Whitney 法）；区间全部在 10 个百分点内（次数、金额与天数在 −20% 至 +25% 内）为“没有变化”；其余为“不足以判断”。进行中线索的占比，之前取登记当天，之后取今天或结束当天。";
    aim_not_begun: "It begins later.", "尚未开始。";
    aim_looked_late: "It was written down after it had begun: how the leads stood before is not known.", "登记晚于开始日期，无法得知之前的线索状况。";
    aim_daily_how(figure: &str, first: &str, last: &str): "{figure}: those from {first} to {last} ÷ working days on which the person was there.", "{figure}：{first}至{last}的数量 ÷ 在岗工作日。";
    aim_kept: "It was counted on that day and kept; the leads have moved on since.", "按当日状况统计并留存，线索此后已有变化。";
    aim_as_of(day: &str, value: &str): "{day}: {value}", "{day}：{value}";
    aim_middle(value: &str, count: &str): "{value}, won leads: {count}", "{value}，赢单 {count} 笔";
    aim_until(first: &str, last: &str): "{first} to {last}", "{first} 至 {last}";
    aim_ended(day: &str): "Ended on {day}", "{day}已结束";
    aim_end: "End it", "结束";
    aim_resume: "Take it up again", "重新开始";
    aim_conclusion: "What we learned", "结论";
    aim_correct: "Correct", "更正";
    aim_delete: "Delete", "删除";
    aim_daily(hits: &str, days: &str, rate: &str): "{rate} a day (in all {hits}, working days {days})", "{days} 个工作日 {hits} 次，日均 {rate}";
    figure_win_rate: "Win rate", "赢率";
    figure_wins: "Wins", "赢单数";
    figure_activities: "Words with customers", "跟进次数";
    figure_visits: "Visits and meetings", "拜访与会议";
    figure_quotes: "Quotes", "报价数";
    figure_new_leads: "New leads", "新增线索";
}

impl Lang {
    /// A figure of a scorecard.
    pub const fn scorecard_trait(self, of: Trait) -> &'static str {
        match of {
            Trait::WinRate => self.trait_win_rate(),
            Trait::DaysToWin => self.trait_days_to_win(),
            Trait::DealSize => self.trait_deal_size(),
            Trait::Activities => self.trait_activities(),
            Trait::NextSteps => self.trait_next_steps(),
            Trait::Fresh => self.trait_fresh(),
        }
    }

    /// A figure that is worked on.
    pub const fn aim_figure_name(self, figure: AimFigure) -> &'static str {
        match figure {
            AimFigure::WinRate => self.figure_win_rate(),
            AimFigure::Wins => self.figure_wins(),
            AimFigure::DealSize => self.trait_deal_size(),
            AimFigure::DaysToWin => self.trait_days_to_win(),
            AimFigure::NextSteps => self.trait_next_steps(),
            AimFigure::Fresh => self.trait_fresh(),
            AimFigure::Activities => self.figure_activities(),
            AimFigure::Visits => self.figure_visits(),
            AimFigure::Quotes => self.figure_quotes(),
            AimFigure::NewLeads => self.figure_new_leads(),
        }
    }

    /// What is said of a change of a figure.
    pub const fn effect(self, figure: AimFigure, effect: Effect) -> &'static str {
        match (effect, figure) {
            (Effect::Rose, AimFigure::DaysToWin) => self.aim_longer(),
            (Effect::Fell, AimFigure::DaysToWin) => self.aim_shorter(),
            (Effect::Rose, _) => self.aim_rose(),
            (Effect::Fell, _) => self.aim_fell(),
            (Effect::DidNot, _) => self.aim_did_not(),
            (Effect::CannotTell, _) => self.aim_cannot_tell(),
        }
    }

    /// What a point is.
    pub const fn talk_point_kind(self, kind: PointKind) -> &'static str {
        match kind {
            PointKind::Shared => self.talk_kind_shared(),
            PointKind::Private => self.talk_kind_private(),
            PointKind::Action => self.talk_kind_action(),
        }
    }

    /// What is looked at in a review.
    pub const fn criterion(self, criterion: Criterion) -> &'static str {
        match criterion {
            Criterion::Results => self.review_results(),
            Criterion::Customers => self.review_customers(),
            Criterion::Discipline => self.review_discipline(),
            Criterion::Team => self.review_team(),
            Criterion::Growth => self.review_growth(),
        }
    }

    /// Whose view it is.
    pub const fn review_side(self, side: Side) -> &'static str {
        match side {
            Side::Own => self.review_own(),
            Side::Manager => self.review_manager(),
        }
    }
}
