//! What is found by what, and how surely.

use super::*;

#[track_caller]
fn check(typed: &str, name: &str, expect: Option<Rank>) {
    let wanted = Wanted::new(typed).expect("something to find");
    assert_eq!(wanted.rank(&Form::of(name)), expect, "{typed} in {name}");
}

#[track_caller]
fn check_fold(text: &str, expect: &str) {
    assert_eq!(fold(text).into_iter().collect::<String>(), expect, "{text}");
}

#[test]
fn case_width_accents_and_spaces_do_not_count() {
    check_fold("  ＡＣＭＥ　 Ltd. ", "acme ltd.");
    check_fold("Zoë Müller-Žižek", "zoe muller-zizek");
    check_fold("Zoe\u{308} Lǐ Léi Łódź Straße", "zoe li lei lodz strase");
    check_fold("北京 Œuvre", "北京 ouvre");
}

#[test]
fn a_name_that_begins_so_is_surer_than_one_that_holds_it() {
    check("acme", "Acme", Some(Rank::Exact));
    check("acm", "Acme Steel", Some(Rank::Prefix));
    check("steel", "Acme Steel", Some(Rank::WordPrefix));
    check("科技", "IT科技", Some(Rank::WordPrefix));
    check("tee", "Acme Steel", Some(Rank::Infix));
    check("steel acme", "Acme Steel", Some(Rank::Infix));
    check("copper", "Acme Steel", None);
}

#[test]
fn pinyin_finds_with_and_without_spaces_and_before_the_last_syllable_is_whole() {
    for typed in ["lilei", "li lei", "lil", "Lǐ Léi", "li'lei", "李lei", "li雷", "l"] {
        check(typed, "李雷", Some(Rank::Pinyin));
    }
    check("lei", "李雷", Some(Rank::Pinyin));
    check("lilai", "李雷", None);
    check("xian", "西安银行", Some(Rank::Pinyin));
    check("lvzhou", "绿洲", Some(Rank::Pinyin));
    check("luzhou", "绿洲", Some(Rank::Pinyin));
    check("chenxiaoming", "陳曉明", Some(Rank::Pinyin));
    check("lileigtx", "李雷 GTX Pro", Some(Rank::Pinyin));
}

#[test]
fn any_reading_of_a_character_finds_it() {
    for (typed, name) in [
        ("chongqing", "重庆钢铁"),
        ("zhongqing", "重庆钢铁"),
        ("shanxiongxin", "单雄信"),
        ("danxiongxin", "单雄信"),
        ("zengguofan", "曾国藩"),
        ("qiuying", "仇英"),
        ("xiezhen", "解珍"),
        ("ouyezi", "区冶子"),
        ("yinhang", "工商银行"),
        ("xiamen", "厦门航空"),
    ] {
        check(typed, name, Some(Rank::Pinyin));
    }
}

#[test]
fn initials_find_and_mix_with_syllables() {
    check("ll", "李雷", Some(Rank::Initials));
    check("bjkj", "北京科技", Some(Rank::Initials));
    check("zsf", "张三丰", Some(Rank::Initials));
    check("zhsf", "张三丰", Some(Rank::Initials));
    check("zhangsf", "张三丰", Some(Rank::Initials));
    check("as", "Acme Steel", Some(Rank::Initials));
    check("as", "Bravo Steel", None);
}

#[test]
fn one_slip_in_a_word_of_five_letters_is_forgiven() {
    for typed in ["stele", "stiel", "steele", "stell", "sttel", "stee1l"] {
        let expect = typed.chars().all(|it| it.is_ascii_alphabetic()).then_some(Rank::Fuzzy);
        check(typed, "Acme Steel", expect);
    }
    check("corpro", "Acme Corporation", Some(Rank::Fuzzy));
    check("corpartion", "Acme Corporation", None);
    check("acem", "Acme Steel", None);
    check("stelee", "Acme Steel", None);
}

#[test]
fn signs_alone_find_only_themselves() {
    check("&", "Bolt & Co", Some(Rank::Infix));
    check("-", "Bolt & Co", None);
    assert!(Wanted::new("  ").is_none());
}
