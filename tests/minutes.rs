//! The minutes of a meeting against the journal, line for line: random things are done before, in
//! and after a meeting, some of them taken back and done again, and every entry of the journal that
//! lies between its begin and its end is a line of the minutes, and nothing else is.

use std::sync::Arc;

use crate::support::random::{Random, command, context, stages};
use huddle::domain::apply::apply;
use huddle::domain::command::Command;
use huddle::domain::face::Face;
use huddle::domain::id::{MeetingId, MeetingPointId};
use huddle::domain::meeting::{MeetingCommand, MeetingKind, MeetingPoint, PointSort, Turn};
use huddle::i18n::Lang;
use huddle::journal::document::Document;
use huddle::journal::entry::Entry;
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::past::Past;
use huddle::journal::stamp::Writer;
use huddle::present::meeting::minutes::{Done, Minutes, Reader};
use huddle::present::{format, words};

const MEETING: MeetingId = MeetingId::drawn(77);

struct Team {
    ledger: Ledger,
    entries: Vec<Entry>,
    random: Random,
    now: u64,
    /// How many steps may be taken back: the meeting itself stays.
    steps: usize,
}

impl Team {
    fn new(seed: u64) -> Team {
        let ledger = Ledger::new(Writer::default(), Document::default(), Vec::new());
        let ledger = ledger.expect("a ledger");
        let mut team = Team {
            ledger,
            entries: Vec::new(),
            random: Random(seed),
            now: 1_795_915_800_000,
            steps: 0,
        };
        assert!(team.give(&stages()));
        team
    }

    /// Does something; says whether anything was written.
    fn give(&mut self, command: &Command) -> bool {
        let Ok(changes) = apply(self.ledger.workspace(), command, &context()) else { return false };
        if changes.writes.is_empty() {
            return false;
        }
        let entry = self.ledger.prepare(changes, self.now);
        self.steps += 1;
        self.keep(entry)
    }

    fn step(&mut self, direction: Direction) {
        if direction == Direction::Undo && self.steps == 0 {
            return;
        }
        if let Ok(entry) = self.ledger.prepare_step(direction, self.now) {
            self.steps = match direction {
                Direction::Undo => self.steps - 1,
                Direction::Redo => self.steps + 1,
            };
            self.keep(entry);
        }
    }

    fn keep(&mut self, entry: Entry) -> bool {
        // Now and then the tablet's clock is set back by a quarter of an hour.
        self.now = match self.random.below(40) {
            0 => self.now - 900_000,
            _ => self.now + self.random.below(90_000),
        };
        self.ledger.commit(&entry).expect("an entry");
        self.entries.push(entry);
        true
    }

    fn do_anything(&mut self, times: u64) {
        for number in 0..times {
            match self.random.below(8) {
                0 => self.step(Direction::Undo),
                1 => self.step(Direction::Redo),
                2 => {
                    let sort = PointSort::ALL[self.random.below(3) as usize];
                    let point = MeetingPoint {
                        sort: Some(sort),
                        text: format!("point {}", self.random.below(4)),
                        meeting: Some(MEETING),
                        ..MeetingPoint::default()
                    };
                    let id = MeetingPointId::drawn(number);
                    self.meet(MeetingCommand::SavePoint(id, Box::new(point)));
                }
                _ => {
                    let command = command(&mut self.random);
                    self.give(&command);
                }
            }
        }
    }

    fn meet(&mut self, command: MeetingCommand) -> bool {
        self.give(&Command::Meeting(command))
    }

    fn at(&self) -> i64 {
        self.now as i64
    }
}

/// Random things before, in and after a meeting; where in the journal it begins and ends.
fn played(seed: u64) -> (Team, std::ops::RangeInclusive<usize>) {
    let mut team = Team::new(seed);
    team.do_anything(30);
    let (first, kind, at) = (team.entries.len(), MeetingKind::Pipeline, team.at());
    assert!(team.meet(MeetingCommand::Begin(MEETING, kind, kind.usual(), Vec::new(), at)));
    for number in 0..6 {
        let at = team.at();
        team.meet(MeetingCommand::Mark(MEETING, number as i64, Turn::Section(number as usize), at));
        team.steps = 0;
        team.do_anything(8);
    }
    let at = team.at();
    assert!(team.meet(MeetingCommand::End(MEETING, at)), "it runs to its end");
    let last = team.entries.len() - 1;
    let before = team.ledger.workspace().clone();
    for _ in 0..20 {
        let command = command(&mut team.random);
        team.give(&command);
    }
    assert_eq!(before.meetings, team.ledger.workspace().meetings);
    (team, first..=last)
}

/// Somebody forgets to end a meeting, and says so the next day.
#[test]
fn a_corrected_end_leaves_out_what_was_done_after_it() {
    let mut team = Team::new(3);
    let (kind, at) = (MeetingKind::Standup, team.at());
    assert!(team.meet(MeetingCommand::Begin(MEETING, kind, kind.usual(), Vec::new(), at)));
    team.steps = 0;
    team.do_anything(20);
    let (over, count) =
        (team.entries.last().expect("an entry").stamp().millis, team.entries.len() - 1);
    team.now += 86_400_000;
    team.steps = 0;
    team.do_anything(20);
    let (first, at) = (1, team.at());
    assert!(team.meet(MeetingCommand::End(MEETING, at)));
    let whole = team.entries.len() - first;
    let lines = |team: &Team| Past::of(team.entries.clone()).during(MEETING).len();
    assert_eq!(lines(&team), whole);
    assert!(!team.meet(MeetingCommand::CorrectEnd(MEETING, at + 1)), "no later than it was ended");
    assert!(!team.meet(MeetingCommand::CorrectEnd(MEETING, 0)), "not before it began");
    assert!(team.meet(MeetingCommand::CorrectEnd(MEETING, over as i64)));
    assert_eq!(lines(&team), count + 1 - first);
    team.steps = 1;
    team.step(Direction::Undo);
    assert_eq!(lines(&team), whole, "the correction is taken back");
}

#[test]
fn minutes_are_the_journal_line_for_line() {
    for seed in 0..40 {
        let (team, meeting) = played(seed);
        let expect: Vec<(String, String)> = team.entries[meeting]
            .iter()
            .map(|it| {
                let minute = (it.stamp().millis / 60_000) as i64;
                (format::time_of_day(minute), words::label(Lang::En, it.label()))
            })
            .collect();
        // The history is read in no order, and some of it twice.
        let mut entries = team.entries.clone();
        entries.reverse();
        entries.extend(team.entries.iter().take(9).cloned());
        let past = Past::of(entries);
        let done = |it: &Arc<Entry>| Done { millis: it.stamp().millis, label: it.label().clone() };
        let done: Vec<Done> = past.during(MEETING).iter().map(done).collect();
        let reader = Reader { face: Face::Manager, lang: Lang::En, ahead: 0 };
        let minutes = Minutes::new(team.ledger.workspace(), reader, MEETING, &done);
        let minutes = minutes.expect("minutes");
        let lines = minutes.groups.iter().flat_map(|it| it.2.iter());
        let mut found: Vec<(String, String)> =
            lines.map(|it| (it.time.clone(), it.words.clone())).collect();
        let mut expect = expect;
        expect.sort();
        found.sort();
        assert_eq!(found, expect, "seed {seed}");
        assert!(12 < minutes.count(), "seed {seed}");
    }
}
