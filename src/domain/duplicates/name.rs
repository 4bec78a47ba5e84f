//! When two names are the same company: whatever their case, width, spaces and signs, and but for
//! the legal form and the place in brackets.

/// A name in the forms in which it is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameForms {
    /// Letters and digits alone, small and half-width.
    pub full: String,
    /// The same without the place in brackets and the legal form.
    pub core: String,
}

/// Words that name a legal form, in the letters and digits that are left of them.
const LEGAL_WORDS: &[&str] = &[
    "inc",
    "incorporated",
    "corp",
    "corporation",
    "co",
    "company",
    "coltd",
    "coinc",
    "cos",
    "llc",
    "llp",
    "lp",
    "lllp",
    "plc",
    "pllc",
    "ltd",
    "limited",
    "ltda",
    "unlimited",
    "ulc",
    "pty",
    "proprietary",
    "pvt",
    "private",
    "pte",
    "bhd",
    "sdn",
    "gmbh",
    "mbh",
    "ggmbh",
    "ag",
    "kg",
    "kgaa",
    "ohg",
    "gbr",
    "ug",
    "ev",
    "eg",
    "se",
    "sa",
    "sas",
    "sasu",
    "sarl",
    "sàrl",
    "eurl",
    "snc",
    "srl",
    "spa",
    "sapa",
    "sl",
    "slu",
    "sau",
    "sab",
    "cv",
    "bv",
    "nv",
    "vof",
    "bvba",
    "ab",
    "hb",
    "oy",
    "oyj",
    "aps",
    "as",
    "asa",
    "sro",
    "zrt",
    "kft",
    "nyrt",
    "doo",
    "dd",
    "ad",
    "ood",
    "eood",
    "spzoo",
    "ooo",
    "oao",
    "zao",
    "pao",
    "pjsc",
    "jsc",
    "ojsc",
    "cjsc",
    "fze",
    "fzco",
    "wll",
    "kk",
    "gk",
    "tbk",
    "eireli",
    "epp",
    "eirl",
];

/// Legal forms of several words, longest first.
const LEGAL_PHRASES: &[&[&str]] = &[
    &["limited", "liability", "company"],
    &["limited", "liability", "partnership"],
    &["public", "limited", "company"],
    &["sociedad", "anonima"],
    &["aktiengesellschaft"],
    &["sp", "z", "oo"],
    &["s", "a"],
    &["joint", "stock", "company"],
    &["limited", "partnership"],
];

/// Words before a legal form that belong to it: "GmbH & Co. KG".
const LINKS: &[&str] = &["and", "und", "et", "y", "e"];

/// Legal forms written in Han letters, longest first; they stand at the end.
const HAN_ENDINGS: &[&str] = &[
    "股份有限责任公司",
    "有限责任公司",
    "有限責任公司",
    "股份有限公司",
    "股份公司",
    "有限公司",
    "有限合伙企业",
    "有限合伙",
    "普通合伙",
    "株式会社",
    "有限会社",
    "合同会社",
    "公司",
    "주식회사",
];

/// Those that may stand in front.
const HAN_BEGINNINGS: &[&str] = &["株式会社", "有限会社", "合同会社", "주식회사"];

/// The forms of a name.
pub fn forms(name: &str) -> NameForms {
    let folded = super::folded(name);
    let full = letters(&folded);
    let core = without_legal_form(&without_place(&folded));
    let core = if core.is_empty() { full.clone() } else { core };
    NameForms { full, core }
}

fn letters(text: &str) -> String {
    words(text).concat()
}

/// The words of a folded text. Dots and apostrophes stand inside words ("S.A.", "l'Oréal"), other
/// signs between them; "&" is a word.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for letter in text.chars() {
        match letter {
            '.' | '\'' | '’' | '‘' | '`' => {}
            '&' | '+' => {
                words.push(std::mem::take(&mut word));
                words.push("and".to_owned());
            }
            it if it.is_alphanumeric() => word.push(it),
            _ => words.push(std::mem::take(&mut word)),
        }
    }
    words.push(word);
    words.retain(|it| !it.is_empty());
    words
}

/// What is left once brackets are gone that are neither the whole name nor its beginning.
pub(super) fn without_place(folded: &str) -> String {
    let mut left = String::with_capacity(folded.len());
    let mut rest = folded;
    while let Some(open) = rest.find(['(', '[', '【']) {
        let (before, inside) = rest.split_at(open);
        left.push_str(before);
        let Some(close) = inside.find([')', ']', '】']) else {
            rest = inside;
            break;
        };
        if letters(&left).is_empty() {
            left.push_str(&inside[..close]);
        }
        left.push(' ');
        rest = inside[close..].trim_start_matches([')', ']', '】']);
    }
    left.push_str(rest);
    left
}

