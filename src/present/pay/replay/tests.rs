//! What is told of a replay.

use super::*;
use crate::domain::apply::apply;
use crate::domain::command::{Command, Context};
use crate::domain::for_tests::{put, take};
use crate::domain::id::{LeadId, StageId};
use crate::domain::lead::Lead;
use crate::domain::people::Person;
use crate::domain::pipeline::{Outcome, Stage};
use crate::domain::record::Record;
use crate::domain::sample;
use crate::domain::workspace::Table;
use crate::present::for_tests::day;

const BY_ATTAINMENT: &str = r#"{"currency": "USD", "period": "month", "components": [{"rate": "6%",
    "tiers": {"by": "attainment", "steps": [{"from": "100%", "times": 1.5}]}}]}"#;

/// The sample team, and everybody in it.
fn sample_team(today: Day) -> (Workspace, Vec<PersonId>) {
    let mut workspace = Workspace::default();
    let batch = sample::team(&Lang::En.sample_words(), today);
    let import = Command::Import(Box::new(batch));
    let changes = apply(&workspace, &import, &Context { today }).expect("accepted");
    take(&mut workspace, &changes);
    let everybody = workspace.people.iter().map(|(id, _)| id).collect();
    (workspace, everybody)
}

fn put_plan(workspace: &mut Workspace, people: Vec<PersonId>) -> PayPlanId {
    let id = PayPlanId::of_key("plan");
    let plan = PayPlan {
        name: "Plan".to_owned(),
        plan: BY_ATTAINMENT.to_owned(),
        people,
        ..PayPlan::default()
    };
    let fields = plan.fields();
    let mut fields = fields.iter().map(|(field, value)| (*field, value));
    workspace.refresh(Table::PayPlans, id.into(), Some(&mut fields));
    id
}

