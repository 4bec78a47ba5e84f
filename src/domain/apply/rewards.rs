//! The rules of rewards. A line of the ledger is written once and never changed.

use super::Context;
use crate::domain::calendar::{Day, Period};
use crate::domain::changes::Changes;
use crate::domain::id::{PersonId, PointEntryId, RedemptionId, RewardItemId, TrainingId};
use crate::domain::label::Label;
use crate::domain::money::Money;
use crate::domain::rejection::Rejection;
use crate::domain::reward::{
    EntryKind, MOST_POINTS, Occasion, PointEntry, Redemption, RedemptionState, RewardBudget,
    RewardDeed, RewardItem, RewardKind, RewardRefused, Training, balance, check_redemption,
    given_for, taken,
};
use crate::domain::workspace::Workspace;

pub(super) fn apply(
    workspace: &Workspace,
    deed: &RewardDeed,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    match deed {
        RewardDeed::SaveItem(id, item) => save_item(workspace, *id, item),
        RewardDeed::Start(items) => start(workspace, items),
        RewardDeed::RemoveItem(id) => remove_item(workspace, *id),
        RewardDeed::Grant(to, points, reason, occasion) => {
            grant(workspace, to, *points, (reason, *occasion), ctx)
        }
        RewardDeed::Reverse(id, reason) => reverse(workspace, *id, reason, ctx),
        RewardDeed::Redeem(id, person, item) => redeem(workspace, *id, *person, *item, ctx),
        RewardDeed::HandOver(id) => hand_over(workspace, *id, ctx),
        RewardDeed::Cancel(id) => cancel(workspace, *id, ctx),
        RewardDeed::SetBudget(period, points, worth) => {
            set_budget(workspace, *period, *points, *worth)
        }
        RewardDeed::SaveTraining(id, it) => save_training(workspace, *id, it, ctx),
        RewardDeed::DeleteTraining(id) => delete_training(workspace, *id),
    }
}

fn refused<T>(why: RewardRefused) -> Result<T, Rejection> {
    Err(Rejection::Reward(Box::new(why)))
}

fn save_item(
    workspace: &Workspace,
    id: RewardItemId,
    item: &RewardItem,
) -> Result<Changes, Rejection> {
    super::check_name(&workspace.reward_items, id, &item.name, |it| &it.name)?;
    if !(1..=MOST_POINTS).contains(&item.points) {
        return refused(RewardRefused::PointsOutOfRange);
    }
    if item.worth.is_some_and(|it| it.minor < 0) {
        return Err(Rejection::AmountNegative);
    }
    let taken = taken(workspace, id);
    if item.stock.is_some_and(|it| it < taken) || item.stock.is_some_and(|it| it < 0) {
        return refused(RewardRefused::StockBelowTaken(taken));
    }
    let name = item.name.trim().to_owned();
    let mut changes = Changes::new(label("reward", "saved", &name));
    changes.put(workspace, id, &RewardItem { name, ..item.clone() });
    Ok(changes)
}

fn start(
    workspace: &Workspace,
    items: &[(RewardItemId, RewardItem)],
) -> Result<Changes, Rejection> {
    let names: Vec<&str> = items.iter().map(|(_, it)| it.name.trim()).collect();
    let mut changes = Changes::new(label("reward", "saved", &names.join(", ")));
    for (id, item) in items {
        changes.writes.extend(save_item(workspace, *id, item)?.writes);
    }
    Ok(changes)
}

fn remove_item(workspace: &Workspace, id: RewardItemId) -> Result<Changes, Rejection> {
    let gone = || Rejection::Reward(Box::new(RewardRefused::ItemGone));
    let item = workspace.reward_items.get(id).ok_or_else(gone)?;
    let redeemed = workspace.redemptions.values().any(|it| it.item == Some(id));
    let deed = if redeemed { "retired" } else { "deleted" };
    let mut changes = Changes::new(label("reward", deed, &item.name));
    match redeemed {
        true => changes.put(workspace, id, &RewardItem { retired: true, ..item.clone() }),
        false => changes.remove::<RewardItem>(workspace, id),
    }
    Ok(changes)
}

