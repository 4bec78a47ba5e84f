//! What each indicator is: its formula, what it measures, and whether parts of a period add up.
//!
//! Every indicator is looked at once, and one that uses itself is none, so neither circles nor
//! long chains cost more than their length.

use std::collections::BTreeMap;

use super::formula::{Formula, Place, Sign};
use super::lexicon::Lexicon;
use super::read::read;
use super::wrong::{Why, Wrong};
use super::{Measure, Records};
use crate::domain::id::IndicatorId;
use crate::domain::workspace::Workspace;

/// What a formula measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// An amount.
    Money,
    /// A number of things, or a part of something.
    Number,
    /// A number as it was typed: beside money it is an amount.
    Typed,
}

/// How the value of a period comes from the values of its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// It is the same in every period.
    Constant,
    /// It is their sum, so it has a pace.
    Sum,
    /// It is not their sum: a rate, an average, a level.
    Rate,
}

/// What is known of a formula that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it measures.
    pub unit: Unit,
    /// How periods add up.
    pub nature: Nature,
    /// How many indicators deep it goes.
    depth: usize,
}

/// How many indicators may use each other in a chain.
const DEEPEST: usize = 16;

/// The formulas of all indicators of a workspace.
pub struct Book {
    own: BTreeMap<IndicatorId, Formula>,
    kinds: BTreeMap<Measure, Option<Kind>>,
}

impl Book {
    /// The indicators of a workspace.
    pub fn new(workspace: &Workspace) -> Book {
        let lexicon = Lexicon::codes(workspace.indicators.iter().map(|(id, _)| id));
        let own = workspace.indicators.iter();
        let own = own.filter_map(|(id, it)| Some((id, read(&it.formula, &lexicon).ok()?)));
        Book::of(own.collect())
    }

    /// The indicators of a workspace, with one as it would be.
    pub fn with(workspace: &Workspace, id: IndicatorId, formula: Formula) -> Book {
        let Book { mut own, .. } = Book::new(workspace);
        own.insert(id, formula);
        Book::of(own)
    }

    fn of(own: BTreeMap<IndicatorId, Formula>) -> Book {
        let mut book = Book { own, kinds: BTreeMap::new() };
        let own: Vec<Measure> = book.own.keys().map(|id| Measure::Own(*id)).collect();
        let builtin = super::Builtin::ALL.into_iter().map(Measure::Builtin);
        for measure in builtin.chain(own) {
            let _ = book.look_at(measure, Place::default(), &mut Vec::new());
        }
        book
    }

    /// The formula of an indicator; `None` where it is gone or cannot be read.
    pub fn formula(&self, measure: Measure) -> Option<Formula> {
        match measure {
            Measure::Builtin(it) => Some(it.formula()),
            Measure::Own(id) => self.own.get(&id).cloned(),
        }
    }

    /// What an indicator is; `None` where it cannot be computed.
    pub fn kind(&self, measure: Measure) -> Option<Kind> {
        self.kinds.get(&measure).copied().flatten()
    }

    /// What an indicator of the manager's own is with a formula.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub fn check(&self, id: IndicatorId, formula: &Formula) -> Result<Kind, Wrong> {
        let mut book = Book { own: self.own.clone(), kinds: BTreeMap::new() };
        book.own.insert(id, formula.clone());
        book.kind_of(formula, &mut vec![Measure::Own(id)])
    }

    fn look_at(
        &mut self,
        measure: Measure,
        place: Place,
        open: &mut Vec<Measure>,
    ) -> Result<Kind, Wrong> {
        let wrong = |why| Wrong { place, why };
        if open.contains(&measure) {
            return Err(wrong(Why::Circle));
        }
        if DEEPEST <= open.len() {
            return Err(wrong(Why::TooDeep));
        }
        if let Some(Some(kind)) = self.kinds.get(&measure) {
            return Ok(*kind);
        }
        let name = || wrong(Why::UnknownName(String::new(), None));
        let formula = self.formula(measure).ok_or_else(name)?;
        open.push(measure);
        let kind = self.kind_of(&formula, open);
        open.pop();
        // What is wrong inside of another indicator is wrong where that one is named.
        let kind = kind.map_err(|it| Wrong { place, why: it.why });
        self.kinds.insert(measure, kind.as_ref().ok().copied());
        kind
    }

    fn kind_of(&mut self, formula: &Formula, open: &mut Vec<Measure>) -> Result<Kind, Wrong> {
        let kind = |unit, nature| Kind { unit, nature, depth: 0 };
        match formula {
            Formula::Number(_) => Ok(kind(Unit::Typed, Nature::Constant)),
            Formula::Percent(_) => Ok(kind(Unit::Number, Nature::Constant)),
            Formula::Of(measure, place) => {
                let found = self.look_at(*measure, *place, open)?;
                let depth = found.depth + 1;
                match depth + open.len() {
                    deep if DEEPEST < deep => Err(Wrong { place: *place, why: Why::TooDeep }),
                    _ => Ok(Kind { depth, ..found }),
                }
            }
            Formula::Tally(tally) => {
                let money = tally.what == super::What::Sum;
                let level = tally.records == Records::Open;
                let unit = if money { Unit::Money } else { Unit::Number };
                Ok(kind(unit, if level { Nature::Rate } else { Nature::Sum }))
            }
            Formula::YearBefore(part) | Formula::Negated(part) => self.kind_of(part, open),
            Formula::Joined(left, sign, place, right) => {
                let (left, right) = (self.kind_of(left, open)?, self.kind_of(right, open)?);
                joined(left, *sign, right).map_err(|why| Wrong { place: *place, why })
            }
        }
    }
}

/// What two parts with a sign between them are.
fn joined(left: Kind, sign: Sign, right: Kind) -> Result<Kind, Why> {
    use Unit::{Money, Number, Typed};
    let unit = match (left.unit, sign, right.unit) {
        (Money, Sign::Times, Money) => return Err(Why::MoneyTimesMoney),
        (Money, Sign::Over, Money) => Number,
        (Number | Typed, Sign::Over, Money) => return Err(Why::OverMoney),
        (Money, Sign::Times | Sign::Over, _) | (_, Sign::Times, Money) => Money,
        (Money, _, Money | Typed) | (Typed, _, Money) => Money,
        (Money, _, Number) | (Number, _, Money) => return Err(Why::MoneyAndNumber),
        (Typed, _, Typed) => Typed,
        _ => Number,
    };
    use Nature::{Constant, Rate, Sum};
    let nature = match (left.nature, sign, right.nature) {
        (Constant, _, Constant) => Constant,
        (Sum, Sign::Plus | Sign::Minus, Sum) => Sum,
        (Sum, Sign::Times | Sign::Over, Constant) | (Constant, Sign::Times, Sum) => Sum,
        _ => Rate,
    };
    Ok(Kind { unit, nature, depth: left.depth.max(right.depth) })
}
