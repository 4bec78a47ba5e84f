//! The Theta method: simple exponential smoothing that drifts by half the slope of the series.
//!
//! Hyndman and Billah ("Unmasking the Theta method", 2003) showed that the method of
//! Assimakopoulos and Nikolopoulos (2000), the best of the M3 competition, is this:
//! forecast at h = smoothed level + (θ − 1) ÷ θ × slope × (h − 1 + (1 − (1 − α)^n) ÷ α),
//! where the slope is that of the line of least squares through the series without its season,
//! and θ is 2.

use super::optimise::{Unknown, minimise};
use super::smoothing::line;

/// The share of the slope for θ = 2.
pub const HALF: f64 = 0.5;

/// The next values of a series without a season, with a share of its slope as the drift.
pub fn forecast(series: &[f64], horizon: usize, share: f64) -> Vec<f64> {
    let unknown = Unknown { start: 0.3, step: 0.3, low: 0.001, high: 0.999 };
    let alpha = minimise(&[unknown], 100, &|it| smooth(series, it[0]).1)[0];
    let (level, _) = smooth(series, alpha);
    let (_, slope) = line(series);
    let behind = (1.0 - (1.0 - alpha).powi(series.len() as i32)) / alpha;
    (0..horizon).map(|steps| level + share * slope * (steps as f64 + behind)).collect()
}

/// Simple exponential smoothing from the first value: the last level and the sum of squared
/// errors.
fn smooth(series: &[f64], alpha: f64) -> (f64, f64) {
    let (mut level, mut squares) = (series.first().copied().unwrap_or(0.0), 0.0);
    for value in series {
        let error = value - level;
        squares += error * error;
        level += alpha * error;
    }
    (level, squares)
}
