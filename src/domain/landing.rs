//! Where a period will land: the distribution of what its open deals will bring together.
//!
//! Each deal is won in full or not at all, with its odds and independently of the others, so the
//! number won follows the Poisson binomial distribution and the sum its like with amounts. It is
//! built deal by deal: each sum so far stays with the chance of losing and grows with the chance
//! of winning the deal (the direct convolution of Hong, "On computing the distribution function
//! for the Poisson binomial distribution", 2013, section 2.5, over the sums that there are). That
//! is exact. Where the sums are too many it is simulated, from a seed, so that the same deals give
//! the same answer.

use super::arrange;
use super::draw::Draw;

/// An open deal that may be won in the period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deal {
    /// What it brings if it is won, in minor units; less than nothing counts as nothing.
    pub amount: i64,
    /// The odds, 0 to 1.
    pub odds: f64,
}

/// A sum that the period may land at, and how likely just that is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sum {
    /// In minor units.
    pub amount: i64,
    /// From 0 to 1.
    pub probability: f64,
}

/// Where a period will land.
#[derive(Clone, Debug, PartialEq)]
pub struct Landing {
    /// All sums, in ascending order; their probabilities add up to 1.
    sums: Vec<Sum>,
    /// What it will be on average: won already, and amount × odds of each deal.
    mean: f64,
    exact: bool,
}

/// The most sums that are reckoned exactly.
const MOST_SUMS: usize = 1 << 16;

/// The most sums that are made on the way to the exact answer.
const MOST_STEPS: usize = 1 << 23;

/// How often a period is played through where it is simulated: a chance is then right to about
/// half a point.
const PLAYS: usize = 40_000;

/// The most draws in all, so that thousands of deals take no longer than hundreds.
const MOST_DRAWS: usize = 8_000_000;

/// The fewest plays: a chance is then right to about two points.
const FEWEST_PLAYS: usize = 2_000;

/// Probabilities are sums of many small ones; a quantile is reached within this.
const ROUNDING: f64 = 1e-9;

/// How many sums are made, or draws drawn, in a piece of the work: a few milliseconds.
const A_PIECE: usize = 1 << 18;

/// A landing in the making, piece by piece, so that others have their turn in between.
#[derive(Clone, Debug, PartialEq)]
pub struct Making {
    won: i64,
    deals: Vec<Deal>,
    seed: u64,
    way: Way,
}

/// How the sums are found.
#[derive(Clone, Debug, PartialEq)]
enum Way {
    /// Deal by deal: the sums so far, how many deals are in them, and how many sums were made.
    Exact { sums: Vec<Sum>, taken: usize, steps: usize },
    /// Play by play: where the period landed.
    Played { draw: Draw, landed: Vec<i64> },
    /// They are found.
    Done(Landing),
}

impl Making {
    /// Begins a landing of a period in which so much is won already; the seed matters only where
    /// there are too many sums to be exact.
    pub fn begin(won: i64, deals: &[Deal], seed: u64) -> Making {
        let deals: Vec<Deal> = deals.iter().map(Deal::within_bounds).collect();
        let sums = vec![Sum { amount: won, probability: 1.0 }];
        Making { won, deals, seed, way: Way::Exact { sums, taken: 0, steps: 0 } }
    }

    /// Works on by a piece; the landing once it is there.
    pub fn advance(&mut self) -> Option<&Landing> {
        match &mut self.way {
            Way::Exact { sums, taken, steps } => {
                let wanted = *steps + A_PIECE;
                while let Some(deal) = self.deals.get(*taken).filter(|_| *steps < wanted) {
                    *taken += 1;
                    if deal.amount <= 0 || deal.odds <= 0.0 {
                        continue;
                    }
                    *sums = with_deal(sums, deal);
                    *steps += sums.len();
                    if MOST_SUMS < sums.len() || MOST_STEPS < *steps {
                        let draw = Draw::of_seed(self.seed);
                        self.way = Way::Played { draw, landed: Vec::new() };
                        return None;
                    }
                }
                if self.deals.len() == *taken {
                    let sums = std::mem::take(sums);
                    self.way = Way::Done(Landing { sums, mean: self.mean(), exact: true });
                }
            }
            Way::Played { draw, landed } => {
                let plays = (MOST_DRAWS / self.deals.len().max(1)).clamp(FEWEST_PLAYS, PLAYS);
                let piece = (A_PIECE / self.deals.len().max(1)).max(1);
                for _ in landed.len()..plays.min(landed.len() + piece) {
                    landed.push(play(self.won, &self.deals, draw));
                }
                if landed.len() == plays {
                    let sums = played_sums(std::mem::take(landed));
                    self.way = Way::Done(Landing { sums, mean: self.mean(), exact: false });
                }
            }
            Way::Done(_) => {}
        }
        match &self.way {
            Way::Done(landing) => Some(landing),
            Way::Exact { .. } | Way::Played { .. } => None,
        }
    }

