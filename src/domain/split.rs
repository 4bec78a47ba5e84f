//! Splitting a whole into parts that equal it exactly.
//!
//! The method of the largest remainder (Hamilton): each part takes its exact share rounded down,
//! then the units left over go one each to the parts with the largest remainders, the earlier
//! part first where remainders are equal. No part is ever more than one unit from its exact
//! share.

use super::arrange;
use super::natural::Natural;

/// Splits `whole` by weights, in whole units; the parts always sum up to the whole. Weights that
/// are all zero split it equally; no weights give no parts. A negative weight counts as zero.
pub fn split(whole: i64, weights: &[i64]) -> Vec<i64> {
    let weights: Vec<i128> = match weights.iter().all(|it| *it <= 0) {
        true => vec![1; weights.len()],
        false => weights.iter().map(|it| i128::from((*it).max(0))).collect(),
    };
    let total: i128 = weights.iter().sum();
    let size = i128::from(whole.unsigned_abs());
    let mut parts: Vec<i128> = weights.iter().map(|weight| size * weight / total).collect();
    let left = size - parts.iter().sum::<i128>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    arrange::by_key(&mut order, |place| (-(size * weights[*place] % total), *place));
    for place in order.into_iter().take(left as usize) {
        parts[place] += 1;
    }
    let sign = i128::from(whole.signum());
    parts.into_iter().map(|part| (part * sign) as i64).collect()
}

/// The same for weights of any size.
pub fn split_by(whole: i64, weights: &[Natural]) -> Vec<i64> {
    let small: Option<Vec<i64>> = weights.iter().map(Natural::to_i64).collect();
    if let Some(weights) = small {
        return split(whole, &weights);
    }
    let mut total = Natural::default();
    weights.iter().for_each(|it| total.add(it));
    let size = whole.unsigned_abs();
    let shares = weights.iter().map(|it| it.share_of(size, &total));
    let (mut parts, rests): (Vec<u64>, Vec<Natural>) = shares.unzip();
    let left = size - parts.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    arrange::by(&mut order, |a, b| rests[*b].cmp(&rests[*a]));
    for place in order.into_iter().take(left as usize) {
        parts[place] += 1;
    }
    let sign = i128::from(whole.signum());
    parts.into_iter().map(|part| (i128::from(part) * sign) as i64).collect()
}

/// Splits `whole` into so many parts, no two of which differ by more than one unit.
pub fn split_equally(whole: i64, parts: usize) -> Vec<i64> {
    split(whole, &vec![1; parts])
}

/// The same in whole steps, where `whole` is a number of whole steps; so amounts of whole units are
/// split into whole units. What is finer is split as it is.
pub fn split_in_steps(step: i64, whole: i64, weights: &[i64]) -> Vec<i64> {
    match 1 < step && whole % step == 0 {
        true => split(whole / step, weights).into_iter().map(|it| it * step).collect(),
        false => split(whole, weights),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(whole: i64, weights: &[i64], expect: &[i64]) {
        assert_eq!(split(whole, weights), expect);
    }

    #[test]
    fn what_is_left_goes_to_the_largest_remainders() {
        check(100, &[1, 1, 1], &[34, 33, 33]);
        check(10, &[1, 2, 3], &[2, 3, 5]);
        check(7, &[5, 0, 2], &[5, 0, 2]);
        check(-100, &[1, 1, 1], &[-34, -33, -33]);
    }

    // The example commonly given for the Hare quota: 100,000 votes for six parties, ten seats.
    #[test]
    fn seats_are_shared_by_the_hare_quota() {
        check(10, &[47_000, 16_000, 15_900, 12_000, 6_000, 3_100], &[5, 2, 1, 1, 1, 0]);
    }

    #[test]
    fn weights_of_nothing_split_equally() {
        check(5, &[0, 0], &[3, 2]);
        check(5, &[-3, 0], &[3, 2]);
        check(5, &[], &[]);
    }

    #[test]
    fn whole_units_are_split_into_whole_units_and_finer_ones_are_not() {
        assert_eq!(split_in_steps(100, 1_000_000_100, &[1; 4])[..2], [250_000_100, 250_000_000]);
        assert_eq!(split_in_steps(100, 1_000_000_101, &[1; 4])[..2], [250_000_026, 250_000_025]);
        assert_eq!(split_in_steps(1, 10, &[1, 2, 3]), [2, 3, 5]);
    }

    proptest! {
        #[test]
        fn the_parts_in_steps_are_the_whole(
            step in 1_i64..1000,
            whole: i64,
            weights in prop::collection::vec(0_i64..1_000, 1..40),
        ) {
            let parts = split_in_steps(step, whole, &weights);
            prop_assert_eq!(parts.iter().copied().map(i128::from).sum::<i128>(), i128::from(whole));
            prop_assert!(whole % step != 0 || parts.iter().all(|it| it % step == 0));
        }

        #[test]
        fn the_parts_are_the_whole(whole: i64, weights in prop::collection::vec(0_i64..1_000_000_000, 1..80)) {
            let sum: i128 = split(whole, &weights).into_iter().map(i128::from).sum();
            prop_assert_eq!(sum, i128::from(whole));
        }

        /// Weights times the same number split as they do without, also where they fit in no 64 bits.
        #[test]
        fn large_weights_split_as_small_ones(whole: i64, weights in prop::collection::vec(0_i64..1_000_000_000, 1..40), zeros in 0_usize..60) {
            prop_assume!(weights.iter().any(|it| *it != 0));
            let large = |it: &i64| Natural::of_digits(&format!("{it}{}", "0".repeat(zeros)));
            let large: Option<Vec<Natural>> = weights.iter().map(large).collect();
            prop_assert_eq!(split_by(whole, &large.expect("numbers")), split(whole, &weights));
        }

        #[test]
        fn no_part_is_a_unit_from_its_share(whole in 0_i64..1_000_000_000, weights in prop::collection::vec(1_i64..10_000, 1..40)) {
            let total: i128 = weights.iter().map(|it| i128::from(*it)).sum();
            for (part, weight) in split(whole, &weights).into_iter().zip(&weights) {
                let off = i128::from(part) * total - i128::from(whole) * i128::from(*weight);
                prop_assert!(off.abs() < total);
            }
        }

        #[test]
        fn equal_parts_differ_by_a_unit_at_most(whole: i64, parts in 1_usize..200) {
            let parts = split_equally(whole, parts);
            let (low, high) = (parts.iter().min(), parts.iter().max());
            prop_assert!(high.zip(low).is_some_and(|(high, low)| i128::from(*high) - i128::from(*low) <= 1));
        }
    }
}
