//! The rules of pipelines and stages: how they are set up, and where their leads go.
//!
//! A pipeline always keeps an open, a won and a lost stage once it has them, so that a lead has
//! where to begin and where to end. What a set-up changes of a lead is never a move by its owner:
//! the clock of its stage goes on.

use super::Context;
use super::leads::closes_then;
use crate::domain::calendar::Day;
use crate::domain::changes::Changes;
use crate::domain::id::{PipelineId, StageId};
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::pipeline::{Outcome, Pipeline, Stage, leads_in, ordered_stages};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn add(
    workspace: &Workspace,
    id: PipelineId,
    name: &str,
    stages: &[(StageId, Stage)],
) -> Result<Changes, Rejection> {
    super::check_name(&workspace.pipelines, id, name, |it| &it.name)?;
    for (at, (_, stage)) in stages.iter().enumerate() {
        check_stage(stage, stages[..at].iter().map(|(_, it)| it))?;
    }
    for outcome in [Outcome::Open, Outcome::Won, Outcome::Lost] {
        if stages.iter().all(|(_, it)| it.outcome != outcome) {
            return Err(Rejection::StageLast(outcome));
        }
    }
    let last = workspace.pipelines.values().map(|it| it.place).max().unwrap_or(0);
    let name = name.trim().to_owned();
    let mut changes = Changes::new(Label::PipelineAdded(name.clone()));
    changes.put(workspace, id, &Pipeline { name, place: last + 1 });
    for ((stage_id, stage), place) in stages.iter().zip(1..) {
        let stage = Stage { pipeline: Some(id), place, ..stage.clone() };
        changes.put(workspace, *stage_id, &stage);
    }
    Ok(changes)
}

pub(super) fn rename(
    workspace: &Workspace,
    id: PipelineId,
    name: &str,
) -> Result<Changes, Rejection> {
    let pipeline = workspace.pipelines.get(id).ok_or(Rejection::PipelineGone)?;
    super::check_name(&workspace.pipelines, id, name, |it| &it.name)?;
    let name = name.trim().to_owned();
    let mut changes = Changes::new(Label::PipelineRenamed(name.clone()));
    changes.put(workspace, id, &Pipeline { name, ..pipeline.clone() });
    Ok(changes)
}

/// A pipeline that another tablet has added meanwhile stays behind those that were put in order.
pub(super) fn arrange(workspace: &Workspace, order: &[PipelineId]) -> Result<Changes, Rejection> {
    let mut changes = Changes::new(Label::PipelinesArranged);
    for (id, place) in order.iter().zip(1..) {
        let pipeline = workspace.pipelines.get(*id).ok_or(Rejection::PipelineGone)?;
        changes.put(workspace, *id, &Pipeline { place, ..pipeline.clone() });
    }
    Ok(changes)
}

pub(super) fn delete(
    workspace: &Workspace,
    id: PipelineId,
    heir: Option<StageId>,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let pipeline = workspace.pipelines.get(id).ok_or(Rejection::PipelineGone)?;
    if workspace.pipelines.len() == 1 {
        return Err(Rejection::PipelineLast);
    }
    let stages: Vec<StageId> =
        ordered_stages(workspace, id).into_iter().map(|(stage, _)| stage).collect();
    let offered =
        |heir: &Stage| heir.pipeline.is_some_and(|it| it != id && workspace.pipelines.has(it));
    let name = pipeline.name.clone();
    let label = |moved: usize| Label::PipelineDeleted(name, moved.to_string());
    let mut changes = rehoused(workspace, &stages, heir, offered, label, ctx)?;
    for stage in stages {
        changes.remove::<Stage>(workspace, stage);
    }
    changes.remove::<Pipeline>(workspace, id);
    Ok(changes)
}

pub(super) fn save_stage(
    workspace: &Workspace,
    id: StageId,
    stage: &Stage,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let pipeline = stage.pipeline.filter(|it| workspace.pipelines.has(*it));
    let row = ordered_stages(workspace, pipeline.ok_or(Rejection::PipelineGone)?);
    check_stage(stage, row.iter().filter(|(other, _)| *other != id).map(|(_, it)| *it))?;
    let name = stage.name.trim().to_owned();
    let Some(current) = workspace.stages.get(id) else {
        return Ok(with_new_stage(workspace, &row, id, Stage { name, ..stage.clone() }));
    };
    let turned = current.outcome != stage.outcome;
    if turned {
        check_not_last(&row, id, current)?;
    }
    let leads = if turned { leads_in(workspace, &[id]) } else { Vec::new() };
    let mut changes = Changes::new(match leads.len() {
        0 => Label::StageSaved(name.clone()),
        count => Label::StageTurned(name.clone(), count.to_string()),
    });
    let stage = Stage { name, place: current.place, ..stage.clone() };
    changes.put(workspace, id, &stage);
    for lead_id in leads {
        let Some(lead) = workspace.leads.get(lead_id) else { continue };
        let since = lead.stage_since.map_or(ctx.today, |it| it.min(ctx.today));
        let closes = closes_by_set_up(lead, current.outcome, stage.outcome, since);
        changes.put(workspace, lead_id, &Lead { closes, ..lead.clone() });
    }
    Ok(changes)
}

