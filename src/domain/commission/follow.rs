//! A plan that follows another: what is owed, kept back and already paid for is carried over, and so
//! is what was sold in the year.

use std::collections::BTreeMap;

use super::facts::Carried;
use super::gather::{Assumed, Gathered, gather};
use super::kept::PayPlan;
use super::{CannotPay, Paid, Plan, format, pay};
use crate::domain::calendar::{Day, Period};
use crate::domain::id::{LeadId, PayPlanId, PersonId};
use crate::domain::workspace::Workspace;

/// The most versions of a plan that are looked through.
const MOST: usize = 64;

/// What a kept plan pays until the end of a period, with what the version before it leaves. A plan
/// that another follows pays until the day before that one begins, and nothing beyond.
///
/// # Errors
/// [`CannotPay`] where records lack what the plan or one before it goes by.
pub fn paid_by(
    workspace: &Workspace,
    (id, known, plan): (PayPlanId, &PayPlan, &Plan),
    last: Period,
    assumed: &[Assumed],
) -> Result<(Gathered, Paid), CannotPay> {
    let ends = begins_next(workspace, id).and_then(|it| plan.period_of(it.minus(1)));
    let last = ends.map_or(last, |it| it.min(last));
    paid_from(workspace, (known, plan), (last, MOST), assumed)
}

/// The day on which the plan that follows another begins to pay.
pub fn begins_next(workspace: &Workspace, id: PayPlanId) -> Option<Day> {
    next(workspace, id)?.1.from
}

/// The published plan that follows another.
fn next(workspace: &Workspace, id: PayPlanId) -> Option<(PayPlanId, Plan)> {
    let mut next = workspace.pay_plans.iter();
    let (id, known) = next.find(|(_, it)| it.follows == Some(id) && it.published.is_some())?;
    Some((id, format::plan_of_text(&known.plan).ok()?))
}

/// The version of a plan that pays on a day, and the period of it that holds the day.
pub fn pays_on(workspace: &Workspace, id: PayPlanId, day: Day) -> Option<(PayPlanId, Period)> {
    let known = workspace.pay_plans.get(id)?;
    let mut version = (id, format::plan_of_text(&known.plan).ok()?);
    for _ in 0..MOST {
        match next(workspace, version.0).filter(|it| it.1.from.is_some_and(|it| it <= day)) {
            Some(later) => version = later,
            None => break,
        }
    }
    Some((version.0, version.1.period_of(day)?))
}

/// A plan and those that it follows, the latest first.
pub fn versions(workspace: &Workspace, id: PayPlanId) -> Vec<PayPlanId> {
    let before = |it: &PayPlanId| workspace.pay_plans.get(*it).and_then(|it| it.follows);
    std::iter::successors(Some(id), before).take(MOST).collect()
}

fn paid_from(
    workspace: &Workspace,
    (known, plan): (&PayPlan, &Plan),
    (last, most): (Period, usize),
    assumed: &[Assumed],
) -> Result<(Gathered, Paid), CannotPay> {
    let mut gathered = gather(workspace, (plan, &known.people), last, assumed);
    let old = workspace.pay_plans.find(known.follows).filter(|_| most != 0);
    let read = old.and_then(|it| Some((it, format::plan_of_text(&it.plan).ok()?)));
    let ends = plan.from.map(|it| it.minus(1));
    if let (Some((old, before)), Some(from)) = (read, plan.from)
        && let Some(ended) = ends.and_then(|it| before.period_of(it))
        && before.currency == plan.currency
    {
        let (then, paid) = paid_from(workspace, (old, &before), (ended, most - 1), &[])?;
        carry(&mut gathered, (plan, from), (&before, then, &paid));
        // What was sold before it in the year is measured with what was asked before it.
        let start = plan.start();
        if let Some(year) = start.year_of(from).span(start) {
            let turn = |it: Day| plan.cycle.turn_of(it, start);
            let all = plan.cycle.all(turn(year.first), turn(from), start);
            gathered.add_quotas(workspace, plan, &all);
        }
    }
    let paid = pay(plan, &gathered.facts)?;
    Ok((gathered, paid))
}

/// Carries over what a plan leaves to the one that follows it from a day on.
fn carry(
    gathered: &mut Gathered,
    (plan, from): (&Plan, Day),
    (before, then, paid): (&Plan, Gathered, &Paid),
) {
    let of_lead = gathered.leads.iter().enumerate().map(|(place, it)| (*it, place));
    let mut deals: BTreeMap<LeadId, usize> = of_lead.collect();
    let people: BTreeMap<PersonId, usize> =
        gathered.people.iter().enumerate().map(|(place, it)| (*it, place)).collect();
    let old_deals = &then.facts.deals;
    let mut place_of = |old: usize, gathered: &mut Gathered| {
        *deals.entry(then.leads[old]).or_insert_with(|| {
            // Credits are places among the people, who may have become more since.
            let mut deal = old_deals[old].clone();
            for credit in &mut deal.credits {
                credit.member = people.get(&then.people[credit.member]).copied().unwrap_or(0);
            }
            gathered.leads.push(then.leads[old]);
            gathered.facts.deals.push(deal);
            gathered.facts.deals.len() - 1
        })
    };
    for end in &paid.ends {
        let Some(member) = people.get(&then.people[end.member]).copied() else { continue };
        gathered.facts.members[member].debt = end.debt;
        let all = end.earned.keys().chain(end.kept.keys());
        let all: std::collections::BTreeSet<usize> = all.copied().collect();
        for old in all {
            let of = |all: &BTreeMap<usize, i64>| all.get(&old).copied().unwrap_or(0);
            // It goes by what the plan said under which it was sold, also a version before that.
            let known = then.facts.carried.iter().find(|it| {
                (it.member, it.deal) == (end.member, old) && before.counts_before(&old_deals[old])
            });
            let deal = place_of(old, gathered);
            gathered.facts.carried.push(Carried {
                member,
                deal,
                earned: of(&end.earned),
                kept: of(&end.kept),
                released: match known {
                    Some(known) => known.released,
                    None => before.released_on(&old_deals[old]),
                },
                taken_back: match known {
                    Some(known) => known.taken_back,
                    None => before.taken_back_part(&old_deals[old]),
                },
            });
        }
        let bonuses = end.bonuses.iter().map(|(place, it)| ((member, *place), *it));
        gathered.facts.bonuses.extend(bonuses.filter(|_| plan.is_within_year(from)));
    }
    let year = plan.start().year_of(from).span(plan.start());
    // What another plan was left to pay for was sold when that one counted it.
    let counts = if plan.signed_from.is_some() { before } else { plan };
    for (old, deal) in old_deals.iter().enumerate() {
        let day = counts.counts_on(deal).filter(|it| *it < from);
        if day.zip(year).is_some_and(|(day, year)| year.first <= day) {
            let place = place_of(old, gathered);
            gathered.facts.past.insert(place);
        }
    }
}

impl Plan {
    /// Whether a deal counts before its first day.
    fn counts_before(&self, deal: &super::Deal) -> bool {
        self.counts_on(deal).zip(self.from).is_some_and(|(day, from)| day < from)
    }

    /// Whether a day is not the first of a year.
    fn is_within_year(&self, day: Day) -> bool {
        self.start().year_of(day).span(self.start()).is_some_and(|it| it.first < day)
    }
}
