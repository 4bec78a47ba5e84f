//! Pipelines, the pool and what undo makes of them: rules by example, and random set-ups whose
//! leads are all still there, and whose undo restores the start exactly.

use crate::support::random::{Random, context};
use huddle::domain::apply::apply;
use huddle::domain::assignment::claim::Obstacle;
use huddle::domain::assignment::reason::Whys;
use huddle::domain::calendar::Day;
use huddle::domain::command::Command;
use huddle::domain::id::{LeadId, PersonId, PipelineId, StageId};
use huddle::domain::lead::Lead;
use huddle::domain::people::Person;
use huddle::domain::pipeline::{Outcome, Stage, leads_in, ordered_stages};
use huddle::domain::pool::{PoolRules, due_back, overdue, reasons};
use huddle::domain::rejection::Rejection;
use huddle::domain::workspace::Workspace;
use huddle::journal::document::Document;
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::stamp::Writer;

const FIRST: PipelineId = PipelineId::drawn(1);
const SECOND: PipelineId = PipelineId::drawn(2);
const NEW: StageId = StageId::drawn(10);
const TALKS: StageId = StageId::drawn(11);
const WON: StageId = StageId::drawn(12);
const LOST: StageId = StageId::drawn(13);
const OTHER: StageId = StageId::drawn(20);
const ANN: PersonId = PersonId::drawn(1);
const LEADS: u64 = 30;

/// A team's data that commands are given to.
struct Team(Ledger);

impl Team {
    fn give(&mut self, command: &Command) -> Result<(), Rejection> {
        let changes = apply(self.0.workspace(), command, &context())?;
        let entry = self.0.prepare(changes, 1);
        self.0.commit(&entry).expect("an entry");
        Ok(())
    }

    fn undo(&mut self) {
        let entry = self.0.prepare_step(Direction::Undo, 2).expect("a step");
        self.0.commit(&entry).expect("an entry");
    }

    fn workspace(&self) -> &Workspace {
        self.0.workspace()
    }

    fn lead(&self, id: u64) -> &Lead {
        self.workspace().leads.get(LeadId::drawn(id)).expect("a lead")
    }
}

fn row(ids: [StageId; 4]) -> Vec<(StageId, Stage)> {
    let outcomes = [Outcome::Open, Outcome::Open, Outcome::Won, Outcome::Lost];
    let stage = |(id, outcome): (StageId, Outcome)| {
        (id, Stage { name: id.to_string(), outcome, ..Stage::default() })
    };
    ids.into_iter().zip(outcomes).map(stage).collect()
}

/// Two pipelines, Ann, and leads spread over the first three stages of the first.
fn team() -> Team {
    let writer = Writer { device: 1, tab: 1 };
    let ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
    let mut team = Team(ledger);
    let others = [20, 21, 22, 23].map(StageId::drawn);
    let ann = Person { name: "Ann".to_owned(), ..Person::default() };
    let mut commands = vec![
        Command::AddPipeline(FIRST, "New business".to_owned(), row([NEW, TALKS, WON, LOST])),
        Command::AddPipeline(SECOND, "Renewals".to_owned(), row(others)),
        Command::SavePerson(ANN, Box::new(ann)),
    ];
    commands.extend((0..LEADS).map(|number| {
        let stage = Some([NEW, TALKS, WON][number as usize % 3]);
        let closes = (stage == Some(WON)).then(|| day("2026-10-01"));
        let name = format!("Lead {number}");
        let stage_since = Some(day("2026-10-01"));
        let lead = Lead { name, stage, closes, stage_since, ..Lead::default() };
        Command::AddLead(LeadId::drawn(number), Box::new(lead))
    }));
    commands.iter().for_each(|it| team.give(it).expect("a change"));
    team
}

fn day(text: &str) -> Day {
    text.parse().expect("a day")
}

fn stage(team: &Team, id: StageId) -> Box<Stage> {
    Box::new(team.workspace().stages.get(id).cloned().expect("a stage"))
}

#[track_caller]
fn check(command: &Command, expect: Rejection) {
    let mut team = team();
    let before = team.workspace().clone();
    assert_eq!(team.give(command), Err(expect));
    assert_eq!(*team.workspace(), before);
}

#[test]
fn leads_in_what_is_deleted_need_somewhere_to_go() {
    check(&Command::DeleteStage(TALKS, None), Rejection::LeadsInTheWay(10));
    check(&Command::DeleteStage(TALKS, Some(TALKS)), Rejection::LeadsInTheWay(10));
    check(&Command::DeleteStage(TALKS, Some(OTHER)), Rejection::StageNotOffered);
    check(&Command::DeletePipeline(FIRST, None), Rejection::LeadsInTheWay(30));
    check(&Command::DeletePipeline(FIRST, Some(NEW)), Rejection::StageNotOffered);
}

