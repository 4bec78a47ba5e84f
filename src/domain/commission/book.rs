//! Whose deals count when, in the plan's currency.

use std::collections::BTreeMap;

use super::cycle::{Cycle, Turn};
use super::facts::{Deal, DealLine, Facts};
use super::line::{Base, Kind, Line, Rate};
use super::parts::{margins, spread};
use super::pay::CannotPay;
use super::plan::{CountedOn, Plan, Release, Stretch};
use super::rank::Ranks;
use crate::domain::arrange;
use crate::domain::calendar::{Day, FiscalStart};
use crate::domain::exact::Exact;
use crate::domain::split::split;

/// Somebody's part of a deal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// The deal: its place among the facts.
    pub deal: usize,
    /// The credit: its place among the deal's.
    pub credit: usize,
    /// The day it counts on.
    pub day: Option<Day>,
    /// The period: its place.
    pub turn: usize,
    /// The part of the deal.
    pub share: Exact,
    /// What was sold, by product.
    pub parts: Vec<Part>,
}

/// What was sold of one product.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// The line of the deal; none for a deal without lines.
    pub line: Option<usize>,
    /// Minor units of the plan's currency.
    pub amount: i64,
    /// The same of the margin; none where it is not known.
    pub margin: Option<i64>,
    /// Pieces.
    pub quantity: Exact,
}

/// All that is paid for, by person.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Book {
    /// The periods, in order.
    pub turns: Vec<Turn>,
    /// Everybody's parts of deals, in order of their days.
    pub entries: Vec<Vec<Entry>>,
    /// Everybody's parts of deals that an earlier plan has paid for, to be measured alone.
    pub past: Vec<Vec<Entry>>,
    /// What was converted, by deal.
    pub converted: BTreeMap<usize, Line>,
    /// Which deals go first where something is left over.
    pub ranks: Ranks,
}

/// The day a stretch after another.
pub(super) fn after(day: Day, stretch: Stretch) -> Day {
    match stretch {
        Stretch::Days(days) => day.plus(days.into()),
        Stretch::Months(months) => day.plus_months(months),
    }
}

impl Plan {
    /// Where its years begin.
    pub fn start(&self) -> FiscalStart {
        FiscalStart::new(self.year_starts)
    }

    /// The day on which a deal counts; none for one that does not count yet.
    pub(super) fn counts_on(&self, deal: &Deal) -> Option<Day> {
        match self.counted_on {
            CountedOn::Signed => deal.signed,
            CountedOn::Paid => deal.paid,
        }
    }

    /// Whether a deal counts.
    fn counts(&self, deal: &Deal) -> bool {
        let Some(day) = self.counts_on(deal) else {
            return self.counted_on == CountedOn::Signed;
        };
        self.from.is_none_or(|it| it <= day)
            && self.until.is_none_or(|it| day <= it)
            && self.signed_from.is_none_or(|it| deal.signed.is_some_and(|signed| it <= signed))
    }

    /// The day on which what was kept back of a deal is released; none for not yet.
    pub(super) fn released_on(&self, deal: &Deal) -> Option<Day> {
        match self.holdback?.release {
            Release::After(stretch) => Some(after(self.counts_on(deal)?, stretch)),
            Release::Paid => deal.paid,
            Release::Open => None,
        }
    }

    /// The day on which a deal was cancelled, where something is taken back for it.
    pub(super) fn taken_back_on(&self, deal: &Deal) -> Option<Day> {
        let (clawback, cancelled) = (self.clawback?, deal.cancelled?);
        let Some(day) = self.counts_on(deal) else { return Some(cancelled) };
        let ends = clawback.within.map(|it| after(day, it));
        (day <= cancelled && ends.is_none_or(|it| cancelled <= it)).then_some(cancelled)
    }
}

