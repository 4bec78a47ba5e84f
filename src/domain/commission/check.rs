//! What a plan makes people do: its payout over what is sold, and where that jumps, falls or ends.

use super::cycle::Cycle;
use super::facts::{Credit, Deal, Facts, Member};
use super::plan::{Axis, Component, Measure, Mode, Only, Over, Pays, Plan, Reached, Whose};
use super::{pay, tiling};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::exact::Exact;
use crate::domain::money::Money;

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
    /// From here on more is worth less than before, in thousandths before and after.
    Slower(i64, i64, i64),
}

impl Finding {
    /// What is sold where it begins.
    pub fn at(&self) -> i64 {
        let (Finding::Gap(at, _)
        | Finding::Overlap(at, _)
        | Finding::Cliff(at, _)
        | Finding::Drop(at, _)
        | Finding::Plateau(at)
        | Finding::Slower(at, ..)) = *self;
        at
    }
}

/// How many points a curve has besides its boundaries.
const STEPS: i64 = 48;

/// The payout of a period over what is sold in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Curve {
    /// The points, in order; a jump has one on either side.
    pub points: Vec<Point>,
    /// What should be looked at, in order of where it is.
    pub findings: Vec<Finding>,
}

/// The curve of a plan for somebody who is usual; none where it cannot be paid.
pub fn curve(plan: &Plan, usual: Usual) -> Option<Curve> {
    let probe = Probe::new(plan, usual);
    let bounds = probe.bounds();
    let far = bounds.iter().map(|(at, _)| *at).max().unwrap_or(0).max(usual.quota);
    let span = far.saturating_mul(3) / 2;
    let mut sold: Vec<i64> = (0..=STEPS).map(|it| span / STEPS * it).collect();
    sold.extend(bounds.iter().flat_map(|(at, _)| [*at - 1, *at]).filter(|it| 0 <= *it));
    sold.sort_unstable();
    sold.dedup();
    let point = |sold: i64| Some(Point { sold, payout: probe.pays(sold)? });
    let points: Vec<Point> = sold.into_iter().map(point).collect::<Option<_>>()?;
    let mut findings = Vec::new();
    for probe in Probe::all(plan, usual) {
        findings.extend(probe.seams());
        let bounds = probe.bounds();
        for (at, bound) in &bounds {
            findings.extend(probe.jump(*at, *bound)?);
        }
        let plateau = probe.plateau(span, usual.deal)?;
        findings.extend(plateau);
        findings.extend(probe.slower(&bounds, plateau.map_or(span, |it| it.at()))?);
    }
    findings.sort_by_key(Finding::at);
    let mut seen: Vec<Finding> = Vec::new();
    findings.retain(|it| {
        !seen.contains(it) && {
            seen.push(*it);
            true
        }
    });
    Some(Curve { points, findings })
}

/// What lies at a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Bound {
    /// Whether it is reached only above it.
    above: bool,
    /// How much is sold from one possible amount to the next.
    step: i64,
    /// Whether crossing it changes what was earned before it.
    is_retroactive: bool,
}

struct Probe {
    plan: Plan,
    usual: Usual,
    /// Whether the number of deals matters.
    counts: bool,
    /// What is sold, and the class of whom it is sold to; empty for what no part of the plan names.
    sold: (String, String),
}

/// The most kinds of deals that are tried.
const MOST_KINDS: usize = 24;

impl Probe {
    /// Everything that a plan pays for: own deals and those of a team, of each product and class that
    /// it names, and of what it does not.
    fn all(plan: &Plan, usual: Usual) -> Vec<Probe> {
        let kinds = |of: fn(&Only) -> &Vec<String>| {
            let named = plan.components.iter().flat_map(|it| of(&it.only)).cloned();
            let mut all: Vec<String> = named.chain([String::new()]).collect();
            arrange::by_cached_key(&mut all, Clone::clone);
            all.dedup();
            all
        };
        let (products, classes) = (kinds(|it| &it.products), kinds(|it| &it.classes));
        let mut all = Vec::new();
        for of in [Whose::Own, Whose::Team, Whose::Below] {
            if of != Whose::Own && !plan.components.iter().any(|it| it.of == of) {
                continue;
            }
            // For who is paid for a team, its deals are what own deals are to others.
            let mut plan = plan.clone();
            plan.components.retain(|it| it.of == of);
            plan.components.iter_mut().for_each(|it| it.of = Whose::Own);
            let probe = Probe::new(&plan, usual);
            for product in &products {
                for class in &classes {
                    let sold = (product.clone(), class.clone());
                    all.push(Probe { plan: probe.plan.clone(), sold, ..probe });
                }
            }
        }
        all.truncate(MOST_KINDS);
        all
    }

