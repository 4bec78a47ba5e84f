//! Reading a formula: from what somebody typed to a tree, or to what is wrong and where.
//!
//! Words come in as a [`Lexicon`], so the same rules read every language and the form that is
//! kept. Signs of full width, other dashes and quotation marks are taken as what they mean.

use super::formula::{Decimal, Formula, Place, Sign};
use super::lexicon::{Lexicon, Term, folded, plain};
use super::wrong::{Why, Wrong};
use super::{Attribute, Compare, Measure, Only, Tally, What};

/// How many characters a formula may have.
const LONGEST: usize = 600;
/// How many brackets may stand in each other.
const DEEPEST: usize = 24;
/// How many digits a number may have.
const MOST_DIGITS: usize = 15;

/// The formula that a text says.
///
/// # Errors
/// What is wrong first, and where.
pub fn read(text: &str, lexicon: &Lexicon) -> Result<Formula, Wrong> {
    let typed: Vec<char> = text.chars().collect();
    let chars: Vec<char> = typed.iter().map(|it| plain(*it)).collect();
    let mut reader = Reader { typed, chars, at: 0, depth: 0, lexicon };
    if LONGEST < reader.chars.len() {
        return Err(reader.wrong(LONGEST, reader.chars.len(), Why::TooLong));
    }
    reader.skip();
    if reader.peek().is_none() {
        return Err(reader.wrong(0, 0, Why::Empty));
    }
    let formula = reader.sum()?;
    match reader.peek() {
        None => Ok(formula),
        Some(')') => Err(reader.wrong(reader.at, reader.at + 1, Why::BracketClosed)),
        Some(_) => Err(reader.wrong(reader.at, reader.end_of_word(), Why::SignMissing)),
    }
}

struct Reader<'a> {
    typed: Vec<char>,
    chars: Vec<char>,
    at: usize,
    depth: usize,
    lexicon: &'a Lexicon,
}

type Read<T> = Result<T, Wrong>;

