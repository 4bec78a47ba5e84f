//! What is kept of rewards, and what can be done with them.

use super::Occasion;
use crate::domain::calendar::{Day, Period};
use crate::domain::codes::codes;
use crate::domain::id::{
    PersonId, PointEntryId, RedemptionId, RewardBudgetId, RewardItemId, TrainingId,
};
use crate::domain::money::Money;

record! {
    /// Something in the catalogue.
    pub struct RewardItem(RewardItemId) {
        /// The name.
        name: String,
        /// What it is; none counts as a gift.
        kind: Option<RewardKind>,
        /// What it costs, in points.
        points: i64,
        /// What it is worth in money.
        worth: Option<Money>,
        /// How many there are in all; none means any number.
        stock: Option<i64>,
        /// Whether it is offered no more.
        retired: bool,
    }
}

record! {
    /// A line of the ledger; it stays as it was written.
    pub struct PointEntry(PointEntryId) {
        /// Whose.
        person: Option<PersonId>,
        /// The day.
        on: Option<Day>,
        /// What it is; none, or one of another version, counts as given.
        kind: Option<EntryKind>,
        /// The points: above zero where they come, below where they go.
        points: i64,
        /// What for.
        reason: String,
        /// What they were given with; empty for nothing.
        occasion: String,
        /// The redemption that they were spent on or came back from.
        redemption: Option<RedemptionId>,
        /// The line that it takes back.
        of: Option<PointEntryId>,
    }
}

record! {
    /// Something that somebody redeemed, as the catalogue said then.
    pub struct Redemption(RedemptionId) {
        /// Who; none once the person is deleted.
        person: Option<PersonId>,
        /// What.
        item: Option<RewardItemId>,
        /// Its name then.
        name: String,
        /// What it was then.
        kind: Option<RewardKind>,
        /// What it cost then, in points.
        points: i64,
        /// What it was worth then.
        worth: Option<Money>,
        /// The day it was asked for.
        asked: Option<Day>,
        /// The day it was handed over.
        handed: Option<Day>,
        /// The day it was cancelled; that goes before being handed over.
        cancelled: Option<Day>,
    }
}

record! {
    /// How much may be redeemed in a period.
    pub struct RewardBudget(RewardBudgetId) {
        /// The period.
        period: Option<Period>,
        /// In points; none means any number.
        points: Option<i64>,
        /// In money; none means any amount.
        worth: Option<Money>,
    }
}

record! {
    /// A course that somebody took.
    pub struct Training(TrainingId) {
        /// Who.
        person: Option<PersonId>,
        /// Which.
        name: String,
        /// The day.
        on: Option<Day>,
        /// The redemption that it was a reward by.
        redemption: Option<RedemptionId>,
    }
}

codes! {
    #[derive(Default)]
    /// What something in the catalogue is.
    pub enum RewardKind {
        #[default]
        /// A thing.
        Gift = "gift",
        /// A journey.
        Trip = "trip",
        /// Training; handing it over writes it down with the person.
        Course = "course",
        /// Time off.
        DayOff = "day-off",
    }
}

codes! {
    #[derive(Default)]
    /// What a line of the ledger is.
    pub enum EntryKind {
        #[default]
        /// Given with a reason.
        Grant = "grant",
        /// Spent on something.
        Redemption = "redemption",
        /// Come back, because a redemption was cancelled.
        Return = "return",
        /// Taken back, because it was given wrongly.
        Reversal = "reversal",
    }
}

/// What a catalogue usually begins with: what it is, its points, its worth in whole units of the
/// currency.
pub const USUAL_REWARDS: [(RewardKind, i64, i64); 4] = [
    (RewardKind::Gift, 150, 400),
    (RewardKind::DayOff, 400, 900),
    (RewardKind::Course, 600, 1_500),
    (RewardKind::Trip, 1_500, 4_000),
];

/// How far a redemption has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RedemptionState {
    /// It is asked for.
    Asked,
    /// It was handed over.
    Handed,
    /// It was cancelled, and its points came back.
    Cancelled,
}

