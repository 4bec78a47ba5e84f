//! What is kept of pay: plans, what pay has to know of deals, closed statements, corrections,
//! questions.

use std::fmt;
use std::str::FromStr;

use super::format::Wrong;
use super::line::Kind;
use super::pay::CannotPay;
use super::sign::Strokes;
use super::tiling::Seam;
use crate::domain::calendar::{Day, Period};
use crate::domain::id::{LeadId, PayDisputeId, PayPlanId, PaySlipId, PayTrueUpId, PersonId};
use crate::domain::money::Money;

record! {
    /// A plan by which people are paid.
    pub struct PayPlan(PayPlanId) {
        /// The name.
        name: String,
        /// The plan as it is written.
        plan: String,
        /// Whom it pays.
        people: Vec<PersonId>,
        /// The day it was published; a draft has none.
        published: Option<Day>,
        /// The plan whose place it takes from its first day on.
        follows: Option<PayPlanId>,
        /// What a period may cost; nothing that is paid goes by it.
        budget: Option<Money>,
        /// Plans that it is meant to pay beside, though both pay for the same.
        beside: Vec<PayPlanId>,
        /// Why it is meant to.
        beside_reason: String,
    }
}

record! {
    /// What pay has to know of a deal. The id is that of the lead.
    pub struct DealPay(LeadId) {
        /// Whose it is, where it is not its owner's alone.
        credits: Vec<CreditTo>,
        /// What it leaves.
        margin: Option<Money>,
        /// The day the customer paid.
        paid: Option<Day>,
        /// The day it was cancelled.
        cancelled: Option<Day>,
    }
}

/// Somebody's part of a deal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CreditTo {
    /// Who.
    pub person: PersonId,
    /// How much, in basis points of the whole.
    pub share: i64,
}

/// The whole of a deal, in basis points.
pub const WHOLE: i64 = 10_000;

/// A text that is not what was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotKept;

impl fmt::Display for CreditTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.person, self.share)
    }
}

impl FromStr for CreditTo {
    type Err = NotKept;

    fn from_str(text: &str) -> Result<CreditTo, NotKept> {
        let (person, share) = text.split_once(' ').ok_or(NotKept)?;
        let person = person.parse().map_err(|_| NotKept)?;
        Ok(CreditTo { person, share: share.parse().map_err(|_| NotKept)? })
    }
}

record! {
    /// What somebody was paid in a period that is closed.
    pub struct PaySlip(PaySlipId) {
        /// By which plan.
        plan: Option<PayPlanId>,
        /// Who.
        person: Option<PersonId>,
        /// In which period.
        period: Option<Period>,
        /// The day it was closed.
        closed: Option<Day>,
        /// What was paid.
        payout: Option<Money>,
        /// The lines that it is the sum of.
        lines: Vec<KeptLine>,
        /// The day it was signed by whom it is for.
        signed: Option<Day>,
        /// Their name then.
        signer: String,
        /// What they drew; none where they typed their name.
        strokes: Option<Strokes>,
        /// How often it had been corrected when it was signed; once it was so again, the signature
        /// is for what it was before.
        signed_after: i64,
    }
}

impl PaySlip {
    /// The id of a statement: the same on every tablet.
    pub fn id_of(plan: PayPlanId, person: PersonId, period: Period) -> PaySlipId {
        PaySlipId::of_key(&format!("pay/{plan}/{person}/{period}"))
    }
}

/// A line of a closed statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptLine {
    /// What it does.
    pub kind: Kind,
    /// The deal.
    pub lead: Option<LeadId>,
    /// What it pays, in minor units.
    pub amount: i64,
    /// The part of the plan, by name.
    pub component: String,
    /// What it goes by, as it is written.
    pub base: String,
    /// What that is multiplied with, as it is written.
    pub rate: String,
    /// What the deal was called.
    pub deal: String,
}

/// Stands between the parts of a kept line; it is taken out of names.
const APART: char = '\u{1f}';

impl fmt::Display for KeptLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lead = self.lead.map(|it| it.to_string()).unwrap_or_default();
        let plain = |text: &str| text.replace(APART, " ");
        let (component, deal) = (plain(&self.component), plain(&self.deal));
        let KeptLine { kind, amount, base, rate, .. } = self;
        write!(
            f,
            "{kind}{APART}{lead}{APART}{amount}{APART}{component}{APART}{base}{APART}{rate}{APART}{deal}"
        )
    }
}

impl FromStr for KeptLine {
    type Err = NotKept;

    fn from_str(text: &str) -> Result<KeptLine, NotKept> {
        let parts: Vec<&str> = text.split(APART).collect();
        let [kind, lead, amount, component, base, rate, deal] = parts[..] else {
            return Err(NotKept);
        };
        let lead = match lead {
            "" => None,
            lead => Some(lead.parse().map_err(|_| NotKept)?),
        };
        Ok(KeptLine {
            kind: kind.parse().map_err(|_| NotKept)?,
            lead,
            amount: amount.parse().map_err(|_| NotKept)?,
            component: component.to_owned(),
            base: base.to_owned(),
            rate: rate.to_owned(),
            deal: deal.to_owned(),
        })
    }
}

crate::domain::value::text_scalar!(CreditTo, KeptLine);

