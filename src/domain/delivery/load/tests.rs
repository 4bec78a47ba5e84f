//! Tests of the load of weeks.

use proptest::prelude::*;

use super::*;
use crate::domain::delivery::{DeliveryTask, WeekCapacity};
use crate::domain::for_tests::{day, put};
use crate::domain::id::{DeliveryTaskId, ProductId};
use crate::domain::money::{Currency, Money};

const CNY: Currency = Currency::CNY;

fn days(number: i64) -> Effort {
    Effort::hundredths(100 * number)
}

fn task(first: &str, last: &str, effort: Effort) -> DeliveryTask {
    let (first, last) = (first.parse().ok(), last.parse().ok());
    DeliveryTask { first, last, effort, ..DeliveryTask::default() }
}

/// A team that does ten person-days a week; a deal of 1,000 brings one.
fn team() -> Workspace {
    let mut workspace = Workspace::default();
    let per_day = Some(Money::new(100_000, CNY));
    let rules = DeliveryRules { capacity: days(10), lead_days: Some(7), weeks: Some(2), per_day };
    put(&mut workspace, DeliveryRules::ID, &rules);
    workspace
}

fn lead(workspace: &mut Workspace, id: u64, closes: &str, amount: i64) {
    let amount = Some(Money::new(amount * CNY.scale(), CNY));
    let lead = Lead { closes: closes.parse().ok(), amount, ..Lead::default() };
    put(workspace, LeadId::drawn(id), &lead);
}

fn told(workspace: &Workspace) -> Load {
    load(workspace, day("2026-11-25"), 6, &|_| 500)
}

/// The weeks with anything in them, each as its Monday, firm and likely person-days.
#[track_caller]
fn check(workspace: &Workspace, expect: &[(&str, &str, &str)]) {
    let load = told(workspace);
    let weeks = load.weeks.iter().filter(|it| it.promised() != Effort::NONE);
    let weeks: Vec<(String, String, String)> = weeks
        .map(|it| (it.monday.to_string(), it.firm.to_string(), it.likely.to_string()))
        .collect();
    let expect: Vec<(String, String, String)> =
        expect.iter().map(|(a, b, c)| ((*a).into(), (*b).into(), (*c).into())).collect();
    assert_eq!(weeks, expect);
}

#[test]
fn work_is_spread_over_working_days() {
    let mut workspace = team();
    put(&mut workspace, DeliveryTaskId::drawn(1), &task("2026-12-03", "2026-12-11", days(7)));
    check(&workspace, &[("2026-11-30", "2", "0"), ("2026-12-07", "5", "0")]);
    let settings = Settings { holidays: vec![day("2026-12-07")], ..Settings::default() };
    put(&mut workspace, Settings::ID, &settings);
    check(&workspace, &[("2026-11-30", "2.33", "0"), ("2026-12-07", "4.67", "0")]);
}

/// Tasks and deals of every kind: what stands behind a week is the week, to the minute.
#[test]
fn the_records_behind_a_week_are_the_week() {
    let mut workspace = team();
    put(&mut workspace, DeliveryTaskId::drawn(1), &task("2026-12-03", "2026-12-11", days(7)));
    put(&mut workspace, DeliveryTaskId::drawn(2), &task("2026-11-02", "2026-11-03", days(3)));
    lead(&mut workspace, 1, "2026-11-30", 20_000);
    lead(&mut workspace, 2, "2026-10-01", 7_000);
    won(&mut workspace, 3, "2026-11-20", 9_000);
    let load = told(&workspace);
    let mut met = BTreeSet::new();
    for week in &load.weeks {
        let behind = load.behind(week.monday);
        let sum = |of: &[(Behind, Effort)]| of.iter().map(|it| it.1).sum::<Effort>();
        assert_eq!([sum(&behind[0]), sum(&behind[1])], [week.firm, week.likely], "{week:?}");
        met.extend(behind.into_iter().flatten().map(|it| it.0));
    }
    assert_eq!(met.len(), 5);
}

