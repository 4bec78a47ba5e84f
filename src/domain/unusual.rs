//! Months or weeks that stand out of a series.
//!
//! What is usual is a line through the series that a few odd months cannot bend: its slope is the
//! median of the slopes between any two months (Theil, 1950; Sen, "Estimates of the Regression
//! Coefficient Based on Kendall's Tau", 1968). With three years or more each month (or week) of
//! the year also has its own place above or below the line: the median of what it was. What is off by more
//! than 3.5 of the modified scores of Iglewicz and Hoaglin ("How to Detect and Handle Outliers",
//! 1993: 0.6745 × difference from the median ÷ median of the absolute differences) stands out.

use super::arrange;

/// What is usual for a series.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usual {
    /// What is usual at each step.
    pub expected: Vec<f64>,
    /// How far off that is still usual.
    pub reach: f64,
    /// The steps that stand out.
    pub unusual: Vec<usize>,
}

/// The fewest steps that say what is usual.
pub const FEWEST: usize = 8;
/// The score beyond which a step stands out.
const CUTOFF: f64 = 3.5;
/// What the median of the absolute differences is of the standard deviation of a normal variable.
const OF_MEDIAN: f64 = 0.6745;
/// The standard deviation as a multiple of the mean absolute difference, for series of which half
/// is the same.
const OF_MEAN: f64 = 1.253_314;

/// What is usual for a series of which so many steps make a year; `None` where there are too few
/// to say.
pub fn usual(series: &[f64], a_year: usize) -> Option<Usual> {
    if series.len() < FEWEST {
        return None;
    }
    let mut expected = line(series);
    if 3 * a_year <= series.len() {
        let place = |place| season(series, &expected, (place, a_year));
        let seasons: Vec<f64> = (0..a_year).map(place).collect();
        expected.iter_mut().enumerate().for_each(|(step, it)| *it += seasons[step % a_year]);
    }
    let off: Vec<f64> = series.iter().zip(&expected).map(|(it, line)| it - line).collect();
    let middle = median(off.clone());
    expected.iter_mut().for_each(|it| *it += middle);
    let off: Vec<f64> = off.iter().map(|it| (it - middle).abs()).collect();
    let reach = match median(off.clone()) / OF_MEDIAN {
        0.0 => OF_MEAN * off.iter().sum::<f64>() / off.len() as f64,
        deviation => deviation,
    } * CUTOFF;
    let unusual = off.iter().enumerate().filter(|(_, it)| reach < **it);
    let unusual = unusual.map(|(step, _)| step).collect();
    Some(Usual { expected, reach, unusual })
}

/// The line of Theil and Sen at each step.
fn line(series: &[f64]) -> Vec<f64> {
    let later = |from: usize| series.iter().enumerate().skip(from + 1);
    let slopes = series.iter().enumerate().flat_map(|(from, value)| {
        later(from).map(move |(to, it)| (it - value) / (to - from) as f64)
    });
    let slope = median(slopes.collect());
    let middle = (series.len() - 1) as f64 / 2.0;
    let begin = median(series.to_vec()) - slope * middle;
    (0..series.len()).map(|step| begin + slope * step as f64).collect()
}

/// How far a place in the year usually lies above the line.
fn season(series: &[f64], line: &[f64], (place, a_year): (usize, usize)) -> f64 {
    let years = series.iter().zip(line).skip(place).step_by(a_year);
    median(years.map(|(it, line)| it - line).collect())
}

/// The middle of values; the mean of the middle two where their number is even.
fn median(mut values: Vec<f64>) -> f64 {
    arrange::by(&mut values, f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => 0.0,
        n if n % 2 == 1 => values[middle],
        _ => (values[middle - 1] + values[middle]) / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_month_far_off_a_rising_line_stands_out() {
        let mut series: Vec<f64> =
            (0..14).map(|it| 100.0 + 10.0 * f64::from(it % 3 + it)).collect();
        series[9] = 600.0;
        assert_eq!(usual(&series, 12).expect("enough").unusual, [9]);
    }

    // Three years with a high December each: it is usual for December.
    #[test]
    fn a_season_is_usual() {
        let mut series: Vec<f64> = (0..36_u32).map(|it| 100.0 + f64::from(it * 7 % 5)).collect();
        [11, 23, 35].iter().for_each(|it| series[*it] = 300.0);
        assert!(usual(&series, 12).expect("enough").unusual.is_empty());
        assert_eq!(usual(&series[..30], 12).expect("enough").unusual, [11, 23]);
    }

    #[test]
    fn few_months_say_nothing_and_equal_ones_nothing_unusual() {
        assert_eq!(usual(&[1.0; 7], 12), None);
        assert!(usual(&[4.0; 8], 12).expect("enough").unusual.is_empty());
    }

    proptest! {
        #[test]
        fn a_shift_of_all_months_changes_nothing(series in prop::collection::vec(0_i32..1000, 8..50), shift in 1_i32..1000) {
            let of = |shift: i32| usual(&series.iter().map(|it| f64::from(it + shift)).collect::<Vec<_>>(), 12);
            let (here, there) = (of(0).expect("enough"), of(shift).expect("enough"));
            prop_assert!((here.reach - there.reach).abs() < 1e-6);
        }
    }
}
