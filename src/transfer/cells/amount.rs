//! Amounts of money as exports and people write them, to exact minor units.
//!
//! No floating point: digits are kept as digits. Digits beyond the currency's minor unit are
//! rounded to the nearest, halves away from zero, the product's one rounding rule. Whether a
//! comma or a dot parts the decimals is decided by the column.

use super::mark::{Mark, groups_by_commas, mark_of};
use crate::domain::money::{Currency, Money};
use crate::transfer::text::folded;

/// The sign between whole number and decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DecimalSign {
    /// "1,234.50".
    Dot,
    /// "1.234,50".
    Comma,
}

/// What a column shows about its decimal sign.
#[derive(Clone, Copy, Debug, Default)]
pub struct AmountEvidence {
    dot: usize,
    comma: usize,
    dot_groups: usize,
    fine: usize,
}

impl AmountEvidence {
    /// Takes one more cell of the column into account.
    pub fn add(&mut self, cell: &str) {
        let Some(written) = written_in_full(cell) else {
            return;
        };
        let digits = written.digits.as_str();
        let last = |sign: char| digits.rfind(sign);
        let count = |sign: char| digits.matches(sign).count();
        // Three decimals or more, where they are no group of thousands.
        self.fine += usize::from(match (last('.'), last(',')) {
            (Some(dot), Some(comma)) => dot.max(comma) + 3 < digits.len(),
            (Some(at), None) | (None, Some(at)) => {
                at + 3 < digits.len() && count('.') + count(',') == 1 && !is_group(digits, at)
            }
            (None, None) => false,
        });
        match (last('.'), last(',')) {
            (Some(dot), Some(comma)) if comma < dot => self.dot += 1,
            (Some(_), Some(_)) => self.comma += 1,
            (None, Some(_)) if 1 < count(',') => self.dot += 1,
            (Some(_), None) if 1 < count('.') => self.comma += 1,
            (None, Some(comma)) if !is_group(digits, comma) => self.comma += 1,
            (Some(dot), None) if !is_group(digits, dot) => self.dot += 1,
            (Some(_), None) => self.dot_groups += 1,
            _ => {}
        }
    }

    /// Whether the column has amounts with three decimals or more.
    pub fn is_fine(&self) -> bool {
        self.fine != 0
    }

    /// The decimal sign of the column. Where all it has is groups of three behind a dot
    /// ("1.234"), those are thousands.
    pub fn sign(&self) -> DecimalSign {
        match (self.dot, self.comma) {
            (0, 0) if 0 < self.dot_groups => DecimalSign::Comma,
            (dot, comma) if dot < comma => DecimalSign::Comma,
            _ => DecimalSign::Dot,
        }
    }
}

/// How to read the amounts of a column.
#[derive(Clone, Copy, Debug)]
pub struct AmountReading {
    /// Whether amounts of the column have three decimals or more.
    pub is_fine: bool,
    /// The decimal sign.
    pub sign: DecimalSign,
    /// What the header's unit multiplies by, as a power of ten: "万元" is 4.
    pub unit: u32,
    /// The currency where neither cell nor row names one.
    pub currency: Currency,
}

/// The amount a cell says; `None` where it is not an amount.
pub fn parse(cell: &str, named: Option<Currency>, reading: AmountReading) -> Option<Money> {
    if is_plain(cell) {
        let currency = named.unwrap_or(reading.currency);
        let minor = decimal(cell, currency.digits() + reading.unit)?;
        return Some(Money::new(minor, currency));
    }
    let written = read(cell)?;
    let marked = written.mark.map(|mark| mark.currency(named.unwrap_or(reading.currency)));
    let currency = marked.or(named).unwrap_or(reading.currency);
    let sign = match written.looks_grouped(currency, reading) {
        // "USD 1,000" among "12,50": no cent has ten parts.
        true if groups_by_commas(marked) => DecimalSign::Dot,
        _ => reading.sign,
    };
    let plain = without_groups(&written.digits, sign)?;
    let power = currency.digits() + written.power + reading.unit;
    let minor = decimal(&plain, power)?;
    Some(Money::new(if written.negative { -minor } else { minor }, currency))
}

