//! Goals for indicators other than what is won: how much or how many, by whom, in which period.

use std::collections::BTreeSet;

use super::{Measure, Nature, Scope, Unit};
use crate::domain::calendar::{Period, Span, working_days};
use crate::domain::exact::Exact;
use crate::domain::goal::Bearer;
use crate::domain::id::IndicatorGoalId;
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;

record! {
    /// What an indicator is to reach.
    pub struct IndicatorGoal(IndicatorGoalId) {
        /// Who it is set for.
        bearer: Option<Bearer>,
        /// The period.
        period: Option<Period>,
        /// The indicator.
        measure: Option<Measure>,
        /// What is to be reached, where the indicator is an amount.
        amount: Option<Money>,
        /// What is to be reached in thousandths, where it is a number.
        thousandths: Option<i64>,
    }
}

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// An amount.
    Amount(Money),
    /// A number, in thousandths.
    Thousandths(i64),
}

impl IndicatorGoal {
    /// The id of a goal: the same on every tablet, so that two who set it merge into one.
    pub fn id_of(bearer: Bearer, period: Period, measure: Measure) -> IndicatorGoalId {
        IndicatorGoalId::of_key(&format!("indicator-goal/{measure}/{bearer}/{period}"))
    }

    /// What is to be reached; `None` where the record is incomplete.
    pub fn target(&self) -> Option<Target> {
        let amount = self.amount.map(Target::Amount);
        amount.or(self.thousandths.map(Target::Thousandths))
    }

    /// A goal.
    pub fn new(bearer: Bearer, period: Period, measure: Measure, target: Target) -> IndicatorGoal {
        let (amount, thousandths) = match target {
            Target::Amount(amount) => (Some(amount), None),
            Target::Thousandths(number) => (None, Some(number)),
        };
        let (bearer, period, measure) = (Some(bearer), Some(period), Some(measure));
        IndicatorGoal { bearer, period, measure, amount, thousandths }
    }
}

/// How far an indicator has come in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// What is to be reached: in minor units for an amount.
    pub target: Exact,
    /// What there is; `None` where there is no value.
    pub actual: Option<Exact>,
    /// What there should be by today; none for rates, which have no pace.
    pub expected: Option<Exact>,
    /// What must come on each working day left; none for rates, and where none is left.
    pub needed: Option<Exact>,
    /// The working days of the period, and how many of them are gone.
    pub days: (i64, i64),
}

impl Target {
    /// The number: minor units of an amount.
    pub fn exact(self) -> Option<Exact> {
        match self {
            Target::Amount(amount) => Some(Exact::whole(amount.minor.into())),
            Target::Thousandths(number) => Exact::new(number.into(), 1000),
        }
    }

    /// Whether it fits what an indicator measures.
    pub fn fits(self, unit: Unit) -> bool {
        matches!(self, Target::Amount(_)) == (unit == Unit::Money)
    }
}

impl Progress {
    /// How far a goal has come.
    pub fn new(
        workspace: &Workspace,
        scope: Scope,
        nature: Nature,
        target: Target,
        actual: Option<Exact>,
    ) -> Option<Progress> {
        let Scope { span, today } = scope;
        let settings = workspace.settings();
        let target = target.exact()?;
        let days = working_days(span, &settings);
        // Today counts once it is over.
        let gone = match today.minus(1) {
            ended if ended < span.first => 0,
            ended if span.last < ended => days,
            last => working_days(Span { first: span.first, last }, &settings),
        };
        let is_sum = nature == Nature::Sum;
        let part = Exact::new(gone.into(), days.into()).filter(|_| is_sum);
        let left = Exact::new(1, (days - gone).into()).filter(|_| is_sum && gone < days);
        let rest = actual.and_then(|it| target.minus(it));
        let rest = rest.map(|it| if it < Exact::ZERO { Exact::ZERO } else { it });
        Some(Progress {
            target,
            actual,
            expected: part.and_then(|it| target.times(it)),
            needed: left.and_then(|it| rest?.times(it)),
            days: (days, gone),
        })
    }

    /// How much of the target is reached, in thousandths; `None` without a value, and for a target
    /// of nothing.
    pub fn permille(&self) -> Option<i64> {
        let share = self.actual?.over(self.target)?;
        Some(share.times(Exact::whole(1000))?.rounded())
    }

    /// What there is less what should be: by today for sums, at all for rates.
    pub fn gap(&self) -> Option<Exact> {
        self.actual?.minus(self.expected.unwrap_or(self.target))
    }
}

/// The indicators that goals are set for in a period, in the order of their names as they are kept.
pub fn measures_in(workspace: &Workspace, period: Period) -> Vec<Measure> {
    let goals = workspace.indicator_goals.values().filter(|it| it.period == Some(period));
    let measures = goals.filter(|it| it.target().is_some()).filter_map(|it| it.measure);
    let measures: BTreeSet<Measure> = measures.collect();
    measures.into_iter().collect()
}
