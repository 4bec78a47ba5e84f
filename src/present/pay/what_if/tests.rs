//! What a further deal brings, worked out by hand: 80,000 sold, 50,000 more, 5 % and from 100,000
//! up 8 %.

use super::*;
use crate::domain::commission::kept::PayPlan;
use crate::domain::for_tests::put;
use crate::domain::id::StageId;
use crate::domain::money::Currency;
use crate::domain::people::Person;
use crate::domain::pipeline::Stage;
use crate::present::for_tests::day;

const ANN: PersonId = PersonId::drawn(1);
const PLAN: PayPlanId = PayPlanId::drawn(1);
const PUMPS: LeadId = LeadId::drawn(2);
const PERIOD: Period = Period::Month(2026, 11);

/// Ann has won 80,000 and may win Pumps; steps count as `mode` says.
fn team(mode: &str, more: &str) -> Workspace {
    let mut workspace = Workspace::default();
    let [open, won] = [1, 2].map(StageId::drawn);
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), ..Person::default() });
    put(&mut workspace, open, &Stage::default());
    put(&mut workspace, won, &Stage { outcome: Outcome::Won, ..Stage::default() });
    let lead = |name: &str, stage, minor| Lead {
        name: name.to_owned(),
        owner: Some(ANN),
        stage: Some(stage),
        amount: Some(Money::new(minor, Currency::CNY)),
        closes: Some(day("2026-11-05")),
        ..Lead::default()
    };
    put(&mut workspace, LeadId::drawn(1), &lead("Hoses", won, 8_000_000));
    put(&mut workspace, PUMPS, &lead("Pumps", open, 5_000_000));
    let abroad =
        Lead { amount: Some(Money::new(9_000_000, Currency::USD)), ..lead("Valves", open, 0) };
    put(&mut workspace, LeadId::drawn(3), &abroad);
    let plan = format!(
        r#"{{"currency":"CNY","period":"month","from":"2026-11-01",{more}"components":[{{"tiers":{{"mode":"{mode}","steps":[{{"from":0,"rate":"5%"}},{{"from":100000,"rate":"8%"}}]}}}}]}}"#
    );
    let published = Some(day("2026-11-01"));
    put(
        &mut workspace,
        PLAN,
        &PayPlan { plan, people: vec![ANN], published, ..PayPlan::default() },
    );
    workspace
}

fn check(workspace: &Workspace, change: &str, causes: &[[&str; 2]]) {
    let case = Case { plan: PLAN, person: ANN, period: PERIOD, today: day("2026-11-10") };
    let ticked = vec![(PUMPS, Money::new(5_000_000, Currency::CNY))];
    let view = WhatIfView::new(workspace, Lang::En, case, &ticked).expect("a plan");
    let told: Vec<[&str; 2]> = view.causes.iter().map(|it| [&*it.words, &*it.amount]).collect();
    assert_eq!((view.change.as_str(), &told[..]), (change, causes));
}

/// 20,000 at 5 % are 1,000; 30,000 at 8 % are 2,400.
#[test]
fn a_marginal_step_pays_what_lies_above_it() {
    check(
        &team("marginal", ""),
        "CN¥3,400 more",
        &[
            ["Commission, on the ticked deals at 5%", "CN¥1,000 more"],
            ["Commission, on the ticked deals at 8%", "CN¥2,400 more"],
        ],
    );
}

/// 50,000 at 8 % are 4,000; 80,000 at 3 % more are 2,400.
#[test]
fn a_retroactive_step_pays_for_what_was_won_before_too() {
    check(
        &team("retroactive", ""),
        "CN¥6,400 more",
        &[
            ["Commission, on deals won anyway: the step holds for them, too", "CN¥2,400 more"],
            ["Commission, on the ticked deals at 8%", "CN¥4,000 more"],
        ],
    );
}

/// 3,400 more than the 4,000 of now, and 1,400 of that above the cap.
#[test]
fn what_a_cap_takes_stands_apart() {
    check(
        &team("marginal", r#""cap":6000,"#),
        "CN¥2,000 more",
        &[
            ["Commission, on the ticked deals at 5%", "CN¥1,000 more"],
            ["Commission, on the ticked deals at 8%", "CN¥2,400 more"],
            ["Cap", "CN¥1,400 less"],
        ],
    );
}

#[test]
fn deals_of_all_currencies_are_offered_the_plans_own_first() {
    let names: Vec<String> =
        offers(&team("marginal", ""), Lang::En, PLAN, ANN).into_iter().map(|it| it.name).collect();
    assert_eq!(names, ["Pumps", "Valves"]);
}
