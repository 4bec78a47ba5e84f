//! Promises against what was won, worked by hand.

use super::*;
use crate::domain::id::RoundId;
use crate::domain::round::{Promise, Round};
use crate::present::for_tests::{ANN, BOB, WON, day, lead, put, team};
use crate::present::rounds::{SaidOf, SaidPaper};

fn round(workspace: &mut Workspace, nth: u64, period: Period, on: &str, said: &[(PersonId, i64)]) {
    let id = RoundId::drawn(nth);
    let round = Round {
        period: Some(period),
        people: vec![ANN, BOB],
        currency: Some(Currency::CNY),
        begun: on.parse().ok(),
        revealed: on.parse().ok(),
        ..Round::default()
    };
    put(workspace, id, &round);
    for (person, yuan) in said {
        let (worst, commit, best) = (yuan * 90, yuan * 100, yuan * 120);
        let (round, who) = (Some(id), Some(*person));
        let promise = Promise { round, person: who, absent: false, worst, commit, best };
        put(workspace, Promise::id_of(id, *person), &promise);
    }
}

/// In the third quarter Ann promised 1,000 and won 800, Bob 1,000 and won 1,100; a later round of
/// it does not count. For the fourth both promise 2,000, and Bob has won 1,990 of it.
fn workspace() -> Workspace {
    let mut all = team();
    lead(&mut all, 1, Some(ANN), WON, 800, "2026-08-05");
    lead(&mut all, 2, Some(BOB), WON, 1_100, "2026-09-05");
    lead(&mut all, 3, Some(BOB), WON, 1_990, "2026-10-05");
    let (third, fourth) = (Period::Quarter(2026, 3), Period::Quarter(2026, 4));
    round(&mut all, 1, third, "2026-07-01", &[(ANN, 1_000), (BOB, 1_000)]);
    round(&mut all, 2, third, "2026-09-01", &[(ANN, 500)]);
    round(&mut all, 3, fourth, "2026-11-01", &[(ANN, 2_000), (BOB, 2_000)]);
    all
}

fn view() -> PromisesView {
    PromisesView::new(&workspace(), Lang::En, day("2026-11-25"))
}

#[test]
fn people_have_their_bias_and_how_often_they_were_in_range() {
    let rows = view().people;
    let cells = |name: &str| rows.iter().find(|it| it.1 == name).map(|it| it.2.clone());
    assert_eq!(cells("Ann").expect("Ann")[..2], ["1".to_owned(), "−20%".to_owned()]);
    assert_eq!(cells("Bob").expect("Bob")[2], "1 of 1 (21% – 100%)");
    assert_eq!(cells("Team").expect("all")[..2], ["2".to_owned(), "−5%".to_owned()]);
}

// The team kept 1,900 of 2,000: 0.95. Ann (1 × 0.8 + 4 × 0.95) ÷ 5 = 0.92, Bob
// (1 × 1.1 + 4 × 0.95) ÷ 5 = 0.98: 1,840 and 1,960, of which Bob has won more already.
#[test]
fn commits_are_cut_by_how_they_were_kept_and_never_below_what_is_won() {
    let view = view();
    let ann = ["CN¥2,000", "CN¥0", "92%", "CN¥1,840"].map(str::to_owned);
    let bob = ["CN¥2,000", "CN¥1,990", "98%", "CN¥1,990"].map(str::to_owned);
    assert_eq!(view.expected[0], (Some(ANN), "Ann".to_owned(), ann));
    assert_eq!(view.expected[1], (Some(BOB), "Bob".to_owned(), bob));
    assert_eq!((view.figure.as_str(), view.of.as_str()), ("CN¥3,830", "of CN¥4,000 committed"));
}

