//! Pipelines and stages as an import needs them: found on the board, or made in their usual
//! order, closed ones last.

use super::super::field::{Field, Kind};
use super::super::session::Words;
use super::drafts::Drafts;
use super::layout::View;
use super::tables::{IdTable, TextTable, sorted_by};
use super::words::{order_of, outcome_of};
use crate::domain::id::{PipelineId, StageId};
use crate::domain::pipeline::{Outcome, Pipeline, Stage, ordered_pipelines, ordered_stages};
use crate::domain::workspace::Workspace;
use crate::transfer::text::{loose_key, name_key};

/// What a row says about how far it has come.
#[derive(Debug)]
pub(super) struct StageSeen {
    pipeline: String,
    stage: String,
    status: String,
    /// What the row's own columns say, where they say it.
    outcome: Outcome,
    /// Whether the outcome comes from columns that speak of the stage itself.
    of_stage: bool,
    pub(super) target: Option<StageId>,
}

impl StageSeen {
    /// What a row says.
    pub(super) fn of(view: View<'_>) -> StageSeen {
        let (stage, status) = (view.text(Field::Stage), view.text(Field::Status));
        let flagged = match (view.yes_or_no(Field::IsWon), view.yes_or_no(Field::IsClosed)) {
            (Some(true), _) => Some(Outcome::Won),
            (Some(false), Some(true)) => Some(Outcome::Lost),
            _ => None,
        };
        let by_status = Some(outcome_of(status)).filter(|it| *it != Outcome::Open);
        StageSeen {
            pipeline: view.text(Field::Pipeline).to_owned(),
            stage: stage.to_owned(),
            status: status.to_owned(),
            outcome: flagged.or(by_status).unwrap_or_else(|| outcome_of(stage)),
            of_stage: by_status.is_none(),
            target: None,
        }
    }

    /// The key under which rows that say the same are found: the cells themselves.
    pub(super) fn key(view: View<'_>) -> String {
        let fields = [Field::Pipeline, Field::Stage, Field::Status, Field::IsWon, Field::IsClosed];
        let mut key = String::new();
        for field in fields {
            key.push_str(view.text(field));
            key.push('\u{1f}');
        }
        key
    }
}

/// The pipelines and stages of an import.
#[derive(Debug, Default)]
pub(super) struct Stages {
    pub(super) pipelines: Drafts<Pipeline>,
    pub(super) stages: Drafts<Stage>,
    /// The stages of each pipeline that is touched, in order.
    rows: IdTable<Vec<StageId>>,
    made_pipelines: Vec<(PipelineId, String)>,
}

impl Stages {
    /// Finds or makes the stages of everything that rows of one kind say.
    pub(super) fn resolve(
        &mut self,
        workspace: &Workspace,
        kind: Kind,
        seen: &mut TextTable<StageSeen>,
        words: &Words,
    ) {
        let all = sorted_by(seen.items_mut().iter_mut().collect(), |it| {
            let text = stage_text(it);
            let rank = rank(text, Outcome::Open);
            format!("{}\0{}\0{rank}\0{}\0{}", it.pipeline, text.is_empty(), it.status, it.outcome)
        });
        let outcomes: Vec<(String, String, Outcome)> =
            all.iter().map(|it| (it.pipeline.clone(), name_key(&it.stage), it.outcome)).collect();
        let has_stages = all.iter().any(|it| !stage_text(it).is_empty());
        for seen in all {
            let pipeline = self.pipeline(workspace, kind, &seen.pipeline, has_stages, words);
            let key = name_key(&seen.stage);
            let is_whole = outcomes.iter().all(|(other, name, it)| {
                *other != seen.pipeline || *name != key || *it == seen.outcome
            });
            seen.target = Some(self.stage(workspace, pipeline, seen, is_whole, words));
        }
    }

    /// What a stage means for its leads.
    pub(super) fn outcome(&self, workspace: &Workspace, stage: Option<StageId>) -> Outcome {
        let stage = stage.and_then(|id| self.stages.get(workspace, id));
        stage.map_or(Outcome::Open, |it| it.outcome)
    }

    fn pipeline(
        &mut self,
        workspace: &Workspace,
        kind: Kind,
        named: &str,
        has_stages: bool,
        words: &Words,
    ) -> PipelineId {
        let usual = match kind {
            Kind::Leads if has_stages => &words.leads,
            _ => &words.deals,
        };
        let name = if named.is_empty() { usual.as_str() } else { named };
        if let Some(id) = self.pipeline_named(workspace, name) {
            return id;
        }
        let is_lead_list = |it: &Pipeline| name_key(&it.name) == name_key(&words.leads);
        let first = ordered_pipelines(workspace).into_iter().find(|(_, it)| !is_lead_list(it));
        if let (Some((id, _)), true) = (first, named.is_empty() && name == words.deals) {
            return id;
        }
        self.make_pipeline(workspace, name)
    }

    fn make_pipeline(&mut self, workspace: &Workspace, name: &str) -> PipelineId {
        let id = PipelineId::of_key(&format!("name/pipeline/{}", name_key(name)));
        if workspace.pipelines.has(id) {
            return id;
        }
        let last = ordered_pipelines(workspace).iter().map(|(_, it)| it.place).max();
        let place = last.map_or(0, |it| it + 1) + self.made_pipelines.len() as i64;
        self.made_pipelines.push((id, name.to_owned()));
        self.pipelines.edit(workspace, id, |it| {
            *it = Pipeline { name: name.to_owned(), place };
        });
        id
    }

