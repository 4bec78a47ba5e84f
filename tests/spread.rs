//! The headless verb `spread` against its contract: parts that are the total, locks that hold,
//! refusals with their reason.

use crate::import_support::headless::run;
use serde_json::{Value, json};
use std::path::PathBuf;

fn spread(name: &str, input: &Value) -> Result<Value, String> {
    spread_text(name, &input.to_string())
}

fn spread_text(name: &str, input: &str) -> Result<Value, String> {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("spread-{name}.json"));
    std::fs::write(&place, input).expect("the target folder is writable");
    let answer = run(&["spread".to_owned(), place.display().to_string()]);
    answer.map_err(|failure| {
        assert_eq!(failure.exit, 2);
        failure.complaint.split_once(": ").expect("a file and a reason").1.to_owned()
    })
}

#[track_caller]
fn check(name: &str, input: Value, expect: Value) {
    assert_eq!(spread(name, &input), Ok(json!({ "cells": expect })));
}

#[track_caller]
fn check_refused(name: &str, input: Value, expect: &str) {
    assert_eq!(spread(name, &input), Err(expect.to_owned()));
}

#[test]
fn parts_are_the_total_in_the_digits_of_the_currency() {
    let cells = json!([{"id": "a", "weight": 1}, {"id": "b", "weight": 1}, {"id": 3, "weight": 1}]);
    for (total, minor_units, parts) in [
        (json!(100), 2, ["33.34", "33.33", "33.33"]),
        (json!("100.00"), 100, ["33.34", "33.33", "33.33"]),
        (json!(100), 0, ["34", "33", "33"]),
        (json!(100), 1, ["34", "33", "33"]),
        (json!(0.1), 3, ["0.034", "0.033", "0.033"]),
    ] {
        let input = json!({ "total": total, "minor_units": minor_units, "cells": cells });
        let [a, b, c] = parts;
        check("digits", input, json!({ "a": a, "b": b, "3": c }));
    }
}

#[test]
fn locks_and_broken_weights_are_kept_exactly() {
    let cells = json!([
        {"id": "free", "weight": 0.1},
        {"id": "fixed", "weight": 9, "locked": "10.01"},
        {"id": "number", "locked": 20},
        {"id": "kept", "weight": 1, "locked": true, "amount": 5},
        {"id": "open", "weight": "0.25", "locked": false},
    ]);
    let parts = json!({
        "free": "18.57", "fixed": "10.01", "number": "20.00", "kept": "5.00", "open": "46.42",
    });
    check("locks", json!({ "total": 100, "minor_units": 2, "cells": cells }), parts);
}

// A sum in floating point has seventeen places; times as many, the other weight is no whole number
// of 64 bits any more. Of 10,000.00, 0.30000000000000004 of 10,000.00000000000000004 is 0.30 and less than a
// trillionth.
#[test]
fn weights_of_many_places_count_as_they_are_written() {
    let cells = json!([{"id": "a", "weight": 0.1 + 0.2}, {"id": "b", "weight": 9999.7}]);
    let parts = json!({ "a": "0.30", "b": "9999.70" });
    check("places", json!({ "total": 10_000, "minor_units": 2, "cells": cells }), parts);
    let cells = json!([{"id": "a", "weight": 1e-300}, {"id": "b", "weight": 5}]);
    let parts = json!({ "a": "0.00", "b": "1.00" });
    check("tiny", json!({ "total": 1, "minor_units": 2, "cells": cells }), parts);
}

// What a locked cell weighs decides nothing: two to one of 60.00 is 40.00 and 20.00.
#[test]
fn the_weight_of_a_locked_cell_takes_nothing_from_the_others() {
    let cells = json!([
        {"id": "a", "weight": "0.000002"},
        {"id": "fixed", "weight": 9e18, "locked": 40},
        {"id": "b", "weight": "0.000001"},
    ]);
    let parts = json!({ "a": "40.00", "fixed": "40.00", "b": "20.00" });
    check("locked-weight", json!({ "total": 100, "minor_units": 2, "cells": cells }), parts);
}

/// The cases of `fixtures/spread/spread.py`: weights from 1e-300 to 1e300 and of thirty digits, totals
/// up to nine quintillion minor units on both sides of zero, in Python's exact fractions.
#[test]
fn parts_are_those_of_exact_fractions() {
    let cases: Value =
        serde_json::from_str(include_str!("fixtures/spread/spread.json")).expect("JSON");
    let cases = cases.as_array().expect("cases");
    assert_eq!(cases.len(), 300);
    for (at, case) in cases.iter().enumerate() {
        let input = case["input"].as_str().expect("a file");
        assert_eq!(spread_text("exact", input), Ok(json!({ "cells": case["cells"] })), "{at}");
    }
}

#[test]
fn what_cannot_be_is_refused_with_the_reason() {
    let input =
        |total: Value, cells: Value| json!({ "total": total, "minor_units": 2, "cells": cells });
    let locked = json!([{"id": "a", "weight": 1, "locked": 80}, {"id": "b", "locked": 40}]);
    let why = "the locked cells hold 120.00, more than the total 100.00";
    check_refused("exceed", input(json!(100), locked.clone()), why);
    let why = "all cells are locked: they hold 120.00 and not 130.00";
    check_refused("none-free", input(json!(130), locked), why);
    let one = json!([{"id": "a", "weight": 1}]);
    let opposed = json!([{"id": "a", "weight": 1}, {"id": "b", "locked": 2}]);
    let why = "cell b is locked above zero, and the total is -1.00";
    check_refused("opposed", input(json!(-1), opposed), why);
    let further = json!([{"id": "a", "weight": 1}, {"id": "b", "locked": -2}]);
    let why = "the locked cells hold -2.00, further below zero than the total -1.00";
    check_refused("further", input(json!(-1), further.clone()), why);
    let why = "cell b is locked below zero, and the total is 1.00";
    check_refused("below", input(json!(1), further), why);
    let apart = json!([{"id": "a", "weight": "1e5000"}, {"id": "b", "weight": 1}]);
    let why = "the weights are more than five thousand digits apart";
    check_refused("apart", input(json!(1), apart), why);
    let odd = json!([{"id": "a", "weight": "1e"}]);
    check_refused("odd", input(json!(1), odd), "the weight of cell a is \"1e\"");
    let why = "the total is 0.005: more digits than the 2 after the point, or too large";
    check_refused("too-fine", input(json!(0.005), one), why);
    let weightless = json!([{"id": "a", "weight": -1}]);
    check_refused("weight", input(json!(1), weightless), "cell a weighs less than zero");
    let unknown = json!([{"id": "a", "weight": 1, "locked": true}, {"id": "b"}]);
    let why = "cell a is locked and has no amount to be locked at";
    check_refused("no-amount", input(json!(1), unknown), why);
    let words = json!([{"id": "a\nb", "locked": "much"}]);
    let why = "cell a b is locked, and its amount is no amount: \"much\"";
    check_refused("words", input(json!(1), words), why);
    check_refused("no-cell", input(json!(1), json!([])), "there is no cell to take 1.00");
    let twice = json!([{"id": "a", "weight": 1}, {"id": "a", "weight": 1}]);
    check_refused("twice", input(json!(1), twice), "two cells have the id a");
}
