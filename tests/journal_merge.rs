//! Random histories of several devices come to the same state, whatever order their entries
//! arrive in, with loss and repeats.

#![allow(clippy::print_stdout, reason = "the counts are part of the proof")]

use crate::support::random::{Random, changes, context, stages};
use huddle::journal::document::Document;
use huddle::journal::entry::Entry;
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::snapshot;
use huddle::journal::stamp::Writer;

const HISTORIES: u64 = 10_000;

struct Device {
    ledger: Ledger,
    made: Vec<Entry>,
}

fn devices(random: &mut Random) -> Vec<Device> {
    let count = 2 + random.below(4);
    let device = |number| {
        let writer = Writer { device: number as u32, tab: 1 };
        let ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
        Device { ledger, made: Vec::new() }
    };
    let mut devices: Vec<Device> = (0..count).map(device).collect();
    let first = huddle::domain::apply::apply(devices[0].ledger.workspace(), &stages(), &context());
    let entry = devices[0].ledger.prepare(first.expect("changes"), 1);
    for device in &mut devices {
        device.ledger.receive(&entry).expect("an entry");
    }
    devices[0].made.push(entry);
    devices
}

/// One device does something, by a clock of its own that may be wrong.
fn act(device: &mut Device, random: &mut Random) {
    let now = random.below(50);
    let entry = match random.below(6) {
        0 => device.ledger.prepare_step(Direction::Undo, now).ok(),
        1 => device.ledger.prepare_step(Direction::Redo, now).ok(),
        _ => None,
    };
    let entry = entry.unwrap_or_else(|| {
        let changes = changes(random, device.ledger.workspace());
        device.ledger.prepare(changes, now)
    });
    device.ledger.commit(&entry).expect("an entry");
    device.made.push(entry);
}

/// Some entries of one device reach another: in any order, some lost, some twice.
fn exchange(devices: &mut [Device], random: &mut Random) {
    let from = random.below(devices.len() as u64) as usize;
    let to = random.below(devices.len() as u64) as usize;
    for _ in 0..random.below(5) {
        let entry = match devices[from].made.len() as u64 {
            0 => return,
            made => devices[from].made[random.below(made) as usize].clone(),
        };
        devices[to].ledger.receive(&entry).expect("an entry");
    }
}

fn state(ledger: &Ledger) -> (Vec<huddle::journal::document::Conflict>, String) {
    (ledger.document().conflicts(), format!("{:?}", ledger.workspace()))
}

#[test]
fn random_histories_converge() {
    let (mut entries, mut conflicts) = (0, 0);
    for seed in 0..HISTORIES {
        let random = &mut Random(seed);
        let mut devices = devices(random);
        for _ in 0..12 {
            let actor = random.below(devices.len() as u64) as usize;
            act(&mut devices[actor], random);
            exchange(&mut devices, random);
        }
        let mut all: Vec<Entry> = devices.iter().flat_map(|it| it.made.clone()).collect();
        entries += all.len();
        let states = settle(&mut devices, &mut all, random);
        assert!(states.windows(2).all(|pair| pair[0] == pair[1]), "seed {seed}");
        conflicts += states[0].0.len();
    }
    assert!(conflicts > 1_000, "the histories hardly ever collide: {conflicts}");
    println!(
        "merge: {HISTORIES} histories, {entries} entries, {conflicts} conflicts, all converged"
    );
}

type State = (Vec<huddle::journal::document::Conflict>, String);

/// Half of the devices get every entry, in an order of their own; the others merge documents.
fn settle(devices: &mut [Device], all: &mut [Entry], random: &mut Random) -> Vec<State> {
    let mut states = Vec::new();
    let documents: Vec<Document> = devices.iter().map(|it| it.ledger.document().clone()).collect();
    for (place, device) in devices.iter_mut().enumerate() {
        if place % 2 == 0 {
            for last in (1..all.len()).rev() {
                all.swap(last, random.below(last as u64 + 1) as usize);
            }
            all.iter().for_each(|entry| drop(device.ledger.receive(entry).expect("an entry")));
        } else {
            let mut order: Vec<usize> = (0..documents.len()).collect();
            order.rotate_left(random.below(documents.len() as u64) as usize);
            for other in order {
                let stored = snapshot::encode(&documents[other]);
                let document = snapshot::decode(&stored).expect("a document");
                let entry = device.ledger.prepare_merge(&document, label(), 60);
                device.ledger.receive(&entry).expect("an entry");
                assert!(device.ledger.document().holds(&document), "a merge brings every entry");
            }
        }
        states.push(state(&device.ledger));
    }
    states
}

fn label() -> huddle::domain::label::Label {
    huddle::domain::label::Label::Restored("2026-11-23".to_owned())
}

#[test]
fn two_who_write_the_same_field_both_keep_their_word() {
    let random = &mut Random(1);
    let mut devices: Vec<Device> = devices(random).into_iter().take(2).collect();
    for (place, device) in devices.iter_mut().enumerate() {
        let lead =
            huddle::domain::lead::Lead { name: format!("name {place}"), ..Default::default() };
        let command = huddle::domain::command::Command::AddLead(
            huddle::domain::id::LeadId::drawn(1),
            Box::new(lead),
        );
        let changes = huddle::domain::apply::apply(device.ledger.workspace(), &command, &context());
        let entry = device.ledger.prepare(changes.expect("changes"), 5);
        device.ledger.commit(&entry).expect("an entry");
        device.made.push(entry);
    }
    let entry = devices[0].made.last().cloned().expect("an entry");
    let documents: Vec<&Document> = devices.iter().map(|it| it.ledger.document()).collect();
    assert!(!documents[0].holds(documents[1]) && !documents[1].holds(documents[0]));
    devices[1].ledger.receive(&entry).expect("an entry");
    let conflicts = devices[1].ledger.document().conflicts();
    assert_eq!(conflicts.len(), 1);
    assert_eq!((&*conflicts[0].field, conflicts[0].lost.len()), ("name", 1));
    let changes = changes(&mut Random(3), devices[1].ledger.workspace());
    let entry = devices[1].ledger.prepare(changes, 9);
    devices[1].ledger.commit(&entry).expect("an entry");
}
