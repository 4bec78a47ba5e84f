//! Who is paid what in which period, line by line.

use std::collections::BTreeMap;

use super::cycle::Turn;
use super::earn::{Asked, Earlier, told};
use super::facts::Facts;
use super::line::{Base, Kind, Line, Rate};
use super::measure::{HeldStage, Stage};
use super::plan::{
    Axis, Between, Bonus, Component, Earning, Filled, Measure, Pays, Plan, Pool, Reached, Shares,
    Spiff,
};
use super::rank;
use super::settle::Running;
use crate::domain::arrange;
use crate::domain::calendar::Period;
use crate::domain::exact::Exact;
use crate::domain::money::Currency;

/// Why nothing can be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CannotPay {
    /// A deal has no day, and the plan pays by periods: the deal.
    Undated(String),
    /// A deal counts in none of the periods that were asked for: the deal.
    Outside(String),
    /// A currency has no rate on the day of a deal: the deal, the currency.
    NoRate(String, Currency),
    /// A deal has no margin, and the plan pays by margins: the deal.
    NoMargin(String),
    /// Somebody has no quota in a period, and the plan pays by quotas.
    NoQuota(String, Turn),
    /// Nothing says which periods are to be paid.
    NoPeriods,
    /// A number is too large to reckon with.
    TooLarge,
}

/// What somebody is paid in a period.
#[derive(Clone, Debug, PartialEq)]
pub struct Slip {
    /// Who: a place among the members.
    pub member: usize,
    /// The period: a place among the periods.
    pub turn: usize,
    /// The lines, in the order in which they were reckoned.
    pub lines: Vec<Line>,
    /// What is owed after it, in minor units.
    pub debt: i64,
    /// What is kept back after it, in minor units.
    pub held: i64,
}

impl Slip {
    /// What is paid: the sum of the lines.
    pub fn payout(&self) -> i64 {
        self.lines.iter().fold(0, |sum, it| sum.saturating_add(it.amount))
    }
}

/// What everybody is paid.
#[derive(Clone, Debug, PartialEq)]
pub struct Paid {
    /// The periods, in order.
    pub turns: Vec<Turn>,
    /// A slip for each person and period, by period and then by person.
    pub slips: Vec<Slip>,
    /// What is left after the last period.
    pub ends: Vec<End>,
}

/// What is left to somebody after the last period.
#[derive(Clone, Debug, PartialEq)]
pub struct End {
    /// Who: a place among the members.
    pub member: usize,
    /// What is owed, in minor units.
    pub debt: i64,
    /// What deals have been paid and can be taken back, by their places.
    pub earned: BTreeMap<usize, i64>,
    /// What is kept back of deals.
    pub kept: BTreeMap<usize, i64>,
    /// What bonuses have paid in the last year, by part of the plan.
    pub bonuses: BTreeMap<usize, i64>,
}

impl Paid {
    /// What is paid altogether.
    pub fn total(&self) -> i64 {
        self.slips.iter().fold(0, |sum, it| sum.saturating_add(it.payout()))
    }
}

/// What a plan pays for what happened.
///
/// # Errors
/// [`CannotPay`] where the facts lack what the plan goes by.
pub fn pay(plan: &Plan, facts: &Facts) -> Result<Paid, CannotPay> {
    let mut payroll = Payroll::new(plan, facts)?;
    let mut slips = Vec::new();
    for turn in 0..payroll.turns().len() {
        payroll.pay_turn(turn, &mut slips)?;
    }
    let ends = payroll.ends();
    Ok(Paid { turns: payroll.turns().to_vec(), slips, ends })
}

/// Pay under way, from period to period.
pub(super) struct Payroll<'a> {
    stage: Stage<'a>,
    running: Vec<Running>,
    /// What deals have earned so far in the year, by payee (none for a pool) and part of the plan.
    earlier: BTreeMap<(Option<usize>, String, usize), Earlier>,
    /// What bonuses have paid so far in the year.
    bonuses: BTreeMap<(usize, usize), i64>,
    /// The pools of the period, by team and part of the plan.
    pools: BTreeMap<(String, usize), i64>,
    year: Option<Period>,
}