fn without_legal_form(text: &str) -> String {
    let words = words(text);
    let mut left = &words[..];
    while let Some(shorter) = shortened(left) {
        left = shorter;
    }
    without_han_form(&left.concat())
}

/// The words without a legal form at their end; at least one word stays.
pub(super) fn shortened(words: &[String]) -> Option<&[String]> {
    let ends_with = |phrase: &&&[&str]| {
        phrase.len() < words.len()
            && words[words.len() - phrase.len()..].iter().zip(**phrase).all(|(a, b)| a == b)
    };
    if let Some(phrase) = LEGAL_PHRASES.iter().find(ends_with) {
        return Some(&words[..words.len() - phrase.len()]);
    }
    let [before @ .., last] = words else { return None };
    let is_form = LEGAL_WORDS.contains(&last.as_str());
    let is_link = LINKS.contains(&last.as_str()) && words.len() > 1;
    (!before.is_empty() && (is_form || is_link)).then_some(before)
}

/// The fewest Han letters that still name somebody.
const SHORTEST: usize = 2;

pub(super) fn without_han_form(text: &str) -> String {
    let long_enough = |it: &&str| SHORTEST <= it.chars().count();
    let mut left = text;
    let ending = |left: &'_ str, it: &&str| left.strip_suffix(*it).map(str::len);
    while let Some(end) = HAN_ENDINGS.iter().find_map(|it| ending(left, it)) {
        match Some(&left[..end]).filter(long_enough) {
            Some(shorter) => left = shorter,
            None => break,
        }
    }
    let beginning = HAN_BEGINNINGS.iter().find_map(|it| left.strip_prefix(it));
    beginning.filter(long_enough).unwrap_or(left).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[track_caller]
    fn check(names: &[&str], core: &str) {
        for name in names {
            assert_eq!(forms(name).core, core, "{name}");
        }
    }

    // The names of basic_cleanup_tests and of double_cleanup_tests behind the name in cleanco's
    // tests/test_cleanname.py, and the name in its README.
    #[test]
    fn legal_forms_fall_off_as_they_do_in_cleanco() {
        check(&["Hello World Oy", "Hello World, ltd.", "Hello    World ltd"], "helloworld");
        check(&["Hello World ltd ", "Hello World ltd. ", " Hello World ltd. "], "helloworld");
        check(&["Hello World Ab Oy"], "helloworld");
        check(&["Some Big Pharma, LLC"], "somebigpharma");
    }

    // Examples of our own.
    #[test]
    fn other_legal_forms_fall_off() {
        check(&["Hello World Corporation", "HELLO WORLD INC.", "Hello World"], "helloworld");
        check(&["Test S.A.", "Test Pty. Ltd.", "Test GmbH & Co. KG", "Test Sp. z o.o."], "test");
        check(&["Café Müller AG", "CAFE MULLER"], "cafemuller");
    }

    // The Company Law of the PRC wants 有限责任公司 or 有限公司, 股份有限公司 or 股份公司 in a
    // company's name; the names are examples of our own.
    #[test]
    fn chinese_forms_and_places_in_brackets_fall_off() {
        check(&["小米科技有限责任公司", "小米科技有限公司", "小米 科技"], "小米科技");
        check(&["腾讯科技（深圳）有限公司", "腾讯科技(北京)有限公司", "腾讯科技"], "腾讯科技");
        check(&["比亚迪股份有限公司", "比亚迪股份公司", "比亚迪"], "比亚迪");
        check(&["株式会社日立製作所", "日立製作所"], "日立製作所");
        check(&["ＡＢＣ（中国）有限公司", "abc", "ABC Co., Ltd.", "A.B.C. Co.,Ltd"], "abc");
    }

    #[test]
    fn the_trade_stays_and_a_form_alone_is_a_name() {
        check(&["ABC Motors"], "abcmotors");
        check(&["ABC Foods Ltd"], "abcfoods");
        check(&["Limited", "LIMITED"], "limited");
        check(&["公司"], "公司");
        check(&["(Blank)"], "blank");
    }

    proptest! {
        #[test]
        fn case_width_and_spaces_change_nothing(name in "[A-Za-z0-9&(). 有限公司北京]{1,20}") {
            let wide = |it: char| match it {
                ' ' => '\u{3000}',
                it if it.is_ascii_graphic() => char::from_u32(it as u32 + 0xfee0).unwrap_or(it),
                it => it,
            };
            let widened: String = name.chars().map(wide).collect();
            prop_assert_eq!(forms(&name), forms(&widened));
            prop_assert_eq!(forms(&name), forms(&name.to_uppercase()));
            prop_assert_eq!(forms(&name), forms(&format!("  {name} ")));
        }

        #[test]
        fn a_core_is_its_own_core(name in "[a-z]{3,9}( Ltd| Inc| GmbH|有限公司){0,2}") {
            let core = forms(&name).core;
            prop_assert_eq!(&forms(&core).core, &core);
        }
    }
}
