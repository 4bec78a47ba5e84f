//! A series, and how it goes on with the interval in which it lies.

use super::path::{Point, band_path, line_path};
use super::scale::{Scale, Tick, nice_ticks};

/// A series and how it goes on, one value a step.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trend {
    /// What was.
    pub past: Vec<f64>,
    /// What is expected.
    pub ahead: Vec<Interval>,
}

/// What is expected of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// Hardly less than this.
    pub low: f64,
    /// The most likely.
    pub likely: f64,
    /// Hardly more than this.
    pub high: f64,
}

/// A trend, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPlot {
    /// The line of what was.
    pub past: String,
    /// The line of what is expected, from the last value on.
    pub ahead: String,
    /// The area in which it lies.
    pub band: String,
    /// Where what was ends.
    pub now: f64,
    /// Round amounts, from zero.
    pub ticks: Vec<Tick>,
}

/// Lays out a trend; the axis begins at zero unless something was less.
pub fn plot_trend(trend: &Trend) -> TrendPlot {
    let values = || {
        let ahead = trend.ahead.iter().flat_map(|it| [it.low, it.high]);
        trend.past.iter().copied().chain(ahead)
    };
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let top = high * 1.04;
    let steps = (trend.past.len() + trend.ahead.len()).saturating_sub(1);
    let (across, up) =
        (Scale::new(0.0, steps as f64, 0.0, 100.0), Scale::new(low, top, 100.0, 0.0));
    let point = |step: usize, value: f64| Point { x: across.at(step as f64), y: up.at(value) };
    let past: Vec<Point> =
        trend.past.iter().enumerate().map(|(step, value)| point(step, *value)).collect();
    let line = |value: fn(&Interval) -> f64| {
        let begin = trend.past.len();
        let ahead = trend.ahead.iter().enumerate();
        let ahead = ahead.map(|(step, it)| point(begin + step, value(it)));
        past.last().copied().into_iter().chain(ahead).collect::<Vec<_>>()
    };
    let amounts: Vec<f64> =
        nice_ticks(low, top, 4).into_iter().filter(|it| (low..=top).contains(it)).collect();
    TrendPlot {
        ahead: line_path(&line(|it| it.likely)),
        band: band_path(&line(|it| it.high), &line(|it| it.low)),
        now: past.last().map_or(0.0, |it| it.x),
        past: line_path(&past),
        ticks: up.ticks(&amounts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_expected_begins_at_what_was() {
        let ahead = vec![Interval { low: 0.0, likely: 50.0, high: 100.0 }];
        let plot = plot_trend(&Trend { past: vec![0.0, 50.0], ahead });
        assert_eq!((plot.past.as_str(), plot.now), ("M0 100L50 51.92", 50.0));
        assert_eq!(plot.ahead, "M50 51.92L100 51.92");
        assert!(plot.band.starts_with("M50 51.92L100 3.85L100 100"));
    }

    #[test]
    fn nothing_makes_no_line() {
        assert_eq!(plot_trend(&Trend::default()).past, "");
    }
}
