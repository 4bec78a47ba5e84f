//! Tasks and rules of delivery as they are filled in.

use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::command::Command;
use crate::domain::delivery::effort::Unit;
use crate::domain::delivery::{DeliveryRules, DeliveryTask, Effort, ProductEffort};
use crate::domain::id::{DeliveryTaskId, ProductId};
use crate::domain::workspace::Workspace;
use crate::present::name_order::NameOrder;
use crate::present::price::PriceDraft;

/// A task as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaskDraft {
    /// Everything but the effort.
    pub task: DeliveryTask,
    /// The effort as typed, in person-days.
    pub effort: String,
}

impl TaskDraft {
    /// The form of a task, or of a new one.
    pub fn of(workspace: &Workspace, id: DeliveryTaskId) -> TaskDraft {
        let task = workspace.delivery_tasks.get(id).cloned().unwrap_or_default();
        TaskDraft { effort: typed(task.effort), task }
    }

    /// The effort; `None` where what is typed is none.
    pub fn read(&self) -> Option<Effort> {
        read(&self.effort).map(Option::unwrap_or_default)
    }

    /// The command that saves it; `None` where the effort cannot be read. An effort that was not
    /// touched stays to the minute.
    pub fn command(&self, id: DeliveryTaskId) -> Option<Command> {
        let effort = match self.effort == typed(self.task.effort) {
            true => self.task.effort,
            false => self.read()?,
        };
        let trimmed = |it: &String| it.trim().to_owned();
        let task = DeliveryTask {
            name: trimmed(&self.task.name),
            project: trimmed(&self.task.project),
            assignee: trimmed(&self.task.assignee),
            effort,
            ..self.task.clone()
        };
        Some(Command::SaveDeliveryTask(id, Box::new(task)))
    }
}

/// The rules as they are filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RulesDraft {
    /// Person-days in a usual week.
    pub capacity: String,
    /// Days between a deal and the work for it.
    pub lead_days: String,
    /// Weeks that the work takes.
    pub weeks: String,
    /// The amount that brings one person-day.
    pub per_day: PriceDraft,
    /// Person-days of a deal on each product, by name.
    pub products: Vec<(ProductId, String, String)>,
}

impl RulesDraft {
    /// The form of the rules.
    pub fn of(workspace: &Workspace) -> RulesDraft {
        let rules = DeliveryRules::of(workspace);
        let effort = |id| workspace.product_efforts.get(ProductEffort::id_of(id));
        let product = |(id, name): (ProductId, &String)| {
            let effort = effort(id).map(|it| it.effort.number(Unit::Days));
            (id, name.clone(), effort.unwrap_or_default())
        };
        let products = workspace.products.iter().map(|(id, it)| (id, &it.name));
        let mut products: Vec<_> = products.map(product).collect();
        arrange::by_cached_key(&mut products, |(_, name, _)| NameOrder::of(name));
        RulesDraft {
            capacity: typed(rules.capacity),
            lead_days: rules.lead_days().to_string(),
            weeks: rules.weeks().to_string(),
            per_day: PriceDraft::of(rules.per_day, workspace.settings().currency()),
            products,
        }
    }

    /// Whether a field can be read as an effort.
    pub fn is_effort(text: &str) -> bool {
        read(text).is_some()
    }

    /// Whether a field can be read as a whole number.
    pub fn is_count(text: &str) -> bool {
        text.trim().parse::<u16>().is_ok()
    }

    /// The command that saves them; `None` where something cannot be read.
    pub fn command(&self) -> Option<Command> {
        let count = |it: &str| it.trim().parse::<u16>().ok().map(i64::from);
        let rules = DeliveryRules {
            capacity: read(&self.capacity)?.unwrap_or_default(),
            lead_days: Some(count(&self.lead_days)?),
            weeks: Some(count(&self.weeks)?),
            per_day: self.per_day.read()?,
        };
        let product = |(id, _, text): &(ProductId, String, String)| Some((*id, read(text)?));
        let products = self.products.iter().map(product).collect::<Option<Vec<_>>>()?;
        Some(Command::SaveDeliveryRules(Box::new(rules), products))
    }
}

/// A week that is not as usual, as it is filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WeekDraft {
    /// A day of the week.
    pub day: Option<Day>,
    /// Person-days in it.
    pub capacity: String,
}

impl WeekDraft {
    /// The command that says so; `None` where something is missing.
    pub fn command(&self) -> Option<Command> {
        let capacity = read(&self.capacity)??;
        Some(Command::SetWeekCapacity(self.day?, Some(capacity)))
    }
}

/// An effort as typed; nothing for none.
fn typed(effort: Effort) -> String {
    if effort == Effort::NONE { String::new() } else { effort.number(Unit::Days) }
}

/// The effort that a text means, in person-days unless it says otherwise; blank is none. `None`
/// where it is no effort.
fn read(text: &str) -> Option<Option<Effort>> {
    match text.trim() {
        "" => Some(None),
        text => Effort::parse(text, Unit::Days).map(Some),
    }
}

/// The weeks that are not as usual, in their order.
pub fn week_exceptions(workspace: &Workspace) -> Vec<(Day, Effort)> {
    let weeks = workspace.week_capacities.values();
    let mut weeks: Vec<(Day, Effort)> =
        weeks.filter_map(|it| Some((it.monday?, it.capacity))).collect();
    arrange::by_key(&mut weeks, |(monday, _)| *monday);
    weeks
}
