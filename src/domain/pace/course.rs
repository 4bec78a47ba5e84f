//! The course of a period: what of a quota should be won by the end of which day.
//!
//! A period lies in steps, each with a weight, and within a step every working day counts alike:
//! - where the quotas of its months or quarters are known and add up to the quota, they are the
//!   steps, and the days of finished steps count with exactly their quotas;
//! - otherwise, where the team has won for two whole years or more before the fiscal year, its
//!   months are the steps and weigh what those months of up to three such years brought;
//! - otherwise the period is one step.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::domain::calendar::{Day, Period, Span, working_days};
use crate::domain::goal::{Bearer, Goal};
use crate::domain::money::{Currency, Money, share};
use crate::domain::pipeline::Outcome;
use crate::domain::quota::{Cell, Kept, Row, planned, year_of};
use crate::domain::rates::Rates;
use crate::domain::settings::Settings;
use crate::domain::workspace::Workspace;

/// What a course goes by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The quotas of the months, in each its working days.
    Months,
    /// The quotas of the quarters, in each its working days.
    Quarters,
    /// What the months of so many earlier years brought, in each its working days.
    Season(usize),
    /// Working days alone.
    WorkingDays,
}

/// The fewest whole years that say what the season is.
const FEWEST_YEARS: usize = 2;
/// Years further back than these are not asked.
const MOST_YEARS: usize = 3;

/// A stretch of a period that has a weight of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    span: Span,
    weight: i64,
    days: i64,
}

/// What of a quota should be won by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// What it goes by.
    pub basis: Basis,
    steps: Vec<Step>,
}

/// How far a course is by the end of a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// What the steps that are over come to, in minor units.
    pub before: i64,
    /// What the step that is running comes to.
    pub running: i64,
    /// The working days of the running step that are over.
    pub gone: i64,
    /// The working days of the running step.
    pub days: i64,
}

impl Reached {
    /// What should be won: before + running × gone ÷ days.
    pub fn expected(self) -> i64 {
        self.before.saturating_add(share(self.running, self.gone, self.days))
    }
}

impl Course {
    /// Every working day of a span counts alike.
    pub fn plain(span: Span, settings: &Settings) -> Course {
        Course::new(Basis::WorkingDays, [(span, 1)], settings)
    }

    /// The course of what a row of a grid is to win: its months in the grid are the steps. `None`
    /// outside the calendar.
    pub fn of_row(kept: &Kept, row: Row, period: Period, settings: &Settings) -> Option<Course> {
        let start = settings.fiscal_start();
        let amount = |period| kept.grid.amount(Cell { row, period });
        let months = months_of(period, settings);
        if months.len() < 2 || amount(period) <= 0 {
            return Some(Course::plain(period.span(start)?, settings));
        }
        let step = |month: &Period| Some((month.span(start)?, amount(*month)));
        let steps = months.iter().map(step).collect::<Option<Vec<(Span, i64)>>>()?;
        Some(Course::new(Basis::Months, steps, settings))
    }

    fn new(
        basis: Basis,
        steps: impl IntoIterator<Item = (Span, i64)>,
        settings: &Settings,
    ) -> Course {
        let step = |(span, weight)| Step { span, weight, days: working_days(span, settings) };
        Course { basis, steps: steps.into_iter().map(step).collect() }
    }

    /// The working days of the period.
    pub fn days(&self) -> i64 {
        self.steps.iter().map(|it| it.days).sum()
    }

    /// How many of them are over at the end of a day.
    pub fn days_gone(&self, day: Day, settings: &Settings) -> i64 {
        self.steps.iter().map(|it| it.gone(day, settings)).sum()
    }

    /// How much of a quota should be won by the end of a day. At the end of the period that is
    /// all of it, to the minor unit.
    pub fn reached(&self, quota: i64, day: Day, settings: &Settings) -> Reached {
        let total = self.total();
        let (mut weight, mut before) = (0_i64, 0_i64);
        for step in &self.steps {
            weight = weight.saturating_add(step.weight);
            let after = share(quota, weight, total);
            if day < step.span.last {
                let gone = step.gone(day, settings);
                return Reached { before, running: after - before, gone, days: step.days };
            }
            before = after;
        }
        Reached { before, ..Reached::default() }
    }

    fn total(&self) -> i64 {
        self.steps.iter().fold(0, |sum: i64, it| sum.saturating_add(it.weight))
    }
}

impl Step {
    fn gone(&self, day: Day, settings: &Settings) -> i64 {
        match day {
            day if day < self.span.first => 0,
            day if self.span.last <= day => self.days,
            last => working_days(Span { first: self.span.first, last }, settings),
        }
    }
}

/// The courses of everybody's quotas in a period.
pub struct Courses<'a> {
    workspace: &'a Workspace,
    settings: Settings,
    period: Period,
    rates: Rates,
    span: Span,
    planned: Option<Kept>,
    /// The course where no finer quotas are known, once it is asked for: it looks at all that was
    /// ever won.
    usual: OnceCell<Course>,
}

