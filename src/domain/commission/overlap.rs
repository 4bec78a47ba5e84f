//! Where two plans pay the same person for the same deals, or twice for the same time.
//!
//! Extra rewards, pools, and what somebody gets for the deals of a team beside their own are meant
//! to add up, so they are never told. Two commissions on the same deals, two bonuses for the same
//! achievement, two salaries, advances or guarantees are.
//!
//! A deal has two days: it is signed, and later the customer pays. Where both plans count it on the
//! same one, they pay it twice on days on which both run. Where one counts it when it is signed and
//! the other when it is paid for, they pay it twice although they may share no day and no period, so
//! those plans are looked at by deal: for each stretch of days of signing with each of payment.

mod credited;
mod days;
mod gap;
mod won;

use super::kept::PayPlan;
use super::plan::{Component, CountedOn, Measured, Pays, Whose};
use super::{Plan, format};
use crate::domain::calendar::Day;
use crate::domain::id::{PayPlanId, PersonId};
use crate::domain::people::Person;
use crate::domain::workspace::Workspace;
pub use days::Days;
use days::{stretches, widened};
pub use gap::{Gap, Uncounted, gaps};
pub use won::won_already;

use super::follow::versions;

/// What a plan and another one both pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overlap {
    /// The other plan.
    pub other: PayPlanId,
    /// Whom both pay.
    pub people: Vec<PersonId>,
    /// The days for which they do; none where it is deals alone that count on different days.
    pub days: Option<Days>,
    /// The deals that one plan counts when they are signed and the other when they are paid for.
    pub deals: Option<DealDays>,
    /// What is paid twice.
    pub twice: Vec<Twice>,
}

/// Deals by when they are signed and when the customer pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DealDays {
    /// When they are signed.
    pub signed: Days,
    /// When they are paid for.
    pub paid: Days,
}

impl Overlap {
    /// Whether all of another overlap with the same plan lies within this one.
    pub fn covers(&self, other: &Overlap) -> bool {
        let covers = |own: Option<Days>, other: Option<Days>| match (own, other) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(own), Some(other)) => own.cover(other),
        };
        let signed = |it: &Overlap| it.deals.map(|it| it.signed);
        let paid = |it: &Overlap| it.deals.map(|it| it.paid);
        covers(self.days, other.days)
            && covers(signed(self), signed(other))
            && covers(paid(self), paid(other))
            && other.people.iter().all(|it| self.people.contains(it))
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

/// All that other published plans pay as well, by the order of their records. What is told is the
/// same whether a plan is published already or about to be.
pub fn overlaps(
    workspace: &Workspace,
    (id, known, plan): (PayPlanId, &PayPlan, &Plan),
) -> Vec<Overlap> {
    overlaps_after(workspace, (id, known, plan), &[])
}

/// The same where some of the others become these.
pub fn overlaps_after(
    workspace: &Workspace,
    (id, known, plan): (PayPlanId, &PayPlan, &Plan),
    changed: &[(PayPlanId, Plan)],
) -> Vec<Overlap> {
    let others = workspace.pay_plans.iter();
    let others = others.filter(|(it, other)| *it != id && other.published.is_some());
    let overlap = |(other, record): (PayPlanId, &PayPlan)| {
        let second = match changed.iter().find(|(it, _)| *it == other) {
            Some((_, second)) => second.clone(),
            None => format::plan_of_text(&record.plan).ok()?,
        };
        between(workspace, (known, plan), (other, record, &second))
    };
    others.filter_map(overlap).collect()
}

/// What a plan and another one both pay; none where that is nothing.
pub fn between(
    workspace: &Workspace,
    (known, plan): (&PayPlan, &Plan),
    (other, record, second): (PayPlanId, &PayPlan, &Plan),
) -> Option<Overlap> {
    let both: Vec<PersonId> =
        known.people.iter().copied().filter(|it| record.people.contains(it)).collect();
    let Found { days, deals, twice } = match plan.counted_on == second.counted_on {
        true => on_the_same_day(plan, second),
        false => on_different_days(workspace, (plan, second), &both),
    };
    if twice.is_empty() {
        return None;
    }
    // What is paid for a team goes to those who manage one.
    let is_for_managers = twice.iter().all(|it| match it {
        Twice::Parts(own, _) => plan.components[*own].of != Whose::Own,
        _ => false,
    });
    let mut when: Vec<Days> = days.into_iter().collect();
    when.extend(deals.map(|it| it.signed));
    let is_paid = |id: &PersonId| {
        let person = workspace.people.get(*id)?;
        let there = Days { first: person.started, last: person.left };
        let is_there = when.iter().any(|it| it.common(there).is_some());
        (is_there && (!is_for_managers || manages(workspace, person))).then_some(*id)
    };
    let people: Vec<PersonId> = both.iter().filter_map(is_paid).collect();
    (!people.is_empty()).then_some(Overlap { other, people, days, deals, twice })
}

/// What two plans both pay, and when.
#[derive(Default)]
struct Found {
    days: Option<Days>,
    deals: Option<DealDays>,
    twice: Vec<Twice>,
}

impl Found {
    fn add(&mut self, found: Vec<Twice>) {
        for it in found {
            if !self.twice.contains(&it) {
                self.twice.push(it);
            }
        }
    }

