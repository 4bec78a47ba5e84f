//! The rules of changing many leads alike, and of saying beforehand how many that would be.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::activities::remove_plans;
use super::leads::{delete_lead, in_stage, lead_title, unclaimed};
use crate::domain::changes::Changes;
use crate::domain::command::{Context, LeadEdit};
use crate::domain::id::LeadId;
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// How far a change of many leads would reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// How many leads it would change.
    pub changed: usize,
    /// How many are as it says already.
    pub alike: usize,
    /// How many it leaves alone because they are closed: the day they did close is a fact.
    pub closed: usize,
    /// How many it leaves alone because they have several products, which are changed one by one.
    pub lines: usize,
}

/// How far a change of leads would reach.
///
/// # Errors
/// The [`Rejection`] with which it would be refused.
pub fn reach(
    workspace: &Workspace,
    ids: &[LeadId],
    edits: &[LeadEdit],
    ctx: &Context,
) -> Result<Reach, Rejection> {
    check_targets(workspace, edits)?;
    let only_closes = matches!(edits, [LeadEdit::Closes(_)]);
    let only_product = matches!(edits, [LeadEdit::Product(_)]);
    let mut reach = Reach::default();
    for id in ids {
        let lead = workspace.leads.get(*id).ok_or(Rejection::LeadGone)?;
        // One edit needs no lead made anew to be counted.
        let changes = match edits {
            [edit] => alters(workspace, lead, edit),
            edits => matches!(edited(workspace, lead, edits, ctx)?, Cow::Owned(_)),
        };
        match changes {
            true => reach.changed += 1,
            false if only_closes && lead.outcome(workspace) != Outcome::Open => reach.closed += 1,
            false if only_product && !lead.lines.is_empty() => reach.lines += 1,
            false => reach.alike += 1,
        }
    }
    Ok(reach)
}

pub(super) fn change_leads(
    workspace: &Workspace,
    ids: &[LeadId],
    edits: &[LeadEdit],
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let label = label(workspace, ids, edits, reach(workspace, ids, edits, ctx)?);
    let mut changes = Changes::new(label);
    for id in ids {
        let lead = workspace.leads.get(*id).ok_or(Rejection::LeadGone)?;
        if let Cow::Owned(lead) = edited(workspace, lead, edits, ctx)? {
            changes.put(workspace, *id, &lead);
        }
    }
    Ok(changes)
}

/// A single lead is called by its name, as when it alone is moved or edited.
fn label(workspace: &Workspace, ids: &[LeadId], edits: &[LeadEdit], reach: Reach) -> Label {
    let [id] = ids else { return Label::LeadsChanged(reach.changed.to_string()) };
    let Some(lead) = workspace.leads.get(*id) else { return Label::LeadsChanged(String::new()) };
    let to = edits.iter().find_map(|it| match it {
        LeadEdit::Stage(stage, _) if lead.stage != Some(*stage) => workspace.stages.get(*stage),
        _ => None,
    });
    let title = lead_title(workspace, lead);
    match to {
        Some(stage) => Label::LeadMoved(title, stage.name.clone()),
        None => Label::LeadEdited(title),
    }
}

/// What the edits name must be there.
fn check_targets(workspace: &Workspace, edits: &[LeadEdit]) -> Result<(), Rejection> {
    for edit in edits {
        let gone = match edit {
            LeadEdit::Owner(Some(id)) if !workspace.people.has(*id) => Rejection::PersonGone,
            LeadEdit::Stage(id, _) if !workspace.stages.has(*id) => Rejection::StageGone,
            LeadEdit::Product(Some(id)) if !workspace.products.has(*id) => Rejection::ProductGone,
            _ => continue,
        };
        return Err(gone);
    }
    Ok(())
}

/// Whether an edit would change a lead. The day on which a closed lead did close stays.
fn alters(workspace: &Workspace, lead: &Lead, edit: &LeadEdit) -> bool {
    match edit {
        LeadEdit::Owner(owner) => lead.owner != *owner,
        LeadEdit::Stage(stage, _) => lead.stage != Some(*stage),
        LeadEdit::Priority(priority) => lead.priority != *priority,
        LeadEdit::Closes(day) => lead.closes != *day && lead.outcome(workspace) == Outcome::Open,
        LeadEdit::Source(source) => lead.source != source.trim(),
        // Several products are changed line by line, so that none is lost unseen.
        LeadEdit::Product(product) => lead.product != *product && lead.lines.is_empty(),
    }
}

/// The lead as it is once the edits are made; the lead itself where none of them changes it.
fn edited<'a>(
    workspace: &Workspace,
    lead: &'a Lead,
    edits: &[LeadEdit],
    ctx: &Context,
) -> Result<Cow<'a, Lead>, Rejection> {
    let before = lead;
    let mut lead = Cow::Borrowed(before);
    for edit in edits {
        if !alters(workspace, &lead, edit) {
            continue;
        }
        match edit {
            LeadEdit::Owner(owner) => {
                lead = Cow::Owned(unclaimed(Lead { owner: *owner, ..lead.into_owned() }));
            }
            LeadEdit::Stage(stage, reason) => {
                let mut moved = in_stage(workspace, &lead, *stage, ctx)?;
                if moved.outcome(workspace) == Outcome::Lost && !reason.trim().is_empty() {
                    reason.trim().clone_into(&mut moved.loss_reason);
                }
                lead = Cow::Owned(moved);
            }
            LeadEdit::Priority(priority) => lead.to_mut().priority = *priority,
            LeadEdit::Closes(day) => lead.to_mut().closes = *day,
            LeadEdit::Source(source) => source.trim().clone_into(&mut lead.to_mut().source),
            LeadEdit::Product(product) => lead.to_mut().product = *product,
        }
    }
    if *lead == *before { Ok(Cow::Borrowed(before)) } else { Ok(lead) }
}

pub(super) fn delete_leads(workspace: &Workspace, ids: &[LeadId]) -> Result<Changes, Rejection> {
    if let [id] = ids {
        return delete_lead(workspace, *id);
    }
    let mut changes = Changes::new(Label::LeadsDeleted(ids.len().to_string()));
    for id in ids {
        workspace.leads.get(*id).ok_or(Rejection::LeadGone)?;
        changes.remove::<Lead>(workspace, *id);
    }
    let gone: BTreeSet<LeadId> = ids.iter().copied().collect();
    remove_plans(workspace, &|it| gone.contains(&it), &mut changes);
    Ok(changes)
}

#[cfg(test)]
mod tests;
