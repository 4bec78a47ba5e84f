//! Decimal numbers of JSON without rounding, and amounts as decimals.

use serde_json::Value;

/// A decimal number: `digits ÷ 10^places`, without zeros at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    digits: i128,
    places: u32,
}

impl Decimal {
    /// The number that a JSON number or text says; `None` where it says none. A floating point
    /// number is the shortest decimal that reads back as it, which is how it was written.
    pub fn of(value: &Value) -> Option<Decimal> {
        match value {
            Value::String(text) => Decimal::read(text.trim()),
            Value::Number(number) if number.is_f64() => {
                Decimal::read(&format!("{}", number.as_f64()?))
            }
            Value::Number(number) => Decimal::read(&number.to_string()),
            _ => None,
        }
    }

    fn read(text: &str) -> Option<Decimal> {
        let (whole, part) = text.split_once('.').unwrap_or((text, ""));
        let part = part.trim_end_matches('0');
        let number = format!("{whole}{part}");
        let figures = number.strip_prefix('-').unwrap_or(&number);
        if figures.is_empty() || !figures.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        Some(Decimal { digits: number.parse().ok()?, places: part.len().try_into().ok()? })
    }

    /// How many digits follow the point.
    pub fn places(&self) -> u32 {
        self.places
    }

    /// The number times a power of ten, to the nearest whole one; `None` where that is too large.
    pub fn rounded_times_power_of_ten(&self, power: u32) -> Option<i64> {
        let Some(more) = self.places.checked_sub(power).filter(|it| *it != 0) else {
            return self.times_power_of_ten(power);
        };
        // A divisor beyond numbers leaves nothing.
        let Some(divisor) = 10_i128.checked_pow(more) else { return Some(0) };
        let (whole, rest) = (self.digits / divisor, self.digits % divisor);
        let rounded =
            if divisor - rest.abs() <= rest.abs() { whole + self.digits.signum() } else { whole };
        rounded.try_into().ok()
    }

    /// The number times a power of ten; `None` where that is not whole or too large.
    pub fn times_power_of_ten(&self, power: u32) -> Option<i64> {
        let factor = 10_i128.checked_pow(power.checked_sub(self.places)?)?;
        self.digits.checked_mul(factor)?.try_into().ok()
    }
}

/// An amount in minor units as a decimal in major ones.
pub fn print(minor: i128, digits: u32) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let (scale, minor) = (10_u128.pow(digits), minor.unsigned_abs());
    match digits {
        0 => format!("{sign}{minor}"),
        _ => format!("{sign}{}.{:0width$}", minor / scale, minor % scale, width = digits as usize),
    }
}
