//! A small team for tests of view models: North with Ann and Bob, and Cy without a team.

pub(crate) use crate::domain::for_tests::{day, put};

use crate::domain::assignment::rules::AssignmentRules;
use crate::domain::id::*;
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::people::{Person, Team};
use crate::domain::pipeline::{Outcome, Pipeline, Stage};
use crate::domain::workspace::Workspace;

/// The pipeline.
pub(crate) const PIPELINE: PipelineId = PipelineId::drawn(1);
/// A stage in which leads turn stale after ten days.
pub(crate) const OPEN: StageId = StageId::drawn(1);
/// Won.
pub(crate) const WON: StageId = StageId::drawn(2);
/// Lost.
pub(crate) const LOST: StageId = StageId::drawn(3);
/// The team.
pub(crate) const NORTH: TeamId = TeamId::drawn(1);
/// Of North.
pub(crate) const ANN: PersonId = PersonId::drawn(1);
/// Of North.
pub(crate) const BOB: PersonId = PersonId::drawn(2);
/// Of no team.
pub(crate) const CY: PersonId = PersonId::drawn(3);

/// Makes every hard rule of assignment hold.
pub(crate) fn hold_every_rule(workspace: &mut Workspace) {
    let rules = AssignmentRules {
        needs_skill: true,
        needs_language: true,
        needs_territory: true,
        ..AssignmentRules::default()
    };
    put(workspace, AssignmentRules::ID, &rules);
}

/// The small team, without leads or goals.
pub(crate) fn team() -> Workspace {
    let mut workspace = Workspace::default();
    let pipeline = Pipeline { name: "Sales".to_owned(), place: 1 };
    put(&mut workspace, PIPELINE, &pipeline);
    for (place, (id, outcome)) in
        [(OPEN, Outcome::Open), (WON, Outcome::Won), (LOST, Outcome::Lost)].into_iter().enumerate()
    {
        let rotting_days = (id == OPEN).then_some(10);
        let (pipeline, name) = (Some(PIPELINE), outcome.to_string());
        let stage = Stage {
            pipeline,
            name,
            place: place as i64,
            outcome,
            rotting_days,
            ..Stage::default()
        };
        put(&mut workspace, id, &stage);
    }
    put(&mut workspace, NORTH, &Team { name: "North".to_owned(), manager: "Mo".to_owned() });
    for (id, name, team) in [(ANN, "Ann", Some(NORTH)), (BOB, "Bob", Some(NORTH)), (CY, "Cy", None)]
    {
        put(&mut workspace, id, &Person { name: name.to_owned(), team, ..Person::default() });
    }
    workspace
}

/// Puts a lead of yuan into a workspace; `closes` may be empty.
pub(crate) fn lead(
    workspace: &mut Workspace,
    id: u64,
    owner: Option<PersonId>,
    stage: StageId,
    yuan: i64,
    closes: &str,
) {
    let lead = Lead {
        name: format!("Lead {id}"),
        owner,
        stage: Some(stage),
        amount: Some(yuan_of(yuan)),
        closes: closes.parse().ok(),
        ..Lead::default()
    };
    put(workspace, LeadId::drawn(id), &lead);
}

/// The team in November 2026: two deals to close, one of them overdue, one for next year, one won.
pub(crate) fn deals_to_close() -> Workspace {
    let mut workspace = team();
    lead(&mut workspace, 1, Some(ANN), OPEN, 100, "2026-12-20");
    lead(&mut workspace, 2, Some(BOB), OPEN, 200, "2026-11-20");
    lead(&mut workspace, 3, Some(BOB), OPEN, 400, "2027-02-01");
    lead(&mut workspace, 4, Some(ANN), WON, 50, "2026-09-30");
    workspace
}

/// An amount of yuan.
pub(crate) fn yuan_of(yuan: i64) -> Money {
    Money::new(yuan * 100, Currency::CNY)
}
