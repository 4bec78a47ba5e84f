//! Words of the career ladder: levels, criteria, how far somebody is, promotions, trainings.

use super::{Lang, texts};
use crate::domain::career::{CareerFigure, Verdict};

texts! {
    career_title: "Career ladder", "职业发展";
    career_more: "Levels with criteria, and how far each person is from the next", "晋升阶梯、达标情况与晋升记录";
    career_headline(ready: &str): "Ready for the next level: {ready}.", "已达到晋升标准：{ready} 人。";
    career_headline_empty: "A ladder says what the next step is, and what it takes.", "职业阶梯说明下一步是什么、需要达到什么。";
    career_levels: "Levels", "职级";
    career_levels_note: "From the lowest. A level of the ladder is your own; how much somebody has seen, by which leads are assigned, stands in the person's form.", "由低到高。此处职级由您自定；用于分配线索的经验级别在成员资料中填写。";
    career_level_add: "Add a level", "添加职级";
    career_level_name: "Name of the level", "职级名称";
    career_level_rename(name: &str): "Rename {name}", "重命名{name}";
    career_level_delete(name: &str): "Delete {name}", "删除{name}";
    career_start: "Start from a ladder of three levels", "从三级阶梯开始";
    career_empty: "There is no ladder yet. Add the lowest level first.", "还没有职级。请先添加最低一级。";
    career_no_criteria: "No criteria yet, so nobody is told ready for it.", "尚无标准，因此不会提示达标。";
    career_criterion_add: "Add a criterion", "添加标准";
    career_criterion_edit(name: &str): "Change: {name}", "修改：{name}";
    career_criterion_delete(name: &str): "Delete: {name}", "删除：{name}";
    career_figure: "What counts", "指标";
    career_at_least: "At least", "至少";
    career_quarters: "Over how many closed quarters", "统计几个已结束的季度";
    career_judged_text: "What you judge", "评判内容";
    career_people: "People", "成员";
    career_people_note: "Met, not met, and what the numbers cannot tell. Open a person for the figures behind each.", "分为达标、未达标和无法判断。点开成员可查看各项依据。";
    career_standing(met: &str, of: &str, unknown: &str): "met: {met} of {of}, cannot tell: {unknown}", "达标 {met}/{of}，无法判断 {unknown}";
    career_on(level: &str): "On {level}", "现为{level}";
    career_on_none: "On no level yet", "尚未定级";
    career_next(level: &str): "next: {level}", "下一级：{level}";
    career_top: "on top of the ladder", "已是最高职级";
    career_ready: "Ready", "已达标";
    career_not_yet: "Not yet", "未达标";
    career_cannot_tell: "Cannot tell", "无法判断";
    career_met: "Met", "达标";

    climb_attainment: "Goal attainment", "目标达成率";
    climb_wins: "Deals won", "赢单数";
    climb_win_rate: "Win rate", "赢率";
    climb_words: "Words with customers", "客户沟通次数";
    climb_csat: "Satisfied customers (CSAT)", "客户满意率（CSAT）";
    climb_nps: "Net Promoter Score", "净推荐值（NPS）";
    climb_trainings: "Trainings", "培训次数";
    climb_months: "Months on the present level", "现职级满月数";
    climb_judged: "Judged by the manager", "由管理者评判";
    criterion_percent(figure: &str, at_least: &str, quarters: &str): "{figure}: at least {at_least}% over {quarters} closed quarters", "{figure}：近 {quarters} 个已结束季度不低于 {at_least}%";
    criterion_number(figure: &str, at_least: &str, quarters: &str): "{figure}: at least {at_least} over {quarters} closed quarters", "{figure}：近 {quarters} 个已结束季度不少于 {at_least}";
    criterion_plain(figure: &str, at_least: &str): "{figure}: at least {at_least}", "{figure}：不少于 {at_least}";
    criterion_unknown: "A criterion of a newer version", "新版本的标准";

    career_tab: "Career", "职业发展";
    career_since(level: &str, day: &str): "{level} since {day}.", "{day} 起为{level}。";
    career_far(level: &str, met: &str, of: &str): "For {level}, {met} of {of} criteria are met.", "晋升{level}：{of} 项标准中已达标 {met} 项。";
    career_far_unknown(count: &str): "Of {count} the numbers cannot tell yet.", "其中 {count} 项暂无法判断。";
    career_is_ready(level: &str): "All criteria for {level} are met.", "已满足晋升{level}的全部标准。";
    career_no_ladder: "There is no ladder yet.", "尚未设置职级。";
    career_criteria: "What it takes", "晋升标准";
    career_missing(more: &str): "missing: {more}", "还差 {more}";
    career_evidence: "To the figures", "查看依据";
    career_quarter_line(quarter: &str, won: &str, quota: &str): "{quarter}: {won} of {quota}", "{quarter}：{won} / {quota}";
    career_quarter_without(quarter: &str): "{quarter}: no quota", "{quarter}：未设目标";
    career_together(percent: &str): "together {percent}%", "合计 {percent}%";
    career_count(count: &str): "so far: {count}", "目前 {count}";
    career_months_so_far(months: &str, day: &str): "{months} months since {day}", "{day} 起已 {months} 个月";
    career_score(value: &str, low: &str, high: &str, answers: &str): "{value} ({low} to {high}), answers: {answers}", "{value}（{low} 至 {high}），{answers} 份回答";
    career_judged_on(day: &str, note: &str): "Judged on {day}: {note}", "{day} 评判：{note}";
    career_judged_plain(day: &str): "Judged on {day}", "{day} 评判";
    career_judge_note: "Why (may stay empty)", "理由（可不填）";
    career_judge_met: "Met", "达标";
    career_judge_not_met: "Not met", "未达标";
    career_judge_back: "Take it back", "撤回评判";
    career_days(first: &str, last: &str): "{first} to {last}", "{first} 至 {last}";
    unknown_quota(quarter: &str): "No quota in {quarter}. Set one, so that it can be told.", "{quarter}未设目标，设定后才能判断。";
    unknown_currency: "Some was won in another currency than the quota, so it cannot be told.", "部分成交币种与目标不同，无法判断。";
    unknown_came(day: &str): "In the team since {day} only, so the quarters are not whole.", "{day} 才加入，统计期不完整。";
    unknown_data(day: &str): "The data begin on {day}, so the quarters are not whole.", "数据自 {day} 开始，统计期不完整。";
    unknown_no_data: "There are no data of that kind yet.", "尚无此类数据。";
    unknown_few: "Too few to tell: chance alone could do it.", "样本太少，可能只是偶然。";
    unknown_nothing: "Nothing to read in these quarters.", "统计期内没有数据。";
    unknown_level: "On no level yet, so the months cannot be counted.", "尚未定级，无法计算月数。";
    unknown_judged: "Not judged yet.", "尚未评判。";
    unknown_version: "A newer version knows how to read it.", "需用新版本判断。";

    promotion_begin: "Promote or place", "晋升或定级";
    promotion_level: "To which level", "职级";
    promotion_level_choose: "Choose a level", "请选择";
    promotion_on: "Day", "日期";
    promotion_reason: "Reason", "理由";
    promotion_save: "Write it down", "记录";
    promotion_history: "Promotions", "晋升记录";
    promotion_none: "No promotion was written down yet.", "尚无晋升记录。";
    promotion_line(day: &str, met: &str, of: &str): "{day}; criteria met then: {met} of {of}", "{day}；当时达标 {met}/{of} 项";
    promotion_delete: "Delete the latest promotion", "删除最近一次晋升";
    promotion_level_gone: "A level that was deleted", "已删除的职级";
    training_title: "Trainings", "培训";
    training_none: "No training was written down yet. A course that is handed over as a reward comes here by itself.", "尚无培训记录。作为奖励发放的课程会自动记入。";
    training_name: "Which training", "培训名称";
    training_on: "Day", "日期";
    training_add: "Add the training", "添加培训";
    training_reward: "as a reward", "来自奖励";
    training_delete(name: &str): "Delete: {name}", "删除：{name}";

    noun_ladder: "Order of the career ladder", "职级顺序";
    noun_level: "Level of the career ladder", "职级";
    noun_criterion: "Criterion judged", "晋升标准评判";
    noun_promotion: "Promotion", "晋升";

    refused_level_gone: "This level has been deleted. Choose another.", "该职级已被删除，请另选一个。";
    refused_level_taken(count: &str): "Somebody came to this level (entries: {count}), so it stays. Delete those promotions first.", "已有 {count} 条晋升记录使用该职级，不能删除。请先删除这些记录。";
    refused_criterion_gone: "This criterion has been deleted already.", "该标准已被删除。";
    refused_figure_missing: "Choose what counts.", "请选择指标。";
    refused_out_of_range(low: &str, high: &str): "Enter a whole number from {low} to {high}.", "请填写 {low} 到 {high} 的整数。";
    refused_quarters: "Enter 1 to 12 quarters.", "季度数请填写 1 到 12。";
    refused_criterion_empty: "Write what is judged.", "请填写评判内容。";
    refused_not_judged: "This criterion is measured, so nobody judges it.", "该标准由数据判断，无需评判。";
    refused_promotion_reason: "Write the reason of the promotion.", "请填写晋升理由。";
    refused_already_there(name: &str, level: &str): "{name} is on {level} already. Choose another level.", "{name}已是{level}，请另选职级。";
    refused_before_last(day: &str): "The last promotion was on {day}. Enter that day or a later one.", "上次晋升日期为 {day}，请填写当天或之后的日期。";
    refused_promotion_gone: "This promotion has been deleted, or is not the latest.", "该晋升记录已被删除，或不是最近一次。";
}

impl Lang {
    /// What a criterion measures.
    pub const fn career_figure_name(self, figure: CareerFigure) -> &'static str {
        match figure {
            CareerFigure::Attainment => self.climb_attainment(),
            CareerFigure::Wins => self.climb_wins(),
            CareerFigure::WinRate => self.climb_win_rate(),
            CareerFigure::Words => self.climb_words(),
            CareerFigure::Csat => self.climb_csat(),
            CareerFigure::Nps => self.climb_nps(),
            CareerFigure::Trainings => self.climb_trainings(),
            CareerFigure::Months => self.climb_months(),
            CareerFigure::Judged => self.climb_judged(),
        }
    }

    /// What is said of a criterion.
    pub const fn career_verdict(self, verdict: Verdict) -> &'static str {
        match verdict {
            Verdict::Met => self.career_met(),
            Verdict::NotMet => self.career_not_yet(),
            Verdict::CannotTell => self.career_cannot_tell(),
        }
    }
}
