//! The career ladder: levels with criteria, how far somebody is from the next, and promotions.
//!
//! A criterion is measured or judged. What is measured is met or not only where the numbers say so;
//! else nobody can tell, and that is what is said. A level of the ladder is the team's own; how much
//! somebody has seen, by which leads are assigned, is another matter ([`super::people::Level`]).

pub mod kept;
mod reading;
mod ready;

pub use kept::{
    CareerCriterion, CareerDeed, CareerFigure, CareerLevel, CareerRefused, Judgement, LevelStart,
    MOST_QUARTERS, Promotion, USUAL_CRITERIA, USUAL_LEVELS,
};
pub use reading::{Evidence, QuarterWon, Reading, Unknown, Verdict, read};
pub use ready::{Readiness, closed_quarters, months_since, ready};

use super::arrange;
use super::id::{CareerCriterionId, CareerLevelId, PersonId, PromotionId};
use super::workspace::Workspace;

/// The levels, from the lowest.
pub fn ladder(workspace: &Workspace) -> Vec<(CareerLevelId, &CareerLevel)> {
    let mut levels: Vec<_> = workspace.career_levels.iter().collect();
    arrange::by_key(&mut levels, |(id, it)| (it.place, *id));
    levels
}

/// What has to be met for a level, in order.
pub fn criteria_of(
    workspace: &Workspace,
    level: CareerLevelId,
) -> Vec<(CareerCriterionId, &CareerCriterion)> {
    let own = workspace.career_criteria.iter().filter(|(_, it)| it.level == Some(level));
    let mut own: Vec<_> = own.collect();
    arrange::by_key(&mut own, |(id, it)| (it.place, *id));
    own
}

/// The promotions of somebody, the latest first.
pub fn promotions_of(workspace: &Workspace, person: PersonId) -> Vec<(PromotionId, &Promotion)> {
    let own = workspace.promotions.iter().filter(|(_, it)| it.person == Some(person));
    let mut own: Vec<_> = own.collect();
    arrange::by_key(&mut own, |(id, it)| (std::cmp::Reverse((it.on, it.nth)), *id));
    own
}
