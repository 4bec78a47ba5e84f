//! Exponential smoothing: level, damped trend and season, each a weighted mean of what was and
//! what came.
//!
//! The recursions in error correction form (Hyndman, Koehler, Ord and Snyder, "Forecasting with
//! Exponential Smoothing", 2008, table 2.1; Gardner and McKenzie 1985 for the damped trend), with
//! the season removed beforehand or inside. Parameters and the first level and trend are those
//! with the least sum of squared one-step errors.

use super::optimise::{Unknown, minimise};
use super::season::{Kind, Season};

/// How the trend goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// There is none.
    None,
    /// For ever.
    Linear,
    /// By a part of it less each time.
    Damped,
}

/// The weights: of an error on level, trend and season, and what stays of the trend each time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parameters {
    /// On the level.
    pub alpha: f64,
    /// On the trend, at most alpha.
    pub beta: f64,
    /// On the season.
    pub gamma: f64,
    /// What stays of the trend.
    pub phi: f64,
}

/// Where the recursion stands.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The level.
    pub level: f64,
    /// The trend a step.
    pub trend: f64,
    /// The season; the index of the next value is the first.
    pub season: Option<Season>,
}

impl State {
    /// What is expected so many steps ahead, 1 for the next value.
    fn ahead(&self, steps: usize, phi: f64) -> f64 {
        let damped = if phi < 1.0 {
            phi * (1.0 - phi.powi(steps as i32)) / (1.0 - phi)
        } else {
            steps as f64
        };
        let value = self.level + self.trend * damped;
        self.season.as_ref().map_or(value, |it| it.apply(value, steps - 1))
    }

    /// Takes a value in; gives the error of what was expected.
    pub fn take(&mut self, value: f64, parameters: &Parameters) -> f64 {
        let Parameters { alpha, beta, gamma, phi } = *parameters;
        let error = value - self.ahead(1, phi);
        let trend = phi * self.trend;
        let before = self.level + trend;
        let divisor = match &mut self.season {
            Some(season) => {
                let index = season.at(0);
                let (for_level, for_season) = match season.kind {
                    Kind::Additive => (1.0, 1.0),
                    Kind::Multiplicative => (index, before),
                };
                season.indices[0] = index + gamma * error / for_season;
                season.indices.rotate_left(1);
                for_level
            }
            None => 1.0,
        };
        self.level = before + alpha * error / divisor;
        self.trend = trend + beta * error / divisor;
        error
    }

    /// The next values as they are expected.
    pub fn forecast(&self, horizon: usize, phi: f64) -> Vec<f64> {
        (1..=horizon).map(|steps| self.ahead(steps, phi)).collect()
    }
}

/// A fitted recursion, after the last value.
#[derive(Clone, Debug, PartialEq)]
pub struct Smoothed {
    /// The weights.
    pub parameters: Parameters,
    /// Where it stands.
    pub state: State,
    /// The sum of squared one-step errors.
    pub squares: f64,
}

/// Runs through a series from a first state.
pub fn run(series: &[f64], first: State, parameters: Parameters) -> Smoothed {
    let mut state = first;
    let squares = series.iter().map(|value| state.take(*value, &parameters).powi(2)).sum();
    Smoothed { parameters, state, squares }
}

/// How many evaluations an unknown is worth.
const EVALUATIONS_EACH: usize = 130;

/// Fits a recursion to a series of three values or more; the season is that of the series' start,
/// to be updated as it goes.
pub fn fit(series: &[f64], trend: Trend, season: Option<&Season>) -> Smoothed {
    let unknowns = unknowns(series, trend, season);
    let smoothed = |found: &[f64]| {
        let (state, parameters) = read(found, trend, season);
        run(series, state, parameters)
    };
    let evaluations = EVALUATIONS_EACH * unknowns.len();
    smoothed(&minimise(&unknowns, evaluations, &|found| smoothed(found).squares))
}

/// What is to be found, in the order that [`read`] takes it: alpha, level, then beta and trend,
/// gamma, phi as far as there are any. Beta and gamma are parts of what alpha leaves them.
fn unknowns(series: &[f64], trend: Trend, season: Option<&Season>) -> Vec<Unknown> {
    let adjusted = season.map_or_else(|| series.to_vec(), |it| it.removed(series));
    let (level, slope) = first_line(&adjusted);
    let spread = spread(&adjusted).max(f64::EPSILON);
    let around = |start: f64, step: f64, far: f64| {
        let (step, far) = (step * spread, far * spread);
        Unknown { start, step, low: start - far, high: start + far }
    };
    let weight = |start: f64, step: f64| Unknown { start, step, low: 0.0, high: 1.0 };
    let mut unknowns =
        vec![Unknown { start: 0.3, step: 0.3, low: 0.001, high: 0.999 }, around(level, 0.5, 10.0)];
    if trend != Trend::None {
        unknowns.extend([weight(0.1, 0.2), around(slope, 0.2, 2.0)]);
    }
    if season.is_some() {
        unknowns.push(weight(0.1, 0.2));
    }
    if trend == Trend::Damped {
        unknowns.push(Unknown { start: 0.9, step: 0.05, low: 0.8, high: 0.98 });
    }
    unknowns
}

/// First state and weights from what was found.
fn read(found: &[f64], trend: Trend, season: Option<&Season>) -> (State, Parameters) {
    let mut found = found.iter().copied();
    let mut next =
        |there: bool, other: f64| if there { found.next().unwrap_or(other) } else { other };
    let (has_trend, has_season) = (trend != Trend::None, season.is_some());
    let (alpha, level) = (next(true, 0.0), next(true, 0.0));
    let beta = alpha * next(has_trend, 0.0);
    let slope = next(has_trend, 0.0);
    let gamma = (1.0 - alpha) * next(has_season, 0.0);
    let phi = next(trend == Trend::Damped, 1.0);
    let state = State { level, trend: slope, season: season.cloned() };
    (state, Parameters { alpha, beta, gamma, phi })
}

/// Level and slope just before the first value, by least squares over the first ten (Hyndman and
/// others 2002).
fn first_line(series: &[f64]) -> (f64, f64) {
    let (level, slope) = line(&series[..series.len().min(10)]);
    (level - slope, slope)
}

/// The line of least squares through a series: its value at the first place and its slope.
pub fn line(series: &[f64]) -> (f64, f64) {
    let n = series.len() as f64;
    let mean = series.iter().sum::<f64>() / n;
    let middle = (n - 1.0) / 2.0;
    let (mut product, mut square) = (0.0, 0.0);
    for (place, value) in series.iter().enumerate() {
        let from_middle = place as f64 - middle;
        product += from_middle * (value - mean);
        square += from_middle * from_middle;
    }
    let slope = if 0.0 < square { product / square } else { 0.0 };
    (mean - slope * middle, slope)
}

fn spread(series: &[f64]) -> f64 {
    let mean = series.iter().sum::<f64>() / series.len() as f64;
    (series.iter().map(|it| (it - mean).powi(2)).sum::<f64>() / series.len() as f64).sqrt()
}
