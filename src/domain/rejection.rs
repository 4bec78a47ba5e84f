//! Why a command was refused. The words are in `i18n`.

use super::assignment::claim::Obstacle;
use super::calendar::Day;
use super::career::CareerRefused;
use super::commission::kept::PayRefused;
use super::meeting::MeetingRefused;
use super::money::Currency;
use super::pipeline::Outcome;
use super::quota;
use super::reward::RewardRefused;
use super::thanks::ThanksRefused;

/// Why a command was refused; nothing was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Rejection {
    /// The lead is not there any more.
    LeadGone,
    /// The person is not there any more.
    PersonGone,
    /// Somebody with quotas in planned years stays, so that their sums do: the name, how many months
    /// have a quota.
    PersonHasQuotas(String, usize),
    /// The team is not there any more.
    TeamGone,
    /// The absence is not there any more.
    AbsenceGone,
    /// The stage is not there any more.
    StageGone,
    /// The pipeline is not there any more.
    PipelineGone,
    /// The last pipeline cannot be deleted.
    PipelineLast,
    /// A pipeline needs a stage of this outcome, and this is the last.
    StageLast(Outcome),
    /// So many leads are in what is to be deleted, and nobody said where they go.
    LeadsInTheWay(usize),
    /// The leads of a deleted stage can only go to another stage of the same pipeline, those of a
    /// deleted pipeline only to another pipeline.
    StageNotOffered,
    /// A limit or a number of days is zero or more; this is what was given.
    NumberNegative(i64),
    /// The lead is worked on by this person already.
    LeadTaken(String),
    /// The lead is in nobody's hands.
    LeadInPool,
    /// The lead is closed, so it neither leaves the pool nor goes back.
    LeadClosed,
    /// Rules keep the person from claiming the lead: the name, and what it is, the deciding one first.
    ClaimForbidden(String, Vec<Obstacle>),
    /// A lead goes back to the pool for a reason.
    ReasonMissing,
    /// The lead is not due back: its name.
    NotDueBack(String),
    /// Another draft is underway.
    DraftRunning,
    /// The draft has ended or is gone.
    DraftGone,
    /// A draft needs people.
    DraftWithoutPeople,
    /// There is no lead to be picked.
    DraftWithoutLeads,
    /// None of the people can take any of the leads.
    DraftNobodyFree,
    /// The turn is over, or has not come yet.
    DraftTurnOver,
    /// The lead is picked already, or not among those of the draft any more.
    DraftLeadTaken,
    /// A rule keeps the person on turn from the lead: the person's name.
    DraftForbidden(String),
    /// No turn has been taken yet.
    DraftAtStart,
    /// A rate needs its currencies, its day, and to be more than nothing.
    RateIncomplete,
    /// A currency has no rate to itself.
    RateOfHome(Currency),
    /// The rate is not there any more.
    RateGone,
    /// The customer is not there any more.
    CustomerGone,
    /// A customer belongs neither to itself nor to one that belongs to it: the name of that one.
    ParentBelow(String),
    /// The competitor is not there any more.
    CompetitorGone,
    /// At least one reason why deals are lost must stay.
    LossReasonsNone,
    /// The product is not there any more.
    ProductGone,
    /// The product line is not there any more, or was changed meanwhile.
    LineGone,
    /// A quantity is more than nothing and at most a thousand million.
    QuantityOutOfRange,
    /// A discount is from nothing to all of it.
    DiscountOutOfRange,
    /// A lead's product lines and its amount are in one currency: that of the others.
    LinesInCurrency(Currency),
    /// The saved view is not there any more.
    ViewGone,
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
    /// The activity is not there any more.
    ActivityGone,
    /// The contact is not there any more.
    ContactGone,
    /// What was due is done or gone already.
    TaskGone,
    /// An activity is about a lead or with a customer.
    ActivityOfNothing,
    /// An activity needs a day.
    ActivityWithoutDay,
    /// What lies ahead cannot be done yet; this is the day that was given.
    DoneAhead(Day),
    /// A time of day is from 0:00 to 23:59; this is what was given, in minutes since midnight.
    TimeOutOfRange(i64),
    /// A rhythm is from 1 to 366 working days; this is what was given.
    RhythmOutOfRange(i64),
    /// A cell of the quota grid cannot be so.
    Quota(Box<quota::Refused>),
    /// A deal is called for the quarter of the day on which it is expected to close; it has none.
    CallWithoutDay,
    /// Another round is underway.
    RoundRunning,
    /// The round has been revealed or is gone.
    RoundGone,
    /// A round needs people.
    RoundWithoutPeople,
    /// Nobody has said anything in the round.
    RoundWithoutAnswers,
    /// Worst is at most commit, and commit at most best.
    PromiseOutOfOrder,
    /// The objective is not there any more.
    ObjectiveGone,
    /// An objective needs a period.
    ObjectiveWithoutPeriod,
    /// The task is not there any more.
    DeliveryTaskGone,
    /// The work for a deal takes at least a week; this is what was given.
    WeeksTooFew(i64),
    /// The indicator is not there any more.
    IndicatorGone,
    /// A name of an indicator has no brackets and no quotation marks.
    IndicatorNameWithSigns,
    /// A formula cannot be computed.
    FormulaWrong,
    /// An indicator would use itself: its name.
    IndicatorCircle(String),
    /// Goals are set for the indicator: its name, how many.
    IndicatorHasGoals(String, usize),
    /// Another indicator uses the indicator: its name, the other's name.
    IndicatorUsed(String, String),
    /// The note of the market book is not there any more.
    MarketNoteGone,
    /// A note of the market book says something.
    MarketNoteEmpty,
    /// The assumption is not there any more.
    AssumptionGone,
    /// An assumption changes what is expected by a part of it or by an amount.
    AssumptionWithoutEffect,
    /// The first month of a fiscal year is 1 to 12.
    FiscalMonthOutOfRange(i64),
    /// Something for a meeting cannot be done.
    Meeting(MeetingRefused),
    /// The survey is not there any more, is closed, or asks something else by now.
    SurveyGone,
    /// A survey asks something.
    SurveyWithoutQuestions,
    /// A question needs its words, and a choice two different options: the place, from 1.
    QuestionIncomplete(usize),
    /// A survey that has been answered keeps its questions: how many replies there are.
    SurveyAnswered(usize),
    /// A reply answers something.
    ReplyEmpty,
    /// The reply is not there any more.
    ReplyGone,
    /// Something to talk about says something.
    PointEmpty,
    /// What was to be talked about is not there any more.
    PointGone,
    /// Feedback needs the situation, the behaviour and the impact.
    FeedbackIncomplete,
    /// The feedback is not there any more.
    FeedbackGone,
    /// The review is not there any more.
    ReviewGone,
    /// Both sides have sealed the review.
    ReviewSealed,
    /// One side has yet to seal the review.
    ReviewUnfinished,
    /// Nobody of those who were chosen gets a review.
    ReviewsNone,
    /// The review was not talked about yet.
    ReviewNotShared,
    /// The review is closed.
    ReviewClosed,
    /// Each criterion is given 1 to 5.
    OpinionIncomplete,
    /// An aim needs a figure, what is done, and its days.
    AimIncomplete,
    /// The aim is not there any more.
    AimGone,
    /// So few ballots would tell who said what.
    PulseTooFew,
    /// Something about pay cannot be so.
    Pay(Box<PayRefused>),
    /// What is refused about thanks.
    Thanks(ThanksRefused),
    /// What is refused about rewards.
    Reward(Box<RewardRefused>),
    /// What is refused about the career ladder.
    Career(Box<CareerRefused>),
}
