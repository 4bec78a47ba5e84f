//! What a transaction did, as data: a code and what it was about.
//!
//! The words are in `i18n`. A label of another version is kept as it is.

mod matter;
mod stored;

/// What a transaction did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// A lead was added: its name.
    LeadAdded(String),
    /// A lead's fields were changed: its name.
    LeadEdited(String),
    /// A lead came to another stage: its name, the stage's name.
    LeadMoved(String, String),
    /// A lead was deleted: its name.
    LeadDeleted(String),
    /// A product line was put on a lead or changed: the product's name, the lead's.
    LineSaved(String, String),
    /// A product line was taken off a lead: the product's name, the lead's.
    LineRemoved(String, String),
    /// A lead's amount came to follow its product lines: the lead's name.
    AmountByLines(String),
    /// A lead's amount came to be kept by hand: the lead's name.
    AmountByHand(String),
    /// A pipeline was added: its name.
    PipelineAdded(String),
    /// A pipeline was renamed: its new name.
    PipelineRenamed(String),
    /// Pipelines were put in another order.
    PipelinesArranged,
    /// A pipeline was deleted: its name, how many leads moved.
    PipelineDeleted(String, String),
    /// A stage was added or changed: its name.
    StageSaved(String),
    /// A stage came to mean something else: its name, how many leads are in it.
    StageTurned(String, String),
    /// The stages of a pipeline were put in another order: its name.
    StagesArranged(String),
    /// A stage was deleted: its name, how many leads moved.
    StageDeleted(String, String),
    /// A lead was claimed out of the pool: its name, the person's.
    LeadClaimed(String, String),
    /// A lead was given back to the pool: its name, the reason.
    LeadReturned(String, String),
    /// Leads were taken back into the pool: how many.
    LeadsReclaimed(String),
    /// The rules of the pool were changed.
    PoolRulesSaved,
    /// A rate of exchange was stated: the currency.
    RateSaved(String),
    /// A rate of exchange was deleted: the currency.
    RateDeleted(String),
    /// Leads were given to people: how many.
    LeadsAssigned(String),
    /// A person's book was handed over: the name, how many leads, how much else.
    BookHandedOver(String, String, String),
    /// Leads were changed alike: how many.
    LeadsChanged(String),
    /// Leads were deleted together: how many.
    LeadsDeleted(String),
    /// The rules of assignment were changed.
    AssignmentRulesSaved,
    /// A draft was begun: how many take part.
    DraftBegun(String),
    /// A lead was picked in a draft: its name, the person's.
    DraftPicked(String, String),
    /// A turn of a draft was passed: the person's name.
    DraftPassed(String),
    /// A turn of a draft was taken back: the person's name.
    DraftSteppedBack(String),
    /// A draft was finished: how many leads changed hands, how many people got some.
    DraftFinished(String, String),
    /// A draft was dropped: how many picks went with it.
    DraftDropped(String),
    /// A person was added: the name.
    PersonAdded(String),
    /// A person's fields were changed: the name.
    PersonEdited(String),
    /// It was said what several people know, speak or sell in: how many.
    AbilitiesSet(String),
    /// A person was deleted: the name.
    PersonDeleted(String),
    /// A team was added or changed: its name.
    TeamSaved(String),
    /// A team was deleted: its name.
    TeamDeleted(String),
    /// An absence was entered or changed: the person's name.
    AbsenceSaved(String),
    /// An absence was deleted: the person's name.
    AbsenceDeleted(String),
    /// A customer was added or changed: the name.
    CustomerSaved(String),
    /// A product was added or changed: the name.
    ProductSaved(String),
    /// A customer was merged into another: its name, the other's name.
    CustomersMerged(String, String),
    /// A lead was merged into another: its name, the other's name.
    LeadsMerged(String, String),
    /// Two records were said not to be the same: their names.
    MarkedDistinct(String, String),
    /// A competitor was added or changed: the name.
    CompetitorSaved(String),
    /// A competitor was deleted: the name.
    CompetitorDeleted(String),
    /// A competitor was put on a deal or changed there: its name, the lead's name.
    RivalSaved(String, String),
    /// A competitor was taken off a deal: its name, the lead's name.
    RivalDeleted(String, String),
    /// It was said why a lead was lost: its name.
    LossDebriefed(String),
    /// The reasons why deals are lost were changed.
    LossReasonsSet,
    /// Something done was logged: with whom or what it is about.
    ActivityLogged(String),
    /// An activity was planned or a plan changed: with whom or what it is about.
    ActivityPlanned(String),
    /// An activity was deleted: with whom or what it was about.
    ActivityDeleted(String),
    /// What was due was done: with whom or what it is about.
    TaskFinished(String),
    /// What was due was brought to another day: with whom or what it is about, the day.
    TaskPostponed(String, String),
    /// Somebody at a customer was added or changed: the name.
    ContactSaved(String),
    /// Somebody at a customer was deleted: the name.
    ContactDeleted(String),
    /// The rhythms of classes of customers were changed.
    CadencesSet,
    /// Goals of a period were set: how many, the period.
    GoalsSet(String, String),
    /// A cell of the quota grid was set: its bearer's name, the period, the amount, whether the
    /// others stayed or made up for it ("stays", "makes-up"), how many people's months moved.
    QuotaSet(String, String, String, String, String),
    /// A cell of the quota grid was locked: its bearer's name, the period.
    QuotaLocked(String, String),
    /// A cell of the quota grid was unlocked: its bearer's name, the period.
    QuotaUnlocked(String, String),
    /// A cell of the quota grid was spread anew: its bearer's name, the period, the way, how many
    /// people's months moved.
    QuotaRespread(String, String, String, String),
    /// A year was planned from what was won the year before: the year, the growth in thousandths.
    QuotasGrown(String, String),
    /// Several cells of a year's quota grid were changed: how many, the year.
    QuotasEdited(String, String),
    /// Something was done to the grid of a split: which, and what.
    QuotasBy(String, Box<Label>),
    /// Somebody said what will become of a deal: its name, who ("rep", "manager"), the category,
    /// or "-" where a call was taken away.
    CallSet(String, String, String),
    /// A sealed round was begun: the period.
    RoundBegun(String),
    /// Somebody sealed an answer: the name. What they said is not told.
    PromiseSealed(String),
    /// Somebody was passed over in a round: the name.
    PromiseSkipped(String),
    /// A round was revealed: the period.
    RoundRevealed(String),
    /// A round was dropped: how many answers went with it.
    RoundDropped(String),
    /// Something that plans are made of was changed: what it is (a code such as "objective"), what
    /// was done ("saved", "deleted", "on", "off"), its name.
    PlanChanged(String, String, String),
    /// Something of people or customers was changed: what, how, whose name.
    PeopleChanged(String, String, String),
    /// A goal was hung on an objective: the bearer's name, the period, the objective's name; empty
    /// where it was taken off.
    GoalHung(String, String, String),
    /// An indicator was added or changed: its name.
    IndicatorSaved(String),
    /// An indicator was deleted: its name.
    IndicatorDeleted(String),
    /// Settings were changed.
    SettingsSaved,
    /// A view of leads was saved or changed: its name.
    ViewSaved(String),
    /// A view of leads was deleted: its name.
    ViewDeleted(String),
    /// Files were imported: their names.
    Imported(String),
    /// The sample team was opened.
    SampleOpened,
    /// The sample team was removed.
    SampleCleared,
    /// An empty board was made.
    StartedEmpty,
    /// The state of a backup was taken back: the day it was made.
    Restored(String),
    /// A transaction was undone: its label.
    Undone(Box<Label>),
    /// An undone transaction was done again: its label.
    Redone(Box<Label>),
    /// Something was done in or for a meeting: what (a code such as "begun" or "decision"), and
    /// what it was about (a text, a name, or the code of a kind or topic).
    MeetingChanged(String, String),
    /// A label of another version, part by part.
    Other(Vec<String>),
}

#[cfg(test)]
mod tests;
