//! What a plan makes people do: its payout over what is sold, and where that jumps, falls or ends.

mod find;
mod limit;
mod measured;
mod probe;

use super::plan::Plan;
use probe::Probe;

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
            Finding::Unreached(_) => None,
        }
    }

    /// How much it matters.
    pub fn weight(&self) -> Weight {
        match self {
            Finding::Gap(..) | Finding::Overlap(..) | Finding::Drop(..) => Weight::Mend,
            _ => Weight::Know,
        }
    }
}

/// How many points a curve has besides its boundaries.
const STEPS: i64 = 48;

/// The payout of a period over what is sold in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curve {
    /// The points, in order; a jump has one on either side.
    pub points: Vec<Point>,
    /// What should be looked at, in order of where it is; what has no place is the last.
    pub findings: Vec<Finding>,
}

/// The curve of a plan for somebody who is usual; none where it cannot be paid.
///
/// What is tried comes from the plan itself: every boundary of tiers, levels and thresholds, and every
/// place where a cap, a floor or a guarantee begins or ceases to matter, however far that is.
pub fn curve(plan: &Plan, usual: Usual) -> Option<Curve> {
    let drawn = Probe::new(plan, usual);
    let all = Probe::all(plan, usual);
    let all = all.into_iter().map(|it| Some((it.turns()?, it))).collect::<Option<Vec<_>>>()?;
    let own = drawn.turns()?;
    let places = || all.iter().map(|it| &it.0).chain([&own]).flat_map(|it| it.places());
    let far = places().max().unwrap_or(0).max(usual.quota);
    let span = far.saturating_add(far / 2);
    let mut sold: Vec<i64> = (0..=STEPS).map(|it| span / STEPS * it).collect();
    let around = |at: i64| [at - drawn.step(), at - 1, at, at + drawn.step()];
    sold.extend(places().flat_map(around).filter(|it| (0..=span).contains(it)));
    sold.sort_unstable();
    sold.dedup();
    let point = |sold: i64| Some(Point { sold, payout: drawn.pays(sold)? });
    let points: Vec<Point> = sold.into_iter().map(point).collect::<Option<_>>()?;
    let mut findings = Vec::new();
    for (turns, probe) in &all {
        findings.extend(probe.findings(turns, span)?);
    }
    // A cap of what one product earns is reached by that product alone.
    let is_reached = |cap: i64| all.iter().any(|(turns, _)| turns.reached.contains(&cap));
    findings.retain(|it| !matches!(it, Finding::Unreached(cap) if is_reached(*cap)));
    findings.sort_by_key(|it| it.at().unwrap_or(i64::MAX));
    let mut seen: Vec<Finding> = Vec::new();
    findings.retain(|it| {
        !seen.contains(it) && {
            seen.push(*it);
            true
        }
    });
    Some(Curve { points, findings })
}

#[cfg(test)]
mod tests;
