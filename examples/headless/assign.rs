//! `assign FILE`: the best assignment of leads to people with capacities.

use std::collections::BTreeMap;

use huddle::domain::assignment::solve::{Points, Problem, solve};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Failure, json_text, only_file};

#[derive(Deserialize)]
struct Input {
    people: Vec<Person>,
    leads: Vec<Lead>,
    score: Vec<Vec<Option<f64>>>,
}

#[derive(Deserialize)]
struct Person {
    id: Value,
    capacity: Value,
}

#[derive(Deserialize)]
struct Lead {
    id: Value,
}

/// Scores times the scale stay below this, so that sums of them are exact.
const LARGEST: f64 = (1_u64 << 44) as f64;

/// Runs the verb.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let path = only_file("assign", arguments)?;
    let unusable = |what: String| Failure::unusable(format!("{path}: {what}"));
    let text = json_text(path).map_err(unusable)?;
    let input: Input = serde_json::from_str(&text).map_err(|error| unusable(error.to_string()))?;
    let ids: Vec<String> = input.leads.iter().map(|lead| text_of(&lead.id)).collect();
    check(&input, &ids).map_err(unusable)?;

    let scale = scale(&input.score);
    let capacities: Result<Vec<u32>, String> = input.people.iter().map(capacity).collect();
    let mut problem = Problem::new(capacities.map_err(unusable)?);
    for row in &input.score {
        let points = row.iter().map(|it| it.map(|score| (score * scale).round() as Points));
        problem.push(&points.collect::<Vec<_>>());
    }
    let owners = solve(&problem).owners;
    let total: f64 =
        owners.iter().zip(&input.score).filter_map(|(owner, row)| row[(*owner)?]).sum();
    let assignment: BTreeMap<&String, Value> = ids
        .iter()
        .zip(owners)
        .map(|(id, owner)| (id, owner.map_or(Value::Null, |it| input.people[it].id.clone())))
        .collect();
    Ok(json!({ "assignment": assignment, "total": number(total) }))
}

/// How many leads a person can take: a whole number, also as 5.0; more than there can be leads is as
/// many as there are.
fn capacity(person: &Person) -> Result<u32, String> {
    let number = person.capacity.as_f64().filter(|it| 0.0 <= *it && it.fract() == 0.0);
    number.map(|it| it.min(f64::from(u32::MAX)) as u32).ok_or_else(|| {
        let (id, given) = (text_of(&person.id), &person.capacity);
        format!("the capacity of person {id} is {given}, and not a whole number from 0")
    })
}

fn check(input: &Input, ids: &[String]) -> Result<(), String> {
    let (leads, people) = (ids.len(), input.people.len());
    if input.score.len() != leads {
        return Err(format!("{leads} leads, but {} rows of scores", input.score.len()));
    }
    if let Some(row) = input.score.iter().position(|row| row.len() != people) {
        let found = input.score[row].len();
        return Err(format!("{people} people, but {found} scores for lead {}", ids[row]));
    }
    let mut seen = std::collections::BTreeSet::new();
    match ids.iter().find(|id| !seen.insert(*id)) {
        Some(id) => Err(format!("two leads have the id {id}")),
        None => Ok(()),
    }
}

/// The largest power of two that keeps all scores, times it, in exact whole numbers.
fn scale(scores: &[Vec<Option<f64>>]) -> f64 {
    let largest = scores.iter().flatten().flatten().fold(1.0_f64, |most, it| most.max(it.abs()));
    (LARGEST / largest).log2().floor().exp2()
}

/// Whole totals are printed as whole numbers.
fn number(total: f64) -> Value {
    if total.fract() == 0.0 && total.abs() < LARGEST { json!(total as i64) } else { json!(total) }
}

fn text_of(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}
