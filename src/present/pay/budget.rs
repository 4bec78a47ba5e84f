//! What a period may cost: what is accrued, and what comes on top as the pipeline lands.
//!
//! The landing of the company's open deals has a distribution (`domain::landing`). At three of its
//! points, those that are exceeded in nine, five and one of ten cases, the plan pays as if each open
//! deal of the period brought its part of what is landed beyond what is won.

use crate::domain::calendar::{Day, FiscalStart, Period, Span};
use crate::domain::commission::Plan;
use crate::domain::commission::gather::{Assumed, paid_until};
use crate::domain::goal::Bearer;
use crate::domain::id::PersonId;
use crate::domain::money::{Money, share};
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;
use crate::present::forecast::{Passed, landing_of};

/// What a period costs the people of a plan at three points of the landing, in minor units; none
/// where the period is over, or nothing can be said.
pub(super) fn costs(
    workspace: &Workspace,
    plan: &Plan,
    people: &[PersonId],
    (period, today): (Period, Day),
) -> Option<[i64; 3]> {
    let span = period.span(FiscalStart::new(plan.year_starts)).filter(|it| it.holds(today))?;
    let landed =
        landing_of(workspace, span, Bearer::Company, plan.currency, (today, &Passed::default()))?;
    let (won, open) = sold(workspace, plan, span, today);
    let all: i64 = open.iter().filter_map(|it| it.amount).map(|it| it.minor).sum();
    let mut costs = [0; 3];
    for (cost, landed) in costs.iter_mut().zip(landed) {
        let part = |it: &Assumed| {
            let amount = it.amount?;
            let minor = share(amount.minor, (landed - won).max(0), all);
            Some(Assumed { amount: Some(Money::new(minor, plan.currency)), ..*it })
        };
        let assumed: Vec<Assumed> = open.iter().filter_map(part).collect();
        let (gathered, paid) = paid_until(workspace, (plan, people), period, &assumed).ok()?;
        let lines = people.iter().map(|it| gathered.lines_of(plan, &paid, *it, period));
        *cost = lines.flatten().map(|it| it.amount).sum();
    }
    Some(costs)
}

/// What is won in the period, in minor units, and the open deals that may still be.
fn sold(workspace: &Workspace, plan: &Plan, span: Span, today: Day) -> (i64, Vec<Assumed>) {
    let (mut won, mut open) = (0, Vec::new());
    for (lead, it) in workspace.leads.iter() {
        let Some(amount) = it.amount.filter(|it| it.currency == plan.currency) else { continue };
        match it.outcome(workspace) {
            Outcome::Won if it.closes.is_some_and(|it| span.holds(it)) => won += amount.minor,
            Outcome::Open if it.closes.is_none_or(|it| it <= span.last) => {
                open.push(Assumed { lead, day: today, amount: Some(amount) });
            }
            _ => {}
        }
    }
    (won, open)
}
