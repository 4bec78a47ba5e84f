//! Leads by the month in which they were created: how many are won and lost so many months later.
//!
//! The month of creation is month 0. A cell is there only once its month is over, so that no cell
//! still grows.

use super::calendar::Day;
use super::pipeline::Outcome;

/// The leads created in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cohort {
    /// The first day of the month.
    pub month: Day,
    /// How many were created.
    pub leads: u64,
    /// What had become of them by the end of each month from theirs on.
    pub cells: Vec<Cell>,
}

/// What had become of leads by the end of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// How many were won.
    pub won: u64,
    /// How many were lost.
    pub lost: u64,
}

/// A lead as cohorts want it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// The day it was created.
    pub created: Day,
    /// The day it closed, or is expected to.
    pub closes: Option<Day>,
    /// Where it stands.
    pub outcome: Outcome,
}

impl Case {
    /// How many months after that of its creation it closed; `None` while it is open, and where
    /// the day is not known. One that closed before it was created closed at once.
    pub fn age(self) -> Option<usize> {
        let closes = self.closes.filter(|_| self.outcome != Outcome::Open)?;
        Some((number(closes) - number(self.created)).max(0) as usize)
    }
}

/// A month as a number: months since the year 0.
pub fn number(day: Day) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// The first day of a month that is a number; `None` outside the calendar.
pub fn month(number: i64) -> Option<Day> {
    Day::new(number.div_euclid(12) as i32, number.rem_euclid(12) as u32 + 1, 1)
}

/// The cohorts of the last months that are over, the earliest first: at most so many, each with at
/// most so many cells. Months in which nothing was created are left out.
pub fn cohorts(cases: &[Case], today: Day, months: usize, ages: usize) -> Vec<Cohort> {
    let now = number(today);
    let first = now - months as i64;
    let mut cohorts: Vec<Cohort> = (first..now)
        .filter_map(|it| {
            let cells = vec![Cell::default(); ((now - it) as usize).min(ages)];
            Some(Cohort { month: month(it)?, leads: 0, cells })
        })
        .collect();
    for case in cases {
        let place = usize::try_from(number(case.created) - first).ok();
        let Some(cohort) = place.and_then(|it| cohorts.get_mut(it)) else { continue };
        cohort.leads += 1;
        let Some(age) = case.age() else { continue };
        for cell in cohort.cells.iter_mut().skip(age) {
            match case.outcome {
                Outcome::Won => cell.won += 1,
                _ => cell.lost += 1,
            }
        }
    }
    cohorts.retain(|it| it.leads != 0);
    cohorts
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn case(created: &str, closes: &str, outcome: Outcome) -> Case {
        Case { created: created.parse().expect("a day"), closes: closes.parse().ok(), outcome }
    }

    // By hand.
    #[test]
    fn a_lead_is_won_from_the_month_it_was_won_in() {
        let cases = [
            case("2026-08-31", "2026-09-01", Outcome::Won),
            case("2026-08-01", "2026-10-31", Outcome::Lost),
            case("2026-08-01", "2026-12-31", Outcome::Open),
            case("2026-11-02", "2026-11-03", Outcome::Won),
        ];
        let found = cohorts(&cases, "2026-11-25".parse().expect("a day"), 12, 12);
        let cells: Vec<(u64, u64)> = found[0].cells.iter().map(|it| (it.won, it.lost)).collect();
        assert_eq!((found.len(), found[0].leads), (1, 3));
        assert_eq!(cells, [(0, 0), (1, 0), (1, 1)]);
    }

    proptest! {
        #[test]
        fn cells_never_shrink_and_never_hold_more_than_there_are(cases in prop::collection::vec((0_u64..400, 0_u64..300, 0_u8..3), 0..60)) {
            let begin: Day = "2025-01-01".parse().expect("a day");
            let cases: Vec<Case> = cases.into_iter().map(|(from, days, it)| Case {
                created: begin.plus(from),
                closes: Some(begin.plus(from + days)),
                outcome: [Outcome::Open, Outcome::Won, Outcome::Lost][usize::from(it)],
            }).collect();
            for cohort in cohorts(&cases, begin.plus(500), 24, 12) {
                let sums: Vec<u64> = cohort.cells.iter().map(|it| it.won + it.lost).collect();
                prop_assert!(sums.is_sorted() && sums.iter().all(|it| *it <= cohort.leads));
            }
        }
    }
}
