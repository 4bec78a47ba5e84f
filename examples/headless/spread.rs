//! `spread FILE`: a total over cells, some of which are locked.
//!
//! The file is `{"total", "minor_units", "cells": [{"id", "weight", "locked"?}]}`.
//! - `total` and `locked` are amounts in major units, as numbers or as texts ("1234.50"); an
//!   amount with more digits than the currency has is refused, not rounded. A total below zero
//!   is the mirror of the one above: the parts of -100 are those of 100 with the other sign, and
//!   its locks are below zero too.
//! - `minor_units` is what ISO 4217 calls so, the digits after the point (2 for CNY, 0 for JPY);
//!   1, 10, 100 and so on are read as how many minor units make a major one.
//! - `weight` is a number that is not negative, with as many digits as are written: it is reckoned
//!   with as the decimal that stands in the file, without rounding. Where all free cells weigh
//!   0, they count alike.
//! - `locked` fixes a cell at an amount; none, `null` and `false` leave it free, and `true` fixes
//!   it at the cell's `amount`. What a locked cell weighs decides nothing.
//!
//! Each free cell has its exact share rounded towards zero, then one minor unit each goes to the largest
//! remainders, the earlier cell first where they are equal.
//!
//! What cannot be spread is refused with one line that names the cell and the reason.

use std::collections::{BTreeMap, BTreeSet};

use huddle::domain::natural::Natural;
use huddle::domain::spread::{NotSpread, Part, spread};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Value, json};

use super::decimal::{self, Decimal};
use super::{Failure, json_text, only_file};

/// Numbers are kept as they are written; as floating point they would lose digits.
type Written = Box<RawValue>;

#[derive(Deserialize)]
struct Input {
    total: Written,
    minor_units: Value,
    cells: Vec<Cell>,
}

#[derive(Deserialize)]
struct Cell {
    id: Written,
    weight: Option<Written>,
    locked: Option<Written>,
    amount: Option<Written>,
}

impl Cell {
    /// What fixes it, unless it is free.
    fn lock(&self) -> Option<&RawValue> {
        self.locked.as_deref().filter(|it| it.get() != "false")
    }
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

/// The number that stands in a file, by itself or as a text.
fn number(written: &RawValue) -> Option<Decimal> {
    match serde_json::from_str(written.get()) {
        Ok(Value::String(text)) => Decimal::read(text.trim()),
        Ok(Value::Number(_)) => Decimal::read(written.get()),
        _ => None,
    }
}

/// An amount in minor units.
fn minor(amount: &RawValue, digits: u32) -> Result<i64, String> {
    let decimal = number(amount).ok_or_else(|| format!("is no amount: {amount}"))?;
    decimal.times_power_of_ten(digits).ok_or_else(|| {
        format!("is {amount}: more digits than the {digits} after the point, or too large")
    })
}

fn lock(cell: &Cell, digits: u32) -> Result<Option<i64>, String> {
    let Some(locked) = cell.lock() else { return Ok(None) };
    let amount = match (locked.get(), &cell.amount) {
        ("true", None) => return Err("is locked and has no amount to be locked at".to_owned()),
        ("true", Some(amount)) => amount,
        _ => locked,
    };
    let amount = minor(amount, digits);
    amount.map(Some).map_err(|why| format!("is locked, and its amount {why}"))
}

/// The weights of all cells, as whole numbers. Locked cells need none.
fn weights(cells: &[Cell], ids: &[String]) -> Result<Vec<Natural>, String> {
    let mut weights = Vec::new();
    for (cell, id) in cells.iter().zip(ids) {
        let weight = match &cell.weight {
            None => Decimal::read("1"),
            Some(weight) => number(weight),
        };
        let shown = cell.weight.as_deref().map_or("", RawValue::get);
        let weight = weight.ok_or_else(|| format!("the weight of cell {id} is {shown}"))?;
        if weight.is_negative() {
            return Err(format!("cell {id} weighs less than zero"));
        }
        weights.push(weight);
    }
    let is_free: Vec<bool> = cells.iter().map(|it| it.lock().is_none()).collect();
    let free = weights.into_iter().zip(&is_free).filter_map(|(it, is_free)| is_free.then_some(it));
    let free = decimal::whole(&free.collect::<Vec<_>>());
    let mut free = free
        .ok_or_else(|| "the weights are more than five thousand digits apart".to_owned())?
        .into_iter();
    let weight = |is_free: &bool| is_free.then(|| free.next()).flatten().unwrap_or_default();
    Ok(is_free.iter().map(weight).collect())
}

fn reason(refused: NotSpread, total: i64, ids: &[String], digits: u32) -> String {
    let amount = |minor: i128| decimal::print(minor, digits);
    let (is_below, total) = (total < 0, amount(total.into()));
    match refused {
        NotSpread::LockOpposes(cell) => {
            let side = if is_below { "above" } else { "below" };
            format!("cell {} is locked {side} zero, and the total is {total}", ids[cell])
        }
        NotSpread::LockedExceedTotal(locked) => {
            let more = if is_below { "further below zero" } else { "more" };
            format!("the locked cells hold {}, {more} than the total {total}", amount(locked))
        }
        NotSpread::NoneFree(_) if ids.is_empty() => format!("there is no cell to take {total}"),
        NotSpread::NoneFree(locked) => {
            format!("all cells are locked: they hold {} and not {total}", amount(locked))
        }
    }
}

fn text_of(id: &RawValue) -> String {
    serde_json::from_str(id.get()).unwrap_or_else(|_| id.to_string())
}
