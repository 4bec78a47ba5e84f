//! When a Chinese name and a Latin one sound the same: 华为技术 and "Huawei Technologies".
//!
//! What both have in common with many others is taken off: legal form, place, words of the trade.
//! What is left of the Chinese name, as its signs are read without tones, is compared with what is
//! left of the Latin one, letter by letter. It is a weak reason: other companies may sound alike,
//! and many are called otherwise in English (格力 is Gree, 茅台 is Moutai), so that it finds
//! neither everything nor only what is right. Short names are left out, and so are names of which
//! both say another place or another trade. Names that are both Chinese are never alike by sound.

use super::name::{shortened, without_han_form, without_place, words};
use super::trade::{Trades, han_place, han_trade, is_told, latin_place, latin_trade};
use crate::domain::arrange;
use crate::domain::pinyin::{is_chinese, syllables};

/// A name as it sounds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Sound {
    /// The ways in which the Chinese part may be read.
    han: Vec<String>,
    /// The Latin part; empty where there is none.
    latin: String,
    /// Whether some of the name is Chinese.
    is_chinese: bool,
    trades: Trades,
    places: Vec<&'static str>,
}

/// The fewest syllables of a Chinese name that is compared by sound.
const FEWEST_SYLLABLES: usize = 2;
/// The most: what is longer is no name.
const MOST_SYLLABLES: usize = 8;
/// The fewest letters of a sound: "deli" and "nike" are names of too many.
const FEWEST_LETTERS: usize = 5;
/// The fewest letters of a Latin part that stands in both names, as in TCL科技.
const FEWEST_WRITTEN: usize = 3;
/// In how many ways a name is read at most; further readings of its signs are left out.
const MOST_READINGS: usize = 8;

impl Sound {
    /// How a name in small letters of usual width sounds.
    pub(super) fn of(folded: &str) -> Sound {
        let text = without_place(folded);
        let han: String = text.chars().filter(|it| is_chinese(*it)).collect();
        let rest: String = text.chars().map(|it| if is_chinese(it) { ' ' } else { it }).collect();
        let mut sound = Sound { is_chinese: !han.is_empty(), ..Sound::default() };
        sound.read_han(&han);
        sound.read_latin(&rest);
        sound
    }

    fn read_han(&mut self, han: &str) {
        let core = without_han_form(han);
        let mut left = core.as_str();
        while let Some((place, rest)) = han_place(left) {
            self.places.extend(is_told(place).then_some(place));
            left = rest;
        }
        while let Some((before, trade)) = han_trade(left) {
            self.trades |= trade;
            left = before;
        }
        let length = left.chars().count();
        if (FEWEST_SYLLABLES..=MOST_SYLLABLES).contains(&length) {
            self.han = readings(left);
            self.han.retain(|it| FEWEST_LETTERS <= it.len());
        }
    }

    fn read_latin(&mut self, latin: &str) {
        let words = words(latin);
        let mut left = &words[..];
        while let Some(shorter) = self.without_end(left) {
            left = shorter;
        }
        while let Some(shorter) = self.without_beginning(left) {
            left = shorter;
        }
        let latin = left.concat();
        let is_written = latin.bytes().all(|it| it.is_ascii_alphanumeric());
        if is_written && FEWEST_WRITTEN <= latin.len() {
            self.latin = latin;
        }
    }

    fn without_end<'a>(&mut self, words: &'a [String]) -> Option<&'a [String]> {
        let (last, before) = words.split_last()?;
        if let Some(trades) = latin_trade(last) {
            self.trades |= trades;
            return Some(before);
        }
        if let Some(shorter) = shortened(words) {
            return Some(shorter);
        }
        self.take_place(last).then_some(before)
    }

    fn without_beginning<'a>(&mut self, words: &'a [String]) -> Option<&'a [String]> {
        let (first, behind) = words.split_first()?;
        if self.take_place(first) || first == "the" {
            return Some(behind);
        }
        let (second, behind) = behind.split_first()?;
        self.take_place(&[first.as_str(), second].concat()).then_some(behind)
    }

    fn take_place(&mut self, word: &str) -> bool {
        let place = latin_place(word);
        self.places.extend(place.filter(|it| is_told(it)));
        place.is_some()
    }

    /// The keys under which names that may sound the same meet.
    pub(super) fn keys(&self) -> impl Iterator<Item = &str> {
        let latin = (!self.latin.is_empty()).then_some(self.latin.as_str());
        self.han.iter().map(String::as_str).chain(latin)
    }

    /// Whether two names, in other letters, sound the same.
    pub(super) fn is_like(&self, other: &Sound) -> bool {
        let reads = |han: &Sound, latin: &Sound| han.han.contains(&latin.latin);
        let is_written = !self.latin.is_empty()
            && self.latin == other.latin
            && self.is_chinese != other.is_chinese;
        (reads(self, other) || reads(other, self) || is_written) && !self.is_told_from(other)
    }

    /// Whether both say another place or another trade.
    fn is_told_from(&self, other: &Sound) -> bool {
        let said = |places: &[&str]| !places.is_empty();
        let both_said = said(&self.places) && said(&other.places);
        let other_place = both_said && !self.places.iter().any(|it| other.places.contains(it));
        let other_trade = self.trades != 0 && other.trades != 0 && self.trades & other.trades == 0;
        other_place || other_trade
    }
}

