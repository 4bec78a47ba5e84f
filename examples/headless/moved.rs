//! `moved OLD NEW`: what differs between two exports of one system.
//!
//! `moved` has every lead that differs, by kind, with both sides, its direction (`way`: `grown` or
//! `shrunk`, `pulled` or `pushed`, `forward` or `back`, …) and what it does to the sums;
//! `sums` says how the kinds lead from the old value to the new one, open and won. A lead is the
//! same in both files by its key there. `rejected` counts the rows of either file that cannot be
//! taken: a lead whose row is good in one of them alone is told as new or gone.

use std::collections::BTreeMap;

use huddle::domain::id::LeadId;
use huddle::domain::lead::Lead;
use huddle::domain::money::Sums;
use huddle::domain::moved::{Effect, Kind, Movement, explained, moved, value};
use huddle::domain::rates::Rates;
use huddle::domain::workspace::Workspace;
use huddle::present::forecast::movements::way;
use serde_json::{Value, json};

use super::Failure;
use super::{board, insight};

/// Runs the verb.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    if let Some(option) = arguments.iter().find(|it| it.starts_with("--")) {
        return Err(Failure::unusable(format!("moved: unknown option {option}")));
    }
    let [old, new] = arguments else {
        return Err(Failure::unusable("moved takes two files: the older and the newer export"));
    };
    let (before, rejected_before) = read(old)?;
    let (after, rejected_after) = read(new)?;
    let movements = moved(&before, &after, &all, &plain(&after));
    let mut by_kind: BTreeMap<String, Vec<Value>> =
        Kind::ALL.iter().map(|kind| (kind.to_string(), Vec::new())).collect();
    for movement in &movements {
        let printed = movement_json(&before, &after, movement);
        by_kind.entry(movement.kind.to_string()).or_default().push(printed);
    }
    let side = |of: fn(&Effect) -> &Sums| sums_json(&before, &after, &movements, of);
    Ok(json!({
        "moved": by_kind,
        "rejected": { "old": rejected_before, "new": rejected_after },
        "sums": { "open": side(|it| &it.open), "won": side(|it| &it.won) },
    }))
}

/// Every lead counts.
fn all(_: &Workspace, _: &Lead) -> bool {
    true
}

/// Files state no rates: sums stand a currency each.
fn plain(workspace: &Workspace) -> Rates {
    Rates::none(workspace.settings().currency())
}

/// The leads of a file, and how many of its rows are none.
fn read(path: &String) -> Result<(Workspace, usize), Failure> {
    let board = board::import(std::slice::from_ref(path))?;
    let rejected = board.report.files.iter().map(|it| it.rejected.len()).sum();
    Ok((board.workspace, rejected))
}

fn movement_json(before: &Workspace, after: &Workspace, movement: &Movement) -> Value {
    let side = |workspace| side_json(workspace, movement.lead, movement.kind);
    let lead = after.leads.get(movement.lead).or(before.leads.get(movement.lead));
    json!({
        "id": lead.map_or("", key),
        "name": lead.map_or("", |it| it.name.as_str()),
        "way": way((before, after), movement, after.settings().currency()).code(),
        "from": side(before),
        "to": side(after),
        "open": insight::sums_json(after, &movement.effect.open),
        "won": insight::sums_json(after, &movement.effect.won),
    })
}

/// The key in the file: an imported record's is "system/noun/key".
fn key(lead: &Lead) -> &str {
    lead.external.splitn(3, '/').last().unwrap_or_default()
}

/// What a kind of movement is about, on one side; nothing where the lead is not there.
fn side_json(workspace: &Workspace, lead: LeadId, kind: Kind) -> Value {
    let Some(lead) = workspace.leads.get(lead) else {
        return Value::Null;
    };
    match kind {
        Kind::New | Kind::Gone | Kind::Amount => json!(lead.amount.map(|it| it.major())),
        Kind::Won | Kind::Lost | Kind::Reopened | Kind::Stage => stage(workspace, lead),
        Kind::CloseDate => json!(lead.closes.map(|it| it.to_string())),
        Kind::Owner => json!(workspace.people.find(lead.owner).map(|it| &it.name)),
    }
}

fn stage(workspace: &Workspace, lead: &Lead) -> Value {
    json!(workspace.stages.find(lead.stage).map(|it| &it.name))
}

fn sums_json(
    before: &Workspace,
    after: &Workspace,
    movements: &[Movement],
    of: fn(&Effect) -> &Sums,
) -> Value {
    let (by_kind, together) = explained(movements);
    let print = |effect: &Effect| insight::sums_json(after, of(effect));
    let none = Effect::default();
    let of_kind = |kind: &Kind| (kind.to_string(), print(by_kind.get(kind).unwrap_or(&none)));
    json!({
        "before": print(&value(before, &all, &plain(after))),
        "after": print(&value(after, &all, &plain(after))),
        "difference": print(&together),
        "by_kind": Kind::ALL.iter().map(of_kind).collect::<BTreeMap<_, _>>(),
    })
}
