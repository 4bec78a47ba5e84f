//! What was done to what plans are made of, in words.

use super::format;
use crate::i18n::Lang;

/// What was done to an objective, a delivery task and their like.
pub fn done(lang: Lang, noun: &str, deed: &str, name: &str) -> String {
    match (noun, deed) {
        ("objective", "saved") => lang.did_objective_saved(name),
        ("objective", "deleted") => lang.did_objective_deleted(name),
        ("delivery-task", "saved") => lang.did_delivery_task_saved(name),
        ("delivery-task", "deleted") => lang.did_delivery_task_deleted(name),
        ("delivery-rules", _) => lang.did_delivery_rules().to_owned(),
        ("week-capacity", _) => {
            let day = name.parse().map(|it| format::day(lang, it));
            lang.did_week_capacity(&day.unwrap_or_else(|_| name.to_owned()))
        }
        ("market-note", "saved") => lang.did_market_note_saved(name),
        ("market-note", "deleted") => lang.did_market_note_deleted(name),
        ("assumption", "saved") => lang.did_assumption_saved(name),
        ("assumption", "deleted") => lang.did_assumption_deleted(name),
        ("assumption", "on") => lang.did_assumption_on(name),
        ("assumption", "off") => lang.did_assumption_off(name),
        ("pay-plan", "saved") => lang.did_pay_plan_saved(name),
        ("pay-plan", "published") => lang.did_pay_plan_published(name),
        ("pay-plan", "deleted") => lang.did_pay_plan_deleted(name),
        ("pay-deal", _) => lang.did_pay_deal(name),
        ("pay-period", plan) => {
            let period = name.parse().map(|it| format::period(lang, it));
            lang.did_pay_closed(plan, &period.unwrap_or_else(|_| name.to_owned()))
        }
        ("pay-slip", "signed") => lang.did_pay_signed(name),
        ("pay-true-up", _) => lang.did_pay_true_up(name),
        ("pay-dispute", "asked") => lang.did_pay_asked(name),
        ("pay-dispute", "answered") => lang.did_pay_answered(name),
        _ => lang.did_other_change().to_owned(),
    }
}

/// A goal was hung on an objective, or taken off; a name of nothing is the company's.
pub fn hung(lang: Lang, name: &str, period: &str, on: &str) -> String {
    let name = if name.is_empty() { lang.goals_company() } else { name };
    match on {
        "" => lang.did_goal_unhung(name, period),
        on => lang.did_goal_hung(name, period, on),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(lang: Lang, period: &str, expect: &str) {
        assert_eq!(done(lang, "pay-period", "A", period), expect);
    }

    #[test]
    fn a_period_that_was_closed_is_told_as_everywhere() {
        check(Lang::En, "2017-12", "Closed Dec 2017 of the plan A");
        check(Lang::Zh, "2017-12", "结算方案“A”的 2017年12月");
        check(Lang::En, "2017-Q4", "Closed Q4 2017 of the plan A");
        check(Lang::En, "some day", "Closed some day of the plan A");
    }
}
