//! Pay against worked examples that others have published, each with its source in
//! `tests/fixtures/pay/published.json`, written from `docs/commission.md` alone.

use serde_json::Value;

use crate::import_support::headless::commission::answer;

#[test]
fn examples_that_others_have_worked_out_pay_what_they_say() {
    let text = include_str!("fixtures/pay/published.json");
    let cases: Vec<Value> = serde_json::from_str(text).expect("JSON");
    for case in &cases {
        let of = case["source"].as_str().expect("a source");
        let answer =
            answer(&case["plan"], &case["facts"]).unwrap_or_else(|why| panic!("{of}: {why}"));
        for (key, value) in case["expect"].as_object().expect("an object") {
            assert_eq!(&answer[key], value, "{key} of {of}\n{answer:#}");
        }
    }
}
