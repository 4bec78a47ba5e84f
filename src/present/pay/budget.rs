//! What a period may cost: what is accrued, and what comes on top as open deals are won.
//!
//! The end of the period is drawn many times over. In each, an open deal is won as a whole or not at
//! all, with the odds that the outlook gives it (`domain::outlook`), and the plan pays for what was
//! won: so thresholds, tiers and caps are reached or not as they are in life. What is kept back of it
//! costs as well, and what is advanced to be taken back does not. The draws begin with a
//! seed and are the same each time. Deals that are not there yet are in none of them.

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::commission::follow::paid_by;
use crate::domain::commission::gather::Assumed;
use crate::domain::commission::kept::PayPlan;
use crate::domain::commission::{Plan, pay};
use crate::domain::draw::Draw;
use crate::domain::id::{LeadId, PayPlanId};
use crate::domain::workspace::Workspace;
use crate::present::forecast::{Passed, chances_of};

/// The most draws.
const MOST: usize = 100;
/// The fewest, where there are so many deals that each takes long.
const FEWEST: usize = 20;
/// So many deals are paid for in all draws together.
const WORK: usize = 60_000;
/// Where the draws begin.
const SEED: u64 = 20_260_101;

/// What a period costs in each draw, the least first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Costs(Vec<i64>);

impl Costs {
    /// What it costs in one, five and nine of ten draws at most, in minor units.
    pub(super) fn tenths(&self) -> [i64; 3] {
        [1, 5, 9].map(|it| {
            let place = self.0.len().saturating_sub(1) * it / 10;
            self.0.get(place).copied().unwrap_or(0)
        })
    }

    /// How many draws there are.
    pub(super) fn draws(&self) -> usize {
        self.0.len()
    }

    /// In how many it costs more than an amount.
    pub(super) fn above(&self, budget: i64) -> usize {
        self.0.iter().filter(|it| budget < **it).count()
    }
}

/// What a period costs the people of a plan; none where the period is over, or nothing can be said.
pub(super) fn costs(
    workspace: &Workspace,
    (id, known, plan): (PayPlanId, &PayPlan, &Plan),
    (period, today, passed): (Period, Day, &Passed),
) -> Option<Costs> {
    let span = period.span(FiscalStart::new(plan.year_starts)).filter(|it| it.holds(today))?;
    let chances: BTreeMap<LeadId, f64> =
        chances_of(workspace, span, plan.currency, (today, passed))?.into_iter().collect();
    let open = |lead: &LeadId| Assumed { lead: *lead, day: today, amount: None };
    let assumed: Vec<Assumed> = chances.keys().map(open).collect();
    let (gathered, paid) = paid_by(workspace, (id, known, plan), period, &assumed).ok()?;
    let turn = paid.turns.len().checked_sub(1)?;
    let draws = (WORK / gathered.facts.deals.len().max(1)).clamp(FEWEST, MOST);
    let mut draw = Draw::of_seed(SEED);
    let mut facts = gathered.facts.clone();
    let mut costs = Vec::with_capacity(draws);
    for _ in 0..draws {
        for (place, lead) in gathered.leads.iter().enumerate() {
            let Some(odds) = chances.get(lead) else { continue };
            // What nobody is credited with is not there.
            facts.deals[place].credits = match draw.happens_with(*odds) {
                true => gathered.facts.deals[place].credits.clone(),
                false => Vec::new(),
            };
        }
        let paid = pay(plan, &facts).ok()?;
        let slips = paid.slips.iter().filter(|it| it.turn == turn);
        costs.push(slips.map(|it| paid.accrual(&facts, it.member, turn).cost()).sum::<i64>());
    }
    arrange::by_key(&mut costs, |it| *it);
    Some(Costs(costs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::id::PersonId;
    use crate::domain::lead::Lead;
    use crate::domain::money::{Currency, Money};
    use crate::domain::people::Person;
    use crate::domain::pipeline::{Outcome, Stage};
    use crate::present::for_tests::day;

    /// Deals of 1,000 that are won or not are worth a bonus of 100 or nothing, and no part of it.
    #[test]
    fn a_period_costs_what_whole_deals_make_it_cost() {
        use crate::domain::id::StageId;
        let mut workspace = Workspace::default();
        let (ann, id) = (PersonId::drawn(1), PayPlanId::drawn(1));
        let [open, won, lost] = [1, 2, 3].map(StageId::drawn);
        put(&mut workspace, ann, &Person { name: "Ann".to_owned(), ..Person::default() });
        for (stage, outcome) in [(open, Outcome::Open), (won, Outcome::Won), (lost, Outcome::Lost)]
        {
            put(&mut workspace, stage, &Stage { outcome, ..Stage::default() });
        }
        let today = day("2026-11-10");
        let lead = |stage, created: Day, closes: Day| Lead {
            amount: Some(Money::new(100_000, Currency::CNY)),
            owner: Some(ann),
            stage: Some(stage),
            created: Some(created),
            closes: Some(closes),
            ..Lead::default()
        };
        for nth in 0..60 {
            let created = today.minus(60 + 3 * nth);
            let stage = if nth % 2 == 0 { won } else { lost };
            let closes = created.plus(20);
            put(&mut workspace, LeadId::drawn(100 + nth), &lead(stage, created, closes));
        }
        put(&mut workspace, LeadId::drawn(1), &lead(open, today.minus(5), day("2026-11-25")));
        let text = r#"{"currency":"CNY","period":"month","from":"2026-11-01","components":[{"kind":"bonus","measure":{"by":"amount"},"levels":[{"from":1000,"amount":100}]}]}"#;
        let (people, published) = (vec![ann], Some(day("2026-11-01")));
        let known = PayPlan { plan: text.to_owned(), people, published, ..PayPlan::default() };
        put(&mut workspace, id, &known);
        let plan = crate::present::pay::read(&known).expect("a plan");
        let period = Period::Month(2026, 11);
        let found = costs(&workspace, (id, &known, &plan), (period, today, &Passed::default()));
        let found = found.expect("costs");
        let costs = found.tenths();
        assert_eq!((costs[0], costs[2], found.draws()), (0, 10_000, MOST));
        assert!([0, 10_000].contains(&costs[1]), "{costs:?}");
        // Every draw in which the deal is won costs more than 99.
        assert_eq!(found.above(9_900), found.0.iter().filter(|it| **it == 10_000).count());
        assert_eq!(found.above(10_000), 0);
    }
}
