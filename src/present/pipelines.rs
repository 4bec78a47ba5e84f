//! Pipelines and their stages as they are set up: what each is, how many leads are in it, what is
//! typed into its form, and where leads can go when it is deleted.

use std::collections::BTreeMap;

use super::format;
use crate::domain::id::{PipelineId, StageId};
use crate::domain::pipeline::{Outcome, Pipeline, Stage, ordered_pipelines, ordered_stages};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// What the set-up is made of.
pub const PIPELINE_TABLES: [Table; 3] = [Table::Pipelines, Table::Stages, Table::Leads];

/// A pipeline as it is set up.
#[derive(Clone, Debug, PartialEq)]
pub struct PipelineView {
    /// The pipeline.
    pub id: PipelineId,
    /// Its name.
    pub name: String,
    /// How many stages and leads it has, in words.
    pub counts: String,
    /// How many leads it has.
    pub leads: usize,
    /// Its stages in their order.
    pub stages: Vec<StageView>,
}

/// A stage as it is set up.
#[derive(Clone, Debug, PartialEq)]
pub struct StageView {
    /// The stage.
    pub id: StageId,
    /// Its name.
    pub name: String,
    /// What it means for its leads.
    pub outcome: Outcome,
    /// Odds, when a lead is stale, how many leads are in it.
    pub facts: String,
    /// How many leads are in it.
    pub leads: usize,
}

/// Every pipeline with its stages; one pass over the leads.
pub fn pipelines(workspace: &Workspace, lang: Lang) -> Vec<PipelineView> {
    let mut leads: BTreeMap<StageId, usize> = BTreeMap::new();
    for stage in workspace.leads.values().filter_map(|it| it.stage) {
        *leads.entry(stage).or_default() += 1;
    }
    let stage_view = |(id, stage): (StageId, &Stage)| {
        let leads = leads.get(&id).copied().unwrap_or(0);
        let (name, outcome) = (stage.name.clone(), stage.outcome);
        StageView { id, name, outcome, facts: facts(lang, stage, leads), leads }
    };
    let pipeline_view = |(id, pipeline): (PipelineId, &Pipeline)| {
        let stages: Vec<StageView> =
            ordered_stages(workspace, id).into_iter().map(stage_view).collect();
        let leads = stages.iter().map(|it| it.leads).sum();
        let count = |n: usize| format::count(lang, n as u64);
        let counts = lang.pipeline_counts(&count(stages.len()), &count(leads));
        PipelineView { id, name: pipeline.name.clone(), counts, leads, stages }
    };
    ordered_pipelines(workspace).into_iter().map(pipeline_view).collect()
}

/// Odds and staleness say something about open leads only.
fn facts(lang: Lang, stage: &Stage, leads: usize) -> String {
    let mut facts = Vec::new();
    if stage.outcome == Outcome::Open {
        let odds = stage.odds.map(|it| format::percent(lang, it.saturating_mul(10)));
        facts.extend(odds.map(|it| lang.stage_odds_is(&it)));
        facts.push(match stage.rotting_limit() {
            Some(days) => lang.stage_stale_after(&format::count(lang, days.unsigned_abs())),
            None => lang.stage_stale_never().to_owned(),
        });
    }
    facts.push(lang.stage_leads(&format::count(lang, leads as u64)));
    facts.join(" · ")
}

/// What an outcome is called where it is chosen.
pub const fn outcome_words(lang: Lang, outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Open => lang.stage_open(),
        Outcome::Won => lang.stage_won(),
        Outcome::Lost => lang.stage_lost(),
    }
}

/// A stage as filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StageDraft {
    /// The stage it began as.
    pub stage: Stage,
    /// The odds as typed.
    pub odds: String,
    /// The days as typed.
    pub rotting_days: String,
}

impl StageDraft {
    /// The form of a stage.
    pub fn of(stage: Stage) -> StageDraft {
        let text = |it: Option<i64>| it.map(|it| it.to_string()).unwrap_or_default();
        StageDraft { odds: text(stage.odds), rotting_days: text(stage.rotting_days), stage }
    }

    /// The stage that was filled in; `None` where a number is none.
    pub fn read(&self) -> Option<Stage> {
        let (odds, rotting_days) = (whole(&self.odds)?, whole(&self.rotting_days)?);
        Some(Stage { odds, rotting_days, ..self.stage.clone() })
    }
}

/// A whole number or nothing; `None` for any other text.
pub fn whole(text: &str) -> Option<Option<i64>> {
    match text.trim().trim_end_matches('%').trim_end() {
        "" => Some(None),
        text => text.parse().ok().map(Some),
    }
}

