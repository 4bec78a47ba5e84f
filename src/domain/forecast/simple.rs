//! The simplest forecasts, that others have to beat.
//!
//! Hyndman and Athanasopoulos, "Forecasting: Principles and Practice", 3rd edition, section 5.2.

/// The last value again and again.
pub fn naive(series: &[f64], horizon: usize) -> Vec<f64> {
    vec![series.last().copied().unwrap_or(0.0); horizon]
}

/// The values of the last season again; a series shorter than a season repeats its last value.
pub fn seasonal_naive(series: &[f64], season: usize, horizon: usize) -> Vec<f64> {
    match series.len().checked_sub(season) {
        Some(start) if 0 < season => (0..horizon).map(|it| series[start + it % season]).collect(),
        _ => naive(series, horizon),
    }
}

/// The last value, going on as from the first value to the last.
pub fn drift(series: &[f64], horizon: usize) -> Vec<f64> {
    let (Some(first), Some(last)) = (series.first(), series.last()) else {
        return naive(series, horizon);
    };
    let slope = if series.len() < 2 { 0.0 } else { (last - first) / (series.len() - 1) as f64 };
    (1..=horizon).map(|steps| last + slope * steps as f64).collect()
}
