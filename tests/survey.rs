//! The headless verb `survey`: scores against published examples, intervals against other tools.
//!
//! Truth: `../shared/data/survey_and_pipeline_cases.json` (each case names its source) and
//! `tests/fixtures/survey/answers.json`, made by the script beside it.

use crate::import_support;
use std::path::PathBuf;

use crate::import_support::headless::run;
use huddle::domain::survey::score::{Scale, Tally};
use serde_json::{Value, json};

fn survey(name: &str, input: &Value) -> Result<Value, String> {
    let place = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("survey-{name}.json"));
    std::fs::write(&place, input.to_string()).expect("the target folder is writable");
    let answer = run(&["survey".to_owned(), place.display().to_string()]);
    answer.map_err(|failure| {
        assert_eq!(failure.exit, 2);
        failure.complaint.split_once(": ").expect("a file and a reason").1.to_owned()
    })
}

/// The same answer so many times.
fn times(answer: i64, count: u64) -> Vec<Value> {
    (0..count).map(|_| json!(answer)).collect()
}

/// Answers that count as so many of each group, from the groups' edges.
fn grouped(groups: &[(i64, u64)]) -> Value {
    json!(groups.iter().flat_map(|(answer, count)| times(*answer, *count)).collect::<Vec<_>>())
}

fn count(inputs: &Value, name: &str) -> u64 {
    inputs[name].as_u64().unwrap_or(0)
}

/// The kind and the answers of a published case.
fn asked(case: &Value) -> Option<(&'static str, Value)> {
    let inputs = &case["inputs"];
    let of = |name: &str| count(inputs, name);
    Some(match case["metric"].as_str()? {
        "CSAT" => ("csat", grouped(&[5, 4, 3, 2, 1].map(|it| (it, of(&it.to_string()))))),
        "CSAT segment" => {
            let rest = of("responses") - of("satisfied");
            ("csat", grouped(&[(4, of("satisfied")), (3, rest)]))
        }
        "NPS" => {
            let groups = [(9, of("promoters")), (8, of("passives")), (6, of("detractors"))];
            ("nps", grouped(&groups))
        }
        "NPS from shares" => {
            let (up, down) = (of("promoters_pct"), of("detractors_pct"));
            ("nps", grouped(&[(10, up), (7, 100 - up - down), (0, down)]))
        }
        "NPS with missing answer" => ("nps", inputs["scores"].clone()),
        "NPS sampling variance" => ("nps", grouped(&[(10, 162), (7, 108), (3, 54)])),
        _ => return None,
    })
}

#[test]
fn every_published_case_agrees() {
    let cases = import_support::json("survey_and_pipeline_cases.json");
    let cases = cases["surveys"].as_array().expect("cases");
    for case in cases {
        let name = case["id"].as_str().expect("an id");
        let (kind, answers) = asked(case).expect("a case of a known kind");
        let answer = survey(name, &json!({ "kind": kind, "answers": answers })).expect("a score");
        let score = answer["score"].as_f64().expect("a score");
        let expect = &case["recomputed"];
        let expect = expect.as_f64().or_else(|| expect["NPS"].as_f64().map(|it| 100.0 * it));
        assert!((score - expect.expect("a truth")).abs() < 1e-4, "{name}: {score}");
    }
    assert_eq!(cases.len(), 10);
}

// The variance of a ticket of +1, 0 and -1 from the same file: with 324 answers the usual interval
// and the product's differ by less than half a point.
#[test]
fn with_many_answers_the_interval_is_the_usual_one() {
    let answers = grouped(&[(10, 162), (7, 108), (3, 54)]);
    let answer = survey("usual", &json!({ "kind": "nps", "answers": answers })).expect("a score");
    for (end, sign) in [(0, -1.0), (1, 1.0)] {
        let usual = 100.0 * (1.0 / 3.0 + sign * 1.959_964 * 0.041_409);
        let found = answer["interval"][end].as_f64().expect("an end");
        assert!((found - usual).abs() < 0.5, "{found}, {usual}");
    }
}

#[track_caller]
fn check_interval(tally: &Tally, expect: &Value, off: f64) {
    let score = tally.score().expect("a score");
    for (found, end) in [(score.low, 0), (score.high, 1)] {
        let expect = expect[end].as_f64().expect("an end");
        assert!((found - expect).abs() < off, "{tally:?}: {found}, {expect}");
    }
}

fn tally(scale: Scale, groups: &[(i64, u64)]) -> Tally {
    let mut tally = Tally::new(scale);
    for (answer, count) in groups {
        (0..*count).for_each(|_| tally.add(*answer).expect("on the scale"));
    }
    tally
}

#[test]
fn intervals_agree_with_other_tools() {
    let truth: Value =
        serde_json::from_str(include_str!("fixtures/survey/answers.json")).expect("the fixtures");
    let cases = |kind: &str| truth[kind].as_array().expect("cases").clone();
    for case in cases("csat") {
        let [satisfied, answers] = ["satisfied", "answers"].map(|it| count(&case, it));
        let tally = tally(Scale::Csat, &[(5, satisfied), (1, answers - satisfied)]);
        check_interval(&tally, &case["interval"], 1e-9);
    }
    for case in cases("nps") {
        let [up, middle, down] = [0, 1, 2].map(|it| case["counts"][it].as_u64().expect("a count"));
        let tally = tally(Scale::Nps, &[(9, up), (8, middle), (6, down)]);
        check_interval(&tally, &case["interval"], 1e-6);
    }
    // A general optimiser finds the likeliest distribution to four digits or so.
    for case in cases("ces") {
        let of = |step: usize| case["counts"][step].as_u64().expect("a count");
        let groups: Vec<(i64, u64)> = (0..7).map(|it| (it as i64 + 1, of(it))).collect();
        check_interval(&tally(Scale::Ces, &groups), &case["interval"], 2e-3);
    }
}

#[test]
fn counts_tell_what_the_score_is_made_of() {
    let answers = json!([10, "9", 7.0, 6, 0, null, " "]);
    let answer = survey("counts", &json!({ "kind": "NPS", "answers": answers })).expect("a score");
    let count = |name: &str| answer["counts"][name].as_u64();
    let groups = ["promoters", "passives", "detractors", "answered", "missing", "10", "8"];
    assert_eq!(groups.map(count), [2, 1, 2, 5, 2, 1, 0].map(Some));
    assert_eq!(answer["score"], json!(0.0));
}

#[test]
fn nothing_answered_has_no_score() {
    let answer = survey("none", &json!({ "kind": "ces", "answers": [null] })).expect("counts");
    assert_eq!((&answer["score"], &answer["interval"]), (&Value::Null, &Value::Null));
}

#[track_caller]
fn check_refused(name: &str, input: Value, expect: &str) {
    assert_eq!(survey(name, &input), Err(expect.to_owned()));
}

#[test]
fn answers_off_the_scale_are_named_and_refused() {
    let of = |kind: &str, answer: Value| json!({ "kind": kind, "answers": [3, answer] });
    let told = "answer 2 is 11; nps takes whole numbers from 0 to 10";
    check_refused("eleven", of("nps", json!(11)), told);
    let told = "answer 2 is 0; csat takes whole numbers from 1 to 5";
    check_refused("zero", of("csat", json!(0)), told);
    let told = "answer 2 is 4.5; ces takes whole numbers from 1 to 7";
    check_refused("half", of("ces", json!(4.5)), told);
    let told = "answer 2 is \"good\"; ces takes whole numbers from 1 to 7";
    check_refused("word", of("ces", json!("good")), told);
    check_refused("kind", of("osat", json!(4)), "the kind is osat; nps, csat and ces are known");
}
