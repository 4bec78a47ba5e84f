//! What is said of balances, the ledger, the catalogue and budgets.

use super::*;
use crate::domain::id::PointEntryId;
use crate::domain::reward::{EntryKind, PointEntry, RewardRefused};
use crate::present::for_tests::{ANN, BOB, day, put, team, yuan_of};

const MUG: RewardItemId = RewardItemId::drawn(1);

fn today() -> Day {
    day("2026-11-25")
}

/// Ann was given 500 and asked for a mug of 300.
fn workspace() -> Workspace {
    let mut workspace = team();
    let mug = RewardItem {
        name: "Mug".to_owned(),
        points: 300,
        stock: Some(2),
        worth: Some(yuan_of(50)),
        ..Default::default()
    };
    put(&mut workspace, MUG, &mug);
    let line = |points, kind| PointEntry {
        person: Some(ANN),
        on: Some(day("2026-11-20")),
        points,
        kind: Some(kind),
        reason: "Helped".to_owned(),
        ..Default::default()
    };
    put(&mut workspace, PointEntryId::drawn(1), &line(500, EntryKind::Grant));
    put(&mut workspace, PointEntryId::drawn(2), &line(-300, EntryKind::Redemption));
    let asked = Redemption {
        person: Some(ANN),
        item: Some(MUG),
        name: "Mug".to_owned(),
        points: 300,
        worth: Some(yuan_of(50)),
        asked: Some(day("2026-11-20")),
        ..Default::default()
    };
    put(&mut workspace, RedemptionId::drawn(1), &asked);
    let period = Period::Quarter(2026, 4);
    let budget = RewardBudget { period: Some(period), points: Some(400), worth: None };
    put(&mut workspace, RewardBudget::id_of(period), &budget);
    workspace
}

#[test]
fn the_manager_sees_what_waits_who_holds_points_and_what_is_left() {
    let view = rewards_view(&workspace(), Lang::En, today());
    assert_eq!(view.headline, "Points that people hold: 200. Waiting to be handed over: 1.");
    assert_eq!(
        (view.waiting[0].who.as_str(), view.waiting[0].what.as_str()),
        ("Ann", "Mug · Gift")
    );
    assert!(view.settled.is_empty());
    let held: Vec<_> = view.balances.iter().map(|it| (&*it.name, &*it.points)).collect();
    assert_eq!(held, [("Ann", "200"), ("Bob", "0"), ("Cy", "0")]);
    assert_eq!(view.items[0].note, "Gift · CN¥50 · left: 1");
    assert_eq!(view.budgets[0].note, "300 of 400 points redeemed, left: 100");
    assert_eq!(view.budgets[0].share, 0.75);
}

#[test]
fn a_person_sees_every_line_and_why_something_cannot_be_redeemed() {
    let view = points_view(&workspace(), Lang::En, today(), ANN);
    let points: Vec<_> = view.lines.iter().map(|it| (&*it.points, it.can_go)).collect();
    assert_eq!((view.balance.as_str(), points), ("200", vec![("+500", true), ("−300", false)]));
    assert_eq!(view.offers[0].why_not, "Ann holds 200 points, and 300 are needed.");
    let other = points_view(&workspace(), Lang::Zh, today(), BOB);
    assert_eq!((other.lines.len(), other.redeemed.len()), (0, 0));
    assert_eq!(other.offers[0].why_not, "Bob现有 0 分，需要 300 分。");
}

#[test]
fn a_refusal_says_what_is_left_and_what_is_needed() {
    let why = RewardRefused::BudgetPoints(Period::Quarter(2026, 4), 100, 300);
    assert_eq!(
        refused(Lang::En, &why),
        "The budget of Q4 2026 has 100 points left, and 300 are needed. Raise the budget, or wait for the next period."
    );
    assert_eq!(points_of(Lang::En, i128::from(i64::MIN)), "−9,223,372,036,854,775,808");
}

#[test]
fn the_journal_says_what_was_done_and_nothing_of_what_was_said() {
    let done = |noun, deed, name| crate::present::people_words::done(Lang::En, noun, deed, name);
    assert_eq!(done("reward-budget", "saved", "2026-Q4"), "Budget of rewards: Q4 2026");
    assert_eq!(done("redemption", "cancelled", "Ann"), "Redemption cancelled: Ann");
    assert_eq!(done("points", "taken-back", "Ann"), "Points taken back: Ann");
    assert_eq!(done("ladder", "arranged", ""), "Order of the career ladder");
    assert_eq!(done("training", "deleted", "Ann"), "Deleted: Training, Ann");
}
