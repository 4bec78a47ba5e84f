//! Deals that no plan counts: signed before a plan begins that counts them when they are signed, and
//! not paid for before the end of the one before it, which counted them when the customer paid.

use super::credited::Credited;
use super::{Days, PayPlan};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::commission::plan::CountedOn;
use crate::domain::commission::{Plan, format};
use crate::domain::id::{LeadId, PayPlanId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// A plan that ends the day before another begins, and what is lost between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The plan before.
    pub other: PayPlanId,
    /// The day on which the later one begins.
    pub from: Day,
    /// Deals that are won already and count in no plan, by the day they were signed.
    pub deals: Vec<Uncounted>,
    /// What those in the plan's currency are worth, in minor units.
    pub worth: i64,
}

/// A deal that no plan counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Uncounted {
    /// The deal.
    pub lead: LeadId,
    /// When it was signed.
    pub signed: Day,
    /// When the customer paid; none for not yet.
    pub paid: Option<Day>,
}

/// The plans before one, from which deals are lost: that whose place it takes, and others that end the day
/// before it begins and pay somebody whom it pays.
pub fn gaps(workspace: &Workspace, (id, known, plan): (PayPlanId, &PayPlan, &Plan)) -> Vec<Gap> {
    let Some(from) = plan.from.filter(|_| plan.counted_on == CountedOn::Signed) else {
        return Vec::new();
    };
    let gap = |(other, record): (PayPlanId, &PayPlan)| {
        let second = format::plan_of_text(&record.plan).ok()?;
        let follows = known.follows == Some(other);
        let is_before =
            follows || record.published.is_some() && second.until == Some(from.minus(1));
        let both: Vec<PersonId> =
            known.people.iter().copied().filter(|it| record.people.contains(it)).collect();
        let is_lost = is_before && second.counted_on == CountedOn::Paid && !both.is_empty();
        if !is_lost || other == id {
            return None;
        }
        let plans = counting(workspace, (id, known, plan));
        let before = Before { workspace, plans: &plans, second: &second, both: &both, from };
        let lost = |(id, lead): (LeadId, &Lead)| before.uncounted(id, lead);
        let mut deals: Vec<Uncounted> = workspace.leads.iter().filter_map(lost).collect();
        arrange::by_key(&mut deals, |it| (it.signed, it.lead));
        let amount = |it: &Uncounted| workspace.leads.get(it.lead)?.amount;
        let amounts = deals.iter().filter_map(amount).filter(|it| it.currency == plan.currency);
        let worth = amounts.map(|it| it.minor).fold(0, i64::saturating_add);
        Some(Gap { other, from, deals, worth })
    };
    workspace.pay_plans.iter().filter_map(gap).collect()
}

/// All published plans with those whom they pay, as they are once this one is published.
fn counting(
    workspace: &Workspace,
    (id, known, plan): (PayPlanId, &PayPlan, &Plan),
) -> Vec<(Plan, Vec<PersonId>)> {
    let others = workspace.pay_plans.iter();
    let others = others.filter(|(it, other)| *it != id && other.published.is_some());
    let read = |(other, record): (PayPlanId, &PayPlan)| {
        let mut second = format::plan_of_text(&record.plan).ok()?;
        let next = match known.follows == Some(other) {
            true => plan.from,
            false => super::super::follow::begins_next(workspace, other),
        };
        let ends = next.map(|it| it.minus(1));
        second.until = match (second.until, ends) {
            (Some(own), Some(next)) => Some(own.min(next)),
            (own, next) => own.or(next),
        };
        Some((second, record.people.clone()))
    };
    let own = (plan.clone(), known.people.clone());
    others.filter_map(read).chain([own]).collect()
}

/// What lies before the first day of a plan.
struct Before<'a> {
    workspace: &'a Workspace,
    plans: &'a [(Plan, Vec<PersonId>)],
    second: &'a Plan,
    both: &'a [PersonId],
    from: Day,
}

impl Before<'_> {
    fn uncounted(&self, id: LeadId, lead: &Lead) -> Option<Uncounted> {
        let Before { workspace, from, .. } = *self;
        let known = workspace.deal_pays.get(id);
        let signed = lead.closes.filter(|it| *it < from)?;
        let paid = known.and_then(|it| it.paid);
        let is_late = paid.is_none_or(|it| from <= it);
        let is_valid = is_late && known.is_none_or(|it| it.cancelled.is_none());
        if !is_valid || lead.outcome(workspace) != Outcome::Won {
            return None;
        }
        // The plan before would have counted it, had the customer paid in time.
        let credited = Credited::new(workspace, (id, lead));
        let pays = |plan: &Plan, people: &[PersonId], on: Day| {
            plan.signed_from.is_none_or(|it| it <= signed)
                && plan.days().holds(on)
                && credited.is_counted(plan, people, on)
        };
        let was_due = {
            let ended = Plan { until: Some(from.minus(1)), ..self.second.clone() };
            let Days { first, .. } = ended.days();
            first.is_none_or(|it| it < from) && pays(&ended, self.both, from.minus(1))
        };
        // What is not paid for yet is paid for when the new plan runs at the earliest.
        let day = |plan: &Plan| match plan.counted_on {
            CountedOn::Signed => signed,
            CountedOn::Paid => paid.unwrap_or(from),
        };
        let counts = |(plan, people): &(Plan, Vec<PersonId>)| pays(plan, people, day(plan));
        let is_lost = was_due && !self.plans.iter().any(counts);
        is_lost.then_some(Uncounted { lead: id, signed, paid })
    }
}

#[cfg(test)]
mod tests;
