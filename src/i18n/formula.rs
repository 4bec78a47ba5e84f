//! Words of formulas, names of indicators, and what may be wrong with a formula.

use super::{Lang, texts};
use crate::domain::activity::ActivityKind;
use crate::domain::indicator::{Attribute, Builtin, Records, What};

texts! {
    measure_won_amount: "Won amount", "赢单金额";
    measure_won_count: "Won count", "赢单数";
    measure_growth: "Growth on last year", "同比增长";
    measure_new_customers: "New customers", "新客户数";
    measure_average_won: "Average won deal", "平均赢单额";
    measure_win_rate: "Win rate", "赢单率";
    measure_new_leads: "New leads", "新线索数";
    measure_lost_count: "Lost count", "丢单数";
    measure_open_amount: "Open amount", "进行中金额";
    measure_activities: "Activities", "跟进次数";
    measure_calls: "Calls", "电话次数";
    measure_visits: "Visits", "拜访次数";
    measure_meetings: "Meetings", "会议次数";
    measure_quotes: "Quotes", "报价次数";

    formula_count: "count", "计数";
    formula_sum: "sum", "求和";
    formula_year_before: "last year", "去年同期";
    formula_where: "where", "其中";
    formula_and: "and", "且";
    formula_won: "won leads", "赢单线索";
    formula_lost: "lost leads", "丢单线索";
    formula_new: "new leads", "新线索";
    formula_open: "open leads", "进行中线索";
    formula_first: "first deals", "客户首单";
    formula_activities: "activities", "跟进";
    formula_calls: "calls", "电话";
    formula_visits: "visits", "拜访";
    formula_messages: "messages", "消息";
    formula_meetings: "meetings", "会议";
    formula_quotes: "quotes", "报价";
    formula_source: "source", "来源";
    formula_product: "product", "产品";
    formula_customer: "customer", "客户";
    formula_industry: "industry", "行业";
    formula_class: "class", "客户级别";
    formula_location: "location", "所在地";
    formula_tag: "tag", "标签";
    formula_amount: "amount", "金额";
    formula_short_won: "won", "赢单";
    formula_short_lost: "lost", "丢单";
    formula_short_open: "open", "进行中";

    formula_empty: "Type a formula, or tap the names below.", "请输入公式，或点下面的名称。";
    formula_unknown(name: &str): "There is no indicator “{name}”.", "没有名为“{name}”的指标。";
    formula_unknown_records(name: &str): "“{name}” cannot be counted. Use, for example, “won leads” or “calls”.", "“{name}”不能统计，可用“赢单线索”“电话”等。";
    formula_records_missing: "What is to be counted? For example “won leads” or “calls”.", "请写明统计什么，例如“赢单线索”或“电话”。";
    formula_unknown_attribute(name: &str): "A condition cannot look at “{name}”. Use source, product, customer, industry, class, location, tag or amount.", "条件不能用“{name}”，可用来源、产品、客户、行业、客户级别、所在地、标签、金额。";
    formula_attribute_missing: "A condition is missing, such as source = \"Referral\".", "缺少条件，例如 来源 = \"转介绍\"。";
    formula_bracket_open: "This bracket is not closed.", "这个括号没有闭合。";
    formula_bracket_closed: "This bracket was never opened.", "多了一个右括号。";
    formula_quote_open: "This quotation mark is not closed.", "这个引号没有闭合。";
    formula_part_missing: "A number or a name is missing here.", "这里缺少数字或指标名称。";
    formula_sign_missing: "A sign such as + or ÷ is missing before this.", "这里前面缺少运算符，例如 + 或 ÷。";
    formula_where_missing: "A condition begins with “where”; the next with “and”.", "条件以“其中”开头，后面的用“且”连接。";
    formula_compare_missing: "A sign to compare with is missing: = or ≠, for amounts also > ≥ < ≤.", "缺少比较符号：= 或 ≠，金额还可用 > ≥ < ≤。";
    formula_value_missing: "What to compare with is missing: a text in quotation marks, or for an amount a number.", "缺少比较的内容：文字加引号，金额用数字。";
    formula_nothing_to_sum: "These have no amount. Use “count”.", "这些记录没有金额，请用“计数”。";
    formula_number_too_long: "This number has more than 15 digits.", "数字超过 15 位。";
    formula_too_deep: "Too many brackets, or indicators that use indicators. Split it in two.", "括号或指标引用层数过多，请拆成两个指标。";
    formula_too_long: "The formula has more than 600 characters. Split it in two.", "公式超过 600 个字符，请拆成两个指标。";
    formula_money_times_money: "An amount times an amount is nothing. Divide them, or multiply by a number.", "金额不能乘以金额，可以相除，或乘以数字。";
    formula_over_money: "A number divided by an amount is nothing. Put the amount first.", "数字不能除以金额，请把金额放在前面。";
    formula_money_and_number: "An amount and a count cannot be added or taken away.", "金额与数量不能相加减。";
    formula_is_circle: "This indicator would use itself, directly or through others.", "这样会直接或间接引用自身。";
    formula_use(name: &str): "Use “{name}”", "改为“{name}”";
}

impl Lang {
    /// The name of a built-in indicator.
    pub const fn measure(self, builtin: Builtin) -> &'static str {
        match builtin {
            Builtin::WonAmount => self.measure_won_amount(),
            Builtin::WonCount => self.measure_won_count(),
            Builtin::Growth => self.measure_growth(),
            Builtin::NewCustomers => self.measure_new_customers(),
            Builtin::AverageWon => self.measure_average_won(),
            Builtin::WinRate => self.measure_win_rate(),
            Builtin::NewLeads => self.measure_new_leads(),
            Builtin::LostCount => self.measure_lost_count(),
            Builtin::OpenAmount => self.measure_open_amount(),
            Builtin::Activities => self.measure_activities(),
            Builtin::Calls => self.measure_calls(),
            Builtin::Visits => self.measure_visits(),
            Builtin::Meetings => self.measure_meetings(),
            Builtin::Quotes => self.measure_quotes(),
        }
    }

    /// A count or a sum, as formulas say it.
    pub const fn formula_what(self, what: What) -> &'static str {
        match what {
            What::Count => self.formula_count(),
            What::Sum => self.formula_sum(),
        }
    }

    /// Records, as formulas say them.
    pub const fn formula_records(self, records: Records) -> &'static str {
        match records {
            Records::Won => self.formula_won(),
            Records::Lost => self.formula_lost(),
            Records::New => self.formula_new(),
            Records::Open => self.formula_open(),
            Records::FirstWon => self.formula_first(),
            Records::Done(None | Some(ActivityKind::Note)) => self.formula_activities(),
            Records::Done(Some(ActivityKind::Call)) => self.formula_calls(),
            Records::Done(Some(ActivityKind::Visit)) => self.formula_visits(),
            Records::Done(Some(ActivityKind::Message)) => self.formula_messages(),
            Records::Done(Some(ActivityKind::Meeting)) => self.formula_meetings(),
            Records::Done(Some(ActivityKind::Quote)) => self.formula_quotes(),
        }
    }

    /// What a condition looks at, as formulas say it.
    pub const fn formula_attribute(self, attribute: Attribute) -> &'static str {
        match attribute {
            Attribute::Source => self.formula_source(),
            Attribute::Product => self.formula_product(),
            Attribute::Customer => self.formula_customer(),
            Attribute::Industry => self.formula_industry(),
            Attribute::Class => self.formula_class(),
            Attribute::Location => self.formula_location(),
            Attribute::Tag => self.formula_tag(),
            Attribute::Amount => self.formula_amount(),
        }
    }
}