    fn mean(&self) -> f64 {
        self.won as f64 + self.deals.iter().map(|it| it.amount as f64 * it.odds).sum::<f64>()
    }
}

impl Landing {
    /// The landing of a period in which so much is won already; the seed matters only where there
    /// are too many sums to be exact.
    pub fn new(won: i64, deals: &[Deal], seed: u64) -> Landing {
        let mut making = Making::begin(won, deals, seed);
        loop {
            if let Some(landing) = making.advance() {
                return landing.clone();
            }
        }
    }

    /// The landing where one of some further amounts comes on top, each as likely as any other.
    #[must_use]
    pub fn with_any_of(&self, amounts: &[i64]) -> Landing {
        let mean = amounts.iter().map(|it| *it as f64).sum::<f64>() / amounts.len() as f64;
        let on_top = |place: usize, sum: i64| sum.saturating_add(amounts[place]);
        self.mixed(amounts.len(), &on_top, self.mean + mean)
    }

    /// The landing where of all above `won` one of some parts comes, each as likely as any other.
    #[must_use]
    pub fn with_any_part(&self, won: i64, parts: &[f64]) -> Landing {
        let mean = parts.iter().sum::<f64>() / parts.len() as f64;
        let above = |sum: i64| sum.saturating_sub(won) as f64;
        let part =
            |place: usize, sum: i64| won.saturating_add((above(sum) * parts[place]).round() as i64);
        self.mixed(parts.len(), &part, won as f64 + (self.mean - won as f64) * mean)
    }

    /// One of so many changes of every sum, each as likely as any other; none changes nothing.
    fn mixed(&self, ways: usize, change: &dyn Fn(usize, i64) -> i64, mean: f64) -> Landing {
        if ways == 0 {
            return self.clone();
        }
        let base = thinned(&self.sums, MOST_SUMS / ways);
        let changed = |way: usize| {
            base.iter().map(move |sum| Sum {
                amount: change(way, sum.amount),
                probability: sum.probability / ways as f64,
            })
        };
        let mut all: Vec<Sum> = (0..ways).flat_map(changed).collect();
        arrange::by_key(&mut all, |it| it.amount);
        let mut sums = Vec::with_capacity(all.len());
        all.into_iter().for_each(|sum| push(&mut sums, sum));
        Landing { sums, mean, exact: self.exact && base.len() == self.sums.len() }
    }

    /// All sums, in ascending order.
    pub fn sums(&self) -> &[Sum] {
        &self.sums
    }

    /// Whether it is exact and not simulated.
    pub fn is_exact(&self) -> bool {
        self.exact
    }

    /// What it will be on average.
    pub fn mean(&self) -> f64 {
        self.mean
    }

    /// The least sum that it stays at or below with a probability: 0.1 for P10, 0.5 for the
    /// middle, 0.9 for P90.
    pub fn quantile(&self, probability: f64) -> i64 {
        let mut below = 0.0;
        let reached = self.sums.iter().find(|sum| {
            below += sum.probability;
            probability <= below + ROUNDING
        });
        reached.or(self.sums.last()).map_or(0, |it| it.amount)
    }

    /// The chance that it reaches a goal.
    pub fn chance_of(&self, goal: i64) -> f64 {
        let reached = self.sums.iter().filter(|it| goal <= it.amount);
        reached.map(|it| it.probability).sum::<f64>().clamp(0.0, 1.0)
    }