#[test]
fn what_is_done_is_no_load_and_what_is_vague_is_told() {
    let mut workspace = team();
    let done = DeliveryTask { state: TaskState::Done, ..task("2026-12-03", "2026-12-04", days(2)) };
    put(&mut workspace, DeliveryTaskId::drawn(1), &done);
    put(&mut workspace, DeliveryTaskId::drawn(2), &task("", "", days(2)));
    put(&mut workspace, DeliveryTaskId::drawn(3), &task("2026-12-03", "", Effort::NONE));
    put(&mut workspace, DeliveryTaskId::drawn(4), &task("", "2026-12-03", days(3)));
    check(&workspace, &[("2026-11-30", "3", "0")]);
    assert_eq!(told(&workspace).vague_tasks, 2);
}

#[test]
fn a_deal_brings_its_work_by_its_odds_after_it_closed() {
    let mut workspace = team();
    lead(&mut workspace, 1, "2026-11-30", 20_000);
    check(&workspace, &[("2026-12-07", "0", "5"), ("2026-12-14", "0", "5")]);
    // One that should have closed already can begin no earlier than if it closed today.
    lead(&mut workspace, 1, "2026-10-01", 20_000);
    let expect = [("2026-11-30", "0", "3"), ("2026-12-07", "0", "5"), ("2026-12-14", "0", "2")];
    check(&workspace, &expect);
}

#[test]
fn what_a_product_says_goes_before_the_amount() {
    let mut workspace = team();
    let product = ProductId::drawn(1);
    let effort = ProductEffort { product: Some(product), effort: days(4) };
    put(&mut workspace, ProductEffort::id_of(product), &effort);
    lead(&mut workspace, 1, "2026-11-30", 20_000);
    let sold = Lead {
        product: Some(product),
        ..workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead")
    };
    put(&mut workspace, LeadId::drawn(1), &sold);
    check(&workspace, &[("2026-12-07", "0", "1"), ("2026-12-14", "0", "1")]);
}

fn won(workspace: &mut Workspace, id: u64, closes: &str, amount: i64) {
    let stage = crate::domain::id::StageId::drawn(1);
    let won = crate::domain::pipeline::Stage { outcome: Outcome::Won, ..Default::default() };
    put(workspace, stage, &won);
    lead(workspace, id, closes, amount);
    let known = workspace.leads.get(LeadId::drawn(id)).cloned().expect("a lead");
    let lead = Lead { stage: Some(stage), name: "Aster".to_owned(), ..known };
    put(workspace, LeadId::drawn(id), &lead);
}

// The work begins on 27 November, a week after the 20th, and takes two weeks: one day of the first,
// five of the second and four of the third are working days.
#[test]
fn a_won_deal_stays_in_full_until_its_project_has_tasks() {
    let mut workspace = team();
    won(&mut workspace, 1, "2026-11-20", 20_000);
    let expect = [("2026-11-23", "2", "0"), ("2026-11-30", "10", "0"), ("2026-12-07", "8", "0")];
    check(&workspace, &expect);
    let task =
        DeliveryTask { project: "ASTER ".to_owned(), ..task("2026-12-07", "2026-12-11", days(3)) };
    put(&mut workspace, DeliveryTaskId::drawn(1), &task);
    check(&workspace, &[("2026-12-07", "3", "0")]);
}

#[test]
fn tasks_that_are_overdue_load_the_running_week() {
    let mut workspace = team();
    put(&mut workspace, DeliveryTaskId::drawn(1), &task("2026-11-02", "2026-11-20", days(3)));
    check(&workspace, &[("2026-11-23", "3", "0")]);
}

