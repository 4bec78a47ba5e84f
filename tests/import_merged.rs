//! What was merged does not come back when its file is imported again.

use crate::import_support::headless::board::take_changes;
use crate::import_support::{counts, import, import_into};
use huddle::domain::apply::apply;
use huddle::domain::calendar::Day;
use huddle::domain::command::{Command, Context};
use huddle::domain::id::{CustomerId, LeadId};
use huddle::domain::workspace::Workspace;

fn give(board: &mut Workspace, command: &Command) {
    let changes = apply(board, command, &Context { today: Day::EPOCH }).expect("changes");
    take_changes(board, &changes);
}

/// Merges the customers of two names; the first stays as it is.
fn merge_customers(board: &mut Workspace, kept: &str, gone: &str) {
    let find = |name: &str| board.customers.iter().find(|(_, it)| it.name == name).expect(name);
    let ((kept, customer), (gone, _)) = (find(kept), find(gone));
    let command = Command::MergeCustomers(kept, gone, Box::new(customer.clone()));
    give(board, &command);
}

/// Merges the leads in the order of their amounts; the smallest stays as it is.
fn merge_leads(board: &mut Workspace) {
    let mut leads: Vec<(i64, LeadId)> = Vec::new();
    leads.extend(board.leads.iter().map(|(id, it)| (it.amount.expect("money").minor, id)));
    leads.sort_unstable();
    let kept = board.leads.get(leads[0].1).cloned().expect("a lead");
    give(board, &Command::MergeLeads(leads[0].1, leads[1].1, Box::new(kept)));
}

#[track_caller]
fn check_customers(text: &str) {
    let (_, mut board) = import(text);
    merge_customers(&mut board, "Acme", "Acme Ltd");
    let before = board.clone();
    let report = import_into(&mut board, text);
    let [rows, created, updated, unchanged, rejected] = counts(&report);
    assert_eq!((created, updated, unchanged, rejected), (0, 0, rows, 0), "{text}");
    assert_eq!((board.customers, board.leads), (before.customers, before.leads), "{text}");
}

#[test]
fn a_merged_customer_stays_merged() {
    check_customers("Account ID,Account Name,Industry\n1,Acme,Toys\n2,Acme Ltd,Games\n");
    check_customers("Account,Sector\nAcme,Toys\nAcme Ltd,Games\n");
    check_customers("Deal Id,Deal Name,Account Name\n1,a,Acme\n2,b,Acme Ltd\n");
    check_customers("Deal Name,Account Name,Amount\na,Acme,5\nb,Acme Ltd,6\n");
}

#[track_caller]
fn check_leads(text: &str) {
    let (_, mut board) = import(text);
    merge_leads(&mut board);
    let before = board.leads.clone();
    let report = import_into(&mut board, text);
    assert_eq!(counts(&report), [2, 0, 0, 2, 0], "{text}");
    assert_eq!(board.leads, before, "{text}");
}

#[test]
fn a_merged_lead_stays_merged() {
    check_leads("Deal Id,Deal Name,Account Name,Amount\n1,a,Acme,5\n2,b,Acme,6\n");
    check_leads("Deal Name,Account Name,Amount\na,Acme,5\nb,Acme,6\n");
    check_leads("Deal Name,Account Name,Amount\na,Acme,5\na,Acme,6\n");
}

#[test]
fn what_was_entered_by_hand_takes_over_the_key() {
    let (_, mut board) = import("Account,Sector\nAcme,Toys\n");
    import_into(&mut board, "Account ID,Account Name,Phone\n7,Acme Ltd,5550123\n");
    merge_customers(&mut board, "Acme", "Acme Ltd");
    import_into(&mut board, "Account ID,Account Name,Phone\n7,Acme Ltd,5550199\n");
    let customers: Vec<&str> = board.customers.values().map(|it| it.phone.as_str()).collect();
    assert_eq!(customers, ["5550199"]);
}

#[test]
fn another_of_the_same_name_is_no_merged_one() {
    let (_, mut board) = import("Account ID,Account Name\n1,Acme\n2,Acme Ltd\n");
    merge_customers(&mut board, "Acme", "Acme Ltd");
    import_into(&mut board, "Account ID,Account Name\n3,Acme Ltd\n");
    assert!(
        board
            .customers
            .has(CustomerId::of_key(&board.customers.values().nth(1).expect("two").external))
    );
}

#[test]
fn customers_bring_their_mail() {
    let (_, board) = import("Account Name,Industry,Website,Email\nAcme,Toys,acme.com,a@acme.com\n");
    let mails: Vec<&str> = board.customers.values().map(|it| it.email.as_str()).collect();
    assert_eq!(mails, ["a@acme.com"]);
}
