//! Merging records: nothing points at the one that goes, and one undo brings back what was.

use crate::support::random::{Random, context};
use huddle::domain::activity::Activity;
use huddle::domain::apply::apply;
use huddle::domain::calendar::{Day, Period};
use huddle::domain::call::{Caller, Category, DealCall};
use huddle::domain::changes::Changes;
use huddle::domain::command::Command;
use huddle::domain::commission::kept::DealPay;
use huddle::domain::competition::{Rival, RivalResult};
use huddle::domain::contact::Contact;
use huddle::domain::customer::Customer;
use huddle::domain::draft::{DraftTurn, Took};
use huddle::domain::duplicates::Alias;
use huddle::domain::id::*;
use huddle::domain::label::Label;
use huddle::domain::lead::Lead;
use huddle::domain::loss::Debrief;
use huddle::domain::meeting::{MeetingPoint, Request, Source};
use huddle::domain::money::{Currency, Money};
use huddle::domain::survey::SurveyReply;
use huddle::domain::workspace::{Table, Workspace};
use huddle::journal::document::Document;
use huddle::journal::ledger::{Direction, Ledger};
use huddle::journal::stamp::Writer;

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
        let (lead, customer) = (some_lead(random), some_customer(random));
        let record = Request { lead, customer, ..Request::default() };
        changes.put(&none, RequestId::drawn(600 + id), &record);
        let record = DraftTurn { took: some_lead(random).map(Took::Lead), ..DraftTurn::default() };
        changes.put(&none, DraftTurnId::drawn(700 + id), &record);
        let source = match random.below(2) {
            0 => some_lead(random).map(Source::Lead),
            _ => some_customer(random).map(Source::Customer),
        };
        let record = MeetingPoint { source, ..MeetingPoint::default() };
        changes.put(&none, MeetingPointId::drawn(800 + id), &record);
        let (lead, customer) = (some_lead(random), some_customer(random));
        let record = SurveyReply { lead, customer, ..SurveyReply::default() };
        changes.put(&none, SurveyReplyId::drawn(900 + id), &record);
        let (lead, quarter) = (LeadId::drawn(100 + id), quarter(random.below(2)));
        let record = DealCall { lead: Some(lead), period: Some(quarter), ..some_call(random) };
        changes.put(&none, DealCall::id_of(lead, quarter), &record);
        let record = DealPay { paid: Some(Day::EPOCH), ..DealPay::default() };
        changes.put(&none, LeadId::drawn(100 + id), &record);
    }
    changes
}

fn quarter(number: u64) -> Period {
    format!("2026-Q{}", 1 + number).parse().expect("a quarter")
}

/// What the rep and the manager say, or do not.
fn some_call(random: &mut Random) -> DealCall {
    let mut said = || (random.below(2) == 0).then_some(Category::Commit);
    DealCall { rep: said(), manager: said(), ..DealCall::default() }
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

fn ledger_of(board: Changes) -> Ledger {
    let writer = Writer { device: 1, tab: 1 };
    let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
    commit(&mut ledger, board, 1);
    ledger
}

fn commit(ledger: &mut Ledger, changes: Changes, now: u64) {
    let entry = ledger.prepare(changes, now);
    ledger.commit(&entry).expect("an entry");
}

/// A board on which two leads have become one, with the fields of the one that stays.
fn both_merged(kept: LeadId, gone: LeadId, board: Changes) -> Workspace {
    let mut ledger = ledger_of(board);
    let merged = ledger.workspace().leads.get(kept).cloned().unwrap_or_default();
    let command = Command::MergeLeads(kept, gone, Box::new(merged));
    let changes = apply(ledger.workspace(), &command, &context()).expect("a merge");
    commit(&mut ledger, changes, 2);
    ledger.workspace().clone()
}

/// Whether any record but its own alias names another.
fn is_named(workspace: &Workspace, gone: RecordId) -> bool {
    let mut named = false;
    workspace.visit(&mut |table, id, fields| {
        let own = RecordId::from(Alias::id_of(gone));
        let text = gone.to_string();
        let names = |it: &str| it.split('/').any(|it| it == text);
        named |= id == gone && table == Table::DealPays;
        named |= id != own && fields.iter().any(|(_, it)| it.as_text().is_some_and(names));
    });
    named
}

#[test]
fn a_merge_repoints_everything_and_one_undo_brings_it_all_back() {
    let mut merged = 0;
    for seed in 0..200 {
        let random = &mut Random(seed);
        let mut ledger = ledger_of(board(random));
        for now in 0..4 {
            let before = ledger.workspace().clone();
            let (command, gone) = merge(random, &before);
            let Ok(changes) = apply(&before, &command, &context()) else { continue };
            merged += 1;
            commit(&mut ledger, changes, 10 + now);
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

/// Two deals that are one had the same competitor, and pay knew of both.
#[test]
fn a_competitor_of_both_stands_once_and_pay_keeps_what_it_knew() {
    let (kept, gone) = (LeadId::drawn(1), LeadId::drawn(2));
    let (none, mut changes) = (Workspace::default(), Changes::new(Label::StartedEmpty));
    let price = Some(Money::new(900, Currency::CNY));
    let rival = |lead| Rival {
        lead: Some(lead),
        competitor: Some(CompetitorId::drawn(3)),
        ..Rival::default()
    };
    changes.put(&none, kept, &Lead { name: "Kept".to_owned(), ..Lead::default() });
    changes.put(&none, gone, &Lead { name: "Gone".to_owned(), ..Lead::default() });
    changes.put(&none, RivalId::drawn(4), &rival(kept));
    let lost = Rival { price, result: RivalResult::Won, ..rival(gone) };
    changes.put(&none, RivalId::drawn(5), &lost);
    changes.put(&none, gone, &DealPay { margin: price, ..DealPay::default() });
    let board = both_merged(kept, gone, changes);
    let rivals: Vec<&Rival> = board.rivals.values().collect();
    assert_eq!(rivals, [&Rival { lead: Some(kept), ..lost }]);
    assert_eq!(board.deal_pays.get(kept).and_then(|it| it.margin), price);
}

/// Each caller's word on the deal that stays comes first; what only the other deal was given is
/// not lost.
#[test]
fn what_was_called_of_both_is_called_of_the_one_that_stays() {
    let (kept, gone) = (LeadId::drawn(1), LeadId::drawn(2));
    let (none, mut changes) = (Workspace::default(), Changes::new(Label::StartedEmpty));
    changes.put(&none, kept, &Lead { name: "Kept".to_owned(), ..Lead::default() });
    changes.put(&none, gone, &Lead { name: "Gone".to_owned(), ..Lead::default() });
    let of_kept = DealCall { rep: Some(Category::BestCase), ..DealCall::default() };
    let of_gone = DealCall {
        rep: Some(Category::Commit),
        manager: Some(Category::Pipeline),
        manager_by: "Mei".to_owned(),
        ..DealCall::default()
    };
    for (lead, call) in [(kept, &of_kept), (gone, &of_gone)] {
        let call = DealCall { lead: Some(lead), period: Some(quarter(0)), ..call.clone() };
        changes.put(&none, DealCall::id_of(lead, quarter(0)), &call);
    }
    let board = both_merged(kept, gone, changes);
    let calls: Vec<&DealCall> = board.calls.values().collect();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].lead, Some(kept));
    assert_eq!(calls[0].of(Caller::Rep), Some(Category::BestCase));
    assert_eq!(calls[0].of(Caller::Manager), Some(Category::Pipeline));
    assert_eq!(calls[0].manager_by, "Mei");
}
