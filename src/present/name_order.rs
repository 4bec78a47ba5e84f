//! The order of names that readers expect: Chinese names by pinyin, Latin ones among them by
//! letter.
//!
//! `李雷` stands as "li lei" between Lewis and Liam. Equal syllables go by tone, then by character,
//! so that a surname stays together. Surnames that are read in their own way are, in short names,
//! and so are cities and words of many companies. The order is that of one table, so it is the same
//! in every browser; `Intl.Collator` would keep Chinese and Latin names apart.

use super::matching::fold;
use crate::domain::pinyin::{is_chinese, reading};

/// Chinese names of people have at most so many characters.
const PERSON: usize = 4;

/// Surnames that are read in their own way.
const SURNAMES: &[(&str, &str)] = &[
    ("单于", "chan2 yu2"),
    ("尉迟", "yu4 chi2"),
    ("万俟", "mo4 qi2"),
    ("澹台", "tan2 tai2"),
    ("长孙", "zhang3 sun1"),
    ("令狐", "ling2 hu2"),
    ("皇甫", "huang2 fu3"),
    ("单", "shan4"),
    ("曾", "zeng1"),
    ("仇", "qiu2"),
    ("解", "xie4"),
    ("区", "ou1"),
    ("朴", "piao2"),
    ("查", "zha1"),
    ("盖", "ge3"),
    ("翟", "zhai2"),
    ("覃", "qin2"),
    ("缪", "miao4"),
    ("折", "she2"),
    ("洗", "xian3"),
    ("秘", "bi4"),
    ("繁", "po2"),
    ("召", "shao4"),
    ("种", "chong2"),
    ("祭", "zhai4"),
    ("员", "yun4"),
    ("乜", "nie4"),
    ("隗", "wei3"),
    ("任", "ren2"),
    ("华", "hua4"),
    ("纪", "ji3"),
    ("应", "ying1"),
];

/// Words with which names begin, and in which a character is not read as usual.
const WORDS: &[(&str, &str)] = &[
    ("重庆", "chong2 qing4"),
    ("厦门", "xia4 men2"),
    ("六安", "lu4 an1"),
    ("长", "chang2"),
    ("乐清", "yue4 qing1"),
    ("音乐", "yin1 yue4"),
];

/// Where a name stands among others: by how it is read, then by how it is written.
///
/// Making it takes longer than comparing it, so sort by [`crate::domain::arrange::by_cached_key`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NameOrder(String, String);

impl NameOrder {
    /// The place of a name.
    pub fn of(name: &str) -> NameOrder {
        NameOrder(read(name), name.to_owned())
    }
}

/// A name as it is read, with the characters behind their syllables.
fn read(name: &str) -> String {
    let folded: String = fold(name).into_iter().collect();
    let mut key = String::with_capacity(folded.len() * 2);
    let mut rest = folded.as_str();
    if let Some((word, read)) = beginning(&folded) {
        let signs = word.chars().zip(read.split(' '));
        signs.for_each(|(sign, read)| push(&mut key, read, sign));
        rest = &folded[word.len()..];
    }
    for sign in rest.chars() {
        match reading(sign) {
            Some(it) => push(&mut key, &format!("{}{}", it.syllable, it.tone), sign),
            None => key.push(sign),
        }
    }
    key
}

/// A character as it is read: its syllable stands for a word of its own.
fn push(key: &mut String, read: &str, sign: char) {
    if !key.is_empty() && !key.ends_with(' ') {
        key.push(' ');
    }
    // Readers look for lü after lu and before luan.
    read.split('v').enumerate().for_each(|(part, letters)| {
        key.push_str(if part == 0 { "" } else { "u_" });
        key.push_str(letters);
    });
    key.push(sign);
    key.push(' ');
}

/// What a name begins with that is read in its own way.
fn beginning(name: &str) -> Option<(&'static str, &'static str)> {
    let is_person = name.chars().all(is_chinese) && (2..=PERSON).contains(&name.chars().count());
    let surnames = if is_person { SURNAMES } else { &[] };
    surnames.iter().chain(WORDS).find(|(word, _)| name.starts_with(word)).copied()
}
