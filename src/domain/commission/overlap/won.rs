//! Deals that are won already, by the days on which plans count them.

use super::{Overlap, Twice, takes};
use crate::domain::calendar::Day;
use crate::domain::commission::Plan;
use crate::domain::commission::plan::Whose;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// Deals that are won already and that a plan and another would both pay for: how many, and what
/// those in the plan's currency are worth, in minor units. Deals of a team are not among them.
pub fn won_already(
    workspace: &Workspace,
    (plan, second): (&Plan, &Plan),
    overlap: &Overlap,
) -> (usize, i64) {
    let own: Vec<(usize, usize)> = overlap
        .twice
        .iter()
        .filter_map(|it| match it {
            Twice::Parts(own, other) => Some((*own, *other)),
            _ => None,
        })
        .filter(|(own, _)| plan.components[*own].of == Whose::Own)
        .collect();
    let (mut count, mut worth) = (0, 0_i64);
    for (id, lead) in workspace.leads.iter() {
        if lead.outcome(workspace) != Outcome::Won {
            continue;
        }
        let known = workspace.deal_pays.get(id);
        let is_theirs = is_of(workspace, (id, lead), &overlap.people);
        let day = |plan: &Plan| {
            let day =
                if plan.waits_for_payment() { known.and_then(|it| it.paid) } else { lead.closes };
            let is_taken = plan.signed_from.is_none_or(|it| lead.closes.is_some_and(|on| it <= on));
            day.filter(|it| is_taken && plan.days().holds(*it))
        };
        let Some((on, then)) = day(plan).zip(day(second)).filter(|_| is_theirs) else { continue };
        let (class, products) = sold(workspace, lead);
        let is_paid = own.iter().any(|(own, other)| {
            let both = |it: &str| {
                takes(plan, *own, (it, class), on) && takes(second, *other, (it, class), then)
            };
            products.iter().any(|it| both(it))
        });
        if is_paid {
            count += 1;
            let amount = lead.amount.filter(|it| it.currency == plan.currency);
            worth = worth.saturating_add(amount.map_or(0, |it| it.minor));
        }
    }
    (count, worth)
}

/// The days of signing and of payment of those deals of some people that were paid for before they
/// were signed.
pub(super) fn paid_before(workspace: &Workspace, people: &[PersonId]) -> Vec<(Day, Day)> {
    let days = |(id, lead): (LeadId, &Lead)| {
        let paid = workspace.deal_pays.get(id)?.paid?;
        let signed = lead.closes.filter(|it| paid < *it)?;
        let is_won = lead.outcome(workspace) == Outcome::Won;
        (is_won && is_of(workspace, (id, lead), people)).then_some((signed, paid))
    };
    workspace.leads.iter().filter_map(days).collect()
}

/// To which class of customers a deal is sold, and of which products; one without a name where it
/// says none.
pub(super) fn sold<'a>(workspace: &'a Workspace, lead: &Lead) -> (&'a str, Vec<&'a str>) {
    let class = workspace.customers.find(lead.customer).map(|it| it.class.as_str());
    let mut products: Vec<&str> = lead
        .products()
        .into_iter()
        .filter_map(|it| workspace.products.get(it))
        .map(|it| it.name.as_str())
        .collect();
    if products.is_empty() {
        products.push("");
    }
    (class.unwrap_or_default(), products)
}

/// Whether a deal is credited to one of some people.
pub(super) fn is_of(
    workspace: &Workspace,
    (id, lead): (LeadId, &Lead),
    people: &[PersonId],
) -> bool {
    let credits = workspace.deal_pays.get(id).map(|it| it.credits.as_slice()).unwrap_or_default();
    match credits.is_empty() {
        true => lead.owner.is_some_and(|it| people.contains(&it)),
        false => credits.iter().any(|it| people.contains(&it.person)),
    }
}
