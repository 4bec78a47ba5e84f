//! How far somebody is in the tiers of a plan, measured as the plan measures it.

use super::cycle::Turn;
use super::earn::Asked;
use super::facts::Facts;
use super::measure::Stage;
use super::plan::{Axis, Over, Pays, Plan, Whose};
use crate::domain::exact::Exact;

/// How far somebody is in tiers, in minor units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// What was sold, of what the tiers are measured by.
    pub sold: i64,
    /// Where the tiers begin, in order.
    pub bounds: Vec<i64>,
}

/// How far a member is in a period in the first part of the plan that pays for their own deals by
/// tiers of money; none where there is no such part, or it cannot be measured.
pub fn reach(plan: &Plan, facts: &Facts, (member, turn): (usize, Turn)) -> Option<Reach> {
    let stage = Stage::new(plan, facts).ok()?;
    let turn = stage.book.turns.iter().position(|it| *it == turn)?;
    let own = |(place, it): (usize, &super::plan::Component)| match &it.pays {
        Pays::Commission(earning) if it.of == Whose::Own => Some((place, earning.tiers.clone()?)),
        _ => None,
    };
    let (place, tiers) = plan.components.iter().enumerate().find_map(own)?;
    if tiers.measure.over == Over::Deal {
        return None;
    }
    let asked = Asked { place, sellers: vec![member], member, of: Some(Whose::Own), turn };
    let turns = stage.turns(turn, tiers.measure.over);
    let ((sold, axis), unit) = stage.sold(&asked, tiers.measure, &turns).ok()?;
    if !matches!(axis, Axis::Amount | Axis::Margin) {
        return None;
    }
    let bounds = tiers.steps.iter().filter_map(|it| it.from.times(unit)).map(Exact::rounded);
    Some(Reach { sold: sold.rounded(), bounds: bounds.collect() })
}
