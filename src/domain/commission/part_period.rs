//! Periods of which a plan runs for a part only, because it begins or ends in the middle of them: what
//! becomes of their quotas, and whether they may still be cut to the days.

use super::Plan;
use super::cycle::{Cycle, Turn};
use super::gather::{quotas_alone, quotas_of};
use super::kept::{PayPlan, PaySlip};
use super::measure::Stage;
use super::plan::{Axis, Measure, Over, Pays, Price};
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::exact::Exact;
use crate::domain::id::PayPlanId;
use crate::domain::workspace::Workspace;

/// A period of which a plan runs for a part only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartPeriod {
    /// The period.
    pub period: Period,
    /// On how many of its days the plan runs.
    pub runs: i64,
    /// How many days it has.
    pub of: i64,
    /// The quotas of those who are paid, in minor units: whole, and cut to the days; none where the
    /// plan does not go by them.
    pub quotas: Option<(i64, i64)>,
    /// Whether something is due in it that goes neither by deals nor by quotas.
    pub has_fixed: bool,
}

/// The first and the last period of a plan, as far as it runs for a part of them only, and as far as
/// that makes a difference to anything.
pub fn part_periods(workspace: &Workspace, (known, plan): (&PayPlan, &Plan)) -> Vec<PartPeriod> {
    let period = |it: Day| plan.period_of(it);
    let (first, last) = (plan.from.and_then(period), plan.until.and_then(period));
    let mut all: Vec<Period> = first.into_iter().chain(last).collect();
    all.dedup();
    all.into_iter().filter_map(|it| part(workspace, (known, plan), it)).collect()
}

fn part(
    workspace: &Workspace,
    (known, plan): (&PayPlan, &Plan),
    period: Period,
) -> Option<PartPeriod> {
    let Span { first, last } = period.span(plan.start())?;
    let (begins, ends) = (plan.from.max(Some(first))?, plan.until.map_or(last, |it| it.min(last)));
    let (runs, of) = (ends.days_since(begins) + 1, last.days_since(first) + 1);
    let quotas = plan.goes_by_quotas().then(|| quotas(workspace, (known, plan), period)).flatten();
    let has_fixed = plan.has_fixed();
    let makes_a_difference = runs < of && (quotas.is_some() || has_fixed);
    makes_a_difference.then_some(PartPeriod { period, runs, of, quotas, has_fixed })
}

/// The sums of quotas of those whom a plan pays, whole and cut to the days.
fn quotas(
    workspace: &Workspace,
    (known, plan): (&PayPlan, &Plan),
    period: Period,
) -> Option<(i64, i64)> {
    let facts = quotas_alone(workspace, (plan, &known.people), period);
    let sum = |prorated: bool| {
        let plan = Plan { prorated, ..plan.clone() };
        let stage = Stage::new(&plan, &facts).ok()?;
        let of = |member: usize| stage.own_quota(member, Turn(Some(period)));
        let all = (0..facts.members.len()).filter(|it| stage.is_due(*it, 0, None)).filter_map(of);
        all.map(Exact::rounded).reduce(i64::saturating_add)
    };
    sum(false).zip(sum(true))
}

/// A year of which a plan runs for a part only, and which it measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartYear {
    /// The year.
    pub year: Period,
    /// On how many of its days the plan runs.
    pub runs: i64,
    /// How many days it has.
    pub of: i64,
    /// The day on which the plan begins, where nothing of the year before it is measured: neither what
    /// was sold nor what was asked.
    pub begins: Option<Day>,
    /// Where the plan ends within the year and measures against all of it: the quotas of the year, and
    /// those until the plan ends alone, of those who are paid, in minor units.
    pub quotas: Option<(i64, i64)>,
}

/// The first and the last year of a plan, as far as it runs for a part of them only and measures how
/// much of a quota was reached over the year. Quotas of a year are whole also where the plan is cut
/// to the days: what was closed before it ended stays as it was.
pub fn part_years(workspace: &Workspace, (known, plan): (&PayPlan, &Plan)) -> Vec<PartYear> {
    let over = |over: Over| plan.measures().any(|it| it.axis.is_none() && it.over == over);
    let is_whole = over(Over::Year);
    let has_years = plan.cycle != Cycle::Once && plan.cycle != Cycle::Year;
    if !has_years || !is_whole && !over(Over::YearToDate) {
        return Vec::new();
    }
    let year = |it: Day| plan.start().year_of(it);
    let mut all: Vec<Period> =
        plan.from.map(year).into_iter().chain(plan.until.map(year)).collect();
    all.dedup();
    let part = |year: Period| {
        let Span { first, last } = year.span(plan.start())?;
        let (begins, ends) =
            (plan.from.max(Some(first))?, plan.until.map_or(last, |it| it.min(last)));
        let is_late = first < begins && known.follows.is_none();
        let quotas = (is_whole && ends < last).then(|| {
            let first = if is_late { begins } else { first };
            year_quotas(workspace, (known, plan), Span { first, last }, ends)
        });
        let (runs, of) = (ends.days_since(begins) + 1, last.days_since(first) + 1);
        let (begins, quotas) = (is_late.then_some(begins), quotas.flatten());
        (begins.is_some() || quotas.is_some()).then_some(PartYear {
            year,
            runs,
            of,
            begins,
            quotas,
        })
    };
    all.into_iter().filter_map(part).collect()
}

