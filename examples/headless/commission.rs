//! `commission FILE`: what plans pay for what happened, step by step.
//!
//! The file is `{"cases": [{"id", "plan", "facts"}]}`; plans and facts are written as
//! `docs/commission.md` says. A case that cannot be read or paid stops the run with one line that
//! names the case, the place and what to do.
//!
//! A result has `id`, `payout` (of everybody and every period, or of the one period that
//! `facts.report` asks for) and `steps`; `people` and `periods` tell the payout of each. The
//! payout is the sum of the steps' amounts.

use std::collections::BTreeMap;

use huddle::domain::commission::cycle::Turn;
use huddle::domain::commission::facts::Facts;
use huddle::domain::commission::format::{self, print_number, print_sum};
use huddle::domain::commission::line::{Base, Kind, Rate};
use huddle::domain::commission::plan::Pays;
use huddle::domain::commission::tiling::seams;
use huddle::domain::commission::{Line, Paid, Plan, pay};
use huddle::domain::exact::Exact;
use huddle::domain::money::Money;
use huddle::i18n::Lang;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{Failure, json_text, only_file};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    cases: Vec<Case>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    id: Value,
    plan: Value,
    facts: Value,
}

/// Runs the verb.
pub fn run(arguments: &[String]) -> Result<Value, Failure> {
    let path = only_file("commission", arguments)?;
    let unusable = |what: String| Failure::unusable(format!("{path}: {what}"));
    let text = json_text(path).map_err(unusable)?;
    let input: Input = serde_json::from_str(&text).map_err(|error| unusable(error.to_string()))?;
    let mut results = Vec::new();
    for case in &input.cases {
        let id = case.id.as_str().map_or_else(|| case.id.to_string(), str::to_owned);
        let result = answer(&case.plan, &case.facts).map_err(|why| format!("case {id}: {why}"));
        let mut result = result.map_err(unusable)?;
        result["id"] = case.id.clone();
        results.push(result);
    }
    Ok(json!({ "results": results }))
}

/// What a plan pays; the reason where it cannot be read or paid.
pub fn answer(plan: &Value, facts: &Value) -> Result<Value, String> {
    let plan = format::plan(plan).map_err(|it| Lang::En.format_wrong(&it))?;
    if let Some(seam) = seams(&plan).first() {
        let earning = plan.components[seam.component].pays.earning();
        let measure = earning.and_then(|it| Some(it.tiers.as_ref()?.measure)).unwrap_or_default();
        let told = |at| format::print_measured(at, measure, plan.currency);
        return Err(Lang::En.format_seam(seam, &told(seam.ends), &told(seam.begins)));
    }
    let asked = format::facts(facts, &plan).map_err(|it| Lang::En.format_wrong(&it))?;
    let paid = pay(&plan, &asked.facts);
    let paid = paid.map_err(|it| Lang::En.cannot_pay(&it, |turn| turn.to_string()))?;
    printed(&plan, &asked.facts, &paid, asked.report)
}

