//! What is kept of thanks, and what can be done with it.

use super::contest::Contest;
use crate::domain::calendar::Day;
use crate::domain::id::{ContestId, PersonId, PraiseId, RecordId, ThanksRulesId};

record! {
    /// Praise from one person to one or several.
    pub struct Praise(PraiseId) {
        /// Who thanks; none means the manager.
        from: Option<PersonId>,
        /// Who is thanked.
        to: Vec<PersonId>,
        /// The day.
        on: Option<Day>,
        /// The value of the team that it shows.
        value: String,
        /// What for.
        text: String,
        /// The key of the fact that it thanks for; empty for none.
        fact: String,
    }
}

record! {
    /// How the team thanks.
    pub struct ThanksRules(ThanksRulesId) {
        /// The values of the team; none means the usual ones.
        values: Vec<String>,
        /// Whether praise is put up without a celebration.
        quiet: bool,
    }
}

impl ThanksRules {
    /// The id of the one record.
    pub const ID: ThanksRulesId = ThanksRulesId(RecordId(0));
}

/// Something that is done about thanks.
#[derive(Clone, Debug, PartialEq)]
pub enum ThanksDeed {
    /// Put praise up, or change it to this.
    SavePraise(PraiseId, Box<Praise>),
    /// Take praise down.
    DeletePraise(PraiseId),
    /// Change how the team thanks.
    SetRules(Box<ThanksRules>),
    /// Begin a contest, or change it to this.
    SaveContest(ContestId, Box<Contest>),
    /// End a contest and write its result down.
    EndContest(ContestId),
    /// Delete a contest.
    DeleteContest(ContestId),
}

/// Why it is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ThanksRefused {
    /// Praise is for nobody.
    NobodyThanked,
    /// Somebody thanks themselves.
    OwnPraise,
    /// Praise does not say what for.
    PraiseEmpty,
    /// Praise names no value.
    ValueMissing,
    /// The praise has been taken down already.
    PraiseGone,
    /// No value is left.
    NoValues,
    /// A contest lacks its days.
    ContestDays,
    /// Too few take part in a contest, or not two in a duel.
    ContestSides,
    /// A contest for being first has no target.
    ContestTarget,
    /// The contest has ended or is gone.
    ContestOver,
    /// The contest runs until this day.
    ContestRuns(Day),
    /// Something has counted in the contest already, so what counts stays.
    ContestCounted,
    /// The last day of a contest that was made already would become one that is over.
    ContestLastOver,
    /// A value is there twice.
    ValueTwice(String),
}