/// The sums of quotas of those whom a plan pays: of a year, and of it until a day.
fn year_quotas(
    workspace: &Workspace,
    (known, plan): (&PayPlan, &Plan),
    year: Span,
    until: Day,
) -> Option<(i64, i64)> {
    let turn = |it: Day| plan.cycle.turn_of(it, plan.start());
    let all = plan.cycle.all(turn(year.first), turn(year.last), plan.start());
    let facts = quotas_of(workspace, (plan, &known.people), &all);
    let stage = Stage::new(plan, &facts).ok()?;
    let at = all.iter().position(|it| *it == turn(until))?;
    let sum = |over: Over| {
        let of = |member: usize| stage.quota_of(member, at, over).ok().flatten();
        let all = (0..facts.members.len()).filter_map(of);
        all.map(Exact::rounded).reduce(i64::saturating_add)
    };
    sum(Over::Year).zip(sum(Over::YearToDate)).filter(|(whole, until)| whole != until)
}

/// Whether a plan can be cut to the days without changing any statement that was closed by it: no
/// period that is closed was one of which the plan, a part of it, or somebody was there for a part
/// only, and none is measured against the quota of a year that would become smaller.
pub fn can_be_cut(workspace: &Workspace, id: PayPlanId, plan: &Plan) -> bool {
    let slips = workspace.pay_slips.values().filter(|it: &&PaySlip| it.plan == Some(id));
    let closed: Vec<Span> = slips.filter_map(|it| it.period?.span(plan.start())).collect();
    if closed.is_empty() {
        return true;
    }
    let parts = plan.components.iter().map(|it| (it.only.from, it.only.until));
    let people = workspace.people.iter().map(|(_, it)| (it.started, it.left));
    let days: Vec<_> = parts.chain(people).chain([(plan.from, plan.until)]).collect();
    let is_whole = |span: &Span| {
        let begins = |day: Day| span.first < day && day <= span.last;
        let ends = |day: Day| span.first <= day && day < span.last;
        days.iter().all(|(first, last)| !first.is_some_and(begins) && !last.is_some_and(ends))
    };
    let over_years = plan.measures().any(|it| it.axis.is_none() && it.over == Over::Year);
    !over_years && closed.iter().all(is_whole)
}

impl Plan {
    /// All that it measures.
    fn measures(&self) -> impl Iterator<Item = Measure> {
        self.components.iter().flat_map(|it| {
            let earning = it.pays.earning();
            let tiers = earning.and_then(|it| it.tiers.as_ref()).map(|it| it.measure);
            let threshold = earning.and_then(|it| it.threshold).map(|it| it.measure);
            let bonus = match &it.pays {
                Pays::Bonus(bonus) => Some(bonus.measure),
                _ => None,
            };
            [tiers, threshold, bonus].into_iter().flatten()
        })
    }

    /// Whether anything that it pays goes by quotas.
    pub(crate) fn goes_by_quotas(&self) -> bool {
        let by_target = |it: &super::plan::Earning| matches!(it.price, Some(Price::Target(_)));
        self.measures().any(|it| it.axis.is_none())
            || self.components.iter().any(|it| it.pays.earning().is_some_and(by_target))
    }

    /// Whether a period can end below nothing without anybody having been advanced anything.
    pub(crate) fn can_end_below_nothing(&self) -> bool {
        // A deal may lose.
        let by_margin = |it: &super::plan::Earning| it.base == Axis::Margin;
        self.clawback.is_some()
            || self.measures().any(|it| it.over == Over::YearToDate)
            || self.components.iter().any(|it| it.pays.earning().is_some_and(by_margin))
    }

    /// Whether it pays anything that goes by periods and not by deals, and is cut with them.
    fn has_fixed(&self) -> bool {
        let has_floor = |it: &super::plan::Component| match &it.pays {
            Pays::Bonus(bonus) => !bonus.measure.over.is_over_year(),
            other => other.earning().is_some_and(|it| it.floor.is_some()),
        };
        self.salary != 0
            || self.floor.is_some()
            || self.guarantee.is_some()
            || self.draw.is_some()
            || self.components.iter().any(has_floor)
    }
}
