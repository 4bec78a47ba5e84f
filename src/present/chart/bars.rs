//! Bars with intervals: how much, and how sure.

use super::scale::Scale;

/// One figure with the interval in which it lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The figure.
    pub value: f64,
    /// Its interval, low and high.
    pub interval: Option<(f64, f64)>,
}

/// A stretch along the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BarShape {
    /// Where the bar begins, 0 to 100.
    pub start: f64,
    /// How long it is.
    pub length: f64,
    /// Where its interval begins and how long it is.
    pub band: Option<(f64, f64)>,
}

/// Bars on one axis, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct BarPlot {
    /// The bars, in the order given.
    pub bars: Vec<BarShape>,
    /// Where zero is.
    pub zero: f64,
    /// Where the reference value is.
    pub reference: Option<f64>,
}

/// Lays out bars along one axis that always holds zero, with a reference value (such as the mean
/// of the team) on the same axis.
pub fn plot_bars(bars: &[Bar], reference: Option<f64>) -> BarPlot {
    let ends = |bar: &Bar| {
        [
            bar.value,
            bar.interval.map_or(0.0, |band| band.0),
            bar.interval.map_or(0.0, |band| band.1),
        ]
    };
    let values = || bars.iter().flat_map(ends).chain(reference);
    let low = values().fold(0.0, f64::min);
    let high = values().fold(0.0, f64::max);
    let scale = Scale::new(low, high, 0.0, 100.0);
    let shape = |bar: &Bar| {
        let (start, length) = stretch(&scale, 0.0, bar.value);
        BarShape { start, length, band: bar.interval.map(|(low, high)| stretch(&scale, low, high)) }
    };
    BarPlot {
        bars: bars.iter().map(shape).collect(),
        zero: scale.at(0.0),
        reference: reference.map(|value| scale.at(value)),
    }
}

fn stretch(scale: &Scale, from: f64, to: f64) -> (f64, f64) {
    let (from, to) = (scale.at(from), scale.at(to));
    (from.min(to), (to - from).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(value: f64, interval: Option<(f64, f64)>, expect: BarShape) {
        let others = Bar { value: 100.0, interval: None };
        assert_eq!(plot_bars(&[Bar { value, interval }, others], None).bars[0], expect);
    }

    #[test]
    fn a_bar_begins_at_zero() {
        check(50.0, None, BarShape { start: 0.0, length: 50.0, band: None });
    }

    #[test]
    fn a_band_spans_the_interval() {
        check(
            50.0,
            Some((40.0, 75.0)),
            BarShape { start: 0.0, length: 50.0, band: Some((40.0, 35.0)) },
        );
    }

    #[test]
    fn a_loss_goes_left_of_zero() {
        let plot = plot_bars(
            &[Bar { value: -100.0, interval: None }, Bar { value: 100.0, interval: None }],
            Some(0.0),
        );
        assert_eq!((plot.zero, plot.reference), (50.0, Some(50.0)));
        assert_eq!((plot.bars[0].start, plot.bars[0].length), (0.0, 50.0));
    }

    #[test]
    fn no_bars_make_an_empty_plot() {
        assert_eq!(plot_bars(&[], None).bars, []);
    }
}
