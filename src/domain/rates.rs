//! Rates of exchange: stated by the manager with their day, exact, and never guessed.
//!
//! A rate says what so many units of a currency are worth in the team's own, in millionths of a
//! unit, so that it is a whole number. An amount is converted to the minor unit by the one
//! rounding rule of [`share`], and sums are made of converted amounts, so that a total always
//! equals its parts. Where a rate is missing there is no total, and what is missing is named.

use std::collections::{BTreeMap, BTreeSet};

use super::calendar::Day;
use super::id::{LeadId, RateId};
use super::money::{Currency, Money, share};
use super::workspace::Workspace;

/// How many parts a unit of the team's currency is divided into by a rate.
pub const PARTS: i64 = 1_000_000;

record! {
    /// What a currency is worth in another from a day on, until a later rate is stated.
    pub struct Rate(RateId) {
        /// The currency.
        currency: Option<Currency>,
        /// The currency that it is expressed in: the team's own when the rate was stated.
        home: Option<Currency>,
        /// The day of the rate.
        day: Option<Day>,
        /// How many units of the currency the rate is for: 1, or 100 as for the yen; none means 1.
        units: Option<i64>,
        /// What they are worth, in millionths of a unit of `home`.
        millionths: i64,
    }
}

impl Rate {
    /// The id of a rate: a currency has one a day.
    pub fn id(&self) -> RateId {
        let code = |it: Option<Currency>| it.map(|it| it.to_string()).unwrap_or_default();
        let day = self.day.map(|it| it.to_string()).unwrap_or_default();
        RateId::of_key(&format!("rate/{}/{}/{day}", code(self.currency), code(self.home)))
    }

    /// An amount of the rate's currency in the team's own; `None` for another currency.
    pub fn convert(&self, amount: Money) -> Option<Money> {
        let home = self.home.filter(|_| self.currency == Some(amount.currency))?;
        let part = self.millionths.checked_mul(home.scale())?;
        let whole = PARTS.checked_mul(self.units.unwrap_or(1))?;
        let whole = whole.checked_mul(amount.currency.scale())?;
        Some(Money::new(share(amount.minor, part, whole), home))
    }
}

/// The rates that hold on a day: of each currency the latest that is not after it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rates {
    home: Currency,
    rates: BTreeMap<Currency, Rate>,
}

impl Rates {
    /// The rates to the team's currency that hold on a day.
    pub fn on(workspace: &Workspace, day: Day) -> Rates {
        let home = workspace.settings().currency();
        let mut rates: BTreeMap<Currency, Rate> = BTreeMap::new();
        for rate in workspace.rates.values().filter(|it| it.home == Some(home)) {
            let Some(currency) = rate.currency.filter(|_| rate.day.is_some_and(|it| it <= day))
            else {
                continue;
            };
            if rates.get(&currency).is_none_or(|it| it.day < rate.day) {
                rates.insert(currency, rate.clone());
            }
        }
        Rates { home, rates }
    }

    /// The latest rates to the team's currency that are stated, whatever their day.
    pub fn latest(workspace: &Workspace) -> Rates {
        let days = workspace.rates.values().filter_map(|it| it.day);
        Rates::on(workspace, days.max().unwrap_or(Day::EPOCH))
    }

    /// No rates at all: amounts in a currency stay what they are, no other can be converted.
    pub fn none(home: Currency) -> Rates {
        Rates { home, rates: BTreeMap::new() }
    }

    /// The team's currency.
    pub fn home(&self) -> Currency {
        self.home
    }

    /// The rate of a currency.
    pub fn of(&self, currency: Currency) -> Option<&Rate> {
        self.rates.get(&currency)
    }

    /// An amount in the team's currency; `None` where its rate is missing.
    pub fn convert(&self, amount: Money) -> Option<Money> {
        match amount.currency == self.home {
            true => Some(amount),
            false => self.rates.get(&amount.currency)?.convert(amount),
        }
    }

    /// An amount in a currency: as it is, or converted where that is the team's own; `None` where
    /// neither can be.
    pub fn convert_to(&self, amount: Money, currency: Currency) -> Option<Money> {
        match amount.currency == currency {
            true => Some(amount),
            false => self.convert(amount).filter(|it| it.currency == currency),
        }
    }
}