/// The stages that a new pipeline begins with.
pub fn first_stages(lang: Lang) -> [Stage; 4] {
    let stage = |name: &str, outcome| Stage { name: name.to_owned(), outcome, ..Stage::default() };
    [
        stage(lang.stage_begin_open(), Outcome::Open),
        stage(lang.stage_begin_talks(), Outcome::Open),
        stage(lang.stage_won(), Outcome::Won),
        stage(lang.stage_lost(), Outcome::Lost),
    ]
}

/// What is to be deleted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// A stage.
    Stage(StageId),
    /// A pipeline with all its stages.
    Pipeline(PipelineId),
}

/// The stages that can take the leads of what is deleted, each with its name.
pub fn heirs(workspace: &Workspace, leaving: Leaving) -> Vec<(StageId, String)> {
    let from = match leaving {
        Leaving::Stage(id) => workspace.stages.get(id).and_then(|it| it.pipeline),
        Leaving::Pipeline(id) => Some(id),
    };
    let heir = |pipeline: &Pipeline, (id, stage): (StageId, &Stage)| match leaving {
        Leaving::Stage(gone) => (gone != id).then(|| (id, stage.name.clone())),
        Leaving::Pipeline(_) => Some((id, [&*pipeline.name, &*stage.name].join(" · "))),
    };
    let offered = |id: PipelineId| match leaving {
        Leaving::Stage(_) => from == Some(id),
        Leaving::Pipeline(gone) => gone != id,
    };
    let pipelines = ordered_pipelines(workspace).into_iter().filter(|(id, _)| offered(*id));
    let heirs = pipelines.flat_map(|(id, pipeline)| {
        ordered_stages(workspace, id).into_iter().filter_map(move |it| heir(pipeline, it))
    });
    heirs.collect()
}

/// Which way something moves among its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// Before the one before it.
    Up,
    /// Behind the one behind it.
    Down,
}

/// An order in which one thing has changed its place with its neighbour.
pub fn shifted<Id: Copy + PartialEq>(mut order: Vec<Id>, id: Id, shift: Shift) -> Vec<Id> {
    let at = order.iter().position(|it| *it == id);
    let other = at.and_then(|at| match shift {
        Shift::Up => at.checked_sub(1),
        Shift::Down => Some(at + 1).filter(|it| *it < order.len()),
    });
    if let (Some(at), Some(other)) = (at, other) {
        order.swap(at, other);
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::present::for_tests::*;

    #[test]
    fn a_pipeline_tells_its_stages_and_counts_its_leads() {
        let mut workspace = team();
        lead(&mut workspace, 1, None, OPEN, 1, "");
        lead(&mut workspace, 2, None, WON, 1, "");
        let views = pipelines(&workspace, Lang::En);
        assert_eq!(views[0].counts, "Stages: 3 · Leads: 2");
        let facts: Vec<&str> = views[0].stages.iter().map(|it| it.facts.as_str()).collect();
        assert_eq!(facts, ["Stale after 10 days · Leads: 1", "Leads: 1", "Leads: 0"]);
    }

    #[track_caller]
    fn check(odds: &str, days: &str, expect: Option<(Option<i64>, Option<i64>)>) {
        let (odds, rotting_days) = (odds.to_owned(), days.to_owned());
        let draft = StageDraft { odds, rotting_days, ..StageDraft::default() };
        assert_eq!(draft.read().map(|it| (it.odds, it.rotting_days)), expect);
    }

    #[test]
    fn odds_and_days_are_whole_numbers_or_nothing() {
        check("", " ", Some((None, None)));
        check("60 %", "0", Some((Some(60), Some(0))));
        check("6.5", "", None);
        check("", "a week", None);
    }

    #[test]
    fn leads_go_to_another_stage_of_the_pipeline_or_to_another_pipeline() {
        let (mut workspace, second) = (team(), PipelineId::drawn(2));
        put(&mut workspace, second, &Pipeline { name: "Renewals".to_owned(), place: 2 });
        let stage = Stage { pipeline: Some(second), name: "Due".to_owned(), ..Stage::default() };
        put(&mut workspace, StageId::drawn(9), &stage);
        let stages = heirs(&workspace, Leaving::Stage(OPEN));
        assert_eq!(stages.iter().map(|it| it.0).collect::<Vec<_>>(), [WON, LOST]);
        let others = heirs(&workspace, Leaving::Pipeline(PIPELINE));
        assert_eq!(others, [(StageId::drawn(9), "Renewals · Due".to_owned())]);
    }

    #[test]
    fn a_thing_changes_places_with_its_neighbour_and_stays_at_the_ends() {
        assert_eq!(shifted(vec![1, 2, 3], 2, Shift::Up), [2, 1, 3]);
        assert_eq!(shifted(vec![1, 2, 3], 2, Shift::Down), [1, 3, 2]);
        assert_eq!(shifted(vec![1, 2, 3], 1, Shift::Up), [1, 2, 3]);
        assert_eq!(shifted(vec![1, 2, 3], 3, Shift::Down), [1, 2, 3]);
    }
}
