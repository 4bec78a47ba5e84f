//! A replay that is worked out piece by piece, so that the page stays alive meanwhile, tells how far
//! it is, and can be stopped.

use std::collections::{BTreeMap, BTreeSet};

use super::closed::{in_fact, worked};
use super::span::{usual_end, won};
use super::{BY, ReplayView, SIZES};
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::commission::cycle::{Cycle, Turn};
use crate::domain::commission::gather::{Gathered, WithQuota};
use crate::domain::commission::kept::PayPlan;
use crate::domain::commission::making::{Making, QuotaMaking};
use crate::domain::commission::near::near_steps;
use crate::domain::commission::{CannotPay, Facts, Paid, Plan};
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::money::{Money, share};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::format;
use crate::present::pay::findings::{CurveView, usual};
use crate::present::pay::read;

/// A replay on its way. It is given the same workspace each time; where that changes meanwhile it is
/// begun anew.
pub struct Working {
    lang: Lang,
    found: Found,
    /// The published plans, each with its first and its last period.
    others: Vec<Other>,
    step: Step,
    error: Option<CannotPay>,
}

/// A published plan that pays in the same time; the one that is replayed is one of them where it is
/// published.
struct Other {
    id: PayPlanId,
    known: PayPlan,
    plan: Plan,
    within: (Period, Period),
}

/// What is known so far.
pub(super) struct Found {
    pub(super) id: PayPlanId,
    pub(super) known: PayPlan,
    /// The plan as it is replayed.
    pub(super) plan: Plan,
    /// The first and the last period.
    pub(super) within: (Period, Period),
    /// The periods in which those whom it pays have won something, also outside of that time.
    pub(super) won: BTreeSet<Period>,
    /// Whether no published plan pays any of them in that time.
    pub(super) is_alone: bool,
    /// What the plan would have paid.
    pub(super) then: BTreeMap<PersonId, i64>,
    /// What published ones did.
    pub(super) now: BTreeMap<PersonId, i64>,
    /// How many closed statements of those whom the plan pays are in that.
    pub(super) closed: usize,
    /// What it would have paid with smaller deals, and with larger ones.
    pub(super) other: [Option<BTreeMap<PersonId, i64>>; 2],
    /// Who stood just below a step in which period.
    pub(super) near: Vec<(PersonId, Turn)>,
    /// Who is left out for want of a quota.
    pub(super) left_out: Vec<(PersonId, Turn)>,
    /// What people would do by it.
    pub(super) cliffs: Vec<String>,
}

/// What is done next.
enum Step {
    /// The plan itself is paid.
    Own(Box<QuotaMaking>),
    /// One of the published plans is.
    Other(usize, Option<Box<QuotaMaking>>, Box<Gathered>),
    /// The plan is paid again for deals of another size: the place of that size.
    Sized(usize, Box<Making>, Box<Gathered>),
    /// It is looked at what people would do by it.
    Curve,
    /// Everything is there.
    Done,
}

impl Working {
    /// Begins the replay of a plan over the year that ends with a period, or else with the last one in
    /// which something was won; none where the plan is not there or cannot be read.
    pub fn begin(
        workspace: &Workspace,
        lang: Lang,
        id: PayPlanId,
        (today, until): (Day, Option<Period>),
    ) -> Option<Working> {
        let known = workspace.pay_plans.get(id)?.clone();
        let plan = read(&known)?;
        let won = won(workspace, (&known, &plan));
        let until = until.filter(|it| plan.cycle.has(Turn(Some(*it))));
        let last = until.or_else(|| usual_end(&won, &plan, today))?;
        let within = (year_until(&plan, last), last);
        let from = within.0.span(FiscalStart::new(plan.year_starts))?.first;
        let plan = match known.published {
            // What it owed, kept back and counted before is a part of what it pays.
            Some(_) => Plan { from: plan.from.map(|it| it.min(from)), until: None, ..plan },
            None => Plan { from: Some(from), until: None, signed_from: None, ..plan },
        };
        let own = QuotaMaking::begin(workspace, (&plan, &known.people), within.1);
        let others = others(workspace, &plan, within);
        let (then, now) = (BTreeMap::new(), BTreeMap::new());
        let (other, near, left_out, cliffs) = ([None, None], Vec::new(), Vec::new(), Vec::new());
        let pays_same = |it: &Other| {
            it.known.people.iter().any(|it| known.people.contains(it))
                && holds_within(&it.plan, it.within)
        };
        let is_alone = !others.iter().any(pays_same);
        let found = Found {
            id,
            known,
            plan,
            within,
            won,
            is_alone,
            then,
            now,
            closed: 0,
            other,
            near,
            left_out,
            cliffs,
        };
        Some(Working { lang, found, others, step: Step::Own(Box::new(own)), error: None })
    }

