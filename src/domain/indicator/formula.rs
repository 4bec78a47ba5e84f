//! Formulas: what an indicator is computed from, as a tree that knows where each part was typed.

use std::fmt;
use std::ops::Range;

use super::{Measure, Tally};
use crate::domain::exact::Exact;

/// Where a part was typed: the first character and the one after the last. Two formulas that say
/// the same are equal wherever it was typed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Place {
    /// The first character.
    pub first: usize,
    /// The character after the last.
    pub end: usize,
}

impl Place {
    /// The characters from `first` up to `end`.
    pub fn new(first: usize, end: usize) -> Place {
        Place { first, end }
    }

    /// The same as a range.
    pub fn range(self) -> Range<usize> {
        self.first..self.end
    }
}

impl PartialEq for Place {
    fn eq(&self, _: &Place) -> bool {
        true
    }
}

impl Eq for Place {}

/// A sign between two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// +
    Plus,
    /// −
    Minus,
    /// ×
    Times,
    /// ÷
    Over,
}

impl Sign {
    /// How it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Sign::Plus => "+",
            Sign::Minus => "−",
            Sign::Times => "×",
            Sign::Over => "÷",
        }
    }

    /// Whether it binds more closely than + and −.
    pub const fn is_close(self) -> bool {
        matches!(self, Sign::Times | Sign::Over)
    }
}

/// A number as it was typed: digits and how many of them follow the point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// All digits as a whole number.
    pub digits: i64,
    /// How many of them follow the point.
    pub scale: u32,
}

impl Decimal {
    /// The number.
    pub fn exact(self) -> Option<Exact> {
        Exact::new(self.digits.into(), 10_i128.checked_pow(self.scale)?)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.scale as usize;
        let digits = format!("{:0width$}", self.digits, width = scale + 1);
        let (whole, rest) = digits.split_at(digits.len() - scale);
        match rest {
            "" => f.write_str(whole),
            rest => write!(f, "{whole}.{rest}"),
        }
    }
}

/// A formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A number; beside money it is an amount in whole units.
    Number(Decimal),
    /// A number of hundredths.
    Percent(Decimal),
    /// Another indicator.
    Of(Measure, Place),
    /// A count or a sum over records.
    Tally(Tally),
    /// The same for the same days a year before.
    YearBefore(Box<Formula>),
    /// The same with the other sign.
    Negated(Box<Formula>),
    /// Two parts with a sign between them.
    Joined(Box<Formula>, Sign, Place, Box<Formula>),
}

impl Formula {
    /// Visits every indicator that it names.
    pub fn measures(&self, visit: &mut dyn FnMut(Measure, Place)) {
        match self {
            Formula::Number(_) | Formula::Percent(_) | Formula::Tally(_) => {}
            Formula::Of(measure, place) => visit(*measure, *place),
            Formula::YearBefore(part) | Formula::Negated(part) => part.measures(visit),
            Formula::Joined(left, _, _, right) => {
                left.measures(visit);
                right.measures(visit);
            }
        }
    }
}
