//! Pipelines and their stages.

use std::fmt;
use std::str::FromStr;

use super::arrange;
use super::id::{LeadId, PipelineId, StageId};
use super::lead::Lead;
use super::workspace::Workspace;

record! {
    /// A way of selling: an ordered row of stages.
    pub struct Pipeline(PipelineId) {
        /// The name.
        name: String,
        /// The place among the pipelines, ascending.
        place: i64,
    }
}

/// What a stage means for the leads in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Outcome {
    /// Still being worked on.
    #[default]
    Open,
    /// Sold.
    Won,
    /// Not sold.
    Lost,
}

/// A text that names no outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnOutcome;

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Outcome::Open => "open",
            Outcome::Won => "won",
            Outcome::Lost => "lost",
        })
    }
}

impl FromStr for Outcome {
    type Err = NotAnOutcome;

    fn from_str(text: &str) -> Result<Outcome, NotAnOutcome> {
        match text {
            "open" => Ok(Outcome::Open),
            "won" => Ok(Outcome::Won),
            "lost" => Ok(Outcome::Lost),
            _ => Err(NotAnOutcome),
        }
    }
}

impl super::value::Field for Outcome {
    fn to_value(&self) -> super::value::Value {
        super::value::Value::text(self.to_string())
    }

    fn from_value(value: &super::value::Value) -> Option<Outcome> {
        value.as_text()?.parse().ok()
    }
}

record! {
    /// A stage of a pipeline.
    pub struct Stage(StageId) {
        /// The pipeline it belongs to.
        pipeline: Option<PipelineId>,
        /// The name.
        name: String,
        /// The place in the pipeline, ascending.
        place: i64,
        /// What it means for the leads in it.
        outcome: Outcome,
        /// After how many days without a change of stage a lead here is stale; none means after
        /// [`USUAL_ROTTING_DAYS`], 0 means never.
        rotting_days: Option<i64>,
        /// How likely a lead here is to be won, in percent, as the manager sees it.
        odds: Option<i64>,
    }
}

/// After how many days a lead is stale in a stage that says nothing about it.
pub const USUAL_ROTTING_DAYS: i64 = 30;

impl Stage {
    /// After how many days without a change of stage a lead here is stale; none means never.
    pub fn rotting_limit(&self) -> Option<i64> {
        let days = self.rotting_days.unwrap_or(USUAL_ROTTING_DAYS);
        (0 < days).then_some(days)
    }
}

/// The pipelines in their order.
pub fn ordered_pipelines(workspace: &Workspace) -> Vec<(PipelineId, &Pipeline)> {
    let mut pipelines: Vec<_> = workspace.pipelines.iter().collect();
    arrange::by_key(&mut pipelines, |(id, pipeline)| (pipeline.place, *id));
    pipelines
}

/// The stages of a pipeline in their order.
pub fn ordered_stages(workspace: &Workspace, pipeline: PipelineId) -> Vec<(StageId, &Stage)> {
    let mut stages: Vec<_> =
        workspace.stages.iter().filter(|(_, stage)| stage.pipeline == Some(pipeline)).collect();
    arrange::by_key(&mut stages, |(id, stage)| (stage.place, *id));
    stages
}

/// The leads in each of some stages, in one pass.
pub fn leads_in(workspace: &Workspace, stages: &[StageId]) -> Vec<LeadId> {
    let within = |lead: &Lead| lead.stage.is_some_and(|it| stages.contains(&it));
    workspace.leads.iter().filter(|(_, lead)| within(lead)).map(|(id, _)| id).collect()
}
