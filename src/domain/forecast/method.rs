//! The methods of forecasting, and what each of them expects.

use std::fmt;

use super::season::{Kind, Season, mean, shrunk};
use super::smoothing::{self, Trend};
use super::{autoregression, simple, theta};

/// A way to forecast.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Method {
    /// The mean of [`Method::MEMBERS`]: combinations of unlike methods err less than most of their
    /// members (Makridakis and Hibon, "The M3-Competition", 2000).
    Combination,
    /// The Theta method on the series without its season.
    Theta,
    /// Exponential smoothing with damped trend and a season inside where there is one.
    DampedSeasonal,
    /// Autoregression around a line on the series without its season.
    Autoregression,
    /// The last season again.
    SeasonalNaive,
    /// Exponential smoothing with damped trend, no season.
    Damped,
    /// The last value and the slope from the first to it.
    Drift,
    /// The last value.
    Naive,
    /// The mean of all values: for series too short for anything else.
    Mean,
}

impl Method {
    /// What the combination is made of.
    pub const MEMBERS: [Method; 4] =
        [Method::Theta, Method::DampedSeasonal, Method::Autoregression, Method::SeasonalNaive];

    /// The methods that are tried, the one to prefer first.
    pub const TRIED: [Method; 8] = [
        Method::Combination,
        Method::Theta,
        Method::DampedSeasonal,
        Method::Autoregression,
        Method::SeasonalNaive,
        Method::Damped,
        Method::Drift,
        Method::Naive,
    ];
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Method::Combination => "combination",
            Method::Theta => "theta",
            Method::DampedSeasonal => "damped smoothing with season",
            Method::Autoregression => "autoregression",
            Method::SeasonalNaive => "seasonal naive",
            Method::Damped => "damped smoothing",
            Method::Drift => "drift",
            Method::Naive => "naive",
            Method::Mean => "mean",
        })
    }
}

/// A series of values about 1 in size, the length of its season, and how far to look ahead.
#[derive(Clone, Copy, Debug)]
pub struct Task<'a> {
    /// The values, in order of time.
    pub series: &'a [f64],
    /// The length of the season; 0 or 1 for none.
    pub season: usize,
    /// How many values are wanted.
    pub horizon: usize,
}

/// A method with the values that it expects.
pub type Expected = (Method, Vec<f64>);

/// The fewest values that smoothing is fitted to.
const FEWEST_FITTED: usize = 4;

/// What all methods expect that can say something, in their order.
pub fn all(task: Task) -> Vec<Expected> {
    let singles = Method::TRIED[1..].iter();
    let mut found: Vec<Expected> =
        singles.filter_map(|method| Some((*method, single(*method, task)?))).collect();
    let members: Vec<&Vec<f64>> =
        found.iter().filter(|(it, _)| Method::MEMBERS.contains(it)).map(|(_, it)| it).collect();
    if 1 < members.len() {
        let at = |step: usize| mean(&members.iter().map(|it| it[step]).collect::<Vec<_>>());
        let combined = (0..task.horizon).map(at).collect();
        found.insert(0, (Method::Combination, combined));
    }
    found
}

/// What one method expects; `None` where it can say nothing about such a series.
fn single(method: Method, task: Task) -> Option<Vec<f64>> {
    let Task { series, season, horizon } = task;
    let enough = FEWEST_FITTED <= series.len();
    let found = match method {
        Method::Naive => simple::naive(series, horizon),
        Method::Mean => vec![mean(series); horizon],
        Method::Drift => simple::drift(series, horizon),
        Method::SeasonalNaive if 1 < season && season <= series.len() => {
            simple::seasonal_naive(series, season, horizon)
        }
        Method::Theta if enough => {
            without_season(task, |it| Some(theta::forecast(it, horizon, theta::HALF)))?
        }
        Method::Autoregression => without_season(task, |it| autoregression::forecast(it, horizon))?,
        Method::Damped if enough => damped(series, horizon, None),
        Method::DampedSeasonal => damped(series, horizon, Some(&usual_season(task)?)),
        _ => return None,
    };
    found.iter().all(|it| it.is_finite()).then_some(found)
}

fn damped(series: &[f64], horizon: usize, season: Option<&Season>) -> Vec<f64> {
    let smoothed = smoothing::fit(series, Trend::Damped, season);
    smoothed.state.forecast(horizon, smoothed.parameters.phi)
}

fn usual_season(task: Task) -> Option<Season> {
    shrunk(task.series, task.season, Kind::usual(task.series))
}

/// Forecasts the series without its season and puts the season back.
fn without_season(task: Task, forecast: impl Fn(&[f64]) -> Option<Vec<f64>>) -> Option<Vec<f64>> {
    let Some(season) = usual_season(task) else { return forecast(task.series) };
    let ahead = forecast(&season.removed(task.series))?;
    let place = |(step, value): (usize, &f64)| season.apply(*value, task.series.len() + step);
    Some(ahead.iter().enumerate().map(place).collect())
}
