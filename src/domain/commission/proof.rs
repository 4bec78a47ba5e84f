//! What the lines of a statement can be held against by whoever has nothing but the statement: the
//! tiers as boundaries and prices, how far somebody was in them, levels of bonuses, deals as wholes
//! with somebody's share of them.

mod bonus;

use std::collections::BTreeMap;

use super::cycle::Turn;
use super::earn::Asked;
use super::line::{Base, Kind, Line, Rate};
use super::measure::{Item, Stage};
use super::pay::{CannotPay, Paid, pay};
use super::plan::{
    Axis, Earning, Measure, Measured, Mode, Over, Pays, Plan, Price, Reached, ThresholdPays,
    TierPrice, Tiers, Whose,
};
use super::{Facts, Slip};
use crate::domain::exact::Exact;
pub use bonus::{BonusProof, MeasuredTurn};

/// What the lines of somebody in a period can be held against.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proof {
    /// All lines of the slip, also those that pay nothing and are not told.
    pub lines: Vec<Line>,
    /// For each line what it leads to or comes from, in minor units: a cap, a floor, a guarantee, an
    /// advance, what a deal had earned before.
    pub bounds: Vec<Option<i64>>,
    /// The parts of the plan that pay by deals.
    pub parts: Vec<PartProof>,
    /// The bonuses.
    pub bonuses: Vec<BonusProof>,
    /// The payee's deals of the period that are of one product.
    pub deals: Vec<DealProof>,
    /// What deals that are taken back had earned, period by period, where the lines of the statements
    /// add up to it.
    pub earned: BTreeMap<usize, Vec<(Turn, i64)>>,
}

/// The prices of a part of a plan, and how far somebody was in its tiers.
#[derive(Clone, Debug, PartialEq)]
pub struct PartProof {
    /// The part: its place.
    pub component: usize,
    /// Where each price begins, in units; the first one has no beginning.
    pub steps: Vec<Step>,
    /// The price that accelerators multiply.
    pub price: Exact,
    /// How large each deal is, where each is looked at by itself.
    pub each: Option<EachProof>,
    /// How much is in tiers; none where each deal is looked at by itself, or there are no tiers.
    pub measured: Option<MeasuredProof>,
    /// How much has to be sold before anything is paid, and how much was, in minor units or pieces.
    pub threshold: Option<ThresholdProof>,
    /// The deals of the period that it pays for, by their places among the facts, each with what the
    /// price is multiplied with.
    pub bases: BTreeMap<usize, Exact>,
}

/// A price from somewhere on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Where it begins, in units.
    pub from: Option<Exact>,
    /// The price.
    pub price: Exact,
    /// What the part's price is multiplied with; none where the tier has a price of its own.
    pub times: Option<Exact>,
}

/// How much somebody was in tiers with, in minor units or pieces.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuredProof {
    /// What is measured.
    pub axis: Axis,
    /// Whether the steps are parts of the quota.
    pub is_by_quota: bool,
    /// Since when.
    pub over: Over,
    /// One unit of the steps: the quota, or one.
    pub unit: Exact,
    /// What was measured before the first of the periods.
    pub before: Exact,
    /// What was measured in the earlier periods of the year, where it goes by the year.
    pub earlier: Vec<(Turn, Exact)>,
    /// Where the period begins.
    pub begins: Exact,
    /// Where it ends.
    pub ends: Exact,
    /// Whether what is measured is what is paid for, so that the bases add up to it.
    pub is_own: bool,
    /// What becomes of the highest tier.
    pub mode: Mode,
    /// Whether a tier is reached at its boundary.
    pub reached: Reached,
    /// Whether only what lies above a threshold is paid for: the first step is what lies below it.
    pub is_excess: bool,
}

/// Deals that are each looked at by themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct EachProof {
    /// The deals of the period, by their places among the facts: how large each is as a whole in what
    /// tiers are measured by, and in what the threshold is.
    pub deals: BTreeMap<usize, (Exact, Option<Exact>)>,
    /// The threshold below which a deal earns nothing, and whether it is reached at it.
    pub threshold: Option<(Exact, Reached)>,
    /// What becomes of the highest tier.
    pub mode: Mode,
    /// Whether a tier is reached at its boundary.
    pub reached: Reached,
    /// Whether only what lies above a threshold is paid for.
    pub is_excess: bool,
}

