//! The rules of the draft: how it begins, whose turn it is, what may be picked, and what comes of
//! it at the end.

use super::{Context, lead_heading, leads};
use crate::domain::assignment::reason::Why;
use crate::domain::changes::Changes;
use crate::domain::draft::{Draft, DraftTurn, Standing, Took, Turn, running, settled, turns};
use crate::domain::id::{DraftId, PersonId};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn begin(
    workspace: &Workspace,
    id: DraftId,
    draft: &Draft,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if running(workspace).is_some() {
        return Err(Rejection::DraftRunning);
    }
    if draft.people.is_empty() {
        return Err(Rejection::DraftWithoutPeople);
    }
    if draft.people.iter().any(|it| !workspace.people.has(*it)) {
        return Err(Rejection::PersonGone);
    }
    if let Some(seconds) = draft.seconds.filter(|it| *it <= 0) {
        return Err(Rejection::NumberNegative(seconds));
    }
    let survey = draft.survey(workspace, ctx.today);
    if survey.leads.is_empty() {
        return Err(Rejection::DraftWithoutLeads);
    }
    let draft = Draft {
        people: each_once(&draft.people),
        begun: Some(ctx.today),
        ended: None,
        shares: Vec::new(),
        ..draft.clone()
    };
    if Standing::new(&survey, &draft, [].into_iter()).turn().is_none() {
        return Err(Rejection::DraftNobodyFree);
    }
    let mut changes = Changes::new(Label::DraftBegun(draft.people.len().to_string()));
    changes.put(workspace, id, &draft);
    Ok(changes)
}

fn each_once(people: &[PersonId]) -> Vec<PersonId> {
    let mut found: Vec<PersonId> = Vec::new();
    for id in people {
        if !found.contains(id) {
            found.push(*id);
        }
    }
    found
}

fn underway(workspace: &Workspace, id: DraftId) -> Result<&Draft, Rejection> {
    let draft = workspace.drafts.get(id).filter(|it| it.ended.is_none());
    draft.ok_or(Rejection::DraftGone)
}

pub(super) fn take(
    workspace: &Workspace,
    id: DraftId,
    number: i64,
    took: Took,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let draft = underway(workspace, id)?;
    let survey = draft.survey(workspace, ctx.today);
    let taken = turns(workspace, id);
    let standing = Standing::new(&survey, draft, taken.iter().map(|(_, it)| *it));
    let turn = standing.turn().filter(|it| i64::try_from(it.number) == Ok(number));
    let Turn { person: place, .. } = turn.ok_or(Rejection::DraftTurnOver)?;
    let person = survey.people[place];
    let name = workspace.people.get(person).map(|it| it.name.clone()).unwrap_or_default();
    let label = match took {
        Took::Nothing => Label::DraftPassed(name),
        Took::Lead(lead) => {
            let left = standing.left().find(|it| survey.leads[*it] == lead);
            let left = left.ok_or(Rejection::DraftLeadTaken)?;
            if survey.fit(left, place, 0).is_err() {
                return Err(Rejection::DraftForbidden(name));
            }
            let lead = workspace.leads.get(lead).ok_or(Rejection::LeadGone)?;
            Label::DraftPicked(lead_heading(workspace, lead), name)
        }
    };
    let turn = DraftTurn { draft: Some(id), number, person: Some(person), took: Some(took) };
    let mut changes = Changes::new(label);
    changes.put(workspace, DraftTurn::id_of(id, number), &turn);
    Ok(changes)
}

pub(super) fn step_back(workspace: &Workspace, id: DraftId) -> Result<Changes, Rejection> {
    underway(workspace, id)?;
    let taken = turns(workspace, id);
    let (turn_id, turn) = taken.last().ok_or(Rejection::DraftAtStart)?;
    let name = workspace.people.find(turn.person).map(|it| it.name.clone());
    let mut changes = Changes::new(Label::DraftSteppedBack(name.unwrap_or_default()));
    changes.remove::<DraftTurn>(workspace, *turn_id);
    Ok(changes)
}

pub(super) fn finish(
    workspace: &Workspace,
    id: DraftId,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let draft = underway(workspace, id)?;
    let settled = settled(workspace, id, ctx.today);
    let owners: Vec<_> = settled.moves.iter().map(|(lead, it)| (*lead, Some(*it))).collect();
    let whys = owners.iter().map(|(lead, _)| (*lead, Why::Picked)).collect();
    let mut changes = leads::assign_leads(workspace, &owners, &whys, ctx)?;
    changes.label = Label::DraftFinished(owners.len().to_string(), settled.getting().to_string());
    let ended = Draft { ended: Some(ctx.today), shares: settled.shares, ..draft.clone() };
    changes.put(workspace, id, &ended);
    Ok(changes)
}

pub(super) fn drop(workspace: &Workspace, id: DraftId) -> Result<Changes, Rejection> {
    underway(workspace, id)?;
    let taken = turns(workspace, id);
    let picks = taken.iter().filter(|(_, it)| it.lead().is_some());
    let mut changes = Changes::new(Label::DraftDropped(picks.count().to_string()));
    for (turn_id, _) in &taken {
        changes.remove::<DraftTurn>(workspace, *turn_id);
    }
    changes.remove::<Draft>(workspace, id);
    Ok(changes)
}
