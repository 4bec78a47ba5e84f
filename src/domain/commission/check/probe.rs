//! Somebody usual who sells more and more by a plan, to see where its payout turns.

use super::era::eras;
use super::limit::{Limit, limits, without_limits};
use super::measured::{every_measure, is_counted, measures};
use super::{Kind, Usual};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::commission::cycle::Cycle;
use crate::domain::commission::facts::{Credit, Deal, Facts, Member};
use crate::domain::commission::pay;
use crate::domain::commission::plan::{Axis, Measure, Only, Over, Pays, Plan, Reached, Whose};
use crate::domain::exact::Exact;
use crate::domain::money::Money;

/// What lies at a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bound {
    /// What is sold there.
    pub(super) at: i64,
    /// The least that is sold where it is reached; more than at it where it is reached only above.
    pub(super) first: i64,
    /// How much is sold from one possible amount to the next.
    pub(super) step: i64,
    /// Whether crossing it changes what was earned before it.
    pub(super) is_retroactive: bool,
}

/// Where the payout of a plan turns.
#[derive(Clone, Debug, Default)]
pub(super) struct Turns {
    /// The boundaries of its tiers, levels and thresholds, in order.
    pub(super) bounds: Vec<Bound>,
    /// Where a cap, a floor or a guarantee begins or ceases to matter.
    pub(super) limits: Vec<i64>,
    /// The caps that are reached, and those that are not.
    pub(super) reached: Vec<i64>,
    pub(super) unreached: Vec<i64>,
    /// Up to where what is paid anyway is more than what is earned; nothing where that is nowhere.
    pub(super) idle: i64,
}

impl Turns {
    /// All places, in no order.
    pub(super) fn places(&self) -> impl Iterator<Item = i64> + '_ {
        self.bounds.iter().flat_map(|it| [it.at, it.first]).chain(self.limits.iter().copied())
    }
}

/// Somebody usual, and a plan.
pub(super) struct Probe {
    pub(super) plan: Plan,
    pub(super) usual: Usual,
    /// Whether the number of deals, or the size of each, matters.
    pub(super) counts: bool,
    /// What is sold to whom, whose it is and when.
    pub(super) kind: Kind,
}

/// The most kinds of deals that are tried.
const MOST_KINDS: usize = 24;

/// The most that is tried to reach a cap, in minor units: no plan is meant for more.
const MOST_SOLD: i64 = 1_000_000_000_000_000;

/// How many amounts are tried between the boundaries to see whether a limit matters.
const TRIED: i64 = 12;

impl Probe {
    /// Everything that a plan pays for: own deals and those of a team, of each product and class that
    /// it names and of what it does not, in each of its times; and how many more there would be.
    pub(super) fn all(plan: &Plan, usual: Usual) -> (Vec<Probe>, usize) {
        // What is named comes first: what holds for everything holds for it, too.
        let kinds = |of: fn(&Only) -> &Vec<String>| {
            let named = plan.components.iter().flat_map(|it| of(&it.only)).cloned();
            let mut all: Vec<String> = named.collect();
            arrange::by_cached_key(&mut all, Clone::clone);
            all.dedup();
            all.push(String::new());
            all
        };
        let (products, classes) = (kinds(|it| &it.products), kinds(|it| &it.classes));
        let mut all = Vec::new();
        for era in eras(plan) {
            for whose in [Whose::Own, Whose::Team, Whose::Below] {
                if whose != Whose::Own && !era.plan.components.iter().any(|it| it.of == whose) {
                    continue;
                }
                // For who is paid for a team, its deals are what own deals are to others.
                let mut plan = era.plan.clone();
                plan.components.retain(|it| it.of == whose);
                plan.components.iter_mut().for_each(|it| it.of = Whose::Own);
                let probe = Probe::new(&plan, usual);
                for (product, class) in
                    products.iter().flat_map(|it| classes.iter().map(move |class| (it, class)))
                {
                    let (product, class, since) = (product.clone(), class.clone(), era.since);
                    let kind = Kind { whose, product, class, since };
                    all.push(Probe { plan: probe.plan.clone(), kind, ..probe });
                }
            }
        }
        let beyond = all.len().saturating_sub(MOST_KINDS);
        all.truncate(MOST_KINDS);
        (all, beyond)
    }

