//! What a method would have expected at earlier times, against what came: rolling origins.
//!
//! From each of some earlier times on, every method forecasts from what was known then (Tashman,
//! "Out-of-sample tests of forecasting accuracy", 2000). Two measures: sMAPE, the mean of
//! 200 × |error| ÷ (|actual| + |forecast|), as in the M3 competition; and MASE, the mean of |error|
//! ÷ the mean absolute change from season to season before (Hyndman and Koehler 2006).

use super::method::{Expected, Method, Task, all};
use super::season::mean;

/// How a method did at earlier times.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// Mean absolute scaled error; `None` where nothing ever changed before, and where the scale or
    /// what is divided by it is beyond numbers.
    pub mase: Option<f64>,
    /// Symmetric mean absolute percentage error; a forecast of 0 that came true counts as 0.
    pub smape: f64,
    /// The earlier times that it was tried at.
    pub folds: Vec<Fold>,
}

/// An earlier time that a method was tried at.
#[derive(Clone, Debug, PartialEq)]
pub struct Fold {
    /// How many values were known then.
    pub known: usize,
    /// Actual less forecast, by steps ahead.
    pub errors: Vec<f64>,
}

impl Backtest {
    /// The root of the mean squared error over all times and steps. Squares are least for the mean,
    /// absolute errors for the median, which for rare sales is nothing at all.
    pub fn root_mean_square(&self) -> f64 {
        let squares = self.folds.iter().flat_map(|it| &it.errors).map(|it| it * it);
        mean(&squares.collect::<Vec<_>>()).sqrt()
    }

    /// The same for a series so many times as large.
    #[must_use]
    pub fn times(mut self, size: f64) -> Backtest {
        self.folds.iter_mut().flat_map(|it| &mut it.errors).for_each(|it| *it *= size);
        self
    }
}

/// The most earlier times that are tried.
const MOST_FOLDS: usize = 8;

/// The fewest values that a fold learns from.
const FEWEST_KNOWN: usize = 3;

/// The times to look ahead from: spread evenly over the later half of the series, and where there
/// is a season not before two of them are known.
pub fn origins(count: usize, season: usize) -> Vec<usize> {
    let seasons = if 2 * season + 1 < count { 2 * season + 1 } else { 0 };
    let first = (count / 2).max(seasons).max(FEWEST_KNOWN);
    let folds = count.saturating_sub(first).min(MOST_FOLDS);
    (0..folds).map(|fold| first + fold * (count - first) / folds).collect()
}

/// What every method expected at earlier times, each with how many values were known then.
pub type Folds = Vec<(usize, Vec<Expected>)>;

/// What every method expects of a task at an earlier time.
pub fn at(task: Task, origin: usize) -> (usize, Vec<Expected>) {
    (origin, all(Task { series: &task.series[..origin], ..task }))
}

/// How every method did, in their order; those that had nothing to say at one of the times are left
/// out.
pub fn judged(task: Task, folds: &[(usize, Vec<Expected>)]) -> Vec<(Method, Backtest)> {
    let tried = |method: Method| -> Option<(Method, Backtest)> {
        let forecasts: Option<Vec<(usize, &Vec<f64>)>> = folds
            .iter()
            .map(|(origin, found)| {
                let found = found.iter().find(|(it, _)| *it == method)?;
                Some((*origin, &found.1))
            })
            .collect();
        let forecasts = forecasts.filter(|it| !it.is_empty())?;
        Some((method, measured(task, &forecasts)))
    };
    Method::TRIED.into_iter().filter_map(tried).collect()
}

fn measured(task: Task, forecasts: &[(usize, &Vec<f64>)]) -> Backtest {
    let (mut scaled, mut relative, mut folds) = (Vec::new(), Vec::new(), Vec::new());
    for (origin, forecast) in forecasts {
        let actual = &task.series[*origin..];
        let pairs = || actual.iter().zip(*forecast);
        relative.push(smape(pairs()));
        let errors: Vec<f64> = pairs().map(|(actual, forecast)| actual - forecast).collect();
        let absolute = mean(&errors.iter().map(|it| it.abs()).collect::<Vec<_>>());
        scaled.extend(scale(&task.series[..*origin], task.season).map(|it| absolute / it));
        folds.push(Fold { known: *origin, errors });
    }
    let mase = (!scaled.is_empty()).then(|| mean(&scaled)).filter(|it| it.is_finite());
    Backtest { mase, smape: mean(&relative), folds }
}

/// The mean of 200 × |error| ÷ (|actual| + |forecast|).
pub fn smape<'a>(pairs: impl Iterator<Item = (&'a f64, &'a f64)>) -> f64 {
    let one = |(actual, forecast): (&f64, &f64)| {
        let size = actual.abs() + forecast.abs();
        if size == 0.0 { 0.0 } else { 200.0 * (actual - forecast).abs() / size }
    };
    mean(&pairs.map(one).collect::<Vec<_>>())
}

/// The mean absolute change from season to season, from value to value where there is no season or
/// not two of them; `None` where nothing changed, or where the mean is beyond numbers.
pub fn scale(series: &[f64], season: usize) -> Option<f64> {
    let season = if season < series.len() { season.max(1) } else { 1 };
    let later = series.get(season..)?;
    let changes: Vec<f64> =
        series.iter().zip(later).map(|(one, other)| (one - other).abs()).collect();
    Some(mean(&changes)).filter(|it| 0.0 < *it && it.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    // By hand from the definitions: 200 × 10 ÷ 210, 200 × 30 ÷ 170, and 0 for 0 and 0.
    #[test]
    fn errors_are_measured_as_in_the_competition() {
        let (actual, forecast) = ([100.0, 100.0, 0.0], [110.0, 70.0, 0.0]);
        let expect = (200.0 * 10.0 / 210.0 + 200.0 * 30.0 / 170.0) / 3.0;
        assert!((smape(actual.iter().zip(&forecast)) - expect).abs() < 1e-12);
        assert_eq!(scale(&[1.0, 4.0, 3.0, 8.0], 2), Some(3.0));
        assert_eq!(scale(&[1.0, 4.0, 2.0], 12), Some(2.5));
        assert_eq!(scale(&[2.0, 2.0], 1), None);
        assert_eq!(scale(&[f64::MAX, f64::MIN], 1), None);
    }

    #[test]
    fn earlier_times_are_spread_over_the_later_half() {
        assert_eq!(origins(48, 12), [25, 27, 30, 33, 36, 39, 42, 45]);
        assert_eq!(origins(6, 12), [3, 4, 5]);
        assert!(origins(3, 4).is_empty());
    }

    /// A forecast at an earlier time knows nothing of what came after it.
    #[test]
    fn what_came_later_changes_no_earlier_error() {
        let series: Vec<f64> = (0..24).map(|it| f64::from(it * 7 % 11)).collect();
        let mut other = series.clone();
        other[23] = 50.0;
        let errors = |series: &[f64]| {
            let task = Task { series, season: 4, horizon: 2 };
            let folds: Folds = origins(24, 4).into_iter().map(|it| at(task, it)).collect();
            let tried = judged(task, &folds);
            tried.into_iter().map(|(_, it)| it.folds[0].errors.clone()).collect::<Vec<_>>()
        };
        assert_eq!(errors(&series), errors(&other));
    }
}
