//! What a plan makes people do: its payout over what is sold, and where that jumps, falls or ends.

mod era;
mod find;
mod limit;
mod measured;
mod probe;
mod single;

use super::plan::{Plan, Whose};
use crate::domain::calendar::Day;
use probe::{Probe, Turns};

/// What is usual for those who are paid, in minor units of the plan's currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Usual {
    /// A quota of a period.
    pub quota: i64,
    /// A deal.
    pub deal: i64,
}

/// What is paid where so much is sold in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// What is sold.
    pub sold: i64,
    /// What is paid.
    pub payout: i64,
}

/// What should be looked at before people are paid by a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Nothing is said of what lies between two tiers: where, and from where on something is again.
    Gap(i64, i64),
    /// Two tiers hold the same: from where, and until where.
    Overlap(i64, i64),
    /// A unit more pays so much more at once: where, how much.
    Cliff(i64, i64),
    /// A unit more pays less: where, by how much.
    Drop(i64, i64),
    /// From here on nothing more is earned in the period.
    Plateau(i64),
    /// From here on nothing more is earned, until where it goes on.
    Pause(i64, i64),
    /// From here on more is worth less than before, in thousandths before and after.
    Slower(i64, i64, i64),
    /// Up to here the same is paid whatever is sold, for it is paid anyway: where that ends, how much.
    Idle(i64, i64),
    /// A cap that is never reached: how much.
    Unreached(i64),
    /// One deal of this size pays so much more, or less, than one a unit smaller.
    LargeDeal(i64, i64),
    /// A usual deal of this margin, in thousandths of its amount, pays so much more, or less, than
    /// one just below.
    Margin(i64, i64),
    /// From this day on the same sales pay so much more, or less.
    Later(Day, i64),
}

/// Of which deals, and when, something is found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kind {
    /// Whose deals.
    pub whose: Whose,
    /// Of which product; empty for one that no part of the plan names.
    pub product: String,
    /// Of customers of which class; empty for one that no part of the plan names.
    pub class: String,
    /// From which day on; none where the parts of the plan hold on the same days, or before the
    /// first of those.
    pub since: Option<Day>,
}

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The plan does not say what it should: it has to be mended.
    Mend,
    /// The plan may be meant so; whoever publishes it should know.
    Know,
}

impl Finding {
    /// What is sold where it begins, or ends where it begins with nothing; none where it has no place.
    pub fn at(&self) -> Option<i64> {
        match *self {
            Finding::Gap(at, _)
            | Finding::Overlap(at, _)
            | Finding::Cliff(at, _)
            | Finding::Drop(at, _)
            | Finding::Plateau(at)
            | Finding::Pause(at, _)
            | Finding::Slower(at, ..)
            | Finding::Idle(at, _) => Some(at),
            Finding::Unreached(_)
            | Finding::LargeDeal(..)
            | Finding::Margin(..)
            | Finding::Later(..) => None,
        }
    }

    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Finding::Gap(..) | Finding::Overlap(..) | Finding::Drop(..) => Weight::Mend,
            Finding::LargeDeal(_, more) | Finding::Margin(_, more) if *more < 0 => Weight::Mend,
            _ => Weight::Know,
        }
    }
}

/// How many points a curve has besides its boundaries.
const STEPS: i64 = 48;

/// The payout of a period over what is sold in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curve {
    /// Of what.
    pub kind: Kind,
    /// The points, in order; a jump has one on either side.
    pub points: Vec<Point>,
    /// What should be looked at, in order of where it is; what has no place is the last.
    pub findings: Vec<Finding>,
}

/// What a plan comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// The curve of the first kind of deals, and of each other kind in which something should be
    /// looked at that was not told yet.
    pub curves: Vec<Curve>,
    /// How many kinds of deals were not tried, for there are too many.
    pub untried: usize,
}

/// The curves of a plan for somebody who is usual; none where it cannot be paid.
///
/// What is tried comes from the plan itself: every kind of deals that it names, every time in which
/// other parts of it hold, every boundary of tiers, levels and thresholds, and every place where a
/// cap, a floor or a guarantee begins or ceases to matter, however far that is.
pub fn check(plan: &Plan, usual: Usual) -> Option<Checked> {
    let (all, untried) = Probe::all(plan, usual);
    let all = all.into_iter().map(|it| Some((it.turns()?, it))).collect::<Option<Vec<_>>>()?;
    // A cap of what one product earns is reached by that product alone.
    let is_reached = |cap: i64| all.iter().any(|(turns, _)| turns.reached.contains(&cap));
    let (mut curves, mut told) = (Vec::new(), Vec::new());
    for (turns, probe) in &all {
        let far = turns.places().max().unwrap_or(0).max(usual.quota);
        // Beyond the last place by one step at least: what is found is told by whole deals.
        let span = far.saturating_add((far / 2).max(probe.step()));
        let mut findings = probe.findings(turns, span)?;
        findings.extend(later(&all, probe)?);
        findings.retain(|it| !matches!(it, Finding::Unreached(cap) if is_reached(*cap)));
        findings.sort_by_key(|it| it.at().unwrap_or(i64::MAX));
        findings.retain(|it| {
            let is_new = !told.contains(it);
            if is_new {
                told.push(*it);
            }
            is_new
        });
        if curves.is_empty() || !findings.is_empty() {
            let points = points(probe, turns, span)?;
            curves.push(Curve { kind: probe.kind.clone(), points, findings });
        }
    }
    Some(Checked { curves, untried })
}

fn points(probe: &Probe, turns: &Turns, span: i64) -> Option<Vec<Point>> {
    let mut sold: Vec<i64> = (0..=STEPS).map(|it| span / STEPS * it).chain([span]).collect();
    let around = |at: i64| [at - probe.step(), at - 1, at, at + probe.step()];
    sold.extend(turns.places().flat_map(around).filter(|it| (0..=span).contains(it)));
    sold.sort_unstable();
    sold.dedup();
    sold.into_iter().map(|sold| Some(Point { sold, payout: probe.pays(sold)? })).collect()
}

/// What the same sales pay more from the day on from which this kind is paid so.
fn later(all: &[(Turns, Probe)], probe: &Probe) -> Option<Option<Finding>> {
    let Some(since) = probe.kind.since else { return Some(None) };
    let is_before = |kind: &Kind| {
        let same = Kind { since: kind.since, ..probe.kind.clone() };
        *kind == same && kind.since < Some(since)
    };
    let before = all.iter().map(|it| &it.1).rfind(|it| is_before(&it.kind));
    let Some(before) = before else { return Some(None) };
    let sold = probe.usual.quota;
    let more = probe.pays(sold)? - before.pays(sold)?;
    Some((more != 0).then_some(Finding::Later(since, more)))
}

#[cfg(test)]
mod tests;
