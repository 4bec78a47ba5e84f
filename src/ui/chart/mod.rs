//! Charts: the sentence they prove, the picture, and the same figures as a table.
//!
//! Positions come from `present::chart`; words on the picture are text of the page, so they keep
//! their size whatever the width, and screen readers get the table instead of the picture.

mod bars;
mod curve;
mod frame;
mod heat;
mod load;
mod pace;
mod portions;
mod series;
mod spread;
mod steps;
mod trend;
mod words;

pub use bars::{BarRow, IntervalBars};
pub use curve::CurveChart;
pub use frame::ChartFrame;
pub use heat::HeatGrid;
pub use load::LoadChart;
pub use pace::PaceChart;
pub use portions::{PortionBars, PortionRow};
pub use series::SeriesChart;
pub use spread::SpreadChart;
pub use steps::StepsChart;
pub use trend::TrendChart;
pub use words::KeyItem;
