//! Pace: what is won of a goal, against what should be by today.
//!
//! The formulas, all in minor units of the goal's currency. A day counts as gone once it is over,
//! so that today is always one of the days left:
//! - expected = what the steps of the period that are over come to + what the running step comes to
//!   × its working days gone ÷ its working days ([`course`] says what the steps are);
//! - gap = won − expected;
//! - needed a day = (quota − won) ÷ working days of the period left, rounded up;
//! - where it lands at this pace: [`Projection`].

pub mod course;

use super::calendar::{Day, Span, is_working_day, working_days};
use super::forecast::normal::student_quantile;
use super::money::{Currency, Money, share};
use super::settings::Settings;
use course::{Basis, Course, Reached};

/// How far a goal has come by a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// What is to be won.
    pub quota: Money,
    /// What has been won.
    pub won: Money,
    /// What should have been won by the end of the day before.
    pub expected: Money,
    /// What that goes by.
    pub basis: Basis,
    /// What it is made of.
    pub reached: Reached,
    /// Working days of the period that are over.
    pub days_gone: i64,
    /// Working days of the period.
    pub days: i64,
}

impl Pace {
    /// The pace of a goal over its course on a day that is not over yet.
    pub fn new(
        quota: Money,
        won_minor: i64,
        course: &Course,
        today: Day,
        settings: &Settings,
    ) -> Pace {
        let ended = today.minus(1);
        let reached = course.reached(quota.minor, ended, settings);
        let money = |minor| Money::new(minor, quota.currency);
        Pace {
            quota,
            won: money(won_minor),
            expected: money(reached.expected()),
            basis: course.basis,
            reached,
            days_gone: course.days_gone(ended, settings),
            days: course.days(),
        }
    }

    /// How much more was won than expected; negative where it is less.
    pub fn gap(self) -> Money {
        Money::new(self.won.minor - self.expected.minor, self.quota.currency)
    }

    /// What is left to be won; zero once the goal is reached.
    pub fn left(self) -> Money {
        Money::new((self.quota.minor - self.won.minor).max(0), self.quota.currency)
    }

    /// What must be won on each working day left, today among them; `None` where none is left.
    pub fn needed_a_day(self) -> Option<Money> {
        let days_left = self.days - self.days_gone;
        if days_left <= 0 {
            return None;
        }
        let minor = (self.left().minor + days_left - 1) / days_left;
        Some(Money::new(minor, self.quota.currency))
    }

    /// Attainment: won as thousandths of the quota; `None` for a quota of zero.
    pub fn attainment_permille(self) -> Option<i64> {
        (self.quota.minor != 0).then(|| share(1000, self.won.minor, self.quota.minor))
    }
}

/// Where a period lands at its pace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Projection {
    /// In one of ten cases it is less.
    pub low: Money,
    /// Won so far, and on the days left as much as on those gone, times what the days left brought
    /// more or less in earlier periods.
    pub likely: Money,
    /// In one of ten cases it is more.
    pub high: Money,
    /// How many earlier periods say so.
    pub earlier: usize,
}

/// The fewest working days that say how the others go.
pub const FEWEST_DAYS: i64 = 10;
/// What the days left brought is taken as this part of what those gone promised at least.
const LEAST_PART: f64 = 0.25;
/// And as this at most.
const MOST_PART: f64 = 4.0;
/// For how many earlier periods it counts that days left bring what those gone do.
const USUAL_SEEN: f64 = 1.0;
/// How far off that is where nothing is known: the standard deviation of the part's logarithm.
const USUAL_SPREAD: f64 = 0.3;
/// For how many earlier periods that spread counts.
const USUAL_DEGREES: f64 = 3.0;
/// The lower and upper ends leave one of ten cases out on either side.
const ENDS: f64 = 0.9;

