//! Deals in order of their days, and what each block of a day earns.

use super::book::cap_of;
use super::facts::Facts;
use super::line::{Base, Kind, Line, Rate};
use super::measure::Item;
use super::pay::CannotPay;
use super::plan::Axis;
use super::rank::Ranks;
use super::tier::{Piece, Scale};
use crate::domain::exact::Exact;

/// What is done with a block and the pieces of the scale that it lies in.
pub(super) type Visit<'a> = &'a mut dyn FnMut(&[Item], &[Piece]) -> Result<(), CannotPay>;

/// Goes over deals in order of their days. Those of a day are one block, and what went back on it
/// another one after it; a block is given with the pieces of the scale that it lies in.
pub(super) fn walk<'a>(
    items: &[Item],
    starts: Exact,
    scale: &'a dyn Fn(usize) -> Option<&'a Scale>,
    visit: Visit,
) -> Result<(), CannotPay> {
    let mut at = starts;
    for day in items.chunk_by(|a, b| a.day == b.day) {
        for goes_back in [false, true] {
            let within = day.iter().filter(|it| (it.size < Exact::ZERO) == goes_back);
            let block: Vec<Item> = within.copied().collect();
            let size = block.iter().try_fold(Exact::ZERO, |sum, it| sum.plus(it.size));
            let ends = size.and_then(|it| at.plus(it)).ok_or(CannotPay::TooLarge)?;
            let (low, high) = if goes_back { (ends, at) } else { (at, ends) };
            let paid: Vec<Item> = block.into_iter().filter(|it| it.is_paid_for).collect();
            if !paid.is_empty() {
                let pieces = scale(paid[0].turn).and_then(|it| it.pieces(low, high));
                visit(&paid, &pieces.ok_or(CannotPay::TooLarge)?)?;
            }
            at = ends;
        }
    }
    Ok(())
}

/// How deals are paid for.
pub(super) struct Paying<'a> {
    /// What prices are multiplied with.
    pub base: Axis,
    /// The most for a deal, of which everybody whose it is has their part.
    pub deal_cap: Option<i64>,
    /// The least for a deal, likewise.
    pub deal_floor: Option<i64>,
    /// What happened.
    pub facts: &'a Facts,
    /// What the lines do.
    pub kind: Kind,
    /// The part of the plan.
    pub place: usize,
    /// Which deals go first.
    pub ranks: &'a Ranks,
}

impl Paying<'_> {
    /// The lines of a block, a line for each deal and piece; none where a number does not fit.
    ///
    /// A block of one price is rounded deal by deal. One that lies in several tiers is rounded as a
    /// whole, by the running sum of its pieces, and each piece is shared among the deals by the
    /// largest remainder.
    pub(super) fn lines(&self, block: &[Item], pieces: &[Piece]) -> Option<Vec<Line>> {
        let sign = block[0].base < Exact::ZERO;
        let is_alike = block.iter().all(|it| (it.base < Exact::ZERO) == sign);
        let mut lines = Vec::with_capacity(block.len() * pieces.len());
        if 1 < pieces.len() && 1 < block.len() && is_alike {
            let whole = block.iter().try_fold(Exact::ZERO, |sum, it| sum.plus(it.base))?;
            let weights = weights(block)?;
            let deals = || block.iter().map(|it| Some(it.deal));
            let share = |whole: i64| self.ranks.share(whole, &weights, deals());
            let shared: Option<Vec<_>> = Running::new(self.base)
                .over(whole, pieces)?
                .into_iter()
                .map(|(base, amount)| Some((share(base), share(amount))))
                .collect();
            let shared = shared?;
            for (place, item) in block.iter().enumerate() {
                let parts = shared.iter().map(|(base, amount)| (base[place], amount[place]));
                self.deal(item, pieces, &parts.collect::<Vec<_>>(), &mut lines)?;
            }
        } else {
            for item in block {
                let parts = Running::new(self.base).over(item.base, pieces)?;
                self.deal(item, pieces, &parts, &mut lines)?;
            }
        }
        Some(lines)
    }

    fn deal(
        &self,
        item: &Item,
        pieces: &[Piece],
        parts: &[(i64, i64)],
        lines: &mut Vec<Line>,
    ) -> Option<()> {
        for (piece, (base, amount)) in pieces.iter().zip(parts) {
            let (base, rate) = match self.base {
                Axis::Amount | Axis::Margin => (Base::Money(*base), Rate::Part(piece.price)),
                Axis::Count | Axis::Quantity => {
                    (Base::Number(item.base.times(piece.part)?), Rate::Each(piece.price))
                }
            };
            let line = Line::new(self.kind, *amount).by(base, Some(rate));
            let (component, deal, tier) = (Some(self.place), Some(item.deal), piece.tier);
            lines.push(Line { component, deal, tier, ..line });
        }
        let sum: i64 = parts.iter().map(|(_, amount)| amount).sum();
        let of_all = |cap| cap_of(self.facts, &self.facts.deals[item.deal], item.credit, cap);
        let part = |bound: Option<i64>| bound.map(|it| of_all(it).ok_or(())).transpose().ok();
        let is_sold = Exact::ZERO < item.base;
        let cap = part(self.deal_cap)?.filter(|it| *it < sum).map(|it| (Kind::Cap, it));
        let floor = part(self.deal_floor)?.filter(|it| is_sold && sum < *it);
        if let Some((kind, bound)) = cap.or(floor.map(|it| (Kind::Floor, it))) {
            let line = Line::new(kind, bound - sum).by(Base::Money(sum), None);
            lines.push(Line { component: Some(self.place), deal: Some(item.deal), ..line });
        }
        Some(())
    }
}

/// Running sums, which are rounded so that the pieces are the rounded whole.
struct Running {
    is_money: bool,
}

impl Running {
    fn new(base: Axis) -> Running {
        Running { is_money: matches!(base, Axis::Amount | Axis::Margin) }
    }

    /// The base of each piece in minor units (nothing for what is counted) and what it earns.
    fn over(&self, whole: Exact, pieces: &[Piece]) -> Option<Vec<(i64, i64)>> {
        let (mut base, mut earned) = (Exact::ZERO, Exact::ZERO);
        let (mut told_base, mut told) = (0, 0);
        let piece = |piece: &Piece| {
            let own = whole.times(piece.part)?;
            base = base.plus(own)?;
            earned = earned.plus(own.times(piece.price)?)?;
            let part = if self.is_money { base.rounded() - told_base } else { 0 };
            let amount = earned.rounded() - told;
            (told_base, told) = (told_base + part, told + amount);
            Some((part, amount))
        };
        pieces.iter().map(piece).collect()
    }
}

/// The bases of deals as whole numbers in proportion.
fn weights(block: &[Item]) -> Option<Vec<i64>> {
    let lower = block.iter().try_fold(1_i128, |lower, it| {
        let own = Exact::new(it.base.lower(), lower)?;
        lower.checked_mul(own.upper())
    })?;
    let weight = |it: &Item| i64::try_from(it.base.times(Exact::whole(lower))?.upper().abs()).ok();
    block.iter().map(weight).collect()
}
