//! Everything that can be done: the closed list of ways in which data changes.

use super::ability::Ability;
use super::activity::{Activity, Finish};
use super::aim::Aim;
use super::assignment::reason::Whys;
use super::assignment::rules::AssignmentRules;
use super::cadence::Cadence;
use super::calendar::{Day, Period, Span};
use super::call::{Caller, Category};
use super::career::CareerDeed;
use super::commission::kept::PayDeed;
use super::competition::{Competitor, Rival};
use super::contact::Contact;
use super::customer::Customer;
use super::delivery::{DeliveryRules, DeliveryTask, Effort};
use super::draft::{Draft, Took};
use super::feedback::Feedback;
use super::follow_up::Task;
use super::goal::Bearer;
use super::id::*;
use super::import::Batch;
use super::indicator::goal::Target;
use super::indicator::{Indicator, Measure};
use super::lead::{Lead, Priority};
use super::loss::Debrief;
use super::market::{Assumption, MarketNote};
use super::meeting::MeetingCommand;
use super::money::Money;
use super::objective::Objective;
use super::people::{Absence, Person, Team};
use super::pipeline::Stage;
use super::pool::PoolRules;
use super::product::Product;
use super::product_line::{AmountBy, ProductLine};
use super::pulse::Pulse;
use super::quota;
use super::rates::Rate;
use super::review::{Opinion, Scope, Side};
use super::reward::RewardDeed;
use super::round::{Said, Seen};
use super::settings::Settings;
use super::survey::{Survey, SurveyReply};
use super::talk::TalkPoint;
use super::thanks::ThanksDeed;
use super::view::SavedView;