    /// What does not go by deals, for the days for which both pay it.
    fn add_fixed(&mut self, plan: &Plan, second: &Plan) {
        let Some(days) = plan.days_due().common(second.days_due()) else { return };
        let mut twice = Vec::new();
        twice.extend((plan.salary != 0 && second.salary != 0).then_some(Twice::Salary));
        twice.extend(plan.draw.zip(second.draw).map(|_| Twice::Draw));
        twice.extend(plan.guarantee.zip(second.guarantee).map(|_| Twice::Guarantee));
        if !twice.is_empty() {
            self.days = widened(self.days, days);
            self.add(twice);
        }
    }
}

/// Both plans count a deal on the same one of its days.
fn on_the_same_day(plan: &Plan, second: &Plan) -> Found {
    let mut found = Found::default();
    for stretch in stretches([plan, second], plan.counted_on) {
        let day = stretch.day();
        // What was paid for before it was signed is told of no such plan.
        let is_taken = |it: &Plan| it.signed_from.is_none_or(|from| from <= day);
        let twice = match is_taken(plan) && is_taken(second) {
            true => paid_twice((plan, day), (second, day)),
            false => Vec::new(),
        };
        if !twice.is_empty() {
            found.days = widened(found.days, stretch);
            found.add(twice);
        }
    }
    found.add_fixed(plan, second);
    found
}

/// One plan counts a deal when it is signed and the other when it is paid for. A customer pays on the
/// day of signing or later, unless records say otherwise.
fn on_different_days(
    workspace: &Workspace,
    (plan, second): (&Plan, &Plan),
    both: &[PersonId],
) -> Found {
    let mut found = Found::default();
    let odd = won::paid_before(workspace, both);
    for signed in stretches([plan, second], CountedOn::Signed) {
        for paid in stretches([plan, second], CountedOn::Paid) {
            let is_there = |(own, other): &(Day, Day)| signed.holds(*own) && paid.holds(*other);
            if !signed.can_come_before(paid) && !odd.iter().any(is_there) {
                continue;
            }
            let is_taken = |it: &Plan| it.signed_from.is_none_or(|from| from <= signed.day());
            let day = |it: &Plan| match it.counted_on {
                CountedOn::Signed => signed.day(),
                CountedOn::Paid => paid.day(),
            };
            let twice = match is_taken(plan) && is_taken(second) {
                true => paid_twice((plan, day(plan)), (second, day(second))),
                false => Vec::new(),
            };
            if !twice.is_empty() {
                let known = found.deals.unwrap_or(DealDays { signed, paid });
                let (signed, paid) = (known.signed.hull(signed), known.paid.hull(paid));
                found.deals = Some(DealDays { signed, paid });
                found.add(twice);
            }
        }
    }
    found.add_fixed(plan, second);
    found
}

fn manages(workspace: &Workspace, person: &Person) -> bool {
    workspace.teams.values().any(|it| it.manager == person.name)
}

/// The parts by which both plans pay for deals that count on these days.
fn paid_twice((plan, first): (&Plan, Day), (second, last): (&Plan, Day)) -> Vec<Twice> {
    let mut twice = Vec::new();
    if !plan.days().holds(first) || !second.days().holds(last) {
        return twice;
    }
    for own in 0..plan.components.len() {
        for other in 0..second.components.len() {
            if are_alike((plan, own, first), (second, other, last)) {
                twice.push(Twice::Parts(own, other));
            }
        }
    }
    twice
}

/// Whether two parts pay for the same: commissions on the same deals, or bonuses for the same.
fn are_alike(
    (plan, own, on): (&Plan, usize, Day),
    (second, other, then): (&Plan, usize, Day),
) -> bool {
    let (first, last) = (&plan.components[own], &second.components[other]);
    if (first.of == Whose::Own) != (last.of == Whose::Own) {
        return false;
    }
    match (&first.pays, &last.pays) {
        (Pays::Commission(_), Pays::Commission(_)) => {
            shares_a_kind((plan, own, on), (second, other, then))
        }
        (Pays::Bonus(one), Pays::Bonus(two)) => {
            let is_same = one.measure == two.measure && plan.cycle == second.cycle;
            let is_all = one.measure.of == Measured::All;
            is_same && (is_all || shares_a_kind((plan, own, on), (second, other, then)))
        }
        _ => false,
    }
}

/// Whether there is a product and a class of customers that two parts both pay for on days of theirs: one
/// that a plan names, or any other.
fn shares_a_kind(
    (plan, own, on): (&Plan, usize, Day),
    (second, other, then): (&Plan, usize, Day),
) -> bool {
    let named = |of: fn(&Component) -> &Vec<String>| {
        let all = plan.components.iter().chain(&second.components).flat_map(of).cloned();
        all.chain([String::new()]).collect::<Vec<String>>()
    };
    let (products, classes) = (named(|it| &it.only.products), named(|it| &it.only.classes));
    products.iter().any(|product| {
        classes.iter().any(|class| {
            let sold = (product.as_str(), class.as_str());
            takes(plan, own, sold, on) && takes(second, other, sold, then)
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

/// An older plan as it is once another begins after it.
pub fn ended(older: &Plan, begins: Day) -> Plan {
    Plan { until: Some(begins.minus(1)), ..older.clone() }
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
