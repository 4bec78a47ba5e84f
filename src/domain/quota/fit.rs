//! Amounts that meet several demands at once, as near to given proportions as they can be, in
//! whole units.
//!
//! Three steps:
//! 1. Places that lie in the same demands are one class; a demand is a sum of classes.
//! 2. The totals of the classes are found by raking, also called iterative proportional fitting
//!    (Deming and Stephan, "On a least squares adjustment of a sampled frequency table when the
//!    expected marginal totals are known", 1940): each demand in turn scales its classes to its
//!    amount, until all hold. This keeps proportions as far as the demands allow.
//! 3. The totals are rounded, and the demands are solved exactly for one class each, the largest
//!    there is (Gauss–Jordan elimination in whole numbers), so that the rounding ends up where it
//!    is smallest in proportion. Within a class the total is split by the largest remainder
//!    ([`split`]): first over people, then over months.

use std::collections::BTreeMap;

use super::MONTHS;
use crate::domain::split::split;

/// Some places are to add up to an amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The places.
    pub places: Vec<usize>,
    /// What they are to add up to.
    pub amount: i64,
}

/// Places, in order, that lie in the same demands and so stand for each other.
struct Class {
    places: Vec<usize>,
    demands: Vec<usize>,
    total: f64,
}

/// How often all demands are raked before what is left over goes to the exact step.
const ROUNDS: usize = 2_000;

/// What a sum may be off, in minor units, for raking to end.
const CLOSE: f64 = 0.01;

/// Amounts that meet all demands: fixed places and those in no demand keep theirs, the others
/// follow the weights.
///
/// # Errors
/// The place of a demand that cannot be met together with those before it.
pub fn fit(
    amounts: &[i64],
    weights: &[i64],
    fixed: &[bool],
    demands: &[Demand],
) -> Result<Vec<i64>, usize> {
    let free_amount = |demand: &Demand| {
        let fixed = demand.places.iter().filter(|place| fixed[**place]);
        demand.amount - fixed.map(|place| amounts[*place]).sum::<i64>()
    };
    let targets: Vec<i64> = demands.iter().map(free_amount).collect();
    if let Some(unmet) = targets.iter().position(|it| *it < 0) {
        return Err(unmet);
    }
    let mut classes = classes(weights, fixed, demands);
    let members = members(&classes, demands.len());
    weigh_the_weightless(&mut classes, &members, &targets);
    rake(&mut classes, &members, &targets);
    let totals = whole_totals(&classes, &targets)?;
    let mut fitted = amounts.to_vec();
    for (class, total) in classes.iter().zip(totals) {
        let shares = share_out(total, &class.places, weights);
        class.places.iter().zip(shares).for_each(|(place, share)| fitted[*place] = share);
    }
    Ok(fitted)
}

/// The same in whole steps, where each demand leaves whole steps for what is not fixed; so a plan in
/// whole units stays in whole units. Where that cannot be, as the amounts are.
///
/// # Errors
/// As those of [`fit`].
pub fn fit_in_steps(
    step: i64,
    amounts: &[i64],
    weights: &[i64],
    fixed: &[bool],
    demands: &[Demand],
) -> Result<Vec<i64>, usize> {
    let in_steps = |demand: &Demand| {
        let (kept, places): (Vec<usize>, Vec<usize>) =
            demand.places.iter().copied().partition(|place| fixed[*place]);
        let amount = demand.amount - kept.into_iter().map(|it| amounts[it]).sum::<i64>();
        (amount % step == 0).then(|| Demand { places, amount: amount / step })
    };
    let coarse: Option<Vec<Demand>> = match 1 < step {
        true => demands.iter().map(in_steps).collect(),
        false => None,
    };
    let fitted = coarse.and_then(|coarse| {
        let mut fitted = fit(amounts, weights, fixed, &coarse).ok()?;
        let mut is_fitted = vec![false; fitted.len()];
        let places = coarse.iter().flat_map(|it| it.places.iter().copied());
        for place in places {
            if !std::mem::replace(&mut is_fitted[place], true) {
                fitted[place] *= step;
            }
        }
        Some(fitted)
    });
    fitted.map_or_else(|| fit(amounts, weights, fixed, demands), Ok)
}

/// Shares a class's total out to its people, then each one's share over the months, so that people
/// of the same weight differ by a unit at most over the year as well.
pub(super) fn share_out(total: i64, places: &[usize], weights: &[i64]) -> Vec<i64> {
    let rows: Vec<Vec<i64>> = places
        .chunk_by(|one, other| one / MONTHS == other / MONTHS)
        .map(|row| row.iter().map(|place| weights[*place]).collect())
        .collect();
    let is_weightless = rows.iter().flatten().all(|it| *it == 0);
    let weight = |row: &Vec<i64>| if is_weightless { row.len() as i64 } else { row.iter().sum() };
    let totals = split(total, &rows.iter().map(weight).collect::<Vec<i64>>());
    rows.iter().zip(totals).flat_map(|(row, total)| split(total, row)).collect()
}

fn classes(weights: &[i64], fixed: &[bool], demands: &[Demand]) -> Vec<Class> {
    let mut signatures: Vec<Vec<usize>> = vec![Vec::new(); weights.len()];
    for (number, demand) in demands.iter().enumerate() {
        demand.places.iter().for_each(|place| signatures[*place].push(number));
    }
    let mut classes: BTreeMap<Vec<usize>, Vec<usize>> = BTreeMap::new();
    for (place, signature) in signatures.into_iter().enumerate() {
        if !fixed[place] && !signature.is_empty() {
            classes.entry(signature).or_default().push(place);
        }
    }
    let class = |(demands, places): (Vec<usize>, Vec<usize>)| {
        let total = places.iter().map(|it| weights[*it] as f64).sum();
        Class { places, demands, total }
    };
    classes.into_iter().map(class).collect()
}

