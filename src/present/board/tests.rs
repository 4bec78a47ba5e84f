//! What holds of boards, on small workspaces written down here.

use super::*;
use crate::domain::customer::Customer;
use crate::domain::for_tests::{day, put};
use crate::domain::id::{CustomerId, PersonId, RecordId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::{Pipeline, Stage};

fn stage(place: i64, outcome: Outcome) -> Stage {
    let pipeline = Some(PipelineId::drawn(1));
    Stage { pipeline, name: format!("S{place}"), place, outcome, ..Stage::default() }
}

/// A pipeline with the stages 1 (open), 2 (won) and 3 (lost), and leads numbered from 1.
fn workspace(leads: &[Lead]) -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, RecordId(1).into(), &Pipeline::default());
    for (id, outcome) in [(1, Outcome::Open), (2, Outcome::Won), (3, Outcome::Lost)] {
        put(&mut workspace, RecordId(id).into(), &stage(id as i64, outcome));
    }
    for (id, lead) in (1..).zip(leads) {
        put(&mut workspace, RecordId(id).into(), lead);
    }
    workspace
}

fn lead(stage: u64) -> Lead {
    Lead { stage: Some(StageId::drawn(stage)), name: "A".to_owned(), ..Lead::default() }
}

fn amount(minor: i64, currency: &str) -> Option<Money> {
    Some(Money::new(minor, currency.parse().expect("a currency")))
}

fn open_board(workspace: &Workspace) -> Board {
    board(workspace, None, &LeadFilter::default(), &Found::All, day("2026-11-23"))
}

#[track_caller]
fn check_order(leads: &[Lead], expect: &[u64]) {
    let board = open_board(&workspace(leads));
    let column = board.columns.iter().find(|it| !it.leads.is_empty()).expect("a column");
    let ids: Vec<u64> = column.leads.iter().map(|id| id.0.0).collect();
    assert_eq!(ids, expect);
}

#[test]
fn open_leads_stand_by_overdue_step_then_close_then_amount() {
    let closes = |date: &str| Lead { closes: Some(day(date)), ..lead(1) };
    let step = |date: &str| Lead { next_step_on: Some(day(date)), ..lead(1) };
    check_order(&[closes("2026-12-01"), step("2026-11-22")], &[2, 1]);
    check_order(&[lead(1), closes("2027-01-01"), closes("2026-12-01")], &[3, 2, 1]);
    check_order(&[step("2026-11-23"), closes("2026-12-01")], &[2, 1]);
    let worth = |minor| Lead { amount: amount(minor, "CNY"), ..lead(1) };
    check_order(&[lead(1), worth(0), worth(500), worth(900)], &[4, 3, 2, 1]);
}

#[test]
fn closed_leads_stand_by_latest_close_then_amount() {
    let closed = |date: &str| Lead { closes: Some(day(date)), ..lead(2) };
    let worth = |minor| Lead { amount: amount(minor, "CNY"), ..closed("2026-10-02") };
    check_order(&[closed("2026-10-01"), lead(2), worth(1), worth(2)], &[4, 3, 1, 2]);
}

#[test]
fn amounts_of_unlike_minor_units_are_ordered_by_major_ones() {
    let worth = |minor, currency| Lead { amount: amount(minor, currency), ..lead(1) };
    check_order(&[worth(150, "CNY"), worth(2, "JPY"), worth(1_000, "KWD")], &[2, 1, 3]);
}

#[test]
fn sums_of_currencies_stand_beside_each_other() {
    let worth = |minor, currency| Lead { amount: amount(minor, currency), ..lead(1) };
    let leads = [worth(1_000_000, "USD"), worth(2_000_000, "CNY"), worth(500_000, "USD"), lead(1)];
    let board = open_board(&workspace(&leads));
    let text = sums_text(Lang::En, &board.columns[0].sums, Currency::CNY);
    assert_eq!(text, "CN¥20K + $15K");
    assert_eq!(sums_text(Lang::Zh, &Sums::default(), Currency::USD), "US$0");
}

