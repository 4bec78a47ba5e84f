//! A series with what is usual for it, and the steps that stand out.

use super::path::{Point, band_path, line_path};
use super::scale::{Scale, Tick, nice_ticks};

/// A series, one value a step; a step may have none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// What was.
    pub values: Vec<Option<f64>>,
    /// What is usual at each step; nothing where that is not known.
    pub expected: Vec<f64>,
    /// How far off that is still usual.
    pub reach: f64,
    /// The steps that stand out.
    pub marked: Vec<usize>,
}

/// A series, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesPlot {
    /// The line of what was, cut where a step has no value.
    pub line: String,
    /// The line of what is usual.
    pub expected: String,
    /// The area of what is usual.
    pub band: String,
    /// The steps that stand out.
    pub marks: Vec<Point>,
    /// Round amounts, from zero.
    pub ticks: Vec<Tick>,
}

/// Lays out a series; the axis begins at zero, and what would be usual below it is not shown.
pub fn plot_series(series: &Series) -> SeriesPlot {
    let usual = |sign: f64| {
        series
            .expected
            .iter()
            .map(move |it| (it + sign * series.reach).max(0.0))
            .collect::<Vec<_>>()
    };
    let [low, middle, high] = [-1.0, 0.0, 1.0].map(usual);
    let top = series.values.iter().flatten().chain(&high).copied().fold(0.0, f64::max) * 1.04;
    let last = series.values.len().saturating_sub(1);
    let (across, up) = (Scale::new(0.0, last as f64, 0.0, 100.0), Scale::new(0.0, top, 100.0, 0.0));
    let point = |(step, value): (usize, f64)| Point { x: across.at(step as f64), y: up.at(value) };
    let points =
        |values: &[f64]| -> Vec<Point> { values.iter().copied().enumerate().map(point).collect() };
    let known: Vec<Option<Point>> = series
        .values
        .iter()
        .enumerate()
        .map(|(step, value)| value.map(|it| point((step, it))))
        .collect();
    let pieces = known.split(Option::is_none);
    let line = pieces.map(|it| line_path(&it.iter().flatten().copied().collect::<Vec<_>>()));
    let amounts: Vec<f64> = nice_ticks(0.0, top, 4).into_iter().filter(|it| *it <= top).collect();
    SeriesPlot {
        line: line.collect(),
        expected: line_path(&points(&middle)),
        band: band_path(&points(&high), &points(&low)),
        marks: series.marked.iter().filter_map(|it| known.get(*it).copied().flatten()).collect(),
        ticks: up.ticks(&amounts),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_without_a_value_cuts_the_line() {
        let values = vec![Some(0.0), Some(104.0), None, Some(52.0), Some(0.0)];
        let plot = plot_series(&Series { values, marked: vec![1, 2], ..Series::default() });
        assert_eq!(plot.line, "M0 100L25 3.85M75 51.92L100 100");
        assert_eq!((plot.marks.len(), plot.band.as_str()), (1, ""));
    }

    #[test]
    fn what_is_usual_never_lies_below_zero() {
        let series = Series {
            values: vec![Some(50.0), Some(50.0)],
            expected: vec![10.0, 10.0],
            reach: 20.0,
            marked: Vec::new(),
        };
        assert!(plot_series(&series).band.contains("100 100"));
    }
}
