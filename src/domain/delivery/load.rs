//! What was promised for each week against what the team can do in it.
//!
//! The work of a task is spread over the working days of its span, so a week takes its share of
//! them; the parts add up to the whole to the minute (the method of the largest remainder). An
//! open deal brings its work with the odds that it is won: so much is expected of it on average,
//! from as many days after it closes as the work takes to begin, over as many weeks as it lasts.
//! A won deal brings all of its work over these weeks, until a task whose project is called like
//! the deal or its customer says so more exactly. A task that should be done by now and is not, is
//! work of the running week.

use std::collections::{BTreeMap, BTreeSet};

use super::{DeliveryRules, DeliveryTask, Effort, ProductEffort, TaskState, capacity, monday};
use crate::domain::arrange;
use crate::domain::behind::Behind;
use crate::domain::calendar::{Day, Span, working_days};
use crate::domain::id::{LeadId, ProductId};
use crate::domain::lead::Lead;
use crate::domain::money::{Money, share};
use crate::domain::pipeline::Outcome;
use crate::domain::product_line::ONE;
use crate::domain::settings::Settings;
use crate::domain::split::split;
use crate::domain::workspace::Workspace;

const DAYS_OF_WEEK: u64 = 7;

/// A week's load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekLoad {
    /// The Monday.
    pub monday: Day,
    /// The work of running projects and of won deals that are no project yet.
    pub firm: Effort,
    /// The work expected of deals that may close.
    pub likely: Effort,
    /// What the team can do; none where nobody has said.
    pub capacity: Option<Effort>,
}

impl WeekLoad {
    /// All that is promised.
    pub fn promised(&self) -> Effort {
        self.firm + self.likely
    }

    /// By how much more is promised than the team can do.
    pub fn excess(&self) -> Option<Effort> {
        let capacity = self.capacity?;
        (capacity < self.promised()).then(|| self.promised() - capacity)
    }
}

/// The work that an open deal brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Promise {
    /// The deal.
    pub lead: LeadId,
    /// All of the work, if it is won.
    pub whole: Effort,
    /// What is expected of it: the whole by the odds.
    pub likely: Effort,
    /// How the expected work lies over weeks.
    pub weeks: BTreeMap<Day, Effort>,
}

/// Work that is promised for certain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Firm {
    /// The task, or the deal that was won and is no project yet.
    pub of: Behind,
    /// How the work lies over weeks.
    pub weeks: BTreeMap<Day, Effort>,
}

/// What is promised in the weeks ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// The weeks, from the one that holds today.
    pub weeks: Vec<WeekLoad>,
    /// The tasks that are not done and the won deals that are no project yet.
    pub firm: Vec<Firm>,
    /// The open deals that bring work, whenever that is.
    pub promises: Vec<Promise>,
    /// Open deals without a day on which they close.
    pub undated: usize,
    /// Deals of which nobody can say how much work they bring.
    pub unsized_deals: usize,
    /// Deals with a product of which nobody can say so; the others of the deal count.
    pub partly_sized: usize,
    /// Tasks that are not done and have no days or no effort.
    pub vague_tasks: usize,
}

impl Load {
    /// What tasks and deals bring to a week for certain, and what open deals do by their odds.
    pub fn behind(&self, monday: Day) -> [Vec<(Behind, Effort)>; 2] {
        let firm = self.firm.iter().filter_map(|it| Some((it.of, *it.weeks.get(&monday)?)));
        let promises = self.promises.iter();
        let likely =
            promises.filter_map(|it| Some((Behind::Lead(it.lead), *it.weeks.get(&monday)?)));
        [firm.collect(), likely.collect()]
    }
}

