//! Chinese names, checked against tools that nobody here wrote: pypinyin and pinyin-pro for how
//! they are read, ICU's collation for their order. `tests/fixtures/pinyin/make.py` asked them.

use huddle::domain::arrange;
use huddle::domain::customer::Customer;
use huddle::domain::duplicates::{Candidates, Reason, Strength};
use huddle::domain::id::RecordId;
use huddle::domain::pinyin::{reading, syllables};
use huddle::present::matching::{Form, Rank, Wanted};
use huddle::present::name_order::NameOrder;
use serde::Deserialize;

#[derive(Deserialize)]
struct Answers {
    /// By pinyin-pro, which knows surnames.
    people: Vec<(String, String)>,
    /// By pypinyin, which knows words.
    firms: Vec<(String, String)>,
    /// All of them in ICU's order.
    icu: Vec<String>,
}

fn answers() -> Answers {
    let text = include_str!("fixtures/pinyin/names.json");
    serde_json::from_str(text).expect("answers")
}

fn read() -> Vec<(String, String)> {
    let Answers { people, firms, .. } = answers();
    let all: Vec<(String, String)> = people.into_iter().chain(firms).collect();
    assert!(400 < all.len(), "only {} names", all.len());
    all
}

#[test]
fn every_character_has_the_reading_that_other_tools_give_it() {
    for (name, answer) in read() {
        for (sign, syllable) in name.chars().zip(answer.split(' ')) {
            assert!(syllables(sign).any(|it| it == syllable), "{sign} of {name} is {syllable}");
        }
    }
}

#[track_caller]
fn check(typed: &str, name: &str, at_best: Rank) {
    let rank = Wanted::new(typed).and_then(|it| it.rank(&Form::of(name)));
    assert!(rank.is_some_and(|it| it <= at_best), "{typed} finds {name}: {rank:?}");
}

#[test]
fn every_name_is_found_by_its_pinyin_and_its_initials() {
    for (name, answer) in read() {
        let whole = answer.replace(' ', "");
        check(&answer, &name, Rank::Pinyin);
        (1..=whole.len()).for_each(|length| check(&whole[..length], &name, Rank::Initials));
        let initials: String = answer.split(' ').map(|it| &it[..1]).collect();
        check(&initials, &name, Rank::Initials);
    }
}

/// Surnames and words that ICU reads as single characters are left out: it has 单 at dan, where
/// nobody looks for a person of that name. Of one syllable and tone it sorts by strokes, this by
/// character, so the order is compared by where each name's first character stands.
#[test]
fn names_stand_in_the_order_of_icu() {
    let special = "曾单仇解区朴查盖翟覃缪任华尉重厦长音乐令皇";
    let mut names = answers().icu;
    names.retain(|name| !name.starts_with(|it| special.contains(it)));
    let first = |name: &String| {
        let read = reading(name.chars().next().unwrap_or_default());
        read.map(|it| format!("{}{}", it.syllable, it.tone))
    };
    let theirs: Vec<_> = names.iter().filter_map(first).collect();
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    let ours: Vec<_> = names.iter().filter_map(first).collect();
    assert!(300 < ours.len(), "only {} names", ours.len());
    assert_eq!(ours.join(" "), theirs.join(" "));
}

#[test]
fn latin_names_stand_among_chinese_ones() {
    let expect = [
        "3M",
        "Ann",
        "曹雪芹",
        "重庆钢铁",
        "Lewis",
        "黎明",
        "李雷",
        "李磊",
        "Liam",
        "单雄信",
        "曾国藩",
        "翟志刚",
    ];
    let mut names = expect;
    names.reverse();
    arrange::by_cached_key(&mut names, |it| NameOrder::of(it));
    assert_eq!(names, expect);
}

/// Who a company could be by its English name among all companies of the list: itself where that is
/// its Chinese name in pinyin, and nobody of another name.
#[test]
fn listed_companies_are_found_by_the_sound_of_their_names_and_by_no_others() {
    let listed = include_str!("fixtures/names/companies.tsv");
    let listed: Vec<Vec<&str>> = listed
        .lines()
        .filter(|it| !it.starts_with('#'))
        .map(|it| it.split('\t').collect())
        .collect();
    assert!(90 <= listed.len());
    let named = |name: &str| Customer { name: name.to_owned(), ..Customer::default() };
    let mut known = Candidates::default();
    for (place, company) in listed.iter().enumerate() {
        known.add_customer(RecordId(place as u64 + 1), &named(company[0]));
    }
    for (place, company) in listed.iter().enumerate() {
        let hits = known.like_customer(RecordId(1_000), &named(company[1]));
        let found: Vec<&str> = hits.iter().map(|it| listed[it.id.0 as usize - 1][0]).collect();
        let itself = Some(listed[place][0]).filter(|_| company[2] == "+");
        let of_its_name = company.get(3).copied();
        let expect: Vec<&str> = itself.into_iter().chain(of_its_name).collect();
        assert_eq!(found, expect, "{}", company[1]);
        assert!(hits.iter().all(|it| it.reasons == [Reason::SameSound]));
        assert!(hits.iter().all(|it| it.strength == Strength::Likely));
    }
}
