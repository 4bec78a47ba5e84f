//! A lead in one line: "customer, amount".

use crate::domain::money::{Currency, Money};
use crate::i18n::Lang;
use crate::present::filter::folded;
use crate::present::format;

/// What a line says.
#[derive(Clone, Debug, PartialEq)]
pub struct QuickLead {
    /// The customer.
    pub customer: String,
    /// The amount, where one is said.
    pub amount: Option<Money>,
}

/// Why a line is not a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuickFault {
    /// No customer is said.
    NoCustomer,
    /// What follows the comma is not an amount.
    AmountUnclear,
    /// The amount is below zero.
    AmountNegative,
}

impl QuickFault {
    /// What is wrong and what to do.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            QuickFault::NoCustomer => lang.lead_unnamed(),
            QuickFault::AmountUnclear => lang.lead_amount_unclear(),
            QuickFault::AmountNegative => lang.amount_negative(),
        }
    }
}

impl QuickLead {
    /// What was understood.
    pub fn words(&self, lang: Lang) -> String {
        match self.amount {
            None => self.customer.clone(),
            Some(amount) => lang.quick_understood(&self.customer, &format::money(lang, amount)),
        }
    }
}

/// What a line says. Names may hold commas and amounts, too: the first comma after which there is
/// nothing but an amount parts the two.
///
/// # Errors
/// The [`QuickFault`].
pub fn quick_lead(line: &str, home: Currency) -> Result<QuickLead, QuickFault> {
    let commas = line.char_indices().filter(|(_, it)| matches!(it, ',' | '，' | '、' | ';' | '；'));
    let commas: Vec<(usize, char)> = commas.collect();
    for (place, comma) in &commas {
        let (customer, rest) = (&line[..*place], &line[place + comma.len_utf8()..]);
        let Some(amount) = amount(rest, home) else { continue };
        return match (customer.trim(), amount.minor < 0) {
            ("", _) => Err(QuickFault::NoCustomer),
            (_, true) => Err(QuickFault::AmountNegative),
            (customer, false) => {
                Ok(QuickLead { customer: customer.to_owned(), amount: Some(amount) })
            }
        };
    }
    let tail = commas.last().map_or("", |(place, comma)| &line[place + comma.len_utf8()..]);
    if tail.chars().any(char::is_numeric) {
        return Err(QuickFault::AmountUnclear);
    }
    match line.trim().trim_end_matches([',', '，', '、', ';', '；']).trim_end() {
        "" => Err(QuickFault::NoCustomer),
        customer => Ok(QuickLead { customer: customer.to_owned(), amount: None }),
    }
}

/// An amount with or without a sign of its currency; without one it is in the team's.
fn amount(text: &str, home: Currency) -> Option<Money> {
    let text = folded(text.trim());
    let named = |it: &str| it.parse::<Currency>().ok();
    let signed = [("$", "USD"), ("€", "EUR"), ("£", "GBP")];
    let own = format::symbol(Lang::En, home);
    let currency = signed.into_iter().find(|(sign, _)| text.contains(sign));
    let currency = currency.filter(|(sign, _)| !own.contains(sign)).and_then(|(_, it)| named(it));
    let currency = currency.unwrap_or(home);
    Some(Money::new(format::parse_money(&text, currency)?, currency))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expect: Result<(&str, Option<&str>), QuickFault>) {
        let lead = quick_lead(line, Currency::CNY);
        let lead = lead.map(|it| (it.customer, it.amount.map(|it| it.to_string())));
        let expect = expect.map(|(name, amount)| (name.to_owned(), amount.map(str::to_owned)));
        assert_eq!(lead, expect, "{line}");
    }

    #[test]
    fn a_line_is_a_customer_and_an_amount() {
        check("江岸食品，12万", Ok(("江岸食品", Some("CNY12000000"))));
        check("Harbor Foods, 120k", Ok(("Harbor Foods", Some("CNY12000000"))));
        check(" Acme ; 1.2亿 ", Ok(("Acme", Some("CNY12000000000"))));
        check("Acme, 1,200,000", Ok(("Acme", Some("CNY120000000"))));
        check("Acme, Inc., 80", Ok(("Acme, Inc.", Some("CNY8000"))));
        check("Acme, $80", Ok(("Acme", Some("USD8000"))));
    }

    #[test]
    fn the_amount_can_be_left_out() {
        check("Studio 54", Ok(("Studio 54", None)));
        check("Acme, Inc.", Ok(("Acme, Inc.", None)));
        check("Acme,", Ok(("Acme", None)));
    }

    #[test]
    fn what_is_unclear_is_said() {
        check("Acme, about 12", Err(QuickFault::AmountUnclear));
        check("Acme, 12 oder 13", Err(QuickFault::AmountUnclear));
        check("Acme, -5", Err(QuickFault::AmountNegative));
        check(", 5", Err(QuickFault::NoCustomer));
        check("  ", Err(QuickFault::NoCustomer));
    }
}