/// The load of so many weeks; `odds` says how likely a deal is won, in thousandths.
pub fn load(workspace: &Workspace, today: Day, weeks: usize, odds: &dyn Fn(&Lead) -> i64) -> Load {
    let settings = workspace.settings();
    let rules = DeliveryRules::of(workspace);
    let mut load = Load::default();
    let is_open = |it: &DeliveryTask| it.state != TaskState::Done;
    for (id, task) in workspace.delivery_tasks.iter().filter(|(_, it)| is_open(it)) {
        let weeks = match task.span().filter(|_| task.effort != Effort::NONE) {
            Some(span) if span.last < today => BTreeMap::from([(monday(today), task.effort)]),
            Some(span) => over_weeks(task.effort, span, &settings),
            None => {
                load.vague_tasks += 1;
                continue;
            }
        };
        load.firm.push(Firm { of: Behind::Task(id), weeks });
    }
    let projects = projects(workspace);
    let is_won = |it: &Lead| it.outcome(workspace) == Outcome::Won;
    for (id, lead) in workspace.leads.iter().filter(|(_, it)| is_won(it)) {
        let span = lead.closes.map(|it| work_span(&rules, it)).filter(|it| today <= it.last);
        let Some(span) = span.filter(|_| !is_project(workspace, &projects, lead)) else { continue };
        let work = effort_of(workspace, &rules, lead);
        load.partly_sized += usize::from(work.is_partly);
        match work.effort {
            Some(whole) => {
                let weeks = over_weeks(whole, span, &settings);
                load.firm.push(Firm { of: Behind::Lead(id), weeks });
            }
            None => load.unsized_deals += 1,
        }
    }
    let open = |it: &&Lead| it.outcome(workspace) == Outcome::Open;
    for (id, lead) in workspace.leads.iter().filter(|(_, it)| open(it)) {
        let work = effort_of(workspace, &rules, lead);
        let Some(whole) = work.effort else {
            load.unsized_deals += 1;
            continue;
        };
        load.partly_sized += usize::from(work.is_partly);
        let Some(closes) = lead.closes else {
            load.undated += 1;
            continue;
        };
        let expected = whole.permille(odds(lead).clamp(0, 1000));
        let weeks = over_weeks(expected, work_span(&rules, closes.max(today)), &settings);
        load.promises.push(Promise { lead: id, whole, likely: expected, weeks });
    }
    let (mut firm, mut likely) = (BTreeMap::new(), BTreeMap::new());
    load.firm.iter().for_each(|it| add(&mut firm, &it.weeks));
    load.promises.iter().for_each(|it| add(&mut likely, &it.weeks));
    let first = monday(today);
    let of = |from: &BTreeMap<Day, Effort>, day| from.get(&day).copied().unwrap_or_default();
    load.weeks = (0..weeks as u64)
        .map(|place| first.plus(DAYS_OF_WEEK * place))
        .map(|monday| WeekLoad {
            monday,
            firm: of(&firm, monday),
            likely: of(&likely, monday),
            capacity: capacity(workspace, monday),
        })
        .collect();
    load
}

/// What projects of tasks are called, in small letters.
fn projects(workspace: &Workspace) -> BTreeSet<String> {
    let names = workspace.delivery_tasks.values().map(|it| it.project.trim().to_lowercase());
    names.filter(|it| !it.is_empty()).collect()
}

/// Whether tasks say what a deal's work is.
fn is_project(workspace: &Workspace, projects: &BTreeSet<String>, lead: &Lead) -> bool {
    let customer = workspace.customers.find(lead.customer).map_or("", |it| &it.name);
    let is_one = |name: &str| projects.contains(&name.trim().to_lowercase());
    is_one(&lead.name) || is_one(customer)
}

/// The work that a deal brings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// How much it is; none where nobody can say anything.
    pub effort: Option<Effort>,
    /// Whether a product of it is left out because nobody can say how much work that is.
    pub is_partly: bool,
}

