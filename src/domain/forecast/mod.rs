//! Forecasts from history: what comes next in a series, and how far off it may be.
//!
//! The methods ([`method`]) are tried at earlier times of the same series ([`backtest`]). The
//! combination of unlike methods is taken unless one of them did clearly better; its errors then
//! make the interval. Series of few values, of nothing or without change get a plain answer with a
//! wide interval. Amounts here are floating point: nobody is paid by a forecast.

mod autoregression;
pub mod backtest;
mod interval;
pub mod method;
pub mod normal;
pub mod optimise;
pub mod season;
pub mod simple;
pub mod smoothing;
#[cfg(test)]
mod tests;
pub mod theta;

use backtest::{Backtest, Folds};
use method::{Expected, Method, Task};
use season::mean;

/// What is asked about a series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Question {
    /// The length of the season: 12 for months, 4 for quarters, 0 or 1 for none.
    pub season: usize,
    /// How many values ahead.
    pub horizon: usize,
    /// How many of a hundred values the interval should hold, as a part of 1.
    pub level: f64,
}

/// What is expected of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Forecast {
    /// How it was found.
    pub method: Method,
    /// The values that are expected.
    pub point: Vec<f64>,
    /// The lower ends of the interval.
    pub lower: Vec<f64>,
    /// The upper ends of the interval.
    pub upper: Vec<f64>,
    /// How the method did at earlier times; `None` where the series is too short to tell.
    pub backtest: Option<Backtest>,
}

impl Forecast {
    /// What some steps from `first` on are expected to come to together: hardly less, likely, and
    /// hardly more. Errors of steps that follow each other are alike, so that the interval of their
    /// sum is wider than if they made up for each other: by how much, the earlier times say; where
    /// they do not, the steps are taken to go wrong together.
    pub fn together(&self, first: usize, count: usize) -> [f64; 3] {
        let steps = first..(first + count).min(self.point.len());
        let middle: f64 = self.point[steps.clone()].iter().sum();
        let squares = |ends: &[f64]| -> f64 {
            let widths = steps.clone().map(|step| self.point[step] - ends[step]);
            widths.map(|it| it * it).sum()
        };
        let alike = self.alike(first, count);
        let below = alike * squares(&self.lower).sqrt();
        let above = alike * squares(&self.upper).sqrt();
        // What was never negative is not expected to be.
        let least = if self.lower.iter().any(|it| *it < 0.0) { f64::NEG_INFINITY } else { 0.0 };
        [(middle - below).max(least), middle, middle + above]
    }

    /// How many times as wide as without any likeness the interval of a sum of steps is: from 1 to
    /// the root of their number.
    fn alike(&self, first: usize, count: usize) -> f64 {
        let most = (count as f64).sqrt();
        let folds = self.backtest.iter().flat_map(|it| &it.folds);
        let whole: Vec<&[f64]> =
            folds.filter_map(|it| it.errors.get(first..first + count)).collect();
        let sum = |of: &dyn Fn(&[f64]) -> f64| whole.iter().map(|it| of(it)).sum::<f64>();
        let apart = sum(&|errors| errors.iter().map(|it| it * it).sum());
        let joined = sum(&|errors| errors.iter().sum::<f64>().powi(2));
        if whole.len() < FEWEST_JOINED || apart <= 0.0 {
            return most;
        }
        (joined / apart).sqrt().clamp(1.0, most.max(1.0))
    }
}

/// The fewest earlier times that say how alike the errors of steps are.
const FEWEST_JOINED: usize = 4;

/// A single method must be better than the combination by this factor to be taken instead: over
/// few earlier times most of a small difference is luck.
const CLEARLY_BETTER: f64 = 0.5;

/// Forecasts a series in order of time; `None` is a value that is missing.
pub fn forecast(history: &[Option<f64>], question: Question) -> Forecast {
    let mut making = Making::begin(history, question);
    loop {
        if let Some(found) = making.advance() {
            return found;
        }
    }
}

/// A forecast in the making: each piece tries every method at one time, so that others have their
/// turn in between.
#[derive(Clone, Debug, PartialEq)]
pub struct Making {
    question: Question,
    /// In what the series is measured.
    size: f64,
    series: Vec<f64>,
    /// How many values are missing at its end.
    missing: usize,
    /// What every method expects now; none while that is ahead.
    found: Option<Vec<Expected>>,
    /// The earlier times that are still ahead, the latest first.
    origins: Vec<usize>,
    folds: Folds,
}

