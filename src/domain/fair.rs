//! Who carries more of a quota than the yardsticks say, and who less.
//!
//! A yardstick gives each person a share: what the person won in the same period a year before,
//! what in the last four quarters, what is open weighted by its odds, on how many days the person
//! is there. Taken together, a person's share is the mean of those that say something about the
//! person; history with fewer than [`FEWEST`] deals does not. Then the whole is shared out by these
//! to the minor unit. A person's index is the quota as a part of what would be level.
//!
//! What was won is a sum of a random number of deals: with deals that come by chance its variance
//! is about the sum of the squares of the amounts (compound Poisson; Klugman, Panjer and Willmot,
//! "Loss Models", 4th edition, section 9.3). So history is off by 1.96 of its root, and the index
//! with it.

use super::exact::Exact;
use super::split::split;

/// With fewer deals history says nothing about a person.
pub const FEWEST: u64 = 5;

/// What somebody won in a stretch of time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sales {
    /// The sum, in minor units.
    pub minor: i64,
    /// In how many deals.
    pub deals: u64,
    /// The sum of the squares of their amounts.
    pub squares: f64,
}

impl Sales {
    /// Counts one more deal.
    pub fn add(&mut self, minor: i64) {
        self.minor = self.minor.saturating_add(minor);
        self.deals += 1;
        self.squares += (minor as f64).powi(2);
    }

    /// Whether there are enough deals to say something.
    pub fn says(self) -> bool {
        FEWEST <= self.deals && 0 < self.minor
    }

    /// How far it may be off, as a part of it.
    fn error(self) -> f64 {
        1.96 * self.squares.sqrt() / (self.minor.max(1)) as f64
    }
}

/// Somebody who carries a part of the whole.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Carrier {
    /// The quota.
    pub quota: i64,
    /// What was won in the same period a year before.
    pub last_year: Sales,
    /// What was won in the last four quarters.
    pub quarters: Sales,
    /// What is open, weighted by its odds, in minor units.
    pub pipeline: i64,
    /// On how many working days of the period the person is there.
    pub days: i64,
}

/// By what quotas are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// By all of it together.
    All,
    /// By the same period a year before.
    LastYear,
    /// By the last four quarters.
    Quarters,
    /// By what is open.
    Pipeline,
    /// By days present.
    Days,
}

impl By {
    /// Every one, in the order in which they are offered.
    pub const ALL: [By; 5] = [By::All, By::LastYear, By::Quarters, By::Pipeline, By::Days];

    /// The yardsticks by themselves.
    pub const SINGLE: [By; 4] = [By::LastYear, By::Quarters, By::Pipeline, By::Days];

    /// The name in choices.
    pub const fn as_str(self) -> &'static str {
        match self {
            By::All => "all",
            By::LastYear => "last-year",
            By::Quarters => "quarters",
            By::Pipeline => "pipeline",
            By::Days => "days",
        }
    }

    /// What it measures of somebody; `None` where it says nothing, and how far that may be off.
    fn of(self, carrier: &Carrier) -> Option<(i64, f64)> {
        let sales = |it: Sales| it.says().then(|| (it.minor, it.error()));
        match self {
            By::All => None,
            By::LastYear => sales(carrier.last_year),
            By::Quarters => sales(carrier.quarters),
            By::Pipeline => Some((carrier.pipeline.max(0), 0.0)),
            By::Days => Some((carrier.days.max(0), 0.0)),
        }
    }
}

/// How somebody's quota compares with what would be level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// More than a tenth above.
    TooMuch,
    /// Within a tenth.
    Level,
    /// More than a tenth below.
    TooLittle,
    /// Off by more than a tenth, but so may be the yardstick.
    Unsure,
    /// There is nothing to compare.
    Unknown,
}

/// What would be level for somebody.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Level {
    /// The quota that would be.
    pub quota: i64,
    /// The quota there is as a part of it; none where that is nothing.
    pub index: Option<f64>,
    /// Between what the index lies; none where nothing says how far it may be off.
    pub between: Option<(f64, f64)>,
    /// How the quota compares.
    pub verdict: Verdict,
}

