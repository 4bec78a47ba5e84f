//! A draft is undone and redone exactly, and what is picked after a step back is what counts.

use huddle::domain::apply::apply;
use huddle::domain::calendar::Day;
use huddle::domain::command::{Command, Context};
use huddle::domain::draft::{Draft, Took, turns};
use huddle::domain::id::*;
use huddle::domain::label::Label;
use huddle::domain::lead::Lead;
use huddle::domain::people::Person;
use huddle::journal::document::Document;
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::stamp::Writer;
use proptest::prelude::*;

const CTX: Context = Context { today: Day::EPOCH };
const PEOPLE: u64 = 3;
const LEADS: u64 = 6;

/// A command made of two numbers; some are refused, and then nothing happens.
fn command(ledger: &Ledger, (what, which): (u8, u8)) -> Command {
    let draft = DraftId::drawn(1);
    let number = i64::try_from(turns(ledger.workspace(), draft).len()).expect("few turns");
    match what % 12 {
        0 => {
            let people = (1..=PEOPLE).map(PersonId::drawn).collect();
            Command::BeginDraft(draft, Box::new(Draft { people, ..Draft::default() }))
        }
        1 | 2 => Command::TakeTurn(draft, number, Took::Nothing),
        3 | 4 => Command::StepDraftBack(draft),
        5 => Command::FinishDraft(draft),
        6 => Command::DropDraft(draft),
        _ => {
            let lead = LeadId::drawn(1 + u64::from(which) % LEADS);
            Command::TakeTurn(draft, number, Took::Lead(lead))
        }
    }
}

fn give(ledger: &mut Ledger, command: &Command, now: u64) -> Option<Label> {
    let changes = apply(ledger.workspace(), command, &CTX).ok()?;
    let entry = (!changes.writes.is_empty()).then(|| ledger.prepare(changes, now))?;
    ledger.commit(&entry).expect("an entry");
    Some(entry.label().clone())
}

fn walk(ledger: &mut Ledger, direction: Direction, now: u64) {
    while let Ok(entry) = ledger.prepare_step(direction, now) {
        ledger.commit(&entry).expect("an entry");
    }
}

fn team() -> Ledger {
    let writer = Writer { device: 1, tab: 1 };
    let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
    for id in 1..=PEOPLE {
        let person = Person { name: format!("P{id}"), ..Person::default() };
        give(&mut ledger, &Command::SavePerson(PersonId::drawn(id), Box::new(person)), id);
    }
    for id in 1..=LEADS {
        let lead = Lead { name: format!("L{id}"), ..Lead::default() };
        give(&mut ledger, &Command::AddLead(LeadId::drawn(id), Box::new(lead)), 10 + id);
    }
    ledger
}

proptest! {
    #[test]
    fn what_was_drafted_is_undone_exactly(numbers in proptest::collection::vec(any::<(u8, u8)>(), 0..40)) {
        let mut ledger = team();
        for (now, numbers) in (100..).zip(numbers) {
            let command = command(&ledger, numbers);
            give(&mut ledger, &command, now);
        }
        let end = ledger.workspace().clone();
        walk(&mut ledger, Direction::Undo, 1_000);
        prop_assert!(ledger.workspace().drafts.is_empty() && ledger.workspace().draft_turns.is_empty());
        walk(&mut ledger, Direction::Redo, 2_000);
        prop_assert_eq!(ledger.workspace(), &end);
    }
}

#[test]
fn a_turn_taken_again_keeps_nothing_of_before() {
    let mut ledger = team();
    for (now, what) in [(100, 0), (101, 7), (102, 3), (103, 1)] {
        let command = command(&ledger, (what, 0));
        give(&mut ledger, &command, now).expect("taken");
    }
    let taken = turns(ledger.workspace(), DraftId::drawn(1));
    assert_eq!(taken.iter().map(|(_, it)| it.took).collect::<Vec<_>>(), [Some(Took::Nothing)]);
}

#[test]
fn one_undo_takes_a_finished_draft_back() {
    let mut ledger = team();
    for (now, numbers) in [(100, (0, 0)), (101, (7, 4)), (102, (7, 2))] {
        let command = command(&ledger, numbers);
        give(&mut ledger, &command, now).expect("taken");
    }
    let before = ledger.workspace().clone();
    let done = give(&mut ledger, &Command::FinishDraft(DraftId::drawn(1)), 200);
    assert_eq!(done, Some(Label::DraftFinished("2".to_owned(), "2".to_owned())));
    let entry = ledger.prepare_step(Direction::Undo, 300).expect("a step");
    ledger.commit(&entry).expect("an entry");
    assert_eq!(ledger.workspace(), &before);
}