/// Whether a cell could say thousands and could say decimals: "1,000" in a column whose decimals stand
/// behind a comma, two of them at most. Where the cell names a currency of those who part thousands by
/// commas, it says thousands.
pub fn is_ambiguous(cell: &str, named: Option<Currency>, reading: AmountReading) -> bool {
    if reading.sign == DecimalSign::Dot {
        return false;
    }
    let Some(written) = written_in_full(cell) else { return false };
    let marked = written.mark.map(|mark| mark.currency(named.unwrap_or(reading.currency)));
    let currency = marked.or(named).unwrap_or(reading.currency);
    written.looks_grouped(currency, reading) && !groups_by_commas(marked)
}

/// The currency that a cell itself names, by sign or code.
pub fn currency_of(cell: &str, usual: Currency) -> Option<Currency> {
    Some(written_in_full(cell)?.mark?.currency(usual))
}

/// The currency of a cell in a column of currencies, or of a header's unit: a code, a sign or a
/// Chinese name.
pub fn currency_named(text: &str, usual: Currency) -> Option<Currency> {
    let folded = folded(text);
    mark_of(folded.trim()).map(|mark| mark.currency(usual))
}

/// The power of ten that a header's unit multiplies by, and what is left of the unit: "万元" is
/// 4 and "元".
pub fn unit_of(bracketed: &str) -> (u32, &str) {
    scale_of(bracketed)
}

/// A plain decimal number times ten to the power, rounded to a whole one.
pub fn decimal(text: &str, power: u32) -> Option<i64> {
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = || whole.bytes().chain(part.bytes());
    if digits().next().is_none() || !digits().all(|it| it.is_ascii_digit()) {
        return None;
    }
    let mut value = 0_i64;
    let wanted = whole.len() + power as usize;
    for place in 0..wanted {
        let digit = digits().nth(place).unwrap_or(b'0') - b'0';
        value = value.checked_mul(10)?.checked_add(i64::from(digit))?;
    }
    let rounds_up = digits().nth(wanted).is_some_and(|digit| b'5' <= digit);
    let value = value.checked_add(i64::from(rounds_up))?;
    Some(if negative { -value } else { value })
}

/// An amount taken apart.
struct Written {
    digits: String,
    negative: bool,
    power: u32,
    mark: Option<Mark>,
}

impl Written {
    /// Whether all that could be decimals are three digits behind a comma, of a currency that has
    /// fewer, in a column whose amounts have none so fine.
    fn looks_grouped(&self, currency: Currency, reading: AmountReading) -> bool {
        let digits = self.digits.as_str();
        let comma = digits.find(',').filter(|_| reading.sign == DecimalSign::Comma);
        let is_alone = comma.is_some_and(|it| is_group(digits, it)) && !digits.contains('.');
        is_alone && self.power + reading.unit == 0 && currency.digits() < 3 && !reading.is_fine
    }
}

/// Words that multiply, longest first.
const SCALES: [(&str, u32); 11] = [
    ("百万", 6),
    ("千万", 7),
    ("万", 4),
    ("亿", 8),
    ("千", 3),
    ("million", 6),
    ("mn", 6),
    ("bn", 9),
    ("k", 3),
    ("m", 6),
    ("b", 9),
];

/// Whether a cell is digits alone, as most cells of most files are.
fn is_plain(cell: &str) -> bool {
    cell.bytes().all(|it| it.is_ascii_digit())
}

/// An amount that has more than digits.
fn written_in_full(cell: &str) -> Option<Written> {
    if is_plain(cell) { None } else { read(cell) }
}

