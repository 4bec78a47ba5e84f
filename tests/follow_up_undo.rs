//! Activities, tasks, contacts and rhythms are undone and redone exactly, in any order given.

use huddle::domain::activity::{Activity, ActivityKind, Finish};
use huddle::domain::apply::apply;
use huddle::domain::cadence::Cadence;
use huddle::domain::calendar::Day;
use huddle::domain::command::{Command, Context};
use huddle::domain::contact::Contact;
use huddle::domain::customer::Customer;
use huddle::domain::follow_up::Task;
use huddle::domain::id::*;
use huddle::domain::lead::Lead;
use huddle::journal::document::Document;
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::stamp::Writer;
use proptest::prelude::*;

const ACME: CustomerId = CustomerId::drawn(1);
const DEAL: LeadId = LeadId::drawn(2);

fn day(number: u8) -> Day {
    Day::EPOCH.plus(20_000 + u64::from(number))
}

fn task(number: u8) -> Task {
    match number % 3 {
        0 => Task::NextStep(DEAL),
        1 => Task::Rhythm(ACME),
        _ => Task::Planned(ActivityId::drawn(u64::from(number % 4))),
    }
}

/// A command made of three numbers; some are refused, and then nothing happens.
fn command((what, which, when): (u8, u8, u8)) -> Command {
    let activity = ActivityId::drawn(u64::from(which % 4));
    let contact = ContactId::drawn(u64::from(which % 2));
    match what % 8 {
        0 | 1 => {
            let (kind, planned) = (Some(ActivityKind::ALL[usize::from(which % 6)]), what % 8 == 0);
            let (lead, on) = (Some(DEAL), Some(day(when)));
            let new = Activity { lead, kind, on, planned, ..Activity::default() };
            Command::SaveActivity(activity, Box::new(new))
        }
        2 => Command::DeleteActivity(activity),
        3 => {
            let next_step = if when % 2 == 0 { "Call" } else { "" }.to_owned();
            let finish = Finish { next_step, next_step_on: Some(day(when)), ..Finish::default() };
            Command::FinishTask(task(which), activity, Box::new(finish))
        }
        4 => Command::PostponeTask(task(which), activity, day(when)),
        5 => {
            let name = format!("人 {}", when % 3);
            let new = Contact { customer: Some(ACME), name, ..Contact::default() };
            Command::SaveContact(contact, Box::new(new))
        }
        6 => Command::DeleteContact(contact),
        _ => {
            let rhythm =
                Cadence { class: "A".to_owned(), days: Some(i64::from(when)), paused: false };
            Command::SetCadences(vec![(CadenceId::drawn(u64::from(which % 2)), rhythm)])
        }
    }
}

fn give(ledger: &mut Ledger, command: &Command, now: u64) {
    let ctx = Context { today: day(100) };
    if let Ok(changes) = apply(ledger.workspace(), command, &ctx)
        && !changes.writes.is_empty()
    {
        let entry = ledger.prepare(changes, now);
        ledger.commit(&entry).expect("an entry");
    }
}

fn walk(ledger: &mut Ledger, direction: Direction, now: u64) {
    while let Ok(entry) = ledger.prepare_step(direction, now) {
        ledger.commit(&entry).expect("an entry");
    }
}

proptest! {
    #[test]
    fn what_was_done_is_undone_exactly(numbers: Vec<(u8, u8, u8)>) {
        let writer = Writer { device: 1, tab: 1 };
        let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
        let customer = Customer { name: "Acme".to_owned(), class: "A".to_owned(), ..Customer::default() };
        let lead = Lead { customer: Some(ACME), next_step: "Demo".to_owned(), ..Lead::default() };
        give(&mut ledger, &Command::SaveCustomer(ACME, Box::new(customer)), 1);
        give(&mut ledger, &Command::AddLead(DEAL, Box::new(lead)), 2);
        for (now, numbers) in (3..).zip(numbers) {
            give(&mut ledger, &command(numbers), now);
        }
        let end = ledger.workspace().clone();
        walk(&mut ledger, Direction::Undo, 1_000);
        prop_assert!(ledger.workspace().leads.is_empty() && ledger.workspace().activities.is_empty());
        prop_assert!(ledger.workspace().contacts.is_empty() && ledger.workspace().cadences.is_empty());
        walk(&mut ledger, Direction::Redo, 2_000);
        prop_assert_eq!(ledger.workspace(), &end);
    }
}
