//! Numbers as people write them, exactly: `0.05`, `"5%"`, `"1/3"`.

use serde_json::Value;

use crate::domain::exact::Exact;

/// The number that a JSON number or text says; none where it says none.
pub(super) fn read(value: &Value) -> Option<Exact> {
    match value {
        Value::String(text) => of_text(text.trim()),
        // The shortest decimal that reads back as it, which is how it was written.
        Value::Number(number) if number.is_f64() => decimal(&format!("{}", number.as_f64()?)),
        Value::Number(number) => decimal(&number.to_string()),
        _ => None,
    }
}

fn of_text(text: &str) -> Option<Exact> {
    if let Some(percent) = text.strip_suffix('%') {
        return decimal(percent.trim_end())?.over(Exact::whole(100));
    }
    match text.split_once('/') {
        Some((upper, lower)) => decimal(upper.trim())?.over(decimal(lower.trim())?),
        None => decimal(text),
    }
}

fn decimal(text: &str) -> Option<Exact> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let figures = whole.strip_prefix('-').unwrap_or(whole);
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    if figures.is_empty() || !digits(figures) || !digits(part) || 15 < part.len() {
        return None;
    }
    let number: i128 = format!("{whole}{part}").parse().ok()?;
    Exact::new(number, 10_i128.checked_pow(part.len().try_into().ok()?)?)
}

/// An amount in minor units, written in major ones; none where it has more digits than the
/// currency, or is too large.
pub(super) fn minor(value: &Value, digits: u32) -> Option<i64> {
    let number = match value {
        Value::String(text) => decimal(text.trim())?,
        _ => read(value)?,
    };
    let minor = number.times(Exact::whole(10_i128.pow(digits)))?;
    // Room for a million such amounts in one sum.
    let fits = minor.lower() == 1 && minor.upper().abs() <= 1_000_000_000_000_000;
    if fits { i64::try_from(minor.upper()).ok() } else { None }
}

/// A number as it is read: a decimal where it has an end, and a fraction where not.
pub(super) fn print(number: Exact) -> String {
    let (mut lower, mut places) = (number.lower(), 0);
    let mut scaled = number.upper();
    while lower != 1 && places < 15 {
        // One more digit after the point.
        let by = [10, 5, 2].into_iter().find(|it| lower % it == 0);
        let Some(by) = by else { break };
        let Some(more) = scaled.checked_mul(10 / by) else { break };
        (lower, scaled, places) = (lower / by, more, places + 1);
    }
    if lower != 1 {
        return format!("{}/{}", number.upper(), number.lower());
    }
    let sign = if scaled < 0 { "-" } else { "" };
    let figures = format!("{:0>width$}", scaled.unsigned_abs(), width = places + 1);
    let (whole, part) = figures.split_at(figures.len() - places);
    if part.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{part}") }
}

/// An amount of minor units in major ones, which may be a part of a minor unit.
pub(super) fn print_major(minor: Exact, digits: u32) -> String {
    minor.over(Exact::whole(10_i128.pow(digits))).map(print).unwrap_or_default()
}
