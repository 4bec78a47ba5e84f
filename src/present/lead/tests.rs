//! What holds of drafts and histories.

use super::*;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::customer::Customer;
use crate::domain::id::{CustomerId, LeadId, RecordId};
use crate::domain::label::Label;
use crate::domain::lead::{Lead, Origin};
use crate::domain::money::{Currency, Money};
use crate::domain::record::Record;
use crate::domain::value::Value;
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;
use crate::present::matching::Index;

/// The customers Acme (1) and Borealis (2).
fn workspace() -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name) in [(1, "Acme"), (2, "Borealis")] {
        let fields = Customer { name: name.to_owned(), ..Customer::default() }.fields();
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        workspace.refresh(Table::Customers, RecordId(id), Some(&mut fields));
    }
    workspace
}

fn blank() -> LeadDraft {
    LeadDraft::blank(Currency::CNY)
}

type Checked = Result<CheckedLead, Vec<(LeadField, Fault)>>;

fn checked(draft: &LeadDraft) -> Checked {
    draft.check(&workspace(), &blank(), &Lead::default())
}

#[track_caller]
fn check_customer(typed: &str, id: Option<u64>, new: Option<&str>) {
    let draft = LeadDraft { customer: typed.to_owned(), name: "A".to_owned(), ..blank() };
    let checked = checked(&draft).expect("a lead");
    assert_eq!(is_new_customer(&workspace(), typed), new.is_some(), "{typed}");
    assert_eq!(checked.lead.customer, id.map(CustomerId::drawn), "{typed}");
    assert_eq!(checked.new_customer.as_deref(), new, "{typed}");
}

#[test]
fn a_customer_is_known_by_name_whatever_its_case_and_width() {
    check_customer("acme ", Some(1), None);
    check_customer("Ａｃｍｅ", Some(1), None);
    check_customer("Cedar", None, Some("Cedar"));
    check_customer("", None, None);
}

#[track_caller]
fn check_amount(typed: &str, expect: Result<Option<i64>, Fault>) {
    let draft = LeadDraft { name: "A".to_owned(), amount: typed.to_owned(), ..blank() };
    let amount = checked(&draft).map(|it| it.lead.amount.map(|it| it.minor));
    assert_eq!(amount, expect.map_err(|fault| vec![(LeadField::Amount, fault)]), "{typed}");
}

#[test]
fn an_amount_is_read_as_people_write_it() {
    check_amount("12万", Ok(Some(12_000_000)));
    check_amount(" ", Ok(None));
    check_amount("-3", Err(Fault::AmountNegative));
    check_amount("a lot", Err(Fault::AmountUnclear));
}

#[track_caller]
fn check_odds(typed: &str, expect: Option<Option<i64>>) {
    let draft = LeadDraft { name: "A".to_owned(), odds: typed.to_owned(), ..blank() };
    assert_eq!(checked(&draft).ok().map(|it| it.lead.probability), expect, "{typed}");
}

#[test]
fn odds_are_whole_percent() {
    check_odds("60 %", Some(Some(60)));
    check_odds("６０％", Some(Some(60)));
    check_odds("", Some(None));
    check_odds("101", None);
    check_odds("half", None);
}

#[test]
fn a_lead_needs_a_name_or_a_customer() {
    assert_eq!(checked(&blank()), Err(vec![(LeadField::Customer, Fault::Unnamed)]));
}

#[test]
fn a_form_writes_only_what_was_changed_in_it() {
    let opened = Lead { name: "A".to_owned(), note: "old".to_owned(), ..Lead::default() };
    let start = LeadDraft::of(&workspace(), &opened);
    let draft = LeadDraft { source: "Fair".to_owned(), ..start.clone() };
    let meanwhile = Lead { note: "new".to_owned(), ..opened };
    let saved = draft.check(&workspace(), &start, &meanwhile).expect("a lead").lead;
    assert_eq!(saved, Lead { source: "Fair".to_owned(), ..meanwhile });
}

