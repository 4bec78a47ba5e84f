//! What stages are usually called: which words mean won or lost, and which come earlier.
//!
//! Data, not rules. Keys are header keys, so case, spaces and signs do not matter.

use crate::domain::pipeline::Outcome;
use crate::transfer::text::header_key;

const WON: &[&str] = &[
    "won",
    "closedwon",
    "closewon",
    "win",
    "dealwon",
    "converted",
    "赢单",
    "已赢单",
    "赢单关闭",
    "成交",
    "已成交",
    "成单",
    "已成单",
    "中标",
    "已转换",
    "赢",
];

const LOST: &[&str] = &[
    "lost",
    "closedlost",
    "closelost",
    "loss",
    "deallost",
    "lostlead",
    "junklead",
    "junk",
    "invalid",
    "notqualified",
    "unqualified",
    "disqualified",
    "abandoned",
    "cancelled",
    "canceled",
    "dead",
    "输单",
    "已输单",
    "丢单",
    "输",
    "失败",
    "无效",
    "已无效",
    "已流失",
    "放弃",
    "未中标",
    "流失",
];

/// Parts of stage names in the order in which they are usually gone through.
const ORDER: &[&[&str]] = &[
    &["未分配", "notcontacted", "new", "新建", "新线索", "待处理", "unassigned"],
    &["prospect", "潜在", "初步", "attempted", "线索"],
    &["contacted", "connected", "首次", "联系", "engag", "appointment", "预约", "接触"],
    &["qualif", "意向", "确认", "跟进", "working", "nurtur"],
    &["discover", "needs", "需求", "analysis", "调研", "分析"],
    &["demo", "presentation", "演示", "valueprop", "方案", "solution"],
    &["decisionmaker", "iddecision", "perception", "evaluat", "评估", "试用", "trial", "poc"],
    &["proposal", "quote", "报价", "投标", "bid", "quotation"],
    &["negotiat", "谈判", "商务", "review"],
    &["commit", "contract", "合同", "签约", "verbal", "legal"],
];

/// What a stage's or a status's name says about its leads.
pub(super) fn outcome_of(name: &str) -> Outcome {
    let key = header_key(name);
    let names = |words: &[&str]| words.contains(&key.as_str());
    if names(WON) || key.starts_with("closedwon") {
        return Outcome::Won;
    }
    match names(LOST) || key.starts_with("closedlost") {
        true => Outcome::Lost,
        false => Outcome::Open,
    }
}

/// The place of a stage among others, as a text to sort by: by the number in front of its name,
/// then by what such stages are usually called, then by name.
pub(super) fn order_of(name: &str) -> String {
    let key = header_key(name);
    let digits: String = key.chars().take_while(char::is_ascii_digit).take(6).collect();
    let number = digits.parse().unwrap_or(u32::MAX);
    let place = ORDER.iter().position(|words| words.iter().any(|word| key.contains(word)));
    format!("{number:010} {:02} {key}", place.unwrap_or(ORDER.len() / 2))
}