fn grant(
    workspace: &Workspace,
    to: &[(PointEntryId, PersonId)],
    points: i64,
    (reason, occasion): (&str, Option<Occasion>),
    ctx: &Context,
) -> Result<Changes, Rejection> {
    if to.is_empty() {
        return refused(RewardRefused::NobodyRewarded);
    }
    if !(1..=MOST_POINTS).contains(&points) {
        return refused(RewardRefused::PointsOutOfRange);
    }
    let reason = reason.trim();
    if reason.is_empty() {
        return refused(RewardRefused::ReasonMissing);
    }
    let mut names = Vec::new();
    for (_, person) in to {
        let known = workspace.people.get(*person).ok_or(Rejection::PersonGone)?;
        if occasion.is_some_and(|it| given_for(workspace, it, *person)) {
            return refused(RewardRefused::AlreadyRewarded(known.name.clone()));
        }
        names.push(known.name.as_str());
    }
    let mut changes = Changes::new(label("points", "given", &names.join(", ")));
    for (drawn, person) in to {
        let entry = PointEntry {
            person: Some(*person),
            on: Some(ctx.today),
            kind: Some(EntryKind::Grant),
            points,
            reason: reason.to_owned(),
            occasion: occasion.map(|it| it.to_string()).unwrap_or_default(),
            ..PointEntry::default()
        };
        let id = grant_id(workspace, occasion, *person, *drawn);
        write(workspace, id, &entry, &mut changes)?;
    }
    Ok(changes)
}

/// What is given with an occasion has the same id on every tablet, so that it is given once; what
/// is given with it once more, after it was taken back, has one of its own.
fn grant_id(
    workspace: &Workspace,
    occasion: Option<Occasion>,
    person: PersonId,
    drawn: PointEntryId,
) -> PointEntryId {
    let known = occasion.map(|it| PointEntryId::of_key(&format!("points/{it}/{person}")));
    known.filter(|it| !workspace.point_entries.has(*it)).unwrap_or(drawn)
}

/// Writes a line of the ledger; one that is there stays as it was written.
fn write(
    workspace: &Workspace,
    id: PointEntryId,
    entry: &PointEntry,
    changes: &mut Changes,
) -> Result<(), Rejection> {
    if workspace.point_entries.has(id) {
        return refused(RewardRefused::EntrySettled);
    }
    changes.put(workspace, id, entry);
    Ok(())
}

fn reverse(
    workspace: &Workspace,
    id: PointEntryId,
    reason: &str,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let given = |it: &&PointEntry| it.kind.unwrap_or_default() == EntryKind::Grant;
    let settled = || Rejection::Reward(Box::new(RewardRefused::EntrySettled));
    let entry = workspace.point_entries.get(id).filter(given).ok_or_else(settled)?;
    let person = entry.person.ok_or(Rejection::PersonGone)?;
    let name = name_of(workspace, person)?;
    if reason.trim().is_empty() {
        return refused(RewardRefused::ReasonMissing);
    }
    let has = balance(workspace, person);
    if has < entry.points {
        return refused(RewardRefused::BalanceTooSmall(name.to_owned(), has, entry.points));
    }
    let back = PointEntry {
        person: Some(person),
        on: Some(ctx.today),
        kind: Some(EntryKind::Reversal),
        points: entry.points.saturating_neg(),
        reason: reason.trim().to_owned(),
        of: Some(id),
        ..PointEntry::default()
    };
    let mut changes = Changes::new(label("points", "taken-back", name));
    write(workspace, PointEntry::reversal(id), &back, &mut changes)?;
    Ok(changes)
}

fn redeem(
    workspace: &Workspace,
    id: RedemptionId,
    person: PersonId,
    item_id: RewardItemId,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let name = name_of(workspace, person)?;
    check_redemption(workspace, person, item_id, ctx.today)
        .map_err(|why| Rejection::Reward(Box::new(why)))?;
    let item = workspace.reward_items.get(item_id).cloned().unwrap_or_default();
    if workspace.redemptions.has(id) {
        return refused(RewardRefused::RedemptionSettled);
    }
    let mut changes = Changes::new(label("redemption", "asked", name));
    let spent = PointEntry {
        person: Some(person),
        on: Some(ctx.today),
        kind: Some(EntryKind::Redemption),
        points: item.points.saturating_neg(),
        reason: item.name.clone(),
        redemption: Some(id),
        ..PointEntry::default()
    };
    let redemption = Redemption {
        person: Some(person),
        item: Some(item_id),
        name: item.name,
        kind: Some(item.kind.unwrap_or_default()),
        points: item.points,
        worth: item.worth,
        asked: Some(ctx.today),
        ..Redemption::default()
    };
    changes.put(workspace, id, &redemption);
    write(workspace, Redemption::entry(id), &spent, &mut changes)?;
    Ok(changes)
}

/// A redemption that is asked for, with who asked.
fn asked(
    workspace: &Workspace,
    id: RedemptionId,
) -> Result<(&Redemption, PersonId, &str), Rejection> {
    let open = |it: &&Redemption| it.state() == RedemptionState::Asked;
    let settled = || Rejection::Reward(Box::new(RewardRefused::RedemptionSettled));
    let found = workspace.redemptions.get(id).filter(open).ok_or_else(settled)?;
    let person = found.person.ok_or(Rejection::PersonGone)?;
    Ok((found, person, name_of(workspace, person)?))
}

