//! Thanks: praise on a wall that everybody sees, facts that nobody has thanked for yet, who has
//! waited longest for a word, and the awards of a month, and contests.
//!
//! What people are paid is no part of it and is never read here.

pub mod award;
pub mod contest;
pub mod fact;
pub mod kept;
pub mod waiting;

pub use award::{Award, AwardKind, MOST_WINNERS, awards};
pub use contest::{
    Best, Contest, ContestChange, ContestKind, ContestPart, Counted, Standing, has_counted,
    own_bests, standings, uncounted,
};
pub use fact::{Fact, FactKind, facts};
pub use kept::{Praise, ThanksDeed, ThanksRefused, ThanksRules};
pub use waiting::{Waiting, waiting};

use super::arrange;
use super::calendar::Span;
use super::id::{LeadId, PersonId, PraiseId};
use super::lead::Lead;
use super::pipeline::Outcome;
use super::workspace::Workspace;

/// All praise that still names somebody, the latest first.
pub fn wall(workspace: &Workspace) -> Vec<(PraiseId, &Praise)> {
    let named = |it: &Praise| it.to.iter().any(|id| workspace.people.has(*id));
    let mut wall: Vec<_> = workspace.praises.iter().filter(|(_, it)| named(it)).collect();
    arrange::by_key(&mut wall, |(id, it)| (std::cmp::Reverse(it.on), *id));
    wall
}

/// The deals that were won on some days, with who won them.
fn won_in(workspace: &Workspace, days: Span) -> impl Iterator<Item = (LeadId, &Lead, PersonId)> {
    let won = workspace.leads.iter().filter(|(_, it)| it.outcome(workspace) == Outcome::Won);
    won.filter(move |(_, it)| it.closes.is_some_and(|day| days.holds(day)))
        .filter_map(|(id, it)| Some((id, it, it.owner?)))
        .filter(|(_, _, owner)| workspace.people.has(*owner))
}

#[cfg(test)]
mod tests;