impl Book {
    /// The book of a plan.
    pub(super) fn of(plan: &Plan, facts: &Facts) -> Result<Book, CannotPay> {
        let turns = turns(plan, facts)?;
        let place: BTreeMap<Turn, usize> =
            turns.iter().enumerate().map(|(place, it)| (*it, place)).collect();
        let mut book = Book {
            turns,
            entries: vec![Vec::new(); facts.members.len()],
            past: vec![Vec::new(); facts.members.len()],
            converted: BTreeMap::new(),
            ranks: Ranks::of(plan, facts),
        };
        for (number, deal) in facts.deals.iter().enumerate().filter(|(_, it)| plan.counts(it)) {
            let day = plan.counts_on(deal);
            let turn = match (plan.cycle, day) {
                (Cycle::Once, _) => Some(0),
                (_, None) => return Err(CannotPay::Undated(deal.id.clone())),
                (cycle, Some(day)) => place.get(&cycle.turn_of(day, plan.start())).copied(),
            };
            let turn = turn.ok_or_else(|| CannotPay::Outside(deal.id.clone()))?;
            book.take(plan, facts, (number, deal), (day, turn))?;
        }
        let past = facts.past.iter().map(|it| (*it, &facts.deals[*it]));
        for (number, deal) in past.filter(|(_, it)| !plan.counts(it)) {
            let day = plan.counts_on(deal);
            let home = book.in_home(plan, facts, (number, deal), day)?;
            let shares = shared(facts, deal, &home).ok_or(CannotPay::TooLarge)?;
            for ((credit, known), parts) in deal.credits.iter().enumerate().zip(shares) {
                let share = known.share;
                let entry = Entry { deal: number, credit, day, turn: 0, share, parts };
                book.past[known.member].push(entry);
            }
        }
        for entries in &mut book.entries {
            arrange::by_key(entries, |it| (it.day, it.deal));
        }
        Ok(book)
    }

    fn take(
        &mut self,
        plan: &Plan,
        facts: &Facts,
        (number, deal): (usize, &Deal),
        (day, turn): (Option<Day>, usize),
    ) -> Result<(), CannotPay> {
        let home = self.in_home(plan, facts, (number, deal), day)?;
        let shares: Vec<Vec<Part>> = shared(facts, deal, &home).ok_or(CannotPay::TooLarge)?;
        for ((place, credit), parts) in deal.credits.iter().enumerate().zip(shares) {
            let share = credit.share;
            let entry = Entry { deal: number, credit: place, day, turn, share, parts };
            self.entries[credit.member].push(entry);
        }
        Ok(())
    }

    /// The parts of a deal in the plan's currency.
    fn in_home(
        &mut self,
        plan: &Plan,
        facts: &Facts,
        (number, deal): (usize, &Deal),
        day: Option<Day>,
    ) -> Result<Vec<Part>, CannotPay> {
        let foreign = deal.amount.filter(|it| it.currency != plan.currency);
        let rate = match foreign {
            None => None,
            Some(amount) => {
                let missing = || CannotPay::NoRate(deal.id.clone(), amount.currency);
                Some(facts.rate(amount.currency, day).ok_or_else(missing)?)
            }
        };
        let home = |minor: i64| match rate {
            None => Ok(minor),
            Some(rate) => rate.convert(minor, plan.currency).ok_or(CannotPay::TooLarge),
        };
        if let (Some(amount), Some(rate)) = (foreign, rate) {
            let line = Line::new(Kind::Converted, 0);
            let line = line.by(Base::Foreign(amount), Some(Rate::Part(rate.rate)));
            let line = Line { deal: Some(number), since: rate.day, ..line };
            self.converted.insert(number, line);
        }
        let margin = deal.margin.map(home).transpose()?;
        let quantity = deal.quantity.unwrap_or(Exact::ONE);
        if deal.lines.is_empty() {
            let amount = home(deal.amount.map_or(0, |it| it.minor))?;
            return Ok(vec![Part { line: None, amount, margin, quantity }]);
        }
        in_parts(deal, |them| match rate {
            None => Some(them.to_vec()),
            Some(rate) => {
                let exact = them.iter().map(|it| rate.exactly(*it, plan.currency));
                let exact = exact.collect::<Option<Vec<Exact>>>()?;
                // Converted as one, so that it is rounded once.
                let whole = exact.iter().try_fold(Exact::ZERO, |sum, it| sum.plus(*it))?;
                spread(whole.rounded(), &exact, &deal.lines.iter().collect::<Vec<_>>())
            }
        })
        .ok_or(CannotPay::TooLarge)
    }
}

/// The parts of a deal by product, its amounts and margins brought home together.
fn in_parts(deal: &Deal, home: impl Fn(&[i64]) -> Option<Vec<i64>>) -> Option<Vec<Part>> {
    let amounts = home(&deal.lines.iter().map(|it| it.amount).collect::<Vec<_>>())?;
    let margins = margins(deal)?;
    let known: Vec<i64> = margins.iter().map(|it| it.unwrap_or(0)).collect();
    let known = home(&known)?;
    let part = |(place, line): (usize, &DealLine)| Part {
        line: Some(place),
        amount: amounts[place],
        margin: margins[place].map(|_| known[place]),
        quantity: line.quantity.unwrap_or(Exact::ONE),
    };
    Some(deal.lines.iter().enumerate().map(part).collect())
}

