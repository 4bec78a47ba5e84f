//! What a plan measures to find tiers, levels and thresholds.

use crate::domain::commission::plan::{Axis, Component, Measure, Mode, Over, Pays, Plan};
use crate::domain::exact::Exact;

/// Whether a measure is a number of deals or pieces.
pub(super) fn is_counted(measure: Measure, plan: &Plan) -> bool {
    matches!(measure.axis.unwrap_or(plan.quota_in), Axis::Count | Axis::Quantity)
}

/// What a part of a plan is measured by, its boundaries, and whether they change what lies below;
/// but for what looks at each deal by itself, for that is no matter of how much is sold.
pub(super) fn measures(component: &Component) -> Vec<(Measure, Vec<Exact>, bool)> {
    let mut all = every_measure(component);
    all.retain(|(measure, ..)| measure.over != Over::Deal);
    all
}

/// The same with what looks at each deal by itself.
pub(super) fn every_measure(component: &Component) -> Vec<(Measure, Vec<Exact>, bool)> {
    let mut all = Vec::new();
    match &component.pays {
        Pays::Bonus(bonus) => {
            all.push((bonus.measure, bonus.levels.iter().map(|(at, _)| *at).collect(), true));
        }
        pays => {
            let Some(earning) = pays.earning() else { return all };
            if let Some(tiers) = &earning.tiers {
                let ends = tiers.steps.iter().flat_map(|it| [Some(it.from), it.to]).flatten();
                all.push((tiers.measure, ends.collect(), tiers.mode == Mode::Retroactive));
            }
            if let Some(threshold) = earning.threshold {
                all.push((threshold.measure, vec![threshold.at], true));
            }
        }
    }
    all
}