    /// The probabilities of so many equal stretches between two amounts, both included, for a
    /// picture; what lies outside is left out.
    pub fn stretches_between(&self, least: i64, most: i64, count: usize) -> Vec<f64> {
        let mut stretches = vec![0.0; count];
        let width = (i128::from(most) - i128::from(least) + 1).max(1);
        for sum in self.sums.iter().filter(|it| (least..=most).contains(&it.amount)) {
            let from_first = i128::from(sum.amount) - i128::from(least);
            let place = (from_first * count as i128 / width) as usize;
            if let Some(stretch) = stretches.get_mut(place) {
                *stretch += sum.probability;
            }
        }
        stretches
    }
}

impl Deal {
    fn within_bounds(&self) -> Deal {
        let odds = if self.odds.is_nan() { 0.0 } else { self.odds.clamp(0.0, 1.0) };
        Deal { amount: self.amount.max(0), odds }
    }
}

/// The sums with one more deal: those without it and those with it, merged in order.
fn with_deal(sums: &[Sum], deal: &Deal) -> Vec<Sum> {
    let lost = sums.iter().map(|it| Sum { probability: it.probability * (1.0 - deal.odds), ..*it });
    let won = sums.iter().map(|it| Sum {
        amount: it.amount.saturating_add(deal.amount),
        probability: it.probability * deal.odds,
    });
    let (mut lost, mut won) = (lost.peekable(), won.peekable());
    let mut merged: Vec<Sum> = Vec::with_capacity(2 * sums.len());
    loop {
        let lost_first = match (lost.peek(), won.peek()) {
            (Some(lost), Some(won)) => lost.amount <= won.amount,
            (lost, _) => lost.is_some(),
        };
        let Some(next) = (if lost_first { lost.next() } else { won.next() }) else {
            return merged;
        };
        push(&mut merged, next);
    }
}

/// Adds a sum that is not below the last one; equal ones are one.
fn push(sums: &mut Vec<Sum>, next: Sum) {
    match sums.last_mut() {
        Some(last) if last.amount == next.amount => last.probability += next.probability,
        _ if next.probability == 0.0 => {}
        _ => sums.push(next),
    }
}

/// Where the period lands when it is played through once.
fn play(won: i64, deals: &[Deal], draw: &mut Draw) -> i64 {
    let taken = deals.iter().filter(|it| draw.happens_with(it.odds));
    taken.fold(won, |sum, deal| sum.saturating_add(deal.amount))
}

/// The sums that a period landed at, each as likely as it came.
fn played_sums(mut landed: Vec<i64>) -> Vec<Sum> {
    let each = 1.0 / landed.len() as f64;
    arrange::naturally(&mut landed);
    let mut sums = Vec::new();
    landed.into_iter().for_each(|amount| push(&mut sums, Sum { amount, probability: each }));
    sums
}

