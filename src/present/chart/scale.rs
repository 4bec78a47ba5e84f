//! From values to positions: scales and round ticks.

/// Maps values onto positions along one axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    start: f64,
    end: f64,
}

/// A round value and its position on the axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// The value.
    pub value: f64,
    /// Its position, 0 to 100.
    pub at: f64,
}

impl Scale {
    /// A scale from `low`, at position `start`, to `high`, at position `end`.
    pub const fn new(low: f64, high: f64, start: f64, end: f64) -> Scale {
        Scale { low, high, start, end }
    }

    /// The position of a value. Where the scale has no length everything is at its start.
    pub fn at(&self, value: f64) -> f64 {
        let length = self.high - self.low;
        if length == 0.0 {
            return self.start;
        }
        self.start + (value - self.low) / length * (self.end - self.start)
    }

    /// The positions of values.
    pub fn ticks(&self, values: &[f64]) -> Vec<Tick> {
        values.iter().map(|value| Tick { value: *value, at: self.at(*value) }).collect()
    }
}

/// Round values (1, 2 or 5 times a power of ten apart) from at or below `low` to at or above
/// `high`, about `about` of them. The first and the last are the ends of a good axis.
pub fn nice_ticks(low: f64, high: f64, about: u32) -> Vec<f64> {
    let length = high - low;
    if !length.is_finite() || length <= 0.0 || about == 0 {
        return vec![low];
    }
    let step = nice_step(length / f64::from(about));
    let (first, last) = ((low / step).floor(), (high / step).ceil());
    let count = (last - first) as u32;
    (0..=count).map(|place| (first + f64::from(place)) * step).collect()
}

/// The smallest of 1, 2, 5 and 10 times a power of ten that is at least `rough`.
fn nice_step(rough: f64) -> f64 {
    let power = 10_f64.powi(rough.log10().floor() as i32);
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| rough <= factor * power * (1.0 + 1e-9));
    factor.unwrap_or(10.0) * power
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_ticks(low: f64, high: f64, expect: &[f64]) {
        assert_eq!(nice_ticks(low, high, 4), expect);
    }

    #[test]
    fn ticks_are_round_and_reach_both_ends() {
        check_ticks(0.0, 870.0, &[0.0, 500.0, 1000.0]);
        check_ticks(0.0, 4.0, &[0.0, 1.0, 2.0, 3.0, 4.0]);
        check_ticks(-30.0, 50.0, &[-40.0, -20.0, 0.0, 20.0, 40.0, 60.0]);
    }

    #[test]
    fn an_axis_without_length_has_one_tick() {
        check_ticks(0.0, 0.0, &[0.0]);
        check_ticks(5.0, f64::INFINITY, &[5.0]);
    }

    #[test]
    fn a_scale_runs_from_end_to_end() {
        let scale = Scale::new(0.0, 200.0, 100.0, 0.0);
        assert_eq!((scale.at(0.0), scale.at(50.0), scale.at(200.0)), (100.0, 75.0, 0.0));
    }

    #[test]
    fn a_scale_without_length_stays_at_its_start() {
        assert_eq!(Scale::new(3.0, 3.0, 100.0, 0.0).at(3.0), 100.0);
    }
}
