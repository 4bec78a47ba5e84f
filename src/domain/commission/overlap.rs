//! Where two plans pay the same person for the same deals in the same time.
//!
//! Extra rewards, pools, and what somebody gets for the deals of a team beside their own are meant
//! to add up, so they are never told. Two commissions on the same deals, two bonuses for the same
//! achievement, two salaries, advances or guarantees are. Days are taken one stretch after the
//! other, between all days on which something of the two plans begins or ends, so that within a
//! stretch nothing changes.

use super::follow::versions;
use super::kept::PayPlan;
use super::plan::{Component, Measured, Pays, Whose};
use super::{Plan, format};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::people::Person;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Workspace;

/// What a plan and another one both pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The other plan.
    pub other: PayPlanId,
    /// Whom both pay.
    pub people: Vec<PersonId>,
    /// The first day on which they do; none where both always did.
    pub first: Option<Day>,
    /// The last such day; none where neither ends.
    pub last: Option<Day>,
    /// What is paid twice.
    pub twice: Vec<Twice>,
}

impl Overlap {
    /// Whether all of another overlap with the same plan lies within this one.
    pub fn covers(&self, other: &Overlap) -> bool {
        let begins = self.first.is_none_or(|it| other.first.is_some_and(|other| it <= other));
        let ends = self.last.is_none_or(|it| other.last.is_some_and(|other| other <= it));
        let has = |it: &PersonId| self.people.contains(it);
        begins && ends && other.people.iter().all(has)
    }
}

/// Something that two plans both pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twice {
    /// A part of the plan and one of the other, by their places.
    Parts(usize, usize),
    /// A salary.
    Salary,
    /// An advance.
    Draw,
    /// A guaranteed pay, to which each plan raises what it pays.
    Guarantee,
}

/// Days in a row, in which nothing of two plans begins or ends; none means without end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stretch {
    first: Option<Day>,
    last: Option<Day>,
}

impl Stretch {
    /// A day of it.
    fn day(self) -> Day {
        self.first.or(self.last).unwrap_or(Day::EPOCH)
    }
}

/// All that other published plans pay as well, by the order of their records. What is told is the
/// same whether a plan is published already or about to be.
pub fn overlaps(
    workspace: &Workspace,
    (id, known, plan): (PayPlanId, &PayPlan, &Plan),
) -> Vec<Overlap> {
    let others = workspace.pay_plans.iter();
    let others = others.filter(|(it, other)| *it != id && other.published.is_some());
    let overlap = |(other, record): (PayPlanId, &PayPlan)| {
        let second = format::plan_of_text(&record.plan).ok()?;
        let both: Vec<PersonId> =
            known.people.iter().copied().filter(|it| record.people.contains(it)).collect();
        between(workspace, (plan, &second), &both, other)
    };
    others.filter_map(overlap).collect()
}

fn between(
    workspace: &Workspace,
    (plan, second): (&Plan, &Plan),
    both: &[PersonId],
    other: PayPlanId,
) -> Option<Overlap> {
    let (mut days, mut twice): (Vec<Stretch>, Vec<Twice>) = (Vec::new(), Vec::new());
    for stretch in stretches(plan, second) {
        let found = paid_twice((plan, second), stretch.day());
        if !found.is_empty() {
            days.push(stretch);
        }
        for it in found {
            if !twice.contains(&it) {
                twice.push(it);
            }
        }
    }
    let (first, last) = (days.first()?.first, days.last()?.last);
    // What is paid for a team goes to those who manage one.
    let is_for_managers = twice.iter().all(|it| match it {
        Twice::Parts(own, _) => plan.components[*own].of != Whose::Own,
        _ => false,
    });
    let is_paid = |id: &PersonId| {
        let person = workspace.people.get(*id)?;
        let is_there = person.left.is_none_or(|left| first.is_none_or(|it| it <= left))
            && person.started.is_none_or(|started| last.is_none_or(|it| started <= it));
        (is_there && (!is_for_managers || manages(workspace, person))).then_some(*id)
    };
    let people: Vec<PersonId> = both.iter().filter_map(is_paid).collect();
    (!people.is_empty()).then_some(Overlap { other, people, first, last, twice })
}

