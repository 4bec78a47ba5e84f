//! `spread FILE`: a total over cells, some of which are locked.
//!
//! The file is `{"total", "minor_units", "cells": [{"id", "weight", "locked"?}]}`.
//! - `total` and `locked` are amounts in major units, as numbers or as texts ("1234.50"); an
//!   amount with more digits than the currency has is refused, not rounded.
//! - `minor_units` is what ISO 4217 calls so, the digits after the point (2 for CNY, 0 for JPY);
//!   1, 10, 100 and so on are read as how many minor units make a major one.
//! - `weight` is a number that is not negative; where all free cells weigh 0, they count alike.
//! - `locked` fixes a cell at an amount; none, `null` and `false` leave it free, and `true` fixes
//!   it at the cell's `amount`.
//!
//! What cannot be spread is refused with one line that names the cell and the reason.

use std::collections::{BTreeMap, BTreeSet};

use huddle::domain::spread::{NotSpread, Part, spread};
use serde::Deserialize;
use serde_json::{Value, json};

use super::decimal::{self, Decimal};
use super::{Failure, json_text, only_file};

#[derive(Deserialize)]
struct Input {
    total: Value,
    minor_units: Value,
    cells: Vec<Cell>,
}

#[derive(Deserialize)]
struct Cell {
    id: Value,
    #[serde(default)]
    weight: Value,
    #[serde(default)]
    locked: Value,
    #[serde(default)]
    amount: Value,
}

/// Runs the verb.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let path = only_file("spread", arguments)?;
    let unusable = |what: String| Failure::unusable(format!("{path}: {what}"));
    let text = json_text(path).map_err(unusable)?;
    let input: Input = serde_json::from_str(&text).map_err(|error| unusable(error.to_string()))?;
    answer(&input).map_err(unusable)
}

fn answer(input: &Input) -> Result<Value, String> {
    let digits = digits(&input.minor_units)?;
    let ids: Vec<String> = input.cells.iter().map(|it| text_of(&it.id)).collect();
    let mut seen = BTreeSet::new();
    if let Some(id) = ids.iter().find(|id| !seen.insert(*id)) {
        return Err(format!("two cells have the id {id}"));
    }
    let total = minor(&input.total, digits).map_err(|why| format!("the total {why}"))?;
    let weights = weights(&input.cells, &ids)?;
    let mut parts = Vec::new();
    for ((cell, id), weight) in input.cells.iter().zip(&ids).zip(weights) {
        let locked = lock(cell, digits).map_err(|why| format!("cell {id} {why}"))?;
        parts.push(Part { weight, locked });
    }
    let amounts = spread(total, &parts).map_err(|why| reason(why, total, &ids, digits))?;
    let print = |(id, amount): (&String, i64)| (id.clone(), decimal::print(amount.into(), digits));
    let cells: BTreeMap<String, String> = ids.iter().zip(amounts).map(print).collect();
    Ok(json!({ "cells": cells }))
}

fn digits(minor_units: &Value) -> Result<u32, String> {
    let given = minor_units.as_u64();
    let scale = given.filter(|it| *it == 1 || 10 <= *it && 10_u64.pow(it.ilog10()) == *it);
    let digits = scale.map(u64::ilog10).or(given.and_then(|it| u32::try_from(it).ok()));
    digits.filter(|it| *it < 10).ok_or_else(|| {
        format!("minor_units is the digits after the point, 0 to 9, and not {minor_units}")
    })
}

/// An amount in minor units.
fn minor(amount: &Value, digits: u32) -> Result<i64, String> {
    let decimal = Decimal::of(amount).ok_or_else(|| format!("is no amount: {amount}"))?;
    decimal.times_power_of_ten(digits).ok_or_else(|| {
        format!("is {amount}: more digits than the {digits} after the point, or too large")
    })
}

fn lock(cell: &Cell, digits: u32) -> Result<Option<i64>, String> {
    match &cell.locked {
        Value::Null | Value::Bool(false) => Ok(None),
        Value::Bool(true) if cell.amount.is_null() => {
            Err("is locked and has no amount to be locked at".to_owned())
        }
        locked => {
            let amount = if locked == &Value::Bool(true) { &cell.amount } else { locked };
            minor(amount, digits)
                .map(Some)
                .map_err(|why| format!("is locked, and its amount {why}"))
        }
    }
}

/// The weights as whole numbers: all times the same power of ten, the largest that leaves room for
/// them, up to that which needs no rounding. Locked cells need none.
fn weights(cells: &[Cell], ids: &[String]) -> Result<Vec<i64>, String> {
    let mut weights = Vec::new();
    for (cell, id) in cells.iter().zip(ids) {
        let weight = match (&cell.weight, &cell.locked) {
            (Value::Null, Value::Null | Value::Bool(false)) => Decimal::of(&json!(1)),
            (Value::Null, _) => Decimal::of(&json!(0)),
            (weight, _) => Decimal::of(weight),
        };
        let shown = &cell.weight;
        weights.push(weight.ok_or_else(|| format!("the weight of cell {id} is {shown}"))?);
    }
    let exact = weights.iter().map(Decimal::places).max().unwrap_or(0);
    let whole = |power| weights.iter().map(|it| it.rounded_times_power_of_ten(power)).collect();
    (0..=exact)
        .rev()
        .find_map(whole)
        .ok_or_else(|| "a weight is too large to reckon with".to_owned())
}

fn reason(refused: NotSpread, total: i64, ids: &[String], digits: u32) -> String {
    let amount = |minor: i128| decimal::print(minor, digits);
    let total = amount(total.into());
    match refused {
        NotSpread::TotalNegative => format!("the total {total} is negative"),
        NotSpread::LockNegative(cell) => format!("cell {} is locked below zero", ids[cell]),
        NotSpread::WeightNegative(cell) => format!("cell {} weighs less than zero", ids[cell]),
        NotSpread::LockedExceedTotal(locked) => {
            format!("the locked cells hold {}, more than the total {total}", amount(locked))
        }
        NotSpread::NoneFree(_) if ids.is_empty() => format!("there is no cell to take {total}"),
        NotSpread::NoneFree(locked) => {
            format!("all cells are locked: they hold {} and not {total}", amount(locked))
        }
    }
}

fn text_of(id: &Value) -> String {
    id.as_str().map_or_else(|| id.to_string(), str::to_owned)
}