impl Making {
    /// Begins the forecast of a series in order of time; `None` is a value that is missing.
    pub fn begin(history: &[Option<f64>], question: Question) -> Making {
        let size = size(history);
        let series = without_gaps(history, size);
        // The first step is the one after the last value that is known, though that may be missing.
        let missing = history.iter().rev().take_while(|it| usable(it).is_none()).count();
        let missing = if series.is_empty() { 0 } else { missing };
        let mut origins = backtest::origins(series.len(), question.season);
        origins.reverse();
        Making { question, size, series, missing, found: None, origins, folds: Folds::new() }
    }

    /// Works on by a piece; the forecast once it is there.
    pub fn advance(&mut self) -> Option<Forecast> {
        let Making { question, size, missing, .. } = *self;
        let horizon = missing + question.horizon;
        let task = Task { series: &self.series, season: question.season, horizon };
        let Some(found) = &self.found else {
            self.found = Some(method::all(task));
            return None;
        };
        if let Some(origin) = self.origins.pop() {
            self.folds.push(backtest::at(task, origin));
            return None;
        }
        let (method, point, backtest) = chosen(task, found.clone(), &self.folds);
        let spread = interval::spread(task, backtest.as_ref());
        let widths = interval::widths(&spread, self.series.len(), question.level);
        // What was never negative is not expected to be.
        let is_positive = self.series.iter().all(|it| 0.0 <= *it);
        let least = if is_positive { 0.0 } else { f64::NEG_INFINITY };
        let point: Vec<f64> = point.iter().map(|it| it.max(least)).collect();
        let ends = |sign: f64| {
            let end = |(point, width): (&f64, &f64)| (point + sign * width).max(least);
            within_range(point.iter().zip(&widths).map(end).skip(missing), size)
        };
        Some(Forecast {
            method,
            point: within_range(point.iter().copied().skip(missing), size),
            lower: ends(-1.0),
            upper: ends(1.0),
            backtest: backtest.map(|it| it.times(size)),
        })
    }
}

/// Values in their own size, held at the ends of what a number can be.
fn within_range(values: impl Iterator<Item = f64>, size: f64) -> Vec<f64> {
    values.map(|it| (it * size).clamp(f64::MIN, f64::MAX)).collect()
}

/// The mean absolute value of a series, in which it is measured; 1 where it is all nothing.
fn size(history: &[Option<f64>]) -> f64 {
    let known = || history.iter().filter_map(usable);
    let count = known().count() as f64;
    let size = known().map(|it| it.abs() / count).sum();
    if 0.0 < size { size } else { 1.0 }
}

/// A series whose missing values lie on the line between their neighbours, measured in a size;
/// those before the first and after the last known value are left out.
fn without_gaps(history: &[Option<f64>], size: f64) -> Vec<f64> {
    let known = |(place, it)| Some((place, usable(it)? / size));
    let known: Vec<(usize, f64)> = history.iter().enumerate().filter_map(known).collect();
    let mut filled: Vec<f64> = Vec::new();
    for (place, value) in &known {
        let gap = known.first().map_or(0, |(first, _)| place - first) - filled.len();
        let before = filled.last().copied().unwrap_or(*value);
        let between = |step| before + (value - before) * step as f64 / (gap + 1) as f64;
        filled.extend((1..=gap).map(between));
        filled.push(*value);
    }
    filled
}

/// A value to reckon with; none where it is missing or no number.
fn usable(value: &Option<f64>) -> Option<f64> {
    value.filter(|it| it.is_finite())
}

/// The method, what it expects, and how it did.
fn chosen(
    task: Task,
    mut found: Vec<Expected>,
    folds: &[(usize, Vec<Expected>)],
) -> (Method, Vec<f64>, Option<Backtest>) {
    let mut tried = backtest::judged(task, folds);
    tried.retain(|(method, _)| found.iter().any(|(it, _)| it == method));
    let weighed = |(method, backtest): &(Method, Backtest)| match method {
        Method::Combination => CLEARLY_BETTER * backtest.root_mean_square(),
        _ => backtest.root_mean_square(),
    };
    let best =
        tried.iter().enumerate().min_by(|one, other| weighed(one.1).total_cmp(&weighed(other.1)));
    let Some(best) = best.map(|(place, _)| place) else {
        return (Method::Mean, vec![mean(task.series); task.horizon], None);
    };
    let (method, backtest) = tried.swap_remove(best);
    found.retain(|(it, _)| *it == method);
    let point = found.pop().map_or_else(Vec::new, |(_, point)| point);
    (method, point, Some(backtest))
}
