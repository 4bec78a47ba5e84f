//! Amounts of money: whole minor units of a currency, never a fraction.
//!
//! The one rounding rule of the product is in [`share`]: to the nearest minor unit, halves away
//! from zero. Each figure is rounded per deal and then summed.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

/// A currency by its ISO 4217 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// A text that is not three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotACurrency;

impl Currency {
    /// Renminbi.
    pub const CNY: Currency = Currency(*b"CNY");
    /// US dollar.
    pub const USD: Currency = Currency(*b"USD");

    /// The ISO code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// How many digits follow the decimal point (ISO 4217, minor unit).
    pub fn digits(self) -> u32 {
        match &self.0 {
            b"BIF" | b"CLP" | b"DJF" | b"GNF" | b"ISK" | b"JPY" | b"KMF" | b"KRW" | b"PYG"
            | b"RWF" | b"UGX" | b"UYI" | b"VND" | b"VUV" | b"XAF" | b"XOF" | b"XPF" => 0,
            b"BHD" | b"IQD" | b"JOD" | b"KWD" | b"LYD" | b"OMR" | b"TND" => 3,
            _ => 2,
        }
    }

    /// How many minor units make one major unit.
    pub fn scale(self) -> i64 {
        10_i64.pow(self.digits())
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Currency {
    type Err = NotACurrency;

    fn from_str(text: &str) -> Result<Currency, NotACurrency> {
        match text.as_bytes() {
            code @ [a, b, c] if code.iter().all(u8::is_ascii_uppercase) => {
                Ok(Currency([*a, *b, *c]))
            }
            _ => Err(NotACurrency),
        }
    }
}

/// An amount in a currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Money {
    /// Minor units (cents, fen); negative for what is owed.
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

impl Money {
    /// An amount of minor units.
    pub const fn new(minor: i64, currency: Currency) -> Money {
        Money { minor, currency }
    }

    /// The amount in major units as an exact decimal, "-1234.50".
    pub fn major(self) -> String {
        let digits = self.currency.digits() as usize;
        let sign = if self.minor < 0 { "-" } else { "" };
        let (scale, minor) = (self.currency.scale().unsigned_abs(), self.minor.unsigned_abs());
        if digits == 0 {
            return format!("{sign}{minor}");
        }
        format!("{sign}{}.{:0digits$}", minor / scale, minor % scale)
    }
}

/// A text that is not an amount as the journal writes it, "CNY123450".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotMoney;

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.currency, self.minor)
    }
}

impl FromStr for Money {
    type Err = NotMoney;

    fn from_str(text: &str) -> Result<Money, NotMoney> {
        let (currency, minor) = text.split_at_checked(3).ok_or(NotMoney)?;
        let currency = currency.parse().map_err(|_| NotMoney)?;
        Ok(Money::new(minor.parse().map_err(|_| NotMoney)?, currency))
    }
}

super::value::text_scalar!(Currency, Money);

/// `amount × part ÷ whole`, rounded to the nearest, halves away from zero; zero where the whole
/// is zero, and held at the ends of the range rather than wrapped.
pub fn share(amount: i64, part: i64, whole: i64) -> i64 {
    if whole == 0 {
        return 0;
    }
    let (product, whole) = (i128::from(amount) * i128::from(part), i128::from(whole));
    let sign = product.signum() * whole.signum();
    let (product, whole) = (product.abs(), whole.abs());
    let rounded = sign * ((2 * product + whole) / (2 * whole));
    rounded.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}

/// Sums of money, one a currency; sums of different currencies are never mixed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums(BTreeMap<Currency, i64>);

impl Sums {
    /// Adds an amount; held at the ends of the range rather than wrapped.
    pub fn add(&mut self, money: Money) {
        let sum = self.0.entry(money.currency).or_default();
        *sum = sum.saturating_add(money.minor);
    }

    /// The sum in a currency.
    pub fn of(&self, currency: Currency) -> Money {
        Money::new(self.0.get(&currency).copied().unwrap_or(0), currency)
    }

    /// The sums of all currencies met, in order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = Money> {
        self.0.iter().map(|(currency, minor)| Money::new(*minor, *currency))
    }
}

impl FromIterator<Money> for Sums {
    fn from_iter<I: IntoIterator<Item = Money>>(amounts: I) -> Sums {
        let mut sums = Sums::default();
        amounts.into_iter().for_each(|money| sums.add(money));
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check_major(stored: &str, expect: &str) {
        let money: Money = stored.parse().expect("money");
        assert_eq!((money.major().as_str(), money.to_string().as_str()), (expect, stored));
    }

    // ISO 4217: the yen has no minor unit, the Kuwaiti dinar has a thousandth.
    #[test]
    fn major_units_have_the_digits_of_the_currency() {
        check_major("CNY123450", "1234.50");
        check_major("USD-5", "-0.05");
        check_major("JPY1200", "1200");
        check_major("KWD1", "0.001");
        check_major("USD-9223372036854775808", "-92233720368547758.08");
    }

    #[test]
    fn halves_are_rounded_away_from_zero() {
        let cases = [
            (5, 1, 2, 3),
            (-5, 1, 2, -3),
            (1, 1, 3, 0),
            (2, 1, 3, 1),
            (7, 3, -2, -11),
            (9, 1, 0, 0),
        ];
        for (amount, part, whole, expect) in cases {
            assert_eq!(share(amount, part, whole), expect, "{amount} × {part} ÷ {whole}");
        }
    }

    proptest! {
        #[test]
        fn a_share_is_within_half_a_unit_of_the_truth(amount in -1_000_000_000_i64..1_000_000_000, part in 0_i64..10_000, whole in 1_i64..10_000) {
            let off = i128::from(share(amount, part, whole)) * i128::from(whole) - i128::from(amount) * i128::from(part);
            prop_assert!(2 * off.abs() <= i128::from(whole));
        }

        #[test]
        fn money_is_read_back_from_its_text(minor: i64) {
            let money = Money::new(minor, Currency::CNY);
            prop_assert_eq!(money.to_string().parse(), Ok(money));
        }
    }
}
