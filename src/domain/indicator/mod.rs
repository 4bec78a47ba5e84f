//! Indicators: what is measured of a period, each by a formula that anybody can read.
//!
//! The built-in ones are formulas like those of the manager's own, so there is one way to compute
//! them all. A formula is kept in a form without words ([`CODES`]), so it reads in every
//! language, and an indicator that it names may be given another name.

mod book;
mod compute;
mod count;
mod formula;
pub mod goal;
mod lexicon;
mod print;
mod read;
#[cfg(test)]
mod tests;
mod wrong;

use std::fmt;
use std::str::FromStr;

pub use book::{Book, Nature, Unit};
pub use compute::{Computed, Part};
pub use count::Scope;
pub use formula::{Decimal, Formula, Place, Sign};
pub use lexicon::{CODES, Lexicon, Term};
pub use print::print;
pub use read::read;
pub use wrong::{Why, Wrong};

use super::activity::ActivityKind;
use super::id::IndicatorId;

record! {
    /// An indicator of the manager's own.
    pub struct Indicator(IndicatorId) {
        /// The name.
        name: String,
        /// The formula in the form without words.
        formula: String,
        /// Whether a number is shown in percent.
        percent: bool,
    }
}

/// An indicator that is always there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Builtin {
    /// The sum of what was won.
    WonAmount,
    /// How many leads were won.
    WonCount,
    /// What was won against the same days a year before.
    Growth,
    /// How many customers bought for the first time.
    NewCustomers,
    /// What a won lead brings on average.
    AverageWon,
    /// Won of all that closed.
    WinRate,
    /// How many leads were created.
    NewLeads,
    /// How many leads were lost.
    LostCount,
    /// What is open.
    OpenAmount,
    /// Everything done with customers.
    Activities,
    /// Calls.
    Calls,
    /// Visits.
    Visits,
    /// Meetings.
    Meetings,
    /// Quotes.
    Quotes,
}

impl Builtin {
    /// Every one, in the order of lists.
    pub const ALL: [Builtin; 14] = [
        Builtin::WonAmount,
        Builtin::WonCount,
        Builtin::AverageWon,
        Builtin::WinRate,
        Builtin::Growth,
        Builtin::NewCustomers,
        Builtin::NewLeads,
        Builtin::LostCount,
        Builtin::OpenAmount,
        Builtin::Activities,
        Builtin::Calls,
        Builtin::Visits,
        Builtin::Meetings,
        Builtin::Quotes,
    ];

    /// The name in formulas as they are kept.
    pub const fn as_str(self) -> &'static str {
        match self {
            Builtin::WonAmount => "won_amount",
            Builtin::WonCount => "won_count",
            Builtin::Growth => "growth",
            Builtin::NewCustomers => "new_customers",
            Builtin::AverageWon => "average_won",
            Builtin::WinRate => "win_rate",
            Builtin::NewLeads => "new_leads",
            Builtin::LostCount => "lost_count",
            Builtin::OpenAmount => "open_amount",
            Builtin::Activities => "activities_done",
            Builtin::Calls => "calls_made",
            Builtin::Visits => "visits_made",
            Builtin::Meetings => "meetings_held",
            Builtin::Quotes => "quotes_sent",
        }
    }

    /// Its formula.
    pub fn formula(self) -> Formula {
        let of = |it| Formula::Of(Measure::Builtin(it), Place::default());
        let tally = |what, records| Formula::Tally(Tally { what, records, only: Vec::new() });
        let joined = |left, sign, right| {
            Formula::Joined(Box::new(left), sign, Place::default(), Box::new(right))
        };
        let done = |kind| tally(What::Count, Records::Done(kind));
        match self {
            Builtin::WonAmount => tally(What::Sum, Records::Won),
            Builtin::WonCount => tally(What::Count, Records::Won),
            Builtin::Growth => {
                let before = Formula::YearBefore(Box::new(of(Builtin::WonAmount)));
                let ratio = joined(of(Builtin::WonAmount), Sign::Over, before);
                joined(ratio, Sign::Minus, Formula::Percent(Decimal { digits: 100, scale: 0 }))
            }
            Builtin::NewCustomers => tally(What::Count, Records::FirstWon),
            Builtin::AverageWon => {
                joined(of(Builtin::WonAmount), Sign::Over, of(Builtin::WonCount))
            }
            Builtin::WinRate => {
                let closed = joined(of(Builtin::WonCount), Sign::Plus, of(Builtin::LostCount));
                joined(of(Builtin::WonCount), Sign::Over, closed)
            }
            Builtin::NewLeads => tally(What::Count, Records::New),
            Builtin::LostCount => tally(What::Count, Records::Lost),
            Builtin::OpenAmount => tally(What::Sum, Records::Open),
            Builtin::Activities => done(None),
            Builtin::Calls => done(Some(ActivityKind::Call)),
            Builtin::Visits => done(Some(ActivityKind::Visit)),
            Builtin::Meetings => done(Some(ActivityKind::Meeting)),
            Builtin::Quotes => done(Some(ActivityKind::Quote)),
        }
    }

    /// Whether it is shown in percent.
    pub const fn is_percent(self) -> bool {
        matches!(self, Builtin::Growth | Builtin::WinRate)
    }
}

