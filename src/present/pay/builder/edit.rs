//! What editing does to the written form of a plan.

use serde_json::{Map, Value, json};

use super::piece::{Piece, round_amount};
use super::sharing::fill;
use crate::domain::commission::check::Usual;
use crate::domain::money::{Currency, Money};
use crate::present::format;

/// An edit of a written plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Fill in a field, by its place.
    Set(String, String),
    /// Add something.
    Add(Piece),
    /// Take away what is at a place.
    Remove(String),
    /// Add a line to a list at a place.
    AddStep(String),
}

/// The written form after an edit; as it was where it cannot be read.
pub fn edited(text: &str, edit: &Edit, usual: Usual) -> String {
    let Ok(mut plan) = serde_json::from_str::<Value>(text) else { return text.to_owned() };
    match edit {
        Edit::Set(path, typed) => set(&mut plan, path, typed, usual),
        Edit::Add(piece) => add(&mut plan, *piece, usual),
        Edit::Remove(path) => remove(&mut plan, path),
        Edit::AddStep(path) => add_step(&mut plan, path),
    }
    plan.to_string()
}

/// The currency of a written plan.
pub(super) fn currency(plan: &Value) -> Currency {
    plan["currency"].as_str().and_then(|it| it.parse().ok()).unwrap_or(Currency::CNY)
}

fn add(plan: &mut Value, piece: Piece, usual: Usual) {
    let begins = piece.begins(usual, currency(plan));
    match piece.key() {
        Some(key) => plan[key] = begins,
        None => {
            if !plan["components"].is_array() {
                plan["components"] = json!([]);
            }
            if let Some(components) = plan["components"].as_array_mut() {
                components.push(begins);
            }
        }
    }
}

/// A key as it stands in a place.
pub(super) fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

/// The parent of what is at a place, and its key.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

fn remove(plan: &mut Value, path: &str) {
    let (parent, key) = split(path);
    match plan.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.remove(&unescaped(key))),
        Some(Value::Array(list)) => {
            if let Some(place) = key.parse().ok().filter(|it| *it < list.len()) {
                list.remove(place);
            }
        }
        _ => {}
    }
}

/// A further line is like the last one, somewhat further.
fn add_step(plan: &mut Value, path: &str) {
    let Some(Value::Array(list)) = plan.pointer_mut(path) else { return };
    let mut next = list.last().cloned().unwrap_or_else(|| json!({ "from": "0" }));
    if let Some(from) = next["from"].as_str() {
        let percent = from.strip_suffix('%');
        let number: f64 = percent.unwrap_or(from).parse().unwrap_or(0.0);
        let more = match (percent, number) {
            (Some(_), number) => format!("{}%", number + 20.0),
            (None, number) if number < 1.0 => "1".to_owned(),
            (None, number) => format!("{}", (number * 2.0).round()),
        };
        next["from"] = Value::String(more);
    }
    list.push(next);
}

fn set(plan: &mut Value, path: &str, typed: &str, usual: Usual) {
    let currency = currency(plan);
    let (parent, key) = split(path);
    if parent.ends_with("/shares") {
        return match value(plan, path, typed, currency) {
            None => remove(plan, path),
            Some(share) => put(plan, path, share),
        };
    }
    // Choices that make or take away more than a word.
    match (key, typed) {
        // Which deals are another plan's is asked of plans alone that wait for the customer.
        ("counted_on", "signed") => remove(plan, "/signed_from"),
        ("mode", "none") => return remove(plan, parent),
        ("pays", "none") => return remove(plan, parent),
        ("mode", _) if plan.pointer(parent).is_none() => {
            let (component, _) = split(parent);
            let has_price = plan.pointer(component).is_some_and(|it| !it["rate"].is_null());
            let step = if has_price {
                json!({ "from": "100%", "times": "1.5" })
            } else {
                json!({ "from": "100%", "rate": "5%" })
            };
            put(plan, parent, json!({ "by": "attainment", "steps": [step] }));
        }
        ("pays", _) if plan.pointer(parent).is_none() => {
            put(plan, parent, json!({ "by": "attainment", "at": "50%" }));
        }
        ("by", _) => convert(plan, parent, typed, usual),
        ("filled", _) => {
            if let Some(Value::Object(pool)) = plan.pointer_mut(parent) {
                fill(pool, typed, round_amount(usual.quota / 20, currency));
            }
            return;
        }
        // Everybody's share is filled in by itself.
        ("shares", "given") => return put(plan, path, json!({})),
        _ => {}
    }
    let value = value(plan, path, typed, currency);
    match value {
        None => remove(plan, path),
        Some(value) => {
            exclude(plan, parent, key);
            put(plan, path, value);
        }
    }
    match key {
        "over" | "of" => alike(plan, parent, key),
        "pays" => ["over", "of"].iter().for_each(|it| alike(plan, &beside(parent, "tiers"), it)),
        "mode" => {
            ["over", "of"].iter().for_each(|it| alike(plan, &beside(parent, "threshold"), it));
        }
        _ => {}
    }
}

