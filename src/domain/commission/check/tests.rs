//! What is found in plans, by hand and against what their caps and steps say.

use super::*;
use crate::domain::commission::format::plan_of_text;

#[track_caller]
fn check(components: &str, rest: &str, expect: &[Finding]) {
    let text =
        format!(r#"{{"currency":"USD","period":"month","components":[{components}]{rest}}}"#);
    let plan = plan_of_text(&text).expect("a plan");
    let usual = Usual { quota: 100_000, deal: 10_000 };
    assert_eq!(of_all(&plan, usual), expect);
}

fn of_all(plan: &Plan, usual: Usual) -> Vec<Finding> {
    let curves = super::check(plan, usual).expect("curves").curves;
    curves.into_iter().flat_map(|it| it.findings).collect()
}

// By hand: 5 % of 100,000 until June and 6 % from July on; not 11 % at once.
#[test]
fn parts_that_hold_one_after_the_other_are_looked_at_one_after_the_other() {
    let text = r#"{"currency":"USD","period":"month","components":[
        {"rate":"5%","until":"2026-06-30"},{"rate":"6%","from":"2026-07-01"}]}"#;
    let plan = plan_of_text(text).expect("a plan");
    let usual = Usual { quota: 100_000, deal: 10_000 };
    let checked = super::check(&plan, usual).expect("curves");
    let july = crate::domain::for_tests::day("2026-07-01");
    let told: Vec<_> = checked.curves.iter().map(|it| (it.kind.since, &it.findings[..])).collect();
    assert_eq!(told, [(None, &[][..]), (Some(july), &[Finding::Later(july, 1_000)][..])]);
    let at_quota =
        |curve: &Curve| curve.points.iter().find(|it| it.sold == 75_000).map(|it| it.payout);
    assert_eq!([0, 1].map(|it| at_quota(&checked.curves[it])), [Some(3_750), Some(4_500)]);
}

// By hand: 5 % of 99.99 are 5.00, 8 % of 100.00 are 8.00.
#[test]
fn tiers_of_single_deals_make_people_split_or_bundle_them() {
    let tier = |over: &str| {
        format!(
            r#"{{"tiers":{{"mode":"retroactive","over":"deal","steps":[{{"from":0,"rate":"5%"}},{{"from":100,"rate":"{over}"}}]}}}}"#
        )
    };
    check(&tier("8%"), "", &[Finding::LargeDeal(10_000, 300)]);
    check(&tier("2%"), "", &[Finding::LargeDeal(10_000, -300)]);
    let margin = r#"{"tiers":{"by":"margin_share","over":"deal","steps":[{"from":0,"rate":"5%"},{"from":"30%","rate":"8%"}]}}"#;
    check(margin, "", &[Finding::Margin(300, 300)]);
}