fn manages(workspace: &Workspace, person: &Person) -> bool {
    workspace.teams.values().any(|it| it.manager == person.name)
}

/// All days, cut wherever something begins or ends.
fn stretches(plan: &Plan, second: &Plan) -> Vec<Stretch> {
    let mut begins: Vec<Day> = Vec::new();
    for plan in [plan, second] {
        let parts = plan.components.iter().map(|it| (it.only.from, it.only.until));
        for (from, until) in parts.chain([(plan.from, plan.until)]) {
            begins.extend(from);
            begins.extend(until.map(Day::next));
        }
    }
    arrange::naturally(&mut begins);
    begins.dedup();
    let firsts = std::iter::once(None).chain(begins.iter().copied().map(Some));
    let lasts = begins.iter().map(|it| Some(it.minus(1))).chain([None]);
    firsts.zip(lasts).map(|(first, last)| Stretch { first, last }).collect()
}

/// What both plans pay for on a day.
fn paid_twice((plan, second): (&Plan, &Plan), day: Day) -> Vec<Twice> {
    let runs =
        |plan: &Plan| plan.from.is_none_or(|it| it <= day) && plan.until.is_none_or(|it| day <= it);
    if !runs(plan) || !runs(second) {
        return Vec::new();
    }
    let mut twice = Vec::new();
    for own in 0..plan.components.len() {
        for other in 0..second.components.len() {
            if are_alike((plan, own), (second, other), day) {
                twice.push(Twice::Parts(own, other));
            }
        }
    }
    twice.extend((plan.salary != 0 && second.salary != 0).then_some(Twice::Salary));
    twice.extend(plan.draw.zip(second.draw).map(|_| Twice::Draw));
    twice.extend(plan.guarantee.zip(second.guarantee).map(|_| Twice::Guarantee));
    twice
}

/// Whether two parts pay for the same: commissions on the same deals, or bonuses for the same.
fn are_alike((plan, own): (&Plan, usize), (second, other): (&Plan, usize), day: Day) -> bool {
    let (first, last) = (&plan.components[own], &second.components[other]);
    if (first.of == Whose::Own) != (last.of == Whose::Own) {
        return false;
    }
    match (&first.pays, &last.pays) {
        (Pays::Commission(_), Pays::Commission(_)) => {
            shares_a_kind((plan, own), (second, other), day)
        }
        (Pays::Bonus(one), Pays::Bonus(two)) => {
            let is_same = one.measure == two.measure && plan.cycle == second.cycle;
            let is_all = one.measure.of == Measured::All;
            is_same && (is_all || shares_a_kind((plan, own), (second, other), day))
        }
        _ => false,
    }
}

/// Whether there is a product and a class of customers that two parts both pay for on a day: one
/// that a plan names, or any other.
fn shares_a_kind((plan, own): (&Plan, usize), (second, other): (&Plan, usize), day: Day) -> bool {
    let named = |of: fn(&Component) -> &Vec<String>| {
        let all = plan.components.iter().chain(&second.components).flat_map(of).cloned();
        all.chain([String::new()]).collect::<Vec<String>>()
    };
    let (products, classes) = (named(|it| &it.only.products), named(|it| &it.only.classes));
    products.iter().any(|product| {
        classes.iter().any(|class| {
            let sold = (product.as_str(), class.as_str());
            takes(plan, own, sold, day) && takes(second, other, sold, day)
        })
    })
}

/// Whether a part of a plan pays for what is sold of a product to a class on a day.
fn takes(plan: &Plan, place: usize, (product, class): (&str, &str), day: Day) -> bool {
    let component = &plan.components[place];
    let only = &component.only;
    let has = |all: &[String], it: &str| all.is_empty() || all.iter().any(|own| own == it);
    let fits = has(&only.products, product)
        && has(&only.classes, class)
        && only.from.is_none_or(|it| it <= day)
        && only.until.is_none_or(|it| day <= it);
    let earlier = |it: &usize| {
        let other = &plan.components[*it];
        other.of == component.of && matches!(other.pays, Pays::Commission(_))
    };
    let is_taken = || (0..place).filter(earlier).any(|it| takes(plan, it, (product, class), day));
    fits && !(only.rest && is_taken())
}

