//! Bias, calibration and haircut against what NumPy, SciPy and exact fractions give.
//!
//! Truth: `tests/fixtures/promises/answers.json`, made by the script beside it.

use huddle::domain::promise::{Kept, Reliability, expected_part, haircut};
use huddle::domain::round::Said;
use serde_json::Value;

fn int(value: &Value, name: &str) -> i64 {
    value[name].as_i64().expect("a whole number")
}

fn kept(row: &Value) -> Vec<Kept> {
    let promise = |it: &Value| Kept {
        said: Said { worst: int(it, "worst"), commit: int(it, "commit"), best: int(it, "best") },
        actual: int(it, "actual"),
    };
    row["promises"].as_array().expect("promises").iter().map(promise).collect()
}

#[track_caller]
fn check(found: f64, row: &Value, name: &str) {
    let expect = row[name].as_f64().expect("a number");
    assert!((found - expect).abs() < 1e-9, "{name}: {found} instead of {expect}");
}

#[test]
fn promises_are_judged_as_other_tools_do() {
    let cases: Value =
        serde_json::from_str(include_str!("fixtures/promises/answers.json")).expect("the fixtures");
    for people in cases.as_array().expect("cases").iter().map(|it| it.as_array().expect("rows")) {
        let all: Vec<Kept> = people.iter().flat_map(kept).collect();
        let team = Reliability::of(&all);
        for row in people {
            let own = Reliability::of(&kept(row));
            assert_eq!(own.bias.is_some(), !row["bias"].is_null());
            own.bias.into_iter().for_each(|it| check(it, row, "bias"));
            let within = own.within.expect("promises");
            assert_eq!(within.successes as i64, int(row, "hits"));
            check(within.low, row, "low");
            check(within.high, row, "high");
            let part = expected_part(&own, &team);
            check(part, row, "part");
            let cut = haircut(int(row, "commit"), int(row, "won"), part);
            assert_eq!(cut, int(row, "expected"));
        }
    }
}
