//! What a plan promises.

pub use super::besides::{Clawback, Draw, Holdback, RampStep, Release, Stretch};
use super::cycle::Cycle;
use crate::domain::calendar::Day;
use crate::domain::exact::Exact;
use crate::domain::money::Currency;

/// A plan by which people are paid. Amounts are minor units of its currency.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The currency of everything that it pays and measures.
    pub currency: Currency,
    /// How often it pays.
    pub cycle: Cycle,
    /// The month in which a year begins, 1 to 12, for what is measured over a year.
    pub year_starts: u32,
    /// The day on which a deal counts.
    pub counted_on: CountedOn,
    /// What quotas are set in.
    pub quota_in: Axis,
    /// The first day on which deals count for it.
    pub from: Option<Day>,
    /// The last day on which deals count for it.
    pub until: Option<Day>,
    /// Deals that were signed before this day are another plan's, though they are paid for later.
    pub signed_from: Option<Day>,
    /// Whether what does not go by deals, and quotas, are cut to the days of a period on which the plan
    /// holds and somebody is there.
    pub prorated: bool,
    /// What is paid each period whatever is sold.
    pub salary: i64,
    /// What is earned, part by part.
    pub components: Vec<Component>,
    /// The most that a period's parts pay together.
    pub cap: Option<i64>,
    /// The least that a period's parts pay together.
    pub floor: Option<i64>,
    /// The least that a period pays with salary and everything.
    pub guarantee: Option<i64>,
    /// What is taken back of deals that are cancelled.
    pub clawback: Option<Clawback>,
    /// What is kept back of deals for a while.
    pub holdback: Option<Holdback>,
    /// What is advanced.
    pub draw: Option<Draw>,
    /// How the first periods of somebody new differ, the first one first.
    pub ramp: Vec<RampStep>,
    /// What becomes of a period that ends below nothing.
    pub negative: Negative,
}

/// The day on which a deal counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CountedOn {
    /// The day it was signed.
    #[default]
    Signed,
    /// The day the customer paid; before, it does not count.
    Paid,
}

/// What is measured of deals.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Axis {
    /// Their amounts, in minor units.
    #[default]
    Amount,
    /// Their margins, in minor units.
    Margin,
    /// How many they are; a part of a split deal counts as that part.
    Count,
    /// How many pieces were sold.
    Quantity,
}

/// What becomes of a period that ends below nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Negative {
    /// It is owed at once: the payout is negative.
    #[default]
    Pay,
    /// It is carried, and taken from what is earned later.
    Carry,
}

/// A part of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Component {
    /// Its name.
    pub name: String,
    /// Whose deals it pays for.
    pub of: Whose,
    /// Which of them.
    pub only: Only,
    /// What it pays.
    pub pays: Pays,
    /// Whether the cap of the plan leaves it alone.
    pub uncapped: bool,
}

/// Whose deals a part of a plan pays for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    /// The payee's.
    #[default]
    Own,
    /// Those of the people whom the payee manages.
    Team,
    /// Those of everyone below the payee.
    Below,
}

/// Which deals a part of a plan pays for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Only {
    /// Of these products; none means any.
    pub products: Vec<String>,
    /// Of customers of these classes; none means any.
    pub classes: Vec<String>,
    /// Only what no earlier part of the plan has taken.
    pub rest: bool,
    /// The first day on which they count.
    pub from: Option<Day>,
    /// The last day on which they count.
    pub until: Option<Day>,
}

/// What a part of a plan pays.
#[derive(Clone, Debug, PartialEq)]
pub enum Pays {
    /// So much of each deal.
    Commission(Earning),
    /// An amount for a level that is reached.
    Bonus(Bonus),
    /// An amount for each deal of a kind.
    Spiff(Spiff),
    /// A share of what the team earns together.
    Pool(Pool),
}

/// So much of each deal.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Earning {
    /// What the price is multiplied with.
    pub base: Axis,
    /// How much for one of it; tiers may say otherwise.
    pub price: Option<Price>,
    /// Prices that depend on how much was sold.
    pub tiers: Option<Tiers>,
    /// Below this nothing is paid.
    pub threshold: Option<Threshold>,
    /// The most that it pays in a period.
    pub cap: Option<i64>,
    /// The least that it pays in a period.
    pub floor: Option<i64>,
    /// The most that it pays for a deal.
    pub deal_cap: Option<i64>,
    /// The least that it pays for a deal that it pays for.
    pub deal_floor: Option<i64>,
}

/// How much is paid for one of the base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Price {
    /// A rate, or minor units for each deal or piece.
    Flat(Exact),
    /// So much where the quota is just reached: the amount ÷ the quota.
    Target(i64),
}

/// Prices that depend on how much was sold.
#[derive(Clone, Debug, PartialEq)]
pub struct Tiers {
    /// Whether a tier's price is for what lies in it or for all.
    pub mode: Mode,
    /// What the tiers are measured by.
    pub measure: Measure,
    /// The tiers, in order.
    pub steps: Vec<Tier>,
}