/// A sum over amounts of several currencies, each converted and then added.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Total {
    minor: i64,
    met: BTreeSet<Currency>,
    missing: BTreeSet<Currency>,
}

impl Total {
    /// Adds an amount; held at the ends of the range rather than wrapped.
    pub fn add(&mut self, rates: &Rates, amount: Money) {
        self.met.insert(amount.currency);
        match rates.convert(amount) {
            Some(home) => self.minor = self.minor.saturating_add(home.minor),
            None => drop(self.missing.insert(amount.currency)),
        }
    }

    /// The total of some amounts.
    pub fn of(rates: &Rates, amounts: impl IntoIterator<Item = Money>) -> Total {
        let mut total = Total::default();
        amounts.into_iter().for_each(|amount| total.add(rates, amount));
        total
    }

    /// The total in the team's currency; `None` where a rate is missing.
    pub fn sum(&self, rates: &Rates) -> Option<Money> {
        self.missing.is_empty().then(|| Money::new(self.minor, rates.home()))
    }

    /// The currencies whose rates are missing.
    pub fn missing(&self) -> impl Iterator<Item = Currency> {
        self.missing.iter().copied()
    }

    /// The rates that were used.
    pub fn used<'a>(&self, rates: &'a Rates) -> Vec<&'a Rate> {
        self.met.iter().filter_map(|it| rates.of(*it)).collect()
    }
}

/// The leads whose amounts are in another currency than the sums that they are to go into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conversion {
    met: BTreeMap<Currency, BTreeSet<LeadId>>,
}

impl Conversion {
    /// A lead's amount in a currency; `None` where it cannot be converted. Either way it is told.
    pub fn take(
        &mut self,
        rates: &Rates,
        to: Currency,
        (lead, amount): (LeadId, Money),
    ) -> Option<Money> {
        if amount.currency != to {
            self.met.entry(amount.currency).or_default().insert(lead);
        }
        rates.convert_to(amount, to)
    }

