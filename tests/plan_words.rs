//! What changes a plan changes what is told of it, in both languages.
//!
//! The plans are the examples of `docs/commission.md` and those that others have published
//! (`tests/fixtures/pay/published.json`, each with its source); each key of each is taken away and
//! said otherwise.

use std::collections::BTreeSet;

use huddle::domain::commission::format::plan_of_text;
use huddle::domain::commission::plan::{Component, Measure, Mode, Pays, Plan, Reached, Whose};
use huddle::i18n::Lang;
use huddle::present::pay::summary::summary;
use serde_json::{Value, json};

use crate::commission::documented;

/// Words and numbers that stand in plans, to say something otherwise.
const OTHERWISE: [&str; 29] = [
    "month",
    "quarter",
    "year",
    "once",
    "signed",
    "paid",
    "amount",
    "margin",
    "count",
    "quantity",
    "attainment",
    "margin_share",
    "pay",
    "carry",
    "own",
    "team",
    "below",
    "all",
    "marginal",
    "retroactive",
    "period",
    "year_to_date",
    "deal",
    "at",
    "above",
    "excess",
    "steps",
    "sum",
    "line",
];

/// What no example has.
const FURTHER: &str = r#"[
    {"currency": "USD", "period": "month", "year_starts": 4, "cap": 900, "floor": 100, "negative": "carry", "quota_in": "count",
     "draw": {"amount": 100, "recoverable": true, "periods": 6}, "ramp": [{"draw": 50}, {"quota": "50%", "guarantee": 70}],
     "components": [
       {"name": "a", "rate": "5%", "uncapped": true, "tiers": {"steps": [{"from": 10, "to": 20, "times": 2}, {"from": 30, "to": 40, "times": 3}]}},
       {"kind": "spiff", "each": 2, "per": "unit", "at_least": 10, "first": 3},
       {"kind": "bonus", "measure": {"by": "amount", "of": "all", "reached": "above", "over": "year"}, "levels": [{"from": 1, "amount": 5}], "between": "sum"},
       {"kind": "pool", "amount": 500, "shares": "sales", "products": ["Pro"], "classes": ["A"]},
       {"each": 7, "per": "unit", "threshold": {"at": 5, "of": "all", "reached": "above", "by": "quantity"}, "of": "team"},
       {"per": "unit", "tiers": {"mode": "retroactive", "reached": "above", "by": "quantity", "of": "all", "steps": [{"from": 0, "each": 3}, {"from": 9, "each": 4}]}},
       {"target": 900, "base": "margin", "deal_cap": 8, "deal_floor": 2, "cap": 50, "floor": 5, "from": "2026-01-01", "until": "2026-06-30"}]},
    {"currency": "EUR", "period": "quarter", "counted_on": "paid", "signed_from": "2026-01-01", "from": "2026-01-01", "until": "2026-12-31",
     "prorated": true, "salary": 10, "guarantee": 30, "clawback": {"share": "50%", "within_months": 3, "prorated": true},
     "holdback": {"share": "20%", "release_after_months": 2}, "components": [{"rate": "5%", "of": "below", "rest": true}]},
    {"currency": "EUR", "period": "month", "counted_on": "paid", "components": [{"rate": "5%"}]}
]"#;

fn plans() -> Vec<Value> {
    let published = include_str!("fixtures/pay/published.json");
    let published: Vec<Value> = serde_json::from_str(published).expect("JSON");
    let further: Vec<Value> = serde_json::from_str(FURTHER).expect("JSON");
    let plans = documented().into_iter().chain(published).map(|it| it["plan"].clone());
    plans.filter(Value::is_object).chain(further).collect()
}

/// The places of all that stands in a value.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    let keys: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, it)| (key.clone(), it)).collect(),
        Value::Array(list) => {
            list.iter().enumerate().map(|(at, it)| (at.to_string(), it)).collect()
        }
        _ => Vec::new(),
    };
    for (key, it) in keys {
        let at = format!("{at}/{key}");
        places(it, &at, all);
        all.push(at);
    }
}