/// The ways in which signs may be read, the usual one first; none where one is not known.
fn readings(signs: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    for sign in signs.chars() {
        let read: Vec<&str> = syllables(sign).collect();
        let longer =
            read.iter().flat_map(|it| all.iter().map(move |before| [before, *it].concat()));
        all = longer.take(MOST_READINGS).collect();
    }
    // ü is written as v, as u, or as yu.
    let plain: Vec<String> = all.iter().filter(|it| it.contains('v')).cloned().collect();
    all.extend(plain.iter().flat_map(|it| [it.replace('v', "u"), it.replace('v', "yu")]));
    arrange::naturally(&mut all);
    all.dedup();
    all
}

#[cfg(test)]
mod tests {
    use super::super::folded;
    use super::*;

    fn sounds_alike(one: &str, other: &str) -> bool {
        let [one, other] = [one, other].map(|it| Sound::of(&folded(it)));
        assert_eq!(one.is_like(&other), other.is_like(&one));
        let shares = one.keys().any(|it| other.keys().any(|other| it == other));
        assert!(shares || !one.is_like(&other), "alike without a common key");
        one.is_like(&other)
    }

    #[track_caller]
    fn check(pairs: &[(&str, &str)], expect: bool) {
        for (one, other) in pairs {
            assert_eq!(sounds_alike(one, other), expect, "{one} {other}");
        }
    }

    // What companies call themselves in Chinese and in English.
    #[test]
    fn a_chinese_name_and_its_latin_form_sound_the_same() {
        check(
            &[
                ("华为", "Huawei"),
                ("深圳华为技术有限公司", "Huawei Technologies Co., Ltd."),
                ("華為技術有限公司", "HUAWEI TECHNOLOGIES CO., LTD."),
                ("华为（中国）有限公司", "Hua Wei"),
                ("小米科技有限责任公司", "Xiaomi Inc."),
                ("海尔智家股份有限公司", "Haier Smart Home Co., Ltd."),
                ("重庆长安汽车股份有限公司", "Chongqing Changan Automobile Company Limited"),
                ("长安汽车", "Chang'an Auto"),
                ("宜宾五粮液股份有限公司", "Wuliangye Yibin Co., Ltd."),
                ("北京百度网讯科技有限公司", "Baidu Wangxun"),
                ("百度", "Baidu, Inc."),
                ("美团", "Meituan"),
                ("优酷网络", "Youku"),
                ("滴滴出行科技有限公司", "Didi Chuxing"),
                ("平安保险", "Ping An Insurance (Group) Company of China, Ltd."),
                ("绿洲软件", "Lvzhou Software"),
                ("绿洲软件", "Lyuzhou"),
                ("TCL科技集团股份有限公司", "TCL Technology Group Corporation"),
                ("Huawei 华为", "华为技术"),
            ],
            true,
        );
    }

    // These companies have an English name of their own.
    #[test]
    fn an_english_name_of_its_own_is_not_found_by_sound() {
        check(
            &[
                ("美的集团", "Midea Group"),
                ("格力电器", "Gree Electric Appliances"),
                ("海信", "Hisense"),
                ("奇瑞汽车", "Chery Automobile"),
                ("贵州茅台酒股份有限公司", "Kweichow Moutai Co., Ltd."),
                ("联想", "Lenovo"),
                ("三一重工", "Sany Heavy Industry"),
                ("长城汽车", "Great Wall Motor"),
                ("万科", "China Vanke"),
            ],
            false,
        );
    }

    #[test]
    fn short_names_say_too_little() {
        check(
            &[
                ("得力", "Deli"),
                ("尼科", "Nike"),
                ("滴滴", "DiDi"),
                ("安科生物", "Anke Biotechnology"),
                ("顺集团", "Shun Group"),
                ("庄", "Zhuang"),
            ],
            false,
        );
    }

    #[test]
    fn other_places_and_other_trades_are_other_companies() {
        check(
            &[
                ("北京华联", "Shanghai Hualian"),
                ("盼达汽车", "Panda Foods"),
                ("平安银行", "Ping An Insurance"),
                ("长安保险", "Changan Automobile"),
                ("北京金石软件", "Jinshi Mining"),
            ],
            false,
        );
        check(&[("北京华联", "Beijing Hualian"), ("北京华联", "Hualian")], true);
    }

    #[test]
    fn place_and_trade_alone_are_nobodys_name() {
        check(
            &[
                ("深圳科技有限公司", "Shenzhen Technology Co., Ltd."),
                ("中国银行", "Bank of China"),
                ("上海汽车集团", "Shanghai Automotive Group"),
                ("科技", "Keji"),
                ("香港贸易", "Hong Kong Trading"),
            ],
            false,
        );
    }

    #[test]
    fn two_chinese_names_and_two_latin_names_are_not_compared_by_sound() {
        check(
            &[
                ("华为", "华威"),
                ("华为技术", "华为科技"),
                ("Huawei Technologies", "Huawei Holdings"),
                ("", ""),
                ("ABC", "ABC"),
            ],
            false,
        );
    }
}
