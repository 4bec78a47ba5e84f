//! What happened and why: win rates, the funnel, months that stand out, and leads by the month they
//! were created in.
//!
//! Each tab is worked out by itself, in one pass over the leads that are looked at. Amounts in
//! other currencies are converted at the stated rates; where one is missing there is no sum, and
//! what is missing is named.

mod address;
pub mod certificate;
mod cohorts;
mod funnel;
mod group;
mod rates;
mod scope;
mod trends;

pub use address::{Dimension, InsightAddress, InsightTab, Part, Series};
pub use cohorts::{CohortsView, cohorts};
pub use funnel::{FunnelBar, FunnelView, funnel};
pub use group::Key;
pub use rates::{RateBar, RatesView, Verdict, dimensions, rates};
pub use scope::{Recorded, Scope, TABLES, periods, pipelines};
pub use trends::{TrendsView, Unit, short, trends};

use crate::domain::calendar::Day;
use crate::domain::id::StageId;
use crate::domain::insight::Rate;
use crate::i18n::Lang;
use crate::present::forecast::words::share;

/// A figure of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// How many leads are open.
    Open,
    /// What they are worth.
    OpenValue,
    /// Of the leads of a group; none means of all groups.
    Group(Option<Key>, Measure),
    /// Of a stage.
    Stage(StageId, StageMeasure),
    /// How much is won a day at this pace.
    Velocity,
    /// Of a month, by its first day.
    Month(Day),
    /// Of the leads that were created in a month, so many months later.
    Cohort(Day, usize),
}

/// What is measured of a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// Won of won and lost.
    Rate,
    /// What was won.
    Won,
    /// What a won lead brings.
    Average,
    /// The mean of the days from creation to close.
    MeanDays,
    /// The median of these days.
    MedianDays,
}

/// What is measured of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageMeasure {
    /// How many came.
    Entered,
    /// How many went on.
    Conversion,
    /// The median of the days in it.
    Days,
    /// How many are in it.
    Now,
}

/// A table as it is shown: the first column holds names, the others figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableView {
    /// What it shows.
    pub caption: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<RowView>,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct RowView {
    /// What it is about.
    pub name: String,
    /// Its cells; one that opens how it was computed names its figure.
    pub cells: Vec<(String, Option<Figure>)>,
}

/// The interval of a rate.
fn interval(lang: Lang, rate: Option<Rate>) -> String {
    let words = |it: Rate| lang.insight_between(&share(lang, it.low), &share(lang, it.high));
    rate.map_or_else(dash, words)
}

/// Where there is nothing to say.
fn dash() -> String {
    "–".to_owned()
}

#[cfg(test)]
mod tests;
