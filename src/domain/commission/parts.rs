//! Parts of a deal by product: amounts and margins that add up to those of the deal.

use std::cmp::Reverse;

use super::facts::{Deal, DealLine};
use crate::domain::arrange;
use crate::domain::exact::Exact;

/// The margins of a deal's lines in the deal's currency. What the lines do not say is what the deal
/// leaves beyond those that do, spread over the others by their amounts; none where nobody says it.
pub(super) fn margins(deal: &Deal) -> Option<Vec<Option<i64>>> {
    let silent = || deal.lines.iter().filter(|it| it.margin.is_none());
    let stated: i64 = deal.lines.iter().filter_map(|it| it.margin).sum();
    let (Some(whole), true) = (deal.margin, silent().next().is_some()) else {
        return Some(deal.lines.iter().map(|it| it.margin).collect());
    };
    let rest = whole.checked_sub(stated)?;
    let sold = silent().map(|it| i128::from(it.amount)).sum::<i128>();
    let part = |it: &DealLine| match sold {
        0 => Exact::new(1, silent().count() as i128),
        sold => Exact::new(it.amount.into(), sold),
    };
    let exact: Option<Vec<Exact>> =
        silent().map(|it| Exact::whole(rest.into()).times(part(it)?)).collect();
    let lines: Vec<&DealLine> = silent().collect();
    let mut parts = spread(rest, &exact?, &lines)?.into_iter();
    let own = |it: &DealLine| it.margin.or_else(|| parts.next());
    Some(deal.lines.iter().map(own).collect())
}

/// Whole numbers near exact parts, which add up to the whole: each is rounded down, and what is left
/// goes one each to the largest remainders; where those are equal, to the larger line, then to the
/// product that comes first. None where a number does not fit, or the parts are not near the whole.
pub(super) fn spread(whole: i64, exact: &[Exact], lines: &[&DealLine]) -> Option<Vec<i64>> {
    let down = |it: &Exact| it.upper().div_euclid(it.lower());
    let mut parts: Vec<i128> = exact.iter().map(down).collect();
    let left = i128::from(whole).checked_sub(parts.iter().sum())?;
    let left = usize::try_from(left).ok().filter(|it| *it <= parts.len())?;
    let mut order: Vec<(usize, Exact)> = Vec::with_capacity(exact.len());
    for (place, it) in exact.iter().enumerate() {
        order.push((place, it.minus(Exact::whole(parts[place]))?));
    }
    arrange::by(&mut order, |(a, left), (b, right)| {
        let known = |it: usize| (Reverse(lines[it].amount), &lines[it].product, it);
        right.partial_cmp(left).unwrap_or(std::cmp::Ordering::Equal).then(known(*a).cmp(&known(*b)))
    });
    order.into_iter().take(left).for_each(|(place, _)| parts[place] += 1);
    parts.into_iter().map(|it| i64::try_from(it).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deal(margin: Option<i64>, lines: &[(i64, Option<i64>)]) -> Deal {
        let line = |(amount, margin): &(i64, Option<i64>)| DealLine {
            amount: *amount,
            margin: *margin,
            ..DealLine::default()
        };
        Deal { margin, lines: lines.iter().map(line).collect(), ..Deal::default() }
    }

    #[track_caller]
    fn check(margin: Option<i64>, lines: &[(i64, Option<i64>)], expect: &[Option<i64>]) {
        assert_eq!(margins(&deal(margin, lines)).expect("they fit"), expect);
    }

    #[test]
    fn a_margin_is_spread_over_the_lines_by_their_amounts() {
        check(Some(1_000), &[(2_000, None), (3_000, None)], &[Some(400), Some(600)]);
        check(Some(100), &[(1, None), (1, None), (1, None)], &[Some(34), Some(33), Some(33)]);
        check(Some(-100), &[(2, None), (1, None)], &[Some(-67), Some(-33)]);
        // A rebate is a line of its own, below nothing.
        check(Some(90), &[(1_000, None), (-100, None)], &[Some(100), Some(-10)]);
        check(Some(5), &[(0, None), (0, None)], &[Some(3), Some(2)]);
    }

    #[test]
    fn lines_that_say_their_margin_keep_it() {
        check(
            Some(1_000),
            &[(10, Some(700)), (5, None), (5, None)],
            &[Some(700), Some(150), Some(150)],
        );
        check(None, &[(10, Some(7)), (5, Some(3))], &[Some(7), Some(3)]);
        check(None, &[(10, Some(7)), (5, None)], &[Some(7), None]);
    }
}
