//! What a period will bring, worked by hand where it can be.

use super::*;
use crate::domain::for_tests::day;

fn known(id: u64, outcome: Outcome, created: &str, closes: &str, amount: i64) -> Known {
    Known {
        id: LeadId::drawn(id),
        outcome,
        stage: None,
        created: created.parse().ok(),
        closes: closes.parse().ok(),
        amount: Some(amount),
        counts: true,
    }
}

fn ask(leads: &[Known], today: &str) -> Outlook {
    let span = Span { first: day("2026-10-01"), last: day("2026-12-31") };
    outlook(leads, Question { span, today: day(today), stages: &BTreeMap::new() })
}

/// Every ten days a lead is created and is won or lost, in turn, ten days later.
fn history() -> Vec<Known> {
    let first = day("2025-01-01");
    let lead = |nth: u64| {
        let outcome = if nth.is_multiple_of(2) { Outcome::Won } else { Outcome::Lost };
        let created = Some(first.plus(10 * nth));
        let closes = Some(first.plus(10 * nth + 10));
        Known { created, closes, ..known(nth, outcome, "", "", 100) }
    };
    (0..60).map(lead).collect()
}

#[test]
fn what_is_won_counts_and_what_is_expected_later_does_not() {
    let mut leads = history();
    leads.push(known(100, Outcome::Won, "2026-01-01", "2026-10-05", 7));
    leads.push(known(101, Outcome::Won, "2026-01-01", "2026-09-30", 9));
    leads.push(known(102, Outcome::Open, "2026-11-01", "2027-01-01", 50));
    leads.push(Known { amount: None, ..known(103, Outcome::Open, "2026-11-01", "", 0) });
    let found = ask(&leads, "2026-11-20");
    assert_eq!((found.won, found.won_leads, found.later), (7, vec![LeadId::drawn(100)], 1));
    assert_eq!((found.open, found.unvalued), (vec![], 1));
}

#[test]
fn a_lead_that_is_expected_in_the_period_has_the_odds_of_its_age() {
    let mut leads = history();
    leads.push(known(100, Outcome::Open, "2026-11-19", "2026-12-05", 1_000));
    leads.push(known(101, Outcome::Open, "2026-11-19", "", 1_000));
    let found = ask(&leads, "2026-11-20");
    let odds: Vec<f64> = found.open.iter().map(|it| it.odds).collect();
    assert!((odds[0] - 0.5).abs() < 0.05 && odds[1] <= odds[0], "{odds:?}");
}

#[test]
fn a_good_stage_multiplies_the_odds() {
    // By hand: 1 to 1, times 4 to 1 over 1 to 1, is 4 to 1.
    assert!((moved(0.5, 0.8, 0.5) - 0.8).abs() < 1e-12);
    assert!((moved(0.2, 0.5, 0.5) - 0.2).abs() < 1e-12);
    assert_eq!((moved(0.0, 0.8, 0.5), moved(0.3, 1.0, 1.0)), (0.0, 0.3));
}

// A lead of 100 is won every twenty days, and the days of the quarter are 92.
#[test]
fn what_is_not_there_yet_brings_what_it_brought_before() {
    let found = ask(&history(), "2026-08-20");
    assert!(found.fresh.iter().all(|it| (300..=500).contains(it)), "{:?}", found.fresh);
    let brought: i64 = found.came.iter().map(|it| it.amount * it.times as i64).sum();
    assert_eq!(brought, found.fresh.iter().sum::<i64>());
    assert_eq!(ask(&history()[..4], "2026-11-20").landing, None);
}

#[test]
fn a_period_that_is_over_is_what_was_won() {
    let mut leads = history();
    leads.push(known(100, Outcome::Won, "2026-01-01", "2026-10-05", 7));
    leads.push(known(101, Outcome::Open, "2026-01-01", "2026-10-05", 7));
    let found = ask(&leads, "2027-01-01");
    assert_eq!((found.won, found.open, found.landing), (7, vec![], None));
}