/// At most so many sums: neighbours are taken together at their middle.
fn thinned(sums: &[Sum], most: usize) -> Vec<Sum> {
    let together = sums.len().div_ceil(most.max(1)).max(1);
    let one = |sums: &[Sum]| Sum {
        amount: sums[sums.len() / 2].amount,
        probability: sums.iter().map(|it| it.probability).sum(),
    };
    sums.chunks(together).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn deals(pairs: &[(i64, f64)]) -> Vec<Deal> {
        pairs.iter().map(|(amount, odds)| Deal { amount: *amount, odds: *odds }).collect()
    }

    #[track_caller]
    fn check(won: i64, pairs: &[(i64, f64)], expect: &[(i64, f64)]) {
        let landing = Landing::new(won, &deals(pairs), 1);
        let sums: Vec<i64> = landing.sums().iter().map(|it| it.amount).collect();
        assert_eq!(sums, expect.iter().map(|it| it.0).collect::<Vec<_>>());
        let near = |(sum, expect): (&Sum, &(i64, f64))| (sum.probability - expect.1).abs() < 1e-12;
        assert!(landing.sums().iter().zip(expect).all(near), "{landing:?}");
    }

    #[test]
    fn sums_are_those_of_all_ways_to_win_and_lose() {
        check(5, &[], &[(5, 1.0)]);
        check(0, &[(10, 0.5), (10, 0.5)], &[(0, 0.25), (10, 0.5), (20, 0.25)]);
        check(1, &[(10, 0.2), (30, 0.5)], &[(1, 0.4), (11, 0.1), (31, 0.4), (41, 0.1)]);
        check(0, &[(10, 1.0), (7, 0.0), (-3, 0.5), (4, f64::NAN)], &[(10, 1.0)]);
    }

    #[test]
    fn quantiles_and_chances_read_the_distribution() {
        let landing = Landing::new(0, &deals(&[(10, 0.5), (10, 0.5), (100, 0.1)]), 1);
        let quantiles = [0.1, 0.5, 0.9, 0.95, 1.0].map(|it| landing.quantile(it));
        assert_eq!(quantiles, [0, 10, 20, 110, 120]);
        let chances = [0, 1, 20, 100, 121].map(|it| (1e6 * landing.chance_of(it)).round() / 1e6);
        assert_eq!(chances, [1.0, 0.775, 0.325, 0.1, 0.0]);
        assert_eq!(landing.mean(), 20.0);
        assert_eq!(landing.stretches_between(0, 120, 2).iter().sum::<f64>(), 1.0);
    }

    #[test]
    fn one_of_some_further_amounts_comes_on_top() {
        let landing = Landing::new(5, &deals(&[(10, 0.5)]), 1).with_any_of(&[0, 10]);
        let sums: Vec<(i64, f64)> =
            landing.sums().iter().map(|it| (it.amount, it.probability)).collect();
        assert_eq!(sums, [(5, 0.25), (15, 0.5), (25, 0.25)]);
        assert_eq!((landing.mean(), landing.is_exact()), (15.0, true));
        assert_eq!(landing.with_any_of(&[]), landing);
        let parts = landing.with_any_part(5, &[0.5, 1.0]);
        assert_eq!((parts.quantile(0.1), parts.quantile(1.0), parts.mean()), (5, 25, 12.5));
    }

    /// Forty deals of amounts with no common measure: 2^40 sums.
    fn many() -> Vec<Deal> {
        let deal = |it: i64| Deal {
            amount: 1_000_003 * it * it + 7 * it,
            odds: (it % 9 + 1) as f64 / 10.0,
        };
        (1..=40).map(deal).collect()
    }

    // The sum of many deals is about normal (Lyapunov): mean and deviation decide the quantiles.
    #[test]
    fn too_many_sums_are_simulated_alike_each_time() {
        let landing = Landing::new(0, &many(), 7);
        assert!(!landing.is_exact());
        assert_eq!(landing, Landing::new(0, &many(), 7));
        let variance = |it: &Deal| (it.amount as f64).powi(2) * it.odds * (1.0 - it.odds);
        let deviation = many().iter().map(variance).sum::<f64>().sqrt();
        for (probability, normal) in [(0.1, -1.2816), (0.5, 0.0), (0.9, 1.2816)] {
            let expect = landing.mean() + normal * deviation;
            let off = (landing.quantile(probability) as f64 - expect).abs();
            assert!(off < 0.06 * deviation, "{probability}: {}", off / deviation);
        }
    }

    /// However many deals there are, no piece makes more than a piece and one deal's sums.
    #[test]
    fn a_landing_is_made_in_pieces() {
        let deal = |it: i64| Deal { amount: 10 * (it % 40), odds: 0.3 };
        let coarse: Vec<Deal> = (1..=2_000).map(deal).collect();
        for deals in [coarse, many()] {
            let (mut making, mut pieces) = (Making::begin(3, &deals, 7), 1);
            while making.advance().is_none() {
                pieces += 1;
            }
            assert!(4 < pieces, "{pieces} pieces");
            assert_eq!(making.advance(), Some(&Landing::new(3, &deals, 7)));
        }
    }

    proptest! {
        /// All ways to win and lose, one by one.
        #[test]
        fn it_is_what_enumeration_gives(pairs in prop::collection::vec((0_i64..30, 0.0_f64..1.0), 0..10), goal in 0_i64..120) {
            let landing = Landing::new(0, &deals(&pairs), 1);
            let mut chance = 0.0;
            for ways in 0_u32..1 << pairs.len() {
                let is_won = |place: usize| ways >> place & 1 == 1;
                let won = pairs.iter().enumerate().filter(|(place, _)| is_won(*place));
                if goal <= won.map(|(_, (amount, _))| amount).sum::<i64>() {
                    let odds = pairs.iter().enumerate();
                    chance += odds.map(|(place, (_, odds))| if is_won(place) { *odds } else { 1.0 - odds }).product::<f64>();
                }
            }
            prop_assert!((landing.chance_of(goal) - chance).abs() < 1e-9);
            prop_assert!((landing.sums().iter().map(|it| it.probability).sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
}