fn read(cell: &str) -> Option<Written> {
    let text = folded(cell).replace('−', "-");
    // An apostrophe in front is how spreadsheets keep a number as a text.
    let text = text.trim().trim_start_matches('\'');
    let (text, exponent) = without_exponent(text);
    let inner = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let (mut negative, text) = (inner.is_some(), inner.unwrap_or(text));
    let first = text.find(|it: char| it.is_ascii_digit())?;
    let first = if text[..first].ends_with('.') { first - 1 } else { first };
    let last = text.rfind(|it: char| it.is_ascii_digit())?;
    let (before, digits, after) = (&text[..first], &text[first..=last], &text[last + 1..]);
    let (before, after) = (signless(before, &mut negative), signless(after, &mut negative));
    let digits: String = digits.chars().filter(|it| !matches!(it, ' ' | '\'' | '’')).collect();
    if !digits.chars().all(|it| it.is_ascii_digit() || matches!(it, '.' | ',')) {
        return None;
    }
    let (power, after) = scale_of(after.trim_start_matches('.'));
    let power = power + exponent;
    let mark = match (before.as_str(), after) {
        ("", "") => None,
        ("", mark) | (mark, "") => Some(mark_of(mark)?),
        (before, after) => {
            mark_of(after)?;
            Some(mark_of(before)?)
        }
    };
    Some(Written { digits, negative, power, mark })
}

/// A number of a spreadsheet that was too wide for its column, "1.25E+06", without its exponent, and
/// the exponent; others as they are.
fn without_exponent(text: &str) -> (&str, u32) {
    let split = || {
        let (number, exponent) = text.rsplit_once('e')?;
        let plain = number.bytes().all(|it| it.is_ascii_digit() || b".,-".contains(&it));
        let exponent = exponent.strip_prefix('+').unwrap_or(exponent);
        let is_figures = exponent.bytes().all(|it| it.is_ascii_digit());
        let exponent = exponent.parse().ok().filter(|it| is_figures && *it <= 18)?;
        (plain && number.ends_with(|it: char| it.is_ascii_digit())).then_some((number, exponent))
    };
    split().unwrap_or((text, 0))
}

/// The text around the digits without minus signs and spaces.
fn signless(text: &str, negative: &mut bool) -> String {
    *negative |= text.contains('-');
    text.chars().filter(|it| !matches!(it, '-' | '+' | ' ')).collect()
}

/// What a word behind the digits multiplies by, and what is left of it.
fn scale_of(after: &str) -> (u32, &str) {
    let is_code = after.len() == 3 && after.bytes().all(|it| it.is_ascii_alphabetic());
    if is_code {
        return (0, after);
    }
    for (word, power) in SCALES {
        if let Some(rest) = after.strip_prefix(word) {
            return (power, rest);
        }
    }
    (0, after)
}

/// Whether a sign stands before exactly three last digits and behind one to three first ones.
fn is_group(digits: &str, place: usize) -> bool {
    let head = &digits[..place];
    digits.len() == place + 4 && (1..=3).contains(&head.len()) && !head.starts_with('0')
}

