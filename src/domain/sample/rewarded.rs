//! What people of the sample are paid and rewarded by: a plan with an accelerator and a cap, a small
//! catalogue with points for praise, and a ladder of three levels on which everybody stands.
//!
//! Catalogue and ladder are those that one usually begins with. Files bring none of this, so it comes as writes and not as records of the batch.

use super::clear::Going;
use super::people::{PROFILES, first_day};
use super::{PEOPLE, Words, major, person_id};
use crate::domain::calendar::{Day, FiscalStart};
use crate::domain::career::{
    CareerCriterion, CareerFigure, CareerLevel, Promotion, USUAL_CRITERIA, USUAL_LEVELS,
};
use crate::domain::changes::{Changes, Write};
use crate::domain::commission::kept::{DealPay, PayDispute, PayPlan, PaySlip, PayTrueUp};
use crate::domain::id::*;
use crate::domain::label::Label;
use crate::domain::reward::{Occasion, PointEntry, RewardItem, USUAL_REWARDS};
use crate::domain::workspace::{Kept, Workspace};

/// Praise with which points came, and how many.
const GRANTED: [(usize, i64); 2] = [(0, 150), (1, 200)];
/// Which praise of the sample is for whom, and how long ago; see `voices`.
const PRAISED: [(usize, u64); 2] = [(1, 3), (6, 12)];

/// The writes that make all of it.
pub(super) fn writes(words: &Words, today: Day) -> Vec<Write> {
    let none = Workspace::default();
    let mut changes = Changes::new(Label::SampleOpened);
    changes.put(&none, plan_id(), &plan(words, today));
    for (place, (kind, points, worth)) in USUAL_REWARDS.into_iter().enumerate() {
        let item = RewardItem {
            name: words.rewards[place].to_owned(),
            kind: Some(kind),
            points,
            worth: Some(major(worth, words.currency)),
            ..RewardItem::default()
        };
        changes.put(&none, item_id(place), &item);
    }
    for ((praise, points), (person, days)) in GRANTED.into_iter().zip(PRAISED) {
        let occasion = Occasion::Praise(PraiseId::of_key(&format!("sample/praise/{praise}")));
        let entry = PointEntry {
            person: Some(person_id(person)),
            on: Some(today.minus(days)),
            points,
            reason: words.praise[praise][0].to_owned(),
            occasion: occasion.to_string(),
            ..PointEntry::default()
        };
        changes.put(&none, PointEntryId::of_key(&format!("sample/points/{praise}")), &entry);
    }
    ladder(words, today, &none, &mut changes);
    changes.writes
}

/// By quarter, since the quarter before last: a rate that grows once the quota is reached, up to a
/// cap; something of what the team sells for who leads it; and what is cancelled soon comes back.
fn plan(words: &Words, today: Day) -> PayPlan {
    let start = FiscalStart::new(1);
    let quarter = start.quarter_of(today).previous().previous();
    let from = quarter.span(start).map_or(today, |it| it.first);
    let [name, own, team] = words.plan;
    let written = serde_json::json!({
        "currency": words.currency.to_string(),
        "period": "quarter",
        "from": from.to_string(),
        "components": [
            { "name": own, "rate": "3%", "cap": "30000",
              "tiers": { "by": "attainment", "steps": [
                { "from": "80%", "times": "1.2" }, { "from": "100%", "times": "1.5" }] } },
            { "name": team, "of": "team", "rate": "0.4%" },
        ],
        "clawback": { "within_days": 90 },
    });
    PayPlan {
        name: name.to_owned(),
        plan: written.to_string(),
        people: (0..PEOPLE).map(person_id).collect(),
        published: Some(from),
        ..PayPlan::default()
    }
}

