//! Rates of exchange as typed and as shown: decimals that are exact whole numbers underneath.

use std::collections::BTreeSet;

use super::format;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::RateId;
use crate::domain::money::Currency;
use crate::domain::rates::{Conversion, PARTS, Rate, Rates};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// What rates are shown from.
pub const RATE_TABLES: [Table; 3] = [Table::Rates, Table::Settings, Table::Leads];

/// A rate as it is listed.
#[derive(Clone, Debug, PartialEq)]
pub struct RateLine {
    /// The rate.
    pub id: RateId,
    /// What equals what.
    pub words: String,
    /// From which day on, and whether it holds.
    pub note: String,
}

/// The two sides of a rate: so many units, and what they are worth.
pub fn rate_sides(rate: &Rate) -> Option<(String, String)> {
    let units = rate.units.unwrap_or(1).to_string();
    let from = [&*units, rate.currency?.code()].join(" ");
    Some((from, [&*millionths(rate.millionths), rate.home?.code()].join(" ")))
}

/// The rates by currency, the latest first.
pub fn rate_lines(workspace: &Workspace, lang: Lang, today: Day) -> Vec<RateLine> {
    let rates = Rates::on(workspace, today);
    let mut found: Vec<(RateId, &Rate)> = workspace.rates.iter().collect();
    arrange::by_key(&mut found, |(id, it)| (it.currency, it.home, std::cmp::Reverse(it.day), *id));
    let line = |(id, rate): (RateId, &Rate)| {
        let (from, worth) = rate_sides(rate)?;
        let day = format::day(lang, rate.day?);
        let note = match rates.of(rate.currency?) == Some(rate) {
            true => lang.rate_holds_since(&day),
            false => lang.rate_stated(&day),
        };
        Some(RateLine { id, words: [&*from, "=", &*worth].join(" "), note })
    };
    found.into_iter().filter_map(line).collect()
}

/// The currencies of leads that have no rate on a day, by code.
pub fn missing_rates(workspace: &Workspace, today: Day) -> Vec<String> {
    let rates = Rates::on(workspace, today);
    let met: BTreeSet<Currency> =
        workspace.leads.values().filter_map(|it| it.amount).map(|it| it.currency).collect();
    let missing = |it: &Currency| *it != rates.home() && rates.of(*it).is_none();
    met.into_iter().filter(missing).map(|it| it.code().to_owned()).collect()
}

/// How amounts of other currencies went into sums: at which rates, and how many leads are left out
/// for want of one. Nothing where all amounts are in the currency of the sums.
pub fn conversion_notes(
    lang: Lang,
    conversion: &Conversion,
    rates: &Rates,
    to: Currency,
) -> Vec<String> {
    let leads = |what: &str, n: usize| lang.rate_leads(what, &format::count(lang, n as u64));
    let used = conversion.used(rates, to).into_iter().filter_map(|(rate, n)| {
        let (from, worth) = rate_sides(rate)?;
        let from = lang.rate_of_day(&from, &format::day(lang, rate.day?));
        Some(leads(&[&*from, "=", &*worth].join(" "), n))
    });
    let used: Vec<String> = used.collect();
    let left = conversion.left_out(rates, to);
    let left: Vec<String> = left.iter().map(|(it, n)| leads(it.code(), *n)).collect();
    let mut notes = Vec::new();
    if !used.is_empty() {
        notes.push(lang.rates_used(&used.join(lang.list_comma())));
    }
    if !left.is_empty() {
        let left = left.join(lang.list_comma());
        notes.push(match to == rates.home() {
            true => lang.rates_left_out(&left, to.code()),
            false => lang.rates_left_out_of(&left, to.code(), rates.home().code()),
        });
    }
    notes
}

/// How many digits a rate has behind its point at most.
const DIGITS: usize = 6;

/// A number of millionths as a decimal, without zeros at its end.
pub fn millionths(parts: i64) -> String {
    let (whole, rest) = (parts / PARTS, parts % PARTS);
    let text = format!("{whole}.{:06}", rest.abs());
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A decimal as millionths; `None` for what is no number above zero, or has digits behind the
/// sixth, which would be lost.
pub fn parse_millionths(text: &str) -> Option<i64> {
    let (whole, rest) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let whole_is_read = !whole.is_empty() && digits(whole) && digits(rest);
    if !whole_is_read || DIGITS < rest.trim_end_matches('0').len() {
        return None;
    }
    let rest = format!("{:0<DIGITS$}", rest.trim_end_matches('0'));
    let parts = whole.parse::<i64>().ok()?.checked_mul(PARTS)?;
    parts.checked_add(rest.parse().ok()?).filter(|it| 0 < *it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expect: Option<i64>) {
        assert_eq!(parse_millionths(text), expect, "{text}");
    }

    #[test]
    fn a_rate_is_read_exactly_or_not_at_all() {
        check("7.1", Some(7_100_000));
        check(" 1.955830 ", Some(1_955_830));
        check("0.0000011", None);
        check("12345678901234567890", None);
    }

    #[test]
    fn a_rate_is_more_than_nothing() {
        check("0", None);
        check("-1", None);
        check("", None);
        check("7,1", None);
    }

    proptest! {
        #[test]
        fn a_rate_that_is_shown_is_read_as_it_was(parts in 1_i64..i64::MAX) {
            prop_assert_eq!(parse_millionths(&millionths(parts)), Some(parts));
        }
    }
}