/// What stands beside something under another key.
fn beside(path: &str, key: &str) -> String {
    format!("{}/{key}", split(path).0)
}

/// What cannot stand together: the last that is filled in holds.
const EXCLUSIVE: [&[&str]; 2] = [
    &["within_days", "within_months"],
    &["release_after_days", "release_after_months", "release_when_paid"],
];

fn exclude(plan: &mut Value, parent: &str, key: &str) {
    let group = EXCLUSIVE.into_iter().find(|it| it.contains(&key)).unwrap_or_default();
    for other in group.iter().filter(|it| **it != key) {
        remove(plan, &format!("{parent}/{other}"));
    }
}

/// Tiers and a threshold beside them are measured over the same time, and of the same deals where it
/// pays what lies above it alone.
fn alike(plan: &mut Value, parent: &str, key: &str) {
    let other = match split(parent).1 {
        "tiers" => beside(parent, "threshold"),
        "threshold" => beside(parent, "tiers"),
        _ => return,
    };
    let threshold = plan.pointer(&beside(parent, "threshold"));
    let is_excess = threshold.is_some_and(|it| it["pays"] == "excess");
    let is_both = [parent, &other].iter().all(|it| plan.pointer(it).is_some_and(Value::is_object));
    if is_both && (key == "over" || is_excess) {
        match plan.pointer(&format!("{parent}/{key}")).cloned() {
            Some(said) => put(plan, &format!("{other}/{key}"), said),
            // What is not said is the usual.
            None => remove(plan, &format!("{other}/{key}")),
        }
    }
}

fn put(plan: &mut Value, path: &str, value: Value) {
    let (parent, key) = split(path);
    match plan.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.insert(unescaped(key), value)),
        Some(Value::Array(list)) => {
            if let Some(place) = key.parse::<usize>().ok().and_then(|it| list.get_mut(it)) {
                *place = value;
            }
        }
        _ => {}
    }
}

/// Boundaries follow when something else is measured: a quota is an amount, an amount so many
/// deals.
fn convert(plan: &mut Value, parent: &str, by: &str, usual: Usual) {
    let scale = currency(plan).scale();
    let unit = |by: &str| match by {
        "attainment" => usual.quota,
        "count" | "quantity" => usual.deal,
        _ => scale,
    };
    let was = plan.pointer(parent).and_then(|it| it["by"].as_str()).unwrap_or("amount").to_owned();
    let (from, to) = (unit(&was).max(1) as f64, unit(by).max(1) as f64);
    let follow = |value: &mut Value| {
        let Some(text) = value.as_str() else { return };
        let number = match text.strip_suffix('%') {
            Some(percent) => percent.parse::<f64>().map(|it| it / 100.0),
            None => text.parse(),
        };
        let Ok(number) = number else { return };
        let number = number * from / to;
        *value = Value::String(match by {
            "attainment" => format!("{}%", (number * 100.0).round()),
            _ => format!("{}", number.round()),
        });
    };
    let Some(Value::Object(map)) = plan.pointer_mut(parent) else { return };
    map.get_mut("at").into_iter().for_each(follow);
    let steps = map.get_mut("steps").and_then(Value::as_array_mut);
    for step in steps.into_iter().flatten() {
        for key in ["from", "to"] {
            step.get_mut(key).into_iter().for_each(follow);
        }
    }
    // The levels of a bonus stand beside what they are measured by.
    let (above, key) = split(parent);
    if key == "measure"
        && let Some(Value::Array(levels)) = plan.pointer_mut(&format!("{above}/levels"))
    {
        for level in levels {
            level.get_mut("from").into_iter().for_each(follow);
        }
    }
}

