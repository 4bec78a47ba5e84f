//! Words of surveys: how they are made, asked and read.

use super::{Lang, texts};
use crate::domain::survey::score::Scale;
use crate::domain::survey::{Audience, Question, QuestionKind, UsualText};

texts! {
    surveys_title: "Customer surveys", "客户调查";
    surveys_more: "Ask customers, see what they say", "客户满意度调查与市场调研";
    surveys_add: "New survey", "新建调查";
    surveys_empty: "Nobody has been asked yet. Begin with a template.", "还没有调查，可从模板开始。";
    surveys_templates: "Begin with a template", "从模板开始";
    surveys_customers: "Customers", "客户满意度";
    surveys_market: "Market", "市场调研";
    surveys_bad: "To talk about", "需要跟进";
    surveys_bad_note: "Bad answers that nobody has talked about yet. They are what the next meeting should hear.", "还没有人跟进的差评，下次会议应讨论。";
    surveys_bad_none: "No bad answer waits for a talk.", "没有待跟进的差评。";
    surveys_replies_count(count: &str): "Answers: {count}", "{count} 份回复";
    survey_closed: "Not asked any more", "已停用";
    survey_unknown: "This survey is not there any more.", "该调查已不存在。";
    survey_all: "All surveys", "全部调查";

    survey_csat_name: "Satisfaction after delivery", "交付满意度";
    survey_nps_name: "Would they recommend us", "推荐意愿";
    survey_ces_name: "How easy we make it", "办事便利度";
    survey_own_name: "Own questions", "自定义问题";
    survey_needs_name: "Needs in the market", "市场需求调研";
    survey_price_name: "Prices and competitors", "价格与竞品调研";
    survey_why: "What is the main reason for your answer?", "您这样评价的主要原因是什么？";
    survey_needs_pain: "What costs you the most time today?", "目前最耗费您时间的是什么？";
    survey_needs_when: "When will you buy something for it?", "您计划什么时候采购？";
    survey_needs_now: "Within three months", "三个月内";
    survey_needs_year: "Within a year", "一年内";
    survey_needs_later: "Later or never", "更晚或不考虑";
    survey_needs_matter: "How much does it matter to you to solve it?", "解决这个问题对您有多重要？";
    survey_price_who: "Whose offer do you have now?", "您目前使用哪家的方案？";
    survey_price_fair: "How fair is the price you pay now?", "您认为目前的价格是否合理？";
    survey_price_switch: "Would you change for a better price?", "如果价格更好，您会更换吗？";
    survey_own_question: "How well do we know your business?", "我们对您业务的了解程度如何？";

    question_csat: "How satisfied are you with us?", "您对我们的服务满意吗？";
    question_nps: "How likely are you to recommend us to a colleague?", "您有多大可能向同事推荐我们？";
    question_ces: "It was easy to get my matter settled.", "我的事情办起来很方便。";
    kind_csat: "Satisfaction, 1 to 5 (CSAT)", "满意度 1–5（CSAT）";
    kind_nps: "Recommendation, 0 to 10 (NPS)", "推荐意愿 0–10（NPS）";
    kind_ces: "Ease, 1 to 7 (CES)", "便利度 1–7（CES）";
    kind_rating: "Rating, 1 to 5", "评分 1–5";
    kind_yes_no: "Yes or no", "是或否";
    kind_choice: "One of several", "单选";
    kind_words: "In their own words", "文字回答";
    low_csat: "Not at all", "非常不满意";
    high_csat: "Very", "非常满意";
    low_nps: "Not at all likely", "完全不可能";
    high_nps: "Very likely", "非常可能";
    low_ces: "Do not agree", "完全不同意";
    high_ces: "Agree entirely", "完全同意";
    low_rating: "Low", "低";
    high_rating: "High", "高";
    answer_yes: "Yes", "是";
    answer_no: "No", "否";

    survey_name: "Name, for your team", "名称（仅团队可见）";
    survey_audience: "Whom it asks", "调查对象";
    survey_question(place: &str): "Question {place}", "第 {place} 题";
    survey_question_kind: "How it is answered", "回答方式";
    survey_question_text: "The question", "问题";
    survey_question_usual: "Leave it empty for the usual words, in the language of the tablet.", "留空则使用标准问题，并随平板语言切换。";
    survey_options: "Options, one a line", "选项，每行一个";
    survey_add_question: "Add a question", "添加问题";
    survey_remove_question(place: &str): "Remove question {place}", "删除第 {place} 题";
    survey_edit: "Edit", "编辑";
    survey_close: "Stop asking", "停用";
    survey_reopen: "Ask again", "重新启用";
    survey_delete: "Delete", "删除";
    survey_delete_ask(name: &str): "Delete {name}?", "删除{name}？";
    survey_delete_told(count: &str): "Answers that go with it: {count}. Undo brings all of it back.", "将一并删除 {count} 份回复，可以撤销。";
    survey_questions_stay: "It has been answered, so its questions stay as they are.", "已有回复，问题不能再改。";

    survey_hand: "Hand it to a customer", "交给客户填写";
    survey_hand_note: "The tablet shows the questions and nothing else until your PIN is typed.", "平板只显示问题，输入 PIN 后才能返回。";
    survey_for_deal: "About which deal", "对应线索";
    survey_no_deal: "None", "不指定";
    survey_for_customer: "From which customer", "对应客户";
    survey_results: "What they say", "调查结果";
    survey_none_yet: "Nobody has answered yet.", "还没有回复。";
    survey_score_nps: "Net Promoter Score", "净推荐值（NPS）";
    survey_score_csat: "Satisfied (4 and 5)", "满意率（4 和 5 分）";
    survey_score_ces: "Mean of 1 to 7", "平均分（1–7）";
    survey_score_rating: "Mean of 1 to 5", "平均分（1–5）";
    survey_score_yes: "Yes", "回答“是”";
    survey_between(low: &str, high: &str, answers: &str): "{low} to {high}, from {answers} answers", "{low} 至 {high}，共 {answers} 份";
    survey_too_few(answers: &str): "Answers: {answers}, too few for a figure", "{answers} 份，样本太少，暂不给出数值";
    survey_how_nps: "Share of 9 and 10 less share of 0 to 6, in points, with its 95 % interval (Tango's score interval). Figures whose interval is wider than three tenths of the scale are not compared.", "9–10 分占比减去 0–6 分占比，附 95% 置信区间（Tango 得分区间）。区间宽于量程十分之三的数值不作比较。";
    survey_how_share: "Share among all who answered, with its 95 % interval (Wilson). Figures whose interval is wider than 30 points are not compared.", "占全部回答者的比例，附 95% 置信区间（Wilson）。区间宽于 30 个百分点的数值不作比较。";
    survey_how_mean: "Mean of the answers, with its 95 % interval (score interval on the scale). Figures whose interval is wider than three tenths of the scale are not compared.", "回答的平均分，附 95% 置信区间（量程上的得分区间）。区间宽于量程十分之三的数值不作比较。";
    survey_compare: "Compare", "对比";
    survey_by_quarter: "Quarters", "季度";
    survey_by_product: "Products", "产品";
    survey_by_person: "People", "人员";
    survey_group: "Group", "分组";
    survey_answers: "Answers", "回复数";
    survey_figure: "Figure", "数值";
    survey_interval: "95 % interval", "95% 区间";
    survey_verdict: "Against the rest", "与其余相比";
    survey_higher: "Higher", "更高";
    survey_lower: "Lower", "更低";
    survey_by_product_how: "An answer about a deal with several products counts in each of them.", "一笔交易含多个产品时，其评价计入每个产品。";
    survey_alike: "No difference beyond chance", "差异不显著";
    survey_cannot_tell: "Too few to compare", "样本太少，无法比较";
    survey_without: "Not known", "未注明";
    survey_words_said: "In their words", "文字回答";
    survey_singled: "The answer in question", "待跟进的回复";
    survey_deal_of(name: &str): "The deal: {name}", "相关线索：{name}";
    survey_single: "Single answers", "逐份回复";
    survey_anonymous: "No name", "未注明客户";
    survey_settle: "Talked about it", "已跟进";
    survey_unsettle: "Not talked about yet", "撤回跟进";
    survey_settled(day: &str): "Talked about on {day}", "{day}已跟进";
    survey_reply_delete: "Delete this answer", "删除这份回复";

    kiosk_of(place: &str, all: &str): "{place} of {all}", "{place} / {all}";
    kiosk_skip: "Skip", "跳过";
    kiosk_back: "Back", "上一题";
    kiosk_next: "Next", "下一题";
    kiosk_send: "Send", "提交";
    survey_heard: "talked about in a meeting", "已在会议中讨论";
    survey_find_deal: "Find a deal", "查找线索";
    kiosk_not_sent: "Your answers could not be saved yet. Please tell whoever gave you the tablet.", "您的回答暂未保存，请告知工作人员。";
    kiosk_send_again: "Send again", "重新提交";
    kiosk_thanks: "Thank you", "谢谢";
    kiosk_thanks_note: "You can hand the tablet back.", "您可以把平板交还给我们。";
    kiosk_again: "Next customer", "下一位";
    kiosk_gone: "There is nothing to answer at the moment. Please hand the tablet back.", "目前没有可回答的问题，请把平板交还给我们。";
    kiosk_staff: "Staff", "工作人员";
    kiosk_your_words: "Your answer", "您的回答";
}