impl Projection {
    /// The projection of a span by the end of a day, from what was won on which day, also in earlier spans;
    /// `None` before [`FEWEST_DAYS`] working days are gone, once none is left, and where nothing
    /// was won.
    ///
    /// Days are not alike: much is won at the end of a quarter. So the same is asked of earlier
    /// periods at the same part of their working days: what came on the days left, as a part of
    /// what those gone promised. The logarithm of that part is taken as normal about a mean and
    /// with a variance that are not known, and the next one follows Student's distribution (Gelman
    /// and others, "Bayesian Data Analysis", 3rd edition, section 3.3). A period in which the first
    /// deal of all was won is unlike the others and says nothing.
    pub fn new(
        won: &[(Day, i64)],
        currency: Currency,
        (span, earlier): (Span, &[Span]),
        today: Day,
        settings: &Settings,
    ) -> Option<Projection> {
        let days = working_days(span, settings);
        let gone = working_days(Span { first: span.first, last: today }, settings);
        if gone < FEWEST_DAYS || days <= gone || !span.holds(today) {
            return None;
        }
        let begun = won.iter().map(|(day, _)| *day).min()?;
        let known = earlier.iter().filter(|it| begun < it.first && it.last < span.first);
        let cut = Cut { gone, days };
        let parts: Vec<f64> =
            known.filter_map(|it| cut.part(&daily(won, *it, settings))).map(f64::ln).collect();
        let sums = daily(won, Span { first: span.first, last: today }, settings);
        let total = sums.iter().fold(0_i64, |sum, it| sum.saturating_add(*it));
        if total <= 0 {
            return None;
        }
        let rest = total as f64 / gone as f64 * (days - gone) as f64;
        let money = |part: f64| {
            Money::new(total.saturating_add((rest * part.exp()).round() as i64), currency)
        };
        let (middle, reach) = next_part(&parts);
        Some(Projection {
            low: money(middle - reach),
            likely: money(middle),
            high: money(middle + reach),
            earlier: parts.len(),
        })
    }
}

impl Projection {
    /// The same where so much is won already: no figure is less than that.
    pub fn at_least(self, won: i64) -> Projection {
        let raised = |it: Money| Money::new(it.minor.max(won), it.currency);
        Projection {
            low: raised(self.low),
            likely: raised(self.likely),
            high: raised(self.high),
            ..self
        }
    }
}

/// So many of the working days of a period.
#[derive(Clone, Copy)]
struct Cut {
    gone: i64,
    days: i64,
}

impl Cut {
    /// What came on the days left as a part of what those gone promised; none where nothing was
    /// won on those gone.
    fn part(self, sums: &[i64]) -> Option<f64> {
        let count = sums.len() as i64;
        let gone = usize::try_from(share(self.gone, count, self.days)).ok()?;
        let (before, after) = sums.split_at_checked(gone)?;
        let mean = |sums: &[i64]| sums.iter().map(|it| *it as f64).sum::<f64>() / sums.len() as f64;
        let part = mean(after) / mean(before);
        part.is_finite().then(|| part.clamp(LEAST_PART, MOST_PART))
    }
}

/// The middle of the logarithm of the next part, and how far its eight of ten cases reach.
fn next_part(parts: &[f64]) -> (f64, f64) {
    let seen = parts.len() as f64;
    let mean = parts.iter().sum::<f64>() / seen.max(1.0);
    let all = USUAL_SEEN + seen;
    let middle = seen * mean / all;
    let squares: f64 = parts.iter().map(|it| (it - mean).powi(2)).sum();
    let usual = USUAL_DEGREES * USUAL_SPREAD.powi(2);
    let degrees = USUAL_DEGREES + seen;
    let variance = (usual + squares + USUAL_SEEN * seen / all * mean.powi(2)) / degrees;
    let spread = (variance * (1.0 + 1.0 / all)).sqrt();
    (middle, spread * student_quantile(ENDS, degrees))
}

