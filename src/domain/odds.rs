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

/// What became of a lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Closed {
    /// Whether it was won.
    pub won: bool,
    /// How many days it was open, where that is known.
    pub days: Option<i64>,
}

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

/// The rate over all closed leads; a half while there are none.
pub fn usual_rate(closed: &[Closed]) -> f64 {
    let (won, all) = counts(closed.iter());
    if all == 0 { 0.5 } else { won as f64 / all as f64 }
}

/// The odds of a lead that has been open for so many days: from those closed leads that were open
/// as long, drawn towards the odds without regard to age. Those whose days are not known count at
/// no age.
pub fn odds_at_age(closed: &[Closed], age: i64, usual: f64) -> Odds {
    let (won, all) = counts(closed.iter());
    let as_old = closed.iter().filter(|it| it.days.is_some_and(|days| age <= days));
    let (won_as_old, all_as_old) = counts(as_old);
    odds(won_as_old, all_as_old, odds(won, all, usual).value)
}

/// The odds in each stage: from the closed leads that have been in it, drawn towards the rate over
/// all closed leads. Each lead is given with every stage that it passed, once or more.
pub fn odds_by_stage<'a>(
    passed: impl Iterator<Item = (&'a [StageId], Closed)>,
) -> BTreeMap<StageId, Odds> {
    let mut by_stage: BTreeMap<StageId, Vec<Closed>> = BTreeMap::new();
    let mut all = Vec::new();
    for (stages, closed) in passed {
        all.push(closed);
        for (place, stage) in stages.iter().enumerate() {
            if !stages[..place].contains(stage) {
                by_stage.entry(*stage).or_default().push(closed);
            }
        }
    }
    let usual = usual_rate(&all);
    let of_stage = |(stage, closed): (StageId, Vec<Closed>)| {
        let (won, all) = counts(closed.iter());
        (stage, odds(won, all, usual))
    };
    by_stage.into_iter().map(of_stage).collect()
}

/// How many were won, and how many there are.
fn counts<'a>(closed: impl Iterator<Item = &'a Closed>) -> (u64, u64) {
    closed.fold((0, 0), |(won, all), it| (won + u64::from(it.won), all + 1))
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
    fn old_leads_have_the_odds_of_those_that_were_open_as_long() {
        let lead = |won, days| Closed { won, days: Some(days) };
        let quick = vec![lead(true, 5); 40];
        let slow = vec![lead(false, 90); 20];
        let closed = [quick, slow, vec![Closed { won: true, days: None }; 20]].concat();
        let usual = usual_rate(&closed);
        assert!((usual - 0.75).abs() < 1e-12);
        assert_eq!(odds_at_age(&closed, 0, usual).rate, Rate::new(40, 60));
        let old = odds_at_age(&closed, 30, usual);
        assert_eq!((old.rate, old.value), (Rate::new(0, 20), 0.25));
        assert_eq!(odds_at_age(&closed, 91, usual).rate, None);
    }

    #[test]
    fn a_lead_counts_once_in_each_stage_that_it_passed() {
        let stage = |it: &str| StageId::of_key(it);
        let (first, second) = (stage("first"), stage("second"));
        let lead = |won| Closed { won, days: None };
        let passed = [
            (vec![first, second, first], lead(true)),
            (vec![first], lead(false)),
            (vec![], lead(false)),
        ];
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
