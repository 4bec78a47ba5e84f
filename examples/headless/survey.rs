//! `survey FILE`: what the answers of a survey add up to.
//!
//! The file is `{"kind": "nps" | "csat" | "ces", "answers": […]}`. Answers are whole numbers, also
//! as texts ("9"); `null` and empty texts are missing and leave the base. See `docs/surveys.md` for
//! the scales, what the score is and which interval it has. An answer that is not on the scale is
//! refused with its place, because leaving it out would quietly change the score.

use std::collections::BTreeMap;

use huddle::domain::survey::score::{Scale, Tally};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Failure, json_text, only_file};

#[derive(Deserialize)]
struct Input {
    kind: String,
    answers: Vec<Value>,
}

/// Runs the verb.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let path = only_file("survey", arguments)?;
    let unusable = |what: String| Failure::unusable(format!("{path}: {what}"));
    let text = json_text(path).map_err(unusable)?;
    let input: Input = serde_json::from_str(&text).map_err(|error| unusable(error.to_string()))?;
    answer(&input).map_err(unusable)
}

fn answer(input: &Input) -> Result<Value, String> {
    let scale = scale(&input.kind)?;
    let (mut tally, mut missing) = (Tally::new(scale), 0_u64);
    for (place, answer) in input.answers.iter().enumerate() {
        let wrong = || {
            let (low, high) = scale.ends();
            let (nth, kind) = (place + 1, &input.kind);
            format!("answer {nth} is {answer}; {kind} takes whole numbers from {low} to {high}")
        };
        match answer {
            Value::Null => missing += 1,
            Value::String(text) if text.trim().is_empty() => missing += 1,
            answer => {
                let number = number(answer).ok_or_else(wrong)?;
                tally.add(number).map_err(|_| wrong())?;
            }
        }
    }
    let score = tally.score();
    Ok(json!({
        "score": score.map(|it| it.value),
        "counts": counts(&tally, missing),
        "interval": score.map(|it| [it.low, it.high]),
    }))
}

fn scale(kind: &str) -> Result<Scale, String> {
    match kind.to_lowercase().as_str() {
        "nps" => Ok(Scale::Nps),
        "csat" => Ok(Scale::Csat),
        "ces" => Ok(Scale::Ces),
        _ => Err(format!("the kind is {kind}; nps, csat and ces are known")),
    }
}

fn number(answer: &Value) -> Option<i64> {
    let whole = |it: f64| (it.fract() == 0.0 && it.abs() < 1e6).then_some(it as i64);
    match answer {
        Value::Number(number) => number.as_i64().or_else(|| whole(number.as_f64()?)),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// How often each answer was given, what they count as, and how many there are.
fn counts(tally: &Tally, missing: u64) -> BTreeMap<String, u64> {
    let by_answer = tally.by_answer().map(|(answer, count)| (answer.to_string(), count));
    let groups: &[(&str, i64, i64)] = match tally.scale {
        Scale::Nps => &[("promoters", 9, 10), ("passives", 7, 8), ("detractors", 0, 6)],
        Scale::Csat => &[("satisfied", 4, 5)],
        Scale::Ces | Scale::Rating | Scale::YesNo => &[],
    };
    let groups =
        groups.iter().map(|(name, low, high)| ((*name).to_owned(), tally.between(*low, *high)));
    let all = [("answered".to_owned(), tally.answers()), ("missing".to_owned(), missing)];
    by_answer.chain(groups).chain(all).collect()
}
