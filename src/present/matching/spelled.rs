//! Names spelled by sound: pinyin, initials, and mixtures with the characters themselves.

use super::fold::is_letter;
use super::wanted::Rank;
use crate::domain::pinyin::{is_chinese, may_begin, syllables};

/// How surely letters spell a part of a text that begins with a character or a word.
pub(super) fn spelled(typed: &[char], text: &[char]) -> Option<Rank> {
    let mut best = None;
    for start in 0..text.len() {
        let sign = text[start];
        let may_begin = match is_chinese(sign) {
            true => sign == typed[0] || may_begin(sign, typed[0]),
            false => sign == typed[0] && begins_word(text, start),
        };
        if !may_begin {
            continue;
        }
        match follow(typed, text, start) {
            Some(Rank::Pinyin) => return Some(Rank::Pinyin),
            Some(rank) => best = Some(rank),
            None => {}
        }
    }
    best
}

/// Whether a word begins here: after anything that is no letter, and where the script changes.
pub(super) fn begins_word(text: &[char], place: usize) -> bool {
    let sign = text[place];
    let Some(before) = place.checked_sub(1).map(|it| text[it]) else { return true };
    is_letter(sign) && (!is_letter(before) || is_chinese(before) != is_chinese(sign))
}

/// Spells on from a place; an initial stands for a whole character or word.
fn follow(typed: &[char], text: &[char], place: usize) -> Option<Rank> {
    let way = text.get(place..)?.iter().position(|it| is_letter(*it))?;
    let (place, sign) = (place + way, text[place + way]);
    let go_on = |taken: usize, next: usize| match &typed[taken..] {
        [] => Some(Rank::Pinyin),
        rest => follow(rest, text, next),
    };
    let mut best = None;
    if typed[0] == sign {
        best = go_on(1, place + 1);
        if best != Some(Rank::Pinyin) && !is_chinese(sign) && begins_word(text, place) {
            let end = word_end(text, place);
            best = best.or_else(|| go_on(1, end).map(|_| Rank::Initials));
        }
    }
    if !is_chinese(sign) {
        return best;
    }
    for syllable in syllables(sign) {
        let same = shared(typed, syllable);
        if same == typed.len() {
            return Some(Rank::Pinyin);
        }
        if same == syllable.len() {
            match go_on(same, place + 1) {
                Some(Rank::Pinyin) => return Some(Rank::Pinyin),
                found => best = best.or(found),
            }
        }
        for initial in initials(syllable).filter(|it| *it <= same && *it < syllable.len()) {
            best = best.or_else(|| go_on(initial, place + 1).map(|_| Rank::Initials));
        }
    }
    best
}

/// How many letters a syllable shares with the beginning of what was typed; ü may be typed as u.
fn shared(typed: &[char], syllable: &str) -> usize {
    let same =
        |(typed, letter): &(&char, char)| **typed == *letter || (*letter, **typed) == ('v', 'u');
    typed.iter().zip(syllable.chars()).take_while(same).count()
}

/// How many letters stand for a syllable: the first, and both of zh, ch and sh.
fn initials(syllable: &str) -> impl Iterator<Item = usize> {
    let is_double = ["zh", "ch", "sh"].iter().any(|it| syllable.starts_with(it));
    [1, 2].into_iter().take(if is_double { 2 } else { 1 })
}

/// Where the Latin word at `start` ends.
pub(super) fn word_end(text: &[char], start: usize) -> usize {
    let is_letter = |it: &char| is_letter(*it) && !is_chinese(*it);
    start + text[start..].iter().take_while(|it| is_letter(it)).count()
}
