//! Letters as they are compared.

use crate::present::filter::folded;

/// What the letters from U+00E0 to U+017F are without their accents.
const LATIN: &str = "aaaaaaaceeeeiiiidnooooo÷ouuuuyty\
    aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll\
    lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
/// What the letters from U+01CD to U+01DC are without their accents.
const PINYIN: &str = "aaiioouuuuuuuuuu";

/// A text as it is compared: small letters of usual width without accents, single spaces.
pub fn fold(text: &str) -> String {
    let small = folded(text);
    if small.is_ascii() && !small.contains("  ") && small.trim().len() == small.len() {
        return small;
    }
    let letters = small.chars().filter(|it| !is_mark(*it)).map(plain);
    let mut folded = String::with_capacity(small.len());
    for letter in letters {
        match letter.is_whitespace() {
            true if folded.is_empty() || folded.ends_with(' ') => {}
            true => folded.push(' '),
            false => folded.push(letter),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
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
