//! A fault at every storage call of a scripted session, in every way: no acknowledged change is
//! lost, and nothing that was stored before is.

#![allow(clippy::print_stdout, reason = "the counts are part of the proof")]

use std::collections::{BTreeMap, BTreeSet};

use crate::support::faulty::{FAILURES, Failure, Faulty};
use crate::support::random::{context, stages};
use huddle::domain::apply::apply;
use huddle::domain::command::Command;
use huddle::domain::id::LeadId;
use huddle::domain::lead::Lead;
use huddle::domain::record::Record as _;
use huddle::journal::archive::{self, Archived};
use huddle::journal::compaction::{Compaction, Progress};
use huddle::journal::entry::Entry;
use huddle::journal::history::{self, Reading};
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::stamp::{Stamp, Writer};
use huddle::journal::vault::Vault;

/// The name of each lead.
type Names = BTreeMap<LeadId, String>;

/// What a session was told is saved, and what it asked for after that without an answer, as when
/// the tab dies between storing and saying so.
#[derive(Clone, Default)]
struct Acknowledged {
    names: Names,
    unanswered: Vec<Names>,
    /// Every entry that was said to be saved.
    stamps: BTreeSet<Stamp>,
    /// The entries of archive files that were handed out.
    archived: BTreeSet<Stamp>,
}

impl Acknowledged {
    fn saved(&mut self, stamp: Stamp, names: Names) {
        self.stamps.insert(stamp);
        (self.names, self.unanswered) = (names, Vec::new());
    }
}

struct Session<'a> {
    vault: Vault<'a>,
    ledger: Ledger,
    acknowledged: Acknowledged,
    now: u64,
}

