//! `insight FILE… [--as-of DATE]`: figures over the leads of some files.

use std::collections::BTreeMap;

use huddle::domain::calendar::Day;
use huddle::domain::insight::{Figures, figures_by, figures_by_product, outcome_by};
use huddle::domain::lead::Lead;
use huddle::domain::money::Sums;
use huddle::domain::pipeline::Outcome;
use huddle::domain::workspace::Workspace;
use serde_json::{Map, Value, json};

use super::Failure;
use super::board;

/// Runs the verb. With `--as-of`, only what was known by the end of that day counts
/// ([`outcome_by`]). Leads without an owner, product or team stand under an empty name; the
/// months of closing count closed leads only.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let (files, as_of) = options(arguments)?;
    let workspace = board::import(&files)?.workspace;
    let known: Vec<(&Lead, Outcome)> = workspace
        .leads
        .values()
        .filter_map(|lead| {
            let outcome = lead.outcome(&workspace);
            let known = as_of.map_or(Some(outcome), |day| outcome_by(lead, outcome, day));
            known.map(|outcome| (lead, outcome))
        })
        .collect();
    let leads = || known.iter().copied();
    let closed = || leads().filter(|(_, outcome)| *outcome != Outcome::Open);
    let mut overall = Figures::default();
    leads().for_each(|(lead, outcome)| overall.add(lead, outcome));
    let print = |groups| groups_json(&workspace, &groups);
    Ok(json!({
        "overall": figures_json(&workspace, &overall),
        "by_owner": print(figures_by(leads(), |it| owner(&workspace, it))),
        "by_product": print(by_product(&workspace, leads())),
        "by_team": print(figures_by(leads(), |it| team(&workspace, it))),
        "by_close_month": print(figures_by(closed(), close_month)),
    }))
}

fn options(arguments: &[String]) -> Result<(Vec<String>, Option<Day>), Failure> {
    let (mut files, mut as_of) = (Vec::new(), None);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--as-of" => {
                let date = arguments.next().map_or("", String::as_str);
                let day = date.parse().map_err(|_| {
                    Failure::unusable(format!("--as-of needs a date YYYY-MM-DD, not \"{date}\""))
                })?;
                as_of = Some(day);
            }
            option if option.starts_with("--") => {
                return Err(Failure::unusable(format!("insight: unknown option {option}")));
            }
            file => files.push(file.to_owned()),
        }
    }
    Ok((files, as_of))
}

fn owner(workspace: &Workspace, lead: &Lead) -> String {
    workspace.people.find(lead.owner).map_or(String::new(), |it| it.name.clone())
}

fn by_product<'a>(
    workspace: &Workspace,
    leads: impl Iterator<Item = (&'a Lead, Outcome)>,
) -> BTreeMap<String, Figures> {
    let name = |it| workspace.products.find(it).map_or(String::new(), |it| it.name.clone());
    let groups = figures_by_product(workspace, leads).into_iter();
    groups.map(|(product, figures)| (name(product), figures)).collect()
}

fn team(workspace: &Workspace, lead: &Lead) -> String {
    let team = workspace.people.find(lead.owner).and_then(|it| it.team);
    workspace.teams.find(team).map_or(String::new(), |it| it.name.clone())
}

fn close_month(lead: &Lead) -> String {
    lead.closes.map_or(String::new(), |it| format!("{:04}-{:02}", it.year(), it.month()))
}

fn groups_json(workspace: &Workspace, groups: &BTreeMap<String, Figures>) -> Value {
    let entries = groups.iter().map(|(name, it)| (name.clone(), figures_json(workspace, it)));
    Value::Object(entries.collect::<Map<_, _>>())
}

fn figures_json(workspace: &Workspace, figures: &Figures) -> Value {
    let rate = figures.win_rate();
    json!({
        "deals": figures.deals,
        "open": figures.open,
        "won": figures.won,
        "lost": figures.lost,
        "won_value": sums_json(workspace, &figures.won_value),
        "win_rate": rate.map(|it| it.value()),
        "win_rate_interval": rate.map(|it| [it.low, it.high]),
        "avg_days_won": figures.mean_days_won(),
        "median_days_won": figures.median_days_won(),
    })
}

/// A sum in the one currency there is; by currency where there are several.
pub fn sums_json(workspace: &Workspace, sums: &Sums) -> Value {
    let all: Vec<_> = sums.iter().collect();
    match all[..] {
        [] => json!(sums.of(workspace.settings().currency()).major()),
        [sum] => json!(sum.major()),
        _ => {
            let by_currency = all.iter().map(|it| (it.currency.to_string(), json!(it.major())));
            Value::Object(by_currency.collect())
        }
    }
}