#[test]
fn leads_without_a_stage_stand_before_the_first() {
    let board = open_board(&workspace(&[lead(1), lead(99), Lead::default()]));
    let heads: Vec<_> = board.columns.iter().map(|it| (it.stage, it.leads.len())).collect();
    let stage = |id| Some(StageId::drawn(id));
    assert_eq!(heads, [(None, 2), (stage(1), 1), (stage(2), 0), (stage(3), 0)]);
    assert_eq!(board.place_of(LeadId::drawn(1)), Some((stage(1), 0)));
}

#[test]
fn a_filter_narrows_what_is_shown_and_summed_but_not_the_total() {
    let own = Lead { owner: Some(PersonId::drawn(7)), amount: amount(100, "CNY"), ..lead(1) };
    let other = Lead { amount: amount(900, "CNY"), ..lead(1) };
    let filter = LeadFilter { owner: own.owner, ..LeadFilter::default() };
    let board = board(&workspace(&[own, other]), None, &filter, &Found::All, day("2026-11-23"));
    assert_eq!((board.shown, board.total), (1, 2));
    assert_eq!(board.columns[0].sums.of(Currency::CNY).minor, 100);
}

#[test]
fn no_pipeline_makes_a_board_without_columns() {
    assert_eq!(open_board(&Workspace::default()), Board::default());
}

#[test]
fn a_sum_counts_from_where_it_was_to_where_it_is() {
    let sums = |minor| [Money::new(minor, Currency::CNY)].into_iter().collect::<Sums>();
    for (permille, expect) in [(0, 100), (500, 150), (1_000, 200)] {
        assert_eq!(sums_between(&sums(100), &sums(200), permille), sums(expect), "{permille}");
    }
    assert_eq!(sums_between(&Sums::default(), &sums(200), 500), sums(100));
}

#[track_caller]
fn check_card(lead: Lead, expect: (&str, NextStep, &str)) {
    let mut workspace = workspace(&[lead]);
    let customer = Customer { name: "Acme".to_owned(), ..Customer::default() };
    put(&mut workspace, RecordId(1).into(), &customer);
    let card = card(&workspace, Lang::En, day("2026-11-23"), LeadId::drawn(1)).expect("a card");
    assert_eq!((card.title.as_str(), card.next_step, card.next.as_str()), expect);
}

#[track_caller]
fn check_short(lead: Lead, expect: Option<&str>) {
    let workspace = workspace(&[lead]);
    let card = card(&workspace, Lang::En, day("2026-11-23"), LeadId::drawn(1)).expect("a card");
    assert_eq!(card.next_short, expect);
}

#[test]
fn a_card_says_what_is_next() {
    let call = |on| Lead { next_step: "Call".to_owned(), next_step_on: Some(day(on)), ..lead(1) };
    check_card(lead(1), ("A", NextStep::Missing, "No next step"));
    check_short(lead(1), Some("No step"));
    check_short(call("2026-11-25"), None);
    check_short(Lead { next_step_on: None, ..call("2026-11-25") }, None);
    check_card(call("2026-11-23"), ("A", NextStep::Planned, "23 Nov · Call"));
    check_card(call("2025-11-22"), ("A", NextStep::Late, "22 Nov 2025 · Call"));
    check_card(
        Lead { closes: Some(day("2026-11-01")), ..lead(2) },
        ("A", NextStep::Closed, "Closed 1 Nov"),
    );
}

#[test]
fn a_card_is_headed_by_its_customer() {
    let sold = Lead { customer: Some(CustomerId::drawn(1)), ..lead(3) };
    check_card(sold, ("Acme", NextStep::Closed, ""));
}

#[test]
fn staleness_follows_the_stage_or_thirty_days() {
    let slow = Stage { rotting_days: Some(60), ..stage(1, Outcome::Open) };
    for (days, stage, expect) in [(15, None, 0.5), (90, None, 1.0), (15, Some(&slow), 0.25)] {
        assert_eq!(staleness(Some(days), stage), expect, "{days}");
    }
}

