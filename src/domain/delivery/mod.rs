//! Delivery: what was sold has to be done by somebody. Tasks of running projects, what the team
//! that delivers can do in a week, and how much work a deal brings.
//!
//! Effort is in whole minutes, so that parts always add up to the whole; a week is named by its
//! Monday. The load of weeks is in [`load`].

pub mod effort;
pub mod load;

use std::fmt;
use std::str::FromStr;

use super::calendar::{Day, Span};
use super::id::{
    DeliveryRulesId, DeliveryTaskId, ProductEffortId, ProductId, RecordId, WeekCapacityId,
};
use super::money::Money;
use super::value::{Field, Value};
use super::workspace::Workspace;

pub use effort::Effort;

record! {
    /// A piece of work that was promised: a project, or a task of one.
    pub struct DeliveryTask(DeliveryTaskId) {
        /// What is to be done.
        name: String,
        /// The project it belongs to.
        project: String,
        /// The first day of work.
        first: Option<Day>,
        /// The last day of work.
        last: Option<Day>,
        /// How much work it is.
        effort: Effort,
        /// Who does it, in the other system's words.
        assignee: String,
        /// How far it is.
        state: TaskState,
        /// The key in the system it was imported from.
        external: String,
    }
}

/// How far a task is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum TaskState {
    /// Not begun.
    #[default]
    Planned,
    /// Being worked on.
    Running,
    /// Done, or not to be done any more: it is no load.
    Done,
}

/// A text that names no state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotATaskState;

impl TaskState {
    /// Every state, in the order of the work.
    pub const ALL: [TaskState; 3] = [TaskState::Planned, TaskState::Running, TaskState::Done];
}

impl fmt::Display for TaskState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            TaskState::Planned => "planned",
            TaskState::Running => "running",
            TaskState::Done => "done",
        })
    }
}

impl FromStr for TaskState {
    type Err = NotATaskState;

    fn from_str(text: &str) -> Result<TaskState, NotATaskState> {
        TaskState::ALL.into_iter().find(|it| it.to_string() == text).ok_or(NotATaskState)
    }
}

impl Field for TaskState {
    fn to_value(&self) -> Value {
        match self {
            TaskState::Planned => Value::Null,
            TaskState::Running | TaskState::Done => Value::text(self.to_string()),
        }
    }

    fn from_value(value: &Value) -> Option<TaskState> {
        value.as_text()?.parse().ok()
    }
}

impl DeliveryTask {
    /// The days of work; where one end is not known it is the other.
    pub fn span(&self) -> Option<Span> {
        let (first, last) = (self.first.or(self.last)?, self.last.or(self.first)?);
        (first <= last).then_some(Span { first, last })
    }
}

/// How many days lie between a deal and the work for it unless somebody says otherwise.
pub const USUAL_LEAD_DAYS: i64 = 14;
/// Over how many weeks the work for a deal is spread unless somebody says otherwise.
pub const USUAL_WEEKS: i64 = 4;

record! {
    /// What the team that delivers can do, and what deals bring it.
    pub struct DeliveryRules(DeliveryRulesId) {
        /// How much the team does in a usual week; nothing means that nobody has said.
        capacity: Effort,
        /// How many days lie between a deal and the work for it; none means the usual.
        lead_days: Option<i64>,
        /// Over how many weeks the work for a deal is spread; none means the usual.
        weeks: Option<i64>,
        /// The amount of a deal that brings one person-day of work, where its product says
        /// nothing else.
        per_day: Option<Money>,
    }
}

impl DeliveryRules {
    /// The id of the one record.
    pub const ID: DeliveryRulesId = DeliveryRulesId(RecordId(0));

    /// The team's rules.
    pub fn of(workspace: &Workspace) -> DeliveryRules {
        workspace.delivery_rules.get(DeliveryRules::ID).cloned().unwrap_or_default()
    }

    /// The days between a deal and the work for it.
    pub fn lead_days(&self) -> i64 {
        self.lead_days.unwrap_or(USUAL_LEAD_DAYS)
    }

    /// The weeks that the work for a deal is spread over.
    pub fn weeks(&self) -> i64 {
        self.weeks.unwrap_or(USUAL_WEEKS)
    }
}

record! {
    /// How much work a deal on a product brings.
    pub struct ProductEffort(ProductEffortId) {
        /// The product.
        product: Option<ProductId>,
        /// How much work.
        effort: Effort,
    }
}

impl ProductEffort {
    /// The record of a product: the same on every tablet.
    pub fn id_of(product: ProductId) -> ProductEffortId {
        ProductEffortId::of_key(&format!("product-effort/{product}"))
    }
}

record! {
    /// What the team can do in a week that is not as usual.
    pub struct WeekCapacity(WeekCapacityId) {
        /// The Monday of the week.
        monday: Option<Day>,
        /// How much the team does in it.
        capacity: Effort,
    }
}

impl WeekCapacity {
    /// The record of the week of a day: the same on every tablet.
    pub fn id_of(day: Day) -> WeekCapacityId {
        WeekCapacityId::of_key(&format!("week-capacity/{}", monday(day)))
    }
}

/// The Monday of a day's week.
pub fn monday(day: Day) -> Day {
    day.minus(day.weekday().into())
}

/// What the team that delivers can do in the week of a day; none where nobody has said.
pub fn capacity(workspace: &Workspace, day: Day) -> Option<Effort> {
    let exception = workspace.week_capacities.get(WeekCapacity::id_of(day));
    let usual = DeliveryRules::of(workspace).capacity;
    exception.map(|it| it.capacity).or((usual != Effort::NONE).then_some(usual))
}
