//! Whether one group really differs from the others, or chance alone would do it.
//!
//! Rates are compared by Fisher's exact test (two sides: tables that are no likelier than the one
//! seen), times by the rank sums of Mann and Whitney ("On a Test of Whether one of Two Random
//! Variables is Stochastically Larger than the Other", 1947; normal approximation with ties and
//! continuity). Whoever compares many groups finds some difference, so all comparisons that were
//! made together are corrected together by Holm's method ("A Simple Sequentially Rejective Multiple
//! Test Procedure", 1979).

use super::arrange;

/// What chance alone does more often than this is said of nobody.
pub const LEVEL: f64 = 0.05;

/// Fewer values than this on a side say nothing about times.
const FEWEST_TIMES: usize = 8;

/// Tables that are as likely as the one seen but for rounding count as no likelier.
const AS_LIKELY: f64 = 1e-7;

/// Compares rates of up to so many trials in all.
#[derive(Clone, Debug)]
pub struct Exact {
    /// The logarithms of the factorials of 0, 1, 2 …
    ln_factorials: Vec<f64>,
}

impl Exact {
    /// For at most so many trials in both groups together.
    pub fn up_to(trials: u64) -> Exact {
        let mut sum = 0.0;
        let add = |n: u64| {
            sum += (n.max(1) as f64).ln();
            sum
        };
        Exact { ln_factorials: (0..=trials).map(add).collect() }
    }

    /// How often chance alone makes two groups differ at least so much; each is its successes and
    /// its trials.
    pub fn chance(&self, one: (u64, u64), other: (u64, u64)) -> f64 {
        let (won, trials) = (one.0 + other.0, one.1 + other.1);
        let whole = self.ways(trials, won);
        let likely =
            |hits: u64| (self.ways(one.1, hits) + self.ways(other.1, won - hits) - whole).exp();
        let seen = likely(one.0) * (1.0 + AS_LIKELY);
        let possible = won.saturating_sub(other.1)..=won.min(one.1);
        possible.map(likely).filter(|it| *it <= seen).sum::<f64>().min(1.0)
    }

    /// The logarithm of the number of ways to choose some of all.
    fn ways(&self, all: u64, some: u64) -> f64 {
        let of = |n: u64| self.ln_factorials.get(n as usize).copied().unwrap_or(f64::INFINITY);
        of(all) - of(some) - of(all - some)
    }
}

/// How often chance alone makes the ranks of two groups differ at least so much; `None` where there
/// are too few values to say.
pub fn rank_chance(one: &[i64], other: &[i64]) -> Option<f64> {
    if one.len().min(other.len()) < FEWEST_TIMES {
        return None;
    }
    let mut all: Vec<(i64, bool)> = one.iter().map(|it| (*it, true)).collect();
    all.extend(other.iter().map(|it| (*it, false)));
    arrange::by_key(&mut all, |it| it.0);
    let (mut rank_sum, mut ties, mut from) = (0.0, 0.0, 0);
    while from < all.len() {
        let to = all.partition_point(|it| it.0 <= all[from].0);
        let (rank, tied) = ((from + to + 1) as f64 / 2.0, (to - from) as f64);
        rank_sum += rank * all[from..to].iter().filter(|it| it.1).count() as f64;
        ties += tied.powi(3) - tied;
        from = to;
    }
    let (first, second) = (one.len() as f64, other.len() as f64);
    let count = first + second;
    let off = (rank_sum - first * (first + 1.0) / 2.0 - first * second / 2.0).abs();
    let variance = first * second / 12.0 * (count + 1.0 - ties / (count * (count - 1.0)));
    if variance <= 0.0 {
        return Some(1.0);
    }
    Some(both_tails((off - 0.5).max(0.0) / variance.sqrt()))
}

/// The part of the normal distribution that lies at least so many deviations off its middle, to
/// seven digits (Press and others, "Numerical Recipes", section 6.2, `erfcc`).
fn both_tails(deviations: f64) -> f64 {
    const TERMS: [f64; 10] = [
        -1.265_512_23,
        1.000_023_68,
        0.374_091_96,
        0.096_784_18,
        -0.186_288_06,
        0.278_868_07,
        -1.135_203_98,
        1.488_515_87,
        -0.822_152_23,
        0.170_872_77,
    ];
    let at = deviations / std::f64::consts::SQRT_2;
    let part = 1.0 / (1.0 + 0.5 * at);
    let sum = TERMS.iter().rev().fold(0.0, |sum, term| sum * part + term);
    part * (sum - at * at).exp()
}

/// The chances of comparisons made together, corrected for their number by Holm's method; in the
/// order given.
pub fn corrected(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    arrange::by(&mut order, |a, b| chances[*a].total_cmp(&chances[*b]));
    let (mut corrected, mut highest) = (vec![1.0; chances.len()], 0.0_f64);
    for (place, nth) in order.into_iter().enumerate() {
        highest = highest.max(chances[nth] * (chances.len() - place) as f64).min(1.0);
        corrected[nth] = highest;
    }
    corrected
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    // Fisher's tea: of four cups with the milk first a lady named three (R. A. Fisher, "The Design
    // of Experiments", 1935, section 5): 17 of 70 ways on each side.
    #[test]
    fn a_lady_who_names_three_cups_of_four_may_guess() {
        let chance = Exact::up_to(8).chance((3, 4), (1, 4));
        assert!((chance - 34.0 / 70.0).abs() < 1e-12, "{chance}");
    }

    // Holm's own kind of example: by hand, 4 × 0.01, 3 × 0.01 held at it, 2 × 0.03, 0.04 held.
    #[test]
    fn comparisons_made_together_are_corrected_together() {
        let found = corrected(&[0.01, 0.04, 0.03, 0.01]);
        let expect = [0.04, 0.06, 0.06, 0.04];
        assert!(found.iter().zip(expect).all(|(a, b)| (a - b).abs() < 1e-12), "{found:?}");
    }

    #[test]
    fn a_few_times_say_nothing() {
        assert_eq!(rank_chance(&[1; 7], &[9; 70]), None);
        assert_eq!(rank_chance(&[5; 8], &[5; 8]), Some(1.0));
    }

    proptest! {
        #[test]
        fn a_chance_is_the_same_from_both_sides(one in (0_u64..40, 0_u64..40), other in (0_u64..40, 0_u64..40)) {
            let [one, other] = [one, other].map(|(won, lost)| (won, won + lost));
            let exact = Exact::up_to(one.1 + other.1);
            let (here, there) = (exact.chance(one, other), exact.chance(other, one));
            prop_assert!((0.0..=1.0).contains(&here) && (here - there).abs() < 1e-9);
        }
    }
}
