//! Figures over leads: counts, won value, win rate with its interval, days to close.
//!
//! One engine for board, goals and reports. Rates are floating point; nothing that people are
//! paid from is.

use std::collections::BTreeMap;

use super::arrange;
use super::calendar::Day;
use super::id::ProductId;
use super::lead::Lead;
use super::money::{Money, Sums};
use super::pipeline::Outcome;
use super::workspace::Workspace;

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
        let (low, high) = wilson(successes as f64 / trials as f64, trials as f64);
        Some(Rate { successes, trials, low, high })
    }

    /// The rate itself, 0 to 1.
    pub fn value(self) -> f64 {
        self.successes as f64 / self.trials as f64
    }

    /// Whether there is enough to say something: the interval is at most 30 points wide, 15 to
    /// either side of its middle.
    pub fn is_settled(self) -> bool {
        self.high - self.low <= SETTLED_WIDTH
    }

    /// About how many more trials would settle it, if their rate stayed as it is; 0 where it is
    /// settled.
    pub fn trials_to_settle(self) -> u64 {
        let width = |more: u64| {
            let (low, high) = wilson(self.value(), (self.trials + more) as f64);
            high - low
        };
        (0..).find(|more| width(*more) <= SETTLED_WIDTH).unwrap_or(0)
    }
}

/// The widest interval that still says something.
const SETTLED_WIDTH: f64 = 0.3;

/// The ends of Wilson's interval of a rate over so many trials.
fn wilson(rate: f64, trials: f64) -> (f64, f64) {
    let denominator = 1.0 + Z * Z / trials;
    let centre = (rate + Z * Z / (2.0 * trials)) / denominator;
    let half =
        Z / denominator * (rate * (1.0 - rate) / trials + Z * Z / (4.0 * trials * trials)).sqrt();
    ((centre - half).max(0.0), (centre + half).min(1.0))
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
        self.add_at(lead, outcome, lead.amount);
    }

    /// Counts one more lead with a part of its amount.
    pub fn add_at(&mut self, lead: &Lead, outcome: Outcome, amount: Option<Money>) {
        self.deals += 1;
        match outcome {
            Outcome::Open => self.open += 1,
            Outcome::Won => self.won += 1,
            Outcome::Lost => self.lost += 1,
        }
        match (outcome, amount) {
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
        arrange::naturally(&mut days);
        median(&days)
    }
}

/// The middle of days that stand in their order; the mean of the middle two where their number is
/// even, and `None` where there are none.
pub fn median(days: &[i64]) -> Option<f64> {
    let middle = days.len() / 2;
    match days.len() {
        0 => None,
        n if n % 2 == 1 => Some(days[middle] as f64),
        _ => Some((days[middle - 1] + days[middle]) as f64 / 2.0),
    }
}

/// Figures over groups of leads; their sums over all groups are those over all leads.
pub fn figures_by<'a, K: Ord>(
    leads: impl Iterator<Item = (&'a Lead, Outcome)>,
    group: impl Fn(&Lead) -> K,
) -> BTreeMap<K, Figures> {
    let mut groups: BTreeMap<K, Figures> = BTreeMap::new();
    for (lead, outcome) in leads {
        groups.entry(group(lead)).or_default().add(lead, outcome);
    }
    groups
}

/// Figures by product; a product that is not there counts as none. A lead counts once with every
/// product that is sold on it, with that product's part of its amount, so that the sums of the
/// values over all products are those over all leads.
pub fn figures_by_product<'a>(
    workspace: &Workspace,
    leads: impl Iterator<Item = (&'a Lead, Outcome)>,
) -> BTreeMap<Option<ProductId>, Figures> {
    let mut groups: BTreeMap<Option<ProductId>, Figures> = BTreeMap::new();
    for (lead, outcome) in leads {
        let mut unnamed: Option<Option<Money>> = None;
        for (product, part) in lead.shares() {
            match product.filter(|it| workspace.products.has(*it)) {
                None => unnamed = Some(both(unnamed.flatten(), part)),
                product => groups.entry(product).or_default().add_at(lead, outcome, part),
            }
        }
        if let Some(part) = unnamed {
            groups.entry(None).or_default().add_at(lead, outcome, part);
        }
    }
    groups
}

/// Two parts of one amount together.
pub fn both(one: Option<Money>, other: Option<Money>) -> Option<Money> {
    let Some(one) = one else { return other };
    let minor = one.minor.saturating_add(other.map_or(0, |it| it.minor));
    Some(Money::new(minor, one.currency))
}

