//! Facts from the team's own records: whose deals were won when, quotas, rates.

use std::collections::BTreeMap;

use super::cycle::{Cycle, Turn};
use super::facts::{Credit, DatedRate, Deal, DealLine, Facts, Member};
use super::kept::WHOLE;
use super::line::{Base, Line, Rate};
use super::plan::{CountedOn, Plan};
use super::{CannotPay, Kind, Paid, format, pay};
use crate::domain::arrange;
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::commission::kept::KeptLine;
use crate::domain::exact::Exact;
use crate::domain::goal::{Bearer, Goal};
use crate::domain::id::{LeadId, PersonId};
use crate::domain::lead::Lead;
use crate::domain::money::Money;
use crate::domain::pipeline::Outcome;
use crate::domain::product_line::ONE;
use crate::domain::rates::PARTS;
use crate::domain::workspace::Workspace;

/// Facts, and whose records they are.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gathered {
    /// What happened.
    pub facts: Facts,
    /// The people, in the order of the members.
    pub people: Vec<PersonId>,
    /// The leads, in the order of the deals.
    pub leads: Vec<LeadId>,
}

/// A deal that is assumed to be won: the lead, the day, and another amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Assumed {
    /// The lead.
    pub lead: LeadId,
    /// The day on which it would be won.
    pub day: Day,
    /// What it would be worth; none means what it says.
    pub amount: Option<Money>,
}

/// The facts of the periods from the plan's first to one that is asked for, with deals that are
/// assumed to be won. Those who are not paid by the plan only sell.
pub fn gather(
    workspace: &Workspace,
    (plan, paid): (&Plan, &[PersonId]),
    last: Period,
    assumed: &[Assumed],
) -> Gathered {
    let mut people: Vec<PersonId> = workspace.people.iter().map(|(id, _)| id).collect();
    // Whoever was deleted keeps their part of a deal, so that the others' does not grow.
    let credited = workspace.deal_pays.values().flat_map(|it| &it.credits);
    people.extend(credited.map(|it| it.person).filter(|it| !workspace.people.has(*it)));
    arrange::by_key(&mut people, |it| *it);
    people.dedup();
    let places: BTreeMap<PersonId, usize> =
        people.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let mut gathered = Gathered { people, ..Gathered::default() };
    for (id, lead) in workspace.leads.iter() {
        if let Some(deal) = deal(workspace, (id, lead), &places, assumed) {
            gathered.leads.push(id);
            gathered.facts.deals.push(deal);
        }
    }
    gathered.facts.rates = rates(workspace, plan);
    let turns = turns(plan, &gathered.facts.deals, last);
    gathered.facts.turns = Some(turns);
    let span = |it: Turn| it.span(plan.start());
    let within = span(turns.0)
        .zip(span(turns.1))
        .map(|(first, last)| Span { first: first.first, last: last.last });
    // What lies outside is of other plans, or still to come.
    let keep =
        |deal: &Deal| plan.counts_on(deal).zip(within).is_some_and(|(day, span)| span.holds(day));
    let (deals, leads) =
        (std::mem::take(&mut gathered.facts.deals), std::mem::take(&mut gathered.leads));
    for (deal, lead) in deals.into_iter().zip(leads).filter(|(it, _)| keep(it)) {
        gathered.facts.deals.push(deal);
        gathered.leads.push(lead);
    }
    // What is measured over the year goes by the quotas of all of it, also of periods to come.
    let start = plan.start();
    let year = turns.1.year(start).and_then(|it| it.span(start));
    let end = year.map_or(turns.1, |it| plan.cycle.turn_of(it.last, start));
    let all = plan.cycle.all(turns.0, end, start);
    gathered.facts.members =
        gathered.people.iter().map(|it| member(workspace, plan, *it, (&places, &all))).collect();
    for (member, id) in gathered.facts.members.iter_mut().zip(&gathered.people) {
        member.is_paid_elsewhere = !paid.contains(id) || !workspace.people.has(*id);
    }
    gathered
}

