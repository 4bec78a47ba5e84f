//! Why a command was refused. The words are in `i18n`.

use super::calendar::Day;

/// Why a command was refused; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The lead is not there any more.
    LeadGone,
    /// The person is not there any more.
    PersonGone,
    /// The team is not there any more.
    TeamGone,
    /// The absence is not there any more.
    AbsenceGone,
    /// The stage is not there any more.
    StageGone,
    /// The customer is not there any more.
    CustomerGone,
    /// The competitor is not there any more.
    CompetitorGone,
    /// At least one reason why deals are lost must stay.
    LossReasonsNone,
    /// A record needs a name.
    NameMissing,
    /// A lead needs a name or a customer.
    LeadUnnamed,
    /// Another record of this kind has the name already.
    NameTaken(String),
    /// An amount must not be negative.
    AmountNegative,
    /// Odds are a percentage from 0 to 100; this is what was given.
    OddsOutOfRange(i64),
    /// The first day must not lie after the last.
    DaysReversed(Day, Day),
    /// An absence needs a person, a first and a last day.
    AbsenceIncomplete,
    /// A person cannot take fewer than no leads; this is what was given.
    CapacityNegative(i64),
    /// The first month of a fiscal year is 1 to 12.
    FiscalMonthOutOfRange(i64),
}
