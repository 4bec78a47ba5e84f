//! What a label tells of, so that nobody reads in minutes or in the history what a page of its own
//! would not show them.

use super::Label;
use crate::domain::face::Matter;

impl Label {
    /// What is looked at where this label is read. Every label has to say so, or this does not
    /// compile; a code of another version is guarded like the data as a whole.
    pub fn matter(&self) -> Matter {
        match self {
            Label::PlanChanged(noun, ..) => of_plans(noun),
            Label::PeopleChanged(noun, ..) => of_people(noun),
            Label::Undone(label) | Label::Redone(label) | Label::QuotasBy(_, label) => {
                label.matter()
            }
            Label::SettingsSaved
            | Label::Imported(_)
            | Label::SampleOpened
            | Label::SampleCleared
            | Label::StartedEmpty
            | Label::Restored(_)
            | Label::Other(_) => Matter::Data,
            Label::LeadAdded(_)
            | Label::LeadEdited(_)
            | Label::LeadMoved(..)
            | Label::LeadDeleted(_)
            | Label::LineSaved(..)
            | Label::LineRemoved(..)
            | Label::AmountByLines(_)
            | Label::AmountByHand(_)
            | Label::PipelineAdded(_)
            | Label::PipelineRenamed(_)
            | Label::PipelinesArranged
            | Label::PipelineDeleted(..)
            | Label::StageSaved(_)
            | Label::StageTurned(..)
            | Label::StagesArranged(_)
            | Label::StageDeleted(..)
            | Label::LeadClaimed(..)
            | Label::LeadReturned(..)
            | Label::LeadsReclaimed(_)
            | Label::PoolRulesSaved
            | Label::RateSaved(_)
            | Label::RateDeleted(_)
            | Label::LeadsAssigned(_)
            | Label::BookHandedOver(..)
            | Label::LeadsChanged(_)
            | Label::LeadsDeleted(_)
            | Label::AssignmentRulesSaved
            | Label::DraftBegun(_)
            | Label::DraftPicked(..)
            | Label::DraftPassed(_)
            | Label::DraftSteppedBack(_)
            | Label::DraftFinished(..)
            | Label::DraftDropped(_)
            | Label::PersonAdded(_)
            | Label::PersonEdited(_)
            | Label::AbilitiesSet(_)
            | Label::PersonDeleted(_)
            | Label::TeamSaved(_)
            | Label::TeamDeleted(_)
            | Label::AbsenceSaved(_)
            | Label::AbsenceDeleted(_)
            | Label::CustomerSaved(_)
            | Label::ProductSaved(_)
            | Label::CustomersMerged(..)
            | Label::LeadsMerged(..)
            | Label::MarkedDistinct(..)
            | Label::CompetitorSaved(_)
            | Label::CompetitorDeleted(_)
            | Label::RivalSaved(..)
            | Label::RivalDeleted(..)
            | Label::LossDebriefed(_)
            | Label::LossReasonsSet
            | Label::ActivityLogged(_)
            | Label::ActivityPlanned(_)
            | Label::ActivityDeleted(_)
            | Label::TaskFinished(_)
            | Label::TaskPostponed(..)
            | Label::ContactSaved(_)
            | Label::ContactDeleted(_)
            | Label::CadencesSet
            | Label::GoalsSet(..)
            | Label::QuotaSet(..)
            | Label::QuotaLocked(..)
            | Label::QuotaUnlocked(..)
            | Label::QuotaRespread(..)
            | Label::QuotasGrown(..)
            | Label::QuotasEdited(..)
            | Label::CallSet(..)
            | Label::RoundBegun(_)
            | Label::PromiseSealed(_)
            | Label::PromiseSkipped(_)
            | Label::RoundRevealed(_)
            | Label::RoundDropped(_)
            | Label::GoalHung(..)
            | Label::IndicatorSaved(_)
            | Label::IndicatorDeleted(_)
            | Label::ViewSaved(_)
            | Label::ViewDeleted(_)
            | Label::MeetingChanged(..) => Matter::Work,
        }
    }
}

/// The nouns of [`Label::PlanChanged`].
fn of_plans(noun: &str) -> Matter {
    match noun {
        "objective" | "delivery-task" | "delivery-rules" | "week-capacity" | "market-note"
        | "assumption" => Matter::Work,
        "pay-plan" | "pay-deal" | "pay-period" | "pay-slip" | "pay-true-up" | "pay-dispute" => {
            Matter::Pay
        }
        _ => Matter::Data,
    }
}

/// The nouns of [`Label::PeopleChanged`]. A label has a name and no id, so what is between two
/// people is for the manager alone.
fn of_people(noun: &str) -> Matter {
    match noun {
        "survey" => Matter::Answers,
        "pulse" => Matter::Everyday,
        "praise" | "contest" | "values" => Matter::Work,
        "talk" | "feedback" | "review" | "review-cycle" | "coaching" | "plan" => Matter::Private,
        _ => Matter::Data,
    }
}
