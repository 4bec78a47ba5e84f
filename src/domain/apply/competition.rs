//! The rules of competitors, of the reasons why deals are lost, and of what is said of a loss.

use super::{Context, check_name, lead_title};
use crate::domain::changes::Changes;
use crate::domain::competition::{Competitor, Rival, RivalResult};
use crate::domain::id::{CompetitorId, LeadId, LossReasonId, RivalId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::loss::{Debrief, LossReason};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// A competitor by name, with the id for one that is not known yet.
pub type Named = (CompetitorId, String);

pub(super) fn save_competitor(
    workspace: &Workspace,
    id: CompetitorId,
    competitor: &Competitor,
) -> Result<Changes, Rejection> {
    check_name(&workspace.competitors, id, &competitor.name, |it| &it.name)?;
    let mut changes = Changes::new(Label::CompetitorSaved(competitor.name.clone()));
    changes.put(workspace, id, competitor);
    Ok(changes)
}

pub(super) fn delete_competitor(
    workspace: &Workspace,
    id: CompetitorId,
) -> Result<Changes, Rejection> {
    let competitor = workspace.competitors.get(id).ok_or(Rejection::CompetitorGone)?;
    let mut changes = Changes::new(Label::CompetitorDeleted(competitor.name.clone()));
    for (rival, _) in workspace.rivals.iter().filter(|(_, it)| it.competitor == Some(id)) {
        changes.remove::<Rival>(workspace, rival);
    }
    let named = workspace.debriefs.iter().filter(|(_, it)| it.competitor == Some(id));
    for (debrief, said) in named {
        changes.put(workspace, debrief, &Debrief { competitor: None, ..said.clone() });
    }
    changes.remove::<Competitor>(workspace, id);
    Ok(changes)
}

/// Finds a competitor by name, or makes one.
fn competitor_of(
    workspace: &Workspace,
    changes: &mut Changes,
    (id, name): &Named,
    ctx: &Context,
) -> Option<CompetitorId> {
    let name = name.trim();
    let is_it = |it: &Competitor| it.name.to_lowercase() == name.to_lowercase();
    match workspace.competitors.iter().find(|(_, it)| is_it(it)) {
        _ if name.is_empty() => None,
        Some((known, _)) => Some(known),
        None => {
            let (name, seen_on) = (name.to_owned(), Some(ctx.today));
            changes.put(workspace, *id, &Competitor { name, seen_on, ..Competitor::default() });
            Some(*id)
        }
    }
}

pub(super) fn save_rival(
    workspace: &Workspace,
    id: RivalId,
    rival: &Rival,
    named: &Named,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.find(rival.lead).ok_or(Rejection::LeadGone)?;
    if rival.price.is_some_and(|it| it.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    let title = lead_title(workspace, lead);
    let mut changes = Changes::new(Label::RivalSaved(named.1.trim().to_owned(), title));
    let competitor = competitor_of(workspace, &mut changes, named, ctx);
    let competitor = Some(competitor.ok_or(Rejection::NameMissing)?);
    let is_other = |(other, it): &(RivalId, &Rival)| {
        *other != id && it.lead == rival.lead && it.competitor == competitor
    };
    if workspace.rivals.iter().any(|it| is_other(&it)) {
        return Err(Rejection::NameTaken(named.1.trim().to_owned()));
    }
    changes.put(workspace, id, &Rival { competitor, ..rival.clone() });
    Ok(changes)
}

pub(super) fn delete_rival(workspace: &Workspace, id: RivalId) -> Result<Changes, Rejection> {
    let rival = workspace.rivals.get(id).ok_or(Rejection::CompetitorGone)?;
    let lead = workspace.leads.find(rival.lead).map(|it| lead_title(workspace, it));
    let name = workspace.competitors.find(rival.competitor).map(|it| it.name.clone());
    let label = Label::RivalDeleted(name.unwrap_or_default(), lead.unwrap_or_default());
    let mut changes = Changes::new(label);
    changes.remove::<Rival>(workspace, id);
    Ok(changes)
}

/// Keeps what was said of a loss; the competitor that got the deal stands on it from then on.
pub(super) fn save_debrief(
    workspace: &Workspace,
    id: LeadId,
    said: &Debrief,
    named: &Named,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    if said.price.is_some_and(|it| it.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    let mut changes = Changes::new(Label::LossDebriefed(lead_title(workspace, lead)));
    let competitor = competitor_of(workspace, &mut changes, named, ctx);
    let day = said.day.unwrap_or(ctx.today);
    let said = Debrief { lead: Some(id), day: Some(day), competitor, ..said.clone() };
    if let Some(competitor) = competitor {
        let rival = Rival::id_of(workspace, id, competitor);
        let known = workspace.rivals.get(rival).cloned().unwrap_or_default();
        let (price, result) = (said.price.or(known.price), RivalResult::Won);
        let (lead, competitor) = (Some(id), Some(competitor));
        changes.put(workspace, rival, &Rival { lead, competitor, price, result, ..known });
    }
    if !said.reason.is_empty() {
        let loss_reason = said.reason.clone();
        changes.put(workspace, id, &Lead { loss_reason, ..lead.clone() });
    }
    let debrief = Debrief::id_of(id, day);
    if !said.is_blank() || workspace.debriefs.has(debrief) {
        changes.put(workspace, debrief, &said);
    }
    Ok(changes)
}

/// Sets the reasons in their order; what leads say is renamed with them.
pub(super) fn set_loss_reasons(
    workspace: &Workspace,
    reasons: &[(LossReasonId, String)],
    renamed: &[(String, String)],
) -> Result<Changes, Rejection> {
    if reasons.is_empty() {
        return Err(Rejection::LossReasonsNone);
    }
    let mut changes = Changes::new(Label::LossReasonsSet);
    for (place, (id, name)) in reasons.iter().enumerate() {
        let name = name.trim();
        if name.is_empty() {
            return Err(Rejection::NameMissing);
        }
        if reasons[..place].iter().any(|(_, it)| it.trim() == name) {
            return Err(Rejection::NameTaken(name.to_owned()));
        }
        let reason = LossReason { name: name.to_owned(), place: place as i64 };
        changes.put(workspace, *id, &reason);
    }
    let stays = |id| reasons.iter().any(|(it, _)| *it == id);
    for (id, _) in workspace.loss_reasons.iter().filter(|(id, _)| !stays(*id)) {
        changes.remove::<LossReason>(workspace, id);
    }
    let became = |said: &str| {
        let renaming = renamed.iter().find(|(from, _)| from == said);
        renaming.map(|(_, to)| to.trim().to_owned())
    };
    for (id, lead) in workspace.leads.iter() {
        if let Some(loss_reason) = became(&lead.loss_reason) {
            changes.put(workspace, id, &Lead { loss_reason, ..lead.clone() });
        }
    }
    for (id, said) in workspace.debriefs.iter() {
        if let Some(reason) = became(&said.reason) {
            changes.put(workspace, id, &Debrief { reason, ..said.clone() });
        }
    }
    Ok(changes)
}
