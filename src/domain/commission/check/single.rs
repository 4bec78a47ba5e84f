//! What a plan makes of the size of one deal, where its tiers look at each deal by itself.

use super::Finding;
use super::limit::without_limits;
use super::measured::{every_measure, is_counted};
use super::probe::Probe;
use crate::domain::commission::plan::{Measure, Over};
use crate::domain::exact::Exact;

/// Thousandths in a whole.
const WHOLE: i64 = 1_000;

impl Probe {
    /// Where one deal that is a unit larger, or has a little more margin, pays more or less at once.
    pub(super) fn of_one_deal(&self) -> Option<Vec<Finding>> {
        let mut findings = Vec::new();
        for component in &self.plan.components {
            for (measure, bounds, _) in every_measure(component) {
                if measure.over != Over::Deal {
                    continue;
                }
                for at in bounds {
                    findings.extend(match measure.of_amount {
                        true => self.by_margin(at)?,
                        false => self.by_size(measure, at)?,
                    });
                }
            }
        }
        Some(findings)
    }

    /// The same, where a deal has so much to it.
    fn by_size(&self, measure: Measure, at: Exact) -> Option<Option<Finding>> {
        // A number of deals or pieces is none of one deal's size.
        if is_counted(measure, &self.plan) {
            return Some(None);
        }
        let Some((_, at)) = self.sold_at(measure, at).filter(|it| 2 < it.1) else {
            return Some(None);
        };
        let [before, below, there] = [at - 2, at - 1, at]
            .map(|it| self.one_deal(it, it))
            .into_iter()
            .collect::<Option<Vec<_>>>()?[..]
        else {
            return Some(None);
        };
        let (more, jump) = (there - below, (there - below) - (below - before));
        let least = self.plan.currency.scale();
        Some(match jump {
            it if least <= it => Some(Finding::LargeDeal(at, it)),
            it if it <= -least && more < 0 => Some(Finding::LargeDeal(at, more)),
            _ => None,
        })
    }

    /// The same, where a usual deal leaves so much of its amount.
    fn by_margin(&self, part: Exact) -> Option<Option<Finding>> {
        let deal = self.usual.deal.max(WHOLE);
        let Some(at) = part.times(Exact::whole(deal.into())).map(Exact::rounded) else {
            return Some(None);
        };
        if at <= 1 || deal < at {
            return Some(None);
        }
        // A unit to either side, for the part may be rounded and be reached only above.
        let jump = self.one_deal(deal, at + 1)? - self.one_deal(deal, at - 1)?;
        let permille = part.times(Exact::whole(WHOLE.into()))?.rounded();
        let matters = self.plan.currency.scale() <= jump.abs();
        Some(matters.then_some(Finding::Margin(permille, jump)))
    }

    /// What one deal of a size and a margin pays.
    fn one_deal(&self, amount: i64, margin: i64) -> Option<i64> {
        self.pays_for(&without_limits(&self.plan), vec![self.deal(0, amount, margin, 1)])
    }
}
