//! The pace line: what is reached, what should be reached by now, and where it is heading.

use super::path::{Point, band_path, line_path};
use super::scale::{Scale, Tick, nice_ticks};

/// The figures of a period, cumulative, one per step (usually a working day). Both series begin
/// with the value at the start of the period.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pace {
    /// What should be reached at each step of the whole period.
    pub expected: Vec<f64>,
    /// What was reached, up to now.
    pub actual: Vec<f64>,
    /// The goal of the period.
    pub goal: f64,
    /// Where the period will end, if that can be said.
    pub landing: Option<Landing>,
}

/// Where a period will end, with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landing {
    /// Hardly less than this.
    pub low: f64,
    /// The most likely.
    pub likely: f64,
    /// Hardly more than this.
    pub high: f64,
}

/// A pace chart, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct PacePlot {
    /// The line of what should be reached.
    pub expected: String,
    /// The line of what was reached.
    pub actual: String,
    /// The area of where it is heading; empty without a landing.
    pub band: String,
    /// The line to the most likely landing; empty without a landing.
    pub likely: String,
    /// The height of the goal.
    pub goal: f64,
    /// The end of the line of what was reached.
    pub now: Point,
    /// What should be reached by now.
    pub due: Point,
    /// On which side of its point each word stands, so that no line runs through it.
    pub sides: PaceSides,
    /// The height of the words about the landing, below the area and below the words at `now`.
    pub landing_words: f64,
    /// Round amounts, from zero.
    pub ticks: Vec<Tick>,
}

/// On which side of their points the words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaceSides {
    /// The words about what was reached.
    pub now: WordsSide,
    /// The words about what should be reached.
    pub due: WordsSide,
}

/// A side of a point. Lines that grow come from below left and leave to above right, so these two
/// sides are free.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsSide {
    /// Above and to the left.
    Above,
    /// Below and to the right.
    Below,
}

impl WordsSide {
    /// The value of the `data-side` attribute that the styles know.
    pub const fn as_str(self) -> &'static str {
        match self {
            WordsSide::Above => "above",
            WordsSide::Below => "below",
        }
    }
}

/// Room over the highest figure, so that its words are not cut.
const HEADROOM: f64 = 1.08;

/// The height of a line of words, in hundredths of the plot.
const WORDS_HEIGHT: f64 = 10.0;

/// The width of the words about the landing, in hundredths of the plot.
const LANDING_WIDTH: f64 = 40.0;

/// Lays out a pace chart. With no figures at all everything lies at the start.
pub fn plot_pace(pace: &Pace) -> PacePlot {
    let top = highest(pace) * HEADROOM;
    let amounts: Vec<f64> =
        nice_ticks(0.0, top, 4).into_iter().filter(|amount| *amount <= top).collect();
    let vertical = Scale::new(0.0, top, 100.0, 0.0);
    let last_step = pace.expected.len().max(pace.actual.len()).saturating_sub(1);
    let horizontal = Scale::new(0.0, last_step as f64, 0.0, 100.0);
    let point = |(step, amount): (usize, &f64)| Point {
        x: horizontal.at(step as f64),
        y: vertical.at(*amount),
    };
    let expected: Vec<Point> = pace.expected.iter().enumerate().map(point).collect();
    let actual: Vec<Point> = pace.actual.iter().enumerate().map(point).collect();
    let origin = Point { x: 0.0, y: 100.0 };
    let now = actual.last().copied().unwrap_or(origin);
    let step = actual.len().saturating_sub(1);
    let due = expected.get(step).or(expected.last()).copied().unwrap_or(origin);
    let end = |amount: f64| Point { x: 100.0, y: vertical.at(amount) };
    let landing = pace.landing.filter(|_| now.x < 100.0);
    let band = |landing: Landing| band_path(&[now, end(landing.high)], &[now, end(landing.low)]);
    PacePlot {
        expected: line_path(&expected),
        actual: line_path(&actual),
        band: landing.map_or_else(String::new, band),
        likely: landing.map_or_else(String::new, |landing| line_path(&[now, end(landing.likely)])),
        goal: vertical.at(pace.goal),
        now,
        due,
        sides: sides(now, due),
        landing_words: landing.map_or(100.0, |landing| below_band(now, due, end(landing.low))),
        ticks: vertical.ticks(&amounts),
    }
}

