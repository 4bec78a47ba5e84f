//! Deals between two plans, against what both of them pay.

use super::*;
use crate::domain::calendar::Period;
use crate::domain::commission::follow::paid_by;
use crate::domain::commission::kept::{CreditTo, DealPay};
use crate::domain::for_tests::{day, put};
use crate::domain::id::{StageId, TeamId};
use crate::domain::money::{Currency, Money};
use crate::domain::people::{Person, Team};
use crate::domain::pipeline::Stage;

const OLD: PayPlanId = PayPlanId::drawn(1);
const NEW: PayPlanId = PayPlanId::drawn(2);
const ANN: PersonId = PersonId::drawn(1);
const BO: PersonId = PersonId::drawn(2);
const RATE: &str = r#""components":[{"rate":"10%"}]"#;

fn plan(text: &str) -> PayPlan {
    PayPlan {
        plan: format!(r#"{{"currency":"CNY","period":"month",{text}}}"#),
        people: vec![ANN],
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    }
}

/// Deals by when they are signed and paid for, each of its own amount: 1,000, 2,000 and so on.
fn board(deals: &[(&str, Option<&str>)]) -> Workspace {
    let mut workspace = Workspace::default();
    for (id, name) in [(ANN, "Ann"), (BO, "Bo")] {
        put(&mut workspace, id, &Person { name: name.to_owned(), ..Person::default() });
    }
    let stage = StageId::drawn(1);
    put(&mut workspace, stage, &Stage { outcome: Outcome::Won, ..Stage::default() });
    for (at, (signed, paid)) in (1_u32..).zip(deals) {
        let lead = LeadId::drawn(at.into());
        let amount = Some(Money::new(i64::from(at) * 100_000, Currency::CNY));
        let (owner, closes, stage) = (Some(ANN), Some(day(signed)), Some(stage));
        put(&mut workspace, lead, &Lead { amount, owner, closes, stage, ..Lead::default() });
        put(&mut workspace, lead, &DealPay { paid: paid.map(day), ..DealPay::default() });
    }
    workspace
}

fn told(workspace: &Workspace, new: &PayPlan) -> Vec<Gap> {
    let plan = format::plan_of_text(&new.plan).expect("a plan");
    gaps(workspace, (NEW, new, &plan))
}

#[track_caller]
fn check(workspace: &Workspace, new: &PayPlan, expect: &[u32]) {
    let told: Vec<LeadId> =
        told(workspace, new).iter().flat_map(|it| &it.deals).map(|it| it.lead).collect();
    let expect: Vec<LeadId> = expect.iter().map(|it| LeadId::drawn((*it).into())).collect();
    assert_eq!(told, expect, "{new:?}");
}

const DEALS: [(&str, Option<&str>); 5] = [
    ("2026-05-10", Some("2026-06-20")), // 1,000: paid for under the old plan
    ("2026-06-20", Some("2026-07-20")), // 2,000: signed before, paid for after
    ("2026-07-01", Some("2026-07-20")), // 3,000: signed under the new one
    ("2026-06-30", None),               // 4,000: not paid for yet
    ("2026-07-02", None),               // 5,000: counts as it is signed
];

// By hand: 10 % of 1,000 by the old plan, of 3,000 and 5,000 by the new one: 900. Of 2,000 and 4,000
// neither pays anything.
#[test]
fn what_is_told_is_what_neither_plan_pays() {
    let mut workspace = board(&DEALS);
    put(&mut workspace, OLD, &plan(&format!(r#""counted_on":"paid","from":"2026-01-01",{RATE}"#)));
    let follows = Some(OLD);
    let new = PayPlan { follows, ..plan(&format!(r#""from":"2026-07-01",{RATE}"#)) };
    let gap = Gap {
        other: OLD,
        from: day("2026-07-01"),
        deals: [(2, "2026-06-20", Some("2026-07-20")), (4, "2026-06-30", None)]
            .map(|(lead, signed, paid)| Uncounted {
                lead: LeadId::drawn(lead),
                signed: day(signed),
                paid: paid.map(day),
            })
            .to_vec(),
        worth: 600_000,
    };
    assert_eq!(told(&workspace, &new), [gap]);
    put(&mut workspace, NEW, &new);
    let paid = |id: PayPlanId| {
        let known = workspace.pay_plans.get(id).expect("a plan");
        let plan = format::plan_of_text(&known.plan).expect("a plan");
        let (gathered, paid) =
            paid_by(&workspace, (id, known, &plan), Period::Month(2026, 12), &[]).expect("pay");
        let lines = paid.slips.iter().flat_map(|it| &it.lines).filter(|it| it.amount != 0);
        let deals: Vec<(LeadId, i64)> =
            lines.filter_map(|it| Some((gathered.leads[it.deal?], it.amount))).collect();
        deals
    };
    let deal = |id: u64, major: i64| (LeadId::drawn(id), major * 100);
    assert_eq!(paid(OLD), [deal(1, 100)]);
    assert_eq!(paid(NEW), [deal(3, 300), deal(5, 500)]);
}

#[test]
fn what_another_plan_counts_is_not_told() {
    let old =
        |more: &str| plan(&format!(r#""counted_on":"paid","until":"2026-06-30",{more}{RATE}"#));
    let new = plan(&format!(r#""from":"2026-07-01",{RATE}"#));
    let mut workspace = board(&DEALS);
    put(&mut workspace, OLD, &old(""));
    check(&workspace, &new, &[2, 4]);
    // Deals that were signed before an earlier change are another plan's.
    put(&mut workspace, OLD, &old(r#""signed_from":"2026-06-25","#));
    check(&workspace, &new, &[4]);
    put(&mut workspace, OLD, &old(""));
    // A plan that goes on and counts what is paid for.
    let third = plan(&format!(r#""counted_on":"paid",{RATE}"#));
    put(&mut workspace, PayPlanId::drawn(3), &third);
    check(&workspace, &new, &[]);
    // Of somebody else's, it counts nothing.
    put(&mut workspace, PayPlanId::drawn(3), &PayPlan { people: vec![BO], ..third });
    check(&workspace, &new, &[2, 4]);
    // Whoever is not paid by the new plan is not told of here.
    check(&workspace, &PayPlan { people: vec![BO], ..new.clone() }, &[]);
    // A plan that counts deals when they are paid for loses none.
    check(&workspace, &plan(&format!(r#""counted_on":"paid","from":"2026-07-01",{RATE}"#)), &[]);
    // What was cancelled, and what is Bo's.
    let cancelled = Some(day("2026-07-05"));
    put(&mut workspace, LeadId::drawn(2), &DealPay { cancelled, ..DealPay::default() });
    let credits = vec![CreditTo { person: BO, share: 10_000 }];
    put(&mut workspace, LeadId::drawn(4), &DealPay { credits, ..DealPay::default() });
    check(&workspace, &new, &[]);
}

// By hand: Cy manages Ann and is paid 2 % of what her team sells, Dee manages Cy. Ann's plan loses the
// 2,000 and the 4,000; who is paid for them by another plan makes them counted.
#[test]
fn what_is_counted_through_others_is_not_told() {
    let mut workspace = board(&DEALS);
    let (cy, dee) = (PersonId::drawn(3), PersonId::drawn(4));
    let named = |name: &str| Person { name: name.to_owned(), ..Person::default() };
    for (team, manager) in [(1, "Cy"), (2, "Dee")] {
        let team = TeamId::drawn(team);
        let name = format!("Of {manager}");
        put(&mut workspace, team, &Team { name, manager: manager.to_owned() });
    }
    let of = |name: &str, team| Person { team: Some(TeamId::drawn(team)), ..named(name) };
    put(&mut workspace, ANN, &of("Ann", 1));
    put(&mut workspace, BO, &of("Bo", 1));
    put(&mut workspace, cy, &of("Cy", 2));
    put(&mut workspace, dee, &named("Dee"));
    put(&mut workspace, OLD, &plan(&format!(r#""counted_on":"paid","until":"2026-06-30",{RATE}"#)));
    let new = plan(&format!(r#""from":"2026-07-01",{RATE}"#));
    check(&workspace, &new, &[2, 4]);
    let third = PayPlanId::drawn(3);
    let mut by = |people: &[PersonId], part: &str, expect: &[u32]| {
        let text = format!(r#""counted_on":"paid","components":[{part}]"#);
        put(&mut workspace, third, &PayPlan { people: people.to_vec(), ..plan(&text) });
        check(&workspace, &new, expect);
    };
    let none: &[u32] = &[];
    by(&[cy], r#"{"of":"team","rate":"2%"}"#, none);
    by(&[dee], r#"{"of":"team","rate":"2%"}"#, &[2, 4]);
    by(&[dee], r#"{"of":"below","rate":"2%"}"#, none);
    by(&[cy], r#"{"rate":"2%"}"#, &[2, 4]);
    // A pool of Ann's team that deals fill; one of another team; one that no deal fills.
    by(&[BO], r#"{"kind":"pool","rate":"1%"}"#, none);
    by(&[cy], r#"{"kind":"pool","rate":"1%"}"#, &[2, 4]);
    by(&[BO], r#"{"kind":"pool","amount":500}"#, &[2, 4]);
    // Extra rewards and bonuses count what they are measured by.
    by(&[ANN], r#"{"kind":"spiff","each":50}"#, none);
    by(&[ANN], r#"{"kind":"spiff","each":50,"at_least":3000}"#, &[2]);
    by(
        &[ANN],
        r#"{"kind":"bonus","measure":{"by":"amount"},"levels":[{"from":1000,"amount":50}]}"#,
        none,
    );
    // Half of the 2,000 is Bo's, whom another plan pays for it.
    let half = |person| CreditTo { person, share: 5_000 };
    let paid = Some(day("2026-07-20"));
    let shared = DealPay { credits: vec![half(ANN), half(BO)], paid, ..DealPay::default() };
    put(&mut workspace, LeadId::drawn(2), &shared);
    put(
        &mut workspace,
        third,
        &PayPlan { people: vec![BO], ..plan(&format!(r#""counted_on":"paid",{RATE}"#)) },
    );
    check(&workspace, &new, &[4]);
}

// The plan before paid Cy for what Ann sells: once it ends, that is lost as well.
#[test]
fn what_a_manager_loses_is_told() {
    let mut workspace = board(&DEALS);
    let (cy, team) = (PersonId::drawn(3), Some(TeamId::drawn(1)));
    put(&mut workspace, cy, &Person { name: "Cy".to_owned(), ..Person::default() });
    put(&mut workspace, ANN, &Person { name: "Ann".to_owned(), team, ..Person::default() });
    put(&mut workspace, TeamId::drawn(1), &Team { manager: "Cy".to_owned(), ..Team::default() });
    let part = r#""components":[{"of":"team","rate":"2%"}]"#;
    let of_cy = |text: &str| PayPlan { people: vec![cy], ..plan(&format!("{text},{part}")) };
    put(&mut workspace, OLD, &of_cy(r#""counted_on":"paid","until":"2026-06-30""#));
    let new = of_cy(r#""from":"2026-07-01""#);
    check(&workspace, &new, &[2, 4]);
    // Where Ann is paid for them, some plan counts them.
    put(&mut workspace, PayPlanId::drawn(3), &plan(RATE));
    check(&workspace, &new, &[]);
}
