//! The rules of rewards, on a ledger that can be added up by hand, and on random ones.

use super::*;
use crate::domain::command::Command;
use crate::domain::for_tests::take;
use crate::domain::money::Currency;
use crate::domain::reward::{stock_left, used};
use crate::domain::thanks::{AwardKind, Praise};
use crate::present::for_tests::{ANN, BOB, CY, WON, day, lead, put, team, yuan_of};

const MUG: RewardItemId = RewardItemId::drawn(1);
const ASKED: RedemptionId = RedemptionId::drawn(1);
const GIVEN: PointEntryId = PointEntryId::drawn(1);

fn ctx() -> Context {
    Context { today: day("2026-11-25") }
}

fn give(workspace: &mut Workspace, deed: RewardDeed) -> Result<(), Rejection> {
    let changes = super::super::apply(workspace, &Command::Reward(Box::new(deed)), &ctx())?;
    take(workspace, &changes);
    Ok(())
}

fn because(why: RewardRefused) -> Result<(), Rejection> {
    Err(Rejection::Reward(Box::new(why)))
}

fn mug() -> RewardItem {
    let worth = Some(yuan_of(50));
    RewardItem { name: "Mug".to_owned(), points: 300, stock: Some(2), worth, ..Default::default() }
}

fn granted(to: &[PersonId], points: i64) -> RewardDeed {
    let to = to.iter().zip(1..).map(|(it, nth)| (PointEntryId::drawn(nth), *it)).collect();
    RewardDeed::Grant(to, points, " Helped ".to_owned(), None)
}

fn started(points: i64) -> Workspace {
    let mut workspace = team();
    put(&mut workspace, MUG, &mug());
    give(&mut workspace, granted(&[ANN], points)).expect("points");
    workspace
}

#[test]
fn what_is_not_whole_is_refused() {
    use RewardRefused::*;
    let mut workspace = started(300);
    let item = |item| RewardDeed::SaveItem(MUG, Box::new(item));
    let mut check = |deed, why| assert_eq!(give(&mut workspace, deed), because(why));
    check(item(RewardItem { points: 0, ..mug() }), PointsOutOfRange);
    check(item(RewardItem { points: MOST_POINTS + 1, ..mug() }), PointsOutOfRange);
    check(item(RewardItem { stock: Some(-1), ..mug() }), StockBelowTaken(0));
    check(granted(&[], 5), NobodyRewarded);
    check(granted(&[BOB], 0), PointsOutOfRange);
    let silent = RewardDeed::Grant(vec![(GIVEN, BOB)], 5, " ".to_owned(), None);
    check(silent, ReasonMissing);
    let ahead = Training { person: Some(ANN), ..Training::default() };
    check(RewardDeed::SaveTraining(TrainingId::drawn(1), Box::new(ahead)), TrainingUnnamed);
}

/// 500 are given and 300 spent; 300 come back and 500 are taken back: 500, 200, 500, 0.
#[test]
fn points_come_and_go_by_lines_that_stay() {
    let mut workspace = started(500);
    let mut step = |deed| {
        give(&mut workspace, deed).expect("done");
        (balance(&workspace, ANN), workspace.point_entries.len(), stock_left(&workspace, MUG))
    };
    assert_eq!(step(RewardDeed::Redeem(ASKED, ANN, MUG)), (200, 2, Some(1)));
    assert_eq!(step(RewardDeed::Cancel(ASKED)), (500, 3, Some(2)));
    assert_eq!(step(RewardDeed::Reverse(GIVEN, "Wrong person".to_owned())), (0, 4, Some(2)));
    let again = give(&mut workspace, RewardDeed::Reverse(GIVEN, "Once more".to_owned()));
    assert!(again.is_err());
    let again = give(&mut workspace, RewardDeed::HandOver(ASKED));
    assert_eq!(again, because(RewardRefused::RedemptionSettled));
}

#[test]
fn balance_stock_and_budget_have_to_reach() {
    use RewardRefused::*;
    let mut workspace = started(1_000);
    let ask = |workspace: &mut Workspace, nth, person| {
        give(workspace, RewardDeed::Redeem(RedemptionId::drawn(nth), person, MUG))
    };
    let short = BalanceTooSmall("Bob".to_owned(), 0, 300);
    assert_eq!(ask(&mut workspace, 1, BOB), because(short));
    let quarter = Period::Quarter(2026, 4);
    give(&mut workspace, RewardDeed::SetBudget(quarter, Some(500), None)).expect("a budget");
    assert_eq!(ask(&mut workspace, 1, ANN), Ok(()));
    assert_eq!(ask(&mut workspace, 2, ANN), because(BudgetPoints(quarter, 200, 300)));
    let worth = Some(yuan_of(99));
    give(&mut workspace, RewardDeed::SetBudget(quarter, None, worth)).expect("a budget");
    let left = BudgetWorth(quarter, yuan_of(49), yuan_of(50));
    assert_eq!(ask(&mut workspace, 2, ANN), because(left));
    let dollars = Some(Money::new(1_000, Currency::USD));
    give(&mut workspace, RewardDeed::SetBudget(quarter, None, dollars)).expect("a budget");
    let unknown = WorthUnknown("Mug".to_owned(), quarter);
    assert_eq!(ask(&mut workspace, 2, ANN), because(unknown));
    let budget = workspace.reward_budgets.values().next().expect("a budget");
    assert_eq!(used(&workspace, budget).unknown, 1);
    give(&mut workspace, RewardDeed::SetBudget(quarter, None, None)).expect("none");
    assert_eq!(ask(&mut workspace, 2, ANN), Ok(()));
    assert_eq!(ask(&mut workspace, 3, ANN), because(StockGone("Mug".to_owned())));
    let fewer = RewardDeed::SaveItem(MUG, Box::new(RewardItem { stock: Some(1), ..mug() }));
    assert_eq!(give(&mut workspace, fewer), because(StockBelowTaken(2)));
}

