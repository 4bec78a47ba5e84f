//! How likely an open lead of some age is to be won within some days.
//!
//! A lead ends in one of two ways, so won and lost are competing risks: the chance of being won
//! grows day by day by the hazard of winning times the chance of being open still (Aalen and
//! Johansen, "An Empirical Transition Matrix for Non-homogeneous Markov Chains Based on Censored
//! Observations", 1978). Leads that are open count for the days that they have been open. Ages
//! are taken together until enough leads closed at them, so that no hazard rests on a few; within
//! such a band it is the same each day (Friedman, "Piecewise Exponential Models for Survival Data
//! with Covariates", 1982).

use super::arrange;

/// How a lead stood when it was last seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Won.
    Won,
    /// Lost.
    Lost,
    /// Open still.
    Open,
}

/// The hazards of winning and losing by age.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Incidence {
    /// In the order of their ages.
    bands: Vec<Band>,
}

/// Ages with the same hazards.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Band {
    /// The first age after it, in days.
    end: i64,
    /// The chance to be won on a day.
    won: f64,
    /// The chance to be lost on a day.
    lost: f64,
}

/// How many leads close in a band at least.
const CLOSED_A_BAND: u64 = 20;

/// A lead that nothing happened to for so many days from now on is taken never to be won.
const LONGEST: i64 = 1_500;

/// A chance below this changes no figure.
const NEGLIGIBLE: f64 = 1e-4;

impl Incidence {
    /// The hazards from leads with the days that each was open.
    pub fn of(mut leads: Vec<(i64, Fate)>) -> Incidence {
        leads.retain(|(days, _)| 0 <= *days);
        arrange::by_key(&mut leads, |(days, _)| *days);
        let mut counts: Vec<Count> = Vec::new();
        let mut count = Count::default();
        let mut rest = leads.as_slice();
        let mut age = 0;
        // Nobody ends between two ages that leads were last seen at, so only these are looked at.
        while let Some((seen, _)) = rest.first() {
            let here = rest.partition_point(|(days, _)| days == seen);
            count.exposed += (seen + 1 - age) as u64 * rest.len() as u64;
            rest[..here].iter().for_each(|(_, fate)| count.ends(*fate));
            rest = &rest[here..];
            age = seen + 1;
            count.end = age;
            if CLOSED_A_BAND <= count.won + count.lost {
                counts.push(count);
                count = Count::default();
            }
        }
        // The oldest ages: few closed at them, and where many leads grew as old that says
        // something.
        match counts.last_mut() {
            Some(last) if count.exposed < last.exposed => last.extend(count),
            _ if count.exposed != 0 => counts.push(count),
            _ => {}
        }
        Incidence { bands: counts.into_iter().map(Count::band).collect() }
    }

    /// The chance that a lead that has been open for `age` days is won from `after` days from now
    /// on, within `days`; both counted from now.
    pub fn between(&self, age: i64, after: i64, days: i64) -> f64 {
        let (mut open, mut won) = (1.0, 0.0);
        for day in 1..=days.min(LONGEST) {
            let Some(band) = self.band(age.saturating_add(day)) else { return 0.0 };
            if after < day {
                won += open * band.won;
            }
            open *= 1.0 - band.won - band.lost;
            if open < NEGLIGIBLE {
                break;
            }
        }
        won
    }

    /// The chance that it is won at all.
    pub fn ever(&self, age: i64) -> f64 {
        self.between(age, 0, LONGEST)
    }

    /// The hazards at an age; those of the last band hold beyond it.
    fn band(&self, age: i64) -> Option<Band> {
        let place = self.bands.partition_point(|it| it.end <= age);
        self.bands.get(place).or(self.bands.last()).copied()
    }
}

/// What a band is made from.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    end: i64,
    exposed: u64,
    won: u64,
    lost: u64,
}

impl Count {
    fn ends(&mut self, fate: Fate) {
        match fate {
            Fate::Won => self.won += 1,
            Fate::Lost => self.lost += 1,
            Fate::Open => {}
        }
    }

    fn extend(&mut self, older: Count) {
        self.end = self.end.max(older.end);
        self.exposed += older.exposed;
        self.won += older.won;
        self.lost += older.lost;
    }

    fn band(self) -> Band {
        let hazard = |ended: u64| ended as f64 / self.exposed as f64;
        Band { end: self.end, won: hazard(self.won), lost: hazard(self.lost) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(found: f64, expect: f64) {
        assert!((found - expect).abs() < 1e-9, "{found}, {expect}");
    }

    // By hand: 20 leads that end on the day they came, half of them won.
    #[test]
    fn what_ends_at_once_is_decided_in_a_day() {
        let leads = [[(0, Fate::Won); 10], [(0, Fate::Lost); 10]].concat();
        let incidence = Incidence::of(leads);
        check(incidence.between(0, 0, 1), 0.5);
        check(incidence.ever(0), 0.5);
        check(incidence.between(0, 1, 30), 0.0);
    }

    // By hand: 40 leads are open for 9 days and are won on the tenth or not at all. Each of the
    // first 20 to end had 10 days, so the hazard is 20 ÷ 400 a day.
    #[test]
    fn leads_that_are_open_count_for_their_days() {
        let leads = [[(9, Fate::Won); 20], [(9, Fate::Open); 20]].concat();
        let incidence = Incidence::of(leads);
        check(incidence.between(3, 0, 1), 0.05);
        check(incidence.between(3, 0, 2), 0.05 + 0.95 * 0.05);
        check(incidence.between(3, 1, 2), 0.95 * 0.05);
    }

    #[test]
    fn without_history_nothing_is_expected() {
        check(Incidence::of(Vec::new()).ever(5), 0.0);
        check(Incidence::of(vec![(-4, Fate::Won)]).ever(5), 0.0);
    }

    proptest! {
        /// Where every lead has closed, those won ever are the part that was won: the bands keep
        /// the counts, as the estimate by days does.
        #[test]
        fn chances_lie_between_none_and_all(leads in prop::collection::vec((0_i64..200, 0_u8..3), 0..200), age in 0_i64..250, days in 0_i64..400) {
            let fate = |it| [Fate::Won, Fate::Lost, Fate::Open][usize::from(it)];
            let incidence = Incidence::of(leads.into_iter().map(|(days, it)| (days, fate(it))).collect());
            let (all, first) = (incidence.between(age, 0, days), incidence.between(age, 0, days / 2));
            prop_assert!((0.0..=1.0 + 1e-9).contains(&all));
            let rest = incidence.between(age, days / 2, days);
            prop_assert!((first + rest - all).abs() < 2e-4);
        }
    }
}
