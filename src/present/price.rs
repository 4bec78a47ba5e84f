//! A price as it is typed: an amount of zero or more in a currency, or nothing.

use super::format;
use crate::domain::money::{Currency, Money};
use crate::i18n::Lang;

/// What was typed as a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceDraft {
    /// The amount as typed.
    pub text: String,
    /// The currency it is in.
    pub currency: Currency,
}

impl Default for PriceDraft {
    fn default() -> PriceDraft {
        PriceDraft::of(None, Currency::CNY)
    }
}

impl PriceDraft {
    /// The price as it is now, in its own currency; none is typed in `home`.
    pub fn of(price: Option<Money>, home: Currency) -> PriceDraft {
        PriceDraft {
            text: price.map(format::editable).unwrap_or_default(),
            currency: price.map_or(home, |it| it.currency),
        }
    }

    /// The price; `None` where what is typed is none.
    pub fn read(&self) -> Option<Option<Money>> {
        match self.text.trim() {
            "" => Some(None),
            text => {
                let minor = format::parse_money(text, self.currency).filter(|it| 0 <= *it)?;
                Some(Some(Money::new(minor, self.currency)))
            }
        }
    }

    /// What the text was understood to be; empty where it is no price.
    pub fn understood(&self, lang: Lang) -> String {
        self.read().flatten().map(|it| format::money(lang, it)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: Option<Option<i64>>) {
        let draft = PriceDraft { text: text.to_owned(), currency: Currency::CNY };
        assert_eq!(draft.read().map(|it| it.map(|it| it.minor)), expect, "{text}");
    }

    #[test]
    fn a_price_is_zero_or_more_or_none_at_all() {
        check(" ", Some(None));
        check("12万", Some(Some(12_000_000)));
        check("0", Some(Some(0)));
        check("-1", None);
        check("much", None);
    }

    #[test]
    fn a_price_keeps_its_own_currency() {
        let price = Some(Money::new(123_450, Currency::USD));
        let draft = PriceDraft::of(price, Currency::CNY);
        assert_eq!((draft.text.as_str(), draft.read()), ("1234.50", Some(price)));
    }
}
