//! Words with one slip: a letter wrong, missing or too much, or two letters the wrong way round.

/// Whether `typed` begins `word`, or is all of it, but for one slip.
pub(super) fn is_near(typed: &[char], word: &[char]) -> bool {
    let same = typed.iter().zip(word).take_while(|(a, b)| a == b).count();
    let (typed, word) = (&typed[same..], &word[same..]);
    let Some((_, typed_rest)) = typed.split_first() else { return true };
    let Some((_, word_rest)) = word.split_first() else { return typed_rest.is_empty() };
    let swapped = matches!((typed, word), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    word_rest.starts_with(typed_rest)
        || word.starts_with(typed_rest)
        || word_rest.starts_with(typed)
        || (swapped && word[2..].starts_with(&typed[2..]))
}
