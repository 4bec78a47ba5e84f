//! What lines of minutes are about.

use super::Done;
use crate::domain::label::Label;
use crate::domain::meeting::PointSort;
use crate::i18n::Lang;

/// What lines of minutes are about, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// What was decided.
    Decisions,
    /// Who does what by when.
    Actions,
    /// What was talked about.
    Issues,
    /// What is said of deals and periods.
    Promises,
    /// Deals that came to another stage.
    Moved,
    /// Leads that are new.
    New,
    /// Other changes of leads.
    Leads,
    /// Talks with customers, and who they are.
    Customers,
    /// Goals, quotas, plans.
    Goals,
    /// Announcements, and what is asked of others.
    Others,
    /// Everything else.
    Rest,
    /// What was taken back, with what took it back.
    Back,
    /// What the room may not see.
    Private,
    /// How the meeting went.
    Course,
}

/// A part of the minutes, in the order in which they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What came of the meeting: what was agreed, and what was changed.
    Outcome,
    /// How the meeting itself went.
    Course,
}

impl Group {
    /// The part to which a group belongs.
    pub fn part(self) -> Part {
        match self {
            Group::Course => Part::Course,
            _ => Part::Outcome,
        }
    }

    /// Every group, in the order in which they are told.
    pub const ALL: [Group; 14] = [
        Group::Decisions,
        Group::Actions,
        Group::Issues,
        Group::Promises,
        Group::Moved,
        Group::New,
        Group::Leads,
        Group::Customers,
        Group::Goals,
        Group::Others,
        Group::Rest,
        Group::Back,
        Group::Private,
        Group::Course,
    ];

    pub(super) fn words(self, lang: Lang) -> &'static str {
        match self {
            Group::Decisions => lang.minutes_decisions(),
            Group::Actions => lang.minutes_actions(),
            Group::Issues => lang.minutes_issues(),
            Group::Promises => lang.minutes_promises(),
            Group::Moved => lang.minutes_moved(),
            Group::New => lang.minutes_new(),
            Group::Leads => lang.minutes_leads(),
            Group::Customers => lang.minutes_customers(),
            Group::Goals => lang.minutes_goals(),
            Group::Others => lang.minutes_others(),
            Group::Rest => lang.minutes_rest(),
            Group::Course => lang.minutes_course(),
            Group::Back => lang.minutes_back(),
            Group::Private => lang.minutes_private_group(),
        }
    }
}

