//! Autoregression around a line: the last values decide the next, on top of a constant and a
//! linear trend.
//!
//! Fitted by least squares; how many values back it looks is what Akaike's criterion corrected for
//! few values (Hurvich and Tsai 1989) finds best.

/// A solution further out than this many times the largest value so far is none.
const FURTHEST: f64 = 3.0;

/// The longest way that it looks back.
const MOST_LAGS: usize = 6;

/// The fewest values that something can be learned from.
const FEWEST: usize = 12;

/// The next values of a series without a season; `None` where it is too short, or where they would
/// run away.
pub fn forecast(series: &[f64], horizon: usize) -> Option<Vec<f64>> {
    let most = (series.len() / 8).min(MOST_LAGS);
    if series.len() < FEWEST {
        return None;
    }
    let fits = (0..=most).filter_map(|lags| fit(series, lags, most));
    let best = fits.min_by(|one, other| one.criterion.total_cmp(&other.criterion))?;
    let mut values = series.to_vec();
    for _ in 0..horizon {
        let row = row(&values, values.len(), best.factors.len() - 2, series.len());
        values.push(row.iter().zip(&best.factors).map(|(one, other)| one * other).sum());
    }
    let ahead = values.split_off(series.len());
    let largest = series.iter().fold(0.0_f64, |most, it| most.max(it.abs()));
    ahead.iter().all(|it| it.abs() <= FURTHEST * largest).then_some(ahead)
}

struct Fit {
    factors: Vec<f64>,
    criterion: f64,
}

/// Fits so many lags to what comes after the first `skipped` values, which are the same for all
/// numbers of lags so that they can be compared.
fn fit(series: &[f64], lags: usize, skipped: usize) -> Option<Fit> {
    let rows: Vec<Vec<f64>> =
        (skipped..series.len()).map(|place| row(series, place, lags, series.len())).collect();
    let wanted = &series[skipped..];
    let factors = least_squares(&rows, wanted)?;
    let error = |(row, wanted): (&Vec<f64>, &f64)| {
        wanted - row.iter().zip(&factors).map(|(one, other)| one * other).sum::<f64>()
    };
    let squares: f64 = rows.iter().zip(wanted).map(|it| error(it).powi(2)).sum();
    let (count, unknowns) = (wanted.len() as f64, factors.len() as f64 + 1.0);
    let left = count - unknowns - 1.0;
    if left <= 0.0 {
        return None;
    }
    let likelihood = count * (squares / count).max(f64::MIN_POSITIVE).ln();
    Some(Fit { criterion: likelihood + 2.0 * unknowns * count / left, factors })
}

/// What a value is made of: a constant, its place in time, and the values before it.
fn row(values: &[f64], place: usize, lags: usize, count: usize) -> Vec<f64> {
    let time = place as f64 / count as f64;
    let before = (1..=lags).map(|lag| values[place - lag]);
    [1.0, time].into_iter().chain(before).collect()
}

/// The factors of least squares, by the normal equations; `None` where they are not unique.
fn least_squares(rows: &[Vec<f64>], wanted: &[f64]) -> Option<Vec<f64>> {
    let size = rows.first()?.len();
    let mut matrix = vec![vec![0.0; size + 1]; size];
    for (row, wanted) in rows.iter().zip(wanted) {
        for (one, line) in row.iter().zip(&mut matrix) {
            let extended = row.iter().chain([wanted]);
            line.iter_mut().zip(extended).for_each(|(cell, other)| *cell += one * other);
        }
    }
    for at in 0..size {
        let size_of = |line: &usize| matrix[*line][at].abs();
        let pivot = (at..size).max_by(|one, other| size_of(one).total_cmp(&size_of(other)))?;
        matrix.swap(at, pivot);
        let line = matrix[at].clone();
        if line[at].abs() < SINGULAR * rows.len() as f64 {
            return None;
        }
        for (_, other) in matrix.iter_mut().enumerate().filter(|(it, _)| *it != at) {
            let times = other[at] / line[at];
            other.iter_mut().zip(&line).for_each(|(cell, it)| *cell -= times * it);
        }
    }
    Some((0..size).map(|at| matrix[at][size] / matrix[at][at]).collect())
}

/// A pivot below this, for values about 1, is nothing to divide by.
const SINGULAR: f64 = 1e-10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_goes_on_and_few_values_say_nothing() {
        let line: Vec<f64> = (0..20).map(|it| 1.0 + 0.1 * f64::from(it)).collect();
        let ahead = forecast(&line, 3).expect("a forecast");
        assert!((ahead[2] - 3.2).abs() < 1e-6, "{ahead:?}");
        assert_eq!(forecast(&line[..11], 3), None);
    }

    // x(t) = 0.5 x(t − 1) + 1 from 0 goes to 2; what is left of the way halves each time.
    #[test]
    fn what_decays_goes_on_decaying() {
        let decay: Vec<f64> =
            std::iter::successors(Some(0.0), |it| Some(0.5 * it + 1.0)).take(20).collect();
        let ahead = forecast(&decay, 2).expect("a forecast");
        assert!((ahead[0] - 2.0).abs() < 1e-4 && (ahead[1] - 2.0).abs() < 1e-4, "{ahead:?}");
    }
}
