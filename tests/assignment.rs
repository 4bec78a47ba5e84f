//! Assignments against the optimum that another solver finds.
//!
//! Truth: `tests/fixtures/assignment/instances.json`, made by the script beside it with SciPy's
//! HiGHS. The headless verb is what is asked, because it is what others ask.

use crate::import_support::headless::run;
use huddle::domain::assignment::solve::{Problem, solve};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

fn assign(name: &str, input: &Value) -> Result<Value, u8> {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    std::fs::write(&place, input.to_string()).expect("the target folder is writable");
    run(&["assign".to_owned(), place.display().to_string()]).map_err(|failure| failure.exit)
}

fn instances() -> Vec<Value> {
    let text = include_str!("fixtures/assignment/instances.json");
    let instances: Vec<Value> = serde_json::from_str(text).expect("the fixtures");
    assert!(100 < instances.len());
    instances
}

#[test]
fn the_total_is_the_optimum_and_the_rules_hold() {
    for instance in instances() {
        let (name, input) = (&instance["name"], &instance["input"]);
        let answer = assign("instance", input).expect("an answer");
        let total = answer["total"].as_f64().expect("a number");
        let optimum = instance["total"].as_f64().expect("a number");
        assert!((total - optimum).abs() < 1e-9, "{name}: {total} and not {optimum}");
        assert!((total - sum_within_rules(input, &answer)).abs() < 1e-9, "{name}");
    }
}

/// With a bonus for each allowed pair, as the product gives it, no lead stays over that could be
/// placed.
#[test]
fn as_many_leads_are_placed_as_can_be() {
    let mut short = 0;
    for instance in instances() {
        let mut input = instance["input"].clone();
        let rows = input["score"].as_array_mut().expect("rows").iter_mut();
        let pairs = rows.flat_map(|row| row.as_array_mut().expect("a row"));
        for pair in pairs.filter(|it| !it.is_null()) {
            *pair = json!(pair.as_f64().expect("a number") + 1e5);
        }
        let answer = assign("bonus", &input).expect("an answer");
        let owners = answer["assignment"].as_object().expect("owners");
        let placed = owners.values().filter(|it| !it.is_null()).count() as u64;
        assert_eq!(Some(placed), instance["placed"].as_u64(), "{}", instance["name"]);
        short += usize::from(placed < owners.len() as u64);
    }
    assert!(40 < short, "only {short} instances in which not all leads can be placed");
}

/// The size that the product promises, with places that are just enough, ample and too few, and
/// pairs that a rule forbids. The prices prove each answer (see [`Solution::is_proved`]).
#[test]
fn ten_thousand_leads_find_the_optimum_among_a_hundred_people() {
    for (seed, places) in [(1, 100), (2, 130), (3, 80)] {
        let mut state: u64 = seed;
        // Knuth's generator (MMIX).
        let mut draw = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005);
            state = state.wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as i64
        };
        let mut problem = Problem::new(vec![places; 100]);
        for _ in 0..10_000 {
            let row: Vec<Option<i64>> = (0..100)
                .map(|_| Some(1_000_000 + draw() % 1_000).filter(|_| draw() % 10 != 0))
                .collect();
            problem.push(&row);
        }
        let solution = solve(&problem);
        assert_eq!(solution.owners.len(), 10_000);
        assert!(solution.is_proved(&problem), "seed {seed}");
        let placed = solution.owners.iter().flatten().count();
        assert_eq!(placed, 10_000.min(100 * places as usize), "seed {seed}");
    }
}

/// The sum of the scores of what was assigned; every pair is allowed and nobody has too many.
fn sum_within_rules(input: &Value, answer: &Value) -> f64 {
    let list = |key: &str| input[key].as_array().expect("a list").clone();
    let (people, leads) = (list("people"), list("leads"));
    let mut taken: BTreeMap<usize, u64> = BTreeMap::new();
    let mut sum = 0.0;
    for (at, lead) in leads.iter().enumerate() {
        let owner = &answer["assignment"][lead["id"].as_str().expect("an id")];
        if let Some(person) = people.iter().position(|it| &it["id"] == owner) {
            sum += input["score"][at][person].as_f64().expect("an allowed pair");
            *taken.entry(person).or_default() += 1;
        } else {
            assert_eq!(owner, &Value::Null);
        }
    }
    for (person, taken) in taken {
        assert!(taken <= people[person]["capacity"].as_u64().expect("a number"));
    }
    sum
}

#[test]
fn a_file_that_does_not_fit_together_is_refused() {
    let people = json!([{ "id": "a", "capacity": 1 }]);
    let lead = json!({ "id": "x" });
    let check = |input: Value| assert_eq!(assign("odd", &input), Err(2), "{input}");
    check(json!({ "people": people, "leads": [lead] }));
    check(json!({ "people": people, "leads": [lead], "score": [] }));
    check(json!({ "people": people, "leads": [lead], "score": [[1, 2]] }));
    check(json!({ "people": people, "leads": [lead, lead], "score": [[1], [1]] }));
    check(json!({ "people": [{ "id": "a", "capacity": -1 }], "leads": [lead], "score": [[1]] }));
}