/// Shares are taken in so many parts.
const PARTS: i64 = 1_000_000_000;

/// What would be level for each of several people, in their order. The quotas add up to the whole.
pub fn level(whole: i64, people: &[Carrier], by: By) -> Vec<Level> {
    let sticks: &[By] = if by == By::All { &By::SINGLE } else { &[by] };
    let shares: Vec<Vec<Option<(f64, f64)>>> =
        sticks.iter().filter_map(|it| shares(people, *it)).collect();
    let days: i64 = people.iter().map(|it| it.days.max(0)).sum();
    let weight = |nth: usize| {
        let said: Vec<(f64, f64)> = shares.iter().filter_map(|it| it[nth]).collect();
        if said.is_empty() {
            // Nothing is known of the person: as much as of others on the same days.
            return (people[nth].days.max(0) as f64 / days.max(1) as f64, 0.0);
        }
        let count = said.len() as f64;
        let share = said.iter().map(|it| it.0).sum::<f64>() / count;
        let error = said.iter().map(|it| it.0 * it.1).sum::<f64>() / count;
        (share, if share == 0.0 { 0.0 } else { error / share })
    };
    let weights: Vec<(f64, f64)> = (0..people.len()).map(weight).collect();
    let parts: Vec<i64> = weights.iter().map(|it| (it.0 * PARTS as f64).round() as i64).collect();
    let quotas = split(whole, &parts);
    let all = people.iter().zip(quotas).zip(weights);
    all.map(|((carrier, quota), (_, error))| compare(carrier.quota, quota, error)).collect()
}

/// The share of each person by a yardstick, and how far it may be off; `None` where it says nothing
/// about anybody.
fn shares(people: &[Carrier], by: By) -> Option<Vec<Option<(f64, f64)>>> {
    let said: Vec<Option<(i64, f64)>> = people.iter().map(|it| by.of(it)).collect();
    let sum: f64 = said.iter().flatten().map(|it| it.0 as f64).sum();
    let known = said.iter().flatten().count() as f64;
    // Who is not known leaves a fair part of the whole to the others.
    let part = known / people.len().max(1) as f64;
    let share = |(value, error): (i64, f64)| (value as f64 / sum * part, error);
    (0.0 < sum).then(|| said.into_iter().map(|it| it.map(share)).collect())
}

/// The share of the whole that a yardstick gives somebody, 0 to 1; `None` where it says nothing.
pub fn share_by(people: &[Carrier], nth: usize, by: By) -> Option<f64> {
    Some((*shares(people, by)?.get(nth)?)?.0)
}

fn compare(quota: i64, level: i64, error: f64) -> Level {
    let index = (0 < level && quota != 0).then(|| quota as f64 / level as f64);
    let between = index.filter(|_| 0.0 < error).map(|index| {
        let high = if error < 1.0 { index / (1.0 - error) } else { f64::INFINITY };
        (index / (1.0 + error), high)
    });
    let spans_one = between.is_some_and(|(low, high)| low <= 1.0 && 1.0 <= high);
    let verdict = match index {
        None => Verdict::Unknown,
        Some(it) if (0.9..=1.1).contains(&it) => Verdict::Level,
        Some(_) if spans_one => Verdict::Unsure,
        Some(it) if 1.0 < it => Verdict::TooMuch,
        Some(_) => Verdict::TooLittle,
    };
    Level { quota: level, index, between, verdict }
}

