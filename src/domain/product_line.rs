//! Product lines: what is sold on a lead, how many, at what price, less what discount.
//!
//! A lead without lines sells its one product, if it names one, for its whole amount. A lead with
//! lines sells those; its amount either follows their sum or is kept by hand.

use std::fmt;
use std::str::FromStr;

use super::id::ProductId;
use super::lead::Lead;
use super::money::{Currency, Money, share};
use super::split::split;

/// A whole one of a quantity, which is counted in thousandths.
pub const ONE: i64 = 1_000;
/// The whole of a price, of which discounts are told in basis points.
pub const WHOLE: i64 = 10_000;
/// The largest quantity, in thousandths.
pub const MOST: i64 = 1_000_000_000 * ONE;

/// A product on a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ProductLine {
    /// The product.
    pub product: ProductId,
    /// How many, in thousandths.
    pub quantity: i64,
    /// The price of one, before the discount.
    pub price: Money,
    /// What is taken off, in basis points of the price.
    pub discount: i64,
}

impl ProductLine {
    /// One of a product at a price.
    pub fn one(product: ProductId, price: Money) -> ProductLine {
        ProductLine { product, quantity: ONE, price, discount: 0 }
    }

    /// What the line comes to: rounded once, at its end.
    pub fn total(&self) -> Money {
        let part = self.quantity.saturating_mul(WHOLE - self.discount);
        Money::new(share(self.price.minor, part, ONE * WHOLE), self.price.currency)
    }
}

/// What a lead's amount goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AmountBy {
    /// The sum of its lines.
    Lines,
    /// What somebody typed.
    Hand,
}

/// A text that is not a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotALine;

impl fmt::Display for ProductLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ProductLine { product, quantity, price, discount } = self;
        write!(f, "{product} {quantity} {price} {discount}")
    }
}

impl FromStr for ProductLine {
    type Err = NotALine;

    fn from_str(text: &str) -> Result<ProductLine, NotALine> {
        let parts: Vec<&str> = text.split(' ').collect();
        let [product, quantity, price, discount] = parts[..] else { return Err(NotALine) };
        Ok(ProductLine {
            product: product.parse().map_err(|_| NotALine)?,
            quantity: quantity.parse().map_err(|_| NotALine)?,
            price: price.parse().map_err(|_| NotALine)?,
            discount: discount.parse().map_err(|_| NotALine)?,
        })
    }
}

super::value::text_scalar!(ProductLine);

/// A product's part of a lead: the product, none where the lead names none, and its part of the
/// amount, none where the lead has none.
pub type Share = (Option<ProductId>, Option<Money>);

impl Lead {
    /// Whether a product is sold on it.
    pub fn sells(&self, product: ProductId) -> bool {
        match self.lines.is_empty() {
            true => self.product == Some(product),
            false => self.lines.iter().any(|it| it.product == product),
        }
    }

    /// The products that are sold on it, each once, in the order of the lines.
    pub fn products(&self) -> Vec<ProductId> {
        if self.lines.is_empty() {
            return self.product.into_iter().collect();
        }
        let mut products = Vec::with_capacity(self.lines.len());
        for line in &self.lines {
            if !products.contains(&line.product) {
                products.push(line.product);
            }
        }
        products
    }

    /// Its lines; of a lead without any, its product for the whole amount. Where there is no amount
    /// either, the price is nothing in the given currency.
    pub fn lines_or_whole(&self, home: Currency) -> Vec<ProductLine> {
        if !self.lines.is_empty() {
            return self.lines.clone();
        }
        let whole = self.amount.unwrap_or(Money::new(0, home));
        self.product.map(|it| ProductLine::one(it, whole)).into_iter().collect()
    }

    /// The sum of its lines; none where it has none.
    pub fn lines_total(&self) -> Option<Money> {
        let currency = self.lines.first()?.price.currency;
        let minor = self.lines.iter().fold(0_i64, |sum, it| sum.saturating_add(it.total().minor));
        Some(Money::new(minor, currency))
    }

    /// By how much its amount is more than its lines come to; none where it has no lines, no
    /// amount, or one in another currency.
    pub fn above_lines(&self) -> Option<Money> {
        let (amount, total) = (self.amount?, self.lines_total()?);
        let minor = amount.minor.saturating_sub(total.minor);
        (amount.currency == total.currency).then(|| Money::new(minor, amount.currency))
    }

    /// Its amount by product, each product once. The parts are in proportion to what the lines come
    /// to, and their sum is the amount.
    pub fn shares(&self) -> Vec<Share> {
        let products = self.products();
        let Some(amount) = self.amount.filter(|_| 1 < products.len()) else {
            let alone = products.is_empty().then_some((None, self.amount));
            let each = |product| (Some(product), self.amount);
            return products.into_iter().map(each).chain(alone).collect();
        };
        let weight = |product: &ProductId| {
            let own = self.lines.iter().filter(|it| it.product == *product);
            own.fold(0_i64, |sum, it| sum.saturating_add(it.total().minor))
        };
        let weights: Vec<i64> = products.iter().map(weight).collect();
        let parts = split(amount.minor, &weights).into_iter();
        let parts = parts.map(|minor| Some(Money::new(minor, amount.currency)));
        products.into_iter().map(Some).zip(parts).collect()
    }

    /// Makes the amount the sum of the lines where it follows them. Two tablets may have changed
    /// one each, so this is seen to whenever a lead is read.
    pub(super) fn follow_its_lines(&mut self) {
        if self.follows_lines
            && let Some(total) = self.lines_total()
        {
            self.amount = Some(total);
        }
    }