/// A threshold.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ThresholdProof {
    /// Where it is.
    pub at: Exact,
    /// What was sold.
    pub sold: Exact,
    /// Whether it is reached at it.
    pub reached: Reached,
    /// What is measured.
    pub axis: Axis,
    /// The quota, where it is a part of it.
    pub quota: Option<Exact>,
}

/// A deal as a whole.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DealProof {
    /// The deal: its place among the facts.
    pub deal: usize,
    /// What it is worth to all together, in minor units of the plan's currency.
    pub whole: i64,
    /// The payee's share.
    pub share: Exact,
}

/// What a slip can be held against.
///
/// # Errors
/// [`CannotPay`] where the facts lack what the plan goes by; then there is no slip either.
pub fn proof(plan: &Plan, facts: &Facts, slip: &Slip) -> Result<Proof, CannotPay> {
    let stage = Stage::new(plan, facts)?;
    let turn = slip.turn;
    let mut proof = Proof { lines: slip.lines.clone(), ..Proof::default() };
    // What was paid before matters where something is taken back, and to what goes by the year.
    let goes_by_year = |it: &super::plan::Component| match &it.pays {
        Pays::Bonus(bonus) => bonus.measure.over.is_over_year(),
        _ => false,
    };
    let is_back = slip.lines.iter().any(|it| it.kind == Kind::Clawback);
    let paid = match is_back || plan.components.iter().any(goes_by_year) {
        true => Some(pay(plan, facts)?),
        false => None,
    };
    proof.bounds = slip.lines.iter().map(|it| bound(plan, it)).collect();
    for (place, component) in plan.components.iter().enumerate() {
        let (sellers, of) = (stage.sellers(slip.member, component.of), Some(component.of));
        let asked = Asked { place, sellers, member: slip.member, of, turn };
        let is_told = slip.lines.iter().any(|it| it.component == Some(place));
        match &component.pays {
            Pays::Commission(earning) if is_told => {
                proof.parts.push(stage.part_proof(&asked, earning)?);
            }
            Pays::Spiff(spiff) if is_told => {
                let price = Exact::whole(spiff.each.into());
                let first = Step { from: None, price, times: None };
                let beyond = spiff.first.map(|it| {
                    let from = Some(Exact::whole(it.into()));
                    Step { from, price: Exact::ZERO, times: None }
                });
                let steps = std::iter::once(first).chain(beyond).collect();
                proof.parts.push(PartProof {
                    component: place,
                    steps,
                    price,
                    each: None,
                    measured: None,
                    threshold: None,
                    bases: BTreeMap::new(),
                });
            }
            Pays::Bonus(bonus) => {
                let of = (component, bonus);
                proof.bonuses.extend(stage.bonus_proof(&asked, of, paid.as_ref())?);
            }
            _ => {}
        }
    }
    proof.deals = stage.deal_proofs(slip.member, turn);
    proof.earned = paid.map(|it| earned(&it, slip)).unwrap_or_default();
    Ok(proof)
}

/// What deals that a slip takes back had earned until then, as far as lines tell: a cap over several
/// deals stands in one line.
fn earned(paid: &Paid, slip: &Slip) -> BTreeMap<usize, Vec<(Turn, i64)>> {
    let back = slip.lines.iter().filter(|it| it.kind == Kind::Clawback);
    let back: Vec<(usize, i64)> = back
        .filter_map(|it| match (it.deal, it.base) {
            (Some(deal), Some(Base::Money(base))) => Some((deal, base)),
            _ => None,
        })
        .collect();
    let slips = paid.slips.iter().filter(|it| it.member == slip.member && it.turn <= slip.turn);
    let slips: Vec<&Slip> = slips.collect();
    let of = |deal: usize| {
        let earns = |it: &&Line| {
            let is_earned = matches!(
                it.kind,
                Kind::Commission
                    | Kind::Override
                    | Kind::CatchUp
                    | Kind::Spiff
                    | Kind::Cap
                    | Kind::Floor
            );
            is_earned && it.deal == Some(deal)
        };
        let sum = |it: &&Slip| {
            let sum: i64 = it.lines.iter().filter(earns).map(|it| it.amount).sum();
            (paid.turns[it.turn], sum)
        };
        slips.iter().map(sum).filter(|it| it.1 != 0).collect::<Vec<_>>()
    };
    let known = back.into_iter().map(|(deal, base)| (deal, base, of(deal)));
    let known = known.filter(|(_, base, all)| all.iter().map(|it| it.1).sum::<i64>() == *base);
    known.map(|(deal, _, all)| (deal, all)).collect()
}

