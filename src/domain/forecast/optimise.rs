//! The least value of a function of a few numbers within bounds.
//!
//! The downhill simplex of Nelder and Mead ("A simplex method for function minimization", 1965)
//! with its usual factors. It needs no derivative and no chance: the same function gives the same
//! answer on every machine. Points outside of the bounds are moved to them before the function
//! sees them.

use crate::domain::arrange;

/// A number to be found: where the search begins, how far its first step goes, and its bounds.
#[derive(Clone, Copy, Debug)]
pub struct Unknown {
    /// Where the search begins.
    pub start: f64,
    /// How far the first step goes.
    pub step: f64,
    /// The least value.
    pub low: f64,
    /// The greatest value.
    pub high: f64,
}

type Point = (Vec<f64>, f64);

/// The simplex is done when its values differ by no more than this part of the least.
const TOLERANCE: f64 = 1e-9;

/// The numbers for which a function is least, as far as so many evaluations find them.
pub fn minimise(
    unknowns: &[Unknown],
    evaluations: usize,
    function: &dyn Fn(&[f64]) -> f64,
) -> Vec<f64> {
    let bounded = |point: Vec<f64>| -> Point {
        let within =
            point.iter().zip(unknowns).map(|(it, unknown)| it.clamp(unknown.low, unknown.high));
        let point: Vec<f64> = within.collect();
        let value = function(&point);
        (point, if value.is_finite() { value } else { f64::MAX })
    };
    let start: Vec<f64> = unknowns.iter().map(|it| it.start).collect();
    let mut simplex = vec![bounded(start.clone())];
    for (place, unknown) in unknowns.iter().enumerate() {
        let mut corner = start.clone();
        let up = unknown.start + unknown.step;
        corner[place] = if up <= unknown.high { up } else { unknown.start - unknown.step };
        simplex.push(bounded(corner));
    }
    for _ in 0..evaluations {
        arrange::by(&mut simplex, |one, other| one.1.total_cmp(&other.1));
        let (least, most) = (simplex[0].1, simplex[unknowns.len()].1);
        if most - least <= TOLERANCE * least.abs() {
            break;
        }
        step(&mut simplex, &bounded);
    }
    arrange::by(&mut simplex, |one, other| one.1.total_cmp(&other.1));
    simplex.swap_remove(0).0
}

/// One step: the worst corner is mirrored, stretched or drawn in; else all are drawn to the best.
fn step(simplex: &mut [Point], bounded: &dyn Fn(Vec<f64>) -> Point) {
    let last = simplex.len() - 1;
    let centre: Vec<f64> = (0..last)
        .map(|at| simplex[..last].iter().map(|(point, _)| point[at]).sum::<f64>() / last as f64)
        .collect();
    let worst = simplex[last].clone();
    let along = |factor: f64| {
        let pairs = centre.iter().zip(&worst.0);
        bounded(pairs.map(|(centre, worst)| centre + factor * (centre - worst)).collect())
    };
    let mirrored = along(1.0);
    let better = match mirrored.1 {
        value if value < simplex[0].1 => {
            let stretched = along(2.0);
            if stretched.1 < value { stretched } else { mirrored }
        }
        value if value < simplex[last - 1].1 => mirrored,
        value if value < worst.1 => along(0.5),
        _ => along(-0.5),
    };
    if better.1 < worst.1 {
        simplex[last] = better;
        return;
    }
    let best = simplex[0].0.clone();
    for corner in &mut simplex[1..] {
        let drawn =
            corner.0.iter().zip(&best).map(|(it, best)| f64::midpoint(*it, *best)).collect();
        *corner = bounded(drawn);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Rosenbrock's function (1960) has its least value at (1, 1); Nelder and Mead tried theirs on it.
    #[test]
    fn the_valley_of_rosenbrock_is_followed_to_its_end() {
        let unknown = |start| Unknown { start, step: 0.5, low: -5.0, high: 5.0 };
        let valley = |it: &[f64]| 100.0 * (it[1] - it[0] * it[0]).powi(2) + (1.0 - it[0]).powi(2);
        let found = minimise(&[unknown(-1.2), unknown(1.0)], 1_000, &valley);
        assert!((found[0] - 1.0).abs() < 1e-3 && (found[1] - 1.0).abs() < 1e-3, "{found:?}");
    }

    #[test]
    fn what_lies_outside_of_the_bounds_is_found_at_them() {
        let unknown = Unknown { start: 0.5, step: 0.1, low: 0.0, high: 1.0 };
        let found = minimise(&[unknown], 200, &|it| (it[0] - 7.0).powi(2));
        assert!((found[0] - 1.0).abs() < 1e-6, "{found:?}");
    }
}