/// A new stage stands behind those of its outcome: open ones before won ones before lost ones.
fn with_new_stage(
    workspace: &Workspace,
    row: &[(StageId, &Stage)],
    id: StageId,
    stage: Stage,
) -> Changes {
    let rank = |it: Outcome| match it {
        Outcome::Open => 0,
        Outcome::Won => 1,
        Outcome::Lost => 2,
    };
    let after = |(_, it): &(StageId, &Stage)| rank(it.outcome) <= rank(stage.outcome);
    let at = row.iter().rposition(after).map_or(0, |last| last + 1);
    let mut changes = Changes::new(Label::StageSaved(stage.name.clone()));
    for ((other, it), place) in row.iter().zip(1..) {
        let place = if place <= at as i64 { place } else { place + 1 };
        changes.put(workspace, *other, &Stage { place, ..(*it).clone() });
    }
    changes.put(workspace, id, &Stage { place: at as i64 + 1, ..stage });
    changes
}

pub(super) fn arrange_stages(
    workspace: &Workspace,
    id: PipelineId,
    order: &[StageId],
) -> Result<Changes, Rejection> {
    let pipeline = workspace.pipelines.get(id).ok_or(Rejection::PipelineGone)?;
    let mut changes = Changes::new(Label::StagesArranged(pipeline.name.clone()));
    for (stage_id, place) in order.iter().zip(1..) {
        let stage = workspace.stages.get(*stage_id).filter(|it| it.pipeline == Some(id));
        let stage = stage.ok_or(Rejection::StageGone)?;
        changes.put(workspace, *stage_id, &Stage { place, ..stage.clone() });
    }
    Ok(changes)
}

pub(super) fn delete_stage(
    workspace: &Workspace,
    id: StageId,
    heir: Option<StageId>,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let stage = workspace.stages.get(id).ok_or(Rejection::StageGone)?;
    let row = stage.pipeline.map(|it| ordered_stages(workspace, it)).unwrap_or_default();
    check_not_last(&row, id, stage)?;
    let offered = |other: &Stage| other.pipeline == stage.pipeline;
    let name = stage.name.clone();
    let label = |moved: usize| Label::StageDeleted(name, moved.to_string());
    let heir = heir.filter(|it| *it != id);
    let mut changes = rehoused(workspace, &[id], heir, offered, label, ctx)?;
    changes.remove::<Stage>(workspace, id);
    Ok(changes)
}

/// The leads of stages that go, in the stage that takes them.
fn rehoused(
    workspace: &Workspace,
    stages: &[StageId],
    heir: Option<StageId>,
    offered: impl Fn(&Stage) -> bool,
    label: impl FnOnce(usize) -> Label,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let leads = leads_in(workspace, stages);
    let mut changes = Changes::new(label(leads.len()));
    if leads.is_empty() {
        return Ok(changes);
    }
    let heir = heir.ok_or(Rejection::LeadsInTheWay(leads.len()))?;
    let target = workspace.stages.get(heir).ok_or(Rejection::StageGone)?;
    if !offered(target) {
        return Err(Rejection::StageNotOffered);
    }
    for id in leads {
        let Some(lead) = workspace.leads.get(id) else { continue };
        let closes = closes_by_set_up(lead, lead.outcome(workspace), target.outcome, ctx.today);
        changes.put(workspace, id, &Lead { stage: Some(heir), closes, ..lead.clone() });
    }
    Ok(changes)
}

/// When a lead closes after a set-up that changes what it means: one that is closed keeps its day.
fn closes_by_set_up(lead: &Lead, from: Outcome, to: Outcome, day: Day) -> Option<Day> {
    let was_closed = from != Outcome::Open;
    closes_then(lead, from, to, lead.closes.filter(|_| was_closed).unwrap_or(day))
}

/// A pipeline that has a stage of an outcome keeps one.
fn check_not_last(row: &[(StageId, &Stage)], id: StageId, stage: &Stage) -> Result<(), Rejection> {
    let other = |(other, it): &(StageId, &Stage)| *other != id && it.outcome == stage.outcome;
    match row.iter().any(other) {
        true => Ok(()),
        false => Err(Rejection::StageLast(stage.outcome)),
    }
}

fn check_stage<'a>(
    stage: &Stage,
    mut others: impl Iterator<Item = &'a Stage>,
) -> Result<(), Rejection> {
    let name = stage.name.trim();
    if name.is_empty() {
        return Err(Rejection::NameMissing);
    }
    if others.any(|it| it.name.trim() == name) {
        return Err(Rejection::NameTaken(name.to_owned()));
    }
    if let Some(odds) = stage.odds.filter(|it| !(0..=100).contains(it)) {
        return Err(Rejection::OddsOutOfRange(odds));
    }
    match stage.rotting_days {
        Some(days) if days < 0 => Err(Rejection::NumberNegative(days)),
        _ => Ok(()),
    }
}