fn parent<'a>(plan: &'a mut Value, place: &str) -> (&'a mut Value, String) {
    let (parent, key) = place.rsplit_once('/').expect("a place");
    (plan.pointer_mut(parent).expect("it is there"), key.to_owned())
}

/// The plan without what stands at a place, and with something else there.
fn changed(plan: &Value, place: &str) -> Vec<Value> {
    let mut without = plan.clone();
    match parent(&mut without, place) {
        (Value::Object(map), key) => drop(map.remove(&key)),
        (Value::Array(list), key) => drop(list.remove(key.parse().expect("a place"))),
        _ => {}
    }
    let words = OTHERWISE.map(|it| json!(it));
    let others = ["7", "0.5", "33%", "JPY", "2026-02-03"].map(|it| json!(it));
    let others = words.into_iter().chain(others).chain([json!(3), json!(true), json!(false)]);
    let said = others.map(|it| {
        let mut said = plan.clone();
        *said.pointer_mut(place).expect("it is there") = it;
        said
    });
    std::iter::once(without).chain(said).collect()
}

/// A plan without what changes nothing of what it pays: whether a boundary of marginal tiers is
/// reached at it, and whose deals fill a pool, which are always those of the team.
fn effective(plan: &Plan) -> Plan {
    let at = |it: Measure| Measure { reached: Reached::At, ..it };
    let component = |it: &Component| {
        let mut it = it.clone();
        if let Pays::Pool(_) = it.pays {
            it.of = Whose::Own;
        }
        if let Pays::Commission(earning) = &mut it.pays
            && let Some(tiers) = earning.tiers.as_mut().filter(|it| it.mode == Mode::Marginal)
        {
            tiers.measure = at(tiers.measure);
        }
        it.uncapped &= plan.cap.is_some();
        it
    };
    Plan { components: plan.components.iter().map(component).collect(), ..plan.clone() }
}

#[test]
fn what_changes_a_plan_changes_its_words() {
    let mut seen = BTreeSet::new();
    let (mut count, mut alike) = (0, Vec::new());
    for written in plans() {
        let plan = plan_of_text(&written.to_string()).expect("a plan");
        let told = [Lang::En, Lang::Zh].map(|it| summary(it, &plan));
        let mut all = Vec::new();
        places(&written, "", &mut all);
        // What a part is, is no setting of it: an extra reward of every deal is an amount for each.
        for place in all.into_iter().filter(|it| !it.ends_with("/kind")) {
            for other in changed(&written, &place) {
                let Ok(read) = plan_of_text(&other.to_string()) else { continue };
                if effective(&read) == effective(&plan) {
                    continue;
                }
                count += 1;
                seen.insert(place.rsplit('/').next().unwrap_or_default().to_owned());
                for (lang, told) in [Lang::En, Lang::Zh].into_iter().zip(&told) {
                    if &summary(lang, &read) == told {
                        alike.push(format!("{place}: {other}\n{written}"));
                    }
                }
            }
        }
    }
    assert!(alike.is_empty(), "{} are told alike:\n{}", alike.len(), alike.join("\n"));
    assert!(1_000 < count, "{count} plans were changed");
    // Whatever the format describes was said otherwise somewhere.
    let keys = [
        "currency",
        "period",
        "year_starts",
        "counted_on",
        "quota_in",
        "from",
        "until",
        "signed_from",
        "prorated",
        "salary",
        "cap",
        "floor",
        "guarantee",
        "share",
        "within_days",
        "within_months",
        "release_after_days",
        "release_after_months",
        "release_when_paid",
        "recoverable",
        "periods",
        "quota",
        "draw",
        "negative",
        "name",
        "of",
        "products",
        "classes",
        "rest",
        "uncapped",
        "base",
        "rate",
        "target",
        "each",
        "per",
        "mode",
        "by",
        "over",
        "reached",
        "to",
        "times",
        "at",
        "pays",
        "deal_cap",
        "deal_floor",
        "between",
        "at_least",
        "first",
        "amount",
        "shares",
    ];
    let missing: Vec<&str> = keys.into_iter().filter(|it| !seen.contains(*it)).collect();
    assert_eq!(missing, Vec::<&str>::new());
}
