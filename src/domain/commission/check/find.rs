//! Where a payout jumps, falls, slows down or ends.

use super::Finding;
use super::probe::{Bound, Probe, Turns, between};
use crate::domain::commission::tiling;
use crate::domain::money::share;

impl Probe {
    /// What should be looked at.
    pub(super) fn findings(&self, turns: &Turns, span: i64) -> Option<Vec<Finding>> {
        let mut findings = self.seams();
        for bound in &turns.bounds {
            findings.extend(self.jump(*bound)?);
        }
        let bounds = turns.bounds.iter().map(|it| it.at);
        let mut places: Vec<i64> = bounds.chain(turns.limits.iter().copied()).collect();
        places.sort_unstable();
        places.dedup();
        let plateau = self.plateau(&places, span)?;
        findings.extend(plateau.map(Finding::Plateau));
        findings.extend(self.slower(&places, plateau.unwrap_or(span))?);
        let gaps: Vec<i64> = findings
            .iter()
            .filter_map(|it| matches!(it, Finding::Gap(..)).then(|| it.at())?)
            .collect();
        findings.retain(|it| !matches!(it, Finding::Pause(at, _) if gaps.contains(at)));
        let least = self.pays(0)?;
        let idle = turns.idle;
        // What is paid anyway is all that is paid until there.
        if 0 < least && 1 < idle && plateau != Some(0) && self.pays(idle - 1)? == least {
            findings.push(Finding::Idle(self.rounder(idle, span)?, least));
        }
        findings.extend(self.of_one_deal()?);
        findings.extend(turns.unreached.iter().map(|it| Finding::Unreached(*it)));
        Some(findings)
    }

    /// A rounder amount beside one, where as much is paid, on a curve that ends at `span`.
    fn rounder(&self, at: i64, span: i64) -> Option<i64> {
        Some(self.near(at, |it| self.pays(it))?.min(span))
    }

    /// Whether the payout jumps or falls at a boundary, beyond what a step is worth anyway.
    fn jump(&self, bound: Bound) -> Option<Option<Finding>> {
        let Bound { first: at, step, is_retroactive, .. } = bound;
        let more = self.pays(at)? - self.pays((at - step).max(0))?;
        // Where a further deal begins, or nothing lies before, the step after is as good.
        let begins = self.counts && step == 1 && (at - 1) % self.usual.deal == 0;
        let usual = match begins || at < 2 * step {
            true => {
                let next = at.saturating_add(if begins { self.usual.deal } else { step });
                self.pays(next)? - self.pays(next - step)?
            }
            false => self.pays(at - step)? - self.pays(at - 2 * step)?,
        };
        let jump = if is_retroactive || step == 1 { more - usual } else { 0 };
        let least = self.plan.currency.scale();
        Some(match jump {
            it if least <= it => Some(Finding::Cliff(at, it)),
            it if it <= -least && more < 0 => Some(Finding::Drop(at, -more)),
            _ => None,
        })
    }

    /// Where nothing more is earned.
    fn plateau(&self, places: &[i64], span: i64) -> Option<Option<i64>> {
        let most = self.pays(span)?;
        let beyond = span.saturating_add(self.usual.deal.max(span / 4));
        if most == 0 || self.pays(beyond)? != most {
            return Some(None);
        }
        let mut high = span;
        for low in places.iter().rev().copied().filter(|it| *it < span).chain([0]) {
            if self.pays(low)? != most {
                let at = between(low, high, |it| Some(self.pays(it)? != most))?;
                return Some(Some(self.rounder(at, span)?));
            }
            high = low;
        }
        Some(Some(0))
    }

    /// Where more is worth less than before, or nothing for a while; below `most`, from which on
    /// nothing more is earned or looked at.
    fn slower(&self, places: &[i64], most: i64) -> Option<Vec<Finding>> {
        let mut ends: Vec<i64> = vec![0];
        ends.extend(places.iter().copied().filter(|it| 0 < *it && *it < most));
        ends.push(most);
        let step = self.step();
        // What a unit is worth, in thousandths of a percent, and how far rounding may have moved that.
        let slope = |low: i64, high: i64| -> Option<Option<(i64, i64)>> {
            // Away from the ends, where it may jump; and from whole deal to whole deal.
            let (from, to) = (low + (high - low) / 4, high - (high - low) / 4);
            let (from, to) = ((from + step - 1) / step * step, to / step * step);
            if high - low < 4 || to <= from {
                return Some(None);
            }
            let worth = share(self.pays(to)? - self.pays(from)?, 100_000, to - from);
            Some(Some((worth, 10 + 200_000 / (to - from))))
        };
        let (mut before, mut findings) = (None, Vec::new());
        for pair in ends.windows(2) {
            let Some((after, loose)) = slope(pair[0], pair[1])? else { continue };
            let Some((was, also)) = before.replace((after, loose)) else { continue };
            if was <= after + loose.max(also) {
                continue;
            }
            if 0 < after {
                findings.push(Finding::Slower(pair[0], was / 100, after / 100));
            } else if after == 0 && pair[1] < most {
                findings.push(Finding::Pause(pair[0], pair[1]));
            }
        }
        Some(findings)
    }

    fn seams(&self) -> Vec<Finding> {
        let finding = |seam: tiling::Seam| {
            let earning = self.plan.components[seam.component].pays.earning()?;
            let measure = earning.tiers.as_ref()?.measure;
            let (ends, begins) =
                (self.sold_at(measure, seam.ends)?.0, self.sold_at(measure, seam.begins)?.0);
            Some(match seam.is_overlap() {
                true => Finding::Overlap(begins, ends),
                false => Finding::Gap(ends, begins),
            })
        };
        tiling::seams(&self.plan).into_iter().filter_map(finding).collect()
    }
}
