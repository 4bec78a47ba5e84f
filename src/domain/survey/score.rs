//! What answers of customers add up to: CSAT, NPS, CES and ratings, each with its interval.

use super::interval::Spread;
use crate::domain::insight::Rate;

/// A question whose answers are added up to one figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scale {
    /// How likely somebody is to recommend, 0 to 10: the share of promoters (9 and 10) less that of
    /// detractors (0 to 6), −100 to 100 (Reichheld, "The One Number You Need to Grow", 2003).
    Nps,
    /// How satisfied somebody is, 1 to 5: the share of 4 and 5, 0 to 100.
    Csat,
    /// How far somebody agrees that it was easy, 1 to 7: the mean, 1 to 7 (Dixon, Toman and
    /// DeLisi, "The Effortless Experience", 2013, calls it CES 2.0).
    Ces,
    /// A rating of the manager's own, 1 to 5: the mean, 1 to 5.
    Rating,
    /// Yes (1) or no (0): the share of yes, 0 to 100.
    YesNo,
}

/// A figure with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Score {
    /// The figure.
    pub value: f64,
    /// The lower end of the interval.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Over how many answers; never 0.
    pub answers: u64,
}

/// How often each answer was given; missing answers are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// The question.
    pub scale: Scale,
    /// By answer, from the lowest of the scale.
    pub counts: Vec<u64>,
}

/// An answer that is not on the scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OffTheScale(pub i64);

impl Scale {
    /// Every scale.
    pub const ALL: [Scale; 5] = [Scale::Csat, Scale::Nps, Scale::Ces, Scale::Rating, Scale::YesNo];

    /// The lowest and the highest answer.
    pub const fn ends(self) -> (i64, i64) {
        match self {
            Scale::Nps => (0, 10),
            Scale::Csat | Scale::Rating => (1, 5),
            Scale::Ces => (1, 7),
            Scale::YesNo => (0, 1),
        }
    }

    /// Whether an answer is on the scale.
    pub fn holds(self, answer: i64) -> bool {
        let (low, high) = self.ends();
        (low..=high).contains(&answer)
    }

    /// Whether somebody should talk with whoever answers so: a detractor (0 to 6 of 10), 1 or 2 of
    /// 5, 1 to 3 of 7. A no is a fact and not a grievance.
    pub fn is_bad(self, answer: i64) -> bool {
        match self {
            Scale::Nps => answer <= 6,
            Scale::Csat | Scale::Rating => answer <= 2,
            Scale::Ces => answer <= 3,
            Scale::YesNo => false,
        }
    }

    /// From where to where its figure goes.
    pub const fn range(self) -> (f64, f64) {
        match self {
            Scale::Nps => (-100.0, 100.0),
            Scale::Csat | Scale::YesNo => (0.0, 100.0),
            Scale::Ces => (1.0, 7.0),
            Scale::Rating => (1.0, 5.0),
        }
    }

    /// What an answer counts in the figure's own unit.
    fn worth(self, answer: i64) -> f64 {
        match self {
            Scale::Nps if answer <= 6 => -100.0,
            Scale::Nps if answer <= 8 => 0.0,
            Scale::Csat if answer <= 3 => 0.0,
            Scale::YesNo if answer == 0 => 0.0,
            Scale::Nps | Scale::Csat | Scale::YesNo => 100.0,
            Scale::Ces | Scale::Rating => answer as f64,
        }
    }
}

impl Tally {
    /// No answers yet.
    pub fn new(scale: Scale) -> Tally {
        let (low, high) = scale.ends();
        Tally { scale, counts: (low..=high).map(|_| 0).collect() }
    }

    /// Counts one more answer.
    ///
    /// # Errors
    /// [`OffTheScale`] where there is no such answer; nothing is counted then.
    pub fn add(&mut self, answer: i64) -> Result<(), OffTheScale> {
        if !self.scale.holds(answer) {
            return Err(OffTheScale(answer));
        }
        let place = (answer - self.scale.ends().0) as usize;
        self.counts[place] += 1;
        Ok(())
    }

    /// How many answers there are.
    pub fn answers(&self) -> u64 {
        self.counts.iter().sum()
    }

    /// Each answer with how often it was given.
    pub fn by_answer(&self) -> impl Iterator<Item = (i64, u64)> {
        (self.scale.ends().0..).zip(self.counts.iter().copied())
    }

    /// How many answers there are from one to another, both counted.
    pub fn between(&self, low: i64, high: i64) -> u64 {
        let within = self.by_answer().filter(|(answer, _)| (low..=high).contains(answer));
        within.map(|(_, count)| count).sum()
    }

    /// The figure; `None` without an answer.
    ///
    /// The interval of shares is Wilson's, that of the Net Promoter Score Tango's, that of means
    /// the score interval on their scale: see [`Spread`].
    pub fn score(&self) -> Option<Score> {
        let answers = self.answers();
        let spread = self.spread();
        let value = spread.mean()?;
        let (low, high) = spread.interval()?;
        Some(Score { value, low, high, answers })
    }

    /// The satisfied among all who answered, where the figure is a share.
    pub fn rate(&self) -> Option<Rate> {
        match self.scale {
            Scale::Csat => Rate::new(self.between(4, 5), self.answers()),
            Scale::YesNo => Rate::new(self.between(1, 1), self.answers()),
            Scale::Nps | Scale::Ces | Scale::Rating => None,
        }
    }

    /// How often each worth was given, of all worths that the scale knows.
    fn spread(&self) -> Spread {
        let mut spread = Spread { steps: Vec::new(), counts: Vec::new() };
        for (answer, count) in self.by_answer() {
            let worth = self.scale.worth(answer);
            match spread.counts.last_mut().filter(|_| spread.steps.last() == Some(&worth)) {
                Some(last) => *last += count,
                None => {
                    spread.steps.push(worth);
                    spread.counts.push(count);
                }
            }
        }
        spread
    }
}

impl Score {
    /// Whether there is enough to say something: the interval is at most three tenths of the
    /// scale wide, as with rates.
    pub fn is_settled(self, scale: Scale) -> bool {
        let (first, last) = scale.range();
        (self.high - self.low) / (last - first) <= 0.3
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_bad(scale: Scale, expect: &[i64]) {
        let (low, high) = scale.ends();
        let bad: Vec<i64> = (low..=high).filter(|it| scale.is_bad(*it)).collect();
        assert_eq!(bad, expect);
    }

    #[test]
    fn bad_answers_are_those_that_need_a_talk() {
        check_bad(Scale::Nps, &[0, 1, 2, 3, 4, 5, 6]);
        check_bad(Scale::Csat, &[1, 2]);
        check_bad(Scale::Ces, &[1, 2, 3]);
        check_bad(Scale::YesNo, &[]);
    }

    #[test]
    fn an_answer_off_the_scale_is_not_counted() {
        let mut tally = Tally::new(Scale::Csat);
        assert_eq!(tally.add(6), Err(OffTheScale(6)));
        assert_eq!((tally.answers(), tally.score()), (0, None));
    }

    #[test]
    fn one_answer_settles_nothing() {
        for scale in Scale::ALL {
            let mut tally = Tally::new(scale);
            tally.add(scale.ends().1).expect("on the scale");
            assert!(!tally.score().expect("a score").is_settled(scale), "{scale:?}");
        }
    }
}
