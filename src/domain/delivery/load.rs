//! What was promised for each week against what the team can do in it.
//!
//! The work of a task is spread over the working days of its span, so a week takes its share of
//! them; the parts add up to the whole to the minute (the method of the largest remainder). An
//! open deal brings its work with the odds that it is won: so much is expected of it on average,
//! from as many days after it closes as the work takes to begin, over as many weeks as it lasts.

use std::collections::BTreeMap;

use super::{DeliveryRules, Effort, ProductEffort, TaskState, capacity, monday};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Span, working_days};
use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::domain::money::share;
use crate::domain::pipeline::Outcome;
use crate::domain::settings::Settings;
use crate::domain::split::split;
use crate::domain::workspace::Workspace;

const DAYS_OF_WEEK: u64 = 7;

/// A week's load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WeekLoad {
    /// The Monday.
    pub monday: Day,
    /// The work of running projects.
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

/// What is promised in the weeks ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// The weeks, from the one that holds today.
    pub weeks: Vec<WeekLoad>,
    /// The open deals that bring work, whenever that is.
    pub promises: Vec<Promise>,
    /// Open deals without a day on which they close.
    pub undated: usize,
    /// Open deals of which nobody can say how much work they bring.
    pub unsized_deals: usize,
    /// Tasks that are not done and have no days or no effort.
    pub vague_tasks: usize,
}

/// The load of so many weeks; `odds` says how likely a deal is won, in thousandths.
pub fn load(workspace: &Workspace, today: Day, weeks: usize, odds: &dyn Fn(&Lead) -> i64) -> Load {
    let settings = workspace.settings();
    let rules = DeliveryRules::of(workspace);
    let mut load = Load::default();
    let mut firm: BTreeMap<Day, Effort> = BTreeMap::new();
    for task in workspace.delivery_tasks.values().filter(|it| it.state != TaskState::Done) {
        match task.span().filter(|_| task.effort != Effort::NONE) {
            Some(span) => add(&mut firm, &over_weeks(task.effort, span, &settings)),
            None => load.vague_tasks += 1,
        }
    }
    let mut likely: BTreeMap<Day, Effort> = BTreeMap::new();
    let open = |it: &&Lead| it.outcome(workspace) == Outcome::Open;
    for (id, lead) in workspace.leads.iter().filter(|(_, it)| open(it)) {
        let Some(whole) = effort_of(workspace, &rules, lead) else {
            load.unsized_deals += 1;
            continue;
        };
        let Some(closes) = lead.closes else {
            load.undated += 1;
            continue;
        };
        let expected = whole.permille(odds(lead).clamp(0, 1000));
        let weeks = over_weeks(expected, work_span(&rules, closes.max(today)), &settings);
        add(&mut likely, &weeks);
        load.promises.push(Promise { lead: id, whole, likely: expected, weeks });
    }
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

/// How much work a deal brings: what its products say, or else what its amount does; none where
/// neither can be said.
pub fn effort_of(workspace: &Workspace, rules: &DeliveryRules, lead: &Lead) -> Option<Effort> {
    let efforts = &workspace.product_efforts;
    let products = lead.products().into_iter();
    let typed: Vec<Effort> = products
        .filter_map(|it| efforts.get(ProductEffort::id_of(it)))
        .map(|it| it.effort)
        .collect();
    if !typed.is_empty() {
        let minutes = typed.iter().fold(0_i64, |sum, it| sum.saturating_add(it.minutes));
        return Some(Effort { minutes });
    }
    let (amount, per_day) = (lead.amount?, rules.per_day?);
    let fits = amount.currency == per_day.currency && 0 < per_day.minor && 0 <= amount.minor;
    let minutes = share(amount.minor, Effort::DAY.minutes, per_day.minor);
    fits.then_some(Effort { minutes })
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
