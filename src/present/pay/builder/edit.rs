//! What editing does to the written form of a plan.

use serde_json::{Map, Value, json};

use crate::domain::commission::check::Usual;
use crate::domain::money::{Currency, Money};
use crate::i18n::Lang;
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

/// Something that a plan can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A rate.
    Rate,
    /// Tiers with rates of their own.
    Tiers,
    /// A rate that accelerates beyond the quota.
    Accelerator,
    /// Bonus levels.
    Bonus,
    /// An amount for each deal.
    Spiff,
    /// A pool of the team.
    Pool,
    /// A rate on the team's deals.
    Override,
    /// A cap of all parts.
    Cap,
    /// A floor of all parts.
    Floor,
    /// A guarantee.
    Guarantee,
    /// A clawback.
    Clawback,
    /// A holdback.
    Holdback,
    /// A draw.
    Draw,
    /// A ramp.
    Ramp,
}

impl Piece {
    /// Every piece, in the order in which they are offered.
    pub const ALL: [Piece; 14] = [
        Piece::Rate,
        Piece::Tiers,
        Piece::Accelerator,
        Piece::Bonus,
        Piece::Spiff,
        Piece::Pool,
        Piece::Override,
        Piece::Cap,
        Piece::Floor,
        Piece::Guarantee,
        Piece::Clawback,
        Piece::Holdback,
        Piece::Draw,
        Piece::Ramp,
    ];

    /// Where it stands in the written form; none for a part of the plan.
    pub(super) fn key(self) -> Option<&'static str> {
        Some(match self {
            Piece::Cap => "cap",
            Piece::Floor => "floor",
            Piece::Guarantee => "guarantee",
            Piece::Clawback => "clawback",
            Piece::Holdback => "holdback",
            Piece::Draw => "draw",
            Piece::Ramp => "ramp",
            _ => return None,
        })
    }

    /// What it says.
    pub fn name(self, lang: Lang) -> &'static str {
        match self {
            Piece::Rate => lang.piece_rate(),
            Piece::Tiers => lang.piece_tiers(),
            Piece::Accelerator => lang.piece_accelerator(),
            Piece::Bonus => lang.piece_bonus(),
            Piece::Spiff => lang.piece_spiff(),
            Piece::Pool => lang.piece_pool(),
            Piece::Override => lang.piece_override(),
            Piece::Cap => lang.piece_cap(),
            Piece::Floor => lang.piece_floor(),
            Piece::Guarantee => lang.piece_guarantee(),
            Piece::Clawback => lang.piece_clawback(),
            Piece::Holdback => lang.piece_holdback(),
            Piece::Draw => lang.piece_draw(),
            Piece::Ramp => lang.piece_ramp(),
        }
    }

    /// How it begins.
    fn begins(self, usual: Usual, currency: Currency) -> Value {
        // Round amounts, so that nobody has to delete digits first.
        let amount = |minor: i64| {
            let major = (minor / currency.scale()).max(1);
            let round = 10_i64.pow(major.ilog10());
            json!((major / round * round).to_string())
        };
        let (quota, pay) = (usual.quota, usual.quota / 20);
        match self {
            Piece::Rate => json!({ "rate": "5%" }),
            Piece::Tiers => json!({ "tiers": { "steps": [
                { "from": "0", "rate": "5%" }, { "from": amount(quota), "rate": "8%" }] } }),
            Piece::Accelerator => json!({ "rate": "5%", "tiers": { "by": "attainment", "steps": [
                { "from": "100%", "times": "1.5" }] } }),
            Piece::Bonus => json!({ "kind": "bonus", "measure": { "by": "attainment" }, "levels": [
                { "from": "80%", "amount": amount(pay / 2) }, { "from": "100%", "amount": amount(pay) }] }),
            Piece::Spiff => json!({ "kind": "spiff", "each": amount(usual.deal / 50) }),
            Piece::Pool => json!({ "kind": "pool", "rate": "1%" }),
            Piece::Override => json!({ "of": "team", "rate": "1%" }),
            Piece::Cap => amount(pay * 3),
            Piece::Floor | Piece::Guarantee => amount(pay / 2),
            Piece::Clawback => json!({ "share": "100%", "within_days": 90 }),
            Piece::Holdback => json!({ "share": "10%", "release_after_days": 60 }),
            Piece::Draw => json!({ "amount": amount(pay / 2), "recoverable": true }),
            Piece::Ramp => json!([{ "quota": "50%" }, { "quota": "75%" }]),
        }
    }
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

/// The parent of what is at a place, and its key.
fn split(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

fn remove(plan: &mut Value, path: &str) {
    let (parent, key) = split(path);
    match plan.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.remove(key)),
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
    // Choices that make or take away more than a word.
    match (key, typed) {
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
        _ => {}
    }
    let value = value(plan, path, typed, currency);
    match value {
        None => remove(plan, path),
        Some(value) => put(plan, path, value),
    }
}

fn put(plan: &mut Value, path: &str, value: Value) {
    let (parent, key) = split(path);
    match plan.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.insert(key.to_owned(), value)),
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
        "salary" | "cap" | "floor" | "guarantee" | "deal_cap" | "target" | "each" | "at_least"
        | "amount" => Kept::Amount,
        "rate" | "share" | "quota" => Kept::Percent,
        "times" => Kept::Number,
        "within_days" | "release_after_days" | "periods" | "first" => Kept::Count,
        "rest" | "prorated" | "recoverable" => Kept::Yes,
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
                "attainment" => Kept::Percent,
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
