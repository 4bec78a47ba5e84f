//! Rules of pay that were once reckoned wrongly, each by an example that is worked out by hand: the
//! sums stand beside it.

use super::format::{facts, plan_of_text};
use super::{CannotPay, Kind, Paid, pay};

fn paid(plan: &str, happened: &str) -> Result<Paid, CannotPay> {
    let plan = plan_of_text(plan).expect("a plan");
    let value = serde_json::from_str(happened).expect("JSON");
    pay(&plan, &facts(&value, &plan).expect("facts").facts)
}

/// What is paid, period by period and there person by person.
#[track_caller]
fn check(plan: &str, happened: &str, expect: &[i64]) {
    let paid = paid(plan, happened).expect("it can be paid");
    let payouts: Vec<i64> = paid.slips.iter().map(super::Slip::payout).collect();
    assert_eq!(payouts, expect, "{:#?}", paid.slips);
}

#[test]
fn a_threshold_of_the_year_makes_up_for_the_months_before_it() {
    // 5 % of 600 and of 600 once 1,000 of the year are passed.
    let plan = r#"{"currency":"USD","period":"month","components":[{"rate":"5%","threshold":{"at":1000,"over":"year"}}]}"#;
    let deals = r#"{"deals":[{"id":"a","date":"2026-01-10","amount":600},{"id":"b","date":"2026-02-10","amount":600}]}"#;
    check(plan, deals, &[0, 6_000]);
    let paid = paid(plan, deals).expect("it can be paid");
    let kinds: Vec<(Kind, i64)> =
        paid.slips[1].lines.iter().map(|it| (it.kind, it.amount)).collect();
    assert_eq!(kinds, [(Kind::Commission, 3_000), (Kind::CatchUp, 3_000)]);
}

#[test]
fn what_is_made_up_for_a_cancelled_deal_is_taken_back() {
    // January: 5 % of 4,000. February: cancelled, taken back. March passes 5,000: 10 % of 6,000, and
    // nothing for January.
    let plan = r#"{"currency":"USD","period":"month","clawback":{},"components":[{"tiers":{"mode":"retroactive","over":"year","steps":[{"from":0,"rate":"5%"},{"from":5000,"rate":"10%"}]}}]}"#;
    let deals = r#"{"deals":[{"id":"a","date":"2026-01-10","amount":4000,"cancelled":"2026-02-03"},{"id":"b","date":"2026-03-10","amount":6000}]}"#;
    check(plan, deals, &[20_000, -20_000, 60_000]);
}

#[test]
fn a_target_over_a_year_goes_by_the_quota_of_each_month() {
    // 1,000 at quota: 10 % in January, 5 % in February; no tier is reached, nothing is made up for.
    let plan = r#"{"currency":"USD","period":"month","components":[{"target":1000,"tiers":{"by":"attainment","over":"year","steps":[{"from":1,"times":2}]}}]}"#;
    let deals = r#"{"quota":{"2026-01":10000,"2026-02":20000},"deals":[{"id":"a","date":"2026-01-10","amount":5000},{"id":"b","date":"2026-02-10","amount":8000}]}"#;
    check(plan, deals, &[50_000, 40_000]);
}

#[test]
fn what_does_not_go_by_deals_ends_with_the_plan_and_the_employment() {
    let plan = r#"{"currency":"USD","period":"month","from":"2026-02-01","until":"2026-04-30","salary":100,"floor":10,"guarantee":150,"draw":{"amount":20,"recoverable":false},"components":[{"rate":"10%"}]}"#;
    let happened = r#"{"periods":{"first":"2026-01","last":"2026-05"},"started":"2026-03-16","left":"2026-04-02"}"#;
    check(plan, happened, &[0, 0, 15_000, 15_000, 0]);
    let bonus = r#"{"currency":"USD","period":"month","components":[{"kind":"pool","amount":90,"until":"2026-01-31"}]}"#;
    let people = r#"{"periods":{"first":"2026-01","last":"2026-02"},"people":{"ann":{},"bo":{"left":"2025-12-31"},"cy":{}}}"#;
    check(bonus, people, &[4_500, 0, 4_500, 0, 0, 0]);
}

