//! The season of a series: its indices, and the series without it.
//!
//! Classical decomposition (Hyndman and Athanasopoulos, "Forecasting: Principles and Practice",
//! 3rd edition, section 3.4): the trend is a centred moving average over one season; what a month
//! is above or below it on average is its index. Few years make bad averages, so the indices are
//! drawn towards no season by the estimator of James and Stein (Miller and Williams, "Shrinkage
//! estimators of time series seasonal factors and their effect on forecasting accuracy", 2003):
//! the less they differ compared with how unsure they are, the more. That takes the place of a
//! test for a season.

/// How a season acts on a series.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// So much more or less.
    Additive,
    /// So many times.
    Multiplicative,
}

impl Kind {
    /// The index of no season.
    fn none(self) -> f64 {
        match self {
            Kind::Additive => 0.0,
            Kind::Multiplicative => 1.0,
        }
    }

    /// How a season acts on a series as a rule: on positive values it multiplies.
    pub fn usual(series: &[f64]) -> Kind {
        let positive = series.iter().all(|it| 0.0 < *it);
        if positive { Kind::Multiplicative } else { Kind::Additive }
    }
}

/// Indices of a season, the first for the first value of the series.
#[derive(Clone, Debug, PartialEq)]
pub struct Season {
    /// How it acts.
    pub kind: Kind,
    /// An index for each place in the season; their mean is 0 or 1.
    pub indices: Vec<f64>,
}

impl Season {
    /// The index for a place of the series.
    pub fn at(&self, place: usize) -> f64 {
        self.indices[place % self.indices.len()]
    }

    /// A value without the season.
    pub fn remove(&self, value: f64, place: usize) -> f64 {
        match self.kind {
            Kind::Additive => value - self.at(place),
            Kind::Multiplicative => value / self.at(place),
        }
    }

    /// A value with the season.
    pub fn apply(&self, value: f64, place: usize) -> f64 {
        match self.kind {
            Kind::Additive => value + self.at(place),
            Kind::Multiplicative => value * self.at(place),
        }
    }

    /// A series without the season.
    pub fn removed(&self, series: &[f64]) -> Vec<f64> {
        series.iter().enumerate().map(|(place, value)| self.remove(*value, place)).collect()
    }
}

/// The season of a length in a series, drawn towards none; `None` where fewer than two seasons are
/// known or no index can be made.
pub fn shrunk(series: &[f64], length: usize, kind: Kind) -> Option<Season> {
    let Seasonal { mut season, variance } = decompose(series, length, kind)?;
    let places = length as f64;
    let none = kind.none();
    let between: f64 = season.indices.iter().map(|it| (it - none).powi(2)).sum::<f64>();
    let real = (between / (places - 1.0) - variance).max(0.0);
    let doubt = if 0.0 < variance { variance / (variance + real) } else { 0.0 };
    let kept = 1.0 - doubt * (places - 3.0).max(0.0) / (places - 1.0);
    season.indices.iter_mut().for_each(|it| *it = none + kept * (*it - none));
    Some(season)
}

/// A season with the mean variance of its indices.
pub struct Seasonal {
    /// The season.
    pub season: Season,
    /// How much an index would vary if it were taken from other years, squared.
    pub variance: f64,
}

/// The season of a length in a series as it is, by classical decomposition; `None` where fewer than
/// two seasons are known or no index can be made. A multiplicative one needs positive values.
pub fn decompose(series: &[f64], length: usize, kind: Kind) -> Option<Seasonal> {
    let positive = series.iter().all(|it| 0.0 < *it);
    if length < 2 || series.len() < 2 * length || kind == Kind::Multiplicative && !positive {
        return None;
    }
    let mut ratios: Vec<Vec<f64>> = vec![Vec::new(); length];
    let half = length / 2;
    for (place, trend) in centred_average(series, length).into_iter().enumerate() {
        let place = place + half;
        let value = series[place];
        let ratio = if kind == Kind::Additive { value - trend } else { value / trend };
        ratios[place % length].push(ratio);
    }
    let means: Vec<f64> = ratios.iter().map(|it| mean(it)).collect();
    let centre = mean(&means);
    let index = |it: &f64| if kind == Kind::Additive { it - centre } else { it / centre };
    let indices: Vec<f64> = means.iter().map(index).collect();
    let usable = |it: &f64| it.is_finite() && (kind == Kind::Additive || LEAST_INDEX < *it);
    let variance = mean(&ratios.iter().map(|it| variance_of_mean(it)).collect::<Vec<_>>());
    let usable = indices.iter().all(usable) && variance.is_finite();
    usable.then_some(Seasonal { season: Season { kind, indices }, variance })
}

/// A multiplicative index below this is nothing to divide by.
const LEAST_INDEX: f64 = 0.01;

/// The mean of some numbers; 0 of none.
pub fn mean(numbers: &[f64]) -> f64 {
    if numbers.is_empty() { 0.0 } else { numbers.iter().sum::<f64>() / numbers.len() as f64 }
}

/// The variance of the mean of some numbers; 0 where there is but one.
fn variance_of_mean(numbers: &[f64]) -> f64 {
    let (count, centre) = (numbers.len() as f64, mean(numbers));
    let squares: f64 = numbers.iter().map(|it| (it - centre).powi(2)).sum();
    squares / (count * (count - 1.0).max(1.0))
}

/// The moving average over one season, centred: for an even length the two at the ends count
/// half. It begins half a season after the series.
fn centred_average(series: &[f64], length: usize) -> Vec<f64> {
    if length % 2 == 1 {
        return series.windows(length).map(mean).collect();
    }
    let weighted = |it: &[f64]| {
        let ends = f64::midpoint(it[0], it[length]);
        (it[1..length].iter().sum::<f64>() + ends) / length as f64
    };
    series.windows(length + 1).map(weighted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three years of quarters on a line, each quarter so much above or below it.
    fn quarters(noise: f64) -> Vec<f64> {
        let index = [4.0, -1.0, -5.0, 2.0];
        let value =
            |it: usize| 100.0 + it as f64 + index[it % 4] + noise * ((it * 7 % 5) as f64 - 2.0);
        (0..12).map(value).collect()
    }

    #[test]
    fn the_season_of_a_line_is_found_exactly() {
        let found = decompose(&quarters(0.0), 4, Kind::Additive).expect("a season");
        let expect = [4.0, -1.0, -5.0, 2.0];
        let near = |(one, other): (&f64, &f64)| (one - other).abs() < 1e-9;
        assert!(found.season.indices.iter().zip(&expect).all(near), "{:?}", found.season);
        assert_eq!(shrunk(&quarters(0.0), 4, Kind::Additive), Some(found.season));
    }

    #[test]
    fn unsure_indices_are_drawn_towards_none() {
        let [plain, drawn] = [
            decompose(&quarters(3.0), 4, Kind::Additive).map(|it| it.season),
            shrunk(&quarters(3.0), 4, Kind::Additive),
        ];
        let size = |it: Option<Season>| {
            it.expect("a season").indices.iter().map(|it| it.abs()).sum::<f64>()
        };
        assert!(size(drawn) < size(plain));
    }

    #[test]
    fn too_little_or_too_low_has_no_season() {
        assert_eq!(shrunk(&[1.0; 7], 4, Kind::Additive), None);
        assert_eq!(shrunk(&[0.0; 12], 4, Kind::Multiplicative), None);
        assert!(shrunk(&[0.0; 12], 4, Kind::Additive).is_some_and(|it| it.indices == [0.0; 4]));
        assert_eq!(shrunk(&[1.0; 12], 1, Kind::Additive), None);
    }
}
