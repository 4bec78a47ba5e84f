//! What becomes of what was earned: caps, what is kept back and taken back, advances, what is
//! guaranteed.

use std::collections::BTreeMap;

use super::facts::{Carried, Deal};
use super::line::{Base, Kind, Line, Rate};
use super::measure::Stage;
use super::plan::{Clawback, Draw, Earning, Negative, Plan, Stretch};
use super::rank::Ranks;
use crate::domain::calendar::Day;
use crate::domain::exact::Exact;

/// When what is kept back of a deal is released, and when how much of it is taken back.
type Later = (Option<Day>, Option<(Day, Exact)>);

/// What somebody carries from period to period.
#[derive(Clone, Debug, Default)]
pub(super) struct Running {
    /// What is owed of advances, in minor units.
    pub debt: i64,
    /// What deals have been paid, before what is kept back of them.
    earned: BTreeMap<usize, i64>,
    /// What is kept back of deals.
    kept: BTreeMap<usize, i64>,
    /// What the deals of this period earn by the parts of the plan that a cap can cut.
    now: BTreeMap<usize, i64>,
    /// Of deals of an earlier plan: when what is kept back is released, and what is taken back.
    carried: BTreeMap<usize, Later>,
}

impl Running {
    /// Somebody who owes so much.
    pub(super) fn owing(debt: i64) -> Running {
        Running { debt, ..Running::default() }
    }

    /// Takes over what an earlier plan has left of a deal.
    pub(super) fn carry(&mut self, carried: &Carried) {
        let deal = carried.deal;
        self.carried.insert(deal, (carried.released, carried.taken_back));
        if carried.earned != 0 {
            self.earned.insert(deal, carried.earned);
        }
        if carried.kept != 0 {
            self.kept.insert(deal, carried.kept);
        }
    }

    /// What is owed, what deals have been paid and what is kept back of them.
    pub(super) fn left(&self) -> (i64, BTreeMap<usize, i64>, BTreeMap<usize, i64>) {
        (self.debt, self.earned.clone(), self.kept.clone())
    }

    /// What is kept back altogether.
    pub(super) fn held(&self) -> i64 {
        self.kept.values().sum()
    }

    /// The lines of a part of the plan with its cap and floor.
    pub(super) fn bounded(
        &mut self,
        ranks: &Ranks,
        (place, earning, due): (usize, &Earning, Exact),
        mut lines: Vec<Line>,
    ) -> Vec<Line> {
        let sum: i64 = lines.iter().map(|it| it.amount).sum();
        let bound = |kind, amount: i64| {
            let line = Line::new(kind, amount).by(Base::Money(sum), None);
            Line { component: Some(place), ..line }
        };
        if let Some(cap) = earning.cap.filter(|it| *it < sum) {
            let cut = bound(Kind::Cap, cap - sum);
            cut_deals(ranks, &mut lines, cut, |_| true);
        } else if let Some(floor) = part_of(earning.floor, due).filter(|it| sum < *it) {
            lines.push(bound(Kind::Floor, floor - sum));
        }
        lines
    }

    /// Brings a period to its end.
    pub(super) fn settle(
        &mut self,
        stage: &Stage,
        (member, turn): (usize, usize),
        lines: &mut Vec<Line>,
    ) {
        let plan = stage.plan;
        let is_capped = |line: &Line| line.component.is_none_or(|it| !plan.components[it].uncapped);
        let sum: i64 = lines.iter().filter(|it| is_capped(it)).map(|it| it.amount).sum();
        if let Some(cap) = plan.cap.filter(|it| *it < sum) {
            let cut = Line::new(Kind::Cap, cap - sum).by(Base::Money(sum), None);
            cut_deals(&stage.book.ranks, lines, cut, is_capped);
        }
        let due = stage.part_due(member, stage.book.turns[turn], None);
        let sum: i64 = lines.iter().map(|it| it.amount).sum();
        if let Some(floor) = part_of(plan.floor, due).filter(|it| sum < *it) {
            lines.push(Line::new(Kind::Floor, floor - sum).by(Base::Money(sum), None));
        }
        self.note(lines);
        self.hold(stage, turn, lines);
        self.claw(stage, turn, lines);
        self.advance(stage, (member, turn), lines);
        if let Some(salary) = part_of(Some(plan.salary), due).filter(|it| *it != 0) {
            lines.push(Line::new(Kind::Salary, salary));
        }
        let step = stage.ramp(member, stage.book.turns[turn]);
        let guarantee = step.and_then(|it| it.guarantee).or(plan.guarantee);
        let sum: i64 = lines.iter().map(|it| it.amount).sum();
        if let Some(guarantee) = part_of(guarantee, due).filter(|it| sum < *it) {
            lines.push(Line::new(Kind::Guarantee, guarantee - sum).by(Base::Money(sum), None));
        }
        // Caps that were spread over deals are one line again.
        join_cuts(lines);
    }