    fn pipeline_named(&self, workspace: &Workspace, name: &str) -> Option<PipelineId> {
        let key = loose_key(name);
        let made = self.made_pipelines.iter().find(|(_, it)| loose_key(it) == key);
        let known = || workspace.pipelines.iter().find(|(_, it)| loose_key(&it.name) == key);
        made.map(|(id, _)| *id).or_else(|| known().map(|(id, _)| id))
    }

    fn stage(
        &mut self,
        workspace: &Workspace,
        pipeline: PipelineId,
        seen: &StageSeen,
        is_whole: bool,
        words: &Words,
    ) -> StageId {
        self.open(workspace, pipeline);
        let (text, outcome) = (stage_text(seen), seen.outcome);
        let found = self.named(workspace, pipeline, text);
        if let Some(id) = found.filter(|id| self.outcome(workspace, Some(*id)) == outcome) {
            return id;
        }
        let is_own = outcome_of(text) == outcome || seen.of_stage && is_whole;
        let name = match outcome {
            _ if found.is_none() && !text.is_empty() && is_own => text,
            Outcome::Open if found.is_some() => return found.unwrap_or_default(),
            Outcome::Open => &words.first_stage,
            _ if outcome_of(&seen.status) == outcome => &seen.status,
            Outcome::Won => &words.won,
            Outcome::Lost => &words.lost,
        };
        let first = self.first(workspace, pipeline, outcome).filter(|_| name != text);
        first.unwrap_or_else(|| self.make(workspace, pipeline, name, outcome))
    }

    /// The first stage of an outcome.
    fn first(
        &self,
        workspace: &Workspace,
        pipeline: PipelineId,
        outcome: Outcome,
    ) -> Option<StageId> {
        let mut row = self.row(pipeline).iter();
        row.find(|id| self.outcome(workspace, Some(**id)) == outcome).copied()
    }

    fn open(&mut self, workspace: &Workspace, pipeline: PipelineId) {
        self.rows.get_or(pipeline, || {
            ordered_stages(workspace, pipeline).into_iter().map(|(id, _)| id).collect()
        });
    }

    fn row(&self, pipeline: PipelineId) -> &[StageId] {
        self.rows.get(pipeline).map_or(&[], Vec::as_slice)
    }

    fn named(&self, workspace: &Workspace, pipeline: PipelineId, name: &str) -> Option<StageId> {
        let key = loose_key(name);
        let is_named = |id: &&StageId| {
            self.stages.get(workspace, **id).is_some_and(|it| loose_key(&it.name) == key)
        };
        self.row(pipeline).iter().find(is_named).copied()
    }

    /// Makes a stage at its usual place and moves those behind it, where they must.
    fn make(
        &mut self,
        workspace: &Workspace,
        pipeline: PipelineId,
        name: &str,
        outcome: Outcome,
    ) -> StageId {
        let mut key = format!("name/stage/{pipeline}/{}", name_key(name));
        let is_renamed = |it: &Stage| it.pipeline == Some(pipeline) && it.outcome == outcome;
        if let Some(stage) = workspace.stages.get(StageId::of_key(&key)) {
            if is_renamed(stage) {
                return StageId::of_key(&key);
            }
            key = format!("{key}/{outcome}");
        }
        let id = StageId::of_key(&key);
        let place = self
            .row(pipeline)
            .iter()
            .filter_map(|id| self.stages.get(workspace, *id))
            .take_while(|it| rank(&it.name, it.outcome) <= rank(name, outcome))
            .count();
        self.stages.edit(workspace, id, |it| {
            let pipeline = Some(pipeline);
            *it = Stage { pipeline, name: name.to_owned(), outcome, ..Stage::default() };
        });
        let row = self.rows.get_or(pipeline, Vec::new);
        row.retain(|it| *it != id);
        row.insert(place.min(row.len()), id);
        self.number(workspace, pipeline);
        id
    }

    /// Gives stages their places; those on the board keep theirs as far as they can.
    fn number(&mut self, workspace: &Workspace, pipeline: PipelineId) {
        let mut next = 0;
        for id in self.rows.get_or(pipeline, Vec::new) {
            let known = workspace.stages.get(*id).map(|it| it.place).filter(|it| next <= *it);
            let place = known.unwrap_or(next);
            next = place + 1;
            if self.stages.get(workspace, *id).is_some_and(|it| it.place != place) {
                self.stages.edit(workspace, *id, |it| it.place = place);
            }
        }
    }
}

fn stage_text(seen: &StageSeen) -> &str {
    if seen.stage.is_empty() { &seen.status } else { &seen.stage }
}

/// The order of stages: open ones as they are usually gone through, then won, then lost.
fn rank(name: &str, outcome: Outcome) -> String {
    match outcome {
        Outcome::Open => format!("0{}", order_of(name)),
        Outcome::Won => "1".to_owned(),
        Outcome::Lost => "2".to_owned(),
    }
}
