//! What an indicator is likely to come to: the forecast of its own history.
//!
//! An indicator whose periods add up is forecast from its months: what came of the months of the
//! period that are over, and what is expected of the others together. Any other is forecast from
//! its periods of the same length. Nothing is said where the series is too short to try the
//! forecast at earlier times, and never less than what there is already.

use std::collections::BTreeMap;

use super::was_there;
use crate::domain::calendar::{Day, FiscalStart, Period};
use crate::domain::exact::Exact;
use crate::domain::forecast::{Question, forecast};
use crate::domain::goal::Bearer;
use crate::domain::indicator::{Book, Computed, Formula, Measure, Nature};
use crate::domain::smart::Likely;
use crate::domain::workspace::Workspace;
use crate::present::indicators::scope;

/// The most steps that are learned from.
const MOST_STEPS: usize = 60;
/// The furthest step ahead that is forecast.
const FURTHEST: usize = 24;
/// The fewest steps that say something.
const FEWEST_STEPS: usize = 4;
/// How many of a hundred cases the interval should hold, as a part of 1.
const LEVEL: f64 = 0.8;
/// Forecasts are told to a thousandth.
const PRECISION: f64 = 1000.0;

/// Which steps a forecast of a period learns from, and which it adds up.
#[derive(Clone, Debug, PartialEq)]
pub struct Steps {
    /// The steps that are over, the earliest first.
    pub past: Vec<Period>,
    /// How many of the last of these lie in the period.
    over: usize,
    /// The steps ahead of the last of these that make the period up, the first one and how many.
    ahead: (usize, usize),
    /// How many steps a year has.
    season: usize,
}

impl Steps {
    /// The steps for a period; `None` where there are none, or the period lies too far ahead.
    pub fn of(workspace: &Workspace, period: Period, nature: Nature, today: Day) -> Option<Steps> {
        let start = workspace.settings().fiscal_start();
        let parts = match nature {
            Nature::Sum => months_of(period, start)?,
            Nature::Rate | Nature::Constant => vec![period],
        };
        let season = match parts[0] {
            Period::Month(..) => 12,
            Period::Quarter(..) => 4,
            Period::Year(_) => 1,
        };
        let is_over = |it: &Period| it.span(start).is_some_and(|it| it.last < today);
        let over = parts.iter().take_while(|it| is_over(it)).count();
        let (mut last, mut first_ahead) = (parts[0].previous(), 0);
        if 0 < over {
            last = parts[over - 1];
        }
        while !is_over(&last) {
            first_ahead += 1;
            last = (first_ahead <= FURTHEST).then(|| last.previous())?;
        }
        let known = workspace.leads.values().filter_map(|it| it.created.or(it.closes)).min()?;
        let is_known = |it: &Period| it.span(start).is_some_and(|it| known <= it.last);
        let back = std::iter::successors(Some(last), |it| Some(it.previous()));
        let mut past: Vec<Period> = back.take_while(is_known).take(MOST_STEPS).collect();
        past.reverse();
        let ahead = (first_ahead, parts.len() - over);
        let is_enough = FEWEST_STEPS <= past.len() && ahead.1 != 0;
        (is_enough && first_ahead + ahead.1 <= FURTHEST).then_some(Steps {
            past,
            over,
            ahead,
            season,
        })
    }
}

/// The months of a period.
fn months_of(period: Period, start: FiscalStart) -> Option<Vec<Period>> {
    let span = period.span(start)?;
    let first = Period::Month(span.first.year(), span.first.month());
    let months = std::iter::successors(Some(first), |it| Some(it.next()));
    Some(months.take_while(|it| it.span(start).is_some_and(|it| it.first <= span.last)).collect())
}

/// What an indicator came to in a step, for each of these who were there all of it.
pub fn step(
    workspace: &Workspace,
    step: Period,
    measure: Measure,
    bearers: &[Bearer],
    today: Day,
) -> Vec<Option<f64>> {
    let Some(scope) = scope(workspace, step, today) else { return vec![None; bearers.len()] };
    let of = vec![Formula::Of(measure, Default::default())];
    let book = Book::new(workspace);
    let computed = Computed::new(workspace, &book, of, scope);
    let value = |bearer: &Bearer| {
        let value = was_there(workspace, *bearer, scope.span.first)
            .then(|| computed.of(0, *bearer))
            .flatten()?;
        Some(value.upper() as f64 / value.lower() as f64)
    };
    bearers.iter().map(value).collect()
}