#[test]
fn what_was_redeemed_is_retired_and_all_else_deleted() {
    let mut workspace = started(300);
    give(&mut workspace, RewardDeed::Redeem(ASKED, ANN, MUG)).expect("asked");
    give(&mut workspace, RewardDeed::RemoveItem(MUG)).expect("retired");
    assert!(workspace.reward_items.get(MUG).is_some_and(|it| it.retired));
    let retired = give(&mut workspace, RewardDeed::Redeem(RedemptionId::drawn(2), ANN, MUG));
    assert_eq!(retired, because(RewardRefused::ItemRetired("Mug".to_owned())));
    let pen = RewardItemId::drawn(2);
    put(&mut workspace, pen, &RewardItem { name: "Pen".to_owned(), ..mug() });
    give(&mut workspace, RewardDeed::RemoveItem(pen)).expect("deleted");
    assert!(!workspace.reward_items.has(pen));
}

#[test]
fn a_course_that_is_handed_over_is_written_down_with_the_person() {
    let mut workspace = started(300);
    let course = RewardItem { kind: Some(RewardKind::Course), ..mug() };
    put(&mut workspace, MUG, &course);
    give(&mut workspace, RewardDeed::Redeem(ASKED, ANN, MUG)).expect("asked");
    assert!(workspace.trainings.is_empty());
    give(&mut workspace, RewardDeed::HandOver(ASKED)).expect("handed over");
    let training = workspace.trainings.get(Redemption::training(ASKED)).expect("a training");
    let expect = (Some(ANN), "Mug", Some(ctx().today));
    assert_eq!((training.person, training.name.as_str(), training.on), expect);
    let delete = RewardDeed::DeleteTraining(Redemption::training(ASKED));
    assert_eq!(give(&mut workspace, delete), because(RewardRefused::TrainingGone));
}

#[test]
fn praise_and_an_award_bring_points_once() {
    let mut workspace = started(1);
    let praise = crate::domain::id::PraiseId::drawn(1);
    put(
        &mut workspace,
        praise,
        &Praise { to: vec![BOB], on: Some(ctx().today), ..Default::default() },
    );
    lead(&mut workspace, 1, Some(CY), WON, 100, "2026-10-12");
    let award = Occasion::Award(Period::Month(2026, 10), AwardKind::Wins);
    let open = Occasion::open(&workspace, ctx().today);
    assert!(open.contains(&Occasion::Praise(praise)) && open.contains(&award), "{open:?}");
    let with = |nth, person, occasion| {
        let to = vec![(PointEntryId::drawn(nth), person)];
        RewardDeed::Grant(to, 10, "Praised".to_owned(), Some(occasion))
    };
    give(&mut workspace, with(10, BOB, Occasion::Praise(praise))).expect("points");
    let again = give(&mut workspace, with(11, BOB, Occasion::Praise(praise)));
    assert_eq!(again, because(RewardRefused::AlreadyRewarded("Bob".to_owned())));
    let given = workspace.point_entries.iter().find(|(_, it)| it.person == Some(BOB));
    let id = given.expect("a line").0;
    give(&mut workspace, RewardDeed::Reverse(id, "Not so".to_owned())).expect("taken back");
    give(&mut workspace, with(12, BOB, Occasion::Praise(praise))).expect("points again");
    assert_eq!(balance(&workspace, BOB), 10);
    let texts = [Occasion::Praise(praise), award].map(|it| it.to_string().parse());
    assert_eq!(texts, [Ok(Occasion::Praise(praise)), Ok(award)]);
}

#[test]
fn who_is_deleted_leaves_the_ledger_and_what_was_spent_stays_spent() {
    let mut workspace = started(1_000);
    give(&mut workspace, RewardDeed::Redeem(ASKED, ANN, MUG)).expect("asked");
    give(&mut workspace, RewardDeed::HandOver(ASKED)).expect("handed over");
    give(&mut workspace, RewardDeed::Redeem(RedemptionId::drawn(2), ANN, MUG)).expect("asked");
    let changes = super::super::apply(&workspace, &Command::DeletePerson(ANN), &ctx());
    take(&mut workspace, &changes.expect("deleted"));
    assert!(workspace.point_entries.is_empty());
    assert_eq!(stock_left(&workspace, MUG), Some(1));
    assert!(workspace.redemptions.values().all(|it| it.person.is_none()));
}

