//! The three amounts while they are typed.

use crate::domain::money::Currency;
use crate::domain::round::Said;
use crate::i18n::Lang;
use crate::present::price::PriceDraft;

/// What is typed: worst, commit, best.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidDraft(pub [PriceDraft; 3]);

/// An amount is missing or cannot be read: its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Missing(pub usize);

impl SaidDraft {
    /// Nothing is typed yet.
    pub fn new(currency: Currency) -> SaidDraft {
        SaidDraft([(); 3].map(|()| PriceDraft { text: String::new(), currency }))
    }

    /// The words at each amount, and what helps to choose it.
    pub const fn words(lang: Lang) -> [(&'static str, &'static str); 3] {
        [
            (lang.round_worst(), lang.round_worst_hint()),
            (lang.round_commit(), lang.round_commit_hint()),
            (lang.round_best(), lang.round_best_hint()),
        ]
    }

    /// The amounts.
    ///
    /// # Errors
    /// The first that is missing or is none.
    pub fn read(&self) -> Result<Said, Missing> {
        let amount = |place: usize| {
            let typed = self.0[place].read().flatten();
            typed.map(|it| it.minor).ok_or(Missing(place))
        };
        Ok(Said { worst: amount(0)?, commit: amount(1)?, best: amount(2)? })
    }
}