/// What a period is likely to come to, from what its steps came to; `actual` is what there is of
/// it already.
pub fn likely(steps: &Steps, series: &[Option<f64>], actual: Option<Exact>) -> Option<Likely> {
    let known = series.iter().skip_while(|it| it.is_none());
    if known.filter(|it| it.is_some()).count() < FEWEST_STEPS {
        return None;
    }
    let (first, count) = steps.ahead;
    let question = Question { season: steps.season, horizon: first + count, level: LEVEL };
    let found = forecast(series, question);
    found.backtest.as_ref()?;
    let over: f64 = series.iter().rev().take(steps.over).flatten().sum();
    // What was never negative only grows.
    let grows = series.iter().flatten().all(|it| 0.0 <= *it) && steps.season == 12;
    let least = actual.filter(|_| grows);
    let value = |it: f64| {
        let value = Exact::new(((over + it) * PRECISION).round() as i128, PRECISION as i128)?;
        Some(least.filter(|least| value < *least).unwrap_or(value))
    };
    let [low, middle, high] = found.together(first, count);
    Some(Likely { low: value(low)?, middle: value(middle)?, high: value(high)? })
}

/// What each of these is likely to come to.
pub type Expected = BTreeMap<Bearer, Likely>;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::indicator::Builtin;
    use crate::present::for_tests::*;

    /// One lead won in the middle of every month of two years; three in each December.
    fn board() -> Workspace {
        let mut board = team();
        let mut id = 0;
        for month in 0..24 {
            for _ in 0..if month % 12 == 11 { 3 } else { 1 } {
                let closes = format!("{}-{:02}-15", 2024 + month / 12, month % 12 + 1);
                lead(&mut board, id, Some(ANN), WON, 10, &closes);
                id += 1;
            }
        }
        board
    }

    fn steps(period: Period, today: &str) -> Option<Steps> {
        Steps::of(&board(), period, Nature::Sum, day(today))
    }

    #[test]
    fn a_period_is_made_of_its_months_that_are_over_and_those_ahead() {
        let quarter = Period::Quarter(2026, 1);
        let found = steps(quarter, "2026-02-10").expect("steps");
        assert_eq!((found.past.len(), found.over, found.ahead), (25, 1, (0, 2)));
        let found = steps(quarter, "2025-12-10").expect("steps");
        assert_eq!((found.past.len(), found.over, found.ahead), (23, 0, (1, 3)));
        assert_eq!(steps(quarter, "2026-04-01"), None);
        assert_eq!(steps(Period::Year(2030), "2026-02-10"), None);
        assert_eq!(steps(Period::Quarter(2024, 2), "2024-03-10"), None);
    }

    #[test]
    fn an_even_history_goes_on_and_what_is_there_is_the_least() {
        let board = board();
        let (period, today) = (Period::Quarter(2026, 1), day("2026-01-10"));
        let steps = Steps::of(&board, period, Nature::Sum, today).expect("steps");
        let bearers = [Bearer::Company, Bearer::Person(BOB)];
        let won = Measure::Builtin(Builtin::WonCount);
        let rows: Vec<Vec<Option<f64>>> =
            steps.past.iter().map(|it| step(&board, *it, won, &bearers, today)).collect();
        let series: Vec<Option<f64>> = rows.iter().map(|it| it[0]).collect();
        assert_eq!(series.iter().flatten().sum::<f64>(), 28.0);
        let found = likely(&steps, &series, Some(Exact::ZERO)).expect("a forecast");
        let number = |it: Exact| it.upper() as f64 / it.lower() as f64;
        assert!((2.0..5.0).contains(&number(found.middle)), "{found:?}");
        assert!(found.low < found.middle && found.middle < found.high, "{found:?}");
        let found = likely(&steps, &series, Some(Exact::whole(9))).expect("a forecast");
        assert_eq!((found.low, found.middle), (Exact::whole(9), Exact::whole(9)));
    }
}