impl<'a> Session<'a> {
    fn open(storage: &'a Faulty, tab: u32, acknowledged: Acknowledged) -> Option<Session<'a>> {
        let vault = Vault::new(storage);
        let device = vault.device(7).ok()?;
        let loaded = vault.load().ok()?;
        let writer = Writer { device, tab };
        let ledger = Ledger::new(writer, loaded.document, loaded.entries).ok()?;
        vault.fill_reserve();
        Some(Session { vault, ledger, acknowledged, now: 1_000 * u64::from(tab) })
    }

    fn give(&mut self, command: &Command) {
        let Ok(changes) = apply(self.ledger.workspace(), command, &context()) else { return };
        self.now += 1;
        let entry = self.ledger.prepare(changes, self.now);
        self.save(&entry);
    }

    fn save(&mut self, entry: &Entry) {
        let mut after = self.ledger.clone();
        after.commit(entry).expect("an entry");
        match self.vault.append(entry) {
            Ok(_) => {
                self.acknowledged.saved(entry.stamp(), names(&after));
                self.ledger = after;
            }
            Err(_) => self.acknowledged.unanswered.push(names(&after)),
        }
    }

    fn add(&mut self, number: u64, name: &str) {
        let id = LeadId::drawn(number);
        let lead = Lead { name: name.to_owned(), ..Lead::default() };
        let command = match self.ledger.workspace().leads.has(id) {
            true => Command::EditLead(id, Box::new(lead)),
            false => Command::AddLead(id, Box::new(lead)),
        };
        self.give(&command);
    }

    fn step(&mut self, direction: Direction) {
        self.now += 1;
        let Ok(entry) = self.ledger.prepare_step(direction, self.now) else { return };
        self.save(&entry);
    }

    fn compact(&mut self) {
        let Ok(Some(mut compaction)) = Compaction::new(&self.vault, &self.ledger) else { return };
        while let Ok(Progress::Underway) = compaction.step(&self.vault, &self.ledger) {}
    }

    /// Hands all sealed history that may go out as a file, and then removes it.
    fn archive(&mut self) {
        let Ok(going) = archive::outgoing(&self.vault, None) else { return };
        let entries = going.lines.iter().map(|line| Entry::from_line(line).expect("an entry"));
        let entries: Vec<Entry> = entries.collect();
        self.now += 1;
        self.acknowledged.archived.extend(entries.iter().map(Entry::stamp));
        let _ = archive::remove(&self.vault, &Archived::of(self.now, &entries));
    }
}

fn names(ledger: &Ledger) -> Names {
    ledger.workspace().leads.iter().map(|(id, lead)| (id, lead.name.clone())).collect()
}

/// Two page loads with edits, undo, redo and compactions between them.
fn script(storage: &Faulty, before: &Acknowledged) -> Acknowledged {
    let mut acknowledged = before.clone();
    // Every load of the page draws a tab of its own.
    let first = if before.stamps.is_empty() { 1 } else { 3 };
    for tab in first..first + 2 {
        let Some(mut session) = Session::open(storage, tab, acknowledged.clone()) else { continue };
        session.give(&stages());
        for number in 0..4 {
            session.add(number, &format!("线索 {tab}.{number}"));
        }
        session.compact();
        session.add(1, &format!("again {tab}"));
        session.step(Direction::Undo);
        session.step(Direction::Redo);
        session.add(9, &"长".repeat(3_000));
        session.compact();
        session.compact();
        session.archive();
        session.add(5, &format!("last {tab}"));
        acknowledged = session.acknowledged;
        if storage.is_dead() {
            break;
        }
    }
    acknowledged
}

/// Opens what a session left behind and compares it with what was acknowledged.
#[track_caller]
fn check(texts: BTreeMap<String, String>, acknowledged: &Acknowledged, what: (usize, Failure)) {
    let storage = Faulty::holding(texts);
    let loaded = Vault::new(&storage).load().expect("a storage");
    assert!(!loaded.is_too_new(), "{what:?}");
    let writer = Writer { device: 7, tab: 99 };
    let ledger = Ledger::new(writer, loaded.document, loaded.entries).expect("a ledger");
    let found = names(&ledger);
    let as_told = found == acknowledged.names || acknowledged.unanswered.contains(&found);
    assert!(as_told, "{what:?}: {found:?} instead of {:?}", acknowledged.names);
    let lines = history::all_lines(&Vault::new(&storage)).expect("a storage");
    let here = lines.iter().map(|line| Entry::from_line(line).expect("an entry").stamp());
    let kept: BTreeSet<Stamp> = here.chain(acknowledged.archived.iter().copied()).collect();
    let lost: Vec<&Stamp> = acknowledged.stamps.difference(&kept).collect();
    assert!(lost.is_empty(), "{what:?}: neither here nor in an archive: {lost:?}");
}

#[test]
fn no_acknowledged_change_is_lost_whatever_fails() {
    let calm = Faulty::default();
    let before = script(&calm, &Acknowledged::default());
    let stored = calm.texts.borrow().clone();
    let start = calm.calls.get();
    script(&calm, &before);
    let calls = calm.calls.get() - start;
    assert!(calls > 100 && !before.names.is_empty(), "{calls} calls");
    let mut cases = 0;
    for at in 0..calls {
        for failure in FAILURES {
            let storage = Faulty::failing(stored.clone(), at, *failure);
            let acknowledged = script(&storage, &before);
            check(storage.texts.borrow().clone(), &acknowledged, (at, *failure));
            cases += 1;
        }
    }
    println!("faults: {cases} sessions, {calls} storage calls × {} failures", FAILURES.len());
}

#[test]
fn a_first_session_survives_any_failure_too() {
    let calm = Faulty::default();
    script(&calm, &Acknowledged::default());
    for at in 0..calm.calls.get() {
        for failure in FAILURES {
            let storage = Faulty::failing(BTreeMap::new(), at, *failure);
            let acknowledged = script(&storage, &Acknowledged::default());
            check(storage.texts.borrow().clone(), &acknowledged, (at, *failure));
        }
    }
}

#[test]
fn a_damaged_snapshot_is_made_up_for_by_the_history() {
    let storage = Faulty::default();
    let acknowledged = script(&storage, &Acknowledged::default());
    for key in ["huddle/main/snap/a", "huddle/main/snap/b", "huddle/main/current"] {
        let mut texts = storage.texts.borrow().clone();
        texts.insert(key.to_owned(), "HUD1d00000001:00000000:nonsense".to_owned());
        check(texts, &acknowledged, (0, Failure::Null));
    }
}

#[test]
fn a_record_that_cannot_be_read_any_more_is_not_packed_away() {
    let storage = Faulty::default();
    let mut session = Session::open(&storage, 1, Acknowledged::default()).expect("a session");
    session.add(1, "线索");
    let mut logs = storage.texts.borrow().clone();
    logs.retain(|key, _| key.starts_with("huddle/main/log/"));
    let key = logs.into_keys().next().expect("a log record");
    storage.texts.borrow_mut().insert(key.clone(), "HUD1p0000".to_owned());
    session.compact();
    assert_eq!(storage.texts.borrow().get(&key).map(String::as_str), Some("HUD1p0000"));
}

#[test]
fn archived_history_is_gone_here_and_the_state_is_not() {
    let storage = Faulty::default();
    let acknowledged = script(&storage, &Acknowledged::default());
    check(storage.texts.borrow().clone(), &acknowledged, (0, Failure::Null));
    let vault = Vault::new(&storage);
    let marks = archive::marks(&vault).expect("a storage");
    assert_eq!(marks.len(), 2);
    let lines = history::all_lines(&vault).expect("a storage");
    assert_eq!(lines.len(), 1, "only the last change was made after the last archive");
    let entries = marks.iter().map(|it| it.entries).sum::<usize>();
    assert_eq!(entries + lines.len(), acknowledged.stamps.len());
}

#[test]
fn an_archive_that_is_taken_back_is_history_again() {
    let storage = Faulty::default();
    let mut session = Session::open(&storage, 1, Acknowledged::default()).expect("a session");
    session.add(1, "线索");
    session.compact();
    session.compact();
    let whole = history::all_lines(&session.vault).expect("a storage");
    session.archive();
    assert!(history::all_lines(&session.vault).expect("a storage").is_empty());

    session.vault.add_history(&whole.join("\n")).expect("room");
    archive::forget_returned(&session.vault).expect("a storage");
    assert_eq!(history::all_lines(&session.vault).expect("a storage"), whole);
    assert_eq!(archive::marks(&session.vault).expect("a storage"), []);
}

#[test]
fn history_that_only_one_snapshot_makes_dispensable_stays() {
    let storage = Faulty::default();
    let mut session = Session::open(&storage, 1, Acknowledged::default()).expect("a session");
    session.add(1, "线索");
    session.compact();
    assert!(archive::outgoing(&session.vault, None).expect("a storage").lines.is_empty());
    session.compact();
    assert_eq!(archive::outgoing(&session.vault, None).expect("a storage").lines.len(), 1);
}

/// The history is read text by text and packed in between, after so many texts.
fn check_read_while_packed(texts: usize) {
    let storage = Faulty::default();
    let mut session = Session::open(&storage, 1, Acknowledged::default()).expect("a session");
    (0..6).for_each(|number| session.add(number, "线索"));
    let mut reading = Reading::default();
    let mut found = BTreeSet::new();
    let mut read = |session: &Session<'_>| {
        let text = reading.next(&session.vault).expect("a storage")?;
        let entries = text.lines().map(|line| Entry::from_line(line).expect("an entry"));
        found.extend(entries.map(|it| it.stamp()));
        Some(())
    };
    (0..texts).for_each(|_| read(&session).expect("a text"));
    session.compact();
    session.add(7, "later");
    session.compact();
    while read(&session).is_some() {}
    assert_eq!(found, session.acknowledged.stamps, "{texts}");
}

#[test]
fn history_that_is_packed_while_it_is_read_is_read_whole() {
    (0..6).for_each(check_read_while_packed);
}

#[test]
fn what_a_newer_version_wrote_is_recognised_and_kept() {
    let storage = Faulty::default();
    script(&storage, &Acknowledged::default());
    let key = "huddle/main/log/00000001-00000001/00000000".to_owned();
    storage.texts.borrow_mut().insert(key.clone(), "HUD2p00000001:00000000:x".to_owned());
    assert!(Vault::new(&storage).load().expect("a storage").is_too_new());
    let mut session = Session::open(&storage, 3, Acknowledged::default()).expect("a session");
    session.compact();
    assert!(storage.texts.borrow().contains_key(&key));
}

#[test]
fn the_names_of_fields_are_what_the_journal_holds() {
    let fields = Lead::default().fields();
    assert!(fields.iter().any(|(name, _)| *name == "stage_since"));
}
