//! `replay FILE`: what a backup or journal file holds.

use huddle::domain::value::Value as Field;
use huddle::journal::digest::{counts, digest};
use huddle::journal::document::Conflict;
use huddle::transfer::replay::{ReplayError, replay};
use serde_json::{Value, json};

use super::{Failure, only_file};

/// Runs the verb.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let path = only_file("replay", arguments)?;
    let unreadable = |what: &str| Failure::unusable(format!("{path}: {what}"));
    let bytes = std::fs::read(path).map_err(|error| unreadable(&error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| unreadable("not a text in UTF-8"))?;
    let document = replay(&text).map_err(|error| match error {
        ReplayError::Foreign => unreadable("neither a backup nor a file of a journal"),
        ReplayError::TooNew => unreadable("written by a newer version"),
        ReplayError::Damaged => unreadable("cut or changed"),
    })?;
    let conflicts: Vec<Value> = document.conflicts().iter().map(conflict).collect();
    Ok(json!({
        "digest": format!("{:016x}", digest(&document)),
        "counts": counts(&document),
        "conflicts": conflicts,
    }))
}

fn conflict(conflict: &Conflict) -> Value {
    let (table, id) = &conflict.place;
    let side = |(stamp, value): &(huddle::journal::stamp::Stamp, Field)| json!({ "stamp": stamp.to_string(), "value": value });
    json!({
        "table": table,
        "id": id.to_string(),
        "field": conflict.field,
        "kept": side(&conflict.kept),
        "lost": conflict.lost.iter().map(side).collect::<Vec<_>>(),
    })
}