/// What a plan pays until the end of a period.
///
/// # Errors
/// [`CannotPay`] where records lack what the plan goes by.
pub fn paid_until(
    workspace: &Workspace,
    (plan, paid): (&Plan, &[PersonId]),
    last: Period,
    assumed: &[Assumed],
) -> Result<(Gathered, Paid), CannotPay> {
    let gathered = gather(workspace, (plan, paid), last, assumed);
    let paid = pay(plan, &gathered.facts)?;
    Ok((gathered, paid))
}

/// What a plan pays those who have the quotas it goes by.
#[derive(Clone, Debug, PartialEq)]
pub struct WithQuota {
    /// The facts, in which the others only sell.
    pub gathered: Gathered,
    /// What is paid.
    pub paid: Paid,
    /// The others, each with the first period that lacks a quota.
    pub left_out: Vec<(PersonId, Turn)>,
}

/// The quotas of some people in a period, and nothing that was sold.
pub(super) fn quotas_alone(
    workspace: &Workspace,
    (plan, people): (&Plan, &[PersonId]),
    period: Period,
) -> Facts {
    quotas_of(workspace, (plan, people), &[Turn(Some(period))])
}

/// The same for several periods.
pub(super) fn quotas_of(
    workspace: &Workspace,
    (plan, people): (&Plan, &[PersonId]),
    all: &[Turn],
) -> Facts {
    let nobody = BTreeMap::new();
    let member = |it: &PersonId| member(workspace, plan, *it, (&nobody, all));
    let known = people.iter().filter(|it| workspace.people.has(**it));
    let turns = all.first().copied().zip(all.last().copied());
    Facts { members: known.map(member).collect(), turns, ..Facts::default() }
}

/// The quotas of everybody in several periods with who manages whom, and nothing that was sold.
pub(super) fn quotas_of_everybody(
    workspace: &Workspace,
    plan: &Plan,
    all: &[Turn],
) -> (Vec<PersonId>, Facts) {
    let mut people: Vec<PersonId> = workspace.people.iter().map(|(id, _)| id).collect();
    arrange::by_key(&mut people, |it| *it);
    let places: BTreeMap<PersonId, usize> =
        people.iter().enumerate().map(|(place, id)| (*id, place)).collect();
    let members = people.iter().map(|it| member(workspace, plan, *it, (&places, all))).collect();
    let turns = all.first().copied().zip(all.last().copied());
    (people, Facts { members, turns, ..Facts::default() })
}

/// The first and the last period: from the plan's first day on, or that of its first deal.
fn turns(plan: &Plan, deals: &[Deal], last: Period) -> (Turn, Turn) {
    let start = plan.start();
    let end = Turn(Some(last));
    let first = plan.from.or_else(|| {
        let days = deals.iter().filter_map(|it| plan.counts_on(it));
        days.min().filter(|it| Some(*it) <= end.span(start).map(|it| it.last))
    });
    let first = first.map_or(end, |it| plan.cycle.turn_of(it, start));
    (first.min(end), end)
}

fn deal(
    workspace: &Workspace,
    (id, lead): (LeadId, &Lead),
    places: &BTreeMap<PersonId, usize>,
    assumed: &[Assumed],
) -> Option<Deal> {
    let assumed = assumed.iter().find(|it| it.lead == id);
    let signed = match assumed {
        Some(assumed) => Some(assumed.day),
        None if lead.outcome(workspace) == Outcome::Won => lead.closes,
        None => None,
    }?;
    let known = workspace.deal_pays.get(id);
    let own = |member: &usize| vec![Credit { member: *member, share: Exact::ONE, overlay: false }];
    let credits = match known.map(|it| &it.credits).filter(|it| !it.is_empty()) {
        None => lead.owner.and_then(|it| places.get(&it)).map(own)?,
        Some(credits) => {
            let credit = |it: &super::kept::CreditTo| {
                let share = Exact::new(it.share.into(), WHOLE.into())?;
                Some(Credit { member: *places.get(&it.person)?, share, overlay: false })
            };
            credits.iter().map(credit).collect::<Option<Vec<_>>>()?
        }
    };
    let amount = assumed.and_then(|it| it.amount).or(lead.amount);
    let name = |id| workspace.products.get(id).map(|it| it.name.clone()).unwrap_or_default();
    let customer = workspace.customers.find(lead.customer);
    let quantity = lead.lines.iter().map(|it| it.quantity).fold(0_i64, i64::saturating_add);
    Some(Deal {
        id: crate::domain::apply::lead_title(workspace, lead),
        signed: Some(signed),
        amount,
        margin: known.and_then(|it| it.margin).map(|it| it.minor),
        quantity: (quantity != 0).then(|| Exact::new(quantity.into(), ONE.into())).flatten(),
        product: lead.products().first().copied().map(name).unwrap_or_default(),
        class: customer.map(|it| it.class.clone()).unwrap_or_default(),
        lines: lines(workspace, lead, amount),
        credits,
        // What is assumed to be won is assumed to be paid for, or it would count nowhere.
        paid: known.and_then(|it| it.paid).or(assumed.map(|it| it.day)),
        cancelled: known.and_then(|it| it.cancelled),
    })
}