    /// The plan without what depends on other people and other periods.
    fn new(plan: &Plan, usual: Usual) -> Probe {
        let usual = Usual { quota: usual.quota.max(1), deal: usual.deal.max(1) };
        let mut plan = Plan { holdback: None, clawback: None, draw: None, ..plan.clone() };
        plan.ramp.clear();
        (plan.from, plan.until, plan.cycle) = (None, None, Cycle::Once);
        plan.components.retain(|it| it.of == Whose::Own);
        for component in &mut plan.components {
            (component.only.from, component.only.until) = (None, None);
        }
        let counts = plan.components.iter().any(|it| {
            matches!(it.pays, Pays::Spiff(_))
                || measures(it).iter().any(|it| it.0.axis == Some(Axis::Count))
                || it.pays.earning().is_some_and(|it| it.base == Axis::Count)
        });
        let product = plan.components.iter().find_map(|it| it.only.products.first()).cloned();
        let class = plan.components.iter().find_map(|it| it.only.classes.first()).cloned();
        let sold = (product.unwrap_or_default(), class.unwrap_or_default());
        Probe { counts: counts || plan.quota_in == Axis::Count, plan, usual, sold }
    }

    /// What is paid where so much is sold; none where it cannot be paid.
    fn pays(&self, sold: i64) -> Option<i64> {
        let mut facts = Facts { members: vec![self.member()?], ..Facts::default() };
        let size = if self.counts { self.usual.deal } else { sold.max(1) };
        let (mut left, mut number) = (sold, 0);
        let (product, class) = &self.sold;
        while 0 < left && number < 2_000 {
            let amount = left.min(size);
            facts.deals.push(Deal {
                id: number.to_string(),
                signed: Some(Day::EPOCH.plus(number)),
                paid: Some(Day::EPOCH.plus(number)),
                amount: Some(Money::new(amount, self.plan.currency)),
                margin: Some(amount),
                product: product.clone(),
                class: class.clone(),
                credits: vec![Credit { member: 0, share: Exact::ONE, overlay: false }],
                ..Deal::default()
            });
            left -= amount;
            number += 1;
        }
        pay(&self.plan, &facts).ok().map(|it| it.total())
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

    /// How much is sold where a measure reaches a boundary.
    fn sold_at(&self, measure: Measure, at: Exact) -> Option<i64> {
        let each = match measure.axis {
            Some(Axis::Amount | Axis::Margin) => Exact::ONE,
            Some(Axis::Count | Axis::Quantity) => Exact::whole(self.usual.deal.into()),
            None => Exact::whole(self.usual.quota.into()),
        };
        at.times(each).map(|it| {
            // Not before it: a part of a minor unit is reached at the next whole one.
            let near = it.rounded();
            if Exact::whole(near.into()) < it { near + 1 } else { near }
        })
    }

    fn bounds(&self) -> Vec<(i64, Bound)> {
        let mut bounds = Vec::new();
        for component in &self.plan.components {
            for (measure, all, is_retroactive) in measures(component) {
                let counted = matches!(measure.axis, Some(Axis::Count | Axis::Quantity));
                let bound = Bound {
                    above: measure.reached == Reached::Above,
                    step: if counted { self.usual.deal } else { 1 },
                    is_retroactive,
                };
                let places = all.into_iter().filter_map(|it| self.sold_at(measure, it));
                bounds.extend(places.filter(|it| 0 < *it).map(|it| (it, bound)));
            }
        }
        bounds.sort_by_key(|(at, _)| *at);
        bounds.dedup_by_key(|(at, _)| *at);
        bounds
    }

    /// Whether the payout jumps or falls at a boundary, beyond what a step is worth anyway.
    fn jump(&self, at: i64, bound: Bound) -> Option<Option<Finding>> {
        let at = if bound.above { at + bound.step } else { at };
        let (before, below) = ((at - bound.step).max(0), (at - 2 * bound.step).max(0));
        let [first, second, third] = [below, before, at].map(|it| self.pays(it));
        let (usual, more) = (second? - first?, third? - second?);
        let jump = if bound.is_retroactive || bound.step == 1 { more - usual } else { 0 };
        let least = self.plan.currency.scale();
        Some(match jump {
            it if least <= it => Some(Finding::Cliff(at, it)),
            it if it <= -least && more < 0 => Some(Finding::Drop(at, -more)),
            _ => None,
        })
    }

    /// Where nothing more is earned.
    fn plateau(&self, span: i64, deal: i64) -> Option<Option<Finding>> {
        let most = self.pays(span)?;
        if most == 0 || self.pays(span.saturating_add(deal.max(span / 4)))? != most {
            return Some(None);
        }
        let (mut low, mut high) = (0, span);
        while low + 1 < high {
            let middle = low + (high - low) / 2;
            match self.pays(middle)? < most {
                true => low = middle,
                false => high = middle,
            }
        }
        Some(Some(Finding::Plateau(high)))
    }

    /// Where more is worth less than before, but not nothing; below `most`, from which on nothing more
    /// is earned or looked at.
    fn slower(&self, bounds: &[(i64, Bound)], most: i64) -> Option<Vec<Finding>> {
        let mut ends: Vec<i64> = vec![0];
        ends.extend(bounds.iter().map(|(at, _)| *at).filter(|it| *it < most));
        ends.push(most);
        let slope = |low: i64, high: i64| -> Option<i64> {
            // Away from the ends, where it may jump.
            let (from, to) = (low + (high - low) / 4, high - (high - low) / 4);
            let length = (to - from).max(1);
            Some(crate::domain::money::share(self.pays(to)? - self.pays(from)?, 100_000, length))
        };
        let slopes = ends.windows(2).map(|it| slope(it[0], it[1])).collect::<Option<Vec<_>>>()?;
        let pairs = slopes.windows(2).zip(&ends[1..]);
        let falls = pairs.filter(|(pair, _)| 0 < pair[1] && pair[1] + 10 < pair[0]);
        Some(falls.map(|(pair, at)| Finding::Slower(*at, pair[0] / 100, pair[1] / 100)).collect())
    }

    fn seams(&self) -> Vec<Finding> {
        let finding = |seam: tiling::Seam| {
            let earning = self.plan.components[seam.component].pays.earning()?;
            let measure = earning.tiers.as_ref()?.measure;
            let (ends, begins) =
                (self.sold_at(measure, seam.ends)?, self.sold_at(measure, seam.begins)?);
            Some(match seam.is_overlap() {
                true => Finding::Overlap(begins, ends),
                false => Finding::Gap(ends, begins),
            })
        };
        tiling::seams(&self.plan).into_iter().filter_map(finding).collect()
    }
}

/// What a part of a plan is measured by, its boundaries, and whether they change what lies below;
/// but for what looks at each deal by itself, for that is no matter of how much is sold.
fn measures(component: &Component) -> Vec<(Measure, Vec<Exact>, bool)> {
    let mut all = every_measure(component);
    all.retain(|(measure, ..)| measure.over != Over::Deal);
    all
}

fn every_measure(component: &Component) -> Vec<(Measure, Vec<Exact>, bool)> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::commission::format::plan_of_text;

