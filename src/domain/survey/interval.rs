//! The interval of a mean on a scale of fixed steps, honest with few answers.
//!
//! It is the score interval: it holds every mean that the answers do not contradict, where the
//! spread is that of the likeliest distribution *with that mean*, not that of the answers seen. On a
//! scale of two steps it is Wilson's interval ("Probable Inference", 1927), on the three of a Net
//! Promoter Score it is Tango's ("Equivalence Test and Confidence Interval for the Difference in
//! Proportions for the Paired-Sample Design", 1998). It never leaves the scale, always holds the
//! mean, and does not shrink to a point where everybody says the same.

/// How far off a mean may be, in standard errors: the 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// Enough halvings for every digit of a number.
const HALVINGS: usize = 60;

/// How often each step of a scale was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Spread {
    /// What each step counts, rising.
    pub steps: Vec<f64>,
    /// How many chose it; as many as there are steps.
    pub counts: Vec<u64>,
}

impl Spread {
    /// How many answers there are.
    pub fn answers(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// The mean; `None` without an answer.
    pub fn mean(&self) -> Option<f64> {
        let answers = self.answers();
        let sum: f64 = self.observed().map(|(step, count)| step * count).sum();
        (answers != 0).then(|| sum / answers as f64)
    }

    /// The ends of the mean's 95 % score interval; `None` without an answer.
    pub fn interval(&self) -> Option<(f64, f64)> {
        let mean = self.mean()?;
        let (first, last) = (*self.steps.first()?, *self.steps.last()?);
        Some((self.end(mean, first), self.end(mean, last)))
    }

    fn observed(&self) -> impl Iterator<Item = (f64, f64)> {
        let all = self.steps.iter().zip(&self.counts).filter(|(_, count)| **count != 0);
        all.map(|(step, count)| (*step, *count as f64))
    }

    /// The mean farthest towards an end of the scale that the answers do not contradict.
    fn end(&self, mean: f64, limit: f64) -> f64 {
        if mean == limit {
            return limit;
        }
        let (mut within, mut beyond) = (mean, limit);
        for _ in 0..HALVINGS {
            let middle = (within + beyond) / 2.0;
            let off = (mean - middle).powi(2) * self.answers() as f64;
            match off <= Z * Z * self.variance_at(middle) {
                true => within = middle,
                false => beyond = middle,
            }
        }
        within
    }

    /// The variance of the likeliest distribution on the scale that has this mean.
    ///
    /// Each step that was chosen has the share `count / (n (1 + tilt (step − mean)))` (Owen,
    /// "Empirical Likelihood", 2001, section 2.4). Where no tilt that leaves all shares in order
    /// reaches the mean, the rest lies on the end of the scale that nobody chose.
    fn variance_at(&self, mean: f64) -> f64 {
        let (first, last) = (self.steps[0], self.steps[self.steps.len() - 1]);
        let total = self.answers() as f64;
        let (mut low, mut high) = (-1.0 / (last - mean), 1.0 / (mean - first));
        for _ in 0..HALVINGS {
            let tilt = (low + high) / 2.0;
            let pull: f64 =
                self.observed().map(|(step, count)| pull(step, mean, tilt) * count).sum();
            match 0.0 < pull {
                true => low = tilt,
                false => high = tilt,
            }
        }
        let tilt = (low + high) / 2.0;
        let share = |step: f64, count: f64| count / total / (1.0 + tilt * (step - mean));
        let (mut placed, mut variance) = (0.0, 0.0);
        for (step, count) in self.observed() {
            placed += share(step, count);
            variance += share(step, count) * (step - mean).powi(2);
        }
        let rest = if 0.0 < tilt { first } else { last };
        variance + (1.0 - placed).max(0.0) * (rest - mean).powi(2)
    }
}

fn pull(step: f64, mean: f64, tilt: f64) -> f64 {
    (step - mean) / (1.0 + tilt * (step - mean))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::insight::Rate;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn on_two_steps_it_is_wilsons(yes in 0_u64..200, no in 0_u64..200) {
            prop_assume!(yes + no != 0);
            let spread = Spread { steps: vec![0.0, 1.0], counts: vec![no, yes] };
            let (low, high) = spread.interval().expect("an interval");
            let rate = Rate::new(yes, yes + no).expect("a rate");
            prop_assert!((low - rate.low).abs() < 1e-9 && (high - rate.high).abs() < 1e-9);
        }

        #[test]
        fn it_holds_the_mean_and_keeps_to_the_scale(counts in proptest::collection::vec(0_u64..40, 7)) {
            prop_assume!(counts.iter().any(|it| *it != 0));
            let spread = Spread { steps: (1..=7).map(f64::from).collect(), counts };
            let (low, high) = spread.interval().expect("an interval");
            let mean = spread.mean().expect("a mean");
            prop_assert!(1.0 <= low && low <= mean && mean <= high && high <= 7.0);
            prop_assert!(0.0 < high - low, "a few answers are never certain");
        }
    }

    #[test]
    fn no_answer_has_no_interval() {
        let spread = Spread { steps: vec![0.0, 1.0], counts: vec![0, 0] };
        assert_eq!((spread.mean(), spread.interval()), (None, None));
    }
}
