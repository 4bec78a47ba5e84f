//! What should be won by when, against sums made by hand from the calendar of 2026: October has 22
//! weekdays, November 21, December 23.

use super::*;
use crate::domain::for_tests::{day, put};
use crate::domain::id::{LeadId, PartId, PersonId, ProductId, StageId};
use crate::domain::lead::Lead;
use crate::domain::people::Person;
use crate::domain::pipeline::Stage;
use crate::domain::product::Product;
use crate::domain::quota::{PartQuota, QuotaYear, Split, kept_by};

const QUARTER: Period = Period::Quarter(2026, 4);
const YEAR: Period = Period::Year(2026);
const PERSON: Bearer = Bearer::Person(PersonId::drawn(1));

fn set(workspace: &mut Workspace, bearer: Bearer, period: Period, minor: i64) {
    let quota = Some(Money::new(minor, Currency::CNY));
    let goal = Goal { bearer: Some(bearer), period: Some(period), quota, ..Goal::default() };
    put(workspace, Goal::id_of(bearer, period), &goal);
}

fn months(workspace: &mut Workspace, bearer: Bearer, amounts: [i64; 3]) {
    for (month, minor) in (10..).zip(amounts) {
        set(workspace, bearer, Period::Month(2026, month), minor);
    }
}

fn planned_year() -> Workspace {
    let mut workspace = Workspace::default();
    put(&mut workspace, PersonId::drawn(1), &Person::default());
    let mark = QuotaYear { year: Some(2026), currency: Some(Currency::CNY) };
    put(&mut workspace, QuotaYear::id_of(2026), &mark);
    months(&mut workspace, PERSON, [100, 200, 300]);
    workspace
}

fn won(workspace: &mut Workspace, id: u64, minor: i64, closes: &str) {
    let stage = Stage { outcome: Outcome::Won, ..Stage::default() };
    put(workspace, StageId::drawn(1), &stage);
    let amount = Some(Money::new(minor, Currency::CNY));
    let (stage, closes) = (Some(StageId::drawn(1)), Some(day(closes)));
    put(workspace, LeadId::drawn(id), &Lead { stage, amount, closes, ..Lead::default() });
}

#[track_caller]
fn check(workspace: &Workspace, period: Period, quota: i64, basis: Basis, expect: &[(&str, i64)]) {
    let rates = Rates::latest(workspace);
    let courses = Courses::new(workspace, period, &rates).expect("courses");
    let course = courses.of(Bearer::Company, Money::new(quota, Currency::CNY));
    assert_eq!(course.basis, basis);
    let settings = workspace.settings();
    for (by, expect) in expect {
        let found = course.reached(quota, day(by), &settings).expected();
        assert_eq!(found, *expect, "by the end of {by}");
    }
}

// Ten of November's weekdays are over at the end of the 13th: 100 + 200 × 10 ÷ 21 = 195.
#[test]
fn months_that_are_over_count_with_their_quotas() {
    let dates = [
        ("2026-09-30", 0),
        ("2026-10-31", 100),
        ("2026-11-13", 195),
        ("2026-11-15", 195),
        ("2026-11-30", 300),
        ("2026-12-31", 600),
    ];
    check(&planned_year(), QUARTER, 600, Basis::Months, &dates);
    check(&planned_year(), YEAR, 600, Basis::Months, &[("2026-09-30", 0), ("2026-11-13", 195)]);
}

#[test]
fn goals_set_one_by_one_count_where_they_are_the_whole() {
    let mut workspace = Workspace::default();
    months(&mut workspace, Bearer::Company, [100, 200, 300]);
    check(&workspace, QUARTER, 600, Basis::Months, &[("2026-10-31", 100)]);
    check(&workspace, QUARTER, 660, Basis::WorkingDays, &[("2026-10-30", 220)]);
    for (quarter, minor) in [(1, 10), (2, 20), (3, 30), (4, 40)] {
        set(&mut workspace, Bearer::Company, Period::Quarter(2026, quarter), minor);
    }
    check(&workspace, YEAR, 100, Basis::Quarters, &[("2026-06-30", 30), ("2026-12-31", 100)]);
}

// In both years October and November brought a quarter each of what the quarter did.
#[test]
fn two_whole_years_say_what_the_season_is() {
    let mut workspace = Workspace::default();
    won(&mut workspace, 1, 5, "2023-12-30");
    for (id, year) in [(10, 2024), (20, 2025)] {
        won(&mut workspace, id, 100, &format!("{year}-10-08"));
        won(&mut workspace, id + 1, 100, &format!("{year}-11-30"));
        won(&mut workspace, id + 2, 200, &format!("{year}-12-01"));
    }
    let dates = [("2026-10-31", 200), ("2026-11-30", 400), ("2026-12-31", 800)];
    check(&workspace, QUARTER, 800, Basis::Season(2), &dates);
    check(&workspace, Period::Month(2026, 10), 220, Basis::WorkingDays, &[("2026-10-01", 10)]);
    check(&workspace, Period::Quarter(2026, 1), 62, Basis::WorkingDays, &[("2026-01-01", 1)]);
    check(&workspace, Period::Quarter(2025, 4), 66, Basis::WorkingDays, &[("2025-10-01", 1)]);
}

#[test]
fn a_course_ends_at_the_quota_to_the_minor_unit() {
    let mut workspace = planned_year();
    months(&mut workspace, PERSON, [1, 0, 1]);
    let dates = [("2026-10-31", 1), ("2026-11-30", 1), ("2026-12-31", 2), ("2027-05-01", 2)];
    check(&workspace, QUARTER, 2, Basis::Months, &dates);
}

/// The same amounts as those of the months above, of a product: 100 + 200 × 10 ÷ 21 = 195; and of
/// November alone 200 × 10 ÷ 21 = 95.
#[test]
fn what_a_product_is_to_win_goes_by_its_months_in_the_grid() {
    let (mut workspace, product) = (Workspace::default(), ProductId::drawn(1));
    put(&mut workspace, product, &Product::default());
    for (month, minor) in (10..).zip([100, 200, 300]) {
        let (split, period) = (Some(Split::Product), Some(Period::Month(2026, month)));
        let quota = Some(Money::new(minor, Currency::CNY));
        let part = product.to_string();
        let id = PartQuota::id_of(Split::Product, &part, Period::Month(2026, month));
        put(&mut workspace, id, &PartQuota { split, part, period, quota, locked: false });
    }
    let kept = kept_by(&workspace, 2026, Split::Product).expect("a year");
    let (row, settings) = (Row::Part(Split::Product, PartId(product.into())), workspace.settings());
    for (period, quota, basis, expect) in [
        (QUARTER, 600, Basis::Months, 195),
        (YEAR, 600, Basis::Months, 195),
        (Period::Month(2026, 11), 200, Basis::WorkingDays, 95),
    ] {
        let course = Course::of_row(&kept, row, period, &settings).expect("a course");
        let found = course.reached(quota, day("2026-11-13"), &settings).expected();
        assert_eq!((course.basis, found), (basis, expect), "{period}");
    }
}
