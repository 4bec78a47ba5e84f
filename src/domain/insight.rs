//! Figures over leads: counts, won value, win rate with its interval, days to close.
//!
//! One engine for board, goals and reports. Rates are floating point; nothing that people are
//! paid from is.

use super::lead::Lead;
use super::money::Sums;
use super::pipeline::Outcome;

/// A rate with its 95 % interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// How many of the trials succeeded.
    pub successes: u64,
    /// How many trials there were; never 0.
    pub trials: u64,
    /// The lower end of the interval, 0 to 1.
    pub low: f64,
    /// The upper end of the interval, 0 to 1.
    pub high: f64,
}

/// The 97.5 % quantile of the normal distribution.
const Z: f64 = 1.959_963_984_540_054;

impl Rate {
    /// The rate of successes among trials with Wilson's score interval (E. B. Wilson, 1927,
    /// without continuity correction); `None` where nothing was tried.
    pub fn new(successes: u64, trials: u64) -> Option<Rate> {
        if trials == 0 {
            return None;
        }
        let (n, p) = (trials as f64, successes as f64 / trials as f64);
        let denominator = 1.0 + Z * Z / n;
        let centre = (p + Z * Z / (2.0 * n)) / denominator;
        let half = Z / denominator * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let (low, high) = ((centre - half).max(0.0), (centre + half).min(1.0));
        Some(Rate { successes, trials, low, high })
    }

    /// The rate itself, 0 to 1.
    pub fn value(self) -> f64 {
        self.successes as f64 / self.trials as f64
    }
}

/// Figures over some leads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    /// How many leads there are.
    pub deals: u64,
    /// How many are open.
    pub open: u64,
    /// How many were won.
    pub won: u64,
    /// How many were lost.
    pub lost: u64,
    /// The sum of the amounts of won leads.
    pub won_value: Sums,
    /// The sum of the amounts of open leads.
    pub open_value: Sums,
    days_won: Vec<i64>,
}

impl Figures {
    /// Counts one more lead.
    pub fn add(&mut self, lead: &Lead, outcome: Outcome) {
        self.deals += 1;
        match outcome {
            Outcome::Open => self.open += 1,
            Outcome::Won => self.won += 1,
            Outcome::Lost => self.lost += 1,
        }
        match (outcome, lead.amount) {
            (Outcome::Won, Some(amount)) => self.won_value.add(amount),
            (Outcome::Open, Some(amount)) => self.open_value.add(amount),
            _ => {}
        }
        if let (Outcome::Won, Some(days)) = (outcome, lead.days_to_close()) {
            self.days_won.push(days);
        }
    }

    /// Won among won and lost; `None` while nothing is closed.
    pub fn win_rate(&self) -> Option<Rate> {
        Rate::new(self.won, self.won + self.lost)
    }

    /// The mean of the days from creation to close over won leads.
    pub fn mean_days_won(&self) -> Option<f64> {
        let sum: i64 = self.days_won.iter().sum();
        (!self.days_won.is_empty()).then(|| sum as f64 / self.days_won.len() as f64)
    }

    /// The median of the days from creation to close over won leads; the mean of the middle two
    /// where their number is even.
    pub fn median_days_won(&self) -> Option<f64> {
        let mut days = self.days_won.clone();
        days.sort_unstable();
        let middle = days.len() / 2;
        match days.len() {
            0 => None,
            n if n % 2 == 1 => Some(days[middle] as f64),
            _ => Some((days[middle - 1] + days[middle]) as f64 / 2.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Newcombe 1998, "Two-sided confidence intervals for the single proportion", Table I,
    // method 3 (score without continuity correction).
    #[test]
    fn intervals_agree_with_newcombes_table() {
        for (won, tried, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let rate = Rate::new(won, tried).expect("a rate");
            assert!((rate.low - low).abs() < 5e-5 && (rate.high - high).abs() < 5e-5, "{rate:?}");
        }
    }

    #[test]
    fn nothing_tried_has_no_rate() {
        assert_eq!(Rate::new(0, 0), None);
        assert_eq!(Figures::default().win_rate(), None);
        assert_eq!(Figures::default().median_days_won(), None);
    }
}