/// A cap of a deal as it falls to one of those it is credited to: the parts of all are the cap.
pub(super) fn cap_of(facts: &Facts, deal: &Deal, credit: usize, cap: i64) -> Option<i64> {
    let whole = Part { line: None, amount: cap, margin: None, quantity: Exact::ONE };
    let parts = shared(facts, deal, &[whole])?;
    parts.get(credit)?.first().map(|it| it.amount)
}

/// The parts of everybody a deal is credited to, in order of the credits. Shares that are not on
/// top of others are the whole to the minor unit.
fn shared(facts: &Facts, deal: &Deal, home: &[Part]) -> Option<Vec<Vec<Part>>> {
    if let [credit] = deal.credits[..]
        && credit.share == Exact::ONE
    {
        return Some(vec![home.to_vec()]);
    }
    let lower = deal.credits.iter().try_fold(1_i128, |lower, it| {
        let by = it.share.lower() / greatest(lower, it.share.lower());
        lower.checked_mul(by)
    })?;
    let weight = |it: &super::facts::Credit| {
        i64::try_from(it.share.upper().checked_mul(lower / it.share.lower())?).ok()
    };
    let mut order: Vec<usize> = (0..deal.credits.len()).collect();
    // Whoever has the larger share, then the name that comes first, takes a unit that is left over.
    let weights: Option<Vec<i64>> = deal.credits.iter().map(weight).collect();
    let weights = weights?;
    let name = |it: usize| facts.members[deal.credits[it].member].id.as_str();
    arrange::by_key(&mut order, |it| (-weights[*it], name(*it), deal.credits[*it].member));
    let mut shares = vec![Vec::with_capacity(home.len()); deal.credits.len()];
    for part in home {
        let amounts = split_credits(deal, part.amount, &weights, &order);
        let margins = part.margin.map(|it| split_credits(deal, it, &weights, &order));
        for (place, credit) in deal.credits.iter().enumerate() {
            let (line, quantity) = (part.line, part.quantity.times(credit.share)?);
            let margin = margins.as_ref().map(|it| it[place]);
            shares[place].push(Part { line, amount: amounts[place], margin, quantity });
        }
    }
    Some(shares)
}

fn split_credits(deal: &Deal, amount: i64, weights: &[i64], order: &[usize]) -> Vec<i64> {
    let mut amounts = vec![0; weights.len()];
    let among: Vec<usize> = order.iter().copied().filter(|it| !deal.credits[*it].overlay).collect();
    let parts = split(amount, &among.iter().map(|it| weights[*it]).collect::<Vec<_>>());
    among.iter().zip(parts).for_each(|(place, part)| amounts[*place] = part);
    for (place, credit) in deal.credits.iter().enumerate().filter(|(_, it)| it.overlay) {
        let part = Exact::whole(amount.into()).times(credit.share);
        amounts[place] = part.map_or(0, Exact::rounded);
    }
    amounts
}

/// The greatest common divisor of two numbers above nothing.
fn greatest(a: i128, b: i128) -> i128 {
    if b == 0 { a } else { greatest(b, a % b) }
}

/// The periods that are paid: those that were asked for, or those in which something happens.
fn turns(plan: &Plan, facts: &Facts) -> Result<Vec<Turn>, CannotPay> {
    let start = plan.start();
    if plan.cycle == Cycle::Once {
        return Ok(vec![Turn(None)]);
    }
    if let Some((first, last)) = facts.turns {
        return Ok(plan.cycle.all(first, last, start));
    }
    let mut days: Vec<Day> = Vec::new();
    for deal in facts.deals.iter().filter(|it| plan.counts(it)) {
        let counts = plan.counts_on(deal);
        let all = [counts, plan.released_on(deal), plan.taken_back_on(deal)];
        days.extend(all.into_iter().flatten());
    }
    let quotas = facts.members.iter().flat_map(|it| it.quotas.keys());
    let spans = quotas.filter_map(|it| it.span(start)).map(|it| it.first);
    days.extend(spans);
    let (Some(first), Some(last)) = (days.iter().min(), days.iter().max()) else {
        return Err(CannotPay::NoPeriods);
    };
    let turn = |day: &Day| plan.cycle.turn_of(*day, start);
    Ok(plan.cycle.all(turn(first), turn(last), start))
}
