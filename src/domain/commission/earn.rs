//! What a part of a plan earns somebody in a period, deal by deal.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::line::{Base, Kind, Line};
use super::measure::{Item, Stage};
use super::pay::CannotPay;
use super::plan::{
    Axis, Earning, Measure, Measured, Mode, Over, Price, Reached, Threshold, ThresholdPays,
    TierPrice, Whose,
};
use super::tier::Scale;
use super::walk::{Paying, walk};
use crate::domain::exact::Exact;

/// A part of a plan for somebody in a period.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    /// The part of the plan: its place.
    pub place: usize,
    /// Whose deals.
    pub sellers: Vec<usize>,
    /// Who is paid.
    pub member: usize,
    /// Whose deals those are to the payee; none for those of a team that shares a pool, whose
    /// quotas count together.
    pub of: Option<Whose>,
    /// The period: its place.
    pub turn: usize,
}

/// What deals of earlier periods of the year have earned so far, by deal.
pub(super) type Earlier = BTreeMap<usize, i64>;

impl Stage<'_> {
    /// The lines of a part of a plan, without its cap and floor. What is measured over a year also
    /// pays, or takes, what deals of earlier periods earn more or less by now.
    pub(super) fn earn(
        &self,
        asked: &Asked,
        earning: &Earning,
        earlier: &mut Earlier,
    ) -> Result<Vec<Line>, CannotPay> {
        let Asked { place, sellers, turn, .. } = asked;
        let tiers = earning.tiers.as_ref();
        let threshold = earning.threshold;
        let measure =
            tiers.map(|it| it.measure).or(threshold.map(|it| it.measure)).unwrap_or_default();
        let over = measure.over;
        let turns = self.turns(*turn, over);
        let entries = self.entries(sellers, &turns);
        let is_measured = tiers.is_some() || threshold.is_some();
        if entries.is_empty() && (!is_measured || self.is_idle(asked, measure, &turns)?) {
            return Ok(Vec::new());
        }
        let axis = if is_measured { self.unit(measure, asked)?.0 } else { earning.base };
        let measured = if is_measured { measure.of } else { Measured::Own };
        let items = self.items(*place, &entries, (axis, measured), earning.base)?;
        let starts = self.before(asked, &turns, (axis, measured), over)?;
        let kind = if asked.of == Some(Whose::Own) { Kind::Commission } else { Kind::Override };
        let ranks = &self.book.ranks;
        let Earning { base, deal_cap, deal_floor, .. } = *earning;
        let facts = self.facts;
        let paying = Paying { base, deal_cap, deal_floor, facts, kind, place: *place, ranks };
        if over == Over::Deal {
            return self.deal_by_deal(asked, earning, &items, &paying);
        }
        if let Some(missed) = self.missed(asked, earning, &turns)? {
            let line =
                Line { component: Some(*place), ..Line::new(Kind::Threshold, 0).by(missed, None) };
            let mut lines = vec![line];
            Self::catch_up(asked, &BTreeMap::new(), earlier, &mut lines);
            return Ok(lines);
        }
        let scales = self.scales(asked, earning, &items, starts)?;
        let mut lines = Vec::new();
        let mut now: Earlier = BTreeMap::new();
        walk(&items, starts, &|at| scales.get(&at), &mut |block, pieces| {
            let is_now = block.first().is_some_and(|it| it.turn == *turn);
            for line in paying.lines(block, pieces).ok_or(CannotPay::TooLarge)? {
                if is_now {
                    lines.push(line);
                } else if let Some(deal) = line.deal {
                    *now.entry(deal).or_default() += line.amount;
                }
            }
            Ok(())
        })?;
        if over.is_over_year() {
            Self::catch_up(asked, &now, earlier, &mut lines);
            for line in lines.iter().filter(|it| [kind, Kind::Cap, Kind::Floor].contains(&it.kind))
            {
                *earlier.entry(line.deal.unwrap_or_default()).or_default() += line.amount;
            }
        }
        Ok(lines)
    }

    /// Pays or takes what deals of earlier periods earn more or less than they did.
    fn catch_up(asked: &Asked, now: &Earlier, earlier: &mut Earlier, lines: &mut Vec<Line>) {
        // Also those that earned nothing in their own periods: a threshold was not reached yet.
        let deals: BTreeSet<usize> = earlier.keys().chain(now.keys()).copied().collect();
        for deal in deals {
            let of = |all: &Earlier| all.get(&deal).copied().unwrap_or(0);
            let (was, is) = (of(earlier), of(now));
            if was != is {
                let line = Line::new(Kind::CatchUp, is - was).by(Base::Money(is), None);
                lines.push(Line { component: Some(asked.place), deal: Some(deal), ..line });
                earlier.insert(deal, is);
            }
        }
    }

    /// How much was sold, where the threshold of all is not reached.
    fn missed(
        &self,
        asked: &Asked,
        earning: &Earning,
        turns: &RangeInclusive<usize>,
    ) -> Result<Option<Base>, CannotPay> {
        let Some(threshold) = earning.threshold else { return Ok(None) };
        if threshold.pays == ThresholdPays::Excess {
            return Ok(None);
        }
        let (sold, unit) = self.sold(asked, threshold.measure, turns)?;
        let reached = is_reached(sold.0, threshold, unit).ok_or(CannotPay::TooLarge)?;
        Ok((!reached).then(|| told(sold.1, sold.0)))
    }

    /// How much was sold in a measure, in what, and how much one of its boundaries is in it.
    pub(super) fn sold(
        &self,
        asked: &Asked,
        measure: Measure,
        turns: &RangeInclusive<usize>,
    ) -> Result<((Exact, Axis), Exact), CannotPay> {
        let (axis, unit) = self.unit(measure, asked)?;
        let entries = self.entries(&asked.sellers, turns);
        let items = self.items(asked.place, &entries, (axis, measure.of), axis)?;
        let starts = self.before(asked, turns, (axis, measure.of), measure.over)?;
        let sold = items.iter().try_fold(starts, |sum, it| sum.plus(it.size));
        Ok(((sold.ok_or(CannotPay::TooLarge)?, axis), unit))
    }

    /// The prices of a part of a plan, by the periods of the deals: a price that goes by the quota
    /// goes by that of the period in which a deal counts.
    fn scales(
        &self,
        asked: &Asked,
        earning: &Earning,
        items: &[Item],
        starts: Exact,
    ) -> Result<BTreeMap<usize, Scale>, CannotPay> {
        let mut scales = BTreeMap::new();
        let is_own = matches!(earning.price, Some(Price::Target(_)));
        for item in items {
            if scales.contains_key(&item.turn) {
                continue;
            }
            let known = scales.values().next().filter(|_| !is_own).cloned();
            let at = Asked { turn: if is_own { item.turn } else { asked.turn }, ..asked.clone() };
            let scale = match known {
                Some(scale) => scale,
                None => self.scale(&at, earning, items, starts)?,
            };
            scales.insert(item.turn, scale);
        }
        Ok(scales)
    }

    /// The prices of a part of a plan.
    pub(super) fn scale(
        &self,
        asked: &Asked,
        earning: &Earning,
        items: &[Item],
        starts: Exact,
    ) -> Result<Scale, CannotPay> {
        let Earning { price, tiers, threshold, .. } = earning;
        let price = match price {
            None => Exact::ZERO,
            Some(Price::Flat(price)) => *price,
            Some(Price::Target(target)) => {
                let quota = self.quota(asked, Over::Period)?;
                Exact::whole((*target).into()).over(quota).ok_or(CannotPay::TooLarge)?
            }
        };
        let mut scale = Scale::flat(price, None);
        if let Some(tiers) = tiers {
            let (_, unit) = self.unit(tiers.measure, asked)?;
            let tier = |it: &super::plan::Tier| {
                let to = match it.to {
                    None => None,
                    Some(to) => Some(to.times(unit)?),
                };
                let own = match it.price {
                    TierPrice::Flat(own) => own,
                    TierPrice::Times(times) => price.times(times)?,
                };
                Some((it.from.times(unit)?, to, own))
            };
            let all: Option<Vec<_>> = tiers.steps.iter().map(tier).collect();
            let all = closed(all.ok_or(CannotPay::TooLarge)?);
            scale = Scale::of_tiers(price, &all);
            if tiers.mode == Mode::Retroactive {
                let ends = items.iter().try_fold(starts, |sum, it| sum.plus(it.size));
                let stretch = *scale.at(ends.ok_or(CannotPay::TooLarge)?, tiers.measure.reached);
                scale = Scale::flat(stretch.price, stretch.tier);
            }
        }
        match threshold {
            Some(Threshold { at, measure, pays: ThresholdPays::Excess }) => {
                let (_, unit) = self.unit(*measure, asked)?;
                Ok(scale.above(at.times(unit).ok_or(CannotPay::TooLarge)?))
            }
            _ => Ok(scale),
        }
    }
}

/// Whether a threshold is reached.
pub(super) fn is_reached(sold: Exact, threshold: Threshold, unit: Exact) -> Option<bool> {
    let at = threshold.at.times(unit)?;
    Some(match threshold.measure.reached {
        Reached::At => at <= sold,
        Reached::Above => at < sold,
    })
}

/// A measured number as the base of a line.
pub(super) fn told(axis: Axis, number: Exact) -> Base {
    match axis {
        Axis::Amount | Axis::Margin => Base::Money(number.rounded()),
        Axis::Count | Axis::Quantity => Base::Number(number),
    }
}

type Closed = (Exact, Option<Exact>, Exact);

/// Tiers that say where they end.
fn closed(tiers: Vec<Closed>) -> Vec<Closed> {
    let next = |place: usize| tiers.get(place + 1).map(|(from, ..)| *from);
    let close = |(place, (from, to, price)): (usize, &Closed)| (*from, to.or(next(place)), *price);
    tiers.iter().enumerate().map(close).collect()
}