/// A rate pays a tenth less for deals a tenth smaller, and a tenth more for larger ones; it has no
/// step. Where everything is paid higher from a step on, it falls and rises by more than that.
#[test]
fn what_a_plan_costs_with_other_deals_is_told_with_the_change() {
    let today = day("2026-11-23");
    let (mut workspace, everybody) = sample_team(today);
    let id = put_plan(&mut workspace, everybody);
    let mut known = workspace.pay_plans.get(id).expect("a plan").clone();
    let mut replay = |text: &str| {
        known.plan = text.to_owned();
        crate::domain::for_tests::put(&mut workspace, id, &known);
        ReplayView::new(&workspace, Lang::En, id, (today, None)).expect("a plan")
    };
    let plain = replay(r#"{"currency":"USD","period":"month","components":[{"rate":"5%"}]}"#);
    assert!(plain.sensitivity.contains("(−10%)"), "{}", plain.sensitivity);
    assert!(plain.sensitivity.contains("(+10%)"), "{}", plain.sensitivity);
    assert_eq!(plain.near, "");
    let steps: Vec<String> =
        (0..40).map(|it| format!(r#"{{"from":{},"rate":"{}%"}}"#, it * 5_000, it + 1)).collect();
    let steps = steps.join(",");
    let steep = replay(&format!(
        r#"{{"currency":"USD","period":"month","components":[{{"tiers":{{"mode":"retroactive","steps":[{steps}]}}}}]}}"#
    ));
    assert!(!steep.sensitivity.contains("10%)"), "{}", steep.sensitivity);
    assert!(steep.near.contains("ended less than 10% below a step"), "{}", steep.near);
}

/// One without a quota keeps nobody else from being replayed, and changes nothing of theirs.
#[test]
fn who_has_no_quota_is_left_out_by_name() {
    let today = day("2026-11-23");
    let (mut workspace, everybody) = sample_team(today);
    let replay = |workspace: &Workspace, id| {
        ReplayView::new(workspace, Lang::En, id, (today, None)).expect("a plan")
    };
    let id = put_plan(&mut workspace, everybody.clone());
    let all = replay(&workspace, id);
    assert_eq!(all.error, None);
    assert!(all.left_out.contains("Priya Menon"), "{}", all.left_out);
    let is_left_out = |id: &PersonId| {
        let person = workspace.people.get(*id).expect("a person");
        all.left_out.contains(&person.name)
    };
    let others: Vec<PersonId> = everybody.iter().filter(|it| !is_left_out(it)).copied().collect();
    assert_eq!(all.rows.len(), others.len());
    assert!(others.len() < everybody.len() && !others.is_empty());
    let without_quota = everybody.iter().filter(|it| is_left_out(it)).copied().collect();
    let id = put_plan(&mut workspace, without_quota);
    let nobody = replay(&workspace, id);
    assert_eq!((nobody.rows.len(), nobody.sentence.as_str()), (0, ""));
    assert_eq!(nobody.left_out, all.left_out);
    let id = put_plan(&mut workspace, others);
    let without = replay(&workspace, id);
    assert_eq!(without.left_out, "");
    assert_eq!((without.rows, without.sentence), (all.rows, all.sentence));
}

/// Ann won 1,000 in March and 500 in May 2017; it is 2026.
fn long_ago(plan: &str) -> (Workspace, PayPlanId, Day) {
    let mut workspace = Workspace::default();
    let (ann, bo) = (PersonId::drawn(1), PersonId::drawn(2));
    for (id, name) in [(ann, "Ann"), (bo, "Bo")] {
        let person = Person { name: name.to_owned(), ..Person::default() };
        put(&mut workspace, id, &person);
    }
    let stage = StageId::drawn(1);
    put(&mut workspace, stage, &Stage { outcome: Outcome::Won, ..Stage::default() });
    for (id, closes, minor) in [(1, "2017-03-10", 100_000), (2, "2017-05-20", 50_000)] {
        let amount = Some(Money::new(minor, crate::domain::money::Currency::USD));
        let lead = Lead {
            owner: Some(ann),
            stage: Some(stage),
            closes: Some(day(closes)),
            amount,
            ..Lead::default()
        };
        put(&mut workspace, LeadId::drawn(id), &lead);
    }
    let id = PayPlanId::drawn(1);
    let plan = PayPlan { plan: plan.to_owned(), people: vec![ann, bo], ..PayPlan::default() };
    put(&mut workspace, id, &plan);
    (workspace, id, day("2026-11-30"))
}

const RATE: &str = r#"{"currency":"USD","period":"month","components":[{"rate":"10%"}]}"#;

// By hand: 10 % of 1,500.
#[test]
fn a_plan_is_replayed_over_the_year_in_which_something_was_won_last() {
    let (workspace, id, today) = long_ago(RATE);
    let view = ReplayView::new(&workspace, Lang::En, id, (today, None)).expect("a plan");
    assert_eq!(view.span, "From Jun 2016 to May 2017, deal by deal.");
    assert_eq!(replay_ends(&workspace, id, today).usual, Some(Period::Month(2017, 5)));
    assert!(view.sentence.contains("$150"), "{}", view.sentence);
    assert_eq!(view.rows.iter().map(|it| &*it.then).collect::<Vec<_>>(), ["$150", "$0"]);
    assert_eq!(
        view.nothing_won,
        "Nothing was won by those whom the plan pays in: Jun 2016, Jul 2016, Aug 2016, Sep 2016, Oct 2016, Nov 2016 and 4 more."
    );
    assert_ne!(view.alone, "");
}

#[test]
fn a_year_in_which_nothing_was_won_is_told_as_such() {
    let (workspace, id, today) = long_ago(RATE);
    let asked = (today, Some(Period::Month(2026, 10)));
    let view = ReplayView::new(&workspace, Lang::En, id, asked).expect("a plan");
    assert_eq!((view.rows.len(), view.sentence.as_str()), (0, ""));
    assert_eq!(
        view.nothing_won,
        "Nothing was won from Nov 2025 to Oct 2026 by those whom the plan pays. Choose another time to replay."
    );
    // A salary is paid all the same: 200 a month, to each.
    let salary =
        r#"{"currency":"USD","period":"month","salary":200,"components":[{"rate":"10%"}]}"#;
    let (workspace, id, today) = long_ago(salary);
    let asked = (today, Some(Period::Month(2026, 10)));
    let view = ReplayView::new(&workspace, Lang::En, id, asked).expect("a plan");
    assert_eq!(view.rows.iter().map(|it| &*it.then).collect::<Vec<_>>(), ["$2,400", "$2,400"]);
    assert_ne!(view.nothing_won, "");
}

#[test]
fn a_replay_can_end_with_each_period_that_has_ended_since_something_was_won() {
    let (workspace, id, today) = long_ago(RATE);
    let ends = replay_ends(&workspace, id, today).all;
    assert_eq!(ends.first(), Some(&Period::Month(2026, 10)));
    assert_eq!(ends.last(), Some(&Period::Month(2017, 3)));
    // Ten months of 2017, eight years, and ten months of 2026.
    assert_eq!(ends.len(), 10 + 8 * 12 + 10);
    let quarters = r#"{"currency":"USD","period":"quarter","components":[{"rate":"10%"}]}"#;
    let (workspace, id, today) = long_ago(quarters);
    let ends = replay_ends(&workspace, id, today).all;
    assert_eq!(
        (ends.first(), ends.last()),
        (Some(&Period::Quarter(2026, 3)), Some(&Period::Quarter(2017, 1)))
    );
}
