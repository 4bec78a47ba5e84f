//! The texts of the templates that surveys begin with.
//!
//! A survey keeps the code of such a text until somebody writes another, so that it is read in the
//! language of the page and not in the one in which it was begun.

use crate::domain::codes::codes;

codes! {
    /// A text of a template.
    pub enum UsualText {
        /// The name: satisfaction.
        Csat = "csat",
        /// The name: recommendation.
        Nps = "nps",
        /// The name: ease.
        Ces = "ces",
        /// The name: own questions.
        Own = "own",
        /// The name: what a market needs.
        Needs = "needs",
        /// The name: what it pays.
        Prices = "prices",
        /// Why somebody answered so.
        Why = "why",
        /// How well their business is known.
        OwnQuestion = "own-question",
        /// How much a solution matters.
        NeedsMatter = "needs-matter",
        /// When it will be bought.
        NeedsWhen = "needs-when",
        /// An answer to that: soon.
        NeedsNow = "needs-now",
        /// An answer to that: within a year.
        NeedsYear = "needs-year",
        /// An answer to that: later or never.
        NeedsLater = "needs-later",
        /// What costs time.
        NeedsPain = "needs-pain",
        /// Whose offer they have.
        PriceWho = "price-who",
        /// How fair the price is.
        PriceFair = "price-fair",
        /// Whether they would change.
        PriceSwitch = "price-switch",
    }
}

/// What stands before the code where a text is kept; nobody begins a question so.
const MARK: &str = "@usual/";

impl UsualText {
    /// As it is kept in the place of words.
    pub fn kept(self) -> String {
        [MARK, self.as_str()].concat()
    }

    /// The text that is kept so; none where these are words, or a code of another version.
    pub fn read(text: &str) -> Option<UsualText> {
        text.trim().strip_prefix(MARK)?.parse().ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kept_texts_are_read_back_and_words_are_none() {
        for text in UsualText::ALL {
            assert_eq!(UsualText::read(&text.kept()), Some(*text));
        }
        assert_eq!(["", "why", "@usual/x", "Why @usual/why"].map(UsualText::read), [None; 4]);
    }
}