/// What a lead was by the end of a day; `None` where nothing was known of it yet.
///
/// A lead is known from the day it was created. One that closed later was still open. One
/// without a day of creation is known from the day it closed, and while it is open not at all:
/// nothing says that it was there.
pub fn outcome_by(lead: &Lead, outcome: Outcome, day: Day) -> Option<Outcome> {
    known_by(lead.created, lead.closes, outcome, day)
}

/// The same of the day a lead was created and the day it closes.
pub fn known_by(
    created: Option<Day>,
    closes: Option<Day>,
    outcome: Outcome,
    day: Day,
) -> Option<Outcome> {
    let closed_by = closes.is_none_or(|it| it <= day);
    match (created, outcome) {
        (Some(created), _) if day < created => None,
        (None, Outcome::Open) => None,
        (None, _) if closes.is_none_or(|it| day < it) => None,
        (_, Outcome::Won | Outcome::Lost) if !closed_by => Some(Outcome::Open),
        (_, outcome) => Some(outcome),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::for_tests::put;
    use crate::domain::money::Currency;
    use crate::domain::product::Product;
    use crate::domain::product_line::ProductLine;

    fn line(product: u64, minor: i64) -> ProductLine {
        ProductLine::one(ProductId::drawn(product), Money::new(minor, Currency::CNY))
    }

    #[track_caller]
    fn check_by_product(lines: &[ProductLine], amount: i64, expect: &[(u64, u64, i64)]) {
        let mut workspace = Workspace::default();
        for id in 1..=2 {
            put(&mut workspace, ProductId::drawn(id), &Product::default());
        }
        let amount = Some(Money::new(amount, Currency::CNY));
        let lead = Lead { lines: lines.to_vec(), amount, ..Lead::default() };
        let groups = figures_by_product(&workspace, [(&lead, Outcome::Won)].into_iter());
        let groups = groups.into_iter().map(|(product, it)| {
            (product.map_or(0, |it| it.0.0), it.won, it.won_value.of(Currency::CNY).minor)
        });
        assert_eq!(groups.collect::<Vec<_>>(), expect);
    }

    #[test]
    fn a_lead_counts_once_with_every_product() {
        check_by_product(&[line(1, 5), line(2, 5), line(1, 5)], 100, &[(1, 1, 67), (2, 1, 33)]);
        check_by_product(&[line(1, 1), line(8, 1), line(9, 2)], 8, &[(0, 1, 6), (1, 1, 2)]);
        check_by_product(&[], 8, &[(0, 1, 8)]);
    }

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

    // Solved from the formula: at a rate of a half the interval is 30 points wide at 39 trials,
    // at a rate of one at 9.
    #[test]
    fn a_few_trials_settle_nothing() {
        for (won, tried, more) in [(3, 4, 26), (19, 38, 1), (20, 40, 0), (9, 9, 0), (0, 4, 5)] {
            let rate = Rate::new(won, tried).expect("a rate");
            assert_eq!((rate.trials_to_settle(), rate.is_settled()), (more, more == 0), "{rate:?}");
        }
    }

    #[track_caller]
    fn check_by(created: &str, closes: &str, outcome: Outcome, expect: Option<Outcome>) {
        let lead =
            Lead { created: created.parse().ok(), closes: closes.parse().ok(), ..Lead::default() };
        let day = "2026-06-30".parse().expect("a day");
        assert_eq!(outcome_by(&lead, outcome, day), expect);
    }

    #[test]
    fn a_day_knows_only_what_came_before_it() {
        check_by("2026-06-30", "2026-06-30", Outcome::Won, Some(Outcome::Won));
        check_by("2026-06-30", "2026-07-01", Outcome::Won, Some(Outcome::Open));
        check_by("2026-07-01", "2026-07-02", Outcome::Lost, None);
        check_by("2026-06-01", "2026-12-31", Outcome::Open, Some(Outcome::Open));
        check_by("", "2026-12-31", Outcome::Open, None);
        check_by("", "2026-06-01", Outcome::Lost, Some(Outcome::Lost));
        check_by("", "2026-07-01", Outcome::Won, None);
    }

    #[test]
    fn nothing_tried_has_no_rate() {
        assert_eq!(Rate::new(0, 0), None);
        assert_eq!(Figures::default().win_rate(), None);
        assert_eq!(Figures::default().median_days_won(), None);
    }
}