/// For each demand, the classes in it.
fn members(classes: &[Class], demands: usize) -> Vec<Vec<usize>> {
    let is_in = |class: &usize, demand| classes[*class].demands.contains(&demand);
    let within = |demand| (0..classes.len()).filter(|it| is_in(it, demand)).collect();
    (0..demands).map(within).collect()
}

/// Where nothing in a demand weighs anything, its places count alike.
fn weigh_the_weightless(classes: &mut [Class], members: &[Vec<usize>], targets: &[i64]) {
    for (target, within) in targets.iter().zip(members) {
        let sum: f64 = within.iter().map(|it| classes[*it].total).sum();
        if 0 < *target && sum == 0.0 {
            within.iter().for_each(|it| classes[*it].total = classes[*it].places.len() as f64);
        }
    }
}

fn rake(classes: &mut [Class], members: &[Vec<usize>], targets: &[i64]) {
    for _ in 0..ROUNDS {
        let mut off = 0.0_f64;
        for (target, within) in targets.iter().zip(members) {
            let sum: f64 = within.iter().map(|it| classes[*it].total).sum();
            off = off.max((sum - *target as f64).abs());
            if 0.0 < sum {
                let factor = *target as f64 / sum;
                within.iter().for_each(|it| classes[*it].total *= factor);
            }
        }
        if off < CLOSE {
            return;
        }
    }
}

/// A demand as an equation over the totals of classes.
struct Equation {
    factors: Vec<i64>,
    sum: i128,
    solved_for: Option<usize>,
}

impl Equation {
    /// Takes another equation away so often that a class is in it no more.
    fn eliminate(&mut self, class: usize, other: &Equation) {
        let times = self.factors[class] / other.factors[class];
        let pairs = self.factors.iter_mut().zip(&other.factors);
        pairs.for_each(|(factor, it)| *factor -= times * it);
        self.sum -= i128::from(times) * other.sum;
    }

    /// Whether the class that it is solved for would have to be below zero.
    fn is_short(&self, totals: &[i64]) -> bool {
        self.solved_for.is_some_and(|class| self.value(class, totals) < 0)
    }

    /// What the class that it is solved for must be, the others given.
    fn value(&self, class: usize, totals: &[i64]) -> i128 {
        let others = self.factors.iter().zip(totals).enumerate().filter(|(it, _)| *it != class);
        let others: i128 =
            others.map(|(_, (it, total))| i128::from(*it) * i128::from(*total)).sum();
        (self.sum - others) * i128::from(self.factors[class])
    }
}

fn whole_totals(classes: &[Class], targets: &[i64]) -> Result<Vec<i64>, usize> {
    let equations = solved(classes, targets)?;
    let mut totals: Vec<i64> = classes.iter().map(|it| it.total.round() as i64).collect();
    // A solved class may fall short of zero by what was rounded: then others move by a unit.
    let mut tries = 4 * classes.len() + 4;
    while let Some(short) = equations.iter().position(|it| it.is_short(&totals)) {
        let (class, change) = relief(&equations, &totals, short).ok_or(short)?;
        totals[class] += change;
        tries = tries.checked_sub(1).ok_or(short)?;
    }
    for (number, equation) in equations.iter().enumerate() {
        if let Some(class) = equation.solved_for {
            let value = equation.value(class, &totals);
            totals[class] = i64::try_from(value).map_err(|_| number)?;
        }
    }
    Ok(totals)
}

/// A class that no equation is solved for, and the unit by which it is to move, so that the class
/// of a short equation grows: the largest that can give, else one that can take.
fn relief(equations: &[Equation], totals: &[i64], short: usize) -> Option<(usize, i64)> {
    let factors = &equations[short].factors;
    let sign = factors[equations[short].solved_for?];
    let is_given = |class: &usize| equations.iter().all(|it| it.solved_for != Some(*class));
    let given = || (0..totals.len()).filter(is_given);
    let gives = given().filter(|it| 0 < sign * factors[*it] && 0 < totals[*it]);
    let giver = gives.max_by_key(|it| totals[*it]).map(|it| (it, -1));
    giver.or_else(|| given().find(|it| sign * factors[*it] < 0).map(|it| (it, 1)))
}

/// The demands, each solved for a class of its own that is in no other; those that follow from
/// others are solved for none.
fn solved(classes: &[Class], targets: &[i64]) -> Result<Vec<Equation>, usize> {
    let equation = |(number, target): (usize, &i64)| {
        let factor = |class: &Class| i64::from(class.demands.contains(&number));
        let factors = classes.iter().map(factor).collect();
        Equation { factors, sum: i128::from(*target), solved_for: None }
    };
    let mut equations: Vec<Equation> = targets.iter().enumerate().map(equation).collect();
    for number in 0..equations.len() {
        let is_unit = |class: &usize| equations[number].factors[*class].abs() == 1;
        let largest = |a: &usize, b: &usize| classes[*a].total.total_cmp(&classes[*b].total);
        let Some(class) = (0..classes.len()).filter(is_unit).max_by(largest) else {
            let follows = equations[number].factors.iter().all(|it| *it == 0);
            match follows && equations[number].sum == 0 {
                true => continue,
                false => return Err(number),
            }
        };
        equations[number].solved_for = Some(class);
        let (before, rest) = equations.split_at_mut(number);
        let Some((this, after)) = rest.split_first_mut() else { continue };
        before.iter_mut().chain(after).for_each(|it| it.eliminate(class, this));
    }
    Ok(equations)
}
