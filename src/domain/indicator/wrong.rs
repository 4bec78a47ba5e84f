//! What is wrong with a formula, and where. The words are in `i18n`.

use super::formula::Place;

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing is typed.
    Empty,
    /// There is no such name: what is most like it.
    UnknownName(String, Option<String>),
    /// There are no such records: what is most like them.
    UnknownRecords(String, Option<String>),
    /// A condition cannot look at this: what is most like it.
    UnknownAttribute(String, Option<String>),
    /// A bracket is not closed.
    BracketOpen,
    /// A bracket is closed that was not opened.
    BracketClosed,
    /// A text in quotation marks does not end.
    QuoteOpen,
    /// A number or a name is missing here.
    PartMissing,
    /// A sign is missing here.
    SignMissing,
    /// Conditions begin with a word that is missing here.
    WhereMissing,
    /// A sign to compare with is missing here, or cannot compare this.
    CompareMissing,
    /// What to compare with is missing here, or is no number.
    ValueMissing,
    /// What is done has no amount.
    NothingToSum,
    /// A number is too long.
    NumberTooLong,
    /// Too many brackets, or indicators that use indicators.
    TooDeep,
    /// The formula is too long.
    TooLong,
    /// Money times money.
    MoneyTimesMoney,
    /// A number divided by money.
    OverMoney,
    /// Money and a number that are added or taken away.
    MoneyAndNumber,
    /// The indicator uses itself, directly or through others.
    Circle,
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Where.
    pub place: Place,
    /// What.
    pub why: Why,
}