/// An indicator: a built-in one, or one of the manager's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// One that is always there.
    Builtin(Builtin),
    /// One of the manager's own.
    Own(IndicatorId),
}

/// A text that names no indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMeasure;

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Measure::Builtin(it) => f.write_str(it.as_str()),
            Measure::Own(id) => write!(f, "own_{id}"),
        }
    }
}

impl FromStr for Measure {
    type Err = NotAMeasure;

    fn from_str(text: &str) -> Result<Measure, NotAMeasure> {
        if let Some(id) = text.strip_prefix("own_") {
            return id.parse().map(Measure::Own).map_err(|_| NotAMeasure);
        }
        let named = Builtin::ALL.into_iter().find(|it| it.as_str() == text);
        named.map(Measure::Builtin).ok_or(NotAMeasure)
    }
}

super::value::text_scalar!(Measure);

/// What is made of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// How many there are.
    Count,
    /// The sum of their amounts.
    Sum,
}

/// Which records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Records {
    /// Leads created in the period.
    New,
    /// Leads won in the period.
    Won,
    /// Leads lost in the period.
    Lost,
    /// Leads open at its end, or today while it runs.
    Open,
    /// Leads won in the period that are the first of their customer.
    FirstWon,
    /// What was done in the period: of a kind, or any word with a customer.
    Done(Option<ActivityKind>),
}

impl Records {
    /// Every kind of records, in the order of lists.
    pub const ALL: [Records; 11] = [
        Records::Won,
        Records::Lost,
        Records::New,
        Records::Open,
        Records::FirstWon,
        Records::Done(None),
        Records::Done(Some(ActivityKind::Call)),
        Records::Done(Some(ActivityKind::Visit)),
        Records::Done(Some(ActivityKind::Message)),
        Records::Done(Some(ActivityKind::Meeting)),
        Records::Done(Some(ActivityKind::Quote)),
    ];

    /// Whether they are leads, and so have amounts.
    pub const fn are_leads(self) -> bool {
        !matches!(self, Records::Done(_))
    }
}

/// What a condition looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribute {
    /// Where a lead came from.
    Source,
    /// What is sold.
    Product,
    /// The customer.
    Customer,
    /// The customer's industry.
    Industry,
    /// The customer's class.
    Class,
    /// Where the customer is.
    Location,
    /// A tag of the lead.
    Tag,
    /// What the lead is worth, in whole units.
    Amount,
}

impl Attribute {
    /// Every one, in the order of lists.
    pub const ALL: [Attribute; 8] = [
        Attribute::Source,
        Attribute::Product,
        Attribute::Customer,
        Attribute::Industry,
        Attribute::Class,
        Attribute::Location,
        Attribute::Tag,
        Attribute::Amount,
    ];
}

/// How a condition compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compare {
    /// The same.
    Is,
    /// Anything else.
    IsNot,
    /// More than.
    Above,
    /// As much or more.
    AtLeast,
    /// Less than.
    Below,
    /// As much or less.
    AtMost,
}

impl Compare {
    /// How it is written.
    pub const fn as_str(self) -> &'static str {
        match self {
            Compare::Is => "=",
            Compare::IsNot => "≠",
            Compare::Above => ">",
            Compare::AtLeast => "≥",
            Compare::Below => "<",
            Compare::AtMost => "≤",
        }
    }
}

/// A condition: what it looks at, how it compares, and with what.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Only {
    /// What it looks at.
    pub attribute: Attribute,
    /// How it compares.
    pub compare: Compare,
    /// With what.
    pub value: String,
}

/// A count or a sum over records that meet all of some conditions.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tally {
    /// What is made of them.
    pub what: What,
    /// Which records.
    pub records: Records,
    /// The conditions.
    pub only: Vec<Only>,
}
