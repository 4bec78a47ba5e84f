//! What is wrong with a written plan, and why nothing can be paid, in words.

use super::{Lang, texts};
use crate::domain::commission::CannotPay;
use crate::domain::commission::cycle::{Cycle, Turn};
use crate::domain::commission::format::{Why, Wrong};
use crate::domain::commission::tiling::Seam;

texts! {
    format_at(at: &str, why: &str): "{at}: {why}", "{at}：{why}";
    format_not_json: "this is no JSON. Look for a missing comma, bracket or quotation mark.", "不是有效的 JSON，请检查逗号、括号和引号。";
    format_not_object: "this has to be an object {…}.", "应为对象 {…}。";
    format_not_list: "this has to be a list […].", "应为列表 […]。";
    format_not_text: "this has to be a text in quotation marks.", "应为引号中的文本。";
    format_not_yes_no: "this has to be true or false.", "应为 true 或 false。";
    format_not_number: "this is no number. Write 0.05, \"5%\" or \"1/20\".", "不是数字，请写成 0.05、\"5%\" 或 \"1/20\"。";
    format_not_amount(digits: u32): "this is no amount with at most {digits} digits after the point.", "不是小数点后最多 {digits} 位的金额。";
    format_not_day: "this is no date. Write it as 2026-05-03.", "不是日期，请写成 2026-05-03。";
    format_not_period(sample: &str): "this is no period of the plan. Write it as {sample}.", "不是该方案的周期，请写成 {sample}。";
    format_not_currency: "this is no currency. Write three capital letters, as CNY.", "不是币种，请写三个大写字母，如 CNY。";
    format_not_one_of(words: &str): "this has to be one of: {words}.", "应为其中之一：{words}。";
    format_unknown(key: &str, known: &str): "\"{key}\" is not known here. Known are: {known}.", "此处不认识“{key}”，可用的有：{known}。";
    format_missing(key: &str): "\"{key}\" is missing.", "缺少“{key}”。";
    format_one_of(keys: &str): "exactly one of these has to be there: {keys}.", "必须且只能有其中之一：{keys}。";
    format_not_together(a: &str, b: &str): "\"{a}\" does not go together with \"{b}\".", "“{a}”不能与“{b}”同时这样填写。";
    format_from_to(low: &str, high: &str): "this has to be from {low} to {high}.", "应在 {low} 到 {high} 之间。";
    format_from(low: &str): "this must not be below {low}.", "不能小于 {low}。";
    format_not_above: "this has to lie above the one before it.", "应大于前一个。";
    format_gap(ends: &str, begins: &str): "the tier before ends at {ends} and this one begins at {begins}: nothing is said of what lies between.", "前一档到 {ends} 为止，本档从 {begins} 开始，两者之间没有规定。";
    format_overlap(ends: &str, begins: &str): "this tier begins at {begins}, but the one before ends at {ends}: what lies between is in both.", "本档从 {begins} 开始，而前一档到 {ends} 为止，两者重叠。";
    format_shares: "the shares do not add up to 1.", "份额之和不等于 1。";
    format_nobody(name: &str): "there is nobody called \"{name}\" among the people.", "人员中没有“{name}”。";
    format_twice(name: &str): "\"{name}\" is there twice.", "“{name}”重复。";
    format_lines: "the lines of the deal do not add up to its amount.", "明细之和不等于商机金额。";
    format_margins: "the margins of the lines do not add up to that of the deal.", "明细毛利之和不等于商机毛利。";
    format_measured_apart: "a threshold beside tiers has to be measured over the same time, and one that pays the excess alone also by the same thing and of the same deals.", "与阶梯并用的门槛必须按同一时间范围计量；只付超出部分的门槛还须按同一口径计量。";
    format_empty: "there has to be at least one.", "至少要有一个。";
    format_circle: "somebody would manage themselves.", "会形成自己管理自己的循环。";

    cannot_pay_undated(deal: &str): "\"{deal}\" has no day, so nobody knows in which period it is paid. Enter the day.", "“{deal}”没有日期，无法确定发放周期，请填写日期。";
    cannot_pay_outside(deal: &str): "\"{deal}\" counts in none of the periods that were asked for.", "“{deal}”不在所要求的周期内。";
    cannot_pay_no_rate(deal: &str, code: &str): "There is no rate for {code} on the day of \"{deal}\". Enter one.", "“{deal}”当日没有 {code} 的汇率，请先录入。";
    cannot_pay_no_margin(deal: &str): "\"{deal}\" has no margin, and the plan pays by margins.", "“{deal}”没有毛利，而方案按毛利计算。";
    cannot_pay_no_quota(name: &str, period: &str): "{name} has no quota above zero for {period}, and the plan pays by quotas. Set one under Goals.", "{name}在 {period} 没有大于零的目标，而方案按目标计算，请先在“目标”中设定。";
    cannot_pay_no_periods: "Nothing says which periods are to be paid: there is no dated deal.", "没有带日期的商机，无法确定要发放的周期。";
    cannot_pay_too_large: "A number is too large to reckon with.", "数字过大，无法计算。";
}