// Two of a product of four days, and a product of which nothing is said but its part of the amount:
// 12,000 of 20,000 are 12 days. Half of 8 + 12 days is expected.
#[test]
fn every_product_brings_its_work_as_often_as_it_is_sold() {
    let mut workspace = team();
    let (said, unsaid) = (ProductId::drawn(1), ProductId::drawn(2));
    let effort = ProductEffort { product: Some(said), effort: days(4) };
    put(&mut workspace, ProductEffort::id_of(said), &effort);
    lead(&mut workspace, 1, "2026-11-30", 20_000);
    let line = |product, quantity, price| crate::domain::product_line::ProductLine {
        quantity,
        ..crate::domain::product_line::ProductLine::one(product, Money::new(price, CNY))
    };
    let lines = vec![line(said, 2 * ONE, 400_000), line(unsaid, ONE, 1_200_000)];
    let known = workspace.leads.get(LeadId::drawn(1)).cloned().expect("a lead");
    put(&mut workspace, LeadId::drawn(1), &Lead { lines, ..known });
    check(&workspace, &[("2026-12-07", "0", "5"), ("2026-12-14", "0", "5")]);
    let rules = DeliveryRules { per_day: None, ..DeliveryRules::of(&workspace) };
    put(&mut workspace, DeliveryRules::ID, &rules);
    check(&workspace, &[("2026-12-07", "0", "2"), ("2026-12-14", "0", "2")]);
    assert_eq!((told(&workspace).partly_sized, told(&workspace).unsized_deals), (1, 0));
}

#[test]
fn deals_that_nothing_can_be_said_of_are_counted() {
    let mut workspace = team();
    lead(&mut workspace, 1, "", 20_000);
    put(
        &mut workspace,
        LeadId::drawn(2),
        &Lead { closes: Some(day("2026-12-01")), ..Lead::default() },
    );
    let load = told(&workspace);
    assert_eq!((load.undated, load.unsized_deals, load.promises.len()), (1, 1, 0));
}

#[test]
fn the_fewest_deals_that_would_mend_a_week_are_named() {
    let mut workspace = team();
    put(&mut workspace, DeliveryTaskId::drawn(1), &task("2026-12-07", "2026-12-11", days(6)));
    for (id, amount) in [(1, 4_000), (2, 16_000), (3, 8_000)] {
        lead(&mut workspace, id, "2026-11-30", amount);
    }
    let load = told(&workspace);
    let week = load.weeks[2];
    assert_eq!((week.promised(), week.excess()), (days(13), Some(days(3))));
    let mended = mend(&load, &week).expect("too much");
    assert_eq!(mended, Mend { deals: vec![(LeadId::drawn(2), days(4))], beyond: Effort::NONE });
    assert_eq!(mend(&load, &load.weeks[3]), None);
}

#[test]
fn a_week_that_is_not_as_usual_has_its_own_capacity() {
    let mut workspace = team();
    let monday = Some(day("2026-12-07"));
    let week = WeekCapacity { monday, capacity: Effort::NONE };
    put(&mut workspace, WeekCapacity::id_of(day("2026-12-09")), &week);
    let load = told(&workspace);
    let held: Vec<Option<Effort>> = load.weeks.iter().map(|it| it.capacity).collect();
    assert_eq!(held[1..4], [Some(days(10)), Some(Effort::NONE), Some(days(10))]);
    assert_eq!(told(&Workspace::default()).weeks[0].capacity, None, "nobody has said");
}

proptest! {
    #[test]
    fn the_parts_of_weeks_are_the_whole(
        minutes in 0_i64..10_000_000,
        first in 0_u64..4_000,
        length in 0_u64..800,
        off in prop::collection::vec(0_u64..4_800, 0..40),
    ) {
        let start = day("2020-01-01");
        let holidays = off.into_iter().map(|it| start.plus(it)).collect();
        let settings = Settings { holidays, ..Settings::default() };
        let first = start.plus(first);
        let span = Span { first, last: first.plus(length) };
        let weeks = over_weeks(Effort { minutes }, span, &settings);
        prop_assert_eq!(weeks.values().copied().sum::<Effort>().minutes, minutes);
        prop_assert!(weeks.keys().all(|it| *it == monday(*it) && *it <= span.last));
        prop_assert!(weeks.values().all(|it| Effort::NONE < *it));
    }

    /// No week takes a minute more or less than its share of the working days.
    #[test]
    fn every_week_takes_its_share(minutes in 1_i64..1_000_000, length in 13_u64..200) {
        let first = day("2026-01-05");
        let span = Span { first, last: first.plus(length) };
        let settings = Settings::default();
        let all = working_days(span, &settings);
        for (monday, part) in over_weeks(Effort { minutes }, span, &settings) {
            let last = span.last.min(monday.plus(6));
            let own = working_days(Span { first: monday, last }, &settings);
            prop_assert!((part.minutes * all - minutes * own).abs() < all);
        }
    }
}