    /// Notes what deals have earned.
    fn note(&mut self, lines: &[Line]) {
        self.now.clear();
        for line in lines {
            if let Some(deal) = line.deal.filter(|_| line.amount != 0) {
                *self.now.entry(deal).or_default() += line.amount;
                *self.earned.entry(deal).or_default() += line.amount;
            }
        }
    }

    /// Keeps back, and releases what is due.
    fn hold(&mut self, stage: &Stage, turn: usize, lines: &mut Vec<Line>) {
        let is_due = |day: Day| {
            let plan = stage.plan;
            plan.cycle.turn_of(day, plan.start()) <= stage.book.turns[turn]
        };
        let carried = self.carried.clone();
        let release = |deal: usize| match carried.get(&deal) {
            Some((released, _)) => *released,
            None => stage.plan.released_on(&stage.facts.deals[deal]),
        };
        let due: Vec<usize> =
            self.kept.keys().copied().filter(|it| release(*it).is_some_and(is_due)).collect();
        for deal in due {
            let kept = self.kept.remove(&deal).unwrap_or(0);
            let line = Line::new(Kind::Release, kept).by(Base::Money(kept), None);
            lines.push(Line { deal: Some(deal), since: release(deal), ..line });
        }
        let Some(holdback) = stage.plan.holdback else { return };
        for (deal, earned) in &self.now {
            let part =
                Exact::whole((*earned).into()).times(holdback.share).map_or(0, Exact::rounded);
            if part == 0 || release(*deal).is_some_and(is_due) {
                continue;
            }
            *self.kept.entry(*deal).or_default() += part;
            let rate = Some(Rate::Part(holdback.share));
            let line = Line::new(Kind::Holdback, -part).by(Base::Money(*earned), rate);
            lines.push(Line { deal: Some(*deal), since: release(*deal), ..line });
        }
    }

    /// Takes back of deals that are cancelled, also what they earn more by now, and sets what was kept back of them
    /// against it.
    fn claw(&mut self, stage: &Stage, turn: usize, lines: &mut Vec<Line>) {
        let (plan, start) = (stage.plan, stage.plan.start());
        let now = stage.book.turns[turn];
        let deals: Vec<usize> = self.earned.keys().copied().collect();
        for place in deals {
            let back = match self.carried.get(&place) {
                Some((_, back)) => *back,
                None => plan.taken_back_part(&stage.facts.deals[place]),
            };
            let is_due = |it: &(Day, Exact)| plan.cycle.turn_of(it.0, start) <= now;
            let Some((cancelled, part)) = back.filter(is_due) else { continue };
            let earned = self.earned.remove(&place).unwrap_or(0);
            let taken = Exact::whole(earned.into()).times(part).map_or(0, Exact::rounded);
            let line = Line::new(Kind::Clawback, -taken);
            let line = line.by(Base::Money(earned), Some(Rate::Part(part)));
            lines.push(Line { deal: Some(place), since: Some(cancelled), ..line });
            if let Some(kept) = self.kept.get_mut(&place) {
                let set = (*kept).min(taken.max(0));
                *kept -= set;
                let line = Line::new(Kind::Release, set).by(Base::Money(set), None);
                lines.push(Line { deal: Some(place), since: Some(cancelled), ..line });
            }
        }
    }

