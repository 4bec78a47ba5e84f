//! Plain answers for series that say little, and no nonsense for any.

use proptest::prelude::*;

use super::*;

const QUARTERS: Question = Question { season: 4, horizon: 6, level: 0.95 };

fn asked(values: &[f64], question: Question) -> Forecast {
    let history: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
    forecast(&history, question)
}

/// The first value expected, and the ends of its interval.
#[track_caller]
fn check(values: &[f64], point: f64, wider_than: f64) {
    let found = asked(values, QUARTERS);
    let (low, high) = (found.lower[0], found.upper[0]);
    assert!((found.point[0] - point).abs() < 1e-6 * point.abs().max(1.0), "{found:?}");
    assert!(low <= point && point <= high && wider_than < high - low, "{found:?}");
}

#[test]
fn a_history_that_says_little_is_answered_plainly_and_widely() {
    check(&[], 0.0, 1.0);
    check(&[120.0], 120.0, 100.0);
    check(&[100.0, 140.0], 120.0, 80.0);
    check(&[0.0; 20], 0.0, 0.05);
    check(&[50.0; 30], 50.0, 2.0);
    check(&[-50.0; 9], -50.0, 8.0);
    check(&[1e300, 2e300, 3e300], 2e300, 1e300);
    check(&[1e-300, 3e-300], 2e-300, 1e-300);
}

#[test]
fn what_is_plain_to_see_goes_on() {
    let season = [10.0, 20.0, 40.0, 30.0].repeat(6);
    let found = asked(&season, QUARTERS);
    let near = |(one, other): (&f64, &f64)| (one - other).abs() < 0.5;
    assert!(found.point.iter().zip(&season).all(near), "{found:?}");
    let line: Vec<f64> = (1..=30).map(f64::from).collect();
    assert!((asked(&line, QUARTERS).point[5] - 36.0).abs() < 0.5);
}

#[test]
fn a_gap_is_bridged_and_the_ends_are_cut() {
    let gappy = [None, Some(1.0), None, None, Some(4.0), Some(f64::NAN)];
    assert_eq!(without_gaps(&gappy, 1.0), [1.0, 2.0, 3.0, 4.0]);
    assert!(without_gaps(&[None, None], 1.0).is_empty());
}

#[test]
fn rare_sales_are_expected_now_and_then() {
    let rare = [0.0, 0.0, 5.0, 0.0, 0.0, 0.0, 0.0, 8.0, 0.0, 0.0, 0.0, 0.0, 3.0, 0.0, 0.0];
    let found = asked(&rare, QUARTERS);
    assert!(found.point.iter().all(|it| (0.0..3.0).contains(it)), "{found:?}");
    assert!(found.point.iter().sum::<f64>() > 1.0, "{found:?}");
    assert!(found.lower.iter().all(|it| *it == 0.0), "{found:?}");
}

#[test]
fn what_is_missing_at_the_end_is_passed_over() {
    let mut history: Vec<Option<f64>> = (1..=30).map(|it| Some(f64::from(it))).collect();
    history.extend([None, None]);
    let found = forecast(&history, Question { horizon: 2, ..QUARTERS });
    assert!((found.point[0] - 33.0).abs() < 0.5 && found.point.len() == 2, "{found:?}");
}

#[test]
fn a_higher_level_and_a_further_step_have_a_wider_interval() {
    let values: Vec<f64> = (0..40).map(|it| 100.0 + f64::from(it * 13 % 17)).collect();
    let width = |level: f64, step: usize| {
        let found = asked(&values, Question { level, ..QUARTERS });
        found.upper[step] - found.lower[step]
    };
    assert!(width(0.8, 0) < width(0.95, 0) && width(0.95, 0) < width(0.99, 0));
    assert!(width(0.95, 0) < width(0.95, 5));
}

fn any_value() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![
        6 => (-1_000.0..1_000.0).prop_map(Some),
        2 => Just(Some(0.0)),
        1 => Just(None),
        1 => any::<f64>().prop_map(Some),
        1 => prop::sample::select(vec![1e-300, -1e300, f64::MAX, f64::INFINITY]).prop_map(Some),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the history: as many values as asked for, all of them numbers, each within its
    /// interval, and nothing below zero where nothing ever was.
    #[test]
    fn no_history_makes_nonsense(
        history in prop::collection::vec(any_value(), 0..40),
        season in 0_usize..14,
        horizon in 0_usize..20,
    ) {
        let found = forecast(&history, Question { season, horizon, level: 0.95 });
        prop_assert_eq!((found.point.len(), found.lower.len(), found.upper.len()), (horizon, horizon, horizon));
        let ends = found.lower.iter().zip(&found.upper);
        for (point, (low, high)) in found.point.iter().zip(ends) {
            prop_assert!(low.is_finite() && high.is_finite() && low <= point && point <= high);
        }
        if history.iter().flatten().all(|it| 0.0 <= *it) {
            prop_assert!(found.lower.iter().all(|it| 0.0 <= *it));
        }
        let mase = found.backtest.and_then(|it| it.mase);
        prop_assert!(mase.is_none_or(f64::is_finite));
    }

    /// A series in another unit has the same forecast in that unit.
    #[test]
    fn the_unit_does_not_matter(history in prop::collection::vec(1_u16..999, 12..30)) {
        let values = |unit: f64| history.iter().map(|it| f64::from(*it) * unit).collect::<Vec<_>>();
        let (one, hundred) = (asked(&values(1.0), QUARTERS), asked(&values(128.0), QUARTERS));
        for (one, hundred) in one.upper.iter().zip(&hundred.upper) {
            prop_assert!((one * 128.0 - hundred).abs() <= 1e-6 * hundred.abs());
        }
    }
}
