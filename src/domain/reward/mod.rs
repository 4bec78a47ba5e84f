//! Rewards that are no money: a catalogue, points, what they are given for, and what is redeemed.
//!
//! Points are whole numbers in a ledger: each line of it stays as it was written, and somebody's
//! balance is the sum of their lines. What was given wrongly is taken back by a line of its own.

mod check;
pub mod kept;
mod occasion;

pub(crate) use check::taken;
pub use check::{MOST_POINTS, Use, balance, budgets_on, check_redemption, stock_left, used};
pub use kept::{
    EntryKind, PointEntry, Redemption, RedemptionState, RewardBudget, RewardDeed, RewardItem,
    RewardKind, RewardRefused, Training, USUAL_REWARDS,
};
pub use occasion::{Occasion, given_for, worth_points};

use super::arrange;
use super::id::{PersonId, PointEntryId, RedemptionId, RewardItemId, TrainingId};
use super::workspace::Workspace;

/// The lines of somebody's ledger, the latest first.
pub fn ledger_of(workspace: &Workspace, person: PersonId) -> Vec<(PointEntryId, &PointEntry)> {
    let own = workspace.point_entries.iter().filter(|(_, it)| it.person == Some(person));
    let mut lines: Vec<_> = own.collect();
    arrange::by_key(&mut lines, |(id, it)| (std::cmp::Reverse(it.on), *id));
    lines
}

/// What somebody has redeemed, the latest first.
pub fn redeemed_by(workspace: &Workspace, person: PersonId) -> Vec<(RedemptionId, &Redemption)> {
    let own = workspace.redemptions.iter().filter(|(_, it)| it.person == Some(person));
    let mut own: Vec<_> = own.collect();
    arrange::by_key(&mut own, |(id, it)| (std::cmp::Reverse(it.asked), *id));
    own
}

/// The trainings of somebody, the latest first.
pub fn trainings_of(workspace: &Workspace, person: PersonId) -> Vec<(TrainingId, &Training)> {
    let own = workspace.trainings.iter().filter(|(_, it)| it.person == Some(person));
    let mut own: Vec<_> = own.collect();
    arrange::by_key(&mut own, |(id, it)| (std::cmp::Reverse(it.on), *id));
    own
}

/// The catalogue: what is offered first, the cheapest first.
pub fn catalogue(workspace: &Workspace) -> Vec<(RewardItemId, &RewardItem)> {
    let mut items: Vec<_> = workspace.reward_items.iter().collect();
    arrange::by_key(&mut items, |(id, it)| (it.retired, it.points, *id));
    items
}