    /// The plan without what depends on other people and other periods.
    fn new(plan: &Plan, usual: Usual) -> Probe {
        let usual = Usual { quota: usual.quota.max(1), deal: usual.deal.max(1) };
        let mut plan = Plan { holdback: None, clawback: None, draw: None, ..plan.clone() };
        plan.ramp.clear();
        (plan.from, plan.until, plan.signed_from, plan.cycle) = (None, None, None, Cycle::Once);
        plan.components.retain(|it| it.of == Whose::Own);
        for component in &mut plan.components {
            (component.only.from, component.only.until) = (None, None);
            // A usual deal is large enough, or none is.
            if let Pays::Spiff(spiff) = &mut component.pays
                && let Some(least) = spiff.at_least.take()
            {
                spiff.each = if usual.deal < least { 0 } else { spiff.each };
            }
        }
        let counts = plan.components.iter().any(|it| {
            let earning = it.pays.earning();
            matches!(it.pays, Pays::Spiff(_))
                || every_measure(it)
                    .iter()
                    .any(|(measure, ..)| measure.over == Over::Deal || is_counted(*measure, &plan))
                || earning.is_some_and(|it| {
                    matches!(it.base, Axis::Count | Axis::Quantity)
                        || it.deal_cap.or(it.deal_floor).is_some()
                })
        });
        let counts = counts || matches!(plan.quota_in, Axis::Count | Axis::Quantity);
        Probe { counts, plan, usual, kind: Kind::default() }
    }

    /// How much is sold from one amount to the next that is told apart from it.
    pub(super) fn step(&self) -> i64 {
        if self.counts { self.usual.deal } else { 1 }
    }

    /// What is paid where so much is sold; none where it cannot be paid.
    pub(super) fn pays(&self, sold: i64) -> Option<i64> {
        self.pays_by(&self.plan, sold)
    }

    fn pays_by(&self, plan: &Plan, sold: i64) -> Option<i64> {
        // Deals that are alike are one deal that somebody has several times over.
        let size = self.usual.deal;
        let (whole, rest) = if self.counts { (sold / size, sold % size) } else { (0, sold) };
        let mut deals = Vec::new();
        deals.extend((0 < whole).then(|| self.deal(0, size, size, whole)));
        deals.extend((0 < rest).then(|| self.deal(1, rest, rest, 1)));
        self.pays_for(plan, deals)
    }

    /// What is paid for these deals by a plan; none where it cannot be paid.
    pub(super) fn pays_for(&self, plan: &Plan, deals: Vec<Deal>) -> Option<i64> {
        let facts = Facts { members: vec![self.member()?], deals, ..Facts::default() };
        pay(plan, &facts).ok().map(|it| it.total())
    }

    /// A deal of this kind that somebody has several times over.
    pub(super) fn deal(&self, number: u64, amount: i64, margin: i64, times: i64) -> Deal {
        Deal {
            id: number.to_string(),
            signed: Some(Day::EPOCH.plus(number)),
            paid: Some(Day::EPOCH.plus(number)),
            amount: Some(Money::new(amount, self.plan.currency)),
            margin: Some(margin),
            product: self.kind.product.clone(),
            class: self.kind.class.clone(),
            credits: vec![Credit { member: 0, share: Exact::whole(times.into()), overlay: true }],
            ..Deal::default()
        }
    }

    fn member(&self) -> Option<Member> {
        let quota = match self.plan.quota_in {
            Axis::Amount | Axis::Margin => Exact::whole(self.usual.quota.into()),
            Axis::Count | Axis::Quantity => {
                Exact::new(self.usual.quota.into(), self.usual.deal.into())?
            }
        };
        Some(Member { quota: Some(quota), ..Member::default() })
    }

    /// How much is sold where a measure is at a boundary, and the least that is sold where it is
    /// reached.
    pub(super) fn sold_at(&self, measure: Measure, at: Exact) -> Option<(i64, i64)> {
        // Not before it: a part of a unit is reached at the next whole one.
        let up = |it: Exact| {
            let near = it.rounded();
            if Exact::whole(near.into()) < it { near.checked_add(1) } else { Some(near) }
        };
        let (at, unit) = match measure.axis {
            Some(Axis::Amount | Axis::Margin) => (at, 1),
            Some(Axis::Count | Axis::Quantity) => (at, self.usual.deal),
            None => {
                let quota = at.times(self.member()?.quota?)?;
                (quota, if is_counted(measure, &self.plan) { self.usual.deal } else { 1 })
            }
        };
        let near = up(at)?;
        let is_beyond = measure.reached == Reached::Above && Exact::whole(near.into()) == at;
        let first = if is_beyond { near.checked_add(1)? } else { near };
        Some((near.checked_mul(unit)?, first.checked_mul(unit)?))
    }

