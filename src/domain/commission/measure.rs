//! How much was sold: whose deals a part of a plan looks at, and how far they reach.

use std::ops::RangeInclusive;

use super::book::{Book, Entry, Part};
use super::cycle::Turn;
use super::earn::Asked;
use super::facts::{Facts, Member};
use super::pay::CannotPay;
use super::plan::{Axis, Component, Measure, Measured, Over, Pays, Plan, RampStep, Whose};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::exact::Exact;

/// Everything that pay is reckoned from.
pub(super) struct Stage<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What happened.
    pub facts: &'a Facts,
    /// Whose deals count when.
    pub book: Book,
    /// Whom each manages directly.
    pub team: Vec<Vec<usize>>,
    /// Who is below each.
    pub below: Vec<Vec<usize>>,
}

/// The same without the plan and the facts.
pub(super) struct HeldStage {
    /// Whose deals count when.
    pub book: Book,
    team: Vec<Vec<usize>>,
    below: Vec<Vec<usize>>,
}

/// A deal as a part of a plan looks at it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Item {
    /// The deal: its place among the facts.
    pub deal: usize,
    /// The day it counts on.
    pub day: Option<Day>,
    /// The period: its place.
    pub turn: usize,
    /// How much it is in what tiers are measured by.
    pub size: Exact,
    /// How much it is in what is paid for.
    pub base: Exact,
    /// Whether it is paid for, and not only measured.
    pub is_paid_for: bool,
    /// Whose part of the deal: the credit's place among the deal's.
    pub credit: usize,
}

impl<'a> Stage<'a> {
    /// Lets go of the plan and the facts.
    pub(super) fn hold(self) -> HeldStage {
        let Stage { book, team, below, .. } = self;
        HeldStage { book, team, below }
    }