/// What was won on each working day of a span; what was won on another day counts for the working
/// day before it, or the first one.
fn daily(won: &[(Day, i64)], span: Span, settings: &Settings) -> Vec<i64> {
    let days: Vec<Day> = span.days().filter(|it| is_working_day(*it, settings)).collect();
    let mut sums = vec![0_i64; days.len()];
    for (day, amount) in won.iter().filter(|(day, _)| span.holds(*day)) {
        let place = days.partition_point(|it| it <= day).saturating_sub(1);
        if let Some(sum) = sums.get_mut(place) {
            *sum = sum.saturating_add(*amount);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::{FiscalStart, Period};
    use crate::domain::for_tests::day;

    #[track_caller]
    fn check(today: &str, won: i64, expect: (i64, i64, Option<i64>)) {
        let span = Period::Quarter(2026, 4).span(FiscalStart::new(1)).expect("a span");
        let quota = Money::new(6_600_000, Currency::CNY);
        let settings = Settings::default();
        let course = Course::plain(span, &settings);
        let pace = Pace::new(quota, won, &course, today.parse().expect("a day"), &settings);
        let needed = pace.needed_a_day().map(|it| it.minor);
        assert_eq!((pace.expected.minor, pace.gap().minor, needed), expect);
    }

    /// The ends and the middle for the fourth quarter, in cents.
    fn projected(won: &[(&str, i64)], today: &str) -> Option<([i64; 3], usize)> {
        let span = |quarter| Period::Quarter(2026, quarter).span(FiscalStart::new(1));
        let earlier: Vec<Span> = (1..4).filter_map(span).collect();
        let day = |text: &str| text.parse::<Day>().expect("a day");
        let won: Vec<(Day, i64)> = won.iter().map(|(on, minor)| (day(on), *minor)).collect();
        let (settings, spans) = (Settings::default(), (span(4).expect("a span"), &earlier[..]));
        let found = Projection::new(&won, Currency::CNY, spans, day(today), &settings)?;
        Some(([found.low, found.likely, found.high].map(|it| it.minor), found.earlier))
    }

    // By hand: 15 of 66 working days are gone by 21 October and brought 600, so the 51 left promise
    // 2,040. Without earlier periods the part of that has the middle 1 and, with Student's quantile
    // of 1.638 at three degrees, the ends exp(±1.638 × 0.3 × √2), 0.499 and 2.004.
    #[test]
    fn days_left_go_as_those_gone_where_nothing_else_is_known() {
        let won = [("2026-10-02", 100), ("2026-10-10", 200), ("2026-10-21", 300)];
        let ([low, likely, high], earlier) = projected(&won, "2026-10-21").expect("enough");
        assert_eq!((likely, earlier), (2_640, 0));
        assert!((low - 1_618).abs() < 20 && (high - 4_688).abs() < 60, "{low} {high}");
    }

    // By hand: the third quarter has 66 working days as well; its first 15 (until 21 July) brought
    // 15, its last 51 brought 102: twice as much a day. The middle is the root of 2: 600 + 2,040 ×
    // 1.41421 is 3,485. The second quarter held the first deal, so that it does not count.
    #[test]
    fn days_left_bring_what_they_brought_in_earlier_periods() {
        let now = [("2026-10-02", 100), ("2026-10-10", 200), ("2026-10-21", 300)];
        let before = [("2026-05-05", 9), ("2026-07-02", 15), ("2026-09-30", 102)];
        let won = [&now[..], &before[..]].concat();
        let ([low, likely, high], earlier) = projected(&won, "2026-10-21").expect("enough");
        assert_eq!((likely, earlier), (3_485, 1));
        assert!(low < 2_640 && 5_000 < high, "{low} {high}");
    }

    #[test]
    fn too_few_days_no_days_left_and_nothing_won_say_nothing() {
        assert_eq!(projected(&[("2026-10-02", 100)], "2026-10-13"), None);
        assert_eq!(projected(&[("2026-10-02", 100)], "2026-12-31"), None);
        assert_eq!(projected(&[("2026-08-02", 100)], "2026-11-02"), None);
    }

    #[test]
    fn what_is_won_on_a_weekend_counts_for_the_day_before() {
        let settings = Settings::default();
        let span = Span { first: day("2026-10-01"), last: day("2026-10-12") };
        let sums = daily(&[(day("2026-10-11"), 7), (day("2026-10-12"), 1)], span, &settings);
        assert_eq!(sums, [0, 0, 0, 0, 0, 0, 7, 1]);
    }

    // The fourth quarter of 2026 has 66 weekdays (22 + 21 + 23), so each is worth 100,000.
    #[test]
    fn a_quota_is_spread_over_working_days() {
        check("2026-09-30", 0, (0, 0, Some(100_000)));
        check("2026-10-01", 100_000, (0, 100_000, Some(98_485)));
        check("2026-10-02", 100_000, (100_000, 0, Some(100_000)));
        check("2026-10-04", 0, (200_000, -200_000, Some(103_125)));
        check("2026-12-31", 6_500_000, (6_500_000, 0, Some(100_000)));
        check("2027-01-01", 6_600_000, (6_600_000, 0, None));
        check("2027-02-01", 7_000_000, (6_600_000, 400_000, None));
        check("2026-12-31", 7_000_000, (6_500_000, 500_000, Some(0)));
    }
}