fn printed(plan: &Plan, facts: &Facts, paid: &Paid, only: Option<Turn>) -> Result<Value, String> {
    if let Some(turn) = only.filter(|it| !paid.turns.contains(it)) {
        return Err(format!("facts.report: nothing is paid in {turn}; name it in facts.periods"));
    }
    let (mut total, mut steps) = (0, Vec::new());
    let mut people: BTreeMap<&str, i64> = BTreeMap::new();
    let mut periods: Vec<(Turn, i64)> = Vec::new();
    for slip in &paid.slips {
        let turn = paid.turns[slip.turn];
        if only.is_some_and(|it| it != turn) {
            continue;
        }
        let person = facts.members[slip.member].id.as_str();
        total += slip.payout();
        *people.entry(person).or_default() += slip.payout();
        match periods.last_mut().filter(|(last, _)| *last == turn) {
            Some((_, sum)) => *sum += slip.payout(),
            None => periods.push((turn, slip.payout())),
        }
        steps.extend(slip.lines.iter().map(|it| step(plan, facts, it, (person, turn))));
    }
    let money = |minor: i64| Money::new(minor, plan.currency).major();
    let people: Map<String, Value> =
        people.into_iter().map(|(id, sum)| (id.to_owned(), money(sum).into())).collect();
    let last = paid.slips.iter().filter(|it| only.is_none_or(|own| paid.turns[it.turn] == own));
    let last: BTreeMap<usize, (i64, i64)> =
        last.map(|it| (it.member, (it.debt, it.held))).collect();
    let left = |which: fn(&(i64, i64)) -> i64| -> Map<String, Value> {
        let left = last.iter().filter(|(_, it)| which(it) != 0);
        left.map(|(it, left)| (facts.members[*it].id.clone(), money(which(left)).into())).collect()
    };
    let period =
        |(turn, sum): (Turn, i64)| json!({ "period": turn.to_string(), "payout": money(sum) });
    Ok(json!({
        "payout": money(total),
        "people": people,
        "periods": periods.into_iter().map(period).collect::<Vec<_>>(),
        "owed": left(|it| it.0),
        "kept_back": left(|it| it.1),
        "steps": steps,
    }))
}

fn step(plan: &Plan, facts: &Facts, line: &Line, (person, turn): (&str, Turn)) -> Value {
    let mut step = Map::new();
    let mut put = |key: &str, value: Value| drop(step.insert(key.to_owned(), value));
    put("person", person.into());
    put("period", turn.to_string().into());
    put("kind", line.kind.to_string().into());
    put("amount", Money::new(line.amount, plan.currency).major().into());
    let component = line.component.map(|it| (it, &plan.components[it]));
    if let Some((place, component)) = component {
        let name = &component.name;
        let own = if name.is_empty() { (place + 1).to_string() } else { name.clone() };
        put("component", own.into());
    }
    if let Some(deal) = line.deal {
        put("deal", facts.deals[deal].id.clone().into());
    }
    if let Some(tier) = line.tier {
        put("tier", (tier + 1).into());
        let earning = component.and_then(|(_, it)| it.pays.earning());
        let tiers = earning.and_then(|it| it.tiers.as_ref());
        if let Some((tiers, own)) = tiers.and_then(|it| Some((it, it.steps.get(tier)?))) {
            let told = |at| format::print_measured(at, tiers.measure, plan.currency);
            put("from", told(own.from).into());
            let to = own.to.or(tiers.steps.get(tier + 1).map(|it| it.from));
            to.into_iter().for_each(|to| put("to", told(to).into()));
        } else if let Some((_, Pays::Bonus(bonus))) = component.map(|(at, it)| (at, &it.pays)) {
            let told = format::print_measured(bonus.levels[tier].0, bonus.measure, plan.currency);
            put("from", told.into());
        }
    }
    match line.base {
        None => {}
        Some(Base::Money(minor)) => put("base", Money::new(minor, plan.currency).major().into()),
        Some(Base::Foreign(money)) => {
            put("base", money.major().into());
            put("currency", money.currency.code().into());
        }
        Some(Base::Number(number)) => put("base", print_number(number).into()),
    }
    match line.rate {
        None => {}
        Some(Rate::Part(part)) => put("rate", rate(part)),
        Some(Rate::Each(each)) => put("each", print_sum(each, plan.currency).into()),
    }
    if let Some(since) = line.since {
        put("since", since.to_string().into());
    }
    if line.kind == Kind::Threshold {
        let own = component.and_then(|(_, it)| it.pays.earning()?.threshold);
        let at = own.map(|it| format::print_measured(it.at, it.measure, plan.currency));
        at.into_iter().for_each(|at| put("at", at.into()));
    }
    Value::Object(step)
}

/// A rate as a number.
fn rate(part: Exact) -> Value {
    let number = part.upper() as f64 / part.lower() as f64;
    serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number)
}