    /// Takes up the same plan and facts again.
    pub(super) fn resume(plan: &'a Plan, facts: &'a Facts, held: HeldStage) -> Stage<'a> {
        let HeldStage { book, team, below } = held;
        Stage { plan, facts, book, team, below }
    }

    /// What is reckoned from a plan and facts.
    pub(super) fn new(plan: &'a Plan, facts: &'a Facts) -> Result<Stage<'a>, CannotPay> {
        let book = Book::of(plan, facts)?;
        let mut team = vec![Vec::new(); facts.members.len()];
        let mut below = team.clone();
        for (place, member) in facts.members.iter().enumerate() {
            if let Some(manager) = member.manager {
                team[manager].push(place);
            }
            let mut above = member.manager;
            // Whoever manages themselves, through however many, is below each once.
            while let Some(manager) =
                above.filter(|it| *it != place && !below[*it].contains(&place))
            {
                below[manager].push(place);
                above = facts.members[manager].manager;
            }
        }
        Ok(Stage { plan, facts, book, team, below })
    }

    /// A member.
    pub(super) fn member(&self, place: usize) -> &'a Member {
        &self.facts.members[place]
    }

    /// Whose deals somebody is paid for.
    pub(super) fn sellers(&self, member: usize, of: Whose) -> Vec<usize> {
        match of {
            Whose::Own => vec![member],
            Whose::Team => self.team[member].clone(),
            Whose::Below => self.below[member].clone(),
        }
    }

    /// The periods that are measured in a period.
    pub(super) fn turns(&self, turn: usize, over: Over) -> RangeInclusive<usize> {
        let start = self.plan.start();
        let year = |it: usize| self.book.turns[it].year(start);
        let first = match over {
            Over::Period | Over::Deal => turn,
            Over::Year | Over::YearToDate => {
                (0..turn).rev().take_while(|it| year(*it) == year(turn)).last().unwrap_or(turn)
            }
        };
        first..=turn
    }

    /// The parts of deals of some people in some periods, in order of their days.
    pub(super) fn entries(&self, sellers: &[usize], turns: &RangeInclusive<usize>) -> Vec<&Entry> {
        let mut found: Vec<&Entry> = Vec::new();
        for seller in sellers {
            let all = &self.book.entries[*seller];
            let first = all.partition_point(|it| it.turn < *turns.start());
            let last = all.partition_point(|it| it.turn <= *turns.end());
            found.extend(&all[first..last]);
        }
        if 1 < sellers.len() {
            arrange::by_key(&mut found, |it| (it.day, it.deal));
        }
        found
    }

    /// Whether a part of the plan pays for a part of a deal.
    pub(super) fn takes(&self, place: usize, entry: &Entry, part: &Part) -> bool {
        let component = &self.plan.components[place];
        let deal = &self.facts.deals[entry.deal];
        let product = part.line.map_or(&deal.product, |it| &deal.lines[it].product);
        let only = &component.only;
        let fits = (only.products.is_empty() || only.products.contains(product))
            && (only.classes.is_empty() || only.classes.contains(&deal.class))
            && (only.from.is_none() || only.from <= entry.day)
            && only.until.is_none_or(|until| entry.day.is_none_or(|it| it <= until));
        let earlier = |it: &usize| {
            let other: &Component = &self.plan.components[*it];
            other.of == component.of && matches!(other.pays, Pays::Commission(_))
        };
        fits && !(only.rest && (0..place).filter(earlier).any(|it| self.takes(it, entry, part)))
    }

    /// Deals as a part of the plan looks at them.
    pub(super) fn items(
        &self,
        place: usize,
        entries: &[&Entry],
        (size, measured): (Axis, Measured),
        base: Axis,
    ) -> Result<Vec<Item>, CannotPay> {
        let mut items = Vec::with_capacity(entries.len());
        for entry in entries {
            let own: Vec<&Part> =
                entry.parts.iter().filter(|it| self.takes(place, entry, it)).collect();
            let all: Vec<&Part> = match measured {
                Measured::Own => own.clone(),
                Measured::All => entry.parts.iter().collect(),
            };
            if all.is_empty() {
                continue;
            }
            let Entry { deal, credit, day, turn, .. } = **entry;
            let is_paid_for = !own.is_empty();
            let size = self.sum(entry, &all, size)?;
            let base = if is_paid_for { self.sum(entry, &own, base)? } else { Exact::ZERO };
            items.push(Item { deal, day, turn, size, base, is_paid_for, credit });
        }
        Ok(items)
    }

    fn sum(&self, entry: &Entry, parts: &[&Part], axis: Axis) -> Result<Exact, CannotPay> {
        if axis == Axis::Count {
            return Ok(entry.share);
        }
        let mut sum = Exact::ZERO;
        for part in parts {
            let missing = || CannotPay::NoMargin(self.facts.deals[entry.deal].id.clone());
            let more = match axis {
                Axis::Amount | Axis::Count => Exact::whole(part.amount.into()),
                Axis::Margin => Exact::whole(part.margin.ok_or_else(missing)?.into()),
                Axis::Quantity => part.quantity,
            };
            sum = sum.plus(more).ok_or(CannotPay::TooLarge)?;
        }
        Ok(sum)
    }

    /// What a measure is measured in, and how much one of its boundaries is in it.
    pub(super) fn unit(&self, measure: Measure, asked: &Asked) -> Result<(Axis, Exact), CannotPay> {
        match measure.axis {
            Some(axis) => Ok((axis, Exact::ONE)),
            None => Ok((self.plan.quota_in, self.quota(asked, measure.over)?)),
        }
    }

    /// Whether nothing was sold and nothing was asked, so that there is nothing to measure.
    pub(super) fn is_idle(
        &self,
        asked: &Asked,
        measure: Measure,
        turns: &RangeInclusive<usize>,
    ) -> Result<bool, CannotPay> {
        if measure.axis.is_some() || !self.entries(&asked.sellers, turns).is_empty() {
            return Ok(false);
        }
        match self.quota(asked, measure.over) {
            Err(CannotPay::NoQuota(..)) => Ok(true),
            other => other.map(|_| false),
        }
    }

    /// The payee's quota. For what is paid on a team's deals it is that of the team where the payee
    /// has none, and for a pool always.
    pub(super) fn quota(&self, asked: &Asked, over: Over) -> Result<Exact, CannotPay> {
        let own = match asked.of {
            Some(_) => self.quota_of(asked.member, asked.turn, over)?,
            None => None,
        };
        let mut quota = own;
        if own.is_none() && asked.of != Some(Whose::Own) {
            let mut sum = Exact::ZERO;
            for seller in &asked.sellers {
                let more = self.quota_of(*seller, asked.turn, over)?.unwrap_or(Exact::ZERO);
                sum = sum.plus(more).ok_or(CannotPay::TooLarge)?;
            }
            quota = Some(sum);
        }
        let missing = || {
            let turn = self.book.turns[asked.turn];
            CannotPay::NoQuota(self.member(asked.member).id.clone(), turn)
        };
        quota.filter(|it| Exact::ZERO < *it).ok_or_else(missing)
    }

    /// A member's own quota of a period, as it is asked.
    pub(super) fn own_quota(&self, member: usize, turn: Turn) -> Option<Exact> {
        let turn = self.book.turns.iter().position(|it| *it == turn)?;
        self.quota_of(member, turn, Over::Period).ok().flatten()
    }

    /// Somebody's own quota of a period, or of the year it lies in.
    pub(super) fn quota_of(
        &self,
        member: usize,
        turn: usize,
        over: Over,
    ) -> Result<Option<Exact>, CannotPay> {
        let start = self.plan.start();
        let all = match (over, self.book.turns[turn].year(start).and_then(|it| it.span(start))) {
            (Over::Year, Some(year)) => {
                let cycle = self.plan.cycle;
                cycle.all(cycle.turn_of(year.first, start), cycle.turn_of(year.last, start), start)
            }
            (Over::YearToDate, Some(year)) => {
                let cycle = self.plan.cycle;
                cycle.all(cycle.turn_of(year.first, start), self.book.turns[turn], start)
            }
            _ => vec![self.book.turns[turn]],
        };
        let known = self.member(member);
        let mut sum = None;
        for turn in all {
            let Some(quota) = known.quotas.get(&turn).copied().or(known.quota) else { continue };
            let step = self.ramp(member, turn).and_then(|it| it.quota).unwrap_or(Exact::ONE);
            let part = Some(self.part_due(member, turn, None)).filter(|it| Exact::ZERO < *it);
            let asked = quota.times(step).and_then(|it| it.times(part.unwrap_or(Exact::ONE)));
            let asked = asked.ok_or(CannotPay::TooLarge)?;
            let before: Exact = sum.unwrap_or(Exact::ZERO);
            sum = Some(before.plus(asked).ok_or(CannotPay::TooLarge)?);
        }
        Ok(sum)
    }

    /// Whether something that does not go by deals is due to somebody in a period: the plan, and the
    /// part of it where it is one, hold on a day of it on which they are there.
    pub(super) fn is_due(&self, member: usize, turn: usize, part: Option<&Component>) -> bool {
        Exact::ZERO < self.part_due(member, self.book.turns[turn], part)
    }

    /// How much of it: all, unless the plan goes by days.
    pub(super) fn part_due(&self, member: usize, turn: Turn, part: Option<&Component>) -> Exact {
        let Some(span) = turn.span(self.plan.start()) else { return Exact::ONE };
        let known = self.member(member);
        let part = part.map(|it| (it.only.from, it.only.until)).unwrap_or_default();
        let firsts = [self.plan.from, part.0, known.started, Some(span.first)];
        let lasts = [self.plan.until, part.1, known.left, Some(span.last)];
        let (first, last) = (firsts.into_iter().flatten().max(), lasts.into_iter().flatten().min());
        let days = |(first, last): (Day, Day)| i128::from(last.days_since(first) + 1).max(0);
        let there = first.zip(last).map_or(0, days);
        match self.plan.prorated {
            _ if there == 0 => Exact::ZERO,
            false => Exact::ONE,
            true => Exact::new(there, days((span.first, span.last))).unwrap_or(Exact::ONE),
        }
    }

    /// The step of the ramp that somebody is on in a period.
    pub(super) fn ramp(&self, member: usize, turn: Turn) -> Option<&'a RampStep> {
        self.plan.ramp.get(self.since_start(member, turn)?)
    }

    /// How many periods lie between the one in which somebody began and another; none before, and
    /// where nobody knows when they began.
    pub(super) fn since_start(&self, member: usize, turn: Turn) -> Option<usize> {
        let (plan, start) = (self.plan, self.plan.start());
        let began = plan.cycle.turn_of(self.member(member).started?, start);
        if turn.0.is_none() {
            return Some(0);
        }
        (began <= turn).then(|| plan.cycle.all(began, turn, start).len() - 1)
    }

    /// What somebody had sold before the first period, where that counts.
    pub(super) fn before(
        &self,
        asked: &Asked,
        turns: &RangeInclusive<usize>,
        (axis, measured): (Axis, Measured),
        over: Over,
    ) -> Result<Exact, CannotPay> {
        if !over.is_over_year() || *turns.start() != 0 {
            return Ok(Exact::ZERO);
        }
        let each = |it: &usize| self.member(*it).before.get(&axis).copied();
        let stated = asked.sellers.iter().filter_map(each).try_fold(Exact::ZERO, Exact::plus);
        let past: Vec<&Entry> = asked.sellers.iter().flat_map(|it| &self.book.past[*it]).collect();
        let past = self.items(asked.place, &past, (axis, measured), axis)?;
        let mut sizes = past.iter().map(|it| it.size);
        let sum = stated.and_then(|stated| sizes.try_fold(stated, Exact::plus));
        sum.ok_or(CannotPay::TooLarge)
    }
}