#[test]
fn every_answer_stands_in_the_ledger_the_latest_first() {
    let rows = view().ledger;
    assert_eq!(rows.len(), 5);
    assert_eq!((rows[0].cells[2].as_str(), rows[0].known), ("still running", [true, false]));
    assert_eq!(rows[3].words[2], "Ann");
    assert_eq!(rows[3].cells, ["CN¥1,000 (CN¥900 – CN¥1.2K)", "CN¥800", "−CN¥200"]);
}

#[test]
fn without_a_round_nothing_is_told() {
    let view = PromisesView::new(&team(), Lang::Zh, day("2026-11-25"));
    assert!(view.ledger.is_empty() && view.people.is_empty() && view.label.is_empty());
}

fn paper(figure: Figure) -> SaidPaper {
    certificate(&workspace(), Lang::En, day("2026-11-25"), figure).expect("a certificate")
}

/// What a figure is, and what its records are with what each adds.
#[track_caller]
fn check(figure: Figure, value: &str, rows: &[(SaidOf, &str)]) {
    let paper = paper(figure);
    let found: Vec<(SaidOf, &str)> = paper.rows.iter().map(|it| (it.of, &*it.amount)).collect();
    assert_eq!((&*paper.value, found.as_slice()), (value, rows), "{figure:?}");
}

fn said_in(round: u64, who: PersonId) -> SaidOf {
    SaidOf::Promise(RoundId::drawn(round), who)
}

fn won(id: u64) -> SaidOf {
    SaidOf::Lead(LeadId::drawn(id))
}

// The same amounts as above, by hand: Ann 800 of 1,000, Bob 1,100 of 1,000; each of the records
// adds what the figure is made of.
#[test]
fn figures_of_promises_open_what_was_said_and_won() {
    let (ann, bob) = (said_in(1, ANN), said_in(1, BOB));
    check(Figure::Kept(Some(ANN), Reliable::Bias), "−20%", &[(ann, "−20%")]);
    check(Figure::Kept(None, Reliable::Bias), "−5%", &[(ann, "−20%"), (bob, "+10%")]);
    let within = [(ann, "outside"), (bob, "in range")];
    check(Figure::Kept(None, Reliable::Within), "1 of 2 (9% – 91%)", &within);
    check(Figure::Kept(None, Reliable::Count), "2", &[(ann, "CN¥1,000"), (bob, "CN¥1,000")]);
}

#[test]
fn what_is_to_be_expected_opens_its_commits_and_what_they_rest_on() {
    let (ann, bob) = (said_in(3, ANN), said_in(3, BOB));
    let of = |who, what| Figure::Expected(who, what);
    let sum = [(ann, "CN¥1,840"), (bob, "CN¥1,990")];
    check(of(None, Expectation::Expected), "CN¥3,830", &sum);
    check(of(None, Expectation::Commit), "CN¥4,000", &[(ann, "CN¥2,000"), (bob, "CN¥2,000")]);
    check(of(Some(BOB), Expectation::Won), "CN¥1,990", &[(won(3), "CN¥1,990")]);
    let part = [(ann, "CN¥1,840"), (said_in(1, ANN), "80%")];
    check(of(Some(ANN), Expectation::Part), "92%", &part);
    let inputs = paper(of(Some(ANN), Expectation::Part)).inputs;
    let shares: Vec<&str> = inputs[2..].iter().map(|it| &*it.1).collect();
    assert_eq!(shares, ["1", "80%", "95%"]);
}

#[test]
fn an_answer_of_the_ledger_opens_the_leads_that_came_of_it() {
    let said = |what| Figure::Said(RoundId::drawn(1), ANN, what);
    let ann = said_in(1, ANN);
    check(said(Came::Said), "CN¥1,000", &[(ann, "CN¥1,000")]);
    check(said(Came::Won), "CN¥800", &[(won(1), "CN¥800")]);
    check(said(Came::Difference), "−CN¥200", &[(ann, "CN¥1,000"), (won(1), "CN¥800")]);
    let formula = paper(said(Came::Difference)).formula;
    assert_eq!(formula, "Won in the period − commit: CN¥800 − CN¥1,000.");
}
