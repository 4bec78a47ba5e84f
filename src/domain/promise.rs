//! How far promises were kept: bias and calibration of a person, and the haircut that follows.
//!
//! The formulas, over the periods that are over, each counted once with what was said first:
//! - bias = the mean of (actual − commit) ÷ commit over the periods with a commit above zero
//!   (the mean percentage error; below zero means that less came than was promised);
//! - calibration = in how many of the periods worst ≤ actual ≤ best, with Wilson's interval;
//! - kept = sum of what came ÷ sum of what was committed;
//! - haircut = commit × (n × kept of the person + [`WEIGHT`] × kept of the team) ÷ (n +
//!   [`WEIGHT`]), and at least what is won already. That is a credibility-weighted mean
//!   (Bühlmann): who has promised little is drawn towards the team.

use super::insight::Rate;
use super::round::Said;

/// A promise whose period is over, in minor units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What was said.
    pub said: Said,
    /// What was won.
    pub actual: i64,
}

/// For how many periods the team's share counts beside a person's own.
pub const WEIGHT: u64 = 4;

/// How far somebody's promises, or all of a team's, were kept.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Reliability {
    /// How many promises there were.
    pub promises: u64,
    /// How far what came lay from the commit on average, as a part of it; none without a commit
    /// above zero.
    pub bias: Option<f64>,
    /// How often what came lay between worst and best.
    pub within: Option<Rate>,
    /// What was committed in all.
    pub committed: i64,
    /// What came of it.
    pub came: i64,
}

impl Reliability {
    /// That of some promises.
    pub fn of(kept: &[Kept]) -> Reliability {
        let promised = kept.iter().filter(|it| 0 < it.said.commit);
        let errors: Vec<f64> = promised
            .map(|it| (it.actual as f64 - it.said.commit as f64) / it.said.commit as f64)
            .collect();
        let within = |it: &&Kept| it.said.worst <= it.actual && it.actual <= it.said.best;
        let sum = |read: fn(&Kept) -> i64| {
            kept.iter().fold(0_i64, |sum, it| sum.saturating_add(read(it)))
        };
        Reliability {
            promises: kept.len() as u64,
            bias: (!errors.is_empty()).then(|| errors.iter().sum::<f64>() / errors.len() as f64),
            within: Rate::new(kept.iter().filter(within).count() as u64, kept.len() as u64),
            committed: sum(|it| it.said.commit),
            came: sum(|it| it.actual),
        }
    }

    /// What came as a part of what was committed; none where nothing was.
    pub fn kept(&self) -> Option<f64> {
        (0 < self.committed).then(|| self.came as f64 / self.committed as f64)
    }
}

/// The part of a commit that is to be expected of somebody, given the team's; 1 where the team has
/// promised nothing yet.
pub fn expected_part(own: &Reliability, team: &Reliability) -> f64 {
    let Some(usual) = team.kept() else { return 1.0 };
    let Some(kept) = own.kept() else { return usual };
    let (seen, weight) = (own.promises as f64, WEIGHT as f64);
    (seen * kept + weight * usual) / (seen + weight)
}

/// What is to be expected of a commit, in whole minor units: never less than is won already.
pub fn haircut(commit: i64, won: i64, part: f64) -> i64 {
    ((commit as f64 * part).round() as i64).max(won)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn kept(commit: i64, actual: i64) -> Kept {
        Kept { said: Said { worst: commit / 2, commit, best: commit * 2 }, actual }
    }

    // Worked by hand: errors −20 %, +10 %, so the bias is −5 %; 190 of 200 came, so 0.95.
    #[test]
    fn bias_is_the_mean_of_the_errors() {
        let found = Reliability::of(&[kept(100, 80), kept(100, 110)]);
        assert!((found.bias.expect("a bias") + 0.05).abs() < 1e-12);
        assert_eq!((found.kept(), found.within.map(|it| it.successes)), (Some(0.95), Some(2)));
    }

    // By hand: two periods at 0.8, four of the team's at 1.0 make (2 × 0.8 + 4 × 1) ÷ 6.
    #[test]
    fn who_has_promised_little_is_drawn_towards_the_team() {
        let own = Reliability::of(&[kept(100, 80), kept(100, 80)]);
        let team = Reliability::of(&[kept(100, 100)]);
        assert!((expected_part(&own, &team) - 5.6 / 6.0).abs() < 1e-12);
        assert_eq!(expected_part(&Reliability::default(), &team), 1.0);
        assert_eq!(expected_part(&own, &Reliability::default()), 1.0);
    }

    #[test]
    fn a_commit_of_nothing_has_no_bias_but_counts_as_a_promise() {
        let found = Reliability::of(&[kept(0, 50)]);
        assert_eq!((found.promises, found.bias, found.kept()), (1, None, None));
        assert_eq!(found.within.map(|it| it.successes), Some(0));
    }

    #[test]
    fn a_haircut_takes_nothing_that_is_won() {
        assert_eq!(haircut(1_000, 0, 0.25), 250);
        assert_eq!(haircut(1_000, 400, 0.25), 400);
    }

    proptest! {
        #[test]
        fn a_team_has_promised_and_won_what_its_people_have(all: Vec<Vec<(u32, u32)>>) {
            let all: Vec<Vec<Kept>> = all
                .into_iter()
                .map(|it| it.into_iter().map(|(c, a)| kept(c.into(), a.into())).collect())
                .collect();
            let team = Reliability::of(&all.concat());
            let people: Vec<Reliability> = all.iter().map(|it| Reliability::of(it)).collect();
            prop_assert_eq!(team.committed, people.iter().map(|it| it.committed).sum::<i64>());
            prop_assert_eq!(team.came, people.iter().map(|it| it.came).sum::<i64>());
            prop_assert_eq!(team.promises, people.iter().map(|it| it.promises).sum::<u64>());
        }

        #[test]
        fn the_expected_part_lies_between_own_and_team(
            own in prop::collection::vec((1_u32.., 0_u32..), 1..6),
            team in prop::collection::vec((1_u32.., 0_u32..), 1..6),
        ) {
            let of = |it: Vec<(u32, u32)>| {
                let kept: Vec<Kept> = it.into_iter().map(|(c, a)| kept(c.into(), a.into())).collect();
                Reliability::of(&kept)
            };
            let (own, team) = (of(own), of(team));
            let part = expected_part(&own, &team);
            let (a, b) = (own.kept().unwrap_or(0.0), team.kept().unwrap_or(0.0));
            prop_assert!(a.min(b) * (1.0 - 1e-9) <= part && part <= a.max(b) * (1.0 + 1e-9));
        }
    }
}