/// Those who are new stand on the lowest level, those who lead a team on the highest.
fn ladder(words: &Words, today: Day, none: &Workspace, changes: &mut Changes) {
    for (place, name) in words.levels.iter().enumerate() {
        let level = CareerLevel { name: (*name).to_owned(), place: place as i64 + 1 };
        changes.put(none, level_id(place), &level);
    }
    let mut judged = words.judged.iter();
    for (place, (level, figure, at_least, quarters)) in USUAL_CRITERIA.into_iter().enumerate() {
        let text = match figure {
            CareerFigure::Judged => judged.next().map(|it| (*it).to_owned()),
            _ => None,
        };
        let criterion = CareerCriterion {
            level: Some(level_id(level)),
            place: place as i64 + 1,
            figure: Some(figure),
            at_least,
            quarters,
            text: text.unwrap_or_default(),
        };
        changes.put(none, criterion_id(place), &criterion);
    }
    for (place, profile) in PROFILES.iter().enumerate() {
        let promotion = Promotion {
            person: Some(person_id(place)),
            level: Some(level_id(USUAL_LEVELS - 1 - profile.role)),
            on: Some(first_day(place, today)),
            nth: 1,
            reason: words.roles[profile.role].to_owned(),
            ..Promotion::default()
        };
        changes.put(none, PromotionId::of_key(&format!("sample/promotion/{place}")), &promotion);
    }
}

/// Removes what goes: all of the above, and what was tried of pay with the sample's people. What
/// somebody who stays is paid by, has redeemed or was brought to stays.
pub(super) fn remove(workspace: &Workspace, going: &Going, changes: &mut Changes) {
    let stays = |id: &PersonId| workspace.people.has(*id) && !going.has(*id);
    let goes = |id: Option<PersonId>| !id.is_some_and(|it| stays(&it));
    each::<PaySlip>(workspace, changes, |_, it| goes(it.person));
    each::<PayTrueUp>(workspace, changes, |_, it| {
        workspace.pay_slips.find(it.slip).is_none_or(|it| goes(it.person))
    });
    each::<PayDispute>(workspace, changes, |_, it| goes(it.person));
    each::<DealPay>(workspace, changes, |id, _| going.has(id));
    if let Some(plan) = workspace.pay_plans.get(plan_id()) {
        let mut people = plan.people.clone();
        people.retain(stays);
        match people.is_empty() {
            true => changes.remove::<PayPlan>(workspace, plan_id()),
            false => changes.put(workspace, plan_id(), &PayPlan { people, ..plan.clone() }),
        }
    }
    let redeemed = |item| {
        let mut all = workspace.redemptions.values();
        all.any(|it| it.item == Some(item) && it.person.is_some_and(|it| stays(&it)))
    };
    let own: Vec<RewardItemId> = (0..USUAL_REWARDS.len()).map(item_id).collect();
    each::<RewardItem>(workspace, changes, |id, _| own.contains(&id) && !redeemed(id));
    let levels: Vec<CareerLevelId> = (0..USUAL_LEVELS).map(level_id).collect();
    let is_own = |it: Option<CareerLevelId>| it.is_some_and(|it| levels.contains(&it));
    let mut all = workspace.promotions.values();
    if !all.any(|it| is_own(it.level) && it.person.is_some_and(|it| stays(&it))) {
        each::<CareerLevel>(workspace, changes, |id, _| is_own(Some(id)));
        each::<CareerCriterion>(workspace, changes, |_, it| is_own(it.level));
    }
}

fn each<R: Kept>(workspace: &Workspace, changes: &mut Changes, goes: impl Fn(R::Id, &R) -> bool) {
    for (id, _) in R::all(workspace).iter().filter(|(id, it)| goes(*id, it)) {
        changes.remove::<R>(workspace, id);
    }
}

fn plan_id() -> PayPlanId {
    PayPlanId::of_key("sample/pay-plan")
}

fn item_id(place: usize) -> RewardItemId {
    RewardItemId::of_key(&format!("sample/reward/{place}"))
}

fn level_id(place: usize) -> CareerLevelId {
    CareerLevelId::of_key(&format!("sample/level/{place}"))
}