/// The digits with a dot as decimal sign and without the signs between groups; `None` where the
/// groups are none: each has two to four digits, the last three or four.
fn without_groups(digits: &str, sign: DecimalSign) -> Option<String> {
    let (group, decimal) = match sign {
        DecimalSign::Dot => (',', '.'),
        DecimalSign::Comma => ('.', ','),
    };
    let (whole, part) = match digits.split_once(decimal) {
        Some((whole, part)) => (whole, Some(part)),
        None => (digits, None),
    };
    let groups: Vec<&str> = whole.split(group).collect();
    let is_even = |(place, it): (usize, &&str)| match place {
        0 => true,
        place if place + 1 == groups.len() => matches!(it.len(), 3 | 4),
        _ => matches!(it.len(), 2..=4),
    };
    if !groups.iter().enumerate().all(is_even) || part.is_some_and(|it| it.contains(group)) {
        return None;
    }
    Some(match part {
        Some(part) => format!("{}.{part}", groups.concat()),
        None => groups.concat(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cells: &[&str], expect: &[&str]) {
        let mut evidence = AmountEvidence::default();
        cells.iter().for_each(|cell| evidence.add(cell));
        let reading = AmountReading {
            is_fine: evidence.is_fine(),
            sign: evidence.sign(),
            unit: 0,
            currency: Currency::CNY,
        };
        let amounts: Vec<String> = cells
            .iter()
            .map(|cell| match parse(cell, None, reading) {
                _ if is_ambiguous(cell, None, reading) => "either".to_owned(),
                Some(amount) => amount.to_string(),
                None => "none".to_owned(),
            })
            .collect();
        assert_eq!(amounts, expect, "{cells:?}");
    }

    #[test]
    fn amounts_are_read_in_every_form_they_are_written() {
        check(
            &["$1,234.00", "US$ 5", "USD 5.5", "5 usd"],
            &["USD123400", "USD500", "USD550", "USD500"],
        );
        check(
            &["￥1,234", "¥ 88", "88元", "RMB 88"],
            &["CNY123400", "CNY8800", "CNY8800", "CNY8800"],
        );
        check(
            &["12万", "1.2亿", "3.5万元", "12k", "1.5M"],
            &["CNY12000000", "CNY12000000000", "CNY3500000", "CNY1200000", "CNY150000000"],
        );
        check(
            &["(1,234)", "-5", "5-", "−5", "-$5"],
            &["CNY-123400", "CNY-500", "CNY-500", "CNY-500", "USD-500"],
        );
        check(
            &["1'234.50", "12,34,567.00", ".5", "0.005", "1,200,000.00"],
            &["CNY123450", "CNY123456700", "CNY50", "CNY1", "CNY120000000"],
        );
        check(&["£1000", "1000.0", "100000"], &["GBP100000", "CNY100000", "CNY10000000"]);
        check(
            &["1E5", "1.25E+06", "-2e3", "'1234.5"],
            &["CNY10000000", "CNY125000000", "CNY-200000", "CNY123450"],
        );
    }

    #[test]
    fn the_column_decides_the_decimal_sign() {
        check(
            &["1 234,56", "1\u{a0}234", "1\u{202f}234,5"],
            &["CNY123456", "CNY123400", "CNY123450"],
        );
        check(&["1.234,56 €", "1.234 €", "2.000.000"], &["EUR123456", "EUR123400", "CNY200000000"]);
        check(&["1,234", "1.5"], &["CNY123400", "CNY150"]);
        check(&["1.234", "12.345"], &["CNY123400", "CNY1234500"]);
        check(&["1,234", "12,345"], &["CNY123400", "CNY1234500"]);
        check(&["1,7", "200.000.000"], &["CNY170", "CNY20000000000"]);
    }

    // The decimals of ISO 4217: a dollar has a hundred cents, a Kuwaiti dinar a thousand fils.
    #[test]
    fn thousands_are_no_decimals_of_a_currency_that_has_none_so_small() {
        check(
            &[
                "12,50",
                "USD 1,000",
                "$1,000",
                "9,90 €",
                "1,000 €",
                "1,000",
                "EUR 1.000",
                "KWD 1,000",
            ],
            &[
                "CNY1250",
                "USD100000",
                "USD100000",
                "EUR990",
                "either",
                "either",
                "EUR100000",
                "KWD1000",
            ],
        );
        check(&["1 234,567", "1,000", "USD 2,500"], &["CNY123457", "CNY100", "USD250"]);
        check(&["0,125", "12,5", "1,000"], &["CNY13", "CNY1250", "CNY100"]);
        check(&["12,5万", "1,250万"], &["CNY12500000", "CNY1250000"]);
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        check(
            &["high", "1,2.3,4", "12 apples", "1-2", "", "$", "99999999999999999999", "1e99", "2e"],
            &["none"; 9],
        );
    }

    #[test]
    fn signs_that_several_currencies_share_follow_the_usual_one() {
        let hong_kong: Currency = "HKD".parse().expect("a currency");
        let yen: Currency = "JPY".parse().expect("a currency");
        assert_eq!(currency_of("$5", hong_kong), Some(hong_kong));
        assert_eq!(currency_of("¥5", yen), Some(yen));
        assert_eq!(currency_named("美元", yen), Some(Currency::USD));
    }
}
