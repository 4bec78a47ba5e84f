//! The odds of open leads, from what became of closed ones.
//!
//! Few closed leads say little, so the rate of a group is drawn towards the usual rate: the usual
//! rate counts as much as [`USUAL_COUNTS`] leads would. That is the mean of a beta distribution
//! updated by what came (Gelman and others, "Bayesian Data Analysis", 3rd edition, section 2.4).
//! The interval beside it is that of the group alone, and shows how little it is.

use std::collections::BTreeMap;

use super::id::StageId;
use super::insight::Rate;

/// How many closed leads the usual rate counts for.
pub const USUAL_COUNTS: f64 = 10.0;

/// The odds of an open lead.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Odds {
    /// The odds, 0 to 1, drawn towards the usual.
    pub value: f64,
    /// The rate that they come from, with its interval; `None` where nothing closed yet.
    pub rate: Option<Rate>,
}

/// The odds from so many won of so many closed, where `usual` is the rate to expect otherwise.
pub fn odds(won: u64, closed: u64, usual: f64) -> Odds {
    let value = (won as f64 + USUAL_COUNTS * usual) / (closed as f64 + USUAL_COUNTS);
    Odds { value, rate: Rate::new(won, closed) }
}

/// The rate over all closed leads, by whether each was won; a half while there are none.
pub fn usual_rate(closed: &[bool]) -> f64 {
    let (won, all) = counts(closed);
    if all == 0 { 0.5 } else { won as f64 / all as f64 }
}

/// The odds in each stage: from the closed leads that have been in it, drawn towards the rate over
/// all closed leads. Each lead is given with every stage that it passed, once or more, and whether
/// it was won.
pub fn odds_by_stage<'a>(
    passed: impl Iterator<Item = (&'a [StageId], bool)>,
) -> BTreeMap<StageId, Odds> {
    let mut by_stage: BTreeMap<StageId, Vec<bool>> = BTreeMap::new();
    let mut all = Vec::new();
    for (stages, won) in passed {
        all.push(won);
        for (place, stage) in stages.iter().enumerate() {
            if !stages[..place].contains(stage) {
                by_stage.entry(*stage).or_default().push(won);
            }
        }
    }
    let usual = usual_rate(&all);
    let of_stage = |(stage, closed): (StageId, Vec<bool>)| {
        let (won, all) = counts(&closed);
        (stage, odds(won, all, usual))
    };
    by_stage.into_iter().map(of_stage).collect()
}

/// How many were won, and how many there are.
fn counts(closed: &[bool]) -> (u64, u64) {
    (closed.iter().filter(|won| **won).count() as u64, closed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(won: u64, closed: u64, usual: f64, expect: f64) {
        assert!((odds(won, closed, usual).value - expect).abs() < 1e-12);
    }

    // With ten leads' weight on the usual rate: (won + 10 × usual) ÷ (closed + 10).
    #[test]
    fn few_leads_are_drawn_towards_the_usual_rate() {
        check(0, 0, 0.3, 0.3);
        check(2, 2, 0.3, 5.0 / 12.0);
        check(0, 5, 0.3, 0.2);
        check(600, 1_000, 0.3, 603.0 / 1_010.0);
        assert_eq!(odds(0, 0, 0.3).rate, None);
    }

    #[test]
    fn a_lead_counts_once_in_each_stage_that_it_passed() {
        let stage = |it: &str| StageId::of_key(it);
        let (first, second) = (stage("first"), stage("second"));
        assert_eq!((usual_rate(&[]), usual_rate(&[true, false, false, false])), (0.5, 0.25));
        let passed = [(vec![first, second, first], true), (vec![first], false), (vec![], false)];
        let found = odds_by_stage(passed.iter().map(|(stages, it)| (stages.as_slice(), *it)));
        assert_eq!(found[&first].rate, Rate::new(1, 2));
        assert_eq!(found[&second].rate, Rate::new(1, 1));
    }

    proptest! {
        #[test]
        fn odds_lie_between_the_groups_rate_and_the_usual(closed in 1_u64..500, part in 0.0_f64..1.0, usual in 0.0_f64..1.0) {
            let won = (closed as f64 * part) as u64;
            let rate = won as f64 / closed as f64;
            let value = odds(won, closed, usual).value;
            prop_assert!(rate.min(usual) - 1e-12 <= value && value <= rate.max(usual) + 1e-12);
        }
    }
}
