//! What happened, as far as pay depends on it.

use std::collections::{BTreeMap, BTreeSet};

use super::cycle::Turn;
use super::plan::Axis;
use crate::domain::calendar::Day;
use crate::domain::exact::Exact;
use crate::domain::money::{Currency, Money, share};

/// What happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// Those who are paid.
    pub members: Vec<Member>,
    /// What was sold.
    pub deals: Vec<Deal>,
    /// What currencies are worth in the plan's.
    pub rates: Vec<DatedRate>,
    /// The first and the last period that is paid; none means as far as the facts reach.
    pub turns: Option<(Turn, Turn)>,
    /// What an earlier plan has left of deals.
    pub carried: Vec<Carried>,
    /// What bonuses have paid in the year before the first period: by member and part of the plan.
    pub bonuses: BTreeMap<(usize, usize), i64>,
    /// Deals that an earlier plan has paid for in the year of the first period: they are measured
    /// where a year is, and not paid for.
    pub past: BTreeSet<usize>,
}

/// What an earlier plan has paid somebody of a deal, and what becomes of it by the words of that
/// plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Carried {
    /// Who: a place among the members.
    pub member: usize,
    /// The deal: a place among the deals.
    pub deal: usize,
    /// What it has earned, in minor units.
    pub earned: i64,
    /// What is kept back of it.
    pub kept: i64,
    /// When that is released; none for not yet.
    pub released: Option<Day>,
    /// When it is taken back, and how much of it.
    pub taken_back: Option<(Day, Exact)>,
}

/// Somebody who is paid.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Member {
    /// The name or key.
    pub id: String,
    /// Who manages them: a place in the list.
    pub manager: Option<usize>,
    /// The team they share pools with; all without one are one team.
    pub team: String,
    /// The quota of each period.
    pub quota: Option<Exact>,
    /// Quotas of periods that differ.
    pub quotas: BTreeMap<Turn, Exact>,
    /// The day they began: the first on which something is paid whatever is sold.
    pub started: Option<Day>,
    /// The last such day, where they have left.
    pub left: Option<Day>,
    /// What they had sold in the year before the first period.
    pub before: BTreeMap<Axis, Exact>,
    /// What they owed before the first period, in minor units.
    pub debt: i64,
    /// Whether they only sell, and are paid by another plan.
    pub is_paid_elsewhere: bool,
}

/// Something that was sold.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Deal {
    /// The name or key.
    pub id: String,
    /// The day it was signed.
    pub signed: Option<Day>,
    /// What it is worth; less than nothing for what went back.
    pub amount: Option<Money>,
    /// What it leaves, in the currency of the amount.
    pub margin: Option<i64>,
    /// How many pieces.
    pub quantity: Option<Exact>,
    /// The product.
    pub product: String,
    /// The class of the customer.
    pub class: String,
    /// Its parts by product; their amounts add up to the deal's.
    pub lines: Vec<DealLine>,
    /// Whose it is, each with a share: places in the list.
    pub credits: Vec<Credit>,
    /// The day the customer paid.
    pub paid: Option<Day>,
    /// The day it was cancelled.
    pub cancelled: Option<Day>,
}

/// Whose a deal is, and how much of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Credit {
    /// A place in the list of members.
    pub member: usize,
    /// The part of the deal.
    pub share: Exact,
    /// Whether it is given on top of the others.
    pub overlay: bool,
}

/// A part of a deal by product.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DealLine {
    /// The product.
    pub product: String,
    /// Minor units of the deal's currency.
    pub amount: i64,
    /// The same of its margin; none where only that of the deal is known.
    pub margin: Option<i64>,
    /// How many pieces.
    pub quantity: Option<Exact>,
}

/// What a unit of a currency is worth in the plan's from a day on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DatedRate {
    /// The currency.
    pub currency: Currency,
    /// The first day; none means always.
    pub day: Option<Day>,
    /// What a major unit is worth, in major units.
    pub rate: Exact,
}

impl Facts {
    /// The rate of a currency on a day: the latest that is not after it.
    pub fn rate(&self, currency: Currency, day: Option<Day>) -> Option<&DatedRate> {
        let holds =
            |it: &&DatedRate| it.currency == currency && (it.day.is_none() || it.day <= day);
        self.rates.iter().filter(holds).max_by_key(|it| it.day)
    }
}

impl DatedRate {
    /// Minor units of its currency in those of another, not rounded; none where that does not fit.
    pub(super) fn exactly(&self, minor: i64, to: Currency) -> Option<Exact> {
        let scale = Exact::new(to.scale().into(), self.currency.scale().into())?;
        Exact::whole(minor.into()).times(self.rate)?.times(scale)
    }

    /// Minor units of its currency in minor units of another; none where that is too large.
    pub fn convert(&self, minor: i64, to: Currency) -> Option<i64> {
        let upper = i64::try_from(self.rate.upper()).ok()?.checked_mul(to.scale())?;
        let lower = i64::try_from(self.rate.lower()).ok()?.checked_mul(self.currency.scale())?;
        Some(share(minor, upper, lower))
    }
}
