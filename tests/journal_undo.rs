//! Undo of random commands restores the start exactly, and redo the end.

#![allow(clippy::print_stdout, reason = "the counts are part of the proof")]

use crate::support::random::{Random, changes, context, stages};
use crate::support::random_plans;
use huddle::domain::apply::apply;
use huddle::domain::command::Command;
use huddle::domain::workspace::Workspace;
use huddle::journal::document::Document;
use huddle::journal::ledger::{Direction, Ledger, NothingToUndo};
use huddle::journal::snapshot;
use huddle::journal::stamp::Writer;

fn ledger() -> Ledger {
    let writer = Writer { device: 1, tab: 1 };
    let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
    let changes = apply(ledger.workspace(), &stages(), &context()).expect("changes");
    let entry = ledger.prepare(changes, 1);
    ledger.receive(&entry).expect("an entry");
    ledger
}

fn act(ledger: &mut Ledger, random: &mut Random, now: u64) {
    let changes = changes(random, ledger.workspace());
    let entry = ledger.prepare(changes, now);
    ledger.commit(&entry).expect("an entry");
}

fn walk(ledger: &mut Ledger, direction: Direction, now: u64) -> u64 {
    let mut steps = 0;
    while let Ok(entry) = ledger.prepare_step(direction, now) {
        ledger.commit(&entry).expect("an entry");
        steps += 1;
    }
    assert_eq!(ledger.prepare_step(direction, now), Err(NothingToUndo::Empty));
    steps
}

#[test]
fn undo_of_random_commands_restores_the_start_exactly() {
    let mut commands = 0;
    for seed in 0..20 {
        let (random, mut ledger) = (&mut Random(seed), ledger());
        let start: Workspace = ledger.workspace().clone();
        (0..50).for_each(|now| act(&mut ledger, random, now));
        let end = ledger.workspace().clone();
        commands += walk(&mut ledger, Direction::Undo, 60);
        assert_eq!(*ledger.workspace(), start, "seed {seed}");
        walk(&mut ledger, Direction::Redo, 70);
        assert_eq!(*ledger.workspace(), end, "seed {seed}");
        walk(&mut ledger, Direction::Undo, 80);
        assert_eq!(*ledger.workspace(), start, "seed {seed}");
    }
    assert_eq!(commands, 1_000);
    println!("undo: {commands} random commands undone, redone and undone exactly");
}

/// The random commands are worth something: every kind of plan is allowed at some time.
#[test]
fn every_kind_of_random_plan_is_done_and_undone_somewhere() {
    let mut seen = random_plans::NOTHING_SEEN;
    for seed in 0..80 {
        let (random, mut ledger) = (&mut Random(seed), ledger());
        for now in 0..80 {
            act(&mut ledger, random, now);
            let allowed = &mut |command: &Command| {
                apply(ledger.workspace(), command, &context()).is_ok_and(|it| !it.writes.is_empty())
            };
            random_plans::kinds_allowed(random, allowed, &mut seen);
        }
    }
    assert_eq!(seen, seen.map(|_| true));
}

#[test]
fn a_stored_document_is_read_back_as_it_was() {
    for seed in 0..200 {
        let (random, mut ledger) = (&mut Random(seed), ledger());
        (0..20).for_each(|now| act(&mut ledger, random, now));
        let stored = snapshot::encode(ledger.document());
        let document = snapshot::decode(&stored).expect("a document");
        let again =
            Ledger::new(Writer { device: 2, tab: 1 }, document, Vec::new()).expect("a ledger");
        assert_eq!(again.workspace(), ledger.workspace(), "seed {seed}");
        assert_eq!(snapshot::encode(again.document()), stored, "seed {seed}");
    }
}

#[test]
fn a_return_to_an_earlier_state_is_one_step_that_can_be_undone() {
    for seed in 0..100 {
        let (random, mut ledger) = (&mut Random(seed), ledger());
        (0..10).for_each(|now| act(&mut ledger, random, now));
        let (then, then_document) = (ledger.workspace().clone(), ledger.document().clone());
        (0..10).for_each(|now| act(&mut ledger, random, now));
        let now = ledger.workspace().clone();
        let label = huddle::domain::label::Label::Restored("2026-11-23".to_owned());
        let entry = ledger.prepare_return(&then_document, label, 30);
        ledger.commit(&entry).expect("an entry");
        assert_eq!(*ledger.workspace(), then, "seed {seed}");
        let entry = ledger.prepare_step(Direction::Undo, 40).expect("a step");
        ledger.commit(&entry).expect("an entry");
        assert_eq!(*ledger.workspace(), now, "seed {seed}");
    }
}
