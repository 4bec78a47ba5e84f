//! The rules of the pool: who may claim, what goes back and why.

use std::collections::BTreeSet;

use super::{Context, lead_title};
use crate::domain::assignment::claim::Claimant;
use crate::domain::changes::Changes;
use crate::domain::id::{LeadId, PersonId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::pool::{PoolRules, is_pooled, overdue};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn claim(
    workspace: &Workspace,
    id: LeadId,
    person_id: PersonId,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    let claimant = Claimant::of(workspace, person_id, ctx.today).ok_or(Rejection::PersonGone)?;
    if lead.outcome(workspace) != Outcome::Open {
        return Err(Rejection::LeadClosed);
    }
    if !is_pooled(workspace, lead) {
        let owner = workspace.people.find(lead.owner).map(|it| it.name.clone());
        return Err(Rejection::LeadTaken(owner.unwrap_or_default()));
    }
    let obstacles = claimant.obstacles(workspace, lead);
    if !obstacles.is_empty() {
        return Err(Rejection::ClaimForbidden(claimant.name, obstacles));
    }
    let title = lead_title(workspace, lead);
    let mut changes = Changes::new(Label::LeadClaimed(title, claimant.name));
    let (owner, claimed) = (Some(person_id), Some(ctx.today));
    changes.put(workspace, id, &Lead { owner, claimed_by: owner, claimed, ..lead.clone() });
    Ok(changes)
}

pub(super) fn give_back(
    workspace: &Workspace,
    id: LeadId,
    reason: &str,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    if lead.outcome(workspace) != Outcome::Open {
        return Err(Rejection::LeadClosed);
    }
    if lead.owner.is_none() {
        return Err(Rejection::LeadInPool);
    }
    let reason = checked(reason)?;
    let label = Label::LeadReturned(lead_title(workspace, lead), reason.to_owned());
    let mut changes = Changes::new(label);
    changes.put(workspace, id, &back(lead, reason, ctx));
    Ok(changes)
}

pub(super) fn reclaim(
    workspace: &Workspace,
    ids: &[LeadId],
    reason: &str,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let reason = checked(reason)?;
    let due: BTreeSet<LeadId> = overdue(workspace, ctx.today).into_iter().map(|it| it.1).collect();
    let mut changes = Changes::new(Label::LeadsReclaimed(ids.len().to_string()));
    for id in ids {
        let lead = workspace.leads.get(*id).ok_or(Rejection::LeadGone)?;
        if !due.contains(id) {
            return Err(Rejection::NotDueBack(lead_title(workspace, lead)));
        }
        changes.put(workspace, *id, &back(lead, reason, ctx));
    }
    Ok(changes)
}

pub(super) fn save_rules(workspace: &Workspace, rules: &PoolRules) -> Result<Changes, Rejection> {
    let given = [rules.claim_limit, rules.reclaim_days];
    if let Some(negative) = given.into_iter().flatten().find(|it| *it < 0) {
        return Err(Rejection::NumberNegative(negative));
    }
    let mut changes = Changes::new(Label::PoolRulesSaved);
    changes.put(workspace, PoolRules::ID, rules);
    Ok(changes)
}

fn checked(reason: &str) -> Result<&str, Rejection> {
    match reason.trim() {
        "" => Err(Rejection::ReasonMissing),
        reason => Ok(reason),
    }
}

/// The lead as it is once it waits in the pool again.
fn back(lead: &Lead, reason: &str, ctx: &Context) -> Lead {
    let mut lead = lead.clone();
    lead.returned.push(reason.to_owned());
    Lead { owner: None, claimed_by: None, claimed: None, returned_on: Some(ctx.today), ..lead }
}
