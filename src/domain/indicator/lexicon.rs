//! The words of formulas: what each means, in whatever language, and in the form that is kept.

use super::{Attribute, Builtin, Measure, Records, What};
use crate::domain::activity::ActivityKind;
use crate::domain::id::IndicatorId;
use crate::domain::spelling::steps_between;

/// What a word of a formula means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// An indicator.
    Measure(Measure),
    /// A count or a sum.
    What(What),
    /// The same for a year before.
    YearBefore,
    /// Some records.
    Records(Records),
    /// Conditions follow.
    Where,
    /// Another condition follows.
    And,
    /// What a condition looks at.
    Attribute(Attribute),
}

/// The words of formulas. Several words may mean the same; the first is written.
#[derive(Clone, Debug, Default)]
pub struct Lexicon(Vec<(Term, String, Vec<char>)>);

impl Lexicon {
    /// One more word.
    pub fn add(&mut self, term: Term, word: &str) {
        self.0.push((term, word.to_owned(), folded(word.trim())));
    }

    /// How a meaning is written; empty where there is no word for it.
    pub fn word(&self, term: Term) -> &str {
        self.0.iter().find(|it| it.0 == term).map_or("", |it| it.1.as_str())
    }

    /// The meaning of a whole word among those that fit.
    pub(super) fn meaning(&self, word: &[char], fits: fn(Term) -> bool) -> Option<Term> {
        self.0.iter().find(|it| it.2 == word && fits(it.0)).map(|it| it.0)
    }

    /// The longest word among those that fit with which a text begins, and its length.
    pub(super) fn longest(&self, text: &[char], fits: fn(Term) -> bool) -> Option<(Term, usize)> {
        let stops = |word: &[char]| {
            let latin = |it: &char| it.is_ascii_alphanumeric() || *it == '_';
            let both = word.last().is_some_and(latin) && text.get(word.len()).is_some_and(latin);
            !both
        };
        let begins = self.0.iter().filter(|(term, _, word)| {
            fits(*term) && !word.is_empty() && text.starts_with(word) && stops(word)
        });
        begins.map(|(term, _, word)| (*term, word.len())).max_by_key(|it| it.1)
    }

    /// The word that is most like one that is not known, where any is like it.
    pub(super) fn nearest(&self, word: &[char], fits: fn(Term) -> bool) -> Option<String> {
        let like = self.0.iter().filter(|it| fits(it.0)).filter_map(|(_, shown, known)| {
            let within = known.starts_with(word) || word.starts_with(known);
            let steps = if within { 1 } else { steps_between(word, known) };
            let most = (known.len().max(word.len()) / 3).max(1);
            (steps <= most).then_some((steps, shown))
        });
        like.min_by_key(|it| it.0).map(|it| it.1.clone())
    }
}

/// The words of the form that is kept; indicators are known by [`Measure`]'s own text.
pub const CODES: [(Term, &str); 24] = [
    (Term::What(What::Count), "count"),
    (Term::What(What::Sum), "sum"),
    (Term::YearBefore, "year_before"),
    (Term::Where, "where"),
    (Term::And, "and"),
    (Term::Records(Records::Won), "won"),
    (Term::Records(Records::Lost), "lost"),
    (Term::Records(Records::New), "new"),
    (Term::Records(Records::Open), "open"),
    (Term::Records(Records::FirstWon), "first"),
    (Term::Records(Records::Done(None)), "activities"),
    (Term::Records(Records::Done(Some(ActivityKind::Call))), "calls"),
    (Term::Records(Records::Done(Some(ActivityKind::Visit))), "visits"),
    (Term::Records(Records::Done(Some(ActivityKind::Message))), "messages"),
    (Term::Records(Records::Done(Some(ActivityKind::Meeting))), "meetings"),
    (Term::Records(Records::Done(Some(ActivityKind::Quote))), "quotes"),
    (Term::Attribute(Attribute::Source), "source"),
    (Term::Attribute(Attribute::Product), "product"),
    (Term::Attribute(Attribute::Customer), "customer"),
    (Term::Attribute(Attribute::Industry), "industry"),
    (Term::Attribute(Attribute::Class), "class"),
    (Term::Attribute(Attribute::Location), "location"),
    (Term::Attribute(Attribute::Tag), "tag"),
    (Term::Attribute(Attribute::Amount), "amount"),
];

impl Lexicon {
    /// The words of the form that is kept, with the indicators of the manager's own.
    pub fn codes(own: impl Iterator<Item = IndicatorId>) -> Lexicon {
        let mut lexicon = Lexicon::default();
        CODES.iter().for_each(|(term, word)| lexicon.add(*term, word));
        let measures = Builtin::ALL.into_iter().map(Measure::Builtin).chain(own.map(Measure::Own));
        measures.for_each(|it| lexicon.add(Term::Measure(it), &it.to_string()));
        lexicon
    }
}

/// A character as it is meant: signs of one width, small letters.
pub(super) fn plain(it: char) -> char {
    match it {
        '！'..='～' => plain(char::from_u32(it as u32 - 0xFEE0).unwrap_or(it)),
        '\u{3000}' | '\u{a0}' | '\t' | '\n' | '\r' => ' ',
        '−' | '–' | '—' => '-',
        '×' | '·' | '✕' => '*',
        '÷' | '∕' => '/',
        '“' | '”' | '„' | '「' | '」' | '『' | '』' => '"',
        '【' => '[',
        '】' => ']',
        _ => it.to_lowercase().next().unwrap_or(it),
    }
}

pub(super) fn folded(text: &str) -> Vec<char> {
    text.chars().map(plain).collect()
}