    #[track_caller]
    fn check(components: &str, rest: &str, expect: &[Finding]) {
        let text =
            format!(r#"{{"currency":"USD","period":"month","components":[{components}]{rest}}}"#);
        let plan = plan_of_text(&text).expect("a plan");
        let usual = Usual { quota: 100_000, deal: 10_000 };
        assert_eq!(curve(&plan, usual).expect("a curve").findings, expect);
    }

    #[test]
    fn a_plan_without_edges_is_sound() {
        check(r#"{"rate":"10%"}"#, "", &[]);
        check(r#"{"tiers":{"steps":[{"from":0,"rate":"5%"},{"from":1000,"rate":"8%"}]}}"#, "", &[]);
    }

    // The cliff of the plan in the published case c35: 49.95 at 999 and 60 at 1,000, of which 0.05
    // is what a further unit is worth anyway.
    #[test]
    fn a_retroactive_tier_is_a_cliff() {
        let tiers =
            r#"{"rate":"5%","tiers":{"mode":"retroactive","steps":[{"from":1000,"times":"1.2"}]}}"#;
        check(tiers, "", &[Finding::Cliff(100_000, 1_000)]);
        let drop =
            r#"{"rate":"5%","tiers":{"mode":"retroactive","steps":[{"from":1000,"times":"0.5"}]}}"#;
        let slower = Finding::Slower(100_000, 50, 25);
        check(drop, "", &[Finding::Drop(100_000, 2_500), slower]);
    }

    #[test]
    fn a_cap_and_a_falling_rate_make_people_hold_deals_back() {
        check(r#"{"rate":"10%","cap":50}"#, "", &[Finding::Plateau(49_995)]);
        let falling = r#"{"tiers":{"steps":[{"from":0,"rate":"10%"},{"from":500,"rate":"4%"}]}}"#;
        check(falling, "", &[Finding::Slower(50_000, 100, 40)]);
    }

    // By hand: 20.00 at 400, and 7.5 % of what is above; 44.995, which is rounded to the cap, at
    // 733.27. Up to there nothing is slower than before.
    #[test]
    fn a_cap_above_the_last_step_makes_no_step_slower() {
        let capped = r#"{"tiers":{"steps":[{"from":0,"rate":"5%"},{"from":400,"rate":"7.5%"},{"from":600,"rate":"7.5%"}]},"cap":45}"#;
        check(capped, "", &[Finding::Plateau(73_327)]);
    }

    #[test]
    fn gaps_and_overlaps_are_told_by_what_is_sold() {
        let gap = r#"{"tiers":{"by":"attainment","steps":[{"from":0,"to":"50%","rate":"5%"},{"from":"60%","rate":"5%"}]}}"#;
        check(gap, "", &[Finding::Gap(50_000, 60_000)]);
        let overlap =
            r#"{"tiers":{"steps":[{"from":0,"to":700,"rate":"5%"},{"from":600,"rate":"5%"}]}}"#;
        check(overlap, "", &[Finding::Overlap(60_000, 70_000)]);
    }

    #[test]
    fn a_bonus_level_and_a_threshold_are_cliffs() {
        let bonus =
            r#"{"kind":"bonus","measure":{"by":"attainment"},"levels":[{"from":1,"amount":300}]}"#;
        check(bonus, "", &[Finding::Cliff(100_000, 30_000), Finding::Plateau(100_000)]);
        check(r#"{"rate":"10%","threshold":{"at":500}}"#, "", &[Finding::Cliff(50_000, 5_000)]);
    }

    #[test]
    fn cliffs_of_a_team_and_of_each_product_are_found() {
        let team = r#"{"rate":"1%"},{"of":"team","rate":"5%","tiers":{"mode":"retroactive","steps":[{"from":1000,"times":"1.2"}]}}"#;
        check(team, "", &[Finding::Cliff(100_000, 1_000)]);
        let products = r#"{"products":["x"],"rate":"1%"},{"products":["y"],"rate":"10%","threshold":{"at":500}}"#;
        check(products, "", &[Finding::Cliff(50_000, 5_000)]);
        let rest = r#"{"products":["x"],"classes":["A"],"rate":"1%"},{"rest":true,"rate":"10%","threshold":{"at":500}}"#;
        check(rest, "", &[Finding::Cliff(50_000, 5_000)]);
    }
}
