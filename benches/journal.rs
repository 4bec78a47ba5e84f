//! What the journal costs with 20 people and 10,000 leads: one edit, the start, the storage that
//! 60,000 transactions take. Run natively; fails over budget (ARCHITECTURE.md, budgets).
#![allow(clippy::print_stdout, reason = "the table is for the person who asked for it")]

#[path = "../tests/support/mod.rs"]
mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use huddle::domain::apply::apply;
use huddle::domain::command::Command;
use huddle::domain::id::{LeadId, StageId};
use huddle::i18n::Lang;
use huddle::journal::compaction::{Compaction, Progress};
use huddle::journal::document::Document;
use huddle::journal::ledger::Ledger;
use huddle::journal::port::{MemoryStorage, Storage};
use huddle::journal::rewind::Rewind;
use huddle::journal::stamp::Writer;
use huddle::journal::vault::Vault;
use huddle::present::meeting::rewound::{BoardThen, ShownCards};
use support::random::{Random, context};
use support::team;

const PEOPLE: u64 = 20;
const LEADS: u64 = 10_000;
const TRANSACTIONS: u64 = 60_000;
/// Between two compactions; the page compacts sooner, which changes the time and not the size.
const BETWEEN: u64 = 3_000;
/// What WebKit allows an origin.
const WEBKIT_QUOTA: usize = 5 << 20;

struct Board<'a> {
    vault: Vault<'a>,
    ledger: Ledger,
    now: u64,
}

impl Board<'_> {
    fn give(&mut self, command: &Command) {
        let changes = apply(self.ledger.workspace(), command, &context()).expect("changes");
        self.now += 60_000;
        let entry = self.ledger.prepare(changes, self.now);
        self.vault.append(&entry).expect("room");
        self.ledger.commit(&entry).expect("an entry");
    }

    fn compact(&mut self) {
        let started = Compaction::new(&self.vault, &self.ledger).expect("a storage");
        let mut compaction = started.expect("a state that is up to date");
        while compaction.step(&self.vault, &self.ledger).expect("room") == Progress::Underway {}
    }
}

fn main() {
    let storage = MemoryStorage::default();
    let writer = Writer { device: 1, tab: 1 };
    let ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
    let mut board = Board { vault: Vault::new(&storage), ledger, now: 1_790_000_000_000 };
    let import = timed(|| board.give(&Command::Import(Box::new(team::batch(PEOPLE, LEADS, 1)))));
    let compaction = timed(|| board.compact());
    let edits = edits(&mut board);
    let size = board.vault.size().expect("a storage");
    let start = timed(|| drop(open(&storage)));
    println!("| what | measured | budget |\n|---|---:|---:|");
    println!("| take in {LEADS} leads as one entry | {:.0} ms | – |", millis(import));
    println!("| one compaction of {LEADS} leads | {:.0} ms | – |", millis(compaction));
    println!(
        "| one edit: apply, journal, storage (median) | {:.3} ms | 5 ms |",
        millis(edits[edits.len() / 2])
    );
    println!("| one edit (99th of 100) | {:.3} ms | 5 ms |", millis(edits[edits.len() * 99 / 100]));
    println!("| read back {LEADS} leads | {:.0} ms | – |", millis(start));
    println!(
        "| stored after {TRANSACTIONS} transactions, as WebKit counts | {:.2} MB | 5.24 MB |",
        size.bytes as f64 / 1e6
    );
    rewind(&board);
    assert!(size.bytes < WEBKIT_QUOTA, "{size:?} is over WebKit's quota");
    assert!(millis(edits[edits.len() * 99 / 100]) < 5.0, "an edit is over its budget");
}

/// A meeting of two hours with 500 changes, rewound.
fn rewind(board: &Board<'_>) {
    const CHANGES: usize = 500;
    let start = board.ledger.document().clone();
    let writer = Writer { device: 1, tab: 3 };
    let mut ledger = Ledger::new(writer, start.clone(), Vec::new()).expect("a ledger");
    let (mut entries, random) = (Vec::new(), &mut Random(3));
    let leads: Vec<LeadId> = ledger.workspace().leads.iter().map(|(id, _)| id).collect();
    let mut now = board.now;
    while entries.len() < CHANGES {
        let id = leads[random.below(LEADS) as usize];
        let command = Command::MoveLead(id, team::stage_id(random.below(6)));
        let changes = apply(ledger.workspace(), &command, &context()).expect("changes");
        if !changes.writes.is_empty() {
            now += 14_400;
            let entry = ledger.prepare(changes, now);
            ledger.commit(&entry).expect("an entry");
            entries.push(Arc::new(entry));
        }
    }
    let mut stretch = Rewind::new(start, entries).expect("a stretch");
    let forth = timed(|| stretch.go(CHANGES));
    assert_eq!(stretch.workspace(), ledger.workspace());
    let back = timed(|| stretch.go(CHANGES - 1));
    let today = context().today;
    let cards = ShownCards::default();
    let board_then = || BoardThen::new(stretch.workspace(), Lang::En, today, None, &cards);
    let shown = timed(|| drop(board_then()));
    println!(
        "| rewind over {CHANGES} changes, {LEADS} leads: forth over all | {:.1} ms | – |",
        millis(forth)
    );
    println!("| one change back, the dearest | {:.1} ms | 100 ms |", millis(back));
    println!("| the board as it stood | {:.1} ms | 100 ms |", millis(shown));
    assert!(millis(back) < 100.0 && millis(shown) < 100.0, "rewinding is over its budget");
}

/// Sorted times of the edits that make up the history.
fn edits(board: &mut Board<'_>) -> Vec<Duration> {
    let random = &mut Random(2);
    let leads: Vec<LeadId> = board.ledger.workspace().leads.iter().map(|(id, _)| id).collect();
    let mut times = Vec::new();
    for number in 0..TRANSACTIONS {
        let id = leads[random.below(LEADS) as usize];
        let command = edit(board, id, random);
        times.push(timed(|| board.give(&command)));
        if number % BETWEEN == BETWEEN - 1 {
            board.compact();
        }
    }
    times.sort_unstable();
    times
}

fn edit(board: &Board<'_>, id: LeadId, random: &mut Random) -> Command {
    let lead = board.ledger.workspace().leads.get(id).cloned().unwrap_or_default();
    let stage: StageId = team::stage_id(random.below(6));
    if random.below(2) == 0 && lead.stage != Some(stage) {
        return Command::MoveLead(id, stage);
    }
    let mut lead = lead;
    lead.next_step = format!("第{}次联系采购负责人", random.below(90));
    lead.next_step_on = lead.next_step_on.map(|day| day.plus(1 + random.below(9)));
    Command::EditLead(id, Box::new(lead))
}

fn open(storage: &dyn Storage) -> Ledger {
    let loaded = Vault::new(storage).load().expect("a storage");
    let writer = Writer { device: 1, tab: 2 };
    Ledger::new(writer, loaded.document, loaded.entries).expect("a ledger")
}

fn timed(act: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    act();
    begun.elapsed()
}

fn millis(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