/// Something to be done. Ids of new records are drawn by whoever gives the command.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Add a lead.
    AddLead(LeadId, Box<Lead>),
    /// Change a lead's fields to these.
    EditLead(LeadId, Box<Lead>),
    /// Add a lead or change its fields to these, together with its customer, who is new.
    SaveLeadOfNewCustomer(LeadId, Box<Lead>, CustomerId, Box<Customer>),
    /// Bring a lead to a stage.
    MoveLead(LeadId, StageId),
    /// Delete a lead.
    DeleteLead(LeadId),
    /// Put a product line on a lead, change it to another, or take it off: what it was, and what
    /// it shall be.
    ChangeLine(LeadId, Option<ProductLine>, Option<ProductLine>),
    /// Make a lead's amount the sum of its product lines, or keep it by hand.
    SetAmountBy(LeadId, AmountBy),
    /// Add a pipeline with its stages in this order.
    AddPipeline(PipelineId, String, Vec<(StageId, Stage)>),
    /// Give a pipeline another name.
    RenamePipeline(PipelineId, String),
    /// Put the pipelines in this order.
    ArrangePipelines(Vec<PipelineId>),
    /// Delete a pipeline; its leads go to a stage of another.
    DeletePipeline(PipelineId, Option<StageId>),
    /// Add a stage behind those of its outcome, or change one's fields to these.
    SaveStage(StageId, Box<Stage>),
    /// Put the stages of a pipeline in this order.
    ArrangeStages(PipelineId, Vec<StageId>),
    /// Delete a stage; its leads go to another of the pipeline.
    DeleteStage(StageId, Option<StageId>),
    /// Take a lead out of the pool for a person.
    ClaimLead(LeadId, PersonId),
    /// Give a lead back to the pool, with the reason.
    ReturnLead(LeadId, String),
    /// Take leads that are due back into the pool, with the reason.
    ReclaimLeads(Vec<LeadId>, String),
    /// Change the rules of the pool to these.
    SavePoolRules(PoolRules),
    /// State a rate of exchange, or correct it.
    SaveRate(Rate),
    /// Delete a rate of exchange.
    DeleteRate(RateId),
    /// Give leads to people as one step; nobody takes a lead back into the pool.
    AssignLeads(Vec<(LeadId, Option<PersonId>)>, Whys),
    /// Hand a person's whole book over as one step: open leads, and whatever else waits; what is
    /// about none of these leads goes to the last, or else to who is given most of them.
    HandOver(PersonId, Vec<(LeadId, Option<PersonId>)>, Whys, Option<PersonId>),
    /// Change these leads alike, as one step.
    ChangeLeads(Vec<LeadId>, Vec<LeadEdit>),
    /// Delete these leads as one step.
    DeleteLeads(Vec<LeadId>),
    /// Change the rules of assignment to these.
    SaveAssignmentRules(AssignmentRules),
    /// Begin a draft; the leads change hands when it is finished.
    BeginDraft(DraftId, Box<Draft>),
    /// Take the turn of this number in a draft.
    TakeTurn(DraftId, i64, Took),
    /// Take the last turn of a draft back.
    StepDraftBack(DraftId),
    /// End a draft: everybody gets what they picked, as one step.
    FinishDraft(DraftId),
    /// Drop a draft: everything stays as it was before.
    DropDraft(DraftId),
    /// Add a person or change one's fields to these.
    SavePerson(PersonId, Box<Person>),
    /// Say what people know, speak or sell in, as one step.
    SetAbilities(Ability, Vec<(PersonId, Vec<String>)>),
    /// Delete a person; the leads stay and wait for a new owner.
    DeletePerson(PersonId),
    /// Add a team or change its fields to these.
    SaveTeam(TeamId, Team),
    /// Delete a team; its people stay.
    DeleteTeam(TeamId),
    /// Enter an absence or change it.
    SaveAbsence(AbsenceId, Absence),
    /// Delete an absence.
    DeleteAbsence(AbsenceId),
    /// Add a customer or change its fields to these.
    SaveCustomer(CustomerId, Box<Customer>),
    /// Add a product or change its fields to these.
    SaveProduct(ProductId, Product),
    /// Merge two customers: the one that stays, the one that goes, and what comes of both.
    MergeCustomers(CustomerId, CustomerId, Box<Customer>),
    /// Merge two leads: the one that stays, the one that goes, and what comes of both.
    MergeLeads(LeadId, LeadId, Box<Lead>),
    /// Say that two records are not the same.
    MarkDistinct(RecordId, RecordId),
    /// Add a competitor or change its fields to these.
    SaveCompetitor(CompetitorId, Box<Competitor>),
    /// Delete a competitor, from every deal, too.
    DeleteCompetitor(CompetitorId),
    /// Put a competitor on a deal or change what is known; the competitor is given by name, with
    /// the id for a new one.
    SaveRival(RivalId, Box<Rival>, (CompetitorId, String)),
    /// Take a competitor off a deal.
    DeleteRival(RivalId),
    /// Keep what was said of a loss; the competitor is given by name, with the id for a new one.
    SaveDebrief(LeadId, Box<Debrief>, (CompetitorId, String)),
    /// Set the reasons why deals are lost, and what leads say instead of an old one.
    SetLossReasons(Vec<(LossReasonId, String)>, Vec<(String, String)>),
    /// Log or plan an activity, or change its fields to these.
    SaveActivity(ActivityId, Box<Activity>),
    /// Delete an activity.
    DeleteActivity(ActivityId),
    /// Log what was due as done, and say what is next; the id is for the activity that is logged.
    FinishTask(Task, ActivityId, Box<Finish>),
    /// Bring what is due to another day; the id is for an activity that has to be planned for it.
    PostponeTask(Task, ActivityId, Day),
    /// Add somebody at a customer or change the fields to these.
    SaveContact(ContactId, Box<Contact>),
    /// Delete somebody at a customer.
    DeleteContact(ContactId),
    /// Make these the rhythms of classes of customers; others go.
    SetCadences(Vec<(CadenceId, Cadence)>),
    /// Set goals of one period; none takes a goal away.
    SetGoals(Period, Vec<(Bearer, Option<Money>)>),
    /// Add an objective or change its fields to these.
    SaveObjective(ObjectiveId, Box<Objective>),
    /// Delete an objective; the goals that hang on it stay.
    DeleteObjective(ObjectiveId),
    /// Hang somebody's goal of a period on an objective, or take it off.
    HangGoal(Bearer, Period, Option<ObjectiveId>),
    /// Add a task of the team that delivers or change its fields to these.
    SaveDeliveryTask(DeliveryTaskId, Box<DeliveryTask>),
    /// Delete a task of the team that delivers.
    DeleteDeliveryTask(DeliveryTaskId),
    /// Take tasks over from a file of this name, as one step.
    TakeDeliveryTasks(String, Vec<(DeliveryTaskId, DeliveryTask)>),
    /// Change the rules of delivery, and how much work deals on products bring.
    SaveDeliveryRules(Box<DeliveryRules>, Vec<(ProductId, Option<Effort>)>),
    /// Say what the team that delivers can do in the week of a day; none means as usual.
    SetWeekCapacity(Day, Option<Effort>),
    /// Add a note to the market book or change its fields to these.
    SaveMarketNote(MarketNoteId, Box<MarketNote>),
    /// Delete a note of the market book; what is assumed from it stays.
    DeleteMarketNote(MarketNoteId),
    /// Add an assumption or change its fields to these.
    SaveAssumption(AssumptionId, Box<Assumption>),
    /// Delete an assumption.
    DeleteAssumption(AssumptionId),
    /// Switch an assumption on or off.
    SwitchAssumption(AssumptionId, bool),
    /// Change the quotas of a fiscal year in the grid of a split: one edit after the other, as one
    /// step.
    EditQuotas(i32, quota::Split, Vec<quota::Edit>),
    /// Say what will become of a deal in the quarter in which it is expected to close; none takes
    /// a call away.
    SetCall(LeadId, Caller, Option<Category>),
    /// Begin a sealed round over a period: the tablet goes round these people.
    BeginRound(RoundId, Period, Vec<PersonId>),
    /// Seal what somebody says in a round, in place of what they sealed before.
    SealPromise(RoundId, PersonId, Said),
    /// Pass somebody over in a round, because they are not there.
    SkipInRound(RoundId, PersonId),
    /// Reveal a round, beside what it is compared with.
    RevealRound(RoundId, Seen),
    /// Drop a round with what was sealed in it.
    DropRound(RoundId),
    /// Add an indicator or change it to this.
    SaveIndicator(IndicatorId, Indicator),
    /// Delete an indicator that neither a goal nor another indicator uses.
    DeleteIndicator(IndicatorId),
    /// Set goals for an indicator in a period; none takes a goal away.
    SetIndicatorGoals(Period, Measure, Vec<(Bearer, Option<Target>)>),
    /// Change the settings to these.
    SaveSettings(Box<Settings>),
    /// Save a view of leads, or change it to this.
    SaveView(ViewId, SavedView),
    /// Delete a view of leads; the leads stay.
    DeleteView(ViewId),
    /// Do something about pay.
    Pay(Box<PayDeed>),
    /// Take over the records of an import.
    Import(Box<Batch>),
    /// Leave the sample: remove its records, keep what was added to it.
    ClearSample,
    /// Do something in or for a meeting.
    Meeting(MeetingCommand),
    /// Add a survey or change its fields to these.
    SaveSurvey(SurveyId, Box<Survey>),
    /// Delete a survey with all its replies.
    DeleteSurvey(SurveyId),
    /// Take what a customer answered; where an answer is bad, the next meeting hears these words.
    TakeReply(SurveyReplyId, Box<SurveyReply>, String),
    /// Say whether somebody has talked with a customer about a bad answer.
    SettleReply(SurveyReplyId, bool),
    /// Delete what a customer answered.
    DeleteReply(SurveyReplyId),
    /// Write down something to talk about with a person, or change it.
    SavePoint(TalkPointId, Box<TalkPoint>),
    /// Delete something to talk about.
    DeletePoint(TalkPointId),
    /// Put something right that was said or agreed on about a person.
    Correct(Correction),
    /// A one-to-one was held today; the next is on that day.
    HoldTalk(TalkId, PersonId, Option<Day>),
    /// Give feedback or change it.
    SaveFeedback(FeedbackId, Box<Feedback>),
    /// Delete feedback.
    DeleteFeedback(FeedbackId),
    /// Begin a review of a person over some days.
    BeginReview(ReviewId, PersonId, Span),
    /// Begin a review over some days for each of these who gets one, as one step.
    BeginReviews(Scope, Span),
    /// Seal one side of a review.
    SealReview(ReviewId, Side, Opinion),
    /// Show a review to the person, with what both agreed on.
    ShareReview(ReviewId, String),
    /// Close a review that was shown to the person.
    CloseReview(ReviewId),
    /// Open a closed review again.
    ReopenReview(ReviewId),
    /// Delete a review.
    DeleteReview(ReviewId),
    /// Begin to work on a figure of a person, or change how.
    SaveAim(AimId, Box<Aim>),
    /// End the work on a figure with a conclusion; none takes it up again.
    EndAim(AimId, Option<Day>, String),
    /// Delete the work on a figure.
    DeleteAim(AimId),
    /// Keep what came of asking how the team is.
    KeepPulse(PulseId, Box<Pulse>),
    /// Do something about thanks.
    Thanks(Box<ThanksDeed>),
    /// Do something about rewards.
    Reward(Box<RewardDeed>),
    /// Do something about the career ladder.
    Career(Box<CareerDeed>),
}

/// What was said or agreed on about a person, as it should have been.
#[derive(Clone, Debug, PartialEq)]
pub enum Correction {
    /// Something to talk about.
    Point(TalkPointId, Box<TalkPoint>),
    /// Feedback.
    Feedback(FeedbackId, Box<Feedback>),
    /// The work on a figure.
    Aim(AimId, Box<Aim>),
}

/// One thing about leads that is to be as it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadEdit {
    /// Who works on them; nobody puts them back into the pool.
    Owner(Option<PersonId>),
    /// How far they have come, and why they were lost where that is what the stage means. An empty
    /// reason leaves what is known.
    Stage(StageId, String),
    /// How urgent they are.
    Priority(Priority),
    /// When they are expected to close. The day on which a closed lead did close stays.
    Closes(Option<Day>),
    /// Where they came from.
    Source(String),
    /// What is being sold.
    Product(Option<ProductId>),
}

/// What a command may know of the world.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// The day on which it is given.
    pub today: Day,
}