impl Lang {
    /// What is wrong with a written plan, and where.
    pub fn format_wrong(self, wrong: &Wrong) -> String {
        self.format_at(&wrong.at, &self.format_why(&wrong.why))
    }

    fn format_why(self, why: &Why) -> String {
        let text = match why {
            Why::NotJson => self.format_not_json(),
            Why::NotAnObject => self.format_not_object(),
            Why::NotAList => self.format_not_list(),
            Why::NotAText => self.format_not_text(),
            Why::NotYesOrNo => self.format_not_yes_no(),
            Why::NotANumber => self.format_not_number(),
            Why::NotADay => self.format_not_day(),
            Why::NotACurrency => self.format_not_currency(),
            Why::NotAbove => self.format_not_above(),
            Why::SharesNotWhole => self.format_shares(),
            Why::LinesNotWhole => self.format_lines(),
            Why::MarginsNotWhole => self.format_margins(),
            Why::MeasuredApart => self.format_measured_apart(),
            Why::Empty => self.format_empty(),
            Why::Circle => self.format_circle(),
            Why::NotAnAmount(digits) => return self.format_not_amount(*digits),
            Why::NotAPeriod(cycle) => return self.format_not_period(sample(*cycle)),
            Why::NotOneOf(words) => return self.format_not_one_of(&words.join(", ")),
            Why::Unknown(key, known) => return self.format_unknown(key, &known.join(", ")),
            Why::Missing(key) => return self.format_missing(key),
            Why::OneOf(keys) => return self.format_one_of(&keys.join(", ")),
            Why::NotTogether(a, b) => return self.format_not_together(a, b),
            Why::OutOfRange(low, "") => return self.format_from(low),
            Why::OutOfRange(low, high) => return self.format_from_to(low, high),
            Why::Nobody(name) => return self.format_nobody(name),
            Why::Twice(name) => return self.format_twice(name),
        };
        text.to_owned()
    }

    /// What is wrong between two tiers, whose boundaries are given as they are written.
    pub fn format_seam(self, seam: &Seam, ends: &str, begins: &str) -> String {
        let at = format!("plan.components[{}].tiers.steps[{}]", seam.component, seam.tier);
        let why = match seam.is_overlap() {
            true => self.format_overlap(ends, begins),
            false => self.format_gap(ends, begins),
        };
        self.format_at(&at, &why)
    }

    /// Why nothing can be paid; periods are given in words.
    pub fn cannot_pay(self, why: &CannotPay, period: impl Fn(Turn) -> String) -> String {
        match why {
            CannotPay::Undated(deal) => self.cannot_pay_undated(deal),
            CannotPay::Outside(deal) => self.cannot_pay_outside(deal),
            CannotPay::NoRate(deal, code) => self.cannot_pay_no_rate(deal, code.code()),
            CannotPay::NoMargin(deal) => self.cannot_pay_no_margin(deal),
            CannotPay::NoQuota(name, turn) => self.cannot_pay_no_quota(name, &period(*turn)),
            CannotPay::NoPeriods => self.cannot_pay_no_periods().to_owned(),
            CannotPay::TooLarge => self.cannot_pay_too_large().to_owned(),
        }
    }
}

fn sample(cycle: Cycle) -> &'static str {
    match cycle {
        Cycle::Once => "once",
        Cycle::Month => "2026-05",
        Cycle::Quarter => "2026-Q2",
        Cycle::Year => "2026",
    }
}
