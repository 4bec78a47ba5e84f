//! A line of a statement: what was done, with what, and what came of it.

use std::fmt;
use std::str::FromStr;

use crate::domain::calendar::Day;
use crate::domain::exact::Exact;
use crate::domain::money::Money;

/// What a line does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An amount in another currency was converted; it pays nothing by itself.
    Converted,
    /// A threshold was not reached; nothing is paid by that part of the plan.
    Threshold,
    /// Commission on a deal.
    Commission,
    /// The same on a deal of the team.
    Override,
    /// More or less for a deal of an earlier period, because another tier was reached since.
    CatchUp,
    /// An amount for a level that was reached.
    Bonus,
    /// An amount for a deal of a kind.
    Spiff,
    /// A share of the team's pool.
    Pool,
    /// What a cap takes off.
    Cap,
    /// What a floor puts on top.
    Floor,
    /// What is kept back.
    Holdback,
    /// What was kept back and is paid now.
    Release,
    /// What is taken back of a cancelled deal.
    Clawback,
    /// What is advanced.
    Draw,
    /// What is taken back of earlier advances or carried debts.
    Recovery,
    /// A debt that is carried rather than collected.
    Carried,
    /// What is paid whatever is sold.
    Salary,
    /// What a guarantee puts on top.
    Guarantee,
    /// A correction of an earlier statement.
    TrueUp,
}

/// The words of the kinds.
const WORDS: [(Kind, &str); 19] = [
    (Kind::Converted, "converted"),
    (Kind::Threshold, "threshold"),
    (Kind::Commission, "commission"),
    (Kind::Override, "override"),
    (Kind::CatchUp, "catch_up"),
    (Kind::Bonus, "bonus"),
    (Kind::Spiff, "spiff"),
    (Kind::Pool, "pool"),
    (Kind::Cap, "cap"),
    (Kind::Floor, "floor"),
    (Kind::Holdback, "holdback"),
    (Kind::Release, "release"),
    (Kind::Clawback, "clawback"),
    (Kind::Draw, "draw"),
    (Kind::Recovery, "recovery"),
    (Kind::Carried, "carried"),
    (Kind::Salary, "salary"),
    (Kind::Guarantee, "guarantee"),
    (Kind::TrueUp, "true_up"),
];

/// A text that names no kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKind;

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let word = WORDS.iter().find(|(kind, _)| kind == self);
        f.write_str(word.map_or("", |(_, word)| word))
    }
}

impl FromStr for Kind {
    type Err = NotAKind;

    fn from_str(text: &str) -> Result<Kind, NotAKind> {
        WORDS.iter().find(|(_, word)| *word == text).map(|(kind, _)| *kind).ok_or(NotAKind)
    }
}

/// What the base of a line is counted in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Base {
    /// Minor units of the plan's currency.
    Money(i64),
    /// A number of deals or pieces, or a part of the quota.
    Number(Exact),
    /// An amount in another currency.
    Foreign(Money),
}

/// What a line multiplies its base with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Rate {
    /// A part of the base.
    Part(Exact),
    /// Minor units for each one of the base.
    Each(Exact),
}

/// A line of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it does.
    pub kind: Kind,
    /// The part of the plan: its place; none where the plan as a whole does it.
    pub component: Option<usize>,
    /// The deal: its place among the facts.
    pub deal: Option<usize>,
    /// The tier or level: its place.
    pub tier: Option<usize>,
    /// What it goes by.
    pub base: Option<Base>,
    /// What that is multiplied with.
    pub rate: Option<Rate>,
    /// Since when, where it refers to an earlier day.
    pub since: Option<Day>,
    /// What it pays, in minor units; less than nothing where it takes.
    pub amount: i64,
}

impl Line {
    /// A line that pays an amount.
    pub fn new(kind: Kind, amount: i64) -> Line {
        let (component, deal, tier) = (None, None, None);
        Line { kind, component, deal, tier, base: None, rate: None, since: None, amount }
    }

    /// The same with what it goes by.
    #[must_use]
    pub fn by(self, base: Base, rate: Option<Rate>) -> Line {
        Line { base: Some(base), rate, ..self }
    }
}