fn criterion_id(place: usize) -> CareerCriterionId {
    CareerCriterionId::of_key(&format!("sample/criterion/{place}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::career::{Verdict, ready};
    use crate::domain::command::{Command, Context};
    use crate::domain::commission::follow::paid_by;
    use crate::domain::commission::format::plan_of_text;
    use crate::domain::for_tests::{day, put, take};
    use crate::domain::people::Person;
    use crate::domain::reward::balance;
    use crate::i18n::Lang;

    fn board(today: Day) -> Workspace {
        let mut workspace = Workspace::default();
        let batch = super::super::team(&Lang::En.sample_words(), today);
        let import = Command::Import(Box::new(batch));
        let changes = apply(&workspace, &import, &Context { today }).expect("accepted");
        take(&mut workspace, &changes);
        workspace
    }

    #[test]
    fn everybody_is_paid_some_beyond_their_quota_and_by_whole_plans_alone() {
        for today in ["2026-11-23", "2024-02-29", "2026-01-01", "2027-12-31"].map(day) {
            let workspace = board(today);
            let known = workspace.pay_plans.get(plan_id()).expect("a plan");
            let plan = plan_of_text(&known.plan).expect("a plan that is read");
            assert!(crate::domain::commission::tiling::seams(&plan).is_empty());
            let last = FiscalStart::new(1).quarter_of(today);
            let paid = paid_by(&workspace, (plan_id(), known, &plan), last, &[]);
            let (_, paid) = paid.expect("pay");
            let mut tiers: Vec<_> = paid
                .slips
                .iter()
                .flat_map(|it| &it.lines)
                .filter_map(|it| it.rate)
                .map(|it| format!("{it:?}"))
                .collect();
            tiers.sort();
            tiers.dedup();
            // The rate, both accelerators, and what is for teams.
            assert!(4 <= tiers.len(), "{today}: {tiers:?}");
            assert!(paid.slips.iter().filter(|it| it.payout() != 0).count() > PEOPLE, "{today}");
        }
    }

    #[test]
    fn points_cover_a_gift_and_the_ladder_has_something_to_tell() {
        let today = day("2026-11-23");
        let workspace = board(today);
        assert_eq!(balance(&workspace, person_id(1)), 150);
        let ready = |place| ready(&workspace, person_id(place), today);
        assert_eq!((ready(3).level, ready(3).next), (Some(level_id(0)), Some(level_id(1))));
        assert_eq!((ready(0).level, ready(0).next), (Some(level_id(2)), None));
        let verdicts: Vec<Verdict> =
            (0..PEOPLE).flat_map(|it| ready(it).readings).map(|(.., it)| it.verdict).collect();
        for one in [Verdict::Met, Verdict::NotMet, Verdict::CannotTell] {
            assert!(verdicts.contains(&one), "{one:?}");
        }
    }

    #[test]
    fn what_somebody_who_stays_has_of_it_stays() {
        let today = day("2026-11-23");
        let mut workspace = board(today);
        let own = PersonId::drawn(7);
        put(&mut workspace, own, &Person { name: "Own".to_owned(), ..Person::default() });
        let mut plan = workspace.pay_plans.get(plan_id()).cloned().expect("a plan");
        plan.people.push(own);
        put(&mut workspace, plan_id(), &plan);
        let (person, level, on) = (Some(own), Some(level_id(0)), Some(today));
        let promotion = Promotion { person, level, on, nth: 1, ..Promotion::default() };
        put(&mut workspace, PromotionId::drawn(1), &promotion);
        let changes = super::super::clear::clear(&workspace);
        take(&mut workspace, &changes);
        let left = workspace.pay_plans.get(plan_id()).map(|it| it.people.clone());
        assert_eq!(left, Some(vec![own]));
        assert_eq!(
            (workspace.career_levels.len(), workspace.reward_items.len()),
            (USUAL_LEVELS, 0)
        );
        assert_eq!(workspace.promotions.len(), 1);
    }
}
