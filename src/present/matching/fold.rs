//! Letters as they are compared.

use crate::domain::pinyin::is_chinese;
use crate::present::filter::narrow;

/// What the letters from U+00E0 to U+017F are without their accents.
const LATIN: &str = "aaaaaaaceeeeiiiidnooooo÷ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// What the letters from U+01CD to U+01DC are without their accents.
const PINYIN: &str = "aaiioouuuuuuuuuu";

/// A text as it is compared: small letters of usual width without accents, single spaces.
pub fn fold(text: &str) -> Vec<char> {
    let mut folded = Vec::with_capacity(text.len());
    for sign in text.chars() {
        // Most signs by far; the tables behind the others are slow.
        if sign.is_ascii() || is_chinese(sign) {
            push(&mut folded, sign.to_ascii_lowercase());
        } else if !is_mark(sign) {
            narrow(sign).to_lowercase().for_each(|it| push(&mut folded, plain(it)));
        }
    }
    if folded.last() == Some(&' ') {
        folded.pop();
    }
    folded
}

fn push(folded: &mut Vec<char>, sign: char) {
    match sign.is_whitespace() {
        true if folded.last().is_none_or(|it| *it == ' ') => {}
        true => folded.push(' '),
        false if is_mark(sign) => {}
        false => folded.push(sign),
    }
}

/// Whether a sign is a letter or a figure.
pub(super) fn is_letter(sign: char) -> bool {
    sign.is_ascii_alphanumeric() || is_chinese(sign) || (!sign.is_ascii() && sign.is_alphanumeric())
}

/// Whether a sign only changes the letter before it, as in texts that write é as two.
fn is_mark(sign: char) -> bool {
    matches!(sign, '\u{300}'..='\u{36f}')
}

fn plain(letter: char) -> char {
    let (letters, first) = match letter {
        '\u{df}' => return 's',
        '\u{e0}'..='\u{17f}' => (LATIN, 0xe0),
        '\u{1cd}'..='\u{1dc}' => (PINYIN, 0x1cd),
        _ => return letter,
    };
    letters.chars().nth((letter as u32 - first) as usize).unwrap_or(letter)
}
