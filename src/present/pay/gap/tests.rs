//! What is told of deals that no plan counts.

use super::*;
use crate::domain::commission::kept::DealPay;
use crate::domain::for_tests::{day, put};
use crate::domain::id::{LeadId, PersonId, StageId};
use crate::domain::lead::Lead;
use crate::domain::money::Currency;
use crate::domain::people::Person;
use crate::domain::pipeline::{Outcome, Stage};

// Signed in June, paid for in July: the old plan has ended, the new one counts from July on.
#[test]
fn the_deals_the_sum_and_the_way_out_are_told() {
    let (old, new) = (PayPlanId::drawn(1), PayPlanId::drawn(2));
    let (ann, lead, stage) = (PersonId::drawn(1), LeadId::drawn(1), StageId::drawn(1));
    let plan = |name: &str, text: &str| PayPlan {
        name: name.to_owned(),
        plan: format!(
            r#"{{"currency":"CNY","period":"month",{text}"components":[{{"rate":"5%"}}]}}"#
        ),
        people: vec![ann],
        published: Some(day("2026-01-01")),
        ..PayPlan::default()
    };
    let mut workspace = Workspace::default();
    put(&mut workspace, ann, &Person { name: "Ann".to_owned(), ..Person::default() });
    put(&mut workspace, stage, &Stage { outcome: Outcome::Won, ..Stage::default() });
    put(&mut workspace, old, &plan("Old", r#""counted_on":"paid","#));
    let follows = Some(old);
    let next = PayPlan { follows, ..plan("New", r#""from":"2026-07-01","#) };
    let view = lost(&workspace, Lang::En, (new, &next)).remove(0);
    let general = "Deals signed before 1 Jul 2026 and paid for later are then paid by neither: Old has ended when the customer pays.";
    assert_eq!((view.sentence.as_str(), view.deals.len()), (general, 0));
    assert_eq!(told(&workspace, Lang::En, (new, &next)), [""; 0]);
    let amount = Some(Money::new(100_000, Currency::CNY));
    let (name, closes) = ("Pumps".to_owned(), Some(day("2026-06-20")));
    let deal =
        Lead { name, amount, owner: Some(ann), closes, stage: Some(stage), ..Lead::default() };
    put(&mut workspace, lead, &deal);
    let view = lost(&workspace, Lang::En, (new, &next)).remove(0);
    assert_eq!(view.deals, ["Pumps: CN¥1,000, signed 20 Jun 2026, not paid for yet"]);
    let paid = Some(day("2026-07-20"));
    put(&mut workspace, lead, &DealPay { paid, ..DealPay::default() });
    let words = "Deals counted by no plan: 1, CN¥1,000 in all. They were signed before 1 Jul 2026, when this plan begins, and Old has ended when the customer pays. Pumps: CN¥1,000, signed 20 Jun 2026, paid for 20 Jul 2026. Go on counting deals when the customer pays, or let this plan begin once these are paid for.";
    assert_eq!(told(&workspace, Lang::En, (new, &next)), [words]);
    let chinese = "有 1 笔商机没有任何方案计提，共 ¥1,000：它们在本方案生效日 2026年7月1日 之前签约，而回款时“Old”已终止。Pumps：¥1,000，2026年6月20日 签约，2026年7月20日 回款。请继续按回款计提，或等这些商机回款后再启用本方案。";
    assert_eq!(told(&workspace, Lang::Zh, (new, &next)), [chinese]);
    let (change, label) = lost(&workspace, Lang::En, (new, &next)).remove(0).way;
    assert_eq!(change, Edit::Set("/counted_on".to_owned(), "paid".to_owned()));
    assert_eq!(label, "Count deals when the customer pays, as Old does");
}
