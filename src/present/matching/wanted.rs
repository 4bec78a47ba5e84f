//! What was typed, and how surely it means a name.

use super::fold::fold;
use super::form::Form;
use super::near::is_near;
use super::spelled::{begins_word, spelled, word_end};
use crate::present::pinyin::{is_chinese, syllables};

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
    text: String,
    /// The letters without what stands between them.
    letters: Vec<char>,
    marks: u32,
    is_fuzzy: bool,
}

impl Wanted {
    /// What a text asks for; `None` where it asks for nothing.
    pub fn new(text: &str) -> Option<Wanted> {
        let short: String = fold(text).chars().take(MOST_LETTERS).collect();
        let whole = Term::new(&short)?;
        let words: Vec<Term> = short.split(' ').filter_map(Term::new).take(MOST_WORDS).collect();
        Some(Wanted { whole, words: if words.len() < 2 { Vec::new() } else { words } })
    }

    /// How surely a name is meant; `None` where it is not.
    pub fn rank(&self, form: &Form) -> Option<Rank> {
        self.together(&[&self.ranks(form)])
    }

    /// How surely each part means a name, to be put together with those of other names.
    pub fn ranks(&self, form: &Form) -> Ranks {
        if form.folded.is_empty() {
            return Ranks { whole: None, words: vec![None; self.words.len()] };
        }
        let words = self.words.iter().map(|it| it.rank(form)).collect();
        Ranks { whole: self.whole.rank(form), words }
    }

    /// How surely something is meant that has several names: by one that fits as a whole, or by
    /// all words, wherever they stand.
    pub fn together(&self, names: &[&Ranks]) -> Option<Rank> {
        let whole = names.iter().filter_map(|it| it.whole).min();
        if whole.is_some_and(|it| it < Rank::Infix) || self.words.is_empty() {
            return whole;
        }
        let word = |place: usize| names.iter().filter_map(|it| it.words[place]).min();
        let words: Option<Vec<Rank>> = (0..self.words.len()).map(word).collect();
        let words = words.and_then(|it| it.into_iter().max()).map(|it| it.max(Rank::Infix));
        whole.into_iter().chain(words).min()
    }
}

impl Term {
    fn new(text: &str) -> Option<Term> {
        let letters: Vec<char> = text.chars().filter(|it| it.is_alphanumeric()).collect();
        let marks = marks(letters.iter().copied(), false);
        let is_fuzzy =
            FUZZY_LETTERS <= letters.len() && letters.iter().all(char::is_ascii_alphabetic);
        (!text.is_empty()).then(|| Term { text: text.to_owned(), letters, marks, is_fuzzy })
    }

    fn rank(&self, form: &Form) -> Option<Rank> {
        let missing = (self.marks & !form.marks).count_ones();
        let place = if missing == 0 { form.folded.find(&self.text) } else { None };
        if let Some(place) = place {
            return Some(self.place_rank(&form.folded, place));
        }
        if self.letters.is_empty() || 1 < missing || (missing == 1 && !self.is_fuzzy) {
            return None;
        }
        let text: Vec<char> = form.folded.chars().collect();
        let spelled = if missing == 0 { spelled(&self.letters, &text) } else { None };
        spelled.or_else(|| (self.is_fuzzy && self.is_near(&text)).then_some(Rank::Fuzzy))
    }

    /// The rank of a text that stands in a name as it is, first at this place.
    fn place_rank(&self, name: &str, first: usize) -> Rank {
        if first == 0 {
            return if name.len() == self.text.len() { Rank::Exact } else { Rank::Prefix };
        }
        let begins = |place: usize| {
            let before = name[..place].chars().next_back();
            let sign = self.text.chars().next();
            let (Some(before), Some(sign)) = (before, sign) else { return true };
            begins_word(&[before, sign], 1)
        };
        let is_word = name.match_indices(&self.text).any(|(place, _)| begins(place));
        if is_word { Rank::WordPrefix } else { Rank::Infix }
    }

    fn is_near(&self, text: &[char]) -> bool {
        let starts = (0..text.len()).filter(|it| begins_word(text, *it) && !is_chinese(text[*it]));
        let mut words = starts.map(|start| &text[start..word_end(text, start)]);
        words.any(|word| is_near(&self.letters, word))
    }
}

/// A set of letters: a bit for each of a to z, six for all others. A text that holds another has
/// all its bits.
pub(super) fn marks(signs: impl Iterator<Item = char>, with_readings: bool) -> u32 {
    let mut marks = 0;
    for sign in signs.filter(|it| it.is_alphanumeric()) {
        marks |= mark(sign);
        if with_readings && is_chinese(sign) {
            let letters = syllables(sign).flat_map(str::chars);
            letters.for_each(|letter| {
                marks |= mark(letter) | if letter == 'v' { mark('u') } else { 0 }
            });
        }
    }
    marks
}

fn mark(sign: char) -> u32 {
    match sign {
        'a'..='z' => 1 << (sign as u32 - 'a' as u32),
        _ => 1 << (26 + sign as u32 % 6),
    }
}