/// What a line leads to, or comes from.
fn bound(plan: &Plan, line: &Line) -> Option<i64> {
    let Some(Base::Money(base)) = line.base else {
        return (line.kind == Kind::Salary).then_some(line.amount);
    };
    match line.kind {
        Kind::Cap | Kind::Floor | Kind::Guarantee => Some(base + line.amount),
        Kind::Draw if plan.draw.is_some_and(|it| it.recoverable) => Some(base + line.amount),
        Kind::Draw => Some(base.max(0) + line.amount),
        Kind::Recovery => Some(-line.amount),
        Kind::CatchUp => Some(base - line.amount),
        Kind::Clawback => Some(base),
        _ => None,
    }
}

impl Stage<'_> {
    fn part_proof(&self, asked: &Asked, earning: &Earning) -> Result<PartProof, CannotPay> {
        let known = (earning.tiers.as_ref().map(|it| it.measure))
            .or(earning.threshold.map(|it| it.measure));
        let measure = known.unwrap_or_default();
        let turns = self.turns(asked.turn, measure.over);
        let entries = self.entries(&asked.sellers, &turns);
        let (axis, unit) = match known {
            Some(measure) if !measure.of_amount => self.unit(measure, asked)?,
            _ => (earning.base, Exact::ONE),
        };
        let items = self.items(asked.place, &entries, (axis, measure.of), earning.base)?;
        let starts = self.before(asked, &turns, (axis, measure.of), measure.over)?;
        // The tiers as they lie, also where the highest holds for all.
        let tiers = earning.tiers.clone().map(|it| Tiers { mode: Mode::Marginal, ..it });
        let marginal = Earning { tiers, ..earning.clone() };
        let scale = self.scale(asked, &marginal, &items, starts)?;
        let times = |tier: Option<usize>| match earning.tiers.as_ref()?.steps.get(tier?)?.price {
            TierPrice::Times(times) => Some(times),
            TierPrice::Flat(_) => None,
        };
        let mut steps = Vec::new();
        for (from, price, tier) in scale.stretches() {
            let from = match from {
                None => None,
                Some(from) => Some(from.over(unit).ok_or(CannotPay::TooLarge)?),
            };
            steps.push(Step { from, price, times: times(tier) });
        }
        let sum = |is_it: &dyn Fn(usize) -> bool| {
            let own = items.iter().filter(|it| is_it(it.turn));
            own.map(|it| it.size).try_fold(starts, Exact::plus).ok_or(CannotPay::TooLarge)
        };
        let is_excess = earning.threshold.is_some_and(|it| it.pays == ThresholdPays::Excess);
        let is_in_tiers = (earning.tiers.is_some() || is_excess) && measure.over != Over::Deal;
        let mut earlier = Vec::new();
        for turn in turns.clone().filter(|it| *it < asked.turn) {
            let mut own = items.iter().filter(|it| it.turn == turn).map(|it| it.size);
            let sold = own.try_fold(Exact::ZERO, Exact::plus).ok_or(CannotPay::TooLarge)?;
            earlier.push((self.book.turns[turn], sold));
        }
        let measured = MeasuredProof {
            axis,
            is_by_quota: known.is_some_and(|it| it.axis.is_none() && !it.of_amount),
            over: measure.over,
            unit,
            before: starts,
            earlier,
            begins: sum(&|it| it < asked.turn)?,
            ends: sum(&|_| true)?,
            is_own: axis == earning.base && measure.of == Measured::Own,
            mode: earning.tiers.as_ref().map_or(Mode::Marginal, |it| it.mode),
            reached: measure.reached,
            is_excess,
        };
        let price = match earning.price {
            Some(Price::Flat(price)) => price,
            Some(Price::Target(target)) => {
                let quota = self.quota(asked, Over::Period)?;
                Exact::whole(target.into()).over(quota).ok_or(CannotPay::TooLarge)?
            }
            None => Exact::ZERO,
        };
        let all = earning
            .threshold
            .filter(|it| it.pays == ThresholdPays::All && it.measure.over != Over::Deal);
        let threshold = match all {
            None => None,
            Some(threshold) => {
                let ((sold, axis), unit) = self.sold(asked, threshold.measure, &turns)?;
                let at = threshold.at.times(unit).ok_or(CannotPay::TooLarge)?;
                let quota = threshold.measure.axis.is_none().then_some(unit);
                let reached = threshold.measure.reached;
                Some(ThresholdProof { at, sold, reached, axis, quota })
            }
        };
        let each = match measure.over {
            Over::Deal => {
                let own = items.iter().filter(|it| it.turn == asked.turn && it.is_paid_for);
                Some(self.each(asked, (earning, measure), own)?)
            }
            _ => None,
        };
        let mut bases: BTreeMap<usize, Exact> = BTreeMap::new();
        for item in items.iter().filter(|it| it.turn == asked.turn && it.is_paid_for) {
            let known = bases.entry(item.deal).or_insert(Exact::ZERO);
            *known = known.plus(item.base).ok_or(CannotPay::TooLarge)?;
        }
        let measured = is_in_tiers.then_some(measured);
        Ok(PartProof { component: asked.place, steps, price, each, measured, threshold, bases })
    }

    /// How large deals are that are each looked at by themselves.
    fn each<'i>(
        &self,
        asked: &Asked,
        (earning, measure): (&Earning, Measure),
        items: impl Iterator<Item = &'i Item>,
    ) -> Result<EachProof, CannotPay> {
        let all = earning.threshold.filter(|it| it.pays == ThresholdPays::All);
        let mut deals = BTreeMap::new();
        for item in items {
            let against = match all {
                Some(it) => Some(self.size_of_deal(asked, item, it.measure)?),
                None => None,
            };
            deals.insert(item.deal, (self.size_of_deal(asked, item, measure)?, against));
        }
        Ok(EachProof {
            deals,
            threshold: all.map(|it| (it.at, it.measure.reached)),
            mode: earning.tiers.as_ref().map_or(Mode::Marginal, |it| it.mode),
            reached: measure.reached,
            is_excess: earning.threshold.is_some_and(|it| it.pays == ThresholdPays::Excess),
        })
    }

    /// Somebody's own deals of a period that are of one product, as wholes.
    fn deal_proofs(&self, member: usize, turn: usize) -> Vec<DealProof> {
        let own = self.entries(&[member], &(turn..=turn));
        let is_alone = |deal: usize| own.iter().filter(|it| it.deal == deal).count() == 1;
        let whole = |deal: usize| {
            let amount = self.facts.deals[deal].amount?;
            match self.book.converted.get(&deal) {
                None => Some(amount.minor),
                Some(line) => match line.rate {
                    Some(Rate::Part(_)) => {
                        let rate = self.facts.rate(amount.currency, own_day(&own, deal))?;
                        rate.convert(amount.minor, self.plan.currency)
                    }
                    _ => None,
                },
            }
        };
        own.iter()
            .filter(|it| it.parts.len() == 1 && is_alone(it.deal))
            .filter_map(|it| {
                Some(DealProof { deal: it.deal, whole: whole(it.deal)?, share: it.share })
            })
            .collect()
    }
}

fn own_day(entries: &[&super::book::Entry], deal: usize) -> Option<crate::domain::calendar::Day> {
    entries.iter().find(|it| it.deal == deal)?.day
}

impl Plan {
    /// Whether a part of it pays for the amounts of the payee's own deals.
    pub fn pays_for_own_amounts(&self, place: usize) -> bool {
        self.components.get(place).is_some_and(|it| {
            let is_amount = |it: &Earning| it.base == super::plan::Axis::Amount;
            it.of == Whose::Own
                && matches!(&it.pays, Pays::Commission(earning) if is_amount(earning))
        })
    }
}