    /// Works on by a piece; whether everything is there to finish it.
    pub fn advance(&mut self, workspace: &Workspace) -> bool {
        let step = std::mem::replace(&mut self.step, Step::Done);
        match self.next(workspace, step) {
            Ok(step) => self.step = step,
            Err(why) => self.error = Some(why),
        }
        matches!(self.step, Step::Done)
    }

    fn next(&mut self, workspace: &Workspace, step: Step) -> Result<Step, CannotPay> {
        let found = &mut self.found;
        Ok(match step {
            Step::Own(mut making) => match making.advance().transpose()? {
                None => Step::Own(making),
                Some(WithQuota { gathered, paid, left_out }) => {
                    found.then = sums(&gathered, &paid, found.within);
                    found.left_out = left_out;
                    Step::Other(0, None, Box::new(gathered))
                }
            },
            Step::Other(place, making, gathered) => {
                let Some(Other { id, known, plan, within }) = self.others.get(place) else {
                    return Ok(sized(found, 0, gathered));
                };
                let Some(mut making) = making else {
                    let making = QuotaMaking::begin(workspace, (plan, &known.people), within.1);
                    return Ok(Step::Other(place, Some(Box::new(making)), gathered));
                };
                let Some(done) = making.advance().transpose()? else {
                    return Ok(Step::Other(place, Some(making), gathered));
                };
                found.left_out.extend(done.left_out);
                let worked = worked(&done.gathered, &done.paid, *within);
                let all = plan.cycle.all(Turn(Some(within.0)), Turn(Some(within.1)), plan.start());
                let all: Vec<Period> = all.into_iter().filter_map(|it| it.0).collect();
                for person in &known.people {
                    let paid = in_fact(workspace, (*id, *person), (&all, &worked));
                    *found.now.entry(*person).or_default() += paid.sum;
                    let is_told = found.known.people.contains(person);
                    found.closed += if is_told { paid.closed } else { 0 };
                }
                Step::Other(place + 1, None, gathered)
            }
            Step::Sized(place, mut making, gathered) => match making.advance() {
                None => Step::Sized(place, making, gathered),
                Some(paid) => {
                    found.other[place] = paid.ok().map(|it| sums(&gathered, &it, found.within));
                    if place + 1 < SIZES.len() {
                        return Ok(sized(found, place + 1, gathered));
                    }
                    found.near = near(found, &gathered);
                    Step::Curve
                }
            },
            Step::Curve => {
                let curve = CurveView::new(self.lang, &found.plan, usual(workspace, &found.plan));
                let findings = curve.map(|it| it.findings).unwrap_or_default();
                found.cliffs = findings.into_iter().map(|it| it.words).collect();
                Step::Done
            }
            Step::Done => Step::Done,
        })
    }

