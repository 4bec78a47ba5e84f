//! Words of the market book, and of what is assumed in forecasts.

use super::{Lang, texts};
use crate::domain::market::{Confidence, NoteKind};

texts! {
    market_title: "Market book", "市场手册";
    more_market: "What was heard of the market, and what is assumed of it", "市场动态与预测假设";
    market_notes: "Notes", "市场记录";
    market_notes_none: "No notes yet. Write down what you hear of the market, with the day and where it comes from.", "还没有记录。听到市场消息时，连同日期和来源记下来。";
    market_note_add: "Add a note", "添加记录";
    market_note_new: "New note", "新记录";
    market_note_kind: "About", "类别";
    market_note_text: "What was heard", "内容";
    market_note_day: "Day", "日期";
    market_note_source: "Where it comes from", "来源";
    market_note_confidence: "How sure it is", "可信度";
    market_note_segment: "Which customers", "客户群";
    market_note_competitor: "Competitor", "竞争对手";
    market_note_product: "Product", "产品";
    market_nothing_chosen: "None", "不指定";
    market_note_delete: "Delete this note", "删除记录";
    market_stale: "Stale", "已过期";
    market_stale_words(n: &str): "Older than 90 days, so look again: {n}.", "{n} 条记录已超过 90 天，请重新核实。";
    market_kind_size: "Market size", "市场规模";
    market_kind_trend: "Trend", "趋势";
    market_kind_demand: "Demand", "需求变化";
    market_kind_competitor: "Competitor move", "对手动作";
    market_low: "Low", "低";
    market_medium: "Medium", "中";
    market_high: "High", "高";
    market_confidence(word: &str): "Confidence: {word}", "可信度：{word}";

    market_assumptions: "Assumptions", "预测假设";
    market_assumptions_note: "An assumption stands beside the forecast of its period, on or off. It never becomes part of it.", "假设与该周期的预测并列显示，可开可关，不会混入预测。";
    market_assumptions_none: "No assumptions yet.", "还没有假设。";
    assumption_add: "Add an assumption", "添加假设";
    assumption_new: "New assumption", "新假设";
    assumption_name: "What is assumed", "假设内容";
    assumption_as: "Its effect is", "影响方式";
    assumption_as_percent: "A part", "百分比";
    assumption_as_amount: "An amount", "金额";
    assumption_percent: "Percent of what is still expected, such as -8", "占剩余预期的百分比，如 -8";
    assumption_amount: "Amount, with a minus where it takes away", "金额，减少时填负数";
    assumption_wrong: "Enter a number such as 5 or -8.5.", "请填写数字，如 5 或 -8.5。";
    assumption_team: "Team", "团队";
    assumption_all: "All", "全部";
    assumption_note: "Comes from", "依据";
    assumption_delete: "Delete this assumption", "删除假设";
    assumption_effect(effect: &str, about: &str): "{effect} · {about}", "{effect} · {about}";
    assumption_percent_of(percent: &str): "{percent} of what is still expected", "剩余预期的 {percent}";

    assumed_title: "With assumptions", "加上假设";
    assumed_plain: "Forecast alone", "仅按预测";
    assumed_with: "With what is switched on", "加上已启用的假设";
    assumed_chance(with: &str, plain: &str): "chance to reach the goal {with} instead of {plain}", "达成目标的可能性 {with}，无假设时 {plain}";
    assumed_range(low: &str, high: &str): "Between {low} and {high} in eight of ten cases", "十次有八次在 {low} 到 {high} 之间";
    assumed_off: "Switched off", "未启用";
    assumed_other_currency: "In another currency, so not added", "币种不同，未计入";
    assumed_how: "A part is of what is still expected: of open leads with it and of leads to come. What is won is won.", "百分比只作用于尚未赢得的部分：进行中和将来的线索。已赢单不受影响。";
    assumed_formula_with: "Where the period is likely to land by the forecast alone, and what each assumption that is on adds to that. The whole range moves with it; the forecast itself stays as it is.", "仅按预测的结果，加上各条已启用假设的影响；整个区间随之移动，预测本身不变。";
    assumed_formula_part(part: &str, of: &str): "The part that is assumed × what is still expected of what it is about: {part} × {of}.", "假设的比例 × 其所涉范围内尚待赢得的预期：{part} × {of}。";
    assumed_formula_amount: "The amount that is assumed, whatever is expected.", "直接假设的金额，与预期无关。";
    assumed_input_of: "Still expected of it", "所涉范围的预期";
    assumed_added(brings: &str, part: &str): "{brings} expected × {part}", "预期 {brings} × {part}";
    assumed_mark(amount: &str): "With assumptions {amount}", "加上假设 {amount}";
    assumed_key: "8 times in 10, with the assumptions that are on", "加上已启用的假设，十次中的八次";
    assumed_case(case: &str): "{case}, with assumptions", "{case}（加上假设）";
    assumed_link: "Market book", "市场手册";

    did_market_note_saved(name: &str): "Saved the note “{name}”", "保存市场记录“{name}”";
    did_market_note_deleted(name: &str): "Deleted the note “{name}”", "删除市场记录“{name}”";
    did_assumption_saved(name: &str): "Saved assumption {name}", "保存假设{name}";
    did_assumption_deleted(name: &str): "Deleted assumption {name}", "删除假设{name}";
    did_assumption_on(name: &str): "Switched {name} on", "启用假设{name}";
    did_assumption_off(name: &str): "Switched {name} off", "停用假设{name}";
    market_note_gone: "This note has been deleted already.", "该记录已被删除。";
    market_note_empty: "Write down what was heard.", "请填写内容。";
    assumption_gone: "This assumption has been deleted already.", "该假设已被删除。";
    assumption_without_effect: "Enter a part from -100 % to 1000 %, or an amount.", "请填写 -100% 到 1000% 之间的百分比，或一个金额。";
}

impl Lang {
    /// What a note is about.
    pub const fn note_kind_words(self, kind: NoteKind) -> &'static str {
        match kind {
            NoteKind::Size => self.market_kind_size(),
            NoteKind::Trend => self.market_kind_trend(),
            NoteKind::Demand => self.market_kind_demand(),
            NoteKind::Competitor => self.market_kind_competitor(),
        }
    }

    /// How sure a note is.
    pub const fn confidence_words(self, confidence: Confidence) -> &'static str {
        match confidence {
            Confidence::Low => self.market_low(),
            Confidence::Medium => self.market_medium(),
            Confidence::High => self.market_high(),
        }
    }
}