/// The parts of a deal by product, where it has several.
fn lines(workspace: &Workspace, lead: &Lead, amount: Option<Money>) -> Vec<DealLine> {
    let shares = Lead { amount, ..lead.clone() }.shares();
    if shares.len() < 2 {
        return Vec::new();
    }
    let line = |(product, part): (Option<crate::domain::id::ProductId>, Option<Money>)| {
        let own = lead.lines.iter().filter(|it| Some(it.product) == product);
        let quantity = own.fold(0_i64, |sum, it| sum.saturating_add(it.quantity));
        DealLine {
            product: workspace.products.find(product).map(|it| it.name.clone()).unwrap_or_default(),
            amount: part.map_or(0, |it| it.minor),
            margin: None,
            quantity: Exact::new(quantity.into(), ONE.into()),
        }
    };
    shares.into_iter().map(line).collect()
}

/// The rates that were stated for the plan's currency.
fn rates(workspace: &Workspace, plan: &Plan) -> Vec<DatedRate> {
    let stated = workspace.rates.values().filter(|it| it.home == Some(plan.currency));
    let rate = |it: &crate::domain::rates::Rate| {
        let whole = PARTS.checked_mul(it.units.unwrap_or(1))?;
        let rate = Exact::new(it.millionths.into(), whole.into())?;
        Some(DatedRate { currency: it.currency?, day: it.day, rate })
    };
    stated.filter_map(rate).collect()
}

fn member(
    workspace: &Workspace,
    plan: &Plan,
    id: PersonId,
    (places, turns): (&BTreeMap<PersonId, usize>, &[Turn]),
) -> Member {
    let person = workspace.people.get(id);
    let team = workspace.teams.find(person.and_then(|it| it.team));
    let manager = manager_of(workspace, id);
    let quota = |turn: &Turn| Some((*turn, quota(workspace, plan, id, turn.0?)?));
    Member {
        id: person.map(|it| it.name.clone()).unwrap_or_default(),
        manager: manager.and_then(|it| places.get(&it)).copied(),
        team: team.map(|it| it.name.clone()).unwrap_or_default(),
        quota: None,
        quotas: turns.iter().filter_map(quota).collect(),
        started: person.and_then(|it| it.started),
        left: person.and_then(|it| it.left),
        before: BTreeMap::new(),
        debt: 0,
        is_paid_elsewhere: false,
    }
}

/// Who manages somebody: whoever their team names.
pub(super) fn manager_of(workspace: &Workspace, id: PersonId) -> Option<PersonId> {
    let team = workspace.teams.find(workspace.people.get(id)?.team)?;
    let name = Some(team.manager.as_str()).filter(|it| !it.is_empty())?;
    let called = workspace.people.iter().filter(|(_, it)| it.name == name);
    called.map(|(it, _)| it).min().filter(|it| *it != id)
}

