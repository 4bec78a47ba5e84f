//! Comparisons, trends and cohorts against what SciPy and statsmodels give.
//!
//! Truth: `tests/fixtures/insight/answers.json`, made by the script beside it.

use std::sync::LazyLock;

use huddle::domain::calendar::Day;
use huddle::domain::cohorts::{Case, cohorts};
use huddle::domain::contrast::{Exact, corrected, rank_chance};
use huddle::domain::insight::Rate;
use huddle::domain::pipeline::Outcome;
use huddle::domain::unusual::usual;
use serde_json::Value;

static ANSWERS: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("fixtures/insight/answers.json")).expect("the fixtures")
});

fn cases(part: &str) -> &'static Vec<Value> {
    ANSWERS[part].as_array().expect(part)
}

fn numbers(value: &Value) -> Vec<f64> {
    let list = value.as_array().expect("a list");
    list.iter().map(|it| it.as_f64().expect("a number")).collect()
}

#[track_caller]
fn near(found: f64, expect: f64, off: f64) {
    assert!((found - expect).abs() <= off, "{found}, {expect}");
}

#[track_caller]
fn check_groups(part: &str) {
    let count = |it: &Value, name: &str| it[name].as_u64().expect(name);
    let rate = |it: &Value| (count(it, "won"), count(it, "closed"));
    let all = cases(part).iter().map(rate).fold((0, 0), |a, b| (a.0 + b.0, a.1 + b.1));
    let exact = Exact::up_to(all.1);
    let chance =
        |(won, closed): (u64, u64)| exact.chance((won, closed), (all.0 - won, all.1 - closed));
    let chances: Vec<f64> = cases(part).iter().map(|it| chance(rate(it))).collect();
    for ((it, chance), holm) in cases(part).iter().zip(&chances).zip(corrected(&chances)) {
        let (won, closed) = rate(it);
        let found = Rate::new(won, closed).expect("a rate");
        let interval = numbers(&it["interval"]);
        near(found.low, interval[0], 1e-12);
        near(found.high, interval[1], 1e-12);
        near(*chance, it["chance"].as_f64().expect("a chance"), 1e-9);
        near(holm, it["corrected"].as_f64().expect("a chance"), 1e-9);
    }
}

#[test]
fn people_and_products_are_compared_as_other_tools_do() {
    check_groups("agents");
    check_groups("products");
}

// The normal distribution is known to seven digits here.
#[test]
fn ranks_are_compared_as_scipy_does() {
    for case in cases("ranks") {
        let whole = |name: &str| -> Vec<i64> {
            numbers(&case[name]).into_iter().map(|it| it as i64).collect()
        };
        let chance = rank_chance(&whole("one"), &whole("other")).expect("enough");
        near(chance, case["chance"].as_f64().expect("a chance"), 2e-7);
    }
}

#[test]
fn unusual_months_are_those_of_the_robust_line() {
    for case in cases("series") {
        let found = usual(&numbers(&case["values"]), 12).expect("enough");
        let expect = numbers(&case["expected"]);
        found.expected.iter().zip(expect).for_each(|(a, b)| near(*a, b, 1e-9));
        let unusual: Vec<f64> = found.unusual.iter().map(|it| *it as f64).collect();
        assert_eq!(unusual, numbers(&case["unusual"]));
    }
}

/// The deals of the real data as cohorts want them.
fn deals() -> Vec<Case> {
    let path =
        concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/maven_crm/raw/sales_pipeline.csv");
    let text = std::fs::read_to_string(path).expect("the deals");
    let deal = |line: &str| {
        let cells: Vec<&str> = line.split(',').collect();
        let outcome = match cells[4] {
            "Won" => Outcome::Won,
            "Lost" => Outcome::Lost,
            _ => Outcome::Open,
        };
        Some(Case { created: cells[5].parse().ok()?, closes: cells[6].parse().ok(), outcome })
    };
    text.lines().skip(1).filter_map(deal).collect()
}

#[test]
fn cohorts_of_real_deals_are_those_counted_one_by_one() {
    let today: Day = "2018-01-01".parse().expect("a day");
    let found = cohorts(&deals(), today, 24, 24);
    assert_eq!(found.len(), cases("cohorts").len());
    for (cohort, expect) in found.iter().zip(cases("cohorts")) {
        assert_eq!(cohort.month.to_string()[..7], *expect["month"].as_str().expect("a month"));
        assert_eq!(Value::from(cohort.leads), expect["leads"]);
        let cells: Vec<Value> =
            cohort.cells.iter().map(|it| vec![it.won, it.lost].into()).collect();
        assert_eq!(Value::from(cells), expect["cells"]);
    }
}
