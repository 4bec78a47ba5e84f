//! Plans of pay: saving and publishing them, their versions, deleting them.
//!
//! A plan by which statements were closed stays as it is, because what was paid is reckoned from it.
//! What it says from a day on is a new version, a plan that follows it.

use super::check_name;
use super::pay::{label, read, refused};
use crate::domain::calendar::Day;
use crate::domain::changes::Changes;
use crate::domain::commission::Plan;
use crate::domain::commission::follow::begins_next;
use crate::domain::commission::format;
use crate::domain::commission::kept::{Ending, LastPeriod, PayPlan, PayRefused};
use crate::domain::commission::overlap::{
    Overlap, can_end, ended, is_meant, overlaps, overlaps_after,
};
use crate::domain::commission::part_period::can_be_cut;
use crate::domain::commission::plan::{Pays, Pool, Shares};
use crate::domain::commission::tiling::seams;
use crate::domain::id::PayPlanId;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save_plan(
    workspace: &Workspace,
    id: PayPlanId,
    plan: &PayPlan,
    older: &[Ending],
) -> Result<Changes, Rejection> {
    check_name(&workspace.pay_plans, id, &plan.name, |it| &it.name)?;
    let read = read(plan)?;
    let was = workspace.pay_plans.get(id);
    // Whoever was deleted since stays on the plan by which they were paid.
    let is_known = |it: &_| was.is_some_and(|was| was.people.contains(it));
    if plan.people.iter().any(|it| !workspace.people.has(*it) && !is_known(it)) {
        return Err(Rejection::PersonGone);
    }
    if let Some(was) = was.filter(|_| is_used(workspace, id)) {
        check_frozen(workspace, (id, was), (plan, &read))?;
    }
    if plan.published.is_some() {
        if let Some(seam) = seams(&read).first() {
            return Err(refused((*seam).into()));
        }
        if plan.people.is_empty() {
            return Err(refused(PayRefused::NobodyAssigned));
        }
    }
    let was_published = was.is_some_and(|it| it.published.is_some());
    let deed = if !was_published && plan.published.is_some() { "published" } else { "saved" };
    let mut changes = Changes::new(label("pay-plan", deed, &plan.name));
    let mut end = Vec::new();
    if let Some(before) = plan.follows.filter(|_| plan.published.is_some()) {
        end.push((before, end_before(workspace, (before, id), &read)?));
    }
    if plan.published.is_some() {
        for it in older {
            end.push((it.plan, end_older(workspace, *it, &read)?));
        }
        check_paid_once(workspace, (id, plan, &read), (was, &end))?;
    }
    for (older, plan) in &end {
        let known = workspace.pay_plans.get(*older).ok_or_else(|| refused(PayRefused::PlanGone))?;
        let plan = format::print(plan);
        changes.put(workspace, *older, &PayPlan { plan, ..known.clone() });
    }
    changes.put(workspace, id, plan);
    Ok(changes)
}

/// An older plan that ends on the day before another begins.
fn end_older(workspace: &Workspace, older: Ending, plan: &Plan) -> Result<Plan, Rejection> {
    let Ending { plan: older, last } = older;
    let known = workspace.pay_plans.get(older).ok_or_else(|| refused(PayRefused::PlanGone))?;
    let fits = plan.from.filter(|it| can_end(workspace, older, *it));
    let from = fits.ok_or_else(|| refused(PayRefused::CannotEnd(known.name.clone())))?;
    let ended = ended(&read(known)?, from);
    match last {
        LastPeriod::AsWritten => Ok(ended),
        LastPeriod::ByDays if can_be_cut(workspace, older, &ended) => {
            Ok(Plan { prorated: true, ..ended })
        }
        LastPeriod::ByDays => Err(refused(PayRefused::CannotCut(known.name.clone()))),
    }
}

/// Nobody is paid twice for the same, unless that is meant, with a reason. What was so before stays
/// possible, so that a plan that pays beside another can still get a name.
fn check_paid_once(
    workspace: &Workspace,
    (id, plan, read): (PayPlanId, &PayPlan, &Plan),
    (was, end): (Option<&PayPlan>, &[(PayPlanId, Plan)]),
) -> Result<(), Rejection> {
    if !plan.beside.is_empty() && plan.beside_reason.trim().is_empty() {
        return Err(refused(PayRefused::BesideReasonMissing));
    }
    let before = was.filter(|it| it.published.is_some());
    let before = before.and_then(|it| Some((it, format::plan_of_text(&it.plan).ok()?)));
    let known = before.map(|(it, read)| {
        let mut known = overlaps(workspace, (id, it, &read));
        known.retain(|overlap| !is_meant(workspace, (id, it), overlap.other));
        known
    });
    let known = known.unwrap_or_default();
    let is_new = |it: &&Overlap| {
        let was = known.iter().find(|was| was.other == it.other);
        was.is_none_or(|was| !was.covers(it))
    };
    let names: Vec<String> = overlaps_after(workspace, (id, plan, read), end)
        .iter()
        .filter(|it| !is_meant(workspace, (id, plan), it.other))
        .filter(is_new)
        .filter_map(|it| workspace.pay_plans.get(it.other))
        .map(|it| it.name.clone())
        .collect();
    match names.is_empty() {
        true => Ok(()),
        false => Err(refused(PayRefused::PaidTwice(names))),
    }
}

/// Whether statements were closed by a plan.
fn is_used(workspace: &Workspace, id: PayPlanId) -> bool {
    workspace.pay_slips.values().any(|it| it.plan == Some(id))
}

