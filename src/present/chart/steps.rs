//! Steps from one amount to another: each begins where the one before ended.

use super::scale::Scale;

/// A step along the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What it is.
    pub name: String,
    /// By how much it changes the amount, or the amount itself at both ends.
    pub value: f64,
    /// Where it begins, 0 to 100.
    pub start: f64,
    /// How long it is.
    pub length: f64,
    /// Whether it is an amount and no change.
    pub is_whole: bool,
}

/// Lays out the steps from a first amount to a last one on an axis that holds zero.
pub fn percent_steps(
    first: (&str, f64),
    changes: &[(String, f64)],
    last: (&str, f64),
) -> Vec<Step> {
    let mut reached = vec![first.1];
    for (_, change) in changes {
        reached.push(reached.last().copied().unwrap_or(0.0) + change);
    }
    let ends = || reached.iter().copied().chain([last.1, 0.0]);
    let scale = Scale::new(ends().fold(0.0, f64::min), ends().fold(0.0, f64::max), 0.0, 100.0);
    let step = |name: &str, value: f64, (from, to): (f64, f64), is_whole: bool| {
        let (from, to) = (scale.at(from), scale.at(to));
        let (start, length) = (from.min(to), (to - from).abs());
        Step { name: name.to_owned(), value, start, length, is_whole }
    };
    let mut steps = vec![step(first.0, first.1, (0.0, first.1), true)];
    let between = changes.iter().zip(reached.windows(2));
    steps
        .extend(between.map(|((name, value), ends)| step(name, *value, (ends[0], ends[1]), false)));
    steps.push(step(last.0, last.1, (0.0, last.1), true));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_begins_where_the_one_before_ended() {
        let changes = [("more".to_owned(), 50.0), ("less".to_owned(), -100.0)];
        let steps = percent_steps(("before", 150.0), &changes, ("after", 100.0));
        let places: Vec<(f64, f64)> = steps.iter().map(|it| (it.start, it.length)).collect();
        assert_eq!(places, [(0.0, 75.0), (75.0, 25.0), (50.0, 50.0), (0.0, 50.0)]);
    }
}