/// Pay that rests between two periods, without the plan and the facts.
pub(super) struct Held {
    stage: HeldStage,
    running: Vec<Running>,
    earlier: BTreeMap<(Option<usize>, String, usize), Earlier>,
    bonuses: BTreeMap<(usize, usize), i64>,
    year: Option<Period>,
}

impl Held {
    /// How many periods there are.
    pub(super) fn count(&self) -> usize {
        self.stage.book.turns.len()
    }
}

impl<'a> Payroll<'a> {
    /// Lets it rest.
    pub(super) fn hold(self) -> Held {
        let Payroll { stage, running, earlier, bonuses, year, .. } = self;
        Held { stage: stage.hold(), running, earlier, bonuses, year }
    }

    /// Goes on with the same plan and facts.
    pub(super) fn resume(plan: &'a Plan, facts: &'a Facts, held: Held) -> Payroll<'a> {
        let Held { stage, running, earlier, bonuses, year } = held;
        let stage = Stage::resume(plan, facts, stage);
        Payroll { stage, running, earlier, bonuses, pools: BTreeMap::new(), year }
    }

    /// The periods.
    pub(super) fn turns(&self) -> &[Turn] {
        &self.stage.book.turns
    }

    /// Pays everybody for a period; the periods are paid in order.
    pub(super) fn pay_turn(&mut self, turn: usize, slips: &mut Vec<Slip>) -> Result<(), CannotPay> {
        self.begin(turn);
        let facts = self.stage.facts;
        let is_paid = |it: &usize| !facts.members[*it].is_paid_elsewhere;
        for member in (0..facts.members.len()).filter(is_paid) {
            slips.push(self.slip(member, turn)?);
        }
        Ok(())
    }

    pub(super) fn new(plan: &'a Plan, facts: &'a Facts) -> Result<Payroll<'a>, CannotPay> {
        let stage = Stage::new(plan, facts)?;
        let owing = facts.members.iter().map(|it| Running::owing(it.debt));
        let mut running: Vec<Running> = owing.collect();
        facts.carried.iter().for_each(|it| running[it.member].carry(it));
        let (earlier, pools) = (BTreeMap::new(), BTreeMap::new());
        let year = stage.book.turns.first().and_then(|it| it.year(plan.start()));
        Ok(Payroll { stage, running, earlier, bonuses: facts.bonuses.clone(), pools, year })
    }

    /// What is left to everybody whom the plan pays.
    pub(super) fn ends(&self) -> Vec<End> {
        let members = self.stage.facts.members.iter().enumerate();
        let end = |(member, _): (usize, _)| {
            let bonuses = self.bonuses.range((member, 0)..=(member, usize::MAX));
            let bonuses = bonuses.map(|((_, place), it)| (*place, *it)).collect();
            let (debt, earned, kept) = self.running[member].left();
            End { member, debt, earned, kept, bonuses }
        };
        members.filter(|(_, it)| !it.is_paid_elsewhere).map(end).collect()
    }

    /// Begins a period; with a new year, what is measured over years begins anew.
    fn begin(&mut self, turn: usize) {
        let year = self.stage.book.turns[turn].year(self.stage.plan.start());
        if year != self.year {
            self.year = year;
            self.earlier.clear();
            self.bonuses.clear();
        }
        self.pools.clear();
    }

    fn slip(&mut self, member: usize, turn: usize) -> Result<Slip, CannotPay> {
        let plan = self.stage.plan;
        let mut lines: Vec<Line> = Vec::new();
        for (place, component) in plan.components.iter().enumerate() {
            let (sellers, of) = (self.stage.sellers(member, component.of), Some(component.of));
            if sellers.is_empty() {
                continue;
            }
            let asked = Asked { place, sellers, member, of, turn };
            lines.extend(self.component(&asked, component)?);
        }
        let stage = &self.stage;
        let seen = stage.book.entries[member].iter().filter(|it| it.turn == turn);
        let converted = seen.filter_map(|it| stage.book.converted.get(&it.deal).cloned());
        let mut lines: Vec<Line> = converted.chain(lines).collect();
        let running = &mut self.running[member];
        running.settle(stage, (member, turn), &mut lines);
        let (debt, held) = (running.debt, running.held());
        Ok(Slip { member, turn, lines, debt, held })
    }

    fn component(&mut self, asked: &Asked, component: &Component) -> Result<Vec<Line>, CannotPay> {
        let goes_by_deals = matches!(component.pays, Pays::Commission(_) | Pays::Spiff(_));
        if !goes_by_deals && !self.stage.is_due(asked.member, asked.turn, Some(component)) {
            return Ok(Vec::new());
        }
        let mut lines = match &component.pays {
            Pays::Commission(earning) => {
                let key = (Some(asked.member), String::new(), asked.place);
                let earlier = self.earlier.entry(key).or_default();
                let lines = self.stage.earn(asked, earning, earlier)?;
                let turn = self.stage.book.turns[asked.turn];
                let due = self.stage.part_due(asked.member, turn, Some(component));
                let (ranks, running) = (&self.stage.book.ranks, &mut self.running[asked.member]);
                return Ok(running.bounded(ranks, (asked.place, earning, due), lines));
            }
            Pays::Bonus(bonus) => self.bonus(asked, bonus)?,
            Pays::Spiff(spiff) => self.spiff(asked, spiff)?,
            Pays::Pool(pool) => self.pool(asked, pool)?,
        };
        lines.iter_mut().for_each(|it| it.component = Some(asked.place));
        Ok(lines)
    }

    fn bonus(&mut self, asked: &Asked, bonus: &Bonus) -> Result<Vec<Line>, CannotPay> {
        let turns = self.stage.turns(asked.turn, bonus.measure.over);
        if self.stage.is_idle(asked, bonus.measure, &turns)? {
            return Ok(Vec::new());
        }
        let ((sold, axis), unit) = self.stage.sold(asked, bonus.measure, &turns)?;
        let reached = sold.over(unit).ok_or(CannotPay::TooLarge)?;
        let (earned, tier) = bonus.of(reached).ok_or(CannotPay::TooLarge)?;
        // A bonus of the year is cut by its quota alone.
        let part = match bonus.measure.over.is_over_year() {
            true => Exact::ONE,
            false => {
                let (turn, plan) = (self.stage.book.turns[asked.turn], self.stage.plan);
                self.stage.part_due(asked.member, turn, Some(&plan.components[asked.place]))
            }
        };
        let mut amount = earned.times(part).ok_or(CannotPay::TooLarge)?.rounded();
        if bonus.measure.over.is_over_year() {
            let before = self.bonuses.entry((asked.member, asked.place)).or_default();
            (amount, *before) = (amount - *before, amount);
        }
        if amount == 0 {
            return Ok(Vec::new());
        }
        let base = match bonus.measure.axis {
            None => Base::Number(reached),
            Some(_) => told(axis, sold),
        };
        Ok(vec![Line { tier, ..Line::new(Kind::Bonus, amount).by(base, None) }])
    }

    /// A spiff is a commission on the number of deals or pieces, of the first ones alone where it
    /// says so.
    fn spiff(&self, asked: &Asked, spiff: &Spiff) -> Result<Vec<Line>, CannotPay> {
        let mut lines = self.stage.spiffs(asked, spiff)?;
        lines.retain(|it| it.amount != 0);
        Ok(lines)
    }

    fn pool(&mut self, asked: &Asked, pool: &Pool) -> Result<Vec<Line>, CannotPay> {
        let facts = self.stage.facts;
        let team = &facts.members[asked.member].team;
        let mut sellers: Vec<usize> =
            (0..facts.members.len()).filter(|it| facts.members[*it].team == *team).collect();
        arrange::by_cached_key(&mut sellers, |it| facts.members[*it].id.clone());
        let all = Asked { sellers, of: None, ..asked.clone() };
        let whole = match self.pools.get(&(team.clone(), asked.place)) {
            Some(whole) => *whole,
            None => {
                let whole = self.filled(&all, team, pool)?;
                self.pools.insert((team.clone(), asked.place), whole);
                whole
            }
        };
        // Everybody's deals fill it, but it is shared among those alone whom the plan pays.
        let component = &self.stage.plan.components[asked.place];
        let shares_in = |it: &usize| {
            !facts.members[*it].is_paid_elsewhere
                && self.stage.is_due(*it, asked.turn, Some(component))
        };
        let sharing: Vec<usize> = all.sellers.iter().copied().filter(shares_in).collect();
        let all = Asked { sellers: sharing, ..all };
        let weights = self.weights(&all, &pool.shares)?;
        let names: Vec<usize> = (0..weights.len()).collect();
        let parts = rank::share(whole, &weights, &names);
        let own = all.sellers.iter().position(|it| *it == asked.member);
        let amount = own.filter(|_| weights.iter().any(|it| *it != 0)).map_or(0, |it| parts[it]);
        let sum: i128 = weights.iter().map(|it| i128::from(*it)).sum();
        let share = own.and_then(|it| Exact::new(weights[it].into(), sum.max(1)));
        let line = Line::new(Kind::Pool, amount).by(Base::Money(whole), share.map(Rate::Part));
        Ok(if amount == 0 { Vec::new() } else { vec![line] })
    }

    fn filled(&mut self, all: &Asked, team: &str, pool: &Pool) -> Result<i64, CannotPay> {
        let earning: &Earning = match &pool.filled {
            Filled::Amount(amount) => return Ok(*amount),
            Filled::Earning(earning) => earning,
        };
        let key = (None, team.to_owned(), all.place);
        let earlier = self.earlier.entry(key).or_default();
        let lines = self.stage.earn(all, earning, earlier)?;
        let sum = lines.iter().fold(0_i64, |sum, it| sum.saturating_add(it.amount));
        let sum = sum.min(earning.cap.unwrap_or(sum));
        Ok(sum.max(earning.floor.unwrap_or(sum)))
    }

    /// How a pool is shared among those of the team, in their order.
    fn weights(&self, all: &Asked, shares: &Shares) -> Result<Vec<i64>, CannotPay> {
        let each = |seller: &usize| match shares {
            Shares::Equal => Ok(1),
            Shares::Sales => {
                let own = Asked { sellers: vec![*seller], ..all.clone() };
                let measure = Measure { axis: Some(Axis::Amount), ..Measure::default() };
                let sold = self.stage.sold(&own, measure, &(all.turn..=all.turn))?.0.0;
                Ok(sold.rounded().max(0))
            }
            Shares::Given(given) => {
                let id = &self.stage.member(*seller).id;
                let lower =
                    given.iter().try_fold(1_i128, |lower, (_, it)| lower.checked_mul(it.lower()));
                let own = given.iter().find(|(name, _)| name == id).map_or(Exact::ZERO, |it| it.1);
                let whole = lower.and_then(|it| own.times(Exact::whole(it)));
                whole.and_then(|it| i64::try_from(it.upper()).ok()).ok_or(CannotPay::TooLarge)
            }
        };
        all.sellers.iter().map(each).collect()
    }
}

impl Bonus {
    /// What is earned where so much is reached, and the highest level of those reached.
    fn of(&self, reached: Exact) -> Option<(Exact, Option<usize>)> {
        let is_reached = |at: Exact| match self.measure.reached {
            Reached::At => at <= reached,
            Reached::Above => at < reached,
        };
        let count = self.levels.iter().take_while(|(at, _)| is_reached(*at)).count();
        let Some(level) = count.checked_sub(1) else { return Some((Exact::ZERO, None)) };
        let (at, pays) = self.levels[level];
        let earned = match (self.between, self.levels.get(count)) {
            (Between::Sum, _) => {
                self.levels[..count].iter().try_fold(Exact::ZERO, |sum, (_, it)| sum.plus(*it))?
            }
            (Between::Line, Some((next, more))) => {
                let part = reached.minus(at)?.over(next.minus(at)?)?;
                pays.plus(more.minus(pays)?.times(part)?)?
            }
            _ => pays,
        };
        Some((earned, Some(level)))
    }
}