impl Redemption {
    /// How far it has come.
    pub fn state(&self) -> RedemptionState {
        match (self.cancelled, self.handed) {
            (Some(_), _) => RedemptionState::Cancelled,
            (None, Some(_)) => RedemptionState::Handed,
            (None, None) => RedemptionState::Asked,
        }
    }

    /// The id of the line by which its points are spent.
    pub fn entry(id: RedemptionId) -> PointEntryId {
        PointEntryId::of_key(&format!("redemption/{id}"))
    }

    /// The id of the line by which they come back: the same on every tablet, so that they come
    /// back once.
    pub fn return_entry(id: RedemptionId) -> PointEntryId {
        PointEntryId::of_key(&format!("return/{id}"))
    }

    /// The id of the training that handing it over writes down.
    pub fn training(id: RedemptionId) -> TrainingId {
        TrainingId::of_key(&format!("training/{id}"))
    }
}

impl PointEntry {
    /// The id of the line that takes another back: the same on every tablet.
    pub fn reversal(id: PointEntryId) -> PointEntryId {
        PointEntryId::of_key(&format!("reversal/{id}"))
    }
}

impl RewardBudget {
    /// The id of a period's budget, the same on every tablet.
    pub fn id_of(period: Period) -> RewardBudgetId {
        RewardBudgetId::of_key(&format!("reward-budget/{period}"))
    }
}

/// Something that is done about rewards.
#[derive(Clone, Debug, PartialEq)]
pub enum RewardDeed {
    /// Put something into the catalogue, or change it to this.
    SaveItem(RewardItemId, Box<RewardItem>),
    /// Put several things into the catalogue at once, to begin with.
    Start(Vec<(RewardItemId, RewardItem)>),
    /// Delete something of the catalogue; where it was redeemed it is offered no more instead.
    RemoveItem(RewardItemId),
    /// Give each of these people so many points, with the reason and what they come with.
    Grant(Vec<(PointEntryId, PersonId)>, i64, String, Option<Occasion>),
    /// Take back what a line gave, with the reason.
    Reverse(PointEntryId, String),
    /// Redeem something for a person.
    Redeem(RedemptionId, PersonId, RewardItemId),
    /// Say that it was handed over.
    HandOver(RedemptionId),
    /// Cancel it; the points come back.
    Cancel(RedemptionId),
    /// Set the budget of a period; no limit at all takes it away.
    SetBudget(Period, Option<i64>, Option<Money>),
    /// Write down a course that somebody took, or change it.
    SaveTraining(TrainingId, Box<Training>),
    /// Delete a course that was written down by hand.
    DeleteTraining(TrainingId),
}

/// Why it is not done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RewardRefused {
    /// The item is not there any more.
    ItemGone,
    /// It is offered no more: its name.
    ItemRetired(String),
    /// Points are 1 to [`super::MOST_POINTS`].
    PointsOutOfRange,
    /// There cannot be fewer of an item than were redeemed: how many.
    StockBelowTaken(i64),
    /// None is left: the item's name.
    StockGone(String),
    /// Nobody is given points.
    NobodyRewarded,
    /// There is no reason.
    ReasonMissing,
    /// Somebody has had points with it already: the name.
    AlreadyRewarded(String),
    /// The balance does not reach: the name, the balance, what is needed.
    BalanceTooSmall(String, i64, i64),
    /// The budget in points does not reach: the period, what is left, what is needed.
    BudgetPoints(Period, i64, i64),
    /// The budget in money does not reach: the period, what is left, what is needed.
    BudgetWorth(Period, Money, Money),
    /// A period has a budget in money, and the item says nothing of its worth in that currency:
    /// the name, the period.
    WorthUnknown(String, Period),
    /// A budget is below zero.
    BudgetNegative,
    /// It was handed over or cancelled already.
    RedemptionSettled,
    /// The line of the ledger is not there, was taken back already, or cannot be.
    EntrySettled,
    /// A training needs its name.
    TrainingUnnamed,
    /// The training is not there any more, or came with a redemption.
    TrainingGone,
}
