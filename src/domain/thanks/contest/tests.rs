//! Places, ties and days of contests.

use super::*;
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::present::for_tests::{ANN, BOB, CY, NORTH, WON, day, lead, put, team};

const DEE: PersonId = PersonId::drawn(4);

fn contest(kind: ContestKind, counted: Counted, people: &[PersonId]) -> Contest {
    Contest {
        kind: Some(kind),
        counted: Some(counted),
        first: Some(day("2026-11-01")),
        last: Some(day("2026-11-30")),
        sides: people.iter().map(|it| Bearer::Person(*it)).collect(),
        target: 2,
        ..Contest::default()
    }
}

#[track_caller]
fn check(contest: &Contest, workspace: &Workspace, expect: &[(Bearer, i64, i64)]) {
    let found = standings(workspace, contest, day("2026-12-01"));
    let found: Vec<_> = found.into_iter().map(|it| (it.side, it.place, it.score)).collect();
    assert_eq!(found, expect);
}

fn won() -> Workspace {
    let mut workspace = team();
    let dee = crate::domain::people::Person { name: "Dee".to_owned(), ..Default::default() };
    put(&mut workspace, DEE, &dee);
    let deals = [(1, ANN, 300, "02"), (2, ANN, 1, "20"), (3, ANN, 1, "21"), (4, BOB, 500, "05")];
    for (id, owner, yuan, on) in deals {
        lead(&mut workspace, id, Some(owner), WON, yuan, &format!("2026-11-{on}"));
    }
    for (id, owner, on) in [(5, BOB, "2026-11-20"), (6, CY, "2026-11-06"), (7, CY, "2026-11-30")] {
        lead(&mut workspace, id, Some(owner), WON, 1, on);
    }
    lead(&mut workspace, 8, Some(DEE), WON, 1, "2026-11-09");
    lead(&mut workspace, 9, Some(DEE), WON, 1, "2026-12-01");
    workspace
}

/// The example of Wikipedia, "Ranking", under "Standard competition ranking": A ahead of B and C,
/// which compare equal, which are both ahead of D, are ranked 1, 2, 2, 4.
#[test]
fn who_is_alike_shares_a_place_and_the_next_is_skipped() {
    let person = Bearer::Person;
    let expect =
        [(person(ANN), 1, 3), (person(BOB), 2, 2), (person(CY), 2, 2), (person(DEE), 4, 1)];
    check(&contest(ContestKind::Best, Counted::Deals, &[DEE, CY, BOB, ANN]), &won(), &expect);
}

#[test]
fn who_reaches_the_target_on_an_earlier_day_is_first_and_on_the_same_day_with_more() {
    let person = Bearer::Person;
    let race = contest(ContestKind::FirstTo, Counted::Deals, &[CY, BOB, ANN, DEE]);
    let expect =
        [(person(ANN), 1, 3), (person(BOB), 2, 2), (person(CY), 3, 2), (person(DEE), 4, 1)];
    check(&race, &won(), &expect);
    let now = standings(&won(), &race, day("2026-11-19"));
    assert!(!race.is_decided(&now, day("2026-11-19")));
    let later = standings(&won(), &race, day("2026-11-20"));
    assert!(race.is_decided(&later, day("2026-11-20")));
}

#[test]
fn the_deals_of_a_team_are_those_of_its_people() {
    let sides = vec![Bearer::Team(NORTH), Bearer::Person(CY)];
    let teams = Contest { sides, ..contest(ContestKind::Teams, Counted::Amount, &[]) };
    check(&teams, &won(), &[(Bearer::Team(NORTH), 1, 80_300), (Bearer::Person(CY), 2, 200)]);
}

#[test]
fn a_result_that_was_written_down_stays_and_is_read_back() {
    let duel = contest(ContestKind::Duel, Counted::Deals, &[ANN, BOB]);
    let result = standings(&won(), &duel, day("2026-12-01"));
    let ended = Contest { ended: Some(day("2026-12-01")), result: result.clone(), ..duel };
    check(&ended, &team(), &[(Bearer::Person(ANN), 1, 3), (Bearer::Person(BOB), 2, 2)]);
    for it in result {
        assert_eq!(it.to_string().parse(), Ok(it));
        let reached = Standing { reached: Some(day("2026-11-20")), ..it };
        assert_eq!(reached.to_string().parse(), Ok(reached));
    }
}

/// Without a rate an amount counts nothing, and that is said.
#[test]
fn an_amount_without_a_rate_is_told() {
    let mut workspace = won();
    let contest = contest(ContestKind::Best, Counted::Amount, &[ANN, BOB]);
    let told = |workspace: &Workspace| uncounted(workspace, &contest, day("2026-12-01"));
    assert_eq!(told(&workspace), []);
    let foreign = Lead {
        amount: Some(Money::new(1, Currency::USD)),
        ..workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead")
    };
    put(&mut workspace, LeadId::drawn(1), &foreign);
    assert_eq!(told(&workspace), [Currency::USD]);
}

/// By hand: the contest has the 30 days of November. Ann won three deals from 2 to 31 October, one in
/// the 30 days before that, three in those from 3 August to 1 September and one on 2 August; so her
/// best is three, and of the two stretches the later.
#[test]
fn the_own_best_is_that_of_a_stretch_as_long_before_the_contest() {
    let mut workspace = won();
    let before = [
        "2026-10-02",
        "2026-10-31",
        "2026-10-20",
        "2026-10-01",
        "2026-08-04",
        "2026-08-30",
        "2026-09-01",
        "2026-08-02",
    ];
    for (id, on) in (100..).zip(before) {
        lead(&mut workspace, id, Some(ANN), WON, 1, on);
    }
    // A lead of November itself and one of somebody who takes no part are no part of it.
    lead(&mut workspace, 200, Some(DEE), WON, 1, "2026-10-05");
    let contest = contest(ContestKind::Best, Counted::Deals, &[ANN, BOB]);
    let bests = own_bests(&workspace, &contest, day("2026-11-20"));
    let days = Span { first: day("2026-10-02"), last: day("2026-10-31") };
    assert_eq!(bests.into_iter().collect::<Vec<_>>(), [(ANN, Best { score: 3, days })]);
}
