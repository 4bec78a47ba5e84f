//! Deals between two plans, against what both of them pay.

use super::*;
use crate::domain::calendar::Period;
use crate::domain::commission::follow::paid_by;
use crate::domain::commission::kept::{CreditTo, DealPay};
use crate::domain::for_tests::{day, put};
use crate::domain::id::StageId;
use crate::domain::money::{Currency, Money};
use crate::domain::people::Person;
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
