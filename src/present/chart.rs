//! Geometry of charts: from figures to positions, with no drawing and no words.
//!
//! A plot is a square of 100 by 100 units whatever its size on the screen, with zero at the top
//! left. So a view can stretch it freely, and positions serve as percentages.

mod bars;
mod curve;
mod heat;
mod load;
mod pace;
mod path;
mod portions;
mod scale;
mod series;
mod spread;
mod steps;
mod trend;

pub use bars::{Bar, BarPlot, BarShape, plot_bars};
pub use curve::{Curve, CurvePlot, plot_curve};
pub use heat::{HeatRow, heat_level};
pub use load::{Load, LoadBar, LoadPlot, LoadWeek, plot_load};
pub use pace::{Landing, Pace, PacePlot, PaceSides, WordsSide, plot_pace};
pub use path::{Point, band_path, line_path, percent};
pub use portions::{Portions, plot_portions};
pub use scale::{Scale, Tick, nice_ticks};
pub use series::{Series, SeriesPlot, plot_series};
pub use spread::{Spread, SpreadPlot, plot_spread};
pub use steps::{Step, percent_steps};
pub use trend::{Interval, Trend, TrendPlot, plot_trend};

use crate::domain::money::{Currency, Money};

/// An amount in major units, as charts measure it.
pub fn major(amount: Money) -> f64 {
    amount.minor as f64 / amount.currency.scale() as f64
}

/// The amount that a chart shows, to the nearest minor unit.
pub fn money(major: f64, currency: Currency) -> Money {
    Money::new((major * currency.scale() as f64).round() as i64, currency)
}
