//! Identifiers: one type a noun, so that two kinds of id cannot be swapped.
//!
//! An id is 64 bits, written as 13 characters of Crockford's base 32. New records draw it at
//! random; imported records derive it from their key in the other system, so that two tablets
//! which import the same file end up with the same records.

use std::fmt;
use std::str::FromStr;

/// The untyped id of a record, as the journal knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordId(pub u64);

const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const TEXT_LENGTH: usize = 13;

impl RecordId {
    /// The id of a record known elsewhere by `key`: FNV-1a with a final mix, stable for ever.
    pub fn of_key(key: &str) -> RecordId {
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        for byte in key.bytes() {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
        hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
        RecordId(hash ^ (hash >> 33))
    }
}

impl fmt::Display for RecordId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [0_u8; TEXT_LENGTH];
        for (place, digit) in text.iter_mut().rev().enumerate() {
            *digit = DIGITS[(self.0 >> (5 * place) & 31) as usize];
        }
        f.pad(std::str::from_utf8(&text).unwrap_or_default())
    }
}

/// A text that is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAnId;

impl FromStr for RecordId {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<RecordId, NotAnId> {
        if text.len() != TEXT_LENGTH || DIGITS[15] < text.as_bytes()[0] {
            return Err(NotAnId);
        }
        let mut id = 0_u64;
        for byte in text.bytes() {
            let digit = DIGITS.iter().position(|it| *it == byte).ok_or(NotAnId)?;
            id = id << 5 | digit as u64;
        }
        Ok(RecordId(id))
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub RecordId);

        impl $name {
            /// The id of a record known elsewhere by `key`.
            pub fn of_key(key: &str) -> $name {
                $name(RecordId::of_key(key))
            }

            /// The id made of 64 random bits.
            pub const fn drawn(bits: u64) -> $name {
                $name(RecordId(bits))
            }
        }

        impl From<RecordId> for $name {
            fn from(id: RecordId) -> $name {
                $name(id)
            }
        }

        impl From<$name> for RecordId {
            fn from(id: $name) -> RecordId {
                id.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;

            fn from_str(text: &str) -> Result<$name, NotAnId> {
                text.parse().map($name)
            }
        }
    )+};
}

ids! {
    /// A person of the sales team.
    PersonId;
    /// A team.
    TeamId;
    /// A stretch of days on which a person is away.
    AbsenceId;
    /// A customer.
    CustomerId;
    /// A product.
    ProductId;
    /// A pipeline.
    PipelineId;
    /// A stage of a pipeline.
    StageId;
    /// A lead (a deal, an opportunity).
    LeadId;
    /// A goal.
    GoalId;
    /// One run of an import.
    ImportId;
    /// A remembered meaning of a file's columns.
    MappingId;
    /// The one record of settings.
    SettingsId;
    /// The one record of rules of assignment.
    RulesId;
    /// The one record of rules of the pool.
    PoolRulesId;
    /// A rate of exchange.
    RateId;
    /// A competitor.
    CompetitorId;
    /// A competitor on a deal.
    RivalId;
    /// A reason why deals are lost.
    LossReasonId;
    /// What was said of a loss.
    DebriefId;
    /// Two records that are not the same.
    DistinctId;
    /// What became of a record, or what else one is known as.
    AliasId;
    /// An activity, done or planned.
    ActivityId;
    /// Somebody at a customer.
    ContactId;
    /// The rhythm of a class of customers.
    CadenceId;
    /// A saved view of leads.
    ViewId;
    /// A draft: people take turns at picking leads.
    DraftId;
    /// A turn that was taken in a draft.
    DraftTurnId;
    /// A fiscal year that is planned by person and month.
    QuotaYearId;
    /// A locked cell of the quota grid.
    QuotaLockId;
    /// What is said of a deal for a quarter.
    CallId;
    /// A sealed round.
    RoundId;
    /// What somebody says in a sealed round.
    PromiseId;
    /// An objective that goals hang on.
    ObjectiveId;
    /// A task of the team that delivers.
    DeliveryTaskId;
    /// The one record of rules of delivery.
    DeliveryRulesId;
    /// How much work a deal on a product brings.
    ProductEffortId;
    /// What the team that delivers can do in a week.
    WeekCapacityId;
    /// An indicator of the manager's own.
    IndicatorId;
    /// A goal for an indicator.
    IndicatorGoalId;
    /// Something that was heard of the market.
    MarketNoteId;
    /// Something that is assumed of a period.
    AssumptionId;
    /// A product, sector, class, region or office as a row of a quota grid.
    PartId;
    /// A quota or a lock of a part.
    PartQuotaId;
    /// The agenda of a kind of meeting.
    MeetingPlanId;
    /// A meeting.
    MeetingId;
    /// An event of a meeting's clock.
    MeetingMarkId;
    /// Something that was brought up in a meeting.
    MeetingPointId;
    /// Something that everybody should know.
    AnnouncementId;
    /// Somebody has read an announcement.
    ReadMarkId;
    /// Something that is asked of another department.
    RequestId;
    /// Questions that are asked together.
    SurveyId;
    /// What one customer answered.
    SurveyReplyId;
    /// A one-to-one that was held.
    TalkId;
    /// Something to talk about.
    TalkPointId;
    /// Feedback to a person.
    FeedbackId;
    /// A review of a person.
    ReviewId;
    /// A figure of a person that is worked on.
    AimId;
    /// What came of asking how the team is.
    PulseId;
    /// A plan by which people are paid.
    PayPlanId;
    /// A statement of a closed period.
    PaySlipId;
    /// A correction of a statement.
    PayTrueUpId;
    /// A question about a statement.
    PayDisputeId;
    /// Praise on the wall.
    PraiseId;
    /// How the team thanks.
    ThanksRulesId;
    /// A contest.
    ContestId;
    /// Something that points are redeemed for.
    RewardItemId;
    /// A line of the ledger of points.
    PointEntryId;
    /// A redemption of points.
    RedemptionId;
    /// The budget of rewards in a period.
    RewardBudgetId;
    /// A course that somebody took.
    TrainingId;
    /// A level of the career ladder.
    CareerLevelId;
    /// What has to be met for a level.
    CareerCriterionId;
    /// What is said of a criterion that is judged.
    JudgementId;
    /// Somebody comes to a level.
    PromotionId;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_id_is_read_back_from_its_text(bits: u64) {
            prop_assert_eq!(RecordId(bits).to_string().parse(), Ok(RecordId(bits)));
        }
    }

    #[test]
    fn other_texts_are_not_ids() {
        for text in ["", "0000000000000", "zzzzzzzzzzzzz", "000000000000u", "线线线线x"] {
            assert_eq!(text.parse::<RecordId>().is_ok(), text == "0000000000000", "{text}");
        }
    }

    #[test]
    fn a_key_gives_the_same_id_for_ever() {
        assert_eq!(RecordId::of_key("zoho/1").to_string(), RecordId::of_key("zoho/1").to_string());
        assert_ne!(RecordId::of_key("zoho/1"), RecordId::of_key("zoho/2"));
    }
}
