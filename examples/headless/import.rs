//! `import FILE…`: what an import does, file by file.

use std::collections::BTreeMap;

use huddle::domain::workspace::Workspace;
use huddle::i18n::Lang;
use huddle::transfer::decode::Encoding;
use huddle::transfer::import::report::{FileReport, Rejected};
use serde_json::{Value, json};

use super::Failure;
use super::board::{self, Board};

/// Runs the verb.
pub fn run(files: &[String]) -> Result<Value, Failure> {
    if let Some(option) = files.iter().find(|it| it.starts_with("--")) {
        return Err(Failure::unusable(format!("import: unknown option {option}")));
    }
    let Board { workspace, report } = board::import(files)?;
    let warnings: Vec<String> =
        report.warnings.iter().map(|it| Lang::En.import_warning(it)).collect();
    Ok(json!({
        "files": report.files.iter().map(file).collect::<Vec<_>>(),
        "leads": leads(&workspace),
        "people": people(&workspace),
        "warnings": warnings,
    }))
}

fn file(report: &FileReport) -> Value {
    json!({
        "name": report.name,
        "system": report.system.code(),
        "kind": report.kind.map(|it| it.code()),
        "encoding": report.encoding.name(),
        "delimiter": match report.encoding {
            Encoding::Workbook => String::new(),
            _ => report.delimiter.to_string(),
        },
        "rows": report.rows,
        "created": report.created,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "rejected": report.rejected.iter().map(rejected).collect::<Vec<_>>(),
    })
}

fn rejected(rejected: &Rejected) -> Value {
    json!({
        "row": rejected.row,
        "column": rejected.column,
        "value": rejected.value,
        "reason": Lang::En.import_reason(rejected.reason),
    })
}

fn leads(workspace: &Workspace) -> Value {
    let mut by_stage: BTreeMap<String, u64> = BTreeMap::new();
    let mut by_outcome = BTreeMap::from([("open", 0_u64), ("won", 0), ("lost", 0)]);
    for lead in workspace.leads.values() {
        let stage = lead.stage_in(workspace).map_or(String::new(), |it| it.name);
        *by_stage.entry(stage).or_default() += 1;
        let outcome = lead.outcome(workspace).to_string();
        if let Some(count) = by_outcome.get_mut(outcome.as_str()) {
            *count += 1;
        }
    }
    json!({ "total": workspace.leads.len(), "by_stage": by_stage, "by_outcome": by_outcome })
}

fn people(workspace: &Workspace) -> Value {
    let mut people: Vec<_> = workspace.people.values().collect();
    people.sort_by(|one, other| one.name.cmp(&other.name));
    let team = |id| workspace.teams.find(id).map(|team| team.name.as_str());
    let person = |it: &&huddle::domain::people::Person| json!({ "name": it.name, "team": team(it.team), "region": it.region });
    Value::Array(people.iter().map(person).collect())
}
