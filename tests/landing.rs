//! Landings against what SciPy and an enumeration in exact fractions give.
//!
//! Truth: `tests/fixtures/landing/answers.json`, made by the script beside it.

use huddle::domain::landing::{Deal, Landing};
use serde_json::Value;

/// The pairs of a case's list.
fn pairs(case: &Value, list: &str) -> Vec<(f64, f64)> {
    let number = |value: &Value| value.as_f64().expect("a number");
    let pair = |it: &Value| (number(&it[0]), number(&it[1]));
    case[list].as_array().expect("a list").iter().map(pair).collect()
}

#[test]
fn quantiles_and_chances_are_those_of_other_tools() {
    let cases: Value =
        serde_json::from_str(include_str!("fixtures/landing/answers.json")).expect("the fixtures");
    for (number, case) in cases.as_array().expect("cases").iter().enumerate() {
        let deals: Vec<Deal> = pairs(case, "deals")
            .into_iter()
            .map(|(amount, odds)| Deal { amount: amount as i64, odds })
            .collect();
        let landing = Landing::new(0, &deals, 0);
        assert!(landing.is_exact());
        for (level, expect) in pairs(case, "quantiles") {
            assert_eq!(landing.quantile(level), expect as i64, "case {number}, {level}");
        }
        for (goal, expect) in pairs(case, "chances") {
            let found = landing.chance_of(goal as i64);
            assert!((found - expect).abs() < 1e-9, "case {number}, goal {goal}: {found} {expect}");
        }
    }
}
