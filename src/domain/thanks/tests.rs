//! Facts, waiting and awards, on deals whose figures can be counted by hand.

use super::*;
use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::calendar::{Day, Period};
use crate::domain::feedback::Feedback;
use crate::domain::id::*;
use crate::domain::money::Currency;
use crate::domain::people::Person;
use crate::domain::round::{Promise, Round};
use crate::present::for_tests::{ANN, BOB, CY, LOST, WON, day, lead, put, team};

fn today() -> Day {
    day("2026-11-25")
}

fn november() -> Span {
    Span { first: day("2026-11-01"), last: day("2026-11-30") }
}

/// A won deal that took so many days.
fn won(workspace: &mut Workspace, id: u64, owner: PersonId, closes: &str, days: u64) {
    lead(workspace, id, Some(owner), WON, 100, closes);
    let known = workspace.leads.get(LeadId::drawn(id)).cloned().expect("a lead");
    let created = known.closes.map(|it| it.minus(days));
    put(workspace, LeadId::drawn(id), &Lead { created, ..known });
}

fn word(workspace: &mut Workspace, id: u64, person: PersonId, lead: u64, on: &str) {
    let activity = Activity {
        lead: Some(LeadId::drawn(lead)),
        person: Some(person),
        kind: Some(ActivityKind::Call),
        on: Some(day(on)),
        ..Activity::default()
    };
    put(workspace, ActivityId::drawn(id), &activity);
}

fn praise(workspace: &mut Workspace, id: u64, to: &[PersonId], on: &str, fact: &str) {
    let (to, on, fact) = (to.to_vec(), Some(day(on)), fact.to_owned());
    put(workspace, PraiseId::drawn(id), &Praise { to, on, fact, ..Praise::default() });
}

#[track_caller]
fn check(workspace: &Workspace, expect: &[(PersonId, FactKind)]) {
    let found: Vec<_> =
        facts(workspace, today()).into_iter().map(|it| (it.person, it.kind)).collect();
    assert_eq!(found, expect);
}

#[test]
fn a_deal_after_twice_the_usual_days_is_worth_a_word() {
    let mut workspace = team();
    for (id, days) in [(1, 20), (2, 30), (3, 30), (4, 40)] {
        won(&mut workspace, id, BOB, "2026-05-01", days);
    }
    won(&mut workspace, 5, ANN, "2026-11-20", 60);
    check(&workspace, &[(ANN, FactKind::LongWay(60, 30))]);
    won(&mut workspace, 5, ANN, "2026-11-20", 59);
    check(&workspace, &[]);
    lead(&mut workspace, 6, Some(ANN), LOST, 100, "2026-11-20");
    check(&workspace, &[]);
}

#[test]
fn four_deals_do_not_tell_what_is_usual() {
    let mut workspace = team();
    for id in 1..4 {
        won(&mut workspace, id, BOB, "2026-05-01", 10);
    }
    won(&mut workspace, 5, ANN, "2026-11-20", 600);
    check(&workspace, &[]);
}

#[test]
fn the_first_deal_of_a_starter_is_worth_a_word_and_the_second_is_not() {
    let mut workspace = team();
    let started = Some(day("2026-08-01"));
    put(&mut workspace, CY, &Person { name: "Cy".to_owned(), started, ..Person::default() });
    won(&mut workspace, 1, CY, "2026-11-10", 10);
    won(&mut workspace, 2, CY, "2026-11-12", 10);
    check(&workspace, &[(CY, FactKind::FirstWin(101))]);
}

#[test]
fn who_had_a_word_with_a_colleagues_customer_before_the_win_has_helped() {
    let mut workspace = team();
    won(&mut workspace, 1, ANN, "2026-11-10", 10);
    word(&mut workspace, 1, BOB, 1, "2026-11-01");
    word(&mut workspace, 2, BOB, 1, "2026-11-10");
    word(&mut workspace, 3, BOB, 1, "2026-11-11");
    word(&mut workspace, 4, ANN, 1, "2026-11-01");
    check(&workspace, &[(BOB, FactKind::Helped(ANN, 2))]);
}

#[test]
fn who_won_what_was_committed_has_kept_the_promise() {
    let mut workspace = team();
    let (round, october) = (RoundId::drawn(1), Period::Month(2026, 10));
    let kept = Round {
        period: Some(october),
        people: vec![ANN, BOB],
        currency: Some(Currency::CNY),
        begun: Some(day("2026-10-01")),
        revealed: Some(day("2026-10-01")),
        ..Round::default()
    };
    put(&mut workspace, round, &kept);
    for person in [ANN, BOB] {
        let (person, commit) = (Some(person), 10_000);
        let promise =
            Promise { round: Some(round), person, commit, best: commit, ..Promise::default() };
        let id = Promise::id_of(round, promise.person.expect("a person"));
        put(&mut workspace, id, &promise);
    }
    lead(&mut workspace, 1, Some(ANN), WON, 100, "2026-10-31");
    lead(&mut workspace, 2, Some(BOB), WON, 99, "2026-10-31");
    check(&workspace, &[(ANN, FactKind::KeptPromise(october))]);
}

#[test]
fn a_fact_goes_once_somebody_is_thanked_for_it_and_after_sixty_days() {
    let mut workspace = team();
    won(&mut workspace, 1, ANN, "2026-11-10", 10);
    word(&mut workspace, 1, BOB, 1, "2026-11-01");
    let key = facts(&workspace, today())[0].key();
    assert_eq!(facts(&workspace, day("2027-01-09")).len(), 1);
    assert_eq!(facts(&workspace, day("2027-01-10")).len(), 0);
    praise(&mut workspace, 1, &[BOB], "2026-11-20", &key);
    check(&workspace, &[]);
}

#[test]
fn who_was_never_thanked_waits_longest_then_whose_thanks_lie_furthest_back() {
    let mut workspace = team();
    praise(&mut workspace, 1, &[ANN, BOB], "2026-10-26", "");
    let (person, on) = (Some(ANN), Some(day("2026-11-20")));
    put(&mut workspace, FeedbackId::drawn(1), &Feedback { person, on, ..Feedback::default() });
    let wish = Feedback { person: Some(CY), on, constructive: true, ..Feedback::default() };
    put(&mut workspace, FeedbackId::drawn(2), &wish);
    let waits: Vec<_> =
        waiting(&workspace, today()).into_iter().map(|it| (it.person, it.days)).collect();
    assert_eq!(waits, [(CY, None), (BOB, Some(30)), (ANN, Some(5))]);
}

#[test]
fn an_award_names_everybody_who_is_first() {
    let mut workspace = team();
    for (id, owner) in [(1, ANN), (2, ANN), (3, BOB), (4, BOB), (5, CY)] {
        won(&mut workspace, id, owner, "2026-11-10", id);
    }
    won(&mut workspace, 6, CY, "2026-10-31", 500);
    word(&mut workspace, 1, CY, 1, "2026-11-10");
    praise(&mut workspace, 1, &[CY], "2026-12-01", "");
    let award = |kind, first: &[PersonId], figure, next| Award {
        kind,
        first: first.to_vec(),
        figure,
        next,
    };
    let expect = [
        award(AwardKind::Wins, &[ANN, BOB], 2, Some(1)),
        award(AwardKind::LongestWay, &[CY], 5, Some(4)),
        award(AwardKind::Words, &[CY], 1, None),
        award(AwardKind::Helper, &[CY], 1, None),
    ];
    assert_eq!(awards(&workspace, november()), expect);
}
