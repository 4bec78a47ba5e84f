//! What was won before, against figures put down by hand.

use super::super::{Cell, Edit, Refused, Way, Why, edit_all, kept};
use super::*;
use crate::domain::for_tests::{day, put};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{LeadId, PersonId, RateId, StageId};
use crate::domain::lead::Lead;
use crate::domain::people::Person;
use crate::domain::pipeline::Stage;
use crate::domain::rates::Rate;
use crate::domain::settings::Settings;

const ANN: PersonId = PersonId::drawn(1);
const BOB: PersonId = PersonId::drawn(2);
const GONE: PersonId = PersonId::drawn(3);
const USD: Currency = Currency::USD;

fn won(workspace: &mut Workspace, id: u64, owner: Option<PersonId>, amount: Money, closes: &str) {
    let (stage, closes) = (Some(StageId::drawn(1)), Some(day(closes)));
    let amount = Some(amount);
    put(workspace, LeadId::drawn(id), &Lead { owner, stage, amount, closes, ..Lead::default() });
}

fn yuan(minor: i64) -> Money {
    Money::new(minor, Currency::CNY)
}

/// In January 2025 Ann won 100, in March Bob 300, somebody who has left 200 and nobody 50; the
/// years before brought the same in January and nothing else.
fn board() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, StageId::drawn(1), &Stage { outcome: Outcome::Won, ..Stage::default() });
    let left = Some(day("2025-06-30"));
    for (id, name, left) in [(ANN, "Ann", None), (BOB, "Bob", None), (GONE, "Gone", left)] {
        let person = Person { name: name.to_owned(), left, ..Person::default() };
        put(&mut workspace, id, &person);
    }
    won(&mut workspace, 1, Some(ANN), yuan(100), "2025-01-31");
    won(&mut workspace, 2, Some(BOB), yuan(300), "2025-03-01");
    won(&mut workspace, 3, Some(GONE), yuan(200), "2025-03-31");
    won(&mut workspace, 4, None, yuan(50), "2025-03-15");
    won(&mut workspace, 5, Some(ANN), yuan(70), "2024-01-01");
    won(&mut workspace, 6, Some(ANN), yuan(30), "2023-01-31");
    won(&mut workspace, 7, Some(ANN), yuan(999), "2022-12-31");
    workspace
}

fn before(workspace: &Workspace) -> YearBefore {
    YearBefore::of(workspace, &kept(workspace, 2026).expect("a year"))
}

fn edited(workspace: &Workspace, edit: Edit) -> Result<Kept, Refused> {
    let mut kept = kept(workspace, 2026).expect("a year");
    edit_all(workspace, &mut kept, &[edit], day("2026-01-05")).map(|()| kept)
}

fn amount(kept: &Kept, person: PersonId, period: Period) -> i64 {
    kept.grid.amount(Cell::of(Bearer::Person(person), period))
}

#[test]
fn the_year_before_is_told_by_month_and_person() {
    let found = before(&board());
    assert_eq!((found.total(), found.own(), found.missing), (650, 400, None));
    let weights = found.weights().flat(2);
    assert_eq!((weights[0], weights[2], weights[MONTHS], weights[MONTHS + 2]), (100, 0, 0, 300));
}

#[test]
fn a_season_is_what_the_months_of_three_years_brought() {
    let kept = kept(&board(), 2026).expect("a year");
    let years = seasons(&board(), &kept);
    let firsts: Vec<(i64, i64)> = years.iter().map(|it| (it[0], it[2])).collect();
    assert_eq!(firsts, [(100, 550), (70, 0), (30, 0)]);
    let flat = Weights::by_season(&years, 1).flat(1);
    assert_eq!(flat, [200, 0, 550, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
}

// 650 and a tenth more is 715, by the months 110 and 605. January was Ann's alone, March Bob's.
#[test]
fn growth_is_on_all_that_was_won_also_by_those_who_left_or_nobody() {
    // Of 7.15, which is a tenth more, a plan in whole units has 7: 1.08 and 5.92 are 1 and 6.
    let kept = edited(&board(), Edit::Grow(100)).expect("room");
    assert_eq!(kept.grid.amount(kept.grid.whole()), 700);
    assert_eq!(amount(&kept, ANN, Period::Month(2026, 1)), 100);
    assert_eq!(amount(&kept, BOB, Period::Month(2026, 3)), 600);
}

#[test]
fn growth_across_currencies_needs_a_rate() {
    let mut workspace = board();
    won(&mut workspace, 9, Some(ANN), Money::new(1_000, USD), "2025-02-01");
    let refused = edited(&workspace, Edit::Grow(0)).map(|_| ()).expect_err("refused");
    assert_eq!(refused.why, Why::RateMissing(USD));
    let day = Some(day("2026-01-01"));
    let rate = Rate {
        currency: Some(USD),
        home: Some(Currency::CNY),
        day,
        units: None,
        millionths: 7_000_000,
    };
    put(&mut workspace, RateId::drawn(1), &rate);
    let kept = edited(&workspace, Edit::Grow(0)).expect("room");
    assert_eq!(amount(&kept, ANN, Period::Month(2026, 2)), 7_000);
    assert_eq!(kept.grid.amount(kept.grid.whole()), 7_700, "76.50 in whole units");
}

fn old_goal(workspace: &mut Workspace, person: PersonId, quota: Money) {
    let (bearer, period) = (Bearer::Person(person), Period::Quarter(2026, 4));
    let goal =
        Goal { bearer: Some(bearer), period: Some(period), quota: Some(quota), ..Goal::default() };
    put(workspace, Goal::id_of(bearer, period), &goal);
}

#[test]
fn goals_of_another_currency_are_planned_in_it_or_refused_but_never_lost() {
    let mut workspace = board();
    let settings = Settings { currency: Some(Currency::CNY), ..Settings::default() };
    put(&mut workspace, Settings::ID, &settings);
    old_goal(&mut workspace, ANN, Money::new(300, USD));
    let planned = kept(&workspace, 2026).expect("a year");
    assert_eq!((planned.currency, planned.foreign), (USD, None));
    assert_eq!(amount(&planned, ANN, Period::Quarter(2026, 4)), 300);
    old_goal(&mut workspace, BOB, yuan(500));
    let whole = planned.grid.whole();
    let equal = edited(&workspace, Edit::Respread(whole, Way::Equal.into()));
    let refused = equal.map(|_| ()).expect_err("refused");
    assert_eq!(refused.why, Why::GoalsIn(USD));
}