    /// The rates that were used, each with how many leads were converted at it.
    pub fn used<'a>(&self, rates: &'a Rates, to: Currency) -> Vec<(&'a Rate, usize)> {
        let rate = |it: Currency| rates.of(it).filter(|it| it.home == Some(to));
        self.met.iter().filter_map(|(it, leads)| Some((rate(*it)?, leads.len()))).collect()
    }

    /// The currencies that no rate is stated for, each with how many leads are left out.
    pub fn left_out(&self, rates: &Rates, to: Currency) -> Vec<(Currency, usize)> {
        let is_left = |it: &Currency| rates.convert_to(Money::new(0, *it), to).is_none();
        let left = self.met.iter().filter(|(it, _)| is_left(it));
        left.map(|(it, leads)| (*it, leads.len())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::record::Record;
    use crate::domain::workspace::Table;
    use proptest::prelude::*;

    fn currency(code: &str) -> Currency {
        code.parse().expect("a currency")
    }

    fn rate(code: &str, home: &str, units: Option<i64>, millionths: i64) -> Rate {
        let (currency, home) = (Some(currency(code)), Some(currency(home)));
        Rate { currency, home, day: Some(Day::EPOCH), units, millionths }
    }

    #[track_caller]
    fn check(rate: &Rate, minor: i64, expect: i64) {
        let (from, home) = (rate.currency.expect("a currency"), rate.home.expect("a currency"));
        assert_eq!(rate.convert(Money::new(minor, from)), Some(Money::new(expect, home)));
    }

    // Council Regulation (EC) No 2866/98 of 31 December 1998: one euro is 1.95583 German marks,
    // 6.55957 French francs, 13.7603 Austrian schillings; No 1103/97, articles 4 and 5: rates are
    // not rounded, amounts are, to the nearest subunit, halves up.
    #[test]
    fn euros_become_national_units_as_the_council_laid_down() {
        check(&rate("EUR", "DEM", None, 1_955_830), 100, 196);
        check(&rate("EUR", "DEM", None, 1_955_830), 1_000_000, 1_955_830);
        check(&rate("EUR", "FRF", None, 6_559_570), 100, 656);
        check(&rate("EUR", "FRF", None, 6_559_570), 12_345, 80_978);
        check(&rate("EUR", "ATS", None, 13_760_300), 50, 688);
    }

    #[test]
    fn a_rate_may_be_for_a_hundred_units_and_between_other_digits() {
        check(&rate("JPY", "CNY", Some(100), 5_000_000), 1_000, 5_000);
        check(&rate("JPY", "CNY", Some(100), 5_000_000), 1, 5);
        check(&rate("CNY", "JPY", None, 20_000_000), 5, 1);
        check(&rate("KWD", "USD", None, 3_250_000), 1_000, 325);
    }

    fn workspace(rates: &[(&str, &str, i64)]) -> Workspace {
        let mut workspace = Workspace::default();
        for (code, day, millionths) in rates {
            let rate = Rate { day: day.parse().ok(), ..rate(code, "CNY", None, *millionths) };
            let fields = rate.fields();
            let mut fields = fields.iter().map(|(name, value)| (*name, value));
            workspace.refresh(Table::Rates, rate.id().into(), Some(&mut fields));
        }
        workspace
    }

    #[track_caller]
    fn check_on(day: &str, expect: Option<i64>) {
        let rates =
            workspace(&[("USD", "2026-11-02", 7_100_000), ("USD", "2026-11-20", 7_000_000)]);
        let rates = Rates::on(&rates, day.parse().expect("a day"));
        let amount = rates.convert(Money::new(100, Currency::USD));
        assert_eq!(amount.map(|it| it.minor), expect);
    }

    #[test]
    fn the_latest_rate_that_is_not_later_holds() {
        check_on("2026-11-01", None);
        check_on("2026-11-02", Some(710));
        check_on("2026-11-19", Some(710));
        check_on("2026-12-31", Some(700));
    }

    #[test]
    fn a_missing_rate_is_named_and_leaves_no_total() {
        let rates = Rates::on(&workspace(&[]), Day::EPOCH);
        let amounts = [Money::new(1, Currency::CNY), Money::new(2, Currency::USD)];
        let total = Total::of(&rates, amounts);
        assert_eq!(total.sum(&rates), None);
        assert_eq!(total.missing().collect::<Vec<_>>(), [Currency::USD]);
    }

    #[test]
    fn each_lead_in_another_currency_is_told_once_converted_or_left_out() {
        let rates = Rates::latest(&workspace(&[("USD", "2026-11-02", 7_100_000)]));
        let mut told = Conversion::default();
        let mut take = |lead: u64, code: &str| {
            let amount = Money::new(100, currency(code));
            told.take(&rates, Currency::CNY, (LeadId::drawn(lead), amount)).map(|it| it.minor)
        };
        let found = [take(1, "USD"), take(1, "USD"), take(2, "EUR"), take(3, "CNY")];
        assert_eq!(found, [Some(710), Some(710), None, Some(100)]);
        let used: Vec<usize> =
            told.used(&rates, Currency::CNY).iter().map(|(_, leads)| *leads).collect();
        assert_eq!(used, [1]);
        assert_eq!(told.left_out(&rates, Currency::CNY), [(currency("EUR"), 1)]);
    }

    proptest! {
        #[test]
        fn a_total_is_the_sum_of_its_converted_parts(amounts: Vec<(bool, i32)>, millionths in 1_i64..9_999_999) {
            let workspace = workspace(&[("USD", "2026-11-02", millionths)]);
            let rates = Rates::on(&workspace, "2026-11-02".parse().expect("a day"));
            let money = |(own, minor): &(bool, i32)| {
                Money::new(i64::from(*minor), if *own { Currency::CNY } else { Currency::USD })
            };
            let parts: i64 = amounts.iter().filter_map(|it| rates.convert(money(it))).map(|it| it.minor).sum();
            let total = Total::of(&rates, amounts.iter().map(money));
            prop_assert_eq!(total.sum(&rates), Some(Money::new(parts, Currency::CNY)));
        }
    }
}