/// Whoever is ahead has its words above, the other below.
fn sides(now: Point, due: Point) -> PaceSides {
    if now.y < due.y {
        PaceSides { now: WordsSide::Above, due: WordsSide::Below }
    } else {
        PaceSides { now: WordsSide::Below, due: WordsSide::Above }
    }
}

/// Where words as wide as those about the landing stand free of the lower edge of the area and of
/// the words below the points.
fn below_band(now: Point, due: Point, low: Point) -> f64 {
    let share = (LANDING_WIDTH / (100.0 - now.x)).min(1.0);
    let edge = low.y + (now.y - low.y).max(0.0) * share;
    let words = now.y.max(due.y) + WORDS_HEIGHT;
    let near_words = 100.0 - LANDING_WIDTH < now.x + LANDING_WIDTH;
    let free = if near_words { edge.max(words) } else { edge };
    (free + WORDS_HEIGHT / 2.0).min(100.0 - WORDS_HEIGHT)
}

fn highest(pace: &Pace) -> f64 {
    let series = pace.expected.iter().chain(&pace.actual).copied();
    let ends = [pace.goal, pace.landing.map_or(0.0, |landing| landing.high)];
    series.chain(ends).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace() -> Pace {
        Pace {
            expected: vec![0.0, 25.0, 50.0, 75.0, 100.0],
            actual: vec![0.0, 10.0, 40.0],
            goal: 100.0,
            landing: Some(Landing { low: 70.0, likely: 80.0, high: 100.0 }),
        }
    }

    #[test]
    fn now_and_due_stand_at_the_same_step() {
        let plot = plot_pace(&pace());
        assert_eq!((plot.now.x, plot.due.x), (50.0, 50.0));
        assert!(plot.due.y < plot.now.y);
    }

    #[test]
    fn the_band_opens_from_now_to_the_end() {
        let plot = plot_pace(&pace());
        assert_eq!(plot.band, "M50 62.96L100 7.41L100 35.19L50 62.96Z");
        assert_eq!(plot.likely, "M50 62.96L100 25.93");
    }

    #[test]
    fn the_axis_begins_at_zero_and_holds_the_goal() {
        let plot = plot_pace(&Pace { goal: 130.0, ..pace() });
        assert_eq!(plot.ticks.first(), Some(&Tick { value: 0.0, at: 100.0 }));
        assert!((0.0..10.0).contains(&plot.goal));
    }

    #[test]
    fn words_stand_where_no_line_runs() {
        let behind = PaceSides { now: WordsSide::Below, due: WordsSide::Above };
        assert_eq!(plot_pace(&pace()).sides, behind);
        let ahead = plot_pace(&Pace { actual: vec![0.0, 40.0, 70.0], ..pace() });
        assert_eq!(ahead.sides.now, WordsSide::Above);
    }

    #[test]
    fn words_about_the_landing_stand_below_those_about_now() {
        let plot = plot_pace(&pace());
        assert!(plot.now.y + WORDS_HEIGHT <= plot.landing_words);
    }

    #[test]
    fn a_period_that_is_over_has_no_band() {
        let over = Pace { actual: vec![0.0, 20.0, 40.0, 60.0, 80.0], ..pace() };
        assert_eq!(plot_pace(&over).band, "");
    }

    #[test]
    fn no_figures_lie_at_the_start() {
        let nothing = Pace { expected: vec![], actual: vec![], goal: 0.0, landing: None };
        assert_eq!(plot_pace(&nothing).now, Point { x: 0.0, y: 100.0 });
    }
}
