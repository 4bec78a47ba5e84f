//! Merging records: nothing points at the one that goes, and one undo brings back what was.

mod support;

use huddle::domain::activity::Activity;
use huddle::domain::apply::apply;
use huddle::domain::changes::Changes;
use huddle::domain::command::Command;
use huddle::domain::competition::Rival;
use huddle::domain::contact::Contact;
use huddle::domain::customer::Customer;
use huddle::domain::duplicates::Alias;
use huddle::domain::id::*;
use huddle::domain::label::Label;
use huddle::domain::lead::Lead;
use huddle::domain::loss::Debrief;
use huddle::domain::workspace::Workspace;
use huddle::journal::document::Document;
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::stamp::Writer;
use support::random::{Random, context};

/// Customers, leads and what hangs on them, at random.
fn board(random: &mut Random) -> Changes {
    let (none, mut changes) = (Workspace::default(), Changes::new(Label::StartedEmpty));
    let some_customer = |random: &mut Random| Some(CustomerId::drawn(random.below(6)));
    let some_lead = |random: &mut Random| Some(LeadId::drawn(100 + random.below(6)));
    for id in 0..6 {
        let (name, parent) = (format!("Customer {id}"), some_customer(random));
        let record = Customer { name, parent, ..Customer::default() };
        changes.put(&none, CustomerId::drawn(id), &record);
        let (name, customer) = (format!("Lead {id}"), some_customer(random));
        let record = Lead { name, customer, ..Lead::default() };
        changes.put(&none, LeadId::drawn(100 + id), &record);
        let record = Rival { lead: some_lead(random), ..Rival::default() };
        changes.put(&none, RivalId::drawn(200 + id), &record);
        let record = Debrief { lead: some_lead(random), ..Debrief::default() };
        changes.put(&none, DebriefId::drawn(300 + id), &record);
        let record = Contact { customer: some_customer(random), ..Contact::default() };
        changes.put(&none, ContactId::drawn(400 + id), &record);
        let (lead, customer) = (some_lead(random), some_customer(random));
        let record = Activity { lead, customer, ..Activity::default() };
        changes.put(&none, ActivityId::drawn(500 + id), &record);
    }
    changes
}

fn merge(random: &mut Random, workspace: &Workspace) -> (Command, RecordId) {
    let (kept, gone) = (random.below(6), random.below(6));
    match random.below(2) {
        0 => {
            let (kept, gone) = (CustomerId::drawn(kept), CustomerId::drawn(gone));
            let merged = workspace.customers.get(gone).cloned().unwrap_or_default();
            (Command::MergeCustomers(kept, gone, Box::new(merged)), gone.into())
        }
        _ => {
            let (kept, gone) = (LeadId::drawn(100 + kept), LeadId::drawn(100 + gone));
            let merged = workspace.leads.get(gone).cloned().unwrap_or_default();
            (Command::MergeLeads(kept, gone, Box::new(merged)), gone.into())
        }
    }
}

/// Whether any record but its own alias names another.
fn is_named(workspace: &Workspace, gone: RecordId) -> bool {
    let mut named = false;
    workspace.visit(&mut |_, id, fields| {
        let own = RecordId::from(Alias::id_of(gone));
        let text = gone.to_string();
        named |= id != own && fields.iter().any(|(_, it)| it.as_text() == Some(text.as_str()));
    });
    named
}

#[test]
fn a_merge_repoints_everything_and_one_undo_brings_it_all_back() {
    let mut merged = 0;
    for seed in 0..200 {
        let random = &mut Random(seed);
        let writer = Writer { device: 1, tab: 1 };
        let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
        let entry = ledger.prepare(board(random), 1);
        ledger.commit(&entry).expect("an entry");
        for now in 0..4 {
            let before = ledger.workspace().clone();
            let (command, gone) = merge(random, &before);
            let Ok(changes) = apply(&before, &command, &context()) else { continue };
            merged += 1;
            let entry = ledger.prepare(changes, 10 + now);
            ledger.commit(&entry).expect("an entry");
            assert!(!is_named(ledger.workspace(), gone), "seed {seed}: {command:?}");
            let after = ledger.workspace().clone();
            let undo = ledger.prepare_step(Direction::Undo, 20 + now).expect("a step");
            ledger.commit(&undo).expect("an entry");
            assert_eq!(*ledger.workspace(), before, "seed {seed}");
            let redo = ledger.prepare_step(Direction::Redo, 30 + now).expect("a step");
            ledger.commit(&redo).expect("an entry");
            assert_eq!(*ledger.workspace(), after, "seed {seed}");
        }
    }
    assert!(300 < merged, "only {merged} merges");
}