/// The group of what the room may see. Every label has its own, or this does not compile.
pub(super) fn group_of(label: &Label, sort_of: &dyn Fn(&str) -> Option<PointSort>) -> Group {
    match label {
        Label::Undone(label) | Label::Redone(label) | Label::QuotasBy(_, label) => {
            group_of(label, sort_of)
        }
        Label::MeetingChanged(deed, text) => of_deed(deed, text, sort_of),
        Label::LeadMoved(..) | Label::LossDebriefed(_) => Group::Moved,
        Label::LeadAdded(_) => Group::New,
        Label::LeadEdited(_)
        | Label::LeadDeleted(_)
        | Label::LineSaved(..)
        | Label::LineRemoved(..)
        | Label::AmountByLines(_)
        | Label::AmountByHand(_)
        | Label::LeadClaimed(..)
        | Label::LeadReturned(..)
        | Label::LeadsReclaimed(_)
        | Label::LeadsAssigned(_)
        | Label::BookHandedOver(..)
        | Label::LeadsChanged(_)
        | Label::LeadsDeleted(_)
        | Label::DraftBegun(_)
        | Label::DraftPicked(..)
        | Label::DraftPassed(_)
        | Label::DraftSteppedBack(_)
        | Label::DraftFinished(..)
        | Label::DraftDropped(_)
        | Label::LeadsMerged(..)
        | Label::RivalSaved(..)
        | Label::RivalDeleted(..) => Group::Leads,
        Label::CallSet(..)
        | Label::RoundBegun(_)
        | Label::PromiseSealed(_)
        | Label::PromiseSkipped(_)
        | Label::RoundRevealed(_)
        | Label::RoundDropped(_) => Group::Promises,
        Label::ActivityLogged(_)
        | Label::ActivityPlanned(_)
        | Label::ActivityDeleted(_)
        | Label::TaskFinished(_)
        | Label::TaskPostponed(..)
        | Label::ContactSaved(_)
        | Label::ContactDeleted(_)
        | Label::CustomerSaved(_)
        | Label::CadencesSet
        | Label::CustomersMerged(..) => Group::Customers,
        Label::GoalsSet(..)
        | Label::QuotaSet(..)
        | Label::QuotaLocked(..)
        | Label::QuotaUnlocked(..)
        | Label::QuotaRespread(..)
        | Label::QuotasGrown(..)
        | Label::QuotasEdited(..)
        | Label::PlanChanged(..)
        | Label::GoalHung(..)
        | Label::IndicatorSaved(_)
        | Label::IndicatorDeleted(_) => Group::Goals,
        Label::PipelineAdded(_)
        | Label::PipelineRenamed(_)
        | Label::PipelinesArranged
        | Label::PipelineDeleted(..)
        | Label::StageSaved(_)
        | Label::StageTurned(..)
        | Label::StagesArranged(_)
        | Label::StageDeleted(..)
        | Label::PoolRulesSaved
        | Label::RateSaved(_)
        | Label::RateDeleted(_)
        | Label::AssignmentRulesSaved
        | Label::PersonAdded(_)
        | Label::PersonEdited(_)
        | Label::AbilitiesSet(_)
        | Label::PersonDeleted(_)
        | Label::TeamSaved(_)
        | Label::TeamDeleted(_)
        | Label::AbsenceSaved(_)
        | Label::AbsenceDeleted(_)
        | Label::ProductSaved(_)
        | Label::MarkedDistinct(..)
        | Label::CompetitorSaved(_)
        | Label::CompetitorDeleted(_)
        | Label::LossReasonsSet
        | Label::PeopleChanged(..)
        | Label::SettingsSaved
        | Label::ViewSaved(_)
        | Label::ViewDeleted(_)
        | Label::Imported(_)
        | Label::SampleOpened
        | Label::SampleCleared
        | Label::StartedEmpty
        | Label::Restored(_)
        | Label::Other(_) => Group::Rest,
    }
}

/// The group of what was done in a meeting. What is settled, opened again or deleted belongs to its
/// own sort; older journals do not say which that was.
fn of_deed(deed: &str, text: &str, sort_of: &dyn Fn(&str) -> Option<PointSort>) -> Group {
    if let Some((sort, _)) = PointSort::of_deed(deed) {
        return of_sort(sort);
    }
    match deed {
        "settled" | "reopened" => of_sort(sort_of(text).unwrap_or(PointSort::Action)),
        "dropped" => of_sort(sort_of(text).unwrap_or(PointSort::Issue)),
        "announced" | "unannounced" | "read" | "unread" => Group::Others,
        "requested" | "request-promised" | "request-done" | "request-deleted" => Group::Others,
        "branch" => Group::Leads,
        _ => Group::Course,
    }
}

fn of_sort(sort: PointSort) -> Group {
    match sort {
        PointSort::Issue => Group::Issues,
        PointSort::Decision => Group::Decisions,
        PointSort::Action => Group::Actions,
    }
}

/// Which entries take another back, or were taken back in the same meeting.
pub(super) fn taken_back(done: &[Done]) -> Vec<bool> {
    let mut back = vec![false; done.len()];
    for (place, it) in done.iter().enumerate() {
        match &it.label {
            Label::Undone(undone) => {
                let before = (0..place).rev().find(|it| !back[*it] && is(&done[*it].label, undone));
                before.into_iter().for_each(|it| back[it] = true);
                back[place] = true;
            }
            // Done again: the line stands for itself, and tells what was done.
            Label::Redone(_) => {}
            _ => {}
        }
    }
    back
}

/// Whether an entry did something, at first or again.
fn is(label: &Label, what: &Label) -> bool {
    match label {
        Label::Redone(again) => **again == *what,
        label => label == what,
    }
}