/// How much work a deal brings: of each product what is said of it, as often as it is sold, or else
/// what its part of the amount does.
pub fn effort_of(workspace: &Workspace, rules: &DeliveryRules, lead: &Lead) -> Work {
    let by_amount = |amount: Option<Money>| {
        let (amount, per_day) = (amount?, rules.per_day?);
        let fits = amount.currency == per_day.currency && 0 < per_day.minor && 0 <= amount.minor;
        let minutes = share(amount.minor, Effort::DAY.minutes, per_day.minor);
        fits.then_some(Effort { minutes })
    };
    let of_product = |(product, part): (Option<ProductId>, Option<Money>)| {
        let id = product.map(ProductEffort::id_of);
        let said = id.and_then(|it| workspace.product_efforts.get(it)).map(|it| it.effort);
        let said =
            said.map(|it| Effort { minutes: share(it.minutes, quantity(lead, product), ONE) });
        said.or_else(|| by_amount(part))
    };
    let parts: Vec<Option<Effort>> = lead.shares().into_iter().map(of_product).collect();
    let known: Vec<Effort> = parts.iter().copied().flatten().collect();
    Work {
        is_partly: !known.is_empty() && known.len() < parts.len(),
        effort: (!known.is_empty()).then(|| known.into_iter().sum()),
    }
}

/// How many of a product are sold on a lead, in thousandths; one where it has no lines.
fn quantity(lead: &Lead, product: Option<ProductId>) -> i64 {
    let own = lead.lines.iter().filter(|it| Some(it.product) == product);
    let quantities: Vec<i64> = own.map(|it| it.quantity).collect();
    match quantities.is_empty() {
        true => ONE,
        false => quantities.iter().fold(0, |sum, it| sum.saturating_add(*it)),
    }
}

/// The days on which the work for a deal is done that closes on a day.
pub fn work_span(rules: &DeliveryRules, closes: Day) -> Span {
    let first = closes.plus(rules.lead_days().max(0).unsigned_abs());
    let days = rules.weeks().max(1).unsigned_abs() * DAYS_OF_WEEK;
    Span { first, last: first.plus(days - 1) }
}

/// Spreads work over the weeks of a span by their working days; over all days where none of them
/// is worked. The parts are the whole to the minute.
pub fn over_weeks(effort: Effort, span: Span, settings: &Settings) -> BTreeMap<Day, Effort> {
    let first = monday(span.first);
    let mondays = std::iter::successors(Some(first), |it| {
        let next = it.plus(DAYS_OF_WEEK);
        (*it < next && next <= span.last).then_some(next)
    });
    let mondays: Vec<Day> = mondays.collect();
    let within = |monday: &Day| Span {
        first: span.first.max(*monday),
        last: span.last.min(monday.plus(DAYS_OF_WEEK - 1)),
    };
    let mut weights: Vec<i64> =
        mondays.iter().map(|it| working_days(within(it), settings)).collect();
    if weights.iter().all(|it| *it == 0) {
        weights = mondays.iter().map(|it| within(it).days().count() as i64).collect();
    }
    let parts = split(effort.minutes, &weights).into_iter().map(|minutes| Effort { minutes });
    mondays.into_iter().zip(parts).filter(|(_, it)| *it != Effort::NONE).collect()
}

fn add(sums: &mut BTreeMap<Day, Effort>, parts: &BTreeMap<Day, Effort>) {
    for (day, part) in parts {
        let sum = sums.entry(*day).or_default();
        *sum = *sum + *part;
    }
}

/// What would mend a week in which too much is promised.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The fewest deals that would have to begin in another week, those that bring the most first,
    /// with what each brings to this one; none where that would not mend it.
    pub deals: Vec<(LeadId, Effort)>,
    /// What is too much even without them: running projects alone.
    pub beyond: Effort,
}

/// What would mend a week; none where no more is promised than the team can do.
pub fn mend(load: &Load, week: &WeekLoad) -> Option<Mend> {
    let mut left = week.excess()?;
    let brings = |it: &Promise| Some((it.lead, *it.weeks.get(&week.monday)?));
    let mut deals: Vec<(LeadId, Effort)> = load.promises.iter().filter_map(brings).collect();
    arrange::by_key(&mut deals, |(lead, effort)| (std::cmp::Reverse(*effort), *lead));
    let mut moved = Vec::new();
    for (lead, effort) in deals {
        if left <= Effort::NONE {
            break;
        }
        left = left - effort;
        moved.push((lead, effort));
    }
    let beyond = left.max(Effort::NONE);
    let deals = if beyond == Effort::NONE { moved } else { Vec::new() };
    Some(Mend { deals, beyond })
}

#[cfg(test)]
mod tests;