record! {
    /// A correction of a closed statement, which is paid in a later period.
    pub struct PayTrueUp(PayTrueUpId) {
        /// The statement.
        slip: Option<PaySlipId>,
        /// What is paid more; less than nothing for less.
        amount: Option<Money>,
        /// Why.
        reason: String,
        /// The day it was made.
        made: Option<Day>,
    }
}

record! {
    /// A question about a line of a statement, and the answer.
    pub struct PayDispute(PayDisputeId) {
        /// The plan of the statement.
        plan: Option<PayPlanId>,
        /// Whose statement.
        person: Option<PersonId>,
        /// The period.
        period: Option<Period>,
        /// The line, by its place at the time.
        line: i64,
        /// What is asked.
        question: String,
        /// The day it was asked.
        asked: Option<Day>,
        /// The answer; none yet where it is empty.
        answer: String,
        /// What the line does; empty in questions that know its place alone.
        step: String,
        /// The part of the plan, by name.
        component: String,
        /// The deal.
        lead: Option<LeadId>,
    }
}

/// An older plan that ends on the day before another begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The plan.
    pub plan: PayPlanId,
    /// What becomes of the period in which it ends.
    pub last: LastPeriod,
}

/// What becomes of a period of which a plan runs for a part only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LastPeriod {
    /// What the plan says of it already.
    #[default]
    AsWritten,
    /// Its quotas, and what does not go by deals, are cut to the days.
    ByDays,
}

/// Something to be done about pay.
#[derive(Clone, Debug, PartialEq)]
pub enum PayDeed {
    /// Add a plan or change it to this; a published one has to be sound.
    SavePlan(PayPlanId, PayPlan),
    /// Publish a plan, and end older ones on the day before it begins.
    PublishAfter(PayPlanId, PayPlan, Vec<Ending>),
    /// Copy a plan as a draft of its next version: the copy, the plan, its first day, its name.
    NewVersion(PayPlanId, PayPlanId, Day, String),
    /// Delete a plan by which nothing was paid yet.
    DeletePlan(PayPlanId),
    /// Say what pay has to know of a deal.
    SetDeal(LeadId, DealPay),
    /// Close a period of a plan: its statements stay as they are.
    Close(PayPlanId, Period),
    /// Correct a closed statement by what it would be today, with the reason.
    TrueUp(PayTrueUpId, PaySlipId, String),
    /// Ask about a line of a statement, or change the question.
    Ask(PayDisputeId, PayDispute),
    /// Answer a question.
    Answer(PayDisputeId, String),
    /// Sign a closed statement: with what was drawn, or with one's name.
    Sign(PaySlipId, Option<Strokes>, String),
}

/// Why something about pay is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PayRefused {
    /// The plan is not there any more.
    PlanGone,
    /// The plan cannot be read.
    Unreadable(Wrong),
    /// Tiers do not meet: the place of the part and of the tier.
    Seam(usize, usize),
    /// A plan is published for people.
    NobodyAssigned,
    /// Only a published plan pays.
    NotPublished,
    /// Statements were closed by the plan: how many.
    PlanUsed(usize),
    /// The period is closed already.
    ClosedAlready,
    /// The statement is not there.
    SlipGone,
    /// Nothing would be corrected.
    NothingToCorrect,
    /// A correction needs a reason.
    ReasonMissing,
    /// A question or an answer says something.
    SaysNothing,
    /// The shares of a deal do not add up to the whole.
    SharesNotWhole,
    /// Somebody has two shares of a deal: their name.
    CreditedTwice(String),
    /// Nothing can be paid.
    CannotPay(CannotPay),
    /// The period has not ended.
    NotEnded,
    /// Statements were closed by the plan; only a new version says something else.
    Frozen,
    /// A new version does not keep the currency, or begins within a period, or before this day.
    NotAVersion(Day),
    /// The period is paid by the version that follows, from this day on.
    Followed(Day),
    /// Other published plans pay the same people for the same: their names.
    PaidTwice(Vec<String>),
    /// What is paid beside another plan needs a reason.
    BesideReasonMissing,
    /// A plan cannot end on the day before another begins: its name.
    CannotEnd(String),
    /// A plan cannot be cut to the days, because that would change what is closed: its name.
    CannotCut(String),
    /// Nothing is drawn, and no name is typed.
    SignatureMissing,
    /// Another name is typed than that of whom the statement is for.
    NotTheSigner(String),
}

impl From<Seam> for PayRefused {
    fn from(seam: Seam) -> PayRefused {
        PayRefused::Seam(seam.component, seam.tier)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_kept_line_is_read_back_from_its_text(amount: i64, lead in prop::option::of(any::<u64>()), deal in "[^\u{1f}]*", rate in "[0-9.%]*") {
            let lead = lead.map(LeadId::drawn);
            let (component, base) = ("10%".to_owned(), "1.00".to_owned());
            let line = KeptLine { kind: Kind::CatchUp, lead, amount, component, base, rate, deal };
            prop_assert_eq!(line.to_string().parse(), Ok(line));
        }

        #[test]
        fn a_credit_is_read_back_from_its_text(person: u64, share: i64) {
            let credit = CreditTo { person: PersonId::drawn(person), share };
            prop_assert_eq!(credit.to_string().parse(), Ok(credit));
        }
    }
}
