//! Normal forms of texts: what makes two spellings of a name or of a header the same.
//!
//! Three forms, each coarser than the one before: a *name key* ignores case, width and runs of
//! spaces; a *loose key* also ignores spaces and soft punctuation; a *header key* keeps letters
//! and digits only. They compare texts and are never shown.

/// The key of a name: width, case and runs of white space do not matter.
pub fn name_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    for part in folded(text).split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(part);
    }
    key
}

/// The key that also ignores spaces and soft punctuation, so that "GTX Pro", "GTX-Pro" and
/// "GTXPro" are near to each other; signs that tell names apart ("C++", "C#") stay.
pub fn loose_key(text: &str) -> String {
    let key: String = folded(text).chars().filter(|it| !is_soft(*it)).collect();
    if key.is_empty() { name_key(text) } else { key }
}

/// The key of a column's header: letters and digits alone, without what stands in brackets, so
/// that "Close Date", `close_date`, `CloseDate` and "Deal - Close date*" differ in words only.
pub fn header_key(text: &str) -> String {
    let mut depth = 0_usize;
    let mut key = String::with_capacity(text.len());
    for letter in folded(text).chars() {
        match letter {
            '(' | '[' | '【' => depth += 1,
            ')' | ']' | '】' => depth = depth.saturating_sub(1),
            letter if depth == 0 && is_letter(letter) => key.push(letter),
            _ => {}
        }
    }
    key
}

/// What stands in the brackets of a header, folded: the unit of "金额（万元）" is "万元".
pub fn bracketed(text: &str) -> String {
    let folded = folded(text);
    let Some((_, rest)) = folded.split_once(['(', '[', '【']) else {
        return String::new();
    };
    rest.split([')', ']', '】']).next().unwrap_or_default().trim().to_owned()
}

/// The text in half-width letters, lower case, with every kind of space as a plain one.
pub fn folded(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().map(narrow).flat_map(char::to_lowercase).collect()
}

/// A full-width letter or sign in its half-width form; any other as it is.
pub fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(letter) - 0xff01 + 0x21).unwrap_or(letter)
        }
        '\u{ffe5}' => '¥',
        '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}' | '\u{feff}' => ' ',
        letter => letter,
    }
}

/// Whether a letter or digit: beyond ASCII, everything but spaces and signs.
fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphanumeric()
        || !letter.is_ascii() && !is_soft(letter) && !"￥¥€£？！".contains(letter)
}

fn is_soft(letter: char) -> bool {
    letter.is_whitespace() || "-_.,;:'’‘\"“”()[]·•、，。–—/".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(key: fn(&str) -> String, texts: &[&str], expect: &str) {
        for text in texts {
            assert_eq!(key(text), expect, "{text}");
        }
    }

    #[test]
    fn names_differ_by_more_than_case_width_and_spaces() {
        check(name_key, &["Acme  Corp", " ａｃｍｅ　ＣＯＲＰ ", "acme\u{a0}corp"], "acme corp");
        check(name_key, &["示例（中国）", "示例(中国)"], "示例(中国)");
    }

    #[test]
    fn near_names_differ_by_spaces_and_soft_punctuation() {
        check(loose_key, &["GTX Pro", "GTXPro", "gtx-pro", "GTX. Pro"], "gtxpro");
        check(loose_key, &["C++"], "c++");
        check(loose_key, &["-"], "-");
    }

    #[test]
    fn headers_are_told_by_their_letters() {
        check(
            header_key,
            &["Close Date", "close_date", "\u{feff}CloseDate*", "Close - date"],
            "closedate",
        );
        check(header_key, &["Probability (%)", "probability"], "probability");
        check(header_key, &["金额（万元）", "金额"], "金额");
        check(bracketed, &["金额（万元）", "金额(万元)"], "万元");
        check(bracketed, &["Amount"], "");
    }
}