#[test]
fn the_chip_of_the_close_says_from_when_to_when() {
    for (closes, expect) in [
        ("none", "No expected close"),
        ("2026-10-01..", "Close from 1 Oct 2026"),
        ("..2026-12-31", "Close by 31 Dec 2026"),
        ("2026-10-01..2026-12-31", "Close 1 Oct 2026 to 31 Dec 2026"),
    ] {
        let filter = LeadFilter { closes: closes.parse().ok(), ..LeadFilter::default() };
        let chips = chips(&Workspace::default(), Lang::En, &filter);
        assert_eq!((&*chips[0].name, &chips[0].without), (expect, &LeadFilter::default()));
    }
}

#[test]
fn a_chip_takes_its_own_part_of_the_filter_away() {
    let filter = LeadFilter {
        owner: Some(PersonId::drawn(7)),
        tags: vec!["VIP".to_owned(), "new".to_owned()],
        text: " gtx ".to_owned(),
        ..LeadFilter::default()
    };
    let chips = chips(&Workspace::default(), Lang::En, &filter);
    let names: Vec<&str> = chips.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(names, ["Deleted", "VIP", "new", "gtx"]);
    assert_eq!(chips[2].without.tags, ["VIP"]);
    assert_eq!(chips[3].without, LeadFilter { text: String::new(), ..filter });
}

#[test]
fn a_certificate_counts_what_it_sums() {
    let worth = Lead { amount: amount(123_450, "CNY"), ..lead(1) };
    let workspace = workspace(&[worth, lead(1)]);
    let column = &open_board(&workspace).columns[0];
    let certificate = certificate(&workspace, Lang::Zh, column, &LeadFilter::default());
    let counts: Vec<&str> = certificate.inputs.iter().map(|(_, n)| n.as_str()).collect();
    assert_eq!((certificate.value.as_str(), counts), ("¥1,234.50", vec!["1", "1"]));
    let row = certificate_row(&workspace, Lang::En, LeadId::drawn(2)).expect("a row");
    assert_eq!((row.amount.as_str(), row.source.as_str()), ("–", "Entered by hand"));
}

fn rate(workspace: &mut Workspace, code: &str, millionths: i64) {
    let (currency, home) = (code.parse().ok(), Some(Currency::CNY));
    let rate = Rate { currency, home, day: Some(day("2026-11-02")), units: None, millionths };
    put(workspace, rate.id(), &rate);
}

#[track_caller]
fn check_converted(leads: &[Lead], usd: Option<i64>, expect: Option<&str>) {
    let mut workspace = workspace(leads);
    usd.into_iter().for_each(|it| rate(&mut workspace, "USD", it));
    let board = open_board(&workspace);
    let column = board.column(Some(StageId::drawn(1))).expect("a column");
    let words = column.converted.as_ref().map(|it| converted_text(Lang::En, it));
    assert_eq!(words.as_deref(), expect);
}

#[test]
fn a_column_of_several_currencies_has_a_converted_total_or_names_the_missing_rate() {
    let yuan = Lead { amount: amount(100_000, "CNY"), ..lead(1) };
    let dollars = Lead { amount: amount(100_000, "USD"), ..lead(1) };
    check_converted(&[yuan.clone(), dollars.clone()], Some(7_100_000), Some("≈ CN¥8.1K"));
    check_converted(&[yuan.clone(), dollars.clone()], None, Some("No rate: USD"));
    check_converted(&[yuan], Some(7_100_000), None);
    check_converted(&[dollars], Some(7_100_000), None);
}

#[test]
fn a_certificate_states_the_rates_with_their_day_and_the_exact_total() {
    let amounts = [amount(100_000, "CNY"), amount(100_001, "USD")];
    let mut workspace = workspace(&amounts.map(|amount| Lead { amount, ..lead(1) }));
    rate(&mut workspace, "USD", 7_100_000);
    let board = open_board(&workspace);
    let column = board.column(Some(StageId::drawn(1))).expect("a column");
    let inputs = certificate(&workspace, Lang::En, column, &LeadFilter::default()).inputs;
    let texts: Vec<String> =
        inputs[2..].iter().map(|(name, value)| [&**name, value].join(": ")).collect();
    assert_eq!(texts, ["1 USD on 2 Nov 2026: 7.1 CNY", "Converted total: CN¥8,100.07"]);
}
