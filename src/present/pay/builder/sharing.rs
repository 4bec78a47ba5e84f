//! What becomes of a pool when it is filled or shared in another way.

use serde_json::{Map, Value, json};

use crate::domain::commission::kept::WHOLE;
use crate::domain::split::split_equally;
use crate::present::pay::deal::percent;

/// What a pool has that is filled by deals.
const BY_DEALS: [&str; 11] = [
    "rate",
    "target",
    "each",
    "tiers",
    "per",
    "base",
    "threshold",
    "cap",
    "floor",
    "deal_cap",
    "deal_floor",
];

/// A pool that is filled with an amount, which begins as this one, or by a rate of the deals.
pub(super) fn fill(pool: &mut Map<String, Value>, with: &str, amount: Value) {
    match with {
        "amount" => {
            pool.retain(|key, _| !BY_DEALS.contains(&key.as_str()));
            pool.insert("amount".to_owned(), amount);
        }
        _ => {
            pool.remove("amount");
            pool.insert("rate".to_owned(), json!("1%"));
        }
    }
}

/// Shares that nobody has filled in yet begin alike, in hundredths of a percent.
pub fn shared_alike(text: &str, people: &[String]) -> String {
    let Ok(mut plan) = serde_json::from_str::<Value>(text) else { return text.to_owned() };
    let parts = plan.get_mut("components").and_then(Value::as_array_mut).into_iter().flatten();
    let empty =
        parts.filter_map(|it| it.get_mut("shares")?.as_object_mut()).filter(|it| it.is_empty());
    let alike = split_equally(WHOLE, people.len());
    for shares in empty {
        for (name, points) in people.iter().zip(&alike) {
            shares.insert(name.clone(), json!(format!("{}%", percent(*points))));
        }
    }
    plan.to_string()
}
