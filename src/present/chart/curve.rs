//! One figure over another, with points of interest.

use super::path::{Point, line_path};
use super::scale::{Scale, Tick, nice_ticks};

/// A curve.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// The points, in order of the first figure.
    pub points: Vec<(f64, f64)>,
    /// What should be looked at: where, from 0 to 1 along the first figure.
    pub marks: Vec<f64>,
}

/// A curve, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct CurvePlot {
    /// The line.
    pub line: String,
    /// The points of interest, on the line.
    pub marks: Vec<Point>,
    /// Round amounts of the second figure.
    pub ticks: Vec<Tick>,
    /// Round amounts of the first figure.
    pub across: Vec<Tick>,
}

/// Lays out a curve; both axes begin at zero, the second lower where something is less.
pub fn plot_curve(curve: &Curve) -> CurvePlot {
    let far = curve.points.last().map_or(0.0, |it| it.0);
    let values = || curve.points.iter().map(|it| it.1);
    let (low, high) = (values().fold(0.0, f64::min), values().fold(0.0, f64::max) * 1.06);
    let (across, up) = (Scale::new(0.0, far, 0.0, 100.0), Scale::new(low, high, 100.0, 0.0));
    let point = |(x, y): (f64, f64)| Point { x: across.at(x), y: up.at(y) };
    let points: Vec<Point> = curve.points.iter().copied().map(point).collect();
    let mark = |at: &f64| {
        let x = at * 100.0;
        points.iter().find(|it| x <= it.x + 1e-9).or(points.last()).copied()
    };
    let within = |ticks: Vec<f64>, high: f64| ticks.into_iter().filter(move |it| *it <= high);
    let amounts: Vec<f64> = within(nice_ticks(low, high, 4), high).collect();
    let sold: Vec<f64> = within(nice_ticks(0.0, far, 4), far).collect();
    CurvePlot {
        line: line_path(&points),
        marks: curve.marks.iter().filter_map(mark).collect(),
        ticks: up.ticks(&amounts),
        across: across.ticks(&sold),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_lie_on_the_line() {
        let points = vec![(0.0, 0.0), (50.0, 50.0), (100.0, 100.0)];
        let plot = plot_curve(&Curve { points, marks: vec![0.5] });
        assert_eq!(plot.line, "M0 100L50 52.83L100 5.66");
        assert_eq!(plot.marks.iter().map(|it| it.x).collect::<Vec<_>>(), [50.0]);
        assert_eq!(plot.across.iter().map(|it| it.value).collect::<Vec<_>>(), [0.0, 50.0, 100.0]);
    }
}