impl Reader<'_> {
    fn wrong(&self, first: usize, end: usize, why: Why) -> Wrong {
        Wrong { place: Place::new(first, end), why }
    }

    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn skip(&mut self) {
        while self.peek() == Some(' ') {
            self.at += 1;
        }
    }

    /// Takes a sign, and the spaces behind it.
    fn takes(&mut self, sign: char) -> bool {
        let there = self.peek() == Some(sign);
        if there {
            self.at += 1;
            self.skip();
        }
        there
    }

    /// Where the word ends that begins here: before a sign.
    fn end_of_word(&self) -> usize {
        let ends = |it: &char| "+-*/()=<>≠≥≤\"[]%,;".contains(*it);
        let rest = &self.chars[self.at..];
        let mut end = self.at + rest.iter().position(ends).unwrap_or(rest.len());
        while self.at < end && self.chars[end - 1] == ' ' {
            end -= 1;
        }
        end.max((self.at + 1).min(self.chars.len()))
    }

    fn typed(&self, first: usize, end: usize) -> String {
        self.typed[first..end].iter().collect()
    }

    fn sum(&mut self) -> Read<Formula> {
        let mut left = self.product()?;
        loop {
            let first = self.at;
            let sign = match self.peek() {
                Some('+') => Sign::Plus,
                Some('-') => Sign::Minus,
                _ => return Ok(left),
            };
            self.at += 1;
            self.skip();
            let right = self.product()?;
            let place = Place::new(first, first + 1);
            left = Formula::Joined(Box::new(left), sign, place, Box::new(right));
        }
    }

    fn product(&mut self) -> Read<Formula> {
        let mut left = self.part()?;
        loop {
            let first = self.at;
            let sign = match self.peek() {
                Some('*') => Sign::Times,
                Some('/') => Sign::Over,
                _ => return Ok(left),
            };
            self.at += 1;
            self.skip();
            let right = self.part()?;
            let place = Place::new(first, first + 1);
            left = Formula::Joined(Box::new(left), sign, place, Box::new(right));
        }
    }

    fn part(&mut self) -> Read<Formula> {
        let first = self.at;
        if DEEPEST <= self.depth {
            return Err(self.wrong(first, first + 1, Why::TooDeep));
        }
        match self.peek() {
            Some('(') => {
                self.takes('(');
                let inner = self.inside(first)?;
                Ok(inner)
            }
            Some('-') => {
                self.takes('-');
                self.depth += 1;
                let part = self.part()?;
                self.depth -= 1;
                Ok(Formula::Negated(Box::new(part)))
            }
            Some('[') => self.bracketed(),
            Some(it) if it.is_ascii_digit() || it == '.' => self.number(),
            Some(it) if it.is_alphabetic() || it == '_' => self.name(),
            Some(it) if !"+*/)=<>≠≥≤%,;]".contains(it) && it != '"' => self.name(),
            _ => Err(self.wrong(first, (first + 1).min(self.chars.len()), Why::PartMissing)),
        }
    }

    /// A formula up to the bracket that closes it; `open` is the one that opened it.
    fn inside(&mut self, open: usize) -> Read<Formula> {
        self.depth += 1;
        let inner = self.sum()?;
        self.depth -= 1;
        self.close(open)?;
        Ok(inner)
    }

    fn close(&mut self, open: usize) -> Read<()> {
        match self.peek() {
            Some(')') => {
                self.takes(')');
                Ok(())
            }
            None => Err(self.wrong(open, open + 1, Why::BracketOpen)),
            Some(_) => Err(self.wrong(self.at, self.end_of_word(), Why::SignMissing)),
        }
    }

    fn number(&mut self) -> Read<Formula> {
        let first = self.at;
        let (mut digits, mut scale, mut point) = (String::new(), 0, false);
        while let Some(it) = self.peek() {
            match it {
                '0'..='9' => {
                    digits.push(it);
                    scale += u32::from(point);
                }
                '.' if !point => point = true,
                // Thousands are written with commas.
                ',' if !point && self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit) => {}
                _ => break,
            }
            self.at += 1;
        }
        if digits.is_empty() {
            return Err(self.wrong(first, self.at, Why::PartMissing));
        }
        if MOST_DIGITS < digits.len() {
            return Err(self.wrong(first, self.at, Why::NumberTooLong));
        }
        let mut decimal = Decimal { digits: digits.parse().unwrap_or(0), scale };
        while 0 < decimal.scale && decimal.digits % 10 == 0 {
            decimal = Decimal { digits: decimal.digits / 10, scale: decimal.scale - 1 };
        }
        self.skip();
        Ok(if self.takes('%') { Formula::Percent(decimal) } else { Formula::Number(decimal) })
    }

    /// A name in square brackets, for names with signs in them.
    fn bracketed(&mut self) -> Read<Formula> {
        let first = self.at;
        let Some(length) = self.chars[first..].iter().position(|it| *it == ']') else {
            return Err(self.wrong(first, first + 1, Why::BracketOpen));
        };
        let end = first + length;
        self.at = end + 1;
        self.skip();
        let word = trimmed(&self.chars[first + 1..end]);
        self.measure(&word, first + 1, end).map(|it| Formula::Of(it, Place::new(first, end + 1)))
    }

    fn measure(&self, word: &[char], first: usize, end: usize) -> Read<Measure> {
        match self.lexicon.meaning(word, |it| matches!(it, Term::Measure(_))) {
            Some(Term::Measure(measure)) => Ok(measure),
            _ => {
                let fits = |it| matches!(it, Term::Measure(_) | Term::What(_) | Term::YearBefore);
                let like = self.lexicon.nearest(word, fits);
                let name = self.typed(first, end);
                Err(self.wrong(first, end, Why::UnknownName(name, like)))
            }
        }
    }

    fn name(&mut self) -> Read<Formula> {
        let (first, end) = (self.at, self.end_of_word());
        let word = trimmed(&self.chars[first..end]);
        self.at = end;
        self.skip();
        let open = self.at;
        if self.peek() == Some('(') {
            let fits = |it| matches!(it, Term::What(_) | Term::YearBefore);
            match self.lexicon.meaning(&word, fits) {
                Some(Term::What(what)) => {
                    self.takes('(');
                    return self.tally(what, open);
                }
                Some(Term::YearBefore) => {
                    self.takes('(');
                    return self.inside(open).map(|it| Formula::YearBefore(Box::new(it)));
                }
                _ => {}
            }
        }
        self.measure(&word, first, end).map(|it| Formula::Of(it, Place::new(first, end)))
    }

    /// Takes the longest word that fits.
    fn word(&mut self, fits: fn(Term) -> bool) -> Option<Term> {
        let (term, length) = self.lexicon.longest(&self.chars[self.at..], fits)?;
        self.at += length;
        self.skip();
        Some(term)
    }

    fn unknown(&self, fits: fn(Term) -> bool, why: fn(String, Option<String>) -> Why) -> Wrong {
        let (first, end) = (self.at, self.end_of_word().min(self.chars.len()));
        let missing = matches!(self.peek(), None | Some(')'));
        let typed = if missing { String::new() } else { self.typed(first, end) };
        let like = self.lexicon.nearest(&trimmed(&self.chars[first..end]), fits);
        self.wrong(first, end, why(typed, like))
    }

    fn tally(&mut self, what: What, open: usize) -> Read<Formula> {
        let is_records: fn(Term) -> bool = |it| matches!(it, Term::Records(_));
        let first = self.at;
        let Some(Term::Records(records)) = self.word(is_records) else {
            return Err(self.unknown(is_records, Why::UnknownRecords));
        };
        if what == What::Sum && !records.are_leads() {
            return Err(self.wrong(first, self.at, Why::NothingToSum));
        }
        let mut only = Vec::new();
        let more: [fn(Term) -> bool; 2] = [|it| it == Term::Where, |it| it == Term::And];
        while !matches!(self.peek(), None | Some(')')) {
            if self.word(more[usize::from(!only.is_empty())]).is_none() {
                return Err(self.wrong(self.at, self.end_of_word(), Why::WhereMissing));
            }
            only.push(self.only()?);
        }
        self.close(open)?;
        Ok(Formula::Tally(Tally { what, records, only }))
    }

    fn only(&mut self) -> Read<Only> {
        let is_attribute: fn(Term) -> bool = |it| matches!(it, Term::Attribute(_));
        let Some(Term::Attribute(attribute)) = self.word(is_attribute) else {
            return Err(self.unknown(is_attribute, Why::UnknownAttribute));
        };
        let first = self.at;
        let compare = self.compare();
        let is_amount = attribute == Attribute::Amount;
        let compare = compare
            .filter(|it| is_amount || matches!(it, Compare::Is | Compare::IsNot))
            .ok_or_else(|| self.wrong(first, self.at.max(first + 1), Why::CompareMissing))?;
        let first = self.at;
        let value = self.value()?;
        let number = read_amount(&value);
        if value.is_empty() || is_amount && number.is_none() {
            let end = self.at.max(first + 1).min(self.chars.len());
            return Err(self.wrong(first, end, Why::ValueMissing));
        }
        let value = number.filter(|_| is_amount).map_or(value, |it| it.to_string());
        Ok(Only { attribute, compare, value })
    }

    fn compare(&mut self) -> Option<Compare> {
        let pair = |reader: &Self, next| reader.chars.get(reader.at + 1) == Some(&next);
        let (compare, length) = match self.peek()? {
            '=' => (Compare::Is, 1),
            '≠' => (Compare::IsNot, 1),
            '<' if pair(self, '>') => (Compare::IsNot, 2),
            '!' if pair(self, '=') => (Compare::IsNot, 2),
            '≥' => (Compare::AtLeast, 1),
            '>' if pair(self, '=') => (Compare::AtLeast, 2),
            '≤' => (Compare::AtMost, 1),
            '<' if pair(self, '=') => (Compare::AtMost, 2),
            '>' => (Compare::Above, 1),
            '<' => (Compare::Below, 1),
            _ => return None,
        };
        self.at += length;
        self.skip();
        Some(compare)
    }

    /// A text in quotation marks, or one up to the next condition or bracket.
    fn value(&mut self) -> Read<String> {
        let first = self.at;
        if self.peek() == Some('"') {
            let rest = &self.chars[first + 1..];
            let Some(length) = rest.iter().position(|it| *it == '"') else {
                return Err(self.wrong(first, first + 1, Why::QuoteOpen));
            };
            self.at = first + length + 2;
            let value = self.typed(first + 1, first + 1 + length);
            self.skip();
            return Ok(value.trim().to_owned());
        }
        let and = |reader: &Self| {
            let after = reader.at == first || reader.chars[reader.at - 1] == ' ';
            let rest = &reader.chars[reader.at..];
            after && reader.lexicon.longest(rest, |it| it == Term::And).is_some()
        };
        while !matches!(self.peek(), None | Some(')')) && !and(self) {
            self.at += 1;
        }
        Ok(self.typed(first, self.at).trim().to_owned())
    }
}

fn trimmed(word: &[char]) -> Vec<char> {
    let text: String = word.iter().collect();
    text.trim().chars().collect()
}

/// The number that the value of a condition says.
fn read_amount(text: &str) -> Option<Decimal> {
    let text: String = folded(text).into_iter().filter(|it| *it != ',').collect();
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let digits = [whole, rest].concat();
    let is_number = !digits.is_empty() && digits.bytes().all(|it| it.is_ascii_digit());
    if !is_number || MOST_DIGITS < digits.len() {
        return None;
    }
    Some(Decimal { digits: digits.parse().ok()?, scale: rest.len() as u32 })
}

impl Only {
    /// The number it compares with; `None` where it compares a text.
    pub(super) fn number(&self) -> Option<Decimal> {
        read_amount(&self.value)
    }
}
