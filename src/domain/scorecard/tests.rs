//! Scorecards against published tables and other tools' answers.

use super::*;
use crate::domain::for_tests::{day, put};
use crate::domain::id::{LeadId, StageId};
use crate::domain::money::{Currency, Money};
use crate::domain::people::Person;
use crate::domain::pipeline::Stage;

// Breslow and Day 1987, table 2.11: exact limits of the expectation of a Poisson count; Byar's
// approximation agrees to two digits from one case on.
#[test]
fn intervals_of_counts_agree_with_the_printed_table() {
    for (count, low, high) in
        [(1, 0.0253, 5.57), (5, 1.62, 11.7), (10, 4.80, 18.4), (50, 37.1, 65.9)]
    {
        let (found_low, found_high) = byar(count);
        assert!((found_low - low).abs() < 0.04 && (found_high - high).abs() < 0.1, "{count}");
    }
}

// Conover's table of the sign test: with 10 values the interval is from the second to the ninth
// (level 0.979), with 20 from the sixth to the fifteenth (0.959); with five there is none.
#[test]
fn the_middle_lies_between_the_ranks_of_the_sign_test() {
    let of = |count: i64| median_interval(&(1..=count).collect::<Vec<_>>());
    assert_eq!([of(5), of(6), of(10), of(20)], [None, Some((1, 6)), Some((2, 9)), Some((6, 15))]);
}

const ANN: PersonId = PersonId::drawn(1);
const BOB: PersonId = PersonId::drawn(2);
const WON: StageId = StageId::drawn(1);
const LOST: StageId = StageId::drawn(2);

fn team(ann: (u64, u64), bob: (u64, u64)) -> Workspace {
    let mut workspace = Workspace::default();
    for (id, outcome) in [(WON, Outcome::Won), (LOST, Outcome::Lost)] {
        put(&mut workspace, id, &Stage { outcome, ..Stage::default() });
    }
    let mut next = 0;
    for (person, (won, lost)) in [(ANN, ann), (BOB, bob)] {
        put(&mut workspace, person, &Person::default());
        for nth in 0..won + lost {
            next += 1;
            let lead = Lead {
                owner: Some(person),
                stage: Some(if nth < won { WON } else { LOST }),
                created: Some(day("2026-07-01")),
                closes: Some(day("2026-09-01")),
                amount: Some(Money::new(100, Currency::CNY)),
                ..Lead::default()
            };
            put(&mut workspace, LeadId::drawn(next), &lead);
        }
    }
    workspace
}

#[track_caller]
fn check(ann: (u64, u64), bob: (u64, u64), expect: Verdict) {
    let days = Span { first: day("2026-01-01"), last: day("2026-11-25") };
    let lines = scorecard(&team(ann, bob), ANN, days, day("2026-11-25"));
    let line = lines.iter().find(|it| it.of == Trait::WinRate).expect("a line");
    assert_eq!(line.verdict, expect, "{line:?}");
}

#[test]
fn a_verdict_needs_numbers() {
    check((1, 0), (10, 10), Verdict::TooFew);
    check((0, 0), (10, 10), Verdict::TooFew);
    check((20, 20), (50, 50), Verdict::Alike);
    check((30, 4), (40, 60), Verdict::Strength);
    check((4, 30), (60, 40), Verdict::Weakness);
}

#[test]
fn the_weakest_figure_is_the_least_likely_by_chance() {
    let days = Span { first: day("2026-01-01"), last: day("2026-11-25") };
    let lines = scorecard(&team((4, 30), (60, 40)), ANN, days, day("2026-11-25"));
    assert_eq!(weakest(&lines).map(|it| it.of), Some(Trait::WinRate));
    assert_eq!(weakest(&[]), None);
}

// By `cal`: 2 to 27 November 2026 have 20 weekdays, 16 to 27 November ten.
#[test]
fn everybody_is_measured_by_the_days_they_were_there() {
    use crate::domain::activity::{Activity, ActivityKind};
    use crate::domain::id::ActivityId;
    let mut workspace = Workspace::default();
    let cid = PersonId::drawn(3);
    for (id, started, left) in [(ANN, "2026-11-16", ""), (BOB, "", ""), (cid, "", "2026-11-13")] {
        let (started, left) = (started.parse().ok(), left.parse().ok());
        put(&mut workspace, id, &Person { started, left, ..Person::default() });
    }
    let mut next = 0;
    let mut calls = |person, on: &str, count: u64| {
        for _ in 0..count {
            next += 1;
            let (kind, on) = (Some(ActivityKind::Call), on.parse().ok());
            let call = Activity { person: Some(person), kind, on, ..Activity::default() };
            put(&mut workspace, ActivityId::drawn(next), &call);
        }
    };
    calls(ANN, "2026-11-20", 40);
    calls(BOB, "2026-11-20", 80);
    calls(cid, "2026-11-04", 40);
    let days = Span { first: day("2026-11-02"), last: day("2026-11-27") };
    let lines = scorecard(&workspace, ANN, days, days.last);
    let line = lines.into_iter().find(|it| it.of == Trait::Activities).expect("a line");
    let rate = |it: Option<Reading>| match it {
        Some(Reading::Daily { rate, count, .. }) => (rate, count),
        other => panic!("{other:?}"),
    };
    assert_eq!((rate(line.own), rate(line.others)), ((4.0, 40), (4.0, 120)));
    assert_eq!(line.verdict, Verdict::Alike, "as many a day as the others");
}

// By hand: 5 of 10 with equal days is the middle, so everything is as likely; 0 of 10 happens with
// 2 × 0.5^10 (scipy.stats.binomtest(0, 10, 0.5).pvalue = 0.001953125).
#[test]
fn counts_are_compared_given_their_sum() {
    assert_eq!(counts_chance((5, 20), (5, 20)), Some(1.0));
    let chance = counts_chance((0, 20), (10, 20)).expect("a chance");
    assert!((chance - 0.001_953_125).abs() < 1e-12, "{chance}");
    assert_eq!(counts_chance((0, 20), (0, 20)), None);
}
