//! What was typed, and how surely it means a name.

use super::fold::{fold, is_letter};
use super::form::Form;
use super::near::is_near;
use super::spelled::{begins_word, spelled, word_end};
use crate::domain::pinyin::{is_chinese, syllables};

/// Nobody types more to find something; so much bounds the work.
const MOST_LETTERS: usize = 64;
const MOST_WORDS: usize = 6;
/// Shorter words have too many neighbours.
const FUZZY_LETTERS: usize = 5;

/// How surely a name is meant, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// The whole name was typed.
    Exact,
    /// The name begins so.
    Prefix,
    /// A word of it begins so.
    WordPrefix,
    /// It stands within the name, or the words do, in any order.
    Infix,
    /// The name is read so.
    Pinyin,
    /// Characters or words begin so.
    Initials,
    /// A word is so but for one slip.
    Fuzzy,
}

/// What was typed.
#[derive(Clone, Debug)]
pub struct Wanted {
    whole: Term,
    /// The words, where there are several.
    words: Vec<Term>,
}

/// How surely each part of what was typed means a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ranks {
    whole: Option<Rank>,
    words: Vec<Option<Rank>>,
}

#[derive(Clone, Debug)]
struct Term {
    text: Vec<char>,
    /// The letters without what stands between them.
    letters: Vec<char>,
    marks: u64,
    is_fuzzy: bool,
}

impl Wanted {
    /// What a text asks for; `None` where it asks for nothing.
    pub fn new(text: &str) -> Option<Wanted> {
        let mut short = fold(text);
        short.truncate(MOST_LETTERS);
        let whole = Term::new(&short)?;
        let words: Vec<Term> =
            short.split(|it| *it == ' ').filter_map(Term::new).take(MOST_WORDS).collect();
        Some(Wanted { whole, words: if words.len() < 2 { Vec::new() } else { words } })
    }

    /// How surely a name is meant; `None` where it is not.
    pub fn rank(&self, form: &Form) -> Option<Rank> {
        self.rank_of_all(&[form], &Ranks::default())
    }

    /// How surely each part means a name that many things have.
    pub fn ranks(&self, form: &Form) -> Ranks {
        let words = self.words.iter().map(|it| it.rank(form)).collect();
        Ranks { whole: self.whole.rank(form), words }
    }

    /// How surely something is meant that has several names, and one that it shares: by one that
    /// fits as a whole, or by all words, wherever they stand.
    pub fn rank_of_all(&self, own: &[&Form], shared: &Ranks) -> Option<Rank> {
        let whole = best(&self.whole, own, shared.whole);
        if self.words.is_empty() || whole.is_some_and(|it| it < Rank::Infix) {
            return whole;
        }
        let mut worst = Rank::Infix;
        for (place, word) in self.words.iter().enumerate() {
            let shared = shared.words.get(place).copied().flatten();
            let Some(rank) = best(word, own, shared) else { return whole };
            worst = worst.max(rank);
        }
        Some(whole.map_or(worst, |it| it.min(worst)))
    }
}

/// The surest of several names.
fn best(term: &Term, own: &[&Form], shared: Option<Rank>) -> Option<Rank> {
    let mut best = shared;
    for form in own {
        if best == Some(Rank::Exact) {
            break;
        }
        let Some(rank) = term.rank(form) else { continue };
        best = Some(best.map_or(rank, |it| it.min(rank)));
    }
    best
}

impl Term {
    fn new(text: &[char]) -> Option<Term> {
        let letters: Vec<char> = text.iter().copied().filter(|it| is_letter(*it)).collect();
        let marks = marks(&letters, false);
        let is_fuzzy =
            FUZZY_LETTERS <= letters.len() && letters.iter().all(char::is_ascii_alphabetic);
        (!text.is_empty()).then(|| Term { text: text.to_vec(), letters, marks, is_fuzzy })
    }

    fn rank(&self, form: &Form) -> Option<Rank> {
        let missing = (self.marks & !form.marks).count_ones();
        if 1 < missing || (missing == 1 && !self.is_fuzzy) {
            return None;
        }
        if missing == 0 {
            let rank = self.written(&form.signs).or_else(|| self.spelled(&form.signs));
            if rank.is_some() {
                return rank;
            }
        }
        (self.is_fuzzy && self.is_near(&form.signs)).then_some(Rank::Fuzzy)
    }

    fn spelled(&self, name: &[char]) -> Option<Rank> {
        if self.letters.is_empty() { None } else { spelled(&self.letters, name) }
    }

    /// The rank of a text that stands in a name as it is.
    fn written(&self, name: &[char]) -> Option<Rank> {
        let last = name.len().checked_sub(self.text.len())?;
        let mut rank = None;
        for start in 0..=last {
            if name[start] != self.text[0] || !name[start..].starts_with(&self.text) {
                continue;
            }
            match start {
                0 if last == 0 => return Some(Rank::Exact),
                0 => return Some(Rank::Prefix),
                _ if begins_word(name, start) => return Some(Rank::WordPrefix),
                _ => rank = Some(Rank::Infix),
            }
        }
        rank
    }

    fn is_near(&self, text: &[char]) -> bool {
        let starts = (0..text.len()).filter(|it| begins_word(text, *it) && !is_chinese(text[*it]));
        let mut words = starts.map(|start| &text[start..word_end(text, start)]);
        words.any(|word| is_near(&self.letters, word))
    }
}

/// A set of letters: a bit for each of a to z, the others share the rest. A text that holds
/// another has all its bits.
pub(super) fn marks(signs: &[char], with_readings: bool) -> u64 {
    let mut marks = 0;
    for sign in signs.iter().copied().filter(|it| is_letter(*it)) {
        marks |= mark(sign);
        if with_readings && is_chinese(sign) {
            let letters = syllables(sign).flat_map(str::chars);
            letters.for_each(|it| marks |= mark(it) | if it == 'v' { mark('u') } else { 0 });
        }
    }
    marks
}

fn mark(sign: char) -> u64 {
    match sign {
        'a'..='z' => 1 << (sign as u32 - 'a' as u32),
        _ => 1 << (26 + sign as u32 % 38),
    }
}
