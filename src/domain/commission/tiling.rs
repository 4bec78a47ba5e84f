//! Whether the tiers of a plan meet: what lies in none of them, and what lies in two.

use super::plan::{Earning, Filled, Pays, Plan, Tiers};
use crate::domain::exact::Exact;

/// Two tiers that do not meet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seam {
    /// The part of the plan: its place.
    pub component: usize,
    /// The later of the two tiers: its place.
    pub tier: usize,
    /// Where the earlier one ends, in what tiers are measured by.
    pub ends: Exact,
    /// Where the later one begins.
    pub begins: Exact,
}

impl Seam {
    /// Whether something lies in both rather than in none.
    pub fn is_overlap(&self) -> bool {
        self.begins < self.ends
    }
}

impl Pays {
    /// What it earns deal by deal, where it does.
    pub fn earning(&self) -> Option<&Earning> {
        match self {
            Pays::Commission(earning) => Some(earning),
            Pays::Pool(pool) => match &pool.filled {
                Filled::Earning(earning) => Some(earning),
                Filled::Amount(_) => None,
            },
            Pays::Bonus(_) | Pays::Spiff(_) => None,
        }
    }
}

/// Where tiers of a plan overlap, or leave a gap in which nothing is said and nothing is paid.
pub fn seams(plan: &Plan) -> Vec<Seam> {
    let parts = plan.components.iter().enumerate();
    let earnings = parts.filter_map(|(place, it)| Some((place, it.pays.earning()?)));
    let all = earnings.flat_map(|(component, earning)| {
        let steps = earning.tiers.as_ref().map(|it: &Tiers| &it.steps[..]).unwrap_or_default();
        let pairs = steps.windows(2).zip(1..);
        pairs.filter_map(move |(pair, tier)| {
            let (ends, begins) = (pair[0].to?, pair[1].from);
            let is_open = begins < ends || ends < begins && earning.price.is_none();
            is_open.then_some(Seam { component, tier, ends, begins })
        })
    });
    all.collect()
}