/// Somebody's share of the quotas over the share by one yardstick: more than one means more than
/// the yardstick says; `None` where it says nothing.
pub fn index(people: &[Carrier], nth: usize, by: By) -> Option<Exact> {
    let carrier = people.get(nth)?;
    let value = |it: &Carrier| by.of(it).map(|it| i128::from(it.0));
    let sum = |it: i128| (it != 0).then_some(it);
    let all = sum(people.iter().filter_map(value).sum())?;
    let quotas: i128 = people.iter().map(|it| i128::from(it.quota)).sum();
    let own = Exact::new(carrier.quota.into(), sum(quotas)?)?;
    own.over(Exact::new(value(carrier)?, all)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sales(amounts: &[i64]) -> Sales {
        let mut sales = Sales::default();
        amounts.iter().for_each(|it| sales.add(*it));
        sales
    }

    fn carrier(quota: i64, won: &[i64], pipeline: i64, days: i64) -> Carrier {
        Carrier { quota, quarters: sales(won), pipeline, days, ..Carrier::default() }
    }

    /// Two who won 60 and 40 in deals of 1 each, with as much open and as many days.
    fn pair(quota: i64) -> [Carrier; 2] {
        [carrier(quota, &[1; 60], 10, 60), carrier(100 - quota, &[1; 40], 10, 60)]
    }

    #[track_caller]
    fn check(people: &[Carrier], by: By, expect: &[(i64, Verdict)]) {
        let whole = people.iter().map(|it| it.quota).sum();
        let found: Vec<(i64, Verdict)> =
            level(whole, people, by).iter().map(|it| (it.quota, it.verdict)).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn level_is_the_share_of_the_yardstick() {
        check(&pair(50), By::Days, &[(50, Verdict::Level), (50, Verdict::Level)]);
        check(&pair(60), By::Quarters, &[(60, Verdict::Level), (40, Verdict::Level)]);
        check(&pair(60), By::Days, &[(50, Verdict::TooMuch), (50, Verdict::TooLittle)]);
        // The mean of 60, 50 and 50 of a hundred is 53 and a third.
        check(&pair(53), By::All, &[(53, Verdict::Level), (47, Verdict::Level)]);
    }

    // The root of 60 is 7.75; 1.96 of it are 25 % of 60, so 80 may be from 64 to 81 of 60's share.
    #[test]
    fn history_is_off_by_the_root_of_its_deals() {
        let level = level(100, &pair(80), By::Quarters);
        let (low, high) = level[0].between.expect("an interval");
        assert!((low - 80.0 / 60.0 / 1.2530).abs() < 1e-3, "{low}");
        assert!((high - 80.0 / 60.0 / 0.7470).abs() < 1e-3, "{high}");
        assert_eq!(level[0].verdict, Verdict::TooMuch);
    }

    #[test]
    fn a_few_deals_say_nothing() {
        let people = [carrier(50, &[100; 4], 0, 60), carrier(50, &[1; 40], 0, 60)];
        check(&people, By::Quarters, &[(50, Verdict::Level), (50, Verdict::Level)]);
        let unsure = [carrier(60, &[10; 6], 0, 60), carrier(40, &[10; 6], 0, 60)];
        check(&unsure, By::Quarters, &[(50, Verdict::Unsure), (50, Verdict::Unsure)]);
    }

    #[test]
    fn an_index_is_a_share_over_a_share() {
        let people = pair(75);
        assert_eq!(index(&people, 0, By::Quarters), Exact::new(75, 60));
        assert_eq!(index(&people, 1, By::Days), Exact::new(1, 2));
        assert_eq!(index(&people, 0, By::LastYear), None);
    }

    proptest! {
        #[test]
        fn level_quotas_are_the_whole(
            whole in 0..1_000_000_000_000_i64,
            people in prop::collection::vec((0..1_000_000_i64, 0..20_usize, 0..1_000_000_i64, 0..70_i64), 1..40)
        ) {
            let people: Vec<Carrier> = people.into_iter().map(|(quota, deals, open, days)| {
                carrier(quota, &vec![500; deals], open, days)
            }).collect();
            for by in By::ALL {
                let sum: i64 = level(whole, &people, by).iter().map(|it| it.quota).sum();
                prop_assert_eq!(sum, whole);
            }
        }
    }
}