    /// The lead as it is kept: an amount that is not the sum of its lines is kept by hand, and its
    /// product is that of the first line.
    pub(super) fn kept(self) -> Lead {
        let Some(first) = self.lines.first().map(|it| it.product) else {
            return Lead { follows_lines: false, ..self };
        };
        let follows_lines = self.follows_lines && self.amount == self.lines_total();
        Lead { product: Some(first), follows_lines, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::id::LeadId;
    use crate::domain::workspace::Workspace;
    use proptest::prelude::*;

    fn line(product: u64, quantity: i64, minor: i64, discount: i64) -> ProductLine {
        let price = Money::new(minor, Currency::CNY);
        ProductLine { product: ProductId::drawn(product), quantity, price, discount }
    }

    fn lead(lines: Vec<ProductLine>, amount: Option<i64>) -> Lead {
        let amount = amount.map(|it| Money::new(it, Currency::CNY));
        Lead { lines, amount, ..Lead::default() }
    }

    // Python's decimal module with ROUND_HALF_UP, which is to the nearest, halves away from zero
    // (tests/fixtures/product_lines/make.py).
    #[test]
    fn lines_come_to_what_decimal_arithmetic_says() {
        let answers = include_str!("../../tests/fixtures/product_lines/answers.csv");
        let mut seen = 0;
        for row in answers.lines().skip(1) {
            let numbers: Vec<i64> = row.split(',').map(|it| it.parse().expect("number")).collect();
            let [quantity, price, discount, total] = numbers[..] else { panic!("{row}") };
            assert_eq!(line(1, quantity, price, discount).total().minor, total, "{row}");
            seen += 1;
        }
        assert_eq!(seen, 400);
    }

    #[track_caller]
    fn check_shares(lead: &Lead, expect: &[(u64, i64)]) {
        let shares = lead.shares().into_iter();
        let shares =
            shares.map(|(it, part)| (it.map_or(0, |it| it.0.0), part.map_or(-1, |it| it.minor)));
        assert_eq!(shares.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_lead_is_shared_by_what_its_lines_come_to() {
        let product = Some(ProductId::drawn(7));
        check_shares(&Lead { product, ..lead(Vec::new(), Some(500)) }, &[(7, 500)]);
        check_shares(&lead(Vec::new(), Some(500)), &[(0, 500)]);
        let lines = vec![line(1, ONE, 100, 0), line(2, 2 * ONE, 100, 0), line(1, ONE, 100, WHOLE)];
        check_shares(&lead(lines.clone(), Some(100)), &[(1, 33), (2, 67)]);
        check_shares(&lead(lines.clone(), Some(300)), &[(1, 100), (2, 200)]);
        check_shares(&lead(lines, None), &[(1, -1), (2, -1)]);
    }

    #[test]
    fn another_amount_than_the_sum_is_kept_by_hand() {
        let lines = || vec![line(1, ONE, 100, 0)];
        let by_hand = Lead { follows_lines: true, ..lead(lines(), Some(99)) }.kept();
        assert_eq!((by_hand.follows_lines, by_hand.product), (false, Some(ProductId::drawn(1))));
        assert!(Lead { follows_lines: true, ..lead(lines(), Some(100)) }.kept().follows_lines);
        assert!(!Lead { follows_lines: true, ..lead(Vec::new(), Some(100)) }.kept().follows_lines);
    }

    #[test]
    fn an_amount_that_follows_is_the_sum_whatever_two_tablets_wrote() {
        let mut workspace = Workspace::default();
        let stale = Lead { follows_lines: true, ..lead(vec![line(1, 2 * ONE, 50, 0)], Some(7)) };
        put(&mut workspace, LeadId::drawn(1), &stale);
        let amount = workspace.leads.get(LeadId::drawn(1)).and_then(|it| it.amount);
        assert_eq!(amount, Some(Money::new(100, Currency::CNY)));
    }

    fn any_line() -> impl Strategy<Value = ProductLine> {
        (1_u64..5, 1_i64..=MOST, 0_i64..1_000_000_000, 0_i64..=WHOLE)
            .prop_map(|(product, quantity, minor, off)| line(product, quantity, minor, off))
    }

    proptest! {
        #[test]
        fn the_shares_are_the_amount(lines in prop::collection::vec(any_line(), 0..6), amount in 0_i64..i64::MAX) {
            let shares = lead(lines, Some(amount)).shares();
            let sum: i128 = shares.iter().filter_map(|(_, it)| *it).map(|it| i128::from(it.minor)).sum();
            prop_assert_eq!(sum, i128::from(amount));
        }

        #[test]
        fn an_amount_that_follows_is_shared_line_by_line(lines in prop::collection::vec((1_i64..5_000_000, 0_i64..100_000, 0_i64..=WHOLE), 1..6)) {
            let lines = lines.iter().zip(1..).map(|((quantity, minor, off), it)| line(it, *quantity, *minor, *off));
            let mut lead = Lead { follows_lines: true, ..lead(lines.collect(), None) };
            lead.follow_its_lines();
            prop_assume!(lead.amount.is_some_and(|it| it.minor != 0));
            for ((_, share), line) in lead.shares().into_iter().zip(&lead.lines) {
                prop_assert_eq!(share, Some(line.total()));
            }
        }

        #[test]
        fn a_line_is_read_back_from_its_text(line in any_line()) {
            prop_assert_eq!(line.to_string().parse(), Ok(line));
        }
    }
}