/// How a field is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kept {
    Amount,
    Percent,
    Number,
    Count,
    Yes,
    Words,
    Text,
}

/// How the field at a place is kept.
pub(super) fn kept(plan: &Value, path: &str) -> Kept {
    let (parent, key) = split(path);
    match key {
        // Somebody's share of a pool, by name.
        _ if parent.ends_with("/shares") => Kept::Percent,
        "salary" | "cap" | "floor" | "guarantee" | "deal_cap" | "deal_floor" | "target"
        | "each" | "at_least" | "amount" | "draw" => Kept::Amount,
        "rate" | "share" | "quota" => Kept::Percent,
        "times" => Kept::Number,
        "within_days"
        | "within_months"
        | "release_after_days"
        | "release_after_months"
        | "periods"
        | "first" => Kept::Count,
        "rest" | "prorated" | "recoverable" | "release_when_paid" | "uncapped" => Kept::Yes,
        "products" | "classes" => Kept::Words,
        "from" | "to" | "at"
            if parent.contains("steps") || parent.contains("levels") || key == "at" =>
        {
            let measure = match parent.find("/steps").or(parent.find("/levels")) {
                Some(end) if parent.contains("/levels") => format!("{}/measure", &parent[..end]),
                Some(end) => parent[..end].to_owned(),
                None => parent.to_owned(),
            };
            let by = plan.pointer(&measure).and_then(|it| it["by"].as_str()).unwrap_or("amount");
            match by {
                "attainment" | "margin_share" => Kept::Percent,
                "count" | "quantity" => Kept::Number,
                _ => Kept::Amount,
            }
        }
        _ => Kept::Text,
    }
}

/// What was typed as it is kept; none where nothing is kept.
fn value(plan: &Value, path: &str, typed: &str, currency: Currency) -> Option<Value> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    Some(match kept(plan, path) {
        Kept::Amount => match format::parse_money(typed, currency) {
            Some(minor) => Value::String(Money::new(minor, currency).major()),
            None => Value::String(typed.to_owned()),
        },
        Kept::Percent => {
            let number = typed.trim_end_matches(['%', '％']).trim_end();
            Value::String(format!("{number}%"))
        }
        Kept::Count => typed.parse::<u32>().map_or_else(|_| json!(typed), |it| json!(it)),
        Kept::Yes => {
            return (typed == "true" || path.ends_with("recoverable"))
                .then(|| json!(typed == "true"));
        }
        Kept::Words => {
            let words = typed.split([',', '，', '、']).map(str::trim).filter(|it| !it.is_empty());
            json!(words.collect::<Vec<_>>())
        }
        Kept::Number | Kept::Text => Value::String(typed.to_owned()),
    })
}

/// What a field shows of what is kept.
pub(super) fn shown(plan: &Value, path: &str) -> String {
    let Some(value) = plan.pointer(path) else { return String::new() };
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(words) => {
            words.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        other => other.to_string(),
    };
    match kept(plan, path) {
        Kept::Percent => match text.strip_suffix('%') {
            Some(number) => number.to_owned(),
            None => percent_of(&text),
        },
        Kept::Amount => text.strip_suffix(".00").map_or(text.clone(), str::to_owned),
        _ => text,
    }
}

/// A part that is written as a number, in percent.
fn percent_of(text: &str) -> String {
    let one = Map::from_iter([("rate".to_owned(), json!(text))]);
    let plan = json!({ "currency": "USD", "components": [one] });
    let plan = crate::domain::commission::format::plan(&plan).ok();
    let price = plan.and_then(|it| it.components.first()?.pays.earning()?.price);
    match price {
        Some(crate::domain::commission::plan::Price::Flat(part)) => {
            super::super::summary::percent(part).trim_end_matches('%').to_owned()
        }
        _ => text.to_owned(),
    }
}