/// Whether a tier's price is for what lies in it or for all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// For what lies in the tier.
    #[default]
    Marginal,
    /// The price of the highest tier reached is for all.
    Retroactive,
}

/// A tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tier {
    /// Where it begins: minor units, a count, or a part of the quota.
    pub from: Exact,
    /// Where it ends; none means where the next one begins.
    pub to: Option<Exact>,
    /// Its price.
    pub price: TierPrice,
}

/// The price of a tier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TierPrice {
    /// A rate, or minor units for each deal or piece.
    Flat(Exact),
    /// So many times the price of the part.
    Times(Exact),
}

/// What is measured, to find a tier or a level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Measure {
    /// What; none means attainment: how much of the quota.
    pub axis: Option<Axis>,
    /// Whether it is measured as a part of the amount: a margin of 30 %.
    pub of_amount: bool,
    /// Of which deals.
    pub of: Measured,
    /// Since when.
    pub over: Over,
    /// Whether a boundary is reached at it or only above it.
    pub reached: Reached,
}

impl Measure {
    /// Whether its boundaries are amounts, in minor units.
    pub fn is_in_money(self) -> bool {
        matches!(self.axis, Some(Axis::Amount | Axis::Margin)) && !self.of_amount
    }
}

/// Of which deals something is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measured {
    /// Those that the part of the plan pays for.
    #[default]
    Own,
    /// All deals of those whose deals it pays for.
    All,
}

/// Since when something is measured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Over {
    /// Since the period began.
    #[default]
    Period,
    /// Since the year began; the quota is that of the whole year.
    Year,
    /// Since the year began; the quota is that of the periods until now.
    YearToDate,
    /// Each deal by itself.
    Deal,
}

impl Over {
    /// Whether deals of earlier periods are measured too, so that they can earn more or less later.
    pub fn is_over_year(self) -> bool {
        matches!(self, Over::Year | Over::YearToDate)
    }
}

/// Whether a boundary is reached at it or only above it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reached {
    /// At it.
    #[default]
    At,
    /// Only above it.
    Above,
}

/// Below this nothing is paid.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Threshold {
    /// How much has to be sold.
    pub at: Exact,
    /// How that is measured.
    pub measure: Measure,
    /// What is paid once it is reached.
    pub pays: ThresholdPays,
}

/// What is paid once a threshold is reached.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ThresholdPays {
    /// Everything, from the first.
    #[default]
    All,
    /// What lies above it.
    Excess,
}

/// An amount for a level that is reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Bonus {
    /// How the level is measured.
    pub measure: Measure,
    /// The levels, in order, with what they pay in minor units.
    pub levels: Vec<(Exact, Exact)>,
    /// What is paid between and above them.
    pub between: Between,
}

/// What a bonus pays between and above its levels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Between {
    /// What the highest level reached pays.
    #[default]
    Steps,
    /// What all levels reached pay together.
    Sum,
    /// In proportion between two levels; above the last as much as the last.
    Line,
}

/// An amount for each deal of a kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spiff {
    /// The amount.
    pub each: i64,
    /// For each deal or each piece.
    pub per: Axis,
    /// Deals below this do not count.
    pub at_least: Option<i64>,
    /// Only so many of a period, the earliest.
    pub first: Option<i64>,
}

/// A share of what the team earns together.
#[derive(Clone, Debug, PartialEq)]
pub struct Pool {
    /// What is in the pool.
    pub filled: Filled,
    /// How it is shared.
    pub shares: Shares,
}

/// What is in a pool.
#[derive(Clone, Debug, PartialEq)]
pub enum Filled {
    /// An amount each period.
    Amount(i64),
    /// What the deals of the team earn.
    Earning(Earning),
}

/// How a pool is shared.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Shares {
    /// All alike.
    #[default]
    Equal,
    /// In proportion to what each has sold in the period.
    Sales,
    /// By shares that were agreed, of whoever has one.
    Given(Vec<(String, Exact)>),
}

impl Plan {
    /// A plan that pays nothing yet.
    pub fn blank(currency: Currency, cycle: Cycle) -> Plan {
        Plan {
            currency,
            cycle,
            year_starts: 1,
            counted_on: CountedOn::Signed,
            quota_in: Axis::Amount,
            from: None,
            until: None,
            signed_from: None,
            prorated: false,
            salary: 0,
            components: Vec::new(),
            cap: None,
            floor: None,
            guarantee: None,
            clawback: None,
            holdback: None,
            draw: None,
            ramp: Vec::new(),
            negative: Negative::Pay,
        }
    }
}

impl Component {
    /// A part that pays for the payee's own deals, all of them.
    pub fn new(name: &str, pays: Pays) -> Component {
        let (of, only) = (Whose::Own, Only::default());
        Component { name: name.to_owned(), of, only, pays, uncapped: false }
    }
}
