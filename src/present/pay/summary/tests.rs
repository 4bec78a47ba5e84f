//! What a plan says is told, in both languages.

use super::*;
use crate::domain::commission::format::plan_of_text;

#[track_caller]
fn check(text: &str, english: &str, chinese: &str) {
    let plan = plan_of_text(text).expect("a plan");
    assert_eq!(summary(Lang::En, &plan).join(" "), english);
    assert_eq!(summary(Lang::Zh, &plan).concat(), chinese);
}

/// That a plan in yuan by the month, with this in it, tells this.
#[track_caller]
fn check_tells(text: &str, english: &str, chinese: &str) {
    let text = format!(r#"{{"currency":"CNY","period":"month",{text}}}"#);
    let plan = plan_of_text(&text).expect("a plan");
    for (lang, expect) in [(Lang::En, english), (Lang::Zh, chinese)] {
        let told = summary(lang, &plan);
        assert!(told.iter().any(|it| it.contains(expect)), "{expect} in {told:#?}");
    }
}

#[track_caller]
fn check_tells_not(text: &str, english: &str) {
    let text = format!(r#"{{"currency":"CNY","period":"month",{text}}}"#);
    let told = summary(Lang::En, &plan_of_text(&text).expect("a plan"));
    assert!(!told.iter().any(|it| it.contains(english)), "{english} in {told:#?}");
}

#[test]
fn a_plan_is_told_from_itself() {
    check(
        r#"{"currency":"CNY","period":"quarter","components":[{"rate":"5%","tiers":{"by":"attainment","steps":[{"from":1,"times":"1.5"}]},"cap":20000}],"clawback":{"within_days":90}}"#,
        "Pays each quarter, in CNY. Quotas are set in amounts sold. 5% of the amount of their own deals. In tiers, each for what lies in it: from 100% of the quota 1.5 times the rate. At most CN¥20,000 a period. 100% of what a deal was paid is taken back if it is cancelled within 90 days. Where the parts leave less than nothing, it is owed at once: the payout is negative.",
        "按季度以 CNY 结算。目标按金额设定。本人商机的金额的 5%。分段累进：目标的 100% 起 1.5 倍比例。每期最多 ¥20,000。商机取消时追回已发提成的 100%（90 天内）。各项合计为负时当期即扣，应付为负。",
    );
}

#[test]
fn a_bonus_is_told_with_what_it_is_measured_by() {
    let bonus = r#""components":[{"kind":"bonus","of":"team","products":["Pro"],"from":"2026-03-01","measure":{"by":"amount","over":"year"},"levels":[{"from":1000,"amount":50}]}]"#;
    for (english, chinese) in [
        (
            "It goes by deals of those they manage with Pro, from 1 Mar 2026 on.",
            "计量口径：直属下级的商机（产品：Pro），自 2026年3月1日 起。",
        ),
        (
            "It counts since the beginning of the year; each period pays what it is more than before.",
            "按全年累计，每期发放比前期增加的部分。",
        ),
    ] {
        check_tells(bonus, english, chinese);
    }
}

#[test]
fn an_advance_that_is_taken_back_is_told_to_be_a_debt() {
    let draw = |recoverable| {
        format!(
            r#""components":[{{"rate":"5%"}}],"draw":{{"amount":2000,"recoverable":{recoverable}}}"#
        )
    };
    check_tells(
        &draw(true),
        "stays owed and is carried over to the next period",
        "计为欠款，结转下期",
    );
    check_tells_not(&draw(false), "stays owed");
}

#[test]
fn a_period_below_nothing_is_told_to_be_owed_now_or_later() {
    let carry = r#""components":[{"rate":"5%"}],"negative":"carry""#;
    check_tells(carry, "it is owed and carried over", "差额计为欠款结转");
    let clawback = r#""components":[{"rate":"5%"}],"clawback":{"within_days":30}"#;
    check_tells(clawback, "it is owed at once: the payout is negative", "当期即扣，应付为负");
    check_tells_not(r#""components":[{"rate":"5%"}]"#, "less than nothing");
}

#[test]
fn what_quotas_are_set_in_is_told_where_anything_goes_by_them() {
    let by_quota = r#""components":[{"rate":"5%","tiers":{"by":"attainment","steps":[{"from":1,"times":2}]}}]"#;
    for (unit, english, chinese) in [
        ("amount", "Quotas are set in amounts sold.", "目标按金额设定。"),
        ("margin", "Quotas are set in margins.", "目标按毛利设定。"),
        ("count", "Quotas are set in numbers of deals.", "目标按单数设定。"),
        ("quantity", "Quotas are set in pieces sold.", "目标按数量设定。"),
    ] {
        check_tells(&format!(r#""quota_in":"{unit}",{by_quota}"#), english, chinese);
    }
    check_tells_not(r#""components":[{"rate":"5%"}]"#, "Quotas are set in");
}

#[test]
fn where_a_tier_ends_is_told_and_what_holds_beyond_it() {
    let steps = r#""steps":[{"from":0,"to":1000,"rate":"6%"},{"from":2000,"to":3000,"rate":"8%"}]"#;
    let priced = format!(r#""components":[{{"rate":"5%","tiers":{{{steps}}}}}]"#);
    check_tells(
        &priced,
        "from CN¥0 to CN¥1,000 6%, from CN¥2,000 to CN¥3,000 8%. What lies in no tier is paid as said first.",
        "¥0 至 ¥1,000 6%，¥2,000 至 ¥3,000 8%。未落入任何一档的部分按前述标准计提。",
    );
    let unpriced = r#""components":[{"tiers":{"steps":[{"from":0,"to":1000,"rate":"6%"}]}}]"#;
    check_tells(unpriced, "What lies in no tier is not paid.", "未落入任何一档的部分不计提。");
    let meeting = r#""steps":[{"from":0,"to":1000,"rate":"6%"},{"from":1000,"rate":"8%"}]"#;
    let meeting = format!(r#""components":[{{"rate":"5%","tiers":{{{meeting}}}}}]"#);
    check_tells_not(&meeting, "What lies in no tier");
}

#[test]
fn what_no_cap_holds_for_is_told_at_the_part_and_at_the_cap() {
    let parts = r#""components":[{"rate":"5%"},{"kind":"spiff","each":200,"uncapped":true}]"#;
    let capped = format!(r#"{parts},"cap":1000"#);
    check_tells(
        &capped,
        "The cap of the whole plan leaves this part alone.",
        "本项不受方案总封顶限制。",
    );
    check_tells(
        &capped,
        "All parts that it does not leave alone pay at most CN¥1,000 a period together.",
        "其余各项合计每期最多 ¥1,000。",
    );
    check_tells_not(parts, "leaves this part alone");
}

#[test]
fn whether_exactly_at_a_boundary_counts_and_what_is_measured_is_told() {
    let tiers = r#""components":[{"products":["Pro"],"tiers":{"mode":"retroactive","of":"all","reached":"above","steps":[{"from":0,"rate":"5%"}]}}]"#;
    check_tells(
        tiers,
        "For a tier all their deals are measured, also those that this part does not pay for. A tier is reached above its boundary, not yet at it.",
        "阶梯按其全部商机计量，包括本项不计提的商机。业绩须超过阶梯的起点，恰好等于不算达到。",
    );
    let threshold =
        r#""components":[{"rate":"5%","threshold":{"at":100,"of":"all","reached":"above"}}]"#;
    check_tells(threshold, "A threshold is reached above its boundary", "业绩须超过门槛的起点");
    let margin = r#""components":[{"rate":"5%","threshold":{"at":100,"by":"margin"}}]"#;
    check_tells(margin, "Nothing until CN¥100 of margin is reached", "达到 毛利 ¥100 之前不发");
    let bonus = r#""components":[{"kind":"bonus","measure":{"by":"amount","of":"all","reached":"above"},"levels":[{"from":1,"amount":5}]}]"#;
    check_tells(bonus, "For a level all their deals are measured", "等级按其全部商机计量");
}

#[test]
fn an_amount_for_each_piece_is_told_as_such() {
    let spiff = r#""components":[{"kind":"spiff","each":20,"per":"unit"}]"#;
    check_tells(spiff, "CN¥20 for each piece of their own deals.", "本人商机每件奖励 ¥20。");
    let tiers =
        r#""components":[{"per":"unit","tiers":{"by":"quantity","steps":[{"from":0,"each":3}]}}]"#;
    check_tells(tiers, "from 0 pieces CN¥3 a piece", "0 件 起 每件 ¥3");
}

#[test]
fn a_pool_is_told_to_be_of_the_whole_team() {
    let pool = r#""components":[{"kind":"pool","rate":"1%","shares":{"Ann":"60%","Bo":"40%"}}]"#;
    check_tells(
        pool,
        "a pool of the team: 1% of the amount of deals of the whole team. It is shared as agreed: Ann 60%, Bo 40%.",
        "团队奖金池：全团队的商机的金额的 1%。按约定份额分配：Ann 60%，Bo 40%。",
    );
}

#[test]
fn a_period_of_the_ramp_that_is_as_usual_keeps_its_place() {
    let ramp = r#""components":[{"rate":"5%"}],"ramp":[{"draw":300},{"quota":"50%","guarantee":200},{"quota":"75%"}]"#;
    check_tells(ramp, "a smaller quota: as usual, 50%, 75%.", "目标：同常规，50%，75%。");
    check_tells(ramp, "are paid at least, period by period: as usual, CN¥200.", "：同常规，¥200。");
    check_tells(ramp, "are advanced, period by period: CN¥300.", "预支至：¥300。");
    check_tells(ramp, "These advances are not taken back.", "过渡期的预支不扣回。");
}