#[test]
fn the_last_of_its_outcome_stays() {
    check(&Command::DeleteStage(WON, Some(NEW)), Rejection::StageLast(Outcome::Won));
    check(&Command::DeleteStage(LOST, Some(NEW)), Rejection::StageLast(Outcome::Lost));
    let turned = Stage { outcome: Outcome::Open, ..*stage(&team(), WON) };
    check(&Command::SaveStage(WON, Box::new(turned)), Rejection::StageLast(Outcome::Won));
}

#[test]
fn the_only_pipeline_stays() {
    let mut team = team();
    team.give(&Command::DeletePipeline(SECOND, None)).expect("a change");
    assert_eq!(team.give(&Command::DeletePipeline(FIRST, None)), Err(Rejection::PipelineLast));
}

#[test]
fn a_stage_has_a_name_of_its_own_and_odds_in_range() {
    let with = |change: fn(&mut Stage)| {
        let mut stage = stage(&team(), NEW);
        change(&mut stage);
        Command::SaveStage(NEW, stage)
    };
    check(&with(|it| it.name = " ".to_owned()), Rejection::NameMissing);
    let taken = Rejection::NameTaken(TALKS.to_string());
    check(&with(|it| it.name = TALKS.to_string()), taken);
    check(&with(|it| it.odds = Some(101)), Rejection::OddsOutOfRange(101));
    check(&with(|it| it.rotting_days = Some(-1)), Rejection::NumberNegative(-1));
}

#[test]
fn a_new_stage_stands_behind_those_of_its_outcome() {
    let (mut team, new) = (team(), StageId::drawn(30));
    let added = Stage { pipeline: Some(FIRST), name: "Offer".to_owned(), ..Stage::default() };
    team.give(&Command::SaveStage(new, Box::new(added))).expect("a change");
    let row = ordered_stages(team.workspace(), FIRST);
    assert_eq!(row.iter().map(|it| it.0).collect::<Vec<_>>(), [NEW, TALKS, new, WON, LOST]);
}

#[test]
fn a_stage_that_becomes_won_closes_its_leads_on_the_day_they_came_to_it() {
    let mut team = team();
    let turned = Stage { outcome: Outcome::Won, ..*stage(&team, TALKS) };
    team.give(&Command::SaveStage(TALKS, Box::new(turned.clone()))).expect("a change");
    assert_eq!(team.lead(1).closes, Some(day("2026-10-01")));
    let reopened = Stage { outcome: Outcome::Open, ..turned };
    team.give(&Command::SaveStage(TALKS, Box::new(reopened))).expect("a change");
    assert_eq!(team.lead(1).closes, None);
}

#[test]
fn a_deleted_stage_does_not_restart_the_clock_or_move_a_day_of_closing() {
    let mut team = team();
    let turned = Stage { outcome: Outcome::Won, ..*stage(&team, TALKS) };
    team.give(&Command::SaveStage(TALKS, Box::new(turned))).expect("a change");
    let before = team.lead(2).clone();
    team.give(&Command::DeleteStage(WON, Some(TALKS))).expect("a change");
    assert_eq!(*team.lead(2), Lead { stage: Some(TALKS), ..before });
}

#[test]
fn a_won_lead_that_is_moved_on_as_lost_closes_anew_but_keeps_its_day_among_won_stages() {
    let (mut team, signed) = (team(), StageId::drawn(31));
    let (name, outcome) = ("Signed".to_owned(), Outcome::Won);
    let added = Stage { pipeline: Some(FIRST), name, outcome, ..Stage::default() };
    team.give(&Command::SaveStage(signed, Box::new(added))).expect("a change");
    for (to, closes) in [(signed, "2026-10-01"), (LOST, "2026-11-23")] {
        team.give(&Command::MoveLead(LeadId::drawn(2), to)).expect("a change");
        assert_eq!(team.lead(2).closes, Some(day(closes)));
    }
}

#[test]
fn deleting_keeps_every_lead_and_undo_restores_exactly() {
    for seed in 0..50 {
        let (random, mut team) = (&mut Random(seed), team());
        let start = team.workspace().clone();
        let command = match random.below(3) {
            0 => Command::DeletePipeline(FIRST, Some(OTHER)),
            1 => Command::DeleteStage(NEW, Some([TALKS, WON, LOST][random.below(3) as usize])),
            _ => Command::DeleteStage(TALKS, Some([NEW, WON, LOST][random.below(3) as usize])),
        };
        team.give(&command).expect("a change");
        let stages: Vec<StageId> = team.workspace().stages.iter().map(|(id, _)| id).collect();
        assert_eq!(leads_in(team.workspace(), &stages).len() as u64, LEADS, "seed {seed}");
        team.undo();
        assert_eq!(*team.workspace(), start, "seed {seed}");
    }
}

