//! Cells that say one of a few things in somebody's words: how much a person has seen, how urgent
//! and how hard a lead is; and cells with lists and with whole numbers.

use crate::domain::lead::Priority;
use crate::domain::people::Level;
use crate::transfer::text::folded;

/// How much a person has seen.
pub fn level(cell: &str) -> Option<Level> {
    let words =
        [(Level::Newcomer, NEWCOMER), (Level::Experienced, EXPERIENCED), (Level::Senior, SENIOR)];
    one_of(cell, &words)
}

/// How urgent a lead is.
pub fn priority(cell: &str) -> Option<Priority> {
    let words = [(Priority::High, HIGH), (Priority::Normal, MIDDLE), (Priority::Low, LOW)];
    one_of(cell, &words)
}

/// How hard a lead is: 1 simple, 2 usual, 3 complex.
pub fn complexity(cell: &str) -> Option<i64> {
    one_of(cell, &[(1, SIMPLE), (2, USUAL), (3, COMPLEX)])
}

/// A whole number from zero on.
pub fn whole(cell: &str) -> Option<i64> {
    let text = folded(cell).replace(',', "");
    // Spreadsheets write 5 as 5.0.
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), "0"));
    let is_whole = part.bytes().all(|it| it == b'0') && whole.bytes().all(|it| it.is_ascii_digit());
    whole.parse().ok().filter(|_| is_whole)
}

/// The parts of a list, each once, in their order; case alone tells none apart.
pub fn list(cell: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in cell.split([',', ';', '|', '、', '，', '；', '\n']).map(str::trim) {
        if !part.is_empty() && !parts.iter().any(|it| folded(it) == folded(part)) {
            parts.push(part.to_owned());
        }
    }
    parts
}

const NEWCOMER: &[&str] = &[
    "newcomer",
    "new",
    "junior",
    "trainee",
    "beginner",
    "entry",
    "entry level",
    "新人",
    "初级",
    "实习",
    "见习",
    "新手",
];
const EXPERIENCED: &[&str] =
    &["experienced", "intermediate", "middle", "mid", "regular", "有经验", "中级", "熟练"];
const SENIOR: &[&str] = &["senior", "expert", "principal", "资深", "高级", "专家"];

/// Hot, warm and cold are how Salesforce rates leads.
const HIGH: &[&str] = &[
    "high",
    "highest",
    "urgent",
    "critical",
    "hot",
    "p0",
    "p1",
    "高",
    "紧急",
    "高优先级",
    "重要",
    "最高",
];
const MIDDLE: &[&str] = &[
    "normal",
    "medium",
    "middle",
    "warm",
    "usual",
    "p2",
    "中",
    "普通",
    "一般",
    "正常",
    "中优先级",
];
const LOW: &[&str] = &["low", "lowest", "cold", "p3", "p4", "低", "不急", "低优先级", "最低"];

const SIMPLE: &[&str] = &["1", "simple", "easy", "low", "简单", "容易", "低"];
const USUAL: &[&str] =
    &["2", "usual", "medium", "normal", "moderate", "中", "中等", "一般", "普通"];
const COMPLEX: &[&str] = &["3", "complex", "hard", "difficult", "high", "复杂", "困难", "高", "难"];

fn one_of<T: Copy>(cell: &str, words: &[(T, &[&str])]) -> Option<T> {
    let text = folded(cell);
    let found = words.iter().find(|(_, words)| words.contains(&text.trim()));
    found.map(|(it, _)| *it)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_read_in_both_languages() {
        for (cells, expect) in [
            (["High", "紧急", " HOT "], Some(Priority::High)),
            (["medium", "一般", "Ｎｏｒｍａｌ"], Some(Priority::Normal)),
            (["Low", "低", "cold"], Some(Priority::Low)),
            (["A", "5", "higher"], None),
        ] {
            assert_eq!(cells.map(priority), [expect; 3], "{cells:?}");
        }
        assert_eq!(
            ["Junior", "资深", "mid", "P7"].map(level).to_vec(),
            [Some(Level::Newcomer), Some(Level::Senior), Some(Level::Experienced), None]
        );
        assert_eq!(
            ["1", "中等", "Complex", "4"].map(complexity),
            [Some(1), Some(2), Some(3), None]
        );
    }

    #[test]
    fn every_own_word_is_read() {
        assert!(Level::ALL.into_iter().all(|it| level(&it.to_string()) == Some(it)));
        assert!(Priority::ALL.into_iter().all(|it| priority(&it.to_string()) == Some(it)));
    }

    #[test]
    fn lists_and_whole_numbers_are_read() {
        assert_eq!(list("CRM; ERP、crm，Cloud |"), ["CRM", "ERP", "Cloud"]);
        assert_eq!(list(" ; "), Vec::<String>::new());
        assert_eq!(
            ["12", "1,200", "１２", "5.0"].map(whole),
            [Some(12), Some(1200), Some(12), Some(5)]
        );
        assert_eq!(["-1", "many", "2.5"].map(whole), [None; 3]);
    }
}