impl<'a> Courses<'a> {
    /// The courses of a period; `None` outside the calendar.
    pub fn new(workspace: &'a Workspace, period: Period, rates: &Rates) -> Option<Courses<'a>> {
        let settings = workspace.settings();
        let span = period.span(settings.fiscal_start())?;
        let (planned, rates) = (planned(workspace, period), rates.clone());
        let usual = OnceCell::new();
        Some(Courses { workspace, settings, period, rates, span, planned, usual })
    }

    /// The quotas of the year, where they are planned by person and month.
    pub fn planned(&self) -> Option<&Kept> {
        self.planned.as_ref()
    }

    /// The course of a bearer's quota.
    pub fn of(&self, bearer: Bearer, quota: Money) -> Course {
        let finer = [(Basis::Months, self.months()), (Basis::Quarters, self.quarters())];
        let course = |(basis, parts): (Basis, Vec<Period>)| self.by(basis, &parts, bearer, quota);
        finer.into_iter().find_map(course).unwrap_or_else(|| self.usual().clone())
    }

    fn usual(&self) -> &Course {
        let season = || season(self.workspace, &self.settings, self.period, &self.rates);
        let plain = || Course::plain(self.span, &self.settings);
        self.usual.get_or_init(|| season().unwrap_or_else(plain))
    }

    /// The course by the quotas of shorter periods, where each has one and they are the quota.
    fn by(&self, basis: Basis, parts: &[Period], bearer: Bearer, quota: Money) -> Option<Course> {
        if parts.len() < 2 || quota.minor <= 0 {
            return None;
        }
        let start = self.settings.fiscal_start();
        let step =
            |part: &Period| Some((part.span(start)?, self.amount(bearer, *part, quota.currency)?));
        let steps = parts.iter().map(step).collect::<Option<Vec<(Span, i64)>>>()?;
        let sum = steps.iter().fold(0_i64, |sum, (_, it)| sum.saturating_add(*it));
        (sum == quota.minor).then(|| Course::new(basis, steps, &self.settings))
    }

    /// What a bearer is to win in a shorter period: what is set, otherwise the sum below.
    fn amount(&self, bearer: Bearer, period: Period, currency: Currency) -> Option<i64> {
        if let Some(kept) = &self.planned {
            return (kept.currency == currency).then(|| kept.grid.amount(Cell::of(bearer, period)));
        }
        let goal = self.workspace.goals.get(Goal::id_of(bearer, period));
        if let Some(quota) = goal.and_then(|it| it.quota) {
            return (quota.currency == currency).then_some(quota.minor);
        }
        let known = |team: Option<_>| team.filter(|it| self.workspace.teams.has(*it));
        let people = |team| {
            let own = self.workspace.people.iter().filter(move |(_, it)| known(it.team) == team);
            own.map(|(id, _)| Bearer::Person(id))
        };
        let below: Vec<Bearer> = match bearer {
            Bearer::Person(_) => return None,
            Bearer::Team(id) => people(Some(id)).collect(),
            Bearer::Company => {
                let teams = self.workspace.teams.iter().map(|(id, _)| Bearer::Team(id));
                teams.chain(people(None)).collect()
            }
        };
        let amounts: Vec<i64> =
            below.into_iter().filter_map(|it| self.amount(it, period, currency)).collect();
        (!amounts.is_empty()).then(|| amounts.iter().fold(0_i64, |sum, it| sum.saturating_add(*it)))
    }

    fn months(&self) -> Vec<Period> {
        months_of(self.period, &self.settings)
    }

    fn quarters(&self) -> Vec<Period> {
        match self.period {
            Period::Year(year) => (1..=4).map(|it| Period::Quarter(year, it)).collect(),
            Period::Quarter(..) | Period::Month(..) => Vec::new(),
        }
    }
}

/// The months of a period, in order.
fn months_of(period: Period, settings: &Settings) -> Vec<Period> {
    let Some(span) = period.span(settings.fiscal_start()) else { return Vec::new() };
    let first = Period::Month(span.first.year(), span.first.month());
    let is_in = |it: &Period| {
        it.span(settings.fiscal_start()).is_some_and(|month| month.first <= span.last)
    };
    std::iter::successors(Some(first), |it| Some(it.next())).take_while(is_in).collect()
}

/// The course by the months of earlier years; `None` for a month, where fewer than two whole years
/// are known, and where nothing was won in these months.
fn season(
    workspace: &Workspace,
    settings: &Settings,
    period: Period,
    rates: &Rates,
) -> Option<Course> {
    let months = months_of(period, settings);
    if months.len() < 2 {
        return None;
    }
    let start = settings.fiscal_start();
    let mut won: BTreeMap<Period, i64> = BTreeMap::new();
    for lead in workspace.leads.values() {
        let (Some(closed), Some(amount)) = (lead.closes, lead.amount) else { continue };
        if lead.outcome(workspace) != Outcome::Won {
            continue;
        }
        if let Some(amount) = rates.convert(amount) {
            let sum = won.entry(Period::Month(closed.year(), closed.month())).or_default();
            *sum = sum.saturating_add(amount.minor);
        }
    }
    let begun = won.keys().filter_map(|it| it.span(start)).map(|it| it.first).min()?;
    let year = year_of(period, start)?;
    let back = (1..=MOST_YEARS as i32)
        .filter(|back| Period::Year(year - back).span(start).is_some_and(|it| begun <= it.first));
    let years: Vec<i32> = back.collect();
    if years.len() < FEWEST_YEARS {
        return None;
    }
    let weight = |month: &Period| match month {
        Period::Month(year, month) => {
            let of_year = |back: &i32| won.get(&Period::Month(year - back, *month));
            let all = years.iter().filter_map(of_year);
            all.fold(0_i64, |sum, it| sum.saturating_add(*it)).max(0)
        }
        Period::Year(_) | Period::Quarter(..) => 0,
    };
    let steps: Vec<(Span, i64)> =
        months.iter().filter_map(|it| Some((it.span(start)?, weight(it)))).collect();
    let is_known = steps.iter().any(|(_, weight)| *weight != 0);
    is_known.then(|| Course::new(Basis::Season(years.len()), steps, settings))
}

#[cfg(test)]
mod tests;
