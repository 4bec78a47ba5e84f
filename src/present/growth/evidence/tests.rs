//! What stands in the evidence of a review.

use super::*;
use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::feedback::Feedback;
use crate::domain::goal::Goal;
use crate::domain::id::*;
use crate::domain::lead::Lead;
use crate::domain::money::{Currency, Money};
use crate::domain::rates::Rate;
use crate::domain::review::Review;
use crate::domain::round::{Promise, Round};
use crate::domain::thanks::Praise;
use crate::present::for_tests::*;

const REVIEW: ReviewId = ReviewId::drawn(1);
const TODAY: &str = "2026-11-25";

/// Ann in the second half of 2026: a goal of 300 in the third quarter, of which 100 were committed,
/// 240 won and 60 lost; what lies before July and what Bob did is not hers.
fn half_year() -> Workspace {
    let mut board = team();
    lead(&mut board, 1, Some(ANN), WON, 150, "2026-07-01");
    lead(&mut board, 2, Some(ANN), WON, 90, "2026-09-30");
    lead(&mut board, 3, Some(ANN), LOST, 60, "2026-08-15");
    lead(&mut board, 4, Some(ANN), WON, 999, "2026-06-30");
    lead(&mut board, 5, Some(BOB), WON, 999, "2026-08-15");
    let period = Period::Quarter(2026, 3);
    let bearer = Bearer::Person(ANN);
    let quota = Some(yuan_of(300));
    let goal = Goal { bearer: Some(bearer), period: Some(period), quota, ..Goal::default() };
    put(&mut board, Goal::id_of(bearer, period), &goal);
    let round = RoundId::drawn(1);
    let kept = Round {
        period: Some(period),
        people: vec![ANN],
        currency: Some(Currency::CNY),
        revealed: Some(day("2026-07-02")),
        ..Round::default()
    };
    put(&mut board, round, &kept);
    let said = Promise {
        round: Some(round),
        person: Some(ANN),
        worst: 5_000,
        commit: 10_000,
        best: 30_000,
        ..Promise::default()
    };
    put(&mut board, Promise::id_of(round, ANN), &said);
    for (id, on) in [(1, "2026-06-30"), (2, "2026-07-01"), (3, TODAY)] {
        let on = on.parse().ok();
        let kind = Some(ActivityKind::Call);
        let call = Activity { person: Some(ANN), kind, on, ..Activity::default() };
        put(&mut board, ActivityId::drawn(id), &call);
        let (person, constructive) = (Some(ANN), id == 3);
        let feedback = Feedback { person, on, constructive, ..Feedback::default() };
        put(&mut board, FeedbackId::drawn(id), &feedback);
        let praise = Praise { to: vec![ANN], on, value: "Care".to_owned(), ..Praise::default() };
        put(&mut board, PraiseId::drawn(id), &praise);
    }
    let (first, last) = (Some(day("2026-07-01")), Some(day("2026-12-31")));
    let review = Review { person: Some(ANN), first, last, ..Review::default() };
    put(&mut board, REVIEW, &review);
    board
}

fn lines(board: &Workspace) -> Vec<EvidenceLine> {
    evidence_lines(board, Lang::En, day(TODAY), REVIEW)
}

#[track_caller]
fn check(name: &str, expect: [&str; 3]) {
    let lines = lines(&half_year());
    let line = lines.iter().find(|it| it.name == name).expect("a line");
    assert_eq!([&*line.period, &*line.value, &*line.note], expect, "{name}");
}

// By hand: 150 of yuan and 10 dollars at 7.1 are 221.
#[test]
fn deals_of_several_currencies_come_to_one_sum_or_name_the_missing_rate() {
    let mut board = half_year();
    let abroad = board.leads.get(LeadId::drawn(2)).cloned().expect("a lead");
    let dollars = Some(Money::new(1_000, Currency::USD));
    put(&mut board, LeadId::drawn(2), &Lead { amount: dollars, ..abroad });
    let note = |board: &Workspace| {
        let won = lines(board).into_iter().find(|it| it.name == Lang::En.evidence_won());
        won.expect("a line").note
    };
    assert_eq!(note(&board), "No rate: USD");
    let rate = Rate {
        currency: Some(Currency::USD),
        home: Some(Currency::CNY),
        day: Some(day("2026-07-01")),
        millionths: 7_100_000,
        ..Rate::default()
    };
    put(&mut board, rate.id(), &rate);
    assert_eq!(note(&board), "≈ CN¥221");
    assert_eq!(note(&half_year()), "");
}

// By hand: 150 + 90 = 240 of 300 is 80 %; 240 is 140 more than the 100 that were committed; two of
// three leads that closed were won.
#[test]
fn the_evidence_holds_the_days_of_the_review_and_nothing_else() {
    let days = "1 Jul 2026 to 25 Nov 2026";
    check("Goal", ["Q3 2026", "CN¥240 of CN¥300 · 80%", ""]);
    check("Deals won", [days, "2 · CN¥240", ""]);
    check("Deals lost", [days, "1 · CN¥60", ""]);
    check("Win rate", [days, "2 of 3 (21%–94%)", ""]);
    check("Commit", ["Q3 2026", "committed CN¥100, won CN¥240", "kept"]);
    check("Praise / to change", [days, "1 / 1", ""]);
    check("Thanks received", [days, "2", "Care"]);
    check("Actions from meetings", [days, "–", ""]);
    check("Coaching", [days, "–", ""]);
}

/// Every figure that says that its records stand behind it has them, and these are the figure.
#[test]
fn every_figure_with_records_names_just_these() {
    let board = half_year();
    let records = |of| {
        let (paper, others) =
            evidence_paper(&board, Lang::En, day(TODAY), (REVIEW, of)).expect("a paper");
        (paper.leads.len(), others.len())
    };
    assert_eq!(records(EvidenceOf::Goal(Period::Quarter(2026, 3))), (2, 0));
    assert_eq!(records(EvidenceOf::Won), (2, 0));
    assert_eq!(records(EvidenceOf::Lost), (1, 0));
    assert_eq!(records(EvidenceOf::WinRate), (3, 0));
    assert_eq!(records(EvidenceOf::Activities), (0, 2));
}

#[test]
fn the_evidence_of_a_person_reads_nothing_of_the_others() {
    let (before, mut after) = (half_year(), half_year());
    for id in 0..20 {
        lead(&mut after, 500 + id, Some(BOB), WON, 12_345, "2026-10-02");
    }
    assert_eq!(lines(&before), lines(&after));
}