/// A course that is handed over is written down with the person.
fn hand_over(workspace: &Workspace, id: RedemptionId, ctx: &Context) -> Result<Changes, Rejection> {
    let (found, person, name) = asked(workspace, id)?;
    let mut changes = Changes::new(label("redemption", "handed", name));
    changes.put(workspace, id, &Redemption { handed: Some(ctx.today), ..found.clone() });
    if found.kind == Some(RewardKind::Course) {
        let (name, on, redemption) = (found.name.clone(), Some(ctx.today), Some(id));
        let training = Training { person: Some(person), name, on, redemption };
        changes.put(workspace, Redemption::training(id), &training);
    }
    Ok(changes)
}

fn cancel(workspace: &Workspace, id: RedemptionId, ctx: &Context) -> Result<Changes, Rejection> {
    let (found, person, name) = asked(workspace, id)?;
    let mut changes = Changes::new(label("redemption", "cancelled", name));
    changes.put(workspace, id, &Redemption { cancelled: Some(ctx.today), ..found.clone() });
    let back = PointEntry {
        person: Some(person),
        on: Some(ctx.today),
        kind: Some(EntryKind::Return),
        points: found.points,
        reason: found.name.clone(),
        redemption: Some(id),
        ..PointEntry::default()
    };
    write(workspace, Redemption::return_entry(id), &back, &mut changes)?;
    Ok(changes)
}

fn set_budget(
    workspace: &Workspace,
    period: Period,
    points: Option<i64>,
    worth: Option<Money>,
) -> Result<Changes, Rejection> {
    if points.is_some_and(|it| it < 0) || worth.is_some_and(|it| it.minor < 0) {
        return refused(RewardRefused::BudgetNegative);
    }
    let mut changes = Changes::new(label("reward-budget", "saved", &period.to_string()));
    let id = RewardBudget::id_of(period);
    // One that is taken away stays as a record without limits: a record that is deleted and made
    // again would bring its old limits back.
    changes.put(workspace, id, &RewardBudget { period: Some(period), points, worth });
    Ok(changes)
}

fn save_training(
    workspace: &Workspace,
    id: TrainingId,
    training: &Training,
    ctx: &Context,
) -> Result<Changes, Rejection> {
    let person = training.person.ok_or(Rejection::PersonGone)?;
    let who = name_of(workspace, person)?;
    let name = training.name.trim().to_owned();
    if name.is_empty() {
        return refused(RewardRefused::TrainingUnnamed);
    }
    if workspace.trainings.get(id).is_some_and(|it| it.redemption.is_some()) {
        return refused(RewardRefused::TrainingGone);
    }
    let on: Option<Day> = training.on.or(Some(ctx.today));
    if let Some(day) = on.filter(|it| ctx.today < *it) {
        return Err(Rejection::DoneAhead(day));
    }
    let mut changes = Changes::new(label("training", "saved", who));
    changes.put(workspace, id, &Training { name, on, redemption: None, person: Some(person) });
    Ok(changes)
}

fn delete_training(workspace: &Workspace, id: TrainingId) -> Result<Changes, Rejection> {
    let by_hand = |it: &&Training| it.redemption.is_none();
    let gone = || Rejection::Reward(Box::new(RewardRefused::TrainingGone));
    let training = workspace.trainings.get(id).filter(by_hand).ok_or_else(gone)?;
    let who = workspace.people.find(training.person).map_or("", |it| it.name.as_str());
    let mut changes = Changes::new(label("training", "deleted", who));
    changes.remove::<Training>(workspace, id);
    Ok(changes)
}

/// Takes people who are deleted out of the rewards. What they were handed has been spent, so it
/// stays without its name and counts in stock and budget; all else of theirs goes.
pub(super) fn forget(
    workspace: &Workspace,
    goes: &dyn Fn(PersonId) -> bool,
    changes: &mut Changes,
) {
    let own = |person: Option<PersonId>| person.is_some_and(goes);
    for (id, _) in workspace.point_entries.iter().filter(|(_, it)| own(it.person)) {
        changes.remove::<PointEntry>(workspace, id);
    }
    for (id, _) in workspace.trainings.iter().filter(|(_, it)| own(it.person)) {
        changes.remove::<Training>(workspace, id);
    }
    for (id, it) in workspace.redemptions.iter().filter(|(_, it)| own(it.person)) {
        match it.state() {
            RedemptionState::Handed => {
                changes.put(workspace, id, &Redemption { person: None, ..it.clone() });
            }
            _ => changes.remove::<Redemption>(workspace, id),
        }
    }
}

fn name_of(workspace: &Workspace, person: PersonId) -> Result<&str, Rejection> {
    workspace.people.get(person).map(|it| it.name.as_str()).ok_or(Rejection::PersonGone)
}

fn label(noun: &str, deed: &str, name: &str) -> Label {
    Label::PeopleChanged(noun.to_owned(), deed.to_owned(), name.to_owned())
}

#[cfg(test)]
mod tests;