#[test]
fn a_form_shows_the_amount_as_it_would_be_typed() {
    for (minor, expect) in [(12_000_000, "120000"), (1_050, "10.50")] {
        let amount = Some(Money::new(minor, Currency::CNY));
        let draft = LeadDraft::of(&workspace(), &Lead { amount, ..Lead::default() });
        assert_eq!(draft.amount, expect);
    }
}

#[test]
fn a_new_customer_is_saved_in_the_same_step() {
    let draft = LeadDraft { customer: "Cedar".to_owned(), ..blank() };
    let (id, customer) = (LeadId::drawn(5), CustomerId::drawn(6));
    let command = checked(&draft).expect("a lead").command(&workspace(), id, customer);
    assert!(matches!(command, Command::SaveLeadOfNewCustomer(..)), "{command:?}");
}

#[test]
fn customers_are_offered_while_a_name_is_typed() {
    let mut index = Index::default();
    index.take_in(&workspace());
    for (typed, expect) in
        [("o", ["Borealis"].as_slice()), ("borelis", &["Borealis"]), ("borealis", &[]), ("", &[])]
    {
        assert_eq!(customers_like(&index, typed), expect, "{typed}");
    }
}

#[test]
fn history_gives_old_and_new_values_latest_first() {
    let past = |millis, label: Label, fields: &[(&str, &str)]| Past {
        millis,
        minutes_ahead: 0,
        label,
        fields: fields
            .iter()
            .map(|(name, text)| ((*name).to_owned(), Value::text(*text)))
            .collect(),
    };
    let name = "A".to_owned();
    let changes = [
        past(
            60_000,
            Label::LeadEdited(name.clone()),
            &[("amount", "CNY200"), ("stage_since", "2026-01-01")],
        ),
        past(0, Label::LeadAdded(name), &[("name", "A"), ("amount", "CNY100")]),
    ];
    let events = history(&workspace(), Lang::En, &changes);
    let change = Change { field: "Amount", from: "CN¥1".to_owned(), to: "CN¥2".to_owned() };
    assert_eq!(
        (events[0].day, events[0].minute, events[0].what.as_str()),
        (Day::EPOCH, 1, "Changed A")
    );
    assert_eq!((&events[0].changes, &events[1].changes), (&vec![change], &vec![]));
}

#[test]
fn a_merge_is_told_once_among_both_histories() {
    let past = |millis, name: &str| Past {
        millis,
        minutes_ahead: 0,
        label: Label::LeadAdded(name.to_owned()),
        fields: Vec::new(),
    };
    let own = [past(40, "merge"), past(20, "b")];
    let gone = vec![past(40, "merge"), past(30, "c"), past(10, "a")];
    let events = joined_history(&Workspace::default(), Lang::En, &own, &[gone]);
    let told: Vec<&str> = events.iter().filter_map(|it| it.what.split(' ').next_back()).collect();
    assert_eq!(told, ["merge", "c", "b", "a"]);
}

#[test]
fn an_origin_names_file_and_row() {
    let origin_of = |origin: Option<Origin>| {
        super::origin(&workspace(), Lang::Zh, &Lead { origin, ..Lead::default() })
    };
    let import = crate::domain::id::ImportId::drawn(1);
    assert_eq!(origin_of(None), "手工录入");
    assert_eq!(origin_of(Some(Origin { import, row: 12 })), "导入文件第 12 行");
}

#[test]
fn the_page_of_a_lead_shows_a_loss_reason_once_there_is_one() {
    let shows = |reason: &str| {
        let mut workspace = workspace();
        let lead = Lead { name: "A".to_owned(), loss_reason: reason.to_owned(), ..Lead::default() };
        let fields = lead.fields();
        let mut fields = fields.iter().map(|(name, value)| (*name, value));
        workspace.refresh(Table::Leads, RecordId(9), Some(&mut fields));
        let view = super::lead(&workspace, Lang::En, Day::EPOCH, LeadId::drawn(9)).expect("a view");
        view.facts.iter().any(|(field, _)| *field == LeadField::LossReason)
    };
    assert_eq!((shows(""), shows("Price")), (false, true));
}