    /// Advances, and takes back what was advanced.
    fn advance(&mut self, stage: &Stage, (member, turn): (usize, usize), lines: &mut Vec<Line>) {
        let plan = stage.plan;
        let sum: i64 = lines.iter().map(|it| it.amount).sum();
        let since = stage.since_start(member, stage.book.turns[turn]).unwrap_or(turn);
        let lasts = |periods: u32| since < periods as usize;
        let due = stage.part_due(member, stage.book.turns[turn], None);
        let step = stage.ramp(member, stage.book.turns[turn]).and_then(|it| it.draw);
        // A draw that the ramp alone knows is plain.
        let alone = step.map(|amount| Draw { amount, recoverable: false, periods: None });
        let draw = plan.draw.or(alone).filter(|it| it.periods.is_none_or(lasts));
        let least = part_of(draw.map(|it| step.unwrap_or(it.amount)), due);
        let draw = draw.filter(|_| least.is_some());
        let line = |kind, amount: i64| Line::new(kind, amount).by(Base::Money(sum), None);
        match (draw, least) {
            (Some(draw), Some(least)) if sum < least => {
                let counted = if draw.recoverable { sum } else { sum.max(0) };
                lines.push(line(Kind::Draw, least - counted));
                if draw.recoverable {
                    self.debt += least - counted;
                }
            }
            _ => {
                let above = (sum - least.unwrap_or(0)).max(0);
                let back = self.debt.min(above);
                if back != 0 {
                    lines.push(line(Kind::Recovery, -back));
                    self.debt -= back;
                }
            }
        }
        let sum: i64 = lines.iter().map(|it| it.amount).sum();
        if sum < 0 && plan.negative == Negative::Carry {
            lines.push(Line::new(Kind::Carried, -sum).by(Base::Money(sum), None));
            self.debt -= sum;
        }
    }
}

impl Plan {
    /// When a deal is taken back, and how much of it; none for not.
    pub(super) fn taken_back_part(&self, deal: &Deal) -> Option<(Day, Exact)> {
        let cancelled = self.taken_back_on(deal)?;
        Some((cancelled, self.clawback?.part(self.counts_on(deal), cancelled)))
    }
}

impl Clawback {
    /// How much is taken back of a deal that counted on a day and was cancelled on another.
    fn part(&self, counted: Option<Day>, cancelled: Day) -> Exact {
        let (true, Some(within), Some(counted)) = (self.prorated, self.within, counted) else {
            return self.share;
        };
        let (gone, all) = match within {
            Stretch::Days(days) => (cancelled.days_since(counted), i64::from(days)),
            Stretch::Months(months) => {
                let whole = |it: &u32| counted.plus_months(*it) <= cancelled;
                ((1..=months).take_while(whole).count() as i64, i64::from(months))
            }
        };
        let left = Exact::new((all - gone).max(0).into(), all.into()).unwrap_or(Exact::ZERO);
        self.share.times(left).unwrap_or(self.share)
    }
}

/// Puts a cut on the deals that it cuts, in proportion to what they earn, so that nobody gives
/// back what a cap has kept from them; what no deal has earned is cut as a whole.
fn cut_deals(ranks: &Ranks, lines: &mut Vec<Line>, cut: Line, is_cut: impl Fn(&Line) -> bool) {
    let mut earned: BTreeMap<usize, i64> = BTreeMap::new();
    let (mut without, mut all) = (0, 0);
    for line in lines.iter().filter(|it| is_cut(it)) {
        all += line.amount;
        match line.deal {
            Some(deal) => *earned.entry(deal).or_default() += line.amount,
            None => without += line.amount,
        }
    }
    earned.retain(|_, it| 0 < *it);
    let mut weights: Vec<i64> = earned.values().copied().collect();
    weights.push(without.max(0));
    let deals = earned.keys().copied().map(Some).chain([None]);
    let parts = ranks.share(cut.amount, &weights, deals);
    for ((deal, _), part) in earned.iter().zip(&parts) {
        lines.push(Line {
            deal: Some(*deal),
            amount: *part,
            base: Some(Base::Money(all)),
            ..cut.clone()
        });
    }
    let rest = parts.last().copied().unwrap_or(0);
    if rest != 0 {
        lines.push(Line { amount: rest, ..cut });
    }
}

/// So much of an amount as is due; none where nothing is.
fn part_of(amount: Option<i64>, due: Exact) -> Option<i64> {
    let amount = amount.filter(|_| Exact::ZERO < due)?;
    Some(Exact::whole(amount.into()).times(due).map_or(amount, Exact::rounded))
}

/// Makes the cuts of one cap one line.
fn join_cuts(lines: &mut Vec<Line>) {
    let mut joined: Vec<Line> = Vec::with_capacity(lines.len());
    for line in lines.drain(..) {
        let same = joined.last_mut().filter(|it| {
            it.kind == Kind::Cap
                && line.kind == Kind::Cap
                && it.component == line.component
                && it.base == line.base
        });
        match same {
            Some(last) => {
                last.amount += line.amount;
                last.deal = None;
            }
            None => joined.push(line),
        }
    }
    *lines = joined;
}
