//! Objects whose every key is known.

use std::cell::RefCell;

use serde_json::{Map, Value};

use super::number;
use crate::domain::calendar::Day;
use crate::domain::commission::cycle::Cycle;
use crate::domain::exact::Exact;

/// Something that cannot be read, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The place, as `plan.components[1].tiers.steps[0].from`.
    pub at: String,
    /// What is wrong with it.
    pub why: Why,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is no JSON.
    NotJson,
    /// It is no object.
    NotAnObject,
    /// It is no list.
    NotAList,
    /// It is no text.
    NotAText,
    /// It is neither true nor false.
    NotYesOrNo,
    /// It is no number: a decimal, a percentage or a fraction.
    NotANumber,
    /// It is no amount with at most so many digits after the point.
    NotAnAmount(u32),
    /// It is no date.
    NotADay,
    /// It is no period of the plan's.
    NotAPeriod(Cycle),
    /// It is no currency.
    NotACurrency,
    /// It is none of these words.
    NotOneOf(Vec<&'static str>),
    /// It is a key that does not belong there: the key, and those that do.
    Unknown(String, Vec<&'static str>),
    /// A key is missing.
    Missing(&'static str),
    /// One of these has to be there, and only one.
    OneOf(Vec<&'static str>),
    /// Two keys do not go together.
    NotTogether(&'static str, &'static str),
    /// It is less than the first or more than the second.
    OutOfRange(&'static str, &'static str),
    /// It does not lie above the one before it.
    NotAbove,
    /// Shares do not add up to one.
    SharesNotWhole,
    /// There is nobody of this name.
    Nobody(String),
    /// A name is there twice.
    Twice(String),
    /// The lines of a deal are not its amount.
    LinesNotWhole,
    /// The margins of a deal's lines do not add up to the deal's.
    MarginsNotWhole,
    /// A threshold and tiers have to be measured alike.
    MeasuredApart,
    /// There is nothing in it.
    Empty,
    /// A manager is below themselves.
    Circle,
}

/// An object, as it is read.
pub(super) struct Keys<'a> {
    /// Where it stands.
    pub at: String,
    map: &'a Map<String, Value>,
    known: RefCell<Vec<&'static str>>,
}

impl<'a> Keys<'a> {
    pub(super) fn of(at: &str, value: &'a Value) -> Result<Keys<'a>, Wrong> {
        let map = value.as_object().ok_or_else(|| wrong(at, Why::NotAnObject))?;
        Ok(Keys { at: at.to_owned(), map, known: RefCell::default() })
    }

    /// Where a key stands.
    pub(super) fn at(&self, key: &str) -> String {
        format!("{}.{key}", self.at)
    }

    pub(super) fn fail<T>(&self, key: &str, why: Why) -> Result<T, Wrong> {
        Err(wrong(&self.at(key), why))
    }

    /// Refuses keys that nobody has asked for.
    pub(super) fn done(&self) -> Result<(), Wrong> {
        let mut known = self.known.borrow().clone();
        known.sort_unstable();
        known.dedup();
        match self.map.keys().find(|it| !known.contains(&it.as_str())) {
            Some(key) => Err(wrong(&self.at, Why::Unknown(key.clone(), known))),
            None => Ok(()),
        }
    }

    pub(super) fn get(&self, key: &'static str) -> Option<&'a Value> {
        self.known.borrow_mut().push(key);
        self.map.get(key)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.map.contains_key(key)
    }

    pub(super) fn object(&self, key: &'static str) -> Result<Option<Keys<'a>>, Wrong> {
        self.get(key).map(|it| Keys::of(&self.at(key), it)).transpose()
    }

    pub(super) fn list(&self, key: &'static str) -> Result<Option<&'a [Value]>, Wrong> {
        let Some(value) = self.get(key) else { return Ok(None) };
        value.as_array().map(|it| Some(&it[..])).ok_or_else(|| wrong(&self.at(key), Why::NotAList))
    }

    /// A list of objects.
    pub(super) fn objects(&self, key: &'static str) -> Result<Vec<Keys<'a>>, Wrong> {
        let all = self.list(key)?.unwrap_or_default().iter().enumerate();
        all.map(|(place, it)| Keys::of(&format!("{}[{place}]", self.at(key)), it)).collect()
    }

    pub(super) fn text(&self, key: &'static str) -> Result<Option<&'a str>, Wrong> {
        let Some(value) = self.get(key) else { return Ok(None) };
        value.as_str().map(Some).ok_or_else(|| wrong(&self.at(key), Why::NotAText))
    }

    /// A text or several.
    pub(super) fn texts(&self, key: &'static str) -> Result<Vec<String>, Wrong> {
        let text = |(place, it): (usize, &Value)| {
            let at = format!("{}[{place}]", self.at(key));
            it.as_str().map(str::to_owned).ok_or_else(|| wrong(&at, Why::NotAText))
        };
        let list = self.list(key)?;
        if list.is_some_and(<[Value]>::is_empty) {
            return self.fail(key, Why::Empty);
        }
        list.unwrap_or_default().iter().enumerate().map(text).collect()
    }

    pub(super) fn yes(&self, key: &'static str) -> Result<bool, Wrong> {
        let Some(value) = self.get(key) else { return Ok(false) };
        value.as_bool().ok_or_else(|| wrong(&self.at(key), Why::NotYesOrNo))
    }

    pub(super) fn number(&self, key: &'static str) -> Result<Option<Exact>, Wrong> {
        let Some(value) = self.get(key) else { return Ok(None) };
        number::read(value).map(Some).ok_or_else(|| wrong(&self.at(key), Why::NotANumber))
    }

    /// A number that is not negative.
    pub(super) fn positive(&self, key: &'static str) -> Result<Option<Exact>, Wrong> {
        match self.number(key)? {
            Some(number) if number < Exact::ZERO => self.fail(key, Why::OutOfRange("0", "")),
            number => Ok(number),
        }
    }

    /// A part of a whole, 0 to 1.
    pub(super) fn share(&self, key: &'static str) -> Result<Option<Exact>, Wrong> {
        match self.positive(key)? {
            Some(share) if Exact::ONE < share => self.fail(key, Why::OutOfRange("0", "1")),
            share => Ok(share),
        }
    }

    /// A whole number from 1.
    pub(super) fn count(&self, key: &'static str) -> Result<Option<u32>, Wrong> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let count = value.as_u64().and_then(|it| u32::try_from(it).ok());
        let count = count.filter(|it| (1..=100_000).contains(it));
        count.map(Some).ok_or_else(|| wrong(&self.at(key), Why::OutOfRange("1", "100000")))
    }

    /// An amount in minor units.
    pub(super) fn amount(&self, key: &'static str, digits: u32) -> Result<Option<i64>, Wrong> {
        let Some(value) = self.get(key) else { return Ok(None) };
        let minor = number::minor(value, digits);
        minor.map(Some).ok_or_else(|| wrong(&self.at(key), Why::NotAnAmount(digits)))
    }

    /// An amount in minor units that is not negative.
    pub(super) fn sum(&self, key: &'static str, digits: u32) -> Result<Option<i64>, Wrong> {
        match self.amount(key, digits)? {
            Some(minor) if minor < 0 => self.fail(key, Why::OutOfRange("0", "")),
            minor => Ok(minor),
        }
    }

    pub(super) fn day(&self, key: &'static str) -> Result<Option<Day>, Wrong> {
        let Some(text) = self.text(key)? else { return Ok(None) };
        text.parse().map(Some).map_err(|_| wrong(&self.at(key), Why::NotADay))
    }

    /// One of some words; the first where none is said.
    pub(super) fn word<T: Copy>(
        &self,
        key: &'static str,
        words: &[(&'static str, T)],
    ) -> Result<T, Wrong> {
        let Some(text) = self.text(key)? else { return Ok(words[0].1) };
        match words.iter().find(|(word, _)| *word == text) {
            Some((_, it)) => Ok(*it),
            None => self.fail(key, Why::NotOneOf(words.iter().map(|(word, _)| *word).collect())),
        }
    }

    /// Which of some keys is there; exactly one must be.
    pub(super) fn one_of(&self, keys: &[&'static str]) -> Result<&'static str, Wrong> {
        let there: Vec<&'static str> = keys.iter().copied().filter(|it| self.has(it)).collect();
        match there[..] {
            [one] => Ok(one),
            _ => Err(wrong(&self.at, Why::OneOf(keys.to_vec()))),
        }
    }

    pub(super) fn need<T>(&self, key: &'static str, value: Option<T>) -> Result<T, Wrong> {
        value.ok_or_else(|| wrong(&self.at, Why::Missing(key)))
    }
}

/// Something wrong at a place.
pub(super) fn wrong(at: &str, why: Why) -> Wrong {
    Wrong { at: at.to_owned(), why }
}