#[test]
fn a_draw_of_the_ramp_alone_is_plain() {
    let plan = r#"{"currency":"USD","period":"month","components":[{"rate":"10%"}],"ramp":[{"draw":500},{"draw":300}]}"#;
    let happened = r#"{"started":"2026-01-05","periods":{"first":"2026-01","last":"2026-03"},"deals":[{"id":"a","date":"2026-02-10","amount":4000}]}"#;
    check(plan, happened, &[50_000, 40_000, 0]);
}

#[test]
fn the_cap_of_a_deal_is_that_of_all_who_share_it() {
    // 10 % of 10,000 are 1,000, of which 500 are paid: 60 % and 40 % of them.
    let plan = r#"{"currency":"USD","components":[{"rate":"10%","deal_cap":500}]}"#;
    let deal = r#"{"people":{"ann":{},"bo":{}},"deals":[{"id":"a","amount":10000,"credits":[{"person":"ann","share":"60%"},{"person":"bo","share":"40%"}]}]}"#;
    check(plan, deal, &[30_000, 20_000]);
    let three = r#"{"currency":"USD","components":[{"rate":"10%","deal_cap":"0.10"}]}"#;
    let deal = r#"{"people":{"ann":{},"bo":{},"cy":{}},"deals":[{"id":"a","amount":10000,"credits":[{"person":"ann","share":"1/3"},{"person":"bo","share":"1/3"},{"person":"cy","share":"1/3"}]}]}"#;
    check(three, deal, &[4, 3, 3]);
}

#[test]
fn an_amount_in_another_currency_is_rounded_as_one() {
    // 3 × 0.01 at 1.5 are 0.045, rounded once 0.05; line by line they would be 0.06.
    let plan = r#"{"currency":"CNY","components":[{"rate":1}]}"#;
    let deal = r#"{"rates":[{"currency":"USD","rate":"1.5"}],"deals":[{"id":"a","currency":"USD","lines":[{"product":"x","amount":"0.01"},{"product":"y","amount":"0.01"},{"product":"z","amount":"0.01"}]}]}"#;
    check(plan, deal, &[5]);
}

#[test]
fn a_margin_of_a_deal_with_several_products_is_paid_for() {
    let plan = r#"{"currency":"USD","components":[{"base":"margin","rate":"10%","products":["x"]},{"base":"margin","rate":"20%","rest":true}]}"#;
    let deal = |own: &str| {
        format!(
            r#"{{"deals":[{{"id":"a","margin":500,"lines":[{{"product":"x","amount":400{own}}},{{"product":"y","amount":600}}]}}]}}"#
        )
    };
    // 200 and 300 by the amounts: 20 and 60; 50 and 450 where the line says so: 5 and 90.
    check(plan, &deal(""), &[8_000]);
    check(plan, &deal(r#","margin":50"#), &[9_500]);
}

#[test]
fn a_pool_is_shared_among_those_whom_the_plan_pays() {
    let plan = plan_of_text(r#"{"currency":"USD","components":[{"kind":"pool","rate":"1%"}]}"#)
        .expect("a plan");
    let value = serde_json::from_str(
        r#"{"people":{"ann":{},"bo":{},"cy":{}},"deals":[{"id":"a","person":"ann","amount":1000},{"id":"c","person":"cy","amount":501}]}"#,
    );
    let mut facts = facts(&value.expect("JSON"), &plan).expect("facts").facts;
    facts.members[2].is_paid_elsewhere = true;
    // 15.01 of all that the team has sold.
    let paid = pay(&plan, &facts).expect("it can be paid");
    assert_eq!(paid.slips.iter().map(super::Slip::payout).collect::<Vec<_>>(), [751, 750]);
}