/// The last day that is closed.
fn closed_until(workspace: &Workspace, id: PayPlanId, plan: &Plan) -> Option<Day> {
    let slips = workspace.pay_slips.values().filter(|it| it.plan == Some(id));
    let ends = slips.filter_map(|it| it.period?.span(plan.start())).map(|it| it.last);
    ends.max()
}

/// A plan by which statements were closed keeps all that they were reckoned from: it may get another
/// name, pay further people, and end after what is closed.
fn check_frozen(
    workspace: &Workspace,
    (id, was): (PayPlanId, &PayPlan),
    (plan, now): (&PayPlan, &Plan),
) -> Result<(), Rejection> {
    let before = read(was)?;
    // It may be cut to the days from now on where nothing that is closed becomes another by it.
    let prorated = before.prorated || now.prorated && can_be_cut(workspace, id, now);
    let alike =
        Plan { until: None, prorated, ..before.clone() } == Plan { until: None, ..now.clone() };
    let closed = closed_until(workspace, id, now);
    let ends_later = now.until.is_none_or(|it| closed <= Some(it)) || now.until == before.until;
    let paid = workspace.pay_slips.values().filter(|it| it.plan == Some(id));
    let keeps = paid.filter_map(|it| it.person).all(|it| plan.people.contains(&it));
    let stays = plan.published.is_some() && plan.follows == was.follows;
    match alike && ends_later && keeps && stays {
        true => Ok(()),
        false => Err(refused(PayRefused::Frozen)),
    }
}

/// The plan that another follows, which ends on the day before that one begins.
fn end_before(
    workspace: &Workspace,
    (before, id): (PayPlanId, PayPlanId),
    plan: &Plan,
) -> Result<Plan, Rejection> {
    let known = workspace.pay_plans.get(before).ok_or_else(|| refused(PayRefused::PlanGone))?;
    let old = read(known)?;
    let closed = closed_until(workspace, before, &old).map(Day::next);
    let least = closed.or(old.from).or(plan.from).unwrap_or(Day::EPOCH);
    let starts = |from: Day, of: &Plan| {
        let span = of.period_of(from).and_then(|it| it.span(of.start()));
        span.is_none_or(|it| it.first == from)
    };
    let fits = |from: &Day| least <= *from && starts(*from, plan) && starts(*from, &old);
    let other = workspace
        .pay_plans
        .iter()
        .find(|(it, plan)| *it != id && plan.follows == Some(before) && plan.published.is_some());
    let fitting = plan.from.filter(fits).filter(|_| plan.currency == old.currency);
    let Some(from) = fitting.filter(|_| other.is_none() && before != id) else {
        return Err(refused(PayRefused::NotAVersion(least)));
    };
    Ok(ended(&old, from))
}

pub(super) fn new_version(
    workspace: &Workspace,
    id: PayPlanId,
    (of, from, name): (PayPlanId, Day, &str),
) -> Result<Changes, Rejection> {
    let known = workspace.pay_plans.get(of).ok_or_else(|| refused(PayRefused::PlanGone))?;
    if known.published.is_none() {
        return Err(refused(PayRefused::NotPublished));
    }
    if let Some(day) = begins_next(workspace, of) {
        return Err(refused(PayRefused::Followed(day)));
    }
    check_name(&workspace.pay_plans, id, name, |it| &it.name)?;
    let plan = Plan { from: Some(from), until: None, ..read(known)? };
    let mut people = known.people.clone();
    people.retain(|it| workspace.people.has(*it));
    let copy = PayPlan {
        name: name.trim().to_owned(),
        plan: format::print(&plan),
        people,
        published: None,
        follows: Some(of),
        budget: known.budget,
        beside: known.beside.clone(),
        beside_reason: known.beside_reason.clone(),
    };
    let mut changes = Changes::new(label("pay-plan", "saved", &copy.name));
    changes.put(workspace, id, &copy);
    Ok(changes)
}

/// Whoever gets another name keeps their share of the pools of plans, which know it by the name.
pub(super) fn rename_in_shares(
    workspace: &Workspace,
    changes: &mut Changes,
    (was, name): (&str, &str),
) {
    for (id, known) in workspace.pay_plans.iter().filter(|(_, it)| it.plan.contains("shares")) {
        let Ok(mut plan) = format::plan_of_text(&known.plan) else { continue };
        let mut is_changed = false;
        for component in &mut plan.components {
            let Pays::Pool(Pool { shares: Shares::Given(given), .. }) = &mut component.pays else {
                continue;
            };
            for share in given.iter_mut().filter(|(it, _)| it == was) {
                name.clone_into(&mut share.0);
                is_changed = true;
            }
        }
        if is_changed {
            let plan = format::print(&plan);
            changes.put(workspace, id, &PayPlan { plan, ..known.clone() });
        }
    }
}

pub(super) fn delete_plan(workspace: &Workspace, id: PayPlanId) -> Result<Changes, Rejection> {
    let plan = workspace.pay_plans.get(id).ok_or_else(|| refused(PayRefused::PlanGone))?;
    let used = workspace.pay_slips.values().filter(|it| it.plan == Some(id)).count();
    if used != 0 {
        return Err(refused(PayRefused::PlanUsed(used)));
    }
    // What another takes over from stays.
    if let Some(day) = begins_next(workspace, id) {
        return Err(refused(PayRefused::Followed(day)));
    }
    let mut changes = Changes::new(label("pay-plan", "deleted", &plan.name));
    changes.remove::<PayPlan>(workspace, id);
    Ok(changes)
}

#[cfg(test)]
mod tests;
