//! What a bonus can be held against: its levels, what was measured period by period, and what it
//! had paid before.

use super::super::cycle::Turn;
use super::super::earn::Asked;
use super::super::line::Kind;
use super::super::measure::Stage;
use super::super::pay::{CannotPay, Paid};
use super::super::plan::{Axis, Between, Bonus, Component, Reached};
use crate::domain::exact::Exact;

/// The levels of a bonus, and what was measured for it.
#[derive(Clone, Debug, PartialEq)]
pub struct BonusProof {
    /// The part of the plan.
    pub component: usize,
    /// The levels, in what the line's base is in, with what they pay.
    pub levels: Vec<(Exact, Exact)>,
    /// What is paid between them.
    pub between: Between,
    /// Whether a level is reached at it.
    pub reached: Reached,
    /// How much of it is due.
    pub due: Exact,
    /// What it was measured at, in what the levels are in.
    pub sold: Exact,
    /// What is measured.
    pub axis: Axis,
    /// The quota, where the levels are parts of it.
    pub quota: Option<Exact>,
    /// What was measured before the first of the periods.
    pub before: Exact,
    /// What was measured in each period: those of the year until now where it goes by the year, else
    /// this one alone.
    pub turns: Vec<MeasuredTurn>,
    /// What it had paid in the year before the first of the periods, in minor units.
    pub paid_before: i64,
}

/// What was measured in a period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MeasuredTurn {
    /// The period.
    pub turn: Turn,
    /// How much, in minor units or pieces.
    pub sold: Exact,
    /// How much one of the levels' units was then: the quota until then, or one; none where nothing
    /// was due.
    pub unit: Option<Exact>,
    /// What was paid then, in minor units.
    pub paid: i64,
}

impl Stage<'_> {
    /// What a bonus can be held against; none where it is not due.
    pub(super) fn bonus_proof(
        &self,
        asked: &Asked,
        (component, bonus): (&Component, &Bonus),
        paid: Option<&Paid>,
    ) -> Result<Option<BonusProof>, CannotPay> {
        let Bonus { measure, levels, between } = bonus;
        let over = measure.over;
        let turns = self.turns(asked.turn, over);
        let is_due = self.is_due(asked.member, asked.turn, Some(component));
        if asked.sellers.is_empty() || !is_due || self.is_idle(asked, *measure, &turns)? {
            return Ok(None);
        }
        let ((whole, axis), unit) = self.sold(asked, *measure, &turns)?;
        let due = match over.is_over_year() {
            true => Exact::ONE,
            false => self.part_due(asked.member, self.book.turns[asked.turn], Some(component)),
        };
        let mut all = Vec::new();
        for turn in turns.clone() {
            let at = Asked { turn, ..asked.clone() };
            let entries = self.entries(&asked.sellers, &(turn..=turn));
            let items = self.items(asked.place, &entries, (axis, measure.of), axis)?;
            let mut sizes = items.iter().map(|it| it.size);
            let sold = sizes.try_fold(Exact::ZERO, Exact::plus);
            let is_due = self.is_due(asked.member, turn, Some(component));
            let idle = self.is_idle(&at, *measure, &self.turns(turn, over));
            let known = self.unit(*measure, &at).ok().map(|it| it.1);
            let unit = known.filter(|_| is_due && idle == Ok(false));
            let slips = paid.into_iter().flat_map(|it| &it.slips);
            let own = slips.filter(|it| (it.member, it.turn) == (asked.member, turn));
            let lines = own.flat_map(|it| &it.lines);
            let is_it = |kind, place| kind == Kind::Bonus && place == Some(asked.place);
            let lines = lines.filter(|it| is_it(it.kind, it.component));
            all.push(MeasuredTurn {
                turn: self.book.turns[turn],
                sold: sold.ok_or(CannotPay::TooLarge)?,
                unit,
                paid: lines.map(|it| it.amount).sum(),
            });
        }
        let is_first = over.is_over_year() && *turns.start() == 0;
        let carried = self.facts.bonuses.get(&(asked.member, asked.place)).copied();
        Ok(Some(BonusProof {
            component: asked.place,
            levels: levels.clone(),
            between: *between,
            reached: measure.reached,
            due,
            sold: whole.over(unit).ok_or(CannotPay::TooLarge)?,
            axis,
            quota: measure.axis.is_none().then_some(unit),
            before: self.before(asked, &turns, (axis, measure.of), over)?,
            turns: all,
            paid_before: carried.filter(|_| is_first).unwrap_or(0),
        }))
    }
}
