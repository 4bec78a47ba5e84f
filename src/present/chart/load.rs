//! Load of weeks: what is firm with what is likely on top, and a line at what can be done.

use super::path::{Point, line_path, push_bar};
use super::scale::{Scale, Tick, nice_ticks};

/// A week.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadWeek {
    /// What it is called under the axis.
    pub name: String,
    /// The load that is firm.
    pub firm: f64,
    /// The load that is likely.
    pub likely: f64,
    /// What can be done; none where nobody has said.
    pub capacity: Option<f64>,
}

/// Weeks in their order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Load {
    /// The weeks.
    pub weeks: Vec<LoadWeek>,
}

/// A bar, ready for its words.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadBar {
    /// The middle of the bar, 0 to 1.
    pub at: f64,
    /// The top of the bar, 0 to 100 from above.
    pub top: f64,
    /// What it is called.
    pub name: String,
    /// By how much the load is more than can be done.
    pub excess: Option<f64>,
}

/// A load, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LoadPlot {
    /// What is firm.
    pub firm: String,
    /// What is likely.
    pub likely: String,
    /// What is more than can be done.
    pub over: String,
    /// The line at what can be done, one for each run of weeks of which that is known.
    pub capacity: String,
    /// The bars in their order.
    pub bars: Vec<LoadBar>,
    /// Round values up the axis.
    pub ticks: Vec<Tick>,
}

/// The part of a week's width that its bar takes.
const WIDTH: f64 = 0.72;
/// Room for words above the highest bar, as a share.
const ROOM: f64 = 0.12;

/// Lays out the load of weeks; the axis begins at zero.
pub fn plot_load(load: &Load) -> LoadPlot {
    let highest = |it: &LoadWeek| (it.firm + it.likely).max(it.capacity.unwrap_or(0.0));
    let top = load.weeks.iter().map(highest).fold(0.0, f64::max).max(1.0) * (1.0 + ROOM);
    let height = Scale::new(0.0, top, 100.0, 0.0);
    let width = 100.0 / load.weeks.len().max(1) as f64;
    let mut plot = LoadPlot::default();
    let mut line: Vec<Point> = Vec::new();
    for (place, week) in load.weeks.iter().enumerate() {
        let start = width * place as f64;
        let (left, right) =
            (start + width * (1.0 - WIDTH) / 2.0, start + width * (1.0 + WIDTH) / 2.0);
        let whole = week.firm + week.likely;
        // Each lies over the one before, so what shows of it is what it adds.
        let held = week.capacity.unwrap_or(whole).min(whole);
        if held < whole {
            push_bar(&mut plot.over, left, right, height.at(whole));
        }
        if 0.0 < held {
            push_bar(&mut plot.likely, left, right, height.at(held));
        }
        if 0.0 < week.firm.min(held) {
            push_bar(&mut plot.firm, left, right, height.at(week.firm.min(held)));
        }
        match week.capacity {
            Some(capacity) => {
                let y = height.at(capacity);
                line.extend([Point { x: start, y }, Point { x: start + width, y }]);
            }
            None => plot.capacity.push_str(&line_path(&std::mem::take(&mut line))),
        }
        plot.bars.push(LoadBar {
            at: (start + width / 2.0) / 100.0,
            top: height.at(whole),
            name: week.name.clone(),
            excess: (held < whole).then_some(whole - held),
        });
    }
    plot.capacity.push_str(&line_path(&line));
    let ticks = nice_ticks(0.0, top, 4).into_iter().filter(|it| *it <= top);
    plot.ticks = height.ticks(&ticks.collect::<Vec<_>>());
    plot
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(firm: f64, likely: f64, capacity: Option<f64>) -> LoadWeek {
        LoadWeek { name: String::new(), firm, likely, capacity }
    }

    #[test]
    fn what_is_too_much_is_told_from_the_rest() {
        let weeks =
            vec![week(4.0, 4.0, Some(5.0)), week(2.0, 1.0, Some(5.0)), week(0.0, 0.0, None)];
        let plot = plot_load(&Load { weeks });
        let bars = |path: &str| path.matches('Z').count();
        assert_eq!((bars(&plot.firm), bars(&plot.likely), bars(&plot.over)), (2, 2, 1));
        let excess: Vec<Option<f64>> = plot.bars.iter().map(|it| it.excess).collect();
        assert_eq!(excess, [Some(3.0), None, None]);
        assert_eq!(plot.capacity.matches('M').count(), 1);
    }

    #[test]
    fn no_weeks_and_no_load_are_no_trouble() {
        assert_eq!(plot_load(&Load::default()).bars, []);
        assert!(plot_load(&Load { weeks: vec![week(0.0, 0.0, None)] }).ticks.len() > 1);
    }
}
