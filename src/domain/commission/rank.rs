//! Who takes what is left over in a largest remainder: a rule that goes by what deals are, and never
//! by where they are listed or what they are called.

use std::cmp::{Ordering, Reverse};

use super::facts::{Deal, Facts};
use super::plan::Plan;
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::exact::Exact;
use crate::domain::split::split;

/// Which of two deals goes first where remainders are equal: the rank of each, by its place.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ranks(Vec<usize>);

impl Ranks {
    /// The ranks of the deals. Those that are the same in all that pay depends on are as good as
    /// each other, and keep the order in which they are listed.
    pub(super) fn of(plan: &Plan, facts: &Facts) -> Ranks {
        let deals = &facts.deals;
        let mut order: Vec<usize> = (0..deals.len()).collect();
        arrange::by(&mut order, |a, b| compare((plan, facts), &deals[*a], &deals[*b]));
        let mut ranks = vec![0; deals.len()];
        order.into_iter().enumerate().for_each(|(rank, place)| ranks[place] = rank);
        Ranks(ranks)
    }

    /// Shares a whole among deals, each with its weight; what belongs to no deal comes last.
    pub(super) fn share(
        &self,
        whole: i64,
        weights: &[i64],
        deals: impl Iterator<Item = Option<usize>>,
    ) -> Vec<i64> {
        let ranks = deals.map(|it| it.map_or(usize::MAX, |it| self.0[it]));
        share(whole, weights, &ranks.collect::<Vec<_>>())
    }
}

/// Shares a whole by the largest remainder. Where remainders are equal, the larger part takes a unit
/// that is left over; among parts of the same size, that of the lower rank.
pub(super) fn share(whole: i64, weights: &[i64], ranks: &[usize]) -> Vec<i64> {
    let mut order: Vec<usize> = (0..weights.len()).collect();
    arrange::by_key(&mut order, |it| (Reverse(weights[*it]), ranks[*it]));
    let sorted: Vec<i64> = order.iter().map(|it| weights[*it]).collect();
    let mut parts = vec![0; weights.len()];
    order.into_iter().zip(split(whole, &sorted)).for_each(|(place, part)| parts[place] = part);
    parts
}

/// By the day, by what was sold and to whom, by whose it is, and last by what came of it.
fn compare((plan, facts): (&Plan, &Facts), a: &Deal, b: &Deal) -> Ordering {
    let number = |it: Exact| (it.upper(), it.lower());
    let day = |it: &Deal| (plan.counts_on(it), it.signed);
    let sold = |it: &Deal| {
        let amount = it.amount.map(|it| (it.minor, it.currency));
        Reverse((amount, it.margin, it.quantity.map(number)))
    };
    let lines = |it: &Deal| -> Vec<_> {
        let line = |it: &super::facts::DealLine| {
            (it.product.clone(), it.amount, it.margin, it.quantity.map(number))
        };
        it.lines.iter().map(line).collect()
    };
    let credits = |it: &Deal| -> Vec<_> {
        let credit = |it: &super::facts::Credit| {
            (facts.members[it.member].id.clone(), it.member, number(it.share), it.overlay)
        };
        it.credits.iter().map(credit).collect()
    };
    (day(a).cmp(&day(b)))
        .then_with(|| sold(a).cmp(&sold(b)))
        .then_with(|| (&a.product, &a.class).cmp(&(&b.product, &b.class)))
        .then_with(|| lines(a).cmp(&lines(b)))
        .then_with(|| credits(a).cmp(&credits(b)))
        .then_with(|| became(a).cmp(&became(b)))
}

/// What came of a deal, the earlier event first and what has not happened after all days. Of two
/// deals the one goes first of which something is known first, so what happens later never turns
/// round what was paid before.
fn became(deal: &Deal) -> [(bool, Option<Day>, bool); 2] {
    let event = |day: Option<Day>, is_end| (day.is_none(), day, is_end);
    let (paid, cancelled) = (event(deal.paid, false), event(deal.cancelled, true));
    [paid.min(cancelled), paid.max(cancelled)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(whole: i64, weights: &[i64], ranks: &[usize], expect: &[i64]) {
        assert_eq!(share(whole, weights, ranks), expect);
    }

    #[test]
    fn equal_parts_take_what_is_left_by_their_rank() {
        check(3, &[1, 1], &[0, 1], &[2, 1]);
        check(3, &[1, 1], &[1, 0], &[1, 2]);
        check(-3, &[1, 1], &[1, 0], &[-1, -2]);
    }

    #[test]
    fn of_equal_remainders_the_larger_part_has_what_is_left() {
        check(2, &[1, 3], &[0, 1], &[0, 2]);
        check(2, &[3, 1], &[1, 0], &[2, 0]);
    }
}