fn claim(id: u64) -> Command {
    Command::ClaimLead(LeadId::drawn(id), ANN)
}

#[test]
fn a_person_claims_up_to_the_limit() {
    let mut team = team();
    for id in [0, 1, 3, 4, 6] {
        team.give(&claim(id)).expect("a claim");
    }
    let full = Rejection::ClaimForbidden("Ann".to_owned(), vec![Obstacle::AtLimit(5, 5)]);
    assert_eq!(team.give(&claim(7)), Err(full));
    assert_eq!(team.give(&claim(0)), Err(Rejection::LeadTaken("Ann".to_owned())));
    assert_eq!(team.give(&claim(2)), Err(Rejection::LeadClosed));
    let any = PoolRules { claim_limit: Some(0), ..PoolRules::default() };
    team.give(&Command::SavePoolRules(any)).expect("rules");
    team.give(&claim(7)).expect("a claim");
}

#[test]
fn a_lead_goes_back_for_a_reason_that_is_kept() {
    let mut team = team();
    let back = |reason: &str| Command::ReturnLead(LeadId::drawn(0), reason.to_owned());
    assert_eq!(team.give(&back("Too far")), Err(Rejection::LeadInPool));
    team.give(&claim(0)).expect("a claim");
    assert_eq!(team.give(&back(" ")), Err(Rejection::ReasonMissing));
    team.give(&back("Too far")).expect("a return");
    assert_eq!((team.lead(0).owner, team.lead(0).claimed), (None, None));
    assert_eq!(reasons(team.workspace()), [("Too far".to_owned(), 1)]);
}

// Claimed on 23 November; usually due fourteen days later.
#[test]
fn a_claim_is_due_back_once_it_has_not_moved_and_only_on_a_word() {
    let mut team = team();
    team.give(&claim(0)).expect("a claim");
    let due = due_back(team.workspace(), &PoolRules::default(), LeadId::drawn(0));
    assert_eq!(due, Some(day("2026-12-07")));
    let due_by = |text: &str| overdue(team.workspace(), day(text)).len();
    assert_eq!((due_by("2026-12-06"), due_by("2026-12-07")), (0, 1));
    let early = Command::ReclaimLeads(vec![LeadId::drawn(0)], "No move".to_owned());
    assert_eq!(team.give(&early), Err(Rejection::NotDueBack("Lead 0".to_owned())));
}

#[test]
fn reclaims_are_one_step_and_undone_as_one() {
    let mut team = team();
    let ids = [100, 101].map(LeadId::drawn);
    for id in ids {
        let (claimed, since) = (Some(day("2026-11-01")), Some(day("2026-10-01")));
        let lead = Lead { claimed, stage_since: since, owner: Some(ANN), ..team.lead(0).clone() };
        let lead = Lead { claimed_by: Some(ANN), ..lead };
        team.give(&Command::AddLead(id, Box::new(lead))).expect("a change");
    }
    let before = team.workspace().clone();
    team.give(&Command::ReclaimLeads(ids.to_vec(), "No move".to_owned())).expect("a change");
    assert_eq!(reasons(team.workspace()), [("No move".to_owned(), 2)]);
    team.undo();
    assert_eq!(*team.workspace(), before);
}

#[test]
fn a_claim_ends_with_its_owner_and_does_not_come_back_with_them() {
    let bob = Box::new(Person { name: "Bob".to_owned(), ..Person::default() });
    let handed = |owner: Option<PersonId>, by_hand: bool, team: &Team| match by_hand {
        true => {
            Command::EditLead(LeadId::drawn(0), Box::new(Lead { owner, ..team.lead(0).clone() }))
        }
        false => Command::AssignLeads(vec![(LeadId::drawn(0), owner)], Whys::new()),
    };
    for by_hand in [true, false] {
        let mut team = team();
        team.give(&Command::SavePerson(PersonId::drawn(2), bob.clone())).expect("a person");
        team.give(&claim(0)).expect("a claim");
        for owner in [Some(PersonId::drawn(2)), Some(ANN)] {
            team.give(&handed(owner, by_hand, &team)).expect("a change");
        }
        assert_eq!((team.lead(0).claimed_by, team.lead(0).claimed), (None, None));
    }
}
