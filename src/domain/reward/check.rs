//! What points add up to, and whether balance, stock and budget reach for something.

use super::{Redemption, RedemptionState, RewardBudget, RewardRefused};
use crate::domain::calendar::{Day, Period, Span};
use crate::domain::id::{PersonId, RewardItemId};
use crate::domain::money::Money;
use crate::domain::workspace::Workspace;

/// The most points that are given at once, or that something costs.
pub const MOST_POINTS: i64 = 1_000_000;

/// Somebody's balance: the sum of their lines. It is held at the ends of the range, which no number
/// of lines that this version writes comes near.
pub fn balance(workspace: &Workspace, person: PersonId) -> i64 {
    let own = workspace.point_entries.values().filter(|it| it.person == Some(person));
    let sum: i128 = own.map(|it| i128::from(it.points)).sum();
    sum.clamp(i64::MIN.into(), i64::MAX.into()) as i64
}

/// How many of an item are left; none where there are any number. Below zero where two tablets
/// gave the last one away.
pub fn stock_left(workspace: &Workspace, id: RewardItemId) -> Option<i64> {
    let stock = workspace.reward_items.get(id)?.stock?;
    Some(stock.saturating_sub(taken(workspace, id)))
}

/// How many of an item were redeemed and not cancelled.
pub(crate) fn taken(workspace: &Workspace, id: RewardItemId) -> i64 {
    let of = |it: &&Redemption| it.item == Some(id) && it.state() != RedemptionState::Cancelled;
    workspace.redemptions.values().filter(of).count() as i64
}

/// What of a budget is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Use {
    /// In points.
    pub points: i64,
    /// In money of the budget's currency; none where it has no limit in money.
    pub worth: Option<Money>,
    /// How many redemptions say nothing of their worth in that currency.
    pub unknown: u64,
}

/// What of a budget is used: what was asked for in its period and not cancelled.
pub fn used(workspace: &Workspace, budget: &RewardBudget) -> Use {
    let days = days(workspace, budget);
    let counts = |it: &&Redemption| {
        it.state() != RedemptionState::Cancelled
            && it.asked.is_some_and(|day| days.is_some_and(|days| days.holds(day)))
    };
    let mut found = Use { points: 0, worth: None, unknown: 0 };
    let mut minor = 0_i64;
    for it in workspace.redemptions.values().filter(counts) {
        found.points = found.points.saturating_add(it.points);
        let Some(limit) = budget.worth else { continue };
        match it.worth.filter(|it| it.currency == limit.currency) {
            Some(worth) => minor = minor.saturating_add(worth.minor),
            None => found.unknown += 1,
        }
    }
    Use { worth: budget.worth.map(|it| Money::new(minor, it.currency)), ..found }
}

fn days(workspace: &Workspace, budget: &RewardBudget) -> Option<Span> {
    budget.period?.span(workspace.settings().fiscal_start())
}

/// The budgets whose periods hold a day, the shortest period first.
pub fn budgets_on(workspace: &Workspace, day: Day) -> Vec<(Period, &RewardBudget)> {
    let holds = |it: &RewardBudget| days(workspace, it).is_some_and(|it| it.holds(day));
    let mut budgets: Vec<(Period, &RewardBudget)> = workspace
        .reward_budgets
        .values()
        .filter(|it| holds(it))
        .filter_map(|it| Some((it.period?, it)))
        .collect();
    crate::domain::arrange::by_key(&mut budgets, |(period, _)| std::cmp::Reverse(*period));
    budgets
}

/// Whether a person can redeem an item on a day.
///
/// # Errors
/// What does not reach: the item is gone or offered no more, none is left, the balance or a budget
/// is too small.
pub fn check_redemption(
    workspace: &Workspace,
    person: PersonId,
    id: RewardItemId,
    today: Day,
) -> Result<(), RewardRefused> {
    let item = workspace.reward_items.get(id).ok_or(RewardRefused::ItemGone)?;
    if item.retired {
        return Err(RewardRefused::ItemRetired(item.name.clone()));
    }
    if stock_left(workspace, id).is_some_and(|it| it <= 0) {
        return Err(RewardRefused::StockGone(item.name.clone()));
    }
    let balance = balance(workspace, person);
    if balance < item.points {
        let name = workspace.people.get(person).map(|it| it.name.clone());
        return Err(RewardRefused::BalanceTooSmall(name.unwrap_or_default(), balance, item.points));
    }
    for (period, budget) in budgets_on(workspace, today) {
        let used = used(workspace, budget);
        if let Some(limit) = budget.points
            && limit.saturating_sub(used.points) < item.points
        {
            let left = limit.saturating_sub(used.points).max(0);
            return Err(RewardRefused::BudgetPoints(period, left, item.points));
        }
        if let (Some(limit), Some(spent)) = (budget.worth, used.worth) {
            let Some(worth) = item.worth.filter(|it| it.currency == limit.currency) else {
                return Err(RewardRefused::WorthUnknown(item.name.clone(), period));
            };
            let left = limit.minor.saturating_sub(spent.minor);
            if left < worth.minor {
                let left = Money::new(left.max(0), limit.currency);
                return Err(RewardRefused::BudgetWorth(period, left, worth));
            }
        }
    }
    Ok(())
}
