//! How leads of each stage do, from the stages that closed leads passed.

use std::collections::BTreeMap;

use crate::domain::arrange;
use crate::domain::id::{LeadId, StageId};
use crate::domain::insight::Rate;
use crate::domain::odds::{self, Odds, usual_rate};
use crate::domain::pipeline::{Outcome, Stage, ordered_pipelines, ordered_stages};
use crate::domain::workspace::Workspace;

/// The stages that leads were put in, as the history of this tablet has them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passed {
    by_lead: BTreeMap<LeadId, Vec<StageId>>,
}

impl Passed {
    /// What a lead was put in, in the order of time.
    pub fn of(stages: impl Iterator<Item = (LeadId, StageId)>) -> Passed {
        let mut passed = Passed::default();
        for (lead, stage) in stages {
            passed.by_lead.entry(lead).or_default().push(stage);
        }
        passed
    }
}

/// How leads of a stage do.
#[derive(Clone, Debug, PartialEq)]
pub struct StageRow {
    /// The stage.
    pub id: StageId,
    /// Its name, with that of its pipeline where there are several.
    pub name: String,
    /// The odds, 0 to 1: those of its own leads, drawn towards the usual rate.
    pub value: f64,
    /// How many leads that were in it closed, and how many of them were won.
    pub rate: Option<Rate>,
    /// The rate over all closed leads.
    pub usual: f64,
    /// What the manager typed in, in percent.
    pub typed: Option<i64>,
    /// How many leads are in it.
    pub open: usize,
}

/// The odds of each open stage, and the rate over all closed leads.
pub fn stage_odds(workspace: &Workspace, passed: &Passed) -> (BTreeMap<StageId, Odds>, f64) {
    let all: Vec<bool> = closed(workspace).map(|(_, it)| it).collect();
    (odds(workspace, passed), usual_rate(&all))
}

/// The odds of each open stage.
pub(super) fn odds(workspace: &Workspace, passed: &Passed) -> BTreeMap<StageId, Odds> {
    let open = |it: &StageId| {
        workspace.stages.get(*it).is_some_and(|stage| stage.outcome == Outcome::Open)
    };
    let closed: Vec<(Vec<StageId>, bool)> = closed(workspace)
        .map(|(id, won)| {
            let stages = passed.by_lead.get(&id).into_iter().flatten().copied();
            (stages.filter(open).collect(), won)
        })
        .collect();
    odds::odds_by_stage(closed.iter().map(|(stages, it)| (stages.as_slice(), *it)))
}

/// The closed leads, each with whether it was won.
fn closed(workspace: &Workspace) -> impl Iterator<Item = (LeadId, bool)> {
    workspace.leads.iter().filter_map(|(id, lead)| match lead.outcome(workspace) {
        Outcome::Open => None,
        outcome => Some((id, outcome == Outcome::Won)),
    })
}

/// The open stages in their order.
pub(super) fn rows(workspace: &Workspace, odds: &BTreeMap<StageId, Odds>) -> Vec<StageRow> {
    let all: Vec<bool> = closed(workspace).map(|(_, it)| it).collect();
    let usual = usual_rate(&all);
    let mut open: BTreeMap<StageId, usize> = BTreeMap::new();
    workspace
        .leads
        .values()
        .filter_map(|it| it.stage)
        .for_each(|it| *open.entry(it).or_default() += 1);
    let pipelines = ordered_pipelines(workspace);
    let several = 1 < pipelines.len();
    let row = |pipeline: &str, id: StageId, stage: &Stage| {
        let found = odds.get(&id);
        let name = match several {
            true => [pipeline, " · ", &stage.name].concat(),
            false => stage.name.clone(),
        };
        StageRow {
            id,
            name,
            value: found.map_or(usual, |it| it.value),
            rate: found.and_then(|it| it.rate),
            usual,
            typed: stage.odds,
            open: open.get(&id).copied().unwrap_or(0),
        }
    };
    let of_pipeline = pipelines.iter().flat_map(|(id, pipeline)| {
        let stages = ordered_stages(workspace, *id).into_iter();
        let open = stages.filter(|(_, stage)| stage.outcome == Outcome::Open);
        open.map(|(id, stage)| row(&pipeline.name, id, stage)).collect::<Vec<_>>()
    });
    of_pipeline.collect()
}

/// The closed leads that were in a stage, the latest first.
pub(super) fn behind(workspace: &Workspace, passed: &Passed, stage: StageId) -> Vec<LeadId> {
    let was = |id: &LeadId| passed.by_lead.get(id).is_some_and(|it| it.contains(&stage));
    let mut leads: Vec<LeadId> = closed(workspace).map(|(id, _)| id).filter(was).collect();
    let day = |id: &LeadId| workspace.leads.get(*id).and_then(|it| it.closes);
    arrange::by(&mut leads, |a, b| day(b).cmp(&day(a)).then(a.cmp(b)));
    leads
}
