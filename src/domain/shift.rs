//! How far the values of one group lie above those of another: the rank sums of Mann and Whitney
//! turned round (Hodges and Lehmann, "Estimates of Location Based on Rank Tests", 1963; Hollander
//! and Wolfe, "Nonparametric Statistical Methods", 1999, section 4.3).
//!
//! The interval holds every shift that the test would not refuse in one of twenty cases: it lies
//! between two of the differences of a value of one group and a value of the other. It supposes no
//! form of the values, so that one very large deal moves it no more than a large one, and values
//! that tie make it only more careful.

/// Up to so many values in both groups the chances are counted out; beyond they are taken as normal.
const COUNTED: usize = 100;

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The ends of the 95 % interval of what the later values lie above the earlier ones; both stand in
/// their order. `None` where there are too few of them to leave any shift out; four and four are
/// enough, and three and five.
pub fn shift_interval(before: &[i64], since: &[i64]) -> Option<(i64, i64)> {
    let (one, other) = (before.len(), since.len());
    let place = match one + other <= COUNTED {
        true => counted_place(one, other),
        false => normal_place(one, other),
    };
    let place = place.filter(|it| *it != 0)?;
    let differences = Differences { before, since };
    Some((differences.nth(place), differences.nth(one * other + 1 - place)))
}

/// How many differences, counted from the smallest, lie below the interval or are its end: the most
/// for which chance alone brings fewer no more often than once in forty.
fn counted_place(one: usize, other: usize) -> Option<usize> {
    let ways = ways(one, other);
    let all = (1..=one as u128).fold(1, |all, it| all * (other as u128 + it) / it);
    let below = ways.iter().scan(0_u128, |below, ways| {
        *below += ways;
        Some(*below)
    });
    Some(below.take_while(|it| it * 40 <= all).count())
}

/// In how many ways so many values can lie among so many others that 0, 1, 2 … of all pairs stand
/// the wrong way round, up to half of the pairs (Mann and Whitney 1947; the coefficients of Gauss).
fn ways(one: usize, other: usize) -> Vec<u128> {
    let half = one * other / 2;
    let mut ways = vec![0_u128; half + 1];
    ways[0] = 1;
    for step in 1..=one {
        for pairs in step..=half {
            ways[pairs] += ways[pairs - step];
        }
        for pairs in (other + step..=half).rev() {
            ways[pairs] -= ways[pairs - other - step];
        }
    }
    ways
}

fn normal_place(one: usize, other: usize) -> Option<usize> {
    let (one, other) = (one as f64, other as f64);
    let deviation = (one * other / 12.0 * (one + other + 1.0)).sqrt();
    let place = (one * other / 2.0 - Z * deviation + 0.5).floor();
    (1.0 <= place).then_some(place as usize)
}

/// All differences of a later value and an earlier one, which are too many to be written down.
struct Differences<'a> {
    before: &'a [i64],
    since: &'a [i64],
}

impl Differences<'_> {
    /// The difference at a place from 1 on, the smallest first.
    fn nth(&self, place: usize) -> i64 {
        let (mut low, mut high) = (i64::MIN, i64::MAX);
        while low < high {
            let middle = (i128::from(low) + i128::from(high)).div_euclid(2) as i64;
            match place <= self.up_to(middle) {
                true => high = middle,
                false => low = middle + 1,
            }
        }
        low
    }

    /// How many are at most so large.
    fn up_to(&self, most: i64) -> usize {
        let smaller = |since: i64| {
            self.before.partition_point(|it| i128::from(most) < i128::from(since) - i128::from(*it))
        };
        self.since.iter().map(|it| self.before.len() - smaller(*it)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // By hand: of three and three values the 20 orders have 0, 1, 2 … pairs the wrong way round
    // 1, 1, 2, 3, 3 times, and as often from the other end.
    #[test]
    fn pairs_the_wrong_way_round_are_counted_out() {
        assert_eq!(ways(3, 3), [1, 1, 2, 3, 3]);
        assert_eq!(ways(1, 4), [1, 1, 1]);
    }

    // Hollander and Wolfe 1999, table A.6: with four and four values the outermost differences are
    // the interval at the level 0.971; with fewer there is none at 0.95.
    #[test]
    fn a_few_values_leave_no_shift_out() {
        assert_eq!(shift_interval(&[1, 2, 3, 4], &[11, 12, 13, 14]), Some((7, 13)));
        assert_eq!(shift_interval(&[1, 2, 3], &[11, 12, 13, 14]), None);
        assert_eq!(shift_interval(&[], &[1; 40]), None);
    }

    fn values() -> impl Strategy<Value = Vec<i64>> {
        proptest::collection::vec(-50_i64..50, 4..70)
    }

    proptest! {
        #[test]
        fn a_shift_of_all_later_values_shifts_the_interval(
            mut before in values(), mut since in values(), by in -9_i64..9
        ) {
            before.sort_unstable();
            since.sort_unstable();
            let (low, high) = shift_interval(&before, &since).expect("enough");
            prop_assert!(low <= high);
            let moved: Vec<i64> = since.iter().map(|it| it + by).collect();
            prop_assert_eq!(shift_interval(&before, &moved), Some((low + by, high + by)));
            prop_assert_eq!(shift_interval(&since, &before), Some((-high, -low)));
        }
    }
}