    /// How far it is, 0 to 1.
    pub fn share(&self) -> f64 {
        let all = (self.others.len() + 1 + SIZES.len()) as f64;
        let done = match &self.step {
            Step::Own(making) => making.share(),
            Step::Other(place, making, _) => {
                1.0 + *place as f64 + making.as_ref().map_or(0.0, |it| it.share())
            }
            Step::Sized(place, making, _) => {
                (self.others.len() + 1 + place) as f64 + making.share()
            }
            Step::Curve | Step::Done => all,
        };
        done / all
    }

    /// The replay, once everything is there.
    pub fn finish(self, workspace: &Workspace) -> ReplayView {
        let lang = self.lang;
        let Some(why) = self.error else { return ReplayView::of(workspace, lang, self.found) };
        let period = |it: Turn| it.0.map(|it| format::period(lang, it)).unwrap_or_default();
        let title = lang.replay_title(&self.found.known.name);
        ReplayView { title, error: Some(lang.cannot_pay(&why, period)), ..ReplayView::default() }
    }
}

/// The first of the periods that make a year with the last of them.
fn year_until(plan: &Plan, last: Period) -> Period {
    (1..plan.cycle.a_year()).fold(last, |it, _| it.previous())
}

/// Whether a plan holds on a day of some periods.
fn holds_within(plan: &Plan, (first, last): (Period, Period)) -> bool {
    let start = plan.start();
    let Some((first, last)) = first.span(start).zip(last.span(start)) else { return false };
    plan.from.is_none_or(|it| it <= last.last) && plan.until.is_none_or(|it| first.first <= it)
}

/// What people were paid in some periods, by person.
fn sums(gathered: &Gathered, paid: &Paid, within: (Period, Period)) -> BTreeMap<PersonId, i64> {
    let mut sums = BTreeMap::new();
    for ((person, _), paid) in worked(gathered, paid, within) {
        *sums.entry(person).or_insert(0_i64) += paid;
    }
    sums
}

/// The published plans that can be compared, each with the first and the last of its periods in the
/// same time.
fn others(workspace: &Workspace, like: &Plan, within: (Period, Period)) -> Vec<Other> {
    let start = FiscalStart::new(like.year_starts);
    let Some((first, last)) = within.0.span(start).zip(within.1.span(start)) else {
        return Vec::new();
    };
    let all = workspace.pay_plans.iter();
    let published = all.filter(|(_, it)| it.published.is_some());
    let compared = |(id, known): (PayPlanId, &PayPlan)| {
        let plan = read(known)?;
        if plan.cycle == Cycle::Once || plan.currency != like.currency {
            return None;
        }
        let within = plan.period_of(first.first).zip(plan.period_of(last.last))?;
        Some(Other { id, known: known.clone(), plan, within })
    };
    published.filter_map(compared).collect()
}

/// The plan is paid for deals of another size.
fn sized(found: &Found, place: usize, gathered: Box<Gathered>) -> Step {
    let facts = resized(&gathered.facts, SIZES[place]);
    Step::Sized(place, Box::new(Making::begin(found.plan.clone(), facts)), gathered)
}

/// Who stood just below a step, where a plan has any.
fn near(found: &Found, gathered: &Gathered) -> Vec<(PersonId, Turn)> {
    let (first, last) = found.within;
    let is_within = |turn: Turn| turn.0.is_some_and(|it| first <= it && it <= last);
    let all = near_steps(&found.plan, &gathered.facts, (&is_within, BY)).unwrap_or_default();
    all.into_iter().map(|it| (gathered.people[it.member], it.turn)).collect()
}

/// What happened, with every deal so many percent of its size.
fn resized(facts: &Facts, percent: i64) -> Facts {
    let mut facts = facts.clone();
    for deal in &mut facts.deals {
        let resized = |minor: i64| share(minor, percent, 100);
        deal.amount = deal.amount.map(|it| Money::new(resized(it.minor), it.currency));
        deal.margin = deal.margin.map(resized);
        for line in &mut deal.lines {
            line.amount = resized(line.amount);
            line.margin = line.margin.map(resized);
        }
    }
    facts
}
