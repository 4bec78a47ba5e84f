//! Decimal numbers without rounding, of any length, and amounts as decimals.

use huddle::domain::natural::Natural;

/// A decimal number: `digits × 10^power`, without zeros at either end of its digits; none at all
/// are zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decimal {
    is_negative: bool,
    digits: String,
    power: i32,
}

impl Decimal {
    /// The number that a text says, as `-12`, `0.5` or `1e-3`; `None` where it says none.
    pub fn read(text: &str) -> Option<Decimal> {
        let (number, power) = match text.split_once(['e', 'E']) {
            None => (text, 0),
            // A number of more zeros than this is none to reckon with.
            Some((number, power)) => {
                let figures = power.strip_prefix(['+', '-']).unwrap_or(power);
                let is_number =
                    !figures.is_empty() && figures.bytes().all(|it| it.is_ascii_digit());
                let power: Option<i32> = power.parse().ok();
                (number, power.filter(|it| is_number && it.unsigned_abs() <= 1_000_000)?)
            }
        };
        let (whole, part) = number.split_once('.').unwrap_or((number, ""));
        let number = format!("{whole}{part}");
        let figures = number.strip_prefix('-').unwrap_or(&number);
        if figures.is_empty() || !figures.bytes().all(|it| it.is_ascii_digit()) {
            return None;
        }
        let digits = figures.trim_start_matches('0');
        let cut = digits.trim_end_matches('0');
        let places = i32::try_from(part.len()).ok()?;
        let zeros = i32::try_from(digits.len() - cut.len()).ok()?;
        Some(Decimal {
            is_negative: number.starts_with('-') && !cut.is_empty(),
            digits: cut.to_owned(),
            power: if cut.is_empty() { 0 } else { power - places + zeros },
        })
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.is_negative
    }

    /// The number times a power of ten; `None` where that is not whole or too large.
    pub fn times_power_of_ten(&self, power: u32) -> Option<i64> {
        let zeros = usize::try_from(self.power.checked_add_unsigned(power)?).ok();
        if self.digits.is_empty() {
            return Some(0);
        }
        let zeros = zeros.filter(|it| it + self.digits.len() <= 19)?;
        let sign = if self.is_negative { "-" } else { "" };
        format!("{sign}{}{}", self.digits, "0".repeat(zeros)).parse().ok()
    }

    /// From the power of ten of its first digit to that of its last; none of zero.
    fn reach(&self) -> Option<(i64, i64)> {
        let last = i64::from(self.power);
        let length = i64::try_from(self.digits.len()).ok().filter(|it| *it != 0)?;
        Some((last + length - 1, last))
    }
}

/// How many digits numbers may have that are made whole together.
const MOST: i64 = 5000;

/// Numbers that are not negative, all times the power of ten that makes whole numbers of them; `None` where they
/// would have more than five thousand digits.
pub fn whole(numbers: &[Decimal]) -> Option<Vec<Natural>> {
    let reaches = || numbers.iter().filter_map(Decimal::reach);
    let last = reaches().map(|it| it.1).min().unwrap_or(0);
    let first = reaches().map(|it| it.0).max().unwrap_or(0);
    if MOST <= first - last {
        return None;
    }
    let natural = |it: &Decimal| {
        let zeros = usize::try_from(i64::from(it.power) - last).ok();
        match zeros.filter(|_| !it.digits.is_empty()) {
            None => Some(Natural::default()),
            Some(zeros) => Natural::of_digits(&format!("{}{}", it.digits, "0".repeat(zeros))),
        }
    };
    numbers.iter().map(natural).collect()
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
