//! A distribution along an amount, with what is known of it: so far, goal, and where it may lie.

use super::path::push_bar;
use super::scale::{Scale, Tick, nice_ticks};

/// How likely each stretch of amounts is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// The chances of stretches of equal length between the ends.
    pub bars: Vec<f64>,
    /// The first and the last amount.
    pub ends: (f64, f64),
    /// In one of ten cases it is less.
    pub low: f64,
    /// In half of the cases it is less.
    pub likely: f64,
    /// In one of ten cases it is more.
    pub high: f64,
    /// The goal.
    pub goal: Option<f64>,
    /// Low, likely and high with what is assumed; none where nothing is.
    pub assumed: Option<[f64; 3]>,
}

/// A spread, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct SpreadPlot {
    /// The bars that lie between low and high.
    pub within: String,
    /// The others.
    pub outside: String,
    /// Where the likely amount is.
    pub likely: f64,
    /// Where the goal is.
    pub goal: Option<f64>,
    /// Where low, likely and high are with what is assumed.
    pub assumed: Option<[f64; 3]>,
    /// Round amounts along the axis.
    pub ticks: Vec<Tick>,
}

/// Room beside the highest bar and the last amount, as a share.
const ROOM: f64 = 0.06;

/// Lays out a spread; the axis holds the goal too, and what is assumed.
pub fn plot_spread(spread: &Spread) -> SpreadPlot {
    let (first, last) = spread.ends;
    let marked = || spread.goal.into_iter().chain(spread.assumed.into_iter().flatten());
    let (least, most) = (marked().fold(first, f64::min), marked().fold(last, f64::max));
    let room = (most - least) * ROOM;
    let (least, most) = ((least - room).max(least.min(0.0)), most + room);
    let axis = Scale::new(least, most, 0.0, 100.0);
    let top = spread.bars.iter().copied().fold(0.0, f64::max);
    let height = Scale::new(0.0, top * (1.0 + ROOM), 100.0, 0.0);
    let width = (last - first) / spread.bars.len().max(1) as f64;
    let (mut within, mut outside) = (String::new(), String::new());
    for (place, chance) in spread.bars.iter().enumerate().filter(|(_, it)| 0.0 < **it) {
        let from = first + width * place as f64;
        let middle = from + width / 2.0;
        let is_within = spread.low <= middle && middle <= spread.high;
        let path = if is_within { &mut within } else { &mut outside };
        push_bar(path, axis.at(from), axis.at(from + width), height.at(*chance));
    }
    let amounts = nice_ticks(least, most, 5).into_iter().filter(|it| (least..=most).contains(it));
    SpreadPlot {
        within,
        outside,
        likely: axis.at(spread.likely),
        goal: spread.goal.map(|it| axis.at(it)),
        assumed: spread.assumed.map(|it| it.map(|it| axis.at(it))),
        ticks: axis.ticks(&amounts.collect::<Vec<_>>()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spread() -> Spread {
        let bars = vec![0.25, 0.5, 0.25];
        Spread {
            bars,
            ends: (0.0, 300.0),
            low: 100.0,
            likely: 150.0,
            high: 200.0,
            goal: Some(280.0),
            assumed: None,
        }
    }

    #[test]
    fn the_middle_is_told_from_the_sides() {
        let plot = plot_spread(&spread());
        assert_eq!((plot.within.matches('Z').count(), plot.outside.matches('Z').count()), (1, 2));
        assert!(plot.likely < plot.goal.expect("a goal"));
    }

    #[test]
    fn the_axis_holds_a_goal_out_of_reach() {
        let plot = plot_spread(&Spread { goal: Some(900.0), ..spread() });
        assert!(plot.goal.is_some_and(|it| 80.0 < it && it < 100.0));
    }

    // Beyond the last bar, and each in its order; the bars stay where they are among themselves.
    #[test]
    fn the_axis_holds_what_is_assumed() {
        let plot = plot_spread(&Spread { assumed: Some([400.0, 450.0, 600.0]), ..spread() });
        let [low, likely, high] = plot.assumed.expect("a range");
        assert!(plot.goal.is_some_and(|it| it < low) && low < likely && likely < high);
        assert!(80.0 < high && high < 100.0, "{high}");
        assert_eq!(plot_spread(&spread()).assumed, None);
    }

    #[test]
    fn a_spread_of_one_amount_is_one_bar() {
        let one = Spread {
            bars: vec![1.0],
            ends: (50.0, 50.0),
            low: 50.0,
            likely: 50.0,
            high: 50.0,
            goal: None,
            assumed: None,
        };
        assert_eq!(plot_spread(&one).within.matches('Z').count(), 1);
    }
}