    fn bounds(&self) -> Vec<Bound> {
        let mut bounds = Vec::new();
        for component in &self.plan.components {
            for (measure, all, is_retroactive) in measures(component) {
                let step = if is_counted(measure, &self.plan) { self.usual.deal } else { 1 };
                let places = all.into_iter().filter_map(|it| self.sold_at(measure, it));
                let bound = |(at, first)| Bound { at, first, step, is_retroactive };
                bounds.extend(places.filter(|it| 0 < it.1).map(bound));
            }
            if let Pays::Spiff(spiff) = component.pays
                && let Some(at) = spiff.first.and_then(|it| it.checked_mul(self.usual.deal))
            {
                let step = self.usual.deal;
                bounds.push(Bound { at, first: at, step, is_retroactive: false });
            }
        }
        bounds.sort_by_key(|it| (it.at, it.first, it.step, it.is_retroactive));
        bounds.dedup();
        bounds
    }

    /// Where the payout turns; none where it cannot be paid.
    pub(super) fn turns(&self) -> Option<Turns> {
        let mut turns = Turns { bounds: self.bounds(), ..Turns::default() };
        let far = turns.places().max().unwrap_or(0).max(self.usual.quota);
        let span = far.saturating_add(far / 2);
        let mut tried: Vec<i64> = (0..=TRIED).map(|it| span / TRIED * it).collect();
        tried.extend(turns.bounds.iter().flat_map(|it| [it.first - it.step, it.first]));
        tried.retain(|it| 0 <= *it);
        tried.sort_unstable();
        tried.dedup();
        let free = without_limits(&self.plan);
        for (limit, alone) in limits(&self.plan) {
            // By itself, for another limit may hide it.
            let matters =
                |sold: i64| Some(self.pays_by(&alone, sold)? != self.pays_by(&free, sold)?);
            let each = tried.iter().map(|it| Some((*it, matters(*it)?)));
            let mut states = each.collect::<Option<Vec<(i64, bool)>>>()?;
            let is_open = |states: &[(i64, bool)]| match limit {
                Limit::Cap(_) => states.iter().all(|it| !it.1),
                Limit::Least => states.last().is_some_and(|it| it.1),
            };
            let mut sold = span.max(1);
            while is_open(&states) && sold < MOST_SOLD {
                sold = sold.saturating_mul(2);
                let Some(state) = matters(sold) else { break };
                states.push((sold, state));
            }
            let mut last = None;
            for pair in states.windows(2).filter(|it| it[0].1 != it[1].1) {
                let is_before = |sold: i64| Some(matters(sold)? == pair[0].1);
                let at = between(pair[0].0, pair[1].0, is_before)?;
                last = Some(at);
                turns.limits.push(self.near(at, |it| self.pays_by(&alone, it))?);
            }
            match limit {
                Limit::Cap(cap) if is_open(&states) => turns.unreached.push(cap),
                Limit::Cap(cap) => turns.reached.push(cap),
                Limit::Least => turns.idle = turns.idle.max(last.unwrap_or(0)),
            }
        }
        Some(turns)
    }

    /// A rounder amount beside one, where as much is paid to the minor unit; where deals are counted,
    /// the whole deal.
    pub(super) fn near(&self, at: i64, pays: impl Fn(i64) -> Option<i64>) -> Option<i64> {
        if self.counts {
            return Some(
                at.saturating_add(self.usual.deal - 1) / self.usual.deal * self.usual.deal,
            );
        }
        let (payout, scale) = (pays(at)?, self.plan.currency.scale());
        for unit in [1_000 * scale, 100 * scale, 10 * scale, scale] {
            let round = at.saturating_add(unit / 2) / unit * unit;
            // On both sides, for on one of them it may be flat.
            let is_alike = |it: i64| Some((pays(it)? - payout).abs() <= 1);
            if is_alike(round)? && is_alike(at.saturating_mul(2) - round)? {
                return Some(round);
            }
        }
        Some(at)
    }
}

/// The first amount for which something holds no more, where it holds for the lower one and not for
/// the higher.
pub(super) fn between(low: i64, high: i64, holds: impl Fn(i64) -> Option<bool>) -> Option<i64> {
    let (mut low, mut high) = (low, high);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if holds(middle)? { low = middle } else { high = middle }
    }
    Some(high)
}