#[test]
fn a_plan_without_edges_is_sound() {
    check(r#"{"rate":"10%"}"#, "", &[]);
    check(r#"{"tiers":{"steps":[{"from":0,"rate":"5%"},{"from":1000,"rate":"8%"}]}}"#, "", &[]);
}

// The cliff of the plan in the published case c35: 49.95 at 999 and 60 at 1,000, of which 0.05
// is what a further unit is worth anyway.
#[test]
fn a_retroactive_tier_is_a_cliff() {
    let tiers =
        r#"{"rate":"5%","tiers":{"mode":"retroactive","steps":[{"from":1000,"times":"1.2"}]}}"#;
    check(tiers, "", &[Finding::Cliff(100_000, 1_000)]);
    let drop =
        r#"{"rate":"5%","tiers":{"mode":"retroactive","steps":[{"from":1000,"times":"0.5"}]}}"#;
    let slower = Finding::Slower(100_000, 50, 25);
    check(drop, "", &[Finding::Drop(100_000, 2_500), slower]);
}

#[test]
fn a_cap_and_a_falling_rate_make_people_hold_deals_back() {
    check(r#"{"rate":"10%","cap":50}"#, "", &[Finding::Plateau(50_000)]);
    let falling = r#"{"tiers":{"steps":[{"from":0,"rate":"10%"},{"from":500,"rate":"4%"}]}}"#;
    check(falling, "", &[Finding::Slower(50_000, 100, 40)]);
}

// By hand: 20.00 at 400, and 7.5 % of what is above; 44.995, which is rounded to the cap, at
// 733.27. Up to there nothing is slower than before.
#[test]
fn a_cap_above_the_last_step_makes_no_step_slower() {
    let capped = r#"{"tiers":{"steps":[{"from":0,"rate":"5%"},{"from":400,"rate":"7.5%"},{"from":600,"rate":"7.5%"}]},"cap":45}"#;
    check(capped, "", &[Finding::Plateau(73_327)]);
}

#[test]
fn gaps_and_overlaps_are_told_by_what_is_sold() {
    let gap = r#"{"tiers":{"by":"attainment","steps":[{"from":0,"to":"50%","rate":"5%"},{"from":"60%","rate":"5%"}]}}"#;
    check(gap, "", &[Finding::Gap(50_000, 60_000)]);
    let overlap =
        r#"{"tiers":{"steps":[{"from":0,"to":700,"rate":"5%"},{"from":600,"rate":"5%"}]}}"#;
    check(overlap, "", &[Finding::Overlap(60_000, 70_000)]);
}

#[test]
fn a_bonus_level_and_a_threshold_are_cliffs() {
    let bonus =
        r#"{"kind":"bonus","measure":{"by":"attainment"},"levels":[{"from":1,"amount":300}]}"#;
    check(bonus, "", &[Finding::Cliff(100_000, 30_000), Finding::Plateau(100_000)]);
    check(r#"{"rate":"10%","threshold":{"at":500}}"#, "", &[Finding::Cliff(50_000, 5_000)]);
}

#[test]
fn cliffs_of_a_team_and_of_each_product_are_found() {
    let team = r#"{"rate":"1%"},{"of":"team","rate":"5%","tiers":{"mode":"retroactive","steps":[{"from":1000,"times":"1.2"}]}}"#;
    check(team, "", &[Finding::Cliff(100_000, 1_000)]);
    let products =
        r#"{"products":["x"],"rate":"1%"},{"products":["y"],"rate":"10%","threshold":{"at":500}}"#;
    check(products, "", &[Finding::Cliff(50_000, 5_000)]);
    let rest = r#"{"products":["x"],"classes":["A"],"rate":"1%"},{"rest":true,"rate":"10%","threshold":{"at":500}}"#;
    check(rest, "", &[Finding::Cliff(50_000, 5_000)]);
}

/// The findings of a plan, after it was looked whether the curve shows each where it is: with a point
/// at it, one before and one behind.
#[track_caller]
fn found(plan: &str) -> Vec<Finding> {
    let plan = plan_of_text(plan).expect("a plan");
    let mut checked = super::check(&plan, Usual { quota: 100_000, deal: 10_000 }).expect("curves");
    let Curve { points, findings, .. } = checked.curves.remove(0);
    for at in findings.iter().filter_map(Finding::at) {
        assert!(points.iter().any(|it| (it.sold - at).abs() <= 10), "{at} in {points:?}");
        assert!(points.iter().any(|it| it.sold < at) && points.iter().any(|it| at < it.sold));
    }
    if let Some(Finding::Plateau(at)) = findings.last() {
        let most = points.last().map_or(0, |it| it.payout);
        let is_flat = |it: &Point| (it.payout == most) || it.sold < *at;
        assert!(points.iter().all(is_flat) && points.iter().any(|it| it.payout < most));
    }
    findings
}

// What is sold where a cap is reached is the cap divided by the rate, however far that is.
#[test]
fn a_cap_is_found_however_far_it_is() {
    for cap in [1, 7, 50, 4_000, 123_456, 40_000_000, 9_000_000_000_i64] {
        let whole = format!(
            r#"{{"currency":"USD","period":"month","cap":{cap},"components":[{{"rate":"10%"}}]}}"#
        );
        assert_eq!(found(&whole), [Finding::Plateau(cap * 1_000)]);
        let part = format!(
            r#"{{"currency":"USD","period":"month","components":[{{"rate":"10%","cap":{cap}}},{{"rate":"1%"}}]}}"#
        );
        assert_eq!(found(&part), [Finding::Slower(cap * 1_000, 110, 10)]);
        let pool = format!(
            r#"{{"currency":"USD","period":"month","components":[{{"kind":"pool","rate":"10%","cap":{cap}}}]}}"#
        );
        assert_eq!(found(&pool), [Finding::Plateau(cap * 1_000)]);
    }
}

// By hand: 100.00 at the quota of 1,000 and 20 % of what is above, so that a cap of 1,100 is reached
// at 6,000. Of deals of 100, twenty earn 10 and those after them 20 each: 1,000 with the sixtieth. At
// 5 for each deal, 500 is reached with the hundredth.
#[test]
fn a_cap_is_found_in_whatever_the_plan_goes_by() {
    let attained = r#"{"currency":"USD","period":"month","cap":1100,"components":[{"rate":"10%","tiers":{"by":"attainment","steps":[{"from":"100%","times":2}]}}]}"#;
    assert_eq!(found(attained), [Finding::Plateau(600_000)]);
    let counted = r#"{"currency":"USD","period":"month","cap":1000,"components":[{"rate":"10%","tiers":{"by":"count","steps":[{"from":20,"times":2}]}}]}"#;
    assert_eq!(found(counted), [Finding::Plateau(600_000)]);
    let each =
        r#"{"currency":"USD","period":"month","cap":500,"components":[{"kind":"spiff","each":5}]}"#;
    assert_eq!(found(each), [Finding::Plateau(1_000_000)]);
    let first = r#"{"currency":"USD","period":"month","components":[{"kind":"spiff","each":5,"first":700}]}"#;
    assert_eq!(found(first), [Finding::Plateau(7_000_000)]);
}

// The bonus is for any margin at all, so it comes with the first deal; of a quota less than a deal.
#[test]
fn what_is_found_lies_in_its_curve_though_the_quota_is_less_than_a_deal() {
    let text = r#"{"currency":"USD","period":"month","components":[
        {"kind":"bonus","measure":{"by":"margin","reached":"above"},"levels":[{"from":0,"amount":0.01}]},
        {"rate":"0.01%","deal_cap":0}]}"#;
    let plan = plan_of_text(text).expect("a plan");
    let checked = super::check(&plan, Usual { quota: 1, deal: 2 }).expect("curves");
    let [curve] = &checked.curves[..] else { panic!("{:?}", checked.curves) };
    let far = curve.points.last().map(|it| it.sold);
    assert_eq!(curve.findings, [Finding::Plateau(2)]);
    assert!(Some(2) <= far, "{far:?}");
}

// Two caps at once hide each other; the bonus pays 300 at most.
#[test]
fn caps_are_told_though_they_hide_each_other_or_are_never_reached() {
    let twice =
        r#"{"currency":"USD","period":"month","cap":50,"components":[{"rate":"10%","cap":50}]}"#;
    assert_eq!(found(twice), [Finding::Plateau(50_000)]);
    let never = r#"{"currency":"USD","period":"month","cap":500,"components":[{"kind":"bonus","measure":{"by":"attainment"},"levels":[{"from":1,"amount":300}]}]}"#;
    let cliff = Finding::Cliff(100_000, 30_000);
    assert_eq!(found(never), [cliff, Finding::Plateau(100_000), Finding::Unreached(50_000)]);
    // Of what neither product names nothing is sold, but one of them is.
    let products = r#"{"currency":"USD","period":"month","components":[{"products":["x"],"rate":"10%","cap":50},{"products":["y"],"rate":"10%"}]}"#;
    assert_eq!(found(products), [Finding::Plateau(50_000)]);
}

// By hand: 10 % of 5,000 is the guarantee of 500, and 10 % of 3,000 the floor of 300.
#[test]
fn what_is_paid_anyway_is_told_with_its_end() {
    let guarantee =
        r#"{"currency":"USD","period":"month","guarantee":500,"components":[{"rate":"10%"}]}"#;
    assert_eq!(found(guarantee), [Finding::Idle(500_000, 50_000)]);
    let floor = r#"{"currency":"USD","period":"month","salary":200,"components":[{"rate":"10%","floor":300}]}"#;
    assert_eq!(found(floor), [Finding::Idle(300_000, 50_000)]);
    let beside = r#"{"currency":"USD","period":"month","components":[{"rate":"10%","floor":300},{"rate":"1%"}]}"#;
    assert_eq!(found(beside), []);
}

// By hand: the first part ends at 50 ÷ 10 % = 500, the second begins at 800.
#[test]
fn a_stretch_on_which_nothing_more_is_earned_is_told() {
    let pause = r#"{"currency":"USD","period":"month","components":[{"rate":"10%","cap":50},{"rate":"5%","threshold":{"at":800,"pays":"excess"}}]}"#;
    assert_eq!(found(pause), [Finding::Pause(50_000, 80_000)]);
}

// By hand: the quota is ten deals of 100; above 85 % of it lie nine of them.
#[test]
fn quotas_in_deals_are_crossed_with_a_whole_deal() {
    let bonus = |at: &str, reached: &str| {
        let plan = format!(
            r#"{{"currency":"USD","period":"month","quota_in":"count","components":[{{"rate":"1%"}},{{"kind":"bonus","measure":{{"by":"attainment","reached":"{reached}"}},"levels":[{{"from":"{at}","amount":300}}]}}]}}"#
        );
        found(&plan)
    };
    assert_eq!(bonus("100%", "at"), [Finding::Cliff(100_000, 30_000)]);
    assert_eq!(bonus("100%", "above"), [Finding::Cliff(110_000, 30_000)]);
    assert_eq!(bonus("85%", "at"), [Finding::Cliff(90_000, 30_000)]);
    assert_eq!(bonus("85%", "above"), [Finding::Cliff(90_000, 30_000)]);
}

// The most for a deal says nothing of how many deals there are.
#[test]
fn a_cap_of_a_deal_is_no_cap_of_a_period() {
    check(r#"{"rate":"10%","deal_cap":5}"#, "", &[]);
    check(r#"{"rate":"10%","deal_floor":50}"#, "", &[]);
}
