//! What is told of plans that pay for the same, and of the ways out.

use super::*;
use crate::domain::for_tests::{day, put};
use crate::domain::people::Person;

#[test]
fn the_plan_the_people_the_days_and_what_is_paid_twice_are_named() {
    let mut workspace = Workspace::default();
    let people = [("Ann", 1), ("Bo", 2)].map(|(name, id)| {
        let id = PersonId::drawn(id);
        put(&mut workspace, id, &Person { name: name.to_owned(), ..Person::default() });
        id
    });
    let plan = |name: &str, from: &str, people: &[PersonId]| PayPlan {
        name: name.to_owned(),
        plan: format!(
            r#"{{"currency":"CNY","period":"month","from":"{from}","components":[{{"rate":"5%"}}]}}"#
        ),
        people: people.to_vec(),
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    };
    let (old, new) = (PayPlanId::drawn(1), PayPlanId::drawn(2));
    put(&mut workspace, old, &plan("Old", "2026-01-01", &people));
    let second = plan("New", "2026-07-01", &people[..1]);
    let views = paid_twice(&workspace, Lang::En, (new, &second));
    let view = views.first().expect("an overlap");
    assert_eq!(view.sentence, "Ann: paid for the same by Old as well, from 1 Jul 2026 on.");
    assert_eq!(
        view.twice,
        [
            "This plan: 5% of the amount of their own deals. The other: 5% of the amount of their own deals."
        ]
    );
    let end = view.end.clone().expect("a way out");
    assert_eq!(end.label, "End Old on 30 Jun 2026");
    assert_eq!(end.notes, ["Then paid by no plan: Bo."]);
    assert_eq!((end.cut, view.ways.clone()), (None, Vec::new()));
    let waits = second.plan.replace("{", r#"{"counted_on":"paid","#).replacen(
        r#"{"counted_on":"paid","rate"#,
        r#"{"rate"#,
        1,
    );
    let waits = PayPlan { plan: waits, ..second.clone() };
    let views = paid_twice(&workspace, Lang::En, (new, &waits));
    let view = views.first().expect("an overlap");
    let sentence = |until: &str| {
        format!(
            "Ann: paid for the same deals by Old as well, in another period. One plan counts a deal when it is signed, the other when the customer pays: those signed from 1 Jan 2026 {until} and paid for from 1 Jul 2026 on count in both."
        )
    };
    assert_eq!(view.sentence, sentence("on"));
    let end = view.end.clone().expect("a way out");
    let even = format!("Even then: {}", sentence("to 30 Jun 2026"));
    assert_eq!(end.notes, ["Then paid by no plan: Bo.".to_owned(), even]);
    let ways: Vec<&str> = view.ways.iter().map(|it| it.1.as_str()).collect();
    let expect = [
        "Pay only for deals signed from 1 Jul 2026 on",
        "Count deals when they are signed, as Old does",
    ];
    assert_eq!(ways, expect);
    let (beside, beside_reason) = (vec![old], "launch of X".to_owned());
    let meant = PayPlan { beside, beside_reason, ..second };
    put(&mut workspace, new, &meant);
    let known = workspace.pay_plans.get(old).expect("a plan").clone();
    let words = told(&workspace, Lang::En, (old, &known));
    assert_eq!(words, ["Meant to add up with New: launch of X"]);
}

#[test]
fn a_period_that_two_plans_share_is_told_with_its_quota_and_can_be_cut_by_both() {
    use crate::domain::calendar::Period;
    use crate::domain::goal::{Bearer, Goal};
    let mut workspace = Workspace::default();
    let ann = PersonId::drawn(1);
    put(&mut workspace, ann, &Person { name: "Ann".to_owned(), ..Person::default() });
    let quota = Some(Money::new(3_100_000, crate::domain::money::Currency::USD));
    let july = Goal::id_of(Bearer::Person(ann), Period::Month(2026, 7));
    put(&mut workspace, july, &Goal { quota, ..Goal::default() });
    let plan = |name: &str, more: &str| PayPlan {
        name: name.to_owned(),
        plan: format!(
            r#"{{"currency":"USD","period":"month",{more}"salary":"3100","components":[{{"rate":"10%","tiers":{{"by":"attainment","steps":[{{"from":1,"times":2}}]}}}}]}}"#
        ),
        people: vec![ann],
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    };
    let (old, new) = (PayPlanId::drawn(1), PayPlanId::drawn(2));
    put(&mut workspace, old, &plan("Old", ""));
    let offer = |more: &str| {
        let known = plan("New", &format!(r#""from":"2026-07-15",{more}"#));
        let view = paid_twice(&workspace, Lang::En, (new, &known)).remove(0);
        view.end.expect("a way out")
    };
    let whole = "Jul 2026: the plan runs for 14 of its 31 days. The quotas of the period count whole all the same, $31,000 in all; cut to the days they would be $14,000. What does not go by deals (salary, floors, guarantee, draw, bonuses) is due whole.";
    let even = "Even then: Ann: paid for the same by Old as well, from 1 Jul 2026 to 31 Jul 2026.";
    let end = offer("");
    assert_eq!((end.notes, end.last.as_deref()), (vec![even.to_owned()], Some(whole)));
    let cut = end.cut.expect("it can be cut").words;
    let is_cut = "Jul 2026: the plan runs for 14 of its 31 days. Its quotas are cut to them: $14,000 in all in place of $31,000. What does not go by deals (salary, floors, guarantee, draw, bonuses) is cut likewise.";
    let both = "This plan has to be cut to the days as well, under Part of a period.";
    assert_eq!(cut, format!("{is_cut} {both}"));
    let end = offer(r#""prorated":true,"#);
    assert_eq!(end.cut.map(|it| it.words), Some(is_cut.to_owned()));
}

#[test]
fn a_reason_is_asked_only_while_something_is_still_paid_twice() {
    let mut workspace = Workspace::default();
    let people: Vec<PersonId> = (1..=7).map(PersonId::drawn).collect();
    for id in &people {
        put(&mut workspace, *id, &Person { name: id.to_string(), ..Person::default() });
    }
    let plan = |from: &str| PayPlan {
        name: from.to_owned(),
        plan: format!(
            r#"{{"currency":"CNY","period":"month","from":"{from}","components":[{{"rate":"5%"}}]}}"#
        ),
        people: people.clone(),
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    };
    let (old, new) = (PayPlanId::drawn(1), PayPlanId::drawn(2));
    put(&mut workspace, old, &plan("2026-01-01"));
    let ends = [Ending { plan: old, last: LastPeriod::AsWritten }];
    let second = plan("2026-07-01");
    assert!(needs_reason(&workspace, (new, &second), &[]));
    assert!(!needs_reason(&workspace, (new, &second), &ends));
    // What begins with the older one cannot take its place.
    assert!(needs_reason(&workspace, (new, &plan("2026-01-01")), &[]));
    let told = paid_twice(&workspace, Lang::En, (new, &second));
    assert!(told[0].sentence.starts_with("All 7 people: paid for the same by"), "{told:?}");
}