/// Deals that are won already and that a plan and another would both pay for: how many, and what
/// those in the plan's currency are worth, in minor units. Deals of a team are not among them.
pub fn won_already(
    workspace: &Workspace,
    (plan, second): (&Plan, &Plan),
    overlap: &Overlap,
) -> (usize, i64) {
    let own: Vec<(usize, usize)> = overlap
        .twice
        .iter()
        .filter_map(|it| match it {
            Twice::Parts(own, other) => Some((*own, *other)),
            _ => None,
        })
        .filter(|(own, _)| plan.components[*own].of == Whose::Own)
        .collect();
    let (mut count, mut worth) = (0, 0_i64);
    for (id, lead) in workspace.leads.iter() {
        if lead.outcome(workspace) != Outcome::Won {
            continue;
        }
        let known = workspace.deal_pays.get(id);
        let credits = known.map(|it| it.credits.as_slice()).unwrap_or_default();
        let is_theirs = match credits.is_empty() {
            true => lead.owner.is_some_and(|it| overlap.people.contains(&it)),
            false => credits.iter().any(|it| overlap.people.contains(&it.person)),
        };
        let day = match plan.waits_for_payment() {
            true => known.and_then(|it| it.paid),
            false => lead.closes,
        };
        let Some(day) = day.filter(|_| is_theirs) else { continue };
        let runs = |plan: &Plan| {
            plan.from.is_none_or(|it| it <= day) && plan.until.is_none_or(|it| day <= it)
        };
        let class = workspace.customers.find(lead.customer).map(|it| it.class.as_str());
        let class = class.unwrap_or_default();
        let mut products: Vec<&str> = lead
            .products()
            .into_iter()
            .filter_map(|it| workspace.products.get(it))
            .map(|it| it.name.as_str())
            .collect();
        if products.is_empty() {
            products.push("");
        }
        let is_paid = own.iter().any(|(own, other)| {
            let both = |it: &str| {
                takes(plan, *own, (it, class), day) && takes(second, *other, (it, class), day)
            };
            products.iter().any(|it| both(it))
        });
        if is_paid && runs(plan) && runs(second) {
            count += 1;
            let amount = lead.amount.filter(|it| it.currency == plan.currency);
            worth = worth.saturating_add(amount.map_or(0, |it| it.minor));
        }
    }
    (count, worth)
}

/// Whether an older plan can end on the day before another begins: it began before, and nothing was
/// closed by it from that day on.
pub fn can_end(workspace: &Workspace, older: PayPlanId, begins: Day) -> bool {
    let Some(known) = workspace.pay_plans.get(older).filter(|it| it.published.is_some()) else {
        return false;
    };
    let Ok(plan) = format::plan_of_text(&known.plan) else { return false };
    let slips = workspace.pay_slips.values().filter(|it| it.plan == Some(older));
    let mut ends = slips.filter_map(|it| it.period?.span(plan.start())).map(|it| it.last);
    plan.from < Some(begins)
        && plan.until.is_none_or(|it| begins <= it)
        && ends.all(|it| it < begins)
        && super::follow::begins_next(workspace, older).is_none()
}

/// Whether two plans are meant to add up, because one of them says so, or said so before a new
/// version came.
pub fn is_meant(
    workspace: &Workspace,
    (id, known): (PayPlanId, &PayPlan),
    other: PayPlanId,
) -> bool {
    let mut own = vec![id];
    own.extend(known.follows.into_iter().flat_map(|it| versions(workspace, it)));
    let others = versions(workspace, other);
    let says = |plan: &PayPlan, of: &[PayPlanId]| {
        !plan.beside_reason.trim().is_empty() && plan.beside.iter().any(|it| of.contains(it))
    };
    says(known, &others) || workspace.pay_plans.get(other).is_some_and(|it| says(it, &own))
}

#[cfg(test)]
mod tests;