mod random {
    use super::*;
    use crate::journal::document::Document;
    use crate::journal::ledger::{Direction, Ledger};
    use crate::journal::stamp::Writer;
    use proptest::prelude::*;

    const PEOPLE: [PersonId; 3] = [ANN, BOB, CY];

    /// A deed of two numbers, over few records, so that deeds meet.
    fn deed(kind: u8, nth: u64, points: i64) -> RewardDeed {
        let (person, item) = (PEOPLE[nth as usize % 3], RewardItemId::drawn(nth % 2));
        let asked = RedemptionId::drawn(nth % 12);
        match kind {
            0 => {
                let name = format!("Item {}", nth % 2);
                let stock = Some(points % 4);
                let kind = Some(RewardKind::ALL[nth as usize % 4]);
                let item_now = RewardItem { name, points, stock, kind, ..Default::default() };
                RewardDeed::SaveItem(item, Box::new(item_now))
            }
            1 => RewardDeed::RemoveItem(item),
            2 => RewardDeed::Reverse(PointEntryId::drawn(nth), "Wrong".to_owned()),
            3 => RewardDeed::HandOver(asked),
            4 => RewardDeed::Cancel(asked),
            5 => RewardDeed::SetBudget(Period::Year(2026), Some(10 * points), None),
            6 | 7 => RewardDeed::Redeem(asked, person, item),
            _ => {
                let to = vec![(PointEntryId::drawn(nth), person)];
                RewardDeed::Grant(to, points, "Well done".to_owned(), None)
            }
        }
    }

    fn begun() -> Ledger {
        let writer = Writer { device: 1, tab: 1 };
        let mut ledger = Ledger::new(writer, Document::default(), Vec::new()).expect("a ledger");
        for (nth, id) in PEOPLE.into_iter().enumerate() {
            let person =
                crate::domain::people::Person { name: nth.to_string(), ..Default::default() };
            let command = Command::SavePerson(id, Box::new(person));
            let changes = super::super::super::apply(ledger.workspace(), &command, &ctx());
            let entry = ledger.prepare(changes.expect("a person"), 1);
            ledger.receive(&entry).expect("an entry");
        }
        ledger
    }

    proptest! {
        /// Whatever is done, a balance is the sum of its lines and never below zero, no line that
        /// was written changes, stock and budget are never overdrawn, and undo restores the start.
        #[test]
        fn balances_are_sums_and_nothing_is_overdrawn(deeds in prop::collection::vec((0_u8..12, 0_u64..60, 1_i64..400), 1..120)) {
            let mut ledger = begun();
            let start = ledger.workspace().clone();
            let mut kept: std::collections::BTreeMap<PointEntryId, PointEntry> = Default::default();
            for (now, (kind, nth, points)) in deeds.into_iter().enumerate() {
                let command = Command::Reward(Box::new(deed(kind, nth, points)));
                let Ok(changes) = super::super::super::apply(ledger.workspace(), &command, &ctx()) else { continue };
                if changes.writes.is_empty() {
                    continue;
                }
                let entry = ledger.prepare(changes, 2 + now as u64);
                ledger.commit(&entry).expect("an entry");
                let workspace = ledger.workspace();
                for (id, line) in &kept {
                    prop_assert_eq!(workspace.point_entries.get(*id), Some(line));
                }
                kept.extend(workspace.point_entries.iter().map(|(id, it)| (id, it.clone())));
                for person in PEOPLE {
                    let own = kept.values().filter(|it| it.person == Some(person));
                    let sum: i64 = own.map(|it| it.points).sum();
                    prop_assert_eq!(balance(workspace, person), sum);
                    prop_assert!(0 <= sum);
                }
                for (id, _) in workspace.reward_items.iter() {
                    prop_assert!(stock_left(workspace, id).is_none_or(|it| 0 <= it));
                }
            }
            while let Ok(entry) = ledger.prepare_step(Direction::Undo, 500) {
                ledger.commit(&entry).expect("an entry");
            }
            prop_assert_eq!(ledger.workspace(), &start);
        }
    }
}

#[test]
fn the_usual_rewards_are_put_in_at_once() {
    use crate::i18n::Lang;
    use crate::present::rewards::usual_rewards;
    let mut workspace = team();
    let items = |lang| {
        let items = usual_rewards(lang, Currency::CNY).into_iter();
        let items = items.zip(11..).map(|(it, nth)| (RewardItemId::drawn(nth), it)).collect();
        RewardDeed::Start(items)
    };
    give(&mut workspace, items(Lang::En)).expect("rewards");
    assert_eq!(workspace.reward_items.len(), 4);
    let again = RewardDeed::Start(vec![(
        RewardItemId::drawn(1),
        RewardItem { points: 5, ..usual_rewards(Lang::En, Currency::CNY).remove(0) },
    )]);
    assert!(give(&mut workspace, again).is_err());
}