/// Somebody's quota of a period: that which was set for it, the sum of its parts, or its part of a
/// longer one.
fn quota(workspace: &Workspace, plan: &Plan, id: PersonId, period: Period) -> Option<Exact> {
    let set = |period| {
        let goal = workspace.goals.get(Goal::id_of(Bearer::Person(id), period))?;
        goal.quota.filter(|it| it.currency == plan.currency).map(|it| it.minor)
    };
    let whole = set(period).or_else(|| {
        let span = period.span(plan.start())?;
        let parts = |cycle: Cycle| -> Option<i64> {
            let (first, last) =
                (cycle.turn_of(span.first, plan.start()), cycle.turn_of(span.last, plan.start()));
            let all = cycle.all(first, last, plan.start());
            all.into_iter().map(|it| it.0.and_then(set)).sum()
        };
        match period {
            Period::Month(..) => None,
            Period::Quarter(..) => parts(Cycle::Month),
            Period::Year(_) => parts(Cycle::Quarter).or_else(|| parts(Cycle::Month)),
        }
    });
    match whole {
        Some(whole) => Some(Exact::whole(whole.into())),
        None => part_of_longer(plan, period, &set),
    }
}

/// A period's part of a longer one that was set: a month's third of its quarter, a quarter of a year.
fn part_of_longer(
    plan: &Plan,
    period: Period,
    set: &dyn Fn(Period) -> Option<i64>,
) -> Option<Exact> {
    let start = plan.start();
    let first = period.span(start)?.first;
    let (quarter, year) = (start.quarter_of(first), start.year_of(first));
    let part = |whole: i64, parts: i128| Exact::new(whole.into(), parts);
    match period {
        Period::Month(..) => match set(quarter) {
            Some(whole) => part(whole, 3),
            None => part(set(year)?, 12),
        },
        Period::Quarter(..) => part(set(year)?, 4),
        Period::Year(_) => None,
    }
}

impl Gathered {
    /// Adds the quotas of further periods, where none are known.
    pub(super) fn add_quotas(&mut self, workspace: &Workspace, plan: &Plan, all: &[Turn]) {
        for (member, id) in self.facts.members.iter_mut().zip(&self.people) {
            for turn in all.iter().filter(|it| !member.quotas.contains_key(it)).collect::<Vec<_>>()
            {
                let quota = turn.0.and_then(|it| quota(workspace, plan, *id, it));
                member.quotas.extend(quota.map(|it| (*turn, it)));
            }
        }
    }

    /// A line as it is kept, with the words of its time.
    pub fn kept(&self, plan: &Plan, line: &Line) -> KeptLine {
        let base = match line.base {
            None => String::new(),
            Some(Base::Money(minor)) => Money::new(minor, plan.currency).major(),
            Some(Base::Foreign(money)) => format!("{} {}", money.currency, money.major()),
            Some(Base::Number(number)) => format::print_number(number),
        };
        let rate = match line.rate {
            None => String::new(),
            Some(Rate::Part(part)) => format::print_number(part),
            Some(Rate::Each(each)) => format!("× {}", format::print_sum(each, plan.currency)),
        };
        let component = line.component.map(|it| plan.components[it].name.clone());
        let deal = line.deal.map(|it| self.facts.deals[it].id.clone());
        KeptLine {
            kind: line.kind,
            lead: line.deal.map(|it| self.leads[it]),
            amount: line.amount,
            component: component.unwrap_or_default(),
            base,
            rate,
            deal: deal.unwrap_or_default(),
        }
    }

    /// The lines of somebody in a period, as they are kept.
    pub fn lines_of(
        &self,
        plan: &Plan,
        paid: &Paid,
        person: PersonId,
        period: Period,
    ) -> Vec<KeptLine> {
        let turn = paid.turns.iter().position(|it| it.0 == Some(period));
        let member = self.people.iter().position(|it| *it == person);
        let slip = paid.slips.iter().find(|it| Some(it.turn) == turn && Some(it.member) == member);
        let is_told = |line: &&Line| line.amount != 0 || line.kind != Kind::Commission;
        slip.into_iter()
            .flat_map(|it| it.lines.iter().filter(is_told))
            .map(|it| self.kept(plan, it))
            .collect()
    }
}

impl Plan {
    /// The period of the plan that holds a day.
    pub fn period_of(&self, day: Day) -> Option<Period> {
        self.cycle.turn_of(day, self.start()).0
    }

    /// Whether deals count when the customer has paid.
    pub fn waits_for_payment(&self) -> bool {
        self.counted_on == CountedOn::Paid
    }
}