impl Lang {
    /// What a question asks: its own words, or the usual ones.
    pub fn question_words(self, question: &Question) -> String {
        if !question.text.trim().is_empty() {
            return self.survey_said(&question.text);
        }
        match question.kind {
            QuestionKind::Scale(Scale::Nps) => self.question_nps(),
            QuestionKind::Scale(Scale::Ces) => self.question_ces(),
            _ => self.question_csat(),
        }
        .to_owned()
    }

    /// A text of a template.
    pub const fn usual_text(self, text: UsualText) -> &'static str {
        match text {
            UsualText::Csat => self.survey_csat_name(),
            UsualText::Nps => self.survey_nps_name(),
            UsualText::Ces => self.survey_ces_name(),
            UsualText::Own => self.survey_own_name(),
            UsualText::Needs => self.survey_needs_name(),
            UsualText::Prices => self.survey_price_name(),
            UsualText::Why => self.survey_why(),
            UsualText::OwnQuestion => self.survey_own_question(),
            UsualText::NeedsMatter => self.survey_needs_matter(),
            UsualText::NeedsWhen => self.survey_needs_when(),
            UsualText::NeedsNow => self.survey_needs_now(),
            UsualText::NeedsYear => self.survey_needs_year(),
            UsualText::NeedsLater => self.survey_needs_later(),
            UsualText::NeedsPain => self.survey_needs_pain(),
            UsualText::PriceWho => self.survey_price_who(),
            UsualText::PriceFair => self.survey_price_fair(),
            UsualText::PriceSwitch => self.survey_price_switch(),
        }
    }

    /// A text of a survey as it is read: that of a template in this language, whichever it was begun
    /// in, and any other as it was written.
    pub fn survey_said(self, text: &str) -> String {
        match usual_of(text) {
            Some(usual) => self.usual_text(usual).to_owned(),
            None => text.to_owned(),
        }
    }

    /// A text of a survey as it is kept: that of a template by its code.
    pub fn survey_kept(text: &str) -> String {
        usual_of(text).map_or_else(|| text.to_owned(), UsualText::kept)
    }

    /// How a question is answered.
    pub const fn question_kind(self, kind: QuestionKind) -> &'static str {
        match kind {
            QuestionKind::Scale(Scale::Csat) => self.kind_csat(),
            QuestionKind::Scale(Scale::Nps) => self.kind_nps(),
            QuestionKind::Scale(Scale::Ces) => self.kind_ces(),
            QuestionKind::Scale(Scale::Rating) => self.kind_rating(),
            QuestionKind::Scale(Scale::YesNo) => self.kind_yes_no(),
            QuestionKind::Choice => self.kind_choice(),
            QuestionKind::Words => self.kind_words(),
        }
    }

    /// The words at the two ends of a scale.
    pub const fn scale_ends(self, scale: Scale) -> (&'static str, &'static str) {
        match scale {
            Scale::Csat => (self.low_csat(), self.high_csat()),
            Scale::Nps => (self.low_nps(), self.high_nps()),
            Scale::Ces => (self.low_ces(), self.high_ces()),
            Scale::Rating => (self.low_rating(), self.high_rating()),
            Scale::YesNo => (self.answer_no(), self.answer_yes()),
        }
    }

    /// What the figure of a scale is called.
    pub const fn score_name(self, scale: Scale) -> &'static str {
        match scale {
            Scale::Nps => self.survey_score_nps(),
            Scale::Csat => self.survey_score_csat(),
            Scale::Ces => self.survey_score_ces(),
            Scale::Rating => self.survey_score_rating(),
            Scale::YesNo => self.survey_score_yes(),
        }
    }

    /// How the figure of a scale and its interval come about.
    pub const fn score_how(self, scale: Scale) -> &'static str {
        match scale {
            Scale::Nps => self.survey_how_nps(),
            Scale::Csat | Scale::YesNo => self.survey_how_share(),
            Scale::Ces | Scale::Rating => self.survey_how_mean(),
        }
    }

    /// Whom a survey asks.
    pub const fn audience(self, audience: Audience) -> &'static str {
        match audience {
            Audience::Customers => self.surveys_customers(),
            Audience::Market => self.surveys_market(),
        }
    }
}

/// The text of a template that this is: by its code, or word for word in a language, as it was kept
/// before there were codes.
fn usual_of(text: &str) -> Option<UsualText> {
    let is_said =
        |it: &&UsualText| [Lang::En, Lang::Zh].iter().any(|lang| lang.usual_text(**it) == text);
    UsualText::read(text).or_else(|| UsualText::ALL.iter().find(is_said).copied())
}
